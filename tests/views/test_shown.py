"""What is shown is text: escaped, with what would mislead made visible."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.views.shown import escape, html_table, show_table, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Ferry halted", "Ferry halted", id="plain text stays"),
        pytest.param("Zoë “no” – 👨‍👩‍👧", "Zoë “no” – 👨‍👩‍👧", id="so do accents, quotation marks and joined emoji"),
        pytest.param("one\ntwo\tthree", "one\ntwo\tthree", id="and line ends and tabs"),
        pytest.param("one\r\ntwo", "one\ntwo", id="a carriage return says nothing"),
        pytest.param("a\x00b\x1bc\x7fd", "a␀b␛c[U+007F]d", id="control characters have pictures or numbers"),
        pytest.param("abc\u202edef\u202c", "abc[U+202E]def[U+202C]", id="direction overrides are named"),
        pytest.param(
            "a\u2066b\u2069c\u200ed\u200f", "a[U+2066]b[U+2069]c[U+200E]d[U+200F]", id="isolates and marks of direction"
        ),
        pytest.param("a\u061cb", "a[U+061C]b", id="the Arabic mark of direction"),
        pytest.param("\ufeffab", "[U+FEFF]ab", id="a byte-order mark inside"),
    ],
)
def test_characters_that_could_mislead_are_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param("<b>&\"'", "&lt;b&gt;&amp;&quot;&#x27;", id="markup and quotation marks"),
        pytest.param("&amp;", "&amp;amp;", id="what was escaped before is escaped again"),
        pytest.param(0, "0", id="nought is a value"),
        pytest.param("", "", id="an empty text is no missing value"),
        pytest.param(False, "False", id="so is False"),
        pytest.param(None, '<span class="mk-missing">not known</span>', id="None"),
        pytest.param(pd.NA, '<span class="mk-missing">not known</span>', id="NA"),
        pytest.param(float("nan"), '<span class="mk-missing">not known</span>', id="NaN"),
    ],
)
def test_a_value_as_html(value: object, shown: str) -> None:
    assert escape(value) == shown


def test_a_table_has_a_caption_and_heads_for_columns_and_rows() -> None:
    page = html_table(pd.DataFrame({"outlet": ["Herald"], "words": [7]}), "Two <things>")
    assert "<caption>Two &lt;things&gt;</caption>" in page
    assert '<th scope="col">outlet</th><th scope="col" class="mk-number">words</th>' in page
    assert '<tr><th scope="row">Herald</th><td class="mk-number">7</td></tr>' in page
    assert 'role="region" aria-label="Two &lt;things&gt;"' in page
    assert 'tabindex="0"' in page  # a wide table scrolls, with the keyboard too


@pytest.mark.parametrize(
    ("cells", "flush_right"),
    [
        pytest.param([1, 2], True, id="numbers"),
        pytest.param(["1,234", "45.0 (40.0 to 50.5)", "–", "-3.3"], True, id="written numbers, intervals, dashes"),
        pytest.param(["45.0", "46.1", "too short"], True, id="a reason among numbers"),
        pytest.param(["45.0", "too short", "no title"], False, id="a number among reasons"),
        pytest.param(["2025-03-03", "2025-03-04"], False, id="dates"),
        pytest.param([True, False], False, id="yes and no"),
        pytest.param([pd.NA, pd.NA], False, id="nothing known"),
    ],
)
def test_columns_of_numbers_stand_flush_right(cells: list[object], flush_right: bool) -> None:
    page = html_table(pd.DataFrame({"outlet": "Herald", "cells": pd.Series(cells, dtype=object)}), "x")
    assert page.count("mk-number") == (len(cells) + 1 if flush_right else 0)


def test_the_first_column_names_the_row_and_stays_to_the_left() -> None:
    assert "mk-number" not in html_table(pd.DataFrame({"year": [2024, 2025]}), "x")


def test_a_table_without_a_caption_has_a_name_all_the_same() -> None:
    page = html_table(pd.DataFrame({"outlet": ["Herald"]}), "")
    assert 'aria-label="Table"' in page
    assert "<caption>" not in page


def test_column_names_are_data_too() -> None:
    assert '<th scope="col">&lt;img&gt;</th>' in html_table(pd.DataFrame({"<img>": [1]}), "x")


def test_a_table_without_rows_still_has_its_head() -> None:
    page = html_table(pd.DataFrame({"outlet": [], "words": []}), "nothing")
    assert '<th scope="col">words</th>' in page
    assert "<tbody></tbody>" in page


def test_a_word_too_long_for_a_column_may_break_anywhere() -> None:
    page = html_table(pd.DataFrame({"a": ["x" * 26], "b": ["x" * 27]}), "x")
    assert page.count('class="mk-long"') == 1


def test_a_list_in_a_cell_is_shown() -> None:
    assert "duplicate" in html_table(pd.DataFrame({"article": ["a"], "flags": [["duplicate"]]}), "x")


def test_any_table_of_the_seeds_can_be_shown(corpus: mk.Corpus) -> None:
    for table in (
        corpus.articles,
        corpus.lines,
        corpus.problems,
        corpus.corrections,
        mk.split_sentences(corpus),
        mk.list_measures(),
    ):
        assert show_table(table, "a table")._repr_html_().count("<table") == 1


def test_formulas_are_kept_from_mathjax_and_the_style_comes_along() -> None:
    page = show_table(pd.DataFrame({"a": ["$x$"]}))._repr_html_()
    assert page.startswith("<style>")
    assert '<div class="mk tex2jax_ignore mathjax_ignore">' in page


def test_where_html_is_not_shown_there_is_plain_text() -> None:
    assert repr(show_table(pd.DataFrame({"outlet": ["Herald"]}), "One outlet")) == "One outlet\noutlet\nHerald"
