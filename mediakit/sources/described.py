"""What an article calls somebody, beside the name: “the company’s chief executive, ”, “, a retired nurse,”."""

from __future__ import annotations

import re

from mediakit.sources.capitals import Name
from mediakit.sources.roles import roles_in

_SAID = re.compile(r"\s+(?:said|says|told|tells|wrote|writes|\w+ed)\b|\s+(?:of|for|in|at)\s.*?\b(?:said|says|told|tells|wrote)\b")
_DETERMINER = re.compile(r"\b(?:the|its|his|her|their|our|my|a|an)\b|['’]s\b", re.IGNORECASE)
_STOPS = frozenset((
    "that", "by", "with", "to", "told", "said", "from", "as", "when", "after", "and", "but", "who", "which", "while",
     "because", "where", "if", "than", "is", "was", "were", "are", "be", "has", "had",
))  # fmt: skip
_SEGMENT_END = re.compile(r"[,.;:—–“”\"()!?\n]")
_APPOSED = re.compile(r"(?:,\s+\d{1,3})?,\s+([^,.;:—–“”\"()!?\n]{3,80})")
_LONGEST = 8  # words of a description before a name
_FURTHEST = 6  # words before the office in one behind it


def before_name(text: str, stop: int, name: Name) -> str:
    """What stands right before a name and says what its bearer is; nothing before position stop is read.

    >>> from mediakit.sources.capitals import names_in
    >>> text = "The company’s chief executive, Ann Lee, left."
    >>> before_name(text, 0, names_in(text, 0, len(text))[0])
    'The company’s chief executive'
    """
    bare = text[stop : name.begin].rstrip()
    apposed = bare.endswith(",")
    words = _SEGMENT_END.split(bare[:-1] if apposed else bare)[-1].split()
    for place in reversed(range(len(words))):
        if words[place].casefold() in _STOPS or len(words) - place > _LONGEST:
            words = words[place + 1 :]
            break
    phrase = " ".join(words)
    ends = any(
        role.end == len(phrase) or (apposed and re.match(r"\s+(?:of|for|at)\b", phrase[role.end :])) for role in roles_in(phrase)
    )
    return phrase if ends and (not apposed or _DETERMINER.search(phrase)) else name.before


def after_name(text: str, name: Name, end: int) -> str:
    """What stands behind a name between commas, an age left out.

    >>> from mediakit.sources.capitals import names_in
    >>> text = "Ann Lee, 52, a retired nurse, left."
    >>> after_name(text, names_in(text, 0, len(text))[0], len(text))
    'a retired nurse'
    """
    found = _APPOSED.match(text, name.end, end)
    phrase = found[1].strip() if found else ""
    roles = [role for role in roles_in(phrase) if role.kind in ("person", "group")]
    if not roles or len(phrase[: roles[0].begin].split()) > _FURTHEST or phrase.split()[0].casefold() in _STOPS:
        return ""
    tells = re.match(r"\w+(?:ing|ed)\b", phrase) or _SAID.match(phrase, roles[0].end)  # Hill, the regulator said,
    return "" if tells else phrase
