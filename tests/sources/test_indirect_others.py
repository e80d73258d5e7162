"""Indirect statements that hang on no verb."""

import pytest

from mediakit.articles import Span
from mediakit.document import Document
from mediakit.sources.cues import default_cues
from mediakit.sources.indirect import indirect_statements
from mediakit.sources.sentences import parse_article
from tests.sources.ties import first, said


@pytest.mark.parametrize(
    "text, source, content",
    [
        pytest.param(
            "According to the Met Office, heavy rain will reach the coast by evening.",
            "the Met Office",
            "heavy rain will reach the coast by evening",
            id="before",
        ),
        pytest.param(
            "Heavy rain will reach the coast by evening, according to the Met Office.",
            "the Met Office",
            "Heavy rain will reach the coast by evening",
            id="behind",
        ),
        pytest.param(
            "The bridge, according to two engineers who inspected it, was built without permits.",
            "two engineers",
            "The bridge … was built without permits",
            id="in the middle: two pieces",
        ),
        pytest.param(
            "But according to the auditors, the ledger was complete.",
            "the auditors",
            "the ledger was complete",
            id="without the But that opens the sentence",
        ),
    ],
)
def test_according_to(text, source, content):
    found = first(text)
    assert (found[0], found[2]) == (source, content)


@pytest.mark.parametrize(
    "text, source, cue, content",
    [
        pytest.param(
            "He made the claim that the vote was rigged.", "He", "claim", "that the vote was rigged", id="made the claim that"
        ),
        pytest.param(
            "Rumours that the plant would close spread on Thursday.",
            None,
            "Rumours",
            "that the plant would close",
            id="rumours are nobody's",
        ),
        pytest.param(
            "The club ignored their request to move the match.", "their", "request", "to move the match", id="their request to"
        ),
        pytest.param(
            "Analysts are confident that the merger will go through.",
            "Analysts",
            "are confident",
            "that the merger will go through",
            id="are confident that",
        ),
        pytest.param(
            "Critics were sceptical about the new timetable.",
            "Critics",
            "were sceptical",
            "the new timetable",
            id="sceptical about",
        ),
        pytest.param(
            "The captain reportedly slept through the alarm.",
            None,
            "reportedly",
            "The captain … slept through the alarm",
            id="reportedly",
        ),
    ],
)
def test_nouns_adjectives_and_reportedly(text, source, cue, content):
    assert first(text) == (source, cue, content)


def heading(text: str) -> list[tuple[str | None, str]]:
    """Source and content of each statement of a heading."""
    parsed = parse_article(Document("a", text, (Span(0, len(text), "title"),)), default_cues())
    return [
        (found.source and text[slice(*found.source)], " ".join(text[slice(*span)] for span in found.spans))
        for found in indirect_statements(parsed, default_cues())
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(
            "Police: harbour road to stay shut until May", [("Police", "harbour road to stay shut until May")], id="a colon"
        ),
        pytest.param(
            "Harbour road to stay shut until May – police", [("police", "Harbour road to stay shut until May")], id="a dash"
        ),
        pytest.param("Budget: what the new rules mean for you", [], id="a topic before the colon says nothing"),
    ],
)
def test_a_heading_names_its_source_before_a_colon_or_behind_a_dash(text, expected):
    assert heading(text) == expected


@pytest.mark.parametrize(
    "text", ["“", "said", "said said said", "according to", "“a” ‘b\" 'c", ": – :", "- he said -", "as reported by"]
)
def test_no_mix_of_words_raises(text):
    said(text)
