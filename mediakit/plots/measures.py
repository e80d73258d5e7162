"""Figures of measures: one point a group, with its interval."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from mediakit.errors import MeasureError
from mediakit.measures.catalogue import find_measure
from mediakit.measures.measure import WITHIN_ARTICLE, Measure
from mediakit.plots.figure import BLUE, INK, ShownAxes, new_axes
from mediakit.plots.groups import about_unknown, from_nought, name_rows, short
from mediakit.tables import SUMMARY, check, missing, rows_of
from mediakit.views.values import rounded, with_interval

_MOST = 60  # groups in one figure
_ROOMY = 24  # groups up to which rows have room to spare


class Words(NamedTuple):
    """What an interval is, for the axis and for the text below."""

    axis: str
    meaning: str


_INTERVALS = {
    WITHIN_ARTICLE: Words(
        "how much it depends on single sentences",
        "The line shows how much the number depends on single sentences: the article’s own sentences were drawn by lot again "
        "and again, some twice, some not at all, and 95 times in 100 the number fell on the line. It is no comparison between "
        "outlets, and no test of a difference between two articles.",
    ),
    "95 %, t over stories": Words(
        "how much it depends on which stories were read",
        "The line shows how much the mean depends on which stories were read: with other stories of the same kind, it would "
        "plausibly lie on the line (a 95 % interval). Few stories make a long line.",
    ),
}


def plot_measure(summary: pd.DataFrame, measure: str | Measure, *, ax: Axes | None = None) -> Axes:
    """One point a group with its interval; the axis names unit, direction and what points and lines are.

    Parameters
    ----------
    summary: what summarize() returned.
    measure: the measure shown: its name in the catalogue, or a Measure of one's own.
    ax: matplotlib Axes to draw on; without it a figure of its own, which a notebook shows with
        alternative text made from the data, how to read it, and the table behind it.

    Returns the Axes. Of more than 60 groups the first 60 are drawn, and the axis says so; the table
    behind the figure holds all. Raises MeasureError when summary holds no row of the measure.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped.", "Coast Courier": "No ferry ran today."})
    >>> print(mk.plot_measure(mk.summarize(mk.measure(corpus)), "word_count").get_xlabel())
    Words (higher: longer)
    dot: one article
    """
    about = find_measure(measure) if isinstance(measure, str) else measure
    every = check(summary, SUMMARY)
    every = every[every["measure"] == about.name].reset_index(drop=True)
    if every.empty:
        known = ", ".join(dict.fromkeys(summary["measure"]))
        raise MeasureError(
            f"the summary holds no {about.name}", where="plot_measure", mend=f"measure it first; there are: {known}"
        )
    shown = every.head(_MOST)
    axes = new_axes(7.2, 1.3 + (0.42 if len(shown) <= _ROOMY else 0.3) * len(shown)) if ax is None else ax
    _draw(axes, shown, about)
    if about.from_zero:
        from_nought(axes)
    unit = "" if about.unit == about.label.lower() else f"{about.unit}; "
    drawn = [f"dot: {_dot(shown)}", *(f"line: {words.axis}" for words in intervals_of(shown))]
    if len(every) > len(shown):
        drawn.append(f"the first {len(shown)} of {len(every)}")
    axes.set_xlabel(f"{about.label} ({unit}higher: {about.higher_means})\n{'; '.join(drawn)}")
    if isinstance(axes, ShownAxes):
        axes.alt, axes.behind = describe(every, about), _table(every, about)
        axes.subject = f"{about.label} ({'; '.join(drawn)})"
        axes.caption = " ".join(
            f"{said[0].upper()}{said[1:]}." for said in (f"further to the right: {about.higher_means}", *drawn)
        )
        axes.meaning = _meaning(every)
    return axes


def _draw(axes: Axes, shown: pd.DataFrame, about: Measure) -> None:
    places = range(len(shown))
    name_rows(axes, [*places], [_label(row.group, row.n_articles) for row in rows_of(shown)])
    axes.set_ylim(len(shown) - 0.4, -0.6)
    for place, row in zip(places, rows_of(shown), strict=True):
        if missing(row.estimate):
            axes.annotate(
                "no value", (0.01, place), xycoords=("axes fraction", "data"), va="center", fontstyle="italic", color=INK
            )
            continue
        if not missing(row.low):
            axes.plot([row.low, row.high], [place, place], color=BLUE, linewidth=2, solid_capstyle="butt")
        axes.plot(row.estimate, place, "o", color=BLUE, markersize=7)
        value = rounded(about, row.estimate)
        axes.annotate(value, (row.estimate, place), xytext=(0, 7), textcoords="offset points", ha="center", fontsize=9, color=INK)
    axes.grid(axis="x", color=INK, alpha=0.15, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.margins(x=0.08)


def _label(group: str, n_articles: int) -> str:
    return short(group) if n_articles == 1 else f"{short(group)} (n = {n_articles})"


def _dot(shown: pd.DataFrame) -> str:
    """What a dot stands for."""
    if int(shown["n_articles"].max()) <= 1:
        return "one article"
    return "mean of n articles" if shown["method"].str.startswith("mean of articles").any() else "mean over stories, n articles"


def intervals_of(shown: pd.DataFrame) -> list[Words]:
    """What the intervals drawn are; nothing where there is none."""
    kinds = shown.loc[shown["low"].notna(), "method"].str.split("interval: ").str[-1].unique()
    return [_INTERVALS.get(kind, Words(kind, f"The line shows an interval: {kind}.")) for kind in kinds]


def describe(every: pd.DataFrame, about: Measure) -> str:
    """The figure in words, made from its data, for who does not see it."""
    shown = every.head(_MOST)
    points = [
        f"{row.group} {with_interval(about, row.estimate, row.low, row.high)}"
        if not missing(row.estimate)
        else f"{row.group} has no value"
        for row in rows_of(shown)
    ]
    said = [f"{about.label}, in {about.unit}; higher means {about.higher_means}. {'; '.join(points)}."]
    if len(every) > len(shown):
        said.append(f"The first {len(shown)} of {len(every)}; the table holds all.")
    said += [f"In brackets: {words.axis}." for words in intervals_of(shown)]
    if _dot(shown) == "one article":
        said.append("One article each.")
    return " ".join(said)


def _meaning(every: pd.DataFrame) -> str:
    """What lines and unknown outlets mean, for who sees the figure."""
    shown = every.head(_MOST)
    return " ".join([*(words.meaning for words in intervals_of(shown)), *about_unknown(shown["group"])])


def _table(every: pd.DataFrame, about: Measure) -> pd.DataFrame:
    """The rows of the summary as a reader sees them; what no row has is left away."""
    columns: dict[str, object] = {"group": every["group"], about.label: [rounded(about, value) for value in every["estimate"]]}
    if every["low"].notna().any():
        columns["line from"] = [rounded(about, value) for value in every["low"]]
        columns["line to"] = [rounded(about, value) for value in every["high"]]
    columns["articles"] = every["n_articles"]
    if every["n_left_out"].any():
        columns["left out (no value)"] = every["n_left_out"]
    if every["method"].nunique() > 1:
        columns["what it is"] = every["method"]
    return pd.DataFrame(columns)
