"""Who does what in a parsed sentence: the subject of a verb, and how far a phrase reaches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mediakit.text.tree import Token

_UP = ("xcomp", "advcl", "conj", "pcomp", "prep", "dep", "aux", "ccomp")
_WHEN = frozenset((
    "day", "week", "month", "year", "weekend", "morning", "afternoon", "evening", "night", "today", "yesterday", "time",
))  # fmt: skip
_CLAUSES = ("relcl", "acl", "advcl", "ccomp", "parataxis", "dep")
_BEHIND = ("dobj", "attr", "oprd", "appos", "npadvmod", "dative", "nmod", "ccomp")
#: how somebody says something: by telephone
_MEANS = frozenset((
    "telephone", "phone", "email", "e-mail", "mail", "text", "texts", "letter", "letters", "fax", "video", "link",
    "videolink", "radio", "satellite", "message", "messages", "statement", "memo", "telegram", "tweet",
    "WhatsApp", "Zoom", "Skype",
))  # fmt: skip
_LONGEST = 25  # words of a mention; what is longer was parsed wrongly


def subject_of(verb: Token, *, inverted: bool = False) -> Token | None:
    """The word that says who does it, followed over “and added”, “continued to say” and “…, saying”.

    inverted: the verb stands after a quotation, so its subject may stand behind it and be read as an object.
    """
    seen = set[int]()
    word: Token | None = verb
    while word is not None and word.i not in seen:
        seen.add(word.i)
        found = _own_subject(word, passive=word is not verb)
        if found is not None:
            return found
        if is_passive(word) and word is verb:
            return None
        if inverted and word is verb and (behind := _behind(word)) is not None:
            return behind
        if word.dep_ in ("acl", "relcl"):
            return _sender(word) or _who_made(word.head)
        word = word.head if word.dep_ in _UP and word.head.pos_ in ("VERB", "AUX", "ADP", "ADJ", "NOUN", "PROPN") else None
        if word is not None and word.pos_ in ("NOUN", "PROPN"):
            return None
    return None


def is_passive(verb: Token) -> bool:
    """Whether it is done to somebody: was described, known as."""
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children) or agent_of(verb) is not None


def _own_subject(verb: Token, *, passive: bool) -> Token | None:
    for child in verb.children:
        if child.dep_ in ("nsubj", "csubj"):
            return child
    if (agent := agent_of(verb)) is not None:
        return agent
    if passive:
        return next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    return _of_participle(verb) or _behind_as(verb)


def _behind_as(verb: Token) -> Token | None:
    """The mayor, of “as the mayor, Ama Hill, put it”, read as a phrase before a verb that has no subject."""
    phrases = [child for child in verb.lefts if child.dep_ == "prep" and child.lower_ == "as"]
    if not phrases or verb.dep_ != "advcl" or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    return next((noun for noun in phrases[-1].children if noun.dep_ == "pobj"), None)


def agent_of(verb: Token) -> Token | None:
    """Hill, of reported by Hill; nobody for said by telephone."""
    nouns = (noun for child in verb.children if child.dep_ == "agent" for noun in child.children)
    return next((noun for noun in nouns if noun.dep_ in ("pobj", "pcomp") and noun.text not in _MEANS), None)


def _of_participle(verb: Token) -> Token | None:
    """Hill, of “Hill, 81 and retired in Leeds, said”, read as a clause: a participle without an auxiliary, behind a comma."""
    for clause in verb.lefts:
        deps = {child.dep_: child for child in clause.children}
        if clause.dep_ == "ccomp" and clause.tag_ == "VBN" and "nsubj" in deps and not deps.keys() & {"aux", "auxpass"}:
            subject = deps["nsubj"]
            return subject if any(word.text == "," for word in verb.tree[subject.i : clause.i]) else None
    return None


def _sender(word: Token) -> Token | None:
    """Hill, of “Hill put it in a memo to employees explaining”, where the model ties explaining to the employees."""
    to = word.head.head
    verb = next((above for above in up(to) if above.pos_ == "VERB"), None)
    if word.tag_ != "VBG" or to.lower_ != "to" or verb is None:
        return None
    return subject_of(verb) if any(between.text in _MEANS for between in verb.tree[verb.i : to.i]) else None


def _who_made(noun: Token) -> Token:
    """Who issued the statement that says something, where the sentence tells; else the statement."""
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        return subject_of(noun.head) or noun
    return noun


def _behind(verb: Token) -> Token | None:
    """The noun right behind a verb: “…,” said Hill."""
    nouns = (child for child in verb.rights if child.pos_ in ("NOUN", "PROPN", "PRON") and child.dep_ in _BEHIND)
    return next((noun for noun in nouns if noun.dep_ != "npadvmod" or noun.lower_ not in _WHEN), None)


def phrase(noun: Token) -> tuple[Token, Token]:
    """First and last word of a mention: the noun with what belongs to it, without clauses that hang on it."""
    left = min((token for token in noun.subtree if token.i <= noun.i), key=lambda token: token.i)
    last = noun
    for child in noun.rights:
        if child.dep_ in _CLAUSES or child.i - left.i > _LONGEST:
            break
        if child.dep_ in ("punct", "cc", "advmod", "npadvmod"):
            continue
        last = max(child.subtree, key=lambda token: token.i)
    if last.i - left.i > _LONGEST:
        last = noun
    while left.i < noun.i and left.dep_ in ("punct", "cc", "mark"):
        left = left.nbor()
    while last.i > noun.i and last.dep_ == "cc":
        last = last.nbor(-1)
    return left, last


def up(word: Token) -> Iterator[Token]:
    """The words above a word, from the nearest on."""
    while word.head.i != word.i:
        word = word.head
        yield word


def depth(word: Token) -> int:
    """How many words stand above a word."""
    return sum(1 for _ in up(word))
