"""explore_story(): one story as two outlets tell it, side by side, and what stands behind every number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from mediakit.articles import WHOLE_TEXT
from mediakit.comparison.summarize import refuse_mixed_recipes
from mediakit.corpus import Corpus
from mediakit.errors import ViewError
from mediakit.measures.catalogue import MEASURES, group_of
from mediakit.tables import ORIGINS, STORY_MEMBERS, VALUES, check, named_rows
from mediakit.views.behind import behind, marks_behind
from mediakit.views.reader import Mark, quote_marks, sentence_marks, statement_marks
from mediakit.views.shown import visible
from mediakit.views.stories import WARNING, named
from mediakit.views.values import rounded
from mediakit.widgets.explorer import Explorer, script, style
from mediakit.widgets.shared import packed_shared, places_apart
from mediakit.widgets.statements import packed_statements, said_in_words
from mediakit.widgets.texts import packed_texts

LAYERS = ("quotes", "told", "sources", "shared")
#: the columns of the list of outlets: of each row the first measure that has values
_KEY_MEASURES = (
    ("word_count",),
    ("mean_sentence_length",),
    ("flesch_kincaid_grade", "lix"),
    ("quote_count",),
    ("speaker_count",),
    ("reused_share",),
)
_CALLS = {
    "values": "measure(corpus)",
    "sentences": "split_sentences(corpus)",
    "quotes": "find_quotes(corpus)",
    "attributions": "find_attributions(corpus)",
    "links": "link_quotes(quotes, corpus)",
    "passages": "find_passages(corpus)",
}
ALL = ""  #: the story that holds every article


class StoryExplorer(Explorer):
    """The widget explore_story() makes."""

    heading = "One story, side by side"
    _esm = script("texts", "search", "statements", "story_texts", "story_panel", "story")
    _css = style("texts", "search", "statements", "story")

    def allowed(self, name: str) -> list[Any] | None:
        """The values a key of the state may have; None: any."""
        articles = [article["id"] for article in self.data["articles"]]
        measures = [measure["name"] for measure in self.data["measures"]]
        known = {
            "story": [story["id"] for story in self.data["stories"]],
            "left": articles,
            "right": [*articles, None],
            "order": ["read", "name", *measures],
            "measure": [*measures, None],
            "side": ["left", "right"],
        }
        return [False, True] if name in (*LAYERS, "rising", "together") else known.get(name)

    def whole(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """A state with both its texts: those given where they are of its story, or else the two to begin with."""
        articles = [article["id"] for article in self.data["articles"]]
        state = super().whole(given)
        story = next(story for story in self.data["stories"] if story["id"] == state["story"])
        inside = [articles[place] for place in story["articles"]]
        first, second = (None if place is None else articles[place] for place in story["pair"])
        left = given["left"] if given.get("left") in inside else first
        right = given["right"] if given.get("right", "") in (*inside, None) else second
        if right == left:
            right = next((one for one in (first, second) if one != left), None)
        return {**state, "left": left, "right": right}


def explore_story(
    corpus: Corpus,
    *,
    values: pd.DataFrame | None = None,
    sentences: pd.DataFrame | None = None,
    quotes: pd.DataFrame | None = None,
    attributions: pd.DataFrame | None = None,
    links: pd.DataFrame | None = None,
    passages: pd.DataFrame | None = None,
    members: pd.DataFrame | None = None,
    origins: pd.DataFrame | None = None,
    state: Mapping[str, Any] | None = None,
) -> StoryExplorer:
    """One story as its outlets tell it: two articles side by side, what they share, and what stands behind every number.

    Parameters
    ----------
    corpus: what read_corpus or read_texts returned; with apply_stories its articles have their stories.
    values: what measure() returned; give it the tables below, and there are more measures to see.
    sentences, quotes, attributions, links, passages: what split_sentences(), find_quotes(),
        find_attributions(), link_quotes() and find_passages() returned.
    members: what group_stories() returned: why an article likely belongs to another story.
    origins: what trace_origins() returned: where an article may come from.
    state: a view to begin with; "Copy this view" in the widget gives the line of Python. Keys: story
        (a story_id; "": all articles), left and right (an article_id each; right may be None), order
        ("read", "name" or a measure) and rising (True or False) of the list, quotes, told, sources,
        shared (what is marked), together (scroll both texts), measure (a chosen number, or None), mark
        ("sentence:3", "quote:1", "line:4", … or None), side ("left" or "right") where it was chosen, and search (words).
        Of a story alone the two articles that share the most are opened.

    Returns the widget; its ``state`` can be read and set. It computes nothing.
    Raises ViewError where a table is missing or a state is none, RecipeError where values were made in
    different ways.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Herald": "“The pier is shut,” said Ama Hill.", "Courier": "“The pier is shut,” she said."})
    >>> quotes, said = mk.find_quotes(corpus), mk.find_attributions(corpus)
    >>> mk.explore_story(corpus, values=mk.measure(corpus, ["word_count"]), sentences=mk.split_sentences(corpus), quotes=quotes,
    ...     attributions=said, links=mk.link_quotes(quotes, corpus), passages=mk.find_passages(corpus))
    Explorer of 2 articles in 1 story: run the cell in JupyterLab, or export it with mk.export_page, to use it
    """
    given = {"values": values, "sentences": sentences, "quotes": quotes, "attributions": attributions, "links": links,
             "passages": passages}  # fmt: skip
    for name, call in _CALLS.items():
        if given[name] is None:
            raise ViewError(f"the {name} table is missing", where="explore_story", mend=f"pass {name}=mk.{call}")
    assert values is not None and sentences is not None and quotes is not None  # for the type checker
    assert attributions is not None and links is not None and passages is not None
    shown = _own_values(corpus, values)
    names = [*shown["measure"].unique()]
    shared = packed_shared(corpus, quotes, links, passages)
    counted = marks_behind(
        corpus, sentences=sentences, quotes=quotes, attributions=attributions, links=links, passages=passages, parts=_parts(shown)
    )
    behind_numbers = {article_id: found.marks for article_id, found in counted.items()}
    traced = _traced(corpus, origins)
    texts = packed_texts(
        corpus, sentence_marks(sentences), quote_marks(quotes), statement_marks(attributions), shared.marks, behind_numbers,
        {article_id: marks for article_id, (_, marks) in traced.items()},
    )  # fmt: skip
    said, numbers, warned = packed_statements(quotes, attributions), _numbers(shown, names), _warnings(corpus, members)
    articles = [
        {
            **text,
            "places": places_apart(text),
            "said": said.get(text["id"], {"statements": [], "alone": []}),
            "numbers": numbers.get(text["id"], [None] * len(names)),
            "behind": counted[text["id"]].keys,
            "warning": warned.get(text["id"], ""),
            "origins": traced[text["id"]][0] if text["id"] in traced else [],
        }
        for text in texts
    ]
    stories = _stories(corpus, members, shared.links, shared.passages)
    extra = [name for name, table in (("members", members), ("origins", origins)) if table is not None]
    data = {
        "call": f"mk.explore_story(corpus, {', '.join(f'{name}={name}' for name in (*_CALLS, *extra))}",
        "words": said_in_words(quotes, attributions),
        "stories": stories,
        "measures": [_about(name) for name in names],
        "columns": _columns(shown),
        "articles": articles,
        "links": shared.links,
        "passages": shared.passages,
        "differs": shared.said,
        "differences": shared.differences,
    }
    left, right = stories[0]["pair"]
    defaults = {
        "story": stories[0]["id"], "left": articles[left]["id"], "right": None if right is None else articles[right]["id"],
        "order": "read", "rising": False, "quotes": True, "told": True, "sources": True, "shared": True, "together": False,
        "measure": None, "mark": None, "side": "left", "search": "",
    }  # fmt: skip
    own = sum(story["id"] != ALL for story in stories) or 1
    told = (
        f"Explorer of {len(articles)} articles in {own} {'story' if own == 1 else 'stories'}: run the cell in JupyterLab, or "
        "export it with mk.export_page, to use it"
    )
    return StoryExplorer(data=data, defaults=defaults, state=state, told=told)


def _own_values(corpus: Corpus, values: pd.DataFrame) -> pd.DataFrame:
    """The values of these articles' own text."""
    shown = check(values, VALUES)[values["article_id"].isin(corpus.articles["article_id"])]
    shown = shown[~shown["recipe"].str.contains(f"parts={WHOLE_TEXT}", regex=False).fillna(False)]
    if shown.empty:
        mend = "pass values=mk.measure(corpus), alone or before those of the whole text"
        raise ViewError("the values table has no values of these articles", where="explore_story", mend=mend)
    refuse_mixed_recipes(shown)
    return shown


def _parts(values: pd.DataFrame) -> tuple[str, ...]:
    """The parts of the articles that were measured, as the recipe of every value names them."""
    options = dict(word.split("=", 1) for word in str(values["recipe"].iloc[0]).split() if "=" in word)
    return tuple(options.get("parts", "body").split("+"))


def _about(name: str) -> dict[str, Any]:
    """What the page says of a measure, and what stands behind its numbers."""
    known, marks = MEASURES.get(name), behind(name)
    label, what, unit = (name, "", "") if known is None else (known.label, known.what, known.unit)
    return {"name": name, "label": label, "what": what, "unit": unit, "group": group_of(name), **marks._asdict()}


def _columns(values: pd.DataFrame) -> list[str]:
    """The measures in the list of outlets: the key measures, or else the first that there are."""
    known = {*values.loc[values["value"].notna(), "measure"]}
    found = [next((name for name in names if name in known), None) for names in _KEY_MEASURES]
    return [name for name in found if name] or [*values["measure"].unique()[:6]]


def _numbers(values: pd.DataFrame, names: Sequence[str]) -> dict[str, list[Any]]:
    """For each article its numbers in the order of names: value, as shown (or why there is none), interval, what that is."""
    places = {name: place for place, name in enumerate(names)}
    found: dict[str, list[Any]] = {}
    for row in named_rows(values):
        cell = [None, row.status, "", ""]
        if row.value is not None:
            interval = "" if row.low is None else f"{rounded(row.measure, row.low)} to {rounded(row.measure, row.high)}"
            note = (row.interval_method or "") if row.status == "ok" else row.status
            cell = [round(row.value, 6), rounded(row.measure, row.value), interval, note]
        found.setdefault(row.article_id, [None] * len(names))[places[row.measure]] = cell
    return found


def _warnings(corpus: Corpus, members: pd.DataFrame | None) -> dict[str, str]:
    """What is said of each article that likely reports another event than its story."""
    labels = dict(zip(corpus.articles["article_id"], map(visible, corpus.articles["outlet_label"]), strict=True))
    flagged = zip(corpus.articles["article_id"], corpus.articles["flags"], strict=True)
    found = {article_id: WARNING for article_id, flags in flagged if flags is not None and "other_event" in flags}
    for row in named_rows(check(members, STORY_MEMBERS)) if members is not None else ():
        if row.warning and row.article_id in labels:
            reason = visible(named(row.reason, labels)) if row.reason else ""
            found[row.article_id] = f"{WARNING}: {reason}" if reason else WARNING
    return found


def _stories(
    corpus: Corpus, members: pd.DataFrame | None, links: Sequence[Sequence[Any]], passages: Sequence[Sequence[Any]]
) -> list[dict[str, Any]]:
    """The stories, those that several articles report first, each with the two articles to begin with."""
    grouped = dict[str, str]()
    if members is not None:
        grouped = {row.article_id: row.story_id for row in named_rows(check(members, STORY_MEMBERS)) if row.story_id}
    articles = [*named_rows(corpus.articles[["article_id", "story_id", "story_basis", "title"]])]
    of = [row.story_id or grouped.get(row.article_id) for row in articles]
    held: dict[str, list[int]] = {}
    for place, story_id in enumerate(of):
        if story_id is not None:
            held.setdefault(story_id, []).append(place)
    stories = []
    for story_id in sorted(held, key=lambda story_id: len(held[story_id]) == 1):
        label = _story_label(story_id, [articles[place] for place in held[story_id]])
        stories.append((story_id, label, held[story_id]))
    if len(stories) != 1 or len(stories[0][2]) < len(articles):
        stories.append((ALL, "All articles", [*range(len(articles))]))
    pairs = [(row[0], row[2]) for row in (*links, *passages)]
    return [
        {"id": story_id, "label": label, "articles": inside, "pair": _first_pair(inside, pairs)}
        for story_id, label, inside in stories
    ]


def _story_label(story_id: str, articles: Sequence[Any]) -> str:
    """The name somebody gave the story, or else the first headline."""
    if any(row.story_basis not in (None, "grouped") for row in articles):
        return visible(story_id)
    title = next((row.title for row in articles if row.title), "headline not known")
    return f"“{visible(title)}”"


def _first_pair(articles: Sequence[int], pairs: Iterable[tuple[int, int]]) -> list[int | None]:
    """The two of a story that share the most, or else its first two."""
    inside = {*articles}
    found = Counter((min(pair), max(pair)) for pair in pairs if inside.issuperset(pair))
    if found:
        return [*min(found, key=lambda pair: (-found[pair], pair))]
    return [articles[0], articles[1] if len(articles) > 1 else None]


def _traced(corpus: Corpus, origins: pd.DataFrame | None) -> dict[str, tuple[list[list[Any]], list[Mark]]]:
    """For each article where it may come from: origin, evidence, reason, how strong, key; and the marks of what says so."""
    found: dict[str, tuple[list[list[Any]], list[Mark]]] = {}
    known = {*corpus.articles["article_id"]}
    for number, row in enumerate(named_rows(check(origins, ORIGINS)) if origins is not None else ()):
        if row.article_id not in known:
            continue
        rows, marks = found.setdefault(row.article_id, ([], []))
        key = None if row.begin is None or row.other_article_id else f"origin:{number}"
        if key:
            marks.append(Mark(row.begin, row.end, key))
        rows.append([visible(row.origin or "cannot tell"), visible(row.reason or ""), row.strength, key])
    return found
