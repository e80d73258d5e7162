"""Outlets compared story by story: every story a line, beside it the mean difference with its interval."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from mediakit.comparison.copies import COUNTED_ONCE, groups_of
from mediakit.comparison.pairs import pairs_of
from mediakit.comparison.summarize import outlet_groups, refuse_mixed_recipes
from mediakit.errors import MeasureError, RecipeError
from mediakit.measures.catalogue import find_measure
from mediakit.measures.measure import Measure
from mediakit.plots.figure import BLUE, INK, ORANGE, ShownAxes, new_panels
from mediakit.plots.groups import name_rows, short
from mediakit.tables import DIFFERENCES, VALUES, check, missing, rows_of
from mediakit.views.differences import counted, difference, in_words, sentence_of
from mediakit.views.values import rounded

_MOST = 12  # outlets in one figure
_MOST_STORIES = 200  # lines between two outlets
_BLOCK = 3  # rows of the axis that one comparison takes
_HIGH = 1.5  # inches of one comparison


class _Comparison(NamedTuple):
    """One outlet against the reference: the row of the differences table, and the two values of each story."""

    row: Any
    stories: dict[str, tuple[float, float]]

    @property
    def drawn(self) -> list[tuple[float, float]]:
        """The stories that get a line."""
        return [*self.stories.values()][:_MOST_STORIES]


def plot_pairs(
    values: pd.DataFrame,
    differences: pd.DataFrame,
    measure: str | Measure,
    *,
    articles: pd.DataFrame | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Every story a line between two outlets; beside it the mean difference, its interval, and what may be said.

    Parameters
    ----------
    values: what measure() returned.
    differences: what compare() made of these values.
    measure: the measure shown: its name in the catalogue, or a Measure of one's own.
    articles: corpus.articles, where compare() was given them for copies of one text to count once.
    ax: matplotlib Axes to draw on; they show the differences only. Without it a figure of its own with
        both panels, which a notebook shows with alternative text, how to read it, and the stories behind it.

    Returns the Axes (of the lines; those of the differences are the second of its figure). Of more than 12
    outlets the first 12 are drawn, of more than 200 stories the first 200, and the figure says so; the table
    behind it holds all. Raises MeasureError when differences hold no row of the measure or were made of
    other values; RecipeError when they were measured in another way.

    >>> import mediakit as mk
    >>> ferry = {"Harbour Herald": "The ferry stopped.", "Coast Courier": "No ferry ran today."}
    >>> values = mk.measure(mk.read_texts(ferry), "word_count").assign(story_id="ferry")
    >>> axes = mk.plot_pairs(values, mk.compare(values, reference="Harbour Herald"), "word_count")
    >>> print(axes.alt.split(". ")[1])
    Coast Courier and Harbour Herald: too few stories (1)
    """
    about = find_measure(measure) if isinstance(measure, str) else measure
    every = _comparisons(values, differences, about, articles)
    shown = every[:_MOST]
    if ax is not None:
        _draw_differences(ax, shown, about)
        return ax
    first, (second,) = new_panels(8.2, 1.5 + _HIGH * len(shown), 2, 2, (1, 1.25))
    _draw_stories(first, shown, about)
    _draw_differences(second, shown, about)
    first.stacked = (1.4 + 1.1 * len(shown), 1.4 + _HIGH * len(shown))
    _say(first, every, about)
    return first


def _comparisons(
    values: pd.DataFrame, differences: pd.DataFrame, about: Measure, articles: pd.DataFrame | None
) -> list[_Comparison]:
    """The rows of the measure, each with its stories."""
    values = check(values, VALUES)
    differences = check(differences, DIFFERENCES)
    rows, chosen = values[values["measure"] == about.name], differences[differences["measure"] == about.name]
    if chosen.empty:
        known = ", ".join(dict.fromkeys(differences["measure"]))
        mend = f"compare values of it first; there are: {known}"
        raise MeasureError(f"the differences hold no {about.name}", where="plot_pairs", mend=mend)
    refuse_mixed_recipes(rows)
    once = "" if articles is None else f" {COUNTED_ONCE}"
    recipes = sorted({*(rows["recipe"] + once), *chosen["recipe"]})
    if len(recipes) > 1:
        mend = "pass the values that the differences were made of, and articles= to both or to neither"
        raise RecipeError(f"values and differences of {about.name} were made in two ways", where="; ".join(recipes), mend=mend)
    known_rows = rows[rows["outlet_key"].notna()]
    groups = None if articles is None else groups_of(articles, values)
    keys = dict(zip(outlet_groups(known_rows), known_rows["outlet_key"], strict=True))
    found = []
    for row in rows_of(chosen):
        there = row.outlet in keys and row.reference in keys
        stories = pairs_of(known_rows, keys[row.outlet], keys[row.reference], groups)[0] if there else {}
        if len(stories) != row.n_stories:
            what = f"the values hold {counted(len(stories))} of {row.outlet} and {row.reference}, the differences {row.n_stories}"
            raise MeasureError(what, where="plot_pairs", mend="pass the values that the differences were made of")
        found.append(_Comparison(row, stories))
    return found


def _draw_stories(axes: Axes, shown: list[_Comparison], about: Measure) -> None:
    places, labels = [], []
    for block, comparison in enumerate(shown):
        top, bottom = _BLOCK * block, _BLOCK * block + 1
        places += [top, bottom]
        labels += [short(comparison.row.reference, 24), short(comparison.row.outlet, 24)]
        faint = 0.9 if len(comparison.drawn) <= 20 else 0.5
        for value, reference in comparison.drawn:
            color, dashes = (BLUE, "-") if value > reference else (ORANGE, "--") if value < reference else (INK, ":")
            axes.plot([reference, value], [top, bottom], color=color, linestyle=dashes, linewidth=1.4, alpha=faint)
            axes.plot(reference, top, "o", color="none", markeredgecolor=color, markersize=6, markeredgewidth=1.4)
            axes.plot(value, bottom, "o", color=color, markersize=6)
        if not comparison.drawn:
            place = (0.5, (top + bottom) / 2)
            axes.annotate("no story in common", place, xycoords=("axes fraction", "data"), ha="center", va="center",
                          fontstyle="italic", color=INK)  # fmt: skip
    name_rows(axes, places, labels)
    axes.set_title("Every story", x=0, ha="left", fontsize=11)
    axes.set_xlabel(f"{about.label}\n({about.unit})\n→ {about.higher_means}")
    axes.grid(axis="x", color=INK, alpha=0.15, linewidth=0.8)
    _finish(axes, shown)


def _draw_differences(axes: Axes, shown: list[_Comparison], about: Measure) -> None:
    for block, comparison in enumerate(shown):
        row, top = comparison.row, _BLOCK * block
        differences = [value - reference for value, reference in comparison.drawn]
        axes.plot(differences, [top + 0.3] * len(differences), "o", color="none", markeredgecolor=INK, markersize=5, alpha=0.6)
        if not missing(row.low):
            axes.plot([row.low, row.high], [top + 0.85] * 2, color=BLUE, linewidth=3, solid_capstyle="butt")
        if not missing(row.estimate):
            axes.plot(row.estimate, top + 0.85, "D", color=BLUE, markersize=8)
        axes.plot([0, 0], [top + 0.1, top + 1.1], color=INK, linewidth=1.2, linestyle=(0, (4, 3)))
        for line, words in enumerate((short(row.outlet), in_words(row, about, unit=False), _how_many(comparison))):
            text = axes.annotate(words, (0, top - 0.86 + 0.34 * line), xycoords=("axes fraction", "data"), va="center", color=INK)
            text.set(fontsize=9, fontweight="bold" if line == 1 else "normal", parse_math=False)
            text.set_in_layout(False)  # it may reach over the edge of a narrow panel, and shall not squeeze it
    reference = " or ".join(dict.fromkeys(comparison.row.reference for comparison in shown))
    axes.set_yticks([])
    axes.set_title("The mean difference", x=0, ha="left", fontsize=11)
    axes.set_xlabel(f"Difference from {short(reference, 26)}\n({about.unit}; 0: none)\n→ {about.higher_means}", parse_math=False)
    _finish(axes, shown)
    reach = max(map(abs, axes.get_xlim()))
    axes.set_xlim(-reach, reach)  # nought in the middle: neither side looks like the usual one


def _finish(axes: Axes, shown: list[_Comparison]) -> None:
    axes.set_ylim(_BLOCK * len(shown) - 1.6, -1.1)
    axes.set_axisbelow(True)
    axes.margins(x=0.08)


def _how_many(comparison: _Comparison) -> str:
    """The number of stories, and which way they point."""
    differences = [value - reference for value, reference in comparison.stories.values()]
    ways = {"higher": sum(one > 0 for one in differences), "lower": sum(one < 0 for one in differences)}
    said = [f"{way} in {count}" for way, count in ways.items() if count]
    return counted(len(differences)) + (f": {', '.join(said)}" if said else "")


def _say(axes: ShownAxes, every: list[_Comparison], about: Measure) -> None:
    """Text and table of the figure."""
    axes.subject = f"{about.label} ({about.unit}), story by story"
    axes.alt = " ".join(
        [f"{about.label}, in {about.unit}; higher means {about.higher_means}.", *(_alt(one, about) for one in every[:_MOST]),
         *_left_out(every)]
    )  # fmt: skip
    axes.caption = " ".join(
        ["Left: a line is one story, from one outlet to the other: solid and blue where the outlet below is further to the "
         "right, dashed and orange where it is further to the left. Right: a ring is the difference in one story, the diamond "
         "their mean, the bar how much the mean depends on which stories were read.", *_left_out(every)]
    )  # fmt: skip
    few = any(one.row.n_stories < 12 for one in every)
    axes.meaning = " ".join(
        ["Stories differ far more among themselves than outlets do on one story. So an outlet is compared with the other on the "
         "same story only, and stories that only one of them reported are left out. If all lines lean the same way, the two "
         "differ in the same way on every story; if the lines cross, they do not. With other stories of the same kind, the mean "
         "would plausibly lie on the bar (a 95 % interval). “Cannot be told apart” is a finding: these stories do not "
         "say which way it goes; it does not say that the two are the same.",
         *(["Fewer than twelve stories are few: one unusual story moves the mean, and the bar is long."] if few else []),
         "The number is about texts on these stories, and not about how good, true or fair an outlet is."]
    )  # fmt: skip
    axes.behind = pd.concat([_table(one, about) for one in every], ignore_index=True)


def _alt(comparison: _Comparison, about: Measure) -> str:
    """A comparison in words, for who does not see it."""
    row, above = comparison.row, sum(value > reference for value, reference in comparison.stories.values())
    leans = f" Higher in {row.outlet} in {above} of {row.n_stories}." if row.n_stories else ""
    return f"{sentence_of(row, about)}.{leans}"


def _left_out(every: list[_Comparison]) -> list[str]:
    """What is not drawn."""
    said = [f"Drawn are the first {_MOST} of {len(every)} outlets; the table holds all."] if len(every) > _MOST else []
    if any(len(one.stories) > _MOST_STORIES for one in every[:_MOST]):
        said.append(f"Of more than {_MOST_STORIES} stories the first {_MOST_STORIES} are drawn; mean and table hold all.")
    return said


def _table(comparison: _Comparison, about: Measure) -> pd.DataFrame:
    """Every story of one comparison, and the mean below."""
    row = comparison.row
    lines = [
        (story, row.outlet, rounded(about, value), row.reference, rounded(about, reference), difference(about, value - reference))
        for story, (value, reference) in comparison.stories.items()
    ]
    mean = difference(about, row.estimate)
    if not missing(row.low):
        mean += f" ({difference(about, row.low)} to {difference(about, row.high)})"
    lines.append((f"mean of {counted(row.n_stories)}", row.outlet, "–", row.reference, "–", mean))
    return pd.DataFrame(lines, columns=["story", "outlet", about.label, "compared with", "its value", "difference"])
