"""Texts that stand in a corpus more than once: the same, or the same but for some edited passages.

Only texts that share a long line, or a long sentence where they are one line, are compared; two
texts are near copies where the runs of five words that both hold are most of what either holds
(Jaccard at least 0.7), or where nearly all of a text stands again in one that grew (containment at
least 0.9, and at least a third as long). Each text is compared with the first of a group only, so
groups do not creep from version to version. Nothing is left out: groups are numbers, not decisions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mediakit.text.words import words_in

_RUN = 5  # words
_ALIKE, _CONTAINED, _GROWN = 0.7, 0.9, 3.0
_LONG_PIECE = 40  # characters; shorter lines are shared by chance
_FEWEST_WORDS = 40  # below, only texts that are equal are called copies
_MOST_SHARING = 50  # a line that more different texts share is the site's, not the article's
_MOST_COMPARED = 20  # texts that one text is compared with, those that share most with it
_SENTENCE = re.compile(r"[.!?]+\s+")


class Copy(NamedTuple):
    """That a text is, wholly or mostly, the text of an earlier one."""

    first: int  #: place of the first text of the group
    share: float  #: 1.0 where the texts are equal, else how much of their runs of words they share


def find_copies(texts: Sequence[str], *, near: bool = True) -> dict[int, Copy]:
    """For each text that an earlier one equals or nearly equals: which is the first of them.

    Parameters: texts, in the order in which the first counts; near, whether to look for edited
    versions too, which costs a second for some thousands of articles.

    >>> story = " ".join(f"The ferry to island number {n} did not sail on Monday morning." for n in range(9))
    >>> find_copies([story, "Another text.", story, story + " It was repaired on Tuesday."])
    {2: Copy(first=0, share=1.0), 3: Copy(first=0, share=0.912...)}
    """
    copies: dict[int, Copy] = {}
    first_of: dict[str, int] = {}
    for place, text in enumerate(texts):
        first = first_of.setdefault(text, place)
        if first != place and text.strip():
            copies[place] = Copy(first, 1.0)
    if near:
        copies |= dict(_near_copies(texts, copies))
        # an equal of a near copy belongs to its group
        copies = {
            place: Copy(copies[copy.first].first, copies[copy.first].share) if copy.first in copies else copy
            for place, copy in copies.items()
        }
    return dict(sorted(copies.items()))


def _near_copies(texts: Sequence[str], equal: Mapping[int, Copy]) -> Iterator[tuple[int, Copy]]:
    runs: dict[int, frozenset[int]] = {}

    def runs_of(place: int) -> frozenset[int]:
        if place not in runs:
            runs[place] = _runs(texts[place])
        return runs[place]

    pieces_of = {place: _pieces(text) for place, text in enumerate(texts) if place not in equal}
    holders = Counter(piece for pieces in pieces_of.values() for piece in pieces)
    shared = {piece for piece, held in holders.items() if held > 1}
    places: dict[int, list[int]] = {}
    for place, pieces in pieces_of.items():
        candidates: dict[int, int] = {}
        for piece in pieces & shared:
            holding = places.get(piece, ())
            for other in holding if len(holding) <= _MOST_SHARING else ():
                candidates[other] = candidates.get(other, 0) + 1
        found = None
        for other in sorted(candidates, key=lambda other: (-candidates[other], other))[:_MOST_COMPARED]:
            share = _alike(runs_of(place), runs_of(other))
            if share is not None:
                found = Copy(other, share)
                break
        if found is None:
            for piece in pieces & shared:
                places.setdefault(piece, []).append(place)
        else:
            yield place, found


def _alike(one: frozenset[int], other: frozenset[int]) -> float | None:
    """How much two texts share, where it is enough to call them versions of one; else None."""
    smaller, larger = sorted((len(one), len(other)))
    if smaller < _FEWEST_WORDS - _RUN + 1:
        return None
    both = len(one & other)
    jaccard = both / (smaller + larger - both)
    contained = both / smaller
    grown = contained >= _CONTAINED and larger <= _GROWN * smaller
    return jaccard if jaccard >= _ALIKE or grown else None


def _pieces(text: str) -> set[int]:
    """The long lines of a text, or the long sentences of one that has no lines, as numbers."""
    lines = [line.strip() for line in text.split("\n")]
    pieces = {piece for line in lines for piece in (_SENTENCE.split(line) if len(lines) < 6 or len(line) > 2000 else (line,))}
    return {hash(piece.rstrip(" .!?")) for piece in pieces if len(piece) >= _LONG_PIECE}


def _runs(text: str) -> frozenset[int]:
    """Every run of five words of the text's long lines, capitals made small, as numbers."""
    words = [word for line in text.split("\n") if len(line) >= _LONG_PIECE for word in words_in(line.lower())]
    return frozenset(hash(tuple(words[place : place + _RUN])) for place in range(len(words) - _RUN + 1))
