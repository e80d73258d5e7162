"""Which articles are close enough to report one event, without comparing every pair of a large corpus.

Closeness of two articles = similarity of their words × how near they were published × what is kept
after the signs that tell their events apart. Articles are linked where it reaches THRESHOLD; linked
pieces are then cut by average linkage, so that a chain of look-alikes does not join two events.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from mediakit.stories.told import KEPT, Told, signs_apart
from mediakit.stories.words import narrowed

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]

THRESHOLD = 0.11
APART = -1e6  # the closeness of two that must not be put together: no average outweighs it
SAME_NEWS = 1  # days apart that count as none: papers print in the morning what broke at night
FADING = 4.0  # days after which closeness falls to a third
UNDATED = 0.8  # closeness in time where a date is not known: less than the same day's, more than next week's
LARGEST_PIECE = 1000  # articles compared pair by pair; a larger piece is first cut at its weaker links
_TOO_FAR_APART = 0.03  # signs are not looked for below: no factor matters there
_CHUNK = 256


def day_numbers(published: Sequence[datetime.date | None]) -> Numbers:
    """Days as numbers, NaN where none is known."""
    return np.array([np.nan if day is None else float(day.toordinal()) for day in published])


def nearness(one: Numbers, other: Numbers) -> Numbers:
    """How near in time each of one stands to each of other, from 0 to 1.

    >>> nearness(np.array([0.0]), np.array([1.0, 5.0, np.nan])).round(2).tolist()
    [[1.0, 0.37, 0.8]]
    """
    return _fading(np.abs(one[:, None] - other[None, :]))


def _fading(apart: Numbers) -> Numbers:
    """What is left of closeness after so many days."""
    return np.where(np.isnan(apart), UNDATED, np.exp(-np.maximum(apart - SAME_NEWS, 0) / FADING))


def links(rows: csr_matrix, days: Numbers, threshold: float = THRESHOLD) -> tuple[Places, Places, Numbers]:
    """Pairs of articles whose words and dates are close enough: first, second and closeness.

    Dated articles are compared with those published near enough and with the undated only.
    """
    order = np.argsort(days, kind="stable")  # NaN last
    dated = int(np.sum(~np.isnan(days)))
    reach = SAME_NEWS - FADING * np.log(threshold)
    sorted_days, sorted_rows = days[order], rows[order]
    found: list[tuple[Places, Places, Numbers]] = []
    for begin in range(0, len(order), _CHUNK):
        end = min(begin + _CHUNK, len(order))
        last = sorted_days[min(end, dated) - 1] if begin < dated else np.nan
        near = int(np.searchsorted(sorted_days[:dated], last + reach, "right")) if begin < dated else dated
        for low, high in ((begin, max(near, end)), (max(dated, near, end), len(order))):
            if low < high:
                product = (sorted_rows[begin:end] @ sorted_rows[low:high].T).tocoo()
                likely = product.data >= threshold
                first, second, words = product.row[likely] + begin, product.col[likely] + low, product.data[likely]
                close = words * _fading(np.abs(sorted_days[first] - sorted_days[second]))
                kept = (first < second) & (close >= threshold)
                found.append((order[first[kept]], order[second[kept]], close[kept]))
    if not found:
        return np.array([], dtype=np.int64), np.array([], dtype=np.int64), np.array([])
    return tuple(np.concatenate(cells) for cells in zip(*found, strict=True))  # type: ignore[return-value]


def events(
    rows: csr_matrix, told: Sequence[Told], known: Callable[[Places], Numbers | None] = lambda _: None
) -> Iterator[Places]:
    """Groups of articles that report one event, as places in rows; every place stands in exactly one.

    Parameters: rows, what weigh() returned; told, what each article says of when and who; known,
    for the places of a piece, closeness that is known for other reasons (NaN where it is not), or None.
    """
    days = day_numbers([one.published for one in told])
    first, second, close = links(rows, days)
    for piece in _pieces(np.arange(rows.shape[0]), first, second, close, THRESHOLD):
        if len(piece) == 1:
            yield piece
        elif len(piece) > LARGEST_PIECE:
            yield piece  # thousands of texts that are all but the same
        else:
            yield from _cut(piece, closeness(rows[piece], [told[place] for place in piece], known(piece)))


def _pieces(places: Places, first: Places, second: Places, close: Numbers, threshold: float) -> Iterator[Places]:
    """What hangs together by links; a piece that is too large is taken apart at its weaker links."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    size = len(places)
    if size == 0:
        return
    _, number = connected_components(coo_matrix((close, (first, second)), shape=(size, size)), directed=False)
    order = np.argsort(number, kind="stable")
    for inside in np.split(order, np.flatnonzero(np.diff(number[order])) + 1):
        if len(inside) <= LARGEST_PIECE or threshold > 0.9:
            yield places[inside]
            continue
        place = np.full(size, -1)
        place[inside] = np.arange(len(inside))
        stronger = threshold * 1.1
        kept = (place[first] >= 0) & (close >= stronger)
        yield from _pieces(places[inside], place[first[kept]], place[second[kept]], close[kept], stronger)


def closeness(rows: csr_matrix, told: Sequence[Told], known: Numbers | None = None) -> Numbers:
    """Every pair of a few articles: how close they are, signs of different events counted in."""
    days, rows = day_numbers([one.published for one in told]), narrowed(rows)
    close = (rows @ rows.T).toarray() * nearness(days, days)
    for one, other in np.argwhere(np.triu(close > _TOO_FAR_APART, k=1)):
        for sign in signs_apart(told[one], told[other]):
            close[one, other] = close[one, other] * KEPT[sign] or APART
        close[other, one] = close[one, other]
    return close if known is None else np.where(np.isnan(known), close, known)


def _cut(piece: Places, close: Numbers) -> Iterator[Places]:
    """Average linkage, cut where groups are less close than THRESHOLD on average."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    distance = np.clip(1 - (close + close.T) / 2, 0, None).round(9)
    np.fill_diagonal(distance, 0)
    number = fcluster(linkage(squareform(distance, checks=False), "average"), 1 - THRESHOLD, "distance")
    for one in np.unique(number):
        yield piece[number == one]
