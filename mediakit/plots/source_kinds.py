"""How outlets identify their sources, from named persons to nobody."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from mediakit.plots.figure import BLUE, INK, ORANGE, ShownAxes, new_axes, nothing_to_draw
from mediakit.plots.groups import about_unknown, name_rows, short
from mediakit.plots.voices import percent
from mediakit.tables import check_columns, rows_of
from mediakit.views.quotations import IDENTIFIED
from mediakit.views.validity import how_sure
from mediakit.views.voices import KINDS

_MOST_OUTLETS = 12
_PAPER = "none"
_LABELED = 0.07  #: the smallest share that has room for its number


def plot_source_kinds(kinds: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """One bar an outlet: how its sources are identified, from named persons to nobody.

    Parameters: kinds, what list_source_kinds() returned; ax, matplotlib Axes to draw on.

    Of more than 12 outlets the first 12 are drawn, and the figure says so; the table behind it holds all.
    Returns the Axes; where there is no statement, they say so. Raises ContractError for another table.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Herald": "“The pier is shut,” said Ama Hill. She claimed that it leaks."})
    >>> mk.plot_source_kinds(mk.list_source_kinds(mk.find_attributions(corpus))).alt
    'Statements by how their source is identified. Herald: a person with a name 2.'
    """
    check_columns(kinds, ("group", "identification", "statements", "share"), "list_source_kinds")
    groups = [*dict.fromkeys(kinds["group"])]
    if not groups:
        return nothing_to_draw("No statement is tied to a source.")
    shown = groups[:_MOST_OUTLETS]
    there = [kind for kind in KINDS if kind in set(kinds["identification"])]
    axes = new_axes(7.6, 1.7 + 0.5 * len(shown) + 0.22 * len(there)) if ax is None else ax
    shares = {(row.group, row.identification): row.share for row in rows_of(kinds)}
    for place, group in enumerate(shown):
        left = 0.0
        for kind in there:
            share = shares.get((group, kind), 0.0)
            color, hatch = _LOOKS[kind]
            axes.barh(place, share, left=left, height=0.66, color=_PAPER if hatch else color, edgecolor=color, hatch=hatch,
                      label=IDENTIFIED[kind] if not place else None)  # fmt: skip
            if share >= _LABELED:
                box = {"facecolor": "white", "edgecolor": "none", "pad": 1.2, "alpha": 0.85}
                axes.annotate(
                    percent(share), (left + share / 2, place), ha="center", va="center", fontsize=9, color="black", bbox=box
                )
            left += share
    totals = kinds.groupby("group", sort=False)["statements"].sum()
    name_rows(axes, range(len(shown)), [f"{short(group, 26)} (n = {totals[group]})" for group in shown])
    axes.set_ylim(len(shown) - 0.4, -0.6)
    axes.set_xlim(0, 1)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100"])
    axes.set_xlabel("Statements in 100, by how their source is identified (n: statements)")
    figure: Any = axes.get_figure(root=True)
    figure.legend(*axes.get_legend_handles_labels(), loc="outside lower left", frameon=False, fontsize=9, labelcolor=INK)
    if isinstance(axes, ShownAxes):
        _say_kinds(axes, kinds, groups, shown)
    return axes


#: colour and pattern: named ones are filled, the others hatched
_LOOKS = {
    "named_person": (BLUE, ""),
    "named_organisation": ("#56b4e9", ""),
    "medium": ("#009e73", ""),
    "document": ("#cc79a7", ""),
    "unnamed_person": (ORANGE, "////"),
    "unnamed_group": (ORANGE, "\\\\\\\\"),
    "bare": (INK, "xxxx"),
    "none": (INK, "----"),
}


def _say_kinds(axes: ShownAxes, kinds: pd.DataFrame, groups: list[str], shown: list[str]) -> None:
    more = [f"The first {len(shown)} of {len(groups)} outlets; the table holds all."] if len(groups) > len(shown) else []
    said = []
    for group in shown:
        found = [f"{IDENTIFIED[row.identification]} {row.statements}" for row in rows_of(kinds[kinds["group"] == group])]
        said.append(f"{group}: {', '.join(found)}")
    axes.alt = " ".join([f"Statements by how their source is identified. {'; '.join(said)}.", *more])
    axes.subject = "statements by how their source is identified"
    axes.caption = " ".join(
        ["A bar is all statements of an outlet that are tied to a source. Filled parts have a source with a name, hatched parts "
         "have not.", how_sure("indirect"), how_sure("identification"), *more]
    )  # fmt: skip
    axes.meaning = " ".join(
        ["A source without a name may be named elsewhere in the article, or need protection; a name is no proof. n is the number "
         "of statements: below about twenty, one statement more or less moves the shares visibly.", *about_unknown(groups)]
    )  # fmt: skip
    axes.behind = pd.DataFrame(
        {
            "outlet": kinds["group"],
            "source": [IDENTIFIED[kind] for kind in kinds["identification"]],
            "statements": kinds["statements"],
            "in 100": [percent(share) for share in kinds["share"]],
        }
    )
