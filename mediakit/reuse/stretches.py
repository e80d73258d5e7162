"""Stretches of a text that may overlap, counted once."""

from __future__ import annotations

from collections.abc import Iterable

from mediakit.text.words import words_in

Stretch = tuple[int, int]

TEXT = "text"  #: the kind of passage that is copied text; passages_kinds.py has the others


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches in order, those that overlap made one.

    >>> joined([(20, 30), (0, 5), (4, 9)])
    [(0, 9), (20, 30)]
    """
    found: list[Stretch] = []
    for begin, end in sorted(stretches):
        if found and begin < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found


def within(stretches: Iterable[Stretch], bounds: Iterable[Stretch]) -> list[Stretch]:
    """What of the stretches lies within the bounds.

    >>> within([(0, 9), (20, 30)], [(5, 25)])
    [(5, 9), (20, 25)]
    """
    inside = [*bounds]
    return [
        (max(begin, first), min(end, last)) for begin, end in stretches for first, last in inside if begin < last and first < end
    ]


def count_words(text: str, stretches: Iterable[Stretch]) -> int:
    """How many words stand in stretches that do not overlap.

    >>> count_words("The ferry stopped.", [(0, 9)])
    2
    """
    return sum(len(words_in(text[begin:end])) for begin, end in stretches)
