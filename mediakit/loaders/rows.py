"""From a table's rows to records: what CSV, XLSX, JSONL and Parquet have in common."""

import datetime
import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping

from mediakit.loaders.decode import repair
from mediakit.loaders.records import Found, Problem, Record, faulty_text


class RowReader:
    """Turns the rows of one file into records, numbering them; a row that cannot be read keeps its number."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.number = 0
        self._columns: tuple[str, ...] = ()
        self._mapping: Mapping[str, str] = {}
        self._named: list[tuple[str, str]] = []

    def skip(self, line: int | None, what: str, mend: str) -> Problem:
        """Count a row that cannot be read, and say why."""
        self.number += 1
        return Problem(self.path, line, None, what, mend, "quarantined")

    def read(self, row: Mapping[str, object], mapping: Mapping[str, str], line: int | None) -> Iterator[Found]:
        """The record a row holds by mapping (field to column), or why it holds none."""
        self.number += 1
        text = row.get(mapping["text"])
        text = "" if text is None else text
        if not isinstance(text, str):
            what = f"the text is not text but {type(text).__name__}"
            yield Problem(self.path, line, "text", what, "export the articles' text as text", "quarantined")
            return
        fault = faulty_text(self.path, line, text)
        if fault:
            yield fault
            return
        given: dict[str, str] = {}
        for name, column in self._names(tuple(row), mapping):
            value = row[column]
            try:
                written = text if name == "text" else (value if isinstance(value, str) else as_text(value)).strip()
            except RecursionError:
                yield self._said(line, name, "the value is nested too deeply to be kept", "write it as plain text", "flagged")
                continue
            given[name], remarks = repair(written)
            for remark in remarks:
                yield self._said(line, name, remark.what, remark.mend, remark.fate)
        text = given.pop("text")
        yield Record(self.path, self.number, line, text, {name: value for name, value in given.items() if value}, mapping)

    def _names(self, columns: tuple[str, ...], mapping: Mapping[str, str]) -> list[tuple[str, str]]:
        """The name that each column's values are kept under: those of no field first; mostly the same as in the row before."""
        if columns != self._columns or mapping != self._mapping:
            field_of = {column: field for field, column in mapping.items()}
            own = [(repair(column)[0], column) for column in columns if column not in field_of]
            # a column that is not mapped never takes the place of one that is
            self._named = [(name, column) for name, column in own if name not in mapping]
            self._named += [(field_of[column], column) for column in columns if column in field_of]
            self._columns, self._mapping = columns, mapping
        return self._named

    def _said(self, line: int | None, field: str, *what_mend_fate: str) -> Problem:
        return Problem(self.path, line, field, *what_mend_fate)  # type: ignore[arg-type]


def name_columns(header: list[str], path: str, line: int) -> tuple[list[str], list[Problem]]:
    """The columns' names, a second one of the same name numbered, and what to say about it.

    >>> name_columns(["text", "text"], "news.csv", 1)[0]
    ['text', 'text (2)']
    """
    seen: Counter[str] = Counter()
    names, problems = [], []
    for name in header:
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
        if name and seen[name] == 2:
            what = f"two columns are called {name!r}; the first counts"
            problems.append(Problem(path, line, None, what, "give each column a name of its own", "flagged"))
    return names, problems


def as_text(value: object) -> str:
    """A cell as text: dates in ISO 8601, {"name": …} by its name, lists by their items, nothing as "".

    >>> as_text({"id": None, "name": "Harbour Herald"}), as_text(["Ama Boyle", "Raj Nair"])
    ('Harbour Herald', 'Ama Boyle, Raj Nair')
    """
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, dict):
        return as_text(value["name"]) if "name" in value else json.dumps(value, ensure_ascii=False, default=str)
    if isinstance(value, list):
        return ", ".join(filter(None, map(as_text, value)))
    return str(value)
