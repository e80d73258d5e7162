"""The words of office, trade and standing in a description: “the company’s chief executive”."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from mediakit.lexicons import load_lexicon

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SPACES = re.compile(r"\s+")
_PARTS = re.compile(r"[^\w\s'’.-]")  # what no entry goes over
_IRREGULAR = {"men": "man", "women": "woman", "people": "people", "wives": "wife", "children": "child", "media": "media"}


class Role(NamedTuple):
    """An entry of the lexicon of roles where it stands in a phrase."""

    begin: int
    end: int
    entry: str  #: as in the lexicon
    kind: str  #: person, group, medium, document, bare or some
    role: str
    yields: bool  #: the words around it decide before it does
    gender: str
    same_as: str  #: the entry it is another word for, or itself
    plural: bool


class Roles:
    """The entries of a lexicon of roles, found in either number."""

    def __init__(self, rows: tuple[Mapping[str, str], ...]) -> None:
        self.rows = {row["word"].casefold(): row for row in rows}
        self._sizes = defaultdict[str, set[int]](set)  # of the entries of several words, by the word they open with
        for first, *others in (_WORD.findall(word) for word in self.rows):
            if others:
                self._sizes[first].add(1 + len(others))
        # the same phrases and words come again and again, in an article and from one article to the next
        self._kept = lru_cache(maxsize=4096)(self._find)
        self._known = lru_cache(maxsize=16384)(self._word)

    def find(self, phrase: str) -> list[Role]:
        """Every entry in a phrase, in reading order, the longest at each place."""
        return list(self._kept(phrase))

    def _find(self, phrase: str) -> tuple[Role, ...]:
        words = list(_WORD.finditer(phrase))
        found, place = list[Role](), 0
        while place < len(words):
            sizes, role = self._known(words[place][0])
            size = 1
            if role is not None:
                begin = words[place].start()
                role = role._replace(begin=begin, end=begin + role.end)
            if sizes:
                longer = ((at, size) for size in sizes if (at := self._at(phrase, words[place : place + size], size)))
                role, size = next(longer, (role, 1))
            if role is not None:
                found.append(role)
            place += size
        return tuple(found)

    def _word(self, word: str) -> tuple[tuple[int, ...], Role | None]:
        """How many words the entries have that open with a word, the most first, and the entry that it is by itself, at 0."""
        return tuple(sorted(self._sizes.get(_written(word), ()), reverse=True)), self._entry(word, 0)

    def _at(self, phrase: str, words: list[re.Match[str]], size: int) -> Role | None:
        """The entry of so many words that stands in a phrase here."""
        if len(words) < size:
            return None
        stretch = phrase[words[0].start() : words[-1].end()]
        return None if _PARTS.search(stretch) else self._entry(stretch, words[0].start())

    def _entry(self, stretch: str, begin: int) -> Role | None:
        """The entry that a stretch of words is, in either number, without ’s."""
        written = _written(stretch)
        for form, plural in ((written, False), *((single, True) for single in _singular(written))):
            row = self.rows.get(form)
            if row is not None:
                end = begin + len(stretch) - (2 if stretch.replace("’", "'").casefold().endswith("'s") else 0)
                return Role(begin, end, row["word"], row["kind"], row["role"], row["yields"] == "yes", row.get("gender", ""),
                            row.get("same_as", "") or row["word"], plural)  # fmt: skip
        return None


def _written(words: str) -> str:
    """Words as they are looked up: small letters, single blanks, without ’s."""
    return _SPACES.sub(" ", words).replace("’", "'").casefold().removesuffix("'s")


def _singular(written: str) -> list[str]:
    """What a plural may be the plural of.

    >>> _singular("chief executives"), _singular("authorities")
    (['chief executive'], ['authoritie', 'authority'])
    """
    first, blank, last = written.rpartition(" ")
    lead = f"{first}{blank}"
    if last in _IRREGULAR:
        return [lead + _IRREGULAR[last]]
    if last.endswith("women"):
        return [lead + last[:-5] + "woman"]
    if last.endswith("men"):
        return [lead + last[:-3] + "man"]
    if not last.endswith("s") or last.endswith("ss") or len(last) < 3:
        return []
    singular = [lead + last[:-1]]
    if last.endswith("ies"):
        singular.append(lead + last[:-3] + "y")
    elif last.endswith(("ches", "shes", "sses", "xes")):
        singular.append(lead + last[:-2])
    return singular


@cache
def default_roles() -> Roles:
    """The roles that come with the package."""
    return Roles(load_lexicon("roles").rows)


def roles_in(phrase: str) -> list[Role]:
    """The entries of the package's lexicon of roles in a phrase.

    >>> [(role.entry, role.role) for role in roles_in("two former health ministers")]
    [('two', 'unknown'), ('minister', 'politician')]
    """
    return default_roles().find(phrase)
