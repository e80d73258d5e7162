"""The label of every line of a page, once it is known which lines are the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mediakit.loaders.html_blocks import VisibleLine
from mediakit.loaders.html_body import Choice, is_heading
from mediakit.loaders.html_meta import headline_place, is_byline
from mediakit.loaders.records import Label
from mediakit.text.dates import read_date
from mediakit.text.words import words_in

_BODY = "article"
#: rules that know a line only by where it stands; its own words may say more
OUTSIDE_ARTICLE, SITE_FURNITURE = "outside_article", "site_furniture"
_DEK_NAMED = re.compile(
    r"\bdek\b|lead\b|lede|intro|summary|standfirst|sub-?title|sub-?head|teaser|excerpt|preamble|kicker|deck|abstract"
)
_DEK_AT_LEAST, _DEK_AT_MOST, _NEAR = 5, 90, 25  # words, words, lines between headline and article
_FIRST, _BYLINE_AT_MOST = 5, 16  # lines into the article where a byline may stand; words
#: boxes beside the article, by what their classes and ids say
_BOXES = (
    ("comment_form", re.compile(r"\bcomments?\b|comment-?(?:form|list|respond)|\bdisqus")),
    ("share", re.compile(r"\bshar(?:e|ing)\b|social-?(?:share|links|media)|share-?(?:bar|buttons?|tools)")),
    ("related", re.compile(r"\brelated\b|related-|recommend|read-?(?:more|next|also)|trending|most-?(?:read|popular)")),
)
#: what a rule of html_body took away from the extractor's answer is labelled as
_REMOVED = {
    "headline": ("other", "a heading of the first rank, as headlines are"),
    "link": ("related", "nothing but links to other pages"),
    "page_header": ("other", "stands in the page's header"),
    "caption": ("caption", "stands in a caption or an aside"),
    "named_aside": ("other", "its box is named as something beside the article"),
    "repeated": ("other", "stands in the article again and again"),
    "single_extractor": ("other", "only one of three extractors takes it for the article"),
    "hidden": ("other", "hidden"),
}


def label_lines_of_page(
    lines: Sequence[VisibleLine], choice: Choice, others: Sequence[set[int]], title: str | None
) -> list[Label | None]:
    """One label a line; all None where nothing was taken, so that the rules for plain text decide.

    Parameters: lines, the visible lines; choice, those taken for the article; others, those that the other
    extractors took; title, the headline.
    """
    if not choice.taken:
        return [None] * len(lines)
    begin, end = min(choice.taken), max(choice.taken)
    headline = _headline(lines, title, begin)
    labels: list[Label | None] = []
    for place, line in enumerate(lines):
        if place == headline:
            label = Label("title", "page_headline", "certain", "the headline by its markup, or equal to the title the page gives")
        elif place == begin and headline is not None and _is_summary(lines, place, choice.taken):
            label = Label("dek", "first_of_its_kind", "likely", "opens the article, named as a summary, in an element of its own")
        elif place in choice.taken:
            label = (_signature(line) if place - begin < _FIRST else None) or _of_article(
                line, sum(place in other for other in others), len(others)
            )
        elif place in choice.removed and choice.removed[place] != "headline":
            label = Label(_REMOVED[choice.removed[place]][0], choice.removed[place], "likely", _REMOVED[choice.removed[place]][1])
            if headline is not None and headline < place < begin:
                label = _above_article(line) or label
        elif headline is not None and headline < place < begin and begin - headline <= _NEAR:
            label = _above_article(line) or _outside(line)
        elif "figcaption" in line.places and begin <= place <= end:
            label = Label("caption", "figcaption", "certain", "a caption by its markup")
        else:
            label = _outside(line)
        labels.append(label)
    return labels


def _headline(lines: Sequence[VisibleLine], title: str | None, begin: int) -> int | None:
    """The line that is the headline: the one with the title's words, nearest to the article."""
    words = words_in((title or "").casefold())
    same = [place for place, line in enumerate(lines[: begin + 1]) if words and words_in(line.text.casefold()) == words]
    return same[-1] if same else headline_place(lines[: begin + 1], begin)


def _is_summary(lines: Sequence[VisibleLine], begin: int, taken: set[int]) -> bool:
    """Whether the article's first line is its summary: named so, and the only one in its kind of element."""
    first = lines[begin]
    alone = all(lines[place].kind != first.kind for place in taken if place != begin)
    return alone and bool(_DEK_NAMED.search(first.kind.lower())) and len(words_in(first.text)) <= _DEK_AT_MOST


def _of_article(line: VisibleLine, n_agree: int, n_others: int) -> Label:
    confidence = "certain" if n_agree == n_others > 0 else "likely" if n_agree else "check"
    told = f"{n_agree + 1} of {n_others + 1} extractors take it for the article"
    if is_heading(line):
        return Label("subhead", "heading", confidence, f"a heading inside the article; {told}")
    return Label("body", _BODY, confidence, told)


def _signature(line: VisibleLine) -> Label | None:
    """A line that says who wrote the article or when, and nothing else."""
    n_words = len(words_in(line.text))
    if n_words <= _BYLINE_AT_MOST and is_byline(line.text):
        return Label("byline", "by_line", "certain", "says who wrote it, by the headline")
    if n_words <= _BYLINE_AT_MOST and read_date(line.text):
        return Label("date", "dateline_only", "certain", "nothing but a date, by the headline")
    return None


def _above_article(line: VisibleLine) -> Label | None:
    """What a line between headline and article is, where it can be told."""
    if signature := _signature(line):
        return signature
    if "figcaption" in line.places:
        return Label("caption", "figcaption", "certain", "a caption by its markup")
    plain = line.links < 0.5 and _DEK_AT_LEAST <= len(words_in(line.text)) <= _DEK_AT_MOST
    if plain and (_DEK_NAMED.search(line.named) or is_heading(line) or "header" in line.places):
        return Label("dek", "under_headline", "likely", "stands between headline and article, named or set as its summary")
    return None


def _outside(line: VisibleLine) -> Label:
    for label, named in _BOXES:
        if named.search(line.named):
            return Label(label, "named_box", "likely", "outside the article, in a box that is named so")
    if "©" in line.text:
        return Label("legal", "legal", "certain", "claims rights")
    if {"nav", "footer", "form", "button"} & {*line.places}:
        return Label("other", SITE_FURNITURE, "certain", f"stands in the page's {line.places[-1]}")
    return Label("other", OUTSIDE_ARTICLE, "likely", "no extractor's answer, checked, has it in the article")
