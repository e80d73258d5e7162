"""Many stretches as rows of numbers, a number for each different word: what can be counted and sorted all at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from pyarrow import compute

from mediakit.reuse.normal import MOST_WORDS, keys_of_chunk, with_short_ellipses

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


class Rows(NamedTuple):
    """Stretches of text, a row each."""

    numbers: Ints  #: the words of all rows, one after another
    begins: Ints  #: where each row begins among them; the last says where the last one ends
    keys: Sequence[str]  #: what each number stands for

    @property
    def sizes(self) -> Ints:
        """How many words each row has."""
        return np.diff(self.begins)

    @property
    def owners(self) -> Ints:
        """For each word the row it stands in."""
        return np.repeat(np.arange(len(self.begins) - 1), self.sizes)

    def row(self, place: int) -> Ints:
        """The words of one row."""
        return self.numbers[self.begins[place] : self.begins[place + 1]]

    def taken(self, places: Ints) -> Rows:
        """Some of the rows."""
        sizes = self.sizes[places]
        inside = np.repeat(self.begins[places], sizes) + counting(sizes)
        return self._replace(numbers=self.numbers[inside], begins=ends_of(sizes))

    def sums(self, worth: Floats) -> Floats:
        """What the words of each row are worth together: worth says it for each number."""
        return np.bincount(self.owners, weights=worth[self.numbers], minlength=len(self.begins) - 1).astype(np.float64)


def rows_of(texts: Sequence[str]) -> Rows:
    """The tokens of each text, as normalize() reads them; every different string between spaces is read once.

    >>> rows = rows_of(["The ferry left", "", "a Ferry"])
    >>> rows.numbers.tolist(), rows.begins.tolist(), list(rows.keys)
    ([0, 1, 2, 3, 1], [0, 3, 3, 5], ['the', 'ferry', 'left', 'a'])
    """
    split = compute.utf8_split_whitespace(pa.array(map(with_short_ellipses, texts), type=pa.large_string()))
    chunks = split.flatten().dictionary_encode()
    keys: dict[str, int] = {}
    read = [keys_of_chunk(chunk) for chunk in chunks.dictionary.to_pylist()]
    tokens = np.array([keys.setdefault(key, len(keys)) for row in read for key in row], dtype=np.int64)
    first = ends_of(np.array([len(row) for row in read], dtype=np.int64))
    of_chunk = chunks.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    many = np.diff(first)[of_chunk]
    numbers = tokens[np.repeat(first[of_chunk], many) + counting(many)]
    sizes = compute.list_value_length(split).to_numpy(zero_copy_only=False)
    rows = Rows(numbers, ends_of(many)[ends_of(sizes)], [*keys])
    if not (rows.sizes > MOST_WORDS).any():
        return rows
    kept = np.arange(len(numbers)) - rows.begins[rows.owners] < MOST_WORDS
    return Rows(numbers[kept], ends_of(np.minimum(rows.sizes, MOST_WORDS)), rows.keys)


def counting(many: Ints) -> Ints:
    """0, 1, 2 … for each of many, one after another.

    >>> counting(np.array([2, 0, 3])).tolist()
    [0, 1, 0, 1, 2]
    """
    ends = np.cumsum(many)
    return np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - many, many)


def distinct(codes: Ints) -> Ints:
    """Each code once, in rising order; numpy's own way goes through a table of hashes, which is slow for millions of codes.

    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    ordered = np.sort(codes)
    once: Ints = ordered[np.diff(ordered, prepend=ordered[:1] - 1) != 0]
    return once


def ends_of(many: Ints) -> Ints:
    """Where each of many begins when they stand one after another, and where the last ends.

    >>> ends_of(np.array([2, 0, 3])).tolist()
    [0, 2, 2, 5]
    """
    ends = np.zeros(len(many) + 1, dtype=np.int64)
    np.cumsum(many, out=ends[1:])
    return ends
