"""Where the articles of a story may come from: a chart of origins, articles, and the lines between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch

from mediakit.comparison.summarize import outlet_groups
from mediakit.errors import MeasureError
from mediakit.plots.figure import BLUE, INK, ORANGE, ShownAxes, new_axes, nothing_to_draw
from mediakit.plots.groups import short
from mediakit.tables import ORIGINS, check, missing, named_rows

_MOST = 20  # articles
_MOST_SAID = 8  # signs of an article that the alternative text tells
_ROW = 0.46  # inches
_CURVES = 1.6  # where the curves between articles begin
_UNKNOWN = "?"
_LINES = {"certain": "-", "likely": (0, (5, 2)), "check": (0, (1, 2))}
_WIDTHS = {"certain": 2.2, "likely": 1.6, "check": 1.2}
_STRONGEST = ("certain", "likely", "check")


def plot_origins(origins: pd.DataFrame, *, story: str | None = None, ax: Axes | None = None) -> Axes:
    """Left what the articles name as their origin, right the articles; lines for what the texts say and what they share.

    Parameters
    ----------
    origins: what trace_origins() returned.
    story: the story_id shown; otherwise the one with most articles.
    ax: matplotlib Axes to draw on. Without it a figure of its own, which a notebook shows with alternative text,
        how to read it, and the table behind it.

    A line is drawn through where it is certain, dashed where it is likely, dotted where it is worth a look; an
    article about which nothing can be told hangs on “?”. Curves on the right join articles that share text,
    quotations or facts. Of more than 20 articles the first 20 are drawn, and the figure says so. Returns the
    Axes; where there are no origins, they say so. Raises MeasureError where there is no such story.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "SKARHOLM (AP) — The ferry stopped.", "Coast Courier": "No ferry ran."})
    >>> quotes, attributions = mk.find_quotes(corpus), mk.find_attributions(corpus)
    >>> links, passages = mk.link_quotes(quotes, corpus), mk.find_passages(corpus)
    >>> origins = mk.trace_origins(corpus, quotes=quotes, attributions=attributions, links=links, passages=passages)
    >>> print(mk.plot_origins(origins).alt)
    2 articles, at least 1 and at most 2 independent origins. Harbour Herald: credits Associated Press (dateline). Coast ...
    """
    if check(origins, ORIGINS).empty:
        return nothing_to_draw("There is no article to trace.")
    told = _story(origins, story)
    articles = told["article_id"].unique().tolist()
    drawn = [*named_rows(told[told["article_id"].isin(articles[:_MOST])])]
    labels = dict(zip(told["article_id"], outlet_groups(told), strict=True))
    named = [*dict.fromkeys(_origin(row) for row in drawn if missing(row.other_article_id))]
    longest = max(len(named), len(articles[:_MOST]))
    places, shown = _spread(named, longest), _spread(articles[:_MOST], longest)
    height = 0.9 + _ROW * longest
    axes = new_axes(8.0, height) if ax is None else ax
    for name, y in places.items():
        _write(axes, short(name, 28), 0.0, y, ha="right")
    for article_id, y in shown.items():
        _write(axes, short(labels[article_id], 24), 1.0, y, ha="left")
    strongest = _strongest(drawn)
    ends = {(row.article_id, row.other_article_id) for row in strongest if not missing(row.other_article_id)}
    for row in strongest:
        if missing(row.other_article_id):
            _arrow(axes, (0.02, places[_origin(row)]), (0.98, shown[row.article_id]), row)
        elif row.other_article_id in shown:
            _join(axes, shown[row.other_article_id], shown[row.article_id], row, both=_back(row) in ends)
    axes.set_xlim(-0.75, 2.2)
    axes.set_ylim(longest - 0.3, -0.7)
    axes.set_axis_off()
    if isinstance(axes, ShownAxes):
        _say(axes, told, drawn, labels, origins["story_id"].nunique(dropna=False))
    return axes


def _story(origins: pd.DataFrame, story: str | None) -> pd.DataFrame:
    """The rows of one story: the one that is wanted, or the one with most articles."""
    stories = origins.groupby("story_id", dropna=False, sort=False)["article_id"].nunique()
    chosen = stories.idxmax() if story is None else story
    if story is not None and story not in stories.index:
        known = ", ".join(str(name) for name in stories.index[:8] if not missing(name))
        raise MeasureError(f"the origins hold no story {story!r}", where="plot_origins", mend=f"name one of: {known}")
    return origins[origins["story_id"].isna() if missing(chosen) else origins["story_id"] == chosen]


def _origin(row: Any) -> str:
    return _UNKNOWN if missing(row.origin) else str(row.origin)


def _spread(names: list[str], longest: int) -> dict[str, float]:
    """A height for each name, over the whole of the longest column."""
    step = (longest - 1) / (len(names) - 1) if len(names) > 1 else 1.0
    return {name: place * step for place, name in enumerate(names)}


def _strongest(rows: list[Any]) -> list[Any]:
    """One row for each two ends: the strongest."""
    best: dict[tuple[str, str], Any] = {}
    for row in rows:
        other = _origin(row) if missing(row.other_article_id) else f"article {row.other_article_id}"
        known = best.setdefault((row.article_id, other), row)
        if _rank(row) < _rank(known):
            best[row.article_id, other] = row
    return [*best.values()]


def _rank(row: Any) -> int:
    return len(_STRONGEST) if missing(row.strength) else _STRONGEST.index(row.strength)


def _write(axes: Axes, words: str, x: float, y: float, *, ha: str) -> None:
    text = axes.annotate(words, (x, y), ha=ha, va="center", fontsize=9.5, color=INK)
    text.set(parse_math=False)


def _back(row: Any) -> tuple[str, str]:
    """The ends of a line, seen from the other article."""
    return row.other_article_id, row.article_id


def _join(axes: Axes, begin: float, end: float, row: Any, *, both: bool) -> None:
    """A curve to the right between two articles; one with two heads where each may come from the other."""
    if not both:
        _arrow(axes, (_CURVES, begin), (_CURVES, end), row, curve=-0.35 if end > begin else 0.35)
    elif begin < end:
        _arrow(axes, (_CURVES, begin), (_CURVES, end), row, heads="<|-|>", curve=-0.35)


def _arrow(
    axes: Axes, begin: tuple[float, float], end: tuple[float, float], row: Any, *, heads: str = "-|>", curve: float = 0.0
) -> None:
    strength = "check" if missing(row.strength) else row.strength
    color = INK if missing(row.origin) else BLUE if missing(row.other_article_id) else ORANGE
    axes.add_patch(
        FancyArrowPatch(begin, end, arrowstyle=heads, mutation_scale=9, color=color, linestyle=_LINES[strength],
                        linewidth=_WIDTHS[strength], connectionstyle=f"arc3,rad={curve}")
    )  # fmt: skip


def _say(axes: ShownAxes, told: pd.DataFrame, drawn: list[Any], labels: Mapping[str, str], stories: int) -> None:
    low, high = drawn[0].independent_low, drawn[0].independent_high
    between = f"exactly {low}" if low == high else f"at least {low} and at most {high}"
    more = [f"Drawn are the first {_MOST} of {len(labels)} articles; the table holds all."] if len(labels) > _MOST else []
    if stories > 1:
        more.append(f"This is one of {stories} stories.")
    by_article: dict[str, list[Any]] = {}
    for row in drawn:
        by_article.setdefault(row.article_id, []).append(row)
    said = [f"{labels[name]}: {_reasons(found)}." for name, found in by_article.items()]
    origins = "origin" if low == high == 1 else "origins"
    axes.subject = "where the articles of a story may come from"
    axes.alt = " ".join([f"{len(labels)} articles, {between} independent {origins}.", *said, *more])
    axes.caption = " ".join(
        [f"Left what the articles name, right the articles: {between} independent {origins}. Solid lines are certain, dashed "
         "ones likely, dotted ones worth a look; “?” is what nobody says. Orange curves join articles that share words or facts.",
         *more]
    )  # fmt: skip
    axes.meaning = (
        "Many reports are not many witnesses: they may all go back to one agency, one press release, one speech. At most as many "
        "origins as articles that nothing certain joins; at least as many as name an origin of their own, where every "
        "sign joins articles. An arrow between articles points from the one that may be first; where neither date nor credit "
        "tells, it has two heads. Agreement says nothing about truth: look up the origin itself."
    )
    axes.behind = pd.DataFrame(
        {
            "outlet": told["article_id"].map(labels),
            "may come from": told["origin"].fillna(_UNKNOWN),
            "sign": told["evidence"].fillna("cannot tell"),
            "strength": told["strength"].fillna("–"),
            "in words": told["reason"],
        }
    ).reset_index(drop=True)


def _reasons(rows: list[Any]) -> str:
    """What is said about one article, the first few signs of it."""
    further = [f"and {len(rows) - _MOST_SAID} further signs"] if len(rows) > _MOST_SAID else []
    return "; ".join([*map(_reason, rows[:_MOST_SAID]), *further])


def _reason(row: Any) -> str:
    where = "" if missing(row.other_article_id) else f" with {row.origin}"
    return f"{row.reason}{where}"
