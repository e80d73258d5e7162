"""The corpus: articles with where every value comes from, and what became of every input."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from mediakit.articles import Labels, Span
from mediakit.errors import CorpusError
from mediakit.identity import read_date
from mediakit.layout import Line
from mediakit.loaders.corrections import Correction
from mediakit.recipes import VERSION
from mediakit.tables import LEAD, LINES, make, plain_rows


class InputFile(NamedTuple):
    """One file that was read: its path below the corpus folder, its checksum, the columns taken from it and its format."""

    path: str
    sha256: str
    n_bytes: int
    columns: Mapping[str, str]
    format: str = ""  #: as in list_formats(); empty where no reader knows the file


@dataclass(frozen=True)
class Origin:
    """Where a corpus comes from, and the count of its inputs: found = loaded + quarantined + skipped."""

    path: str
    files: tuple[InputFile, ...] = ()
    found: int = 0
    loaded: int = 0
    quarantined: int = 0
    skipped: int = 0
    version: str = VERSION
    columns: Mapping[str, str] = field(default_factory=dict)  #: as they were asked for
    format: str | None = None  #: as it was asked for
    near_copies: bool = True  #: whether edited versions of a text were looked for, or only the same text twice


@dataclass(frozen=True, eq=False)
class Corpus:
    """Articles, what is wrong with the input, what a user decided, and where all of it comes from.

    Attributes: ``articles``, ``problems`` and ``corrections`` are tables (their columns are in the
    codebook); ``lines`` is the table of every line with its label, made when first asked for;
    ``origin`` lists files, checksums and counts.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped."})
    >>> corpus.lines[["line_no", "label"]].values.tolist(), corpus.origin.loaded
    ([[1, 'body']], 1)
    """

    articles: pd.DataFrame
    problems: pd.DataFrame
    corrections: pd.DataFrame
    origin: Origin
    labels: Labels = field(repr=False)
    decisions: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict, repr=False)
    repeats: Mapping[str, str] = field(default_factory=dict, repr=False)  #: article to the first one with its text

    def part_lines(self, article_id: str, *, beside: bool = False) -> Iterator[Span]:
        """The lines of one article that are title, dek or body; with beside also its subheads and captions."""
        return self.labels.part_lines(article_id, beside=beside)

    def labelled_lines(self, article_id: str, text: str, title: str | None, basis: str | None) -> Iterator[tuple[Line, str]]:
        """Each line of one article with who decided on its label, rule or user."""
        return self.labels.lines(article_id, text, title, basis)

    @cached_property
    def lines(self) -> pd.DataFrame:
        """One row a line of each text, with its label, the rule that fired and who decided."""
        rows: list[tuple[object, ...]] = []
        columns = [column.name for column in LEAD] + ["text", "title", "title_basis"]
        for *lead, text, title, basis in plain_rows(self.articles[columns]):
            labelled = self.labelled_lines(lead[0], text, title, basis)
            rows += [
                (*lead, number, line.begin, line.end, line.label, line.rule, line.confidence, decided_by, line.why)
                for number, (line, decided_by) in enumerate(labelled, start=1)
            ]
        return make(rows, LINES)

    def select(
        self,
        *,
        outlet: str | Iterable[str] | None = None,
        story: str | Iterable[str] | None = None,
        since: str | datetime.date | None = None,
        ids: Iterable[str] | None = None,
    ) -> Corpus:
        """The part of the corpus that meets every condition given.

        Parameters: outlet, one or more outlets by name, key or label; story, one or more story_id;
        since, a date (2025-03-22, 2025-03, 2025, or a date object): articles whose date, as exact as it
        is known, is wholly on or after it (an article of March 2025 is not known to be since the
        10th; one without a date is left out); ids, article_id.
        Raises CorpusError when an id, outlet or story does not occur.
        """
        articles = self.articles
        keep = pd.Series(True, index=articles.index)
        for name, wanted, columns in (
            ("outlet", outlet, ("outlet", "outlet_key", "outlet_label")),
            ("story", story, ("story_id",)),
            ("article_id", ids, ("article_id",)),
        ):
            if wanted is None:
                continue
            chosen = [wanted] if isinstance(wanted, str) else list(wanted)
            known = set(articles[list(columns)].stack().dropna())
            absent = [value for value in chosen if value not in known]
            if absent:
                raise CorpusError(f"no {name} is called {absent[0]!r}", where="corpus.select", mend=f"use one of: {_some(known)}")
            keep &= articles[list(columns)].isin(chosen).any(axis=1)
        if since is not None:
            keep &= _first_days(articles["published"]) >= _first_day(since)
        return replace(self, articles=articles[keep].reset_index(drop=True))

    def __repr__(self) -> str:
        known = self.articles["outlet_key"].dropna()
        return (
            f"<Corpus of {len(self.articles)} articles, {known.nunique()} known outlets, "
            f"{len(self.articles) - len(known)} articles of unknown outlet, {len(self.problems)} problems>"
        )


def _first_days(published: pd.Series[str]) -> pd.Series[str]:
    """The first day that each date may mean, which sorts as text does; nothing where there is no date."""
    return published.fillna("").map(lambda date: f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10])


def _first_day(since: str | datetime.date) -> str:
    written = since.isoformat()[:10] if isinstance(since, datetime.date) else since
    read = read_date(written) if isinstance(written, str) else None
    if read is None or not written.strip().startswith(read[0]):
        mend = "write it as 2025-03-22, 2025-03 or 2025, or give a datetime.date"
        raise CorpusError(f"{since!r} is no date", where="corpus.select", mend=mend)
    return f"{read[0]}-01-01"[:10]


def _some(values: Iterable[str]) -> str:
    shown = sorted(values) or ["none is known yet"]
    return ", ".join(shown[:8]) + (" …" if len(shown) > 8 else "")
