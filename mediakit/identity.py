"""Who published an article, and when: what was given, put into one form; nothing is guessed."""

import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlsplit

_HOST = re.compile(r"^(?:https?://)?(?:www\.)?(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})(?:[:/?#].*)?$", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}.*)?)?)?", re.ASCII)


def host_of(address: str) -> str | None:
    """The site an address belongs to, without “www.”, or None when it is no address.

    >>> host_of("https://www.example.org/news/1"), host_of("Harbour Herald")
    ('example.org', None)
    """
    found = _HOST.match(address.strip())
    if not found:
        return None
    host = urlsplit(f"//{found['host']}").hostname
    return host.lower() if host else None


def outlet_key(outlet: str) -> str:
    """What two spellings of one outlet have in common.

    >>> outlet_key("Harbour  Herald") == outlet_key("harbour herald"), outlet_key("www.Example.org")
    (True, 'example.org')
    """
    return host_of(outlet) or " ".join(unicodedata.normalize("NFC", outlet).casefold().split())


def unknown_labels(article_ids: Iterable[str]) -> dict[str, str]:
    """How articles without a known outlet are shown, each by the shortest telling start of its name.

    >>> unknown_labels(["001_ab", "002_cd"])
    {'001_ab': 'unknown (001…)', '002_cd': 'unknown (002…)'}
    """
    ids = list(article_ids)
    short = {article_id: re.split(r"[_\s]", article_id, maxsplit=1)[0] for article_id in ids}
    taken = Counter(short.values())
    return {
        article_id: f"unknown ({start}…)" if len(start) >= 3 and taken[start] == 1 and start != article_id
        else f"unknown ({article_id})"
        for article_id, start in short.items()
    }  # fmt: skip


def read_date(written: str) -> tuple[str, str] | None:
    """A date in ISO 8601 and how exact it is, or None where it is written in any other way.

    >>> read_date("2025-03-22T08:00:00Z"), read_date("2025-03"), read_date("03/04/2025")
    (('2025-03-22', 'day'), ('2025-03', 'month'), None)
    """
    found = _DATE.fullmatch(written.strip())
    if not found:
        return None
    parts = [part for part in found.groups() if part]
    try:
        datetime.date(*map(int, parts), *[1] * (3 - len(parts)))
    except ValueError:  # no such day
        return None
    return "-".join(parts), ("year", "month", "day")[len(parts) - 1]
