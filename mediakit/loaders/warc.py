"""Web archives (.warc, .warc.gz), as CC-NEWS and web crawlers write them: every answer that is a page is one article."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from mediakit.errors import CorpusError
from mediakit.loaders.html import read_page
from mediakit.loaders.html_page import LARGEST_PAGE
from mediakit.loaders.records import Found, Problem

_BEGINS = re.compile(rb"WARC/\d\.\d\r?\n")
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})(?:;[^\r\n]{0,200})?\r\n")
_GZIP = b"\x1f\x8b"
_LONGEST_HEADER = 65_536  # bytes
_CUT = "download the archive again; what stands before is read"


def recognize_warc(head: bytes, _file: Path) -> bool:
    """Whether a file, or what is packed in it, begins with the header of a record."""
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, 64)
        except zlib.error:
            return False
    return bool(_BEGINS.match(head))


def read_warc(file: Path, path: str, _columns: dict[str, str] | None, after: int = 0) -> Iterator[Found]:
    """Each page in the archive, in order, those up to the number after left out; other answers are counted in one problem."""
    passed: Counter[str] = Counter()
    number = 0
    with file.open("rb") as stream:
        try:
            for record in _answers(stream, path):
                kind = str(record.http_content_type or "no content type").lower()
                if kind not in _PAGES:
                    passed[kind[:60]] += 1
                    continue
                number += 1
                if number > after:
                    yield from _read(record, path, number)
        except (OSError, ValueError, EOFError) as error:
            yield Problem(
                path, number or None, None, f"the archive breaks off after {number} pages: {error}", _CUT, "quarantined"
            )
            return
    if passed:
        kinds = ", ".join(f"{kind} ({count:,})" for kind, count in passed.most_common(5))
        what = f"{passed.total():,} answers are no pages and were passed over: {kinds}"
        yield Problem(path, None, None, what, "nothing, if they are pictures, scripts and the like", "flagged")
    if number == 0:
        yield Problem(path, None, None, "no page in the archive", "check that it holds records of type response", "quarantined")


def _answers(stream: BinaryIO, path: str) -> Iterator[Any]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise CorpusError("web archives need fastwarc", where=path, mend='pip install "mediakit[warc]"') from error
    wanted = WarcRecordType.response
    return iter(ArchiveIterator(stream, record_types=wanted, parse_http=True, auto_decode="none", max_header_len=_LONGEST_HEADER))


def _read(record: Any, path: str, number: int) -> Iterator[Found]:
    address = str(record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    code = record.http_headers.status_code if record.http_headers else None
    if code is not None and code != 200:
        what = f"the server answered {code}: {address or 'no address'}"
        yield Problem(path, number, None, what[:300], "nothing: it is no article", "skipped")
        return
    expected = record.content_length
    data = record.reader.read(LARGEST_PAGE + 1)  # read_page refuses what is longer
    if len(data) < min(expected, LARGEST_PAGE):
        what = f"the archive breaks off in this page: {len(data):,} of {expected:,} bytes"
        yield Problem(path, number, None, what, _CUT, "quarantined")
        return
    try:
        page = _plain(data, record.http_headers)
    except (ValueError, zlib.error) as error:
        yield Problem(path, number, None, f"packed in a way that cannot be undone: {error}", _CUT, "quarantined")
        return
    seen = record.record_date.date().isoformat() if record.record_date else None
    yield from read_page(page, path, number=number, charset=record.http_charset, address=address, seen=seen)


def _plain(data: bytes, headers: Any) -> bytes:
    """The page as it was before it was sent, no more than a page may have of it. Raises ValueError and zlib.error."""
    if "chunked" in str(headers.get("Transfer-Encoding") or "").lower() and _CHUNK.match(data):
        data = _joined(data)
    packed = str(headers.get("Content-Encoding") or "").lower().strip()
    if packed in {"gzip", "x-gzip"} and data.startswith(_GZIP):
        return zlib.decompressobj(wbits=31).decompress(data, LARGEST_PAGE + 1)
    if packed == "deflate":
        return zlib.decompressobj(wbits=15 if data[:1] == b"\x78" else -15).decompress(data, LARGEST_PAGE + 1)
    if packed not in {"", "identity", "gzip", "x-gzip", "utf-8"} and b"<" not in data[:1000]:  # many archives keep pages unpacked
        raise ValueError(packed[:40])
    return data


def _joined(data: bytes) -> bytes:
    """The chunks of an answer, joined."""
    parts, place = [], 0
    while (found := _CHUNK.match(data, place)) and (size := int(found[1], 16)):
        parts.append(data[found.end() : found.end() + size])
        place = found.end() + size + 2
    return b"".join(parts)
