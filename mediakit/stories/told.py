"""What two texts say of themselves that tells their events apart: when, who, and which was earlier.

Two reports of look-alike events (a visit and the next one, two matches of the same teams) can be
closer in words than two reports of one event. The words alone do not tell; these signs do. That one
article calls the other's event an earlier one keeps them apart by itself; the others only lower the
closeness of a pair, by factors chosen by hand.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from mediakit.document import Document
from mediakit.lexicons import lexicon_words
from mediakit.text.date_words import WEEKDAYS, DateWords, find_date_words
from mediakit.text.words import words_in

#: how much of its closeness a pair keeps, by sign
KEPT = {"earlier": 0.0, "days": 0.8, "weekdays": 0.7, "names": 0.85}
_OPENING = 1000  # characters; where a report says when
_NEAR = 3  # days
_MENTIONS = 3  # of a name that an article is about
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


_CALENDAR = frozenset(name.casefold() for name in (*WEEKDAYS, *_MONTHS))


class Day(NamedTuple):
    """A month, and a day and a year where they are said."""

    month: int
    day: int | None = None
    year: int | None = None

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.day, _MONTHS[self.month - 1], self.year) if part is not None)

    def may_be(self, other: Day) -> bool:
        """Whether both can mean the same time: nothing that both say differs, but for a day or two."""
        same_year = None in (self.year, other.year) or self.year == other.year
        if self.day is None or other.day is None:
            return same_year and self.month == other.month
        return same_year and _days_between(self, other) <= _NEAR


class Told(NamedTuple):
    """What one article says of when and who."""

    published: datetime.date | None = None  #: where it is known to the day
    weekdays: frozenset[int] = frozenset()  #: the first two of its opening, event and report; 0 is Monday
    days: frozenset[Day] = frozenset()  #: of publication; or, where that is not known, those its opening names
    earlier: tuple[tuple[Day, str], ...] = ()  #: when it dates an earlier event, and the words
    names: frozenset[str] = frozenset()  #: in headline or opening, and mentioned again and again
    mentioned: frozenset[str] = frozenset()  #: every word with a capital


def told_in(document: Document, published: str | None) -> Told:
    """What an article says of when and who; published in ISO 8601.

    >>> from mediakit.articles import Span
    >>> text = "The envoy landed on Friday. He previously came in March."
    >>> told = told_in(Document("a", text, (Span(0, len(text), "body"),), "en"), None)
    >>> sorted(told.weekdays), told.earlier
    ([4], ((Day(month=3, day=None, year=None), 'He previously came in March.'),))
    """
    text = "\n".join(document.text[span.begin : span.end] for span in document.paragraphs if span.part != "title")
    opening = f"{document.title or ''}\n{text[:_OPENING]}"
    spoken = document.language or "en"
    names, mentioned = _names(opening, text) if spoken != "de" else (frozenset[str](), frozenset[str]())
    earlier = tuple(_earlier(text)) if spoken == "en" else ()
    if published and len(published) == 10:
        date = datetime.date.fromisoformat(published)
        return Told(date, frozenset(), frozenset({Day(date.month, date.day, date.year)}), earlier, names, mentioned)
    own = "\n".join(sentence for sentence in _SENTENCE_END.split(opening) if not (spoken == "en" and _cue().search(sentence)))
    dates = find_date_words(own, spoken)
    weekdays = [*dict.fromkeys(words.weekday for words in dates if words.weekday is not None)][:2]
    days = frozenset(day for words in dates if (day := _day(words)) and day.day)
    return Told(None, frozenset(weekdays), days, earlier, names, mentioned)


_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n")


@cache
def _cue() -> re.Pattern[str]:
    phrases = sorted(lexicon_words("earlier_events"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases) + r")\b", re.IGNORECASE)


def _earlier(text: str) -> list[tuple[Day, str]]:
    """The months and days at which sentences date an earlier event of its kind, with those sentences."""
    if not _cue().search(text):
        return []
    return [
        (day, sentence.strip())
        for sentence in _SENTENCE_END.split(text)
        if _cue().search(sentence)
        for words in find_date_words(sentence)
        if (day := _day(words))
    ]


def _day(words: DateWords) -> Day | None:
    """The month or day that words name, where they do."""
    if words.value is not None and words.granularity in ("day", "month"):
        year, month, *day = map(int, words.value.split("-"))
        return Day(month, day[0] if day else None, year)
    return Day(words.month, words.day) if words.month else None


def _names(opening: str, text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names an article is about, and every word it ever writes with a capital."""
    words = words_in(f"{opening}\n{text}")
    small = {word for word in words if word[0].islower()} | lexicon_words("function_words") | _CALENDAR
    names = Counter(
        word.removesuffix("’s").removesuffix("'s").casefold() for word in words if word[0].isupper() and len(word) > 2
    )
    alone = {name: count for name, count in names.items() if name not in small}
    first = {word.removesuffix("’s").removesuffix("'s").casefold() for word in words_in(opening) if word[0].isupper()}
    return frozenset(name for name, count in alone.items() if count >= _MENTIONS and name in first), frozenset(names)


def signs_apart(one: Told, other: Told) -> tuple[str, ...]:
    """The signs that two articles tell of different events: some of KEPT.

    >>> june = Told(earlier=((Day(3), "He came in March."),))
    >>> signs_apart(june, Told(days=frozenset({Day(3, 22)}))), signs_apart(june, june)
    (('earlier',), ())
    """
    dated = one.published is not None and other.published is not None
    return tuple(
        sign
        for sign, holds in (
            ("earlier", _earlier_of(one, other) is not None or _earlier_of(other, one) is not None),
            ("days", not dated and bool(one.days and other.days) and not any(a.may_be(b) for a in one.days for b in other.days)),
            ("weekdays", not dated and bool(one.weekdays and other.weekdays) and not one.weekdays & other.weekdays),
            ("names", bool(one.names - other.mentioned) and bool(other.names - one.mentioned)),
        )
        if holds
    )


def _earlier_of(one: Told, other: Told) -> str | None:
    """The sentence of one that calls earlier what may be the event of the other, and is not its own."""
    for day, sentence in one.earlier:
        if any(day.may_be(own) for own in other.days) and not any(day.may_be(own) for own in one.days):
            return sentence
    return None


def _days_between(one: Day, other: Day) -> int:
    """Days between two days of one year, the turn of the year included."""
    apart = abs((one.month - other.month) * 30 + (one.day or 1) - (other.day or 1))
    return min(apart, 360 - apart)


def signs_in_words(one: Told, other: Told) -> list[str]:
    """The signs between an article and another, as a reader is told them; `one` is called it.

    >>> june, march = Told(earlier=((Day(3), "He came in March."),)), Told(days=frozenset({Day(3, 22)}))
    >>> signs_in_words(june, march)
    ['it speaks of an event in March as an earlier one: “He came in March.”']
    """
    told = []
    for sign in signs_apart(one, other):
        if sign == "earlier":
            first, second = _earlier_of(one, other), _earlier_of(other, one)
            where = "it speaks" if first is not None else "the other speaks"
            sentence = first if first is not None else second
            day = next(day for day, said in (*one.earlier, *other.earlier) if said == sentence)
            told.append(
                f"{where} of an event {'in' if day.day is None else 'on'} {day} as an earlier one: “{_short(sentence or '')}”"
            )
        elif sign == "weekdays":
            told.append(f"other weekdays ({_weekdays(one)} here, {_weekdays(other)} there)")
        elif sign == "days":
            told.append(f"other days ({_some(map(str, one.days))} here, {_some(map(str, other.days))} there)")
        else:
            told.append(
                f"other names ({_some(one.names - other.mentioned)} only here, {_some(other.names - one.mentioned)} only there)"
            )
    return told


def _weekdays(told: Told) -> str:
    return ", ".join(WEEKDAYS[day] for day in sorted(told.weekdays))


def _some(words: Iterable[str]) -> str:
    return ", ".join(sorted(word.title() if word.islower() else word for word in words)[:3])


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 160 else sentence[:157].rsplit(" ", 1)[0] + " …"
