"""A figure says what it shows: on its axis, in words, and as the table behind it."""

import io
from collections.abc import Callable
from html.parser import HTMLParser

import matplotlib
import pandas as pd
import pytest
from matplotlib.figure import Figure

import mediakit as mk
from mediakit.errors import ContractError, MeasureError
from mediakit.plots.figure import ShownAxes
from mediakit.tables import SUMMARY, make

WITHIN = "one article; interval: 95 %, sentences within this article"
OVER = "mean of stories; interval: 95 %, t over stories"

Row = tuple[object, ...]


def group(
    name: str, estimate: float | None, low: float | None = None, high: float | None = None, n: int = 1, *, method: str = WITHIN
) -> Row:
    stories, left_out = (n, 0) if estimate is not None else (None, 1)
    return (name, "lix", estimate, low, high, stories, n if estimate is not None else 0, left_out, method, "lix/1 mediakit/0.1.0")


def summary_of(*rows: Row) -> pd.DataFrame:
    return make(rows, SUMMARY)


TWO = summary_of(group("Harbour Herald", 45.04, 40, 50.5), group("Coast Courier", 51.26, 47.1, 56))
SEVERAL = summary_of(group("Harbour Herald", 45, 40, 50, 4, method=OVER), group("Coast Courier", 51, 47, 56, 3, method=OVER))


def test_the_axis_names_measure_unit_direction_n_and_what_the_bars_are() -> None:
    label = mk.plot_measure(TWO, "lix").get_xlabel()
    assert label == "LIX (points; higher: harder to read)\nn: one article each; bars: 95 %, sentences within this article"


def test_with_several_articles_each_group_carries_its_n() -> None:
    axes = mk.plot_measure(SEVERAL, "lix")
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Harbour Herald (n = 4)", "Coast Courier (n = 3)"]
    assert axes.get_xlabel().endswith("n: articles; bars: 95 %, t over stories")


def test_without_intervals_no_bars_are_spoken_of() -> None:
    axes = mk.plot_measure(summary_of(group("Harbour Herald", 45, method="one article")), "lix")
    assert axes.get_xlabel() == "LIX (points; higher: harder to read)\nn: one article each"


def test_groups_stand_from_top_to_bottom_in_the_order_of_the_table() -> None:
    axes = mk.plot_measure(TWO, "lix")
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Harbour Herald", "Coast Courier"]
    bottom, top = axes.get_ylim()
    assert bottom > top


def test_each_group_is_a_point_with_its_bar_where_the_numbers_are() -> None:
    lines = [[*map(float, line.get_xdata())] for line in mk.plot_measure(TWO, "lix").lines]
    assert lines == [[40, 50.5], [45.04], [47.1, 56], [51.26]]


def test_the_numbers_stand_beside_the_points() -> None:
    assert [text.get_text() for text in mk.plot_measure(TWO, "lix").texts] == ["45.0", "51.3"]


def test_an_amount_begins_at_nought() -> None:
    corpus = mk.read_texts({"Harbour Herald": "One two three.", "Coast Courier": "One two three four five."})
    axes = mk.plot_measure(mk.summarize(mk.measure(corpus, "word_count")), "word_count")
    assert axes.get_xlim()[0] == 0


def test_the_alternative_text_holds_every_group_value_and_interval() -> None:
    alt = mk.plot_measure(TWO, "lix").alt
    assert alt.startswith("LIX, in points; higher means harder to read.")
    assert "Harbour Herald 45.0 (40.0 to 50.5)" in alt
    assert "Coast Courier 51.3 (47.1 to 56.0)" in alt
    assert "Bars: 95 %, sentences within this article" in alt
    assert "One article each." in alt


def test_the_table_behind_holds_every_group_and_number() -> None:
    behind = mk.plot_measure(TWO, "lix").behind
    assert behind[["group", "LIX", "low", "high", "articles"]].values.tolist() == [
        ["Harbour Herald", "45.0", "40.0", "50.5", 1],
        ["Coast Courier", "51.3", "47.1", "56.0", 1],
    ]


def test_the_page_holds_figure_words_and_table() -> None:
    page = mk.plot_measure(TWO, "lix")._repr_html_()
    assert page.index("<figure") < page.index("<svg role=") < page.index("<figcaption>") < page.index("<table")
    assert page.count("LIX, in points; higher means harder to read.") == 2  # spoken and printed
    assert "<script" not in page
    assert "http" not in page.replace("http://www.w3.org/", "")


def test_too_little_text_says_no_value_in_the_figure_and_why_in_words() -> None:
    axes = mk.plot_measure(summary_of(group("Harbour Herald", 45), group("Coast Courier", None)), "lix")
    assert [text.get_text() for text in axes.texts] == ["45.0", "no value"]
    assert "Coast Courier has no value" in axes.alt
    assert axes.behind["LIX"].tolist() == ["45.0", "–"]


def test_one_article_with_a_value_and_one_without_are_still_one_article_each() -> None:
    axes = mk.plot_measure(summary_of(group("Harbour Herald", 45), group("Coast Courier", None)), "lix")
    assert "n: one article each" in axes.get_xlabel()


def test_where_no_group_has_a_value_the_figure_is_drawn_and_says_so() -> None:
    axes = mk.plot_measure(summary_of(group("Harbour Herald", None), group("Coast Courier", None)), "lix")
    assert [text.get_text() for text in axes.texts] == ["no value", "no value"]
    assert "<svg" in axes._repr_html_()


def test_a_text_in_another_language_is_not_said_to_be_too_short() -> None:
    german = "Die Nachtfähre ist am Montag wegen des Sturms nicht ausgelaufen, sagte der Hafenmeister. " * 20
    summary = mk.summarize(mk.measure(mk.read_texts({"Küstenbote": german}), "flesch_reading_ease"))
    assert "needs at least 100 words" not in mk.plot_measure(summary, "flesch_reading_ease").alt


def test_axes_given_are_drawn_on_and_returned() -> None:
    axes = Figure().add_subplot()
    assert mk.plot_measure(TWO, "lix", ax=axes) is axes
    assert axes.get_xlabel().startswith("LIX (points")


def test_a_figure_of_its_own_stands_outside_pyplot() -> None:
    from matplotlib import pyplot

    before = pyplot.get_fignums()
    axes = mk.plot_measure(TWO, "lix")
    assert isinstance(axes, ShownAxes)
    assert pyplot.get_fignums() == before


def test_the_readers_own_settings_are_left_as_they_were() -> None:
    names = ("text.parse_math", "text.color", "font.family", "font.size", "svg.fonttype", "svg.hashsalt", "axes.edgecolor")
    before = [matplotlib.rcParams[name] for name in names]
    mk.plot_measure(TWO, "lix")._repr_html_()
    assert [matplotlib.rcParams[name] for name in names] == before


HOSTILE = [
    pytest.param("$\\frac{1}{0}$ and $x$", id="formula"),
    pytest.param("$\\undefined$", id="formula that does not exist"),
    pytest.param("cost $5 to $10", id="dollars"),
    pytest.param("<script>alert(1)</script><b>&amp;", id="markup"),
    pytest.param("]]> --> </svg></figure>", id="markup that would end the figure"),
    pytest.param('" onmouseover="alert(1)', id="quotation mark that would end an attribute"),
    pytest.param("abc\u202edef\u2066ghi", id="text that would turn around"),
    pytest.param("Daily 🐟 News 👨‍👩‍👧", id="emoji"),
    pytest.param("दैनिक समाचार", id="Devanagari"),
    pytest.param("البيان", id="Arabic"),
    pytest.param("x" * 200, id="200 characters without a space"),
    pytest.param("The Harbour and Coast " * 9, id="200 characters"),
    pytest.param("a\nb\tc\x00d\x1be", id="control characters"),
    pytest.param("%s {} {0} %(x)s \\n", id="formatting"),
    pytest.param("_underscore^caret~", id="TeX signs"),
]


class Structure(HTMLParser):
    """Every tag of a page with the names of its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, ...]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add((tag, *sorted(name for name, _ in attrs if name != "class")))


def tags_and_attributes(page: str) -> set[tuple[str, ...]]:
    structure = Structure()
    structure.feed(page)
    return structure.found


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_drawn_as_text(name: str) -> None:
    page = mk.plot_measure(summary_of(group(name, 45, 40, 50), group("Coast Courier", 51)), "lix")._repr_html_()
    plain = mk.plot_measure(summary_of(group("Harbour Herald", 45, 40, 50), group("Coast Courier", 51)), "lix")._repr_html_()
    assert tags_and_attributes(page) == tags_and_attributes(plain)
    assert not {"\u202e", "\u2066", "\x00", "\x1b"} & {*page}


def test_dollar_signs_stay_dollar_signs() -> None:
    page = mk.plot_measure(summary_of(group("cost $5 to $10", 45)), "lix")._repr_html_()
    assert page.count("cost $5 to $10") == 4  # the label, spoken, printed, and in the table


def test_a_long_name_is_shortened_in_the_figure_and_whole_behind_it() -> None:
    name = "The Harbour and Coast and Islands Evening Herald and Courier"
    axes = mk.plot_measure(summary_of(group(name, 45)), "lix")
    assert axes.get_yticklabels()[0].get_text() == "The Harbour and Coast and Islands…"
    assert name in axes.alt
    assert axes.behind["group"].tolist() == [name]


@pytest.mark.parametrize("format", ["pdf", "png", "svg"])
def test_the_figure_can_be_saved(format: str) -> None:
    written = io.BytesIO()
    mk.plot_measure(TWO, "lix").figure.savefig(written, format=format)
    assert written.getvalue().startswith({"pdf": b"%PDF", "png": b"\x89PNG", "svg": b"<?xml"}[format])


@pytest.mark.parametrize("summary", [TWO, SEVERAL], ids=["one article each", "several"])
def test_the_same_table_gives_the_same_bytes(summary: pd.DataFrame) -> None:
    def draw() -> str:
        return mk.plot_measure(summary.copy(), "lix")._repr_html_()

    assert draw() == draw()


def test_a_second_look_at_one_figure_is_the_same() -> None:
    axes = mk.plot_measure(TWO, "lix")
    look: Callable[[], str] = axes._repr_html_
    assert look() == look()


def test_a_measure_that_is_not_in_the_summary_is_refused_with_those_that_are() -> None:
    with pytest.raises(MeasureError, match="the summary holds no rix") as refused:
        mk.plot_measure(TWO, "rix")
    assert refused.value.mend == "measure it first; there are: lix"


def test_an_unknown_measure_is_refused() -> None:
    with pytest.raises(MeasureError, match="no measure is called"):
        mk.plot_measure(TWO, "lixx")


def test_another_table_is_refused() -> None:
    with pytest.raises(ContractError, match="the summary table lacks"):
        mk.plot_measure(TWO.drop(columns="method"), "lix")


def test_the_summary_is_not_changed() -> None:
    before = TWO.copy()
    mk.plot_measure(TWO, "lix")
    pd.testing.assert_frame_equal(TWO, before)
