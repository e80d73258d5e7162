"""The speaker that a quotation's own sentence names: a verb of saying beside it, a name before a colon or behind a dash."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediakit.sources.cues import Cues
from mediakit.sources.speaker import NOBODY, Speaker
from mediakit.sources.speaking import is_cue_verb, is_speaking
from mediakit.sources.statement import Sentence
from mediakit.sources.syntax import depth, phrase, subject_of, up

if TYPE_CHECKING:
    from mediakit.text.tree import Token

_BEHIND = 26  # words looked at behind a quotation
_BEFORE = 10  # words between a verb and the quotation behind it
_NEXT = 4  # words right beside a quotation
_MENTION = 25  # words of a mention
_DASHES = ("—", "–", "-", "--", "―")
_OPENERS = (",", ":", "that", *_DASHES)
_RELATIVE = ("which", "who", "that", "whose", "where", "when", "while", "because", "if")


@dataclass(frozen=True)
class Beside:
    """A quotation in its sentence, with the article's words on both sides of it."""

    sentence: Sentence
    before: list[Token]
    behind: list[Token]
    clause: Token  #: the head of what stands for the quotation


def beside(sentence: Sentence, number: int) -> Beside | None:
    """The words around a masked quotation, up to the next one on either side; None where it does not stand in the sentence."""
    inside = [token for token in sentence.tree if sentence.masked(token) == number]
    if not inside:
        return None
    tree, masks = sentence.tree, sentence.masks
    first, last = inside[0].i, inside[-1].i
    low, high = first, last + 1
    while low > 0 and masks[low - 1] is None:
        low -= 1
    while high < len(tree) and masks[high] is None:
        high += 1
    clause = next((token for token in inside if not first <= token.head.i <= last or token.head.i == token.i), inside[0])
    before, behind = _plain(tree[low:first]), _plain(tree[last + 1 : high])
    return Beside(sentence, before, behind, clause)


def _plain(tokens: Iterable[Token]) -> list[Token]:
    return [token for token in tokens if not token.is_quote and not token.is_space]


def speaker_beside(place: Beside, *, last: str, cues: Cues) -> Speaker:
    """The speaker that the quotation's own sentence names, NOBODY where it names none.

    last: the quotation's last sign. Behind a full stop something new begins; a comma tells that the sentence goes on.
    """
    stops = last == "."
    rules = (
        _verb_behind(place, cues) if last == "," and _goes_on(place, cues) else None,
        _colon(place, cues),
        _verb_before(place, cues),
        _dash(place),
        None if stops and place.before else _verb_behind(place, cues),
        _according(place),
        _verb_above(place, cues),
        _verb_in_sentence(place, cues),
    )
    return next((found for found in rules if found is not None), NOBODY)


def _goes_on(place: Beside, cues: Cues) -> bool:
    """Whether a verb of saying stands right behind the quotation, and none right before."""
    before, behind = _words(place.before)[-_NEXT:], _words(place.behind)[:_NEXT]
    return any(is_speaking(word, cues) for word in behind) and not any(is_speaking(word, cues) for word in before)


def _words(tokens: list[Token]) -> list[Token]:
    return [token for token in tokens if not token.is_punct]


def _said(place: Beside, verb: Token, rule: str, *, inverted: bool = False, confidence: str = "certain") -> Speaker | None:
    noun = subject_of(verb, inverted=inverted)
    if noun is None or place.sentence.masked(noun) is not None:
        return None
    first, last = phrase(noun)
    if rule == "verb behind":
        first = _whole(place, verb, first)
    return Speaker(place.sentence.place(first, last), place.sentence.place(verb), rule, confidence)


def _whole(place: Beside, verb: Token, first: Token) -> Token:
    """Where a mention between a quotation and its verb begins, whatever the parser made of it: “…,” a friend, Ama Hill, said."""
    words = _words(place.behind)
    while len(words) > 1 and words[0].pos_ in ("ADV", "CCONJ", "SCONJ", "ADP"):
        words = words[1:]
    between = [word for word in words if word.i < first.i]
    if first.i < verb.i and 0 < len(between) <= _MENTION and not any(word.pos_ in ("VERB", "AUX", "PRON") for word in between):
        return between[0]
    return first


def _verb_behind(place: Beside, cues: Cues) -> Speaker | None:
    """“…,” said Hill; “…,” Hill, a fisher, said."""
    words = _words(place.behind)[:_BEHIND]
    if not words or words[0].lower_ in _RELATIVE:
        return None
    verbs = [word for word in words if word.pos_ in ("VERB", "AUX") and word.dep_ not in ("aux", "auxpass", "relcl", "acl")]
    speaking = [word for word in verbs if is_speaking(word, cues)]
    linked = [word for word in verbs if place.clause.head == word or word.head == place.clause]
    for verb in (*[word for word in speaking if word in linked], *speaking, *linked):
        if found := _said(place, verb, "verb behind", inverted=True):
            return found
    return None


def _verb_before(place: Beside, cues: Cues) -> Speaker | None:
    """Hill said, “…”; Hill told the court on Monday: “…”."""
    words = _words(place.before)
    verbs = [word for word in words if is_cue_verb(word, cues)]
    if not verbs and place.clause.dep_ in ("ccomp", "dobj") and place.clause.head in words and place.before[-1].text in _OPENERS:
        verbs = [place.clause.head]  # Hill cracked, “…”
    if not verbs:
        return None
    opens = place.before[-1].text in _OPENERS or is_cue_verb(place.before[-1], cues)
    last = next((verb for verb in reversed(verbs) if is_speaking(verb, cues)), verbs[-1])
    distance = sum(1 for word in words if word.i > last.i)
    if place.clause.head.i == last.i or (opens and distance <= _BEFORE):
        return _said(place, last, "verb before")
    return None


def _colon(place: Beside, cues: Cues) -> Speaker | None:
    """Hill: “…”; or the subject of the sentence that leads to a colon: The mayor was blunt: “…”."""
    if not place.before or place.before[-1].text != ":":
        return None
    cue = place.sentence.place(place.before[-1])
    dashes = [token.i for token in place.before if token.text in _DASHES]
    words = _words([token for token in place.before if token.i > max(dashes, default=-1)])
    if words and len(words) <= 8 and not any(word.pos_ in ("VERB", "AUX") for word in words):
        return Speaker(place.sentence.place(words[0], words[-1]), cue, "name before a colon", "likely")
    words = _words(place.before)
    if any(is_speaking(word, cues) for word in words[-_BEFORE:]):
        return None
    verbs = [word for word in words if word.pos_ in ("VERB", "AUX")]
    if verb := min(verbs, key=lambda word: (not is_speaking(word, cues), depth(word)), default=None):
        return _said(place, verb, "sentence before a colon", confidence="likely")
    return None


def _dash(place: Beside) -> Speaker | None:
    """“…” — Hill."""
    words = _words(place.behind)
    if not words or place.behind[0].text not in _DASHES or not words[0].text[:1].isupper() or len(words) > 15:
        return None
    if any(word.pos_ in ("VERB", "AUX") for word in words):
        return None
    return Speaker(
        place.sentence.place(words[0], words[-1]), place.sentence.place(place.behind[0]), "name behind a dash", "likely"
    )


def _according(place: Beside) -> Speaker | None:
    """“…,” according to Hill."""
    for word in (*place.behind, *place.before):
        if word.lower_ == "according" and word.i + 2 < len(word.tree) and word.nbor().lower_ == "to":
            noun = next((child for child in word.nbor().children if child.dep_ == "pobj"), None)
            if noun is not None:
                cue = place.sentence.place(word, word.nbor())
                return Speaker(place.sentence.place(*phrase(noun)), cue, "according to", "certain")
    return None


def _verb_above(place: Beside, cues: Cues) -> Speaker | None:
    """A cue verb on the quotation's branch of the sentence."""
    for word in up(place.clause):
        if is_cue_verb(word, cues) and place.sentence.masked(word) is None:
            return _said(place, word, "verb above")
    return None


def _verb_in_sentence(place: Beside, cues: Cues) -> Speaker | None:
    """The topmost verb of saying before the quotation, however far."""
    for verb in sorted((word for word in _words(place.before) if is_speaking(word, cues)), key=depth):
        if found := _said(place, verb, "verb in the sentence", confidence="check"):
            return found
    return None
