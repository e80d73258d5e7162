"""The labels of the lines of all articles that were read: made when first asked for, on the whole corpus, and kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import pandas as pd
from tqdm import tqdm

from mediakit.articles.lines import label_with_corrections
from mediakit.articles.parts import BESIDE, PARTS, Placed, Span, placed
from mediakit.identity import outlet_key
from mediakit.layout import Line
from mediakit.layout.blocks import lines_of
from mediakit.layout.repeated import RULE, Printed, repeated_lines
from mediakit.loaders.corrections import Correction
from mediakit.loaders.records import Label
from mediakit.tables import plain_rows

_AT_A_TIME = 1000  # articles
_WHY = "this outlet prints the line under other articles, or three outlets do"


class Labels:
    """The labels of the articles as they were read; a part of the corpus has the labels of the whole."""

    def __init__(
        self,
        articles: pd.DataFrame,
        decisions: Mapping[str, tuple[Correction, ...]],
        known: Mapping[str, tuple[Label | None, ...]],
        made: dict[str, Placed],
    ) -> None:
        """Articles, as read; decisions of a user; known, what readers said of lines; made, what was labelled while reading."""
        self._articles, self._decisions, self._known, self._made = articles, decisions, known, made

    def lines(self, article_id: str, text: str, title: str | None, basis: str | None) -> Iterator[tuple[Line, str]]:
        """Each line of one article with who decided on its label, rule or user."""
        known = self._known.get(article_id)
        if begins := self._repeated.get(article_id):
            known = tuple(_with_repeated(text, known, begins))
        return label_with_corrections(text, title, basis, self._decisions.get(article_id, ()), known)

    def part_lines(self, article_id: str, *, beside: bool = False) -> Iterator[Span]:
        """The lines of one article that are title, dek or body; with beside also its subheads and captions."""
        begins, known = self._repeated.get(article_id, ()), self._all[article_id]
        lines = [Span(begin, end, PARTS[part]) for begin, end, part in known.parts.tolist()]
        if beside:
            lines += (Span(begin, end, BESIDE[part]) for begin, end, part in known.beside.tolist())
            lines.sort()
        yield from (line for line in lines if line.begin not in begins)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every article that was read, whatever part of them a corpus holds."""
        return frozenset(self._articles["article_id"])

    @cached_property
    def _all(self) -> dict[str, Placed]:
        columns = self._articles[["article_id", "text", "title", "title_basis"]]
        with tqdm(desc="labelling", total=len(columns) - len(self._made), unit=" articles", delay=2) as progress:
            for article_id, text, title, basis in _rows(columns) if progress.total else ():
                if article_id not in self._made:
                    decisions, known = self._decisions.get(article_id, ()), self._known.get(article_id)
                    self._made[article_id] = placed(label_with_corrections(text, title, basis, decisions, known))
                    progress.update()
        return self._made

    @cached_property
    def _repeated(self) -> Mapping[str, frozenset[int]]:
        """Where the lines begin that the corpus shows to be furniture: decided once, on all that was read, and kept."""
        return repeated_lines(
            {
                article_id: Printed(
                    outlet_key(outlet) if outlet else None, text, tuple(map(tuple, self._all[article_id].asked.tolist()))
                )
                for article_id, outlet, text in _rows(self._articles[["article_id", "outlet", "text"]])
            }
        )


def _rows(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """The rows of a frame, of which only some are held as Python values at a time."""
    for begin in range(0, len(frame), _AT_A_TIME):
        yield from plain_rows(frame.iloc[begin : begin + _AT_A_TIME])


def _with_repeated(text: str, known: tuple[Label | None, ...] | None, begins: frozenset[int]) -> Iterator[Label | None]:
    lines, begin = lines_of(text), 0
    for line, label in zip(lines, known or (None,) * len(lines), strict=True):
        yield Label("other", RULE, "likely", _WHY) if begin in begins else label
        begin += len(line)
