"""Statements that hang on no verb: according to …, a report that …, confident that …, reportedly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mediakit.sources.content import clause_beside, clause_of, has_subject, is_infinitive, without_opening, words_under
from mediakit.sources.cues import Cue, Cues
from mediakit.sources.syntax import subject_of
from mediakit.sources.tie import Tie
from mediakit.sources.voices import is_medium

if TYPE_CHECKING:
    from mediakit.text.tree import Token

_COPULAS = frozenset(
    "be is are was were been being am 's ’s 're ’re 'm ’m remain remains remained remaining".split()  # noqa: SIM905  # a list of words
)


def ties_of_preposition(word: Token, cue: Cue) -> Iterator[Tie]:
    """According to X, …; …, according to X."""
    length = len(cue.cue.split())
    cue_words = tuple(word.tree[word.i : word.i + length])
    source = next((t for t in word.tree[word.i + length :] if t.dep_ in ("pobj", "pcomp") and t.head in cue_words), None)
    if source is None:
        return
    aside = words_under(word, *cue_words)
    aside |= _named_behind(source)
    yield Tie(word, cue_words, source, frozenset(clause_beside(word, aside)), cue, "according to", "certain", frozenset(aside))


def _named_behind(source: Token) -> set[Token]:
    """According to the state agency, TASS, …: the name in apposition, which the model reads as a subject."""
    behind = source.tree[source.i + 1 : source.i + 4]
    apart = len(behind) == 3 and [behind[0].text, behind[2].text] == [",", ","] and behind[1].head.i > behind[1].i
    return {*behind} if apart and is_medium(behind[1].text) else set()


def ties_of_adverb(word: Token, cue: Cue) -> Iterator[Tie]:
    """Reportedly: nobody is named, and the clause that it stands in is the statement."""
    verb = word.head
    if verb.pos_ not in ("VERB", "AUX"):
        return
    later = [c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i]
    content = clause_of(verb) - {word} - words_under(*later)
    if verb.dep_ in ("relcl", "acl"):
        content = words_under(verb) - {word}
    yield Tie(word, (word,), None, frozenset(without_opening(content)), cue, "reportedly", "likely")


def ties_of_adjective(word: Token, cue: Cue) -> Iterator[Tie]:
    """He is confident that; they were eager to."""
    verb = word.head
    if word.dep_ not in ("acomp", "ROOT", "attr", "conj") or verb.lower_ not in _COPULAS:
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None:
        return
    content = _after(word, cue) or _after(verb, cue)
    if content is None:
        return
    source = None if subject.lower_ in ("it", "that", "this") else subject
    begin = verb.i if verb.i < word.i and word.i - verb.i <= 3 else word.i
    yield Tie(word, tuple(word.tree[begin : word.i + 1]), source, frozenset(content), cue, "adjective", "likely")


def ties_of_noun(word: Token, cue: Cue, cues: Cues) -> Iterator[Tie]:
    """His claim that; a report suggesting is a verb's affair."""
    content = _after(word, cue)
    if content is None:
        return
    yield Tie(word, (word,), _whose(word, cues), frozenset(content), cue, "noun", "likely")


def _after(word: Token, cue: Cue) -> set[Token] | None:
    """The clause, the infinitive or the phrase that belongs to a noun or an adjective."""
    for child in word.rights:
        if child.dep_ in ("acl", "ccomp", "xcomp", "relcl", "advcl"):
            if is_infinitive(child) and "infinitive" in cue.takes and child.dep_ != "advcl":
                return words_under(child)
            marked = any(c.dep_ == "mark" and c.lower_ in ("that", "whether") for c in child.children)
            if "clause" in cue.takes and (marked or (child.dep_ == "ccomp" and has_subject(child))):
                return words_under(child)
        if child.dep_ == "prep" and child.lower_ in cue.takes:
            return {token for token in words_under(child) if token is not child}
    return None


def _whose(noun: Token, cues: Cues) -> Token | None:
    """Whose claim it is: his claim, a claim by the mayor, he made the claim."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "among"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and (verb := cues.at(noun.head)) and "noun" in verb.takes:
        return subject_of(noun.head)
    return None
