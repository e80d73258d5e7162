"""Which lines belong together: text broken at a fixed width is joined into paragraphs."""

import re
from itertools import pairwise

_CLOSED = re.compile(r"""[.!?…:;]["'”’»)\]]*$""")
_WIDEST = 120  # characters; wider lines were not broken by hand or by a mail program


def join_wrapped(lines: list[str]) -> list[list[int]]:
    """Indices of the lines of each paragraph; blank lines stand in none.

    A line goes on in the next when it ends without punctuation and the next starts in lower case,
    or when all lines of the stretch are filled to one width.

    >>> join_wrapped(["The ferry did not", "leave on Monday.", "", "Nobody was hurt."])
    [[0, 1], [3]]
    """
    if len(lines) == 1:
        return [[0]] if lines[0].strip() else []
    paragraphs: list[list[int]] = []
    for stretch in _stretches(lines):
        filled = _is_filled([lines[index] for index in stretch])
        for index in stretch:
            if index > stretch[0] and (filled or _goes_on(lines[index - 1], lines[index])):
                paragraphs[-1].append(index)
            else:
                paragraphs.append([index])
    return paragraphs


def _stretches(lines: list[str]) -> list[list[int]]:
    """Runs of lines with no blank line between them."""
    stretches: list[list[int]] = [[]]
    for index, line in enumerate(lines):
        if line.strip():
            stretches[-1].append(index)
        elif stretches[-1]:
            stretches.append([])
    return [stretch for stretch in stretches if stretch]


def _goes_on(line: str, following: str) -> bool:
    line, following = line.strip(), following.strip()
    return len(line) <= _WIDEST and not _CLOSED.search(line) and following[0].islower() and len(line.split()) > 3


def _is_filled(stretch: list[str]) -> bool:
    """Three lines or more, none of which had room for the next one's first word."""
    if len(stretch) < 3:
        return False
    shown = [line.strip() for line in stretch]
    width = max(map(len, shown))
    if not 40 <= width <= _WIDEST or all(map(_CLOSED.search, shown[:-1])):
        return False
    return all(len(line) + 1 + len(following.split()[0]) > width for line, following in pairwise(shown))
