"""Which sentences of an article are parsed, and what the parser is given for them.

Whole quotations are masked: a short clause stands for them, so that the parser reads “…,” said Hill the
same way whatever is said, and reads much less. The sentences of a masked quotation are one with what stands
around it. Other sentences are parsed where they hold a cue or stand right before a whole quotation.
"""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from mediakit.document import Document
from mediakit.quotes.find import Quote, quotes_in
from mediakit.sources.cues import Cues
from mediakit.sources.headings import as_prose
from mediakit.sources.statement import Parsed, Place, Sentence
from mediakit.text.parse import parse_together
from mediakit.text.tree import Tree
from mediakit.text.words import has_word

_CLAUSE = "This is so"
_LONGEST = 2000  # characters of a sentence: what is longer is a list or has lost its full stops, and is parsed piece by piece


class _Given(NamedTuple):
    """A sentence as it is given to the parser."""

    text: str
    begin: int
    end: int
    paragraph: int
    starts: tuple[int, ...]
    places: tuple[Place, ...]
    quotes: tuple[int | None, ...]


def parse_article(document: Document, cues: Cues, *, cache: str | os.PathLike[str] | None = None) -> Parsed:
    """The quotations of an article, and its sentences parsed: see parse_articles()."""
    return parse_articles([document], cues, cache=cache)[0]


def parse_articles(documents: Sequence[Document], cues: Cues, *, cache: str | os.PathLike[str] | None = None) -> list[Parsed]:
    """The quotations of articles, and their sentences parsed; several at once are parsed faster than one by one.

    Parameters: documents; cues, the lexicon: a sentence without a whole quotation must hold one of them to
    be parsed, but in a title; cache, a folder for the parses.
    """
    chosen = [_chosen(document, cues) for document in documents]
    parses = parse_together([[sentence.text for sentence in given] for _, given in chosen], cache=cache)
    if parses is None:
        return [Parsed(document, quotes, (), False) for document, (quotes, _) in zip(documents, chosen, strict=True)]
    return [
        Parsed(document, quotes, tuple(_sentence(document, *pair) for pair in zip(given, trees, strict=True)), True)
        for document, (quotes, given), trees in zip(documents, chosen, parses, strict=True)
    ]


def _sentence(document: Document, given: _Given, tree: Tree) -> Sentence:
    part = document.paragraphs[given.paragraph].part
    return Sentence(given.begin, given.end, part, given.paragraph, tree, given.starts, given.places, given.quotes)


def _chosen(document: Document, cues: Cues) -> tuple[tuple[Quote, ...], list[_Given]]:
    """The quotations of an article, and which of its sentences are parsed."""
    quotes = quotes_in(document)
    every = [*_sentences(document, quotes, cues)]
    given = [
        sentence for sentence, following in zip_longest(every, every[1:])
        if _is_wanted(sentence, cues) or (following is not None and _begins_masked(following))
        or document.paragraphs[sentence.paragraph].part == "title"
    ]  # fmt: skip
    return quotes, given


def _is_wanted(sentence: _Given, cues: Cues) -> bool:
    """Whether a sentence has words of its own beside a whole quotation, or holds a cue."""
    own = "".join(
        sentence.text[start:end]
        for start, end, quote in zip(sentence.starts, (*sentence.starts[1:], len(sentence.text)), sentence.quotes, strict=True)
        if quote is None
    )
    masked = any(quote is not None for quote in sentence.quotes)
    return has_word(own) if masked else cues.named_in(own) is not None


def _begins_masked(sentence: _Given) -> bool:
    """Whether a sentence begins with a whole quotation, so that the one before may say who speaks."""
    return any(quote is not None for quote in sentence.quotes[:2])


def _sentences(document: Document, quotes: tuple[Quote, ...], cues: Cues) -> Iterator[_Given]:
    """The article's sentences, joined where a masked quotation goes over their end."""
    masks = [(number, quote) for number, quote in enumerate(quotes) if quote.form == "full" and quote.depth == 1]
    first = [quote.begin for _, quote in masks]
    begins = [sentence.begin for sentence in document.sentences]
    for number, paragraph in enumerate(document.paragraphs):
        text = document.text if paragraph.part != "title" else as_prose(document.text, paragraph.begin, paragraph.end, cues)
        inside = masks[bisect_left(first, paragraph.begin) : bisect_left(first, paragraph.end)]
        read = document.sentences[bisect_left(begins, paragraph.begin) : bisect_left(begins, paragraph.end)]
        spans = [(sentence.begin, sentence.end) for sentence in read]
        masked = [(quote.begin, quote.end) for _, quote in inside]
        for begin, end in (piece for span in _joined(spans, masked) for piece in _cut(text, *span, masked)):
            held = masks[bisect_left(first, begin) : bisect_left(first, end)]
            yield _given(text, begin, end, number, [(n, q) for n, q in held if q.end <= end])


def _joined(spans: list[tuple[int, int]], masked: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences as one where a masked quotation goes over the end of the first."""
    joined = list[tuple[int, int]]()
    for begin, end in spans:
        _, high = masked[bisect_left(masked, (begin, 0)) - 1] if masked and masked[0][0] < begin else (0, 0)
        if joined and begin <= high and joined[-1][1] < high:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return joined


def _cut(text: str, begin: int, end: int, masked: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A sentence as it is, or in pieces where it is too long: cut between words, and not inside a masked quotation."""
    while end - begin > _LONGEST:
        at = text.rfind(" ", begin, begin + _LONGEST) + 1 or begin + _LONGEST
        low, high = masked[max(bisect_right(masked, (at, len(text))) - 1, 0)] if masked else (at, at)
        at = high if low <= at < high else at
        if at >= end:
            break
        yield begin, at
        begin = at
    yield begin, end


def _given(text: str, begin: int, end: int, paragraph: int, masks: list[tuple[int, Quote]]) -> _Given:
    pieces = list[tuple[str, Place, int | None]]()
    at = begin
    for number, quote in masks:
        pieces.append((text[at : quote.begin], Place(at, quote.begin), None))
        pieces.append((_mask(text[quote.begin : quote.end]), Place(quote.begin, quote.end), number))
        at = quote.end
    pieces.append((text[at:end], Place(at, end), None))
    pieces = [piece for piece in pieces if piece[0]]
    starts, length = list[int](), 0
    for words, _, _ in pieces:
        starts.append(length)
        length += len(words)
    whole = "".join(words for words, _, _ in pieces)
    return _Given(whole, begin, end, paragraph, tuple(starts), tuple(p for _, p, _ in pieces), tuple(q for _, _, q in pieces))


def _mask(quoted: str) -> str:
    """The clause that stands for a quotation, ending as it does."""
    last = quoted.rstrip()[-1:]
    return _CLAUSE + (last if last in ".,!?" else "")
