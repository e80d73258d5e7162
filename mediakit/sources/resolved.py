"""The name found for a mention, the rule that found it, and who else it could have been."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mediakit.sources.bearer import Bearer


class Resolved(NamedTuple):
    """The name that a mention stands for, and why."""

    name: str | None  #: the fullest form in the article; "A and B" for two; None: could not be told, or is not named
    kind: (
        str | None
    )  #: person, organisation, place (a country or capital that speaks), group (several names); None without a name
    rule: str  #: name, surname, first part of a name, short name, acronym, agency, role, pronoun, pair, unnamed …
    confidence: str  #: certain, likely or check
    candidates: tuple[str, ...] = ()  #: the other names it could have been, best first
    described: tuple[str, ...] = ()  #: what the article calls its bearer ("health minister"): what code_source() reads
    bearers: tuple[Bearer, ...] = ()  #: whom it means

    @classmethod
    def of(cls, bearer: Bearer, rule: str, confidence: str, others: Sequence[Bearer] = ()) -> Resolved:
        """One bearer's name; others: who else it could have been."""
        rivals = tuple(dict.fromkeys(other.name for other in others if other is not bearer))[:3]
        return cls(bearer.name, bearer.kind, rule, confidence, rivals, tuple(bearer.described), (bearer,))


def together(bearers: Sequence[Bearer], rule: str, confidence: str) -> Resolved:
    """Several names as one: "A, B and C"."""
    names = [bearer.name for bearer in bearers]
    described = tuple(words for bearer in bearers for words in bearer.described)
    return Resolved(f"{', '.join(names[:-1])} and {names[-1]}", "group", rule, confidence, (), described, tuple(bearers))


def unresolved(rule: str, candidates: Sequence[Bearer] = ()) -> Resolved:
    """No name, and why; candidates: whom it could mean all the same."""
    return Resolved(None, None, rule, "check" if candidates else "likely", tuple(bearer.name for bearer in candidates)[:3])
