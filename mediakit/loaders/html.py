"""Saved pages: the visible text of each, one block a line, every line labelled.

trafilatura and two other extractors say which lines are the article; what they leave out stays in the text
under its own label. The page's statements about itself (title, authors, day, address) come with their basis.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mediakit.loaders.decode import repair
from mediakit.loaders.html_align import MOST_LINES, mark, taken_lines
from mediakit.loaders.html_blocks import VisibleLine, text_of, visible_lines
from mediakit.loaders.html_body import Choice, choose, extract
from mediakit.loaders.html_dates import find_published
from mediakit.loaders.html_doubt import CHECK_FROM, doubts
from mediakit.loaders.html_head import Head, read_head
from mediakit.loaders.html_label import label_lines_of_page
from mediakit.loaders.html_meta import find_address, find_byline, find_language, find_title
from mediakit.loaders.html_page import LARGEST_PAGE, UnreadablePageError, decode_page, looks_like_html, tree_of
from mediakit.loaders.records import Found, Problem, Record, faulty_text
from mediakit.text.language import identify_language

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SAVE = "open the page in a browser and save it again, or copy the article into a .txt file"
#: what browsers and SingleFile write into a page they save
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s>]{1,2000})", re.IGNORECASE
)


class Page(NamedTuple):
    """The visible lines of a page, those taken for the article, and how doubtful that is."""

    lines: list[VisibleLine]
    choice: Choice
    others: list[set[int]]
    doubts: dict[str, float]

    @property
    def begin(self) -> int:
        """The place of the article's first line."""
        return min(self.choice.taken, default=0)


def recognize_html(head: bytes, _file: Path) -> bool:
    """Whether a file begins like a page."""
    return looks_like_html(head)


def read_html(file: Path, path: str, _columns: dict[str, str] | None) -> Iterator[Found]:
    """The article of a saved page, or why there is none; there are no columns to map."""
    size = file.stat().st_size
    if size > LARGEST_PAGE:
        what = f"{size:,} bytes, more than a page of news can have ({LARGEST_PAGE:,})"
        yield Problem(path, None, None, what, _SAVE, "quarantined")
        return
    yield from read_page(file.read_bytes(), path)


def read_page(
    data: bytes,
    path: str,
    *,
    number: int | None = None,
    charset: str | None = None,
    address: str | None = None,
    seen: str | None = None,
) -> Iterator[Found]:
    """The article of a page, and what is to be said about it.

    Parameters: data, the page; path, its file as shown in problems; number, which page of the file it is;
    charset, as its server declared it; address, where it was read; seen, the day it was read: it was not
    published later.
    """
    try:
        source, remarks = decode_page(data, charset)
        root = tree_of(source)
    except UnreadablePageError as error:
        yield Problem(path, number, None, str(error), _SAVE, "quarantined")
        return
    saved = _SAVED_FROM.search(source[:4096])
    address = address or (saved[1] if saved else None)
    head, page_title = read_head(root), root.findtext(".//title") or ""
    page = read_lines(root)
    for remark in remarks:
        yield Problem(path, number, "text", remark.what, remark.mend, remark.fate)
    fields, bases = _fields(page, head, page_title, address)
    if seen and fields.get("published", "") > seen and not _is_next_day(fields["published"], seen):
        what = f"published on {fields.pop('published')}, after it was read on {seen}; the date is left out"
        yield Problem(path, number, "published", what, "write the right date into manifest.csv", "flagged")
    yield from _record(page, fields, bases, path, number)


def _is_next_day(day: str, seen: str) -> bool:
    """A day's difference is one of time zones."""
    return (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(seen)).days <= 1


def read_lines(root: HtmlElement) -> Page:
    """The visible lines of a page and those that are the article; the tree is used up."""
    from lxml import html

    lines, nodes = visible_lines(root)
    if len(lines) >= MOST_LINES:
        return Page(lines, Choice(set(), {}), [], doubts(lines, set(), []))
    mark(nodes)
    answer, answers = extract(root, html.tostring(root, encoding="unicode"))
    others = [taken_lines(lines, other) for other in answers if other is not None]
    choice = choose(lines, taken_lines(lines, answer), others)
    return Page(lines, choice, others, doubts(lines, choice.taken, others))


def _record(page: Page, fields: dict[str, str], bases: dict[str, str], path: str, number: int | None) -> Iterator[Found]:
    shown = [place for place, line in enumerate(page.lines) if not line.hidden or place in page.choice.taken]
    text = text_of(page.lines[place] for place in shown)
    fault = faulty_text(path, number, text)
    if fault:
        yield fault._replace(what="no visible text", mend=_SAVE) if not text.strip() else fault
        return
    labels = label_lines_of_page(page.lines, page.choice, page.others, fields.get("title"))
    repaired, remarks = repair(text)
    if repaired.count("\n") == text.count("\n"):  # or the lines would no longer be those that were labelled
        text = repaired
        for remark in remarks:
            yield Problem(path, number, "text", remark.what, remark.mend, remark.fate)
    flags: tuple[str, ...] = ()
    if sum(page.doubts.values()) >= CHECK_FROM:
        flags = ("check_extraction",)
        what = f"the article may not have been cut out of the page well: {'; '.join(page.doubts)}"
        mend = "look at its lines; correct labels in corrections.csv, or save the page again"
        yield Problem(path, number, "text", what, mend, "flagged")
    known = tuple(labels[place] for place in shown)
    evidence = "the name of the site that the page states" if "outlet" in fields else None
    yield Record(path, number, None, text, fields, labels=known, flags=flags, bases=bases, evidence=evidence)


def _fields(page: Page, head: Head, page_title: str, read_at: str | None) -> tuple[dict[str, str], dict[str, str]]:
    """What the page says about itself, and the basis of each value that does not come from its markup."""
    title, others = find_title(head, page_title, page.lines, page.begin)
    signed = find_byline(head, page.lines, page.begin)
    address = find_address(head, read_at)
    dated = find_published(head, page.lines, page.begin, read_at or address.own)
    found = {"title": title, "byline": signed.byline, "published": dated}
    fields = {name: value[0] for name, value in found.items() if value is not None}
    bases = {name: value[1] for name, value in found.items() if value is not None}
    site_name = head.first("og:site_name") or _publisher(head)
    plain = {
        "url": read_at,
        "original_source": address.original or signed.agency,
        "language": _language(page, find_language(head)),
        "outlet": site_name if read_at is None and address.own is None else None,
        "site_name": site_name,
        "canonical_url": address.own,
        "other_titles": " | ".join(others) or None,
    }
    fields |= {name: repair(value)[0] for name, value in plain.items() if value}
    return fields, bases


def _language(page: Page, declared: str | None) -> str | None:
    """The language a page declares, unless its article is in another: many templates say “en” of every page."""
    found = identify_language("\n".join(page.lines[place].text for place in sorted(page.choice.taken)))
    return declared if declared and found in (None, declared.lower().split("-")[0]) else None


def _publisher(head: Head) -> str | None:
    publishers: Sequence[object] = [article.get("publisher") for article in head.articles]
    names = (publisher.get("name") for publisher in publishers if isinstance(publisher, dict))
    return next((" ".join(name.split()) for name in names if isinstance(name, str) and name.strip()), None)
