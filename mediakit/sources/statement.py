"""What an article's statements are made of: places in its text, parsed sentences, and the statement itself."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from mediakit.document import Document
from mediakit.quotes.find import Quote

if TYPE_CHECKING:
    from mediakit.text.tree import Token, Tree


class Place(NamedTuple):
    """A stretch of articles.text."""

    begin: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What somebody said, wrote or thought, as the article gives it, and the words that tie it to them."""

    spans: tuple[Place, ...]  #: its pieces, in reading order; marks may stand inside or just outside
    kind: str  #: direct, indirect or mixed
    part: str  #: title, dek or body
    source: Place | None  #: the mention, as printed; None where the text does not say
    cue: Place | None
    rule: str  #: the rule that decided, in a few words
    confidence: str  #: certain, likely or check
    carriers: tuple[Place | None, ...] = ()  #: the media it came through, outermost first; None is a gap
    quotes: tuple[int, ...] = ()  #: numbers of the quotations it holds, in Parsed.quotes


@dataclass(frozen=True)
class Sentence:
    """A sentence as the parser was given it: whole quotations stand as a short clause, masked()."""

    begin: int
    end: int
    part: str
    paragraph: int  #: number of its paragraph in document.paragraphs
    tree: Tree
    starts: tuple[int, ...]  #: positions in tree.text where a piece of the article's text begins …
    places: tuple[Place, ...]  #: … and where that piece stands in the article
    quotes: tuple[int | None, ...]  #: … and the number of the quotation that stands masked there

    def place(self, *tokens: Token) -> Place:
        """Where tokens stand in the article, from the first to the last of them."""
        first = last = tokens[0]
        for token in tokens[1:]:
            first, last = (token if token.i < first.i else first), (token if token.i > last.i else last)
        return Place(self._position(first.idx, end=False), self._position(last.idx + len(last), end=True))

    @cached_property
    def masks(self) -> tuple[int | None, ...]:
        """For each token, the number of the quotation it stands for, None for a word of the article."""
        if len(self.quotes) == 1:
            return self.quotes * len(self.tree)
        return tuple(self.quotes[bisect_right(self.starts, token.idx) - 1] for token in self.tree)

    def masked(self, token: Token) -> int | None:
        """The number of the quotation a token stands for, None for a word of the article."""
        return self.masks[token.i]

    def tokens(self, begin: int, end: int) -> list[Token]:
        """The tokens that stand in a stretch of the article."""
        return [
            token
            for token, place in ((token, self.place(token)) for token in self.tree)
            if begin < place.end and place.begin < end
        ]

    def _position(self, index: int, *, end: bool) -> int:
        piece = bisect_right(self.starts, index - end) - 1
        if self.quotes[piece] is not None:
            return self.places[piece][end]
        return self.places[piece].begin + index - self.starts[piece]


@dataclass(frozen=True)
class Parsed:
    """One article with its quotations and those of its sentences that may say who said something."""

    document: Document
    quotes: tuple[Quote, ...]
    sentences: tuple[Sentence, ...]  #: empty where there is no model
    model: bool  #: False: no model, only patterns

    def quotes_in(self, begin: int, end: int) -> Sequence[int]:
        """Numbers of the quotations, but for those inside another, that share letters with a stretch."""
        return self._outer[bisect_right(self._ends, begin) : bisect_left(self._begins, end)]

    def sentence_at(self, position: int) -> Sentence | None:
        """The parsed sentence around a position."""
        at = bisect_right(self.sentences, position, key=lambda sentence: sentence.begin) - 1
        return self.sentences[at] if at >= 0 and position < self.sentences[at].end else None

    def sentence_before(self, position: int, paragraph: int) -> Sentence | None:
        """The last parsed sentence that ends by a position, where it stands in a paragraph, given by its number."""
        at = bisect_right(self.sentences, position, key=lambda sentence: sentence.end) - 1
        return self.sentences[at] if at >= 0 and self.sentences[at].paragraph == paragraph else None

    @cached_property
    def _outer(self) -> list[int]:
        return [number for number, quote in enumerate(self.quotes) if quote.depth == 1]

    @cached_property
    def _begins(self) -> list[int]:
        return [self.quotes[number].begin for number in self._outer]

    @cached_property
    def _ends(self) -> list[int]:
        return [self.quotes[number].end for number in self._outer]
