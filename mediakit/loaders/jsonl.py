"""One article a line, each line one JSON object; the objects need not have the same keys."""

import json
from collections.abc import Iterator
from pathlib import Path

from mediakit.errors import ColumnError
from mediakit.loaders.columns import map_columns
from mediakit.loaders.decode import UndecodableError, decode
from mediakit.loaders.records import LARGEST_ARTICLE, Found, Problem
from mediakit.loaders.rows import RowReader

_LONGEST_LINE = 8 * LARGEST_ARTICLE  # bytes, with room for escapes


def read_jsonl(file: Path, path: str, columns: dict[str, str] | None) -> Iterator[Found]:
    """Every line of the file; a broken line is quarantined with its number, the rest is read."""
    rows, seen, number = RowReader(path), set[str](), 0
    with file.open("rb") as lines:
        while data := lines.readline(_LONGEST_LINE):
            number += 1
            row = _row(data, path, number)
            while not data.endswith(b"\n") and (data := lines.readline(_LONGEST_LINE)):
                pass  # the rest of a line too long to be an article
            if isinstance(row, Problem):
                yield row
            elif row is not None:
                seen |= row.keys()
                yield from _read(rows, row, number, columns)
    if number == 0:
        yield Problem(path, None, None, "no lines", "put one JSON object a line in, one an article", "quarantined")
    if seen and columns:
        map_columns([*seen], columns, where=path)  # a mapped column that no line has is an error


def _read(rows: RowReader, row: dict[str, object], number: int, columns: dict[str, str] | None) -> Iterator[Found]:
    available = [*row, *(column for column in (columns or {}).values() if column not in row)]
    try:
        mapping = map_columns(available, columns, where=rows.path)
    except ColumnError as error:
        yield Problem(rows.path, number, "text", error.what, error.mend, "quarantined")
    else:
        yield from rows.read(row, mapping, number)


def _row(data: bytes, path: str, number: int) -> dict[str, object] | Problem | None:
    if len(data) >= _LONGEST_LINE and not data.endswith(b"\n"):
        return Problem(path, number, None, "the line is too long for an article", "write one article a line", "quarantined")
    try:
        text = decode(data)[0].strip()
        row = json.loads(text) if text else None
    except (UndecodableError, ValueError, RecursionError) as error:
        return Problem(path, number, None, f"not a JSON object: {error}", "mend or delete the line", "quarantined")
    if row is not None and not isinstance(row, dict):
        return Problem(path, number, None, "the line is JSON, but not an object {…}", "write {…} for each article", "quarantined")
    return row
