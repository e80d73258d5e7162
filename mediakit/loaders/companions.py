"""The two tables that stand beside articles, manifest.csv and corrections.csv: read whole, every fault said."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from mediakit.loaders.csv import QUOTES, csv_rows, too_few_cells, too_many_cells
from mediakit.loaders.decode import UndecodableError, decode
from mediakit.loaders.records import Problem

_DEFUSED = ("'=", "'+", "'-", "'@")  # as mediakit writes cells that a spreadsheet would run
_MOST_INSIDE, _WIDEST_ROW = 50_000, 200  # rows of such a table inside an archive, which may be hostile; bytes of one
_OUTSIDE = "put the file beside the archive, its paths and ids as archive.zip/…"


class Row(NamedTuple):
    """One row: the line it stands on, and its cells by column."""

    line: int
    cells: dict[str, str]


def companion_in(root: Path, name: str) -> Path | None:
    """The file of a folder that is called so, whatever its case."""
    return next((path for path in root.iterdir() if path.name.lower() == name), None)


def read_companion(file: Path, name: str, needed: tuple[str, ...]) -> tuple[list[Row], list[Problem]]:
    """The rows of a file, shown as name, and what is wrong with it; one inside an archive is trusted less than one beside it."""
    inside = "/" in name
    if inside and file.stat().st_size > _MOST_INSIDE * _WIDEST_ROW:
        what = f"{file.stat().st_size:,} bytes, more than such a table can have inside an archive; it was not used"
        return [], [Problem(name, None, None, what, _OUTSIDE, "flagged")]
    try:
        text, _ = decode(file.read_bytes())
    except UndecodableError as error:
        return [], [Problem(name, None, None, f"not readable as text: {error}", "save it as CSV in UTF-8", "flagged")]
    except OSError as error:
        what = f"not readable: {error.strerror or error}"
        return [], [Problem(name, None, None, what, "check the file and your right to read it", "flagged")]
    reading = _rows(text, name, needed)
    found = list(islice(reading, _MOST_INSIDE) if inside else reading)
    if next(reading, None) is not None:
        found.append(Problem(name, None, None, f"only the first {_MOST_INSIDE:,} rows were used", _OUTSIDE, "flagged"))
    return [item for item in found if isinstance(item, Row)], [item for item in found if isinstance(item, Problem)]


def _rows(text: str, name: str, needed: tuple[str, ...]) -> Iterator[Row | Problem]:
    header: list[str] = []
    for line, cells, broken in csv_rows(text):
        if broken:
            yield Problem(
                name, line, None, f"the row cannot be read: {broken}", f"check its quotation marks: {QUOTES}", "flagged"
            )
        elif not header:
            header = [cell.strip().lower() for cell in cells]
            missing = [column for column in needed if column not in header]
            if missing:
                what = "no column is called path" if missing == ["path"] else f"columns missing: {', '.join(missing)}"
                mend = f"add a column called {', '.join(missing)}; docs/loading.md lists them all"
                yield Problem(name, line, missing[0], what, mend, "flagged")
                return
        elif len(cells) > len(header):
            mend = "put quotation marks around cells that hold a comma"
            yield Problem(name, line, None, too_many_cells(cells, header), mend, "flagged")
        elif len(cells) < len(header):
            yield Problem(name, line, None, too_few_cells(cells, header), "complete the row; it is not used", "flagged")
        else:
            yield Row(line, {column: _plain(cell) for column, cell in zip(header, cells, strict=True) if column})


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith(_DEFUSED) else cell
