"""How much of an article stands in quotation marks, and how many people are quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from mediakit.document import Document
from mediakit.measures.measure import Measure, Reading
from mediakit.text.words import words_in


def quotations(quotes: Sequence[Any]) -> Iterator[Any]:
    """The stretches that count as quotations: not single words in marks, and not those inside another one.

    >>> from types import SimpleNamespace as Row
    >>> rows = [Row(begin=0, end=9, form="full"), Row(begin=3, end=6, form="partial"), Row(begin=20, end=24, form="word")]
    >>> [row.end for row in quotations(rows)]
    [9]
    """
    end = -1
    for row in sorted(quotes, key=lambda row: (row.begin, -row.end)):
        if row.form != "word" and row.begin >= end:
            yield row
            end = row.end


def _count(_: Document, quotes: Sequence[Any]) -> float:
    return sum(1 for _ in quotations(quotes))


def _share(document: Document, quotes: Sequence[Any]) -> float:
    return sum(len(words_in(row.text)) for row in quotations(quotes)) / float(document.totals.words)


def _mean_length(_: Document, quotes: Sequence[Any]) -> Reading:
    lengths = [len(words_in(row.text)) for row in quotations(quotes)]
    return Reading(sum(lengths) / len(lengths), len(lengths), "ok") if lengths else Reading(None, 0, "no quotes")


def _speakers(_: Document, quotes: Sequence[Any]) -> float:
    return len({name for row in quotations(quotes) if (name := row.speaker_name or row.speaker)})


_RULES = "count; the rules are in docs/quotes.md"
_quoted = partial(Measure, needs=("quotes",), from_zero=True, reference=_RULES)

QUOTATION = (
    _quoted(name="quote_count", label="Quotations", unit="quotations", higher_means="more quotations", decimals=0, compute=_count,
            what="stretches between quotation marks, paragraph by paragraph; single words in marks do not count"),
    _quoted(name="quoted_share", label="Share of quoted words", unit="share of words", higher_means="more is quoted", decimals=2,
            minimum=100, compute=_share, what="words inside quotation marks, of all words"),
    _quoted(name="mean_quote_length", label="Mean length of quotations", unit="words per quotation", counts="quotes",
            higher_means="longer quotations", compute=_mean_length, what="words inside quotation marks divided by quotations"),
    _quoted(name="speaker_count", label="Speakers quoted", unit="speakers", higher_means="more speakers", decimals=0,
            compute=_speakers, what="different speakers of quotations, as far as the text tells who speaks"),
)  # fmt: skip
