"""What a measure is: its definition with label, unit, source and the smallest text that deserves a number."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from mediakit.document import Document
from mediakit.text.counts import Amount, Counts

#: languages written without spaces between words, which words_in() cannot cut
UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})

#: words per sentence; no prose has a higher mean, but text without punctuation has, and lists and tables do
LONGEST_MEAN = 100


class Reading(NamedTuple):
    """One measurement, in the columns of the values table."""

    value: float | None
    n: int
    status: str
    low: float | None = None
    high: float | None = None
    interval_method: str | None = None


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A definition of something measurable about one article, or one story.

    Either ``formula`` (of Counts; then an interval within the article can be made) or ``compute``
    (of a Document) says how. A measure that ``needs`` tables gets their rows of the article behind the
    Document, one list a table, each row a named tuple with None where a cell is missing; one of
    ``scope`` "story" gets only such lists, of all articles of the story. ``compute`` may return a
    number, or a whole Reading where it knows better what n is.

    >>> import mediakit as mk
    >>> questions = mk.Measure(
    ...     name="questions", label="Questions", unit="question marks", higher_means="more questions",
    ...     what="question marks", reference="one's own", compute=lambda document: document.plain.count("?"))
    >>> mk.measure(mk.read_texts({"Harbour Herald": "Why? Nobody knew."}), [questions])["value"].tolist()
    [1.0]
    """

    name: str
    label: str  #: for axes and tables
    unit: str
    higher_means: str  #: "longer", "harder to read", …
    what: str  #: one sentence for a reader who does not know it
    reference: str  #: where the definition comes from
    counts: str = "words"  #: what n counts: words, sentences, title (words of the headline), or rows of a table in needs
    minimum: int = 1  #: smallest n that deserves a value
    languages: tuple[str, ...] = ()  #: ISO codes it was made for; none: any language with spaces between words
    decimals: int = 1
    from_zero: bool = False  #: whether an axis must begin at nought, as for amounts
    by_sentences: bool = False  #: whether it hangs on where sentences end, and so has no value where that is unclear
    version: int = 1  #: of the definition; a change of values raises it
    formula: Callable[[Counts], Amount] | None = None
    compute: Callable[..., float | Reading] | None = None
    scope: str = "article"  #: or story
    needs: tuple[str, ...] = ()  #: tables besides the text: quotes, attributions, links, passages, origins

    @property
    def needs_at_least(self) -> str:
        """The smallest text that gets a number, in words."""
        what = "word" if self.counts == "title" else self.counts.removesuffix("s")
        plural = "" if self.minimum == 1 else "s"
        return f"{self.minimum} {what}{plural}" + (" of the title" if self.counts == "title" else "")

    def status(self, n: int, language: str | None) -> str:
        """ok, or why a text with n words (or sentences) in a language gets no number."""
        if n == 0:
            return f"no {'text' if self.counts in ('words', 'sentences') else self.counts}"
        if language in UNSPACED or (self.languages and language is not None and language not in self.languages):
            return "other language"
        if n < self.minimum:
            return "too short"
        return "language unknown" if self.languages and language is None else "ok"

    def read(self, document: Document, redrawn: Counts | None = None, tables: Sequence[Sequence[Any]] = ()) -> Reading:
        """The measurement of one article; redrawn are its counts with the sentences drawn again, tables the rows it needs."""
        n = len(tables[self.needs.index(self.counts)]) if self.counts in self.needs else _SIZES[self.counts](document)
        status = self.status(n, document.language)
        if status == "ok" and self.by_sentences and document.totals.words > LONGEST_MEAN * document.totals.sentences:
            status = "sentences unclear"
        if status != "ok":
            return Reading(None, n, status)
        if self.compute is not None:
            computed = self.compute(document, *tables)
            if isinstance(computed, Reading):
                return computed
            value = float(computed)
        else:
            assert self.formula is not None
            value = float(self.formula(document.totals))
        if not math.isfinite(value):
            return Reading(None, n, "not defined")
        if self.formula is None or redrawn is None:
            return Reading(value, n, status)
        values = np.sort(np.asarray(self.formula(redrawn)))
        tail = len(values) // 40  # 2.5 % on either side
        return Reading(value, n, status, float(values[tail]), float(values[-1 - tail]), WITHIN_ARTICLE)

    def read_story(self, n: int, tables: Sequence[Sequence[Any]]) -> Reading:
        """The measurement of one story of n articles."""
        assert self.compute is not None
        computed = self.compute(*tables)
        return computed if isinstance(computed, Reading) else Reading(float(computed), n, "ok")


WITHIN_ARTICLE = "95 %, sentences within this article"

_SIZES: dict[str, Callable[[Document], int]] = {
    "words": lambda document: int(document.totals.words),
    "sentences": lambda document: len(document.sentences),
    "title": lambda document: len(document.title_words),
}
