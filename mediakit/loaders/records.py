"""What a reader hands over: records of articles, and problems in place of those it could not read."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from mediakit.loaders.decode import Fate

FIELDS = ("outlet", "title", "published", "url", "byline", "story_id", "language", "rights")
#: how a value may be known
BASES = ("manifest", "url", "meta", "line", "text", "filename", "user", "grouped")
#: what a reader may say about an article as a whole, in the order of the flags column
FLAGS = ("check_extraction", "truncated", "masked", "stub", "metadata_only", "duplicate", "other_event")
LARGEST_ARTICLE = 5_000_000  # characters; no newspaper article comes near
MOST_LINES = 100_000  # each is labelled: a text of nothing but short lines would take minutes


class Problem(NamedTuple):
    """A fault in the input, in the columns of the problems table."""

    path: str
    line: int | None
    field: str | None
    what: str
    mend: str
    fate: Fate


class Label(NamedTuple):
    """What a reader knows one line of a text to be, in the words of the lines table."""

    label: str
    rule: str
    confidence: str
    why: str


class Record(NamedTuple):
    """One article as a file holds it: its text and the fields given with it."""

    path: str
    number: int | None  #: which record of the file; None where the file is one article
    line: int | None
    text: str
    fields: dict[str, str]  #: FIELDS and original_source go to their columns, others become columns of their own
    columns: Mapping[str, str] = MappingProxyType({})  #: field to column, as it was taken from the file
    labels: tuple[Label | None, ...] | None = None  #: one a line of text, split at \n; None: the rules of layout decide
    flags: tuple[str, ...] = ()  #: some of FLAGS
    bases: Mapping[str, str] = MappingProxyType({})  #: field to basis, where it is not meta
    evidence: str | None = None  #: the words or the field that the outlet was taken from


class ReadAs(NamedTuple):
    """A file, or a member of an archive, and the format it was read as; goes to corpus.origin.files."""

    path: str
    format: str
    sha256: str
    n_bytes: int


class ManifestRow(NamedTuple):
    """What a manifest says about a file: which file, which manifest, its line, and the fields that it gives."""

    path: str
    manifest: str
    line: int
    fields: Mapping[str, str]


Found = Record | Problem


def faulty_text(path: str, line: int | None, text: str) -> Problem | None:
    """Why a text cannot be an article, or None."""
    if not text or text.isspace():
        return Problem(path, line, "text", "no text: empty or blank", "put the article's text in, or delete it", "quarantined")
    mend = "split it into articles, one file or one row each"
    if len(text) > LARGEST_ARTICLE:
        what = f"{len(text):,} characters, more than an article can have ({LARGEST_ARTICLE:,})"
        return Problem(path, line, "text", what, mend, "quarantined")
    if (n_lines := text.count("\n")) > MOST_LINES:
        what = f"{n_lines:,} lines, more than an article can have ({MOST_LINES:,})"
        return Problem(path, line, "text", what, mend, "quarantined")
    return None
