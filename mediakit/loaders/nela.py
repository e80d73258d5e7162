"""One article an object of a NELA-GT file (JSON, one file a source) or a row of its SQLite database (table newsdata).

An article is its title and its content. NELA-GT masks the content on purpose, replacing 5 to 7
neighbouring words in every 20 to 100 by “@”: such articles are flagged masked and not measured for
length or readability unless asked for, and their wording cannot be compared with other articles'.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from mediakit.loaders.flags import signs_in
from mediakit.loaders.json import numbered_objects
from mediakit.loaders.pieces import ExportReader, Piece, string
from mediakit.loaders.records import LARGEST_ARTICLE, Found, Problem

_TABLE = "newsdata"
_NEEDED = ("source", "title", "content")
_FIELDS = {"source": "outlet", "author": "byline", "url": "url", "date": "published", "published": "published_as_printed"}
_MASKED = "nothing: compare them only with each other, and not their wording or length"
_AGAIN = "download the file again; it must be whole"


def recognize_nela(head: bytes, file: Path) -> bool:
    """Whether a file is an SQLite database with a table newsdata, or begins as a NELA-GT list does."""
    if head.startswith(b"SQLite format 3\x00"):
        try:
            with closing(_opened(file)) as database:
                return _table(database) is not None
        except sqlite3.Error:
            return False
    return head.lstrip().startswith(b"[") and b'"collection_utc"' in head and all(f'"{n}"'.encode() in head for n in _NEEDED)


def read_nela(file: Path, path: str, _columns: dict[str, str] | None) -> Iterator[Found]:
    """Every article of the file; its fields have fixed names, so there is nothing to map."""
    reader, masked, without = ExportReader(path), 0, 0
    with file.open("rb") as opened:
        is_database = opened.read(16) == b"SQLite format 3\x00"
    for found in _rows(file, path) if is_database else _objects(file, path):
        if isinstance(found, Problem):
            yield reader.pass_on(found)
            continue
        number, article = found
        content, title = article.get("content"), article.get("title")
        for name, value in (("content", content), ("title", title)):
            if not isinstance(value, str | None):
                what = f"{name} is not text but {type(value).__name__}; it is left out"
                yield reader.flag(number, name, what, _AGAIN)
        text = string(content)
        is_masked = any(sign.flag == "masked" for sign in signs_in(text, LARGEST_ARTICLE))
        masked, without = masked + is_masked, without + (not text.strip())
        flags = ("masked",) if is_masked else () if text.strip() else ("metadata_only",)
        fields = {_FIELDS.get(name, name): value for name, value in article.items() if name not in ("content",)}
        pieces = [Piece("title", string(title), "title"), Piece(None if text.strip() else "body", text, "content")]
        yield from reader.read(number, pieces, fields | {"title": string(title)}, flags)
    for count, what in ((masked, "have words masked by @"), (without, "have no content")):
        if count:
            yield reader.flag(None, "content", f"{count:,} of {reader.number:,} articles {what}", _MASKED)
    if reader.number == 0 and not reader.refused:
        yield Problem(path, None, None, "no articles", _AGAIN, "quarantined")


Article = tuple[int, Mapping[str, object]] | Problem


def _objects(file: Path, path: str) -> Iterator[Article]:
    """Place in the list and values of each object of a JSON file."""
    return numbered_objects(file, path, expected="no NELA-GT file: a list of articles", one="article", mend=_AGAIN)


def _rows(file: Path, path: str) -> Iterator[Article]:
    """Place in the table and cells of each row of the database, in the order they were written."""
    number = 0
    try:
        with closing(_opened(file)) as database:
            columns = _table(database)
            missing = [name for name in _NEEDED if columns is not None and name not in columns]
            if columns is None or missing:
                expected = f"a table {_TABLE}" if columns is None else f"a column {missing[0]} in {_TABLE}"
                yield Problem(path, None, None, f"no NELA-GT database: {expected} was expected", _AGAIN, "quarantined")
                return
            for row in database.execute(f"SELECT * FROM {_TABLE} ORDER BY rowid"):
                number += 1
                yield number, dict(zip(columns, row, strict=True))
            said = database.execute(f"SELECT count(*) FROM {_TABLE}").fetchone()[0]
            if said != number:
                what = f"the database says {said:,} articles, but {number:,} were found"
                yield Problem(path, None, None, what, _AGAIN, "flagged")
    except (sqlite3.Error, ValueError, OverflowError) as error:
        what = f"not readable as SQLite after row {number}: {error}"
        yield Problem(path, number + 1, None, what, _AGAIN, "quarantined")


def _opened(file: Path) -> sqlite3.Connection:
    """The database, to read only: nothing is written beside it, no function of its own is run."""
    database = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    database.execute("PRAGMA trusted_schema = OFF")
    database.text_factory = lambda data: data.decode("utf-8", "replace")
    return database


def _table(database: sqlite3.Connection) -> list[str] | None:
    """The columns of newsdata where it is a plain table; a view or a computed column could run for ever."""
    made = database.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND lower(name) = ?", (_TABLE,)).fetchone()
    if made is None or re.match(r"CREATE\s+VIRTUAL", str(made[0]), re.IGNORECASE) or re.search(r"\bAS\s*\(", str(made[0]), re.I):
        return None
    return [str(row[1]) for row in database.execute(f"PRAGMA table_info({_TABLE})")]
