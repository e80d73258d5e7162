"""Pages that a browser saved in one file with their pictures (.mhtml, .mht): the page is read, the pictures are not."""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

from mediakit.loaders.html import read_page
from mediakit.loaders.records import Found, Problem

LARGEST = 60_000_000  # bytes, pictures included
_SAVE = "open the page in a browser and save it again, as “web page, complete”"
_MULTIPART = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_VERSION = re.compile(rb"^mime-version:\s*1\.0", re.IGNORECASE | re.MULTILINE)
_HEADERS = 4096  # bytes


def recognize_mhtml(head: bytes, _file: Path) -> bool:
    """Whether a file begins with the headers of a saved page."""
    return bool(_MULTIPART.search(head[:_HEADERS]) and _VERSION.search(head[:_HEADERS]))


def read_mhtml(file: Path, path: str, _columns: dict[str, str] | None) -> Iterator[Found]:
    """The article of the page, with the address and the day that the browser noted."""
    size = file.stat().st_size
    if size > LARGEST:
        yield Problem(path, None, None, f"{size:,} bytes, more than a saved page may have ({LARGEST:,})", _SAVE, "quarantined")
        return
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.compat32)
    page = next((part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}), None)
    data = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(data, bytes) or not data.strip():
        yield Problem(path, None, None, "a saved page without the page itself", _SAVE, "quarantined")
        return
    places = (message.get("Snapshot-Content-Location"), page.get("Content-Location"))
    address = next((str(place) for place in places if place and str(place).startswith(("http:", "https:"))), None)
    yield from read_page(data, path, charset=page.get_content_charset(), address=address, seen=_day(message))


def _day(message: Message) -> str | None:
    try:
        return email.utils.parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (TypeError, ValueError):
        return None
