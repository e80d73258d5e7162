"""link_quotes(): which quotations are copies of the same words, and what differs between the copies."""

from __future__ import annotations

import warnings

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.errors import ContractError, ReuseWarning
from mediakit.reuse.copies import Copy, Plan, copies, plan
from mediakit.reuse.mentions import mentions_of, own_words_of
from mediakit.sweeps import without_sweeps
from mediakit.tables import PROBLEMS, QUOTE_LINKS, QUOTES, check, make

SCOPES = ("story", "corpus")


def link_quotes(quotes: pd.DataFrame, corpus: Corpus | None = None, *, scope: str = "story") -> pd.DataFrame:
    """Every pair of quotations with the same words, and what differs between the two: the quote_links table.

    Parameters: quotes, the table of find_quotes(); corpus, to look for the words outside quotation marks
    too (other_quote_no is then NA); scope, "story" to compare inside each story, or "corpus" to compare all
    articles, where a word counts by how rare it is. While no article has a story, all are taken for one.

    Returns one row a pair, what sorts first by article_id and place on the plain side, a quotation before words
    outside the marks: article_id, story_id, outlet, outlet_key, group_no, quote_no, begin, end, other_article_id,
    other_outlet, other_quote_no, other_begin, other_end, coverage, change (the weightiest of changes), changes,
    silent, lost, meaning, changed_from, changed_to. Two quotations of one article are a pair too.
    Raises ContractError for another scope. Warns with ReuseWarning where not every pair is listed;
    link_problems() says which are not.

    >>> import mediakit as mk
    >>> says = {"A": "“We saw smoke at the old stone pier,” he said.", "B": "“We saw smoke at the pier,” he said."}
    >>> links = mk.link_quotes(mk.find_quotes(mk.read_texts(says)))
    >>> links["change"].tolist(), links["silent"].tolist(), list(links.loc[0, "lost"])
    (['dropped'], [True], ['old stone'])
    """
    with without_sweeps():
        planned = _plan(quotes, corpus, scope)
        found = sorted(copies(planned), key=lambda copy: (copy.group, copy.one.place, copy.other.place))
        numbers = {group: number for number, group in enumerate(dict.fromkeys(copy.group for copy in found), start=1)}
        links = make((_row(copy, numbers[copy.group]) for copy in found), QUOTE_LINKS)
    if planned.left_out:
        warnings.warn("not every pair of copies is listed: mk.link_problems() says which are not", ReuseWarning, stacklevel=2)
    return links


def link_problems(quotes: pd.DataFrame, corpus: Corpus | None = None, *, scope: str = "story") -> pd.DataFrame:
    """What link_quotes() leaves out of very large stories and very long quotations: rows of the problems table.

    Parameters: the same as for link_quotes(). Returns no row where every pair is listed; otherwise path (the
    first article concerned), field, what, mend and fate (flagged). Raises ContractError as link_quotes() does.

    >>> import mediakit as mk
    >>> len(link_problems(mk.find_quotes(mk.read_texts({"A": "“We saw no smoke,” he said."}))))
    0
    """
    mend = "compare fewer articles at a time, for example with corpus.select(story=…)"
    found = _plan(quotes, corpus, scope).left_out
    return make(((out.article_id, None, "quote_links", out.what, mend, "flagged") for out in found), PROBLEMS)


def _plan(quotes: pd.DataFrame, corpus: Corpus | None, scope: str) -> Plan:
    if scope not in SCOPES:
        raise ContractError(f"no scope is called {scope!r}", where="scope", mend=f"use one of: {', '.join(SCOPES)}")
    mentions = [*dict.fromkeys(mentions_of(check(quotes, QUOTES)))]  # a row that the table holds twice counts once
    if corpus is not None:
        mentions += own_words_of(corpus)
    return plan(mentions, scope)


def _row(copy: Copy, group_no: int) -> tuple[object, ...]:
    one, other, changes = copy.one, copy.other, copy.changes
    listed = changes.listed
    return (
        *one.lead, group_no, one.quote_no, one.begin, one.end,
        other.lead[0], other.lead[2], other.quote_no, *copy.bounds, round(copy.coverage, 4), listed[0], listed,
        changes.silent, changes.lost, changes.meanings, changes.changed_from, changes.changed_to,
    )  # fmt: skip
