"""All measures at a glance: only those that can be compared, the same groups in the same order."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.errors import ContractError, MeasureError
from mediakit.plots.figure import ShownAxes
from mediakit.tables import SUMMARY, make

Scores = dict[str, dict[str, float | None]]  # by measure and group

SCORES: Scores = {
    "word_count": {"Herald": 420.0, "Courier": 310.0, "Times": 250.0},
    "lix": {"Herald": 45.0, "Courier": None, "Times": 51.0},
    "smog_index": {"Herald": 11.0, "Courier": None, "Times": None},
    "hd_d": {"Herald": None, "Courier": None, "Times": None},
}


def summary_of(scores: Scores) -> pd.DataFrame:
    rows = [
        (group, measure, value, value and value - 2, value and value + 2, None, 1, int(value is None),
         "one article; interval: 95 %, sentences within this article", "r")
        for measure, values in scores.items()
        for group, value in values.items()
    ]  # fmt: skip
    return make(rows, SUMMARY)


def drawn(scores: Scores = SCORES) -> ShownAxes:
    axes = mk.plot_overview(summary_of(scores))
    assert isinstance(axes, ShownAxes)
    return axes


def titles(axes: ShownAxes) -> list[str]:
    return [panel.get_title() for panel in axes.figure.axes]


def test_only_measures_with_a_value_in_two_groups_are_drawn() -> None:
    assert titles(drawn()) == ["Words", "LIX"]


def test_the_others_are_named_with_the_reason() -> None:
    said = (
        "Not drawn: SMOG grade (only Herald has a value; it needs at least 30 sentences); "
        "HD-D (no group has a value; it needs at least 100 words)."
    )
    assert drawn().caption.endswith(said)
    assert drawn().alt.endswith(said)


def test_the_groups_stand_in_the_same_order_in_every_panel() -> None:
    panels = drawn()._copy()._narrowed().figure.axes
    assert [[label.get_text() for label in panel.get_yticklabels()] for panel in panels] == [["Herald", "Courier", "Times"]] * 2


def test_a_group_without_a_value_says_so_in_its_row() -> None:
    assert [(text.get_text(), text.xy[1]) for text in drawn().figure.axes[1].texts] == [("no value", 1)]


def test_each_panel_names_unit_and_direction() -> None:
    assert [panel.get_xlabel() for panel in drawn().figure.axes] == ["words\n→ longer", "points\n→ harder to read"]


def test_an_amount_begins_at_nought_and_the_furthest_mark_stands_inside() -> None:
    left, right = drawn().get_xlim()
    assert left == 0
    assert right > 422  # where the line of Herald ends


def test_the_alternative_text_holds_every_value() -> None:
    assert "LIX (points; higher: harder to read): Herald 45.0 (43.0 to 47.0); Courier no value; Times 51.0" in drawn().alt


def test_the_table_behind_holds_also_what_is_not_drawn() -> None:
    behind = drawn().behind
    assert list(behind) == ["measure", "Herald", "Courier", "Times"]
    assert behind["measure"].tolist()[2:] == ["SMOG grade (US school grade)", "HD-D (share of different words)"]
    assert behind["Herald"].tolist()[2:] == ["11.0 (9.0 to 13.0)", "no value"]


def test_it_warns_of_looking_until_something_is_found() -> None:
    assert "some differences come out by luck: decide beforehand" in drawn().meaning


def test_the_measures_asked_for_are_drawn_in_that_order_and_ones_own_with_its_label() -> None:
    own = mk.Measure(
        name="questions", label="Questions", unit="question marks", higher_means="more questions", what="question marks",
        reference="one's own", compute=lambda document: document.plain.count("?"),
    )  # fmt: skip
    summary = summary_of({"questions": {"Herald": 1.0, "Courier": 2.0}, **SCORES})
    axes = mk.plot_overview(summary, ["lix", own])
    assert isinstance(axes, ShownAxes)
    assert titles(axes) == ["LIX", "Questions"]


def test_a_measure_that_is_not_in_the_catalogue_goes_by_its_name() -> None:
    assert titles(drawn({"questions": {"Herald": 1.0, "Courier": 2.0}})) == ["questions"]


def test_of_many_groups_the_first_sixteen_are_drawn_and_the_table_holds_all() -> None:
    axes = drawn({"lix": {f"Outlet {n:02}": 40.0 + n for n in range(20)}})
    assert len(axes.get_yticklabels()) == 16
    assert "Drawn are the first 16 of 20 groups" in axes.caption
    assert len(axes.behind.columns) == 21


def test_unknown_outlets_are_explained() -> None:
    axes = drawn({"lix": {"unknown (001…)": 45.0, "unknown (002…)": 51.0}})
    assert "Two unknown outlets may be one and the same, or two." in axes.meaning


def test_on_a_phone_every_panel_has_its_rows_named_and_stands_below_the_one_before() -> None:
    narrow = drawn()._copy()._narrowed()
    narrow.figure.canvas.draw()
    first, second = narrow.figure.axes
    assert first.get_position().y0 > second.get_position().y1
    assert [panel.yaxis.get_tick_params()["labelleft"] for panel in (first, second)] == [True, True]


@pytest.mark.parametrize("name", ["$\\undefined$", "<script>alert(1)</script>", "abc\u202edef\x00", "x" * 200])
def test_a_hostile_name_is_drawn_as_text(name: str) -> None:
    page = drawn({"lix": {name: 45.0, "Courier": 51.0}, "smog_index": {name: 12.0}})._repr_html_()
    assert "<script" not in page
    assert not {"\u202e", "\x00"} & {*page}


def test_where_nothing_can_be_compared_it_says_why() -> None:
    with pytest.raises(MeasureError, match="LIX: only Herald has a value; it needs at least 100 words"):
        drawn({"lix": {"Herald": 45.0}})


def test_a_measure_that_is_not_in_the_summary_is_refused_with_those_that_are() -> None:
    with pytest.raises(MeasureError, match="the summary holds no rix") as refused:
        mk.plot_overview(summary_of({"lix": {"Herald": 45.0, "Courier": 46.0}}), ["rix"])
    assert refused.value.mend == "measure it first; there are: lix"


def test_another_table_is_refused() -> None:
    with pytest.raises(ContractError, match="the summary table lacks"):
        mk.plot_overview(summary_of(SCORES).drop(columns="method"))
