"""Which articles are worth comparing: all of a small story; else those that share rare runs of words.

No step looks at all pairs of a large corpus: an article meets only those that hold the same run of words, a
run in very many articles joins each of them with the next few, and each article is compared with a stated
number of others at most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from mediakit.reuse.passages_text import Numbers

SMALL_STORY = 60  #: articles of a story that are all compared with each other
MOST_COMPARED = 60  #: articles that one is compared with, beyond a small story: those that share most runs …
FEWEST_COMPARED = 6  #: … and no fewer where so many share with so many others that fewer are taken of each, namely …
MOST_IN_ALL = 60_000  #: … as many as make this number in all, for the articles that share with more than MOST_COMPARED
COMMON = 60  #: articles that hold a run, beyond which it joins each with the next few only
NEXT = 5  #: how many
_FEWEST_RUNS = 2  # that two articles share


class Pairs(NamedTuple):
    """The pairs of articles that are compared, by their places, and what they leave out."""

    kept: list[tuple[int, int]]
    capped: Sequence[int] = ()  #: articles that share runs with more others than one is compared with
    crowded: Sequence[int] = ()  #: articles compared by runs that too many hold: with the next few only
    most: int = MOST_COMPARED  #: articles that one is compared with that shares runs with more than MOST_COMPARED


def all_pairs(n_articles: int) -> Pairs:
    """Every pair of a small story."""
    return Pairs([*combinations(range(n_articles), 2)])


def pairs_that_share(runs: Sequence[Numbers], *, apart: Sequence[object] | None = None) -> Pairs:
    """The pairs of articles that share rare runs of words: those that share most.

    Parameters: runs, for each article its runs of words as numbers, each once; apart, for each article what no two that
    are compared may have both (None where it is not known).
    """
    n_articles = len(runs)
    held = _held(runs)
    found = [*_sharing(held, n_articles)]
    codes = np.concatenate([np.zeros(0, dtype=np.int64), *(code for code, _ in found)])
    codes, number = np.unique(codes, return_inverse=True)
    shared = np.bincount(number, weights=np.concatenate([np.zeros(0), *(count for _, count in found)]), minlength=len(codes))
    enough = shared >= _FEWEST_RUNS
    if apart is not None:
        names = {name: number for number, name in enumerate(dict.fromkeys(apart))}
        name = np.array([-place - 1 if one is None else names[one] for place, one in enumerate(apart)])
        enough &= name[codes // max(1, n_articles)] != name[codes % max(1, n_articles)]
    codes, shared = codes[enough], shared[enough]
    many = np.bincount(np.concatenate(np.divmod(codes, max(1, n_articles))), minlength=n_articles) > MOST_COMPARED
    most = int(np.clip(MOST_IN_ALL // max(1, many.sum()), FEWEST_COMPARED, MOST_COMPARED))
    met, kept, capped = Counter[int](), list[tuple[int, int]](), set[int]()
    for code in codes[np.lexsort((codes, -shared))].tolist():
        pair = divmod(code, n_articles)
        full = [place for place in pair if met[place] >= (most if many[place] else MOST_COMPARED)]
        capped.update(full)
        if not full:
            met.update(pair)
            kept.append(pair)
    return Pairs(sorted(kept), sorted(capped), _crowded(held, {place for pair in kept for place in pair}), most)


def _sharing(held: _Held, n_articles: int) -> Iterator[tuple[Numbers, Numbers]]:
    """Pairs of articles that hold the same run, as one number each, and how many runs they share; in several parts."""
    run, place, size = held
    for step in range(1, COMMON):
        near = (run[:-step] == run[step:]) & ((size[:-step] <= COMMON) | (step <= NEXT))
        if not near.any():
            return
        yield np.unique(place[:-step][near] * n_articles + place[step:][near], return_counts=True)


class _Held(NamedTuple):
    """The runs that several articles hold, a row each and article, in order."""

    run: Numbers
    place: Numbers
    size: Numbers  #: how many articles hold the run


def _held(runs: Sequence[Numbers]) -> _Held:
    run = np.concatenate([np.zeros(0, dtype=np.int64), *runs])
    place = np.repeat(np.arange(len(runs)), [len(row) for row in runs])
    order = np.argsort(run, kind="stable")  # stable, so that the holders of a run keep their order
    run, place = run[order], place[order]
    begins = np.flatnonzero(np.concatenate([run[:1] == run[:1], run[1:] != run[:-1]]))
    sizes = np.diff(begins, append=len(run))
    size = np.repeat(sizes, sizes)
    return _Held(run[size > 1], place[size > 1], size[size > 1])


def _crowded(held: _Held, compared: set[int]) -> list[int]:
    """The articles most of whose shared runs are held by so many that they join neighbours only."""
    every = np.bincount(held.place)
    many = np.bincount(held.place[held.size > COMMON], minlength=len(every))
    return [article for article in np.flatnonzero(2 * many > every).tolist() if article in compared]
