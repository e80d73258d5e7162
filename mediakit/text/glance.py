"""One look at many texts at once: which of them may hold what slower rules look for.

A pattern is read by RE2, as pyarrow brings it, in one pass over each text however many words it asks
for. It says “no” for certain and “yes” for perhaps: whoever is told “perhaps” asks the rule itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

import pyarrow as pa
import pyarrow.compute as pc

#: white space as str.split knows it, of which RE2's own \s is only a part
_SPACE = r"[\s\x0b\x1c-\x1f\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]"
_ALSO_I = "[İı]"  # which re, but not RE2, takes for an i where capitals do not matter


def may_hold_any(texts: pa.Array, patterns: Iterable[str]) -> list[bool]:
    r"""For each text, whether one of the patterns may fit somewhere in it.

    Parameters: texts; patterns, each for one pass over the texts. ``\s`` is any white space; ``^`` and
    ``$`` are where a line begins and ends.

    >>> may_hold_any(pa.array(["Source : Reuters", "The ferry stopped."]), [r"(?i:source\s*:)"])
    [True, False]
    """
    asked = (f"(?m){pattern}|{_ALSO_I}".replace(r"\s", _SPACE) for pattern in patterns)
    held: list[bool] = reduce(pc.or_, (pc.match_substring_regex(texts, pattern) for pattern in asked)).to_pylist()
    return held
