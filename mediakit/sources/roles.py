"""The words of office, trade and standing in a description: “the company’s chief executive”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from mediakit.lexicons import load_lexicon

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONGEST = 4  # words of an entry
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
        self._opening = {word.split()[0] for word in self.rows if " " in word}

    def find(self, phrase: str) -> list[Role]:
        """Every entry in a phrase, in reading order, the longest at each place."""
        words = list(_WORD.finditer(phrase))
        found, place = list[Role](), 0
        while place < len(words):
            opens = words[place][0].replace("’", "'").casefold().removesuffix("'s") in self._opening
            sizes = range(_LONGEST, 0, -1) if opens else (1,)
            role = next((role for size in sizes if (role := self._at(phrase, words[place : place + size], size))), None)
            if role is not None:
                found.append(role)
            place += 1 if role is None else len(_WORD.findall(phrase[role.begin : role.end]))
        return found

    def _at(self, phrase: str, words: list[re.Match[str]], size: int) -> Role | None:
        if len(words) < size:
            return None
        begin, end = words[0].start(), words[-1].end()
        if size > 1 and re.search(r"[^\w\s'’.-]", phrase[begin:end]):
            return None
        written = re.sub(r"\s+", " ", phrase[begin:end]).replace("’", "'").casefold().removesuffix("'s")
        for form, plural in ((written, False), *((single, True) for single in _singular(written))):
            row = self.rows.get(form)
            if row is not None:
                trimmed = end - (2 if phrase[begin:end].replace("’", "'").casefold().endswith("'s") else 0)
                return Role(begin, trimmed, row["word"], row["kind"], row["role"], row["yields"] == "yes", row.get("gender", ""),
                            row.get("same_as", "") or row["word"], plural)  # fmt: skip
        return None


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


@lru_cache(maxsize=4096)
def _found(phrase: str) -> tuple[Role, ...]:
    return tuple(default_roles().find(phrase))


def roles_in(phrase: str) -> list[Role]:
    """The entries of the package's lexicon of roles in a phrase.

    >>> [(role.entry, role.role) for role in roles_in("two former health ministers")]
    [('two', 'unknown'), ('minister', 'politician')]
    """
    return list(_found(phrase))
