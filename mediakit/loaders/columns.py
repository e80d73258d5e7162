"""Which column of a table holds what: the names taken by default, and a mapping of the user's own."""

from collections.abc import Iterable

from mediakit.errors import ColumnError
from mediakit.loaders.records import FIELDS

#: names looked for when no mapping is given, the first found wins; case and spaces do not matter
DEFAULTS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "story", "article", "article_text", "full_text", "fulltext", "maintext"),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper", "media_name", "source_name", "site"),
    "title": ("title", "headline", "heading"),
    "published": ("published", "date", "publish_date", "published_at", "publishedat", "publication_date", "date_published"),
    "url": ("url", "link", "web_url", "article_url"),
    "byline": ("byline", "author", "authors"),
    "story_id": ("story_id", "story_no", "event_id", "cluster"),
    "language": ("language", "lang"),
    "rights": ("rights", "licence", "license"),
}


def map_columns(available: list[str], given: dict[str, str] | None, *, where: str) -> dict[str, str]:
    """For each field, the column that holds it.

    Parameters: available, the table's columns; given, {"text": "Body", "outlet": "Paper", …}, which
    wins over the default names. Raises ColumnError when given names a field or column that does not
    exist, or when no column holds the text.

    >>> map_columns(["Headline", "Body", "Source"], None, where="news.csv")
    {'text': 'Body', 'outlet': 'Source', 'title': 'Headline'}
    """
    given = given or {}
    check_fields(given, where=where)
    for field, column in given.items():
        if column not in available:
            raise ColumnError(
                f"no column is called {column!r} (for {field})", where=where, mend=f"use one of: {', '.join(available)}"
            )
    folded = {fold(column): column for column in reversed(available)}
    free = {name: column for name, column in folded.items() if column not in given.values()}
    chosen = {}
    for field in ("text", *FIELDS):
        taken = given.get(field) or next((free[name] for name in DEFAULTS[field] if name in free), None)
        if taken is not None:
            chosen[field] = taken
    if "text" not in chosen:
        raise ColumnError(
            f"no column holds the articles' text; there are: {', '.join(available) or 'none'}",
            where=where,
            mend='say which: columns={"text": "…"} in Python, or --column text=… on the command line',
        )
    return chosen


def check_fields(given: Iterable[str], *, where: str) -> None:
    """Raise ColumnError for a name that is no field of an article."""
    fields = ("text", *FIELDS)
    for field in given:
        if field not in fields:
            raise ColumnError(f"no field is called {field!r}", where=where, mend=f"use one of: {', '.join(fields)}")


def fold(name: str) -> str:
    """A column name without what people write differently: capitals, spaces, hyphens."""
    return name.strip().lower().replace(" ", "_").replace("-", "_")
