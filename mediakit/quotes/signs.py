"""The quotation marks of a paragraph, each with what it can be where it stands: opening, closing, or neither.

Apostrophes, signs for feet and inches, decades and words that lost their beginning ('em, '90s) are sorted
out here as far as their neighbours tell; the rest is decided in marks.py, where marks are paired.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

#: how each mark is printed when it opens; a quotation is named by the mark that opens it
KINDS = {
    "“": "curly", "”": "curly", "‟": "curly", "❝": "curly", "❞": "curly", "‘‘": "curly", "’’": "curly",
    '"': "straight", "＂": "straight", "''": "straight", '""': "straight",
    "„": "low",
    "«": "guillemets", "»": "guillemets",
    "``": "backticks",
    "「": "corners", "」": "corners", "『": "corners", "』": "corners",
    "‘": "single curly", "’": "single curly",
    "'": "single straight", "`": "single backtick",
    "‚": "single low",
    "‹": "single guillemets", "›": "single guillemets",
}  # fmt: skip
#: the signs that close what a kind of mark has opened; the first line of each is as it should be, the second as it happens
PROPER = {
    "curly": "”❞“’’", "straight": "\"＂''", "low": "“”‟❞", "guillemets": "»«", "backticks": "''``’’", "corners": "」』",
    "single curly": "’", "single straight": "'", "single backtick": "'’`", "single low": "‘’", "single guillemets": "›‹",
}  # fmt: skip
MIXED = {
    "curly": "\"＂''", "straight": "”❞’’", "low": '"＂', "backticks": '"”', "single curly": "'", "single straight": "’",
    "single low": "'",
}  # fmt: skip

_SIGN = re.compile(r"""''|(?<!\S)""(?=\w)|``|‘‘|’’|["“”„‟❝❞«»＂「」『』'‘’‚`‹›]""")
_OPENING_GLYPHS = frozenset(("“", "‟", "❝", "‘‘", "„", "«", "``", "「", "『", "‘", "‚", "`", "‹"))
_CLOSING_GLYPHS = frozenset(("”", "❞", "’’", "»", "」", "』", "’", "›"))
_BEFORE_OPENING = frozenset("([{—–-/“‘„‚«‹\"'¡¿*_")
_NOT_BEFORE_WORDS = frozenset(".,;:!?…)]}%—–-”’»›\"'*_/")
_BEFORE_WORDS_TOO = frozenset(".…\"'-–—")  # a quotation may begin with these: '…and so on'
#: words that are printed with an apostrophe for what they have lost at their beginning
_ELISION = re.compile(
    r"(?:em|til|till|tis|twas|twere|twill|cause|cos|coz|cuz|n|round|bout|ere|im|er|ave|alf|ello|ard|ome|tween|gainst|neath"
    r"|nuff|fraid|kay|sup|zactly|spose|\d\ds?)\b",
    re.IGNORECASE,
)
_LOST_END = re.compile(r"(?:[sSxXzZ]|\d|['’‘]n|\b(?:\w+in|an|o|ol|th|wi))$")  # workers’, 6', ’n’, goin’, an’, o’


_ENDS = frozenset(".,!?…;:—")


class Sign(NamedTuple):
    """One mark where it stands."""

    begin: int
    end: int
    kind: str  #: one of KINDS' values
    glyph: str
    opens: bool  #: it may open a quotation here
    closes: bool  #: it may close one here
    doubtful: bool  #: single marks: more likely an apostrophe ('90s, workers’); straight double marks: after a figure (5")
    certain: bool  #: it closes something if it is a quotation mark at all: “… done,’ he said”

    @property
    def single(self) -> bool:
        """Whether it is a single mark, which may be an apostrophe."""
        return self.kind.startswith("single")


def signs_in(paragraph: str) -> Iterator[Sign]:
    """Every quotation mark of a paragraph that may open or close something, in reading order.

    >>> [(sign.glyph, sign.opens, sign.closes) for sign in signs_in("“It’s the boys’ boat,” he said.")]
    [('“', True, False), ('’', False, True), ('”', False, True)]
    """
    for found in _SIGN.finditer(paragraph):
        sign = _read(paragraph, found.start(), found.end(), found[0])
        if sign.opens or sign.closes:
            yield sign


def _read(paragraph: str, begin: int, end: int, glyph: str) -> Sign:
    kind = KINDS[glyph]
    before, after = paragraph[begin - 1 : begin], paragraph[end : end + 1]
    may_open = bool(after.strip()) and (not before.strip() or before in _BEFORE_OPENING)
    may_close = bool(before.strip()) and (not after.strip() or after in _NOT_BEFORE_WORDS)
    if kind.startswith("single"):
        return _read_single(paragraph, Sign(begin, end, kind, glyph, may_open, may_close, False, False))
    if glyph in _OPENING_GLYPHS:
        return Sign(begin, end, kind, glyph, True, may_close and not may_open, False, False)
    if glyph in _CLOSING_GLYPHS:
        return Sign(begin, end, kind, glyph, may_open and not may_close, True, False, True)
    if may_open == may_close:  # it stands between spaces, or between letters: either
        may_open = may_close = True
    return Sign(begin, end, kind, glyph, may_open, may_close, before.isdigit() and glyph == '"', before in _ENDS)


def _read_single(paragraph: str, sign: Sign) -> Sign:
    """A single mark: between letters it is an apostrophe, before or after some words most likely so."""
    begin, end = sign.begin, sign.end
    before, after = paragraph[begin - 1 : begin], paragraph[end : end + 1]
    if before.isalnum() and after.isalnum():
        return sign._replace(opens=False, closes=False)
    opens = sign.opens and sign.glyph not in ("’", "›") and (after not in _NOT_BEFORE_WORDS or after in _BEFORE_WORDS_TOO)
    closes = bool(before.strip()) and not after.isalnum() and sign.glyph not in ("‚", "`")
    if opens and (sign.glyph in ("‘", "‹") or (after.strip() and after not in _NOT_BEFORE_WORDS)):
        closes = False
    if opens:
        return sign._replace(opens=True, closes=closes, doubtful=_ELISION.match(paragraph, end) is not None)
    doubtful = closes and _LOST_END.search(paragraph[max(0, begin - 20) : begin]) is not None and after not in _ENDS
    return sign._replace(opens=False, closes=closes, doubtful=doubtful, certain=before in _ENDS)
