"""The formats mediakit reads, and the walk over a file or folder that hands each file to its reader.

To add one: write a reader in a file of its own, with the signature of Reader, and list it here.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from mediakit.errors import ColumnError
from mediakit.loaders.csv import read_csv
from mediakit.loaders.jsonl import read_jsonl
from mediakit.loaders.parquet import read_parquet
from mediakit.loaders.records import Found, Problem
from mediakit.loaders.txt import read_txt
from mediakit.loaders.xlsx import read_xlsx

Reader = Callable[[Path, str, dict[str, str] | None], Iterator[Found]]


class Format(NamedTuple):
    """One format: its name, the endings it is known by, what one article is in it, and its reader."""

    name: str
    endings: tuple[str, ...]
    one_article: str
    read: Reader


FORMATS = (
    Format("txt", (".txt",), "a file", read_txt),
    Format("csv", (".csv", ".tsv"), "a row", read_csv),
    Format("xlsx", (".xlsx",), "a row of the first sheet", read_xlsx),
    Format("jsonl", (".jsonl", ".ndjson"), "a line", read_jsonl),
    Format("parquet", (".parquet",), "a row", read_parquet),
)
BY_NAME = {format.name: format for format in FORMATS}
BY_ENDING = {ending: format for format in FORMATS for ending in format.endings}

#: files that stand beside articles without being any
COMPANIONS = ("manifest.csv", "corrections.csv")
_COMPANION_STEMS = ("manifest", "corrections")
_ASIDE = ("readme", "license", "licence")
_HIDDEN = (".", "~$", "__MACOSX")
OUTPUT, WRITTEN_BY = "codebook.md", "Written by mediakit"  #: what tells a folder that mediakit wrote


def is_output(folder: Path) -> bool:
    """Whether mediakit wrote the folder's tables, which are no articles."""
    codebook = folder / OUTPUT
    return codebook.is_file() and WRITTEN_BY in codebook.read_text(encoding="utf-8", errors="replace")[:200]


def is_aside(name: str) -> bool:
    """Whether a file stands beside the articles: manifest, corrections, README, licence, hidden files.

    >>> is_aside("README.md"), is_aside("Licence fees rise.txt")
    (True, False)
    """
    lower = name.lower()
    return lower in COMPANIONS or lower.split(".")[0] in _ASIDE or name.startswith(_HIDDEN)


def names_below(root: Path) -> list[str]:
    """The name of every file that may hold articles, below the corpus folder, in the order they are read."""
    return [_name(file, root) for file in _files_below(root) if not is_aside(file.name)]


def _files_below(root: Path) -> Iterator[Path]:
    """Every file of a folder and its sub-folders, links to folders, which are not followed, and folders that stay closed."""
    closed: list[Path] = []
    for folder, below, names in os.walk(root, onerror=lambda error: closed.append(Path(error.filename))):
        links = [name for name in below if Path(folder, name).is_symlink()]
        below[:] = sorted(
            name for name in below if name not in links and not name.startswith(_HIDDEN) and not is_output(Path(folder, name))
        )
        yield from (Path(folder, name) for name in sorted([*names, *links]))
    yield from closed


def _name(file: Path, root: Path) -> str:
    """The path below the corpus folder; bytes that are no text are shown as �."""
    return os.fsencode(file.relative_to(root).as_posix()).decode("utf-8", "replace")


def read_files(path: Path, columns: dict[str, str] | None, format: str | None) -> Iterator[tuple[str, Path, Iterator[Found]]]:
    """For each file of path: its name below the corpus folder, where it is, and what it holds."""
    if path.is_file():
        yield path.name, path, _read(path, path.name, columns, format)
        return
    for file in _files_below(path):
        name = _name(file, path)
        if Path(file.name.lower()).stem in _COMPANION_STEMS and file.suffix.lower() in (".xlsx", ".xls", ".ods"):
            mend = f"in the spreadsheet choose Save As > CSV UTF-8 and name it {Path(file.name.lower()).stem}.csv"
            what = "looks like the manifest or the corrections, saved as a workbook; it was not used"
            yield name, file, iter([Problem(name, None, None, what, mend, "flagged")])
        elif not is_aside(file.name):
            yield name, file, _contained(file, path, name, columns, format)
        elif file.name.lower() in COMPANIONS and file.parent != path:
            mend = f"move its rows to the {file.name.lower()} of the folder that is read"
            yield name, file, iter([Problem(name, None, None, "not read, as it stands in a sub-folder", mend, "flagged")])


def leads_out(file: Path, root: Path) -> bool:
    """Whether a file of a folder is a link to something outside of it."""
    try:
        return file.is_symlink() and root.is_dir() and not file.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself leads nowhere
        return False


def _contained(file: Path, root: Path, name: str, columns: dict[str, str] | None, format: str | None) -> Iterator[Found]:
    """What a file of a folder holds; one file's fault does not stop the others."""
    if "\ufffd" in name and "\ufffd" not in str(file):
        yield Problem(name, None, None, "the file's name is no text; it is shown with �", "rename the file", "flagged")
    outside = leads_out(file, root)
    if file.is_dir() and not file.is_symlink():
        what = "a folder that may not be opened"
        yield Problem(name, None, None, what, "check your right to read it", "quarantined")
        return
    if file.exists() and not file.is_dir() and not file.is_file():
        yield Problem(name, None, None, "neither a file nor a folder", "take it out of the folder", "skipped")
        return
    if outside or file.is_dir():
        what = "a link that leads out of the folder" if outside else "a link to a folder: folders are read where they stand"
        yield Problem(name, None, None, what, "copy the file into the folder in place of the link", "skipped")
        return
    try:
        yield from _read(file, name, columns, format)
    except ColumnError as error:
        yield Problem(name, None, "text", error.what, error.mend, "quarantined")


def _read(file: Path, name: str, columns: dict[str, str] | None, format: str | None) -> Iterator[Found]:
    chosen = BY_NAME[format] if format else BY_ENDING.get(file.suffix.lower())
    if chosen is None:
        mend = f"mediakit reads {', '.join(BY_ENDING)}; save it as one of these, or move it away"
        yield Problem(name, None, None, "not a format mediakit reads", mend, "skipped")
        return
    try:
        yield from chosen.read(file, name, columns)
    except OSError as error:
        what = f"not readable: {error.strerror or error}"
        yield Problem(name, None, None, what, "check the file and your right to read it", "quarantined")
