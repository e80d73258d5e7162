"""Which articles are worth comparing: all of a small story; else those that share rare runs of words.

No step looks at all pairs of a large corpus: an article meets only those that hold the same run of words, a
run in very many articles joins each of them with the next few, and each article is compared with a stated
number of others at most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from mediakit.reuse.passages_text import Article, Numbers

SMALL_STORY = 60  #: articles of a story that are all compared with each other
MOST_COMPARED = 60  #: articles that one is compared with, beyond a small story: those that share most runs
_RUN = 5  # words
_FEWEST_RUNS = 2  # that two articles share
_COMMON = 60  # articles that hold a run, beyond which it joins each with the next few only
_NEXT = 5
_PRIMES = np.array([1, 1_000_003, 998_244_353, 1_000_000_007, 2_147_483_647], dtype=np.int64)


def pairs_of_story(articles: Sequence[Article]) -> list[tuple[int, int]]:
    """The pairs of articles of one story that are compared, by their places."""
    if len(articles) <= SMALL_STORY:
        return [*combinations(range(len(articles)), 2)]
    return pairs_that_share(articles)


def pairs_that_share(articles: Sequence[Article]) -> list[tuple[int, int]]:
    """The pairs of articles that share rare runs of five words: those that share most, by their places."""
    shared: Counter[tuple[int, int]] = Counter()
    for holders in _holders(articles):
        if len(holders) <= _COMMON:
            shared.update(combinations(holders, 2))
        else:
            shared.update((one, other) for place, one in enumerate(holders) for other in holders[place + 1 : place + 1 + _NEXT])
    enough = [(count, pair) for pair, count in shared.items() if count >= _FEWEST_RUNS]
    enough.sort(key=lambda found: (-found[0], found[1]))
    met: Counter[int] = Counter()
    kept = []
    for _, (one, other) in enough:
        if met[one] < MOST_COMPARED and met[other] < MOST_COMPARED:
            met.update((one, other))
            kept.append((one, other))
    return sorted(kept)


def _holders(articles: Sequence[Article]) -> Iterator[list[int]]:
    """For each run of words that more than one article holds, the articles that hold it, in order."""
    rows = [_runs(article) for article in articles]
    runs = np.concatenate([np.zeros(0, dtype=np.int64), *rows])
    places = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    order = np.argsort(runs, kind="stable")  # stable, so that the holders of a run keep their order
    runs, places = runs[order], places[order]
    starts = np.flatnonzero(np.r_[True, runs[1:] != runs[:-1]]) if len(runs) else np.zeros(0, dtype=np.intp)
    sizes = np.diff(np.r_[starts, len(runs)])
    for start, size in zip(starts[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True):
        yield places[start : start + size].tolist()


def _runs(article: Article) -> Numbers:
    """Every run of five words within a sentence, as one number."""
    numbers, sentence = article.flat
    if len(numbers) < _RUN:
        return numbers[:0]
    runs = np.lib.stride_tricks.sliding_window_view(numbers, _RUN) @ _PRIMES
    return np.unique(runs[sentence[: 1 - _RUN] == sentence[_RUN - 1 :]])
