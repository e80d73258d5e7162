"""What all figures of groups share: names short enough for an axis, rows from top to bottom, what “unknown” means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matplotlib.axes import Axes

from mediakit.views.shown import visible

_LONGEST_LABEL = 34  # characters


def short(name: str, longest: int = _LONGEST_LABEL) -> str:
    """A name as it stands beside an axis: nothing invisible in it, and not too long.

    >>> short("The Harbour and Coast Herald", 12)
    'The Harbour…'
    """
    shown = visible(name)
    return shown if len(shown) <= longest else shown[: longest - 1].rstrip() + "…"


def name_rows(axes: Axes, places: Sequence[float], labels: list[str]) -> None:
    """Labels beside the rows of a figure; dollar signs stay dollar signs."""
    axes.set_yticks(places, labels)
    for text in axes.get_yticklabels():
        text.set_parse_math(False)


def from_nought(axes: Axes) -> None:
    """Begin the axis at nought, and leave room for the mark that stands furthest to the right."""
    axes.set_xlim(0, 1.06 * axes.get_xlim()[1])


def about_unknown(groups: Iterable[str]) -> list[str]:
    """What an unknown outlet is, in sentences, where there is one among the groups.

    >>> about_unknown(["Harbour Herald"])
    []
    """
    unknown = [group for group in groups if group.startswith("unknown (")]
    said = []
    if unknown:
        said.append(
            f"“{unknown[0]}” is an article of which nothing that was read says who published it; in brackets stands how its "
            "article_id begins."
        )
    if len(unknown) > 1:
        said.append("Two unknown outlets may be one and the same, or two.")
    return said
