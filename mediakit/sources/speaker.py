"""Who speaks a quotation, by which words, and how that was found."""

from __future__ import annotations

from typing import NamedTuple

from mediakit.sources.statement import Place


class Speaker(NamedTuple):
    """The speaker of a quotation, as printed."""

    source: Place | None
    cue: Place | None
    rule: str
    confidence: str


NOBODY = Speaker(None, None, "no speaker found", "check")
