"""Verbs whose subject belongs to the statement: was told that, is expected to, was criticized by, seems to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediakit.sources.content import finite_clause, is_infinitive, words_under
from mediakit.sources.cue_verb import PASSIVE, CueVerb
from mediakit.sources.syntax import agent_of
from mediakit.sources.tie import Tie

if TYPE_CHECKING:
    from mediakit.text.tree import Token

QUOTED_AS = "quoted as"  #: the rule of who quotes somebody as saying


def passive(verb: CueVerb) -> Tie | None:
    """It was reported that; was told that; is expected to; was quoted as saying; was criticized by … for."""
    word, agent = verb.word, agent_of(verb.word)
    clause = finite_clause(word)
    if clause is not None and verb.takes("clause"):
        return verb.tie_to(agent, words_under(clause), "passive that-clause")
    subject = next((child for child in word.children if child.dep_ in PASSIVE), None)
    thing = words_under(subject) if subject is not None else _carried(word)
    act = next((c for c in word.rights if c.dep_ in ("xcomp", "ccomp", "advcl") and is_infinitive(c)), None)
    if act is not None and (verb.takes("clause") or verb.takes("infinitive")) and (act.dep_ != "advcl" or verb.after("dobj")):
        return verb.tie_to(agent, thing | words_under(act), "passive infinitive")
    if not verb.takes("object"):
        return None
    if (saying := as_saying(word)) is not None:
        return verb.tie_to(agent, thing | words_under(saying), QUOTED_AS)
    if agent is not None and thing:
        return verb.tie_to(agent, thing | words_under(*verb.prepositions(verb.cue.takes)), "passive", "check")
    return None


def as_saying(word: Token) -> Token | None:
    """As, of quoted as saying."""
    return next((c for c in word.rights if c.lower_ == "as" and any(below.dep_ == "pcomp" for below in c.children)), None)


def _carried(participle: Token) -> set[Token]:
    """The plan, of “the plan, first reported by AP”."""
    noun = participle.head
    return words_under(noun) - words_under(participle, *(child for child in noun.children if child.dep_ == "relcl"))


def raising(verb: CueVerb) -> Tie | None:
    """He seems to know; it appears that."""
    rest = [child for child in verb.word.rights if child.dep_ in ("xcomp", "oprd", "acomp", "ccomp", "attr")]
    subject = next((child for child in verb.word.children if child.dep_ in ("nsubj", "expl")), None)
    if not rest or subject is None:
        return None
    shown = set() if subject.lower_ == "it" and rest[0].dep_ == "ccomp" else words_under(subject)
    return verb.tie_to(None, shown | words_under(*rest), "seems", "check")
