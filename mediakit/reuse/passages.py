"""find_passages(): the stretches of text that two articles share, whatever their order, and whether the sharing is credited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import pandas as pd
from tqdm import tqdm

from mediakit.corpus import Corpus
from mediakit.document import documents
from mediakit.errors import ContractError
from mediakit.reuse.passages_align import Match, join_matches, longest_run, match_sentences
from mediakit.reuse.passages_credits import Credited, credits_of, is_credited
from mediakit.reuse.passages_kinds import Stock, kinds_of, stock_sentences
from mediakit.reuse.passages_pairs import pairs_of_story, pairs_that_share
from mediakit.reuse.passages_text import Article, weigh
from mediakit.tables import ARTICLES, PASSAGES, check, make, plain_rows
from mediakit.text.words import words_in

SCOPES = ("story", "corpus")


def find_passages(corpus: Corpus, *, scope: str = "story") -> pd.DataFrame:
    """Every stretch of text that two articles share: the passages table.

    Parameters
    ----------
    corpus: what read_corpus or read_texts returned; title, summary and body are looked at.
    scope: "story" compares the articles of each story, those without a story_id with each other;
        "corpus" compares articles of different outlets across stories, too.

    Sentences are matched in whatever order they stand, so that a block that was moved is found. A
    sentence counts when 70 % of what the shorter one says stands in the other, or nine words in a row
    do. Sentences that follow each other in both articles are one passage.

    Returns one row a passage and pair of articles, the article with the smaller article_id first:
    article_id, story_id, outlet, outlet_key, begin, end, other_article_id, other_outlet, other_begin,
    other_end, n_words, coverage, longest_run, credited and kind. Only kind "text" is copied text;
    "quotation" (both quote the same words, and share little else), "names", "boilerplate" (what the
    outlet prints in more than 30 % of the articles given) and "same outlet" are kept apart, so that they
    can be counted. Raises ContractError for an unknown scope.

    Limits: up to 60 articles of a story are all compared; in larger stories, and with scope="corpus",
    those that share two runs of five words, each with the 60 at most that share most. Text that was
    reworded through and through is not found; nothing says who copied from whom.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({
    ...     "Harbour Herald": "The ferry to Skarholm stopped at noon. Its engine room was full of smoke, the master said.",
    ...     "Coast Courier": "Nobody was hurt. The ferry to Skarholm stopped at noon."})
    >>> mk.find_passages(corpus)[["n_words", "coverage", "longest_run", "credited", "kind"]].values.tolist()
    [[7, 1.0, 7, False, 'text']]
    """
    if scope not in SCOPES:
        raise ContractError(f"no scope is called {scope!r}", where="find_passages", mend=f"use one of: {', '.join(SCOPES)}")
    table = check(corpus.articles, ARTICLES)
    leads: list[tuple[object, ...]] = []
    articles: list[Article] = []
    for lead, document in documents(corpus):
        leads.append(lead)
        articles.append(Article(document, *lead[2:]))  # type: ignore[arg-type]
    sources = dict(plain_rows(table[["article_id", "original_source"]]))
    credited: dict[int, Credited] = {}

    def credit(place: int) -> Credited:
        if place not in credited:
            article = articles[place]
            credited[place] = credits_of(article.text, sources[article.article_id])
        return credited[place]

    stock = stock_sentences(articles, corpus.repeats)
    pairs = [*_pairs(leads, articles, scope)]
    rows: list[tuple[object, ...]] = []
    for one, other in tqdm(pairs, desc="finding passages", unit=" pairs", delay=2):
        first, second = sorted((one, other), key=lambda place: articles[place].article_id)
        found = [*_rows(articles[first], articles[second], stock)]
        if found:
            known = is_credited(credit(first), articles[first].outlet, credit(second), articles[second].outlet)
            rows += [(*leads[first], *row, known, kind) for *row, kind in found]
    rows.sort(key=lambda row: (row[0], row[6], row[4], row[8]))
    return make(rows, PASSAGES)


def _pairs(leads: Sequence[tuple[object, ...]], articles: list[Article], scope: str) -> Iterator[tuple[int, int]]:
    """The places of the articles to compare, two by two."""
    if scope == "corpus":
        for one, other in pairs_that_share(articles):
            if articles[one].outlet_key is None or articles[one].outlet_key != articles[other].outlet_key:
                yield one, other
        return
    stories: defaultdict[object, list[int]] = defaultdict(list)
    for place, lead in enumerate(leads):
        stories[lead[1]].append(place)
    for places in stories.values():
        for one, other in pairs_of_story([articles[place] for place in places]):
            yield places[one], places[other]


def _rows(one: Article, other: Article, stock: dict[str, Stock]) -> Iterator[tuple[object, ...]]:
    """What the table says of each passage of two articles, from begin on, and its kind."""
    passages = join_matches(match_sentences(one, other), one, other)
    for passage, kind in zip(passages, kinds_of(passages, one, other, stock), strict=True):
        first, last = passage[0], passage[-1]
        begin, end = one.sentences[first.sentence].begin_of(first.begin), one.sentences[last.sentence].end_of(last.end)
        yield (
            begin, end,
            other.article_id, other.outlet,
            other.sentences[first.other_sentence].begin_of(first.other_begin),
            other.sentences[last.other_sentence].end_of(last.other_end),
            len(words_in(one.text[begin:end])), _coverage(passage, one), longest_run(passage, one, other), kind,
        )  # fmt: skip


def _coverage(passage: list[Match], article: Article) -> float:
    """How much of what a passage says stands in the other one, a function word counting a third."""
    told = sum(weigh(article.sentences[match.sentence].words.keys[match.begin : match.end]) for match in passage)
    return round(sum(match.mass for match in passage) / told, 4)
