"""The record of a rule that knows a line by its own words."""

import re
from typing import NamedTuple


class LineRule(NamedTuple):
    """A rule on one line: the label it gives, why, a line it knows, and the longest line it may fire on."""

    name: str
    label: str
    why: str
    example: str
    pattern: re.Pattern[str]
    longest: int  # words
    confidence: str = "certain"
    signs: tuple[str, ...] = ("",)  #: one of them stands in every line it knows, capitals made small: quicker to look for


def rule(  # noqa: PLR0917
    name: str, label: str, why: str, example: str, pattern: str, longest: int, confidence: str = "certain", *, signs: str = ""
) -> LineRule:
    """A rule whose pattern takes capitals and small letters for the same; signs are separated by semicolons."""
    return LineRule(name, label, why, example, re.compile(pattern, re.IGNORECASE), longest, confidence, tuple(signs.split(";")))
