"""The doors to a corpus: a folder or file, or pasted texts, read into a Corpus."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from mediakit.corpus import Corpus, Origin
from mediakit.errors import CorpusError
from mediakit.gathering import Gathering
from mediakit.loaders import Problem, Record
from mediakit.loaders.columns import check_fields
from mediakit.loaders.corrections import corrections_given, read_corrections
from mediakit.loaders.decode import repair
from mediakit.loaders.formats import BY_NAME
from mediakit.loaders.manifest import read_manifest
from mediakit.tables import CORRECTIONS, check

_LONGEST_PATH = 200  # characters; what is longer was meant for a text


def read_corpus(
    path: str | Path,
    *,
    columns: Mapping[str, str] | None = None,
    format: str | None = None,
    strict: bool = False,
    corrections: pd.DataFrame | None = None,
) -> Corpus:
    """Read a folder of articles, or one file that holds many, into a Corpus.

    A folder is read with its sub-folders: a .txt file is one article, tables (.csv, .xlsx, .jsonl, .json,
    .parquet) hold one a row, exports of news archives many; ZIP, TAR and .gz files are read as if they were
    unpacked. ``list_formats()`` says for each format what you get and what you must supply; a file is
    known by its content where that tells, else by its ending. ``manifest.csv`` in the folder says what is
    known about each file (path, outlet, title, published, url, byline, story_id, language, rights);
    ``corrections.csv`` holds a user's decisions.

    Parameters
    ----------
    path: folder or file.
    columns: which column holds what, {"text": "Body", "outlet": "Paper"}; without it the usual names
        are looked for (text, body, content, …; outlet, source, publisher, …). What was taken is in
        ``corpus.origin.files``.
    format: a name from ``list_formats()``, for files whose content and ending do not tell; holds for all of them.
    strict: raise at the first problem instead of listing it.
    corrections: a corrections table whose decisions hold in place of those in corrections.csv.

    Returns a Corpus. Whatever could not be read, or wants a look, is a row of ``corpus.problems``;
    loaded + quarantined + skipped = found, in ``corpus.origin``.
    Raises CorpusError when there is nothing usable; ColumnError when a column cannot be found.

    >>> read_corpus("seeds/kim-shoigu-2025")
    <Corpus of 5 articles, 1 known outlets, 4 articles of unknown outlet, 0 problems>
    """
    if not str(path).strip():
        raise CorpusError("the path is empty", where="read_corpus", mend='name a folder or file; "." is the folder you are in')
    root = Path(path)
    if not _exists(root):
        pasted = "\n" in str(path) or len(str(path)) > _LONGEST_PATH
        mend = "to read pasted articles call mk.read_texts" if pasted else _where_it_may_be(root)
        raise CorpusError("there is no such folder or file", where=str(path)[:200], mend=mend)
    if format is not None and format not in BY_NAME:
        raise CorpusError(f"no format is called {format!r}", where=str(path), mend=f"use one of: {', '.join(BY_NAME)}")
    check_fields(columns or (), where=str(path))
    folder = root if root.is_dir() else root.parent
    manifest, problems = read_manifest(folder)
    given = None if corrections is None else check(corrections, CORRECTIONS)
    decided, faults = read_corrections(folder) if given is None else corrections_given(given)
    reading = Gathering(manifest, decided, [*problems, *faults], all_decided=given is not None)
    files = reading.read_all(root, dict(columns) if columns else None, format)
    reading.say_unused_rows(files)
    origin = Origin(Path(path).as_posix(), files, columns=dict(columns or {}), format=format)
    return reading.corpus(origin, strict, nothing="the folder is empty")


def read_again(corpus: Corpus, corrections: pd.DataFrame) -> Corpus:
    """The same articles of a corpus that was read, read once more with other corrections.

    Parameters: corpus; corrections, a corrections table whose decisions hold in place of all before. Nothing is written. What was
    worked out from the corpus is not in it: group_stories and apply_stories have to be called again.
    Raises CorpusError where the articles were pasted, or are no longer there.
    """
    origin = corpus.origin
    if not origin.files:
        mend = "save the texts as files in a folder, and read that with mk.read_corpus"
        raise CorpusError("texts that were pasted cannot be read again", where=origin.path, mend=mend)
    made = read_corpus(origin.path, columns=origin.columns or None, format=origin.format, corrections=corrections)
    return made.select(ids=corpus.articles["article_id"])


def read_texts(texts: Mapping[str, str]) -> Corpus:
    """A corpus of pasted articles, one an outlet.

    Parameters: texts, the outlet's name and the article's text; a name may be anything that tells
    them apart. Returns a Corpus whose article_id is the name given.

    >>> read_texts({"Harbour Herald": "The ferry stopped.", "Coast Courier": "No ferry today."})
    <Corpus of 2 articles, 2 known outlets, 0 articles of unknown outlet, 0 problems>
    """
    reading = Gathering({}, [], [])
    for outlet, text in texts.items():
        repaired, remarks = repair(text)
        for remark in remarks:
            reading.take(Problem(outlet, None, "text", remark.what, remark.mend, remark.fate))
        reading.take(Record(outlet, None, None, repaired, {}) if text.strip() else _blank(outlet), given_outlet=outlet)
    return reading.corpus(Origin("pasted texts"), strict=False, nothing="no text was given")


def _blank(name: str) -> Problem:
    return Problem(name, None, "text", "no text: empty or blank", "paste the article's text", "quarantined")


def _where_it_may_be(path: Path) -> str:
    """Where to look for what is not at a path: one folder further up, where somebody forgot that the path starts here."""
    if not path.is_absolute() and (beside := ".." / path).exists():
        return f'write "{beside.as_posix()}": the path starts at {Path.cwd()}'
    here = "" if path.is_absolute() else f", which starts at {Path.cwd()}"
    return f"check the spelling of the path{here}"


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name longer than any can be
        return False
