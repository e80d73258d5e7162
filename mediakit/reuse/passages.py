"""find_passages(): the stretches of text that two articles share, whatever their order, and whether the sharing is credited."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import pandas as pd
from tqdm import tqdm

from mediakit.corpus import Corpus
from mediakit.document import Document, documents
from mediakit.errors import ContractError, ReuseWarning
from mediakit.reuse.passages_align import Match, join_matches, longest_run, match_sentences
from mediakit.reuse.passages_credits import Credited, credits_of, is_credited
from mediakit.reuse.passages_kinds import Seen, Stock, kinds_of, seen_in
from mediakit.reuse.passages_pairs import COMMON, MOST_COMPARED, NEXT, SMALL_STORY, Pairs, all_pairs, pairs_that_share
from mediakit.reuse.passages_text import Article, runs_of, weigh
from mediakit.tables import ARTICLES, PASSAGES, PROBLEMS, check, make, plain_rows
from mediakit.text.words import words_in

SCOPES = ("story", "corpus")
_KEPT = 500  # articles of a large story that are held in memory at a time, as rows of words


def find_passages(corpus: Corpus, *, scope: str = "story") -> pd.DataFrame:
    """Every stretch of text that two articles share: the passages table.

    Parameters
    ----------
    corpus: what read_corpus or read_texts returned; title, summary, body, subheads and captions are looked at.
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
    can be counted. Raises ContractError for an unknown scope. Warns with ReuseWarning where not every
    pair is compared; passage_problems() says which are not.

    Limits: up to 60 articles of a story are all compared; in larger stories, and with scope="corpus",
    those that share two runs of five words, each with the 60 at most that share most (fewer, down to six, where more
    than 1,000 share text with more than 60 others). Of sentences that an article repeats more than 20 times, each is
    compared with the 20 nearest its place. Text that was reworded through and through is not found; nothing says who
    copied from whom.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({
    ...     "Harbour Herald": "The ferry to Skarholm stopped at noon. Its engine room was full of smoke, the master said.",
    ...     "Coast Courier": "Nobody was hurt. The ferry to Skarholm stopped at noon."})
    >>> mk.find_passages(corpus)[["n_words", "coverage", "longest_run", "credited", "kind"]].values.tolist()
    [[7, 1.0, 7, False, 'text']]
    """
    stock, found = Stock(corpus.repeats), list[_Shared]()
    check(corpus.articles, ARTICLES)
    left_out = False
    with tqdm(desc="finding passages", unit=" pairs", delay=2) as progress:
        for block in _blocks(corpus, scope):
            pairs = block.pairs(stock)
            left_out |= bool(pairs.capped or pairs.crowded)
            for one, other in pairs.kept:
                progress.update()
                found += block.shared(one, other)
    if left_out:
        warnings.warn("not every pair is compared: mk.passage_problems() says which are not", ReuseWarning, stacklevel=2)
    known = stock.known()
    rows = [row for shared in found for row in shared.rows_with(known)]
    rows.sort(key=lambda row: (row[0], row[6], row[4], row[8]))
    return make(rows, PASSAGES)


def passage_problems(corpus: Corpus, *, scope: str = "story") -> pd.DataFrame:
    """Which articles of very large stories find_passages() does not compare with all others: rows of the problems table.

    Parameters: the same as for find_passages(). Returns no row where every pair is compared that shares text; otherwise path
    (the first article concerned), field, what, mend and fate (flagged). Raises ContractError as find_passages() does.

    >>> import mediakit as mk
    >>> len(mk.passage_problems(mk.read_texts({"Harbour Herald": "The ferry stopped.", "Coast Courier": "No ferry ran."})))
    0
    """
    check(corpus.articles, ARTICLES)
    rows = []
    for block in _blocks(corpus, scope):
        if not block.is_small:
            pairs = block.pairs(Stock())
            for places, what in ((pairs.capped, _CAPPED.format(pairs.most)), (pairs.crowded, _CROWDED)):
                if places:
                    said = f"{len(places)} of {len(block.leads)} articles {what}"
                    rows.append((block.leads[places[0]][0], None, "passages", said, _MEND, "flagged"))
    return make(rows, PROBLEMS)


_CAPPED = f"share text with more than {MOST_COMPARED} others: each was compared with the {{}} that share most with it"
_CROWDED = (
    f"share most of what they share with more than {COMMON} others each: they were compared by it with the {NEXT} articles "
    "before and behind them only"
)
_MEND = "compare fewer articles at a time, for example with corpus.select(story=…)"


class _Shared(NamedTuple):
    """What two articles share, before it is known what their outlets print again and again."""

    keys: tuple[str | None, str | None]  #: of the two outlets
    rows: list[tuple[object, ...]]  #: what the table says of each passage, but for credit and kind
    seen: list[Seen]
    credited: bool

    def rows_with(self, known: dict[str, frozenset[int]]) -> Iterator[tuple[object, ...]]:
        """The rows of the table."""
        for row, kind in zip(self.rows, kinds_of(self.seen, *self.keys, known), strict=True):
            yield (*row, self.credited, kind)


class _Block:
    """Articles that are compared with one another. They are held as texts, and as rows of words only while they are compared."""

    def __init__(
        self, documents: list[tuple[tuple[object, ...], Document]], scope: str, sources: Mapping[str, str | None]
    ) -> None:
        """sources: whom each article credits by its table, by article_id."""
        self.leads = [lead for lead, _ in documents]
        self.is_small = scope == "story" and len(documents) <= SMALL_STORY
        self._documents, self._scope, self._sources = [document for _, document in documents], scope, sources
        self._article = lru_cache(maxsize=_KEPT)(self._read)
        self._credited = lru_cache(maxsize=_KEPT)(self._read_credits)

    def _read(self, place: int) -> Article:
        # a copy of the document, so that what is worked out about it goes with the article
        return Article(replace(self._documents[place]), *self.leads[place][2:])  # type: ignore[arg-type]  # the columns of LEAD

    def _read_credits(self, place: int) -> Credited:
        article = self._article(place)
        return credits_of(article.text, self._sources[article.article_id])

    def pairs(self, stock: Stock) -> Pairs:
        """The places of the articles to compare, two by two; stock takes down what each of them prints."""
        runs = []
        for place in tqdm(range(len(self.leads)), desc="reading for passages", unit=" articles", delay=2, leave=False):
            article = self._article(place)
            stock.note(article)
            if not self.is_small:
                runs.append(runs_of(article))
        if self.is_small:
            return all_pairs(len(self.leads))
        keys = [lead[3] for lead in self.leads]
        return pairs_that_share(runs, apart=keys if self._scope == "corpus" else None)

    def shared(self, one: int, other: int) -> Iterator[_Shared]:
        """What two articles share, where they do."""
        first, second = sorted((one, other), key=lambda place: str(self.leads[place][0]))
        article, there = self._article(first), self._article(second)
        passages = join_matches(match_sentences(article, there), article, there)
        if passages:
            yield _Shared(
                (article.outlet_key, there.outlet_key),
                [(*self.leads[first], *_row(passage, article, there)) for passage in passages],
                [seen_in(passage, article, there) for passage in passages],
                is_credited(self._credited(first), article.outlet, self._credited(second), there.outlet),
            )


def _blocks(corpus: Corpus, scope: str) -> Iterator[_Block]:
    """The articles of each story, one story after another; or all of the corpus."""
    if scope not in SCOPES:
        raise ContractError(f"no scope is called {scope!r}", where="scope", mend=f"use one of: {', '.join(SCOPES)}")
    sources = dict(plain_rows(corpus.articles[["article_id", "original_source"]]))
    if scope == "corpus":
        yield _Block([*documents(corpus, beside=True)], scope, sources)
        return
    by_story = replace(corpus, articles=corpus.articles.sort_values("story_id", kind="stable"))
    for _, story in groupby(documents(by_story, beside=True), key=lambda found: found[0][1]):
        yield _Block([*story], scope, sources)


def _row(passage: list[Match], one: Article, other: Article) -> tuple[object, ...]:
    """What the table says of a passage of two articles, from begin on."""
    first, last = passage[0], passage[-1]
    begin, end = one.sentences[first.sentence].begin_of(first.begin), one.sentences[last.sentence].end_of(last.end)
    return (
        begin, end,
        other.article_id, other.outlet,
        other.sentences[first.other_sentence].begin_of(first.other_begin),
        other.sentences[last.other_sentence].end_of(last.other_end),
        len(words_in(one.text[begin:end])), _coverage(passage, one), longest_run(passage, one, other),
    )  # fmt: skip


def _coverage(passage: list[Match], article: Article) -> float:
    """How much of what a passage says stands in the other one, a function word counting a third."""
    told = sum(weigh(article.sentences[match.sentence].words.keys[match.begin : match.end]) for match in passage)
    return round(sum(match.mass for match in passage) / told, 4)
