"""Reading one file: what format it is, who reads it, where; and that whatever happens ends in a record or a problem."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from mediakit.errors import ColumnError
from mediakit.loaders.archives import DEEPEST, Allowance, Member
from mediakit.loaders.corrections import CorrectionsInside, corrections_inside
from mediakit.loaders.files import CORRECTIONS, HIDDEN, MANIFEST, is_aside
from mediakit.loaders.formats import BY_ENDING, BY_NAME, Container, Format, format_of
from mediakit.loaders.manifest import manifest_inside
from mediakit.loaders.records import Found, ManifestRow, Problem, ReadAs, Record
from mediakit.loaders.worker import Worker

#: what reading a file gives: what it was read as, what it holds, and what manifest and corrections inside an archive say
Item = Found | ReadAs | ManifestRow | CorrectionsInside
_Inside = Member | Problem | ManifestRow | CorrectionsInside
_MOST_FAULTS = 10_000  # a file with more, and with ten times fewer articles, is no list of articles
_RUNS_CODE = (".pkl", ".pickle", ".p", ".joblib", ".npy", ".npz", ".rds", ".rdata")
_SAVE_AS = {
    ".xls": "open it in the spreadsheet and save it as .xlsx or CSV; from ProQuest choose Text only, as its XLS lacks the texts",
    ".ods": "open it in the spreadsheet and save it as .xlsx or CSV",
    ".doc": "open it and save it as .docx or as plain text (.txt), an article a file",
    ".odt": "open it and save it as .docx or as plain text (.txt), an article a file",
    ".pdf": "export the articles as text (from Nexis DOCX, from Factiva RTF, from ProQuest Text only), or copy the article into "
    "a .txt file; where a line or an article ends, a PDF does not say",
}


class _Outer(NamedTuple):
    """The archive a file was unpacked from."""

    path: str
    read_as: ReadAs
    allowance: Allowance


@dataclass(frozen=True)
class FileReader:
    """Reads files as a call of read_corpus asks for it."""

    columns: dict[str, str] | None
    asked: str | None  #: the format, where the user says it
    worker: Worker

    def read(self, file: Path, name: str, outer: _Outer | None = None) -> Iterator[Item]:
        """What a file was read as, and what it holds; only ColumnError is raised."""
        try:
            chosen = self._chosen(file, name)
            read_as = _read_as(file, name, chosen, outer.read_as if outer else None)
            yield read_as
            if isinstance(chosen, Format):
                yield from _until_hopeless(self._articles(chosen, file, name), name)
            elif isinstance(chosen, Container):
                allowance = outer.allowance if outer else Allowance(file.stat().st_size)
                for member in _members(chosen, file, name, allowance):
                    yield from self._read_member(member, _Outer(name, read_as, allowance))
            else:
                what, mend = _refused(file, name)
                yield Problem(name, None, None, what, mend, "skipped")
        except OSError as error:
            what = f"not readable: {error.strerror or error}"
            yield Problem(name, None, None, what, "check the file and your right to read it", "quarantined")

    def _chosen(self, file: Path, name: str) -> Format | Container | None:
        """The format asked for, but for archives, of which the members are meant; else the one that the file shows."""
        found = format_of(file, name)
        return found if self.asked is None or isinstance(found, Container) else BY_NAME[self.asked]

    def _articles(self, format: Format, file: Path, name: str) -> Iterator[Found]:
        """What the reader finds, in a process of its own where the file may be too much for this one."""
        if format.apart_from is not None and file.stat().st_size >= format.apart_from:
            goes_on = format.read_after is not None
            yield from self.worker.read(format.name, file, name, self.columns, goes_on=goes_on)
            return
        try:
            yield from format.read(file, name, self.columns)
        except (ColumnError, OSError):
            raise
        except Exception as error:  # a fault of the reader's is no reason to lose the other files
            what = f"the reader failed: {type(error).__name__}: {str(error)[:300]}"
            yield Problem(name, None, None, what, "export the file again; please report this", "quarantined")

    def _read_member(self, member: _Inside, outer: _Outer) -> Iterator[Item]:
        """What a member of an archive holds; its fault does not stop the others."""
        if not isinstance(member, Member):
            yield member
            return
        try:
            for item in self.read(member.file, member.path, outer):
                if member.number is None or not isinstance(item, ReadAs):
                    yield _said_by_container(item, member, outer.path)
        except ColumnError as error:
            yield Problem(member.path, None, "text", error.what, error.mend, "quarantined")


def _until_hopeless(found: Iterator[Found], name: str) -> Iterator[Found]:
    """What a reader finds, until there are so many faults that the file is clearly no list of articles."""
    n_articles, n_faults = 0, 0
    for item in found:
        yield item
        n_articles += isinstance(item, Record)
        n_faults += isinstance(item, Problem) and item.fate == "quarantined"
        if n_faults > _MOST_FAULTS and n_faults > 10 * n_articles:
            what = f"given up after {n_faults:,} faults; what stands behind was not read"
            yield Problem(name, None, None, what, "look whether the file is in the format of its ending", "quarantined")
            return


def _members(container: Container, file: Path, name: str, allowance: Allowance) -> Iterator[_Inside]:
    """The members of an archive that may be articles, and what its manifest and its corrections say about them."""
    if allowance.depth >= DEEPEST:
        what = f"an archive inside {DEEPEST} others"
        yield Problem(name, None, None, what, "unpack the outer ones into the folder", "quarantined")
        return
    allowance.depth += 1
    for member in container.unpack(file, name, allowance):
        below = member.path.removeprefix(f"{name}/").split("/")
        if isinstance(member, Problem) or member.path == name:
            yield member
        elif below[-1].lower() == MANIFEST:
            yield from manifest_inside(member.file, member.path)
        elif below[-1].lower() == CORRECTIONS:
            yield from corrections_inside(member.file, member.path)
        elif not is_aside(below[-1]) and not any(part.startswith(HIDDEN) for part in below):
            yield member
    allowance.depth -= 1


def _said_by_container(item: Item, member: Member, name: str) -> Item:
    """What a member holds, with what its container says about it; a numbered member goes by the container's name."""
    if isinstance(item, Record):
        item = item._replace(fields={**item.fields, **member.fields})
    if member.number is None:
        return item
    if isinstance(item, Record):
        return item._replace(path=name, number=member.number, line=member.number)
    return item._replace(path=name, line=member.number) if isinstance(item, Problem) else item


def _refused(file: Path, name: str) -> tuple[str, str]:
    """Why no reader takes a file, and what to do."""
    with file.open("rb") as data:
        head = data.read(8)
    ending = Path(name).suffix.lower()
    if ending in _RUNS_CODE or (head[:1] == b"\x80" and head[1:2] in b"\2\3\4\5"):
        what = "not a format mediakit reads: opening a pickle can run any program hidden in it"
        return what, "where it was made, save the table as CSV, JSONL or Parquet"
    if ending in (".feather", ".arrow") or head.startswith((b"ARROW1", b"FEA1")):
        what = "not a format mediakit reads: a Feather file may hold objects that only a pickle can open"
        return what, "where it was made, save the table as CSV, JSONL or Parquet"
    mend = _SAVE_AS.get(ending, f"mediakit reads {', '.join(BY_ENDING)}; save it as one of these, or move it away")
    return "not a format mediakit reads", mend


def _read_as(file: Path, name: str, chosen: Format | Container | None, outer: ReadAs | None) -> ReadAs:
    """What origin keeps of a file; the one file in a .gz goes by its name and checksum."""
    named = chosen.name if chosen else ""
    trail = f"{outer.format} > {named}" if outer else named
    if outer and outer.path == name:
        return outer._replace(format=trail)
    with file.open("rb") as data:
        checksum = hashlib.file_digest(data, "sha256").hexdigest()
    return ReadAs(name, trail, checksum, file.stat().st_size)
