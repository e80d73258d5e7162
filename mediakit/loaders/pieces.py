"""An article put together from the pieces of an export: its text, the labels of its lines, and the count that must add up.

The text of such an article is what the export gives of the article itself: headline, standfirst,
paragraphs and captions, in this order, one blank line between two pieces. What the export says
about the article (byline, date, section, length, rights …) becomes fields, never text.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from mediakit.loaders.decode import repair
from mediakit.loaders.records import Found, Label, Problem, Record, faulty_text
from mediakit.loaders.rows import as_text

LARGEST_EXPORT = 200_000_000  # bytes; archives cut their exports at some hundred articles


class Piece(NamedTuple):
    """A stretch of an article: its text, the label of its lines (None: the rules of layout decide), its name in the export."""

    label: str | None
    text: str
    name: str


class ExportReader:
    """Numbers the articles of one export, and says at the end whether as many were found as the export says."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.number = 0
        self.refused = False  #: whether the file, or an article in it, could not be read

    def pass_on(self, problem: Problem) -> Problem:
        """A problem, counted where it stands in place of an article."""
        lost = problem.fate == "quarantined"
        self.refused = self.refused or lost
        self.number += lost and problem.line is not None
        return problem

    def skip(self, line: int | None, field: str | None, what: str, mend: str) -> Problem:
        """Count an article that cannot be read, and say why."""
        self.number += 1
        return Problem(self.path, line, field, what, mend, "quarantined")

    def flag(self, line: int | None, field: str | None, what: str, mend: str) -> Problem:
        """Say something about what is read all the same."""
        return Problem(self.path, line, field, what, mend, "flagged")

    def read(
        self, line: int | None, pieces: Iterable[Piece], fields: Mapping[str, object], flags: tuple[str, ...] = ()
    ) -> Iterator[Found]:
        """The article made of these pieces, or why they make none."""
        self.number += 1
        lines: list[str] = []
        labels: list[Label | None] = []
        for piece in pieces:
            repaired = self._repaired(piece.text, piece.name, line)
            yield from repaired[1]
            # every kind of line end, so that no line of the text holds another
            own = _trimmed(repaired[0].splitlines())
            if own and lines:
                lines.append("")
                labels.append(_BLANK if piece.label else None)
            lines += own
            label = Label(piece.label, "export_field", "certain", f"the export's field {piece.name}") if piece.label else None
            labels += [(label if written.strip() else _BLANK) if label else None for written in own]
        text = "\n".join(lines)
        fault = faulty_text(self.path, line, text)
        if fault:
            yield fault
            return
        given: dict[str, str] = {}
        for name, value in fields.items():
            try:
                written = as_text(value).strip()
            except RecursionError:
                yield self.flag(line, name, "the value is nested too deeply to be kept", "write it as plain text")
                continue
            repaired = self._repaired(written, name, line)
            yield from repaired[1]
            if repaired[0]:
                given[repair(name)[0]] = repaired[0]
        known = tuple(labels) if any(labels) else None
        yield Record(self.path, self.number, line, text, given, labels=known, flags=flags)

    def _repaired(self, written: str, field: str, line: int | None) -> tuple[str, list[Problem]]:
        text, remarks = repair(written)
        return text, [Problem(self.path, line, field, *remark) for remark in remarks]

    def add_up(self, said: int | None, where: str, line: int | None = None) -> Iterator[Problem]:
        """A problem where the export's own count of articles is another than what was found in it."""
        if said is not None and said != self.number:
            what = f"{where} says {said:,} articles, but {self.number:,} were found"
            mend = "export again, all documents with their full text, or check which are missing"
            yield self.flag(line, None, what, mend)


_BLANK = Label("blank", "blank", "certain", "an empty line")


def _trimmed(lines: list[str]) -> list[str]:
    """Lines without the empty ones at the beginning and the end."""
    filled = [place for place, line in enumerate(lines) if line.strip()]
    return [line.rstrip() for line in lines[filled[0] : filled[-1] + 1]] if filled else []


class UnreadableExportError(Exception):
    """A file that cannot be an export, with what is wrong and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what, self.mend = what, mend


def string(value: object) -> str:
    """A value if it is text, else nothing.

    >>> string("Ferry halted"), string(["Ferry halted"])
    ('Ferry halted', '')
    """
    return value if isinstance(value, str) else ""
