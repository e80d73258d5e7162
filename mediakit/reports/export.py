"""Every table as files: CSV, XLSX, JSONL or Parquet, with a codebook beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from mediakit.errors import ReportError
from mediakit.loaders.files import OUTPUT, is_output
from mediakit.reports.codebook import codebook
from mediakit.tables import LIST, TABLES, missing, rows_of
from mediakit.views.shown import visible
from mediakit.written import defused, written_whole

EXCEL_CELL = 32_767  # characters an Excel cell holds


def write_tables(tables: Mapping[str, pd.DataFrame], folder: Path, format: str, *, raw_cells: bool = False) -> list[str]:
    """Write each table into folder as name.format, and codebook.md; return what a user should be told.

    Cells that a spreadsheet would run as a formula get an apostrophe before them in CSV and XLSX,
    unless raw_cells. Raises ReportError where the folder cannot be written, or holds corrections
    that a user wrote.
    """
    if format not in _WRITERS:
        raise ReportError(f"no format is called {format!r}", where="--format", mend=f"use one of: {', '.join(_WRITERS)}")
    if (folder / "corrections.csv").is_file() and not is_output(folder):
        mend = "choose another folder: this one holds the articles"
        raise ReportError("the tables would overwrite a user's corrections.csv", where=str(folder), mend=mend)
    told: list[str] = []
    for name, table in tables.items():
        with written_whole(folder / f"{name}.{format}") as draft:
            _WRITERS[format](table, draft, raw_cells)
        if format == "xlsx" and not _fits_excel(table):
            what = f"control characters, and what is longer than {EXCEL_CELL:,} characters, cannot be kept"
            told.append(f"{name}.xlsx: {what}; --format csv keeps everything")
    own = {name: [str(column) for column in table if column not in TABLES[name].names] for name, table in tables.items()}
    with written_whole(folder / OUTPUT) as draft:
        draft.write_text(codebook(tables, own), encoding="utf-8", newline="\n")
    return told


def _flat(table: pd.DataFrame, raw_cells: bool) -> pd.DataFrame:
    """Lists as JSON, formulas defused: what a spreadsheet can hold."""
    flat = table.copy()
    for name in flat:
        if flat[name].dtype == LIST:
            flat[name] = [None if missing(cell) else json.dumps(list(cell), ensure_ascii=False) for cell in flat[name]]
        if not raw_cells and not pd.api.types.is_numeric_dtype(flat[name].dtype):
            flat[name] = flat[name].map(defused, na_action="ignore")
    return flat if raw_cells else flat.rename(columns=lambda name: str(defused(name)))


def _write_csv(table: pd.DataFrame, draft: Path, raw_cells: bool) -> None:
    _flat(table, raw_cells).to_csv(draft, index=False, encoding="utf-8-sig", lineterminator="\r\n")


def _write_xlsx(table: pd.DataFrame, draft: Path, raw_cells: bool) -> None:
    import openpyxl
    from openpyxl.cell import WriteOnlyCell

    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("table")
    flat = _flat(table, raw_cells)
    for row in ([*flat.columns], *rows_of(flat.astype(object))):
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, None if missing(value) or isinstance(value, str) else value)
            if isinstance(value, str):
                cell.value, cell.data_type = _excel_text(value), "s"  # text even where it looks like a formula
            cells.append(cell)
        sheet.append(cells)
    workbook.save(draft)


def _excel_text(text: str) -> str:
    """Text as a workbook can hold it: control characters by their names, no more than a cell takes."""
    return visible(text)[:EXCEL_CELL]


def _fits_excel(table: pd.DataFrame) -> bool:
    cells = (cell for name in table for cell in table[name] if isinstance(cell, str))
    return all(_excel_text(cell) == cell.replace("\r\n", "\n") for cell in cells)


def _write_jsonl(table: pd.DataFrame, draft: Path, _raw_cells: bool) -> None:
    with draft.open("w", encoding="utf-8", newline="\n") as lines:
        for row in table.astype(object).to_dict("records"):
            record = {name: _plain(value) for name, value in row.items()}
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")


def _plain(value: object) -> object:
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [str(item) for item in value]
    return None if missing(value) else value


def _write_parquet(table: pd.DataFrame, draft: Path, _raw_cells: bool) -> None:
    # without pandas' own notes on types, which pandas cannot read back for lists
    pq.write_table(pa.Table.from_pandas(table, preserve_index=False).replace_schema_metadata(None), draft)


_WRITERS: dict[str, Callable[[pd.DataFrame, Path, bool], None]] = {
    "csv": _write_csv,
    "xlsx": _write_xlsx,
    "jsonl": _write_jsonl,
    "parquet": _write_parquet,
}
