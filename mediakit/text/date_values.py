"""What a date in a text comes to, once it is known when the text was written.

Nothing is worked out without a base date. The rules, in words:
- yesterday, today and their kind count from the base; “three days ago” does, “two weeks ago” is too vague;
- a weekday is the last one up to the base, the base's own day included; the next one after “will”
  and its kind, or where “next” would not be clear, none;
- a day and month without a year is the last one up to the base; the next one after “will” and its
  kind, or where it is at most two months ahead;
- this, last and next week, month and year come to a week, month or year, never to a day;
- “last Friday” is left open where it could be yesterday's week or the week before; a month without
  a year, a season and a decade are left open always.
Inside quotation marks a speaker's today is not the writer's: nothing relative is worked out there.
"""

from __future__ import annotations

import datetime
import re

from mediakit.text.date_words import DateWords

_AHEAD = datetime.timedelta(days=60)
_WILL = re.compile(
    r"\b(?:will|shall|won[’']t|(?:is|are|was|were)\s+(?:to|due|set|scheduled|expected|planning|about|slated)\b|due|scheduled|slated|expected"
    r"|plans?\s+to|planned\s+for|set\s+(?:to|for)|upcoming|hopes?\s+to|deadline|until|till|by|before)\b|[’']ll\b", re.IGNORECASE
)  # fmt: skip
_PAST = re.compile(
    r"\b(?:\w{3,}ed|was|were|had|did|said|told|took|went|won|lost|came|met|began|held|gave|made|saw|left|found|struck|hit|fell|rose|broke"
    r"|became|brought|spoke|shot|drew|beat)\b", re.IGNORECASE
)  # fmt: skip
_ENDS = re.compile(r"[.!?;]\s|\n")
_CLAUSE_ENDS = re.compile(r"[.!?;,:]\s|\n| – |—")


def value_of(words: DateWords, base: str | None, *, ahead: bool = False) -> str | None:
    """The value of a date in ISO 8601, or None where it cannot be told.

    Parameters: words; base, the date the text was written, in ISO 8601 (a month or a year is enough
    for “last year”); ahead, whether the sentence speaks of the future (speaks_of_the_future).

    >>> friday = DateWords(0, 6, "weekday", "day", weekday=4)
    >>> value_of(friday, "2025-03-23"), value_of(friday, "2025-03-23", ahead=True), value_of(friday, None) is None
    ('2025-03-21', '2025-03-28', True)
    """
    if words.value is not None or base is None:
        return words.value
    if words.form == "unit":
        return _unit(words, base)
    if len(base) < 10:
        return None
    day = datetime.date.fromisoformat(base)
    try:
        return _RULES[words.form](words, day, ahead) if words.form in _RULES else None
    except (ValueError, OverflowError):  # 29 February without a leap year near, or out of the calendar
        return None


def _unit(words: DateWords, base: str) -> str | None:
    """A week, month or year before, of, or after the base: as exact as the words, and no more."""
    shift = words.shift or 0
    year = int(base[:4])
    if words.granularity == "year":
        return f"{year + shift:04d}"
    if words.granularity == "month" and len(base) >= 7:
        months = year * 12 + int(base[5:7]) - 1 + shift
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if words.unit == "week" and len(base) == 10:
        shown = (datetime.date.fromisoformat(base) + datetime.timedelta(weeks=shift)).isocalendar()
        return f"{shown.year:04d}-W{shown.week:02d}"
    return None


def _from_base(words: DateWords, base: datetime.date, _ahead: bool) -> str:
    return (base + datetime.timedelta(days=words.shift or 0)).isoformat()


def _weekday(words: DateWords, base: datetime.date, ahead: bool) -> str | None:
    back = (base.weekday() - (words.weekday or 0)) % 7
    if words.which == "next":
        return None  # the coming one, or the one of the following week: usage differs
    if words.which == "last":
        back = back or 7
        same_week = back <= base.weekday()
        return None if same_week else (base - datetime.timedelta(days=back)).isoformat()
    if words.which == "this":
        return (base + datetime.timedelta(days=(words.weekday or 0) - base.weekday())).isoformat()
    forth = (7 - back) % 7
    return (base + datetime.timedelta(days=forth if ahead else -back)).isoformat()


def _month_day(words: DateWords, base: datetime.date, ahead: bool) -> str:
    month, day = words.month or 1, words.day or 1
    past = _in_year(base.year, month, day) if (month, day) <= (base.month, base.day) else _in_year(base.year - 1, month, day)
    coming = _in_year(base.year, month, day) if (month, day) >= (base.month, base.day) else _in_year(base.year + 1, month, day)
    return (coming if ahead or coming - base <= _AHEAD else past).isoformat()


def _in_year(year: int, month: int, day: int) -> datetime.date:
    return datetime.date(year, month, day)


_RULES = {"near": _from_base, "ago": _from_base, "weekday": _weekday, "month day": _month_day}


def speaks_of_the_future(text: str, begin: int, end: int, *, after: int = 0) -> bool:
    """Whether the words around a date in its sentence speak of what is to come.

    Parameters: text; begin and end of the date; after, where the date before it ended: words there
    belong to that one.

    >>> sentence = "He said on Monday that the port will open on Friday."
    >>> [speaks_of_the_future(sentence, begin, begin + 6, after=after) for begin, after in ((11, 0), (45, 17))]
    [False, True]
    """
    start = max([after, begin - 90, *(found.end() for found in _ENDS.finditer(text, max(begin - 90, 0), begin))])
    before = text[start:begin]
    if before.strip():
        said = [*_WILL.finditer(before)]
        told = [*_PAST.finditer(before)]
        if said or told:
            return bool(said) and (not told or told[-1].end() <= said[-1].end())
    until = (_CLAUSE_ENDS if len(before.split()) > 2 else _ENDS).search(text, end)
    rest = text[end : min(until.start() if until else len(text), end + 60)]
    coming, gone = _WILL.search(rest), _PAST.search(rest)
    return coming is not None and (gone is None or coming.start() <= gone.start())


def is_quoted(text: str, begin: int) -> bool:
    """Whether a place stands between quotation marks of its line.

    >>> is_quoted("“We begin today,” she said today.", 10), is_quoted("“We begin today,” she said today.", 27)
    (True, False)
    """
    line = text[text.rfind("\n", 0, begin) + 1 : begin]
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1
