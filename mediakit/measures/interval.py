"""How much a value depends on which sentences an article happens to have.

The sentences of one article are drawn again, with replacement, 200 times. The draw is seeded by the
article's name alone, so the same article gives the same interval in any batch and order, and all
measures of an article are read off the same draws. It says how firm the value of this article is;
it is not a difference between outlets.
"""

import zlib

import numpy as np

from mediakit.document import Document
from mediakit.text.counts import Counts

_DRAWS = 200
_FEWEST, _MOST = 5, 2000  # sentences; more than 2,000 sentences hardly vary


def redraw(document: Document) -> Counts | None:
    """The counts of 200 redrawn articles, as arrays; None where there are too few sentences to draw from."""
    given = document.counts
    size = len(given)
    if not _FEWEST <= size <= _MOST:
        return None
    random = np.random.default_rng(zlib.crc32(document.article_id.encode()))
    drawn = random.integers(0, size, size=(_DRAWS, size))
    drawn += np.arange(_DRAWS)[:, None] * size  # each draw has its own places to count in
    times = np.bincount(drawn.ravel(), minlength=_DRAWS * size).reshape(_DRAWS, size)
    return Counts(*np.ascontiguousarray((times @ given).T))
