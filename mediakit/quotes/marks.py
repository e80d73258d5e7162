"""Which quotation marks belong together, and so what stands inside them.

Marks are paired paragraph by paragraph:

1. A curly mark, a guillemet or a low mark says by its shape whether it opens; where writers mix them up
   („so“, ”so”, »so«) its place decides. A straight mark is read by what stands around it.
2. An inner quotation is closed before the outer one. A second opening mark of the same kind is an inner
   quotation when enough closing marks follow; if not, the first one was never closed and ends there.
3. A double mark that is never closed runs to the end of its paragraph (closed=False). If the next paragraph
   begins with the mark again, or closes before it opens anything, the quotation goes on there (continues=True).
4. A single mark is a quotation mark only where another closes it, or where speech plainly begins: it is far
   more often an apostrophe. 'em, '90s, workers’ and 6' count as such unless nothing else can close.
5. A straight double mark after a figure is a sign for inches where it closes nothing, or where another mark
   that can only close follows.

Nothing raises, whatever the mix; the time taken grows with the length of the text and no faster.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mediakit.quotes.signs import MIXED, PROPER, Sign, signs_in
from mediakit.text.words import has_word

_AHEAD = 60  # marks looked ahead for the one that closes: more are not of one quotation


class Stretch(NamedTuple):
    """What stands inside one pair of marks, in one paragraph."""

    begin: int  #: first position inside the marks
    end: int  #: just after the last position inside
    depth: int  #: 1 for a quotation, 2 for one inside it, …
    closed: bool  #: False: no closing mark in this paragraph
    kind: str  #: the mark that opens it: straight, curly, low, guillemets, backticks, corners, single …
    continues: bool = False  #: the quotation goes on in the next paragraph


class _Open(NamedTuple):
    """A mark that has opened something."""

    begin: int
    kind: str
    single: bool


def stretches_in(paragraph: str) -> list[Stretch]:
    """Every stretch between quotation marks in one paragraph, in reading order, outer ones before those inside them.

    >>> text = "“It’s ‘done’,” she said of the '90s boat."
    >>> [(text[found.begin : found.end], found.depth, found.closed) for found in stretches_in(text)]
    [('It’s ‘done’,', 1, True), ('done', 2, True)]
    """
    return pair_marks([paragraph])[0]


def pair_marks(paragraphs: Sequence[str]) -> list[list[Stretch]]:
    """The stretches of each paragraph, as stretches_in() gives them; quotations are followed into the next paragraph.

    The paragraphs stand below each other in one text. Positions are those in each paragraph.

    >>> first, second = pair_marks(["“We waited.", "“Nobody came,” he said."])
    >>> first[0].closed, first[0].continues, second[0].closed
    (False, True, True)
    """
    signs = [list(signs_in(paragraph)) for paragraph in paragraphs]
    paired: list[list[Stretch]] = []
    carried: str | None = None
    for number, paragraph in enumerate(paragraphs):
        following = (paragraphs[number + 1], signs[number + 1]) if number + 1 < len(paragraphs) else ("", [])
        pairing = _Pairing(paragraph, signs[number], carried)
        paired.append(pairing.pair(*following))
        carried = pairing.carries
    return paired


def goes_on(kind: str, paragraph: str, signs: Sequence[Sign]) -> bool:
    """Whether a quotation opened by a mark of a kind and not closed goes on in the next paragraph, whose signs are given."""
    first = _first_of(kind, signs)
    if first is None or first.opens:
        return _repeats(kind, paragraph, signs)
    return first.glyph in PROPER[kind] and not first.doubtful and (first.certain or not first.single)


def _repeats(kind: str, paragraph: str, signs: Sequence[Sign]) -> bool:
    """Whether a paragraph begins by opening the quotation again."""
    first = _first_of(kind, signs)
    return first is not None and first.opens and first.kind == kind and not has_word(paragraph[: first.begin])


def _first_of(kind: str, signs: Sequence[Sign]) -> Sign | None:
    """The first double mark, or the first single one, as kind is."""
    return next((sign for sign in signs if sign.single == kind.startswith("single")), None)


class _Pairing:
    """The pairing of one paragraph, while it is made."""

    def __init__(self, paragraph: str, signs: list[Sign], carried: str | None) -> None:
        self.paragraph, self.signs = paragraph, signs
        self.stack: list[_Open] = []
        self.found: list[Stretch] = []
        self.carries: str | None = None  #: the kind of mark whose quotation goes on in the next paragraph
        self.closers_left = _closers_left(signs)
        if carried is not None and not _repeats(carried, paragraph, signs):
            self.stack.append(_Open(0, carried, carried.startswith("single")))

    def pair(self, next_paragraph: str, next_signs: list[Sign]) -> list[Stretch]:
        """Every stretch of the paragraph, in reading order."""
        for place, sign in enumerate(self.signs):
            (self._single if sign.single else self._double)(place, sign)
        end = len(self.paragraph.rstrip())
        while self.stack:
            opened = self.stack[-1]
            on = len(self.stack) == 1 and goes_on(opened.kind, next_paragraph, next_signs)
            if on or not opened.single or self._speech_begins(opened):
                self._close(end, closed=False, continues=on)
                self.carries = opened.kind if on else None
            else:
                self.stack.pop()
        return _with_depth(self.found)

    def _double(self, place: int, sign: Sign) -> None:
        depth = next((depth for depth in reversed(range(len(self.stack))) if not self.stack[depth].single), None)
        opened = None if depth is None else self.stack[depth]
        if opened is not None and sign.closes and _fits(opened.kind, sign) and not self._closes_later(place, opened, sign):
            del self.stack[depth + 1 :]  # type: ignore[operator]  # single marks that nothing closed were apostrophes
            self._close(sign.begin)
        elif not sign.opens or sign.doubtful:
            return  # a mark too many, or inches
        elif opened is not None and sign.kind == opened.kind and not self._is_inner(place):
            del self.stack[depth + 1 :]  # type: ignore[operator]
            self._close(sign.begin, closed=False)
            self._open(sign)
        else:
            self._open(sign)

    def _closes_later(self, place: int, opened: _Open, sign: Sign) -> bool:
        """Whether this mark had better not close, because a better one follows before anything else opens."""
        if sign.glyph in PROPER[opened.kind] and not sign.doubtful:
            return False
        for later in self.signs[place + 1 : place + _AHEAD]:
            if later.single:
                continue
            if later.opens:
                return False
            if later.glyph in PROPER[opened.kind] and not later.doubtful:
                return True
        return False

    def _is_inner(self, place: int) -> bool:
        """Whether enough marks follow to close both this quotation and the one it stands in."""
        return self.closers_left[place + 1] >= 2

    def _single(self, place: int, sign: Sign) -> None:
        inside = self.stack[-1] if self.stack and self.stack[-1].single else None
        if inside is not None and sign.closes and _fits(inside.kind, sign):
            if not (sign.doubtful and self._single_closes(place, inside.kind)):
                self._close(sign.begin)
        elif sign.opens:
            if inside is not None and (sign.doubtful or not self._single_closes(place, sign.kind, times=2)):
                return
            if self._single_closes(place, sign.kind, certain=sign.doubtful) or (not sign.doubtful and inside is None):
                self._open(sign)

    def _single_closes(self, place: int, kind: str, *, certain: bool = False, times: int = 1) -> bool:
        """Whether a single mark further on can close one of this kind before the quotation around it ends."""
        around = any(not opened.single for opened in self.stack)
        for later in self.signs[place + 1 : place + _AHEAD]:
            if not later.single:
                if around and later.closes and not later.opens:
                    return False
            elif later.closes and _fits(kind, later) and (later.certain or not certain):
                times -= 1
                if not times:
                    return True
        return False

    def _speech_begins(self, opened: _Open) -> bool:
        """Whether speech plainly begins with a single mark, so that it counts though nothing closes it."""
        before = self.paragraph[: max(0, opened.begin - 1)].rstrip()
        return opened.kind == "single curly" and (not before or before[-1] in ",:")

    def _open(self, sign: Sign) -> None:
        self.stack.append(_Open(sign.end, sign.kind, sign.single))

    def _close(self, end: int, *, closed: bool = True, continues: bool = False) -> None:
        opened = self.stack.pop()
        if self.paragraph[opened.begin : end].strip():
            self.found.append(Stretch(opened.begin, end, 0, closed, opened.kind, continues))


def _with_depth(found: list[Stretch]) -> list[Stretch]:
    """The stretches in reading order, outer ones first, each with its depth; known only once apostrophes are sorted out."""
    placed, around = list[Stretch](), list[int]()
    for stretch in sorted(found, key=lambda stretch: (stretch.begin, -stretch.end)):
        while around and around[-1] <= stretch.begin:
            around.pop()
        around.append(stretch.end)
        placed.append(stretch._replace(depth=len(around)))
    return placed


def _fits(kind: str, sign: Sign) -> bool:
    """Whether a sign can close what a mark of a kind has opened; » closes « and « closes »."""
    return sign.glyph in PROPER[kind] or sign.glyph in MIXED.get(kind, ())


def _closers_left(signs: list[Sign]) -> list[int]:
    """For each place, how far double marks from there on close more than they open, at most."""
    left = [0] * (len(signs) + 1)
    for place in reversed(range(len(signs))):
        sign = signs[place]
        step = 0 if sign.single or sign.doubtful else 1 if sign.closes else -1
        left[place] = max(0, step + left[place + 1])
    return left
