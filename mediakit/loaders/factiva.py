"""Many articles in one export of Factiva with field codes (“Full Article/Report plus Indexing”), RTF, TXT or HTML.

An article begins with its first field and ends with AN, its accession number. A field is its code
at the beginning of a line (HD, BY, WC, PD, SN, LP, TD, …) and whatever follows up to the next code.
The text of an article is headline (HD), lead paragraph (LP), tail (TD) and caption (ART); the other
fields become the article's fields or columns of their own. An export without field codes is refused:
nothing in it says for certain where a headline ends and a text begins.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from mediakit.loaders.paragraphs import export_lines
from mediakit.loaders.pieces import ExportReader, Piece
from mediakit.loaders.printed import date_of, language_of, words_of, writer_of
from mediakit.loaders.records import Found, Problem

#: the codes, and the column of each that has one
CODES = {
    "HD": "title", "BY": "byline", "WC": "words_given", "PD": "published", "SN": "outlet", "LA": "language", "AN": "accession",
    "LP": "", "TD": "", "ART": "", "SE": "section", "CLM": "column", "CR": "credit", "ED": "edition", "PG": "page",
    "VOL": "volume",
    "ET": "time_given", "SC": "source_code", "NGC": "source_group", "GC": "group_code", "CY": "copyright", "CX": "corrected",
    "CT": "contact", "RF": "references", "CO": "companies", "IN": "industries", "NS": "subjects", "RE": "regions",
    "IPC": "information_codes", "IPD": "descriptors", "PUB": "publisher", "RST": "restrictors",
}  # fmt: skip
_TEXT = {"HD": "title", "LP": "body", "TD": "body", "ART": "caption"}
#: a code alone on its line, or followed by the space, tab or cell border that its value stands behind
_FIELD = re.compile(
    rf"\s*(?P<code>{'|'.join(sorted(CODES, key=len, reverse=True))})(?:\s*\|\s*|\t\s*|\s{{2,}}|\s*$)(?P<value>.*)"
)
_ACCESSION = re.compile(r"(?:Document\s+)?(?P<code>[A-Za-z0-9]{10,40})")
_RESULTS = re.compile(r"\s*(?:Results Found|Total (?:Results|Documents))\s*[:|\t ]\s*([\d,.]{1,12})\b.*", re.IGNORECASE)
_SEEN = re.compile(rb"(?:^|[\s>}|])(HD|BY|WC|PD|SN|LP|TD|AN)(?=[\s<\\|])")
_CELLS = "| \t\r\x0b\x0c"  #: borders of cells and space
_EXPORT = "export again, with the display option “Full Article/Report plus Indexing”, as RTF"


class _Entry:
    """The fields of one article as they stand in the export, with the line each begins on."""

    def __init__(self, line: int) -> None:
        self.line, self.last, self.code = line, line, ""
        self.values: dict[str, list[str]] = {}
        self.repeated: list[tuple[str, int]] = []

    def begin(self, code: str, line: int) -> None:
        """Go on with the field of this code."""
        if code in self.values:
            self.repeated.append((code, line))
        self.values.setdefault(code, [])
        self.code = code
        self.last = line

    def value(self, code: str, between: str = " ") -> str:
        """The value of a field, its lines joined."""
        return between.join(line.strip() for line in self.values.get(code, ())).strip()


def recognize_factiva(head: bytes, _file: Path) -> bool:
    """Whether a file begins as a Factiva export with field codes does."""
    if b"HD" not in head:  # most files: the rest is not worth looking for
        return False
    seen = {found[1] for found in _SEEN.finditer(head)}
    return b"HD" in seen and (len(seen) >= 5 or (b"Factiva" in head and len(seen) >= 3))


def read_factiva(file: Path, path: str, _columns: dict[str, str] | None) -> Iterator[Found]:
    """Every article of the export; its fields have fixed names, so there is nothing to map."""
    lines = yield from export_lines(file, path)
    if not lines:
        return
    reader = ExportReader(path)
    said: tuple[int, int] | None = None
    for found in _entries(lines):
        if isinstance(found, _Entry):
            yield from _read(reader, found)
        else:
            said = found
    if reader.number == 0:
        first = next(((number, line) for number, line in enumerate(lines, start=1) if line.strip()), (1, ""))
        seen = f"{len(lines):,} lines; line {first[0]} is {first[1].strip()[:80]!r}"
        what = f"no layout of Factiva that is known: no field code HD in {seen}"
        yield Problem(path, first[0], None, what, _EXPORT, "quarantined")
    elif said:
        yield from reader.add_up(said[0], "“Results Found”", said[1])


def _entries(lines: list[str]) -> Iterator[_Entry | tuple[int, int]]:
    """Each article's fields; and the number of results that the search summary gives, with its line."""
    entry: _Entry | None = None
    for number, line in enumerate(lines, start=1):
        plain = line.replace("\xa0", " ").strip(_CELLS)
        field = _FIELD.fullmatch(plain)
        if field is None:
            results = _RESULTS.fullmatch(plain) if entry is None else None
            if results:
                yield int(re.sub(r"\D", "", results[1]) or 0), number
            elif entry is not None:
                entry.values[entry.code].append(plain)
                entry.last = number if plain.strip() else entry.last
                if entry.code == "AN" and entry.value("AN"):
                    yield entry
                    entry = None
            continue
        if entry is not None and field["code"] == "HD" and "HD" in entry.values:
            yield entry  # it has no AN
            entry = None
        if entry is None:
            entry = _Entry(number)
        entry.begin(field["code"], number)
        if field["value"].strip():
            entry.values[entry.code].append(field["value"].strip())
            if entry.code == "AN":
                yield entry
                entry = None
    if entry is not None:
        yield entry


def _read(reader: ExportReader, entry: _Entry) -> Iterator[Found]:
    """The article of an entry, or what it lacks."""
    if "HD" not in entry.values:
        what = f"the article on lines {entry.line} to {entry.last} is not laid out as known: a headline (HD) was expected"
        yield reader.skip(entry.line, "HD", what, _EXPORT)
        return
    flags: tuple[str, ...] = ()
    if not entry.value("AN"):
        what = f"the article that begins on line {entry.line} breaks off at line {entry.last}: AN was expected"
        yield reader.flag(entry.last, "AN", what, "export it again; the article is read as far as it goes")
        flags = ("truncated",)
    if not entry.value("LP") and not entry.value("TD"):
        yield reader.flag(entry.line, "TD", "the article has no text (LP, TD): only what is said about it", _EXPORT)
        flags = ("metadata_only",)
    for code, line in entry.repeated:
        yield reader.flag(line, code, f"a second field {code} in one article; both are kept", "check the article in Factiva")
    fields: dict[str, object] = {
        column: entry.value(code, "; " if code in ("CO", "IN", "NS", "RE") else " ")
        for code, column in CODES.items()
        if column and code in entry.values
    }
    accession = _ACCESSION.fullmatch(str(fields.get("accession", "")))
    fields |= {
        "published": date_of(entry.value("PD")) or entry.value("PD"),
        "byline": writer_of(entry.value("BY")),
        "language": language_of(entry.value("LA")) if entry.value("LA") else "",
        "words_given": words_of(entry.value("WC")),
        "accession": accession["code"] if accession else fields.get("accession", ""),
    }
    pieces = [Piece(label, entry.value(code, " " if code == "HD" else "\n"), code) for code, label in _TEXT.items()]
    yield from reader.read(entry.line, pieces, fields, flags)
