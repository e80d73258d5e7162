"""One article a row of the first sheet of an Excel workbook."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mediakit.errors import ColumnError
from mediakit.loaders.columns import map_columns
from mediakit.loaders.records import Found, Problem
from mediakit.loaders.rows import RowReader, as_text, name_columns

_LARGEST, _RATIO = 2_000_000_000, 200  # bytes unpacked; a workbook that grows more is not one


def read_xlsx(file: Path, path: str, columns: dict[str, str] | None) -> Iterator[Found]:
    """Every row of the first sheet; its first row names the columns."""
    import openpyxl

    try:
        with zipfile.ZipFile(file) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > _LARGEST or unpacked > _RATIO * max(file.stat().st_size, 1):
            raise ValueError(f"it would unpack to {unpacked:,} bytes")
        workbook = openpyxl.load_workbook(file, read_only=True, data_only=True)
        try:
            yield from _read_sheets(workbook, path, columns)
        finally:
            workbook.close()
    except ColumnError:
        raise
    except Exception as error:  # openpyxl raises whatever the broken part of the file happens to cause
        what = f"not a readable workbook: {error}"
        yield Problem(path, None, None, what, "open it and save it as .xlsx again, or as CSV", "quarantined")


def _read_sheets(workbook: Any, path: str, columns: dict[str, str] | None) -> Iterator[Found]:
    rows, header, mapping = RowReader(path), list[str](), dict[str, str]()
    first, *others = workbook.worksheets
    first.reset_dimensions()  # the size a workbook says it has is not always true
    for line, cells in enumerate(first.iter_rows(values_only=True), start=1):
        if all(cell is None or cell == "" for cell in cells):
            continue
        if not header:
            header, problems = name_columns([as_text(cell) for cell in cells], path, line)
            mapping = map_columns([name for name in header if name], columns, where=path)
            yield from problems
        else:
            row = {name: _plain(cell) for name, cell in zip(header, cells, strict=False) if name}
            yield from rows.read(row, mapping, line)
    for sheet in others:
        what = f"the sheet {sheet.title!r} was not read: only the first is"
        yield Problem(path, None, None, what, "move its rows to the first sheet, or save it as a file of its own", "flagged")
    if rows.number == 0:
        yield Problem(path, None, None, "no rows", "put a header row and one row an article in", "quarantined")


def _plain(cell: object) -> object:
    """A cell, with the codes that Excel writes for control characters (_x000D_) read back."""
    from openpyxl.utils.escape import unescape

    return unescape(cell) if isinstance(cell, str) and "_x" in cell else cell
