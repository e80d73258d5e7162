"""One article an object of a JSON file: a list of objects, or an object that holds such a list."""

import json
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path

from mediakit.errors import ColumnError
from mediakit.loaders.columns import map_columns
from mediakit.loaders.decode import UndecodableError, decode_bytes
from mediakit.loaders.records import Found, Problem
from mediakit.loaders.rows import RowReader

LARGEST = 1_000_000_000  #: bytes; a JSON file is read whole
UNREADABLE = object()  #: in place of a value
_SHAPE = 'write a list of objects, [{"text": "…"}, …], or one object a line in a file that ends in .jsonl'
#: keys under which exports keep their list of articles, the first found wins
LISTS = ("articles", "stories", "results", "items", "data", "documents", "docs", "records", "news")


def read_json(file: Path, path: str, columns: dict[str, str] | None) -> Iterator[Found]:
    """Every object of the file's list of articles; what stands in the list and is no object is quarantined."""
    value = yield from json_value(file, path)
    if value is UNREADABLE:
        return
    objects = list_in(value)
    if objects is None:
        yield Problem(path, None, None, f"JSON, but no list of articles: {_shape_of(value)}", _SHAPE, "quarantined")
        return
    yield from read_objects(objects, path, columns)


def json_value(file: Path, path: str) -> Generator[Problem, None, object]:
    """What is odd about a JSON file; returns the value it holds, or UNREADABLE, which is said."""
    size = file.stat().st_size
    if size > LARGEST:
        what = f"{size:,} bytes, more than a JSON file may have ({LARGEST:,})"
        yield Problem(path, None, None, what, "split it, or write one object a line in a .jsonl file", "quarantined")
        return UNREADABLE
    try:
        text, remarks = decode_bytes(file.read_bytes())
        value: object = json.loads(text.strip())
    except UndecodableError as error:
        yield Problem(path, None, None, f"not readable as text: {error}", "save it as UTF-8", "quarantined")
        return UNREADABLE
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        yield Problem(path, line, None, f"not JSON: {error}", "export it again", "quarantined")
        return UNREADABLE
    for remark in remarks:
        yield Problem(path, None, None, remark.what, remark.mend, remark.fate)
    return value


def list_in(value: object) -> list[object] | None:
    """The list of articles that a JSON value is or holds; a lone article is a list of one.

    >>> list_in({"status": "ok", "articles": [{"body": "No ferry."}]})
    [{'body': 'No ferry.'}]
    """
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return None
    lists = {str(key).lower(): item for key, item in value.items() if isinstance(item, list)}
    named = next((lists[key] for key in LISTS if key in lists), None)
    if named is not None:
        return named
    try:
        map_columns([*map(str, value)], None, where="")
    except ColumnError:
        return None
    return [value]


def numbered_objects(
    file: Path, path: str, *, expected: str, one: str, mend: str
) -> Iterator[tuple[int, Mapping[str, object]] | Problem]:
    """Place in the list and values of each object of a JSON file, or what is wrong; expected names the list, one an object."""
    value = yield from json_value(file, path)
    if value is UNREADABLE:
        return
    objects = list_in(value)
    if objects is None:
        yield Problem(path, None, None, f"{expected} was expected", mend, "quarantined")
        return
    for number, item in enumerate(objects, start=1):
        if isinstance(item, dict):
            yield number, item
        else:
            yield Problem(path, number, None, f"the {one} is no object {{…}}", mend, "quarantined")


def read_objects(objects: list[object], path: str, columns: dict[str, str] | None) -> Iterator[Found]:
    """The article in each object, by its keys; the objects need not have the same ones."""
    rows = RowReader(path)
    if columns:
        keys = {str(key): None for item in objects if isinstance(item, dict) for key in item}
        map_columns([*keys], columns, where=path)  # a key that no object has is a slip of the user's
    for number, item in enumerate(objects, start=1):
        if not isinstance(item, dict):
            yield rows.skip(number, f"not an object: {_shape_of(item)}", "write {…} for each article")
            continue
        missing = (column for column in (columns or {}).values() if column not in item)
        try:
            mapping = map_columns([*item, *missing], columns, where=path)
        except ColumnError as error:
            yield rows.skip(number, error.what, error.mend)._replace(field="text")
        else:
            yield from rows.read(item, mapping, number)
    if rows.number == 0:
        yield Problem(path, None, None, "no articles: the list is empty", "put one object an article in", "quarantined")


def _shape_of(value: object) -> str:
    """What a JSON value is, in a few words."""
    if isinstance(value, dict):
        keys = ", ".join(repr(str(key)[:40]) for key in [*value][:6])
        return f"an object with {keys}" if keys else "an empty object"
    names = {list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
