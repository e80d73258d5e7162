"""The register of an article's names: read once, from beginning to end, before any mention is resolved."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from mediakit.document import Document
from mediakit.quotes.own_words import stretches_of
from mediakit.sources.bearer import Bearer, Place, is_short_for, key_of
from mediakit.sources.capitals import Name, names_in
from mediakit.sources.described import after_name, before_name
from mediakit.sources.name_words import governments, honorifics, shows_organisation
from mediakit.sources.roles import roles_in
from mediakit.text.words import words_in

_BRACKETED = re.compile(r"\s*(?:\((?:the\s+)?|,\s+(?:or|known as|called)\s+(?:the\s+)?|,\s+)\Z")
_OBLIQUE = re.compile(
    r"\b(?:in|at|near|from|to|of|on|with|by|for|against|into|across|over|between|after|under|about|through|than|as|via)"
    r"\s+(?:the\s+)?(?:\w+\s+){0,2}\Z"
)
_IN_PLACE = r"(?:in|near|across|outside|around"
_DIRECTION = r"\s+(?:(?:north|south|east|west)\w*\s+|the\s+)?\Z"
_PLACED = re.compile(rf"\b{_IN_PLACE}|at|from|to|into|towards?|of|through){_DIRECTION}")
_PLACED_SURELY = re.compile(rf"\b{_IN_PLACE}){_DIRECTION}")  # one may wave at John Lee
_GENDERED = {"he": "male", "him": "male", "his": "male", "himself": "male", "she": "female", "her": "female", "hers": "female",
             "herself": "female"}  # fmt: skip
_PRONOUN = re.compile(rf"\b(?:{'|'.join(_GENDERED)})\b", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:[\w.’'-]+\s+){0,4}")
_COMMA = re.compile(r",\s+(?:[\w.’'-]+\s+){0,2}")


class Register:
    """Who and what an article names, every form of the names, and where they stand."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.bearers: list[Bearer] = []
        self.aliases: dict[tuple[str, ...], list[Bearer]] = {}
        self.pairs: list[Place] = []  #: those named together
        self.quoted = sorted((stretch.begin, stretch.end) for stretch in stretches_of(document) if stretch.depth == 1)
        read = [span for span in document.sentences if span.part != "title"] or [*document.sentences]
        self.sentences = [(span.begin, span.end) for span in read]
        pieces = {piece for begin, end in self.sentences for piece in self.text[begin:end].split()}  # each once: most come often
        self.common = {word for word in words_in(" ".join(pieces)) if word.islower()}
        found = [
            (span, names_in(self.text, *span, common=self.common))
            for span in self.sentences
            if not _is_headline(self.text[slice(*span)])
        ]
        self._gather([name for _, names in found for name in names])
        found = [(span, [name for name in names if key_of(name.words) in self.aliases]) for span, names in found]
        self.places = [place for span, names in found for place in self._placed(span, names)]
        for span, names in found:
            self._describe(span, names)
        begins = [place.begin for place in self.places]
        for span, _ in found:
            self._hear_pronouns(span, self.places[bisect_left(begins, span[0]) : bisect_left(begins, span[1])])

    def is_quoted(self, position: int) -> bool:
        """Whether a position stands inside quotation marks."""
        at = bisect_right(self.quoted, (position, len(self.text))) - 1
        return at >= 0 and position < self.quoted[at][1]

    def _gather(self, names: list[Name]) -> None:
        """Each name once, the longest form first, shorter ones joined to it."""
        forms: dict[tuple[str, ...], list[Name]] = {}
        for name in names:
            forms.setdefault(key_of(name.words), []).append(name)
        for key, same in sorted(forms.items(), key=lambda item: (-len(item[0]), item[1][0].begin)):
            if self._is_plain_word(same):
                continue
            organisation = any(name.organisation for name in same)
            titled = any(name.before for name in same)
            fuller = [
                bearer for bearer in self.bearers
                if is_short_for(key, bearer) and not (organisation and len(key) > 1 and bearer.kind == "person")
            ]  # fmt: skip
            people = [bearer for bearer in fuller if bearer.kind == "person"]
            if (titled and not organisation) or any(key_of(bearer.words)[-len(key) :] == key for bearer in people):
                fuller = people
            if fuller:
                self.aliases[key] = fuller
                for bearer in fuller:
                    bearer.certain = True
            else:
                self.aliases[key] = [Bearer(same[0].words, self._kind(same, organisation, titled), certain=titled)]
                self.bearers += self.aliases[key]
        for first, second in pairwise(name for name in names if key_of(name.words) in self.aliases):
            self._join_acronym(first, second)

    def _is_plain_word(self, same: list[Name]) -> bool:
        """Whether a plural is in capitals only where sentences begin: “Trains”."""
        word = same[0].text
        plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
        if len(same[0].words) > 1 or any(name.before or name.possessive for name in same) or word.isupper() or not plural:
            return False
        begins = {begin for begin, _ in self.sentences} | {begin for begin, _ in self.quoted}
        return all(name.begin in begins or name.begin - 1 in begins for name in same)

    def _kind(self, same: list[Name], organisation: bool, titled: bool) -> str:
        """What a name is by its form and by what stands around it; descriptions may still make a person of it."""
        if titled and not organisation:
            return "person"
        country = governments().get(same[0].text.casefold()) or governments().get(same[0].text.casefold().removesuffix("s"))
        if country:
            return "adjective" if country == "adjective" else "place"
        if organisation or _is_document(same[0].text) or any(self._modifies(name) for name in same):
            return "organisation"
        placed = _PLACED if len(same[0].words) == 1 else _PLACED_SURELY
        if all(placed.search(self.text, max(0, name.begin - 30), name.begin) for name in same):
            return "place"
        articled = any(self.text[max(0, name.begin - 4) : name.begin].casefold() == "the " for name in same)
        return "organisation" if articled or len(same[0].words) == 1 else "person"

    def _modifies(self, name: Name) -> bool:
        """Whether an office stands right behind a name: “Marlow Town boss”."""
        behind = self.text[name.end : name.end + 30]
        return behind[1:2].islower() and any(role.begin == 1 and role.kind == "person" for role in roles_in(behind)[:1])

    def _join_acronym(self, name: Name, short: Name) -> None:
        """“Nigeria Labour Congress (NLC)”: the second is a form of the first."""
        between = self.text[name.end : short.begin]
        if len(between) > 14 or not _BRACKETED.match(between) or len(short.words) > 1 or short.before:
            return
        capitals = sum(letter.isupper() for letter in short.text)
        if between.strip() == "," and (capitals < 2 or len(name.words) < 2):
            return
        if len(name.words) > 1 and short.text[:1] in {word[:1] for word in name.words}:
            (bearer, *_) = self.aliases[key_of(name.words)]
            mine = self.aliases[key_of(short.words)]
            if mine[0] is not bearer and len(mine) == 1 and mine[0].words == short.words:
                self.bearers.remove(mine[0])
            bearer.kind = "organisation"
            self.aliases[key_of(short.words)] = [bearer]

    def _placed(self, span: tuple[int, int], names: list[Name]) -> list[Place]:
        subject_seen = False
        places = list[Place]()
        for name in names:
            bearers = self.aliases[key_of(name.words)]
            gender = _gender_before(name.before)
            known = [bearer for bearer in bearers if bearer.may_be(gender)] or bearers
            bearer = (
                known[0]
                if len(known) == 1
                else max(known, key=lambda b: max((p.begin for p in places if b in p.bearers), default=-1))
            )
            if gender:
                bearer.genders[gender] += 3
            weight = 1
            if self.is_quoted(name.begin) or name.possessive:
                weight = 0
            elif not subject_seen and bearer.kind == "person" and not _OBLIQUE.search(self.text, span[0], name.begin):
                weight, subject_seen = 2, True
            places.append(Place(name.begin, name.end, (bearer,), weight))
        self.pairs += _side_by_side(self.text, places)
        return places

    def _describe(self, span: tuple[int, int], names: list[Name]) -> None:
        """Keep what stands around a person's name and says what they are."""
        stop = span[0]
        for name in names:
            bearer = self.aliases[key_of(name.words)][0]
            if len(self.aliases[key_of(name.words)]) == 1:
                self._call(bearer, name, before_name(self.text, stop, name), -1)
                self._call(bearer, name, after_name(self.text, name, span[1]), 0)
            if bearer.kind == "person":
                stop = name.end

    def _call(self, bearer: Bearer, name: Name, words: str, head: int) -> None:
        """Note a description, and what its first or last office (head: 0, -1) tells of kind and gender."""
        if not words:
            return
        if words not in bearer.described:
            bearer.described.append(words)
        bearer.certain = True
        for role in roles_in(words)[head:][:1]:
            if bearer.kind in ("place", "adjective") and bearer.name.casefold().removesuffix("s") in _countries():
                continue
            if role.kind == "person" and not name.organisation:
                bearer.kind = "person"
            elif role.kind == "group" and head == -1 and role.end == len(words):
                bearer.kind = "organisation"
            if role.gender and bearer.kind == "person":
                bearer.genders[role.gender] += 2

    def _hear_pronouns(self, span: tuple[int, int], places: list[Place]) -> None:
        """In a sentence with one person, the pronouns after the name are likely theirs."""
        here = [place for place in places if place.weight and self._may_be_person(place.bearers[0])]
        if len({id(place.bearers[0]) for place in here}) != 1:
            return
        for found in _PRONOUN.finditer(self.text, here[0].end, span[1]):
            if not self.is_quoted(found.start()):
                here[0].bearers[0].genders[_GENDERED[found[0].casefold()]] += 1
                here[0].bearers[0].kind = "person"

    def _may_be_person(self, bearer: Bearer) -> bool:
        """A person, or a single word of which nothing says that it is an organisation."""
        alone = (
            len(bearer.words) == 1 and bearer.kind == "organisation" and not bearer.words[0].isupper() and not bearer.described
        )
        if alone:
            first = next(place for place in self.places if place.bearers[0] is bearer)
            return not shows_organisation(bearer.name, whole=True) and self.text[: first.begin][-4:].casefold() != "the "
        return bearer.kind == "person"


def _countries() -> set[str]:
    return {word.removesuffix("s") for word in governments()}


def _is_headline(sentence: str) -> bool:
    """Whether nearly every word has a capital, as in a headline between paragraphs: its names cannot be told from its words."""
    if sentence.rstrip("”’\"' ").endswith((".", "!", "?")):
        return False
    long_words = [word for word in words_in(sentence) if len(word) > 3 and word[0].isalpha()]
    return len(long_words) >= 4 and sum(word[0].isupper() for word in long_words) > 0.8 * len(long_words)


def _is_document(name: str) -> bool:
    """Whether a name is of something to read: “Harbour Herald Poll”."""
    return any(role.kind == "document" and role.end == len(name) for role in roles_in(name))


def _side_by_side(text: str, places: list[Place]) -> list[Place]:
    """Persons, or organisations, named together: “A and B”, “A, B and C”."""
    found = list[Place]()
    for number, (one, other) in enumerate(pairwise(places)):
        if not _AND.fullmatch(text, one.end, other.begin) or one.bearers[0].kind != other.bearers[0].kind:
            continue
        first = number
        while (
            first
            and _COMMA.fullmatch(text, places[first - 1].end, places[first].begin)
            and places[first - 1].bearers[0].kind == one.bearers[0].kind
        ):
            first -= 1
        bearers = tuple(dict.fromkeys(bearer for place in places[first : number + 2] for bearer in place.bearers))
        if len(bearers) > 1 and one.bearers[0].kind != "place":
            found.append(Place(places[first].begin, other.end, bearers, 1))
    return found


def _gender_before(titles: str) -> str:
    words = titles.replace(".", "").casefold().split()
    return next((honorifics()[word] for word in reversed(words) if honorifics().get(word)), "")
