"""What link_quotes() leaves out of very large stories and very long quotations, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from mediakit.reuse.candidates import ALL_PAIRS, MOST_HOLDING, Candidates
from mediakit.reuse.mentions import Mention
from mediakit.reuse.normal import MOST_WORDS
from mediakit.reuse.rows import Flags, Ints, Rows


class LeftOut(NamedTuple):
    """A cap that was reached."""

    article_id: str
    what: str


def cut_short(wordings: list[list[Mention]], rows: Rows) -> Iterator[LeftOut]:
    """Wordings too long to be read to their end."""
    for place in np.flatnonzero(rows.sizes >= MOST_WORDS).tolist():
        first = wordings[place][0]
        what = f"“{_shown(first.text)}” is longer than {MOST_WORDS} words: what follows them was not compared"
        yield LeftOut(first.lead[0], what)


def listed_in_part(wordings: list[list[Mention]], most: Ints, scope: Ints) -> Iterator[LeftOut]:
    """Wordings with more copies than are all listed with one another: most says for each how many are."""
    sizes = np.array([*map(len, wordings)], dtype=np.int64)
    over = sizes > most
    for one in np.unique(scope[over]):
        places = np.flatnonzero(over & (scope == one))
        first = places[np.argmax(sizes[places])]
        n_others = len(places) - 1
        others = f", and of {n_others} other wording{'s' * (n_others > 1)} more than {most[first]}" if n_others else ""
        what = (
            f"{sizes[first]} copies of “{_shown(wordings[first][0].text)}”{others}: every pair is listed among the first "
            f"{most[first]} of a wording, the others are linked with the first copy only"
        )
        yield LeftOut(wordings[first][0].lead[0], what)


def looked_up_in_part(wordings: list[list[Mention]], telling: Flags, candidates: Candidates, scope: Ints) -> Iterator[LeftOut]:
    """Wordings that were compared with some of those only that they may be like; of common words, the telling ones."""
    common = candidates.common[telling[candidates.common]]
    for one in np.unique(scope[common]):
        places = common[scope[common] == one]
        what = (
            f"{len(places)} of {int((scope == one).sum())} wordings (all pairs are compared up to {ALL_PAIRS}) hold mostly "
            f"pairs of words that more than {MOST_HOLDING} share: by these each was compared with the {MOST_HOLDING} fullest "
            "holders only"
        )
        yield LeftOut(wordings[places[0]][0].lead[0], what)
    for one in np.unique(scope[candidates.capped]):
        places = candidates.capped[scope[candidates.capped] == one]
        what = (
            f"{len(places)} of {int((scope == one).sum())} wordings are like more than {candidates.most[one]} others: each was "
            f"compared with the {candidates.most[one]} that share most with it, with the fullest, and with those that it shares "
            "most with"
        )
        yield LeftOut(wordings[places[0]][0].lead[0], what)


def _shown(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
