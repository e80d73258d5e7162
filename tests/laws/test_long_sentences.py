"""However long a sentence is, nothing that takes longer and longer is done with all of it at once."""

import pytest

import mediakit as mk
from mediakit.document import documents
from mediakit.sources.cues import default_cues
from mediakit.sources.sentences import parse_article

LONG = {
    "one sentence of 900 words": "the ferry said that it and " * 150 + "stayed.",
    "one word": "a" * 5000 + " said Hill.",
    "a quotation of 1,000 words in the middle": f"The mayor, he said, was told: “{'The ferry stays. ' * 333}” and "
    + "Hill said it, " * 200,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_a_sentence_is_parsed_in_pieces_that_make_up_the_text(text: str) -> None:
    ((_, document),) = documents(mk.read_texts({"Harbour Herald": text}))
    parsed = parse_article(document, default_cues())
    assert parsed.sentences
    assert max(len(sentence.tree.text) for sentence in parsed.sentences) <= 2200
    ends = [0, *(sentence.end for sentence in parsed.sentences)]
    assert all(begin <= sentence.begin for begin, sentence in zip(ends, parsed.sentences, strict=False))


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_every_place_still_holds_what_the_row_says(text: str) -> None:
    found = mk.find_attributions(mk.read_texts({"Harbour Herald": text}))
    cues = found.dropna(subset=["cue"])
    assert [text[row.cue_begin : row.cue_end] for row in cues.itertuples()] == cues["cue"].tolist()
