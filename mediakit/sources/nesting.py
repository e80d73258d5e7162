"""Statements inside statements: which of them stand, and which sources only passed them on.

1. Of statements inside one another the outer one stands: in “She said that he wants to leave” she is the source.
2. Where the outer one only passes it on, the inner one stands and the outer source is its carrier: the outer
   source is a medium (Reuters reported that Hill said; according to AP, Hill said), the cue is quoted … as or citing, or nobody
   is named (was reported to have said). The inner cue must be the main verb of what is passed on: in “AP reported that
   the man who said so has left” nobody's words are passed on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from mediakit.lexicons import lexicon_words
from mediakit.sources.cues import Cue, Cues
from mediakit.sources.other_cues import ties_of_adjective, ties_of_adverb, ties_of_noun, ties_of_preposition
from mediakit.sources.passive import QUOTED_AS
from mediakit.sources.relayed import CITING, RELAYED, ties_of_message, with_cited
from mediakit.sources.statement import Place, Sentence
from mediakit.sources.tie import Tie
from mediakit.sources.verb_cues import ties_of_verb
from mediakit.sources.voices import names_medium

if TYPE_CHECKING:
    from mediakit.text.tree import Token

_KINDS: dict[str, Callable[[Token, Cue], Iterator[Tie]]] = {
    "adjective": ties_of_adjective,
    "adverb": ties_of_adverb,
    "preposition": ties_of_preposition,
}


def ties_in(sentence: Sentence, cues: Cues) -> list[Tie]:
    """Every cue of a sentence that ties something to somebody, in reading order."""
    found = [tie for word in sentence.tree if (cue := cues.at(word)) is not None for tie in _ties_of(word, cue, cues)]
    found += [tie for word in sentence.tree if word.dep_ == "dobj" for tie in ties_of_message(word, cues)]
    found = [part for tie in found for part in with_cited(tie)]
    cited = {tie.word for tie in found if tie.rule == CITING}
    found = [tie for tie in found if tie.rule == CITING or tie.word not in cited]
    of_verbs = {tie.content for tie in found if tie.entry.kind == "verb"}  # said in a report that: said ties it, not report
    found = [tie for tie in found if tie.entry.kind != "noun" or tie.content not in of_verbs]
    return [_apart(tie, found) for tie in sorted(found, key=lambda tie: tie.word.i)]


def _ties_of(word: Token, cue: Cue, cues: Cues) -> Iterator[Tie]:
    if cue.kind == "verb":
        return ties_of_verb(word, cue, cues)
    return ties_of_noun(word, cue, cues) if cue.kind == "noun" else _KINDS[cue.kind](word, cue)


def _apart(tie: Tie, ties: Sequence[Tie]) -> Tie:
    """A tie without the words that stand beside it for somebody else: said that it was late, as reported by AP."""
    others = [other.aside for other in ties if other.word in tie.content and tie.word in other.content and _is_outer(other, tie)]
    return tie._replace(content=tie.content.difference(*others)) if others else tie


def _is_outer(one: Tie, other: Tie) -> bool:
    """Of two phrases beside a clause, whether one speaks of the other too: it opens the sentence, or comes last."""
    if not one.aside or not other.aside:
        return bool(one.aside)
    return one.word.i == 0 or one.word.i > other.word.i > 0


def around(inner: Tie, ties: Sequence[Tie]) -> list[Tie]:
    """The ties in whose content another one stands, outermost first."""
    return sorted((tie for tie in ties if _holds(tie, inner)), key=lambda tie: -len(tie.content))


def _holds(outer: Tie, inner: Tie) -> bool:
    """Whether one stands inside another; as echoed by somebody, it is still its own source's."""
    return "joins" not in outer.entry.takes and inner.word in outer.content and outer.word not in inner.content


def standing(ties: Sequence[Tie]) -> list[Tie]:
    """The ties that are statements of their own: see the rules above."""
    reached = {tie for tie in ties if _is_reached(tie, ties)}
    passed = {outer for tie in reached for outer in around(tie, ties)}
    return [tie for tie in ties if tie in reached and tie not in passed]


def _is_reached(tie: Tie, ties: Sequence[Tie]) -> bool:
    """Whether every source around only passes on what stands next inside it."""
    chain = [*around(tie, ties), tie]
    return all(_passes_on(outer) and (outer.rule == RELAYED or _is_main(inner, outer)) for outer, inner in pairwise(chain)) and (
        len(chain) == 1 or _is_telling(tie)
    )


def _is_telling(tie: Tie) -> bool:
    """Whether a cue says that something was said, not that it was talked about, thought or wanted."""
    return tie.entry.kind == "verb" and "topic" not in tie.entry.takes and tie.entry.cue not in lexicon_words("silent_verbs")


def _passes_on(tie: Tie) -> bool:
    """Whether a source only passes on what another one said."""
    if tie.rule in (QUOTED_AS, RELAYED, CITING):
        return True
    if tie.source is None:
        passive = tie.rule in ("passive that-clause", "passive infinitive") and _is_telling(tie)
        return tie.rule == "reportedly" or (passive and tie.entry.cue_class in ("neutral", "distancing"))
    if tie.aside and any(child.dep_ == "poss" and child.tag_ == "PRP$" for child in tie.source.children):
        return True  # according to his own letter: his own words
    return names_medium(tie.source)


def _is_main(inner: Tie, outer: Tie) -> bool:
    """Whether a cue is the main verb of what another one ties, or joined to it."""
    if inner.aside:
        return True
    word = inner.word
    while word.dep_ in ("conj", "xcomp", "aux", "pcomp", "prep", "csubj") and word.head in outer.content:
        word = word.head
    return word.head not in outer.content or word.dep_ == "ROOT"


def tie_at(sentence: Sentence, ties: Sequence[Tie], cue: Place) -> Tie | None:
    """The tie whose cue stands at a place."""
    return next((tie for tie in ties if _overlaps(sentence.place(*tie.cue), cue)), None)


def _overlaps(one: Place, other: Place) -> bool:
    return one.begin < other.end and other.begin < one.end
