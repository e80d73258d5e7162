"""The innermost speaker, and through whom a statement came."""

import pytest

from mediakit.sources.carriers import credit_of, with_credit, without_repeats
from mediakit.sources.statement import Place
from mediakit.sources.voices import is_medium
from tests.sources.ties import said


@pytest.mark.parametrize(
    "text, source, content, carriers",
    [
        pytest.param(
            "The Daily Post reported that the coach said he would stay.",
            "the coach",
            "he would stay",
            ["The Daily Post"],
            id="a paper reported that he said",
        ),
        pytest.param(
            "According to Reuters, state television said the minister promised to resign.",
            "the minister",
            "to resign",
            ["Reuters", "state television"],
            id="two carriers, outermost first",
        ),
        pytest.param(
            "The leader praised the crew, state media said, according to AP.",
            "The leader",
            "the crew",
            ["AP", "state media"],
            id="two carriers behind the statement: the last is outermost",
        ),
        pytest.param(
            "The governor denied the charge, as reported by the Coast Tribune on Monday.",
            "The governor",
            "the charge",
            ["the Coast Tribune"],
            id="as reported by",
        ),
        pytest.param(
            "The king pledged that the dam would be rebuilt, as reported by the Coast Tribune.",
            "The king",
            "that the dam would be rebuilt",
            ["the Coast Tribune"],
            id="behind a clause: no part of what was pledged",
        ),
        pytest.param(
            "The envoy was quoted by Xinhua as saying that talks would resume.",
            "The envoy",
            "that talks would resume",
            ["Xinhua"],
            id="quoted by … as saying",
        ),
        pytest.param(
            "The Guardian quoted a nurse as saying that beds had run out.",
            "a nurse",
            "that beds had run out",
            ["The Guardian"],
            id="quoted her as saying",
        ),
        pytest.param(
            "The paper, citing two diplomats, said the embassy would close.",
            "two diplomats",
            "the embassy would close",
            ["The paper"],
            id="citing",
        ),
        pytest.param(
            "KCNA, citing the foreign ministry, said that Kim had pledged to send troops.",
            "Kim",
            "to send troops",
            ["KCNA", "the foreign ministry"],
            id="an agency, a ministry, a man",
        ),
        pytest.param(
            "The president conveyed the king's condolences.",
            "the king's",
            "condolences",
            ["The president"],
            id="a message passed on",
        ),
        pytest.param(
            "The envoy delivered a letter from the Pope, who asked for mercy.",
            "who",
            "mercy",
            ["The envoy"],
            id="what stands in a message",
        ),
        pytest.param(
            "The envoy was quoted as saying that talks would resume.",
            "The envoy",
            "that talks would resume",
            ["?"],
            id="nobody is named who quoted him: a gap",
        ),
        pytest.param(
            "The envoy was reported to have denied the charge.", "The envoy", "the charge", ["?"], id="was reported to have"
        ),
        pytest.param("The dam is safe, the minister said.", "the minister", "The dam is safe", [], id="none"),
    ],
)
def test_the_innermost_source_speaks_and_the_others_carry(text, source, content, carriers):
    (found,) = said(text)
    assert (found.source, found.content, found.carriers) == (source, content, carriers)


@pytest.mark.parametrize(
    "text, source",
    [
        pytest.param("The minister is expected to deny the charge.", None, id="what is expected was not passed on"),
        pytest.param("Hill said that Okoro had promised to pay.", "Hill", id="a person is no medium"),
        pytest.param(
            "The Daily Post reported that the leaders discussed trade.",
            "The Daily Post",
            id="what was talked about is no statement",
        ),
        pytest.param("The Daily Post reported that the man who said so has left.", "The Daily Post", id="a remark by the way"),
    ],
)
def test_a_source_that_passes_nothing_on_is_the_source_itself(text, source):
    (found,) = said(text)
    assert (found.source, found.carriers) == (source, [])


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("The ferry stopped.\nOriginal Source: www.example.org", "www.example.org", id="a source line"),
        pytest.param("LAGOS (AP) — The ferry stopped in the harbour of the town.", "AP", id="a dateline"),
        pytest.param("The ferry stopped, AP reported.", None, id="cited is not credited"),
    ],
)
def test_where_the_credited_medium_is_named(text, expected):
    place = credit_of(text)
    assert (None if place is None else text[slice(*place)]) == expected


def test_the_credited_medium_is_outermost_once():
    text = "AP Hill said so. Associated Press Reuters"
    ap, reuters = Place(0, 2), Place(34, 41)
    assert with_credit(text, [ap], reuters) == (reuters, ap)
    assert with_credit(text, [ap], Place(17, 33)) == (ap,)
    assert with_credit(text, [None], None) == (None,)


def test_a_carrier_that_stands_twice_in_a_row_counts_once():
    assert without_repeats([Place(0, 2), Place(0, 2), None, None, Place(5, 7)]) == (Place(0, 2), None, Place(5, 7))


@pytest.mark.parametrize(
    "mention, expected",
    [
        ("Reuters", True),
        ("the official Xinhua news agency", True),
        ("state media", True),
        ("The Coast Tribune", True),
        ("local newspapers", True),
        ("the harbour master", False),
        ("Press Secretary Hill", False),
        ("a poll", False),
        ("", False),
    ],
)
def test_what_is_a_medium(mention, expected):
    assert is_medium(mention) is expected
