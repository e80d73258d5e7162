"""Articles as explorers show them: what is known of each, and its text, cut where something marked begins or ends."""

from __future__ import annotations

from typing import Any

from mediakit.corpus import Corpus
from mediakit.tables import missing, rows_of
from mediakit.views.reader import Marks, reader_lines
from mediakit.views.shown import visible


def packed_texts(corpus: Corpus, *marks: Marks) -> list[dict[str, Any]]:
    """One dict an article, in the order of the corpus, as texts.js reads it.

    Parameters: corpus; marks, as reader_lines() takes them.

    Returns dicts with id, label (of the outlet), title, published (may be empty) and lines: each with no
    (its number), label, shown (the label in words), why (the rule) and pieces, each a list of its words and the keys it
    belongs to.
    """
    lines = reader_lines(corpus, *marks)
    return [
        {
            "id": row.article_id,
            "label": visible(row.outlet_label),
            "title": "headline not known" if missing(row.title) else visible(row.title),
            "published": "" if missing(row.published) else visible(row.published),
            "lines": [
                {
                    "no": line.no,
                    "label": line.label,
                    "shown": line.shown_label,
                    "why": visible(line.why),
                    "pieces": [[piece.text, *piece.keys] for piece in line.pieces],
                }
                for line in lines[row.article_id]
            ],
        }
        for row in rows_of(corpus.articles)
    ]
