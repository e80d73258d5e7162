"""Which lines of the visible text an extractor took: each piece of text carries its line's number through it.

Extractors hand back text of their own making: paragraphs joined, list signs added, tables redrawn. So every
piece of text in the tree gets two signs before it that no newspaper prints (Sutton SignWriting, which
extractors neither drop as control characters nor take for letters), and the signs that come out again
say which lines were taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mediakit.loaders.html_blocks import Node, VisibleLine

_FIRST, _BASE = 0x1D800, 512
MOST_LINES = _BASE * _BASE
_SIGNS = f"[{chr(_FIRST)}-{chr(_FIRST + _BASE - 1)}]"
_SIGN = re.compile(_SIGNS)
_MARKED = re.compile(rf"({_SIGNS})({_SIGNS})((?:(?!{_SIGNS}).)*)", re.DOTALL)
#: what a tree may come to hold from a page, but takes from nobody else
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SHARE = 0.5  #: of a line's characters that must come out for the line to count as taken


def mark(nodes: Iterable[Node]) -> None:
    """Put the number of its line before every piece of text in the tree."""
    for element, is_tail, line in nodes:
        text = _UNFIT.sub("\ufffd", _SIGN.sub("", (element.tail if is_tail else element.text) or ""))
        words = text.lstrip()
        sign = chr(_FIRST + line // _BASE) + chr(_FIRST + line % _BASE)
        marked = text[: len(text) - len(words)] + sign + words
        if is_tail:
            element.tail = marked
        else:
            element.text = marked


def taken_lines(lines: Sequence[VisibleLine], answer: str) -> set[int]:
    """Places of the lines of which an extractor's answer, made from a marked tree, holds at least half."""
    n_taken: Counter[int] = Counter()
    for high, low, text in _MARKED.findall(answer):
        n_taken[(ord(high) - _FIRST) * _BASE + ord(low) - _FIRST] += len(text.strip())
    return {place for place, n in n_taken.items() if place < len(lines) and n >= _SHARE * len(lines[place].text)}
