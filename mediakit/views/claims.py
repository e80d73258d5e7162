"""list_claims(): what several articles tell in the same words, as the beginning of a table of claims and articles."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.tables import missing, rows_of

TOLD = "told"  #: what stands in a cell where the words were found; an empty cell says that nobody has looked

_Place = tuple[str, int, int]  # article, begin, end


def list_claims(corpus: Corpus, *, quotes: pd.DataFrame, links: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """A beginning of a table of claims: a row a quotation or shared passage, a column an article.

    Parameters: corpus; quotes, what find_quotes() returned for it; links, what link_quotes() did; passages, what
    find_passages() did.

    Returns columns claim (the words of the shortest printing, which all of them have) and one for each article, called by
    its outlet, and by its article_id, too, where an outlet has several: “told” where the same words were found, else
    empty. An empty cell does not say that the article leaves it out: other words can tell the same. Quotations of
    at most three words are left out. Rows in the order of the articles.

    >>> import mediakit as mk
    >>> said = "“We saw no smoke from the bridge,” he said."
    >>> corpus = mk.read_texts({"Herald": said, "Courier": said, "Post": "Nobody spoke."})
    >>> quotes = mk.find_quotes(corpus)
    >>> mk.list_claims(corpus, quotes=quotes, links=mk.link_quotes(quotes), passages=mk.find_passages(corpus)).values.tolist()
    [['We saw no smoke from the bridge,', 'told', 'told', '']]
    """
    texts = dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True))
    order = list(texts)
    said = [*_said(quotes, links)]
    claims = [*said, *(claim for claim in _shared(passages) if not any(_mostly_in(claim, other) for other in said))]
    claims.sort(key=lambda places: min((order.index(article), begin) for article, begin, _ in places))
    rows = []
    for places in claims:
        article, begin, end = min(places, key=lambda place: (place[2] - place[1], place))
        tellers = {told for told, _, _ in places}
        rows.append([" ".join(texts[article][begin:end].split()), *(TOLD if known in tellers else "" for known in order)])
    return pd.DataFrame(rows, columns=["claim", *_names(corpus)])


def _names(corpus: Corpus) -> list[str]:
    labels = corpus.articles["outlet_label"]
    several = labels.duplicated(keep=False)
    pairs = zip(labels, corpus.articles["article_id"], several, strict=True)
    return [f"{label} · {article_id}" if again else str(label) for label, article_id, again in pairs]


def _said(quotes: pd.DataFrame, links: pd.DataFrame) -> Iterator[set[_Place]]:
    """Where each quotation is printed: copies together, the others alone."""
    groups: dict[int, set[_Place]] = {}
    for row in rows_of(links):
        group = groups.setdefault(row.group_no, set())
        group.add((row.article_id, row.begin, row.end))
        group.add((row.other_article_id, row.other_begin, row.other_end))
    copied = {(row.article_id, row.quote_no) for row in rows_of(links)}
    copied |= {(row.other_article_id, row.other_quote_no) for row in rows_of(links) if not missing(row.other_quote_no)}
    yield from groups.values()
    for row in rows_of(quotes):
        if row.form != "word" and (row.article_id, row.quote_no) not in copied:
            yield {(row.article_id, row.begin, row.end)}


def _shared(passages: pd.DataFrame) -> list[set[_Place]]:
    """Passages of running text; those that overlap in one article are one claim."""
    claims: list[set[_Place]] = []
    for row in rows_of(passages[passages["kind"] == "text"]):
        pair = {(row.article_id, row.begin, row.end), (row.other_article_id, row.other_begin, row.other_end)}
        touched = [claim for claim in claims if _touch(claim, pair)]
        claims = [claim for claim in claims if claim not in touched]
        claims.append(pair.union(*touched))
    return claims


def _mostly_in(claim: set[_Place], other: set[_Place]) -> bool:
    """Whether a claim, in one of its articles, is mostly made of the words of another."""
    return any(
        article == another and 2 * (min(end, last) - max(begin, first)) > end - begin
        for article, begin, end in claim
        for another, first, last in other
    )


def _touch(claim: set[_Place], other: set[_Place]) -> bool:
    """Whether two claims stand, in part, in the same words of one article."""
    return any(
        article == another and begin < last and first < end for article, begin, end in claim for another, first, last in other
    )
