"""An article as a reader walks through it: line by line, each line cut wherever something marked begins or ends.

A mark is a stretch of text with a key: ``sentence:3``, ``quote:2``, ``told:4``, ``source:4`` and ``cue:4`` (of
statement 4), ``passage:0``. Keys are unique within their article; one key may mark several stretches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any, NamedTuple

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.tables import ATTRIBUTIONS, PASSAGES, QUOTES, SENTENCES, check, missing, named_rows, rows_of
from mediakit.views.highlight import label_for_readers, reason_for_readers
from mediakit.views.quotations import pieces
from mediakit.views.shown import visible


class Mark(NamedTuple):
    """A stretch of an article's text and what it is."""

    begin: int
    end: int
    key: str


class Piece(NamedTuple):
    """A stretch of one line: its words, and the keys of what it belongs to, the widest first."""

    text: str
    keys: tuple[str, ...]


class ReaderLine(NamedTuple):
    """One line that is not blank: its number, what it is, why, where it stands, and its pieces in order."""

    no: int
    label: str
    shown_label: str
    why: str
    begin: int
    end: int
    pieces: tuple[Piece, ...]


Marks = Mapping[str, Sequence[Mark]]  #: by article_id


def reader_lines(corpus: Corpus, *marks: Marks) -> dict[str, list[ReaderLine]]:
    """For each article its lines that are not blank, cut where marks begin and end.

    Parameters: corpus; marks, what sentence_marks(), quote_marks(), statement_marks() and passage_marks() returned for it.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped. Nobody knew why."})
    >>> (lines,) = reader_lines(corpus, sentence_marks(mk.split_sentences(corpus))).values()
    >>> [tuple(piece) for piece in lines[0].pieces]
    [('The ferry stopped.', ('sentence:1',)), (' ', ()), ('Nobody knew why.', ('sentence:2',))]
    """
    texts = dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True))
    ordered = {
        article_id: sorted(
            (mark for each in marks for mark in each.get(article_id, ())), key=lambda mark: (mark.begin, -mark.end)
        )
        for article_id in texts
    }
    lines: dict[str, list[ReaderLine]] = {article_id: [] for article_id in texts}
    for article_id, rows in groupby(named_rows(corpus.lines[_OF_LINES]), attrgetter("article_id")):
        waiting, place, open_marks = ordered[article_id], 0, list[Mark]()
        for row in rows:
            while place < len(waiting) and waiting[place].begin < row.end:
                open_marks.append(waiting[place])
                place += 1
            open_marks = [mark for mark in open_marks if mark.end > row.begin]
            if row.label != "blank":
                lines[article_id].append(_line(texts[article_id], row, open_marks))
    return lines


_OF_LINES = ["article_id", "line_no", "begin", "end", "label", "why", "confidence", "decided_by"]


def sentence_marks(sentences: pd.DataFrame) -> dict[str, list[Mark]]:
    """Every sentence, as split_sentences() found it."""
    return _by_article(
        (row.article_id, Mark(row.begin, row.end, f"sentence:{row.sentence_no}")) for row in _rows(sentences, SENTENCES)
    )


def quote_marks(quotes: pd.DataFrame) -> dict[str, list[Mark]]:
    """Every stretch between quotation marks, as find_quotes() found it."""
    return _by_article((row.article_id, Mark(row.begin, row.end, f"quote:{row.quote_no}")) for row in _rows(quotes, QUOTES))


def statement_marks(attributions: pd.DataFrame) -> dict[str, list[Mark]]:
    """What is told of every statement of find_attributions(), its source and its cue."""
    return _by_article((row.article_id, mark) for row in _rows(attributions, ATTRIBUTIONS) for mark in _of_statement(row))


def passage_marks(passages: pd.DataFrame) -> dict[str, list[Mark]]:
    """Every stretch of find_passages(); its key holds its place in the table."""
    rows = enumerate(_rows(passages, PASSAGES))
    return _by_article((row.article_id, Mark(row.begin, row.end, f"passage:{place}")) for place, row in rows)


def _of_statement(row: Any) -> Iterator[Mark]:
    for begin, end in pieces(row):
        yield Mark(begin, end, f"told:{row.attribution_no}")
    for what in ("source", "cue"):
        begin, end = getattr(row, f"{what}_begin"), getattr(row, f"{what}_end")
        if not missing(begin):
            yield Mark(int(begin), int(end), f"{what}:{row.attribution_no}")


def _rows(table: pd.DataFrame, of: Any) -> Iterable[Any]:
    return rows_of(check(table, of))


def _by_article(marks: Iterable[tuple[str, Mark]]) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for article_id, mark in marks:
        found.setdefault(article_id, []).append(mark)
    return found


def _line(text: str, row: Any, marks: Sequence[Mark]) -> ReaderLine:
    inside = text[row.begin : row.end]
    begin, end = row.begin + len(inside) - len(inside.lstrip()), row.begin + len(inside.rstrip())
    shown, why = label_for_readers(row.label), reason_for_readers(row)
    return ReaderLine(row.line_no, row.label, shown, why, row.begin, row.end, _cut(text, begin, end, marks))


def _cut(text: str, begin: int, end: int, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The stretches of begin to end between the edges of marks, which are in the order in which they begin."""
    edges = sorted({begin, end, *(edge for mark in marks for edge in (mark.begin, mark.end) if begin < edge < end)})
    pieces, place, over = [], 0, list[Mark]()
    for first, last in pairwise(edges):
        while place < len(marks) and marks[place].begin <= first:
            over.append(marks[place])
            place += 1
        over = [mark for mark in over if mark.end >= last]
        pieces.append(Piece(visible(text[first:last]), tuple(dict.fromkeys(mark.key for mark in over))))
    return tuple(pieces)
