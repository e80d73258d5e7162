"""Title, byline and site of a page, each with its basis; what is doubtful is left out.

A headline is the one readers see, where what the page says for machines agrees with it. Authors are people
only: agencies, desks, roles and the outlet itself are dropped, and a page that names nobody has no byline.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from mediakit.identity import host_of, read_byline, site_of
from mediakit.loaders.html_blocks import VisibleLine
from mediakit.loaders.html_head import Head, names_in
from mediakit.text.words import words_in

_AUTHOR_NAMES = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "og:author",
    "article:author_name", "cxenseparse:author", "authors", "creator", "dc.author", "citation_author", "news:author",
)  # fmt: skip
_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ")
_SITE_AT_MOST, _TITLE_AT_LEAST, _LONGEST_TITLE = 40, 15, 500  # characters
_SAME, _LONGEST_LINE, _ABOVE, _BELOW, _APART = 0.5, 160, 4, 3, 60
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?:\s+(?:(?:de|del|di|da|van|von|der|den|bin|al|el|la|le)\s+)*[A-ZÀ-Þ][\w.'’-]*)+"
_BY = re.compile(
    r"(?:^|[|•·,–-]\s*|\s)(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|[Dd]i|[Tt]ext[eo]?:?|[Aa]utor(?:in)?:?|[Aa]uthor:?|[Aa]uteur:?"
    rf"|[Rr]eporter:?|[Ii]nterview:?|[Dd]oor|[Aa]v|[Aa]f)\s+(?P<who>{_NAME}(?:(?:,\s*|\s+(?:and|und|et|y|e|en|&)\s+){_NAME})*)"
    r"\s*(?=$|[|•·,–(/\d-]|\s(?:on|am|le|el|in|at|for|vom|Published|Updated|Posted|Last)\b)"
)


class Value(NamedTuple):
    """A value and its basis."""

    value: str
    basis: str


def find_title(head: Head, page_title: str, lines: Sequence[VisibleLine], begin: int) -> tuple[Value | None, list[str]]:
    """The headline, and other wordings of it that the page gives.

    Parameters: head, the page's statements; page_title, its title element; lines, the visible lines; begin, the
    place of the article's first line.
    """
    data = next((_clean(title) for article in head.articles if isinstance(title := article.get("headline"), str)), "")
    shared = _clean(head.first("og:title") or "")
    whole = _clean(page_title)
    shown = headline_place(lines, begin)
    seen = lines[shown].text if shown is not None else ""
    stated = [title for title in (shared, whole, data) if title]
    if seen and (not stated or any(_shared_words(seen, title) >= _SAME for title in stated)):
        found: Value | None = Value(seen, "line")
    else:
        best = (data if not seen else "") or without_site(shared) or data or without_site(whole)
        found = Value(best, "meta") if best else (Value(seen, "line") if seen else None)
    others = dict.fromkeys(title for title in (seen, data, without_site(shared), without_site(whole)) if title)
    return found, [title for title in others if found is None or _letters(title) != _letters(found.value)]


def headline_place(lines: Sequence[VisibleLine], begin: int) -> int | None:
    """The place of the headline: of the first-rank headings the last one above the article, or else the first."""
    places = [place for place, line in enumerate(lines) if "h1" in line.places and not line.hidden]
    above = [place for place in places if place <= begin + 2]
    return above[-1] if above else next(iter(places), None)


def without_site(title: str) -> str:
    """A title without the name of the site that many pages put behind it.

    >>> without_site("Ferry halted by cracks | Harbour Herald")
    'Ferry halted by cracks'
    """
    for separator in _SEPARATORS:
        first, found, last = title.rpartition(separator)
        if found and len(first) >= _TITLE_AT_LEAST and len(last) <= min(_SITE_AT_MOST, len(first)):
            return first.strip()
    return title


class Signed(NamedTuple):
    """The people who signed, in one line, and the agency that is credited in their place or beside them."""

    byline: Value | None
    agency: str | None


def find_byline(head: Head, lines: Sequence[VisibleLine], begin: int) -> Signed:
    """Who signed: the first place that names a person, or an agency where none does.

    Parameters: head, the page's statements; lines, the visible lines; begin, the place of the article's first line.
    """
    site, agency = head.first("og:site_name"), None
    for written, basis in _signatures(head, lines, begin):
        read = [read_byline(one, site) for one in written]
        people = dict.fromkeys(person for one in read for person in one.people)
        agency = agency or next((name for one in read for name in one.agencies), None)
        if people:
            return Signed(Value(", ".join(people), basis), agency)
    return Signed(None, agency)


def _signatures(head: Head, lines: Sequence[VisibleLine], begin: int) -> Iterator[tuple[list[str], str]]:
    """Where a page says who wrote the article, the surest place first, each with its basis."""
    article = next(iter(head.articles), {})
    yield names_in(article.get("author") or article.get("creator"), head.persons), "meta"
    for name in _AUTHOR_NAMES:
        yield [value for value in head.meta.get(name, ()) if not value.startswith(("http:", "https:", "//", "@"))], "meta"
    near = [lines[place].text for place in near_headline(lines, begin)]
    yield [found["who"] for text in near if (found := _BY.search(text))], "line"
    visible = " | ".join(near).casefold()
    for marked in head.authors:  # those of other articles are marked up too, but stand elsewhere
        if any(person.casefold() in visible for person in read_byline(marked, head.first("og:site_name")).people):
            yield [marked], "line"


def is_byline(text: str) -> bool:
    """Whether a line says who signed the article.

    >>> is_byline("By Ama Boyle | 22 March 2025"), is_byline("Stopped by Coast Guard")
    (True, False)
    """
    found = _BY.search(text)
    return found is not None and found.start() == 0 and bool(read_byline(found["who"]).people)


def near_headline(lines: Sequence[VisibleLine], begin: int) -> Iterator[int]:
    """Places of the short visible lines around headline and beginning of the article."""
    headline = headline_place(lines, begin)
    first, last = sorted((begin if headline is None else headline, begin))
    first = last if last - first > _APART else first  # a headline so far off is another one
    for place in range(max(0, first - _ABOVE), min(len(lines), last + _BELOW + 1)):
        if len(lines[place].text) <= _LONGEST_LINE and not lines[place].hidden:
            yield place


class Address(NamedTuple):
    """The address a page gives as its own, and another site that it names as the text's home."""

    own: str | None
    original: str | None


def find_address(head: Head, read_at: str | None) -> Address:
    """Where a page says it belongs; where its two statements name two sites, the canonical one is the text's home.

    Parameters: head, the page's statements; read_at, the address it was read at, where that is known: other
    addresses may be relative to it.
    """
    canonical = _address(next(iter(head.links.get("canonical", [])), None), read_at)
    shared = _address(head.first("og:url"), read_at)
    if canonical and shared and read_at is None:
        site, home = site_of(shared), site_of(canonical)
        if site is not None and home is not None and site.key != home.key:
            return Address(shared, home.key)
    return Address(canonical or shared, None)


def _address(written: str | None, base: str | None) -> str | None:
    from urllib.parse import urljoin

    try:
        whole = urljoin(base or "", written.strip()) if written and written.strip() else ""
        return whole if urlsplit(whole).scheme in {"http", "https"} and host_of(whole) else None
    except ValueError:  # half an address in brackets
        return None


def find_language(head: Head) -> str | None:
    """The language a page declares, as a code."""
    written = (head.language or head.first("og:locale", "content-language", "language") or "").strip().replace("_", "-")
    return written if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", written) else None


def _clean(title: str) -> str:
    return " ".join(html.unescape(title).split())[:_LONGEST_TITLE]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _shared_words(seen: str, stated: str) -> float:
    said, known = {*words_in(seen.casefold())}, {*words_in(stated.casefold())}
    return len(said & known) / len(known) if known else 0.0
