"""Addresses: the site one belongs to, and the page behind the address of an archive or a copy."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

_HOST = re.compile(r"^(?:https?://)?(?:www\.)?(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})(?:[:/?#].*)?$", re.IGNORECASE)
_LONGEST = 4000  # characters; no page has a longer address
_NESTED = 3  # an archived copy of an archived copy; more is a trick


def host_of(address: str) -> str | None:
    """The site an address belongs to, without “www.”, or None when it is no address.

    >>> host_of("https://www.example.org/news/1"), host_of("Harbour Herald")
    ('example.org', None)
    """
    found = _HOST.match(address.strip()) if len(address) <= _LONGEST else None
    return found["host"].lower() if found else None


class Page(NamedTuple):
    """The address of a page, and by way of which copy of it the article was read."""

    address: str
    by_way_of: str | None = None


def page_address(address: str) -> Page:
    """The page that an address leads to: the archived one, where it is an archive's.

    >>> page_address("https://web.archive.org/web/20250322080000/http://www.example.org/news/1")
    Page(address='http://www.example.org/news/1', by_way_of='web.archive.org')
    >>> page_address("https://www.example.org/news/1").by_way_of is None
    True
    """
    return _page(address.strip()) if len(address) <= _LONGEST else Page(address.strip())


@lru_cache(100)  # an address is asked about more than once before the next one comes
def _page(address: str) -> Page:
    page = Page(address)
    if not _MAY_BE_COPY.search(address):
        return page
    for _ in range(_NESTED):
        host = host_of(page.address)
        found = next((inner for copy in _COPIES if host and (inner := copy(host, page.address))), None)
        if found is None or host_of(found) is None:
            break
        page = Page(found, page.by_way_of or host)
    return page


_MAY_BE_COPY = re.compile(r"archive\.|goog|ampproject", re.IGNORECASE)  # stands in every address that one of these fits
_WAYBACK = re.compile(r"^https?://(?:web\.|www\.)?archive\.org/web/(?:\d{1,14}|\*)[a-z_]*\*?/(?P<page>.+)$", re.IGNORECASE)
_ARCHIVE_TODAY = re.compile(
    r"^https?://archive\.(?:today|is|ph|vn|md|li|fo)/(?:o/\w+/|[\d.-]{8,20}/)(?P<page>https?:/.+)$", re.IGNORECASE
)
_GOOGLE_AMP = re.compile(r"^https?://(?:www\.)?google\.[a-z.]{2,6}/amp/(?:s/)?(?P<page>.+)$", re.IGNORECASE)
_AMP_CACHE = re.compile(r"^https?://[a-z0-9.-]*cdn\.ampproject\.org/\w/(?:s/)?(?P<page>.+)$", re.IGNORECASE)
_SCHEME = re.compile(r"^(https?):/+", re.IGNORECASE)


def _after(pattern: re.Pattern[str]) -> Callable[[str, str], str | None]:
    def read(_host: str, address: str) -> str | None:
        found = pattern.match(address)
        return _with_scheme(found["page"]) if found else None

    return read


def _with_scheme(page: str) -> str:
    """The address with its two slashes, one of which archives tend to lose."""
    page = unquote(page) if page.lower().startswith(("http%3a", "https%3a")) else page
    return _SCHEME.sub(lambda found: f"{found[1]}://", page) if _SCHEME.match(page) else f"http://{page}"


def _from_query(host: str, address: str) -> str | None:
    """The page that an address names as a parameter: a search engine's cache, a link that leads on."""
    leads_on = host.startswith("webcache.googleusercontent.") or (host.startswith("google.") and "/url?" in address)
    if not leads_on:
        return None
    query = parse_qs(urlsplit(address).query, max_num_fields=40)
    value = next((query[name][0] for name in ("q", "url") if name in query), "")
    if value.startswith("cache:"):  # cache:page, or cache:twelve signs:page
        value = re.sub(r"^cache:(?:[\w-]{12}:)?", "", value).split(" ")[0]
        return _with_scheme(value)
    return value if _SCHEME.match(value) else None


def _from_host(host: str, _address: str) -> str | None:
    """The site that a translated or cached copy carries in its own name: www-example-org.translate.goog."""
    for ending in (".translate.goog", ".cdn.ampproject.org"):
        if host.endswith(ending):
            name = host.removesuffix(ending)
            return "http://" + name.replace("--", "\0").replace("-", ".").replace("\0", "-")
    return None


_COPIES: tuple[Callable[[str, str], str | None], ...] = (
    _after(_WAYBACK),
    _after(_ARCHIVE_TODAY),
    _after(_GOOGLE_AMP),
    _after(_AMP_CACHE),
    _from_query,
    _from_host,
)
