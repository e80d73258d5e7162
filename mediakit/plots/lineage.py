"""When which wording of a quotation was printed where: a time axis for what is dated, a column apart for what is not."""

from __future__ import annotations

from datetime import date
from textwrap import wrap
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from mediakit.comparison.summarize import outlet_groups
from mediakit.corpus import Corpus
from mediakit.errors import MeasureError
from mediakit.plots.figure import BLUE, INK, ORANGE, ShownAxes, new_axes, nothing_to_draw
from mediakit.plots.groups import about_unknown, name_rows, short
from mediakit.tables import WORDING_MEMBERS, WORDINGS, check, missing, rows_of

_MOST = 12  # wordings
_MOST_MARKS = 5  # marks of one wording that stand below each other
_LINE = 0.17  # height of a line, as rows are apart
_LETTER, _MARK = 0.02, 0.04  # width of a letter of a name and of a mark, as the days are wide
_MOST_SAID = 20  # articles of a wording that the alternative text tells
_ROW = 0.75  # inches
_WORDS = 34  # characters of a line of a wording
_LINES = 3


def plot_lineage(
    wordings: pd.DataFrame, members: pd.DataFrame, corpus: Corpus, *, group: int | None = None, ax: Axes | None = None
) -> Axes:
    """One quotation: a row a wording, a mark an article that prints it, placed by day of publication.

    Parameters
    ----------
    wordings: what list_wordings() returned.
    members: what wording_members() returned.
    corpus: for the days of publication.
    group: the group_no of the quotation; otherwise the one that most articles print.
    ax: matplotlib Axes to draw on.

    Articles without a day of publication stand apart on the left, in no order. Earlier is not copied from: two outlets
    may both have it from a third. Of more than 12 wordings the 12 that most articles print are drawn, of more than five
    articles of one wording and day the first four, and names that would cover others are left out; the figure says so, and
    the table behind it holds all. Returns the Axes. Raises MeasureError where there is no such group.

    >>> import mediakit as mk
    >>> says = {"A": "“We saw no smoke at all,” he said.", "B": "“We saw no smoke,” he said."}
    >>> corpus = mk.read_texts(says)
    >>> quotes = mk.find_quotes(corpus)
    >>> links = mk.link_quotes(quotes, corpus)
    >>> axes = mk.plot_lineage(mk.list_wordings(links, quotes), mk.wording_members(links, quotes), corpus)
    >>> print(axes.alt.split(". ")[0])
    2 wordings of one quotation, in 2 articles
    """
    wordings = check(wordings, WORDINGS)
    if check(members, WORDING_MEMBERS).empty:
        return nothing_to_draw("No quotation is printed more than once.")
    chosen = _group(members) if group is None else group
    rows = [*rows_of(wordings[wordings["group_no"] == chosen])]
    if not rows:
        known = ", ".join(map(str, sorted(set(wordings["group_no"]))[:12]))
        raise MeasureError(f"there is no group {chosen}", where="plot_lineage", mend=f"use one of: {known}")
    prints = _prints(members[members["group_no"] == chosen], corpus)
    shown = _most_printed(rows)
    axes = new_axes(7.6, 1.3 + _ROW * len(shown)) if ax is None else ax
    days = sorted({_ordinal(day) for _, _, day in prints if day})
    marks = _marks(shown, prints, days)
    _draw(axes, shown, marks, days)
    if isinstance(axes, ShownAxes):
        _say(axes, rows, shown, prints, nameless=sum(not mark.name for mark in marks))
    return axes


def _most_printed(rows: list[Any]) -> list[Any]:
    """The wordings that are drawn, the fullest first."""
    most = sorted(rows, key=lambda row: (-row.n_articles, row.wording_no))[:_MOST]
    return sorted(most, key=lambda row: int(row.wording_no))


def _group(members: pd.DataFrame) -> int:
    """The group that most articles print; of equals the first."""
    articles: dict[int, set[str]] = {}
    for row in rows_of(members):
        articles.setdefault(int(row.group_no), set()).add(row.article_id)
    return min(articles, key=lambda number: (-len(articles[number]), number))


def _prints(members: pd.DataFrame, corpus: Corpus) -> list[tuple[int, str, str | None]]:
    """Wording, outlet as shown, and day of publication of each article that prints it."""
    articles = corpus.articles
    days = {
        article_id: published
        for article_id, published, granularity in zip(
            articles["article_id"], articles["published"], articles["published_granularity"], strict=True
        )
        if not missing(published) and granularity == "day"
    }
    return [
        (int(row.wording_no), name, days.get(row.article_id))
        for row, name in zip(rows_of(members), outlet_groups(members), strict=True)
    ]


class _Mark(NamedTuple):
    """An article that prints a wording, or several that there is no room for."""

    wording: int
    dated: bool
    at: float  #: where between the earliest day and the last, or on the left
    level: int  #: on which of the lines below each other
    name: str  #: empty where it would cover another


def _marks(shown: list[Any], prints: list[tuple[int, str, str | None]], days: list[int]) -> list[_Mark]:
    wordings = {int(row.wording_no) for row in shown}
    stacked: dict[tuple[int, str], list[str]] = {}
    for wording, name, day in prints:
        if wording in wordings:
            stacked.setdefault((wording, day or ""), []).append(name)
    marks = list[_Mark]()
    taken: dict[int, list[float]] = {}  # by wording, where the last name ends on each of the lines below each other
    for (wording, day), printed in sorted(stacked.items(), key=lambda found: found[0]):
        at = 0.35 + 0.6 * (_ordinal(day) - days[0]) / max(days[-1] - days[0], 1) if day else 0.0
        names = [short(name, 20) for name in printed]
        if len(names) > _MOST_MARKS:
            names[_MOST_MARKS - 1 :] = [f"and {len(names) - _MOST_MARKS + 1} more"]
        ends = taken.setdefault(wording, [-1.0] * _MOST_MARKS)
        for name in names:
            level = next((level for level, end in enumerate(ends) if end <= at), None)
            if level is not None:
                ends[level] = at + _MARK + _LETTER * len(name)
            room = level is not None
            marks.append(_Mark(wording, bool(day), at, _MOST_MARKS if level is None else level, name if room else ""))
    return marks


def _ordinal(day: str) -> int:
    return date.fromisoformat(day[:10]).toordinal()


def _draw(axes: Axes, shown: list[Any], marks: list[_Mark], days: list[int]) -> None:
    places = {int(row.wording_no): place for place, row in enumerate(shown)}
    for mark in marks:
        y = places[mark.wording] - 0.2 + _LINE * mark.level
        if mark.dated:
            axes.plot(mark.at, y, "o", color=BLUE, markersize=7)
        else:
            axes.plot(mark.at, y, "s", color="none", markeredgecolor=ORANGE, markersize=7)
        axes.annotate(mark.name, (mark.at, y), xytext=(7, 0), textcoords="offset points", va="center", fontsize=9, color=INK,
                      parse_math=False)  # fmt: skip
    name_rows(axes, range(len(shown)), [_lines(row.text) for row in shown])
    axes.set_ylim(len(shown) - 0.25, -0.6)
    axes.set_xlim(-0.05, 1.25)
    axes.axvline(0.28, color=INK, linewidth=0.8, linestyle=(0, (4, 3)))
    outer = days[:1] + days[-1:] if len(days) > 1 else days
    ticks = [0.0] + [0.35 + 0.6 * (day - days[0]) / max(days[-1] - days[0], 1) for day in outer]
    axes.set_xticks(ticks, ["no day known"] + [date.fromordinal(day).isoformat() for day in outer], ha="left", fontsize=9)


def _lines(text: str) -> str:
    lines = wrap(" ".join(text.split()), _WORDS)
    return "\n".join(lines if len(lines) <= _LINES else [*lines[: _LINES - 1], short(lines[_LINES - 1] + " …", _WORDS)])


def _say(axes: ShownAxes, rows: list[Any], shown: list[Any], prints: list[tuple[int, str, str | None]], *, nameless: int) -> None:
    more = [f"The {_MOST} of {len(rows)} wordings that most print; the table holds all."] if len(rows) > _MOST else []
    if nameless:
        more.append(f"{nameless} marks have no room for a name; the table names them.")
    undated = sum(day is None for _, _, day in prints)
    said = []
    for row in shown:
        where = [f"{name}, {day or 'no day known'}" for wording, name, day in prints if wording == row.wording_no]
        further = [f"and {len(where) - _MOST_SAID} more"] if len(where) > _MOST_SAID else []
        said.append(f"“{row.text}”: {'; '.join([*where[:_MOST_SAID], *further])}")
    axes.subject = "wordings of one quotation, by day of publication"
    axes.alt = " ".join([f"{len(rows)} wordings of one quotation, in {len(prints)} articles. {'. '.join(said)}.", *more])
    axes.caption = " ".join(
        ["A row is a wording, a dot an article, further to the right printed later. Squares on the left have no day of "
         "publication, and no order.", *more]
    )  # fmt: skip
    axes.meaning = " ".join(
        ["Who printed a wording first need not be where the others have it from: they may all have heard it, or taken it from an "
         "agency that is not in the folder.",
         *([f"Of {undated} articles the day is not known: write it into the manifest."] if undated else []),
         *about_unknown(name for _, name, _ in prints)]
    )  # fmt: skip
    texts = {int(row.wording_no): row.text for row in rows}
    axes.behind = pd.DataFrame(
        {
            "wording": [texts[wording] for wording, _, _ in prints],
            "printed by": [name for _, name, _ in prints],
            "published": [day or "no day known" for _, _, day in prints],
        }
    )
