"""How much two aligned stretches have in common, and when that makes them copies of the same words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mediakit.reuse.align import Piece
from mediakit.reuse.normal import GAP, Normal, is_function_word, is_negation

_LIGHT = 0.4  # what a function word weighs where a content word weighs 1
_ALIKE = 0.5  # what a form of the same word counts
_REPLACED_BETWEEN = 2  # words that may read otherwise between two runs that belong together …
_LOST_BETWEEN = 6  # … and words that one of the two may lack there
_FEWEST = 3  # words in common that tell something, unless the whole of the shorter stretch is in common


class Enough(NamedTuple):
    """What two stretches must have in common to be taken for the same words."""

    share: float = 0.6  #: of the shorter stretch …
    share_short: float = 0.8  #: … and where it is worth less than short
    short: float = 5.0
    telling: float = 2.5  #: what the words in common are worth
    whole: float = 1.8  #: … where the shorter stretch stands whole in the longer one
    same: float = 1.0  #: … where both are the same words
    words: int = 1  #: words in common that either needs
    clause: float = 2.5  #: a clause in common, of at least CLAUSE_WORDS
    cut: float = 3.0  #: the end of one and the beginning of the other in common
    run: float = 6.0  #: any words in a row


IN_A_STORY = Enough()
#: where it is not known whether two articles report one story
ANYWHERE = Enough(whole=1.8, same=1.8, words=4, clause=3.5, cut=4.0, run=8.0)
#: across stories, short phrases and set ones are shared by chance
ACROSS_STORIES = Enough(share_short=0.9, short=8.0, telling=5.0, whole=4.5, same=4.5, words=5, clause=6.0, cut=6.0, run=8.0)
OUTSIDE_MARKS = Enough(telling=4.0, whole=4.0, same=4.0, clause=5.0, cut=5.0)  #: so are names and terms outside quotation marks
CLAUSE_WORDS = 4
_LEAST_RUN = min(min(enough.clause, enough.cut) for enough in (IN_A_STORY, ANYWHERE, ACROSS_STORIES, OUTSIDE_MARKS))


_CLAUSE_EDGE = re.compile(r"[.,;:!?—–…()“”\"]|\s-|--")


class Likeness(NamedTuple):
    """How much two stretches have in common, in words' worth: a content word is worth 1, or what its rarity says."""

    coverage: float  #: share of the shorter stretch that stands in the other
    mass: float  #: what the words in common are worth
    words: int  #: words of the shorter stretch
    total: float  #: what the shorter stretch is worth
    clause: float  #: the best run that is a clause of its own in both
    cut: float  #: the best run that ends one stretch and begins the other
    run: float  #: the best run
    whole: bool  #: the shorter stretch stands in the other word for word
    same: bool  #: both are the same words


Weigh = Callable[[str], float]


@lru_cache(maxsize=200_000)
def weigh(key: str) -> float:
    """What a word is worth where nothing is known about how rare it is."""
    return 0.0 if key == GAP else _LIGHT if is_function_word(key) and not is_negation(key) else 1.0


def likeness(one: Normal, other: Normal, texts: tuple[str, str], pieces: Sequence[Piece], weigh: Weigh = weigh) -> Likeness:
    """What two stretches have in common: their tokens, their texts and their alignment given."""
    worth = [weigh(key) for key in one.keys]
    shorter = min(len(one.keys), len(other.keys))
    mass = 0.0
    for chain in _chains(one, other, pieces):
        if max(piece.end - piece.begin for piece in chain) >= 2:
            words = sum(piece.end - piece.begin for piece in chain)
            if words >= min(_FEWEST, shorter):
                mass += sum(sum(worth[piece.begin : piece.end]) * (1 if piece.tag == "equal" else _ALIKE) for piece in chain)
    runs = [piece for piece in pieces if piece.tag == "equal"]
    whole = len(runs) == 1 and runs[0].end - runs[0].begin == shorter
    if whole:
        mass = sum(worth[runs[0].begin : runs[0].end])
    clause = cut = longest = 0.0
    for piece in runs:
        here = sum(worth[piece.begin : piece.end])
        longest = max(longest, here)
        if here < _LEAST_RUN:
            continue
        left, right = _edges(one, texts[0], piece.begin, piece.end)
        that_left, that_right = _edges(other, texts[1], piece.other_begin, piece.other_end)
        if left and right and that_left and that_right and piece.end - piece.begin >= CLAUSE_WORDS:
            clause = max(clause, here)
        if (left == that_right == "end") or (right == that_left == "end"):
            cut = max(cut, here)
    total = max(mass, min(_worth(side, weigh) for side in (one, other)))
    return Likeness(mass / total if total else 0.0, mass, shorter, total, clause, cut, longest, whole, one.keys == other.keys)


def same_words(words: int, worth: float) -> Likeness:
    """The likeness of two stretches whose keys are the same."""
    return Likeness(1.0, worth, words, worth, worth, worth, worth, True, True)


def is_copy(found: Likeness, enough: Enough = IN_A_STORY) -> bool:
    """Whether two stretches have so much in common that they are taken for the same words.

    Either most of the shorter one stands in the other (nearly all, where it is short), or they share a clause or
    a long run of words, or the end of one is the beginning of the other.
    """
    if found.same or found.whole:
        return found.words >= enough.words and found.mass >= (enough.same if found.same else enough.whole)
    share = enough.share if found.total >= enough.short else enough.share_short
    return (
        (found.coverage >= share and found.mass >= enough.telling)
        or found.clause >= enough.clause
        or found.cut >= enough.cut
        or found.run >= enough.run
    )


def _worth(side: Normal, weigh: Weigh) -> float:
    """What a stretch is worth, without what the outlet put in brackets."""
    return sum(weigh(key) for place, key in enumerate(side.keys) if place not in side.bracketed)


def _chains(one: Normal, other: Normal, pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Runs in common with little between them, or with an ellipsis for what is lost."""
    chain = list[Piece]()
    for piece in pieces:
        if piece.tag in ("equal", "alike"):
            chain.append(piece)
        elif chain and not _is_close(one, other, piece):
            yield chain
            chain = []
    if chain:
        yield chain


def _is_close(one: Normal, other: Normal, piece: Piece) -> bool:
    """Whether runs on both sides of what differs belong together."""
    sizes = sorted((piece.end - piece.begin, piece.other_end - piece.other_begin))
    if sizes[1] <= (_LOST_BETWEEN if sizes[0] == 0 else _REPLACED_BETWEEN):
        return True
    return GAP in one.keys[piece.begin : piece.end] or GAP in other.keys[piece.other_begin : piece.other_end]


def _edges(side: Normal, text: str, begin: int, end: int) -> tuple[str, str]:
    """What stands at both edges of a run: "end" of the stretch, a "clause" edge, or "" where the words go on."""
    left = "end" if begin == 0 else _edge(side, text, begin)
    right = "end" if end == len(side.keys) else _edge(side, text, end)
    return left, right


def _edge(side: Normal, text: str, place: int) -> str:
    if GAP in side.keys[place - 1 : place + 1]:
        return "clause"
    return "clause" if _CLAUSE_EDGE.search(text, side.ends[place - 1], side.begins[place]) else ""
