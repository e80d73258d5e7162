"""Through whom a statement came: “according to AP, Reuters reported that Hill said” has the carriers AP and Reuters.

The innermost source is the one who said it. Whoever passed it on stands outside, outermost first. A passive
that does not say by whom (was quoted as saying, reportedly said) is a gap, kept as one. Where a credit line
says that the whole text came from a medium, that one stands outermost of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mediakit.identity.credits import credit_name, credited_source
from mediakit.sources.cues import Cues
from mediakit.sources.mention import mention_of
from mediakit.sources.nesting import around, tie_at, ties_in
from mediakit.sources.statement import Place, Sentence
from mediakit.sources.tie import Tie

_NAMED = re.compile(r"[^\s:()–—|][^:()\n–—|]*")


def carriers_of(sentence: Sentence, cue: Place | None, source: Place | None, cues: Cues) -> tuple[Place | None, ...]:
    """Who passed on what a cue ties to a source, within one sentence: outermost first, None for a gap.

    Parameters: sentence; cue and source, as printed, of the statement or of its quotation; cues, the lexicon.
    """
    ties = ties_in(sentence, cues)
    inner = None if cue is None else tie_at(sentence, ties, cue)
    return () if inner is None else chain_of(sentence, inner, ties, source)


def chain_of(sentence: Sentence, inner: Tie, ties: Sequence[Tie], source: Place | None) -> tuple[Place | None, ...]:
    """The sources around a statement, outermost first, without its own and without one that stands twice."""
    mentions = [mention_of(sentence, outer) for outer in around(inner, ties)]
    return without_repeats(mention for mention in mentions if mention is None or not _overlaps(mention, source))


def without_repeats(carriers: Iterable[Place | None]) -> tuple[Place | None, ...]:
    """Carriers without one that stands twice beside itself."""
    kept = list[Place | None]()
    for carrier in carriers:
        if not kept or kept[-1] != carrier:
            kept.append(carrier)
    return tuple(kept)


def _overlaps(one: Place, other: Place | None) -> bool:
    return other is not None and one.begin < other.end and other.begin < one.end


def credit_of(text: str) -> Place | None:
    r"""Where the name of the medium stands that a whole text is credited to, None where no line says so.

    >>> text = "The ferry stopped.\nOriginal Source: www.example.org"
    >>> text[slice(*credit_of(text))]
    'www.example.org'
    """
    credit = credited_source(text)
    if credit is None:
        return None
    for found in _NAMED.finditer(text, credit.begin, credit.end):
        if credit_name(found[0]) == credit.name:
            return Place(found.start(), found.start() + len(found[0].rstrip(" .,;")))
    return Place(credit.begin, credit.end)


def with_credit(text: str, carriers: Sequence[Place | None], credit: Place | None) -> tuple[Place | None, ...]:
    """Carriers with the credited medium outermost, unless it is among them already.

    >>> with_credit("Hill said so, AP reported. Source: Associated Press", [Place(14, 16)], Place(35, 51))
    (Place(begin=14, end=16),)
    """
    if credit is None or any(c is not None and _same(text[slice(*c)], text[slice(*credit)]) for c in carriers):
        return tuple(carriers)
    return (credit, *carriers)


def _same(one: str, other: str) -> bool:
    return credit_name(one) == credit_name(other)
