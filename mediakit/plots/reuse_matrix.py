"""Which outlets share text and quotations: a square for every two outlets."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from mediakit.plots.figure import BLUE, INK, ORANGE, ShownAxes, new_axes, nothing_to_draw
from mediakit.plots.groups import about_unknown, short
from mediakit.tables import REUSE_MATRIX, check, missing, named_rows
from mediakit.views.validity import how_sure

_MOST = 14  # outlets
_MOST_SAID = 40  # pairs of outlets that the alternative text tells
_SIDE = 0.78  # inches of a square
_DARKEST = 0.75  # of the ink, for the largest share
_MOSTLY = 0.5  # of the shared words
_NOTHING = "No words and no quotations are shared."


def plot_reuse_matrix(matrix: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """A square for every two outlets: what share of the words of the row's outlet stands in the column's outlet, too.

    Parameters
    ----------
    matrix: what reuse_matrix() returned.
    ax: matplotlib Axes to draw on. Without it a figure of its own, which a notebook shows with alternative text,
        how to read it, and the table behind it.

    Blue squares are mostly credited, hatched orange ones mostly not; both say their share, and below it the
    number of quotations that both print. Of more than 14 outlets the 14 that share most are drawn, and the figure says
    so; the table behind it holds all. Returns the Axes; those of an empty matrix say that it is empty.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped.", "Coast Courier": "No ferry ran today."})
    >>> links = mk.link_quotes(mk.find_quotes(corpus), corpus)
    >>> matrix = mk.reuse_matrix(links, mk.find_passages(corpus), corpus)
    >>> mk.plot_reuse_matrix(matrix).alt
    'Text and quotations shared between 2 outlets. No words and no quotations are shared.'
    """
    if check(matrix, REUSE_MATRIX).empty:
        return nothing_to_draw("No two outlets report the same story.")
    outlets = sorted(matrix["outlet"].unique())
    shared = matrix.groupby("outlet")[["words_shared", "quotes_shared"]].sum().sort_index()
    order = shared.sort_values(["words_shared", "quotes_shared"], ascending=False, kind="stable")
    shown = sorted(order.index[:_MOST])
    rows = [*named_rows(matrix[matrix["outlet"].isin(shown) & matrix["other_outlet"].isin(shown)])]
    axes = new_axes(2.6 + _SIDE * len(shown), 1.6 + _SIDE * len(shown)) if ax is None else ax
    largest = max((row.share_of_words for row in rows if row.share_of_words is not None), default=0.0) or 1.0
    for row in rows:
        _square(axes, row, shown.index(row.other_outlet), shown.index(row.outlet), largest)
    names = [short(outlet, 22) for outlet in shown]
    axes.set_xticks(range(len(shown)), names, rotation=40, ha="right", parse_math=False)
    axes.set_yticks(range(len(shown)), names, parse_math=False)
    axes.set_xlim(-0.5, len(shown) - 0.5)
    axes.set_ylim(len(shown) - 0.5, -0.5)
    axes.set_aspect("equal")
    axes.set_xlabel("… that stand in this outlet, too")
    axes.set_ylabel("Share of the words of this outlet …")
    if isinstance(axes, ShownAxes):
        _say(axes, matrix, rows, outlets)
    return axes


def _square(axes: Axes, row: Any, column: int, line: int, largest: float) -> None:
    share = 0.0 if missing(row.share_of_words) else float(row.share_of_words)
    bare = not missing(row.share_uncredited) and row.share_uncredited > _MOSTLY
    color = ORANGE if bare else BLUE
    place = (column - 0.46, line - 0.46)
    axes.add_patch(Rectangle(place, 0.92, 0.92, facecolor=color, alpha=_DARKEST * share / largest, linewidth=0))
    axes.add_patch(Rectangle(place, 0.92, 0.92, facecolor="none", edgecolor=color if share else INK, linewidth=0.8,
                             linestyle="-" if share else ":", hatch="/" if bare else None))  # fmt: skip
    words = f"{100 * share:.0f} %" + (f"\n{row.quotes_shared} “ ”" if row.quotes_shared else "")
    axes.annotate(words, (column, line), ha="center", va="center", fontsize=9, color=INK,
                  bbox={"facecolor": "none", "edgecolor": "none"})  # fmt: skip


def _say(axes: ShownAxes, matrix: pd.DataFrame, rows: list[Any], outlets: list[str]) -> None:
    more = [f"The {_MOST} of {len(outlets)} outlets that share most; the table holds all."] if len(outlets) > _MOST else []
    sharing = [row for row in rows if row.words_shared or row.quotes_shared]
    sharing.sort(key=lambda row: -(row.words_shared or 0))
    said = [_in_words(row) for row in sharing[:_MOST_SAID]]
    if len(sharing) > _MOST_SAID:
        said.append(f"{len(sharing) - _MOST_SAID} further pairs of them share something.")
    axes.subject = "text and quotations that outlets share"
    axes.alt = " ".join(
        [
            f"Text and quotations shared between {len(outlets)} outlets.",
            *(said or ["No words and no quotations are shared."]),
            *more,
        ]
    )
    axes.caption = " ".join(
        ["A square says what share of the words of the outlet on the left stands in the outlet below, too, and how many "
         "quotations both print (“ ”). Blue: mostly credited; hatched orange: mostly not.", how_sure("passages"),
         how_sure("links"), *more]
    )  # fmt: skip
    axes.meaning = " ".join(
        ["Counted are the words of the stories that both report. Only passages of copied text count, in whatever order; names, "
         "stock sentences and quotations alone do not. Both may have taken the words from an agency or a press release: the "
         "figure does not say who copied from whom, and text that was reworded through and through is not found.",
         *about_unknown(outlets)]
    )  # fmt: skip
    axes.behind = pd.DataFrame(
        {
            "outlet": matrix["outlet"],
            "other outlet": matrix["other_outlet"],
            "words shared": matrix["words_shared"],
            "% of its words": [_percent(share) for share in matrix["share_of_words"]],
            "% of them without credit": [_percent(share) for share in matrix["share_uncredited"]],
            "quotations shared": matrix["quotes_shared"],
            "stories": matrix["n_stories"],
        }
    )


def _in_words(row: Any) -> str:
    credit = "" if missing(row.share_uncredited) else f", {_percent(row.share_uncredited)} % of them without credit"
    return (
        f"{row.outlet} and {row.other_outlet}: {row.words_shared} words ({_percent(row.share_of_words)} %) of the first{credit}; "
        f"{row.quotes_shared} quotation{'' if row.quotes_shared == 1 else 's'}."
    )


def _percent(share: float) -> str:
    return "–" if missing(share) else f"{100 * share:.0f}"
