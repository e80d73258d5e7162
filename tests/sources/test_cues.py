"""The lexicon of cues, and which words of a text are cues."""

import pytest

from mediakit.lexicons import load_lexicon
from mediakit.sources.cues import Cues, default_cues
from mediakit.text.parse import parse

CLASSES = {
    "neutral", "announcing", "endorsing", "distancing", "conceding", "intensifying", "speculative", "conflict", "manner",
}  # fmt: skip
ROWS = load_lexicon("cues").rows


def entry_at(text: str, word: str) -> str | None:
    """The entry that a word of a parsed sentence is."""
    (doc,) = parse([text])
    cue = default_cues().at(next(token for token in doc if token.text == word))
    return None if cue is None else cue.cue


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['cue']} ({row['kind']})" for row in ROWS])
def test_every_entry_has_a_known_kind_and_class_and_says_what_it_takes(row):
    assert row["kind"] in {"verb", "noun", "adjective", "adverb", "preposition"}
    assert row["cue_class"] in CLASSES
    assert row["contested"] in CLASSES | {""}
    assert row["contested"] != row["cue_class"]
    assert row["takes"]
    assert row["source"] in {"studies", "mediakit"}


def test_no_entry_stands_twice():
    keys = [(row["cue"], row["kind"]) for row in ROWS]
    assert len(keys) == len(set(keys))


def test_every_class_has_entries():
    assert {row["cue_class"] for row in ROWS} == CLASSES


@pytest.mark.parametrize(
    "cue, expected",
    [
        pytest.param("said", "cues: say", id="an irregular past"),
        pytest.param("has repeatedly denied", "cues: deny", id="with auxiliary and adverb, y to ied"),
        pytest.param("criticised", "cues: criticize", id="the British spelling"),
        pytest.param("was rumoured", "cues: rumor", id="a British ending"),
        pytest.param("pointing out", "cues: point out", id="a phrase, inflected"),
        pytest.param("According to", "cues: according to", id="a capital at the sentence's beginning"),
        pytest.param("calls for", "cues: call for", id="the longer entry before the shorter"),
        pytest.param("made the claim", "cues: claim", id="the verb that only says whose a claim is does not count"),
        pytest.param("walked", None, id="no cue"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_the_entry_behind_a_printed_cue(cue, expected):
    found = default_cues().named_in(cue)
    assert (None if found is None else found.entry) == expected


@pytest.mark.parametrize(
    "text, word, expected",
    [
        pytest.param("The mayor said no.", "said", "say", id="a verb"),
        pytest.param("Her claim that it sank was false.", "claim", "claim", id="a noun"),
        pytest.param("He pointed out that it sank.", "pointed", "point out", id="the head of a phrase"),
        pytest.param("The captain reportedly slept.", "reportedly", "reportedly", id="an adverb"),
        pytest.param("The ferry left the pier.", "left", None, id="no cue"),
    ],
)
def test_the_entry_at_a_parsed_word(text, word, expected):
    assert entry_at(text, word) == expected


@pytest.mark.parametrize(
    "word, other", [("note", "endorsing"), ("state", "endorsing"), ("assert", "neutral"), ("maintain", "neutral")]
)
def test_the_verbs_that_lists_disagree_about_are_contested(word, other):
    assert default_cues().named_in(word).contested == other


def test_a_lexicon_of_ones_own_needs_four_columns():
    own = Cues([{"cue": "opine", "kind": "verb", "takes": "clause", "cue_class": "distancing"}])
    assert own.named_in("opined").cue_class == "distancing"
    assert own.words == {"opine", "opines", "opined", "opining"}
