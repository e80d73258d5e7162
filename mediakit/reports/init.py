"""mediakit init: a manifest with a row for each article, to be completed by someone who knows."""

from __future__ import annotations

import csv
from pathlib import Path

from mediakit.errors import CorpusError
from mediakit.loaders.files import MANIFEST as NAME
from mediakit.loaders.records import FIELDS
from mediakit.reading import read_corpus
from mediakit.written import defused, written_whole

_OPENING = 80  # characters


def write_manifest(folder: Path) -> Path:
    """Write folder/manifest.csv; return where it is.

    The columns are path, then what may be known (all empty), then first_words, which helps to
    recognise the article and is kept as a note. Raises CorpusError where there is no folder, no
    article, or a manifest already.
    """
    if not folder.is_dir():
        raise CorpusError("there is no such folder", where=str(folder), mend="name the folder that holds the articles")
    target = folder / NAME
    if target.exists():
        raise CorpusError("there is a manifest already", where=str(target), mend="complete it, or move it away first")
    articles = read_corpus(folder).articles.drop_duplicates("path")
    with written_whole(target) as draft, draft.open("w", encoding="utf-8-sig", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(["path", *FIELDS, "first_words"])
        for path, text in zip(articles["path"], articles["text"], strict=True):
            opening = " ".join(text[: 4 * _OPENING].split())[:_OPENING]
            writer.writerow([defused(path), *[""] * len(FIELDS), defused(opening)])
    return target
