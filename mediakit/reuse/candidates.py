"""Which stretches are worth aligning: those that share telling pairs of words.

The pairs are of neighbours and of words with one word between them. A few stretches (those of one story) are all
compared with one another. Among many, each is looked up by its rarest pairs in an index, so that the work
grows with the number of stretches and not with its square.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from mediakit.reuse.likeness import weigh
from mediakit.reuse.normal import GAP

ALL_PAIRS = 1_000  #: up to so many different stretches are all compared with one another
RAREST = 8  #: pairs of words by which a stretch is looked up among more than that
MOST_HOLDING = 60  #: stretches that may share a pair of words for it to count as rare
_FEWEST_KNOWN = 2_000  # stretches below which the corpus says nothing about how rare a word is
_ORDINARY = 50  # a word that one stretch in so many holds is worth what it is in a story
_MOST_RARITY = 1.2
_SHARED = 1.2  # what the pairs in common must be worth, …
_SHARED_SHORT = 0.6  # … or this share of what those of the shorter stretch are
_TELLING, _MOST_OF_IT = 2.4, 0.8  # what their words in common are worth, or this share of the shorter stretch
_SHARED_RARE, _LEAST = 0.35, 0.8  # this share of what its rarest pairs are worth, and no less than this

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


class Candidates(NamedTuple):
    """Pairs of stretches to align, the first place below the second; and those that were not looked up in full."""

    pairs: list[tuple[int, int]]
    common: list[int]  #: stretches all of whose word pairs are common: compared with the longest holders only


class _Index(NamedTuple):
    """The word pairs of all stretches, a row each: the stretch, the number of the word pair, and what it is worth."""

    stretch: Ints
    pair: Ints
    worth: Floats


def weigh_by_rarity(rows: Sequence[Sequence[str]]) -> Mapping[str, float]:
    """What each word is worth in a corpus: the less, the more stretches hold it.

    >>> worth = weigh_by_rarity([["the", "ferry"], ["the", "pier"]])
    >>> worth["ferry"] > worth["the"]
    True
    """
    holding = Counter(chain.from_iterable(map(set, rows)))
    known = max(len(rows), _FEWEST_KNOWN)
    scale = math.log(_ORDINARY)
    return {key: weigh(key) * min(_MOST_RARITY, math.log(known / held) / scale) for key, held in holding.items()}


def candidate_pairs(rows: Sequence[Sequence[str]], worth: Mapping[str, float] | None = None) -> Candidates:
    """The pairs of stretches that share enough to be aligned, each stretch given by its keys.

    >>> candidate_pairs([("the", "old", "stone", "pier"), ("our", "old", "stone", "pier"), ("fog", "again")]).pairs
    [(0, 1)]
    """
    index = _word_pairs(rows, worth)
    if not len(index.stretch):
        return Candidates([], [])
    found = Candidates(_all_pairs(len(rows), index), []) if len(rows) <= ALL_PAIRS else _looked_up(rows, index)
    return found._replace(pairs=_telling(rows, worth, found.pairs))


def _word_pairs(rows: Sequence[Sequence[str]], worth: Mapping[str, float] | None) -> _Index:
    """Neighbours, and words with one word between them, each once a stretch."""
    numbers = {key: number for number, key in enumerate(dict.fromkeys(chain.from_iterable(rows)))}
    word = np.fromiter(map(numbers.__getitem__, chain.from_iterable(rows)), dtype=np.int64)
    value = np.array([weigh(key) if worth is None else worth[key] for key in numbers])
    sizes = [len(row) for row in rows]
    stretch = np.repeat(np.arange(len(rows)), sizes)
    gap = numbers.get(GAP, -1)
    found = list[Ints]()
    for step in (1, 2):
        first, second = word[:-step], word[step:]
        inside = (stretch[:-step] == stretch[step:]) & (first != gap) & (second != gap)
        found.append(np.stack([stretch[:-step][inside], first[inside] * len(numbers) + second[inside]]))
    both = np.concatenate(found, axis=1)
    order = np.lexsort((both[1], both[0]))
    both = both[:, order]
    new = np.ones(both.shape[1], dtype=bool)
    new[1:] = (np.diff(both[0]) != 0) | (np.diff(both[1]) != 0)
    stretches, pairs = both[0][new], both[1][new]
    return _Index(stretches, pairs, (value[pairs // max(1, len(numbers))] + value[pairs % max(1, len(numbers))]) / 2)


def _all_pairs(size: int, index: _Index) -> list[tuple[int, int]]:
    """Every pair of stretches that shares enough: a product of sparse matrices."""
    from scipy.sparse import csr_array, triu

    _, column = np.unique(index.pair, return_inverse=True)
    held = csr_array((np.sqrt(index.worth), (index.stretch, column)), shape=(size, int(column.max()) + 1))
    shared = triu(held @ held.T, k=1).tocoo()
    total = np.bincount(index.stretch, weights=index.worth, minlength=size)
    least = np.minimum(_SHARED, _SHARED_SHORT * np.minimum(total[shared.row], total[shared.col]))
    keep = shared.data >= least - 1e-9
    return sorted(zip(shared.row[keep].tolist(), shared.col[keep].tolist(), strict=True))


def _telling(
    rows: Sequence[Sequence[str]], worth: Mapping[str, float] | None, pairs: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The pairs whose words in common, wherever they stand, tell enough."""
    value = weigh if worth is None else worth.__getitem__
    held = {place: frozenset(rows[place]) for place in set(chain.from_iterable(pairs))}
    telling = list[tuple[int, int]]()
    for one, other in pairs:
        shared = sum(map(value, held[one] & held[other]))
        if shared >= _TELLING or shared >= _MOST_OF_IT * min(sum(map(value, held[one])), sum(map(value, held[other]))):
            telling.append((one, other))
    return telling


def _looked_up(rows: Sequence[Sequence[str]], index: _Index) -> Candidates:
    """Pairs found through the rarest word pairs of either stretch."""
    _, number, holding = np.unique(index.pair, return_inverse=True, return_counts=True)
    held = holding[number]
    rare = (held >= 2) & (held <= MOST_HOLDING)
    wanted, common = _rarest(index.stretch, held, rare, len(rows))
    # who holds each pair: the longest first, as copies are copies of a longer one more often than not
    size = np.array([len(row) for row in rows])
    order = np.lexsort((index.stretch, -size[index.stretch], number))
    first = np.searchsorted(number[order], np.arange(len(holding)))
    many = np.minimum(holding[number[wanted]], MOST_HOLDING)
    asking = np.repeat(index.stretch[wanted], many)
    place = np.repeat(first[number[wanted]], many) + _counting(many)
    answering = index.stretch[order][place]
    apart = asking != answering
    code, code_no = np.unique(asking[apart] * len(rows) + answering[apart], return_inverse=True)
    shared = np.bincount(code_no, weights=np.repeat(index.worth[wanted], many)[apart])
    total = np.bincount(index.stretch[wanted], weights=index.worth[wanted], minlength=len(rows))
    asking, answering = code // len(rows), code % len(rows)
    keep = (shared >= _SHARED_RARE * total[asking]) & (shared >= _LEAST)
    low, high = np.minimum(asking, answering)[keep], np.maximum(asking, answering)[keep]
    code = np.unique(low * len(rows) + high)
    return Candidates([*zip((code // len(rows)).tolist(), (code % len(rows)).tolist(), strict=True)], common)


def _rarest(stretch: Ints, held: Ints, rare: npt.NDArray[np.bool_], size: int) -> tuple[Ints, list[int]]:
    """Where the rarest word pairs of each stretch stand in the index; common ones where it has no others."""
    n_rare = np.bincount(stretch[rare], minlength=size)
    common = (held > MOST_HOLDING) & (n_rare[stretch] == 0)
    usable = np.flatnonzero(rare | common)
    usable = usable[np.lexsort((held[usable], stretch[usable]))]
    owner = stretch[usable]
    rank = np.arange(len(usable)) - np.searchsorted(owner, owner)
    return usable[rank < RAREST], np.unique(stretch[common]).tolist()


def _counting(many: Ints) -> Ints:
    """0, 1, 2 … for each of many, one after another."""
    ends = np.cumsum(many)
    return np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - many, many)
