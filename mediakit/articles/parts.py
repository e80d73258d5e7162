"""The parts of an article that can be measured, and where their lines and sentences stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from mediakit.layout import Line

PARTS = ("title", "dek", "body")
BESIDE = ("subhead", "caption")  #: lines that are no part, and yet copied with the text around them
WHOLE_TEXT = "whole_text"  #: every line as it was read, furniture included


class Span(NamedTuple):
    """A stretch of an article's text, and the part it belongs to."""

    begin: int
    end: int
    part: str


class Placed(NamedTuple):
    """Where the lines of one article stand, as numbers: a corpus of a million articles keeps them all."""

    parts: npt.NDArray[np.int32]  #: begin, end and place in PARTS of each line of a part
    asked: npt.NDArray[np.int32]  #: begin and end of body and subheads by rule, which the corpus may show to be furniture
    beside: npt.NDArray[np.int32]  #: begin, end and place in BESIDE of each line that is one of those


def placed(lines: Iterable[tuple[Line, str]]) -> Placed:
    """The numbers of labelled lines, each given with who decided on it."""
    parts, asked, beside = list[tuple[int, ...]](), list[tuple[int, ...]](), list[tuple[int, ...]]()
    for line, decided_by in lines:
        if line.label in PARTS:
            parts.append((line.begin, line.end, PARTS.index(line.label)))
        elif line.label in BESIDE:
            beside.append((line.begin, line.end, BESIDE.index(line.label)))
        if line.label in ("body", "subhead") and decided_by == "rule":
            asked.append((line.begin, line.end))
    return Placed(_rows(parts, 3), _rows(asked, 2), _rows(beside, 3))


def _rows(rows: list[tuple[int, ...]], width: int) -> npt.NDArray[np.int32]:
    return np.array(rows, np.int32).reshape(-1, width)
