"""Who “he”, “they”, “it” or “both leaders” are: the one who spoke last, else the last one a sentence was about.

For “he” and “she” those who spoke or were the subject of a sentence in the same paragraph come before all others.
"""

from __future__ import annotations

import re

from mediakit.sources.bearers import Bearers
from mediakit.sources.resolved import Resolved, together, unresolved
from mediakit.sources.roles import roles_in

_GENDER = {
    "he": "male",
    "him": "male",
    "his": "male",
    "hers": "female",
    "himself": "male",
    "she": "female",
    "her": "female",
    "herself": "female",
}
_PLURAL = frozenset(("they", "them", "themselves", "their", "theirs"))
_FIRST = frozenset(("i", "we", "me", "us", "you", "my", "our", "myself", "ourselves"))
_THING = frozenset(("it", "itself", "its"))
_WHO = frozenset(("who", "whom", "whose", "which", "that"))
_PAIR = re.compile(
    r"(?:both(?: of them| men| women| sides)?|(?:the|these) (?:two|pair|couple|duo|twins)|the \w+ (?:pair|duo|couple)"
    r"|both (?:the )?\w+"
    r"|(?:the|these) two \w+(?: \w+)?|(?:the )?(?:brothers|sisters|siblings|spouses|newlyweds))\Z",
    re.IGNORECASE,
)
_NEAR = 6  # sentences back that a pronoun reaches


def is_pronoun(words: str) -> bool:
    """Whether a mention is a pronoun and nothing else."""
    return words.strip().casefold() in {*_GENDER, *_PLURAL, *_FIRST, *_THING, *_WHO}


def is_plural(words: str) -> bool:
    """Whether a mention that names nobody is of several: “residents”, “police”, “one of them” is not."""
    front = re.split(r",|\b(?:of|for|at|in|from|with|who)\b", words.strip())[0]
    roles = roles_in(front)
    return bool(roles) and (
        roles[-1].plural
        or roles[-1].kind == "group"
        or roles[-1].entry in ("people", "police", "some", "many", "others", "several")
    )


def of_pronoun(words: str, at: int, bearers: Bearers) -> Resolved:
    """Whom a pronoun at a position means."""
    pronoun = words.strip().casefold()
    if pronoun in _FIRST:
        return unresolved("first person")
    if pronoun in _WHO:
        before = [place for place in bearers.places if place.end <= at and at - place.end < 120 and place.bearers]
        near = [place for place in before if bearers.sentence_of(place.begin) == bearers.sentence_of(at)]
        if pronoun in ("which", "that"):
            near = [place for place in near if at - place.end < 4 and place.bearers[0].kind in ("organisation", "place")]
        people = [place for place in near if place.bearers[0].kind == "person"] or near
        return Resolved.of(people[-1].bearers[0], "pronoun", "likely") if people else unresolved("pronoun")
    if pronoun in _PLURAL:
        return _they(at, bearers)
    if pronoun in _THING:
        recent = bearers.recent(at, kinds=("organisation", "place"), sentences=3, spoken_first=True)
        return Resolved.of(recent[0], "pronoun", "check", recent[1:]) if recent else unresolved("pronoun")
    return _he_or_she(_GENDER[pronoun], at, bearers)


def _he_or_she(gender: str, at: int, bearers: Bearers) -> Resolved:
    if bearers.last_was_unnamed(at, gender):
        return unresolved("pronoun of an unnamed speaker")
    recent = bearers.recent(at, kinds=("person",), sentences=_NEAR, gender=gender)
    if not recent:
        return unresolved("pronoun")
    near = bearers.recent(at, kinds=("person",), sentences=1, gender=gender)
    if len(near) < 2:
        recent[0].genders[gender] += 1
    return Resolved.of(recent[0], "pronoun", "likely" if len(near) < 2 else "check", recent[1:])


def _they(at: int, bearers: Bearers) -> Resolved:
    """The two named together last; several unnamed ones; an organisation; else one person."""
    kind, group = bearers.last_several(at)
    if kind == "group":
        return together(group, "pronoun", "likely")
    if kind == "unnamed":
        return unresolved("pronoun of unnamed speakers")
    recent = bearers.recent(at, kinds=("organisation", "person"), sentences=2, spoken_first=True)
    return Resolved.of(recent[0], "pronoun", "check", recent[1:]) if recent else unresolved("pronoun")


def pair_of(words: str, at: int, bearers: Bearers) -> Resolved | None:
    """The two whom “both leaders” means; None where the words are not of that kind."""
    if not _PAIR.match(words.strip()):
        return None
    roles = roles_in(words)
    organisations = bool(roles) and roles[-1].kind == "group" and roles[-1].role != "citizen_witness"
    last = bearers.last_group(at, "organisation" if organisations else "person")
    if len(last) == 2:
        return together(last, "pair", "likely")
    if organisations:
        return unresolved("pair")
    recent = bearers.recent(at, kinds=("person",), sentences=8, quoted=False, subjects_first=True)
    if len(recent) < 2:
        return unresolved("pair", recent)
    return together(bearers.in_order(recent[:2]), "pair", "likely" if len(recent) == 2 else "check")
