"""What a column and a table are, and the columns that many tables share."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import pyarrow as pa

TEXT, COUNT, NUMBER, FLAG = "string[pyarrow]", "Int64", "Float64", "boolean"  # each of them holds NA
LIST = pd.ArrowDtype(pa.list_(pa.string()))


class Column(NamedTuple):
    """One column: its name, type, what it means, and its unit where it has one."""

    name: str
    dtype: str | pd.ArrowDtype
    meaning: str
    unit: str = ""


class Table(NamedTuple):
    """One table: its name, what one row stands for, and its columns in order."""

    name: str
    one_row_per: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """The column names, in order."""
        return [column.name for column in self.columns]


def basis(of: str) -> Column:
    """The column that says where another one comes from."""
    return Column(
        f"{of}_basis",
        TEXT,
        f"where {of} comes from: manifest, url, meta, line, text, filename, user or grouped; NA where {of} is NA",
    )


LEAD = (
    Column("article_id", TEXT, "stable name of the article: its path below the corpus folder, #n for record n"),
    Column("story_id", TEXT, "the event reported, shared between outlets; NA while nobody has said"),
    Column("outlet", TEXT, "who published the article; NA when not known"),
    Column("outlet_key", TEXT, "what grouping by outlet uses; NA when the outlet is not known"),
)
PART = Column("part", TEXT, "title, dek or body")
BEGIN = Column("begin", COUNT, "first position in articles.text", "character")
END = Column("end", COUNT, "just after the last position", "character")
