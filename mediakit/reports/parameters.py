"""The settings of a report: what each is, and one check of them all, wherever they were given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.errors import MediakitError, UsageError
from mediakit.measures.catalogue import MEASURES, find_measure
from mediakit.measures.values import ENGINES
from mediakit.reports.alive import Alive, first_texts, too_many
from mediakit.reuse.wordings import wording_members
from mediakit.sources.lexicons import check_lexicons
from mediakit.views import excerpts, highlight, quotations, wordings

ALWAYS = "word_count"  # how long an article is stands in every report
_TEXT, _TEXTS, _PAIRS, _FLAG = "text", "a list of texts", "pairs of a name and a text", "true or false"


class Parameter(NamedTuple):
    """A setting: its name, what it holds when nobody gives it, what kind of thing it holds, what it is for."""

    name: str
    default: object
    kind: str
    what: str


PARAMETERS = (
    Parameter("corpus_path", "", _TEXT, "the folder of articles, or the file that holds many"),
    Parameter("title", "", _TEXT, "the title of the report"),
    Parameter("outlets", [], _TEXTS, "the outlets to report on; all when it is empty"),
    Parameter("story", "", _TEXT, "the story_id of the story to report on; all when it is empty"),
    Parameter("reference", "", _TEXT, "the article_id of the copy whose quotations the others are held against"),
    Parameter("measures", [], _TEXTS, "the measures to report, beside the number of words; all when it is empty"),
    Parameter("lexicons", {}, _PAIRS, "your own words by lexicon, as CSV files, for the search for sources"),
    Parameter("columns", {}, _PAIRS, "which column of a file holds what"),
    Parameter("engine", "mediakit", _TEXT, "who counts: mediakit or textstat"),
    Parameter("excerpts", False, _FLAG, "whether full texts are left out of the page, for sharing"),
    Parameter("strict", False, _FLAG, "whether a problem in the input stops the report"),
)


@dataclass(frozen=True)
class Choice:
    """Checked settings, and what follows from them."""

    given: Mapping[str, Any]

    @cached_property
    def text_measures(self) -> list[str]:
        """The measures asked for that need only the text; the number of words is always among them."""
        return [name for name in self._measures if not MEASURES[name].needs]

    @cached_property
    def table_measures(self) -> list[str]:
        """The measures asked for that need quotations, sources or shared text."""
        return [name for name in self._measures if MEASURES[name].needs and MEASURES[name].scope == "article"]

    @property
    def _measures(self) -> list[str]:
        wanted = self.given["measures"]
        return [name for name in MEASURES if not wanted or name in wanted or name == ALWAYS]

    def alive(self, explore: Callable[..., Any], corpus: Corpus, *, still: Any = None, **tables: Any) -> Any:
        """What an explore_… function makes of a corpus; still, what says the same where it cannot run, is folded below it.

        With excerpts, and for a corpus whose texts would make the page too large, there is no explorer: still stands alone, or
        where to find the explorer.
        """
        if self.given["excerpts"] and still is not None:
            return still
        large = too_many(corpus, explore)
        if large is not None:
            return large if still is None else still
        explorer = explore(corpus, **tables)
        return explorer if still is None else Alive(explorer, still)

    def copy_to_compare(self, links: pd.DataFrame, quotes: pd.DataFrame) -> dict[str, int]:
        """With which quotation and copy explore_quotes begins: of the reference copy, the one that most print; {} without it."""
        members = wording_members(links, quotes)
        own = members.assign(n=members.groupby("group_no")["quote_no"].transform("size"))
        own = own[own["article_id"] == self.given["reference"]].sort_values("n", ascending=False, kind="stable")
        return {} if own.empty else {"group": int(own["group_no"].iloc[0]), "reference": int(own["wording_no"].iloc[0])}

    @property
    def show_quotes(self) -> Callable[..., Any]:
        """What shows who says what: in the full text, or as excerpts."""
        return first_texts(excerpts.show_quotes if self.given["excerpts"] else quotations.show_quotes)

    @property
    def show_wordings(self) -> Callable[..., Any]:
        """What shows the wordings of a quotation: all their words, or the first of them."""
        return excerpts.show_wordings if self.given["excerpts"] else wordings.show_wordings

    @property
    def show_texts(self) -> Callable[..., Any]:
        """What shows the lines: with their words, or only what they are."""
        return first_texts(excerpts.show_texts if self.given["excerpts"] else highlight.show_texts)


def choose(settings: Mapping[str, object]) -> Choice:
    """The settings of a report, checked; names that are none are passed over, so that a notebook may give all it knows.

    Raises UsageError that says which setting is wrong, what it holds and what it may hold.

    >>> choose({"measures": ["lix"]}).text_measures
    ['word_count', 'lix']
    """
    given: dict[str, Any] = {one.name: settings.get(one.name, one.default) for one in PARAMETERS}
    for one in PARAMETERS:
        if not _fits(given[one.name], one.kind):
            what = f"{one.name} holds {given[one.name]!r}, which is not {one.kind}"
            raise UsageError(what, where=one.name, mend=f"it is {one.what}, as in {_example(one)}")
    if given["engine"] not in ENGINES:
        raise UsageError(f"no engine is called {given['engine']!r}", where="engine", mend=f"use one of: {', '.join(ENGINES)}")
    try:
        for name in given["measures"]:
            find_measure(name)
        check_lexicons(given["lexicons"])
    except MediakitError as error:
        raise UsageError(error.what, where=error.where, mend=error.mend) from error
    for name, file in given["lexicons"].items():
        if not Path(file).is_file():
            raise UsageError(f"there is no such file: {file}", where=f"lexicons: {name}", mend="check the spelling of the path")
    return Choice(given)


def refuse_unknown(names: Mapping[str, object], where: str) -> None:
    """Raise UsageError for a name that no setting of the report has."""
    known = [one.name for one in PARAMETERS]
    for name in names:
        if name not in known:
            raise UsageError(f"the report has no parameter {name!r}", where=where, mend=f"use one of: {', '.join(known)}")


def _fits(value: object, kind: str) -> bool:
    if kind == _TEXT:
        return isinstance(value, str)
    if kind == _FLAG:
        return isinstance(value, bool)
    if kind == _TEXTS:
        return isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)
    return isinstance(value, Mapping) and all(isinstance(one, str) for pair in value.items() for one in pair)


def _example(one: Parameter) -> str:
    shown = {_TEXT: '"…"', _TEXTS: '["…", "…"]', _PAIRS: '{ name = "…" }', _FLAG: "true"}
    return f"{one.name} = {shown[one.kind]}"
