"""Whom “the minister”, “its chairman” or “the company” means: who the article calls so, else the one spoken of last."""

from __future__ import annotations

import re
from typing import NamedTuple

from mediakit.sources.bearer import Bearer
from mediakit.sources.bearers import Bearers
from mediakit.sources.coding_lexicons import default_lexicons
from mediakit.sources.mention_head import BRACKETS, INDEFINITE, PREPOSITION, Mention
from mediakit.sources.name_words import governments
from mediakit.sources.resolved import Resolved, together, unresolved
from mediakit.sources.roles import Role, roles_in
from mediakit.sources.voices import is_medium

_AGE = re.compile(r"(?:the )?(\d{1,3})-year-old\Z", re.IGNORECASE)
_OTHERWISE = frozenset(
    ("shadow", "deputy", "vice", "former", "ex", "acting", "assistant", "late")
)  # not the one who holds the office
#: words that take up any organisation of their kind again: “the company”, but not “the army”
_ANY_OF_ITS_KIND = frozenset(
    ("company", "bank", "airline", "manufacturer", "retailer", "lender", "insurer", "operator", "brewer", "developer", "carmaker",
     "group", "chain", "organisation", "agency", "regulator", "charity", "association", "campaign group", "union", "movement",
     "start-up", "department", "ministry", "commission")
)  # fmt: skip


class Offices(NamedTuple):
    """The resolution of mentions that are no name and no pronoun."""

    text: str
    bearers: Bearers

    def resolve(self, mention: Mention) -> Resolved:
        """Whom the article calls so: “the minister”, “its chairman”, “the company”."""
        words = self.text[mention.begin : mention.end]
        if re.match(r"the ", words, re.IGNORECASE) and words.strip()[4:].casefold() in governments():
            return self._of_country(mention)
        aged = _AGE.match(words.strip())
        if aged:
            return self._aged(aged[1], mention)
        front = BRACKETS.sub("", words.split(",")[0])
        behind = PREPOSITION.search(front)
        front = front[: behind.start()] if behind else front
        roles = roles_in(front)
        if not roles or INDEFINITE.match(words.strip()):
            return unresolved("unnamed")
        head, definite = roles[-1], re.match(r"(?:the|this|that|his|her|its|their)\b", words.strip(), re.IGNORECASE)
        if head.plural:
            together_before = definite and " and " not in words and "," not in words
            return self._plural(head, mention) if together_before else unresolved("unnamed")
        if head.kind == "group":
            return self._institution(front) or (self._organisation(head, mention) if definite else unresolved("unnamed"))
        if head.kind != "person":
            return self._institution(front) or unresolved("unnamed")
        return self._person(
            head, front, mention, fall_back=definite is not None and re.match("the", words.strip(), re.IGNORECASE) is not None
        )

    def _person(self, head: Role, front: str, mention: Mention, *, fall_back: bool) -> Resolved:
        people = [bearer for bearer in self.bearers.all if bearer.kind == "person"]
        scored = [(self._calls(bearer, head, front), self.bearers.last_place(bearer, mention.begin), bearer) for bearer in people]
        called = sorted((entry for entry in scored if entry[0] > 0 and entry[1] >= 0), key=lambda entry: (-entry[0], -entry[1]))
        if called:
            others = [bearer for _, _, bearer in called[1:]]
            return Resolved.of(called[0][2], "role", "likely" if not others or called[0][0] > called[1][0] else "check", others)
        if not fall_back:
            return unresolved("unnamed")
        if (
            self.bearers.is_quoted(mention.begin)
            or re.search(r"['’]s?\s", front)
            or any(word[:1].isupper() for word in front[: head.begin].split()[1:])
        ):
            return unresolved("role nobody is given")
        if self.bearers.last_was_unnamed(mention.begin, head.gender):
            return unresolved("role of an unnamed speaker")
        last = self.bearers.recent(mention.begin, kinds=("person",), sentences=2, gender=head.gender)
        in_office = head.role in ("politician", "government_military", "intelligence")
        if last and not (in_office and any(roles_in(words) for words in last[0].described)):
            return Resolved.of(last[0], "role, of the one spoken of last", "check", last[1:])
        return unresolved("role nobody is given", last)

    def _calls(self, bearer: Bearer, head: Role, front: str) -> int:
        """How well what the article calls someone fits an office: 0 not at all, more for each further word shared."""
        best = 0
        modifiers = _plain(front[: head.begin]) - {"the", "his", "her", "its", "their", "former"}
        for words in bearer.described:
            roles = roles_in(words)
            if any(
                role.same_as == head.same_as or words[role.begin : role.end].casefold().endswith(head.entry.casefold())
                for role in roles
            ):
                called = _plain(words)
                best = max(best, 3 + len(modifiers & called) - len((called - modifiers) & _OTHERWISE))
            elif head.entry.casefold() in {word.casefold() for word in words.split()}:
                best = max(best, 1)
        return best if not head.gender or bearer.may_be(head.gender) else 0

    def _plural(self, head: Role, mention: Mention) -> Resolved:
        """“The doctors”: those named together last, or all who are called so."""
        last = self.bearers.last_group(mention.begin)
        called = [bearer for bearer in self.bearers.all if bearer.kind == "person" and self._calls(bearer, head, "")]
        before = [bearer for bearer in called if self.bearers.last_place(bearer, mention.begin) >= 0]
        if last:
            return together(last, "names together, before", "likely" if set(map(id, before)) <= set(map(id, last)) else "check")
        if len(before) > 1:
            return together(before, "role of several", "check")
        return unresolved("unnamed")

    def _organisation(self, head: Role, mention: Mention) -> Resolved:
        known = [b for b in self.bearers.all if b.kind == "organisation" and self.bearers.last_place(b, mention.begin) >= 0]
        known.sort(key=lambda bearer: -self.bearers.last_place(bearer, mention.begin))
        noun = head.entry.casefold().split()[-1]
        named = [b for b in known if noun in {word.casefold() for word in b.words}]
        named = named or [b for b in known if self._calls(b, head, "") > 1]
        if named:
            return Resolved.of(named[0], "role", "likely" if len(named) == 1 else "check", named[1:])
        if head.same_as in _ANY_OF_ITS_KIND and head.role != "unknown":
            named = [b for b in known if _role_of(b) == head.role]
        if named:
            return Resolved.of(named[0], "role, of its kind", "check", named[1:])
        if head.same_as in _ANY_OF_ITS_KIND:
            heard = self.bearers.recent(mention.begin, kinds=("organisation",), sentences=3)
            recent = [bearer for bearer in heard if head.role in ("business", "unknown") or not is_medium(bearer.name)]
            if recent:
                return Resolved.of(recent[0], "role, of the one spoken of last", "check", recent[1:])
        return unresolved("role nobody is given", known[:3])

    def _institution(self, front: str) -> Resolved | None:
        """“China’s foreign ministry”, “Egyptian intelligence”: there is one of them, so it is its name."""
        plain = re.sub(r"\Athe ", "", front.strip(), flags=re.IGNORECASE)
        words = plain.replace("’", "'").split()
        for size in (1, 2, 3):
            country = " ".join(words[:size]).removesuffix("'s").removesuffix("'").casefold()
            if (
                len(words) > size
                and country in governments()
                and roles_in(plain)[-1].role in ("government_military", "intelligence")
            ):
                return Resolved(plain, "organisation", "institution", "likely")
        return None

    def _of_country(self, mention: Mention) -> Resolved:
        """“The Australian”: the person spoken of last."""
        recent = self.bearers.recent(mention.begin, kinds=("person",), sentences=2)
        return (
            Resolved.of(recent[0], "nationality, of the one spoken of last", "check", recent[1:])
            if recent
            else unresolved("unnamed")
        )

    def _aged(self, years: str, mention: Mention) -> Resolved:
        recent = self.bearers.recent(mention.begin, kinds=("person",), sentences=8)
        told = [bearer for bearer in recent if re.search(rf"{re.escape(bearer.words[-1])}[^.]{{0,20}}\b{years}\b", self.text)]
        if told:
            return Resolved.of(told[0], "age", "likely", [bearer for bearer in recent if bearer is not told[0]])
        return Resolved.of(recent[0], "age, of the one spoken of last", "check", recent[1:]) if recent else unresolved("unnamed")


def _plain(words: str) -> set[str]:
    """The words in small letters, without ’s."""
    return {word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'") for word in words.split()}


def _role_of(bearer: Bearer) -> str:
    """What the words of an organisation's name say it is."""
    return default_lexicons().organisation(bearer.name).role
