"""Which articles report one event, for readers: a row an article, warnings first, and the events that only look alike."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.tables import STORIES, STORY_MEMBERS, check, missing, rows_of
from mediakit.views.shown import Shown, escape, html_table, plain_text

_BASES = {
    "manifest": "named in the manifest",
    "meta": "named in the file",
    "user": "you said so",
    "grouped": "worked out from the words",
}
#: what is said of an article with the warning other_event
WARNING = "likely another event"


def show_stories(story_members: pd.DataFrame, stories: pd.DataFrame, corpus: Corpus) -> Shown:
    """Which articles report one event, how that is known, and which ones only look as if they did.

    Parameters: story_members, what group_stories() returned; stories, what describe_stories() made of it; corpus.

    An article that likely reports another event than the others of its story is named first, with the reason. You overrule
    it by a line in corrections.csv: table articles, field story_id.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped.", "Coast Courier": "The council met."})
    >>> members = mk.group_stories(corpus)
    >>> print(mk.show_stories(members, mk.describe_stories(members, corpus), corpus).plain.splitlines()[0])
    2 articles, 2 events; 0 articles to look at again.
    """
    story_members = check(story_members, STORY_MEMBERS)
    labels = _labels(check(stories, STORIES))
    shown = dict(zip(corpus.articles["article_id"], corpus.articles["outlet_label"], strict=True))
    titles = dict(zip(corpus.articles["article_id"], corpus.articles["title"], strict=True))
    table = pd.DataFrame(
        {
            "article": [f"{shown[row.article_id]}: {_title(titles[row.article_id])}" for row in rows_of(story_members)],
            "event": [labels[row.story_id] for row in rows_of(story_members)],
            "how that is known": [_BASES.get(row.basis, row.basis) for row in rows_of(story_members)],
            "look again": ["–" if missing(row.warning) else f"{WARNING}: {row.reason}" for row in rows_of(story_members)],
        }
    )
    names = {**{f"{story_id}: ": "" for story_id in labels}, **shown}
    related = pd.DataFrame(
        [
            (labels[row.story_id], ", ".join(labels.get(one, one) for one in row.related_to), named(row.reason, names))
            for row in rows_of(stories)
            if len(row.related_to)
        ],
        columns=["event", "looks like", "and is taken for another because"],
    )
    warned = int(story_members["warning"].notna().sum())
    lead = f"{_count(len(table), 'article')}, {_count(len(stories), 'event')}; {_count(warned, 'article')} to look at again."
    body = f'<p class="mk-lead">{escape(lead)}</p>{html_table(table, "Which event each article reports")}'
    if len(related):
        body += html_table(related, "Events that look alike")
    return Shown(body, "\n".join([lead, plain_text(table), *([plain_text(related)] if len(related) else [])]))


def _labels(stories: pd.DataFrame) -> dict[str, str]:
    """A letter for each story and the words that set it apart."""
    return {row.story_id: f"event {number}: {row.label}" for number, row in enumerate(rows_of(stories), start=1)}


def named(reason: str, names: Mapping[str, str]) -> str:
    """A reason with articles called as they are shown, and without the names of stories."""
    for name in sorted(names, key=len, reverse=True):
        reason = reason.replace(name, names[name])
    return reason


def _title(title: object) -> str:
    return title if isinstance(title, str) else "headline not known"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
