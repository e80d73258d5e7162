"""An article as a reader walks through it: line by line, each line cut where its sentences begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.tables import SENTENCES, check, rows_of
from mediakit.views.highlight import label_for_readers, reason_for_readers
from mediakit.views.shown import visible


class Piece(NamedTuple):
    """A stretch of one line: its words, and the number of the sentence it belongs to, if any."""

    text: str
    sentence_no: int | None


class ReaderLine(NamedTuple):
    """One line that is not blank: what it is, why, where it stands, and its pieces in order."""

    label: str
    shown_label: str
    why: str
    begin: int
    end: int
    pieces: tuple[Piece, ...]


def reader_lines(corpus: Corpus, sentences: pd.DataFrame) -> dict[str, list[ReaderLine]]:
    """For each article its lines that are not blank, cut at the ends of its sentences.

    Parameters: corpus; sentences, what split_sentences() returned for it.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped. Nobody knew why."})
    >>> (lines,) = reader_lines(corpus, mk.split_sentences(corpus)).values()
    >>> [tuple(piece) for piece in lines[0].pieces]
    [('The ferry stopped.', 1), (' ', None), ('Nobody knew why.', 2)]
    """
    texts = dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True))
    ends = {
        article_id: [(int(row.begin), int(row.end), int(row.sentence_no)) for row in rows_of(rows)]
        for article_id, rows in check(sentences, SENTENCES).groupby("article_id", sort=False)
    }
    lines: dict[str, list[ReaderLine]] = {article_id: [] for article_id in texts}
    for row in rows_of(corpus.lines):
        if row.label != "blank":
            lines[row.article_id].append(_line(texts[row.article_id], row, ends.get(row.article_id, [])))
    return lines


def _line(text: str, row: Any, sentences: list[tuple[int, int, int]]) -> ReaderLine:
    inside = text[row.begin : row.end]
    begin, end = row.begin + len(inside) - len(inside.lstrip()), row.begin + len(inside.rstrip())
    pieces = tuple(Piece(visible(text[first:last]), number) for first, last, number in _cut(begin, end, sentences))
    return ReaderLine(row.label, label_for_readers(row.label), reason_for_readers(row), row.begin, row.end, pieces)


def _cut(begin: int, end: int, sentences: list[tuple[int, int, int]]) -> Iterator[tuple[int, int, int | None]]:
    """The stretches of begin to end: in a sentence, with its number, or between two."""
    for first, last, number in sentences:
        if last <= begin or first >= end:
            continue
        if first > begin:
            yield begin, first, None
        yield max(begin, first), min(last, end), number
        begin = min(last, end)
    if begin < end:
        yield begin, end, None
