"""Credits: where a text says that it came from, apart from the agencies that it only cites.

A dateline “LAGOS (AP) —”, an agency in the byline, “Original Source: example.org”, “With reporting
by Reuters” or “This article was originally published by …” say where the text, or part of it, came
from. “Reuters reported” or “according to AP” say whom the text quotes: cited, never a credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from mediakit.identity.addresses import host_of
from mediakit.identity.agencies import agency_named, agency_pattern
from mediakit.identity.bylines import read_byline
from mediakit.text.date_words import WEEKDAYS
from mediakit.text.dates import month_number

_OPENING = 400  # characters from a text's first paragraph in which a dateline stands
_SHORT_LINE, _BYLINE_AT_MOST = 60, 16  # words
_CITED = "cited"


class Credit(NamedTuple):
    """A stretch of a text that names where the text, or a statement in it, came from."""

    kind: str  #: dateline, byline, source line, contribution, first published, agency line; or cited
    begin: int
    end: int
    name: str  #: the agency's full name, or the site, or the words
    whole: bool  #: whether it speaks of the whole text, not of a part or a statement

    @property
    def is_credit(self) -> bool:
        """Whether the text says that it came from there; False for an agency that it only cites."""
        return self.kind != _CITED


class _Rule(NamedTuple):
    """One way of crediting: its pattern has a group called name and is tried on one line at a time."""

    kind: str
    whole: bool  #: whether the whole text is meant
    signs: tuple[str, ...]  #: one of them stands in every line that it fits, in small letters
    longest: int  #: words of a line that it may stand in
    pattern: re.Pattern[str]


_ANY = 10**9
_TEXT = r"(?:article|story|post|piece|report|column|essay|interview)"
_NAME = r"(?P<name>[^\s.,;:()|][^;:()|\n]{1,80}?)"
_BEGINS = r"(?:^|(?<=[.(\s]))"


@cache
def _rules() -> tuple[_Rule, ...]:
    agency, long_agency = agency_pattern(short=True), agency_pattern(short=False)
    return (
        _Rule("dateline", True, ("(", "["), _ANY, re.compile(
            rf"^\W{{0,3}}(?:[A-ZÀ-Þ][^\n()]{{1,60}}?\s*,?\s*)?[(\[](?P<name>{agency})[^()\n]{{0,25}}[)\]]"
            r"\s*(?:[–—:]|--?|\.|\s(?=[A-Z]))")),
        _Rule("dateline", True, ("–", "—", "-"), _ANY, re.compile(
            rf"^[A-ZÀ-Þ][A-ZÀ-Þ .’'-]{{2,40}}(?:,[^\n–—]{{1,40}})?\s+[–—-]+\s*(?P<name>{agency})\s*[–—:-]")),
        _Rule("source line", True, ("source", "original", "quelle", "fuente", "fonte", "bron", "via", "input"), 20, re.compile(
            rf"^(?:(?:original\s+)?source(?:\s+(?:credit|link))?|original\s+{_TEXT}|{_TEXT}\s+source|quelle|fuente|fonte|bron|via"
            rf"|(?:with\s+)?(?:agency|agencies|wire)\s+inputs?|inputs?\s+from)\s*[:–—]\s*{_NAME}\s*\.?$", re.IGNORECASE)),
        _Rule("contribution", False, ("with ", "additional reporting", "input", "mit material"), _SHORT_LINE, re.compile(
            rf"{_BEGINS}(?:with\s+(?:additional\s+)?"
            r"(?:reporting|contributions?|files|inputs?|material|information|agency\s+inputs?)\s+(?:by|from)"
            r"|additional\s+reporting\s+by|(?:with\s+)?inputs?\s+from|mit\s+material\s+(?:von|der))"
            rf"\s+{_NAME}\s*[.)]?$", re.IGNORECASE)),
        _Rule("contribution", False, ("contributed",), _SHORT_LINE, re.compile(
            rf"{_BEGINS}(?P<name>(?:{agency})|[A-ZÀ-Þ][\w.’'& -]{{2,60}}?)\s+contributed\s+(?:to\s+this|reporting)\b")),
        _Rule("first published", True, ("first", "originally", "republished"), _SHORT_LINE, re.compile(
            rf"(?:^\W{{0,3}}|{_BEGINS}(?:this|a\s+version\s+of\s+this)\s+{_TEXT}\s+(?:was\s+|is\s+|has\s+been\s+)?)"
            r"(?:originally\s+|first\s+|re)(?:was\s+)?(?:published|appeared|posted|produced|reported|ran)"
            rf"\s+(?:by|on|in|at|from|with\s+permission\s+from)\s*:?\s+{_NAME}"
            r"(?=\s+(?:on|in|under|and\s+is|as|with)\s|\s*[.)]?$|[.,]\s)", re.IGNORECASE)),
        _Rule("first published", True, ("appeared first on",), _SHORT_LINE, re.compile(
            rf"^(?:the\s+)?(?:post|{_TEXT})\s+.{{3,200}}?\s+(?:first\s+)?appeared\s+first\s+on\s+{_NAME}\s*\.?$", re.IGNORECASE)),
        _Rule("agency line", True, ("",), 6, re.compile(rf"^\W{{0,3}}(?P<name>{agency})(?:/[\w ]{{1,20}})?\W{{0,3}}$")),
        _Rule(_CITED, False, ("according", "told", "quoted", "reported", "cit"), _ANY, re.compile(
            r"\b(?i:according\s+to(?:\s[^.;()\n]{0,40}?agency,)?|told|quoted\s+by|(?:as\s+)?reported\s+by|cited\s+by|citing)"
            rf"\s+(?:the\s+)?(?P<name>{agency})\b")),
        _Rule(_CITED, False, ("",), _ANY, re.compile(
            rf"\b(?P<name>{agency})\b[^.;\n]{{0,25}}?"
            r"\s(?:reported|reports|said|says|wrote|quoted|cited|claimed|announced|carried|mentioned)\b")),
        _Rule(_CITED, False, ("",), _ANY, re.compile(rf"\b(?P<name>{long_agency})\b(?!\s+contributed)|\((?P<short>{agency})\)")),
    )  # fmt: skip


@cache
def possible_credits() -> tuple[str, ...]:
    """What stands in every text in which credited_source finds one, for a first look at many texts."""
    agency = agency_pattern(short=True).replace(r"\ ", r"\s+")
    return (
        rf"[(\[](?:{agency})|[–—-]\s*(?:{agency})\s*[–—:-]"  # dateline
        rf"|^[^\pL\pN_]*(?:{agency})(?:/[^\n]*)?[^\pL\pN_]*$"  # agency line
        rf"|(?i:^\s*(?:by|von|par|por|di|door) +(?:[^ \n]+ +){{0,{_BYLINE_AT_MOST - 1}}}[^ \n]*$)",  # byline
        rf"(?i:^\s*(?:(?:original\s+)?source(?:\s+(?:credit|link))?|original\s+{_TEXT}|{_TEXT}\s+source|quelle|fuente|fonte|bron|via"
        r"|(?:with\s+)?(?:agency|agencies|wire)\s+inputs?|inputs?\s+from)\s*[:–—]"  # source line
        r"|(?:originally|first|re)\s*(?:was\s+)?(?:published|appeared|posted|produced|reported|ran)\s+(?:by|on|in|at|from|with)\b"
        r"|appeared\s+first\s+on\s)",  # first published
    )


def find_credits(text: str) -> list[Credit]:
    """Every place where a text says where it came from, and every agency that it cites, in reading order.

    Parameters: text, whole or in part. Places are positions in it. Where one stretch could be both, it
    is the credit. Corporate news about an agency counts as citing it.

    >>> [(credit.kind, credit.name) for credit in find_credits("LAGOS (AP) — Floods closed the road, police told Reuters.")]
    [('dateline', 'Associated Press'), ('cited', 'Reuters')]
    >>> find_credits("Original Source: www.example.org")[0].name
    'example.org'
    """
    found: list[Credit] = []
    for credit in _credits(text, cited=True):
        if not any(credit.begin < other.end and other.begin < credit.end for other in found):
            found.append(credit)
    return sorted(found, key=lambda credit: credit.begin)


def _credits(text: str, *, cited: bool) -> Iterator[Credit]:
    small, paragraphs = text.encode().lower(), 0
    asked = [rule for rule in _rules() if cited or rule.kind != _CITED]
    rules = [rule for rule in asked if any(sign.encode() in small for sign in rule.signs)]
    for line in re.finditer(r"[^\n]+", text):
        inner = line[0].strip()
        n_words = len(inner.split())
        begin = line.start() + len(line[0]) - len(line[0].lstrip())
        for credit in _in_line(inner, n_words, rules, opening=paragraphs <= 1) if n_words else ():
            yield credit._replace(begin=credit.begin + begin, end=credit.end + begin)
        paragraphs += n_words >= 12


def _in_line(line: str, n_words: int, rules: list[_Rule], *, opening: bool) -> Iterator[Credit]:
    lower = line.casefold()
    if n_words <= _BYLINE_AT_MOST and lower.startswith(("by ", "von ", "par ", "por ", "di ", "door ")):
        for agency in read_byline(line).agencies:
            yield Credit("byline", 0, len(line), agency, True)
    for rule in rules:
        if n_words > rule.longest or (rule.kind == "dateline" and not opening):
            continue
        if not any(sign in lower for sign in rule.signs):
            continue
        for found in rule.pattern.finditer(line[:_OPENING] if rule.kind == "dateline" else line):
            written = found["name"] or found["short"]
            name = credit_name(written)
            if name is not None and (rule.kind in ("source line", _CITED) or _is_name(written)):
                yield Credit(rule.kind, found.start(), found.end(), name, rule.whole)


def credit_name(words: str) -> str | None:
    """A site by its address, an agency by its full name, else the words without “the”; None where there are none.

    >>> credit_name("https://www.example.org/1"), credit_name("AP"), credit_name("the Coast Courier")
    ('example.org', 'Associated Press', 'Coast Courier')
    """
    plain = words.strip(" .,;:“”\"'()")
    return agency_named(plain) or host_of(plain) or plain.removeprefix("the ") or None


def _is_name(words: str) -> bool:
    """Whether words can be the name of who published: a capital, or an address; no year, no month."""
    plain = words.strip(" .,;:“”\"'()").removeprefix("the ")
    first = plain.split(" ")[0]
    return (
        bool(host_of(plain))
        or (plain[:1].isupper() and month_number(first) is None and first not in WEEKDAYS)
        or bool(agency_named(plain))
    )


def credited_source(text: str) -> Credit | None:
    """The first credit that speaks of the whole text, or None.

    >>> credited_source("The ferry stopped, Reuters reported.") is None
    True
    """
    return next((credit for credit in _credits(text, cited=False) if credit.whole), None)
