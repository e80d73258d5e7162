"""Which lines of a page are the article: three independent extractors asked, and rules about what they tend to take along.

trafilatura's answer is the start. A line that neither of the others has, and that is a small part of it, is
dropped; a paragraph in the same kind of element as the article's, which another extractor has, is added.
Then go what markup names as something else: the page's headline and what stands above the article,
links to other articles, captions, boxes named after newsletters, recommendations and the like. Each rule
takes away only a small part of the answer: where it would take the most, it was not meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from typing import NamedTuple

from mediakit.loaders.html_blocks import VisibleLine
from mediakit.text.words import words_in

#: what a class or id calls a box that is not the article's own text
_NAMED_ASIDE = re.compile(
    r"newsletter|subscri|sign-?up|paywall|regwall|registration|\bwall\b|-wall\b|consent|cookie|placeholder|promo|related|recommend"
    r"|read-?(?:more|also|next)|more-?(?:on|from|stories|news)|teaser|sponsor|advert|banner|social|sharing|\bshare|comment"
    r"|disclaimer|author-?(?:bio|box|info)|\bbio\b|breadcrumb|\btags?\b|credit|caption|outbrain|taboola|embed|widget"
    r"|trending|popular|donat|sign-?in|log-?in|\bfollow|app-?store|info-?box|fact-?box|second-article|gallery"
)
_SIGN_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[.!?…。！？।۔][\"”“’‘»«›‹」』)\]]*\s*$")
_PROSE, _LONG, _MOSTLY_LINKS = 8, 40, 0.8  # words, words, share of characters
_MOST, _HALF, _SAME_KIND, _SEEN, _REPEATED = 0.7, 0.5, 0.2, 0.3, 3
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

Lines = Sequence[VisibleLine]
Places = set[int]


class Choice(NamedTuple):
    """The lines taken for the article, and what was taken away from the extractor's answer, by rule."""

    taken: Places
    removed: dict[int, str]


def choose(lines: Lines, first: Places, others: Sequence[Places]) -> Choice:
    """The article's lines, from three answers.

    Parameters: lines, the visible lines; first, the places trafilatura took; others, those the other
    extractors took.
    """
    removed: dict[int, str] = {}
    taken = set(first)

    def drop(rule: str, keep: Callable[[int], bool], least: float) -> None:
        kept = {place for place in taken if keep(place)}
        if size_of(lines, kept) >= least * size_of(lines, taken):
            removed.update(dict.fromkeys(taken - kept, rule))
            taken.intersection_update(kept)

    drop("single_extractor", lambda place: any(place in other for other in others), _HALF)
    taken |= _of_the_same_kind(lines, taken, others)
    drop("headline", lambda place: "h1" not in lines[place].places, 0)
    drop("link", lambda place: lines[place].links < _MOSTLY_LINKS, 0)
    drop("page_header", lambda place: "header" not in lines[place].places, _MOST)
    drop("hidden", lambda place: not lines[place].hidden, _SEEN)
    drop("named_aside", lambda place: not _NAMED_ASIDE.search(lines[place].named), _MOST)
    drop("caption", lambda place: not {"figcaption", "aside"} & {*lines[place].places}, 0)
    often = Counter(lines[place].text for place in taken)
    drop("repeated", lambda place: often[lines[place].text] < _REPEATED or "table" in lines[place].places, _MOST / 2)
    return Choice(taken, {place: rule for place, rule in removed.items() if place not in taken})


def size_of(lines: Lines, places: Collection[int]) -> int:
    """Characters in the lines at places."""
    return sum(len(lines[place].text) for place in places)


def agreement(lines: Lines, one: Places, other: Places) -> float:
    """Share of the characters of two answers that both have."""
    either = size_of(lines, one | other)
    return size_of(lines, one & other) / either if either else 0.0


def is_prose(line: VisibleLine) -> bool:
    """Whether a line reads like running text: some words, few of them links, closed like a sentence."""
    n_words = words_at_most(line.text, _LONG) if line.links < _HALF else 0
    return n_words >= _LONG or (n_words >= _PROSE and bool(_SENTENCE_END.search(line.text[-20:])))


def words_at_most(text: str, most: int) -> int:
    """Words in the beginning of a text; signs of scripts without spaces count two to a word.

    >>> words_at_most("It did not sail.", 40), words_at_most("渡船は出なかった。", 40)
    (4, 4)
    """
    n_signs = len(_SIGN_SCRIPT.findall(text[: 20 * most]))
    return min(most, n_signs // 2 or len(words_in(text[: 20 * most])))


def is_heading(line: VisibleLine) -> bool:
    """Whether a line is a heading by its markup."""
    return not _HEADINGS.isdisjoint(line.places)


def _of_the_same_kind(lines: Lines, taken: Places, others: Sequence[Places]) -> Places:
    """Paragraphs below the article's first line, in elements classed like those it mostly stands in."""
    kinds: Counter[str] = Counter()
    for place in taken:
        if is_prose(lines[place]):
            kinds[lines[place].kind] += len(lines[place].text)
    least = _SAME_KIND * kinds.total()
    begin = min(taken, default=len(lines))
    return {
        place
        for other in others
        for place in other - taken
        if place > begin and lines[place].kind.strip() and kinds[lines[place].kind] >= least and is_prose(lines[place])
    }


def extract(marked: object, source: str) -> tuple[str, list[str | None]]:
    """The answers of trafilatura and of the other extractors to a marked page; None where one gave up.

    Parameters: marked, the tree, which is used up; source, the same page as text.
    """
    others = [_readability(source), _resiliparse(source)]
    return _trafilatura(marked), others


def _trafilatura(tree: object) -> str:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, with_metadata=False, include_comments=False)
    return (getattr(found, "text", None) or "") if found else ""


def _readability(source: str) -> str | None:
    from lxml import html
    from readability import Document

    with suppress(Exception):  # it raises on empty and odd pages; then it has no say
        return str(html.fromstring(Document(source).summary()).text_content())
    return None


def _resiliparse(source: str) -> str | None:
    from resiliparse.extract.html2text import extract_plain_text

    with suppress(Exception):  # as above
        return str(extract_plain_text(source, main_content=True, alt_texts=False, links=False, form_fields=False, noscript=False))
    return None
