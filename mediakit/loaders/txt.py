"""One article a .txt file."""

from collections.abc import Iterator
from pathlib import Path

from mediakit.loaders.decode import UndecodableError, decode
from mediakit.loaders.records import LARGEST_ARTICLE, Found, Problem, Record, faulty_text


def read_txt(file: Path, path: str, _columns: dict[str, str] | None) -> Iterator[Found]:
    """The file's text, or why it is none; there are no columns to map."""
    size = file.stat().st_size
    if size > 4 * LARGEST_ARTICLE:  # no encoding has more than four bytes a character
        what = f"{size:,} bytes, more than an article can have"
        yield Problem(path, None, None, what, "split it into articles, one file each", "quarantined")
        return
    try:
        text, remarks = decode(file.read_bytes())
    except UndecodableError as error:
        yield Problem(path, None, None, f"not readable as text: {error}", "save the article as UTF-8 text", "quarantined")
        return
    fault = faulty_text(path, None, text)
    if fault:
        yield fault
        return
    for remark in remarks:
        yield Problem(path, None, "text", remark.what, remark.mend, remark.fate)
    yield Record(path, None, None, text, {})
