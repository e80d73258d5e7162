"""A quotes table from given quotations, and the links between two of them."""

from typing import Any

import pandas as pd

from mediakit.reuse.link_quotes import link_quotes
from mediakit.tables import QUOTES, make


def quotes_of(said: dict[str, list[str]], *, stories: dict[str, str] | None = None) -> pd.DataFrame:
    """The quotes table of articles that hold nothing but these quotations, each on a line of its own between marks."""
    rows = []
    for article_id, texts in said.items():
        begin = 1
        for number, text in enumerate(texts, start=1):
            cells: dict[str, Any] = {
                "article_id": article_id, "story_id": (stories or {}).get(article_id), "outlet": f"The {article_id}",
                "outlet_key": article_id, "quote_no": number, "part": "body", "begin": begin, "end": begin + len(text),
                "text": text, "form": "full", "closed": True,
            }  # fmt: skip
            rows.append(tuple(cells.get(name) for name in QUOTES.names))
            begin += len(text) + 3
    return make(rows, QUOTES)


def link_of(one: str, other: str) -> Any:
    """The one link between two quotations of two articles."""
    links = link_quotes(quotes_of({"a": [one], "b": [other]}))
    assert len(links) == 1
    return next(links.itertuples(index=False))


def are_linked(one: str, other: str) -> bool:
    """Whether two quotations of two articles are taken for the same words."""
    return len(link_quotes(quotes_of({"a": [one], "b": [other]}))) == 1
