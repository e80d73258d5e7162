"""manifest.csv: what is known about each file of a folder, written by hand or in a spreadsheet."""

from pathlib import Path, PurePosixPath, PureWindowsPath

from mediakit.loaders.csv import csv_rows
from mediakit.loaders.decode import UndecodableError, decode
from mediakit.loaders.records import Problem

NAME = "manifest.csv"


def read_manifest(root: Path) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """For each path the manifest names, its fields; and what is wrong with the manifest."""
    file = root / NAME
    if not file.is_file():
        return {}, []
    try:
        text, _ = decode(file.read_bytes())
    except UndecodableError as error:
        return {}, [Problem(NAME, None, None, f"not readable as text: {error}", "save it as CSV in UTF-8", "flagged")]
    named: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    header: list[str] = []
    for line, cells, broken in csv_rows(text):
        if broken:
            problems.append(
                Problem(NAME, line, None, f"the row cannot be read: {broken}", "check its quotation marks", "flagged")
            )
        elif not header:
            header = [cell.strip().lower() for cell in cells]
            if "path" not in header:
                mend = "add a column called path, with the file's name below this folder"
                return {}, [Problem(NAME, line, "path", "no column is called path", mend, "flagged")]
        else:
            row = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if name and cell.strip()}
            problem = _take(row, root, line, named)
            if problem:
                problems.append(problem)
    return named, problems


def _take(row: dict[str, str], root: Path, line: int, named: dict[str, dict[str, str]]) -> Problem | None:
    """Put the row under its path, or say why it cannot be used."""
    path = row.pop("path", "").replace("\\", "/")
    if path.startswith("'") and not (root / path).is_file():
        path = path[1:]  # a formula cell defused by a spreadsheet export
    windows, posix = PureWindowsPath(path), PurePosixPath(path)
    if not path:
        return Problem(NAME, line, "path", "a row without a path", "name its file, or delete the row", "flagged")
    if posix.is_absolute() or windows.is_absolute() or windows.drive or ".." in posix.parts:
        mend = "give the path below this folder, without .. and without a leading / or drive"
        return Problem(NAME, line, "path", f"{path!r} leads out of the folder", mend, "skipped")
    path = posix.as_posix()
    if path in named:
        return Problem(NAME, line, "path", f"{path!r} is named twice; the first row counts", "delete one of the rows", "flagged")
    if not (root / path).is_file():
        return Problem(NAME, line, "path", f"there is no file {path!r}", "correct the path, or delete the row", "skipped")
    named[path] = row
    return None
