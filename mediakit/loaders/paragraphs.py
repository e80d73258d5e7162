"""The lines of a document as archives hand it out: Word (DOCX), RTF, HTML or plain text, told apart by content.

A .DOCX that is really RTF, or a .doc that is really HTML, is read as what it is. Pictures, objects,
headers and footers hold no lines. Needs python-docx and striprtf (pip install "mediakit[archives]").
"""

import re
import zipfile
from collections.abc import Generator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

from mediakit.loaders.decode import Remark, UndecodableError, decode_bytes
from mediakit.loaders.pieces import LARGEST_EXPORT, UnreadableExportError
from mediakit.loaders.records import Problem

_LARGEST_RTF, _LARGEST_WORD = 40_000_000, 60_000_000  # bytes; of the text of a Word file, unpacked
_LARGEST_UNPACKED, _RATIO = 400_000_000, 200  # bytes; a document that grows more is none
_LARGEST_PAGE = 20_000_000  # bytes
_LARGEST_FONT_TABLE = 60_000  # characters; hundreds of fonts
_DEEPEST = 2_000  # groups inside groups
_MAIN = "word/document.xml"
_EXTRA = 'pip install "mediakit[archives]"'
_HEX = re.compile(r"[0-9A-Fa-f\s]{400,}")  # a picture or an object; no words look so
_BINARY = re.compile(r"\\bin(\d{1,9}) ?")
_FONT = re.compile(r"(?<!\\)(\\f\d+)")
_FONT_TABLE = re.compile(r"\{[^{}]{0,100}\\fonttbl")
_BRACE = re.compile(r"(?<!\\)[{}]")
_SAVE = "export it again as DOCX or RTF"


class Lines(NamedTuple):
    """A document's lines, counted from 1 as paragraphs where it has no lines, and what is to say about them."""

    lines: list[str]
    remarks: list[Remark]


class Line(NamedTuple):
    """A line and its number in the file, from 1."""

    number: int
    text: str


def numbered_lines(lines: list[str]) -> list[Line]:
    """Each line with its number, without space around it."""
    return [Line(number, line.replace("\xa0", " ").strip()) for number, line in enumerate(lines, start=1)]


def export_lines(file: Path, path: str) -> Generator[Problem, None, list[str]]:
    """What is to say about a document; returns its lines, none where it cannot be read at all, which is said."""
    try:
        lines, remarks = document_lines(file)
    except UnreadableExportError as error:
        yield Problem(path, None, None, error.what, error.mend, "quarantined")
        return []
    for remark in remarks:
        yield Problem(path, None, None, *remark)
    return lines or [""]


def document_lines(file: Path) -> Lines:
    """The lines of a document. Raises UnreadableExportError where it is damaged, too large or needs an extra."""
    size = file.stat().st_size
    if size > LARGEST_EXPORT:
        raise UnreadableExportError(f"{size:,} bytes, more than an export can have", "split it into several exports")
    with file.open("rb") as opened:
        head = opened.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"PK\x03\x04"):
        return Lines(_word_lines(file), [])
    if head.startswith(b"{\\rtf"):
        return _rtf_lines(file.read_bytes())
    try:
        text, remarks = decode_bytes(file.read_bytes())
    except UndecodableError as error:
        raise UnreadableExportError(f"not readable as text: {error}", _SAVE) from error
    if head[:15].lower().startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<div", b"<table")):
        if size > _LARGEST_PAGE:
            raise UnreadableExportError(f"{size:,} bytes of HTML, more than an export has", "split it into several exports")
        return Lines(html_lines(text), remarks)
    return Lines(text.replace("\x0c", "\n").splitlines(), remarks)


def word_head(file: Path) -> bytes:
    """The beginning of a Word file's text, as XML; nothing where it is no Word file."""
    try:
        with zipfile.ZipFile(file) as archive, archive.open(_MAIN) as main:
            return main.read(2_000_000)
    except Exception:  # a damaged archive raises whatever its broken part causes
        return b""


def _word_lines(file: Path) -> list[str]:
    try:
        import docx
        from docx.oxml.ns import qn
        from docx.text.paragraph import Paragraph
    except ImportError as error:
        raise UnreadableExportError("reading Word files needs python-docx", f"install it: {_EXTRA}") from error
    try:
        with zipfile.ZipFile(file) as archive:
            sizes = {member.filename: member.file_size for member in archive.infolist()}
            unpacked = sum(sizes.values())
            if _MAIN not in sizes:
                raise UnreadableExportError(f"a ZIP file without {_MAIN}: no Word document", _SAVE)
            if sizes[_MAIN] > _LARGEST_WORD or unpacked > _LARGEST_UNPACKED:
                raise UnreadableExportError(f"it would unpack to {unpacked:,} bytes", "split it into several exports")
            if unpacked > max(10_000_000, _RATIO * file.stat().st_size):
                raise UnreadableExportError(f"it would unpack to {unpacked:,} bytes", _SAVE)
        document = docx.Document(str(file))
        paragraphs = [Paragraph(found, document).text for found in document.element.body.iter(qn("w:p"))]
    except UnreadableExportError:
        raise
    except Exception as error:  # python-docx raises whatever the broken part of the file happens to cause
        raise UnreadableExportError(f"not a readable Word file: {str(error)[:200]}", _SAVE) from error
    return [line for paragraph in paragraphs for line in paragraph.splitlines() or [""]]


def _rtf_lines(data: bytes) -> Lines:
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise UnreadableExportError("reading RTF files needs striprtf", f"install it: {_EXTRA}") from error
    text = _without_binary(data.decode("latin-1"))
    text = _HEX.sub("", text)
    if len(text) > _LARGEST_RTF:
        raise UnreadableExportError(f"{len(text):,} bytes of RTF, more than an export has", "split it into several exports")
    depth = deepest = 0
    for brace in _BRACE.finditer(text):
        depth += 1 if brace.group() == "{" else -1
        deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        raise UnreadableExportError(f"{deepest:,} groups of RTF stand in one another", _SAVE)
    _check_fonts(text)
    # a line end in the source of RTF means nothing; here it keeps striprtf's patterns for fonts and links short
    text = _FONT.sub(r"\n\1", text).replace("\\fldinst", "\\fldinst\n")
    try:
        plain = str(rtf_to_text(text, errors="replace"))  # type: ignore[no-untyped-call]
    except Exception as error:  # striprtf raises whatever the broken part of the file happens to cause
        raise UnreadableExportError(f"not readable as RTF: {str(error)[:200]}", _SAVE) from error
    lines = plain.splitlines()
    if not any(line.strip() for line in lines):
        raise UnreadableExportError("the RTF holds no text", _SAVE)
    broken = [Remark(f"the RTF breaks off: {depth} groups are not closed", _SAVE, "flagged")] if depth > 0 else []
    return Lines(lines, broken)


def _without_binary(text: str) -> str:
    r"""RTF without the bytes that follow \bin123."""
    kept, place = [], 0
    while found := _BINARY.search(text, place):
        kept.append(text[place : found.start()])
        place = found.end() + int(found[1])
    return "".join([*kept, text[place:]])


def _check_fonts(text: str) -> None:
    """Refuse a table of fonts that striprtf's pattern would read for ever."""
    start = _FONT_TABLE.search(text)
    if start is None:
        return
    depth, end = 1, None
    for brace in _BRACE.finditer(text, start.end(), start.end() + _LARGEST_FONT_TABLE):
        depth += 1 if brace.group() == "{" else -1
        if depth == 0:
            end = brace.end()
            break
    if end is None:
        raise UnreadableExportError("its table of fonts does not end", _SAVE)
    table = text[start.start() : end]
    if "\\fcharset" in table and ";" not in table[table.rindex("\\fcharset") :]:
        raise UnreadableExportError("its table of fonts is damaged", _SAVE)


_BLOCKS = {"tr", "p", "br", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "hr", "ul", "ol", "section", "article"}
_UNSEEN = {"script", "style", "head", "title", "template", "noscript"}


class _Text(HTMLParser):
    """Collects the visible text of simple HTML: a block a line, a tab between the cells of a row."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.made: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ARG002
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag in _BLOCKS:
            self.made.append("\n")
        elif tag in ("td", "th"):
            self.made.append("\t")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag in _BLOCKS:
            self.made.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.made.append(" ".join(data.split()) if not data.strip() else re.sub(r"\s+", " ", data))


def html_lines(page: str) -> list[str]:
    r"""The lines of a simple page, as archives write them: a block a line, a tab before each cell.

    >>> [line for line in html_lines("<table><tr><td><b>HD</b></td><td>Ferry halted</td></tr></table>") if line]
    ['\tHD\tFerry halted']
    """
    parser = _Text()
    parser.feed(page)
    parser.close()
    return "".join(parser.made).split("\n")
