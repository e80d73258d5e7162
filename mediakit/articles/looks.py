"""One look at the texts of many articles, so that most of them need not be searched for what few hold."""

from __future__ import annotations

from functools import cache

import pyarrow as pa

from mediakit.identity.credits import possible_credits
from mediakit.layout.possible import SOURCE_CREDIT
from mediakit.loaders.flags import POSSIBLE_NOTICE
from mediakit.text.glance import may_hold_any


def may_tell(texts: pa.Array) -> list[bool]:
    """Whether each text may hold a notice in place of the article, or words that say where the text came from.

    >>> may_tell(pa.array(["LAGOS (AP) - Floods closed the road.", "Accept all", "Floods closed the road."]))
    [True, True, False]
    """
    return may_hold_any(texts, _patterns())


@cache
def _patterns() -> tuple[str, ...]:
    by_agency, by_words = possible_credits()
    return by_agency, "|".join((by_words, SOURCE_CREDIT, POSSIBLE_NOTICE))
