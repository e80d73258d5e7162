"""The parts of an article that can be measured, and where their lines and sentences stand."""

from __future__ import annotations

from typing import NamedTuple

PARTS = ("title", "dek", "body")
WHOLE_TEXT = "whole_text"  #: every line as it was read, furniture included


class Span(NamedTuple):
    """A stretch of an article's text, and the part it belongs to."""

    begin: int
    end: int
    part: str
