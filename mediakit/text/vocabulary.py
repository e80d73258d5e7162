"""A table of what is known of every piece of text, so that each is judged once in a process.

A text is cut at white space, which costs next to nothing; a piece seen before needs no further look.
A piece holds one word as a rule (quay, “quay and quay. all lead to the row of quay), none (—), or
several (and—or).
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from struct import pack
from threading import Lock

import numpy as np
import numpy.typing as npt

_MOST = 500_000  # pieces, and words, kept; far above what one language's news holds


class Vocabulary(dict[str, int]):
    """Where in the table the first word of a piece stands; the numbers of a row are what ``judge`` says of a word.

    ``cut`` gives the words of a piece; ``width`` is how many numbers a word has.

    >>> vocabulary = Vocabulary(lambda piece: piece.strip(".").split("/"), lambda word: (1, len(word)), width=2)
    >>> rows, ends = vocabulary.look_up("Quay and/or quay.".split())
    >>> rows.tolist(), ends.tolist()
    ([[1.0, 4.0], [1.0, 3.0], [1.0, 2.0], [1.0, 4.0]], [1, 3, 4])
    """

    def __init__(self, cut: Callable[[str], list[str]], judge: Callable[[str], Sequence[float]], *, width: int) -> None:
        self._cut, self._judge, self._width = cut, judge, width
        self._lock = Lock()  # texts may be measured in several threads
        self._forget()

    def look_up(self, pieces: list[str]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.intp]]:
        """One row a word of the pieces, and how many words there are up to the end of each piece."""
        with self._lock:
            if max(len(self), len(self._words)) > _MOST:
                self._forget()
            places = np.fromiter(map(self.__getitem__, pieces), dtype=np.intp, count=len(pieces))
            words = np.frombuffer(self._words, dtype=np.intc).take(places)
            ends = words.cumsum(dtype=np.intp)
            if (words != 1).any():
                places = np.repeat(places - ends + words, words) + np.arange(ends[-1])
            return np.frombuffer(self._table).reshape(-1, self._width).take(places, axis=0), ends

    def _forget(self) -> None:
        self.clear()
        self._table = array("d", [0] * self._width)  # the first row is that of pieces without a word, and never read
        self._words = array("i", [0])  # a number a row: the words of the piece whose first word stands there

    def __missing__(self, piece: str) -> int:
        words = self._cut(piece)
        if words == [piece]:
            place = self._add(self._judge(piece), [1])
        elif len(words) == 1:
            place = self[words[0]]
        elif words:
            rows = (slice(self[word] * self._width, (self[word] + 1) * self._width) for word in words)
            place = self._add([number for row in rows for number in self._table[row]], [len(words)] * len(words))
        else:
            place = 0
        self[piece] = place
        return place

    def _add(self, numbers: Sequence[float], words: list[int]) -> int:
        place = len(self._words)
        del self._table[place * self._width :]  # what an interrupted call may have left
        self._table.frombytes(pack(f"{len(numbers)}d", *numbers))
        self._words.extend(words)
        return place
