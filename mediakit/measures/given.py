"""The tables that a measure may need besides the text: the call that makes each, and the rows of one article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.document import Document, documents
from mediakit.errors import MeasureError
from mediakit.measures.measure import Measure
from mediakit.quotes.own_words import stretches_of
from mediakit.tables import ATTRIBUTIONS, LEAD, ORIGINS, PASSAGES, QUOTE_LINKS, QUOTES, Table, check, named_rows, plain_rows
from mediakit.text.parse import PATTERNS_ONLY

#: the names measure() knows tables by: the contract of each, and the call that makes it
NEEDED: dict[str, tuple[Table, str]] = {
    "quotes": (QUOTES, "mk.find_quotes(corpus)"),
    "attributions": (ATTRIBUTIONS, "mk.find_attributions(corpus)"),
    "links": (QUOTE_LINKS, "mk.link_quotes(quotes, corpus)"),
    "passages": (PASSAGES, "mk.find_passages(corpus)"),
    "origins": (
        ORIGINS,
        "mk.trace_origins(corpus, quotes=quotes, attributions=attributions, links=links, passages=passages)",
    ),
}

_SAID = re.compile(r"[a-z] said that (?:the|he|she|it|they)\b|\b[Aa]ccording to the \w+")
_SWAPPED = {"changed_from": "changed_to", "changed_to": "changed_from"}


def has_its_tables(measure: Measure, given: Mapping[str, pd.DataFrame]) -> bool:
    """Whether every table that a measure needs was given."""
    return all(name in given for name in measure.needs)


def check_tables(chosen: Iterable[Measure], given: Mapping[str, pd.DataFrame]) -> None:
    """Raise MeasureError, naming the call, where a measure needs a table that was not given."""
    for measure in chosen:
        for name in measure.needs:
            if name not in NEEDED:
                mend = f"let it need some of: {', '.join(NEEDED)}"
                raise MeasureError(f"the measure {measure.name!r} needs {name!r}, which is no table", where="needs", mend=mend)
            if name not in given:
                raise MeasureError(
                    f"the measure {measure.name!r} needs the table of {name}",
                    where="measure",
                    mend=f"pass {name}={NEEDED[name][1]}",
                )


def without_model(measure: Measure, given: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """What a recipe says where a table that the measure needs was made by patterns alone, without the language model."""
    plain = any(_is_plain(given[name]) for name in measure.needs if name in given)
    return {"model": "none_(patterns_only)"} if plain else {}


def _is_plain(table: pd.DataFrame) -> bool:
    """Whether a table says that no model was used: in its rules, also when it was read back; fresh, also when it is empty."""
    said = "rule" in table and bool(table["rule"].str.startswith(PATTERNS_ONLY).any())
    return said or table.attrs.get("model") == PATTERNS_ONLY


def check_corpus(corpus: Corpus, tables: Mapping[str, pd.DataFrame]) -> None:
    """Raise MeasureError for quotes or attributions that are plainly of other articles than the corpus holds.

    A part of the corpus that they were made from may hold no row of theirs; but then nothing in it is quoted, or said.
    """
    known = set(corpus.articles["article_id"])
    for name, is_missed in (("quotes", stretches_of), ("attributions", _is_said)):
        if name not in tables or tables[name].empty or known.intersection(tables[name]["article_id"]):
            continue
        lacking = next((document.article_id for _, document in documents(corpus) if is_missed(document)), None)
        if lacking is not None:
            raise MeasureError(
                f"the table of {name} is not of this corpus: none of its rows is of an article in it",
                where=f"{name}, article {lacking}",
                mend=f"make it from this corpus: {NEEDED[name][1]}",
            )


def check_read(corpus: Corpus, tables: Mapping[str, pd.DataFrame]) -> None:
    """Raise MeasureError for links, passages or origins of which no row is of an article that was read with the corpus.

    A part of a corpus may hold none of their articles; what was read with it holds some.
    """
    for name in ("links", "passages", "origins"):
        if name in tables and not tables[name].empty and corpus.labels.ids.isdisjoint(tables[name]["article_id"]):
            raise MeasureError(
                f"the table of {name} is of another corpus: none of its rows is of an article that was read with this one",
                where=f"{name}, article {tables[name]['article_id'].iloc[0]}",
                mend=f"make it from this corpus: {NEEDED[name][1]}",
            )


def _is_said(document: Document) -> bool:
    """Whether an article holds words that always make a statement."""
    return any(_SAID.search(document.text, paragraph.begin, paragraph.end) for paragraph in document.paragraphs)


class Given:
    """The rows of the tables that the chosen measures need, by article and by story.

    A row is a named tuple, its missing cells None. A row of a pair table (links, passages) is found
    from both of its articles: for the second one its two sides change places.
    """

    def __init__(self, corpus: Corpus, chosen: Iterable[Measure], tables: Mapping[str, pd.DataFrame]) -> None:
        lead = {row[0]: row for row in plain_rows(corpus.articles[[column.name for column in LEAD]])}
        contracts = {name: NEEDED[name][0] for name in sorted({name for measure in chosen for name in measure.needs})}
        check_corpus(corpus, {name: tables[name] for name in contracts})
        check_read(corpus, {name: tables[name] for name in contracts})
        rows = {name: [*named_rows(check(tables[name], contract)[contract.names])] for name, contract in contracts.items()}
        self._first = {name: _by_article(found) for name, found in rows.items()}
        self._second = {
            name: _by_article(_mirror(row, lead[row.other_article_id]) for row in found if row.other_article_id in lead)
            for name, found in rows.items()
            if "other_article_id" in contracts[name].names and name != "origins"
        }

    def of_article(self, document: Document, needs: tuple[str, ...]) -> list[list[Any]]:
        """For each table needed, the rows that begin in the parts of the article that are measured."""
        inside = [(paragraph.begin, paragraph.end) for paragraph in document.paragraphs]
        return [
            [
                row
                for side in (self._first, self._second)
                for row in side.get(name, {}).get(document.article_id, ())
                if row.begin is None or any(begin <= row.begin <= end for begin, end in inside)
            ]
            for name in needs
        ]

    def of_story(self, article_ids: Iterable[str], needs: tuple[str, ...]) -> list[list[Any]]:
        """For each table needed, the rows of these articles, a pair once."""
        wanted = [*article_ids]
        return [[row for article_id in wanted for row in self._first[name].get(article_id, ())] for name in needs]


def _by_article(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.article_id].append(row)
    return found


def _mirror(row: Any, lead: tuple[Any, ...]) -> Any:
    """The same pair seen from the other article, whose leading columns are given."""
    fields = row._fields
    swapped = {name: getattr(row, f"other_{name}") for name in fields if f"other_{name}" in fields}
    swapped |= {f"other_{name}": getattr(row, name) for name in swapped}
    swapped |= {name: getattr(row, other) for name, other in _SWAPPED.items() if name in fields}
    return row._replace(**swapped | dict(zip((column.name for column in LEAD), lead, strict=True)))
