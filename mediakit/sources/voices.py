"""What can be a source: who speaks, what is read, and the media that pass on what others say."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mediakit.identity.agencies import agency_named
from mediakit.lexicons import lexicon_words, load_lexicon
from mediakit.sources.roles import roles_in
from mediakit.sources.syntax import phrase
from mediakit.text.words import words_in

if TYPE_CHECKING:
    from mediakit.text.tree import Token

_HEAD = re.compile(r"[,(–—]| (?:of|in|from|on|at|for|run|owned|controlled)\b")
_NOBODY = frozenset(["this", "that", "these", "those", "there", "it", "what", "such"])
_READ = ("document", "bare")


def is_medium(mention: str) -> bool:
    """Whether a mention is of a newspaper, a broadcaster, an agency, by the words before its first comma or preposition.

    >>> [is_medium(mention) for mention in ("the Coast Tribune", "state media", "AP", "Press Secretary Hill")]
    [True, True, True, False]
    """
    head = _HEAD.split(re.sub(r"\A[Tt]he ", "", mention.strip()), maxsplit=1)[0].strip()
    words = words_in(head)
    if not words:
        return False
    if agency_named(head) is not None or head.casefold() in _state_media():
        return True
    if any(" ".join(words[place:]) in _names() for place in range(len(words))):
        return True
    last = [role for role in roles_in(head) if role.end == len(head)]
    return bool(last) and last[0].kind == "medium"


def names_medium(noun: Token) -> bool:
    """Whether a noun is of a medium, with the words that belong to it."""
    first, last = phrase(noun)
    return is_medium(noun.tree.printed(first, last))


def can_speak(noun: Token) -> bool:
    """Whether a noun is of somebody who speaks or something to read; an event or an idea shows, but says nothing."""
    if noun.pos_ == "PRON":
        return noun.lower_ not in _NOBODY
    return noun.pos_ in ("PROPN", "ADJ", "NUM") or bool(roles_in(_with_words(noun)))


def is_read(noun: Token) -> bool:
    """Whether a noun is of something to read: a report, intelligence, estimates, a poll."""
    found = roles_in(_with_words(noun))
    return noun.pos_ == "NOUN" and bool(found) and (found[-1].kind in _READ or found[-1].role == "intelligence")


def _with_words(noun: Token) -> str:
    first = next((child for child in noun.lefts if child.dep_ in ("compound", "amod", "nmod")), noun)
    return noun.tree.printed(first, noun)


@cache
def _names() -> frozenset[str]:
    return frozenset(row["word"] for row in load_lexicon("organisation_words").rows if row["role"] == "medium_agency")


@cache
def _state_media() -> frozenset[str]:
    return frozenset(word.casefold() for word in lexicon_words("state_media"))
