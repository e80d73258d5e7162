"""What the report shows of texts that are not to be passed on whole: short excerpts, with a limit that is stated.

The functions are called like those that show full texts, and take the same tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from mediakit.comparison.summarize import outlet_groups
from mediakit.corpus import Corpus
from mediakit.document import split_sentences
from mediakit.reuse.wordings import list_wordings, wording_members
from mediakit.tables import ATTRIBUTIONS, QUOTES, check, missing, plain_rows, rows_of
from mediakit.views.highlight import label_for_readers, reason_for_readers
from mediakit.views.quotations import IDENTIFIED, SAID_HOW, pieces
from mediakit.views.shown import Shown, escape, html_table, place_of, plain_text
from mediakit.views.validity import how_sure

MOST_WORDS = 20  # that stand together at one place
_MOST_SHARE = 0.25  # of an article's words, in the list of who says what
LIMIT = (
    "The texts belong to their publishers and are left out of this page, which can be passed on: it shows excerpts of no more "
    f"than {MOST_WORDS} words each, and here of no more than a quarter of an article."
)


def excerpt(text: str, most: int = MOST_WORDS) -> str:
    """The first words of a text, and dots where there are more.

    >>> excerpt("The ferry did not leave on Monday.", 3), excerpt("No ferry ran.")
    ('The ferry did …', 'No ferry ran.')
    """
    words = text.split()
    return " ".join([*words[:most], *(["…"] if len(words) > most else [])])


def show_quotes(corpus: Corpus, quotes: pd.DataFrame, attributions: pd.DataFrame) -> Shown:
    """Who says what in each article, as excerpts: its longest sentence and its statements, each cut after twenty words.

    Parameters: corpus; quotes and attributions, the tables of find_quotes() and find_attributions() for it.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({
    ...     "Herald": "“The pier is shut,” said Ama Hill. The repair takes until May, at best, and costs two million."
    ... })
    >>> show_quotes(corpus, mk.find_quotes(corpus), mk.find_attributions(corpus)).plain.splitlines()[2]
    'Longest sentence, 11 words: “The repair …”'
    """
    check(quotes, QUOTES)
    said = dict([*check(attributions, ATTRIBUTIONS).groupby("article_id", sort=False)])
    sentences = split_sentences(corpus)
    longest = sentences.loc[sentences.groupby("article_id")["n_words"].idxmax().dropna()].set_index("article_id")
    pages, plain = [f"<p>{escape(LIMIT)}</p>"], [LIMIT]
    for article in rows_of(corpus.articles[["article_id", "outlet_label", "title", "text"]]):
        allowed = int(len(article.text.split()) * _MOST_SHARE)
        lead = ""
        if article.article_id in longest.index:
            at = longest.loc[article.article_id]
            words = excerpt(article.text[int(at["begin"]) : int(at["end"])], min(MOST_WORDS, allowed // 2))
            lead, allowed = f"Longest sentence, {at['n_words']} words: “{words}”", allowed - len(words.split())
        rows = [*_statements(article, said.get(article.article_id, attributions.head(0)), allowed)]
        table = pd.DataFrame(rows, columns=["source", "how", "the source is", "in the text"])
        pages.append(
            f"{_opening(article.outlet_label, article.title)}"
            f'<p id="{place_of("said", article.article_id)}">{escape(lead)}</p>'
            f"{html_table(table, f'{article.article_id}: who says what')}</details>"
        )
        plain += [str(article.outlet_label), lead, plain_text(table)]
    sure = [how_sure(extractor) for extractor in ("direct", "indirect")]
    return Shown(f"{''.join(pages)}<p>{escape(' '.join(sure))}</p>", "\n".join([*plain, sure[-1]]))


def _statements(article: Any, statements: pd.DataFrame, allowed: int) -> Iterator[tuple[str, ...]]:
    """Who says what, as long as their words are allowed; behind that only who, and how."""
    for row in rows_of(statements):
        words = excerpt(" … ".join(article.text[begin:end] for begin, end in pieces(row)), min(MOST_WORDS, max(allowed, 0)))
        allowed -= len(words.split())
        who = next((str(name) for name in (row.source_name, row.source) if not missing(name)), "nobody is named")
        yield excerpt(who), SAID_HOW[row.kind], IDENTIFIED[row.identification], words


def show_wordings(links: pd.DataFrame, quotes: pd.DataFrame, *, reference: str | tuple[str, int] | None = None) -> Shown:
    """Which quotations are printed more than once, in how many wordings, each cut after twenty words.

    Parameters: links and quotes, the tables of link_quotes() and find_quotes(); reference, the copy to compare with: an
    article_id, or an article_id with a quote_no.
    """
    found = list_wordings(links, quotes, reference=reference)
    members = wording_members(links, quotes)
    who: dict[tuple[int, int], dict[str, None]] = {}
    for row, name in zip(rows_of(members), outlet_groups(members), strict=True):
        who.setdefault((row.group_no, row.wording_no), {})[name] = None
    rows = [
        (
            row.group_no,
            excerpt(row.text),
            len(row.text.split()),
            ", ".join(who[row.group_no, row.wording_no]),
            "yes" if row.is_reference else "–",
        )
        for row in rows_of(found)
    ]
    if not rows:
        return Shown("<p>No quotation is printed more than once.</p>", "No quotation is printed more than once.")
    table = pd.DataFrame(rows, columns=["quotation", "begins", "words", "printed by", "the copy you chose"])
    sure = how_sure("links")
    return Shown(
        f"{html_table(table, 'Quotations that are printed more than once')}<p>{escape(sure)}</p>", f"{plain_text(table)}\n{sure}"
    )


def show_texts(corpus: Corpus) -> Shown:
    """What each line of each article is, and why, without its words.

    Parameters: corpus.

    >>> import mediakit as mk
    >>> print(show_texts(mk.read_texts({"Harbour Herald": "The ferry did not leave on Monday."})))
    Harbour Herald
    from to line words                        why
       0 34 body     7 a paragraph of the article
    """
    pages, plain = [], []
    shown = dict([*corpus.lines.groupby("article_id", sort=False)])
    for article_id, label, title, text in plain_rows(corpus.articles[["article_id", "outlet_label", "title", "text"]]):
        lines = [row for row in rows_of(shown[article_id]) if row.label != "blank"] if article_id in shown else []
        rows = [
            (row.begin, row.end, label_for_readers(row.label), len(text[row.begin : row.end].split()), reason_for_readers(row))
            for row in lines
        ]
        table = pd.DataFrame(rows, columns=["from", "to", "line", "words", "why"])
        pages.append(
            f"{_opening(label, title)}"
            f'<p class="mk-place" id="{place_of("text", article_id)}">article_id: {escape(article_id)}</p>'
            f"{html_table(table, f'{article_id}: its lines, without their words')}</details>"
        )
        plain += [str(label), plain_text(table)]
    return Shown("".join(pages), "\n".join(plain))


def _opening(label: str, title: object) -> str:
    headline = escape(excerpt(title)) if isinstance(title, str) else '<span class="mk-missing">headline not known</span>'
    return f'<details class="mk-article"><summary>{escape(label)} <span>{headline}</span></summary>'
