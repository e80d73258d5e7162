"""One article a row of a CSV file, comma, semicolon or tab between the cells."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from mediakit.loaders.columns import map_columns
from mediakit.loaders.decode import UndecodableError, decode
from mediakit.loaders.records import Found, Problem
from mediakit.loaders.rows import RowReader

_HUGE = 2**31 - 1  # the csv module's own bound on a cell is 131,072 characters, less than a long article


def read_csv(file: Path, path: str, columns: dict[str, str] | None) -> Iterator[Found]:
    """Every row of the file; the first row names the columns."""
    try:
        text, remarks = decode(file.read_bytes())
    except UndecodableError as error:
        yield Problem(path, None, None, f"not readable as text: {error}", "save it as CSV in UTF-8", "quarantined")
        return
    for remark in remarks:
        yield Problem(path, None, None, remark.what, remark.mend, remark.fate)
    rows, header, mapping = RowReader(path), list[str](), dict[str, str]()
    for line, cells, broken in csv_rows(text):
        if broken:
            mend = "look for a quotation mark that is not closed or not doubled"
            yield Problem(path, line, None, f"the row cannot be read: {broken}", mend, "quarantined")
        elif not header:
            header, mapping = cells, map_columns(cells, columns, where=path)
        elif len(cells) > len(header):
            what = f"{len(cells)} cells in a table of {len(header)} columns"
            yield Problem(path, line, None, what, "put quotation marks around cells that hold the separator", "quarantined")
        else:
            if len(cells) < len(header):
                what = f"only {len(cells)} of {len(header)} cells"
                yield Problem(path, line, None, what, "the missing cells are taken as not known; complete the row", "flagged")
            yield from rows.read(dict(zip(header, cells, strict=False)), mapping, line)
    if not header:
        yield Problem(path, None, None, "no rows", "put a header row and one row an article in", "quarantined")


def csv_rows(text: str) -> Iterator[tuple[int, list[str], str]]:
    """Line number, cells, and what is broken ("" when nothing is), for each row that is not blank."""
    csv.field_size_limit(_HUGE)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t|", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, [], str(error)
        else:
            if any(cell.strip() for cell in cells):
                yield line, cells, ""
        line = rows.line_num + 1
