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
COMPANIONS = ("manifest.csv", "corrections.csv", "codebook.md")
_ASIDE = ("readme", "license", "licence", ".", "~$")


def is_companion(name: str) -> bool:
    """Whether a file is not an article: manifest, corrections, README, licence, hidden files."""
    return name.lower() in COMPANIONS or name.lower().startswith(_ASIDE)


def files_below(root: Path) -> Iterator[Path]:
    """Every file of a folder and its sub-folders that may hold articles, in the order of their names."""
    for folder, below, names in os.walk(root):
        below[:] = sorted(name for name in below if not name.startswith((".", "__MACOSX")))
        for name in sorted(names):
            if not is_companion(name):
                yield Path(folder, name)


def read_files(path: Path, columns: dict[str, str] | None, format: str | None) -> Iterator[tuple[str, Path, Iterator[Found]]]:
    """For each file of path: its name below the corpus folder, where it is, and what it holds."""
    if path.is_file():
        name = path.name
        yield name, path, _read(path, name, columns, format)
        return
    for file in files_below(path):
        name = file.relative_to(path).as_posix()
        yield name, file, _contained(file, path, name, columns, format)


def _contained(file: Path, root: Path, name: str, columns: dict[str, str] | None, format: str | None) -> Iterator[Found]:
    """What a file of a folder holds; one file's fault does not stop the others."""
    try:
        if not file.resolve().is_relative_to(root.resolve()):
            mend = "copy the file into the folder in place of the link"
            yield Problem(name, None, None, "a link that leads out of the folder", mend, "skipped")
        else:
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
