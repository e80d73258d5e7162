"""describe_stories(): each story with its outlets and dates, and the stories that only look like it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from mediakit.corpus import Corpus
from mediakit.stories.closeness import THRESHOLD, UNDATED, links
from mediakit.stories.doubt import reasons
from mediakit.stories.read import Read, read_articles
from mediakit.stories.words import centers
from mediakit.tables import STORIES, STORY_MEMBERS, check, make, plain_rows

MOST_RELATED = 5  # look-alike stories that are named
_SAMPLE = 6  # articles of either story that the reason is looked for in
_LABEL_WORDS = 4


def describe_stories(story_members: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """One row a story, by first date: the stories table.

    Parameters: story_members, what group_stories() returned; corpus, the same corpus.

    Returns story_id, label (words of its headlines and openings that other stories lack), n_articles,
    n_outlets_low and n_outlets_high (articles of unknown outlet may all be of one outlet or of as many),
    first and last (dates of publication), related_to (up to five stories as alike in words as reports of
    one event are, the most alike first) and reason (why each is taken for another event).

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry ran aground off Otter Point. Forty were saved."})
    >>> mk.describe_stories(mk.group_stories(corpus), corpus)[["n_articles", "n_outlets_high"]].values.tolist()
    [[1, 1]]
    """
    story_members = check(story_members, STORY_MEMBERS)
    read = read_articles(corpus)
    place_of = {article_id: place for place, article_id in enumerate(read.ids)}
    stories: dict[str, list[int]] = {}
    for article_id, story in plain_rows(story_members[["article_id", "story_id"]]):
        if article_id in place_of and story is not None:
            stories.setdefault(story, []).append(place_of[article_id])
    stories = {story: sorted(stories[story]) for story in sorted(stories)}
    known = {
        article_id: (outlet_key, published)
        for article_id, outlet_key, published in plain_rows(corpus.articles[["article_id", "outlet_key", "published"]])
    }
    labels, related = _labels(read, stories), _related(read, stories)
    rows = []
    for story, places in stories.items():
        keys, dates = zip(*(known[read.ids[place]] for place in places), strict=True)
        named, unknown = len({*keys} - {None}), keys.count(None)
        given = sorted(date for date in dates if date is not None)
        rows.append(
            (story, labels[story], len(places), max(named, 1), named + unknown, given[0] if given else None,
             given[-1] if given else None, [other for other, _ in related[story]],
             " | ".join(f"{other}: {reason}" for other, reason in related[story]) or None)
        )  # fmt: skip
    return make(sorted(rows, key=lambda row: (row[5] or "9999", row[0])), STORIES)


def _labels(read: Read, stories: Mapping[str, Sequence[int]]) -> dict[str, str]:
    """For each story the words that most of its openings hold and few other stories do."""
    held = {story: Counter(word for place in places for word in read.openings[place]) for story, places in stories.items()}
    holding = Counter(word for words in held.values() for word in words)

    def weight(story: str, word: str) -> tuple[float, str]:
        return -held[story][word] * math.log(1 + len(stories) / holding[word]), word

    return {
        story: ", ".join(
            sorted((word for word in words if not word.isdigit()), key=lambda word: weight(story, word))[:_LABEL_WORDS]
        )
        for story, words in held.items()
    }


def _related(read: Read, stories: Mapping[str, Sequence[int]]) -> dict[str, list[tuple[str, str]]]:
    """For each story those as alike in words as reports of one event are, and why they are other events."""
    names, places = [*stories], [*stories.values()]
    first, second, like = links(centers(read.rows, places), np.full(len(names), np.nan), THRESHOLD * UNDATED)
    found: dict[str, list[tuple[float, int]]] = {name: [] for name in names}
    for one, other, value in zip(first.tolist(), second.tolist(), like.round(9).tolist(), strict=True):
        found[names[one]].append((-value, other))
        found[names[other]].append((-value, one))
    return {
        names[one]: [
            (names[other], reasons(read, [(a, b) for a in places[one][:_SAMPLE] for b in places[other][:_SAMPLE]]))
            for _, other in sorted(found[names[one]])[:MOST_RELATED]
        ]
        for one in range(len(names))
    }
