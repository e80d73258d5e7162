"""Which files below a folder may hold articles, and which only stand beside them."""

import os
from collections.abc import Iterator
from pathlib import Path

#: files that stand beside articles without being any
COMPANIONS = MANIFEST, CORRECTIONS = ("manifest.csv", "corrections.csv")
HIDDEN = (".", "~$", "__MACOSX")
_ASIDE = ("readme", "license", "licence")
OUTPUT, WRITTEN_BY = "codebook.md", "Written by mediakit"  #: what tells a folder that mediakit wrote


def is_aside(name: str) -> bool:
    """Whether a file stands beside the articles: manifest, corrections, README, licence, hidden files.

    >>> is_aside("README.md"), is_aside("Licence fees rise.txt")
    (True, False)
    """
    lower = name.lower()
    return lower in COMPANIONS or lower.split(".")[0] in _ASIDE or name.startswith(HIDDEN)


def is_output(folder: Path) -> bool:
    """Whether mediakit wrote the folder's tables, which are no articles."""
    codebook = folder / OUTPUT
    return codebook.is_file() and WRITTEN_BY in codebook.read_text(encoding="utf-8", errors="replace")[:200]


def files_below(root: Path) -> Iterator[Path]:
    """Every file of a folder and its sub-folders, links to folders, which are not followed, and folders that stay closed."""
    closed: list[Path] = []
    for folder, below, names in os.walk(root, onerror=lambda error: closed.append(Path(error.filename))):
        links = [name for name in below if Path(folder, name).is_symlink()]
        pictures = {f"{Path(name).stem}_files" for name in names if name.lower().endswith((".html", ".htm"))}
        aside = {*links, *pictures}  # what a browser puts beside a page that it saves: pictures, scripts, advertisements
        below[:] = sorted(
            name for name in below if name not in aside and not name.startswith(HIDDEN) and not is_output(Path(folder, name))
        )
        yield from (Path(folder, name) for name in sorted([*names, *links]))
    yield from closed


def name_below(file: Path, root: Path) -> str:
    """The path below the corpus folder; bytes that are no text are shown as �."""
    return os.fsencode(file.relative_to(root).as_posix()).decode("utf-8", "replace")


def names_below(root: Path) -> list[str]:
    """The name of every file that may hold articles, below the corpus folder, in the order they are read."""
    return [name_below(file, root) for file in files_below(root) if not is_aside(file.name)]
