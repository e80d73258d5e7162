"""Which words of two stretches correspond, piece by piece.

Runs of two words and more are matched first, as the longest common sequence of word pairs, so that single
small words far away match nothing; then the words between the runs, and those close beside the outer ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel, Levenshtein

from mediakit.reuse.alike import alike
from mediakit.reuse.normal import GAP, is_negation

_BESIDE = 2  # words looked at beyond an outer run, more than the other side has left
_MOST_ALIKE = 12  # words on both sides together, between two runs, within which forms of one word are looked for


class Piece(NamedTuple):
    """A run of words on both sides: equal; alike, forms of one word; replace; or on one side only, delete or insert."""

    tag: str
    begin: int
    end: int
    other_begin: int
    other_end: int


def align(one: Sequence[str], other: Sequence[str]) -> list[Piece]:
    """Both rows of keys cut into pieces that correspond, in reading order; nothing is left out.

    >>> [piece.tag for piece in align("we will fix the old pier".split(), "they will fix the piers".split())]
    ['replace', 'equal', 'delete', 'alike']
    """
    if one == other:
        return [Piece("equal", 0, len(one), 0, len(other))] if one else []
    runs = _runs(one, other)
    bounds = [(0, 0, 0, 0), *((begin, begin + size, there, there + size) for begin, there, size in runs)]
    bounds.append((len(one), len(one), len(other), len(other)))
    pieces = list[Piece]()
    for place, (before, after) in enumerate(pairwise(bounds)):
        begin, end, there, there_end = before[1], after[0], before[3], after[2]
        near = [begin, end, there, there_end]
        room = min(end - begin, there_end - there) + _BESIDE
        if runs and place == 0:
            near[0], near[2] = max(begin, end - room), max(there, there_end - room)
        elif runs and place == len(runs):
            near[1], near[3] = min(end, begin + room), min(there_end, there + room)
        between = [*_alone(begin, near[0], there, near[2]), *_words(one, other, near), *_alone(near[1], end, near[3], there_end)]
        pieces += _alike_apart(one, other, between)
        if place < len(runs):
            pieces.append(Piece("equal", after[0], after[1], after[2], after[3]))
    return pieces


def _runs(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int, int]]:
    """Runs of two words and more that stand in both rows in the same order: begin, begin there, length.

    The longest sequence of common word pairs may jump between equally good places; each run found is therefore
    drawn out as far as both rows agree, and the longer ones have their words first.
    """
    pairs = Indel.opcodes([*pairwise(one)], [*pairwise(other)])
    whole = {_drawn_out(one, other, begin, there) for begin, there, length in pairs.as_matching_blocks() if length}
    runs = list[tuple[int, int, int]]()
    for run in sorted(whole, key=lambda run: (-run[2], run)):
        begin, there, end, there_end = run[0], run[1], run[0] + run[2], run[1] + run[2]
        for first, first_there, length in runs:
            if first <= begin and first_there <= there:
                step = max(0, first + length - begin, first_there + length - there)
                begin, there = begin + step, there + step
            elif first >= begin and first_there >= there:
                step = max(0, end - first, there_end - first_there)
                end, there_end = end - step, there_end - step
            else:
                end = begin  # the two cross: words that were moved
        if end - begin >= 2:
            runs.append((begin, there, end - begin))
    return sorted(runs)


def _drawn_out(one: Sequence[str], other: Sequence[str], begin: int, there: int) -> tuple[int, int, int]:
    """The longest run of equal words through one pair of equal words."""
    while begin and there and one[begin - 1] == other[there - 1]:
        begin, there = begin - 1, there - 1
    length = 0
    while begin + length < len(one) and there + length < len(other) and one[begin + length] == other[there + length]:
        length += 1
    return begin, there, length


def _words(one: Sequence[str], other: Sequence[str], near: Sequence[int]) -> Iterator[Piece]:
    """Single words that are equal, and what stands between them; near: where to look, begin and end on either side."""
    begin, end, there, there_end = near
    if begin == end or there == there_end:
        yield from _alone(begin, end, there, there_end)
        return
    for code in Levenshtein.opcodes(one[begin:end], other[there:there_end]):
        yield Piece(code.tag, begin + code.src_start, begin + code.src_end, there + code.dest_start, there + code.dest_end)


def _alone(begin: int, end: int, there: int, there_end: int) -> list[Piece]:
    """What has no counterpart, as one piece."""
    if begin == end and there == there_end:
        return []
    tag = "insert" if begin == end else "delete" if there == there_end else "replace"
    return [Piece(tag, begin, end, there, there_end)]


def _alike_apart(one: Sequence[str], other: Sequence[str], between: list[Piece]) -> Iterator[Piece]:
    """Neighbours that differ as one piece, but for forms of one word, which are pieces of their own."""
    differing = list[Piece]()
    for piece in [*between, None]:
        if piece is not None and piece.tag != "equal":
            differing.append(piece)
            continue
        if differing:
            yield from _split(
                one, other, (differing[0].begin, differing[-1].end, differing[0].other_begin, differing[-1].other_end)
            )
            differing = []
        if piece is not None:
            yield piece


def _split(one: Sequence[str], other: Sequence[str], differing: Sequence[int]) -> Iterator[Piece]:
    """What differs, with forms of one word as pieces of their own."""
    begin, end, there, there_end = differing
    here, that = one[begin:end], other[there:there_end]
    if here and that and len(here) + len(that) <= _MOST_ALIKE:
        if "".join(here) == "".join(that):  # per cent, percent
            yield Piece("alike", begin, end, there, there_end)
            return
        for place, key in enumerate(here):
            for that_place, that_key in enumerate(that):
                if GAP not in (key, that_key) and (key == that_key or alike(key, that_key)):
                    tag = "equal" if key == that_key else "alike"
                    left, right = begin + place, there + that_place
                    yield from _alone(begin, left, there, right)
                    yield Piece(tag, left, left + 1, right, right + 1)
                    yield from _split(one, other, (left + 1, end, right + 1, there_end))
                    return
    yield from _alone(begin, end, there, there_end)


def with_negations_together(one: Sequence[str], other: Sequence[str], pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, “be no” beside “not be” as one that differs: the negation stands elsewhere, and neither row lacks it.

    >>> rows = "there will be no lunch".split(), "there will not be lunch".split()
    >>> [(piece.tag, piece.begin, piece.end) for piece in with_negations_together(*rows, align(*rows))]
    [('equal', 0, 2), ('replace', 2, 4), ('equal', 4, 5)]
    """
    kept = list[Piece]()
    for piece in pieces:
        kept.append(piece)
        if len(kept) >= 3 and kept[-2].tag == "equal" and kept[-2].end - kept[-2].begin == 1:
            before, behind = (_negations(one, other, part) for part in (kept[-3], piece))
            if before * behind < 0:
                kept[-3:] = [Piece("replace", kept[-3].begin, piece.end, kept[-3].other_begin, piece.other_end)]
    return kept


def _negations(one: Sequence[str], other: Sequence[str], piece: Piece) -> int:
    """How many more negations a piece has on the first side than on the other."""
    here, there = one[piece.begin : piece.end], other[piece.other_begin : piece.other_end]
    return sum(map(is_negation, here)) - sum(map(is_negation, there))
