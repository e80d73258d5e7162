"""One article, with where its paragraphs, sentences and words stand: worked out once, then dropped.

Whatever is computed about one article is a pure function of its Document; functions on a corpus
only loop over documents().
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from mediakit.articles import BESIDE, PARTS, WHOLE_TEXT, Span
from mediakit.corpus import Corpus
from mediakit.errors import MeasureError
from mediakit.tables import ARTICLES, LEAD, SENTENCES, check, make, plain_rows
from mediakit.text.counts import Counts, count_sentences
from mediakit.text.paragraphs import join_wrapped
from mediakit.text.sentences import split_paragraphs
from mediakit.text.words import words_in


@dataclass(frozen=True)
class Document:
    """The parts of one article that are wanted, as paragraphs; the rest is worked out on first use."""

    article_id: str
    text: str
    paragraphs: tuple[Span, ...]
    language: str | None = None
    title: str | None = None
    chosen: tuple[Span, ...] | None = None  #: the sentences that count, where not all do

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Every sentence that counts, in reading order."""
        if self.chosen is not None:
            return self.chosen
        split = split_paragraphs([self.text[span.begin : span.end] for span in self.paragraphs])
        return tuple(
            Span(paragraph.begin + begin, paragraph.begin + end, paragraph.part)
            for paragraph, sentences in zip(self.paragraphs, split, strict=True)
            for begin, end in sentences
        )

    @cached_property
    def words(self) -> list[str]:
        """Every word, as printed."""
        return [word for span in self.sentences for word in words_in(self.text[span.begin : span.end])]

    @cached_property
    def counts(self) -> npt.NDArray[np.float64]:
        """One row a sentence, one column a field of Counts."""
        return count_sentences([self.text[span.begin : span.end] for span in self.sentences])

    @cached_property
    def totals(self) -> Counts:
        """The counts of all sentences together."""
        return Counts(*self.counts.sum(axis=0))

    @property
    def title_words(self) -> list[str]:
        """The words of the headline, none where it is not known."""
        return words_in(self.title or "")

    @cached_property
    def plain(self) -> str:
        """The paragraphs as one text, a line each: what other tools are given."""
        if self.chosen is not None:
            return "\n".join(" ".join(self.text[span.begin : span.end] for span in row) for row in self._chosen_by_paragraph())
        return "\n".join(self.text[span.begin : span.end] for span in self.paragraphs)

    @property
    def paragraph_count(self) -> int:
        """Paragraphs that hold a sentence that counts."""
        return len(self.paragraphs) if self.chosen is None else len(self._chosen_by_paragraph())

    def _chosen_by_paragraph(self) -> list[list[Span]]:
        ends = [paragraph.end for paragraph in self.paragraphs]
        return [[*row] for _, row in groupby(self.chosen or (), key=lambda span: bisect_left(ends, span.end))]


def documents(
    corpus: Corpus, *, parts: tuple[str, ...] = PARTS, beside: bool = False
) -> Iterator[tuple[tuple[object, ...], Document]]:
    """Each article's leading columns with its Document, one at a time.

    parts are some of PARTS, or (WHOLE_TEXT,) alone; beside takes subheads and captions with them, which nothing measures.
    Raises MeasureError for others.
    """
    check_parts(parts)
    lead = [column.name for column in LEAD]
    for *leading, text, title, language in plain_rows(check(corpus.articles, ARTICLES)[[*lead, "text", "title", "language"]]):
        known = corpus.part_lines(leading[0], beside=beside) if text else ()
        wanted = (*parts, *BESIDE) if beside else parts
        lines = _all_lines(text or "") if WHOLE_TEXT in parts else [line for line in known if line.part in wanted]
        yield tuple(leading), Document(leading[0], text or "", tuple(_paragraphs(text, lines)), language, title)


def check_parts(parts: tuple[str, ...]) -> None:
    """Raise MeasureError unless parts can be measured together."""
    mend = f"use some of ({', '.join(map(repr, PARTS))}), or ({WHOLE_TEXT!r},) alone"
    if isinstance(parts, str):
        raise MeasureError(f"parts is a tuple, not the text {parts!r}", where="parts", mend=f"write ({parts!r},), with its comma")
    unknown = [part for part in parts if part not in (*PARTS, WHOLE_TEXT)]
    if unknown or not parts:
        raise MeasureError(f"no part is called {unknown or parts!r}", where="parts", mend=mend)
    if WHOLE_TEXT in parts and len(parts) > 1:
        raise MeasureError("the whole text holds the other parts already", where="parts", mend=mend)


def _all_lines(text: str) -> list[Span]:
    """Every line that is not blank, with its newline."""
    ends = [found.end() for found in re.finditer(r"\n|(?<!\n)\Z", text)]
    return [Span(begin, end, WHOLE_TEXT) for begin, end in pairwise([0, *ends]) if text[begin:end].strip()]


def _paragraphs(text: str, lines: list[Span]) -> Iterator[Span]:
    """Lines joined where the text was broken at a fixed width; each stretch of lines by itself."""
    for stretch in _neighbours(lines):
        for indices in join_wrapped([text[line.begin : line.end] for line in stretch]):
            begin, end = stretch[indices[0]].begin, stretch[indices[-1]].end
            inside = text[begin:end]
            yield Span(begin + len(inside) - len(inside.lstrip()), begin + len(inside.rstrip()), stretch[indices[0]].part)


def _neighbours(lines: list[Span]) -> list[list[Span]]:
    """Runs of lines of one part with nothing between them."""
    runs: list[list[Span]] = []
    for line in lines:
        if runs and runs[-1][-1].end == line.begin and runs[-1][-1].part == line.part:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def split_sentences(corpus: Corpus) -> pd.DataFrame:
    """Every sentence of title, dek and body: the sentences table.

    Returns one row a sentence: article_id, story_id, outlet, outlet_key, sentence_no, part, begin,
    end (positions in articles.text) and n_words.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped. Nobody knew why."})
    >>> mk.split_sentences(corpus)[["part", "begin", "end", "n_words"]].values.tolist()
    [['body', 0, 18, 3], ['body', 19, 35, 3]]
    """
    rows: list[tuple[object, ...]] = []
    for lead, document in documents(corpus):
        rows += [
            (*lead, number, span.part, span.begin, span.end, len(words_in(document.text[span.begin : span.end])))
            for number, span in enumerate(document.sentences, start=1)
        ]
    return make(rows, SENTENCES)
