"""A cue in a parsed sentence with what it ties together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mediakit.sources.cues import Cue
    from mediakit.text.tree import Token


class Tie(NamedTuple):
    """A cue, its source and its content, as words of the parsed sentence."""

    word: Token  #: the cue's own word: the verb, the noun, the first word of according to
    cue: tuple[Token, ...]  #: the cue as printed, with its auxiliaries
    source: Token | None  #: the noun of the mention; None where the sentence names none
    content: frozenset[Token]
    entry: Cue
    rule: str
    confidence: str
    aside: frozenset[Token] = frozenset()  #: the words of a phrase that stands beside the statement: according to …
