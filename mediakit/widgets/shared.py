"""What two articles share, as story.js reads it: quotations, passages, and the places of both in the packed texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.tables import PASSAGES, QUOTE_LINKS, QUOTES, check, named_rows
from mediakit.views.reader import Mark
from mediakit.views.wordings import changes_in_words, difference

#: what a passage is that is no copying by itself
KINDS = {
    "text": "",
    "quotation": "both quote the same words",
    "names": "names only",
    "boilerplate": "words that this outlet prints often",
    "same outlet": "one outlet twice",
}
_PAIRED = ("passage", "echo")  # kinds of marks that only a pair has: their places are kept apart from the texts


class Shared(NamedTuple):
    """What pairs of articles share, and the marks it has in their texts.

    links: place of an article, its key, place of the other, its key, what differs (a place in said), words side by
    side (a place in differences). passages: place, number, other place, words, credited, kind (a place in said).
    """

    links: list[list[Any]]
    passages: list[list[Any]]
    said: list[str]
    differences: list[list[list[str]]]
    marks: dict[str, list[Mark]]


def packed_shared(corpus: Corpus, quotes: pd.DataFrame, links: pd.DataFrame, passages: pd.DataFrame) -> Shared:
    """The shared quotations and passages of every two articles of a corpus.

    Parameters: corpus; quotes, links and passages, what find_quotes(), link_quotes() and find_passages() returned.
    """
    places = {article_id: place for place, article_id in enumerate(corpus.articles["article_id"])}
    texts = dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True))
    printed = {(row.article_id, row.quote_no): row.text for row in named_rows(check(quotes, QUOTES))}
    said, differing = dict[str, int](), dict[tuple[str, str], int]()  # each with its place, once
    marks: dict[str, list[Mark]] = {}

    def mark(article_id: str, begin: int, end: int, key: str) -> str:
        marks.setdefault(article_id, []).append(Mark(begin, end, key))
        return key

    def key_of(article_id: str, quote_no: int | None, begin: int, end: int, number: int) -> tuple[str, str]:
        """The key of a quotation, and its words; where it stands outside marks it gets a key of its own."""
        if quote_no is None:
            return mark(article_id, begin, end, f"echo:{number}"), texts[article_id][begin:end]
        return f"quote:{quote_no}", printed[article_id, quote_no]

    linked = []
    for number, row in enumerate(_of_both(links, QUOTE_LINKS, places)):
        key, words = key_of(row.article_id, row.quote_no, row.begin, row.end, number)
        other_key, other_words = key_of(row.other_article_id, row.other_quote_no, row.other_begin, row.other_end, number)
        what = changes_in_words(row.changes or (), bool(row.silent), row.meaning or ())
        differs = said.setdefault(what, len(said)), differing.setdefault((words, other_words), len(differing))
        linked.append([places[row.article_id], key, places[row.other_article_id], other_key, *differs])
    copied = []
    for number, row in enumerate(_of_both(passages, PASSAGES, places)):
        mark(row.article_id, row.begin, row.end, f"passage:{number}")
        mark(row.other_article_id, row.other_begin, row.other_end, f"passage:{number}")
        kind = said.setdefault(KINDS.get(row.kind, row.kind), len(said))
        copied.append([places[row.article_id], number, places[row.other_article_id], row.n_words, bool(row.credited), kind])
    return Shared(linked, copied, [*said], [difference(*pair) for pair in differing], marks)


def places_apart(article: Mapping[str, Any]) -> dict[str, list[int]]:
    """Take the marks of pairs out of a packed text: for each key its first and last piece, counted through the text.

    In a story of sixty articles every piece belongs to passages with many others; the reader shows those of one pair.
    """
    found: dict[str, list[int]] = {}
    for place, piece in enumerate(piece for line in article["lines"] for piece in line["pieces"]):
        for key in [key for key in piece[1:] if key.partition(":")[0] in _PAIRED]:
            piece.remove(key)
            found.setdefault(key, [place, place])[1] = place
    return found


def _of_both(table: pd.DataFrame, contract: Any, places: Mapping[str, int]) -> Iterable[Any]:
    """The rows of a pair table whose two articles are both in the corpus."""
    rows = named_rows(check(table, contract))
    return (row for row in rows if row.article_id in places and row.other_article_id in places)
