"""Every place where words stand that may be copies: quotations, and an outlet's own words outside the marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.document import Document, documents
from mediakit.quotes.own_words import stretches_of
from mediakit.tables import LEAD, plain_rows

_FEWEST_OWN = 4  # words outside marks that may be a copy, by the spaces between them


class Mention(NamedTuple):
    """One stretch of one article."""

    lead: tuple[str, str | None, str | None, str | None]  #: article_id, story_id, outlet, outlet_key
    quote_no: int | None  #: None outside quotation marks
    begin: int
    end: int
    text: str

    @property
    def place(self) -> tuple[bool, str, int, int]:
        """What mentions are sorted by: quotations first, then by article and place."""
        return self.quote_no is None, self.lead[0], self.begin, self.end


def mentions_of(quotes: pd.DataFrame) -> Iterator[Mention]:
    """Every quotation of a quotes table."""
    columns = [*(column.name for column in LEAD), "quote_no", "begin", "end", "text"]
    for *lead, quote_no, begin, end, text in plain_rows(quotes[columns]):
        yield Mention((lead[0], lead[1], lead[2], lead[3]), quote_no, begin, end, text or "")


def own_words_of(corpus: Corpus) -> Iterator[Mention]:
    """What stands outside quotation marks, sentence by sentence."""
    for lead, document in documents(corpus):
        for begin, end in _outside(document):
            text = document.text[begin:end]
            if text.count(" ") >= _FEWEST_OWN - 1:
                yield Mention(lead, None, begin, end, text)  # type: ignore[arg-type]  # the columns of LEAD


def _outside(document: Document) -> Iterator[tuple[int, int]]:
    """The stretches of each sentence that are in no quotation marks."""
    quoted = sorted((stretch.begin, stretch.end) for stretch in stretches_of(document) if stretch.depth == 1)
    first = 0
    for sentence in document.sentences:
        begin = sentence.begin
        while first < len(quoted) and quoted[first][1] <= begin:
            first += 1
        for quoted_begin, quoted_end in quoted[first:]:
            if quoted_begin >= sentence.end:
                break
            if begin < quoted_begin:
                yield begin, quoted_begin
            begin = quoted_end
        if begin < sentence.end:
            yield begin, sentence.end


def in_scopes(mentions: list[Mention], scope: str) -> tuple[list[Mention], list[int]]:
    """The mentions in a fixed order whatever the order of the articles, and the number of the scope of each.

    Mentions of one scope are compared with one another. An article without a story is compared with itself alone, unless no
    article has one: then all are one story.
    """
    together = scope == "corpus" or all(mention.lead[1] is None for mention in mentions)
    ordered = sorted(mentions, key=lambda mention: mention.place)
    if together:
        return ordered, [0] * len(ordered)
    ordered.sort(key=_scope_of)
    names = [*map(_scope_of, ordered)]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return ordered, [numbers[name] for name in names]


def _scope_of(mention: Mention) -> tuple[str, str]:
    article_id, story_id, *_ = mention.lead
    return story_id or "", "" if story_id else article_id
