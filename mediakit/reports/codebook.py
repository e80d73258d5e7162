"""codebook.md: every table and column that was written, and every measure, made from their definitions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import pandas as pd

from mediakit.loaders.files import WRITTEN_BY
from mediakit.measures.catalogue import list_measures
from mediakit.recipes import VERSION
from mediakit.tables import LEAD, LIST, TABLES, TEXT, Column, rows_of
from mediakit.views.shown import Shown, escape, html_table, plain_text

_OWN = "as your own files give it, unchanged"


def codebook(names: Iterable[str], own: Mapping[str, Iterable[str]] = MappingProxyType({})) -> str:
    """The codebook of the tables named, as Markdown; own, by table, are columns that only the user's files have.

    >>> codebook(["summary"]).splitlines()[0]
    '# Codebook'
    """
    parts = [
        "# Codebook",
        f"{WRITTEN_BY} {VERSION}. A missing value means “not known” or, with a status, “no value for this reason”; "
        "it never means nought. Positions count characters in `articles.text` from 0; `end` is just after the last.",
    ]
    for name in names:
        table = TABLES[name]
        rows = pd.DataFrame(
            {"column": column.name, "type": _kind(column), "meaning": column.meaning, "unit": column.unit}
            for column in (*table.columns, *(Column(str(given), TEXT, _OWN) for given in own.get(name, ())))
        )
        parts += [f"## {name}", f"One row per {table.one_row_per}.", markdown_table(rows)]
        if name == "values":
            parts += ["### Measures", markdown_table(list_measures())]
    return "\n\n".join(parts) + "\n"


def _kind(column: Column) -> str:
    if column.dtype == LIST:
        return "list of text"
    return {"string[pyarrow]": "text", "Int64": "whole number", "Float64": "number", "boolean": "true or false"}[
        str(column.dtype)
    ]


def markdown_table(frame: pd.DataFrame) -> str:
    r"""A frame as a Markdown table.

    >>> print(markdown_table(pd.DataFrame({"a": ["x|y"]})))
    | a |
    | --- |
    | x\|y |
    """
    lines = [frame.columns, ["---"] * len(frame.columns), *rows_of(frame)]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines)


def show_codebook(names: Iterable[str]) -> Shown:
    """The codebook of the tables named, to look at: a fold each, with every column, its type and its meaning.

    Parameters: names of tables. The columns that most of them begin with are explained once.

    >>> show_codebook(["summary"]).plain.splitlines()[0]
    'summary: one row per group and measure'
    """
    chosen = {f"{name}: one row per {TABLES[name].one_row_per}": TABLES[name].columns for name in names}
    first = {"the columns that most tables begin with": LEAD} if len(chosen) > 1 else {}
    parts, plain = [], []
    for says, columns in (first | chosen).items():
        told = [column for column in columns if not first or columns is LEAD or column not in LEAD]
        rows = pd.DataFrame(
            [(column.name, _kind(column), column.meaning, column.unit or "–") for column in told],
            columns=["column", "type", "meaning", "unit"],
        )
        table = html_table(rows, f"Columns: {says.partition(':')[0]}")
        parts.append(f'<details class="mk-article"><summary>{escape(says)}</summary>{table}</details>')
        plain += [says, plain_text(rows)]
    return Shown("".join(parts), "\n".join(plain))
