"""Where a source's mention stands: the noun with what belongs to it, as a reader would mark it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediakit.sources.content import is_time
from mediakit.sources.statement import Place, Sentence
from mediakit.sources.syntax import phrase
from mediakit.sources.tie import Tie

if TYPE_CHECKING:
    from mediakit.text.tree import Token

_DASHES = frozenset(["–", "—", "-", "--"])


def mention_of(sentence: Sentence, tie: Tie) -> Place | None:
    """Where the source of a tie stands, None where none is named."""
    if tie.source is None:
        return None
    first, last = _bounds(tie.source)
    joined = [noun for noun in tie.source.head.lefts if noun.dep_ == tie.source.dep_ == "nsubj" and noun != tie.source]
    if joined and first.i <= tie.source.i:  # Kenyan, Danish and U.S. sources: read as two subjects
        return sentence.place(first, last, *(end for noun in joined for end in _bounds(noun)))
    return sentence.place(first, last)


def _bounds(noun: Token) -> tuple[Token, Token]:
    """First and last word of a mention, without a dateline before it or a time behind it."""
    first, last = phrase(noun)
    when = next((child for child in noun.rights if child.dep_ == "prep" and child.i <= last.i and is_time(child)), None)
    if when is not None:
        last = noun.tree[max(noun.i, when.i - 1)]
    if last.i + 1 < len(last.tree) and last.nbor().text == ")" and "(" in [word.text for word in last.tree[first.i : last.i]]:
        last = last.nbor()
    dashes = [word.i for word in noun.tree[first.i : noun.i] if word.text in _DASHES]
    return (noun.tree[dashes[-1] + 1] if dashes else first), last
