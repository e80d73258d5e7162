"""The fields that Nexis prints above and below an article, under their names in several languages."""

import re
from typing import NamedTuple

from mediakit.loaders.pieces import Piece
from mediakit.loaders.printed import date_of, language_of, words_of, writer_of

#: the field that a name of the export stands for; those without a field of their own become columns
NAMES = {
    "byline": "byline", "autor": "byline", "auteur": "byline", "author": "byline",
    "section": "section", "rubrik": "section", "rubrique": "section", "rubriek": "section",
    "length": "words_given", "länge": "words_given", "longueur": "words_given", "lengte": "words_given",
    "dateline": "dateline", "highlight": "highlight", "series": "series", "edition": "edition", "anmod-date": "anmod_date",
    "graphic": "graphic", "language": "language", "sprache": "language", "langue": "language", "taal": "language",
    "load-date": "load_date", "update": "load_date", "date-chargement": "load_date",
    "publication-type": "publication_type", "journal-code": "journal_code", "subject": "subject", "url": "url",
    "company": "company", "organization": "organization", "person": "person", "people": "people", "geographic": "geographic",
    "industry": "industry", "ticker": "ticker", "acc-no": "accession", "isin": "isin", "copyright": "copyright",
    "correction-date": "correction_date", "correction": "correction", "type": "type", "notes": "notes",
    "pub-type": "publication_type",
    "state": "state", "city": "city", "country": "country", "document-type": "document_type", "publication": "publication",
}  # fmt: skip
FIELD = re.compile(rf"\s*(?P<name>{'|'.join(map(re.escape, NAMES))})\s*:(?:\s+(?P<value>.*))?", re.IGNORECASE)
COPYRIGHT = re.compile(
    r"\s*(?:Copyright\b|©|\(c\)|All Rights Reserved|Alle Rechte vorbehalten|Tous droits réservés)", re.IGNORECASE
)

_LONGEST_FIELD = 20_000  # characters
#: fields that stand below the text of an article
BELOW = frozenset((
    "load_date", "language", "publication_type", "journal_code", "subject", "company", "organization", "person", "people",
    "geographic", "industry", "ticker", "graphic", "copyright", "accession", "url", "isin", "correction_date", "correction",
    "notes", "state", "city", "country", "document_type", "publication",
))  # fmt: skip


class UnknownLayoutError(Exception):
    """An article is not laid out as known: the line, and what was expected there."""

    def __init__(self, line: int, expected: str) -> None:
        super().__init__(expected)
        self.line, self.expected = line, expected


class Article(NamedTuple):
    """What is printed of one article."""

    pieces: list[Piece]
    fields: dict[str, object]


def keep(fields: dict[str, object], printed: str, value: str, *, join: bool = False) -> None:
    """Put a field under its name, in the form of articles; of two with the same name both are kept."""
    name, value = NAMES[printed.lower()], value.strip()
    if name == "byline":
        value = writer_of(value)
    elif name == "words_given" and value:
        value = words_of(value)
    elif name == "language":
        value = language_of(value) if value else ""
    elif name == "load_date":
        value = date_of(value) or value
    before = fields.get(name)
    if before and len(str(before)) > _LONGEST_FIELD:
        return  # a field repeated for ever would never be done
    fields[name] = f"{before}{' ' if join else '; '}{value}" if before and value and before != value else before or value


def field_of(line: str) -> str:
    """The field that a line of the older layout begins, there in capitals, or nothing.

    >>> field_of("LOAD-DATE: June 24, 2021"), field_of("People: are angry")
    ('load_date', '')
    """
    found = FIELD.match(line)
    return NAMES[found["name"].lower()] if found and found["name"].isupper() else ""


def keep_stretch(fields: dict[str, object], stretch: list[str]) -> None:
    """The fields of a stretch; a line that begins none goes on with the one before."""
    name = ""
    for line in stretch:
        found = FIELD.match(line) if field_of(line) else None
        if found:
            name = found["name"]
            keep(fields, name, found["value"] or "")
        elif name:
            keep(fields, name, line, join=True)
