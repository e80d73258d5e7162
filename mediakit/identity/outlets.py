"""The outlet that the address of a page names: the site, its editions and its users told apart.

The site is the registered domain (example.co.uk of www.sport.example.co.uk). What stands before it
is a section of the same outlet, unless it names a language or country (an edition), or is the name
of a newspaper itself (japannews, economictimes). Sites that only host others (blogs, channels) are
told apart by user; sites that show what others published are never an outlet.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from mediakit.identity.addresses import host_of, page_address
from mediakit.lexicons import lexicon_words, load_lexicon

_ALIASED, _SUBDOMAIN, _PATH, _AGGREGATOR = "alias", "subdomain", "path", "aggregator"
_DOORS = re.compile(r"^(?:www?\d*|m|mobile|amp|wap|touch|lite|edition|web|beta)$")  # other doors to the same house
_PLAIN = re.compile(r"https?://[^/?#\s\[\]]+(?P<path>[^?#\s]*)(?:[?#].*)?", re.IGNORECASE)  # an address like most
_REGION = re.compile(r"^([a-z]{2})[-_][a-z]{2}$")
_USER = re.compile(r"^@?[\w.\-]{2,80}$")
_NO_USER = {"p", "posts", "post", "watch", "channel", "c", "user", "s", "u", "in", "company", "profile.php", "story.php",
            "permalink.php", "groups", "hashtag", "search", "share", "status", "i", "video", "videos", "reel",
            "events", "pulse"}  # fmt: skip
_USER_BELOW = {"channel", "c", "user", "s", "u", "in", "company", "site", "view", "groups"}
_NAMELESS = ("world", "local", "tech", "sport", "sports", "live", "top", "my", "the", "business", "e", "i", "breaking")


_HOSTS = 10_000  # kept in mind: most articles of a corpus stand on few
_KEPT = 200  # characters; what is longer is no name that comes again


class Site(NamedTuple):
    """An outlet as the address of a page names it."""

    key: str  #: what grouping uses: example.org, de.example.org, example.org/de, harbour.blogspot.com
    evidence: str  #: how the address tells


def site_of(address: str) -> Site | None:
    """The outlet that the address of a page names, or None: no address, or a site that only shows others.

    >>> site_of("https://www.example.co.uk/news/1").key, site_of("https://de.euronews.com/2025/03/22/x").key
    ('example.co.uk', 'de.euronews.com')
    >>> site_of("https://harbour.substack.com/p/ferry").key, site_of("https://news.google.com/articles/x") is None
    ('harbour.substack.com', True)
    """
    page = page_address(address)
    host = host_of(page.address)
    if host is None:
        return None
    path = _path(page.address)
    kind, listed = _listed(host)
    if kind == _AGGREGATOR:
        return None
    if kind in (_SUBDOMAIN, _PATH):
        key = _user_of(host, listed, path, by_path=kind == _PATH)
        told = "the user of a site that hosts many"
    else:
        key, told = _edition(host, path[0].lower() if path else "")
    if key is None:
        return None
    way = f", read by way of {page.by_way_of}" if page.by_way_of else ""
    return Site(key, f"{told}: {host}{way}")


def is_aggregator(address: str, name: str) -> bool:
    """Whether an address is that of a site which shows what others published, and name is that site's own.

    >>> is_aggregator("https://www.msn.com/en-us/news/x", "MSN"), is_aggregator("https://www.msn.com/en-us/news/x", "Reuters")
    (True, False)
    """
    host = host_of(page_address(address).address)
    if host is None or _listed(host)[0] != _AGGREGATOR:
        return False
    said = "".join(filter(str.isalnum, name.casefold()))
    return any(part in said for part in registered_domain(host).split(".")[:1])


def another_site(canonical: str, url: str) -> str | None:
    """The site of the address a page calls its own, where it is another domain's than the address it was read at.

    >>> another_site("https://www.example.org/1", "https://example.net/1")
    'example.org'
    >>> another_site("https://m.example.net/1", "https://example.net/1") is None
    True
    """
    named, read = site_of(canonical), host_of(page_address(url).address)
    host = host_of(page_address(canonical).address)
    if named is None or read is None or host is None or _home(host) == _home(read):
        return None
    return named.key


def _home(host: str) -> str:
    """The registered domain of a host, second addresses of a site taken for the first."""
    domain = registered_domain(host)
    return _alias(host) or _alias(domain) or domain


def outlet_key(outlet: str) -> str:
    """What two spellings of one outlet have in common.

    >>> outlet_key("Harbour  Herald") == outlet_key("harbour herald"), outlet_key("www.Example.org")
    (True, 'example.org')
    """
    return (_key if len(outlet) <= _KEPT else _key.__wrapped__)(outlet)


@lru_cache(_HOSTS)
def _key(outlet: str) -> str:
    host = host_of(outlet)
    if host is None:
        return " ".join(unicodedata.normalize("NFC", outlet).casefold().split())
    site = site_of(outlet)
    return site.key if site else host


@lru_cache(_HOSTS)
def registered_domain(host: str) -> str:
    """The part of a host that someone registered; the last two parts where the ending is not on the list.

    >>> registered_domain("politics.news.example.co.uk"), registered_domain("news.harbour.example")
    ('example.co.uk', 'harbour.example')
    """
    return str(_splitter()(host).top_domain_under_public_suffix) or ".".join(host.split(".")[-2:])


@cache
def _splitter() -> Any:
    """The public suffix list as it ships with tldextract: asked for without an address, it calls nobody and writes nothing."""
    import tldextract

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


@cache
def _sites() -> dict[str, tuple[str, str]]:
    return {row["host"]: (row["kind"], row["site"]) for row in load_lexicon("sites", "any").rows}


@lru_cache(_HOSTS)
def _listed(host: str) -> tuple[str, str]:
    """What the list of sites says of a host or of what it is part of, and the listed host."""
    parts = host.split(".")
    for begin in range(len(parts) - 1):
        name = ".".join(parts[begin:])
        if name in _sites():
            return _sites()[name][0], name
    # a host of many has the ending of each country: blogspot.co.uk
    domain = registered_domain(host)
    first = domain.split(".")[0]
    return (_SUBDOMAIN, domain) if first == "blogspot" else ("", domain)


def _user_of(host: str, platform: str, path: list[str], *, by_path: bool) -> str | None:
    below = [part for part in host.removesuffix(platform).strip(".").split(".") if part and not _DOORS.match(part)]
    name = "blogspot.com" if platform.startswith("blogspot.") else platform
    if below:
        return f"{below[-1]}.{name}"
    if not by_path:
        return None
    steps = path[1:] if path[:1] and path[0].lower() in _USER_BELOW else path
    user = steps[0].lower() if steps and _USER.match(steps[0]) and steps[0].lower() not in _NO_USER else None
    return f"{name}/{user}" if user else None


@lru_cache(_HOSTS)
def _edition(host: str, first: str) -> tuple[str, str]:
    """The key of a site that is an outlet by itself, and what tells; first is the first step of the path, in small letters."""
    domain = registered_domain(host)
    known = next((site for name in (host, domain) if (site := _alias(name))), None)
    if known and known != host:
        return _edition(known, first) if known.count(".") == 1 else (known, "another address of the same site")
    below = [part for part in host.removesuffix(domain).strip(".").split(".") if part and not _DOORS.match(part)]
    at_home = domain.rsplit(".", 1)[-1]  # example.de/de is no other edition than example.de
    if below and below[0] != at_home and _is_edition(below[0], "host"):
        return f"{below[0]}.{domain}", "the edition that the site's name names"
    if below and (title := _title(below[-1])):
        return f"{title}.{domain}", "the title that the site's name names"
    if first and first != at_home and _is_edition(first, "path"):
        return f"{domain}/{first}", "the edition that the address names"
    return domain, "the site of the address"


def _alias(name: str) -> str | None:
    kind, site = _sites().get(name, ("", ""))
    return site if kind == _ALIASED else None


def _is_edition(code: str, where: str) -> bool:
    region = _REGION.match(code)
    kinds = _editions().get(region[1] if region else code)
    return kinds in ("both", where) or (region is not None and kinds is not None)


@cache
def _editions() -> dict[str, str]:
    return {row["code"]: row["where"] for row in load_lexicon("editions", "any").rows}


def _title(part: str) -> str | None:
    """A part of a site's name that is a newspaper's: a word of titles together with another word."""
    for word in lexicon_words("title_words", "any"):
        rest = part.removesuffix(word) if part.endswith(word) else part.removeprefix(word)
        if rest != part and len(rest.strip("-")) > 1 and rest.strip("-") not in _NAMELESS:
            return part
    return None


def _path(address: str) -> list[str]:
    """The steps of an address's path."""
    if plain := _PLAIN.fullmatch(address):
        return [part for part in plain["path"].split("/") if part]
    shown = address if "//" in address else f"//{address}"
    try:
        return [part for part in urlsplit(shown).path.split("/") if part]
    except ValueError:  # half an address in brackets
        return []
