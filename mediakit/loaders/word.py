"""A document written in a word processor (DOCX, RTF) that is no export of an archive: one article, a paragraph a line."""

from collections.abc import Iterator
from pathlib import Path

from mediakit.loaders.decode import repair
from mediakit.loaders.paragraphs import export_lines
from mediakit.loaders.records import Found, Problem, Record, faulty_text


def read_word(file: Path, path: str, _columns: dict[str, str] | None) -> Iterator[Found]:
    """The document's text, or why it is none; there are no columns to map."""
    lines = yield from export_lines(file, path)
    if not lines:
        return
    text, remarks = repair("\n".join(line.replace("\xa0", " ").rstrip() for line in lines).strip("\n"))
    fault = faulty_text(path, None, text)
    if fault:
        yield fault
        return
    for remark in remarks:
        yield Problem(path, None, "text", remark.what, remark.mend, remark.fate)
    yield Record(path, None, None, text, {})
