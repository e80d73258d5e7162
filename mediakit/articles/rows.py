"""What is kept of each article while more are read: its row of the articles table, but for what depends on the others."""

from __future__ import annotations

from typing import Any

from mediakit.articles.draft import Draft
from mediakit.articles.identity import key_of
from mediakit.identity import read_date

_WITH_BASIS = ("story_id", "outlet", "title", "byline", "published", "url", "original_source", "language")
_KEPT = (
    "article_id", "path", "line", "sha256", "outlet_key", "outlet_evidence", "published_granularity",
    "flags", "flags_corrected", *_WITH_BASIS, *(f"{name.removesuffix('_id')}_basis" for name in _WITH_BASIS),
)  # fmt: skip


class Rows:
    """The columns of the articles read so far: a list each, as a million small objects would be gone through again and again."""

    def __init__(self) -> None:
        self._columns: dict[str, list[Any]] = {name: [] for name in _KEPT}
        self._appends = [column.append for column in self._columns.values()]
        self.extras: dict[str, dict[int, str]] = {}  #: the user's own columns: place of the article and value

    def __len__(self) -> int:
        return len(self._columns["article_id"])

    def __getitem__(self, column: str) -> list[Any]:
        return self._columns[column]

    def add(self, made: Draft) -> None:
        """Keep an article; its text is kept elsewhere."""
        for name, value in made.extras.items():
            self.extras.setdefault(name, {})[len(self)] = value
        for append, cell in zip(self._appends, _cells(made), strict=True):
            append(cell)


def _cells(made: Draft) -> tuple[object, ...]:
    pairs = [made.values.get(name, _UNKNOWN) for name in _WITH_BASIS]
    pairs = [pair if pair[0] else _UNKNOWN for pair in pairs]
    values, bases = zip(*pairs, strict=True)
    outlet, published = values[1], values[4]
    evidence = made.evidence if outlet else None
    date, granularity = (read_date(published) if published else None) or _UNKNOWN
    corrected = made.values["flags"][0] if "flags" in made.values else None
    return (
        made.article_id, made.record.path, made.record.line, made.sha256, key_of(made), evidence, granularity,
        (*made.record.flags, *made.signs), corrected, *values[:4], date, *values[5:7], made.language, *bases,
    )  # fmt: skip


_UNKNOWN: tuple[str | None, str | None] = (None, None)
