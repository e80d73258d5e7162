"""corrections.csv: what a user decided against the rules, kept beside the articles and applied on every read."""

from pathlib import Path
from typing import NamedTuple

from mediakit.loaders.csv import csv_rows
from mediakit.loaders.decode import UndecodableError, decode
from mediakit.loaders.records import FIELDS, Problem
from mediakit.tables import CORRECTIONS

NAME = "corrections.csv"
LABELS = ("title", "dek", "byline", "date", "body", "subhead", "caption", "source_credit", "bio", "related",
          "comment_form", "share", "legal", "blank", "other")  # fmt: skip
CORRECTABLE = (*(field for field in FIELDS if field != "rights"), "original_source")


class Correction(NamedTuple):
    """One decision, in the columns of the corrections table, and the line it stands on."""

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


def read_corrections(root: Path) -> tuple[list[Correction], list[Problem]]:
    """The corrections that make sense by themselves, and problems for those that do not."""
    file = root / NAME
    if not file.is_file():
        return [], []
    try:
        text, _ = decode(file.read_bytes())
    except UndecodableError as error:
        return [], [Problem(NAME, None, None, f"not readable as text: {error}", "save it as CSV in UTF-8", "flagged")]
    rows = [(line, cells) for line, cells, broken in csv_rows(text) if not broken]
    if not rows:
        return [], []
    header = [cell.strip() for cell in rows[0][1]]
    missing = [name for name in ("table", "article_id", "field", "value") if name not in header]
    if missing:
        mend = f"the columns are: {', '.join(CORRECTIONS.names)}"
        return [], [Problem(NAME, 1, None, f"columns missing: {', '.join(missing)}", mend, "flagged")]
    made = [
        _correction({name: cell.strip() for name, cell in zip(header, cells, strict=False)}, line) for line, cells in rows[1:]
    ]
    return [item for item in made if isinstance(item, Correction)], [item for item in made if isinstance(item, Problem)]


def _correction(row: dict[str, str], line: int) -> Correction | Problem:
    table, field, value = row.get("table", ""), row.get("field", ""), row.get("value", "")
    if table == "lines" and field == "label":
        if value not in LABELS:
            return Problem(NAME, line, "value", f"{value!r} is no label", f"use one of: {', '.join(LABELS)}", "flagged")
        if not (row.get("begin", "").isdecimal() and row.get("end", "").isdecimal()):
            return Problem(
                NAME, line, "begin", "begin and end must be whole numbers", "copy them from the lines table", "flagged"
            )
    elif table != "articles" or field not in CORRECTABLE:
        mend = f"table lines with field label, or table articles with one of: {', '.join(CORRECTABLE)}"
        return Problem(NAME, line, "field", f"nothing to correct is called {table}.{field}", mend, "flagged")
    begin, end = (int(row[name]) if row.get(name, "").isdecimal() else None for name in ("begin", "end"))
    optional = {name: row.get(name) or None for name in ("value", "reason", "who", "when", "text_sha256")}
    return Correction(table, row["article_id"], begin, end, field, line=line, **optional)
