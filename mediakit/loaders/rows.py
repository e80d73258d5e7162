"""From a table's rows to records: what CSV, XLSX, JSONL and Parquet have in common."""

import datetime
import math
from collections.abc import Iterator, Mapping

from mediakit.loaders.decode import repair
from mediakit.loaders.records import Found, Problem, Record, faulty_text


class RowReader:
    """Turns the rows of one file into records, numbering them."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.number = 0

    def read(self, row: Mapping[str, object], mapping: dict[str, str], line: int | None) -> Iterator[Found]:
        """The record a row holds by mapping (field to column), or why it holds none."""
        self.number += 1
        text = row.get(mapping["text"])
        if text is not None and not isinstance(text, str):
            what = f"the text is not text but {type(text).__name__}"
            yield Problem(self.path, line, "text", what, "export the articles' text as text", "quarantined")
            return
        fault = faulty_text(self.path, line, text or "")
        if fault:
            yield fault
            return
        fixed, remarks = repair(text or "")
        for remark in remarks:
            yield Problem(self.path, line, "text", remark.what, remark.mend, remark.fate)
        fields = {field: as_text(row.get(column)) for field, column in mapping.items() if field != "text"}
        others = {name: as_text(value) for name, value in row.items() if name not in mapping.values()}
        given = {name: repair(value)[0].strip() for name, value in {**others, **fields}.items()}
        kept = {name: value for name, value in given.items() if value}
        yield Record(self.path, self.number, line, fixed, kept, mapping)


def as_text(value: object) -> str:
    """A cell as text: dates in ISO 8601, {"name": …} by its name, nothing as "".

    >>> as_text({"id": None, "name": "Harbour Herald"})
    'Harbour Herald'
    """
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, dict):
        return as_text(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(as_text, value)))
    return str(value)
