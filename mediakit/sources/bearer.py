"""Someone or something that an article names, and which short forms may stand for the name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from mediakit.sources.name_words import governments


@dataclass(eq=False)
class Bearer:
    """A person, organisation or place that the article names."""

    words: tuple[str, ...]
    kind: str  #: person, organisation or place
    described: list[str] = field(default_factory=list)  #: "Ontario Health Minister", "a retired nurse"
    genders: Counter[str] = field(default_factory=Counter)  #: what titles, descriptions and pronouns say
    certain: bool = False  #: a title, a description, a short form or something said shows that it is what kind says

    @property
    def name(self) -> str:
        """The fullest form of the name."""
        return " ".join(self.words)

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The name as it is compared."""
        return key_of(self.words)

    @cached_property
    def governs(self) -> bool:
        """Whether it is a country's or a capital's name."""
        return " ".join(self.key) in governments()

    @cached_property
    def initials(self) -> str:
        """The first letters of its words in capitals, as an acronym is compared: those of the key, which has no Jr.

        >>> Bearer(("Harbour", "Fund", "of", "Ashby", "II"), "organisation").initials
        'hfa'
        """
        return "".join(word[:1] for word, written in zip(self.key, self.words, strict=False) if written[:1].isupper())

    def may_be(self, gender: str | None) -> bool:
        """Whether nothing in the text speaks against a gender."""
        if not gender or not self.genders:
            return True
        return self.genders[gender] >= max(self.genders.values())


class Place(NamedTuple):
    """One place where a bearer is named or spoken of."""

    begin: int
    end: int
    bearers: tuple[Bearer, ...]  #: several for "Hill and Lee"
    weight: int  #: 3 said something, 2 subject, 1 named otherwise, 0 in a quotation or only whose


@lru_cache(maxsize=4096)
def key_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name as it is compared: small letters, without Jr.

    >>> key_of(("Joe", "Hill", "Jr."))
    ('joe', 'hill')
    """
    key = tuple(word.casefold().replace("’", "'").rstrip(".") for word in words)
    return key[:-1] if len(key) > 1 and key[-1] in ("jr", "sr", "ii", "iii", "iv") else key


def is_short_for(key: tuple[str, ...], bearer: Bearer) -> bool:
    """Whether a form may stand for a bearer: surname, given name, first words, acronym."""
    full = bearer.key
    if key == full:
        return True
    acronym = len(key) == 1 and bearer.kind == "organisation" and len(key[0]) > 1 and len(full) > 1
    if acronym and key[0].replace(".", "") == bearer.initials:
        return True
    if len(key) >= len(full) or not (key[0] == full[0] or key[-1] == full[-1]):
        return False
    if bearer.governs or " ".join(key) in governments():
        return False
    return full[-len(key) :] == key or full[: len(key)] == key or (len(key) > 1 and key[0] == full[0] and key[-1] == full[-1])
