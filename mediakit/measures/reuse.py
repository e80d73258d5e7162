"""How much of an article stands elsewhere: its quotations, with what differs there, and its text, with or without credit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from mediakit.document import Document
from mediakit.measures.measure import Measure, Reading
from mediakit.reuse.stretches import TEXT, count_words, joined, within
from mediakit.text.words import words_in

FEWEST_WORDS = 4  #: of a quotation that can be recognized elsewhere; shorter ones do not count

#: changes of the words themselves; a quotation that was only cut at an edge, or visibly, says what it says
ALTERED = frozenset({"typo", "contraction", "dropped", "substituted", "tense", "number", "negated", "merged", "reordered"})

Rows = Sequence[Any]


def _countable(quotes: Rows) -> set[int]:
    """The quotations that are long enough to be found again."""
    return {quote.quote_no for quote in quotes if len(words_in(quote.text)) >= FEWEST_WORDS}


def _elsewhere(links: Rows) -> Rows:
    """The links to another outlet; an unknown outlet is not known to be the same."""
    return [link for link in links if link.quote_no is not None and (link.outlet is None or link.outlet != link.other_outlet)]


def _said_elsewhere(_: Rows, links: Rows) -> set[int]:
    return {link.quote_no for link in _elsewhere(links)}


def _quoted_elsewhere(quotes: Rows, links: Rows) -> set[int]:
    return {link.quote_no for link in _elsewhere(links) if link.other_quote_no is not None} & _countable(quotes)


def _altered(_: Rows, links: Rows) -> set[int]:
    quoted = [link for link in _elsewhere(links) if link.other_quote_no is not None]
    return {link.quote_no for link in quoted if ALTERED.intersection(link.changes or ())}


def _silently_cut(_: Rows, links: Rows) -> set[int]:
    quoted = [link for link in _elsewhere(links) if link.other_quote_no is not None]
    return {link.quote_no for link in quoted if link.silent and link.end - link.begin < link.other_end - link.other_begin}


@dataclass(frozen=True)
class OfQuotes:
    """A share of quotations: those that it counts, those it counts them among, and what is said where there are none."""

    counted: Callable[[Rows, Rows], set[int]]
    among: Callable[[Rows, Rows], set[int]]
    none: str

    def __call__(self, _: Document, quotes: Rows, links: Rows) -> Reading:
        """The share in one article."""
        of = self.among(quotes, links)
        return Reading(len(self.counted(quotes, links) & of) / len(of), len(of), "ok") if of else Reading(None, 0, self.none)


#: of the quotations of an article: those that another outlet has, between marks or in its own words; of those that another
#: outlet quotes, too, those whose words differ there, and those that lack words inside the marks with nothing to show it
OF_QUOTES = {
    "quotes_found_elsewhere_share": OfQuotes(_said_elsewhere, lambda quotes, _: _countable(quotes), "no quotes"),
    "quotes_altered_share": OfQuotes(_altered, _quoted_elsewhere, "no shared quotes"),
    "quotes_silently_cut_share": OfQuotes(_silently_cut, _quoted_elsewhere, "no shared quotes"),
}


def _reused_words(document: Document, passages: Rows) -> int:
    stretches = joined((row.begin, row.end) for row in passages if row.kind == TEXT)
    bounds = [(begin, end) for begin, end, _ in document.sentences]
    return count_words(document.text, within(stretches, bounds))


def reused(document: Document, passages: Rows) -> float:
    """The share of an article's words that stand in copied text."""
    return _reused_words(document, passages) / float(document.totals.words)


def uncredited(document: Document, passages: Rows) -> Reading:
    """Of the words in copied text, the share that neither article credits."""
    every = _reused_words(document, passages)
    credited = _reused_words(document, [row for row in passages if row.credited])
    return Reading(1 - credited / every, every, "ok") if every else Reading(None, 0, "no shared text")


def independent_origins(origins: Rows) -> Reading:
    """How many independent origins stand behind a story: at least (the value), and at most (high)."""
    low, high = (max((getattr(row, f"independent_{end}") or 0 for row in origins), default=0) for end in ("low", "high"))
    n_articles = len({row.article_id for row in origins})
    if not low:
        return Reading(None, n_articles, "no origins")
    return Reading(float(low), n_articles, "ok", float(low), float(high), "range: at least, at most")


_share_of = partial(Measure, decimals=2, from_zero=True, reference="count; the rules are in docs/reuse.md")

REUSE = (
    _share_of(name="quotes_found_elsewhere_share", label="Quotations found elsewhere", unit="share of quotations",
              higher_means="more quotations that others have, too", needs=("quotes", "links"), counts="quotes",
              what=f"share of the quotations of {FEWEST_WORDS} words and more that another outlet prints, quoted or not",
              compute=OF_QUOTES["quotes_found_elsewhere_share"]),
    _share_of(name="quotes_altered_share", label="Quotations that read otherwise elsewhere", unit="share of shared quotations",
              higher_means="more quotations whose words differ", needs=("quotes", "links"), counts="quotes",
              what="of the quotations that another outlet quotes, too, the share whose words differ there; which copy is right "
                   "is not said", compute=OF_QUOTES["quotes_altered_share"]),
    _share_of(name="quotes_silently_cut_share", label="Quotations cut without a sign", unit="share of shared quotations",
              higher_means="more quotations that lack words", needs=("quotes", "links"), counts="quotes",
              what="of the quotations that another outlet quotes, too, the share that lacks words between the marks which "
                   "stand there, with no sign of it", compute=OF_QUOTES["quotes_silently_cut_share"]),
    _share_of(name="reused_share", label="Text shared with others", unit="share of words", higher_means="more shared text",
              what="share of the words that stand in passages another outlet prints, too", needs=("passages",), compute=reused),
    _share_of(name="uncredited_reuse_share", label="Shared text without credit", unit="share of shared words",
              higher_means="less credit", what="of the words in shared passages, the share that neither article credits",
              needs=("passages",), compute=uncredited),
    Measure(name="independent_origins", label="Independent origins, at least", unit="origins", higher_means="more origins",
            what="origins behind the articles of a story that are surely not one; the range says how many at most",
            reference="count; the rules are in docs/reuse.md", scope="story", needs=("origins",), counts="origins", decimals=0,
            from_zero=True, compute=independent_origins),
)  # fmt: skip
