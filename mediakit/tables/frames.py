"""Frames that keep to the contract of a table."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from mediakit.errors import ContractError
from mediakit.tables.column import LIST, Table


def check(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Return frame unchanged, or say exactly how it breaks the contract.

    Raises ContractError when a column of the contract is missing. Further columns are kept.
    """
    missing = [name for name in table.names if name not in frame]
    if missing:
        raise ContractError(
            f"the {table.name} table lacks: {', '.join(missing)}",
            where=f"columns: {', '.join(map(str, frame.columns))}",
            mend="pass the table as mediakit made it, or rename your columns",
        )
    return frame


def make(rows: Iterable[tuple[object, ...]], table: Table) -> pd.DataFrame:
    """A frame with the contract's columns and types, also when there are no rows."""
    columns = list(zip(*rows, strict=True)) or [()] * len(table.columns)
    return pd.DataFrame(
        {column.name: pd.Series(list(cells), dtype=column.dtype) for column, cells in zip(table.columns, columns, strict=True)}
    )


def missing(value: object) -> bool:
    """Whether a cell holds no value.

    >>> missing(pd.NA), missing(0)
    (True, False)
    """
    return pd.api.types.is_scalar(value) and bool(pd.isna(value))  # type: ignore[call-overload]  # a list is never missing


def rows_of(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame, their cells by column name."""
    yield from frame.itertuples(index=False)


def plain_rows(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """The rows of a frame as plain Python values, None where a value is missing."""
    columns = [frame[name].astype(object).where(frame[name].notna(), None) for name in frame]
    return zip(*columns, strict=True)


def named_rows(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame as named tuples of plain Python values, None where a value is missing, lists as lists.

    >>> [(row.outlet, row.n) for row in named_rows(pd.DataFrame({"outlet": ["Harbour Herald", None], "n": [1, 2]}))]
    [('Harbour Herald', 1), (None, 2)]
    """
    kind = namedtuple("Row", map(str, frame.columns))  # type: ignore[misc]  # the contract names the fields
    lists = [place for place, dtype in enumerate(frame.dtypes) if dtype == LIST]
    for cells in plain_rows(frame):
        row = [*cells]
        for place in lists:
            row[place] = None if row[place] is None else [*row[place]]
        yield kind(*row)
