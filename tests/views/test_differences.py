"""Differences in plain words: direction, size, interval and number of stories; or that nothing may be said."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.errors import ContractError
from mediakit.tables import DIFFERENCES, make
from mediakit.views.differences import sentence_of

Row = tuple[object, ...]


def row(
    verdict: str, estimate: float | None, low: float | None = None, high: float | None = None, n: int = 8, *,
    measure: str = "flesch_kincaid_grade", dropped: int = 0, p: float | None = None, outlet: str = "Courier",
) -> Row:  # fmt: skip
    return (
        outlet,
        "Herald",
        measure,
        estimate,
        low,
        high,
        n,
        dropped,
        None,
        None if estimate is None else 0.75,
        p,
        p,
        verdict,
        "r",
    )


def said(made: Row) -> str:
    table = make([made], DIFFERENCES)
    return sentence_of(next(table.itertuples(index=False)), str(table["measure"].iat[0]))


@pytest.mark.parametrize(
    ("made", "words"),
    [
        pytest.param(row("higher", 1.2, 0.3, 2.1), "Courier: harder to read than Herald by 1.2 US school grades (0.3 to 2.1), "
                     "8 stories", id="higher"),
        pytest.param(row("lower", -1.2, -2.1, -0.3), "Courier: easier to read than Herald by 1.2 US school grades (0.3 to 2.1), "
                     "8 stories", id="lower is said the other way round, without a minus"),
        pytest.param(row("lower", -9.0, -12, -6, measure="flesch_reading_ease"),
                     "Courier: harder to read than Herald by 9.0 points (6.0 to 12.0), 8 stories", id="where lower is harder"),
        pytest.param(row("higher", 24.5, 20, 29, measure="word_count"),
                     "Courier: longer than Herald by 24.5 words (20.0 to 29.0), 8 stories", id="a mean of counts is no count"),
        pytest.param(row("higher", 0.031, 0.012, 0.05, measure="hd_d"),
                     "Courier: more varied vocabulary than Herald by 0.031 (0.012 to 0.050), 8 stories", id="a share"),
        pytest.param(row("lower", -2, -3, -1, measure="questions"),
                     "Courier: lower than Herald by 2.00 (1.00 to 3.00), 8 stories", id="a measure that is not in the catalogue"),
        pytest.param(row("cannot be told apart", 0.3, -0.4, 1.0), "Courier and Herald cannot be told apart, 8 stories (mean "
                     "difference 0.3, from -0.4 to 1.0)", id="cannot be told apart"),
        pytest.param(row("cannot be told apart", 0.5, 0.1, 0.9), "Courier and Herald cannot be told apart, 8 stories (mean "
                     "difference 0.5, from 0.1 to 0.9; that leaves out 0, but not once every comparison of the table is counted)",
                     id="the interval alone is not enough"),
        pytest.param(row("too few stories", 0.3, n=2), "Courier and Herald: too few stories (2)", id="too few stories"),
        pytest.param(row("too few stories", None, n=0), "Courier and Herald: too few stories (0)", id="no story"),
    ],
)  # fmt: skip
def test_a_difference_in_words(made: Row, words: str) -> None:
    assert said(made) == words


TABLE = make([row("higher", 1.2, 0.3, 2.1, dropped=3, p=0.0312), row("too few stories", 0.3, n=2, outlet="Times")], DIFFERENCES)


def test_a_row_holds_measure_words_and_how_many_stories_agree() -> None:
    lines = mk.show_differences(TABLE).plain.splitlines()
    assert lines[0] == "Each outlet compared with Herald, over the stories both reported (2 comparisons)"
    assert "Flesch–Kincaid grade" in lines[2]
    assert lines[2].split("8 stories")[1].split() == ["6", "of", "8", "3", "0.031"]


@pytest.mark.parametrize(
    ("made", "columns"),
    [
        pytest.param(row("too few stories", 0.3, n=2), [], id="too few for any"),
        pytest.param(row("higher", 1.2, 0.3, 2.1, dropped=1), ["stories left out (a value on one side only)"], id="left out"),
        pytest.param(row("higher", 1.2, 0.3, 2.1, p=0.03), ["p (Holm)"], id="p"),
    ],
)
def test_a_column_that_has_nothing_to_say_is_left_away(made: Row, columns: list[str]) -> None:
    page = mk.show_differences(make([made], DIFFERENCES))._repr_html_()
    known = ("stories left out (a value on one side only)", "Hedges’ g", "p (Holm)")
    assert [name for name in known if f'class="mk-number">{name}<' in page] == columns


def test_a_tiny_p_is_not_shown_as_nought() -> None:
    assert "below 0.001" in mk.show_differences(make([row("higher", 1.2, 0.3, 2.1, p=0.00006)], DIFFERENCES)).plain


def test_how_to_read_it_stands_folded_below_and_gives_no_verdict_on_outlets() -> None:
    page = mk.show_differences(TABLE)._repr_html_()
    assert page.index("<table") < page.index("<summary>How to read this table</summary>") < page.index("how good, true or fair")


def test_without_a_second_known_outlet_the_table_is_empty_and_says_why() -> None:
    shown = mk.show_differences(make([], DIFFERENCES))
    assert shown.plain.startswith("No outlet was compared: there is only one whose name is known")
    assert "<table" in shown._repr_html_()


def test_a_caption_of_ones_own_stands_in_place() -> None:
    assert mk.show_differences(TABLE, "Ferries in two papers").plain.startswith("Ferries in two papers\n")


def test_a_hostile_name_is_text() -> None:
    page = mk.show_differences(make([row("higher", 1.2, 0.3, 2.1, outlet="<script>\u202e")], DIFFERENCES))._repr_html_()
    assert "<script" not in page
    assert "\u202e" not in page


def test_another_table_is_refused() -> None:
    with pytest.raises(ContractError, match="the differences table lacks"):
        mk.show_differences(TABLE.drop(columns="verdict"))


def test_the_differences_are_not_changed() -> None:
    before = TABLE.copy()
    mk.show_differences(TABLE)
    pd.testing.assert_frame_equal(TABLE, before)
