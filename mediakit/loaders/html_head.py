"""What a page says about itself for machines: JSON-LD, meta elements, link elements, and marked-up times and authors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LARGEST, _DEEPEST, _MOST = 1_000_000, 8, 2000  # characters of one script; nesting; objects
_ARTICLE = re.compile(r"Article$|^(?:Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|Review|ReportageNewsArticle)$")
_CONTROL = re.compile(r"[\x00-\x1f]")
_LONGEST = 2000  # characters of one value


class Head(NamedTuple):
    """Raw statements of a page, by where they stand; each list in the order of the page."""

    articles: list[dict[str, Any]]  #: JSON-LD objects of articles
    persons: dict[str, str]  #: JSON-LD @id to name
    meta: dict[str, list[str]]  #: meta elements by name or property, in lower case
    links: dict[str, list[str]]  #: link elements by rel
    times: list[tuple[str, str]]  #: time elements: the machine's date, and the classes and kind it stands in
    page_dates: list[str]  #: JSON-LD dates of publication of the page, where it is no article by its type
    authors: list[str]  #: text of elements marked up as the author
    language: str | None

    def first(self, *names: str) -> str | None:
        """The first value of the first of these meta elements that has one."""
        return next((value for name in names for value in self.meta.get(name, ()) if value), None)


def read_head(root: HtmlElement) -> Head:
    """The statements of a page about itself; broken ones are passed over."""
    meta: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        value = _plain(element.get("content"))
        if name and value:
            meta.setdefault(name, []).append(value)
    links: dict[str, list[str]] = {}
    for element in root.iter("link"):
        if element.get("rel") and element.get("href"):
            links.setdefault(element.get("rel", "").strip().lower(), []).append(element.get("href", "").strip()[:_LONGEST])
    objects = [found for script in root.iter("script") if _is_data(script) for found in _objects(_load(script.text or ""))]
    articles = [found for found in objects if any(map(_ARTICLE.search, _types(found)))]
    persons = {
        str(found["@id"]): str(found["name"]) for found in objects if "@id" in found and isinstance(found.get("name"), str)
    }
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    pages = [found for found in objects if "WebPage" in _types(found)]
    page_dates = [_plain(found.get("datePublished")) for found in pages]
    return Head(articles, persons, meta, links, _times(root), page_dates, _authors(root), language)


def _plain(value: object) -> str:
    return " ".join(value.split())[:_LONGEST] if isinstance(value, str) else ""


def _is_data(script: HtmlElement) -> bool:
    return "ld+json" in script.get("type", "").lower()


def _load(text: str) -> object:
    if len(text) > _LARGEST:
        return None
    text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*;?\s*$", "", text)
    try:
        return json.loads(_CONTROL.sub(" ", text), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(data: object) -> Iterator[dict[str, Any]]:
    """Every object of a JSON-LD script that stands at its top, in a graph or as a main entity."""
    waiting, seen = [(data, 0)], 0
    while waiting and seen < _MOST:
        value, depth = waiting.pop(0)
        seen += 1
        if isinstance(value, list) and depth < _DEEPEST:
            waiting += [(item, depth + 1) for item in value]
        elif isinstance(value, dict):
            yield value
            if depth < _DEEPEST:
                waiting += [(value[name], depth + 1) for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in value]


def _types(found: dict[str, Any]) -> list[str]:
    kind = found.get("@type")
    return [str(one) for one in kind] if isinstance(kind, list) else [str(kind or "")]


def _times(root: HtmlElement) -> list[tuple[str, str]]:
    return [
        (value.strip()[:40], f"{element.get('itemprop', '')} {element.get('class', '')} {parent_class(element)}".lower())
        for element in root.iter("time")
        if (value := element.get("datetime") or "")
    ][:200]


def parent_class(element: HtmlElement) -> str:
    """Classes of the two elements around one."""
    around = element.iterancestors()
    return " ".join(one.get("class", "") for one, _ in zip(around, range(2), strict=False))


def _authors(root: HtmlElement) -> list[str]:
    """Text of elements that markup calls the author, the outermost of nested ones, in short ones only."""
    marked = root.xpath(
        "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline') or contains(@class, 'Byline')"
        " or contains(@class, 'author-name') or contains(@class, 'author__name') or contains(@class, 'authorName')]"
    )
    texts = (" ".join(element.text_content().split()) for element in marked[:40])
    return list(dict.fromkeys(text for text in texts if 2 < len(text) <= 120))


def names_in(value: object, persons: dict[str, str]) -> list[str]:
    """The names in a JSON-LD author: a name, an object with one, a reference to one, or a list of these.

    >>> names_in([{"@type": "Person", "name": "Ama Boyle"}, "Raj Nair", {"@id": "#x"}], {"#x": "Uche Eze"})
    ['Ama Boyle', 'Raj Nair', 'Uche Eze']
    """
    names: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            if "Organization" in _types(one):
                continue
            name = one.get("name") or persons.get(str(one.get("@id"))) or ""
            names += [_plain(part) for part in (name if isinstance(name, list) else [name])]
        elif isinstance(one, str):
            names.append(_plain(one))
    return [name for name in names if name]
