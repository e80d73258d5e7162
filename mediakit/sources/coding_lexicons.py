"""The word lists that sources are coded by, compiled; the reader's own entries take the place of the package's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from mediakit.lexicons import load_lexicon
from mediakit.sources.name_words import governments, organisation_key
from mediakit.sources.roles import Roles

Rows = Iterable[Mapping[str, str]]

#: the lexicons that sources are coded by, and the columns each must have
CODING_COLUMNS = {
    "roles": ("word", "kind", "role", "yields"),
    "organisation_words": ("word", "role"),
    "state_media": ("word",),
    "hedges": ("word", "kind", "needs"),
    "anonymity": ("pattern", "kind"),
}
_FIGURE = (
    r"(?=\W{1,3}(?:[£$€¥]?\d|a\s+(?:dozen|hundred|thousand|million)|half|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|"
    r"thirty|forty|fifty|dozens|hundreds|thousands|millions))"
)
_PLAIN_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_LONGEST = 5  # words of an organisation's entry


class Organisation(NamedTuple):
    """A word that shows what an organisation is; both empty where there is none."""

    word: str
    role: str
    whole: bool = False  #: only where it is the whole of a name


_NONE = Organisation("", "")


@dataclass(frozen=True, eq=False)
class CodingLexicons:
    """What code_source() looks words up in."""

    roles: Roles
    organisations: Mapping[str, Organisation]
    state_media: Mapping[str, str]
    hedges: re.Pattern[str]
    anonymous: re.Pattern[str]
    reason: re.Pattern[str]

    def organisation(self, name: str) -> Organisation:
        """What a name says an organisation is: the whole of it, then its last word before its first."""
        return self._last(name, any_case=True)

    def organisation_in(self, words: str) -> Organisation:
        """The organisation named in a description: only by words in capitals."""
        capitals = " ".join(word for word in _PLAIN_WORD.findall(words) if word[:1].isupper() or word in ("of", "for"))
        return self._last(capitals, any_case=False)

    def organisation_noun(self, words: str) -> Organisation:
        """The noun in small letters that a mention ends with: the weather bureau, the zoo, the state."""
        last = words.split()[-1:]
        return self.organisations.get(organisation_key(last[0]), _NONE) if last and last[0].islower() else _NONE

    def _last(self, name: str, *, any_case: bool) -> Organisation:
        words = [word.rstrip(".").removesuffix("'s").removesuffix("’s") for word in _PLAIN_WORD.findall(name)]
        head = re.split(r"\s(?:of|for)\s", name, maxsplit=1)[0]
        if head != name and (
            found := self._longest(words, any_case, least=2) or self._longest(_PLAIN_WORD.findall(head), any_case)
        ):
            return found
        return self._longest(words, any_case) or _NONE

    def _longest(self, words: list[str], any_case: bool, *, least: int = 1) -> Organisation | None:
        for size in range(min(_LONGEST, len(words)), least - 1, -1):
            for begin in range(len(words) - size, -1, -1):
                found = self.organisations.get(organisation_key(" ".join(words[begin : begin + size])))
                if found and (any_case or words[begin][:1].isupper()) and (size == len(words) or not found.whole):
                    return found
        return None

    def is_state_medium(self, name: str) -> bool:
        """Whether a whole name is a state medium's."""
        return organisation_key(name) in self.state_media

    def state_medium_in(self, words: str) -> str:
        """The state medium named in a mention, as in the lexicon; nothing where there is none."""
        written = _PLAIN_WORD.findall(words)
        for size in range(min(_LONGEST, len(written)), 0, -1):
            for begin in range(len(written) - size + 1):
                found = self.state_media.get(organisation_key(" ".join(written[begin : begin + size])))
                if found and written[begin][:1].isupper():
                    return found
        return ""

    def government_in(self, words: str) -> str:
        """The country or seat of government named in a description."""
        written = [word.removesuffix("'s").removesuffix("’s") for word in _PLAIN_WORD.findall(words)]
        for size in (3, 2, 1):
            for begin in range(len(written) - size + 1):
                phrase = " ".join(written[begin : begin + size])
                if governments().get(phrase.casefold(), "region") != "region" and phrase[:1].isupper():
                    return phrase
        return ""


def compile_lexicons(rows: Mapping[str, Rows]) -> CodingLexicons:
    """The lexicons of CODING_COLUMNS, made ready for look-ups."""
    anonymity = {row["kind"]: row["pattern"] for row in rows["anonymity"]}
    return CodingLexicons(
        Roles(tuple(rows["roles"])),
        {
            organisation_key(row["word"]): Organisation(row["word"], row["role"], row.get("whole") == "yes")
            for row in rows["organisation_words"]
        },
        {organisation_key(row["word"]): row["word"] for row in rows["state_media"]},
        _hedges(rows["hedges"]),
        re.compile(rf"\b(?:{anonymity['anonymous']})", re.IGNORECASE),
        re.compile(rf"\b(?:{anonymity['reason']})\b", re.IGNORECASE),
    )


@cache
def default_lexicons() -> CodingLexicons:
    """The lexicons that come with the package."""
    return compile_lexicons({name: load_lexicon(name).rows for name in CODING_COLUMNS})


def _hedges(rows: Rows) -> re.Pattern[str]:
    entries = sorted(rows, key=lambda row: -len(row["word"]))
    return re.compile(rf"\b(?:{'|'.join(_hedge(row) for row in entries)})")  # \b once: most places are passed over by it


def _hedge(row: Mapping[str, str]) -> str:
    """One hedge as a pattern: a capital only where a sentence begins (may, but not May)."""
    first, *others = row["word"].split()
    opening = re.escape(first) if row["kind"] == "modal" else f"[{first[0]}{first[0].upper()}]{re.escape(first[1:])}"
    pattern = r"\s+".join((opening, *map(re.escape, others))) + r"\b"
    return pattern + _FIGURE if row["needs"] == "figure" else pattern
