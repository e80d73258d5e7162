"""Whose words an outlet prints: words by speaker, kinds of source, and the verbs that go with each speaker, as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pandas as pd

from mediakit.comparison.summarize import outlet_groups
from mediakit.corpus import Corpus
from mediakit.tables import ATTRIBUTIONS, QUOTES, check, missing, rows_of
from mediakit.text.words import words_in
from mediakit.views.quotations import is_contested, pieces

UNNAMED = "not named"
NOBODY = "no source given"
_NOT_NAMED, _NOBODY = ("unnamed_person", "unnamed_group"), ("bare", "none")


def list_voices(corpus: Corpus, quotes: pd.DataFrame, attributions: pd.DataFrame) -> pd.DataFrame:
    """How many words each speaker gets, outlet by outlet: quoted, and told in the outlet's own words.

    Parameters: corpus; quotes, what find_quotes() returned for it; attributions, what find_attributions() did.

    Returns one row an outlet and speaker, most words first: group (the outlet as shown), speaker (the name
    the mention stands for, or the mention itself; “not named”; “no source given”), quoted_words,
    told_words, statements, articles, and share (of all words the outlet attributes to anybody). A
    quotation that an outlet prints twice word for word counts once. Statements of articles that are not in corpus are left out.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Herald": "“The pier is shut,” said Ama Hill. She claimed that it leaks."})
    >>> voices = mk.list_voices(corpus, mk.find_quotes(corpus), mk.find_attributions(corpus))
    >>> voices[["speaker", "quoted_words", "told_words"]].values.tolist()
    [['Ama Hill', 4, 3]]
    """
    texts = dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True))
    attributions = check(attributions, ATTRIBUTIONS)
    attributions = attributions[attributions["article_id"].isin(texts)]
    stretches: dict[tuple[str, int], list[Any]] = {}
    for row in rows_of(check(quotes, QUOTES)[["article_id", "attribution_no", "begin", "end", "text"]]):
        if not missing(row.attribution_no):
            stretches.setdefault((row.article_id, int(row.attribution_no)), []).append(row)
    found: dict[tuple[str, str], list[Any]] = {}
    for group, row in zip(outlet_groups(attributions), rows_of(attributions[_OF_STATEMENTS]), strict=True):
        found.setdefault((group, speaker_of(row)), []).append(row)
    rows = []
    for (group, speaker), statements in found.items():
        wordings: dict[str, int] = {}
        told = 0
        for row in statements:
            inside = stretches.get((row.article_id, int(row.attribution_no)), [])
            wordings |= {_wording(stretch.text): len(words_in(stretch.text)) for stretch in inside}
            told += sum(len(words_in(words)) for words in _told(texts[row.article_id], row, inside))
        articles = len({row.article_id for row in statements})
        rows.append((group, speaker, sum(wordings.values()), told, len(statements), articles))
    frame = pd.DataFrame(rows, columns=["group", "speaker", "quoted_words", "told_words", "statements", "articles"])
    words = frame["quoted_words"] + frame["told_words"]
    frame["share"] = words / words.groupby(frame["group"]).transform("sum").where(lambda total: total > 0)
    order = frame.assign(words=-words, place=frame["group"].map({group: n for n, group in enumerate(frame["group"].unique())}))
    return frame.loc[order.sort_values(["place", "words", "speaker"], kind="stable").index].reset_index(drop=True)


_OF_STATEMENTS = ["article_id", "attribution_no", "spans", "source", "source_name", "identification"]


def speaker_of(row: Any) -> str:
    """Who a row of attributions is tied to, as one calls them: by name, by the words of the text, or not at all."""
    if row.identification in _NOT_NAMED:
        return UNNAMED
    if row.identification in _NOBODY:
        return NOBODY
    for name in (row.source_name, row.source):
        if not missing(name):
            return str(name)
    return NOBODY


def _told(text: str, row: Any, inside: list[Any]) -> Iterator[str]:
    """What of a statement stands outside quotation marks."""
    for begin, end in pieces(row):
        place = begin
        for stretch in sorted(inside, key=lambda stretch: stretch.begin):
            if stretch.begin < end and stretch.end > place:
                yield text[place : stretch.begin]
                place = max(place, int(stretch.end))
        yield text[place:end]


def _wording(text: str) -> str:
    return " ".join(text.split()).casefold()


def list_source_kinds(attributions: pd.DataFrame) -> pd.DataFrame:
    """How the sources of each outlet are identified: one row an outlet and kind, with its count and share.

    Parameters: attributions, what find_attributions() returned.

    Returns group, identification, statements, share.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Herald": "“The pier is shut,” said Ama Hill. She claimed that it leaks."})
    >>> mk.list_source_kinds(mk.find_attributions(corpus)).values.tolist()
    [['Herald', 'named_person', 2, 1.0]]
    """
    groups = outlet_groups(check(attributions, ATTRIBUTIONS))
    counted = Counter(zip(groups, attributions["identification"], strict=True))
    totals = Counter(groups)
    rows = [(group, kind, n, n / totals[group]) for group in totals for kind in KINDS if (n := counted[group, kind])]
    return pd.DataFrame(rows, columns=["group", "identification", "statements", "share"])


#: the kinds of source from the best identified to the least
KINDS = ("named_person", "named_organisation", "medium", "document", "unnamed_person", "unnamed_group", "bare", "none")


def list_cues(attributions: pd.DataFrame) -> pd.DataFrame:
    """Which words tie whom to a statement: one row a speaker, outlet and class of cue, with the cues that stand there.

    Parameters: attributions, what find_attributions() returned.

    Returns speaker, group, cue_class, statements, contested (statements whose cue dictionaries class
    differently) and cues (each with its count).

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Herald": "“The pier is shut,” said Ama Hill. She claimed that it leaks."})
    >>> mk.list_cues(mk.find_attributions(corpus))[["speaker", "cue_class", "cues"]].values.tolist()
    [['Ama Hill', 'distancing', 'claimed 1'], ['Ama Hill', 'neutral', 'said 1']]
    """
    attributions = check(attributions, ATTRIBUTIONS)
    found: dict[tuple[str, str, str], list[Any]] = {}
    for group, row in zip(outlet_groups(attributions), rows_of(attributions), strict=True):
        if not missing(row.cue_class):
            found.setdefault((speaker_of(row), group, row.cue_class), []).append(row)
    rows = []
    for (speaker, group, kind), statements in sorted(found.items()):
        cues = Counter(str(row.cue).casefold() for row in statements)
        said = ", ".join(f"{cue} {n}" for cue, n in sorted(cues.items(), key=lambda one: (-one[1], one[0])))
        rows.append((speaker, group, kind, len(statements), sum(is_contested(row) for row in statements), said))
    return pd.DataFrame(rows, columns=["speaker", "group", "cue_class", "statements", "contested", "cues"])
