"""The working folder: the shipped notebooks, copied once, and never written over what a user made of them."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediakit.errors import CorpusError, LaunchError, ReportError, UsageError
from mediakit.reports.shipped import notebook_path
from mediakit.written import written_whole

HIDDEN = ".mediakit"  # the folder inside the working folder that holds what only the machine needs
_EMPTY = "my-articles"
_SETTING = re.compile(r"""^corpus_path[ ]*=[ ]*r?(["'])(.*)\1""", re.MULTILINE)
_SURROGATE = re.compile("[\ud800-\udfff]")  # bytes of a file name that are no text


@dataclass(frozen=True)
class Prepared:
    """A working folder that is ready: the notebook to open, and what a user should be told."""

    folder: Path
    first: str
    remarks: tuple[str, ...]


def prepare(folder: Path, corpus: Path | None = None) -> Prepared:
    """Copy the notebooks into folder, reading corpus, and leave alone whatever a user changed there.

    Parameters
    ----------
    folder
        The working folder; made when it is not there.
    corpus
        A folder or file of articles that the notebooks shall read. Without one they read what the
        folder's notebooks were last given, else the articles that come with a checkout, else an
        empty folder `my-articles` that is made for them.

    Returns
    -------
    Prepared
        The folder, the name of the first notebook, and remarks: which notebooks stay as they are
        although there is another version, and where to put articles when there are none.

    Raises
    ------
    CorpusError
        Nothing is at corpus.
    UsageError
        The working folder would stand among the articles.
    LaunchError
        The folder cannot be written.

    Example
    -------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as room:
    ...     made = prepare(Path(room) / "lesson")
    ...     (made.folder / made.first).is_file()
    True
    """
    folder = folder.absolute()
    if corpus is not None:
        _check(corpus, folder)
    shipped = sorted(notebook_path("report.ipynb").parent.glob("*.ipynb"))
    record = _read_record(folder)
    reads, remarks = _articles(folder, corpus, record.get("corpus"), shipped)
    known = record.get("notebooks", {})
    notebooks = dict(known) if isinstance(known, dict) else {}
    try:
        for source in shipped:
            wanted = reading(source.read_bytes(), reads)
            if not _put(folder / source.name, wanted, notebooks):
                remarks.append(f"{source.name} stays as you left it; {_other(folder / source.name, reads)}")
        record = {"corpus": reads, "notebooks": notebooks}
        _write(folder / HIDDEN / "notebooks.json", (json.dumps(record, indent=1) + "\n").encode())
    except OSError as error:
        raise _unwritable(folder, error.strerror or str(error)) from error
    return Prepared(folder, shipped[0].name, tuple(remarks))


def reading(notebook: bytes, corpus: str) -> bytes:
    """A notebook whose settings name corpus; byte for byte as it was where nothing has to change.

    >>> cell = {"metadata": {"tags": ["parameters"]}, "source": ["corpus_path = 'a'"]}
    >>> json.loads(reading(json.dumps({"cells": [cell]}).encode(), "b c"))["cells"][0]["source"]
    ['corpus_path = "b c"']
    """
    content = json.loads(notebook)
    setting = f"corpus_path = {json.dumps(corpus, ensure_ascii=bool(_SURROGATE.search(corpus)))}"
    changed = False
    for cell in content["cells"]:
        if "parameters" in cell["metadata"].get("tags", []):
            source = "".join(cell["source"])
            pointed = _SETTING.sub(lambda _: setting, source)  # a function: the path may hold a backslash
            changed |= pointed != source
            cell["source"] = pointed.splitlines(keepends=True)
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode() if changed else notebook


def _named(notebook: bytes) -> str | None:
    """The articles that a notebook's settings name."""
    found = (_SETTING.search("".join(cell["source"])) for cell in json.loads(notebook)["cells"])
    return next((setting[2] for setting in found if setting), None)


def _check(corpus: Path, folder: Path) -> None:
    try:
        there = corpus.exists()
    except OSError:  # a name longer than any file's
        there = False
    if not there:
        raise CorpusError("there is no such folder or file", where=str(corpus)[:200], mend="check the spelling of the path")
    if corpus.is_dir() and folder.resolve().is_relative_to(corpus.resolve()):
        mend = "name another folder with --folder, or run the command from outside the articles"
        raise UsageError("the notebooks would be copied among the articles", where=str(folder), mend=mend)


def _articles(folder: Path, corpus: Path | None, before: object, shipped: list[Path]) -> tuple[str, list[str]]:
    """What the notebooks shall read, as written in them, and what to say about it."""
    if corpus is not None:
        return _seen_from(folder, corpus), []
    if isinstance(before, str) and before != _EMPTY:
        return before, []
    names = (_named(file.read_bytes()) for file in shipped)
    seeds = shipped[0].parent / next(filter(None, names))
    if seeds.exists():
        return _seen_from(folder, seeds), []
    try:
        (folder / _EMPTY).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error.strerror or str(error)) from error
    if any((folder / _EMPTY).iterdir()):
        return _EMPTY, []
    say = f"no articles come with this installation: put .txt files into {folder / _EMPTY}, or run: mediakit lab FOLDER"
    return _EMPTY, [say]


def _seen_from(folder: Path, corpus: Path) -> str:
    """A path as a notebook in folder names it: short where the two are neighbors, whole where they are not."""
    there, here = corpus.resolve(), folder.resolve()
    near = there.is_relative_to(here.parent)
    return Path(os.path.relpath(there, here)).as_posix() if near else there.as_posix()


def _put(target: Path, wanted: bytes, notebooks: dict[str, Any]) -> bool:
    """Write a notebook unless a user has changed the one that is there; say whether it is now as wanted."""
    found = _sum(target.read_bytes()) if target.exists() else None
    newest, before = _sum(wanted), notebooks.get(target.name)
    if found not in (None, newest, before):
        return before == newest  # then there is nothing new to tell
    if found != newest:
        _write(target, wanted)
    notebooks[target.name] = newest
    return True


def _other(target: Path, reads: str) -> str:
    """Why a notebook that stays differs, in words its user can act on."""
    try:
        named = _named(target.read_bytes())
    except (ValueError, KeyError, TypeError):
        return "it can no longer be read as a notebook; delete it to get a new copy"
    if named not in (None, reads):
        return f'to let it read the articles asked for, write corpus_path = "{reads}" in its settings'
    return "a newer one came with mediakit: rename yours to get it"


def _read_record(folder: Path) -> Mapping[str, Any]:
    try:
        record = json.loads((folder / HIDDEN / "notebooks.json").read_bytes())
    except (OSError, ValueError):
        return {}  # without a record every notebook counts as its user's own
    return record if isinstance(record, dict) else {}


def _write(target: Path, content: bytes) -> None:
    try:
        if target.exists() and target.read_bytes() == content:
            return
        with written_whole(target) as draft:
            draft.write_bytes(content)
    except ReportError as error:
        raise _unwritable(target, error.what.removeprefix("cannot write: ")) from error


def _unwritable(place: Path, why: str) -> LaunchError:
    mend = "choose a folder you may write to with --folder"
    return LaunchError(f"the notebooks cannot be copied: {why}", where=str(place), mend=mend)


def _sum(notebook: bytes) -> str:
    """A checksum of what a person makes of a notebook: words, code, results; JupyterLab adds the rest when it opens one."""
    try:
        cells = [[cell["cell_type"], "".join(cell["source"]), cell.get("outputs")] for cell in json.loads(notebook)["cells"]]
    except (ValueError, KeyError, TypeError):
        return hashlib.sha256(notebook).hexdigest()
    return hashlib.sha256(json.dumps(cells).encode()).hexdigest()
