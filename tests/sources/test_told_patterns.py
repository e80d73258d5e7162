"""Without the model: statements outside quotation marks, only where the words leave little doubt."""

import pytest

import mediakit as mk


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDIAKIT_MODEL", "none")


def told(text: str) -> list[tuple[str, str, str]]:
    """Source, content and rule of every indirect statement."""
    rows = mk.find_attributions(mk.read_texts({"Harbour Herald": text})).query("kind == 'indirect'")
    return [(row.source, text[row.begin : row.end], row.rule) for row in rows.itertuples()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ama Hill said that the pier was rotten.",
            ("Ama Hill", "that the pier was rotten", "patterns only: said that"),
            id="said that",
        ),
        pytest.param(
            "Police said on Monday that two boats had sunk.",
            ("Police", "that two boats had sunk", "patterns only: said that"),
            id="a day before that",
        ),
        pytest.param(
            "The ferry will sail at noon, the harbour master said.",
            ("the harbour master", "The ferry will sail at noon", "patterns only: said behind"),
            id="said at the end",
        ),
        pytest.param(
            "According to the harbour board, nobody will pay for it.",
            ("the harbour board", "nobody will pay for it", "patterns only: according to"),
            id="according to, before",
        ),
        pytest.param(
            "The work will cost £2m, according to a report.",
            ("a report", "The work will cost £2m", "patterns only: according to"),
            id="according to, behind",
        ),
    ],
)
def test_a_plain_form_is_a_statement_of_its_source(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The pier that the mayor opened is rotten.", id="that without a verb of saying"),
        pytest.param("The said pier is shut to all boats.", id="said before a noun"),
        pytest.param("Nobody sailed, and it rained all day long.", id="no source"),
        pytest.param("That said, the match went on in the rain.", id="that said"),
    ],
)
def test_what_is_in_doubt_is_left_out(text: str) -> None:
    assert told(text) == []


def test_the_recipe_of_what_rests_on_patterns_says_so() -> None:
    corpus = mk.read_texts({"Harbour Herald": "“The pier is shut,” said Ama Hill. “Nobody may enter,” she said."})
    values = mk.measure(corpus, ["quote_count", "word_count"], quotes=mk.find_quotes(corpus))
    assert [recipe.endswith("model=none_(patterns_only)") for recipe in values["recipe"]] == [True, False]


def test_so_does_the_recipe_of_a_table_that_was_read_back_from_a_file() -> None:
    corpus = mk.read_texts({"Harbour Herald": "“The pier is shut,” said Ama Hill."})
    found = mk.find_quotes(corpus)
    found.attrs.clear()  # a file keeps none
    assert mk.measure(corpus, ["quote_count"], quotes=found)["recipe"].iloc[0].endswith("model=none_(patterns_only)")


def test_every_rule_says_so() -> None:
    corpus = mk.read_texts({"Harbour Herald": "“The pier is shut,” said Ama Hill. “Nobody enters.” It is “rotten”, said police."})
    rules = [*mk.find_quotes(corpus)["rule"], *mk.find_attributions(corpus)["rule"]]
    assert len(rules) > 3
    assert {rule.split(":")[0] for rule in rules} == {"patterns only"}


def test_a_figure_that_rests_on_patterns_says_so_in_place_of_a_score() -> None:
    corpus = mk.read_texts({"Harbour Herald": "“The pier is shut,” said Ama Hill."})
    figure = mk.plot_voices(mk.list_voices(corpus, mk.find_quotes(corpus), mk.find_attributions(corpus)))
    assert "patterns only (no language model)" in figure.caption
    assert "of 100" not in figure.caption
