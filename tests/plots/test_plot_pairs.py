"""Outlets story by story: every story a line, beside it the mean difference and what may be said of it."""

import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

import mediakit as mk
from mediakit.errors import ContractError, MeasureError, RecipeError
from mediakit.plots.figure import ShownAxes
from tests.plots.made import GRADES, values_of

VALUES = values_of(GRADES)
DIFFERENCES = mk.compare(VALUES, reference="Herald")


def drawn(values: pd.DataFrame = VALUES, differences: pd.DataFrame = DIFFERENCES) -> ShownAxes:
    axes = mk.plot_pairs(values, differences, "flesch_kincaid_grade")
    assert isinstance(axes, ShownAxes)
    return axes


def beside(axes: Axes) -> Axes:
    """The panel of the differences."""
    return axes.figure.axes[1]


def stories(axes: Axes) -> list[list[float]]:
    """The lines from outlet to outlet."""
    return [[*map(float, line.get_xdata())] for line in axes.lines if len(line.get_xdata()) == 2]


def test_every_story_is_a_line_from_the_reference_to_the_outlet() -> None:
    both = {outlet: GRADES[outlet] for outlet in ("Herald", "Courier")}
    values = values_of(both)
    assert stories(drawn(values, mk.compare(values, reference="Herald"))) == [[14, 17], [6, 10], [8, 10], [10, 13]]


def test_the_reference_stands_above_each_outlet() -> None:
    assert [label.get_text() for label in drawn().get_yticklabels()] == ["Herald", "Courier", "Herald", "Times"]


def test_a_story_that_points_the_other_way_is_dashed_and_not_only_of_another_color() -> None:
    times = [line for line in drawn().lines if len(line.get_xdata()) == 2][-2:]
    assert [(*map(float, line.get_xdata()), line.get_linestyle()) for line in times] == [(8, 9, "-"), (10, 9, "--")]


def test_only_stories_that_both_reported_are_lines() -> None:
    assert len(stories(drawn())) == 4 + 2


def test_the_second_panel_holds_differences_interval_and_mean() -> None:
    values = values_of({outlet: GRADES[outlet] for outlet in ("Herald", "Courier")})
    axes = beside(drawn(values, mk.compare(values, reference="Herald")))
    rings, bar, mean = (sorted(map(float, line.get_xdata())) for line in axes.lines[:3])
    assert rings == [2, 3, 3, 4]
    assert mean == [3]
    assert [round(end, 2) for end in bar] == [1.70, 4.30]  # 3 ± 3.182 · 0.816 / 2


def test_what_may_be_said_stands_in_words() -> None:
    assert [text.get_text() for text in beside(drawn()).texts] == [
        "Courier", "harder to read by 3.0 (1.7 to 4.3)", "4 stories: higher in 4",
        "Times", "too few stories", "2 stories: higher in 1, lower in 1",
    ]  # fmt: skip


def test_stories_that_go_either_way_cannot_be_told_apart() -> None:
    values = values_of({"Herald": {"a": 8, "b": 9, "c": 10}, "Courier": {"a": 9, "b": 8, "c": 10}})
    words = [text.get_text() for text in beside(drawn(values, mk.compare(values, reference="Herald"))).texts]
    assert words == ["Courier", "cannot be told apart", "3 stories: higher in 1, lower in 1"]


def test_without_a_story_in_common_nothing_is_drawn_and_that_is_said() -> None:
    values = values_of({"Herald": {"a": 8}, "Courier": {"b": 9}})
    axes = drawn(values, mk.compare(values, reference="Herald"))
    assert [text.get_text() for text in axes.texts] == ["no story in common"]
    assert axes.alt.endswith("Courier and Herald: too few stories (0).")


def test_the_alternative_text_holds_every_comparison() -> None:
    assert drawn().alt == (
        "Flesch–Kincaid grade, in US school grade; higher means harder to read. "
        "Courier: harder to read than Herald by 3.0 US school grades (1.7 to 4.3), 4 stories. Higher in Courier in 4 of 4. "
        "Times and Herald: too few stories (2). Higher in Times in 1 of 2."
    )


def test_the_table_behind_holds_every_story_and_the_mean() -> None:
    assert drawn().behind.values.tolist() == [
        ["budget", "Courier", "17.0", "Herald", "14.0", "3.0"],
        ["derby", "Courier", "10.0", "Herald", "6.0", "4.0"],
        ["ferry", "Courier", "10.0", "Herald", "8.0", "2.0"],
        ["flood", "Courier", "13.0", "Herald", "10.0", "3.0"],
        ["mean of 4 stories", "Courier", "–", "Herald", "–", "3.0 (1.7 to 4.3)"],
        ["ferry", "Times", "9.0", "Herald", "8.0", "1.0"],
        ["flood", "Times", "9.0", "Herald", "10.0", "-1.0"],
        ["mean of 2 stories", "Times", "–", "Herald", "–", "0.0"],
    ]


def test_how_to_read_it_says_what_it_does_not_say() -> None:
    assert "not about how good, true or fair an outlet is" in drawn().meaning
    assert "“Cannot be told apart” is a finding" in drawn().meaning


@pytest.mark.parametrize(("count", "said"), [(11, True), (12, False)])
def test_few_stories_are_called_few(count: int, said: bool) -> None:
    values = values_of(
        {"Herald": dict.fromkeys("abcdefghijkl"[:count], 8.0), "Courier": dict.fromkeys("abcdefghijkl"[:count], 9.0)}
    )
    assert ("Fewer than twelve stories are few" in drawn(values, mk.compare(values, reference="Herald")).meaning) == said


def test_of_many_outlets_the_first_twelve_are_drawn_and_that_is_said() -> None:
    values = values_of({f"Paper {n:02}": {"ferry": 8.0 + n} for n in range(15)})
    axes = drawn(values, mk.compare(values, reference="Paper 00"))
    assert len(axes.get_yticklabels()) == 24
    assert "first 12 of 14 outlets" in axes.alt
    assert len(axes.behind) == 28
    assert axes.figure.get_size_inches()[1] < 22


def test_of_many_stories_the_first_two_hundred_are_lines_and_that_is_said() -> None:
    values = values_of({outlet: {f"s{n:03}": 8.0 + n % 7 for n in range(250)} for outlet in ("Herald", "Courier")})
    axes = drawn(values, mk.compare(values, reference="Herald"))
    assert len(stories(axes)) == 200
    assert "the first 200 are drawn" in axes.caption
    assert len(axes.behind) == 251


def test_on_a_phone_the_panels_stand_one_below_the_other() -> None:
    narrow = drawn()._copy()._narrowed()
    narrow.figure.canvas.draw()
    above, below = (panel.get_position() for panel in narrow.figure.axes)
    assert above.y0 > below.y1
    assert narrow.figure.get_size_inches()[0] < 4


def test_axes_given_show_the_differences() -> None:
    axes = Figure().add_subplot()
    assert mk.plot_pairs(VALUES, DIFFERENCES, "flesch_kincaid_grade", ax=axes) is axes
    assert axes.get_xlabel() == "Difference from Herald\n(US school grade; 0: none)\n→ harder to read"


@pytest.mark.parametrize("name", ["cost $5 to $10", "$\\undefined$", "<script>alert(1)</script>", "abc\u202edef\x00", "x" * 200])
def test_a_hostile_name_is_drawn_as_text(name: str) -> None:
    values = values_of({name: {"ferry": 8.0, name: 9.0}, "Courier": {"ferry": 9.0, name: 9.0}})
    page = drawn(values, mk.compare(values, reference="Courier"))._repr_html_()
    assert "<script" not in page
    assert not {"\u202e", "\x00"} & {*page}


def test_a_second_look_at_one_figure_is_the_same() -> None:
    axes = drawn()
    assert [axes._repr_html_() for _ in range(2)] == [drawn()._repr_html_()] * 2


def test_a_measure_that_was_not_compared_is_refused_with_those_that_were() -> None:
    with pytest.raises(MeasureError, match="the differences hold no lix") as refused:
        mk.plot_pairs(VALUES, DIFFERENCES, "lix")
    assert refused.value.mend == "compare values of it first; there are: flesch_kincaid_grade"


def test_differences_of_other_values_are_refused() -> None:
    fewer = VALUES[VALUES["story_id"] != "ferry"]
    with pytest.raises(MeasureError, match="the values hold 3 stories of Courier and Herald, the differences 4"):
        mk.plot_pairs(fewer, DIFFERENCES, "flesch_kincaid_grade")


def test_values_measured_in_another_way_are_refused() -> None:
    with pytest.raises(RecipeError, match="made in two ways"):
        mk.plot_pairs(values_of(GRADES, recipe="other"), DIFFERENCES, "flesch_kincaid_grade")


def test_another_table_is_refused() -> None:
    with pytest.raises(ContractError, match="the differences table lacks"):
        mk.plot_pairs(VALUES, VALUES, "flesch_kincaid_grade")
