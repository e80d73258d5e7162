"""Copies of one text in a comparison of two outlets.

An agency report that both outlets print makes a difference of nought, whatever the two write themselves;
one that an outlet prints twice is not two pieces of evidence. So, between two outlets and if asked for,

- a text that both of them printed counts for neither;
- a text that one of them printed more than once counts where it stands first.

A third outlet's copy changes nothing: it is no part of this comparison.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from mediakit.errors import MeasureError
from mediakit.tables import ARTICLES, check, missing

COUNTED_ONCE = "copies=once"  #: what the recipe of a difference then says


def groups_of(articles: pd.DataFrame, values: pd.DataFrame) -> dict[str, int]:
    """For each article whose text stands more than once, edited versions included, the number of its group.

    Raises MeasureError where values hold an article that articles lack.
    """
    articles = check(articles, ARTICLES)
    absent = set(values["article_id"]) - set(articles["article_id"])
    if absent:
        what = f"{len(absent)} measured articles are not in the table of articles, {min(absent)!r} for one"
        raise MeasureError(what, where="articles", mend="pass the articles of the corpus that was measured: corpus.articles")
    numbers = zip(articles["article_id"], articles["duplicate_group"], strict=True)
    return {str(article): int(group) for article, group in numbers if not missing(group)}


def repeated(outlet: pd.DataFrame, reference: pd.DataFrame, groups: Mapping[str, int]) -> set[str]:
    """The articles of two outlets that do not count, given the rows of one measure that have a value."""
    one, other = (
        pd.Series({article: groups.get(article) for article in rows["article_id"]}).dropna() for rows in (outlet, reference)
    )
    both = set(one) & set(other)
    return {article for side in (one, other) for article in side.index[side.duplicated() | side.isin(both)]}
