"""One article a row of a CSV file, comma, semicolon or tab between the cells."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from mediakit.loaders.columns import map_columns
from mediakit.loaders.decode import UndecodableError, decode_bytes
from mediakit.loaders.records import LARGEST_ARTICLE, Found, Problem
from mediakit.loaders.rows import RowReader, name_columns

_HEADER_AT_MOST = 100_000  # characters
_LARGEST_CELL = 2 * LARGEST_ARTICLE  # the csv module's own bound, 131,072 characters, is less than a long article
_QUOTED = re.compile(r'"[^"]*"')
_NO_ROWS = "put a header row and one row an article in"
QUOTES = "look for a quotation mark that is not closed or not doubled"


def read_csv(file: Path, path: str, columns: dict[str, str] | None) -> Iterator[Found]:
    """Every row of the file; the first row names the columns."""
    try:
        text, remarks = decode_bytes(file.read_bytes())
    except UndecodableError as error:
        yield Problem(path, None, None, f"not readable as text: {error}", "save it as CSV in UTF-8", "quarantined")
        return
    for remark in remarks:
        yield Problem(path, None, None, remark.what, remark.mend, remark.fate)
    rows, header, mapping = RowReader(path), list[str](), dict[str, str]()
    for line, cells, broken in csv_rows(text):
        if broken:
            yield rows.skip(line, f"the row cannot be read: {broken}", QUOTES)
            if not header:
                return  # without the names of the columns no row means anything
        elif not header:
            header, problems = name_columns(cells, path, line)
            mapping = map_columns(header, columns, where=path)
            yield from problems
        elif len(cells) > len(header):
            yield rows.skip(line, too_many_cells(cells, header), "put quotation marks around cells that hold the separator")
        else:
            if len(cells) < len(header):
                mend = "the missing cells are taken as not known; complete the row"
                yield Problem(path, line, None, too_few_cells(cells, header), mend, "flagged")
            yield from rows.read(dict(zip(header, cells, strict=False)), mapping, line)
    if rows.number == 0:
        yield Problem(path, None, None, "no rows", _NO_ROWS, "quarantined")


def too_many_cells(cells: list[str], header: list[str]) -> str:
    """What is wrong with a row that is longer than the header."""
    return f"{len(cells)} cells in a table of {len(header)} columns"


def too_few_cells(cells: list[str], header: list[str]) -> str:
    """What is wrong with a row that is shorter than the header."""
    return f"only {len(cells)} of {len(header)} cells"


def csv_rows(text: str) -> Iterator[tuple[int, list[str], str]]:
    """Line number, cells, and what is broken ("" when nothing is), for each row that is not blank.

    A quotation mark that is not closed costs the line it stands on, not the rest of the file.
    """
    csv.field_size_limit(_LARGEST_CELL)
    lines = [*io.StringIO(text, newline="")]  # at any kind of line end, which is kept
    header = _QUOTED.sub("", text[:_HEADER_AT_MOST]).lstrip("\r\n")
    delimiter = max(",;\t|", key=re.split(r"[\r\n]", header, maxsplit=1)[0].count)
    start, width = 0, 0
    while start < len(lines):
        reader = csv.reader((lines[place] for place in range(start, len(lines))), delimiter=delimiter, strict=True)
        read = 0
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    width = width or len(cells)
                    yield start + read + 1, cells, ""
                read = reader.line_num
        except csv.Error as error:
            yield start + read + 1, [], str(error)
            start = _next_row(lines, start + read, delimiter, width)
        else:
            return


def _next_row(lines: list[str], broken: int, delimiter: str, width: int) -> int:
    """The line after a broken one at which a row can begin: not inside a cell of several paragraphs."""
    quoted = lines[broken].startswith('"')
    for place in range(broken + 1, len(lines)):
        line = lines[place]
        if not quoted or line.startswith('"') or ('"' not in line and line.count(delimiter) == width - 1):
            return place
    return len(lines)
