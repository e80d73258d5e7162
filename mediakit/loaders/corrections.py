"""corrections.csv: what a user decided against the rules, kept beside the articles and applied on every read."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import pandas as pd

from mediakit.identity import host_of, read_date
from mediakit.loaders.companions import Row, companion_in, read_companion
from mediakit.loaders.files import CORRECTIONS as NAME
from mediakit.loaders.records import FIELDS, FLAGS, Problem
from mediakit.tables import missing, rows_of

LABELS = ("title", "dek", "byline", "date", "body", "subhead", "caption", "source_credit", "bio", "related",
          "comment_form", "share", "legal", "blank", "other")  # fmt: skip
CORRECTABLE = (*(field for field in FIELDS if field != "rights"), "original_source", "flags")
LANGUAGE_CODE = re.compile(r"^[A-Za-z]{2}(?:[-_][A-Za-z0-9]+)*$")
_FARTHEST = 2**31 - 1  # no text is that long


class Correction(NamedTuple):
    """One decision, in the columns of the corrections table, and the line and file it stands in."""

    table: str
    article_id: str
    begin: int | None
    end: int | None
    field: str
    value: str | None
    reason: str | None
    who: str | None
    when: str | None
    text_sha256: str | None
    line: int
    path: str = NAME

    @property
    def row(self) -> tuple[str | int | None, ...]:
        """The decision as a row of the corrections table."""
        return self[:-2]


class CorrectionsInside(NamedTuple):
    """The decisions that a corrections.csv inside an archive holds."""

    made: tuple[Correction, ...]


def read_corrections(root: Path) -> tuple[list[Correction], list[Problem]]:
    """The corrections that make sense by themselves, and problems for those that do not."""
    file = companion_in(root, NAME)
    if file is None:
        return [], []
    return _read(file, NAME)


def corrections_given(table: pd.DataFrame) -> tuple[list[Correction], list[Problem]]:
    """The same of a corrections table."""
    rows = (Row(0, {name: "" if missing(cell) else str(cell) for name, cell in row._asdict().items()}) for row in rows_of(table))
    made = [*map(correction_of, rows)]
    return [one for one in made if isinstance(one, Correction)], [one for one in made if isinstance(one, Problem)]


def corrections_inside(file: Path, path: str) -> Iterator[CorrectionsInside | Problem]:
    """What a corrections.csv inside an archive says about the articles beside and below it.

    Parameters: file, unpacked; path, as it is shown: archive.zip/corrections.csv.
    """
    made, problems = _read(file, path)
    above = PurePosixPath(path).parent
    yield from problems
    yield CorrectionsInside(tuple(one._replace(article_id=f"{above}/{one.article_id}") for one in made))


def _read(file: Path, shown: str) -> tuple[list[Correction], list[Problem]]:
    rows, problems = read_companion(file, shown, needed=("table", "article_id", "field", "value"))
    made = [correction_of(row)._replace(path=shown) for row in rows]
    problems += [item for item in made if isinstance(item, Problem)]
    return [item for item in made if isinstance(item, Correction)], problems


#: labels as the report shows them
_SHOWN = {"summary": "dek", "summary (dek)": "dek", "site text": "other", "about the author": "bio", "headline": "title"}


def correction_of(row: Row) -> Correction | Problem:
    """What a row of the file decides, or why it decides nothing."""
    cells = {name: cell.strip() for name, cell in row.cells.items()}
    table, field, value = cells["table"], cells["field"], cells["value"]
    if table == "lines" and field == "label":
        value = _SHOWN.get(value.lower(), value.lower().replace(" ", "_"))
        if value not in LABELS:
            return Problem(NAME, row.line, "value", f"{value!r} is no label", f"use one of: {', '.join(LABELS)}", "flagged")
    elif (table, field) != ("quotes", "speaker") and (table != "articles" or field not in CORRECTABLE):
        fields = ", ".join(CORRECTABLE)
        mend = f"table lines with field label, table quotes with field speaker, or table articles with one of: {fields}"
        return Problem(NAME, row.line, "field", f"nothing to correct is called {table}.{field}", mend, "flagged")
    if table != "articles" and (_position(cells, "begin") is None or _position(cells, "end") is None):
        mend = f"copy them from the {table} table"
        return Problem(NAME, row.line, "begin", "begin and end must be whole numbers", mend, "flagged")
    fault = _faulty_value(field, value) if table == "articles" and value else None
    if fault:
        return Problem(NAME, row.line, "value", f"{value!r} {fault[0]}", fault[1], "flagged")
    reason, who, when, sha256 = (cells.get(name) or None for name in ("reason", "who", "when", "text_sha256"))
    begin, end = _position(cells, "begin"), _position(cells, "end")
    return Correction(table, row.cells["article_id"], begin, end, field, value or None, reason, who, when, sha256, row.line)


def _faulty_value(field: str, value: str) -> tuple[str, str] | None:
    """Why a field cannot take a value, and what to write; None where it can."""
    if field == "published" and read_date(value) is None:
        return "is no date that can be read in one way", "write 2025-03-22, 2025-03 or 2025"
    if field == "language" and not LANGUAGE_CODE.match(value):
        return "is no language code", "write en, de, fr-CA, …"
    if field == "url" and host_of(value) is None:
        return "is no address", "write it whole, with https://"
    if field == "flags" and not {*value.replace(",", " ").split()} <= {*FLAGS}:
        return "names a flag that is none", f"write those that hold, a space between: {', '.join(FLAGS)}"
    return None


def _position(cells: dict[str, str], name: str) -> int | None:
    written = cells.get(name, "")
    return int(written) if written.isascii() and written.isdigit() and int(written) <= _FARTHEST else None
