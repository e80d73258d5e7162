"""One article a row of the first sheet of an Excel workbook."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from mediakit.loaders.columns import map_columns
from mediakit.loaders.records import Found, Problem
from mediakit.loaders.rows import RowReader, as_text

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
    except Exception as error:  # openpyxl raises whatever the broken part of the file happens to cause
        what = f"not a readable workbook: {error}"
        yield Problem(path, None, None, what, "open it and save it as .xlsx again, or as CSV", "quarantined")
        return
    rows, header, mapping = RowReader(path), list[str](), dict[str, str]()
    try:
        sheets = workbook.worksheets
        for line, cells in enumerate(sheets[0].iter_rows(values_only=True) if sheets else (), start=1):
            if all(cell is None or cell == "" for cell in cells):
                continue
            if not header:
                header = [as_text(cell) for cell in cells]
                mapping = map_columns([name for name in header if name], columns, where=path)
            else:
                yield from rows.read({name: cell for name, cell in zip(header, cells, strict=False) if name}, mapping, line)
        for sheet in sheets[1:]:
            what = f"the sheet {sheet.title!r} was not read: only the first is"
            yield Problem(path, None, None, what, "move its rows to the first sheet, or save it as a file of its own", "flagged")
    finally:
        workbook.close()
    if not header:
        yield Problem(path, None, None, "no rows", "put a header row and one row an article in", "quarantined")
