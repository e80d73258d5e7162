"""Two words that differ but are plainly meant to be the same: another form, a slip, another spelling of a name."""

from __future__ import annotations

from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from mediakit.lexicons import lexicon_folder, load_lexicon
from mediakit.reuse.normal import may_stand_for

_SHORTEST = 4  # letters; below, one letter more or less is another word
_PER_SLIP = 4  # letters for each letter that may differ
_DOUBLED = frozenset("bdgklmnprtv")


@lru_cache(maxsize=100_000)
def alike(one: str, other: str) -> str | None:
    """How two different keys are forms of one word: contraction, tense, typo, spelling or substituted (singular for plural).

    >>> alike("have", "had"), alike("comittee", "committee"), alike("'s", "is"), alike("duty", "duties"), alike("war", "peace")
    ('tense', 'typo', 'contraction', 'substituted', None)
    """
    if may_stand_for(one, other) or may_stand_for(other, one):
        return "contraction"
    if not one or not other or one[0].isdigit() or other[0].isdigit():
        return None
    if verbs_of(one) & verbs_of(other):
        return "tense" if _is_tense(one) or _is_tense(other) else "substituted"
    if min(len(one), len(other)) >= _SHORTEST and _slips(one, other) <= max(len(one), len(other)) // _PER_SLIP:
        strange = (one not in _dictionary()) + (other not in _dictionary())
        if strange == 1 or sorted(one) == sorted(other):
            return "typo"
        if strange == 2 and one[0] == other[0]:
            return "spelling"  # of a name, most often
    return None


def _slips(one: str, other: str) -> int:
    return OSA.distance(one, other)


def _is_tense(form: str) -> bool:
    return form in _irregular() or form.endswith(("ed", "ing"))


@lru_cache(maxsize=100_000)
def verbs_of(form: str) -> frozenset[str]:
    """The words a form may belong to.

    >>> sorted(verbs_of("stopped")), sorted(verbs_of("said"))
    (['stop', 'stopp', 'stoppe', 'stopped'], ['said', 'say'])
    """
    if form in _irregular():
        return frozenset((form, _irregular()[form]))
    stems = {form}
    for ending in ("s", "es", "d", "ed", "ing"):
        if form.endswith(ending) and len(form) - len(ending) >= 3:
            stem = form[: -len(ending)]
            stems.add(stem)
            if ending == "ing":
                stems.add(stem + "e")
            if ending in ("ed", "ing") and stem[-1] == stem[-2] and stem[-1] in _DOUBLED:
                stems.add(stem[:-1])
            if ending in ("es", "ed") and stem.endswith("i"):
                stems.add(stem[:-1] + "y")
    return frozenset(stems)


@cache
def _irregular() -> dict[str, str]:
    return {row["form"]: row["verb"] for row in load_lexicon("verb_forms").rows}


@cache
def _dictionary() -> frozenset[str]:
    lines = (lexicon_folder() / "cmudict" / "cmudict").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split(" ", 1)[0].lower() for line in lines)
