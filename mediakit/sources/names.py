"""Which name a mention stands for: “Mr Obi”, “the minister”, “she”, “both leaders”, “the NLC”.

1. A name in the mention: the fullest form the article gives it (rules name, surname, first part of a name, short name, acronym).
2. Names side by side: all of them (names together).
3. A pronoun, or words for two people (both leaders, the couple): pronouns.py.
4. An office or trade (the minister, the company): who the article calls so (role), else the one spoken of last.
5. What names nobody: unnamed. Guessing is not wanted: unresolved is an answer, and each guess says so (check).

Gender is taken from titles, descriptions and pronouns in the article, never from a given name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mediakit.document import Document
from mediakit.identity.agencies import agency_named
from mediakit.sources.bearer import Bearer, Place
from mediakit.sources.bearers import Bearers
from mediakit.sources.capitals import Name
from mediakit.sources.coding_lexicons import default_lexicons
from mediakit.sources.mention_head import CALLED, Heads, Mention
from mediakit.sources.name_words import governments, honorifics, shows_organisation
from mediakit.sources.offices import Offices
from mediakit.sources.pronouns import is_plural, is_pronoun, of_pronoun, pair_of
from mediakit.sources.resolved import Resolved, together, unresolved

__all__ = ["Mention", "Resolved", "resolve_names"]

_APPOSED = re.compile(r"\s*(?:the|a|an|his|her|its|their|one of|who|which|\d|aged)\b", re.IGNORECASE)
_SURNAME = re.compile(r"(?:Ma?c|[OD]['’]|[^\W\d_]+-)?[^\W\d_][^\W\d_A-Z]+")
_OF_ITSELF = re.compile(r"\s+(?:\w+\s+){1,3}(?:that\s+)?it(?:s|self|['’](?:s|d|ll))?\b")  # Fairplate said on Friday it would
_AS_THING = re.compile(r"\b(?:the|in|at|near|into|across|outside|inside|around)\s+\Z", re.IGNORECASE)


def resolve_names(document: Document, mentions: Sequence[Mention]) -> list[Resolved]:
    """What each mention of an article's speakers and sources stands for; one for each, in the order given.

    Parameters: document, with title, dek and body; mentions, in any order (each also makes it likelier
    that a pronoun after it means the same).

    >>> from mediakit.articles import Span
    >>> text = "Ada Obi, the health minister, flew in. “We are ready,” she said."
    >>> document = Document("a", text, (Span(0, len(text), "body"),))
    >>> resolved, = resolve_names(document, [Mention(text.index("she"), text.index("she") + 3)])
    >>> resolved.name, resolved.rule, resolved.confidence
    ('Ada Obi', 'pronoun', 'likely')
    """
    names = _Resolver(document)
    order = sorted(range(len(mentions)), key=lambda place: mentions[place])
    found = {place: names.resolve(Mention(*mentions[place][:2])) for place in order}
    return [found[place] for place in range(len(mentions))]


class _Resolver:
    """The resolution of one article's mentions, in reading order."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.bearers = Bearers(document)
        self.heads = Heads(document.text, self.bearers.common, self.bearers.known)
        self.offices = Offices(document.text, self.bearers)

    def resolve(self, mention: Mention) -> Resolved:
        found = self._resolve(mention)
        plural = found.kind == "group" or (found.name is None and is_plural(self.text[mention.begin : mention.end]))
        self.bearers.hear(Place(mention.begin, mention.end, found.bearers, 3), plural=plural)
        return found

    def _resolve(self, mention: Mention) -> Resolved:
        words = self.text[mention.begin : mention.end]
        if not words.strip():
            return unresolved("unnamed")
        if is_pronoun(words):
            return of_pronoun(words, mention.begin, self.bearers)
        agency = agency_named(re.sub(r"\Athe ", "", words.strip(), flags=re.IGNORECASE))
        names = self.heads.names(mention)
        if agency and not self._known(names):
            return Resolved(agency, "organisation", "agency", "certain")
        several = self._side_by_side(mention, names)
        if several:
            return together(several, "names together", "certain")
        if words.casefold() in self.bearers.common and len(names) == 1 and not self._known(names):
            return unresolved("unnamed")  # Graziers, at the beginning of a sentence
        head = self.heads.head(mention, names)
        if head is not None and governments().get(head.text.casefold()) != "adjective":
            return self._named(head, mention)
        return pair_of(words, mention.begin, self.bearers) or self.offices.resolve(mention)

    def _known(self, names: list[Name]) -> bool:
        return bool(names) and any(bearer.words != names[0].words for bearer in self.bearers.named(names[0].words))

    def _side_by_side(self, mention: Mention, names: list[Name]) -> list[Bearer]:
        """Everyone named in “Hill and Lee” or “Dr Hill, Dr Obi and Dr Lee”; nobody where one name is only described."""
        words = self.text[mention.begin : mention.end]
        if not re.search(r"\band\b|&", words):
            return []
        begin, heads = mention.begin, list[Name]()
        for piece in re.split(r",\s+and\s+|\s+and\s+|,", words):
            begin = self.text.index(piece, begin, mention.end) if piece else begin
            end = begin + len(piece)
            whole = [name for name in names if name.begin < end and name.end > begin]
            if any(name.begin < begin or name.end > end for name in whole):
                return []
            head = self.heads.head(Mention(begin, end), whole) if whole and piece.strip() else None
            if head is None:
                if not heads or _APPOSED.match(piece) or not piece.strip():
                    begin = end
                    continue
                return []
            heads.append(head)
            begin = end
        meant = dict[Name, Bearer]()
        for name in sorted(heads, key=lambda head: -len(head.words)):
            bearer = self._bearer(name, mention)[0]
            if bearer in meant.values() and bearer.kind == "person":  # Mr Hill and his sister, Ama Hill, are two
                bearer = self.bearers.add((*name.before.split()[-1:], *name.words), "person")
            meant[name] = bearer
        several = list(dict.fromkeys(meant[name] for name in heads))
        return several if len(several) > 1 and len({bearer.kind for bearer in several}) == 1 else []

    def _bearer(self, name: Name, mention: Mention) -> list[Bearer]:
        """Whom a name may mean, best first; one made for it where the article has none."""
        titles = name.before.replace(".", "").casefold().split()
        gender = next((honorifics()[title] for title in titles if honorifics().get(title)), "")
        known = self.bearers.named(name.words, gender=gender, before=mention.begin)
        if gender and known and not known[0].may_be(gender):  # Mrs Hill is not Mr Hill
            return [self.bearers.add((titles[-1].capitalize(), *name.words), "person")]
        if name.before and any(bearer.kind == "person" for bearer in known):
            known = [bearer for bearer in known if bearer.kind == "person"]
        if known:
            return known
        if name.text.casefold() in governments():
            return [self.bearers.add(name.words, "place")]
        called = CALLED.search(self.text, mention.begin, name.begin) is not None
        person = called or (not name.organisation and (name.before != "" or len(name.words) > 1))
        return [self.bearers.add(name.words, "person" if person else "organisation")]

    def _named(self, name: Name, mention: Mention) -> Resolved:
        best, *others = self._bearer(name, mention)
        if family := self._family(name):
            return together(family, "family name", "likely")
        if (
            best.kind == "organisation"
            and not name.organisation
            and (name.before or CALLED.search(self.text, mention.begin, name.begin))
        ):
            best.kind = "person"
        if best.kind == "organisation" and self._is_surname(best):
            best.kind = "person"
        shape = [word.casefold() for word in name.words]
        full = [word.casefold() for word in best.words]
        if shape == full:
            rule = "name"
        elif len(shape) == 1 and shape[0] not in full:
            rule = "acronym"
        elif best.kind != "person":
            rule = "short name"
        else:
            rule = "surname" if full[-len(shape) :] == shape else "first part of a name"
        confidence = "check" if others else "certain" if rule in ("name", "acronym", "surname") else "likely"
        return Resolved.of(best, rule, confidence, others)

    def _is_surname(self, bearer: Bearer) -> bool:
        """Whether a speaker of one word is a person: no acronym or organisation, never “the Hill” nor “Hill said it would”."""
        word = bearer.name
        if not _SURNAME.fullmatch(word) or bearer.described or word.casefold() in governments():
            return False
        if default_lexicons().organisation(word).role or shows_organisation(word, whole=True) or agency_named(word):
            return False
        places = [place for place in self.bearers.places if bearer in place.bearers]
        return not any(
            _AS_THING.search(self.text, max(0, place.begin - 12), place.begin) or _OF_ITSELF.match(self.text, place.end)
            for place in places
        )

    def _family(self, name: Name) -> list[Bearer]:
        """“The Hills”: the two or more who are called Hill."""
        plural = len(name.words) == 1 and name.words[0].endswith("s") and self.text[: name.begin].casefold().endswith("the ")
        known = self.bearers.named((name.words[0][:-1],)) if plural else []
        family = [bearer for bearer in known if bearer.kind == "person" and bearer.words[-1] == name.words[0][:-1]]
        return self.bearers.in_order(family) if len(family) > 1 else []
