"""find_dates(): every date a text names, with what it comes to, how exact it is, and from which base."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd
from tqdm import tqdm

from mediakit.corpus import Corpus
from mediakit.tables import ARTICLES, DATES, LEAD, check, make, plain_rows
from mediakit.text.date_values import is_quoted, speaks_of_the_future, value_of
from mediakit.text.date_words import DateWords, find_date_words

_TEXT_LABELS = ("title", "dek", "body", "subhead")
_PAGE_LABELS = ("date", "byline")
_DATELINE = re.compile(r"\A\W{0,3}[A-ZÀ-Þ][^\n]{0,80}?(?:\)|\s[–—-]{1,2}\s|—)")  # LAGOS, March 3, 2025 (AP) —
_RELATIVE = ("near", "ago", "weekday", "unit", "month day")
_REPORTED = re.compile(
    r"\b(?:sa(?:id|ys?)|told|report(?:ed|s)?|announced?|confirmed|stated|statement|declared|wrote|tweeted|posted|added|interview|briefing"
    r"|according\s+to\s[^.,;:]{1,60}|(?:as\s+)?reported\s+by\s[^.,;:]{1,60})"
    r"(?:\s[^.,;:]{0,25}?)?\s(?:(?:on|late|early|in)\s+)?\Z",
    re.IGNORECASE,
)


class Base(NamedTuple):
    """The date an article was written, as far as it is known, and where that comes from."""

    date: str | None
    basis: str | None


def find_dates(corpus: Corpus) -> pd.DataFrame:
    """Every date that title, summary, body and date lines of an article name: the dates table.

    Parameters: corpus. The base of “yesterday” or “on Friday” is published, with its basis, or else a
    full date in the article's own dateline. Without a base nothing relative gets a value; “last week”,
    “in April” or 03/04/2025 never come to a day.

    Returns one row a date: article_id, story_id, outlet, outlet_key, begin, end, text, value (ISO 8601;
    2025-W12 a week, 2025-Q1 a quarter; NA where it cannot be told), granularity, base and base_basis
    (where the value rests on them), kind (event, report: when something was said, page: of the page
    itself, other: quoted, or coarser than a day).

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry sank on 22 March 2025. Nobody had sailed since Friday."})
    >>> mk.find_dates(corpus)[["text", "value", "granularity"]].astype(object).values.tolist()
    [['22 March 2025', '2025-03-22', 'day'], ['Friday', <NA>, 'day']]
    """
    columns = [*(column.name for column in LEAD), "text", "language", "title", "title_basis",
               "published", "published_granularity", "published_basis"]  # fmt: skip
    rows: list[tuple[object, ...]] = []
    table = check(corpus.articles, ARTICLES)[columns]
    for *lead, text, language, title, title_basis, published, _, basis in tqdm(
        plain_rows(table), total=len(table), desc="finding dates", unit=" articles", delay=2
    ):
        stretches = list(_stretches(corpus, lead[0], text, title, title_basis))
        base = Base(published, basis) if published else _dateline(text, stretches, language)
        rows += [(*lead, *row) for place in stretches for row in _rows(text, place, language, base)]
    return make(rows, DATES)


def _stretches(
    corpus: Corpus, article_id: str, text: str, title: str | None, basis: str | None
) -> Iterator[tuple[int, int, bool]]:
    """Runs of neighbouring lines of one label: begin, end and whether they date the page itself."""
    begin, end, label = 0, 0, ""
    for line, _ in corpus.labelled_lines(article_id, text, title, basis):
        if line.label == label and line.begin == end:
            end = line.end
            continue
        if label in (*_TEXT_LABELS, *_PAGE_LABELS):
            yield begin, end, label in _PAGE_LABELS
        begin, end, label = line.begin, line.end, line.label
    if label in (*_TEXT_LABELS, *_PAGE_LABELS):
        yield begin, end, label in _PAGE_LABELS


def _dateline(text: str, stretches: list[tuple[int, int, bool]], language: str | None) -> Base:
    """A full date in the line that opens the article with a place and an agency, or in a line of dates."""
    for begin, end, page in stretches:
        opening = _DATELINE.match(text[begin:end])
        if page or opening:
            until = end if page else begin + opening.end()  # type: ignore[union-attr]
            for words in find_date_words(text[begin:until], language):
                if words.form == "full" and words.granularity == "day" and words.value:
                    return Base(words.value, "line")
    return Base(None, None)


def _rows(text: str, place: tuple[int, int, bool], language: str | None, base: Base) -> Iterator[tuple[object, ...]]:
    begin, end, page = place
    stretch, after = text[begin:end], 0
    for words in find_date_words(stretch, language):
        quoted = not page and is_quoted(stretch, words.begin)
        reported = bool(_REPORTED.search(stretch[max(words.begin - 110, 0) : words.begin]))
        ahead = not reported and speaks_of_the_future(stretch, words.begin, words.end, after=after)
        known = None if quoted and words.form in _RELATIVE else base.date
        value = value_of(words, known, ahead=ahead)
        rests = value is not None and words.value is None
        yield (
            begin + words.begin, begin + words.end, stretch[words.begin : words.end], value, words.granularity,
            base.date if rests else None, base.basis if rests else None, _kind(words, page, quoted, reported),
        )  # fmt: skip
        after = words.end


def _kind(words: DateWords, page: bool, quoted: bool, reported: bool) -> str:
    if page:
        return "page"
    if quoted or words.granularity != "day":
        return "other"
    return "report" if reported else "event"
