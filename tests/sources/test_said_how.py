"""What stands beside a verb of saying (in a statement, by telephone, asked not to be named) is neither source nor statement."""

import pytest

import mediakit as mk
from tests.sources.ties import said


def coded(text: str) -> list[tuple[object, ...]]:
    """Source, name, identification and role of every statement."""
    table = mk.find_attributions(mk.read_texts({"Harbour Herald": text})).astype(object)
    table = table.where(table.notna(), None)
    return [*table[["source", "source_name", "identification", "role"]].itertuples(index=False, name=None)]


@pytest.mark.parametrize(
    "text, source, cue",
    [
        pytest.param("The ministry said in a statement that the pier was shut.", "The ministry", "said", id="in a statement"),
        pytest.param(
            "The ministry said on Monday in a report that the pier was shut.", "The ministry", "said", id="behind a day"
        ),
        pytest.param("Ada Boye told reporters in an email that the pier was shut.", "Ada Boye", "told", id="told in an email"),
        pytest.param(
            "Ada Boye said in an interview with the Mail that the pier was shut.", "Ada Boye", "said", id="in an interview"
        ),
    ],
)
def test_what_is_said_in_a_statement_is_said_by_who_made_it(text, source, cue):
    assert said(text) == [(source, cue, "that the pier was shut", [])]


def test_a_report_that_nobody_says_something_in_keeps_its_clause():
    assert said("Hopes sank after a report that the pier was shut.") == [(None, "report", "that the pier was shut", [])]


@pytest.mark.parametrize(
    "text, speaker",
    [
        pytest.param(
            "Ama Hill, now 81 and retired in Skarholm, said by telephone this week. “We were never told about the rot.”",
            "Ama Hill, now 81",
            id="by telephone",
        ),
        pytest.param(
            "As the owner, Ama Hill, put it in her memo to employees explaining the sale, “We were never told about the rot.”",
            "the owner, Ama Hill",
            id="in a memo to employees",
        ),
        pytest.param(
            "As the chairman, Ama Hill, put it in her memo to employees explaining the deal, “We were never told about the rot.”",
            "the chairman, Ama Hill",
            id="in a memo that explains",
        ),
        pytest.param("“We were never told about the rot,” was said by Ama Hill.", "Ama Hill", id="a passive tells by whom"),
    ],
)
def test_how_it_was_said_is_no_speaker(text, speaker):
    assert mk.find_quotes(mk.read_texts({"Harbour Herald": text}))["speaker"].tolist() == [speaker]


def test_a_plan_is_reported_by_a_paper_whose_name_is_also_a_means():
    assert said("The plan, first reported by the Post, was dropped.")[0].source == "the Post"


def test_namesakes_named_together_are_two():
    assert coded("Mr Hill and his sister, Ama Hill, said the pier was shut.")[0][1] == "Mr Hill and Ama Hill"


@pytest.mark.parametrize("ministry", ["the ministry", "the ministry of transport"])
def test_a_ministry_is_not_the_paper_that_passes_it_on(ministry):
    (found,) = coded(f"According to the Coast Tribune, {ministry} said that the pier was shut.")
    assert found == (ministry, None, "named_organisation", "government_military")


@pytest.mark.parametrize(
    "asking",
    ["who asked not to be named", "who requested anonymity to discuss the plan", "who did not want to be identified"],
)
def test_asking_for_anonymity_is_no_statement(asking):
    assert [found.content for found in said(f"A sailor {asking} said the pier was shut.")] == ["the pier was shut"]


@pytest.mark.parametrize(
    "name, identification",
    [
        pytest.param("Hill", "named_person", id="a surname"),
        pytest.param("McBride", "named_person", id="a surname with two capitals"),
        pytest.param("HBR", "named_organisation", id="an acronym"),
        pytest.param("Greenpeace", "named_organisation", id="a word of the lexicon of organisations"),
        pytest.param("Kenya", "named_organisation", id="a country"),
        pytest.param("Residents", "unnamed_group", id="people"),
    ],
)
def test_a_single_word_that_speaks_is_a_person_unless_it_is_known_as_something_else(name, identification):
    assert coded(f"{name} said the pier was shut.")[0][2:3] == (identification,)


def test_a_single_word_that_is_a_place_elsewhere_is_no_person():
    found = coded("Skarholm said the pier was shut. The council met in Skarholm.")
    assert found[0][2:] == ("named_organisation", "unknown")
