"""What a reader hands over: records of articles, and problems in place of those it could not read."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from mediakit.loaders.decode import Fate

FIELDS = ("outlet", "title", "published", "url", "byline", "story_id", "language", "rights")
LARGEST_ARTICLE = 5_000_000  # characters; no newspaper article comes near


class Problem(NamedTuple):
    """A fault in the input, in the columns of the problems table."""

    path: str
    line: int | None
    field: str | None
    what: str
    mend: str
    fate: Fate


class Record(NamedTuple):
    """One article as a file holds it: its text and the fields given with it."""

    path: str
    number: int | None  #: which record of the file; None where the file is one article
    line: int | None
    text: str
    fields: dict[str, str]
    columns: Mapping[str, str] = MappingProxyType({})  #: field to column, as it was taken from the file


Found = Record | Problem


def faulty_text(path: str, line: int | None, text: str) -> Problem | None:
    """Why a text cannot be an article, or None."""
    if not text.strip():
        return Problem(path, line, "text", "no text: empty or blank", "put the article's text in, or delete it", "quarantined")
    if len(text) > LARGEST_ARTICLE:
        return Problem(
            path,
            line,
            "text",
            f"{len(text):,} characters, more than an article can have ({LARGEST_ARTICLE:,})",
            "split it into articles, one file or one row each",
            "quarantined",
        )
    return None
