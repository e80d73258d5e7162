"""When a page says it was published: what it states for machines, or the one date printed by its headline.

Statements that contradict each other leave the date open, unless a third one decides; a day apart is no
contradiction where the first names an hour, which time zones move. Dates in the address come last: they are
dates of filing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mediakit.loaders.html_blocks import VisibleLine
from mediakit.loaders.html_head import Head
from mediakit.text.dates import read_date

_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "published_time",
    "published-date", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date.created",
    "cxenseparse:recs:publishtime", "originalpublicationdate", "article.published", "rnews:datepublished",
    "citation_publication_date", "article_date_original",
)  # fmt: skip
_PUBLISHED = re.compile(r"datepublished|publish|pubdate|created|posted|entry-date|timestamp|byline|dateline")
_CHANGED = re.compile(r"modif|updat|comment|related")
_IN_ADDRESS = re.compile(r"[/-](\d{4})[/-]?(\d{2})[/-]?(\d{2})(?=[/-])|[/-](\d{4})-(\d{2})-(\d{2})\b", re.ASCII)
_PRINTED = re.compile(
    r"(?<!\d)(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{4}|\d{1,2}(?:st|nd|rd|th|\.)?\s*(?:de\s+)?[^\W\d_]{3,12}\.?,?"
    r"\s+(?:de\s+)?\d{4}|\d{4}年\d{1,2}月\d{1,2}日)(?!\d)|(?<!\w)[^\W\d_]{3,12}\.?\s+\d{1,2},?\s+\d{4}(?!\d)"
)
_OPENS = re.compile(r"\(?(?P<day>\d[^()\n]{3,25}\d{4})(?:\)\s|\s?[–—-]\s|\.\s(?=[A-ZÀ-Þ]))")
_SAYS = re.compile(
    r"(?:(?:first\s+)?(?:published|posted)(?:\s+on)?|veröffentlicht(?:\s+am)?|erschienen(?:\s+am)?|publiée?(?:\s+le)?|publicado(?:\s+el|\s+em)?"
    r"|pubblicato(?:\s+il)?|gepubliceerd(?:\s+op)?)\s*:?\s*(?P<day>\S.{5,40})$",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,2}\.)(\d{2})(?=\W{1,4}\d{1,2}[:.]\d{2}\s+Uhr\b)")  # 22.03.25 | 08:00 Uhr
_EAST = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_DAY_FIRST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_BRITISH = re.compile(r"en-(?:gb|ie|au|nz|in|pk|bd|lk|ng|gh|ke|ug|tz|zm|zw|za|sg|my|hk|jm|mt)\b")
_UPDATE = re.compile(r"updat|modif|actuali|aktuali|mis à jour|geändert|änderung|gewijzigd|aggiornat|atualiz", re.IGNORECASE)
_ABOVE, _BELOW, _LONGEST_LINE = 6, 4, 160  # lines before the headline, lines into the article, characters


class Dated(NamedTuple):
    """A day, and where it stands (meta, line, url)."""

    day: str
    basis: str


class _Stated(NamedTuple):
    """A day that a page states for machines, and whether with an hour."""

    day: str
    names_hour: bool


def find_published(head: Head, lines: Sequence[VisibleLine], begin: int, address: str | None) -> Dated | None:
    """The day a page was published, or None where it does not say or contradicts itself.

    Parameters: head, the page's statements; lines, its visible lines; begin, the place of the article's first
    line; address, where the page was read.
    """
    stated = [one for one in (_from_data(head), _from_meta(head), _from_times(head)) if one]
    day_first = _writes_day_first(head.language)
    printed = {*_near_headline(lines, begin, day_first=day_first)}
    filed = _from_address(address)
    if not stated and not printed:
        printed = {*_said_in_words(lines, begin, day_first=day_first)}
        stated = [one for written in head.page_dates if (one := _stated(written))][:1]
    if stated:
        first = stated[0]
        others = [other.day for other in stated[1:2]] or (printed if len(printed) == 1 else [])
        if all(abs(_days(first.day, other)) <= first.names_hour for other in others):
            return Dated(first.day, "meta")
        third = next((one.day for one in stated if one.day in printed or one.day == filed), None)
        return Dated(third, "meta") if third else None
    if len(printed) == 1:
        return Dated(printed.pop(), "line")
    return Dated(filed, "url") if filed and (not printed or filed in printed) else None


def _day(written: object) -> str | None:
    read = read_date(written) if isinstance(written, str) else None
    return read[0] if read and read[1] == "day" else None


def _days(one: str, other: str) -> int:
    return (datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)).days


def _stated(written: object) -> _Stated | None:
    day = _day(written)
    return _Stated(day, ":" in str(written)) if day else None


def _from_data(head: Head) -> _Stated | None:
    return next((one for article in head.articles if (one := _stated(article.get("datePublished")))), None)


def _from_meta(head: Head) -> _Stated | None:
    return next((one for name in _META for value in head.meta.get(name, ()) if (one := _stated(value))), None)


def _from_times(head: Head) -> _Stated | None:
    published = (value for value, kind in head.times if _PUBLISHED.search(kind) and not _CHANGED.search(kind))
    return next((one for value in published if (one := _stated(value))), None)


def _from_address(address: str | None) -> str | None:
    found = _IN_ADDRESS.search((address or "")[:2000])
    return _day("-".join(part for part in found.groups() if part)) if found else None


def _writes_day_first(language: str | None) -> str:
    """The signs between numbers by which a language writes the day first: everywhere but in English of an unknown country."""
    code = (language or "").lower().replace("_", "-")
    return "./-" if _BRITISH.match(code) or (code and not code.startswith("en")) else ""


def _near_headline(lines: Sequence[VisibleLine], begin: int, *, day_first: str) -> Iterator[str]:
    """Days printed on short lines between headline and article, but for those of pictures and of changes."""
    headline = next((place for place, line in enumerate(lines) if "h1" in line.places), begin)
    first, last = sorted((headline, begin))
    if last - first > 60:  # a headline so far off is another one
        first = last
    for line in lines[max(0, first - _ABOVE) : last + _BELOW + 1]:
        if len(line.text) <= _LONGEST_LINE and line.links < 0.8 and not line.hidden and "figcaption" not in line.places:
            yield from _days_in(line.text, day_first)


def _said_in_words(lines: Sequence[VisibleLine], begin: int, *, day_first: str) -> Iterator[str]:
    """Days that a line calls those of publication, that open the article's first paragraph, or that stand linked above it."""
    headline = next((place for place, line in enumerate(lines) if "h1" in line.places), begin)
    for place, line in enumerate(lines):
        if line.hidden:
            continue
        if headline < place < begin and len(line.text) <= _LONGEST_LINE:
            yield from _days_in(line.text, day_first)
        elif begin <= place <= begin + _BELOW and (opens := _OPENS.match(line.text)):
            yield from _days_in(opens["day"], day_first)
        elif place >= begin and len(line.text) <= _LONGEST_LINE and (said := _SAYS.match(line.text)):
            yield from _days_in(said["day"], day_first)


def _days_in(text: str, day_first: str) -> Iterator[str]:
    text = _SHORT_YEAR.sub(r"\g<1>20\2", text)
    for found in _PRINTED.finditer(text):
        before = text[max(0, found.start() - 30) : found.start()]
        written = re.sub(r"(?<=[./-])\s", "", found[0])
        east, numbers = _EAST.fullmatch(written), _DAY_FIRST.fullmatch(written)
        if east:
            written = f"{east[1]}-{int(east[2]):02}-{int(east[3]):02}"
        elif numbers and numbers[2] in day_first:
            written = f"{numbers[4]}-{int(numbers[3]):02}-{int(numbers[1]):02}"
        day = _day(written)
        if day and not _UPDATE.search(before):
            yield day
