"""The texts of the articles while they are read, kept as the articles table keeps them: Python strings are twice the size."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa

from mediakit.tables import TEXT

_AT_A_TIME = 1000  # texts


class Texts:
    """Texts in the order they were added, and how many characters they have together."""

    def __init__(self) -> None:
        self.size = 0
        self._last: list[str] = []
        self._packed: list[pa.Array] = []

    def add(self, text: str) -> None:
        """Keep a text."""
        self.size += len(text)
        self._last.append(text)
        if len(self._last) == _AT_A_TIME:
            self._pack()

    def _pack(self) -> None:
        self._packed.append(pa.array(self._last, pa.large_string()))
        self._last = []

    def strings(self) -> list[str]:
        """All of them, as Python strings."""
        return [text for packed in self._packed for text in packed.to_pylist()] + self._last

    def column(self) -> pd.Series[str]:
        """All of them, as a column of a table."""
        self._pack()
        return pd.Series(pd.arrays.ArrowStringArray(pa.chunked_array(self._packed, pa.large_string())), dtype=TEXT)
