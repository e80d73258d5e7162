"""Many articles in one export of Nexis Uni or LexisNexis (DOCX, RTF, TXT), one a document of the export.

Two layouts are known. In the older one “3 of 100 DOCUMENTS” stands above each article, then outlet,
date, headline, fields in capitals (BYLINE: LENGTH:), the text, more fields (LOAD-DATE:), the copyright.
In the newer one headline, outlet and date come first, then the copyright, fields (Section: Length:
Byline:), “Body” and the text, captions (“Graphic”), “Classification”, “Load-Date:”, and “End of
Document” below; a cover page with the list of documents may stand in front. An article of the newer
layout without “Body” begins below its fields. A file that is in neither layout is refused.

The text of an article is its headline (label title), highlight (dek), body and captions; byline,
section, dates, length, copyright and classification are fields. The number of documents that the
export says it holds is compared with the number found.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from mediakit.loaders.archives import holds
from mediakit.loaders.nexis_fields import COPYRIGHT, FIELD, NAMES, Article, UnknownLayoutError, keep
from mediakit.loaders.nexis_older import older_article
from mediakit.loaders.paragraphs import Line, export_lines, numbered_lines, word_head
from mediakit.loaders.pieces import ExportReader, Piece
from mediakit.loaders.printed import date_of
from mediakit.loaders.records import Found, Problem

_NUMBERED = re.compile(
    r"\s*(?:(\d{1,6}) (?:of|von|de|van|di|sur) (\d{1,6}) (?:DOCUMENTS?|DOKUMENTE?N?|DOCUMENTOS?|DOCUMENTEN|DOCUMENTI)"
    r"|(?:Dokument|Document|Documento) (\d{1,6}) (?:of|von|de|van|di|sur) (\d{1,6}))\s*",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s*(?:End of Document|Ende des Dokuments|Dokumentende|Fin du document|Fin del documento|Einde van document)\s*", re.I
)
_COUNT = re.compile(r"\s*(?:Documents?|Results?|Dokumente?|Ergebnisse|Documentos?|Résultats|Documenten)\s*\((\d{1,6})\)\s*", re.I)
_LISTED = re.compile(r"\s*(\d{1,6})\.\s+\S.*")
_COVER = re.compile(
    r"\s*(?:\||User Name:|Date and Time:|Job Number:|Client/Matter:|Search (?:Terms|Type):|Narrowed by|Content Type\b"
    r"|About LexisNexis|Page \d+ of \d+|Delivery Preferences|Document Title|-None-)",
    re.IGNORECASE,
)
_BODY = re.compile(r"\s*(?:Body|Text|Hauptteil|Corps|Corps de l['’]article|Cuerpo|Tekst|Volledige tekst)\s*", re.IGNORECASE)
_BELOW = re.compile(r"\s*(?:Classification|Klassifizierung|Load-Date:.*)\s*", re.IGNORECASE)
_HEADING = re.compile(r"\s*(?:Graphic|Notes|Correction)\s*", re.IGNORECASE)
_EDITION = re.compile(r".{0,60}\b(?:edition|editie|ausgabe|édition|edición|edizione)\b.{0,30}", re.IGNORECASE)
_LINK = re.compile(
    r"\s*(?:Link to (?:Image|PDF|Original Document|the original story).{0,40}|View the original .{0,60}|PDF)\s*", re.IGNORECASE
)
_HEAD_AT_MOST, _COVER_AT_MOST, _NEAR = 60, 20_000, 12  # lines
_EXPORT = "export from Nexis Uni again as DOCX or RTF, full documents, with the interface in English"

Layout = Callable[[list[Line], list[Line]], Article]


def recognize_nexis(head: bytes, file: Path) -> bool:
    """Whether a file is a Word file or begins as a text with the marks of a Nexis export."""
    if holds(head, file, "word/document.xml"):
        text = word_head(file)
        return b"LexisNexis" in text or (b"Load-Date" in text and b"Length:" in text) or b">End of Document<" in text
    if head.lstrip().startswith(b"{\\rtf"):
        return any(mark in head for mark in (b"LexisNexis", b"Load-Date", b"End of Document", b" DOCUMENTS", b"LENGTH:"))
    if b" DOCUMENT" not in head and b"Length:" not in head:
        return False
    return re.search(rb"^[ \t]*\d+ of \d+ DOCUMENTS?[ \t\r]*$", head, re.MULTILINE) is not None or (
        re.search(rb"^[ \t]*Length:[ \t]+\d+ words[ \t\r]*$", head, re.MULTILINE) is not None
        and re.search(rb"^[ \t]*(?:Body|Load-Date:.*|End of Document)[ \t\r]*$", head, re.MULTILINE) is not None
    )


def read_nexis(file: Path, path: str, _columns: dict[str, str] | None) -> Iterator[Found]:
    """Every article of the export; its fields have fixed names, so there is nothing to map."""
    lines = numbered_lines((yield from export_lines(file, path)))
    if not lines:
        return
    reader = ExportReader(path)
    if any(_NUMBERED.fullmatch(line.text) for line in lines):
        yield from _read_numbered(reader, lines)
    elif any(_END.fullmatch(line.text) for line in lines):
        yield from _read_ended(reader, lines)
    else:
        first = next((line for line in lines if line.text.strip()), Line(1, ""))
        what = (
            "it names LexisNexis or its fields, but it is no export of a known layout: "
            "neither “1 of 100 DOCUMENTS” nor “End of Document” stands on any of its "
            f"{len(lines):,} lines; line {first.number} is {first.text.strip()[:80]!r}"
        )
        yield Problem(path, first.number, None, what, _EXPORT, "quarantined")


def _read_numbered(reader: ExportReader, lines: list[Line]) -> Iterator[Found]:
    """The older layout: “n of m DOCUMENTS” above each article."""
    starts = [place for place, line in enumerate(lines) if _NUMBERED.fullmatch(line.text)]
    said = 0
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        found = _NUMBERED.fullmatch(lines[start].text)
        groups = [group for group in found.groups() if group] if found else []
        number, of = int(groups[0]), int(groups[1])
        if number != reader.number + 1 and said in (0, of):
            what = f"document {number} of {of} follows document {reader.number}"
            yield reader.flag(lines[start].number, None, what, "nothing if you chose these documents; else export again")
        said = max(said, of)
        yield from _read(reader, lines[start + 1 : end], lines[start].number, older_article)
    yield from reader.add_up(said, "“n of m DOCUMENTS”")


def _read_ended(reader: ExportReader, lines: list[Line]) -> Iterator[Found]:
    """The newer layout: “End of Document” below each article, a cover page perhaps above the first."""
    stretch: list[Line] = []
    cover, listed = None, 0
    for line in lines:
        if not _END.fullmatch(line.text):
            stretch.append(line)
            continue
        if cover is None:
            cover, stretch = _cover_and_article(stretch)
            listed = _count_listed(cover)
        yield from _read(reader, stretch, line.number, _newer)
        stretch = []
    rest = [line for line in stretch if line.text.strip()]
    if any(_BODY.fullmatch(line.text) or FIELD.match(line.text) for line in rest):
        what = f"the file ends within an article that begins on line {rest[0].number}: “End of Document” was expected"
        yield reader.flag(rest[-1].number, None, what, "export it again; the article is read as far as it goes")
        yield from _read(reader, rest, rest[0].number, _newer, flags=("truncated",))
    elif rest:
        what = f"{len(rest):,} lines after the last article were not read, from {rest[0].text.strip()[:80]!r}"
        yield reader.flag(rest[0].number, None, what, "nothing, unless an article stands there")
    yield from reader.add_up(listed or None, "the cover page")


def _read(reader: ExportReader, lines: list[Line], number: int, layout: Layout, flags: tuple[str, ...] = ()) -> Iterator[Found]:
    """The article of a stretch of lines, or where it is not laid out as known."""
    filled = [line for line in lines if line.text.strip()]
    first = filled[0].number if filled else number
    try:
        article = layout(lines, filled)
    except UnknownLayoutError as error:
        what = (
            f"the article on lines {first} to {lines[-1].number if lines else number} is not laid out as known: {error.expected}"
        )
        yield reader.skip(error.line, None, what, _EXPORT)
        return
    if not any(piece.label == "body" and piece.text.strip() for piece in article.pieces):
        yield reader.flag(first, "text", "the document has no body: only what is said about it", _EXPORT)
        flags = ("metadata_only",)
    yield from reader.read(first, article.pieces, article.fields, flags)


def _cover_and_article(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The cover page and the first article: the page ends with its last line of a known kind, above the article's date."""
    heads = [place for place, line in enumerate(lines[:_COVER_AT_MOST]) if _begins_fields(lines, place)]
    end = heads[0] if heads else 0
    known = [place for place in range(end) if _COVER.match(lines[place].text) or _COUNT.fullmatch(lines[place].text)]
    if not known:
        return [], lines
    last = known[-1]
    filled = [place for place in range(last + 1, end) if lines[place].text.strip()]
    start = filled[-2] if len(filled) >= 2 else last + 1
    return lines[:start], lines[start:]


def _begins_fields(lines: list[Line], place: int) -> bool:
    """Whether a line is a date with the article's copyright, fields or body right below."""
    if date_of(lines[place].text) is None:
        return False
    below = [line.text for line in lines[place + 1 : place + 12] if line.text.strip()][:5]
    return any(COPYRIGHT.match(text) or FIELD.match(text) or _BODY.fullmatch(text) for text in below)


def _count_listed(cover: list[Line]) -> int:
    """How many documents the cover page says there are, or else how many it lists."""
    said = next((found for line in cover if (found := _COUNT.fullmatch(line.text))), None)
    if said:
        return int(said[1])
    listed = 0
    for line in cover:
        found = _LISTED.fullmatch(line.text)
        listed += bool(found) and found is not None and int(found[1]) == listed + 1
    return listed


def _newer(_lines: list[Line], lines: list[Line]) -> Article:
    """An article of the newer layout, from its lines that are not blank."""
    dates = [place for place, line in enumerate(lines[:_HEAD_AT_MOST]) if place >= 2 and _begins_fields(lines, place)]
    if not dates:
        first = lines[0].number if lines else 1
        raise UnknownLayoutError(first, "headline, outlet and a line with the date were expected, then “Length:” or “Body”")
    date = dates[0]
    fields: dict[str, object] = {"outlet": lines[date - 1].text.strip(), "published": date_of(lines[date].text)}
    body = next((place for place in range(date + 1, len(lines)) if _BODY.fullmatch(lines[place].text)), None)
    begin, rest = _fields(lines, date + 1, body, fields)
    if body is not None:
        begin = body + 1
    elif "words_given" not in fields:
        raise UnknownLayoutError(lines[date].number, "“Body” or “Length:” was expected below the date")
    end = _tail(lines, begin)
    captions = _read_tail(lines[end:], fields)
    title = "\n".join(line.text.strip() for line in lines[: date - 1])
    pieces = [Piece("title", lines[0].text.strip(), "headline")]
    if date > 2:
        pieces.append(Piece("dek", "\n".join(line.text.strip() for line in lines[1 : date - 1]), "lines below the headline"))
    pieces += [Piece("dek", str(fields.pop("highlight", "")), "Highlight"), *(Piece("other", text, "head") for text in rest)]
    article = [line.text.strip() for line in lines[begin:end]]
    pieces += [Piece("other" if _LINK.fullmatch(text) else "body", text, "Body") for text in article]
    pieces += [Piece("caption", text, "Graphic") for text in captions]
    return Article(pieces, {"title": title.split("\n")[0], **fields})


def _fields(lines: list[Line], begin: int, end: int | None, fields: dict[str, object]) -> tuple[int, list[str]]:
    """Take the fields from begin on into fields; where they end, and the lines between them that are none."""
    place, last, rest = begin, begin, list[str]()
    stop = end if end is not None else min(len(lines), begin + _HEAD_AT_MOST)
    while place < stop:
        line = lines[place].text
        found = FIELD.match(line)
        if found:
            keep(fields, found["name"], found["value"] or "")
            last = place + 1
        elif COPYRIGHT.match(line):
            fields["copyright"] = f"{fields.get('copyright', '')} {line.strip()}".strip()
            last = place + 1
        elif place <= begin + 1 and _EDITION.fullmatch(line):
            fields["edition"] = line.strip()
            last = place + 1
        elif end is None:
            break  # without “Body” the text begins at the first line that is no field
        else:
            rest.append(line.strip())
        place += 1
    return last, rest


def _tail(lines: list[Line], begin: int) -> int:
    """Where the body ends: at the last “Classification” or “Load-Date:”, or a heading of its own close above."""
    last: dict[str, int] = {}
    for place in range(begin, len(lines)):
        if _BELOW.fullmatch(lines[place].text):
            last[lines[place].text.strip().lower().split(":")[0]] = place
    end = min(last.values(), default=len(lines))
    near = [place for place in range(max(begin, end - _NEAR), end) if _HEADING.fullmatch(lines[place].text)]
    return near[0] if near else end


def _read_tail(lines: list[Line], fields: dict[str, object]) -> list[str]:
    """Take the fields below the body into fields; return the captions."""
    captions, heading, name = list[str](), "", ""
    for line in lines:
        text = line.text.strip()
        found = FIELD.match(text)
        if found:
            name = found["name"]
            keep(fields, name, found["value"] or "")
        elif _BELOW.fullmatch(text) or _HEADING.fullmatch(text):
            heading, name = text.lower(), ""
        elif COPYRIGHT.match(text):
            fields["copyright"] = f"{fields.get('copyright', '')} {text}".strip()
        elif heading == "graphic" and not name:
            captions.append(text)
        elif name:
            keep(fields, name, text, join=True)
        elif heading:
            keep(fields, heading if heading in NAMES else "notes", text, join=True)
    return captions
