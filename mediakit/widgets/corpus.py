"""explore_corpus(): what is in the pile, how each thing is known, and where a person says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import traitlets

from mediakit.corpus import Corpus
from mediakit.corrections import LABELS, NAME, cells_of, corrections_table, keep_corrections
from mediakit.errors import MediakitError, ViewError
from mediakit.tables import CORRECTIONS, QUOTES, STORY_MEMBERS, VALUES, check, missing, rows_of
from mediakit.views.describe import FLAG_MEANINGS
from mediakit.views.highlight import label_for_readers
from mediakit.views.known import BASES, LANGUAGES, problems_table, reading_summary
from mediakit.views.reader import quote_marks
from mediakit.views.shown import visible
from mediakit.views.stories import named
from mediakit.widgets.explorer import Explorer, script, style
from mediakit.widgets.texts import packed_texts

SHOWN = ("all", "outlet", "date", "event", "again", "twice", "flagged", "corrected")
ORDERS = ("read", "outlet", "date", "event", "words")
#: what a person may correct about an article, and what it is called
FIELDS = {
    "outlet": "Outlet", "title": "Headline", "published": "Published", "byline": "Signed by", "story_id": "Event",
    "original_source": "Credit", "language": "Language", "url": "Address",
}  # fmt: skip

Given = Callable[[pd.DataFrame], object]  #: what on_correct is


class CorpusExplorer(Explorer):
    """The widget explore_corpus() makes; ``corrections`` are the corrections that hold, those of the folder first."""

    heading = "What is in the pile"
    _esm = script("texts", "search", "corpus")
    _css = style("texts", "search", "corpus")
    corrections = traitlets.List(traitlets.Dict()).tag(sync=True)
    #: what became of the last correction: a number that grows, and words
    answer = traitlets.Dict().tag(sync=True)

    def __init__(self, *, corrections: list[dict[str, Any]], folder: Path | None, on_correct: Given | None, **given: Any) -> None:
        self._held, self._folder, self._on_correct = corrections, folder, on_correct
        super().__init__(**given)
        self.corrections = corrections

    def allowed(self, name: str) -> list[Any] | None:
        """The values a key of the state may have; None: any."""
        return {
            "show": [*SHOWN],
            "order": [*ORDERS] if self.data["words"] else [one for one in ORDERS if one != "words"],
            "article": [article["id"] for article in self.data["articles"]],
        }.get(name)

    @traitlets.observe("corrections")
    def _corrected(self, change: Any) -> None:
        """Hand what was decided on; what cannot be a correction, or cannot be kept, is taken back and said."""
        if change["new"] == self._held:
            return
        held, now = self._held, change["new"]
        try:
            said = self._keep([one for one in now if one not in held], [one for one in held if one not in now], now)
        except MediakitError as error:
            self._tell(f"Not kept: {error.what}. To mend it: {error.args[0].rpartition('to mend: ')[2]}.")
            self.corrections = held
        else:
            self._held = now
            self._tell(said)

    def _keep(self, added: list[dict[str, Any]], removed: list[dict[str, Any]], now: list[dict[str, Any]]) -> str:
        """Keep the corrections where they belong; what to tell."""
        table = corrections_table(now)
        if self._on_correct is not None:
            self._on_correct(table)
            return "Handed to the notebook."
        if self._folder is None:
            return f"Noted here only: these texts were pasted, and have no folder to keep {NAME} in."
        keep_corrections(self._folder, added=added, removed=removed)
        return f"Kept in {NAME} beside the articles. Run again to apply it."

    def _tell(self, words: str) -> None:
        self.answer = {"number": int(self.answer.get("number", 0)) + 1, "words": visible(words)}


def explore_corpus(
    corpus: Corpus,
    *,
    members: pd.DataFrame | None = None,
    values: pd.DataFrame | None = None,
    quotes: pd.DataFrame | None = None,
    state: Mapping[str, Any] | None = None,
    on_correct: Given | None = None,
) -> CorpusExplorer:
    """See what was read and how each thing is known, search the texts, and correct what is wrong.

    Parameters
    ----------
    corpus: what read_corpus or read_texts returned.
    members: what group_stories() returned: which articles report one event, and which likely do not.
    values: what measure() returned; with the measure word_count the articles show how long they are.
    quotes: what find_quotes() returned: quotations are marked in the texts, and their speakers can be corrected.
    state: a view to begin with; "Copy this view" in the widget gives the line of Python. Keys: article (an
        article_id), at (a line or quotation of it, as "line:3" or "quote:2", or None), show ("all", "outlet", "date", "event",
        "again", "twice", "flagged" or "corrected"), order ("read", "outlet", "date", "event" or "words"), search (words).
    on_correct: called with a corrections table of all corrections that hold, whenever one is made or taken back. Without
        it they are written to corrections.csv of the corpus folder, and apply when it is read again.

    Returns the widget; its ``state`` can be read and set. It computes nothing. On a page without Jupyter a correction is offered
    as a file to save. Raises ViewError where a state is none, ContractError where a table lacks a column.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped.", "Coast Courier": "No ferry ran today."})
    >>> mk.explore_corpus(corpus, members=mk.group_stories(corpus))
    Explorer of what is known about 2 articles: run the cell in JupyterLab, or export it with mk.export_page, to use it
    """
    if not len(corpus.articles):
        raise ViewError("the corpus has no articles", where="explore_corpus", mend="read a folder that holds some")
    stories = _stories(corpus, None if members is None else check(members, STORY_MEMBERS))
    words = {} if values is None else _words(check(values, VALUES))
    given = ", ".join(
        f"{name}={name}" for name, table in (("members", members), ("values", values), ("quotes", quotes)) if table is not None
    )
    data = {
        "call": f"mk.explore_corpus(corpus{', ' if given else ''}{given}",
        "lead": visible(reading_summary(corpus)),
        "fields": FIELDS,
        "labels": [[label, label_for_readers(label)] for label in LABELS],
        "flags": FLAG_MEANINGS,
        "events": {story: [visible(label), places] for story, (label, places) in stories.items()},
        "columns": CORRECTIONS.names,
        "beside": _beside(corpus),
        "applied": cells_of(corpus.corrections),
        "words": bool(words),
        "problems": [[visible(str(cell)) for cell in row] for row in problems_table(corpus)[_TOLD].itertuples(index=False)],
        "articles": _articles(corpus, members, words, quotes),
    }
    defaults = {"article": corpus.articles["article_id"].iloc[0], "at": None, "show": "all", "order": "read", "search": ""}
    many = f"{len(corpus.articles)} article{'' if len(corpus.articles) == 1 else 's'}"
    told = f"Explorer of what is known about {many}: run the cell in JupyterLab, or export it with mk.export_page, to use it"
    return CorpusExplorer(
        data=data, defaults=defaults, state=state, told=told,
        corrections=cells_of(corpus.corrections), folder=_folder(corpus), on_correct=on_correct,
    )  # fmt: skip


_TOLD = ["file", "line", "what", "how to mend it", "what became of it"]


def _folder(corpus: Corpus) -> Path | None:
    """Where corrections.csv of a corpus stands; None for texts that were pasted."""
    if not corpus.origin.files:
        return None
    path = Path(corpus.origin.path).resolve()
    return path if path.is_dir() else path.parent


def _beside(corpus: Corpus) -> str:
    folder = _folder(corpus)
    return "" if folder is None else visible(folder.name)


def _stories(corpus: Corpus, members: pd.DataFrame | None) -> dict[str, tuple[str, list[int]]]:
    """The events in the order of their first article: what each is called, and the places of its articles."""
    of = _story_of(corpus, members)
    places: dict[str, list[int]] = {}
    for place, article_id in enumerate(corpus.articles["article_id"]):
        if article_id in of:
            places.setdefault(of[article_id], []).append(place)
    titles = corpus.articles["title"].fillna("headline not known")
    return {story: (f"event {number}: {titles.iloc[own[0]]}", own) for number, (story, own) in enumerate(places.items(), start=1)}


def _story_of(corpus: Corpus, members: pd.DataFrame | None) -> dict[str, str]:
    table = corpus.articles if members is None else members
    known = table[table["story_id"].notna()]
    return dict(zip(known["article_id"], known["story_id"], strict=True))


def _words(values: pd.DataFrame) -> dict[str, int]:
    own = values[(values["measure"] == "word_count") & values["value"].notna()].drop_duplicates("article_id")
    return {str(row.article_id): int(row.value) for row in rows_of(own)}


def _articles(
    corpus: Corpus, members: pd.DataFrame | None, words: Mapping[str, int], quotes: pd.DataFrame | None
) -> list[dict[str, Any]]:
    """Each article as texts.js reads it, with what is known about it."""
    lines = corpus.lines[corpus.lines["label"] != "blank"]
    places: dict[str, list[list[int]]] = {}
    for row in rows_of(lines):
        places.setdefault(row.article_id, []).append([int(row.line_no), int(row.begin), int(row.end)])
    said = {} if quotes is None else _speakers(check(quotes, QUOTES))
    layers = [] if quotes is None else [quote_marks(quotes)]
    grouped = {} if members is None else {row.article_id: row for row in rows_of(members)}
    labels = dict(zip(corpus.articles["article_id"], corpus.articles["outlet_label"], strict=True))
    of, groups = _story_of(corpus, members), _copies(corpus)
    return [
        {
            **text,
            "places": places.get(row.article_id, []),
            "quotes": said.get(row.article_id, []),
            "known": _known(row, grouped.get(row.article_id)),
            "unknown": missing(row.outlet_key),
            "event": of.get(row.article_id),
            "warning": _warning(row, grouped.get(row.article_id), labels),
            "flags": [*row.flags] if not missing(row.flags) else [],
            "copies": [place for place in groups.get(row.duplicate_group, []) if place != at],
            "words": words.get(row.article_id),
            "file": visible(row.path),
            "sha256": row.sha256,
        }
        for at, (row, text) in enumerate(zip(rows_of(corpus.articles), packed_texts(corpus, *layers), strict=True))
    ]


def _known(row: Any, member: Any) -> dict[str, list[str]]:
    """What is known of each field: the value, as the tables have it; as readers see it; and how it is known."""
    known = {}
    for name in FIELDS:
        value, basis = getattr(row, name), getattr(row, f"{name.removesuffix('_id')}_basis")
        if name == "story_id" and member is not None:
            value, basis = member.story_id, member.basis
        if missing(value):
            continue
        evidence = row.outlet_evidence if name == "outlet" and not missing(row.outlet_evidence) else ""
        how = f"{BASES.get(basis, str(basis))}{f': {evidence}' if evidence else ''}"
        shown = LANGUAGES.get(value, value) if name == "language" else value
        known[name] = [visible(value), visible(shown), visible(how)]
    return known


def _warning(row: Any, member: Any, labels: Mapping[str, str]) -> str:
    """Why an article may report another event than its story; empty where nothing says so."""
    if member is not None:
        reason = "no reason given" if missing(member.reason) else named(member.reason, dict(labels))
        return "" if missing(member.warning) else visible(reason)
    return "it is flagged so" if not missing(row.flags) and "other_event" in row.flags else ""


def _copies(corpus: Corpus) -> dict[Any, list[int]]:
    """The places of the articles of each group that has the same text."""
    groups: dict[Any, list[int]] = {}
    for place, group in enumerate(corpus.articles["duplicate_group"]):
        if not missing(group):
            groups.setdefault(group, []).append(place)
    return groups


def _speakers(quotes: pd.DataFrame) -> dict[str, list[list[Any]]]:
    """The quotations of each article: number, place, words, speaker (empty: not known) and whether a person said so."""
    found: dict[str, list[list[Any]]] = {}
    for row in rows_of(quotes):
        name = next((str(one) for one in (row.speaker_name, row.speaker) if not missing(one)), "")
        cells = [int(row.quote_no), int(row.begin), int(row.end), visible(row.text), visible(name)]
        found.setdefault(row.article_id, []).append(cells)
    return found
