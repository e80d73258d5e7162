"""The text of an article as HTML: body and furniture apart, each line with the rule that decided.

This is the only place where article text becomes HTML.
"""

from __future__ import annotations

from typing import Any

from mediakit.corpus import Corpus
from mediakit.tables import rows_of
from mediakit.views.shown import Shown, escape, place_of, visible


def show_texts(corpus: Corpus, *, open_first: bool = False) -> Shown:
    """Every article's text, line by line: what is counted as body, and what is not, by which rule.

    Parameters: corpus; open_first, whether the first article is unfolded.

    >>> import mediakit as mk
    >>> print(mk.show_texts(mk.read_texts({"Harbour Herald": "The ferry did not leave on Monday."})))
    Harbour Herald
      body | The ferry did not leave on Monday.
    """
    labels = dict(zip(corpus.articles["article_id"], corpus.articles["outlet_label"], strict=True))
    titles = dict(zip(corpus.articles["article_id"], corpus.articles["title"], strict=True))
    texts = dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True))
    pages, plain = [], []
    for number, (article_id, lines) in enumerate(corpus.lines.groupby("article_id", sort=False)):
        shown = lines[lines["label"] != "blank"]
        pages.append(
            f'<details class="mk-article"{" open" if open_first and number == 0 else ""}>'
            f"<summary>{escape(labels[article_id])} <span>{_headline(titles[article_id])}</span></summary>"
            f'<p class="mk-place" id="{place_of("text", str(article_id))}">article_id: {escape(article_id)}</p>'
            f'<ol class="mk-lines">{"".join(_line(texts[article_id], row) for row in rows_of(shown))}</ol></details>'
        )
        plain.append(str(labels[article_id]))
        plain += [f"  {row.label} | {visible(texts[article_id][row.begin : row.end].strip())}" for row in rows_of(shown)]
    return Shown("".join(pages), "\n".join(plain))


_NAMES = {"dek": "summary (dek)", "other": "site text", "bio": "about the author"}  # for readers; the tables keep the terms


def _headline(title: object) -> str:
    return escape(title) if isinstance(title, str) else '<span class="mk-missing">headline not known</span>'


def _line(text: str, row: Any) -> str:
    words = escape(text[row.begin : row.end].strip())
    kind = "mk-body" if row.label == "body" else "mk-furniture"
    return (
        f'<li class="{kind}"><span class="mk-label">{escape(label_for_readers(row.label))}'
        f'<span class="mk-place">{row.begin} to {row.end}</span></span>'
        f'<span class="mk-words" dir="auto">{words}</span>'
        f'<span class="mk-why">{escape(reason_for_readers(row))}</span></li>'
    )


def label_for_readers(label: str) -> str:
    """A line's label in plain words.

    >>> label_for_readers("dek"), label_for_readers("comment_form")
    ('summary (dek)', 'comment form')
    """
    return _NAMES.get(label, label.replace("_", " "))


def reason_for_readers(row: Any) -> str:
    """Why a row of the lines table has its label, how sure that is, and whether a user said so."""
    sure = {"certain": "", "likely": " (likely)", "check": " (worth a look)"}[row.confidence]
    return f"{'You said: ' if row.decided_by == 'user' else ''}{row.why}{sure}"
