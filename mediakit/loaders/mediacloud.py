"""One story a row of a Media Cloud story list, CSV or JSON: which stories there are, without their text.

The text of such an article is its title, the only words of it that the list holds; the article is
flagged metadata_only and not measured for length or readability unless asked for. A story list that
does hold text (“text”, “story_text”) is read with it.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from mediakit.loaders.csv import QUOTES, csv_rows, too_few_cells, too_many_cells
from mediakit.loaders.decode import UndecodableError, decode_bytes
from mediakit.loaders.json import numbered_objects
from mediakit.loaders.pieces import LARGEST_EXPORT, ExportReader, Piece, string
from mediakit.loaders.printed import date_of
from mediakit.loaders.records import Found, Problem
from mediakit.loaders.rows import as_text, name_columns

_FIELDS = {"media_name": "outlet", "publish_date": "published", "url": "url", "language": "language"}
_TEXT = ("text", "story_text", "article_text")
_AGAIN = "download the story list again"
_GET_TEXT = "they count as metadata only: headlines are compared, lengths are not; get the texts from their addresses"


def recognize_mediacloud(head: bytes, _file: Path) -> bool:
    """Whether a file begins as a story list of Media Cloud does, and holds no text under a usual name."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    names = start if start.startswith((b"[", b"{")) else start.split(b"\n", 1)[0]
    if not all(name in names for name in (b"media_name", b"publish_date", b"title", b"url")):
        return False
    if start.startswith(b"{"):
        return re.match(rb'\{[^\[\]{}]{0,500}"(?:stories|results)"\s*:\s*\[', start) is not None
    return b"stories_id" in names or b"indexed_date" in names or b"media_url" in names


def read_mediacloud(file: Path, path: str, _columns: dict[str, str] | None) -> Iterator[Found]:
    """Every story of the list; its columns have fixed names, so there is nothing to map."""
    reader, without = ExportReader(path), 0
    with file.open("rb") as opened:
        is_json = opened.read(4096).removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"[", b"{"))
    for found in _json_stories(file, path) if is_json else _csv_stories(file, path):
        if isinstance(found, Problem):
            yield reader.pass_on(found)
            continue
        line, story = found
        text = next((string(story[name]) for name in _TEXT if string(story.get(name)).strip()), "")
        title = string(story.get("title"))
        without += not text
        fields = {_FIELDS.get(name, name): value for name, value in story.items() if name not in _TEXT}
        fields["published"] = _date(story.get("publish_date"))
        flags = () if text else ("metadata_only",)
        yield from reader.read(
            line, [Piece("title", title, "title"), Piece(None if text else "body", text, "text")], fields, flags
        )
    if without:
        what = f"{without:,} of {reader.number:,} stories are listed without their text"
        yield reader.flag(None, "text", what, _GET_TEXT)
    if reader.number == 0 and not reader.refused:
        yield Problem(path, None, None, "no stories: the list is empty", _AGAIN, "quarantined")


Story = tuple[int, Mapping[str, object]] | Problem


def _csv_stories(file: Path, path: str) -> Iterator[Story]:
    """Line and cells of each row."""
    if file.stat().st_size > LARGEST_EXPORT:
        yield Problem(path, None, None, f"more than {LARGEST_EXPORT:,} bytes", "split the list", "quarantined")
        return
    try:
        text, remarks = decode_bytes(file.read_bytes())
    except UndecodableError as error:
        yield Problem(path, None, None, f"not readable as text: {error}", _AGAIN, "quarantined")
        return
    for remark in remarks:
        yield Problem(path, None, None, *remark)
    header: list[str] = []
    for line, cells, broken in csv_rows(text):
        if broken:
            yield Problem(path, line, None, f"the row cannot be read: {broken}", QUOTES, "quarantined")
        elif not header:
            header, problems = name_columns([cell.strip() for cell in cells], path, line)
            yield from problems
            missing = [name for name in ("title", "url") if name not in header]
            if missing:
                what = f"no story list of Media Cloud: line {line} names no column {missing[0]!r}"
                yield Problem(path, line, missing[0], what, _AGAIN, "quarantined")
                return
        elif len(cells) > len(header):
            yield Problem(path, line, None, too_many_cells(cells, header), QUOTES, "quarantined")
        else:
            if len(cells) < len(header):
                yield Problem(path, line, None, too_few_cells(cells, header), _AGAIN, "flagged")
            yield line, dict(zip(header, cells, strict=False))


def _json_stories(file: Path, path: str) -> Iterator[Story]:
    """Place in the list and values of each object."""
    return numbered_objects(file, path, expected="no story list of Media Cloud: a list of stories", one="story", mend=_AGAIN)


def _date(value: object) -> str:
    """The date of a story as exact as it is given; what cannot be read stays as it is, and is said later."""
    try:
        written = as_text(value).strip()
    except RecursionError:
        return ""
    return date_of(written) or written
