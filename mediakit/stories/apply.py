"""apply_stories(): a corpus whose articles have their stories, and whose doubtful ones are flagged."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.errors import CorpusError
from mediakit.loaders.records import FLAGS
from mediakit.stories.decided import OTHER_EVENT, flags_decided
from mediakit.tables import ARTICLES, LIST, PROBLEMS, STORY_MEMBERS, TEXT, check, make, plain_rows


def apply_stories(corpus: Corpus, story_members: pd.DataFrame) -> Corpus:
    """A new corpus with story_id, story_basis and the flag other_event from story_members.

    Parameters: corpus; story_members, what group_stories() returned, or the same table edited: a story_id
    or warning changed there is taken over. What the manifest, the file or a correction gives stays.

    Articles flagged other_event keep their values, with the status “other event”, and take no part in
    summaries and comparisons by story; each is a row of problems too. To overrule a flag, write into
    corrections.csv: table articles, its article_id, and either field story_id with the story it does
    report, or field flags with the flags that hold (none: leave value empty).

    Raises CorpusError where an article has no row in story_members.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry ran aground.", "Island Times": "The council set its budget."})
    >>> mk.apply_stories(corpus, mk.group_stories(corpus)).articles["story_basis"].tolist()
    ['grouped', 'grouped']
    """
    story_members = check(story_members, STORY_MEMBERS)
    members = {row[0]: row[1:] for row in plain_rows(story_members[["article_id", "story_id", "warning", "reason"]])}
    articles = check(corpus.articles, ARTICLES).copy()
    absent = sorted({*articles["article_id"]} - {*members})
    if absent:
        mend = "group the whole corpus: mk.group_stories(corpus)"
        raise CorpusError(f"{len(absent)} articles have no row in story_members", where=", ".join(absent[:5]), mend=mend)
    decided = flags_decided(corpus)
    stories, bases, flags, problems = [], [], [], []
    columns = ["article_id", "story_id", "story_basis", "flags", "path"]
    for article_id, own, basis, raised, path in plain_rows(articles[columns]):
        story, warning, reason = members[article_id]
        given = own is not None and basis != "grouped"
        stories.append(own if given else story)
        bases.append(basis if given else ("grouped" if story is not None else None))
        said = {*(raised if raised is not None else ())}
        if article_id not in decided:
            said = said - {OTHER_EVENT} | ({OTHER_EVENT} if warning == OTHER_EVENT else set())
        flags.append([flag for flag in FLAGS if flag in said])
        if OTHER_EVENT in said and article_id not in decided:
            problems.append((path, None, "story_id", _what(article_id, reason), _MEND, "flagged"))
    articles["story_id"] = pd.Series(stories, index=articles.index, dtype=TEXT)
    articles["story_basis"] = pd.Series(bases, index=articles.index, dtype=TEXT)
    articles["flags"] = pd.Series(flags, index=articles.index, dtype=LIST)
    new = pd.concat([corpus.problems, make(problems, PROBLEMS)], ignore_index=True).drop_duplicates(ignore_index=True)
    return replace(corpus, articles=articles, problems=new)


_MEND = "read it: if it reports the event of its story, say so in corrections.csv (table articles, field story_id or flags)"


def _what(article_id: str, reason: str | None) -> str:
    return f"{article_id} likely reports another event than its story: {reason or 'no reason given'}"
