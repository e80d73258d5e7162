"""Who said it beside what is said: The bridge, he said, is safe; …, the mayor said; as the agency reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediakit.sources.content import clause_beside, finite_clause, has_subject, without_opening, words_under
from mediakit.sources.cue_verb import CueVerb
from mediakit.sources.syntax import agent_of, subject_of
from mediakit.sources.tie import Tie

if TYPE_CHECKING:
    from mediakit.text.tree import Token

_WHEN_OR_WHERE = frozenset(["on", "in", "at", "during", "before", "after", "by", "over", "for"])
_OPENINGS = ("advmod", "prep", "npadvmod", "advcl", "nsubj", "cc", "punct")


def aside(verb: CueVerb) -> Tie | None:
    """The bridge, he said, is safe; The bridge is safe, he said."""
    word = verb.word
    if finite_clause(verb.word) is not None:
        return None
    if word.dep_ == "parataxis":
        source = subject_of(word)
        return None if source is None else _beside(verb, source, "aside")
    clause = next((child for child in word.lefts if child.dep_ == "ccomp" and (has_subject(child) or child.tag_ != "VBG")), None)
    source = None if clause is None else subject_of(word, inverted=True)
    if clause is None or source is None or source in clause.subtree:
        return None
    openings = [child for child in word.lefts if child.i < clause.i and child.dep_ in _OPENINGS and child != source]
    content = words_under(clause, *openings) - words_under(source)
    return verb.tie_to(source, without_opening(_behind_colon(content)), "aside", "certain")


def _behind_colon(content: set[Token]) -> set[Token]:
    """What stands behind a colon, where a quotation follows it: Hill was calm: “We wait,” she said."""
    colons = (
        word.i for word in content
        if word.text == ":" and word.i + 1 < len(word.tree) and (word.nbor().is_quote or word.nbor().text in ("“", "''", "‘"))
    )  # fmt: skip
    colon = min(colons, default=None)
    return content if colon is None else {word for word in content if word.i > colon}


def as_said(verb: CueVerb) -> Tie | None:
    """As the mayor said; as reported by the agency. As expected is nobody's."""
    word = verb.word
    if word.dep_ not in ("advcl", "ccomp", "acl", "relcl") or not _with_as(word) or not verb.takes("clause"):
        return None
    told = verb.takes("hearer")
    if any(
        c.dep_ in ("xcomp", "ccomp", "acomp", "oprd") or (c.dep_ == "dobj" and not told)
        for c in word.rights
        if c not in verb.words
    ):
        return None
    if any(c.dep_ == "prep" and c.lower_ not in _WHEN_OR_WHERE and not (told and c.lower_ == "to") for c in word.rights):
        return None
    agent = agent_of(word)
    source = agent if agent is not None else next((child for child in word.children if child.dep_ == "nsubj"), None)
    return None if source is None else _beside(verb, source, "as X said")


def _with_as(word: Token) -> bool:
    return any(child.lower_ == "as" and child.dep_ in ("mark", "advmod") for child in word.lefts)


def _beside(verb: CueVerb, source: Token, rule: str) -> Tie:
    inside = words_under(verb.word)
    return verb.tie_to(source, clause_beside(verb.word, inside), rule, "certain")._replace(aside=frozenset(inside))
