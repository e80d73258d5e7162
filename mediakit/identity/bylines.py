"""Bylines: the people who signed, apart from agencies, outlets, desks and roles."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from mediakit.identity.addresses import host_of
from mediakit.identity.agencies import agency_named
from mediakit.lexicons import lexicon_words

_LONGEST = 400  # characters; longer is no byline
_LEAD = re.compile(
    r"^(?:(?:written|reported|story|words|text|article|photos?|report)\s+(?:and\s+\w+\s+)?by|by|von|vom|par|por|di|da|door|av|af"
    r"|texto?|texte|testo|autor(?:in)?|auteur|author|reporter|redaktion|journalist|byline)\b\s*(?:[:|–—-]\s*)?(?=\S)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"<?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b>?|https?://\S+|(?<!\w)@\w+")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_DATED = re.compile(
    r"\s*(?:[|•·,–—-]\s*)?(?:(?:published|updated|posted|last)\b.*|\d{1,2}:\d{2}\b.*|\d{4}-\d{2}-\d{2}.*"
    r"|\b\d{1,2}\.?\s+[^\W\d_]{3,10}\.?,?\s+\d{4}\b.*|\b[^\W\d_]{3,10}\.?\s+\d{1,2},\s+\d{4}\b.*|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}.*)$",
    re.IGNORECASE,
)
_APART = re.compile(
    r"(?:\s*(?:[,;|•·/\n]|\s[–—-]\s|&|(?<=\s)(?:and|und|et|y|e|en|og|och|with|mit|avec|con)(?=\s))\s*)+", re.IGNORECASE
)
_FROM = re.compile(
    r"\s+(?:in|at|for|from|of|im|aus|für|à|pour|en|para|per)\s+(?:the\s+|der\s+|die\s+|das\s+)?(?=[A-ZÀ-Þ]).*$"
)  # “Ama Boyle in Lagos”
_SMALL = {"de", "del", "della", "di", "da", "do", "dos", "das", "du", "des", "la", "le", "los", "las", "van", "von", "der", "den",
          "zu", "ten", "ter", "bin", "ibn", "al", "el", "ben", "abu", "ap", "mac", "st", "y", "e", "’t", "'t", "of"}  # fmt: skip
_WORD = re.compile(r"^[\"“]?[^\W\d_][\w.'’ʼ-]*[\"”]?$")  # also a nickname between marks
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_TITLES = re.compile(r"^(?:dr|prof|mr|mrs|ms|sir|dame|rev|st)\.?\s+", re.IGNORECASE)


class Byline(NamedTuple):
    """What a byline says: the people who signed, and the agencies it credits."""

    people: tuple[str, ...]
    agencies: tuple[str, ...]

    @property
    def names(self) -> str | None:
        """The people in one line, or None where nobody is named."""
        return ", ".join(self.people) or None


def read_byline(written: str, outlet: str | None = None) -> Byline:
    """The people a byline names; roles, desks, addresses, outlets and agencies are no people.

    Parameters: written, the byline as printed; outlet, the outlet's name or address where it is
    known: its own name signs nothing.

    >>> read_byline("By Ama Boyle, Political Editor, and Raj Nair in Lagos")
    Byline(people=('Ama Boyle', 'Raj Nair'), agencies=())
    >>> read_byline("Von dpa"), read_byline("By Staff").names is None
    (Byline(people=(), agencies=('Deutsche Presse-Agentur',)), True)
    """
    return _read(written[:_LONGEST], outlet[:_LONGEST] if outlet else None)


@lru_cache(10_000)  # the same people sign many articles
def _read(written: str, outlet: str | None) -> Byline:
    text = _MAIL.sub(" ", written)
    text = _DATED.sub("", text)
    insides = [next(filter(None, found.groups()), "") for found in _BRACKETS.finditer(text)]
    text = _BRACKETS.sub(" | ", text)
    people, agencies = dict[str, None](), dict[str, None]()
    whole = _without_lead(text)
    if agency := agency_named(whole):
        return Byline((), (agency,))
    for part in [*_APART.split(whole), *insides]:
        name = _TITLES.sub("", _without_lead(_FROM.sub("", part.strip(' .:*“”"')).strip(" .:*")))
        if agency := agency_named(name):
            agencies[agency] = None
        elif part not in insides and is_person(name, outlet):
            people[name] = None
    return Byline(tuple(people), tuple(agencies))


def _without_lead(text: str) -> str:
    """Without “By”, “Von”, “Reporter:” in front, however many of them there are."""
    for _ in range(3):
        shorter = _LEAD.sub("", text.strip())
        if shorter == text.strip():
            break
        text = shorter
    return text.strip()


def is_person(name: str, outlet: str | None = None) -> bool:
    """Whether words can be the name of a person who signs: no role, no desk, no address, not the outlet itself.

    >>> [is_person(name) for name in ("Ama Boyle", "Victoria O’Regan", "Web Desk", "example.org", "ssi", "Gear Team")]
    [True, True, False, False, False, False]
    """
    words = name.split()
    if not words or len(words) > 6 or host_of(name) or not all(map(_WORD.match, words)):
        return False
    if any(word.casefold().strip(".") in _no_names() for word in words) or _is_outlet(name, outlet):
        return False
    if not _LATIN.search(name):  # a script without capitals: two to thirty signs are a name
        return 2 <= len(name) <= 30
    large = [word for word in words if word.casefold() not in _SMALL]
    capital = all(word.lstrip('"“')[0].isupper() for word in large)
    return len(words) >= 2 and bool(large) and (capital or (name.islower() and len(words) <= 3))


@cache
def _no_names() -> frozenset[str]:
    return frozenset(word.casefold() for word in lexicon_words("byline_words", "any"))


def _is_outlet(name: str, outlet: str | None) -> bool:
    """Whether a name is the outlet's own, with or without spaces, ending and article."""
    if not outlet:
        return False
    said = _letters(name)
    host = host_of(outlet)
    own = _letters(host.split(".")[-2] if host else outlet)
    return said in (own, _letters(outlet)) or said == f"the{own}" or own == f"the{said}"


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
