"""manifest.csv: what is known about each file of a folder or an archive, written by hand or in a spreadsheet."""

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from mediakit.identity import why_no_date
from mediakit.loaders.columns import DEFAULTS, fold
from mediakit.loaders.companions import companion_in, read_companion
from mediakit.loaders.corrections import LANGUAGE_CODE
from mediakit.loaders.files import MANIFEST as NAME
from mediakit.loaders.files import names_below
from mediakit.loaders.records import BASES, FIELDS, ManifestRow, Problem

_COLUMNS = ("path", *FIELDS, *(f"{field}_basis" for field in FIELDS), "outlet_evidence")
#: other names that people give to the columns
_OTHER_NAMES = {name: field for field, names in DEFAULTS.items() if field != "text" for name in names}
_OTHER_NAMES |= {"story": "story_id", "event": "story_id", "file": "path", "filename": "path", "file_name": "path"}
_ALIKE, _MOST_COMPARED = 0.8, 500  # of two names; files among which one is looked for that is spelled alike
_ENDING = re.compile(r"\.[^./]*$")
_CORRECT = "correct the path, or delete the row"


class _NoPathError(Exception):
    """A row names no file; what is wrong, how to mend it, and its fate."""

    def __init__(self, what: str, mend: str, fate: str = "skipped") -> None:
        super().__init__(what)
        self.what, self.mend, self.fate = what, mend, fate


def read_manifest(root: Path) -> tuple[dict[str, ManifestRow], list[Problem]]:
    """For each file below root that its manifest names, what it says; and what is wrong with the manifest."""
    file = companion_in(root, NAME)
    if file is None:
        return {}, []
    known = _Files(names_below(root))
    found = [*_read(file, NAME, known.named)]
    rows = {item.path: item for item in found if isinstance(item, ManifestRow)}
    return rows, [item for item in found if isinstance(item, Problem)]


def manifest_inside(file: Path, path: str) -> Iterator[ManifestRow | Problem]:
    """What a manifest inside an archive says about the files beside and below it.

    Parameters: file, the manifest, unpacked; path, as it is shown: archive.zip/manifest.csv.
    """
    above = PurePosixPath(path).parent
    return _read(file, path, lambda written: str(above / written.strip()))


def _read(file: Path, shown: str, locate: Callable[[str], str]) -> Iterator[ManifestRow | Problem]:
    """What each row says about a file; locate tells the path of the file that a row names, or raises _NoPathError."""
    rows, problems = read_companion(file, shown, needed=("path",))
    yield from problems
    yield from _strange_columns([*rows[0].cells] if rows else [], shown)
    seen: set[str] = set()
    for row in rows:
        try:
            path = locate(_inside(row.cells["path"]))
            if path in seen:
                raise _NoPathError(f"{path!r} is named twice; the first row counts", "delete one of the rows", "flagged")
        except _NoPathError as error:
            yield Problem(shown, row.line, "path", error.what, error.mend, error.fate)  # type: ignore[arg-type]
            continue
        seen.add(path)
        faults = {name: fault for name, cell in row.cells.items() if (fault := _fault(name, cell.strip()))}
        for name, fault in faults.items():
            yield Problem(shown, row.line, name, *fault, "flagged")
        fields = {name: cell.strip() for name, cell in row.cells.items() if name != "path" and name not in faults}
        yield ManifestRow(path, shown, row.line, {name: cell for name, cell in fields.items() if cell})


def _strange_columns(columns: list[str], shown: str) -> Iterator[Problem]:
    """Columns of no known name, where a known one was probably meant."""
    for column in columns:
        meant = None if column in _COLUMNS else _meant(fold(column))
        if meant and meant not in columns:
            what = f"the column {column!r} is kept, but not used: the manifest has no such column. Did you mean {meant!r}?"
            yield Problem(shown, None, column, what, f"rename it to {meant}; do nothing if it is a note of your own", "flagged")


def _meant(column: str) -> str | None:
    if column in (*_COLUMNS, *_OTHER_NAMES):
        return _OTHER_NAMES.get(column, column)
    return next(iter(difflib.get_close_matches(column, _COLUMNS, 1, _ALIKE)), None)


def _fault(name: str, cell: str) -> tuple[str, str] | None:
    """Why a cell cannot be used, and what to write; None where it can."""
    if name == "published" and cell:
        return why_no_date(cell)
    if name == "language" and cell and not LANGUAGE_CODE.match(cell):
        return f"{cell!r} is no language code; the text was asked instead", "write en, de, fr-CA, …"
    if name.endswith("_basis") and name.removesuffix("_basis") in FIELDS and cell and cell not in BASES:
        return f"{cell!r} is no basis; manifest is taken", f"use one of: {', '.join(BASES)}"
    return None


def _inside(cell: str) -> str:
    """A path as written, where it stays inside the folder."""
    written = cell.replace("\\", "/")
    windows, posix = PureWindowsPath(written.strip()), PurePosixPath(written.strip())
    if not written.strip():
        raise _NoPathError("a row without a path", "name its file, or delete the row", "flagged")
    if posix.is_absolute() or windows.is_absolute() or windows.drive or ".." in posix.parts:
        mend = "give the path below this folder, without .. and without a leading / or drive"
        raise _NoPathError(f"{_short(written)} leads out of the folder", mend)
    return written


class _Files:
    """The files below a folder, by what people write for their names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._same = {unicodedata.normalize("NFC", name): name for name in names}  # one accent may be spelled in two ways
        self._nearly: defaultdict[str, list[str]] = defaultdict(list)
        for name in self._same.values():
            self._nearly[_without_ending(name)].append(name)

    def named(self, written: str) -> str:
        """The file that a row names. Raises _NoPathError."""
        plain = PurePosixPath(written.strip()).as_posix()
        for path in (written, f"'{written}", plain):  # a name may itself begin with the apostrophe that defuses
            normal = unicodedata.normalize("NFC", path)
            if normal in self._same:
                return self._same[normal]
            for above in map(str, PurePosixPath(normal).parents):  # a member of an archive is looked for there
                if above in self._same:
                    return f"{self._same[above]}/{PurePosixPath(normal).relative_to(above)}"
        meant = self._meant(plain)
        raise _NoPathError(f"there is no file {_short(plain)}", f"did you mean {meant!r}? {_CORRECT}" if meant else _CORRECT)

    def _meant(self, path: str) -> str | None:
        """The one file whose name is the same but for capitals and ending, or else is spelled alike."""
        nearly = self._nearly.get(_without_ending(path)) or self._nearly.get(path.casefold(), [])
        if len(nearly) == 1:
            return nearly[0]
        few = [*self._same.values()][:_MOST_COMPARED] if len(path) <= 200 and not nearly else []
        return next(iter(difflib.get_close_matches(path, few, 1, _ALIKE)), None)


def _without_ending(path: str) -> str:
    return _ENDING.sub("", path).casefold()


def _short(path: str) -> str:
    return repr(path if len(path) <= 120 else f"{path[:119]}…")
