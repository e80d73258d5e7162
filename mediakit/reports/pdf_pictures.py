"""A drawing of the page as a picture of the PDF."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

_SVG_SPELLING = {name.lower(): name for name in ("viewBox", "clipPath", "clipPathUnits", "preserveAspectRatio", "linearGradient",
                 "patternUnits", "patternTransform", "patternContentUnits", "gradientUnits", "gradientTransform")}  # fmt: skip
#: names that HTML may spell in small letters and SVG may not
_SVG_NAMES = re.compile(rf"(?<=[<\s/])(?:{'|'.join(_SVG_SPELLING)})(?=[\s=>])")
_PAGE, _PAGE_HEIGHT = 493.0, 660.0  # points that a picture may be wide and high
_CURRENT, _VARIABLE = re.compile("currentColor", re.IGNORECASE), re.compile(r"var\(--[\w-]+,\s*(#?\w+)\)")


def picture(source: str) -> dict[str, Any]:
    """A figure as wide as it was drawn, smaller where it would not fit on a page."""
    drawn = _SVG_NAMES.sub(lambda found: _SVG_SPELLING[found[0].lower()], source)
    drawn = _VARIABLE.sub(r"\1", _CURRENT.sub("#000", drawn))
    opening = drawn[: drawn.index(">")]
    alt = re.search(r'aria-label="([^"]*)"', opening)
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', opening)
    width, height = map(float, box.groups()) if box else (_PAGE, _PAGE)
    share = min(1, width / _PAGE, _PAGE_HEIGHT / height * width / _PAGE)
    return {"kind": "picture", "svg": drawn, "alt": unescape(alt[1]) if alt else "a picture", "width": round(100 * share, 1)}
