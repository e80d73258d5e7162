"""Whether a text can have a line of some label at all, found out without labelling its lines."""

import re
from collections.abc import Set
from functools import cache

from mediakit.layout.blocks import lines_of
from mediakit.layout.furniture import LINE_RULES, LONE_NAME
from mediakit.text.paragraphs import join_wrapped

#: what stands in every text of which a line may be a source_credit, for a first look at many texts
SOURCE_CREDIT = (
    r"(?i:^\s*(?:(?:original\s+)?source(?:\s+(?:credit|link))?|original\s+(?:article|story|post|report)|(?:article|story)\s+source"
    r"|(?:originally|first)\s+(?:published|appeared|posted|reported)(?:\s+(?:by|on|in|at))?|via)\s*[:–—]"
    r"|(?:originally|first)\s+(?:published|appeared|posted)\s+(?:by|on|in|at)\s)"
)
_ANY_LINE = frozenset(("title", "dek", "body", "subhead", "bio", "other"))  # labels that depend on where a line stands
_NAMED_BY = {"tagline": "site_name"}  # what repeats the line that a rule knows
_MOST_SPACES = 100  # a line of more has more words than any rule on these labels fires on


def may_hold(text: str, labels: Set[str]) -> bool:
    r"""Whether a line of text may get one of these labels; where it says no, none does.

    >>> may_hold("The ferry did not sail on Monday.", {"byline"}), may_hold("By Ama Boyle\nThe ferry sank.", {"byline"})
    (False, True)
    """
    if not labels.isdisjoint(_ANY_LINE):
        return True
    patterns = _patterns(frozenset(labels))
    lines = lines_of(text) if patterns else []
    for indices in join_wrapped(lines):
        joined = " ".join(lines[index].strip() for index in indices)
        if joined.count(" ") <= _MOST_SPACES and any(pattern.search(joined) for pattern in patterns):
            return True
    return False


@cache
def _patterns(labels: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """What a line must be like for a named rule to give it one of these labels; a lone name may be a byline."""
    names = {_NAMED_BY.get(label, "") for label in labels}
    named = (rule.pattern for rule in LINE_RULES if rule.label in labels or rule.name in names)
    return (*named, LONE_NAME) if "byline" in labels else tuple(named)
