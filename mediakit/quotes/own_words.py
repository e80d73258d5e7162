"""Which sentences of an article are the outlet's own and which it quotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from mediakit.articles import Span
from mediakit.document import Document
from mediakit.errors import MeasureError
from mediakit.quotes.marks import Stretch, pair_marks
from mediakit.text.words import words_in

CHOICES = ("all", "own", "quoted")
MOSTLY = 0.5  #: a sentence is quoted when more than this share of its words stands inside marks


@lru_cache(maxsize=64)  # asked for by the quotations and by the names of the same article
def stretches_of(document: Document) -> tuple[Stretch, ...]:
    """Every stretch between quotation marks, with its place in the article's text.

    Quotations are followed from one paragraph to the next of the same part.

    >>> text = "“Stay,” she said."
    >>> [text[found.begin : found.end] for found in stretches_of(Document("a", text, (Span(0, 17, "body"),)))]
    ['Stay,']
    """
    return tuple(
        stretch._replace(begin=paragraph.begin + stretch.begin, end=paragraph.begin + stretch.end)
        for _, run in groupby(document.paragraphs, key=lambda paragraph: paragraph.part)
        for paragraph, stretches in _paired(document.text, [*run])
        for stretch in stretches
    )


def _paired(text: str, paragraphs: list[Span]) -> Iterator[tuple[Span, list[Stretch]]]:
    return zip(paragraphs, pair_marks([text[paragraph.begin : paragraph.end] for paragraph in paragraphs]), strict=True)


def quoted_shares(document: Document) -> list[float]:
    """For each sentence, the share of its words that stands inside quotation marks.

    >>> text = "“We left,” she said. It rained."
    >>> quoted_shares(Document("a", text, (Span(0, 31, "body"),)))
    [0.5, 0.0]
    """
    outer = sorted((stretch.begin, stretch.end) for stretch in stretches_of(document) if stretch.depth == 1)
    shares, first = [], 0
    for begin, end, _ in document.sentences:
        while first < len(outer) and outer[first][1] <= begin:
            first += 1
        inside, place = 0, first
        while place < len(outer) and outer[place][0] < end:
            inside += len(words_in(document.text[max(begin, outer[place][0]) : min(end, outer[place][1])]))
            place += 1
        shares.append(min(1.0, inside / len(words_in(document.text[begin:end]))) if inside else 0.0)
    return shares


def is_quoted(share: float) -> bool:
    """Whether a sentence counts as quoted: more than half of its words stand inside marks.

    >>> is_quoted(0.5), is_quoted(0.6)
    (False, True)
    """
    return share > MOSTLY


def check_choice(quoted: str) -> None:
    """Raise MeasureError unless quoted is all, own or quoted."""
    if quoted not in CHOICES:
        raise MeasureError(f"quoted cannot be {quoted!r}", where="quoted", mend=f"use one of: {', '.join(CHOICES)}")


def choose_sentences(document: Document, quoted: str) -> Document:
    """The article with only the sentences that are its own, or only those it quotes; whole sentences, not parts of them.

    >>> text = "“We left at once,” she said. It rained."
    >>> document = choose_sentences(Document("a", text, (Span(0, 39, "body"),)), "own")
    >>> document.plain
    'It rained.'
    """
    if quoted == "all":
        return document
    wanted = quoted == "quoted"
    shares = quoted_shares(document)
    return replace(
        document,
        chosen=tuple(span for span, share in zip(document.sentences, shares, strict=True) if is_quoted(share) is wanted),
    )
