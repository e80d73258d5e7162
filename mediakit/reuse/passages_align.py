"""Which sentences of two articles are copies, whatever their order, and the passages that they join to.

Every sentence of one article may stand anywhere in the other: a block that was moved is found where it
stands. A sentence that was cut, or made longer, or joined with another counts with the part that both hold.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from mediakit.reuse.align import align
from mediakit.reuse.passages_text import Article, Sentence, weigh

_COVERED = 0.7  # of what the shorter sentence says, function words counting a third
_VERBATIM = 12  # words in a row that are no accident, however much more the two sentences say
_FEWEST = 4.0  # content words, a function word counting a third: less is shared by chance
_FEWEST_IN_A_ROW = 5  # words: two reports of one event share many, but few in a row
# where so many content words are shared already, short sentences and parts of sentences were copied with the rest
_COPIED, _FEWEST_OF_COPY, _VERBATIM_OF_COPY = 15.0, 1.2, 9
_SHARED = 3  # words of the shorter sentence to one pair that both hold, at most
_MOST_HOLDING = 20  # sentences with one pair of words that a sentence of the other article is held against, those near its place
_LONGEST_GAP = 6  # words between two runs of one stretch
_EDGE = 4  # words at an edge of a sentence that may read otherwise and still belong to the copy


class Match(NamedTuple):
    """A stretch of a sentence that stands in a sentence of the other article: word places, the end excluded."""

    sentence: int
    begin: int
    end: int
    other_sentence: int
    other_begin: int
    other_end: int
    shared: tuple[tuple[int, int, int], ...]  #: runs of words: place, place there, how many
    mass: float  #: what the shared words tell
    sure: bool  #: whether it is enough by itself, or only beside more


def match_sentences(one: Article, other: Article) -> list[Match]:
    """The sentences, or parts of them, that both articles hold, in the order of the first.

    A word belongs to one match at most, on either side; the weightiest match is taken first.
    """
    found = [
        match
        for number, other_number in _candidates(one, other)
        if (match := _match(number, one.sentences[number], other_number, other.sentences[other_number]))
    ]
    found.sort(key=lambda match: (-match.mass, abs(match.sentence - match.other_sentence), match))
    kept = _without_overlap(found)
    sure = [match for match in kept if match.sure]
    return sorted(kept if sum(match.mass for match in sure) >= _COPIED else sure)


def _without_overlap(found: list[Match]) -> list[Match]:
    """The matches whose words no earlier one has taken."""
    taken: dict[int, list[tuple[int, int]]] = {}
    other_taken: dict[int, list[tuple[int, int]]] = {}
    kept = []
    for match in found:
        here, there = taken.setdefault(match.sentence, []), other_taken.setdefault(match.other_sentence, [])
        if _is_free(here, match.begin, match.end) and _is_free(there, match.other_begin, match.other_end):
            here.append((match.begin, match.end))
            there.append((match.other_begin, match.other_end))
            kept.append(match)
    return kept


def _candidates(one: Article, other: Article) -> list[tuple[int, int]]:
    """Sentences that share enough pairs of words to be worth a look, by their places."""
    pairs, sentences = one.pairs
    other_pairs, other_sentences = other.pairs
    first, last = np.searchsorted(pairs, other_pairs, "left"), np.searchsorted(pairs, other_pairs, "right")
    # the third sentence there that holds a pair meets the third here and those around it: an article may repeat itself for ever
    times = np.minimum(last - first, _MOST_HOLDING)
    number = np.arange(len(other_pairs)) - np.searchsorted(other_pairs, other_pairs, "left")
    first = first + np.clip(number - _MOST_HOLDING // 2, 0, last - first - times)
    place = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times) + np.repeat(first, times)
    met = sentences[place] * len(other.sentences) + np.repeat(other_sentences, times)
    codes, shared = np.unique(met, return_counts=True)
    numbers, other_numbers = codes // max(1, len(other.sentences)), codes % max(1, len(other.sentences))
    enough = (shared >= 2) & (_SHARED * shared >= np.minimum(one.sizes[numbers], other.sizes[other_numbers]))
    return [*zip(numbers[enough].tolist(), other_numbers[enough].tolist(), strict=True)]


def _match(number: int, one: Sentence, other_number: int, other: Sentence) -> Match | None:
    """The stretch that two sentences share, or None where it is too little."""
    pieces = [(piece.begin, piece.other_begin, piece.end - piece.begin)
              for piece in align(one.words.keys, other.words.keys) if piece.tag == "equal"]  # fmt: skip
    keys = one.words.keys
    best: list[tuple[int, int, int]] = []
    mass = 0.0
    for runs in _without_gaps(pieces):
        tells = sum(weigh(keys[begin : begin + length]) for begin, _, length in runs)
        if tells > mass:
            best, mass = runs, tells
    if mass < _FEWEST_OF_COPY:
        return None
    begin, end = _edges(best[0][0], best[-1][0] + best[-1][2], len(keys))
    other_begin, other_end = _edges(best[0][1], best[-1][1] + best[-1][2], len(other.words.keys))
    covered = mass >= _COVERED * min(one.weight, other.weight)
    verbatim = max(length for _, _, length in best)
    if not covered and verbatim < _VERBATIM_OF_COPY:
        return None
    sure = mass >= _FEWEST and ((covered and verbatim >= _FEWEST_IN_A_ROW) or verbatim >= _VERBATIM)
    return Match(number, begin, end, other_number, other_begin, other_end, tuple(best), mass, sure)


def _without_gaps(runs: list[tuple[int, int, int]]) -> list[list[tuple[int, int, int]]]:
    """Runs cut where too many words of either side stand between two of them."""
    groups: list[list[tuple[int, int, int]]] = []
    for run in runs:
        if groups:
            begin, other_begin, length = groups[-1][-1]
            if run[0] - begin - length <= _LONGEST_GAP and run[1] - other_begin - length <= _LONGEST_GAP:
                groups[-1].append(run)
                continue
        groups.append([run])
    return groups


def _edges(begin: int, end: int, size: int) -> tuple[int, int]:
    """A stretch made wider up to the edges of its sentence where little is left there."""
    return (0 if begin <= _EDGE else begin), (size if size - end <= _EDGE else end)


def _is_free(taken: list[tuple[int, int]], begin: int, end: int) -> bool:
    return all(end <= first or last <= begin for first, last in taken)


def join_matches(matches: list[Match], one: Article, other: Article) -> list[list[Match]]:
    """Matches that follow each other on both sides, joined to one passage each."""
    passages: list[list[Match]] = []
    for match in matches:
        if passages and _follows(passages[-1][-1], match, one, other):
            passages[-1].append(match)
        else:
            passages.append([match])
    return passages


def _follows(first: Match, second: Match, one: Article, other: Article) -> bool:
    return _next(first.sentence, first.end, second.sentence, second.begin, one) and _next(
        first.other_sentence, first.other_end, second.other_sentence, second.other_begin, other
    )


def _next(sentence: int, end: int, next_sentence: int, begin: int, article: Article) -> bool:
    """Whether nothing stands between two stretches of an article."""
    if sentence == next_sentence:
        return 0 <= begin - end <= _EDGE
    return next_sentence == sentence + 1 and begin == 0 and end == len(article.sentences[sentence].words.keys)


def longest_run(passage: list[Match], one: Article, other: Article) -> int:
    """Most words in a row that are the same, over the ends of sentences too."""
    longest = length = 0
    last: tuple[int, int, int, int] | None = None
    for match in passage:
        sizes = len(one.sentences[match.sentence].words.keys), len(other.sentences[match.other_sentence].words.keys)
        for begin, other_begin, size in match.shared:
            length = length + size if last == (match.sentence, begin, match.other_sentence, other_begin) else size
            longest = max(longest, length)
            last = (match.sentence, begin + size, match.other_sentence, other_begin + size)
        if last is not None and (last[1], last[3]) == sizes:
            last = (match.sentence + 1, 0, match.other_sentence + 1, 0)
    return longest
