"""Texts for a reader: lines cut where something marked begins or ends, nothing lost."""

import mediakit as mk
from mediakit.views.reader import Mark, quote_marks, reader_lines, sentence_marks, statement_marks


def cut(text: str, *marks: Mark) -> list[tuple[str, tuple[str, ...]]]:
    corpus = mk.read_texts({"Herald": text})
    (article_id,) = corpus.articles["article_id"]
    (lines,) = reader_lines(corpus, {article_id: list(marks)}).values()
    return [tuple(piece) for line in lines for piece in line.pieces]


def test_a_line_is_cut_where_a_mark_begins_and_where_it_ends():
    assert cut("The ferry stopped.", Mark(4, 9, "quote:1")) == [("The ", ()), ("ferry", ("quote:1",)), (" stopped.", ())]


def test_the_keys_of_a_piece_go_from_the_widest_mark_to_the_narrowest():
    assert cut("No ferry ran.", Mark(3, 8, "quote:1"), Mark(0, 13, "sentence:1")) == [
        ("No ", ("sentence:1",)),
        ("ferry", ("sentence:1", "quote:1")),
        (" ran.", ("sentence:1",)),
    ]


def test_marks_that_overlap_without_one_holding_the_other_cut_three_pieces():
    assert cut("abcdef ghi.", Mark(0, 4, "told:1"), Mark(2, 6, "passage:0"))[:3] == [
        ("ab", ("told:1",)),
        ("cd", ("told:1", "passage:0")),
        ("ef", ("passage:0",)),
    ]


def test_a_mark_over_two_lines_marks_both():
    assert cut("The ferry stopped.\nNobody knew why.", Mark(4, 25, "passage:0")) == [
        ("The ", ()),
        ("ferry stopped.", ("passage:0",)),
        ("Nobody", ("passage:0",)),
        (" knew why.", ()),
    ]


def test_a_statement_marks_what_is_told_its_source_and_its_cue():
    corpus = mk.read_texts({"Herald": "The pier is shut, the mayor said."})
    (lines,) = reader_lines(corpus, statement_marks(mk.find_attributions(corpus))).values()
    found = {key: piece.text for piece in lines[0].pieces for key in piece.keys}
    assert found == {"told:1": "The pier is shut", "source:1": "the mayor", "cue:1": "said"}


def test_the_pieces_of_the_seeds_joined_are_their_lines(corpus):
    marks = (sentence_marks(mk.split_sentences(corpus)), quote_marks(mk.find_quotes(corpus)))
    texts = dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True))
    for article_id, lines in reader_lines(corpus, *marks).items():
        for line in lines:
            assert "".join(piece.text for piece in line.pieces) == texts[article_id][line.begin : line.end].strip()
