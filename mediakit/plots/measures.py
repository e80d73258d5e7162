"""Figures of measures: one point a group, with its interval."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from mediakit.errors import MeasureError
from mediakit.measures.catalogue import find_measure
from mediakit.plots.figure import BLUE, INK, ShownAxes, new_axes
from mediakit.tables import SUMMARY, check, missing, rows_of
from mediakit.views.shown import visible
from mediakit.views.values import rounded, with_interval

_LONGEST_LABEL = 34  # characters


def plot_measure(summary: pd.DataFrame, measure: str, *, ax: Axes | None = None) -> Axes:
    """One point a group with its interval; the axis names unit, direction and what the bars are.

    Parameters
    ----------
    summary: what summarize() returned.
    measure: name of the measure shown.
    ax: matplotlib Axes to draw on; without it a figure of its own, which a notebook shows with
        alternative text made from the data and the table behind it.

    Returns the Axes. Raises MeasureError when summary holds no row of the measure.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped.", "Coast Courier": "No ferry ran today."})
    >>> print(mk.plot_measure(mk.summarize(mk.measure(corpus)), "word_count").get_xlabel())
    Words (higher: longer)
    n: one article each
    """
    about = find_measure(measure)
    shown = check(summary, SUMMARY).query("measure == @measure").reset_index(drop=True)
    if shown.empty:
        known = ", ".join(dict.fromkeys(summary["measure"]))
        raise MeasureError(f"the summary holds no {measure}", where="plot_measure", mend=f"measure it first; there are: {known}")
    axes = new_axes(7.2, 1.3 + 0.42 * len(shown)) if ax is None else ax
    _draw(axes, shown, measure)
    if about.from_zero:
        axes.set_xlim(left=0)
    one_each = "n: one article each" if int(shown["n_articles"].max()) == 1 else "n: articles"
    second = f"{one_each}; bars: {_bars(shown)}" if _bars(shown) else one_each
    unit = "" if about.unit == about.label.lower() else f"{about.unit}; "
    axes.set_xlabel(f"{about.label} ({unit}higher: {about.higher_means})\n{second}")
    if isinstance(axes, ShownAxes):
        axes.subject, axes.alt, axes.behind = about.label, describe(shown, measure), _table(shown, measure)
    return axes


def _draw(axes: Axes, shown: pd.DataFrame, measure: str) -> None:
    places = range(len(shown))
    axes.set_yticks([*places], [_label(row.group, row.n_articles) for row in rows_of(shown)])
    for text in axes.get_yticklabels():
        text.set_parse_math(False)
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
        value = rounded(measure, row.estimate)
        axes.annotate(value, (row.estimate, place), xytext=(0, 7), textcoords="offset points", ha="center", fontsize=9, color=INK)
    axes.grid(axis="x", color=INK, alpha=0.15, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.margins(x=0.08)


def _label(group: str, n_articles: int) -> str:
    name = visible(group)
    short = name if len(name) <= _LONGEST_LABEL else name[: _LONGEST_LABEL - 1] + "…"
    return short if n_articles == 1 else f"{short} (n = {n_articles})"


def _bars(shown: pd.DataFrame) -> str:
    """What the intervals drawn are, in one phrase; "" where there is none."""
    drawn = shown.loc[shown["low"].notna(), "method"].str.split("interval: ").str[-1].unique()
    return "; ".join(drawn)


def describe(shown: pd.DataFrame, measure: str) -> str:
    """The figure in words, made from its data."""
    about, bars = find_measure(measure), _bars(shown)
    points = [
        f"{row.group} {with_interval(measure, row.estimate, row.low, row.high)}"
        if not missing(row.estimate)
        else f"{row.group} has no value"
        for row in rows_of(shown)
    ]
    said = [f"{about.label}, in {about.unit}; higher means {about.higher_means}. {'; '.join(points)}."]
    if bars:
        said.append(f"Bars: {bars}; they say how firm each value is and are no test of a difference.")
    if int(shown["n_articles"].max()) == 1:
        said.append("One article each.")
    return " ".join(said)


def _table(shown: pd.DataFrame, measure: str) -> pd.DataFrame:
    """The rows of the summary as a reader sees them."""
    return pd.DataFrame(
        {
            "group": shown["group"],
            find_measure(measure).label: [rounded(measure, value) for value in shown["estimate"]],
            "low": [rounded(measure, value) for value in shown["low"]],
            "high": [rounded(measure, value) for value in shown["high"]],
            "articles": shown["n_articles"],
            "left out": shown["n_left_out"],
            "what it is": shown["method"],
        }
    )
