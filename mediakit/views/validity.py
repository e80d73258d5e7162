"""How well each extractor did where people had labeled the texts: the scores that come with the package, in words.

benchmarks/extractor_scores.py measures them and writes validity.csv; docs/validity.md says what each misses.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from pathlib import Path

import pandas as pd

from mediakit.errors import ContractError
from mediakit.tables import TEXT
from mediakit.text.parse import has_model

SCORES_FILE = Path(str(files(__package__))) / "validity.csv"
#: what the columns hold: name, things counted, what counts as right, the texts, their data, how many things; scores; when
COLUMNS = ("extractor", "things", "right", "texts", "data", "n", "precision", "recall", "f1", "people_f1", "measured", "version")
_PARSED = ("direct", "quoted", "mixed", "indirect")  # found with the language model
_SCORES = ("precision", "recall", "f1", "people_f1")


@cache
def _scores() -> dict[str, dict[str, str]]:
    with SCORES_FILE.open(encoding="utf-8", newline="") as file:
        return {row["extractor"]: row for row in csv.DictReader(file)}


def list_validity() -> pd.DataFrame:
    """How well each extractor did on texts that people had labeled: one row an extractor and what was counted.

    Returns extractor (its name for how_sure()), things (what was counted), right (what counts as right), texts,
    data (their name), n (things in the data), recall (of those, the share handled right), precision (of what
    was reported, the share that is right; NA where every thing gets an answer), f1, people_f1 (what people reach
    among themselves, NA where nobody has measured it), measured (the day) and version.

    The rules were written while looking at these texts; on others, expect somewhat less. docs/validity.md
    says what each extractor misses.

    >>> list_validity().set_index("extractor").loc["direct", "things"]
    'direct quotations'
    """
    frame = pd.DataFrame([*_scores().values()], columns=list(COLUMNS), dtype=TEXT)
    numbers = {name: pd.to_numeric(frame[name].replace("", None)).astype("Float64") for name in _SCORES}
    return frame.assign(n=frame["n"].astype("Int64"), **numbers)


def how_sure(extractor: str) -> str:
    """One plain sentence on how often an extractor is right, to stand under what it made.

    Parameters: extractor, a name in list_validity(). Raises ContractError for any other.

    >>> how_sure("direct").startswith("Tested on 389 US political articles: ")
    True
    """
    scores = _scores()
    if extractor not in scores:
        raise ContractError(f"no extractor is called {extractor!r}", where="how_sure", mend=f"use one of: {', '.join(scores)}")
    row = scores[extractor]
    if extractor in _PARSED and not has_model():
        return (
            f"{row['things'].capitalize()} were looked for by patterns only (no language model): fewer are found, and fewer of "
            "them rightly, than with it; no score is given."
        )
    found = f"Tested on {row['texts']}: {of_100(float(row['recall']))} of 100 {row['things']} in them {row['right']}."
    return f"{found} Of 100 that were shown, {of_100(float(row['precision']))} were right." if row["precision"] else found


def of_100(share: float) -> str:
    """A share as so many of a hundred, never all of them where it is not all.

    >>> of_100(0.934), of_100(0.998), of_100(1.0)
    ('93', 'more than 99', '100')
    """
    return "more than 99" if 0.995 <= share < 1 else f"{100 * share:.0f}"
