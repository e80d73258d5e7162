"""reuse_matrix: what each two outlets share."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.reuse.passages_pairs import SMALL_STORY
from mediakit.tables import PASSAGES, QUOTE_LINKS, REUSE_MATRIX
from tests.conftest import Folder
from tests.reuse.made import table

MANIFEST = (
    "path,outlet,story_id\na.txt,Harbour Herald,ferry\nb.txt,Coast Courier,ferry\nc.txt,Harbour Herald,budget\nd.txt,,ferry\n"
)
FILES = {
    "a.txt": "The ferry stopped at noon. Nobody knew why it did.\n",  # 10 words, the first sentence 5
    "b.txt": "Nobody knew why it did. It rained. The ferry stopped at noon on Monday.\n",  # 14 words
    "c.txt": "Two libraries will be closed by the council.\n",  # 8 words
    "d.txt": "No ferry ran today.\n",  # 4 words
}
NOTHING = table(QUOTE_LINKS)


@pytest.fixture
def three(folder: Folder) -> mk.Corpus:
    return mk.read_corpus(folder({**FILES, "manifest.csv": MANIFEST}))


def passage(
    kind: str = "text", *, credited: bool = False, here: tuple[int, int] = (0, 26), there: tuple[int, int] = (35, 71)
) -> dict[str, object]:
    places = dict(zip(("begin", "end", "other_begin", "other_end"), (*here, *there), strict=True))
    return {"article_id": "a", "other_article_id": "b", "credited": credited, "kind": kind, **places}


def cells(matrix: pd.DataFrame, outlet: str, other: str) -> list[object]:
    row = matrix[(matrix["outlet"] == outlet) & (matrix["other_outlet"] == other)].iloc[0]
    return [None if pd.isna(cell) else cell for cell in row.tolist()[2:]]


def test_words_are_counted_on_either_side_over_the_stories_that_both_report(three: mk.Corpus) -> None:
    matrix = mk.reuse_matrix(NOTHING, table(PASSAGES, passage()), three)
    assert [*matrix.columns] == REUSE_MATRIX.names
    # quotes_shared, words_shared, share_of_words, share_uncredited, n_stories; the article on the budget is not counted
    assert cells(matrix, "Harbour Herald", "Coast Courier") == [0, 5, 0.5, 1.0, 1]
    assert cells(matrix, "Coast Courier", "Harbour Herald") == [0, 7, 0.5, 1.0, 1]


def test_a_word_in_two_passages_counts_once_and_a_credit_covers_its_words(three: mk.Corpus) -> None:
    twice = table(PASSAGES, passage(credited=True), passage(here=(10, 50), there=(0, 23)))
    # all ten words of the first are shared, five of them with credit
    assert cells(mk.reuse_matrix(NOTHING, twice, three), "Harbour Herald", "Coast Courier") == [0, 10, 1.0, 0.5, 1]


@pytest.mark.parametrize("kind", ["quotation", "names", "boilerplate", "same outlet"])
def test_only_copied_text_counts_as_words_shared(three: mk.Corpus, kind: str) -> None:
    matrix = mk.reuse_matrix(NOTHING, table(PASSAGES, passage(kind)), three)
    assert cells(matrix, "Harbour Herald", "Coast Courier") == [0, 0, 0.0, None, 1]


def test_quotations_count_once_in_whatever_wording_and_only_between_marks_on_both_sides(three: mk.Corpus) -> None:
    link = {"article_id": "a", "quote_no": 1, "other_article_id": "b", "other_quote_no": 2, "group_no": 7}
    links = table(QUOTE_LINKS, link, {**link, "quote_no": 2}, {**link, "group_no": 8, "other_quote_no": None})
    assert cells(mk.reuse_matrix(links, table(PASSAGES), three), "Coast Courier", "Harbour Herald")[0] == 1


def test_an_unknown_outlet_stands_alone_under_its_label(three: mk.Corpus) -> None:
    matrix = mk.reuse_matrix(NOTHING, table(PASSAGES), three)
    assert sorted(set(matrix["outlet"])) == ["Coast Courier", "Harbour Herald", "unknown (d)"]
    assert len(matrix) == 6  # each two of the three, both ways


def test_in_a_story_too_large_to_compare_every_pair_only_those_that_share_something_have_rows() -> None:
    corpus = mk.read_texts({f"{number:03}": "No ferry ran today." for number in range(SMALL_STORY + 1)})
    both = passage(here=(0, 19), there=(0, 19)) | {"article_id": "000", "other_article_id": "001"}
    matrix = mk.reuse_matrix(NOTHING, table(PASSAGES, both), corpus)
    assert matrix[["outlet", "other_outlet", "share_of_words"]].values.tolist() == [["000", "001", 1.0], ["001", "000", 1.0]]


def test_outlets_without_a_word_to_share_are_drawn_all_the_same() -> None:
    matrix = mk.reuse_matrix(
        NOTHING, table(PASSAGES), mk.read_texts({"Harbour Herald": "A ferry.", "Coast Courier": "No ferry."})
    )
    mk.plot_reuse_matrix(matrix.assign(share_of_words=pd.NA))
