"""Which stretches are worth aligning: those that share telling pairs of words.

The pairs are of neighbours and of words with one word between them. A few stretches (those of one story) are all
compared with one another. Among many, each is looked up by its rarest pairs in an index, so that the work
grows with the number of stretches and not with its square. Where much of a stretch is in pairs that very many hold,
as in one of a thousand near copies, it is looked up by these, too, among the fullest that hold them.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mediakit.reuse.likeness import weigh
from mediakit.reuse.normal import GAP
from mediakit.reuse.rows import Flags, Floats, Ints, Rows, counting, distinct, ends_of

if TYPE_CHECKING:
    from scipy.sparse import csr_array

ALL_PAIRS = 1_000  #: up to so many different stretches of one scope are all compared with one another
RAREST = 8  #: pairs of words by which a stretch is looked up among more than that
MOST_HOLDING = 60  #: stretches that may share a pair of words for it to count as rare
MOST_ALIGNED = 60  #: stretches that one is aligned with, those that share most with it; or fewer, so that there are …
FEWEST_ALIGNED = 6  #: … no more than so many for each stretch of a scope, …
MOST_IN_ALL = 10_000  #: … or than this number in all, where that is more
_AT_A_TIME = 4_000  # stretches, or pairs of them, that are compared in one go
_FEWEST_KNOWN = 2_000  # stretches below which the corpus says nothing about how rare a word is
_ORDINARY = 50  # a word that one stretch in so many holds is worth what it is in a story
_MOST_RARITY = 1.2
_SHARED = 1.2  # what the pairs in common must be worth, …
_SHARED_SHORT = 0.6  # … or this share of what those of the shorter stretch are
_TELLING, _MOST_OF_IT = 2.4, 0.8  # what their words in common are worth, or this share of the shorter stretch
_SHARED_RARE, _LEAST = 0.35, 0.8  # this share of what its rarest pairs are worth, and no less than this
_CROWDED = 0.5  # share of what a stretch is worth that lies in common pairs, for it to be looked up by them, too
_MUCH_OF_IT = 0.6  # share of the shorter stretch that stands in the fullest one that it is aligned with in any case
_MOST_COUNTED = 4_000  # stretches that hold a pair, beyond which all are equally common


class Candidates(NamedTuple):
    """Pairs of stretches to align, the first place below the second; and those that were not looked up in full."""

    one: Ints
    other: Ints
    common: Ints  #: stretches much of which is in common word pairs: by these compared with the fullest holders only
    capped: Ints  #: stretches that are like more others than they are aligned with
    most: Ints  #: for each scope, with how many


class _Index(NamedTuple):
    """The word pairs that several stretches of one scope hold: sorted by pair and stretch, each once a stretch."""

    stretch: Ints
    pair: Ints  #: the number of the word pair, from 0
    worth: Floats
    holding: Ints  #: for each word pair, how many stretches hold it


def worths_of(rows: Rows) -> Floats:
    """What each word is worth where nothing is known of how rare it is."""
    return np.fromiter(map(weigh, rows.keys), dtype=np.float64, count=len(rows.keys))


def worths_by_rarity(rows: Rows) -> Floats:
    """What each word is worth in a corpus: the less, the more stretches hold it.

    >>> from mediakit.reuse.rows import rows_of
    >>> the, ferry, pier = worths_by_rarity(rows_of(["the ferry", "the pier"]))
    >>> bool(ferry == pier > the)
    True
    """
    size = max(1, len(rows.keys))
    held = np.bincount(distinct(rows.owners * size + rows.numbers) % size, minlength=len(rows.keys))
    known = max(len(rows.begins) - 1, _FEWEST_KNOWN)
    rarity = np.log(known / np.maximum(held, 1)) / math.log(_ORDINARY)
    return worths_of(rows) * np.minimum(rarity, _MOST_RARITY)


def candidate_pairs(rows: Rows, worth: Floats, scope: Ints, quoted: Flags) -> Candidates:
    """The pairs of stretches that share enough to be aligned; only stretches of one scope are compared.

    Parameters: rows, a row each stretch; worth, of each word; scope, the number of each stretch's scope, in rising order;
    quoted, whether a stretch stands inside quotation marks: of two at least one does.

    >>> from mediakit.reuse.rows import rows_of
    >>> rows = rows_of(["the old stone pier", "our old stone pier", "fog again"])
    >>> found = candidate_pairs(rows, worths_of(rows), np.zeros(3, dtype=np.int64), np.ones(3, dtype=bool))
    >>> found.one.tolist(), found.other.tolist()
    ([0], [1])
    """
    sizes = np.bincount(scope, minlength=1)
    large = np.flatnonzero(sizes > ALL_PAIRS)
    small = np.flatnonzero(sizes[scope] <= ALL_PAIRS)
    standing = standings(rows, worth, quoted)
    found = [
        _all_pairs(rows, worth, scope, small),
        *(_looked_up(rows, worth, standing, np.flatnonzero(scope == one)) for one in large),
    ]
    one, other, common = (np.concatenate(parts) for parts in zip(*found, strict=True))
    one, other = one[either := quoted[one] | quoted[other]], other[either]
    shared, shorter = _in_common(rows, worth, one, other)
    telling = (shared >= _TELLING) | (shared >= _MOST_OF_IT * shorter)
    one, other, shared, shorter = one[telling], other[telling], shared[telling], shorter[telling]
    most, capped, kept = _sharing_most(one, other, shared, scope)
    kept |= _with_the_fullest(one, other, shared >= _MUCH_OF_IT * shorter, standing)
    one, other = one[kept], other[kept]
    order = np.lexsort((other, one))
    return Candidates(one[order], other[order], common, capped, most)


def standings(rows: Rows, worth: Floats, quoted: Flags) -> Floats:
    """What a stretch is worth as the one that leads its copies: words outside quotation marks lead nothing."""
    return np.where(quoted, rows.sums(worth), 0.0)


def _index(rows: Rows, worth: Floats, scope: Ints) -> tuple[_Index, Floats]:
    """The index of all word pairs that join stretches, and what all pairs of each stretch are worth together."""
    word, owner, n_rows = rows.numbers, rows.owners, len(rows.begins) - 1
    again = np.bincount(word, minlength=len(rows.keys)) > 1  # a pair with a word that stands there once joins nothing
    short, size = np.cumsum(again) - 1, max(1, int(again.sum()))
    gap = next((number for number, key in enumerate(rows.keys) if key == GAP), -1)
    total, codes = np.zeros(n_rows), []
    for step in (1, 2):
        inside = (owner[:-step] == owner[step:]) & (word[:-step] != gap) & (word[step:] != gap)
        first, second, stretch = word[:-step][inside], word[step:][inside], owner[:-step][inside]
        total += np.bincount(stretch, weights=(worth[first] + worth[second]) / 2, minlength=n_rows)
        both = again[first] & again[second]
        codes.append((short[first[both]] * size + short[second[both]]) * n_rows + stretch[both])
    ordered = np.sort(np.concatenate(codes))
    code, stretch = ordered // max(1, n_rows), ordered % max(1, n_rows)
    words = np.flatnonzero(again)
    value = (worth[words[code // size]] + worth[words[code % size]]) / 2
    twice = np.flatnonzero(ordered[1:] == ordered[:-1]) + 1
    total -= np.bincount(stretch[twice], weights=value[twice], minlength=n_rows)
    code, stretch, value = (np.delete(column, twice) for column in (code, stretch, value))
    begins = np.flatnonzero(np.diff(code, prepend=-1) | np.diff(scope[stretch], prepend=-1))
    holding = np.diff(begins, append=len(code))
    joins = np.repeat(holding > 1, holding)
    holding = holding[holding > 1]
    return _Index(stretch[joins], np.repeat(np.arange(len(holding)), holding), value[joins], holding), total


def _all_pairs(rows: Rows, worth: Floats, scope: Ints, places: Ints) -> tuple[Ints, Ints, Ints]:
    """Every pair of stretches of one scope that shares enough: products of sparse matrices."""
    from scipy.sparse import csc_array

    index, total = _index(rows.taken(places), worth, scope[places])
    ends, size = ends_of(index.holding), len(places)
    held = csc_array((np.sqrt(index.worth), index.stretch, ends), shape=(size, len(ends) - 1)).tocsr()
    found = [np.zeros((2, 0), dtype=np.int64)]
    for begin in range(0, size, _AT_A_TIME):
        end = min(begin + _AT_A_TIME, size)
        last = int(np.searchsorted(scope[places], scope[places[end - 1]], "right"))
        shared = (held[begin:end] @ held[begin:last].T).tocoo()
        one, other = shared.row + begin, shared.col + begin
        least = np.minimum(_SHARED, _SHARED_SHORT * np.minimum(total[one], total[other]))
        enough = (one < other) & (shared.data >= least - 1e-9)
        found.append(np.stack([one[enough], other[enough]]))
    one, other = places[np.concatenate(found, axis=1)]
    return one, other, places[:0]


def _looked_up(rows: Rows, worth: Floats, standing: Floats, places: Ints) -> tuple[Ints, Ints, Ints]:
    """Pairs found through the rarest word pairs of either stretch; places are those of one scope."""
    # the fullest first: copies are copies of a fuller one more often than not
    places, size = places[np.lexsort((places, -standing[places]))], len(places)
    index, total = _index(rows.taken(places), worth, np.zeros(size, dtype=np.int64))
    is_common = index.holding[index.pair] > MOST_HOLDING
    told = np.bincount(index.stretch[is_common], weights=index.worth[is_common], minlength=size)
    crowded = (told > 0) & (told >= _CROWDED * total)
    holders = _holders(index, size)
    found = [_sharing(index, holders, usable) for usable in (~is_common, is_common & crowded[index.stretch])]
    asking, answering = np.concatenate(found, axis=1)
    one, other = places[asking], places[answering]
    n_rows = len(rows.begins) - 1
    code = distinct(np.minimum(one, other) * n_rows + np.maximum(one, other))
    return code // n_rows, code % n_rows, np.sort(places[crowded])


def _holders(index: _Index, size: int) -> csr_array:
    """For each word pair the first stretches that hold it."""
    from scipy.sparse import csr_array

    first = counting(index.holding) < MOST_HOLDING
    ends = ends_of(np.minimum(index.holding, MOST_HOLDING))
    return csr_array((np.ones(ends[-1]), index.stretch[first], ends), shape=(len(ends) - 1, size))


def _sharing(index: _Index, holders: csr_array, usable: Flags) -> Ints:
    """The stretches that are looked up by some of the index, and those that share enough with each of them."""
    from scipy.sparse import csr_array

    wanted, (n_pairs, size) = _rarest(index, usable), holders.shape
    total = np.bincount(index.stretch[wanted], weights=index.worth[wanted], minlength=size)
    asked = csr_array((index.worth[wanted], (index.stretch[wanted], index.pair[wanted])), shape=(size, n_pairs))
    shared = (asked @ holders).tocoo()
    asking, answering = shared.row.astype(np.int64), shared.col.astype(np.int64)
    keep = (asking != answering) & (shared.data >= np.maximum(_LEAST, _SHARED_RARE * total[asking]))
    return np.stack([asking[keep], answering[keep]])


def _rarest(index: _Index, usable: Flags) -> Ints:
    """Where the rarest word pairs of each stretch stand in the index, of those that are usable."""
    places = np.flatnonzero(usable)
    # one number to sort by: the stretch, how many hold the pair, and where it stands
    held = np.minimum(index.holding[index.pair[places]], _MOST_COUNTED)
    n_places = max(1, len(usable))
    places = np.sort((index.stretch[places] * (_MOST_COUNTED + 1) + held) * n_places + places) % n_places
    owner = index.stretch[places]
    rank = np.arange(len(places)) - np.searchsorted(owner, owner)
    return places[rank < RAREST]


def _in_common(rows: Rows, worth: Floats, one: Ints, other: Ints) -> tuple[Floats, Floats]:
    """What the words in common of each pair are worth, wherever they stand, and what the shorter stretch is worth."""
    from scipy.sparse import csr_array

    chosen, place = np.unique(np.concatenate([one, other]), return_inverse=True)
    taken = rows.taken(chosen)
    held = csr_array((np.ones(len(taken.numbers)), taken.numbers, taken.begins), shape=(len(chosen), max(1, len(rows.keys))))
    held.sum_duplicates()
    held.data = worth[held.indices]
    total = held.sum(axis=1)
    shared, place, there_place = np.zeros(len(one)), place[: len(one)], place[len(one) :]
    for begin in range(0, len(one), _AT_A_TIME):
        some = slice(begin, begin + _AT_A_TIME)
        shared[some] = held[place[some]].minimum(held[there_place[some]]).sum(axis=1)
    return shared, np.minimum(total[place], total[there_place])


def _sharing_most(one: Ints, other: Ints, shared: Floats, scope: Ints) -> tuple[Ints, Ints, Flags]:
    """How many pairs are kept of each stretch; the stretches that have more; which pairs are among the closest of either."""
    asking, number = np.concatenate([one, other]), np.tile(np.arange(len(one)), 2)
    order = np.lexsort((number, -shared[number], asking))
    rank = np.arange(len(order)) - np.searchsorted(asking[order], asking[order])
    most = _fitting(np.bincount(asking, minlength=len(scope)), scope)
    kept = np.zeros(len(one), dtype=bool)
    kept[number[order][rank < most[scope[asking[order]]]]] = True
    lost = np.bincount(one[~kept], minlength=len(scope)) + np.bincount(other[~kept], minlength=len(scope))
    return most, np.flatnonzero(lost), kept


def _fitting(many: Ints, scope: Ints) -> Ints:
    """For each scope the number that are aligned with each stretch at most, given how many each is like."""
    room = np.maximum(MOST_IN_ALL, FEWEST_ALIGNED * np.bincount(scope))
    most = np.full(len(room), MOST_ALIGNED)
    while (over := np.bincount(scope, weights=np.minimum(many, most[scope])) > room).any():
        most[over] -= 1
    return most


def _with_the_fullest(one: Ints, other: Ints, like: Flags, standing: Floats) -> Flags:
    """Of the pairs that are like, the one of each stretch with the fullest: so near copies stay one group, however many."""
    order = np.lexsort((np.arange(len(standing)), -standing))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    fuller, shorter = np.minimum(rank[one], rank[other]), np.maximum(rank[one], rank[other])
    fullest = rank.copy()
    np.minimum.at(fullest, shorter[like], fuller[like])
    kept: Flags = like & (fuller == fullest[shorter])
    return kept
