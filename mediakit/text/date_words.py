"""The small grammar of dates in running text: which words are a date, and how exact it is.

It knows month and day (22 March, March 22, 2025), weekdays, today and its kind, ISO 8601, month and
year, quarters, seasons, decades, and years after a word such as “in”. Words that only look like a
date are left: “may” the verb, the Sunday Times, Black Friday, 10,000 after a month.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from mediakit.text.dates import month_names, month_number, read_date, read_numbers

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        range(1, 13),
        strict=True,
    )
)


class DateWords(NamedTuple):
    """A date as a text words it, before anything is known of when the text was written."""

    begin: int
    end: int
    form: str  #: full, month day, weekday, near, ago, unit, month, partial: what is needed to work it out
    granularity: str  #: day, week, month, quarter, season, year or decade
    value: str | None = None  #: in ISO 8601, where the words alone tell
    month: int | None = None
    day: int | None = None
    shift: int | None = None  #: days (near, ago), or units (unit) from the base
    weekday: int | None = None  #: 0 is Monday
    which: str = ""  #: last, this or next, where it is said
    unit: str = ""


Reader = Callable[[re.Match[str]], DateWords | None]

_S = r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)"  # space, and at most one end of line
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)(?![\d%]|,\d|\.\d)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_NTH = r"(?:st|nd|rd|th)?"
_FULL_WEEKDAY = "|".join(WEEKDAYS)
_WEEKDAY = rf"(?:{_FULL_WEEKDAY}|{_FULL_WEEKDAY.upper()}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
_NO_COUNT = r"(?!\d|[,.:]\d|%|/\d|st\b|" + _S + r"(?:per\s?cent|percent|million|billion|a\.m|p\.m|am\b|pm\b))"


_SHORT_BUT_WHOLE = {"may", "march", "april", "june", "july", "märz", "mai", "juni", "juli", "mars", "avril", "juin", "août",
                    "enero", "marzo", "abril", "mayo", "junio", "julio", "maart", "mei", "maio", "junho", "julho"}  # fmt: skip


@cache
def _month(language: str = "en", *, short: bool = True) -> str:
    names = [name for name in month_names(language) if short or not _is_short(name)]
    shown = {*names, *(name.upper() if language == "en" else name.capitalize() for name in names)}
    ordered = sorted(shown, key=lambda name: (-len(name), name))
    return "(?P<month>" + "|".join(re.escape(name) + (r"\.?" if _is_short(name) else "") for name in ordered) + r")(?!\w)"


def _is_short(name: str) -> bool:
    """Whether the name of a month is a short form, which may have a full stop."""
    return len(name) <= 5 and name.casefold() not in _SHORT_BUT_WHOLE


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Form and pattern, in the order in which they are tried; what an earlier one took is left alone."""
    month, full_month = _month(), _month(short=False)
    lead = rf"(?:{_WEEKDAY},?{_S}(?:the{_S})?)?"
    texts = (
        ("iso", r"(?<![\d-])(?P<iso>\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])"),
        ("numbers", r"(?<![\d/.])(?P<first>\d{1,2})(?P<sep>[/.])(?P<second>\d{1,2})(?P=sep)"
                    r"(?P<year>(?:19|20)\d\d)(?![\d/]|\.\d)"),
        ("day month", rf"(?<![\d,.$£€-]){lead}{_DAY}{_NTH}{_S}(?:of{_S})?{month}(?:,?{_S}{_YEAR})?"),
        ("month day", rf"\b{lead}{month}{_S}(?:the{_S})?{_DAY}{_NTH}{_NO_COUNT}(?:(?:,{_S}?|{_S}){_YEAR})?"),
        ("month year", rf"\b(?:(?i:early|late|mid)[ -])?{month},?{_S}(?:of{_S})?{_YEAR}"),
        ("quarter", rf"\b(?:the{_S})?(?:(?P<nth>(?i:first|second|third|fourth))[ -]quarter|Q(?P<q>[1-4]))\b"
                    rf"(?:{_S}(?:of{_S})?{_YEAR})?"),
        ("season", rf"\b(?:(?i:early|late){_S})?(?P<season>(?i:spring|summer|autumn|fall|winter))(?:{_S}of)?{_S}{_YEAR}"),
        ("decade", r"\b(?:(?i:early|late|mid)[ -])?(?<![\d,.$£€-])(?:1[89]|20)\d0[’']?s\b"),
        ("weekday", rf"\b(?:(?P<which>(?i:last|next|this)){_S})?(?P<name>{_FULL_WEEKDAY}|{_FULL_WEEKDAY.upper()})\b"
                    rf"(?:{_S}(?:morning|afternoon|evening|night)\b)?"),
        ("ago", rf"\b(?P<count>\d{{1,3}}|a|an|{'|'.join(NUMBERS)}|(?i:a few|several|some|a couple of)){_S}"
                rf"(?P<unit>day|week|month|year|decade)s?{_S}ago\b"),
        ("near", rf"\b(?P<word>(?i:yesterday|today|tonight|tomorrow|this{_S}(?:morning|afternoon|evening)|last{_S}night))\b"
                 rf"(?:{_S}(?:morning|afternoon|evening|night)\b)?"),
        ("unit", rf"\b(?:(?i:earlier|later|early|late){_S})?(?P<which>(?i:this|last|next"
                 rf"|the{_S}(?:past|previous|following|coming)))"
                 rf"{_S}(?:(?:early|late){_S})?(?P<unit>weekend|week|month|year|spring|summer|autumn|fall|winter|decade|quarter)\b"),
        ("lone season", rf"\b(?i:in){_S}(?:the{_S})?(?P<words>(?:(?:early|late){_S})?"
                       rf"(?:spring|summer|autumn|winter))\b(?!{_S}of\b)"),
        ("part of month", rf"\b(?i:early|late|mid)[ -]{full_month}(?!{_S}?\d)"),
        ("lone month", rf"\b(?:(?P<said>(?i:last|next|this)){_S}{full_month}"
                       rf"|(?P<cue>(?i:in|since|until|till|by|from|during|through(?:out)?|before|after)){_S}"
                       rf"{full_month.replace('?P<month>', '?P<month2>')})(?!{_S}?\d)"),
        ("year", rf"\b(?:(?i:in|since|until|till|by|during|before|after|from|of|to|early|late|mid))[ -]"
                 rf"(?:(?:early|late|mid|the{_S}year)[ -])?(?P<words>{_YEAR})"),
        ("year of", rf"\b(?:(?i:the|a|his|her|its|their|our)|\w[’']s){_S}(?P<words>{_YEAR})(?={_S}[A-Za-z])"),
    )  # fmt: skip
    return tuple((form, re.compile(pattern)) for form, pattern in texts)


_NOT_WEEKDAYS = re.compile(
    rf"\b(?:Black|Good|Holy|Maundy|Super|Bloody|Ash|Cyber|Fat|Shrove|Easter|Palm|Sheffield|Giving|Giants|Blue|Freaky|Taco){_S}\Z"
    rf"|\b(?:(?i:every|each)|(?i:one|most)|any){_S}\Z"
)
_AFTER_WEEKDAY = re.compile(
    rf"\A{_S}(?:Times|Telegraph|Mirror|Mail|Express|Post|Herald|Tribune|Star|Independent|Sun|World|People|Review|Magazine"
    rf"|Night{_S}(?:Live|Football)|(?i:school)|prayers?|roast|league|League)\b|\A[’']s?{_S}(?:child|best)\b|\As\b"
)
_BEFORE_TODAY = re.compile(rf"[A-Z][\w.]+{_S}\Z")
_AFTER_TODAY = re.compile(
    rf"\A[’']s{_S}(?:world|society|generation|youth|young|standards|kids|children|market|economy|age|terms|money)\b"
    rf"|\A{_S}(?:programme|program|show)\b"
)
_LOWER_PLURAL = re.compile(rf"\A{_S}(?!(?:was|is|has|as|this|his|its|across|towards|always|perhaps|unless|us|says)\b)[a-z]+s\b")
_COUNTED = re.compile(rf"\A{_S}(?:people|men|women|children|million|billion|percent|per\b|meters|metres|feet|km|kg|tonnes|tons)")
_NAME_LIKE = ("April", "May", "June", "August")
_CAPITAL = re.compile(rf"\A{_S}[A-ZÀ-Þ][a-zß-ÿ]")


def find_date_words(text: str, language: str | None = "en") -> list[DateWords]:
    """Every date in text, in reading order, none inside another.

    Parameters: text; language, its code: for English, or where it is not known, the whole grammar; for
    German, French, Spanish, Italian, Dutch and Portuguese dates with a day and a month's name; for
    others ISO 8601 and numbers.

    >>> [(text[d.begin:d.end], d.granularity, d.value)
    ...  for text in ["It may open on 22 March 2025, after last week."] for d in find_date_words(text)]
    [('22 March 2025', 'day', '2025-03-22'), ('last week', 'week', None)]
    """
    found: list[DateWords] = []
    taken: list[tuple[int, int]] = []
    for words in _candidates(text, language or "en"):
        if not any(words.begin < end and begin < words.end for begin, end in taken):
            found.append(words)
            taken.append((words.begin, words.end))
    return sorted(found)


def _candidates(text: str, language: str) -> Iterator[DateWords]:
    if language == "en":
        for form, pattern in _patterns():
            for match in pattern.finditer(text):
                made = _READERS[form](match) if _fits(form, match) else None
                if made is not None:
                    yield made
        return
    for form, pattern in _patterns()[:2]:
        yield from filter(None, map(_READERS[form], pattern.finditer(text)))
    if month_names(language):
        yield from filter(None, map(_day_month, _abroad(language).finditer(text)))


@cache
def _abroad(language: str) -> re.Pattern[str]:
    month = _month(language)
    return re.compile(
        rf"(?<![\d,.$£€-]){_DAY}(?:\.|er|º)?{_S}(?:de{_S})?{month}(?:{_S}(?:(?:de|del){_S})?{_YEAR})?", re.IGNORECASE
    )


def _fits(form: str, match: re.Match[str]) -> bool:
    """Whether the words beside a match leave it a date."""
    text, begin, end = match.string, match.start(), match.end()
    before, after = text[max(begin - 40, 0) : begin], text[end : end + 40]
    if form == "weekday":
        return not _NOT_WEEKDAYS.search(before) and not _AFTER_WEEKDAY.match(after)
    if form == "near":
        return not (match["word"][0].isupper() and _BEFORE_TODAY.search(before)) and not _AFTER_TODAY.match(after)
    if form in ("year", "year of"):
        round_number = form == "year of" and match["year"].endswith("00")
        return not round_number and not _COUNTED.match(after) and not (form == "year" and _LOWER_PLURAL.match(after))
    if form == "lone month":
        name = match["month"] or match["month2"]
        return not (name.rstrip(".").capitalize() in _NAME_LIKE and match["cue"] in ("by", "By", "from", "From", "after", "After")
                    and _CAPITAL.match(after))  # fmt: skip
    return True


def _iso(match: re.Match[str]) -> DateWords | None:
    read = read_date(match["iso"])
    return DateWords(*match.span(), "full", "day", read[0]) if read else None


def _numbers(match: re.Match[str]) -> DateWords | None:
    first, second = int(match["first"]), int(match["second"])
    read = read_numbers(first, second, match["year"])
    possible = 1 <= min(first, second) <= 12 and max(first, second) <= 31
    return DateWords(*match.span(), "full", "day", read[0] if read else None) if possible else None


def _day_month(match: re.Match[str]) -> DateWords | None:
    month, day, year = month_number(match["month"]), int(match["day"]), match["year"]
    read = read_date(f"{year or 2000}-{month:02d}-{day:02d}")  # 2000 has every day that a year can have
    if read is None:
        return None
    return DateWords(*match.span(), "full" if year else "month day", "day", read[0] if year else None, month, day)


def _month_year(match: re.Match[str]) -> DateWords:
    return DateWords(*match.span(), "full", "month", f"{match['year']}-{month_number(match['month']):02d}")


def _quarter(match: re.Match[str]) -> DateWords:
    nth = match["q"] or str(("first", "second", "third", "fourth").index(match["nth"].lower()) + 1)
    return DateWords(*match.span(), "partial", "quarter", f"{match['year']}-Q{nth}" if match["year"] else None)


def _season(match: re.Match[str]) -> DateWords:
    name = match["season"].lower().replace("fall", "autumn")
    return DateWords(*match.span(), "partial", "season", f"{match['year']}-{name}")


def _weekday(match: re.Match[str]) -> DateWords:
    place = WEEKDAYS.index(match["name"].capitalize())
    return DateWords(*match.span(), "weekday", "day", weekday=place, which=(match["which"] or "").lower())


def _ago(match: re.Match[str]) -> DateWords:
    count, unit = match["count"].lower(), match["unit"]
    number = int(count) if count.isdigit() else NUMBERS.get(count, 1 if count in ("a", "an") else None)
    exact = unit == "day" and number is not None
    return DateWords(*match.span(), "ago" if exact else "partial", unit, shift=-number if exact and number else None)


def _near(match: re.Match[str]) -> DateWords:
    word = match["word"].lower().split()
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(word[0], 0)
    return DateWords(*match.span(), "near", "day", shift=shift)


def _unit(match: re.Match[str]) -> DateWords:
    unit, which = match["unit"], match["which"].lower()
    granularity = {"weekend": "week", "spring": "season", "summer": "season", "autumn": "season", "fall": "season",
                   "winter": "season"}.get(unit, unit)  # fmt: skip
    shift = {"last": -1, "this": 0, "next": 1}.get(which)
    known = unit in ("week", "month", "year") and shift is not None
    return DateWords(*match.span(), "unit" if known else "partial", granularity, shift=shift if known else None, unit=unit)


def _part(granularity: str, group: str | int = 0) -> Reader:
    def read(match: re.Match[str]) -> DateWords:
        return DateWords(*match.span(group), "partial", granularity)

    return read


def _lone_month(match: re.Match[str]) -> DateWords:
    said = bool(match["said"])
    begin = match.start() if said else match.start("month2")
    return DateWords(begin, match.end(), "partial", "month", month=month_number(match["month"] or match["month2"]))


def _year(match: re.Match[str]) -> DateWords:
    return DateWords(*match.span("words"), "full", "year", match["year"])


_READERS: dict[str, Reader] = {
    "iso": _iso, "numbers": _numbers, "day month": _day_month, "month day": _day_month, "month year": _month_year,
    "quarter": _quarter, "season": _season, "decade": _part("decade"), "weekday": _weekday, "ago": _ago, "near": _near,
    "unit": _unit, "lone season": _part("season", "words"), "part of month": _part("month"), "lone month": _lone_month,
    "year": _year, "year of": _year,
}  # fmt: skip
