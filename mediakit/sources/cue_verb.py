"""A verb of the lexicon where it stands in a sentence, and who the statement that it ties is from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mediakit.sources.content import is_time
from mediakit.sources.cues import Cue, Cues
from mediakit.sources.syntax import subject_of
from mediakit.sources.tie import Tie
from mediakit.sources.voices import can_speak, is_read

if TYPE_CHECKING:
    from mediakit.text.tree import Token

PASSIVE = ("nsubjpass", "csubjpass")
_NEAR = 12  # words before a verb in which the report that it speaks of stands
_MESSAGES = frozenset(["message", "letter", "greetings", "regards", "word", "words", "note", "statement", "telegram"])


class CueVerb(NamedTuple):
    """A verb that is a cue, with what the rules ask about it."""

    word: Token
    cue: Cue
    cues: Cues
    words: tuple[Token, ...]  #: the cue as printed: with its auxiliaries and the other words of its entry
    passive: bool

    def takes(self, what: str) -> bool:
        """Whether the entry says that this may follow."""
        return what in self.cue.takes

    def after(self, *deps: str) -> Token | None:
        """The first word behind the verb that hangs on it in one of these ways."""
        return next((child for child in self.word.rights if child.dep_ in deps), None)

    def prepositions(self, taken: frozenset[str]) -> list[Token]:
        """The prepositions behind the verb that it takes; not one that says when."""
        return [child for child in self.word.rights if child.dep_ == "prep" and child.lower_ in taken and not is_time(child)]

    def tie(self, content: set[Token], rule: str, confidence: str = "likely") -> Tie:
        """The tie of a content to the verb's subject."""
        return self.tie_to(_source(self), content, rule, confidence)

    def tie_to(self, source: Token | None, content: set[Token], rule: str, confidence: str = "likely") -> Tie:
        """The tie of a content to a source."""
        return Tie(self.word, self.words, source, frozenset(content.difference(self.words)), self.cue, rule, confidence)


def cue_verb(word: Token, cue: Cue, cues: Cues) -> CueVerb:
    """What the rules ask about a verb of the lexicon."""
    return CueVerb(word, cue, cues, _as_printed(word, cue), _is_passive(word))


def _as_printed(word: Token, cue: Cue) -> tuple[Token, ...]:
    begin = word.i
    for left in reversed([child for child in word.lefts if child.dep_ in ("aux", "auxpass", "neg", "advmod")]):
        if left.i != begin - 1 or left.lower_ in ("to", "when", "how", "why", "where", "reportedly", "allegedly"):
            break
        begin = left.i
    return tuple(word.tree[begin : word.i + len(cue.cue.split())])


def _is_passive(word: Token) -> bool:
    """Whether it is done to somebody: was told; the plan reported by; asked whether …, he."""
    deps = {child.dep_ for child in word.children}
    if deps & {*PASSIVE, "auxpass"}:
        return True
    return word.tag_ == "VBN" and word.dep_ in ("acl", "advcl") and not deps & {"aux", "nsubj"}


def sender_of(message: Token) -> Token | None:
    """Hill, of Hill's greetings or of a message from Hill."""
    for child in message.children:
        if child.dep_ == "poss" and child.tag_ != "PRP$":
            return child
        if child.lower_ == "from":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _source(verb: CueVerb) -> Token | None:
    subject = (
        _quoted(verb.word) or _in_message(verb.word) or _read_before(verb) or subject_of(verb.word) or _above_noun(verb.word)
    )
    if subject is None or (subject.lower_ in ("it", "there") and subject.dep_ == "expl"):
        return None
    return subject


def _quoted(word: Token) -> Token | None:
    """Who is quoted as saying: the subject of a passive, the object else."""
    if word.dep_ != "pcomp" or word.head.lower_ != "as" or word.head.head.pos_ != "VERB":
        return None
    deps = {child.dep_: child for child in word.head.head.children}
    return deps.get("nsubjpass") or deps.get("dobj")


def _in_message(word: Token) -> Token | None:
    """Who is behind “delivered a message from Hill, expressing …”."""
    if word.tag_ != "VBG" or word.dep_ not in ("advcl", "conj"):
        return None
    verb = word.head if word.dep_ == "advcl" else word.head.head
    message = next((c for c in verb.rights if c.dep_ == "dobj" and c.lower_ in _MESSAGES), None)
    return None if message is None else sender_of(message)


def _read_before(verb: CueVerb) -> Token | None:
    """The report of “came after a report in May, indicating that”, which the model ties to the subject of came."""
    word = verb.word
    if word.tag_ != "VBG" or not verb.takes("voice") or word.dep_ not in ("advcl", "acl", "xcomp"):
        return None
    nouns = [noun for noun in word.tree[max(0, word.i - _NEAR) : word.i] if noun.pos_ == "NOUN" and noun.dep_ in ("pobj", "dobj")]
    read = next((noun for noun in reversed(nouns) if is_read(noun)), None)
    if read is not None and read.dep_ == "dobj" and (maker := subject_of(read.head)) is not None and can_speak(maker):
        return maker  # released a statement confirming that
    return read


def _above_noun(word: Token) -> Token | None:
    """He, of “he took the unusual step of criticizing”."""
    noun = word.head.head if word.dep_ == "pcomp" and word.tag_ == "VBG" else None
    if noun is None or noun.pos_ != "NOUN" or noun.dep_ not in ("dobj", "attr", "pobj"):
        return None
    verb = noun.head if noun.dep_ != "pobj" else noun.head.head
    return subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None
