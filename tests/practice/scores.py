"""What the toolkit finds in the practice corpus, held against what was planted: right, found and planted, a kind of item each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from typing import Any, NamedTuple

import pandas as pd

import mediakit as mk

Truth = dict[str, Any]
Place = tuple[str, int, int]  # article, begin, end

UNNAMED = {"unnamed_person", "unnamed_group", "bare"}
NOT_PLANTED = {"same", "punct"}  # a comma at the end of a quotation is nobody's change


class Score(NamedTuple):
    """How many of what was found are right, and how many of what was planted were found."""

    right: int
    found: int
    planted: int
    recalled: int

    @property
    def precision(self) -> float:
        return self.right / self.found

    @property
    def recall(self) -> float:
        return self.recalled / self.planted


class Tables(NamedTuple):
    """What one run over the practice corpus gives."""

    quotes: pd.DataFrame
    attributions: pd.DataFrame
    links: pd.DataFrame
    passages: pd.DataFrame
    members: pd.DataFrame
    blind_members: pd.DataFrame  #: with no story given
    text: dict[str, str]


def run(corpus: mk.Corpus) -> Tables:
    """Every table the truth can be held against; missing cells are None."""
    members = mk.group_stories(corpus)
    storied = mk.apply_stories(corpus, members)
    quotes = mk.find_quotes(storied)
    blind = replace(corpus, articles=corpus.articles.assign(story_id=None, story_basis=None).astype(corpus.articles.dtypes))
    found = (
        quotes,
        mk.find_attributions(storied),
        mk.link_quotes(quotes, storied),
        mk.find_passages(storied),
        members,
        mk.group_stories(blind),
    )
    plain = [table.astype(object).where(table.notna(), None) for table in found]
    return Tables(*plain, dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True)))


def score_all(truth: Truth, tables: Tables) -> dict[str, Score]:
    """The score of every kind of item that the toolkit measures."""
    said = _quotations(truth, tables)
    told = _statements(truth, tables)
    pairs = _linked(truth, tables)
    named = [(planted, row.speaker_name) for planted, row in said if planted["speaker_name"]]
    sourced = [(planted, row.source_name) for planted, row in told if planted["source_name"]]
    return {
        "quotations": Score(len(said), len(tables.quotes), len(truth["quotations"]), len(said)),
        "speakers of quotations": _names(named, truth["quotations"], "speaker_name"),
        "statements in other words": Score(len(told), len(_not_direct(tables)), len(truth["statements"]), len(told)),
        "sources of statements": _names(sourced, truth["statements"], "source_name"),
        "unnamed sources": _unnamed(truth, told),
        "carriers": _carriers(truth, said, told),
        "copies of quotations": _copies(truth, tables),
        "changes in copies": _changes(truth, pairs),
        "silent cuts": _silent(truth, pairs),
        "copied text": _copied(truth["copied_text"], tables, credit=None),
        "copied without credit": _copied(truth["copied_text"], tables, credit=False),
        "stories": _stories(truth, tables),
        "other events": _other_events(truth, tables),
    }


def place_of(planted: Truth, text: dict[str, str], key: str = "text") -> Place:
    """Where a planted string stands, the first time."""
    begin = text[planted["article"]].index(planted[key])
    return planted["article"], begin, begin + len(planted[key])


def _quotations(truth: Truth, tables: Tables) -> list[tuple[Truth, Any]]:
    found = {(row.article_id, row.begin, row.end): row for row in tables.quotes.itertuples()}
    placed = [(planted, place_of(planted, tables.text)) for planted in truth["quotations"]]
    return [(planted, found[place]) for planted, place in placed if place in found]


def _not_direct(tables: Tables) -> list[Any]:
    return [row for row in tables.attributions.itertuples() if row.kind != "direct"]


def _statements(truth: Truth, tables: Tables) -> list[tuple[Truth, Any]]:
    """Each planted statement with the one found that covers most of it, half of it at least; each found one is used once."""
    pairs, used = [], set()
    for planted in truth["statements"]:
        article, begin, end = place_of(planted, tables.text)
        near = [
            (min(end, row.end) - max(begin, row.begin), -row.Index, row)
            for row in _not_direct(tables)
            if row.article_id == article and row.Index not in used
        ]
        covered, _, row = max(near, default=(0, 0, None))
        if 2 * covered >= end - begin:
            used.add(row.Index)
            pairs.append((planted, row))
    return pairs


def _names(given: Iterable[tuple[Truth, str | None]], planted: list[Truth], key: str) -> Score:
    """Names right, of the names found for planted ones that have a name."""
    pairs = [(_folded(one[key]), _folded(name)) for one, name in given if name is not None]
    right = sum(name == found for name, found in pairs)
    return Score(right, len(pairs), sum(one[key] is not None for one in planted), right)


def _folded(name: str) -> str:
    return name.replace(".", "").casefold().removeprefix("the ")


def _unnamed(truth: Truth, told: list[tuple[Truth, Any]]) -> Score:
    found = [planted["identification"] in UNNAMED for planted, row in told if row.identification in UNNAMED]
    planted = sum(one["identification"] in UNNAMED for one in truth["statements"])
    return Score(sum(found), len(found), planted, sum(found))


def _carriers(truth: Truth, *pairs: list[tuple[Truth, Any]]) -> Score:
    both = [(planted["carriers"], [*row.carriers]) for some in pairs for planted, row in some]
    right = sum(len(set(planted) & set(found)) for planted, found in both)
    planted = sum(len(one["carriers"]) for one in (*truth["quotations"], *truth["statements"]))
    return Score(right, sum(len(found) for _, found in both), planted, right)


def _groups(truth: Truth, tables: Tables) -> dict[Place, Truth]:
    return {place_of(planted, tables.text): planted for planted in truth["quotations"] if "copy_of" in planted}


def _links(tables: Tables) -> dict[frozenset[Place], Any]:
    """Links between two quotations, by where the two stand."""
    place = {(row.article_id, row.quote_no): (row.article_id, row.begin, row.end) for row in tables.quotes.itertuples()}
    return {
        frozenset((place[row.article_id, row.quote_no], place[row.other_article_id, row.other_quote_no])): row
        for row in tables.links.itertuples()
        if row.quote_no is not None and row.other_quote_no is not None
    }


def _references(truth: Truth, tables: Tables) -> list[tuple[frozenset[Place], Truth]]:
    """Each planted copy, paired with the wording it is a copy of."""
    planted = _groups(truth, tables)
    whole = {row["copy_of"][0]: place for place, row in planted.items() if row["changes"] == ["reference"]}
    copies = [(place, row) for place, row in planted.items() if row["changes"] != ["reference"]]
    return [(frozenset((place, whole[row["copy_of"][0]])), row) for place, row in copies]


def _copies(truth: Truth, tables: Tables) -> Score:
    """Recall: copies linked to the wording they come from; precision: links between two copies of the same words."""
    planted, links = _groups(truth, tables), _links(tables)
    of = {place: set(row["copy_of"]) for place, row in planted.items()}
    right = sum(bool(set.intersection(*(of.get(place, set()) for place in pair))) for pair in links)
    references = _references(truth, tables)
    return Score(right, len(links), len(references), sum(pair in links for pair, _ in references))


def _linked(truth: Truth, tables: Tables) -> list[tuple[Truth, Any]]:
    links = _links(tables)
    return [(planted, links[pair]) for pair, planted in _references(truth, tables) if pair in links]


def _changes(truth: Truth, pairs: list[tuple[Truth, Any]]) -> Score:
    both = [(set(planted["changes"]) - NOT_PLANTED, set(row.changes) - NOT_PLANTED) for planted, row in pairs]
    right = sum(len(planted & found) for planted, found in both)
    planted = sum(len(set(one["changes"]) - NOT_PLANTED - {"reference"}) for one in truth["quotations"] if "copy_of" in one)
    return Score(right, sum(len(found) for _, found in both), planted, right)


def _silent(truth: Truth, pairs: list[tuple[Truth, Any]]) -> Score:
    right = sum(planted["silent_cut"] and row.silent for planted, row in pairs)
    planted = sum(one.get("silent_cut", False) for one in truth["quotations"])
    return Score(right, sum(row.silent for _, row in pairs), planted, right)


def _copied(planted: list[Truth], tables: Tables, *, credit: bool | None) -> Score:
    """Pairs of articles of which one has text of the other."""
    rows = [row for row in tables.passages.itertuples() if row.kind == "text" and credit in (None, row.credited)]
    found = {frozenset((row.article_id, row.other_article_id)) for row in rows}
    wanted = {frozenset((one["article"], one["from"])) for one in planted if credit in (None, one["credited"])}
    return Score(len(found & wanted), len(found), len(wanted), len(found & wanted))


def _stories(truth: Truth, tables: Tables) -> Score:
    """Pairs of articles put into one story while no story was given."""
    told = {article: number for number, story in enumerate(truth["stories"]) for article in story["articles"]}
    wanted = {frozenset(pair) for pair in combinations(told, 2) if told[pair[0]] == told[pair[1]]}
    members = tables.blind_members.groupby("story_id")["article_id"].agg(list)
    found = {frozenset(pair) for articles in members for pair in combinations(articles, 2)}
    return Score(len(found & wanted), len(found), len(wanted), len(found & wanted))


def _other_events(truth: Truth, tables: Tables) -> Score:
    """Articles warned about, or left alone in a story of their own."""
    size = tables.members["story_id"].map(tables.members["story_id"].value_counts())
    found = set(tables.members.loc[tables.members["warning"].notna() | (size == 1), "article_id"])
    wanted = {one["article"] for one in truth["other_events"]}
    return Score(len(found & wanted), len(found), len(wanted), len(found & wanted))
