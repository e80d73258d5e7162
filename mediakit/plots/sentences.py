"""How long the sentences are: every sentence a mark, the median marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from mediakit.comparison.summarize import outlet_groups
from mediakit.errors import MeasureError
from mediakit.plots.figure import BLUE, INK, ORANGE, ShownAxes, new_axes
from mediakit.plots.groups import about_unknown, name_rows, short
from mediakit.tables import SENTENCES, check
from mediakit.views.values import article_labels

_MOST = 30  # groups in one figure
_MOST_MARKS = 1000  # sentences drawn one by one
_TALLEST = 14  # sentences of one length that can stand one above another
_TALL = 0.72  # of a row, what the highest stack takes
_ROW = 0.62  # inches
_AT_LEAST = 50  # words the axis always reaches
_EDGE = 1.3  # times the length that 98 in 100 sentences do not exceed: longer ones stand at the edge


class _Group(NamedTuple):
    """The sentences of one outlet or article."""

    name: str
    lengths: list[int]

    @property
    def median(self) -> str:
        """Half of the sentences are longer."""
        return f"{median(self.lengths):g}"


def plot_sentence_lengths(
    sentences: pd.DataFrame, *, by: str = "outlet", parts: Sequence[str] = ("body",), ax: Axes | None = None
) -> Axes:
    """How long the sentences of each outlet or article are: every sentence a mark, the median marked.

    Parameters
    ----------
    sentences: what split_sentences() returned.
    by: "outlet" (each article of unknown outlet stands alone) or "article".
    parts: which parts of the articles are shown; the body, as measures count it.
    ax: matplotlib Axes to draw on; without it a figure of its own, which a notebook shows with
        alternative text made from the data, how to read it, and the table behind it.

    Returns the Axes. Where there are more than 1,000 sentences, or more than 14 of one length, the marks
    run together to bars, each as high as the share of its length. Very long sentences stand at the right
    edge, with how many words the longest has. Of more than 30 groups the first 30 are drawn, and the axis
    says so. Raises MeasureError where there is no sentence of these parts, or by is another word.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped. Nobody knew why. It was late, and it rained."})
    >>> print(mk.plot_sentence_lengths(mk.split_sentences(corpus)).alt)
    Words in each sentence. Harbour Herald: 3 sentences, median 3 words, from 3 to 6.
    """
    every = _groups(sentences, by, parts)
    shown = every[:_MOST]
    edge = _edge(shown)
    stacks = [Counter(min(length, edge + 1) for length in group.lengths) for group in shown]
    one_by_one = sum(len(group.lengths) for group in shown) <= _MOST_MARKS and max(max(s.values()) for s in stacks) <= _TALLEST
    axes = new_axes(7.2, 1.4 + _ROW * len(shown)) if ax is None else ax
    highest = max(max(stack.values()) for stack in stacks)
    for place, (group, stack) in enumerate(zip(shown, stacks, strict=True)):
        _draw(axes, place, group, stack, highest if one_by_one else None)
        if stack[edge + 1]:
            _draw_edge(axes, place, stack[edge + 1], max(group.lengths))
    name_rows(axes, range(len(shown)), [f"{short(group.name, 28)} (n = {len(group.lengths)})" for group in shown])
    axes.set_ylim(len(shown) - 0.45, -0.75)
    axes.set_xlim(0, edge + (7 if any(stack[edge + 1] for stack in stacks) else 1))
    axes.grid(axis="x", color=INK, alpha=0.15, linewidth=0.8)
    axes.set_axisbelow(True)
    drawn = [_mark(one_by_one), "upright line: median", "n: sentences"]
    if len(every) > len(shown):
        drawn.append(f"the first {len(shown)} of {len(every)}")
    axes.set_xlabel(f"Words in a sentence (to the right: longer sentences)\n{'; '.join(drawn)}")
    if isinstance(axes, ShownAxes):
        _say(axes, every, drawn)
    return axes


def _groups(sentences: pd.DataFrame, by: str, parts: Sequence[str]) -> list[_Group]:
    sentences = check(sentences, SENTENCES)
    if by not in ("outlet", "article"):
        raise MeasureError(f"cannot group by {by!r}", where="by", mend="use outlet or article")
    chosen = sentences[sentences["part"].isin(parts)]
    if chosen.empty:
        known = ", ".join(sorted(set(sentences["part"]))) or "none"
        raise MeasureError(f"there is no sentence of {', '.join(parts)}", where="parts", mend=f"parts with sentences: {known}")
    names = outlet_groups(chosen) if by == "outlet" else article_labels(chosen)
    lengths: dict[str, list[int]] = {}
    for name, words in zip(names, chosen["n_words"], strict=True):
        lengths.setdefault(name, []).append(int(words))
    return [_Group(name, found) for name, found in lengths.items()]


def _edge(shown: list[_Group]) -> int:
    """The last length the axis has room for; one endless sentence must not squeeze all others."""
    lengths = sorted(length for group in shown for length in group.lengths)
    usual = lengths[int(0.98 * (len(lengths) - 1))]
    limit = max(_AT_LEAST, round(_EDGE * usual))
    return max(lengths[-1], _AT_LEAST) if lengths[-1] <= 1.2 * limit else limit


def _draw(axes: Axes, place: int, group: _Group, stack: Counter[int], highest: int | None) -> None:
    """The marks of a row, standing on its lower edge: one by one, or (highest is None) as bars."""
    floor, step = place + 0.36, _TALL / max(highest or 1, 5)
    if highest is None:
        most = max(stack.values())
        axes.vlines([*stack], floor, [floor - _TALL * count / most for count in stack.values()], color=BLUE, linewidth=2.4)
    else:
        marks = [(length, floor - (n + 0.5) * step) for length, count in stack.items() for n in range(count)]
        axes.plot(*zip(*marks, strict=True), "o", color=BLUE, markersize=min(6, 72 * _ROW * step), markeredgewidth=0)
    axes.plot([0, 1], [floor, floor], color=INK, alpha=0.35, linewidth=0.8, transform=axes.get_yaxis_transform())
    middle = median(group.lengths)
    order = 3 if highest is None else 1.5  # before the bars, behind the dots: nothing is hidden
    axes.plot([middle, middle], [floor, floor - _TALL - 0.03], color=ORANGE, linewidth=2.2, solid_capstyle="butt", zorder=order)
    axes.annotate(group.median, (middle, floor - _TALL - 0.03), xytext=(0, 1), textcoords="offset points", ha="center",
                  va="bottom", fontsize=9, fontweight="bold", color=INK)  # fmt: skip


def _draw_edge(axes: Axes, place: int, count: int, longest: int) -> None:
    """Sentences longer than the axis."""
    said = f"{longest:,} words →" if count == 1 else f"{count} longer, up to {longest:,} words →"
    axes.annotate(said, (1, place - 0.3), xycoords=("axes fraction", "data"), ha="right", va="center", fontsize=8, color=INK)


def _mark(one_by_one: bool) -> str:
    return "dot: one sentence" if one_by_one else "bar: the share of sentences of that length"


def _say(axes: ShownAxes, every: list[_Group], drawn: list[str]) -> None:
    """Text and table of the figure."""
    shown = every[:_MOST]
    found = [
        f"{group.name}: {_sentences(len(group.lengths))}, median {group.median} words, from {min(group.lengths)} to "
        f"{max(group.lengths):,}"
        for group in shown
    ]
    more = [f"The first {len(shown)} of {len(every)}; the table holds all."] if len(every) > len(shown) else []
    axes.alt = " ".join([f"Words in each sentence. {'; '.join(found)}.", *more])
    axes.subject = "words in a sentence"
    axes.caption = " ".join(
        [f"{drawn[0][0].upper()}{drawn[0][1:]}; further to the right: longer. The upright line is the median: half of the "
         "sentences are longer, half shorter. n is the number of sentences.", *more]
    )  # fmt: skip
    axes.meaning = " ".join(
        ["Half of the sentences are shorter than the median, half are longer; one very long sentence hardly moves it. Look at "
         "where the marks crowd, and how far they reach: two articles with the same median can read quite differently. "
         "Sentences of one article are alike, so many sentences are not many stories: to say that two outlets differ, compare "
         "them story by story.", *about_unknown(group.name for group in shown)]
    )  # fmt: skip
    axes.behind = pd.DataFrame([_row(group) for group in every])


def _row(group: _Group) -> dict[str, object]:
    ordered, n = sorted(group.lengths), len(group.lengths)
    return {
        "group": group.name,
        "sentences": n,
        "shortest": ordered[0],
        "a quarter have at most": ordered[(n - 1) // 4],
        "median": group.median,
        "a quarter have at least": ordered[n - 1 - (n - 1) // 4],
        "longest": ordered[-1],
    }


def _sentences(n: int) -> str:
    return "1 sentence" if n == 1 else f"{n} sentences"
