"""From the bytes of a page to its tree: the encoding it is written in, and what is refused before it costs time."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from mediakit.loaders.decode import Remark, UndecodableError, decode_bytes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST_PAGE, MOST_TAGS = 20_000_000, 100_000  # bytes; a page of news has some thousand tags, a live blog ten thousand
_HEAD = 4096  # bytes in which a page declares its encoding
_DECLARED = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.\-]{2,40})""", re.IGNORECASE)
_ELEMENT = re.compile(
    r"<(?:!doctype\s+html|/?(?:html|head|body|title|meta|div|p|article|section|table|span|h[1-6]|a|br)\b)", re.IGNORECASE
)
#: browsers read these names as the larger set that pages mean by them (encoding.spec.whatwg.org)
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
          "euc_kr": "cp949", "iso8859-9": "cp1254", "big5": "big5hkscs"}  # fmt: skip
_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html\b)",
    re.IGNORECASE | re.DOTALL,
)
_LOST_AT_MOST = 0.01  # share of signs that may be unreadable in the encoding a page declares


class UnreadablePageError(Exception):
    """The bytes are no page that can be read; the message says why."""


def looks_like_html(head: bytes) -> bool:
    """Whether the beginning of a file is that of a page.

    >>> looks_like_html(b"  <!-- saved --><!DOCTYPE html><html>"), looks_like_html(b"The <b> tag is bold.")
    (True, False)
    """
    wide = head[:200].count(0) > 60
    text = head[:_HEAD].replace(b"\0", b"") if wide else head[:_HEAD]
    return bool(_BEGINS.match(text))


def decode_page(data: bytes, charset: str | None = None) -> tuple[str, list[Remark]]:
    """The page as text, and what is to be said about its encoding.

    A byte-order mark counts most, then bytes that are valid UTF-8, then what the server or the page
    declares, then the order of every other file.

    Parameters: data; charset, as a server declared it. Raises UnreadablePageError.
    """
    if len(data) > LARGEST_PAGE:
        raise UnreadablePageError(f"{len(data):,} bytes, more than a page of news can have ({LARGEST_PAGE:,})")
    declared = _python_name(charset) or _declared(data)
    try:
        if declared is None or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:_HEAD]:
            text, remarks = decode_bytes(data)
        else:
            text, remarks = _decode_declared(data, declared)
    except UndecodableError as error:
        raise UnreadablePageError(f"not readable as text: {error}") from error
    if "\0" in text:
        remarks = [*remarks, Remark(f"{text.count(chr(0))} NUL bytes left out", "save the page again", "repaired")]
        text = text.replace("\0", "")
    return text, remarks


def _decode_declared(data: bytes, declared: str) -> tuple[str, list[Remark]]:
    mend = "check the accents in its text; save the page again as UTF-8"
    if not declared.startswith("iso2022"):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            wrong = declared != "utf-8" and not text.isascii()
            return text, [Remark(f"declared as {declared}, but it is UTF-8", mend, "repaired")] if wrong else []
    try:
        return data.decode(declared), []
    except UnicodeDecodeError as error:
        text = data.decode(declared, "replace")
        if text.count("\ufffd") > _LOST_AT_MOST * len(text) or declared == "utf-8":
            return decode_bytes(data)
        return text, [Remark(f"declared as {declared}, which byte {error.start} does not fit: shown as �", mend, "repaired")]


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD]) or _XML_DECLARED.search(data[:_HEAD])
    name = _python_name(found[1].decode("ascii")) if found else None
    return "utf-8" if name and name.startswith(("utf-16", "utf-32")) else name  # it could not have been read to here


def _python_name(charset: str | None) -> str | None:
    try:
        info = codecs.lookup((charset or "").strip("\"' ").lower())
    except (LookupError, ValueError):
        return None
    return _MEANT.get(info.name, info.name) if getattr(info, "_is_text_encoding", True) else None


def tree_of(text: str) -> HtmlElement:
    """The tree of a page without its comments. Raises UnreadablePageError where it is none, or none of reasonable size."""
    from lxml import etree, html

    if not _ELEMENT.search(text):
        raise UnreadablePageError("there is no HTML in it")
    n_tags = text.count("<")
    if n_tags > MOST_TAGS:
        raise UnreadablePageError(f"{n_tags:,} tags, more than a page of news can have ({MOST_TAGS:,})")
    # parsed as UTF-8 whatever it declares, for it has been decoded; huge_tree: 2,048 elements deep instead of 256
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadablePageError(f"no page: {error}") from error
    deep = next((entry for entry in parser.error_log if "depth" in entry.message.lower()), None)
    if deep is not None:
        raise UnreadablePageError(f"its elements are nested too deeply: {deep.message.strip()}")
    return root
