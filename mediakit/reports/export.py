"""Every table as files: CSV, XLSX, JSONL or Parquet, with a codebook beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pandas as pd

from mediakit.compare.summarize import summarize
from mediakit.corpus import Corpus
from mediakit.document import split_sentences
from mediakit.errors import ReportError
from mediakit.measures.values import measure
from mediakit.reports.codebook import codebook
from mediakit.reports.files import defused, written_whole
from mediakit.tables import LIST, missing, rows_of
from mediakit.views.shown import visible

EXCEL_CELL = 32_767  # characters an Excel cell holds


def tables_of(corpus: Corpus) -> dict[str, pd.DataFrame]:
    """Every table of a corpus, measured with the defaults."""
    values = measure(corpus)
    return {
        "articles": corpus.articles,
        "lines": corpus.lines,
        "sentences": split_sentences(corpus),
        "values": values,
        "summary": summarize(values),
        "problems": corpus.problems,
        "corrections": corpus.corrections,
    }


def write_tables(tables: Mapping[str, pd.DataFrame], folder: Path, format: str, *, raw_cells: bool = False) -> list[str]:
    """Write each table into folder as name.format, and codebook.md; return what a user should be told.

    Cells that a spreadsheet would run as a formula get an apostrophe before them in CSV and XLSX,
    unless raw_cells. Raises ReportError where the folder cannot be written.
    """
    if format not in _WRITERS:
        raise ReportError(f"no format is called {format!r}", where="--format", mend=f"use one of: {', '.join(_WRITERS)}")
    told: list[str] = []
    for name, table in tables.items():
        with written_whole(folder / f"{name}.{format}") as draft:
            _WRITERS[format](table, draft, raw_cells)
        longest = table.select_dtypes("string").apply(lambda column: column.str.len().max()).max() if len(table) else 0
        if format == "xlsx" and not pd.isna(longest) and longest > EXCEL_CELL:
            told.append(
                f"{name}.xlsx: texts of more than {EXCEL_CELL:,} characters are cut, as Excel holds no more; csv holds all"
            )
    with written_whole(folder / "codebook.md") as draft:
        draft.write_text(codebook(tables), encoding="utf-8", newline="\n")
    return told


def _flat(table: pd.DataFrame, raw_cells: bool) -> pd.DataFrame:
    """Lists as JSON, formulas defused: what a spreadsheet can hold."""
    flat = table.copy()
    for name in flat:
        if flat[name].dtype == LIST:
            flat[name] = [json.dumps(list(cell), ensure_ascii=False) for cell in flat[name]]
        if not raw_cells and not pd.api.types.is_numeric_dtype(flat[name].dtype):
            flat[name] = flat[name].map(defused, na_action="ignore")
    return flat


def _write_csv(table: pd.DataFrame, draft: Path, raw_cells: bool) -> None:
    _flat(table, raw_cells).to_csv(draft, index=False, encoding="utf-8-sig", lineterminator="\r\n")


def _write_xlsx(table: pd.DataFrame, draft: Path, raw_cells: bool) -> None:
    import openpyxl
    from openpyxl.cell import WriteOnlyCell

    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("table")
    sheet.append([*table.columns])
    for row in rows_of(_flat(table, raw_cells).astype(object)):
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, None if missing(value) else value)
            if isinstance(value, str):
                cell.value, cell.data_type = visible(value)[:EXCEL_CELL], "s"  # text even where it looks like a formula
            cells.append(cell)
        sheet.append(cells)
    workbook.save(draft)


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
    table.to_parquet(draft, index=False)


_WRITERS: dict[str, Callable[[pd.DataFrame, Path, bool], None]] = {
    "csv": _write_csv,
    "xlsx": _write_xlsx,
    "jsonl": _write_jsonl,
    "parquet": _write_parquet,
}
FORMATS = tuple(_WRITERS)
