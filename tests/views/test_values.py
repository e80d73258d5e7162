"""Values side by side, each rounded as its measure deserves, or the reason why there is none."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.views.values import rounded, with_interval

SHORT = "The ferry stopped. Nobody knew why."


def cells_of(shown: mk.views.shown.Shown) -> list[list[str]]:
    """The cells of the plain form, cut where two spaces or more stand."""
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in repr(shown).splitlines()]


@pytest.mark.parametrize(
    ("measure", "value", "shown"),
    [
        pytest.param("word_count", 1234.0, "1,234", id="a count has no decimals"),
        pytest.param("lix", 45.04, "45.0", id="a score has one"),
        pytest.param("mattr_50", 0.8364, "0.836", id="a share has three"),
        pytest.param("flesch_reading_ease", -3.26, "-3.3", id="below nought"),
        pytest.param("a_measure_of_ones_own", 2.345, "2.35", id="a measure not in the catalogue has two"),
        pytest.param("lix", pd.NA, "–", id="missing is a dash"),
    ],
)
def test_a_number_is_rounded_as_its_measure_deserves(measure: str, value: object, shown: str) -> None:
    assert rounded(measure, value) == shown


def test_an_interval_follows_its_value() -> None:
    assert with_interval("lix", 45.0, 40.0, 50.26) == "45.0 (40.0 to 50.3)"
    assert with_interval("lix", 45.0, pd.NA, pd.NA) == "45.0"


def test_measures_are_rows_and_outlets_columns_in_the_order_of_the_values() -> None:
    corpus = mk.read_texts({"Herald": SHORT, "Courier": "No ferry ran today."})
    assert cells_of(mk.show_values(mk.measure(corpus, ["sentence_count", "word_count"]))) == [
        ["measure Herald Courier", "unit higher means"],
        ["Sentences", "2", "1 sentences", "longer"],
        ["Words", "6", "4", "words", "longer"],
    ]


def test_in_place_of_a_missing_number_stands_the_reason() -> None:
    corpus = mk.read_texts({"Herald": SHORT})
    assert cells_of(mk.show_values(mk.measure(corpus, ["lix", "headline_length"])))[1:] == [
        ["LIX too short points harder to read"],
        ["Headline length", "no title", "words", "longer"],
    ]


def test_unknown_outlets_have_columns_of_their_own(corpus: mk.Corpus) -> None:
    page = mk.show_values(mk.measure(corpus, "word_count"))._repr_html_()
    for name in ("cambarysu.com", "unknown (001…)", "unknown (002…)", "unknown (003…)", "unknown (004…)"):
        assert f'<th scope="col" class="mk-number">{name}</th>' in page


def test_two_articles_of_one_outlet_are_told_apart(folder) -> None:
    room = folder({"a.txt": SHORT, "b.txt": "No ferry ran today.", "manifest.csv": "path,outlet\na.txt,Herald\nb.txt,Herald\n"})
    page = mk.show_values(mk.measure(mk.read_corpus(room), "word_count"))._repr_html_()
    assert '<th scope="col" class="mk-number">Herald · a</th><th scope="col" class="mk-number">Herald · b</th>' in page


def test_a_caption_says_what_is_shown() -> None:
    values = mk.measure(mk.read_texts({"Herald": SHORT}), "word_count")
    assert "<caption>How long</caption>" in mk.show_values(values, "How long")._repr_html_()


def test_a_measure_of_a_story_stands_beside_no_article() -> None:
    values = mk.measure(mk.read_texts({"Harbour Herald": SHORT}), ["word_count"])
    story = values.assign(measure="independent_origins", article_id=pd.NA, outlet=pd.NA, outlet_key=pd.NA)
    assert repr(mk.show_values(pd.concat([values, story]))) == repr(mk.show_values(values))


def test_of_many_articles_the_first_hundred_stand_side_by_side_and_the_caption_says_so() -> None:
    values = mk.measure(mk.read_texts({f"Outlet {number:03}": SHORT for number in range(101)}), ["word_count"])
    shown = mk.show_values(values, "Words")
    assert "Words; the first 100 of 101 articles, all of them are written by mediakit tables" in shown.body
    assert "Outlet 099" in shown.body
    assert "Outlet 100" not in shown.body
