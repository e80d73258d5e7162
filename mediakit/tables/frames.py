"""Frames that keep to the contract of a table."""

from __future__ import annotations

import json
from collections import namedtuple
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import pandas as pd

from mediakit.errors import ContractError
from mediakit.tables.column import LIST, Column, Table


def check(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Return frame, its columns in the types of the contract, or say exactly how it breaks the contract.

    A frame that has these types already is returned as it is; one that was read back from a file gets them in
    a copy: NaN becomes NA, a list in JSON becomes a list. Further columns are kept. Raises ContractError when
    a column of the contract is missing, or holds what it cannot hold.
    """
    if not isinstance(frame, pd.DataFrame):
        mend = "pass the table as mediakit made it; what was written to a file is read with pandas first"
        raise ContractError(f"the {table.name} table is no table", where=f"a {type(frame).__name__}", mend=mend)
    missing = [name for name in table.names if name not in frame]
    if missing:
        raise ContractError(
            f"the {table.name} table lacks: {', '.join(missing)}",
            where=f"columns: {', '.join(map(str, frame.columns))}",
            mend="pass the table as mediakit made it, or rename your columns",
        )
    other = {column.name: _typed(frame[column.name], column, table) for column in table.columns if _differs(frame, column)}
    return frame.assign(**other) if other else frame


def check_columns(frame: pd.DataFrame, names: Iterable[str], made_by: str) -> None:
    """Raise ContractError unless a frame has these columns, as what made_by() returns has.

    For the small tables that are made to be looked at; those of the contract are for check().
    """
    there = [*frame.columns] if isinstance(frame, pd.DataFrame) else []
    missing = [name for name in names if name not in there]
    if missing:
        raise ContractError(
            f"this is not what {made_by}() returns: it lacks {', '.join(missing)}",
            where=f"columns: {', '.join(map(str, there))}" if there else f"a {type(frame).__name__}",
            mend=f"pass what mk.{made_by}() returned",
        )


def _differs(frame: pd.DataFrame, column: Column) -> bool:
    return bool(frame[column.name].dtype != column.dtype)


def _typed(cells: pd.Series[Any], column: Column, table: Table) -> pd.Series[Any]:
    """A column of another type in the type of the contract."""
    try:
        if column.dtype == LIST:
            return pd.Series([_listed(cell) for cell in cells], index=cells.index, dtype=LIST)
        return pd.Series(cells, dtype=column.dtype)
    except (TypeError, ValueError) as error:
        raise ContractError(
            f"a cell of {column.name} is none that the {table.name} table can hold: {error}",
            where=f"column {column.name}",
            mend="pass the table as mediakit made it",
        ) from error


def _listed(cell: Any) -> list[str] | None:
    """A cell as a list of strings: it may have been written to a file as JSON."""
    if missing(cell):
        return None
    items = json.loads(cell) if isinstance(cell, str) else cell
    return [str(item) for item in items]


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
    # a list is never missing; that no text is either, is asked first, since most cells are texts
    return not isinstance(value, str) and pd.api.types.is_scalar(value) and bool(pd.isna(value))  # type: ignore[call-overload]


def rows_of(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame, their cells by column name.

    As itertuples() has them, which makes every cell of an Arrow column by itself and takes three times as long.
    """
    columns = [_lists(cells) if cells.dtype == LIST else cells.astype(object) for _, cells in frame.items()]
    yield from map(_row_of(*frame.columns)._make, zip(*columns, strict=True))


def _lists(cells: pd.Series[Any]) -> list[Any]:
    """The lists of a column, NA where one is missing."""
    return [pd.NA if items is None else items for items in cells.array.__arrow_array__().to_pylist()]


@cache
def _row_of(*names: str) -> Any:
    """The type of a row with these cells."""
    return namedtuple("Row", names, rename=True)


def plain_rows(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """The rows of a frame as plain Python values, None where a value is missing."""
    columns = [frame[name].astype(object).where(frame[name].notna(), None) for name in frame]
    return zip(*columns, strict=True)


def named_rows(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame as named tuples of plain Python values, None where a value is missing, lists as lists.

    >>> [(row.outlet, row.n) for row in named_rows(pd.DataFrame({"outlet": ["Harbour Herald", None], "n": [1, 2]}))]
    [('Harbour Herald', 1), (None, 2)]
    """
    kind = _row_of(*frame.columns)
    lists = [place for place, dtype in enumerate(frame.dtypes) if dtype == LIST]
    for cells in plain_rows(frame):
        row = [*cells]
        for place in lists:
            row[place] = None if row[place] is None else [*row[place]]
        yield kind(*row)
