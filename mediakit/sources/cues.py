"""Which words tie a statement to its source: say, according to, a report that …, reportedly.

The list is the lexicon `cues`: one entry a word or phrase, with what may follow it and how it colours the
statement. Inflected and British forms are made from the entry here, so that the model's lemmas are not needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mediakit.lexicons import load_lexicon

if TYPE_CHECKING:
    from mediakit.text.tree import Token

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: the model's part of speech for each kind of entry that has only one
_POS = {"verb": ("VERB", "AUX"), "noun": ("NOUN", "PROPN"), "adjective": ("ADJ", "VERB"), "adverb": ("ADV",)}


class Cue(NamedTuple):
    """One entry of the lexicon of cues."""

    cue: str  #: as in a dictionary: "point out"
    kind: str  #: verb, noun, adjective, adverb or preposition
    takes: frozenset[str]  #: what follows it that belongs to the statement
    cue_class: str  #: neutral, announcing, endorsing, distancing, conceding, intensifying, speculative, conflict, manner
    contested: str  #: the class that others give it, or nothing

    @property
    def ties(self) -> bool:
        """Whether it can tie a statement; not where it only says whose a noun is (made the claim)."""
        return self.takes != {"noun"}

    @property
    def entry(self) -> str:
        """The entry's name for the column lexicon_entry: "cues: point out"."""
        return f"cues: {self.cue}"


class Cues:
    """The cues of a lexicon, found by any of their forms."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        for row in rows:
            cue = Cue(row["cue"], row["kind"], frozenset(row["takes"].split()), row["cue_class"], row.get("contested", ""))
            for form in _forms(row):
                first, *others = form.split()
                self._by_first.setdefault(first, []).append((tuple(others), cue))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))

    @property
    def words(self) -> frozenset[str]:
        """The first word of every form, in small letters: a text without any of them holds no cue."""
        return frozenset(first for first, found in self._by_first.items() if any(cue.ties for _, cue in found))

    def at(self, token: Token) -> Cue | None:
        """The entry that a parsed word is the head of, the longest one first.

        A verb stands before what belongs to it (pointed it out: only where nothing stands between).
        """
        for others, cue in self._by_first.get(token.lower_, ()):
            following = token.tree[token.i + 1 : token.i + 1 + len(others)]
            if cue.kind != "preposition" and token.pos_ not in _POS[cue.kind]:
                continue
            if tuple(other.lower_ for other in following) == others:
                return cue
        return None

    def named_in(self, words: str, behind: str = "") -> Cue | None:
        """The entry behind a printed cue (“has repeatedly said”); verbs before nouns, longer before shorter.

        behind: the text right behind it, for an entry of which only the verb was printed as the cue.

        >>> default_cues().named_in("has repeatedly pointed out").entry
        'cues: point out'
        >>> default_cues().named_in("put", " it on Friday").entry
        'cues: put it'
        """
        written = [word[0].lower() for word in _WORD.finditer(words)]
        return self._named(written, len(written)) or self._named(
            written + [word[0].lower() for word in _WORD.finditer(behind)], len(written)
        )

    def _named(self, written: list[str], before: int) -> Cue | None:
        """The entry whose first word is one of the first words written."""
        found = [
            (cue.kind == "verb", len(others), place, cue)
            for place, word in enumerate(written[:before])
            for others, cue in self._by_first.get(word, ())
            if cue.ties and tuple(written[place + 1 : place + 1 + len(others)]) == others
        ]
        return max(found, key=lambda entry: entry[:3])[3] if found else None


@cache
def default_cues() -> Cues:
    """The cues that come with the package.

    >>> default_cues().named_in("according to").cue_class
    'neutral'
    """
    return Cues(load_lexicon("cues").rows)


def _forms(row: Mapping[str, str]) -> Iterable[str]:
    """Every form of an entry: of a phrase, the first word is the one that changes."""
    for word in (row["cue"], *row.get("spelled", "").split()):
        first, blank, rest = word.partition(" ")
        inflected = {first}
        if row["kind"] == "verb":
            inflected |= _of_verb(first, row.get("forms", "").split())
        elif row["kind"] == "noun":
            inflected.add(_with_s(first))
        for form in inflected:
            yield f"{form}{blank}{rest}"


def _of_verb(verb: str, given: list[str]) -> set[str]:
    """The forms of a verb: those given, and the regular ones that they do not replace.

    >>> sorted(_of_verb("deny", [])), sorted(_of_verb("tell", ["told"]))
    (['denied', 'denies', 'denying'], ['telling', 'tells', 'told'])
    """
    silent = verb.endswith("e") and not verb.endswith("ee")
    past = verb[:-1] + "ied" if re.search(r"[^aeiou]y\Z", verb) else verb.removesuffix("e") + "ed"
    progressive = (verb[:-1] if silent else verb) + "ing"
    forms = {_with_s(verb), *given}
    return forms | ({progressive} if not any(form.endswith("ing") for form in given) else set()) | (set() if given else {past})


def _with_s(word: str) -> str:
    if re.search(r"[^aeiou]y\Z", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|x|z|ch|sh)\Z", word) else "s")
