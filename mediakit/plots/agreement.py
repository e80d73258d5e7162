"""Which formula is seen to matter: all grade formulas side by side, a band in place of one grade."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from mediakit.comparison.summarize import summarize
from mediakit.errors import MeasureError
from mediakit.measures.catalogue import MEASURES
from mediakit.plots.figure import BLUE, INK, ShownAxes, new_axes
from mediakit.plots.groups import about_unknown, name_rows, short
from mediakit.tables import SUMMARY, check, missing, rows_of
from mediakit.views.values import article_labels, rounded

_GRADE = "US school grade"
_MOST = 14  # groups in one figure
_LANE = 0.165  # inches of one formula
_BETWEEN = 1.6  # lanes between two groups


class _Formula(NamedTuple):
    """How a formula stands in the figure: a mark and a name short enough to stand beside it."""

    name: str
    marker: str
    short: str


FORMULAS = (
    _Formula("flesch_kincaid_grade", "o", "Flesch–Kincaid"),
    _Formula("gunning_fog", "s", "Fog"),
    _Formula("smog_index", "^", "SMOG"),
    _Formula("automated_readability_index", "D", "ARI"),
    _Formula("coleman_liau_index", "P", "Coleman–Liau"),
    _Formula("dale_chall_psk", "X", "Dale–Chall 1958"),
    _Formula("linsear_write", "v", "Linsear"),
)


class _Group(NamedTuple):
    """The grades of one outlet or article, by formula."""

    name: str
    grades: dict[str, float]

    @property
    def span(self) -> str:
        """From the lowest to the highest grade."""
        return f"{min(self.grades.values()):.1f} to {max(self.grades.values()):.1f}"

    @property
    def apart(self) -> float:
        """How many grades the formulas disagree by."""
        return max(self.grades.values()) - min(self.grades.values())


def plot_agreement(scores: pd.DataFrame, *, group: str | None = None, ax: Axes | None = None) -> Axes:
    """The grade formulas side by side, a band from the lowest to the highest for each group: which formula matters.

    Parameters
    ----------
    scores: what summarize() returned, or what measure() returned (then each article is a group).
    group: the one group to show, as it is called in the figure; all otherwise.
    ax: matplotlib Axes to draw on; without it a figure of its own, which a notebook shows with
        alternative text made from the data, how to read it, and the table behind it.

    Shows the formulas that answer in US school grades: Flesch–Kincaid, Gunning fog, SMOG, ARI,
    Coleman–Liau and Linsear Write, as far as they were measured. Dale–Chall, LIX and RIX count in points
    of their own and are left out. Of more than 14 groups the first 14 are drawn, and the axis says so.
    Returns the Axes. Raises MeasureError when no group has two of these grades, or none has this name.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry did not leave the harbour on Monday. " * 15})
    >>> axes = mk.plot_agreement(mk.measure(corpus, ["flesch_kincaid_grade", "coleman_liau_index"]))
    >>> print(axes.alt)
    US school grades by 2 formulas. Harbour Herald: 3.7 to 5.1 (Flesch–Kincaid grade 3.7, Coleman–Liau index 5.1).
    """
    formulas, every = _grades(scores, group)
    shown = every[:_MOST]
    lanes = len(formulas) + _BETWEEN
    axes = new_axes(7.2, 1.3 + _LANE * lanes * len(shown)) if ax is None else ax
    for place, one in enumerate(shown):
        _draw(axes, place * lanes, one, formulas)
    middle = (len(formulas) - 1) / 2
    name_rows(axes, [place * lanes + middle for place in range(len(shown))], [short(one.name) for one in shown])
    axes.set_ylim(lanes * len(shown) - _BETWEEN / 2 - 0.2, -_BETWEEN / 2 - 0.6)
    lowest, highest = (pick(grade for one in shown for grade in one.grades.values()) for pick in (min, max))
    room = max(highest - lowest, 1)
    axes.set_xlim(lowest - 0.06 * room, highest + 0.34 * room)  # to the right, names stand beside the marks
    axes.grid(axis="x", color=INK, alpha=0.15, linewidth=0.8)
    axes.set_axisbelow(True)
    drawn = ["mark: one formula", "band: from the lowest to the highest"]
    if len(every) > len(shown):
        drawn.append(f"the first {len(shown)} of {len(every)}")
    axes.set_xlabel(f"{_GRADE} (to the right: harder to read)\n{'; '.join(drawn)}")
    if isinstance(axes, ShownAxes):
        _say(axes, formulas, every, drawn)
    return axes


def _grades(scores: pd.DataFrame, only: str | None) -> tuple[list[_Formula], list[_Group]]:
    """The formulas measured, and the groups with two grades or more."""
    if "estimate" in scores:
        summary = check(scores, SUMMARY)
    else:
        names = dict(zip(scores["article_id"], article_labels(scores), strict=True)) if len(scores) else {}
        summary = summarize(scores, by="article")
        summary["group"] = summary["group"].map(names)
    if only is not None and only not in set(summary["group"]):
        known = ", ".join(dict.fromkeys(summary["group"]))
        raise MeasureError(f"no group is called {only!r}", where="group", mend=f"use one of: {known}")
    chosen = summary if only is None else summary[summary["group"] == only]
    found: dict[str, dict[str, float]] = {}
    wanted = {formula.name for formula in FORMULAS}
    for row in rows_of(chosen[chosen["measure"].isin(wanted)]):
        if not missing(row.estimate):
            found.setdefault(row.group, {})[row.measure] = float(row.estimate)
    groups = [_Group(name, grades) for name, grades in found.items() if len(grades) > 1]
    if not groups:
        mend = f"measure two or more of: {', '.join(formula.name for formula in FORMULAS)}; a text needs 100 words"
        raise MeasureError("no group has grades by two formulas", where="plot_agreement", mend=mend)
    return [formula for formula in FORMULAS if any(formula.name in group.grades for group in groups)], groups


def _draw(axes: Axes, top: float, one: _Group, formulas: list[_Formula]) -> None:
    low, high, bottom = min(one.grades.values()), max(one.grades.values()), top + len(formulas) - 1
    axes.fill_between([low, high], top - 0.55, bottom + 0.55, color=BLUE, alpha=0.16, linewidth=0)
    for end in (low, high):
        axes.plot([end, end], [top - 0.55, bottom + 0.55], color=BLUE, linewidth=1.2, alpha=0.6)
    for lane, formula in enumerate(formulas):
        if formula.name in one.grades:
            grade = one.grades[formula.name]
            axes.plot(grade, top + lane, formula.marker, color=BLUE, markersize=6.5)
            axes.annotate(f"{formula.short} {grade:.1f}", (grade, top + lane), xytext=(7, -0.5), textcoords="offset points",
                          va="center", fontsize=8, color=INK)  # fmt: skip


def _say(axes: ShownAxes, formulas: list[_Formula], every: list[_Group], drawn: list[str]) -> None:
    """Text and table of the figure."""
    shown, labels = every[:_MOST], {formula.name: MEASURES[formula.name].label for formula in formulas}
    said = []
    for one in shown:
        grades = ", ".join(f"{labels[name]} {one.grades[name]:.1f}" for name in labels if name in one.grades)
        said.append(f"{one.name}: {one.span} ({grades})")
    more = [f"The first {len(shown)} of {len(every)}; the table holds all."] if len(every) > len(shown) else []
    axes.alt = " ".join([f"US school grades by {len(formulas)} formulas. {'; '.join(said)}.", *more])
    axes.subject = f"{_GRADE} by {len(formulas)} formulas"
    widest = max(every, key=lambda one: one.apart)
    axes.caption = " ".join(
        [*(f"{part[0].upper()}{part[1:]}." for part in ("further to the right: harder to read", *drawn)),
         f"For {widest.name} the formulas are {widest.apart:.1f} grades apart."]
    )  # fmt: skip
    axes.meaning = " ".join(
        ["All formulas read the same text. They disagree because each counts something else: some count letters, some "
         "syllables, some only words of three syllables or more, and each was fitted to other readers and texts. So a grade "
         "means little without the name of its formula, and two texts should be compared by the same one. Where two bands "
         "overlap, which text counts as harder may depend on the formula chosen. The band says nothing about how sure each "
         "single grade is. Dale–Chall, LIX and RIX count in points of their own and are not drawn.",
         *about_unknown(one.name for one in shown)]
    )  # fmt: skip
    axes.behind = pd.DataFrame([_row(one, labels) for one in every])


def _row(one: _Group, labels: dict[str, str]) -> dict[str, str]:
    cells = {label: rounded(name, one.grades.get(name)) for name, label in labels.items()}
    return {"group": one.name} | cells | {"lowest to highest": one.span}
