"""Reports kept by what went into them: an unchanged corpus needs no new one, and nothing old is ever shown.

A report's name is the checksum of everything it rests on: every byte of the corpus, the settings, the lexicons, mediakit's own
files, the versions of all that is installed, and what the environment tells the model. An entry that is damaged is made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import distributions, entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from mediakit.loaders.files import COMPANIONS, files_below
from mediakit.measures.plugins import GROUP
from mediakit.reports.manifest import Missing
from mediakit.reports.shipped import notebook_path
from mediakit.written import written_whole

_ENVIRONMENT = ("MEDIAKIT_MODEL", "TZ", "LANG", "LC_ALL")


class Made(NamedTuple):
    """A report as it was made: the page, the word that stands where its stamp belongs, and what the manifest says."""

    page: str
    stamp: str
    said: dict[str, Any]
    missing: list[Missing] = []  # noqa: RUF012  # what is kept misses nothing


class Kept(NamedTuple):
    """Where a report is kept."""

    file: Path
    parses: Path  #: the folder of parsed sentences, which serve a changed corpus too

    def read(self) -> Made | None:
        """The report as it was kept; None where there is none, or it is not whole."""
        try:
            checksum, _, content = self.file.read_text(encoding="utf-8").partition("\n")
            return Made(*json.loads(content)) if checksum == _checksum(content) else None
        except (OSError, ValueError, TypeError):  # whatever is wrong with it, it is made anew
            return None

    def write(self, made: Made) -> None:
        """Keep a report, whole or not at all."""
        content = json.dumps(made[:3])
        with written_whole(self.file) as draft:
            draft.write_text(f"{_checksum(content)}\n{content}", encoding="utf-8", newline="\n")


def kept_in(folder: Path, corpus_path: Path, given: Mapping[str, object], also: Iterable[str]) -> Kept:
    """Where the report with these settings is kept below folder; also are further files that it rests on."""
    digest = hashlib.sha256()
    for part in _what_counts(corpus_path, given, also):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return Kept(folder / f"report-{digest.hexdigest()[:32]}.json", folder / "parses")


def _what_counts(corpus_path: Path, given: Mapping[str, object], also: Iterable[str]) -> Iterator[bytes]:
    yield json.dumps([dict(given), str(Path.cwd()), platform.python_version(), platform.platform()], sort_keys=True).encode()
    yield json.dumps({name: os.environ.get(name) for name in _ENVIRONMENT}).encode()
    yield json.dumps(sorted(f"{one.metadata['Name']} {one.version}" for one in distributions())).encode()
    below = corpus_path if corpus_path.is_dir() else corpus_path.parent
    beside = [below / name for name in COMPANIONS] if below is corpus_path.parent else []
    yield from _files(files_below(corpus_path) if corpus_path.is_dir() else [corpus_path, *beside], below)
    yield from _files(map(Path, also), Path())
    yield from _files([notebook_path("report.ipynb")], notebook_path("report.ipynb").parent)
    for root in (Path(__file__).parent.parent, *_plugins()):
        files = sorted(root.rglob("*")) if root.is_dir() else [root]
        yield from _files((file for file in files if "__pycache__" not in file.parts), root.parent)


def _files(files: Iterable[Path], root: Path) -> Iterator[bytes]:
    """The name of each file and the checksum of its bytes; for what cannot be read, why not."""
    for file in files:
        yield os.fsencode(file.relative_to(root) if file.is_relative_to(root) else file)
        try:
            yield hashlib.sha256(file.read_bytes()).digest() if file.is_file() else b"no file"
        except OSError as error:
            yield str(error.errno).encode()


def _plugins() -> Iterator[Path]:
    """The folders of plugins, which may change under one version while they are written."""
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.value):
        try:
            found = find_spec(entry.module.partition(".")[0])
        except (ImportError, ValueError):
            continue
        if found and found.submodule_search_locations:
            yield from map(Path, found.submodule_search_locations)
        elif found and found.origin and Path(found.origin).is_file():
            yield Path(found.origin)


def _checksum(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()
