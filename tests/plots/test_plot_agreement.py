"""The grade formulas side by side: a band, not one grade."""

import pandas as pd
import pytest
from matplotlib.figure import Figure

import mediakit as mk
from mediakit.errors import MeasureError
from mediakit.measures.catalogue import MEASURES
from mediakit.plots.agreement import FORMULAS
from mediakit.plots.figure import ShownAxes
from mediakit.tables import SUMMARY, make
from tests.plots.made import values_of

Grades = dict[str, dict[str, float | None]]  # by group and formula

TWO: Grades = {
    "Herald": {"flesch_kincaid_grade": 12.0, "gunning_fog": 14.0, "smog_index": None, "coleman_liau_index": 11.0},
    "Courier": {"flesch_kincaid_grade": 13.0, "gunning_fog": 13.5, "smog_index": 15.0, "coleman_liau_index": 13.2},
}


def summary_of(grades: Grades) -> pd.DataFrame:
    rows = [
        (group, measure, value, None, None, None, 1, int(value is None), "one article", "r")
        for group, values in grades.items()
        for measure, value in values.items()
    ]
    return make(rows, SUMMARY)


def drawn(grades: Grades = TWO, group: str | None = None) -> ShownAxes:
    axes = mk.plot_agreement(summary_of(grades), group=group)
    assert isinstance(axes, ShownAxes)
    return axes


def rows(axes: ShownAxes) -> list[str]:
    return [label.get_text() for label in axes.get_yticklabels()]


def test_every_formula_is_a_mark_of_its_own_shape_with_name_and_grade_beside_it() -> None:
    axes = drawn(group="Herald")
    assert [text.get_text() for text in axes.texts] == ["Flesch–Kincaid 12.0", "Fog 14.0", "Coleman–Liau 11.0"]
    shapes = [line.get_marker() for line in axes.lines if len(line.get_xdata()) == 1]
    assert len({*shapes}) == 3


def test_the_band_reaches_from_the_lowest_to_the_highest() -> None:
    ends = [float(line.get_xdata()[0]) for line in drawn().lines if len(line.get_xdata()) == 2]
    assert ends == [11.0, 14.0, 13.0, 15.0]


def test_the_formulas_drawn_are_all_that_answer_in_school_grades() -> None:
    assert [formula.name for formula in FORMULAS] == [name for name, one in MEASURES.items() if one.unit == "US school grade"]


def test_formulas_in_points_of_their_own_are_left_out_and_that_is_said() -> None:
    axes = drawn({"Herald": {"flesch_kincaid_grade": 12.0, "gunning_fog": 14.0, "dale_chall": 9.0, "lix": 50.0}})
    assert len(axes.texts) == 2
    assert "Dale–Chall, LIX and RIX count in points of their own and are not drawn." in axes.meaning


def test_the_alternative_text_holds_span_and_every_grade() -> None:
    assert drawn().alt == (
        "US school grades by 4 formulas. "
        "Herald: 11.0 to 14.0 (Flesch–Kincaid grade 12.0, Gunning fog index 14.0, Coleman–Liau index 11.0); "
        "Courier: 13.0 to 15.0 (Flesch–Kincaid grade 13.0, Gunning fog index 13.5, SMOG grade 15.0, Coleman–Liau index 13.2)."
    )


def test_the_caption_says_how_far_apart_the_formulas_are() -> None:
    assert drawn().caption.endswith("For Herald the formulas are 3.0 grades apart.")


def test_the_table_behind_holds_every_grade_and_the_span() -> None:
    behind = drawn().behind
    assert list(behind) == ["group", "Flesch–Kincaid grade", "Gunning fog index", "SMOG grade", "Coleman–Liau index",
                            "lowest to highest"]  # fmt: skip
    assert behind.values.tolist()[0] == ["Herald", "12.0", "14.0", "–", "11.0", "11.0 to 14.0"]


def test_a_group_with_one_grade_shows_no_agreement_and_has_no_row() -> None:
    assert rows(drawn({"Herald": TWO["Herald"], "Times": {"gunning_fog": 12.0}})) == ["Herald"]


def test_values_are_shown_article_by_article() -> None:
    values = pd.concat([
        values_of({"Herald": {"ferry": 8.0, "flood": 9.0}, "Courier": {"ferry": 10.0}}, name)
        for name in ("flesch_kincaid_grade", "gunning_fog")
    ])  # fmt: skip
    axes = mk.plot_agreement(values)
    assert isinstance(axes, ShownAxes)
    assert rows(axes) == ["Herald · Herald/ferry", "Herald · Herald/flood", "Courier"]


def test_an_article_of_unknown_outlet_is_shown_as_such() -> None:
    values = pd.concat([values_of({"Herald": {"ferry": 8.0}}, name) for name in ("flesch_kincaid_grade", "gunning_fog")])
    axes = mk.plot_agreement(values.assign(outlet=None, outlet_key=None))
    assert isinstance(axes, ShownAxes)
    assert rows(axes) == ["unknown (Herald/ferry)"]
    assert "nothing that was read says who published it" in axes.meaning


def test_of_many_groups_the_first_fourteen_are_drawn_and_the_table_holds_all() -> None:
    axes = drawn({f"Outlet {n:02}": TWO["Herald"] for n in range(20)})
    assert (len(rows(axes)), len(axes.behind)) == (14, 20)
    assert "the first 14 of 20" in axes.get_xlabel()


def test_axes_given_are_drawn_on_and_returned() -> None:
    axes = Figure().add_subplot()
    assert mk.plot_agreement(summary_of(TWO), ax=axes) is axes


@pytest.mark.parametrize("name", ["$\\undefined$", "<script>alert(1)</script>", "abc\u202edef\x00", "x" * 200])
def test_a_hostile_name_is_drawn_as_text(name: str) -> None:
    page = drawn({name: TWO["Herald"]})._repr_html_()
    assert "<script" not in page
    assert not {"\u202e", "\x00"} & {*page}


def test_a_group_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(MeasureError, match="no group is called 'Times'") as refused:
        drawn(group="Times")
    assert refused.value.mend == "use one of: Herald, Courier"


def test_one_formula_is_no_agreement() -> None:
    with pytest.raises(MeasureError, match="no group has grades by two formulas"):
        drawn({"Herald": {"gunning_fog": 12.0}})
