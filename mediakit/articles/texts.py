"""The texts of the articles while they are read, kept as the articles table keeps them: Python strings are twice the size."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa

from mediakit.tables import TEXT


class Texts:
    """Texts in the order they were added, and how many characters they have together."""

    def __init__(self) -> None:
        self.size = 0
        self._packed: list[pa.Array] = []

    def add(self, texts: list[str]) -> pa.Array:
        """Keep some texts; gives them as they are kept."""
        self.size += sum(map(len, texts))
        self._packed.append(pa.array(texts, pa.large_string()))
        return self._packed[-1]

    def strings(self) -> list[str]:
        """All of them, as Python strings."""
        return [text for packed in self._packed for text in packed.to_pylist()]

    def column(self) -> pd.Series[str]:
        """All of them, as a column of a table."""
        return pd.Series(pd.arrays.ArrowStringArray(pa.chunked_array(self._packed, pa.large_string())), dtype=TEXT)
