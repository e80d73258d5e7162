"""What one article says about where it comes from: its credits, the media it cites, and its own reporting."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from mediakit.identity import find_credits, outlet_key
from mediakit.identity.credits import credit_name
from mediakit.reuse.passages_credits import citing
from mediakit.sources.voices import is_medium

CERTAIN, LIKELY, CHECK = "certain", "likely", "check"
CREDIT_LINE, DATELINE, ACCORDING_TO, OWN = "credit line", "dateline", "according to", "own reporting"
_OFTEN = 2  # statements that come through a medium, for it to be a likely origin
_GAP = "?"
_THIS_PAPER = re.compile(
    r"\b(?:told|spoke(?:n)?\s+(?:to|with)|speaking\s+to|in\s+an\s+interview\s+with)\s+"
    r"(?:this\s+(?:newspaper|paper|magazine|reporter|correspondent|station)|our\s+(?:correspondent|reporter))\b"
)


class Evidence(NamedTuple):
    """One sign of where an article may come from."""

    article_id: str
    origin: str | None
    evidence: str | None
    begin: int | None
    end: int | None
    strength: str | None
    other_article_id: str | None
    reason: str


def credits_in(article_id: str, text: str, original_source: str | None) -> Iterator[Evidence]:
    """Where the article itself says that it, or a part of it, came from.

    >>> [(found.origin, found.evidence, found.strength) for found in credits_in("a", "LAGOS (AP) — The ferry stopped.", None)]
    [('Associated Press', 'dateline', 'certain')]
    """
    named = set()
    for credit in find_credits(text):
        if credit.is_credit and outlet_key(credit.name) not in named:
            named.add(outlet_key(credit.name))
            evidence = DATELINE if credit.kind == "dateline" else CREDIT_LINE
            strength, part = (CERTAIN, "") if credit.whole else (LIKELY, " with a part of it")
            yield Evidence(article_id, credit.name, evidence, credit.begin, credit.end, strength, None,
                           f"credits {credit.name}{part} ({credit.kind})")  # fmt: skip
    if original_source is not None and outlet_key(original_source) not in named:
        name = credit_name(original_source) or original_source
        yield Evidence(article_id, name, CREDIT_LINE, None, None, CERTAIN, None, f"credits {name}")


def media_cited(article_id: str, text: str, attributions: Iterable[Any]) -> Iterator[Evidence]:
    """The media through which statements came, by the attributions and by the agencies that the text cites.

    Parameters: article_id; text; attributions, the article's rows of the attributions table. A medium that the text
    credits as its source is left out, and so is a person who only passes on what another said.
    """
    credits = find_credits(text)
    named_as_source = {outlet_key(credit.name) for credit in credits if credit.is_credit}
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    names: dict[str, str] = {}

    def note(name: str, begin: int, end: int) -> None:
        agency = next((credit.name for credit in find_credits(name)), None)  # the official Northern News Agency (NNA)
        plain = agency or credit_name(name) or name
        names.setdefault(outlet_key(plain), plain)
        if outlet_key(plain) not in named_as_source:
            places[outlet_key(plain)].append((begin, end))

    gaps = []
    for row in attributions:
        for carrier in row.carriers or ():
            if carrier == _GAP:
                gaps.append((row.begin, row.end))
            elif is_medium(carrier):
                note(carrier, row.begin, row.end)
        if row.identification == "medium" and row.source is not None:
            note(row.source_name or row.source, row.source_begin, row.source_end)
    for credit in credits:
        if not credit.is_credit and not any(begin <= credit.begin < end for begin, end in places[outlet_key(credit.name)]):
            note(credit.name, credit.begin, credit.end)
    for key, found in places.items():
        if found:
            times = len(found)
            yield Evidence(article_id, names[key], ACCORDING_TO, *min(found), LIKELY if times >= _OFTEN else CHECK, None,
                           f"{times} statement{'s' * (times > 1)} by way of {names[key]}")  # fmt: skip
    if gaps:
        yield Evidence(article_id, None, ACCORDING_TO, *min(gaps), CHECK, None, "says that it was reported, and not by whom")


def own_reporting(article_id: str, text: str, outlet: str | None) -> Iterator[Evidence]:
    """Words that say that somebody spoke to the outlet itself, or that it found something out.

    >>> [found.origin for found in own_reporting("a", "“It sank,” he told the Harbour Herald.", "Harbour Herald")]
    ['Harbour Herald']
    """
    found = (citing(outlet).search(text) if outlet else None) or _THIS_PAPER.search(text)
    if found:
        yield Evidence(article_id, outlet, OWN, found.start(), found.end(), LIKELY, None, f"says “{' '.join(found[0].split())}”")
