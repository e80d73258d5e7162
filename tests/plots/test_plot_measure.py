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


def test_the_axis_names_measure_unit_direction_and_what_dots_and_lines_are() -> None:
    label = mk.plot_measure(TWO, "lix").get_xlabel()
    assert label == "LIX (points; higher: harder to read)\ndot: one article; line: how much it depends on single sentences"


def test_with_several_articles_each_group_carries_its_n() -> None:
    axes = mk.plot_measure(SEVERAL, "lix")
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Harbour Herald (n = 4)", "Coast Courier (n = 3)"]
    assert axes.get_xlabel().endswith("dot: mean over stories, n articles; line: how much it depends on which stories were read")


def test_where_stories_are_not_known_the_dot_is_a_mean_of_articles() -> None:
    method = "mean of articles; no interval while stories are not known"
    axes = mk.plot_measure(summary_of(group("Harbour Herald", 45, n=2, method=method)), "lix")
    assert axes.get_xlabel().endswith("dot: mean of n articles")


def test_without_intervals_no_lines_are_spoken_of() -> None:
    axes = mk.plot_measure(summary_of(group("Harbour Herald", 45, method="one article")), "lix")
    assert axes.get_xlabel() == "LIX (points; higher: harder to read)\ndot: one article"
    assert isinstance(axes, ShownAxes)
    assert "line" not in axes.alt + axes.caption + axes.meaning


def test_what_a_line_is_stands_below_in_plain_words() -> None:
    axes = mk.plot_measure(TWO, "lix")
    assert isinstance(axes, ShownAxes)
    assert axes.caption == (
        "Further to the right: harder to read. Dot: one article. Line: how much it depends on single sentences."
    )
    assert "95 times in 100 the number fell on the line" in axes.meaning
    assert "no comparison between outlets, and no test of a difference" in axes.meaning


def test_what_an_unknown_outlet_is_stands_below_too() -> None:
    one = mk.plot_measure(summary_of(group("Harbour Herald", 45), group("unknown (002…)", 51)), "lix")
    two = mk.plot_measure(summary_of(group("unknown (001…)", 45), group("unknown (002…)", 51)), "lix")
    assert isinstance(one, ShownAxes)
    assert isinstance(two, ShownAxes)
    assert "“unknown (002…)” is an article of which nothing that was read says who published it" in one.meaning
    assert "may be one and the same, or two" not in one.meaning
    assert "Two unknown outlets may be one and the same, or two." in two.meaning
    assert "nothing that was read" not in mk.plot_measure(TWO, "lix")._repr_html_()


def test_a_measure_of_ones_own_is_drawn_too() -> None:
    own = mk.Measure(
        name="questions", label="Questions", unit="question marks", higher_means="more questions", what="question marks",
        reference="one's own", decimals=0, compute=lambda document: document.plain.count("?"),
    )  # fmt: skip
    values = mk.measure(mk.read_texts({"Harbour Herald": "Why? Nobody knew. Who?"}), [own])
    axes = mk.plot_measure(mk.summarize(values), own)
    assert axes.get_xlabel().startswith("Questions (question marks; higher: more questions)")
    assert [text.get_text() for text in axes.texts] == ["2"]


@pytest.mark.parametrize(("groups", "drawn"), [(24, 24), (60, 60), (61, 60), (500, 60)])
def test_a_figure_has_an_end_and_the_table_holds_all(groups: int, drawn: int) -> None:
    axes = mk.plot_measure(summary_of(*(group(f"Outlet {n:03}", 40 + n) for n in range(groups))), "lix")
    assert isinstance(axes, ShownAxes)
    assert len(axes.get_yticklabels()) == drawn
    assert len(axes.behind) == groups
    assert axes.figure.get_size_inches()[1] < 20
    said = f"first {drawn} of {groups}"
    assert [said in text for text in (axes.get_xlabel(), axes.alt, axes.caption)] == [drawn < groups] * 3


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
    assert "In brackets: how much it depends on single sentences." in alt
    assert "One article each." in alt


def test_the_table_behind_holds_every_group_and_number() -> None:
    behind = mk.plot_measure(TWO, "lix").behind
    assert list(behind) == ["group", "LIX", "line from", "line to", "articles"]
    assert behind.values.tolist() == [
        ["Harbour Herald", "45.0", "40.0", "50.5", 1],
        ["Coast Courier", "51.3", "47.1", "56.0", 1],
    ]


def test_the_table_says_what_a_number_is_where_not_all_are_the_same() -> None:
    axes = mk.plot_measure(summary_of(group("Harbour Herald", 45, 40, 50, 4, method=OVER), group("Coast Courier", None)), "lix")
    assert isinstance(axes, ShownAxes)
    assert list(axes.behind) == ["group", "LIX", "line from", "line to", "articles", "left out (no value)", "what it is"]


def test_the_page_holds_figure_words_and_table() -> None:
    page = mk.plot_measure(TWO, "lix")._repr_html_()
    assert page.index("<figure") < page.index("<svg class=") < page.index("<figcaption>") < page.index("<table")
    assert page.count("LIX, in points; higher means harder to read.") == 2  # spoken, of the wide and of the narrow figure
    assert [page.count(f'<svg class="mk-{width}" role="img"') for width in ("wide", "narrow")] == [1, 1]
    assert "<script" not in page
    assert "http" not in page.replace("http://www.w3.org/", "")


def test_too_little_text_says_no_value_in_the_figure_and_why_in_words() -> None:
    axes = mk.plot_measure(summary_of(group("Harbour Herald", 45), group("Coast Courier", None)), "lix")
    assert [text.get_text() for text in axes.texts] == ["45.0", "no value"]
    assert "Coast Courier has no value" in axes.alt
    assert axes.behind["LIX"].tolist() == ["45.0", "–"]


def test_one_article_with_a_value_and_one_without_are_still_one_article_each() -> None:
    axes = mk.plot_measure(summary_of(group("Harbour Herald", 45), group("Coast Courier", None)), "lix")
    assert "dot: one article" in axes.get_xlabel()


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
    assert page.count("cost $5 to $10") == 5  # the label and spoken, wide and narrow, and in the table


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
