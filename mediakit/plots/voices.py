"""Whose words an outlet prints: words by speaker, one panel an outlet."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from mediakit.plots.figure import BLUE, INK, ORANGE, ShownAxes, new_panels, nothing_to_draw
from mediakit.plots.groups import about_unknown, name_rows, short
from mediakit.tables import check_columns, missing, rows_of
from mediakit.views.validity import how_sure
from mediakit.views.voices import NOBODY, UNNAMED

_MOST_OUTLETS = 12
_MOST_SPEAKERS = 8  # of an outlet; the others are counted together
_ROW, _NARROW_ROW = 0.34, 0.5  # inches; on a phone a name takes up to three lines
_PANEL = 1.0  # inches of a panel besides its rows
_PAPER = "none"
_COLUMNS = ("group", "speaker", "quoted_words", "told_words", "statements", "share")


def plot_voices(voices: pd.DataFrame) -> Axes:
    """Bars of the words each speaker gets, one panel an outlet: quoted, and told in the outlet's own words.

    Parameters: voices, what list_voices() returned.

    Of more than 12 outlets the first 12 are drawn, of more than 8 speakers of an outlet the 8 with most words,
    and the figure says so; the table behind it holds all. Returns the Axes of the first panel, which a notebook
    shows with all others; where no words are attributed to anybody, it says so. Raises ContractError for another table.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Herald": "“The pier is shut,” said Ama Hill. She claimed that it leaks."})
    >>> mk.plot_voices(mk.list_voices(corpus, mk.find_quotes(corpus), mk.find_attributions(corpus))).alt
    'Words by speaker. Herald: Ama Hill 4 quoted and 3 told.'
    """
    check_columns(voices, _COLUMNS, "list_voices")
    groups = [*dict.fromkeys(voices["group"])]
    if not groups or not (voices["quoted_words"] + voices["told_words"]).sum():
        return nothing_to_draw("No words are attributed to anybody.")
    shown = groups[:_MOST_OUTLETS]
    rows = {group: [*rows_of(voices[voices["group"] == group])] for group in shown}
    drawn = {group: _with_others(found) for group, found in rows.items()}
    heights = tuple(_PANEL + _ROW * len(bars) for bars in drawn.values())
    first, others = new_panels(7.4, sum(heights), len(shown), 1, (1,), heights=heights)
    longest = max(quoted + told for found in drawn.values() for _, quoted, told in found)
    for axes, group in zip([first, *others], shown, strict=True):
        _draw_voices(axes, group, drawn[group], longest)
        axes.set_ylim(len(drawn[group]) - 0.4, -0.6)
    first.stacked = tuple(_PANEL + _NARROW_ROW * len(bars) for bars in drawn.values())
    _say_voices(first, voices, rows, groups)
    return first


def _with_others(rows: list[Any]) -> list[tuple[str, int, int]]:
    """Label, quoted words and told words of each bar."""
    kept = rows if len(rows) <= _MOST_SPEAKERS + 1 else rows[:_MOST_SPEAKERS]
    bars = [(row.speaker, int(row.quoted_words), int(row.told_words)) for row in kept]
    rest = rows[len(kept) :]
    if rest:
        bars.append((f"{len(rest)} others", sum(row.quoted_words for row in rest), sum(row.told_words for row in rest)))
    return bars


def _draw_voices(axes: Axes, group: str, bars: list[tuple[str, int, int]], longest: int) -> None:
    for place, (_, quoted, told) in enumerate(bars):
        axes.barh(place, quoted, height=0.62, color=BLUE, edgecolor=BLUE)
        axes.barh(place, told, left=quoted, height=0.62, color=_PAPER, edgecolor=ORANGE, hatch="////", linewidth=1.2)
        axes.annotate(f"{quoted} + {told}", (quoted + told, place), xytext=(4, 0), textcoords="offset points", va="center",
                      fontsize=9, color=INK)  # fmt: skip
    name_rows(axes, range(len(bars)), [short(label, 30) for label, _, _ in bars])
    axes.set_xlim(0, 1.2 * longest)
    axes.set_title(short(group, 48), x=0, ha="left", fontsize=10.5, fontweight="bold", parse_math=False)
    axes.set_xlabel("words: quoted (filled) + told (hatched)")


def _say_voices(axes: ShownAxes, voices: pd.DataFrame, rows: dict[str, list[Any]], groups: list[str]) -> None:
    more = [f"The first {len(rows)} of {len(groups)} outlets; the table holds all."] if len(groups) > len(rows) else []
    said = [
        f"{group}: "
        + "; ".join(f"{row.speaker} {row.quoted_words} quoted and {row.told_words} told" for row in found[:_MOST_SPEAKERS])
        for group, found in rows.items()
    ]
    axes.alt = " ".join([f"Words by speaker. {'. '.join(said)}.", *more])
    axes.subject = "words by speaker"
    axes.caption = " ".join(
        ["A bar is a speaker. The filled part counts words between quotation marks, the hatched part words of the outlet that "
         "say what the speaker said.", how_sure("direct"), how_sure("indirect"), *more]
    )  # fmt: skip
    axes.meaning = " ".join(
        [f"“{UNNAMED}” puts together all sources that the text does not name, “{NOBODY}” all statements that hang on nobody "
         "(“reportedly”). A wording printed twice by one outlet counts once. Many words are not much weight, and few words need "
         "not be unfair: what counts is what a reader learns of each side.", *about_unknown(groups)]
    )  # fmt: skip
    axes.behind = pd.DataFrame(
        {
            "outlet": voices["group"],
            "speaker": voices["speaker"],
            "words quoted": voices["quoted_words"],
            "words told": voices["told_words"],
            "share of all attributed words": [percent(share) for share in voices["share"]],
            "statements": voices["statements"],
        }
    )


def percent(share: float) -> str:
    """A share as a whole number of a hundred."""
    return "–" if missing(share) else f"{100 * share:.0f}"
