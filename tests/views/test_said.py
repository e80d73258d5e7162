"""Every code of a statement has words for readers."""

import pytest

import mediakit as mk
from mediakit.lexicons import load_lexicon
from mediakit.views.said import CUE_CLASSES, ROLES, RULES, SURE, rule_in_words


def test_every_class_of_cue_and_every_role_of_the_lexicons_has_words() -> None:
    assert {row["cue_class"] for row in load_lexicon("cues").rows} <= {*CUE_CLASSES, ""}
    assert {row["role"] for row in load_lexicon("roles").rows} <= {*ROLES, ""}


@pytest.fixture(scope="module")
def found(corpus: mk.Corpus) -> set[str]:
    """The rules that found something in the example articles."""
    return {*mk.find_quotes(corpus)["rule"].dropna(), *mk.find_attributions(corpus)["rule"].dropna()}


def test_every_rule_that_found_something_has_words(found: set[str]) -> None:
    assert {rule for rule in found if rule_in_words(rule) == rule} == set()


def test_a_rule_found_without_grammar_says_so() -> None:
    words = "a name and a colon before the quotation, looked for without grammar"
    assert rule_in_words("pattern: name before a colon") == rule_in_words("patterns only: name before a colon") == words


def test_a_rule_nobody_has_words_for_is_called_by_its_name() -> None:
    assert rule_in_words("named in Harbour Herald") == "named in Harbour Herald"


def test_nothing_is_said_with_a_verdict() -> None:
    words = " ".join([*RULES.values(), *CUE_CLASSES.values(), *ROLES.values(), *SURE.values()])
    assert not {"lie", "lies", "biased", "misquoted", "fake"} & set(words.split())
