"""Which name a mention is about: “ACOSS chief executive Marnie Dole”, not ACOSS; “analysts at Fjord Markets”, none."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from mediakit.sources.capitals import Name, names_in
from mediakit.sources.name_words import governments
from mediakit.sources.roles import roles_in

BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
PREPOSITION = re.compile(
    r"\b(?:of|for|at|in|from|with|by|to|on|near|under|behind|inside|close|familiar|who|that|which|whose)\b", re.IGNORECASE
)
INDEFINITE = re.compile(
    r"(?:an?|one|another|some|any|no|several|many|most|few|two|three|four|five|six|dozens|hundreds|others?)\b", re.IGNORECASE
)
CALLED = re.compile(
    r"\b(?:name\b[^,;]{0,30}?\bas|named|called|identified\b[^,;]{0,30}?\bas|known as|nicknamed)\s+", re.IGNORECASE
)


class Mention(NamedTuple):
    """Who said something, as printed: its place in the article's text."""

    begin: int
    end: int


class Heads(NamedTuple):
    """The names in the mentions of one article."""

    text: str
    common: Collection[str]  #: words in small letters of the article
    known: Callable[[tuple[str, ...]], bool]  #: whether a person is called by a word

    def names(self, mention: Mention) -> list[Name]:
        """The names in a mention that do not stand in brackets."""
        found = names_in(self.text, mention.begin, mention.end, common=self.common)
        brackets = [
            (mention.begin + b.start(), mention.begin + b.end())
            for b in BRACKETS.finditer(self.text[mention.begin : mention.end])
        ]
        alone = self.text[mention.begin : mention.end].strip(" ,")
        if not found and alone[:1].isupper() and self.known((alone,)):  # Porter, who may be a porter at other times
            begin = self.text.index(alone, mention.begin)
            found = [Name(begin, begin + len(alone), (alone,), "", False, False)]
        return [name for name in found if not any(begin <= name.begin < end for begin, end in brackets)]

    def head(self, mention: Mention, names: list[Name]) -> Name | None:
        """The name that a mention is about: not whose it is, nor where it works."""
        called = CALLED.search(self.text, mention.begin, mention.end)
        if called:
            return next((name for name in names if name.begin >= called.end()), None)
        if self._are_countries(mention, names):
            return None
        begin = mention.begin
        for segment in self.text[mention.begin : mention.end].split(","):
            end = begin + len(segment)
            oblique = self._preposition(begin, end, names)
            inside = [
                name for name in names if begin <= name.begin < end and not (name.possessive and name.end + 2 < mention.end)
            ]
            direct = [name for name in inside if oblique is None or name.begin < oblique.start()]
            if direct and not self._only_modifies(direct[-1], end if oblique is None else max(oblique.start(), direct[-1].end)):
                indefinite = INDEFINITE.match(segment.lstrip()) and not direct[-1].before
                offices = [role for role in roles_in(self.text[begin : direct[-1].begin]) if role.kind != "some"]
                return None if indefinite and not offices else direct[-1]
            if INDEFINITE.match(segment.lstrip()):
                return next((name for name in names if self._is_apposed(name, end, mention)), None)
            if oblique is not None and (
                inside and inside[-1].before and roles_in(segment)[:1] and roles_in(segment)[0].begin == 0
            ):
                return inside[-1]  # Chair of judges Dame Ann Lee
            if begin != mention.begin and not inside:
                return None
            begin = end + 1
        return None

    def _is_apposed(self, name: Name, begin: int, mention: Mention) -> bool:
        """Whether a name stands alone between commas: “a lawyer for the bank, Ann Lee,”."""
        before = self.text[begin : name.begin].strip()
        return (
            name.begin > begin and before == f", {name.before}".strip() and self.text[name.end : mention.end].strip() in ("", ",")
        )

    def _are_countries(self, mention: Mention, names: list[Name]) -> bool:
        """Whether the names only say where from: “U.S., Kenyan and Egyptian intelligence sources”."""
        words = self.text[mention.begin : mention.end]
        behind = self._preposition(mention.begin, mention.end, names)
        front = words[: behind.start() - mention.begin] if behind else words
        roles = roles_in(front)
        return (
            bool(roles)
            and roles[-1].end == len(front.rstrip())
            and all(name.text.casefold() in governments() and name.end - mention.begin <= roles[-1].begin for name in names)
        )

    def _preposition(self, begin: int, end: int, names: list[Name]) -> re.Match[str] | None:
        """The first preposition that does not stand inside a name."""
        found = PREPOSITION.finditer(self.text, begin, end)
        return next((word for word in found if not any(name.begin <= word.start() < name.end for name in names)), None)

    def _only_modifies(self, name: Name, end: int) -> bool:
        """Whether an office follows the name: “the PCB chairman”."""
        behind = BRACKETS.sub("", self.text[name.end : end])
        return any(not behind[: role.begin].strip(" -") or len(behind[: role.begin].split()) < 3 for role in roles_in(behind))
