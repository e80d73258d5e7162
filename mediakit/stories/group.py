"""group_stories(): which articles report one event, and which were put together but likely do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from mediakit.corpus import Corpus
from mediakit.stories.closeness import APART, Numbers, Places, events
from mediakit.stories.decided import OTHER_EVENT, flags_decided
from mediakit.stories.doubt import doubts
from mediakit.stories.read import Read, read_articles
from mediakit.stories.words import centers
from mediakit.tables import ARTICLES, STORY_MEMBERS, check, make, plain_rows


def group_stories(corpus: Corpus) -> pd.DataFrame:
    """Which articles report one event: the story_members table, every article exactly once.

    Parameters: corpus. A story_id that the manifest, the file or a correction gives is kept as it is;
    the other articles are grouped by their words, headline and opening before the rest, by how near
    they were published, and by what they say themselves: another weekday or day, other names, or that
    the other event was an earlier one. One threshold holds for every corpus, and no model is asked.

    Returns one row an article: article_id, story_id (for a story found here “story:” and its first
    article), outlet, outlet_key, basis (manifest, user, meta, … where it was given, else grouped),
    similarity (of words, to the others of its story), warning (other_event where the article likely
    belongs to another event than its story) and reason. Nothing is changed in the corpus:
    apply_stories does that.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({
    ...     "Harbour Herald": "The ferry Skerra ran aground off Otter Point. All 40 passengers were taken off the ferry.",
    ...     "Coast Courier": "Lifeboats took 40 passengers off the ferry Skerra, aground off Otter Point since dawn.",
    ...     "Island Times": "The council set its budget. Library hours will be cut."})
    >>> mk.group_stories(corpus)[["article_id", "story_id"]].values.tolist()
    [['Harbour Herald', 'story:Coast Courier'], ['Coast Courier', 'story:Coast Courier'], ['Island Times', 'story:Island Times']]
    """
    articles = check(corpus.articles, ARTICLES)
    read = read_articles(corpus)
    given = {
        article_id: (story, basis)
        for article_id, story, basis in plain_rows(articles[["article_id", "story_id", "story_basis"]])
        if story is not None and basis != "grouped"
    }
    stories = _stories(read, corpus, {article_id: story for article_id, (story, _) in given.items()})
    members: dict[str, list[int]] = {}
    for place, story in enumerate(stories):
        members.setdefault(story, []).append(place)
    similarity = _similarity(read, [*members.values()])
    doubtful = [story for story in members.values() if len(story) > 1 and any(read.ids[place] in given for place in story)]
    warned = {read.ids[place]: reason for story in doubtful for place, reason in doubts(read, story)}
    warned = {article_id: reason for article_id, reason in warned.items() if given.get(article_id, ("", ""))[1] != "user"}
    decided = flags_decided(corpus)
    for article_id, (flags, why) in decided.items():
        warned.pop(article_id, None)
        if OTHER_EVENT in flags:
            warned[article_id] = why or "a user said so"
    story_of = dict(zip(read.ids, stories, strict=True))
    like = dict(zip(read.ids, similarity, strict=True))
    return make(
        (
            (
                article_id, story_of[article_id], outlet, key, given.get(article_id, ("", "grouped"))[1],
                like[article_id], OTHER_EVENT if article_id in warned else None, warned.get(article_id),
            )
            for article_id, outlet, key in plain_rows(articles[["article_id", "outlet", "outlet_key"]])
        ),
        STORY_MEMBERS,
    )  # fmt: skip


def _stories(read: Read, corpus: Corpus, given: Mapping[str, str]) -> list[str]:
    """The story of each article, in the order of read."""
    units = _same_text(read, corpus, given)
    firsts = [unit[0] for unit in units]
    known = [given.get(read.ids[place]) for place in firsts]
    stories: dict[int, str] = {}
    for event in events(read.rows[firsts], [read.told[place] for place in firsts], lambda piece: _known_closeness(known, piece)):
        named = sorted({story for place in event if (story := known[place]) is not None})
        free = [place for place in event.tolist() if known[place] is None]
        if not named:
            first = min(event.tolist(), key=lambda place: (str(read.told[firsts[place]].published or "9999"), firsts[place]))
            stories |= dict.fromkeys(free, f"story:{read.ids[firsts[first]]}")
        else:
            stories |= _nearest(read, firsts, free, {story: [p for p in event.tolist() if known[p] == story] for story in named})
    of_article = {place: known[number] or stories[number] for number, unit in enumerate(units) for place in unit}
    return [of_article[place] for place in range(len(read.ids))]


def _same_text(read: Read, corpus: Corpus, given: Mapping[str, str]) -> list[list[int]]:
    """Places of articles, those of one text together: the same words report the same event."""
    columns = plain_rows(corpus.articles[["article_id", "sha256", "title", "text"]])
    text_of = {
        article_id: (sha256, title, given.get(article_id), not (text or "").strip())
        for article_id, sha256, title, text in columns
    }
    units: dict[tuple[object, ...], list[int]] = {}
    for place, article_id in enumerate(read.ids):
        *key, blank = text_of[article_id]
        units.setdefault((article_id,) if blank else tuple(key), []).append(place)
    return [*units.values()]


def _known_closeness(known: Sequence[str | None], piece: Places) -> Numbers | None:
    """1 for articles given to one story, APART for those given to two."""
    names = [known[place] for place in piece]
    if not any(names):
        return None
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    number = np.array([np.nan if name is None else numbers[name] for name in names])
    apart = number[:, None] - number[None, :]
    return np.where(np.isnan(apart), np.nan, np.where(apart == 0, 1.0, APART))


def _nearest(read: Read, firsts: Sequence[int], free: Sequence[int], named: Mapping[str, Sequence[int]]) -> dict[int, str]:
    """For each article without a story, which of those given in its group has the nearest words."""
    names = [*named]
    if not free:
        return {}
    middle = centers(read.rows, [[firsts[place] for place in places] for places in named.values()])
    like = (read.rows[[firsts[place] for place in free]] @ middle.T).toarray().round(9)
    return {place: names[int(best)] for place, best in zip(free, like.argmax(axis=1), strict=True)}


def _similarity(read: Read, stories: Sequence[Sequence[int]]) -> list[float | None]:
    """The mean similarity of the words of each article to those of the others of its story; None where it stands alone."""
    found: list[float | None] = [None] * len(read.ids)
    for story in stories:
        if len(story) > 1:
            rows = read.rows[story]
            total = np.asarray(rows.sum(axis=0)).ravel()
            own = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
            like = (rows @ total - own) / (len(story) - 1)
            for place, value in zip(story, like.clip(0, 1), strict=True):
                found[place] = float(value)
    return found
