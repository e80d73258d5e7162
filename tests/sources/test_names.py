"""Which name a mention stands for, rule by rule."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.articles import Span
from mediakit.document import Document
from mediakit.sources.coding import code_source
from mediakit.sources.names import Mention, Resolved, resolve_names


def resolve(marked: str) -> list[Resolved]:
    """What each {mention} in a text stands for."""
    text, mentions, at = "", [], 0
    for found in re.finditer(r"\{([^{}]*)\}", marked):
        text += marked[at : found.start()]
        mentions.append(Mention(len(text), len(text) + len(found[1])))
        text, at = text + found[1], found.end()
    text += marked[at:]
    return resolve_names(
        Document("a", text, tuple(Span(*line.span(), "body") for line in re.finditer(r"[^\n]+", text))), mentions
    )


@pytest.mark.parametrize(
    "text, name, rule",
    [
        pytest.param("{Ada Obi, the health minister,} said so.", "Ada Obi", "name", id="no description"),
        pytest.param("{Health Minister Ada Obi} said so.", "Ada Obi", "name", id="the name, without its title"),
        pytest.param("Ada Obi flew in. {Obi} said so.", "Ada Obi", "surname", id="a surname"),
        pytest.param("Ada Obi flew in. {Ms Obi} said so.", "Ada Obi", "surname", id="title, surname"),
        pytest.param("Ada Obi flew in. {Ada} said so.", "Ada Obi", "first part of a name", id="a given name"),
        pytest.param("{Obi} said so, and Ada Obi left.", "Ada Obi", "surname", id="full name later"),
        pytest.param("The Harbour Trades Union (HTU) met. {HTU} said so.", "Harbour Trades Union", "acronym", id="in brackets"),
        pytest.param("The Harbour Trades Union met. {The HTU} said so.", "Harbour Trades Union", "acronym", id="its letters"),
        pytest.param("Halden Foods plc met. {Halden} said so.", "Halden Foods plc", "short name", id="short name"),
        pytest.param("It sank, {AFP} said.", "Agence France-Presse", "agency", id="an agency's alias"),
        pytest.param("Mayor Bo Lee came. {The mayor} said so.", "Bo Lee", "role", id="an office"),
        pytest.param("The Ministry of Health met. {The ministry} said so.", "Ministry of Health", "role", id="own noun"),
        pytest.param("{China’s foreign ministry} said so.", "China’s foreign ministry", "institution", id="one a state"),
        pytest.param("Ada Obi came. Obi spoke. {She} said so.", "Ada Obi", "pronoun", id="a pronoun"),
        pytest.param("{Ada Obi and Bo Lee} said so.", "Ada Obi and Bo Lee", "names together", id="names side by side"),
        pytest.param("Ada Obi met Bo Lee. {Both leaders} said so.", "Ada Obi and Bo Lee", "pair", id="both leaders"),
        pytest.param("Ada Obi and Bo Lee met. {They} said so.", "Ada Obi and Bo Lee", "pronoun", id="they, of a pair"),
        pytest.param("Bo Lee, 58, came. {The 58-year-old} said so.", "Bo Lee", "age", id="an age"),
        pytest.param("Ada Hill and Bo Hill came. {The Hills} said so.", "Ada Hill and Bo Hill", "family name", id="a family"),
        pytest.param("The pilot Paul Porter came. {Porter} said so.", "Paul Porter", "surname", id="a trade as surname"),
    ],
)  # fmt: skip
def test_the_name_and_the_rule(text, name, rule):
    found = resolve(text)[-1]
    assert (found.name, found.rule) == (name, rule)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Obi came. {A spokesman} said so.", id="somebody not named"),
        pytest.param("Ada Obi came. {Residents} said so.", id="several not named"),
        pytest.param("{Analysts at Fjord Markets} said so.", id="an organisation they work for is not their name"),
        pytest.param("{Lund’s publicist} said so.", id="whose it is, is not the name"),
        pytest.param("{The pope} said so.", id="an office nobody holds in the article"),
        pytest.param("Ada Obi came. {A neighbour} spoke. {She} said so.", id="she, of a speaker without a name"),
        pytest.param("“{I} said so,” wrote Ada Obi.", id="the first person in a quotation"),
        pytest.param("{The PCB chairman} said so.", id="an organisation before the office"),
        pytest.param("{U.S., Kenyan and Egyptian intelligence sources} said so.", id="countries before the office"),
    ],
)
def test_unresolved_is_an_answer(text):
    assert resolve(text)[-1].name is None


def test_two_of_one_surname_are_both_named_as_candidates():
    found = resolve("Ada Hill came. Bo Hill came. {Hill} said so.")[-1]
    assert (found.name, found.confidence, found.candidates) == ("Bo Hill", "check", ("Ada Hill",))


def test_a_title_tells_two_of_one_surname_apart():
    assert resolve("Mrs Ada Hill and Mr Bo Hill came. {Mrs Hill} said so.")[-1].name == "Ada Hill"


def test_gender_is_not_taken_from_a_given_name():
    found = resolve("Mary met John. Mary Hill waved at John Lee. {He} said so.")[-1]
    assert found.confidence == "check"
    assert {found.name, *found.candidates} == {"Mary Hill", "John Lee"}


def test_a_pronoun_in_the_text_tells_gender():
    found = resolve("Sam Hill lost her bag. Alex Lee lost his shoe. {She} said so.")[-1]
    assert found.name == "Sam Hill"


@pytest.mark.parametrize(
    "text, name",
    [
        pytest.param(
            "“It is late,” said {Ada Obi, the mayor}.\nJoy Lee came down to the pier. “We are sorry,” {she} said.",
            "Joy Lee",
            id="whom the paragraph is about, before who spoke in the last one",
        ),
        pytest.param(
            "{Ada Obi} said she was tired.\nJoy Lee is in no mood to wait. It rained. “Go on,” {she} said.",
            "Joy Lee",
            id="with a sentence between",
        ),
        pytest.param(
            "{Ada Obi} said she was tired.\nMr Lee came down to the pier. “We are sorry,” {she} said.",
            "Ada Obi",
            id="not where a title says that it is a man",
        ),
        pytest.param(
            "{Ada Obi} said she was tired.\nThe pier of Joy Lee burned. “We are sorry,” {she} said.",
            "Ada Obi",
            id="not one who is only mentioned",
        ),
        pytest.param(
            "{Ada Obi} said she was tired.\n“Joy Lee came down to the pier,” {she} said.",
            "Ada Obi",
            id="not one who is named between the marks",
        ),
        pytest.param(
            "Joy Lee came down to the pier.\n{Ada Obi} said it was late. “We are sorry,” {she} said.",
            "Ada Obi",
            id="who spoke in the same paragraph",
        ),
    ],
)  # fmt: skip
def test_a_pronoun_stays_in_its_paragraph(text, name):
    assert resolve(text)[-1].name == name


def test_a_headline_between_paragraphs_names_nobody():
    found = resolve("Obi Files Largest Budget Ever\nAda Obi flew in. {Obi} said so.")[-1]
    assert (found.name, found.confidence) == ("Ada Obi", "certain")


def test_a_guess_says_so():
    found = resolve("Ada Obi flew in. {The author} said so.")[-1]
    assert (found.name, found.rule, found.confidence) == ("Ada Obi", "role, of the one spoken of last", "check")


def test_answers_come_in_the_order_of_the_mentions():
    text = "Ada Obi came. Bo Lee left."
    document = Document("a", text, (Span(0, len(text), "body"),))
    assert [found.name for found in resolve_names(document, [Mention(14, 20), Mention(0, 7)])] == ["Bo Lee", "Ada Obi"]


@pytest.mark.parametrize(
    "text", ["", " ", "“", "{}", "Mr.", "the", "'s", "A&B", "\u0000", "Dr. Dr. Dr.", "and and and", "Of The"]
)
def test_no_mention_raises(text):
    document = Document("a", text, (Span(0, len(text), "body"),) if text else ())
    (found,) = resolve_names(document, [Mention(0, len(text))])
    assert found.confidence in ("certain", "likely", "check")


WORDS = (
    *("Mr.", "Ada", "Obi", "the", "minister", "of", "Ministry", "and", ",", "(", "AP", ")", "’s", "“", "”", "said", "he", "they"),
    *("Both", "leaders", "U.S.", "van", "der", "a", "two", "company", "\n", "Dr", "UN", "—", "58-year-old", "plc", "who", "It"),
)
PLACES = st.lists(st.tuples(st.integers(0, 150), st.integers(1, 40)), max_size=5)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), PLACES)
def test_no_mix_of_words_and_mentions_raises(words, places):
    text = " ".join(words)
    document = Document("a", text, (Span(0, len(text), "body"),))
    mentions = [Mention(begin % len(text), min(len(text), begin % len(text) + length)) for begin, length in places]
    for mention, found in zip(mentions, resolve_names(document, mentions), strict=True):
        code_source(text[slice(*mention)], found, cue="said", sentence=text)
