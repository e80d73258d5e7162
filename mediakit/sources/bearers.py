"""Who was spoken of where: the names of one article, while its mentions are resolved in reading order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from itertools import islice

from mediakit.document import Document
from mediakit.sources.bearer import Bearer, Place, is_short_for, key_of
from mediakit.sources.register import Register
from mediakit.sources.roles import roles_in


class Bearers:
    """The names of one article while its mentions are resolved: who was spoken of last, and whom a short form stands for."""

    def __init__(self, document: Document) -> None:
        register = Register(document)
        self.text, self.all, self.common = register.text, register.bearers, register.common
        self.places, self.pairs = sorted(register.places, key=_where), register.pairs
        self.is_quoted = register.is_quoted
        self.spoken: list[tuple[Place, bool]] = []
        self._aliases, self._sentences = register.aliases, register.sentences
        self._paragraphs = [paragraph.begin for paragraph in document.paragraphs]

    def sentence_of(self, position: int) -> int:
        """Number of the sentence around a position."""
        return max(0, bisect_right(self._sentences, (position, len(self.text))) - 1)

    def _paragraph_at(self, position: int) -> int:
        """Where the paragraph around a position begins."""
        return self._paragraphs[max(0, bisect_right(self._paragraphs, position) - 1)] if self._paragraphs else 0

    def named(self, words: tuple[str, ...], *, gender: str = "", before: int | None = None) -> list[Bearer]:
        """Those whom a full or short name may mean, the one spoken of last first."""
        key = key_of(words)
        found = self._aliases.get(key) or [bearer for bearer in self.all if is_short_for(key, bearer)]
        fitting = [bearer for bearer in found if bearer.may_be(gender)] or found
        exact = [bearer for bearer in fitting if bearer.key == key]
        if exact:
            return exact
        at = len(self.text) if before is None else before
        return sorted(fitting, key=lambda bearer: -self.last_place(bearer, at))

    def known(self, words: tuple[str, ...]) -> bool:
        """Whether the article names a person by these words."""
        return any(bearer.kind == "person" for bearer in self.named(words))

    def last_place(self, bearer: Bearer, before: int) -> int:
        """Where a bearer was last spoken of before a position; -1 nowhere."""
        earlier = range(bisect_left(self.places, (before, 0), key=_where) - 1, -1, -1)
        return next((self.places[at].begin for at in earlier if bearer in self.places[at].bearers), -1)

    def hear(self, place: Place, *, plural: bool) -> None:
        """Remember that someone spoke here; plural: several did."""
        first, last = (bisect_left(self.places, (at, 0), key=_where) for at in (place.begin, place.end))
        self.places[first:last] = [known for known in self.places[first:last] if known.bearers[:1] != place.bearers[:1]]
        insort(self.places, place, key=_where)
        self.spoken.append((place, plural))
        for bearer in place.bearers:
            bearer.certain = True

    def recent(
        self,
        at: int,
        *,
        kinds: tuple[str, ...],
        sentences: int,
        gender: str = "",
        spoken_first: bool = False,
        quoted: bool = True,
        subjects_first: bool = False,
    ) -> list[Bearer]:
        """Who was spoken of in the sentences up to a position: sentence by sentence backwards, speakers and subjects first."""
        here = self.sentence_of(at)
        begin = self._sentences[here - sentences][0] if here > sentences else 0
        first, last = (bisect_left(self.places, (position, 0), key=_where) for position in (begin, at))
        near = [
            (here - self.sentence_of(place.begin), -place.weight, -place.begin, bearer)
            for place in self.places[first:last]
            if quoted or place.weight
            for bearer in (place.bearers if len(place.bearers) == 1 else ())
            if bearer.kind in kinds and bearer.may_be(gender)
        ]
        if gender:  # one who is known to be a woman is meant by "she" before one of whom the text does not tell
            opening = self._paragraph_at(at)
            near.sort(
                key=lambda entry: (
                    entry[1] == 0,
                    not (entry[1] <= -2 and -entry[2] >= opening),  # whom the paragraph is about, before who spoke in another
                    not entry[3].certain,
                    not (entry[0] <= 2 and entry[3].genders[gender]),
                    *entry[:3],
                )
            )
        else:
            near.sort(
                key=lambda entry: (
                    entry[1] == 0,
                    not entry[3].certain,
                    subjects_first and entry[1] > -2,
                    spoken_first and entry[1] != -3,
                    *entry[:3],
                )
            )
        return list({id(bearer): bearer for *_, bearer in near}.values())

    def _spoken_before(self, at: int) -> Iterator[tuple[Place, bool]]:
        """Who spoke before a position, and whether they were several; the last first."""
        return reversed(self.spoken[: bisect_left(self.spoken, at, key=lambda spoken: spoken[0].begin)])

    def last_several(self, at: int) -> tuple[str, tuple[Bearer, ...]]:
        """Who spoke last, where they were several: group with their names, unnamed, or nothing."""
        here = self.sentence_of(at)
        for place, plural in islice(self._spoken_before(at), 2):
            if plural and here - self.sentence_of(place.begin) <= 3:
                return ("group", place.bearers) if len(place.bearers) > 1 else ("unnamed", ())
        named = [
            place
            for place in self.pairs
            if place.bearers[0].kind == "person" and place.end <= at and here - self.sentence_of(place.begin) <= 1
        ]
        return ("group", named[-1].bearers) if named else ("", ())

    def last_group(self, at: int, kind: str = "person") -> tuple[Bearer, ...]:
        """Those who were last named together, or spoke together."""
        together = [
            place
            for place in (*self.pairs, *self.places)
            if place.end <= at and len(place.bearers) > 1 and place.bearers[0].kind == kind
        ]
        near = [place for place in together if self.sentence_of(at) - self.sentence_of(place.begin) <= 8]
        return max(near, key=lambda place: place.begin).bearers if near else ()

    def last_was_unnamed(self, at: int, gender: str) -> bool:
        """Whether the one who spoke last, in this sentence or the one before, is not named."""
        last = next((place for place, plural in self._spoken_before(at) if not plural), None)
        if last is None or last.bearers or self.sentence_of(at) - self.sentence_of(last.begin) > 1:
            return False
        role = roles_in(self.text[last.begin : last.end])
        if role and role[0].gender not in ("", gender):
            return False
        between = self.places[bisect_left(self.places, (last.end, 0), key=_where) : bisect_left(self.places, (at, 0), key=_where)]
        return not any(place.weight > 1 for place in between)

    def in_order(self, bearers: Iterable[Bearer]) -> list[Bearer]:
        """Bearers in the order the article names them."""
        return sorted(bearers, key=lambda bearer: min((p.begin for p in self.places if bearer in p.bearers), default=0))

    def add(self, words: tuple[str, ...], kind: str) -> Bearer:
        """A bearer that the running text did not show."""
        self.all.append(Bearer(words, kind))
        return self.all[-1]


def _where(place: Place) -> tuple[int, int]:
    return place.begin, place.end
