"""Headings: their capitals, and who says it before a colon or behind a dash (Council: bridge to stay shut)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mediakit.sources.cues import Cue, Cues
from mediakit.sources.roles import roles_in
from mediakit.sources.tie import Tie
from mediakit.sources.voices import is_medium

if TYPE_CHECKING:
    from mediakit.text.tree import Token, Tree

_WORD = re.compile(r"[^\W\d_]+")
_MOSTLY = 0.6  # of a heading's words have capitals where all but the small ones do
_LONGEST = 6  # words of a mention before a colon or behind a dash
_FEWEST = 3  # words of a statement
_DASHES = frozenset(["–", "—", "-", "--"])
_SPEAK = ("person", "group", "medium", "document")
_ASKS = ("WP", "WRB", "WDT")  # Budget: what it means for you
_COLON = Cue(":", "mark", frozenset(), "neutral", "")


def as_prose(text: str, begin: int, end: int, cues: Cues) -> str:
    r"""A text whose heading at begin:end has small letters where its other words are written so, or are cues.

    The parser takes the words of “Mayor Denies Blame for Flood” for names.

    >>> from mediakit.sources.cues import default_cues
    >>> text = "Mayor Bello Denies Blame for Flood\nThe mayor took no blame for the flood."
    >>> as_prose(text, 0, 34, default_cues())[:34]
    'mayor Bello denies blame for flood'
    """
    words = [*_WORD.finditer(text, begin, end)]
    if sum(word[0][0].isupper() for word in words) < _MOSTLY * len(words):
        return text
    known = {*_WORD.findall(text, 0, begin), *_WORD.findall(text, end), *cues.words}
    lowered = _WORD.sub(
        lambda word: word[0].lower() if word[0].istitle() and word[0].lower() in known else word[0], text[begin:end]
    )
    return text[:begin] + lowered + text[end:] if len(lowered) == end - begin else text


def ties_of_heading(tree: Tree) -> list[Tie]:
    """The statement of a heading that gives its source before a colon or behind a dash."""
    for mark in tree:
        before, behind = tree[: mark.i], tree[mark.i + 1 :]
        if mark.text == ":" and 0 < len(before) <= _LONGEST:
            return _tie(mark, before, behind)
        if mark.text in _DASHES and mark.i > 0 and 0 < len(behind) <= _LONGEST and behind[0].idx > mark.idx + len(mark):
            return _tie(mark, behind, before)
    return []


def _tie(mark: Token, mention: list[Token], content: list[Token]) -> list[Tie]:
    words = [word for word in content if not word.is_punct]
    nouns = [word for word in mention if word.pos_ in ("NOUN", "PROPN")]
    if len(words) < _FEWEST or not nouns or any(word.pos_ in ("VERB", "AUX") for word in mention) or content[0].is_quote:
        return []
    said = " ".join(word.text for word in mention)
    if content[0].tag_ in _ASKS or not (is_medium(said) or any(role.kind in _SPEAK for role in roles_in(said))):
        return []
    return [Tie(mark, (mark,), nouns[-1], frozenset(content), _COLON, "heading", "check")]
