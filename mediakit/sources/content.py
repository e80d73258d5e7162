"""How far a statement reaches: the words that belong to it, and where its pieces stand in the article."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from mediakit.sources.statement import Place, Sentence
from mediakit.sources.syntax import up
from mediakit.text.date_words import WEEKDAYS
from mediakit.text.dates import month_number

if TYPE_CHECKING:
    from mediakit.text.tree import Token

_LINKING = ("cc", "punct", "preconj")
#: what words are said in: a that-clause behind one of them is the verb's
_SETTINGS = frozenset((
    "address", "affidavit", "announcement", "article", "blog", "briefing", "broadcast", "bulletin", "call", "column", "comments",
    "conference", "dispatch", "email", "emails", "e-mail", "filing", "hearing", "interview", "interviews", "letter", "letters",
    "memo", "message", "messages", "note", "post", "release", "remarks", "report", "speech", "statement", "statements",
    "submission", "testimony", "text", "tweet", "update", "video",
))  # fmt: skip
_WITHIN = frozenset(("in", "on", "at", "by", "via", "during"))
_LEADING = frozenset(["but", "and", "yet", "so", "or", "still", "meanwhile", "however", "nonetheless", "nevertheless"])


def words_under(*heads: Token) -> set[Token]:
    """The words of some phrases or clauses."""
    return {word for head in heads for word in head.subtree}


def clause_of(verb: Token) -> set[Token]:
    """A main clause or a clause joined to it, alone: without those joined to it in turn and without what links it."""
    left_out = [child for child in verb.children if child.dep_ in _LINKING]
    left_out += [child for child in verb.children if child.dep_ == "conj" and has_subject(child)]
    return words_under(verb) - words_under(*left_out)


def clause_beside(phrase: Token, aside: set[Token]) -> set[Token]:
    """The clause that a phrase beside it speaks of: according to …; as … reported; , she said.

    A phrase at the beginning speaks of the whole sentence; one behind a comma at the end of what somebody said
    (She said it was late, according to Hill) speaks of the saying too.
    """
    verb = _verb_above(phrase)
    if verb is None:
        return set()
    first = min(aside, key=lambda word: word.i)
    last = max(aside, key=lambda word: word.i)
    if first.i == 0:
        top = verb if verb.dep_ == "ROOT" else next((above for above in up(verb) if above.dep_ == "ROOT"), verb)
        return without_opening(words_under(top) - aside)
    if first.i > verb.i and first.nbor(-1).is_punct and _ends(last):
        while verb.dep_ in ("ccomp", "xcomp", "advcl", "acl") and verb.head.i < verb.i and verb.head.pos_ in ("VERB", "AUX"):
            verb = verb.head
    return without_opening(clause_of(verb) - aside)


def _ends(word: Token) -> bool:
    """Whether nothing but marks follows in the sentence."""
    return all(later.is_punct or later.is_space for later in word.tree[word.i + 1 :])


def _verb_above(phrase: Token) -> Token | None:
    verbs = [above for above in up(phrase) if above.pos_ in ("VERB", "AUX")]
    if not verbs:
        return next((above for above in up(phrase) if above.dep_ == "ROOT"), None)
    held = ("ROOT", "ccomp", "conj", "parataxis", "advcl", "relcl")
    return next((verb for verb in verbs if verb.dep_ == "ROOT" or (verb.dep_ in held and has_subject(verb))), verbs[-1])


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl") for child in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with to."""
    return any(child.dep_ in ("aux", "mark") and child.lower_ == "to" for child in verb.children)


def finite_clause(verb: Token, *, asks: bool = False) -> Token | None:
    """The clause behind a verb that has a subject and no to; asks: if counts as whether."""
    marks = ("that", "whether", "if") if asks else ("that", "whether")
    for child in verb.rights:
        if child.dep_ == "ccomp" and (has_subject(child) or _is_question(child)) and not is_infinitive(child):
            return child
        if child.dep_ in ("acl", "advcl") and any(word.dep_ == "mark" and word.lower_ in marks for word in child.children):
            return child
    return _clause_of_setting(verb)


def _clause_of_setting(verb: Token) -> Token | None:
    """The clause of “said in a report that” and “said in an interview with the Mail that”, which the model hangs on the noun."""
    for prep in (child for child in verb.rights if child.dep_ == "prep" and child.lower_ in _WITHIN):
        noun = next((child for child in prep.rights if child.dep_ == "pobj"), None)
        if noun is None or noun.lower_ not in _SETTINGS:
            continue
        for word in noun.subtree:
            marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in word.children)
            if marked and word.dep_ in ("acl", "relcl", "ccomp") and word.head.dep_ == "pobj":
                return word
    return None


def _is_question(clause: Token) -> bool:
    """Whether a clause begins with a word that asks: what it means, how long it takes."""
    return min(clause.subtree, key=lambda word: word.i).tag_ in ("WP", "WRB", "WDT")


def pieces(sentence: Sentence, words: Iterable[Token]) -> tuple[Place, ...]:
    """Where words stand: a piece for each run of them, without marks and linking words at its ends."""
    chosen = {word.i for word in words}
    found = list[Place]()
    between = [word for word in sentence.tree if word.i in chosen or word.is_punct or word.is_space]
    for _, run in groupby(enumerate(between), key=lambda numbered: numbered[1].i - numbered[0]):
        trimmed = _trimmed([word for _, word in run], chosen)
        if trimmed:
            found.append(sentence.place(trimmed[0], trimmed[-1]))
    return tuple(found)


def _trimmed(run: list[Token], chosen: set[int]) -> list[Token]:
    while run and (run[0].is_punct or run[0].is_space or run[0].i not in chosen or run[0].dep_ == "cc"):
        run = run[1:]
    while run and (run[-1].is_punct or run[-1].is_space or run[-1].i not in chosen):
        run = run[:-1]
    return run


def without_opening(words: set[Token]) -> set[Token]:
    """The words of a sentence without the But or And that it begins with."""
    if not words:
        return words
    first = min(words, key=lambda word: word.i)
    return words - {first} if first.lower_ in _LEADING else words


def is_time(preposition: Token) -> bool:
    """Whether a phrase says when: on Friday, in 2019, for weeks."""
    words = [word.text for word in preposition.subtree if word is not preposition]
    return any(word in WEEKDAYS or (word.istitle() and month_number(word) is not None) for word in words) or (
        any(word.isdigit() for word in words) and len(words) <= 3
    )
