"""One estimate a group and measure, with the interval its data allow and no other.

- From three known stories on: the mean over stories, with a t interval over stories. (Resampling
  few stories gives intervals that are too narrow.)
- One article: its value, with the interval of its own sentences, labelled as such.
- Anything between: the mean and no interval.
Articles without a known outlet are never put together: each is a group of its own.
"""

from __future__ import annotations

from statistics import fmean, stdev
from typing import Any, NamedTuple

import pandas as pd

from mediakit.errors import MeasureError, RecipeError
from mediakit.identity import unknown_labels
from mediakit.measures.left_out import OTHER_EVENT
from mediakit.tables import SUMMARY, TEXT, VALUES, check, make, missing, rows_of

FEWEST_STORIES = 3


class _Estimate(NamedTuple):
    estimate: float | None
    low: float | None
    high: float | None
    n_stories: int | None
    n_articles: int
    method: str


def summarize(values: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """The summary table: one row a group and measure.

    Parameters: values, what measure() returned; by, "outlet" (each article of unknown outlet stands
    alone) or "article".

    Returns group, measure, estimate, low, high, n_stories, n_articles, n_left_out (articles whose
    status is not ok; by outlet these include articles that likely report another event than their
    story), method (what estimate and interval are) and recipe.
    Measures of whole stories belong to no outlet and no article: their rows are left out.
    Raises RecipeError when values of one measure were made in different ways.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped.", "Coast Courier": "No ferry ran today."})
    >>> mk.summarize(mk.measure(corpus, "word_count"))[["group", "estimate", "n_articles"]].values.tolist()
    [['Harbour Herald', 3.0, 1], ['Coast Courier', 4.0, 1]]
    """
    values = check(values, VALUES)
    if by not in ("outlet", "article"):
        raise MeasureError(f"cannot group by {by!r}", where="by", mend="use outlet or article")
    refuse_mixed_recipes(values)
    values = values[values["article_id"].notna()]
    groups = values["article_id"] if by == "article" else outlet_groups(values)
    parts: dict[tuple[str, str], list[Any]] = {}
    for group, row in zip(groups, rows_of(values), strict=True):
        parts.setdefault((group, row.measure), []).append(row)
    usable = ("ok", OTHER_EVENT) if by == "article" else ("ok",)
    rows = []
    for (group, measure), part in parts.items():
        made = _estimate([row for row in part if row.status in usable])
        rows.append((group, measure, *made[:-1], len(part) - made.n_articles, made.method, part[0].recipe))
    return make(rows, SUMMARY)


def refuse_mixed_recipes(values: pd.DataFrame) -> None:
    """Raise RecipeError when values of one measure were made in different ways."""
    kinds = values.groupby("measure")["recipe"].nunique()
    mixed = kinds[kinds > 1]
    if len(mixed):
        found = sorted(values.loc[values["measure"] == mixed.index[0], "recipe"].unique())
        raise RecipeError(
            f"values of {mixed.index[0]} were made in {mixed.iat[0]} ways",
            where="; ".join(found),
            mend="summarize them one by one, or measure all articles with the same options",
        )


def outlet_groups(values: pd.DataFrame) -> pd.Series[str]:
    """The group of each row: the usual spelling of its outlet, or a label of its own where that is not known.

    Parameters: values, or any table that starts with article_id, story_id, outlet, outlet_key.
    """
    known = values.dropna(subset=["outlet_key"]).groupby("outlet_key")["outlet"]
    # the most common; of equals one that is not shouted, then the first by letter
    names = {key: min(spellings.mode(), key=lambda name: (name.isupper(), name)) for key, spellings in known}
    unknown = unknown_labels(values.loc[values["outlet_key"].isna(), "article_id"].unique(), names.values())
    labels = [
        names.get(key, unknown.get(article)) for key, article in zip(values["outlet_key"], values["article_id"], strict=True)
    ]
    return pd.Series(labels, index=values.index, dtype=TEXT)


def _estimate(usable: list[Any]) -> _Estimate:
    stories: dict[str, list[float]] = {}
    for row in usable:
        if not missing(row.story_id):
            stories.setdefault(row.story_id, []).append(row.value)
    n_articles, n_stories = len(usable), len(stories) or None
    if n_articles == 0:
        return _Estimate(None, None, None, n_stories, 0, "no article with a value")
    if n_articles == 1:
        only = usable[0]
        method = "one article" if missing(only.low) else f"one article; interval: {only.interval_method}"
        return _Estimate(only.value, only.low, only.high, n_stories, 1, method)
    if sum(map(len, stories.values())) < n_articles:
        method = "mean of articles; no interval while stories are not known"
        return _Estimate(fmean(row.value for row in usable), None, None, n_stories, n_articles, method)
    by_story = [fmean(values) for values in stories.values()]
    mean = fmean(by_story)
    if len(by_story) < FEWEST_STORIES:
        return _Estimate(mean, None, None, n_stories, n_articles, f"mean of stories; no interval below {FEWEST_STORIES} stories")
    from scipy import stats

    half = float(stats.t.ppf(0.975, len(by_story) - 1)) * stdev(by_story) / len(by_story) ** 0.5
    return _Estimate(mean, mean - half, mean + half, n_stories, n_articles, "mean of stories; interval: 95 %, t over stories")
