"""Indirect statements that hang on a verb."""

import pytest

from tests.sources.ties import first, said


@pytest.mark.parametrize(
    "text, source, content",
    [
        pytest.param(
            "The harbour master said that the ferry would not sail before noon.",
            "The harbour master",
            "that the ferry would not sail before noon",
            id="said that",
        ),
        pytest.param(
            "In a statement, the club said it had accepted the fine.", "the club", "it had accepted the fine", id="said, no that"
        ),
        pytest.param("She asked whether the pool would reopen.", "She", "whether the pool would reopen", id="whether"),
        pytest.param(
            "The spokesman would not say whether anyone had been hurt.",
            "The spokesman",
            "whether anyone had been hurt",
            id="would not say",
        ),
        pytest.param(
            "Police told residents that the road would stay shut overnight.",
            "Police",
            "that the road would stay shut overnight",
            id="told them: they are no part of it",
        ),
        pytest.param(
            "Experts believe the glacier could vanish within decades.",
            "Experts",
            "the glacier could vanish within decades",
            id="a belief",
        ),
        pytest.param(
            "The Reserve Bank of India kept rates unchanged, saying inflation remained above target.",
            "The Reserve Bank of India",
            "inflation remained above target",
            id="saying, of the sentence's subject",
        ),
        pytest.param(
            "Okafor, who said he had seen the fire start, was treated for burns.",
            "who",
            "he had seen the fire start",
            id="who said",
        ),
        pytest.param(
            "The data show that rents rose by a tenth.", "The data", "that rents rose by a tenth", id="a document shows"
        ),
        pytest.param(
            "Estimates from the state agency indicate that 4,000 homes lost power.",
            "Estimates from the state agency",
            "that 4,000 homes lost power",
            id="estimates indicate",
        ),
        pytest.param(
            "FLINT, Mich. (UPI) — The mayor said the water was safe.",
            "The mayor",
            "the water was safe",
            id="a dateline is no part",
        ),
        pytest.param(
            "U.S., Kenyan and Somali officials say the camp was empty.",
            "U.S., Kenyan and Somali officials",
            "the camp was empty",
            id="three nations' officials",
        ),
    ],
)
def test_a_clause_behind_the_verb(text, source, content):
    found = first(text)
    assert (found[0], found[2]) == (source, content)


@pytest.mark.parametrize(
    "text, source, content",
    [
        pytest.param(
            "The ferry would not sail before noon, the harbour master said on Tuesday.",
            "the harbour master",
            "The ferry would not sail before noon",
            id="at the end",
        ),
        pytest.param(
            "The ferry, the harbour master said, would not sail before noon.",
            "the harbour master",
            "The ferry … would not sail before noon",
            id="in the middle: two pieces",
        ),
        pytest.param(
            "Two passengers, police say, are still missing.", "police", "Two passengers … are still missing", id="police say"
        ),
        pytest.param(
            "As the coach told reporters in Leeds, the striker will miss the final.",
            "the coach",
            "the striker will miss the final",
            id="as the coach told",
        ),
    ],
)
def test_who_said_it_beside_what_was_said(text, source, content):
    found = first(text)
    assert (found[0], found[2]) == (source, content)


@pytest.mark.parametrize(
    "text, source, cue, content",
    [
        pytest.param(
            "Mayor Ama Hill vowed to rebuild every school in the district.",
            "Mayor Ama Hill",
            "vowed",
            "to rebuild every school in the district",
            id="vowed to",
        ),
        pytest.param(
            "Speaking in Lagos, the governor urged farmers to move their cattle inland.",
            "the governor",
            "urged",
            "farmers to move their cattle inland",
            id="urged whom to do what",
        ),
        pytest.param(
            "The union accused the company of hiding the accident.",
            "The union",
            "accused",
            "the company of hiding the accident",
            id="accused of",
        ),
        pytest.param(
            "The opposition criticised the budget as reckless.",
            "The opposition",
            "criticised",
            "the budget as reckless",
            id="criticised as",
        ),
        pytest.param(
            "The committee called for an inquiry into the flood.",
            "The committee",
            "called for",
            "an inquiry into the flood",
            id="called for",
        ),
        pytest.param("The airline apologised for the delay.", "The airline", "apologised for", "the delay", id="apologised for"),
        pytest.param("Nurses want a pay rise of five per cent.", "Nurses", "want", "a pay rise of five per cent", id="a wish"),
        pytest.param(
            "Neither side has commented on the leak.", "Neither side", "has commented on", "the leak", id="commented on"
        ),
    ],
)
def test_other_things_that_a_verb_takes(text, source, cue, content):
    assert first(text) == (source, cue, content)


@pytest.mark.parametrize(
    "text, cue, content",
    [
        pytest.param(
            "It was announced that the match would be replayed.",
            "was announced",
            "that the match would be replayed",
            id="it was announced that",
        ),
        pytest.param(
            "Residents were told that the road would stay shut overnight.",
            "were told",
            "that the road would stay shut overnight",
            id="were told",
        ),
        pytest.param(
            "The bank is expected to raise rates in May.", "is expected", "The bank … to raise rates in May", id="is expected to"
        ),
        pytest.param(
            "The suspect was reported to have fled to Benin.",
            "was reported",
            "The suspect … to have fled to Benin",
            id="was reported to",
        ),
    ],
)
def test_a_passive_names_nobody(text, cue, content):
    assert first(text) == (None, cue, content)


def test_a_passive_may_name_somebody():
    assert first("The plan was condemned by fishermen.") == ("fishermen", "was condemned", "The plan")


def test_a_statement_ends_no_quotation_half_way():
    assert (
        first("The engineer said the lift was “perfectly safe in every way”.")[2] == "the lift was “perfectly safe in every way"
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("This shows that nothing was learnt.", id="this shows"),
        pytest.param("The defeat underlines how far they have fallen.", id="an event underlines"),
        pytest.param("The ferry left the pier at noon.", id="no cue"),
        pytest.param("", id="nothing at all"),
    ],
)
def test_what_nobody_says_is_no_statement(text):
    assert said(text) == []


def test_of_statements_inside_one_another_the_outer_one_stands():
    found = first("Hill said that Okoro had promised to pay and that he would be sued.")
    assert found == ("Hill", "said", "that Okoro had promised to pay and that he would be sued")
