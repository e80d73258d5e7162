"""Statements that hang on a verb: said that, vowed to, criticized … for, called for, was told that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mediakit.sources.asides import as_said, aside
from mediakit.sources.coding_lexicons import default_lexicons
from mediakit.sources.content import finite_clause, has_subject, is_infinitive, words_under
from mediakit.sources.cue_verb import CueVerb, cue_verb
from mediakit.sources.cues import Cue, Cues
from mediakit.sources.passive import QUOTED_AS, as_saying, passive, raising
from mediakit.sources.relayed import relayed
from mediakit.sources.syntax import subject_of
from mediakit.sources.tie import Tie
from mediakit.sources.voices import can_speak

if TYPE_CHECKING:
    from mediakit.text.tree import Token

_RELATIVE = frozenset(["who", "whom", "whose", "which", "that"])


def ties_of_verb(word: Token, cue: Cue, cues: Cues) -> Iterator[Tie]:
    """The statement that a verb ties to its source, if there is one: the first of the ways below that fits."""
    verb = cue_verb(word, cue, cues)
    if _asks_for_anonymity(verb):
        return
    if (found := as_said(verb)) is None:
        found = passive(verb) if verb.passive else raising(verb) if verb.takes("raising") else _active(verb)
    if found is None or not found.content:
        return
    if not verb.takes("voice") or (verb.passive if found.source is None else can_speak(found.source)):
        yield found


def _asks_for_anonymity(verb: CueVerb) -> bool:
    """Who asked not to be named; did not want to be identified: that tells how the source is named, and is nothing it says."""
    word, anonymous = verb.word, default_lexicons().anonymous
    above = {word.head, word.head.head} if is_infinitive(word) else set()  # requested anonymity to discuss the plan
    return any(anonymous.match(first.tree.text, first.idx) is not None for first in {verb.words[0], word, *above})


def _active(verb: CueVerb) -> Tie | None:
    found = _misread(verb)
    if found is None and verb.takes("clause"):
        found = aside(verb) or _clause(verb)
    if found is None and verb.takes("infinitive"):
        found = _infinitive(verb)
    return found or relayed(verb) or _object(verb) or _preposition(verb)


def _clause(verb: CueVerb) -> Tie | None:
    """She said that it was late."""
    clause = finite_clause(verb.word, asks=verb.cue.cue in ("ask", "wonder"))
    return None if clause is None else verb.tie(words_under(clause), "that-clause", "certain")


def _infinitive(verb: CueVerb) -> Tie | None:
    """She vowed to stay; she urged them to stay; but she told them “to stay”."""
    acts = [child for child in verb.word.rights if child.dep_ in ("xcomp", "ccomp", "advcl") and is_infinitive(child)]
    told = verb.after("dobj", "dative")
    act = next((act for act in acts if act.dep_ != "advcl" or told is not None), None)
    if act is None:
        return None
    apart = told is None or verb.cue.cue in ("tell", "promise")
    return verb.tie(words_under(act) if apart else words_under(act, told), "infinitive")  # type: ignore[arg-type]


def _object(verb: CueVerb) -> Tie | None:
    """She criticized the plan for its cost; she called it a failure; she saw it as a failure."""
    takes = verb.cue.takes
    if (phrase := _phrase(verb)) and "object" in takes:
        return verb.tie(words_under(*phrase), "object", "check")
    if "object" not in takes and not ("as" in takes and verb.after("dobj") and verb.prepositions(frozenset({"as"}))):
        return None
    parts = [c for c in verb.word.rights if c.dep_ in ("dobj", "oprd", "ccomp", "xcomp") and not _behind_comma(c)]
    if not parts:
        content = _object_before(verb.word)
        return verb.tie(content, "object", "check") if content else None
    noun = next((verb.cues.at(part) for part in parts if part.dep_ == "dobj"), None)
    if noun is not None and noun.kind == "noun":
        takes = takes | noun.takes  # voiced concern about; reaffirmed their commitment to
    parts += verb.prepositions(takes)
    if "infinitive" in takes:
        parts += [c for c in verb.word.rights if c.dep_ == "advcl" and is_infinitive(c) and not _behind_comma(c)]
    return verb.tie(words_under(*parts), QUOTED_AS if as_saying(verb.word) else "object", "check")


def _phrase(verb: CueVerb) -> list[Token]:
    """What follows an entry that ends with a preposition: called for calm; called on them to stay."""
    last = verb.words[-1]
    if last == verb.word or last.dep_ != "prep":
        return []
    acts = [c for c in verb.word.rights if c.dep_ in ("xcomp", "advcl") and is_infinitive(c) and verb.takes("infinitive")]
    return [*(child for child in last.children if child.dep_ in ("pobj", "pcomp")), *acts]


def _behind_comma(part: Token) -> bool:
    """Whether a clause or a noun begins behind a comma: then it only goes on after the object."""
    first = min(part.subtree, key=lambda word: word.i)
    return first.i > 0 and first.nbor(-1).is_punct and not first.nbor(-1).is_quote


def _object_before(word: Token) -> set[Token]:
    """An office she wanted; which she called a failure."""
    pronoun = next((child for child in word.lefts if child.dep_ == "dobj"), None)
    if pronoun is not None:
        return words_under(pronoun)
    if word.dep_ != "relcl" or not any(child.dep_ == "nsubj" and child.lower_ not in _RELATIVE for child in word.children):
        return set()
    return words_under(word.head) - words_under(*(child for child in word.head.children if child.dep_ in ("relcl", "appos")))


def _preposition(verb: CueVerb) -> Tie | None:
    """She called for calm; the preposition belongs to the cue."""
    if verb.after("dobj", "dative") is not None and not verb.takes("hearer"):
        return None
    for child in verb.prepositions(verb.cue.takes):
        whole = (*verb.words, child) if child.i == verb.words[-1].i + 1 else verb.words
        return verb._replace(words=whole).tie(words_under(child) - {child}, "preposition", "check")
    return None


def _misread(verb: CueVerb) -> Tie | None:
    """“…, stating his plan would …” and “…, reaffirming military ties”, read by the model as a subject or as an adjective."""
    word = verb.word
    if word.tag_ != "VBG" or word.i == 0 or not word.nbor(-1).is_punct:
        return None
    if word.dep_ == "csubj" and verb.takes("clause") and verb.after("dobj") and has_subject(word.head):
        return verb.tie_to(subject_of(word.head.head), words_under(word.head), "that-clause", "check")
    if word.dep_ == "amod" and verb.takes("object"):
        return verb.tie_to(subject_of(word.head.head), words_under(word.head), "object", "check")
    return None
