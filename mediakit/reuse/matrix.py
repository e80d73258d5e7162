"""reuse_matrix(): for each two outlets how many quotations and how much text they share, and how much of it is credited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.document import documents
from mediakit.reuse.passages_pairs import SMALL_STORY
from mediakit.reuse.stretches import TEXT, count_words, joined
from mediakit.tables import ARTICLES, PASSAGES, QUOTE_LINKS, REUSE_MATRIX, check, make, plain_rows
from mediakit.text.words import words_in

UNSORTED = ""  #: the story of articles that nobody has put into one


class _Known(NamedTuple):
    """What the matrix needs to know of an article."""

    group: str  #: its outlet's key; an article of unknown outlet stands alone
    label: str
    story: str
    text: str
    n_words: int


def reuse_matrix(links: pd.DataFrame, passages: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """What each two outlets share: the reuse_matrix table.

    Parameters
    ----------
    links: what link_quotes returned.
    passages: what find_passages returned; only those of kind "text" count as words shared.
    corpus: the corpus that both were made from, for the words of each outlet.

    Returns two rows for every two outlets that report the same story of up to 60 outlets, or share something (in
    larger stories, where not every pair is compared, and across stories): outlet, other_outlet, quotes_shared,
    words_shared (words of outlet that stand in other_outlet too, each counted once), share_of_words (over all words
    of outlet in the stories that both report), share_uncredited (NA where no words are shared) and n_stories. Outlets
    are named as shown; an article of unknown outlet stands alone. The articles without a story_id count as one story. Nothing
    here says who copied from whom.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({
    ...     "Harbour Herald": "The ferry to Skarholm stopped at noon. Its engine room was full of smoke, the master said.",
    ...     "Coast Courier": "Nobody was hurt. The ferry to Skarholm stopped at noon."})
    >>> links = mk.link_quotes(mk.find_quotes(corpus), corpus)
    >>> matrix = mk.reuse_matrix(links, mk.find_passages(corpus), corpus)
    >>> matrix[["outlet", "words_shared", "share_of_words"]].values.tolist()
    [['Coast Courier', 7, 0.7], ['Harbour Herald', 7, 0.4118]]
    """
    links = check(links, QUOTE_LINKS)
    passages = check(passages, PASSAGES)
    known = _articles(corpus)
    quotes, stretches = _quotations(links, known), _stretches(passages, known)
    reporting: dict[str, set[str]] = defaultdict(set)
    for article in known.values():
        reporting[article.story].add(article.group)
    pairs = {*quotes, *(_pair(one, other) for one, other in stretches)}
    for groups in reporting.values():
        if len(groups) <= SMALL_STORY:
            pairs.update(combinations(sorted(groups), 2))
    labels: dict[str, str] = {}
    told: dict[str, dict[str, int]] = defaultdict(dict)  # words by outlet and story
    for article in known.values():
        labels.setdefault(article.group, article.label)
        told[article.group][article.story] = told[article.group].get(article.story, 0) + article.n_words
    rows = []
    for pair in pairs:
        common = told[pair[0]].keys() & told[pair[1]].keys()
        for group, other in (pair, pair[::-1]):
            shared = stretches.get((group, other), {})
            n_words = sum(told[group].get(story, 0) for story in common)
            n_words += sum(known[name].n_words for name in shared if known[name].story not in common)
            words = sum(count_words(known[name].text, joined(found)) for name, (found, _) in shared.items())
            credited = sum(count_words(known[name].text, joined(found)) for name, (_, found) in shared.items())
            rows.append((
                labels[group], labels[other], len(quotes.get(pair, ())), words, round(words / n_words, 4) if n_words else None,
                round(1 - credited / words, 4) if words else None, len(common),
            ))  # fmt: skip
    return make(sorted(rows, key=lambda row: row[:2]), REUSE_MATRIX)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _articles(corpus: Corpus) -> dict[str, _Known]:
    table = check(corpus.articles, ARTICLES)
    sizes = {
        document.article_id: sum(len(words_in(document.text[begin:end])) for begin, end, _ in document.paragraphs)
        for _, document in documents(corpus, beside=True)
    }
    columns = ["article_id", "outlet_key", "outlet_label", "story_id", "text"]
    return {
        name: _Known(key or label, label, story or UNSORTED, text or "", sizes[name])
        for name, key, label, story, text in plain_rows(table[columns])
    }


def _quotations(links: pd.DataFrame, known: dict[str, _Known]) -> dict[tuple[str, str], set[int]]:
    """For each two outlets the quotations that both print between marks."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    columns = ["article_id", "quote_no", "other_article_id", "other_quote_no", "group_no"]
    for name, number, other_name, other_number, group_no in plain_rows(links[columns]):
        if number is not None and other_number is not None and {name, other_name} <= known.keys():
            one, other = known[name].group, known[other_name].group
            if one != other:
                found[_pair(one, other)].add(group_no)
    return found


_Stretches = tuple[list[tuple[int, int]], list[tuple[int, int]]]


def _stretches(passages: pd.DataFrame, known: dict[str, _Known]) -> dict[tuple[str, str], dict[str, _Stretches]]:
    """For an outlet and another, by article of the first: all stretches shared with the other, and those credited."""
    found: dict[tuple[str, str], dict[str, _Stretches]] = defaultdict(dict)
    columns = ["article_id", "begin", "end", "other_article_id", "other_begin", "other_end", "credited", "kind"]
    for name, begin, end, other_name, other_begin, other_end, credited, kind in plain_rows(passages[columns]):
        if kind != TEXT or not {name, other_name} <= known.keys():
            continue
        sides: Iterable[tuple[str, str, tuple[int, int]]] = (
            (name, other_name, (begin, end)),
            (other_name, name, (other_begin, other_end)),
        )
        for this, that, stretch in sides:
            every, with_credit = found[known[this].group, known[that].group].setdefault(this, ([], []))
            every.append(stretch)
            if credited:
                with_credit.append(stretch)
    return found
