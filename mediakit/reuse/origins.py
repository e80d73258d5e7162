"""trace_origins(): where each article of a story may come from, with the reasons, and how many origins there may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.document import documents
from mediakit.reuse.origins_count import count_origins
from mediakit.reuse.origins_evidence import Evidence, credits_in, media_cited, own_reporting
from mediakit.reuse.origins_facts import facts_of
from mediakit.reuse.origins_pairs import Reported, point_to_origins, same_facts, same_quotations, same_text
from mediakit.reuse.passages_credits import credits_of
from mediakit.reuse.passages_text import Article
from mediakit.tables import ARTICLES, ATTRIBUTIONS, ORIGINS, PASSAGES, QUOTE_LINKS, QUOTES, check, make, named_rows, plain_rows

_CANNOT_TELL = "nothing in the text, or shared with the other articles given, tells"


def trace_origins(
    corpus: Corpus, *, quotes: pd.DataFrame, attributions: pd.DataFrame, links: pd.DataFrame, passages: pd.DataFrame
) -> pd.DataFrame:
    """Where each article may come from, and why: the origins table.

    Parameters
    ----------
    corpus: what read_corpus or read_texts returned.
    quotes, attributions, links, passages: what find_quotes, find_attributions, link_quotes and
        find_passages made of it.

    Returns one row an article and sign of an origin: article_id, story_id, outlet, outlet_key, origin (a
    name in the text, or the outlet of another article), evidence (credit line, dateline, according to,
    own reporting, shared text, shared quotations, shared numbers and names, fact order), begin and end of
    its first place, strength (certain, likely, check), other_article_id and reason, in words. An
    article without any sign has one row whose origin and evidence are NA: cannot tell.
    independent_low and independent_high, the same in all rows of a story, are the range of origins behind
    its articles. Two articles that share something point to each other, unless one names the other's
    outlet or was published on a later day.

    Limits: a range of one to many is the usual answer. Wide agreement may come from one press release that
    no article names; many reports of one origin do not make it truer. Articles without a story_id count as
    one story; the order of facts is not compared in stories of more than 60 articles.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({
    ...     "Harbour Herald": "SKARHOLM (AP) — The ferry stopped at noon.", "Coast Courier": "No ferry ran today."})
    >>> quotes, attributions = mk.find_quotes(corpus), mk.find_attributions(corpus)
    >>> origins = mk.trace_origins(corpus, quotes=quotes, attributions=attributions,
    ...                            links=mk.link_quotes(quotes, corpus), passages=mk.find_passages(corpus))
    >>> origins[["outlet", "origin", "strength", "independent_low", "independent_high"]].values.tolist()
    [['Harbour Herald', 'Associated Press', 'certain', 1, 2], ['Coast Courier', <NA>, <NA>, 1, 2]]
    """
    check(quotes, QUOTES)
    stated = _by_article(check(attributions, ATTRIBUTIONS))
    linked, shared = _by_article(check(links, QUOTE_LINKS)), _by_article(check(passages, PASSAGES))
    leads, stories, sources = _articles(corpus)
    rows: list[tuple[object, ...]] = []
    for known in stories.values():
        found: defaultdict[str, list[Evidence]] = defaultdict(list)
        for sign in _signs(known, sources, stated, linked, shared):
            found[sign.article_id].append(sign)
        every = [sign for signs in found.values() for sign in signs]
        between = count_origins({article.article_id: article.outlet_key for article in known.values()}, every)
        for article_id in known:
            nothing = Evidence(article_id, None, None, None, None, None, None, _CANNOT_TELL)
            rows += [(*leads[article_id], *sign[1:], *between) for sign in found[article_id] or [nothing]]
    order = {article_id: place for place, article_id in enumerate(leads)}
    rows.sort(key=lambda row: order[str(row[0])])
    return make(rows, ORIGINS)


def _articles(
    corpus: Corpus,
) -> tuple[dict[str, tuple[object, ...]], dict[object, dict[str, Reported]], dict[str, str | None]]:
    """The leading columns of each article, what is known of the articles of each story, and the source each one credits."""
    columns = ["article_id", "outlet_label", "published", "original_source"]
    about = {name: rest for name, *rest in plain_rows(check(corpus.articles, ARTICLES)[columns])}
    leads: dict[str, tuple[object, ...]] = {}
    stories: defaultdict[object, dict[str, Reported]] = defaultdict(dict)
    for lead, document in documents(corpus):
        _, story_id, outlet, key = lead
        label, published, source = about[document.article_id]
        article = Article(document, outlet, key)  # type: ignore[arg-type]
        leads[document.article_id] = lead
        stories[story_id][document.article_id] = Reported(
            document.article_id, article.outlet, article.outlet_key, label, published, document.text,
            int(document.totals.words), facts_of(article), credits_of(document.text, source),
        )  # fmt: skip
    return leads, stories, {name: rest[2] for name, rest in about.items()}


def _by_article(frame: pd.DataFrame) -> dict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in named_rows(frame):
        found[row.article_id].append(row)
    return found


def _signs(
    known: dict[str, Reported],
    sources: dict[str, str | None],
    stated: dict[str, list[Any]],
    linked: dict[str, list[Any]],
    shared: dict[str, list[Any]],
) -> Iterator[Evidence]:
    """Every sign of an origin of the articles of one story."""
    for article_id, article in known.items():
        yield from credits_in(article_id, article.text, sources[article_id])
        yield from media_cited(article_id, article.text, stated.get(article_id, ()))
        yield from own_reporting(article_id, article.text, article.outlet)
    for signs in (
        same_text((row for article_id in known for row in shared.get(article_id, ())), known),
        same_quotations((row for article_id in known for row in linked.get(article_id, ())), known),
        same_facts(known),
    ):
        yield from point_to_origins(signs, known)
