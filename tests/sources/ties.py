"""The statements of a short text, in words."""

from typing import NamedTuple

from mediakit.articles import Span
from mediakit.document import Document
from mediakit.sources.cues import default_cues
from mediakit.sources.indirect import indirect_statements
from mediakit.sources.sentences import parse_article


class Said(NamedTuple):
    """A statement with its places as printed words."""

    source: str | None
    cue: str
    content: str  #: its pieces, with an ellipsis between them
    carriers: list[str]  #: outermost first, ? for a gap


def said(text: str) -> list[Said]:
    """Every statement that indirect_statements() finds in a one-paragraph article."""
    parsed = parse_article(Document("a", text, (Span(0, len(text), "body"),)), default_cues())
    return [
        Said(
            None if found.source is None else text[slice(*found.source)],
            "" if found.cue is None else text[slice(*found.cue)],
            " … ".join(text[slice(*span)] for span in found.spans),
            ["?" if carrier is None else text[slice(*carrier)] for carrier in found.carriers],
        )
        for found in indirect_statements(parsed, default_cues())
    ]


def first(text: str) -> tuple[str | None, str, str]:
    """Source, cue and content of the only statement of a text."""
    (found,) = said(text)
    return found[:3]
