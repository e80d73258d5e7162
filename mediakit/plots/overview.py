"""All measures at a glance: one small panel a measure, the same groups in the same order in each."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from mediakit.errors import MeasureError
from mediakit.measures.catalogue import MEASURES
from mediakit.measures.measure import Measure
from mediakit.plots.figure import BLUE, INK, ShownAxes, new_panels
from mediakit.plots.groups import about_unknown, from_nought, name_rows, short
from mediakit.plots.measures import intervals_of
from mediakit.tables import SUMMARY, check, missing, rows_of
from mediakit.views.values import with_interval

_MOST = 16  # groups in one figure
_COLUMNS = 3
_PANEL, _ROW = 1.25, 0.3  # inches of a panel without its rows, and of a row


class _Panel(NamedTuple):
    """One measure and its rows, in the order of the groups; a group that was not measured has none."""

    about: Measure | str
    rows: dict[str, Any]

    @property
    def label(self) -> str:
        return self.about if isinstance(self.about, str) else self.about.label

    @property
    def axis(self) -> str:
        """Unit and direction, in two lines."""
        return "" if isinstance(self.about, str) else f"{self.about.unit}\n→ {self.about.higher_means}"

    @property
    def groups(self) -> list[str]:
        """The groups that have a value."""
        return [group for group, row in self.rows.items() if not missing(row.estimate)]


def plot_overview(summary: pd.DataFrame, measures: Sequence[str | Measure] | None = None) -> Axes:
    """All measures at a glance: one small panel a measure, a point a group, the groups in the same order everywhere.

    Parameters
    ----------
    summary: what summarize() returned.
    measures: which measures, in which order: names, or Measures of one's own; all of the summary otherwise.

    Only measures that can be compared are drawn, those with a value in two groups or more; the others are
    named below with the reason. Every panel has its own scale. Of more than 16 groups the first 16 are drawn,
    and the text says so; the table behind the figure holds all. Returns the Axes of the first panel, which a
    notebook shows with all others. Raises MeasureError when no measure can be compared.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped.", "Coast Courier": "No ferry ran today."})
    >>> axes = mk.plot_overview(mk.summarize(mk.measure(corpus, ["word_count", "lix"])))
    >>> print(axes.alt.split(". ")[1])
    Words (words; higher: longer): Harbour Herald 3; Coast Courier 4
    >>> print(axes.alt.split(". ")[2])
    Not drawn: LIX (no group has a value; it needs at least 100 words).
    """
    every = _panels(check(summary, SUMMARY), measures)
    groups = [*dict.fromkeys(summary["group"])]
    shown, panels = groups[:_MOST], [panel for panel in every if len(panel.groups) > 1]
    if not panels:
        said = "; ".join(f"{panel.label}: {_reason(panel)}" for panel in every) or "the summary has no rows"
        mend = "measure two articles or more, each long enough"
        raise MeasureError(f"no measure can be compared ({said})", where="plot_overview", mend=mend)
    columns = min(_COLUMNS, len(panels))
    high = _PANEL + _ROW * len(shown)
    first, others = new_panels(7.8, high * -(-len(panels) // columns), len(panels), columns, (1,) * columns)
    for place, (axes, panel) in enumerate(zip([first, *others], panels, strict=True)):
        _draw(axes, panel, shown)
        axes.tick_params(labelleft=place % columns == 0)
    first.stacked = (high,) * len(panels)
    _say_all(first, every, panels, groups)
    return first


def _panels(summary: pd.DataFrame, measures: Sequence[str | Measure] | None) -> list[_Panel]:
    there = [*dict.fromkeys(summary["measure"])]
    asked = there if measures is None else [one if isinstance(one, str) else one.name for one in measures]
    unmeasured = [name for name in asked if name not in there]
    if unmeasured:
        mend = f"measure it first; there are: {', '.join(there)}"
        raise MeasureError(f"the summary holds no {unmeasured[0]}", where="plot_overview", mend=mend)
    own = {one.name: one for one in measures or () if isinstance(one, Measure)}
    rows = {name: {row.group: row for row in rows_of(part)} for name, part in summary.groupby("measure", sort=False)}
    return [_Panel(own.get(name, MEASURES.get(name, name)), rows[name]) for name in asked]


def _reason(panel: _Panel) -> str:
    """Why a measure is not drawn."""
    found = f"only {panel.groups[0]} has a value" if panel.groups else "no group has a value"
    return (
        found
        if isinstance(panel.about, str) or panel.about.minimum == 1
        else f"{found}; it needs at least {panel.about.needs_at_least}"
    )


def _draw(axes: Axes, panel: _Panel, shown: list[str]) -> None:
    for place, group in enumerate(shown):
        row = panel.rows.get(group)
        if row is None or missing(row.estimate):
            axes.annotate("no value", (0.02, place), xycoords=("axes fraction", "data"), va="center", fontsize=8,
                          fontstyle="italic", color=INK)  # fmt: skip
            continue
        if not missing(row.low):
            axes.plot([row.low, row.high], [place, place], color=BLUE, linewidth=2, solid_capstyle="butt")
        axes.plot(row.estimate, place, "o", color=BLUE, markersize=6)
    name_rows(axes, range(len(shown)), [short(group, 22) for group in shown])
    axes.set_ylim(len(shown) - 0.4, -0.6)
    axes.margins(x=0.12)
    if not isinstance(panel.about, str) and panel.about.from_zero:
        from_nought(axes)
    axes.set_title("\n".join(wrap(short(panel.label, 48), 24)), x=0, ha="left", fontsize=9.5, fontweight="bold")
    axes.set_xlabel(panel.axis, fontsize=8.5)
    axes.tick_params(axis="x", labelsize=8.5)
    axes.locator_params(axis="x", nbins=4)
    axes.grid(axis="x", color=INK, alpha=0.15, linewidth=0.8)
    axes.grid(axis="y", color=INK, alpha=0.08, linewidth=0.8)
    axes.set_axisbelow(True)


def _say_all(axes: ShownAxes, every: list[_Panel], panels: list[_Panel], groups: list[str]) -> None:
    """Text and table of the figure."""
    shown = groups[:_MOST]
    more = [f"Drawn are the first {len(shown)} of {len(groups)} groups; the table holds all."] if len(groups) > len(shown) else []
    hidden = [f"{panel.label} ({_reason(panel)})" for panel in every if panel not in panels]
    if hidden:
        more.append(f"Not drawn: {'; '.join(hidden)}.")
    intervals = intervals_of(pd.DataFrame([row for panel in panels for row in panel.rows.values()]))
    lines = [f"Line: {words.axis}." for words in intervals]
    several = "measure" if len(panels) == 1 else "measures"
    axes.alt = " ".join([f"{len(panels)} {several} of {len(groups)} groups.", *(_alt(panel, shown) for panel in panels), *more])
    axes.subject = "all measures that can be compared"
    axes.caption = " ".join(
        ["One panel a measure, the same rows in each; every panel has a scale of its own, and the arrow says what further to the "
         "right means.", *lines, *more]
    )  # fmt: skip
    axes.meaning = " ".join(
        ["Look down one panel to compare the rows; look along one row to see whether the measures agree. Where lines lie mostly "
         "side by side, do not rank. Among this many panels some differences come out by luck: decide beforehand which measure "
         "answers your question.", *(words.meaning for words in intervals), *about_unknown(shown)]
    )  # fmt: skip
    axes.behind = pd.DataFrame([_row(panel, groups) for panel in every])


def _alt(panel: _Panel, shown: list[str]) -> str:
    about = "" if isinstance(panel.about, str) else f" ({panel.about.unit}; higher: {panel.about.higher_means})"
    values = [f"{group} {_cell(panel, group)}" for group in shown]
    return f"{panel.label}{about}: {'; '.join(values)}."


def _cell(panel: _Panel, group: str) -> str:
    row = panel.rows.get(group)
    if row is None or missing(row.estimate):
        return "no value"
    return with_interval(panel.about, row.estimate, row.low, row.high)


def _row(panel: _Panel, groups: list[str]) -> dict[str, str]:
    unit = "" if isinstance(panel.about, str) else f" ({panel.about.unit})"
    return {"measure": f"{panel.label}{unit}"} | {group: _cell(panel, group) for group in groups}
