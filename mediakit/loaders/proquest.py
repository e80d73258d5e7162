"""Many articles in one text export of ProQuest: blocks of “Field: value” between rules of underscores.

A block with a title is an article: its title above, fields, “Full text:” and the text, and more
fields below. The text of an article is its title, abstract (label dek) and full text; the other fields
become the article's fields or columns of their own. A record without “Full text:” is loaded and
flagged metadata_only. “Document 1 of 100” or the list of contents is compared with what was found.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from mediakit.loaders.html_page import looks_like_html
from mediakit.loaders.paragraphs import Line, export_lines, numbered_lines
from mediakit.loaders.pieces import ExportReader, Piece
from mediakit.loaders.printed import date_of, language_of, writer_of
from mediakit.loaders.records import Found, Problem

#: the fields, and the column of each
FIELDS = {
    "author": "byline", "publication info": "publication_info", "abstract": "abstract", "links": "links",
    "full text": "full_text", "subject": "subject", "narrow subject": "narrow_subject", "broad subject": "broad_subject",
    "business indexing term": "business_terms", "location": "location", "people": "people",
    "company / organization": "companies", "classification": "classification", "identifier / keyword": "keywords",
    "title": "title", "alternate title": "alternate_title", "publication title": "outlet", "volume": "volume", "issue": "issue",
    "first page": "page", "pages": "pages", "number of pages": "number_of_pages", "publication year": "year",
    "publication date": "published", "year": "year", "section": "section", "publisher": "publisher", "dateline": "dateline",
    "place of publication": "place_of_publication", "country of publication": "country",
    "publication subject": "publication_subject",
    "issn": "issn", "eissn": "eissn", "isbn": "isbn", "source type": "source_type", "language of publication": "language",
    "language": "language", "document type": "document_type", "document feature": "document_feature", "column": "column",
    "proquest document id": "proquest_id", "document url": "proquest_url", "copyright": "rights_note", "credit": "credit",
    "last updated": "last_updated", "database": "database", "supplement": "supplement", "edition": "edition", "url": "url",
    "accession number": "accession", "online publication date": "published_online", "doi": "doi", "illustration": "illustration",
    "caption": "illustration", "correspondence author": "correspondence", "affiliation": "affiliation", "notes": "notes",
}  # fmt: skip
_RULE = re.compile(r"\s*_{20,}\s*")
_FIELD = re.compile(
    rf"(?P<name>{'|'.join(map(re.escape, sorted(FIELDS, key=len, reverse=True)))}):(?:\s+(?P<value>.*))?", re.IGNORECASE
)
_OTHER = re.compile(r"[A-Z][A-Za-z /&()-]{2,40}:(?:\s.*)?")
_NUMBERED = re.compile(r"\s*Document (\d{1,6}) of (\d{1,6})\s*", re.IGNORECASE)
_LISTED = re.compile(r"\s*(\d{1,6})\.\s+\S.*")
_COVER = re.compile(
    r"\s*(?:Report Information from ProQuest|Table of contents|Contact us at:|Database copyright|Bibliography\b)", re.I
)
_LONGEST_FIELD = 20_000  # characters
_EXPORT = "in ProQuest choose Save as > Text only, with full text, and export again"


def recognize_proquest(head: bytes, _file: Path) -> bool:
    """Whether a file begins as an export of ProQuest does; those in HTML are told to be exported again."""
    if looks_like_html(head):
        return b"Report Information from ProQuest" in head or b"ProQuest document ID" in head
    named = b"ProQuest" in head or (b"\nFull text:" in head and b"\nPublication title:" in head)
    return named and re.search(rb"^[ \t]*_{20,}[ \t\r]*$", head, re.MULTILINE) is not None


def read_proquest(file: Path, path: str, _columns: dict[str, str] | None) -> Iterator[Found]:
    """Every article of the export; its fields have fixed names, so there is nothing to map."""
    with file.open("rb") as opened:
        if looks_like_html(opened.read(4096)):
            what = "an export of ProQuest in HTML, which does not say where an article begins and ends"
            yield Problem(path, None, None, what, _EXPORT, "quarantined")
            return
    lines = yield from export_lines(file, path)
    if not lines:
        return
    reader, listed, said = ExportReader(path), 0, 0
    for block in _blocks(numbered_lines(lines)):
        filled = [line for line in block if line.text.strip()]
        numbered = _NUMBERED.fullmatch(filled[0].text)
        said = max(said, int(numbered[2])) if numbered else said
        filled = filled[1:] if numbered else filled
        if not filled:
            yield reader.skip(block[0].number, None, f"nothing stands below “{block[0].text.strip()}”", _EXPORT)
            continue
        fields = sum(_FIELD.fullmatch(line.text) is not None for line in filled)
        if fields >= 2 or numbered:
            yield from _read(reader, block[block.index(filled[0]) :])
        elif _COVER.match(filled[0].text) or all(_LISTED.fullmatch(line.text) for line in filled):
            listed = max([listed, *(int(item[1]) for line in filled if (item := _LISTED.fullmatch(line.text)))])
        else:
            place = f"lines {filled[0].number} to {filled[-1].number}"
            what = f"{place} are not laid out as known: “Title:” and “Full text:” were expected"
            yield reader.skip(filled[0].number, None, what, _EXPORT)
    if reader.number == 0:
        what = f"no layout of ProQuest that is known: no record between rules of underscores in {len(lines):,} lines"
        yield Problem(path, 1, None, what, _EXPORT, "quarantined")
    else:
        yield from reader.add_up(said or listed or None, "“Document n of m”" if said else "the list of contents")


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """The lines between two rules, where not all are blank; a line “Document n of m” begins a block as a rule does."""
    block: list[Line] = []
    for line in [*lines, Line(0, "_" * 20)]:
        starts = _NUMBERED.fullmatch(line.text) is not None
        if starts or _RULE.fullmatch(line.text):
            if any(kept.text.strip() for kept in block):
                yield block
            block = [line] if starts else []
        else:
            block.append(line)


def _read(reader: ExportReader, block: list[Line]) -> Iterator[Found]:
    """The article of a block."""
    head, text, tail = _parted(block)
    fields: dict[str, object] = {}
    title_above = "" if _FIELD.fullmatch(block[0].text) else block[0].text.strip()
    for line, name, value in [*_values(head[1:] if title_above else head), *_values(tail)]:
        column = FIELDS[name]
        before = fields.get(column)
        if before and value and before != value:
            yield reader.flag(line, name, f"a second field {name} in one article; both are kept", "check the article in ProQuest")
        if not before or len(str(before)) < _LONGEST_FIELD:  # a field repeated for ever would never be done
            fields[column] = f"{before}; {value}" if before and value and before != value else value or before or ""
    title = str(fields.get("title") or title_above)
    if not title:
        what = f"lines {block[0].number} to {block[-1].number} are not laid out as known: “Title:” was expected"
        yield reader.skip(block[0].number, "Title", what, _EXPORT)
        return
    body = "\n".join(line.text for line in text)
    flags = () if body.strip() else ("metadata_only",)
    if not body.strip():
        yield reader.flag(block[0].number, "Full text", "the record has no full text: only what is said about it", _EXPORT)
    for column, made in (("published", date_of), ("language", language_of), ("byline", writer_of)):
        if fields.get(column):
            fields[column] = made(str(fields[column])) or fields[column]
    abstract = str(fields.pop("abstract", ""))
    pieces = [Piece("title", title, "Title"), Piece("dek", _own(abstract, body), "Abstract"), Piece("body", body, "Full text")]
    yield from reader.read(block[0].number, pieces, {**fields, "title": title}, flags)


def _own(abstract: str, body: str) -> str:
    """An abstract that is more than the beginning of the text once again."""
    plain = " ".join(abstract.split()).removesuffix("...").rstrip(" .…")
    return "" if plain and " ".join(body.split()).startswith(plain) else abstract


def _parted(block: list[Line]) -> tuple[list[Line], list[Line], list[Line]]:
    """The fields above the text, the text, and the fields below it."""
    start = next((place for place, line in enumerate(block) if line.text.lower().startswith("full text:")), None)
    if start is None:
        return block, [], []
    first = Line(block[start].number, block[start].text[len("full text:") :].strip())
    rest = [first, *block[start + 1 :]]
    begins = _tail_begins(rest)
    return block[:start], rest[:begins], rest[begins:]


def _tail_begins(lines: list[Line]) -> int:
    """Where the fields below the text begin: from there on every stretch of lines begins with a field."""
    begins = len(lines)
    starts = [
        place
        for place in range(1, len(lines))
        if lines[place].text.strip() and (not lines[place - 1].text.strip() or _FIELD.fullmatch(lines[place].text))
    ]
    for place in reversed(starts):
        if not _OTHER.fullmatch(lines[place].text) and not _FIELD.fullmatch(lines[place].text):
            break
        if _FIELD.fullmatch(lines[place].text):
            begins = place
    return begins


def _values(lines: list[Line]) -> Iterator[tuple[int, str, str]]:
    """Line, name and value of each field; a line that begins none goes on with the one before."""
    number, name, value = 0, "", list[str]()
    for line in lines:
        found = _FIELD.fullmatch(line.text)
        if found:
            if name:
                yield number, name, " ".join(value).strip()
            number, name, value = line.number, found["name"].lower(), [found["value"] or ""]
        elif line.text.strip():
            value.append(line.text.strip())
    if name:
        yield number, name, " ".join(value).strip()
