"""manifest.csv: what is known about each file of a folder, written by hand or in a spreadsheet."""

import unicodedata
from collections.abc import Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath

from mediakit.loaders.companions import Row, read_companion
from mediakit.loaders.records import Problem
from mediakit.loaders.walk import names_below

NAME = "manifest.csv"


def read_manifest(root: Path) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """For each file below root that its manifest names, the fields given; and what is wrong with the manifest."""
    rows, problems = read_companion(root, NAME, needed=("path",))
    # one accent may be spelled in two ways
    same = {unicodedata.normalize("NFC", name): name for name in names_below(root)} if rows else {}
    named: dict[str, dict[str, str]] = {}
    for row in rows:
        path, problem = _path_of(row, same)
        if problem is None and path in named:
            what, mend = f"{path!r} is named twice; the first row counts", "delete one of the rows"
            problem = Problem(NAME, row.line, "path", what, mend, "flagged")
        if problem is None:
            fields = {name: cell.strip() for name, cell in row.cells.items() if name != "path"}
            named[path] = {name: cell for name, cell in fields.items() if cell}
        else:
            problems.append(problem)
    return named, problems


def _path_of(row: Row, same: Mapping[str, str]) -> tuple[str, Problem | None]:
    """The file that a row names, or why it names none."""
    written = row.cells["path"].replace("\\", "/")
    windows, posix = PureWindowsPath(written.strip()), PurePosixPath(written.strip())
    if not written.strip():
        return "", Problem(NAME, row.line, "path", "a row without a path", "name its file, or delete the row", "flagged")
    if posix.is_absolute() or windows.is_absolute() or windows.drive or ".." in posix.parts:
        mend = "give the path below this folder, without .. and without a leading / or drive"
        return "", Problem(NAME, row.line, "path", f"{_short(written)} leads out of the folder", mend, "skipped")
    for path in (written, f"'{written}", posix.as_posix()):  # a name may itself begin with the apostrophe that defuses
        normal = unicodedata.normalize("NFC", path)
        if normal in same:
            return same[normal], None
        for above in map(str, PurePosixPath(normal).parents):  # a member of an archive; what none turns out to be is said later
            if above in same:
                return f"{same[above]}/{PurePosixPath(normal).relative_to(above)}", None
    what, mend = f"there is no file {_short(posix.as_posix())}", "correct the path, or delete the row"
    return "", Problem(NAME, row.line, "path", what, mend, "skipped")


def _short(path: str) -> str:
    return repr(path if len(path) <= 120 else f"{path[:119]}…")
