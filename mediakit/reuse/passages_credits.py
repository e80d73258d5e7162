"""Whether one of two articles says that it, or a part of it, comes from the other's outlet, or both from one source."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from mediakit.identity import find_credits, host_of, outlet_key
from mediakit.identity.outlets import registered_domain

_CUE_BEFORE = r"(?:according\s+to|told|reported\s+by|cited\s+by|quoted\s+by|citing|first\s+reported\s+in)\s+(?:the\s+)?"
_CUE_BEHIND = r"(?:\s+\w+){0,3}?\s+(?:reported|reports|said|says|wrote|writes|quoted|cited|announced|revealed)\b"


class Credited(NamedTuple):
    """Whom an article credits: as the source of its text, and whom it cites."""

    sources: frozenset[str]  #: keys, as outlet_key() makes them
    cited: frozenset[str]
    text: str

    def names(self, outlet: str | None) -> bool:
        """Whether the article credits or cites an outlet."""
        if outlet is None:
            return False
        named = self.sources | self.cited
        return any(_is_same(outlet, key) for key in named) or citing(outlet).search(self.text) is not None


def credits_of(text: str, original_source: str | None) -> Credited:
    """Whom an article credits and cites.

    >>> found = credits_of("LAGOS (AP) — The ferry stopped, the Harbour Herald reported.", None)
    >>> sorted(found.sources), found.names("Harbour Herald"), found.names("Coast Courier")
    (['associated press'], True, False)
    """
    found = find_credits(text)
    sources = {outlet_key(credit.name) for credit in found if credit.is_credit}
    if original_source is not None:
        sources.add(outlet_key(original_source))
    return Credited(frozenset(sources), frozenset(outlet_key(credit.name) for credit in found if not credit.is_credit), text)


def is_credited(one: Credited, outlet: str | None, other: Credited, other_outlet: str | None) -> bool:
    """Whether one of two articles credits the other's outlet, or both credit the same source.

    >>> wire = credits_of("The ferry stopped.", None)
    >>> copy = credits_of("LAGOS (AP) — The ferry stopped.", None)
    >>> is_credited(wire, "Associated Press", copy, "Coast Courier"), is_credited(wire, "Harbour Herald", copy, "Coast Courier")
    (True, False)
    """
    return one.names(other_outlet) or other.names(outlet) or bool(one.sources & other.sources)


def _is_same(outlet: str, key: str) -> bool:
    """Whether a key of a credit is an outlet's: the same, or a name whose letters are those of the other's address.

    >>> _is_same("The Harbour Herald", "harbourherald.example"), _is_same("Harbour Herald", "herald.example")
    (True, False)
    """
    own = outlet_key(outlet)
    addresses = host_of(own) is not None and host_of(key) is not None  # two of one domain may be two outlets
    return own == key or (not addresses and _letters(own) == _letters(key) != "")


def _letters(key: str) -> str:
    """The letters of a name, or of the name that was registered for an address, without “the”."""
    host = host_of(key)
    words = key if host is None else registered_domain(host).split(".")[0]
    return "".join(filter(str.isalnum, words)).removeprefix("the")


@lru_cache(maxsize=1000)
def citing(outlet: str) -> re.Pattern[str]:
    """A pattern of words that cite an outlet by its name: told the Harbour Herald, the Harbour Herald reported."""
    name = r"\s+".join(map(re.escape, outlet.removeprefix("The ").split()))
    return re.compile(rf"\b(?i:{_CUE_BEFORE}){name}\b|\b{name}\b(?i:{_CUE_BEHIND})")
