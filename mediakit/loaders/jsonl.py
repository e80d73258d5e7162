"""One article a line, each line one JSON object; the objects need not have the same keys."""

import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from mediakit.errors import ColumnError
from mediakit.loaders.columns import map_columns
from mediakit.loaders.decode import UndecodableError, decode_bytes
from mediakit.loaders.records import LARGEST_ARTICLE, Found, Problem
from mediakit.loaders.rows import RowReader

_LONGEST_LINE = 8 * LARGEST_ARTICLE  # bytes, with room for escapes


def read_jsonl(file: Path, path: str, columns: dict[str, str] | None) -> Iterator[Found]:
    """Every line of the file; a broken line is quarantined with its number, the rest is read."""
    if columns:
        _refuse_columns_that_no_line_has(file, path, columns)
    rows = RowReader(path)

    @lru_cache(4)  # most lines have the keys of the one before
    def mapping_of(keys: tuple[str, ...]) -> dict[str, str]:
        missing = (column for column in (columns or {}).values() if column not in keys)
        return map_columns([*keys, *missing], columns, where=path)

    for line, data in _lines(file):
        yield from _read(rows, line, data, mapping_of)
    if rows.number == 0:
        yield Problem(path, None, None, "no lines", "put one JSON object a line in, one an article", "quarantined")


def _lines(file: Path) -> Iterator[tuple[int, bytes]]:
    """Each line that is not blank, with its number; of a line too long to be an article, its beginning."""
    with file.open("rb") as lines:
        number = 0
        while data := lines.readline(_LONGEST_LINE):
            number += 1
            if data.strip():
                yield number, data
            while not data.endswith(b"\n") and (data := lines.readline(_LONGEST_LINE)):
                pass


def _read(rows: RowReader, line: int, data: bytes, mapping_of: Callable[[tuple[str, ...]], dict[str, str]]) -> Iterator[Found]:
    if len(data) >= _LONGEST_LINE and not data.endswith(b"\n"):
        yield rows.skip(line, "the line is too long for an article", "write one article a line")
        return
    try:
        text, remarks = decode_bytes(data)
        row = json.loads(text.strip())
    except (UndecodableError, ValueError, RecursionError) as error:
        yield rows.skip(line, f"not a JSON object: {error}", "mend or delete the line")
        return
    if not isinstance(row, dict):
        yield rows.skip(line, "the line is JSON, but not an object {…}", "write {…} for each article")
        return
    for remark in remarks:
        yield Problem(rows.path, line, None, remark.what, remark.mend, remark.fate)
    try:
        mapping = mapping_of(tuple(row))
    except ColumnError as error:
        yield rows.skip(line, error.what, error.mend)._replace(field="text")
    else:
        yield from rows.read(row, mapping, line)


def _refuse_columns_that_no_line_has(file: Path, path: str, columns: dict[str, str]) -> None:
    keys: dict[str, None] = {}
    for _, data in _lines(file):
        try:
            keys.update(dict.fromkeys(json.loads(decode_bytes(data)[0])))
        except (UndecodableError, ValueError, TypeError, RecursionError):
            continue  # said when the line is read
    map_columns([*keys], columns, where=path)
