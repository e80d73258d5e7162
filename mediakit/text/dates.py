"""A text that is known to be a date, in ISO 8601 and as exact as it was written.

Read are ISO 8601, the dates of feeds and e-mails (RFC 822), day month year and month day year with
the month's name in seven languages, and numbers where only one of them can be the month. 03/04/2025
can be read in two ways, and is not. Years outside of 1800 to 2100 are taken for errors: a bound
that does not move with the clock.
"""

from __future__ import annotations

import datetime
import re
from functools import cache, lru_cache

from mediakit.lexicons import load_lexicon

EARLIEST, LATEST = 1800, 2100  #: years
_LONGEST = 120  # characters; no date is longer
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}.*)?)?)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?:\s+\d{1,2}:\d{2}.*)?", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?\s+\d{1,2}:\d{2}.*)?", re.ASCII)
_TIME = r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\.\d+)?"
_BEFORE = (
    r"(?:(?:first\s+)?(?:published|posted|date|veröffentlicht|publié|publicado|pubblicato|gepubliceerd)\s*:?\s*(?:on|am|le|el|il|op)?\s*)?"
    rf"(?:{_TIME}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{{2,4}})?\s*,?\s*(?:on\s+)?)?"
    r"(?:(?:le|el|il|am|on|the)\s+)?(?:(?P<weekday>[^\W\d_]{2,10})\.?,?\s+(?:(?:the|dem|den|le)\s+)?)?"
)
_AFTER = rf"(?:\s*[,|–·-]?\s*(?:at\s+|um\s+|à\s+|a las\s+|alle\s+)?{_TIME}.*|\s*\([^()]*\))?"
_DAY_FIRST = re.compile(
    rf"{_BEFORE}(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª)?(?:\s*-\s*|\s+|(?<=\.))(?:of\s+|de\s+)?(?P<month>[^\W\d_]{{3,10}})\.?,?"
    rf"(?:\s*-\s*|\s+)(?:de\s+|del\s+)?(?P<year>\d{{4}}){_AFTER}",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"{_BEFORE}(?P<month>[^\W\d_]{{3,10}})\.?\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_AFTER}",
    re.IGNORECASE,
)
_MONTH_ONLY = re.compile(r"(?P<month>[^\W\d_]{3,10})\.?,?\s+(?:de\s+|del\s+)?(?P<year>\d{4})", re.IGNORECASE)


def read_date(written: str) -> tuple[str, str] | None:
    """A date in ISO 8601 and how exact it is (day, month or year), or None where it cannot be told.

    >>> read_date("2025-03-22T08:00:00Z"), read_date("22 March 2025"), read_date("março de 2025")
    (('2025-03-22', 'day'), ('2025-03-22', 'day'), ('2025-03', 'month'))
    >>> read_date("03/04/2025") is None, read_date("13/04/2025")
    (True, ('2025-04-13', 'day'))
    """
    text = " ".join(written.split())
    return _read(text) if text and len(text) <= _LONGEST else None


@lru_cache(10_000)  # many articles are of one day
def _read(text: str) -> tuple[str, str] | None:
    if found := _ISO.fullmatch(text):
        return _made(*found.groups())
    if found := _YEAR_FIRST.fullmatch(text):
        return _made(*found.groups())
    if found := _NUMBERS.fullmatch(text):
        return read_numbers(int(found[1]), int(found[3]), found[4])
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _MONTH_ONLY):
        found = pattern.fullmatch(text)
        month = month_number(found["month"]) if found else None
        if found and month:
            return _made(found["year"], str(month), found.groupdict().get("day"))
    return None


def read_numbers(first: int, second: int, year: str) -> tuple[str, str] | None:
    """Two numbers and a year: the date, where only one order of the two can be one.

    >>> read_numbers(3, 22, "2025"), read_numbers(3, 3, "2025"), read_numbers(3, 4, "2025")
    (('2025-03-22', 'day'), ('2025-03-03', 'day'), None)
    """
    if first != second and first <= 12 and second <= 12:
        return None
    day, month = (first, second) if first > 12 else (second, first)
    return _made(year, str(month), str(day))


def month_number(name: str) -> int | None:
    """The number of a month by its name or short form, in any language of the list.

    >>> month_number("Mar."), month_number("FÉVRIER"), month_number("Monday") is None
    (3, 2, True)
    """
    return _months().get(name.rstrip(".").casefold())


def month_names(language: str) -> list[str]:
    """The names and short forms of the months in one language, the longest first; none where it is not on the list."""
    names = {row["name"] for row in load_lexicon("months", "any").rows if row["language"] == language}
    return sorted(names, key=lambda name: (-len(name), name))


@cache
def _months() -> dict[str, int]:
    return {row["name"].casefold(): int(row["month"]) for row in load_lexicon("months", "any").rows}


def _made(year: str | None, month: str | None = None, day: str | None = None) -> tuple[str, str] | None:
    numbers = [int(part) for part in (year, month, day) if part]
    if not numbers or not EARLIEST <= numbers[0] <= LATEST:
        return None
    try:
        datetime.date(*numbers, *[1] * (3 - len(numbers)))
    except ValueError:  # no such day
        return None
    written = "-".join([f"{numbers[0]:04d}", *(f"{number:02d}" for number in numbers[1:])])
    return written, ("year", "month", "day")[len(numbers) - 1]
