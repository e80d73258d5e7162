"""The walk over a file or folder: each file goes to the reader of its format, and each ends somewhere.

What no reader knows is skipped, what cannot be read is quarantined; both are problems with a reason.
"""

from collections.abc import Generator, Iterator
from pathlib import Path

from mediakit.errors import ColumnError
from mediakit.loaders.files import COMPANIONS, files_below, is_aside, name_below
from mediakit.loaders.reading import FileReader, Item
from mediakit.loaders.records import Problem
from mediakit.loaders.worker import Worker

_COMPANION_STEMS = ("manifest", "corrections")


def read_files(path: Path, columns: dict[str, str] | None, format: str | None) -> Generator[Item, None, None]:
    """What each file of path holds, after what it was read as."""
    with Worker() as worker:
        reader = FileReader(columns, format, worker)
        if path.is_file():
            yield from reader.read(path, path.name)
            return
        for file in files_below(path):
            yield from _read_below(file, path, reader)


def _read_below(file: Path, path: Path, reader: FileReader) -> Iterator[Item]:
    name = name_below(file, path)
    if Path(file.name.lower()).stem in _COMPANION_STEMS and file.suffix.lower() in (".xlsx", ".xls", ".ods"):
        mend = f"in the spreadsheet choose Save As > CSV UTF-8 and name it {Path(file.name.lower()).stem}.csv"
        what = "looks like the manifest or the corrections, saved as a workbook; it was not used"
        yield Problem(name, None, None, what, mend, "flagged")
    elif not is_aside(file.name):
        yield from _contained(file, path, name, reader)
    elif file.name.lower() in COMPANIONS and file.parent != path:
        mend = f"move its rows to the {file.name.lower()} of the folder that is read"
        yield Problem(name, None, None, "not read, as it stands in a sub-folder", mend, "flagged")


def leads_out(file: Path, root: Path) -> bool:
    """Whether a file of a folder is a link to something outside of it."""
    try:
        return file.is_symlink() and root.is_dir() and not file.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself leads nowhere
        return False


def _contained(file: Path, root: Path, name: str, reader: FileReader) -> Iterator[Item]:
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
        yield from reader.read(file, name)
    except ColumnError as error:
        yield Problem(name, None, "text", error.what, error.mend, "quarantined")
