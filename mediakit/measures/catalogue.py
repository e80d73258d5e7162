"""Every measure mediakit has, in reading order."""

import pandas as pd

from mediakit.errors import MeasureError
from mediakit.measures.diversity import DIVERSITY
from mediakit.measures.length import LENGTH
from mediakit.measures.measure import Measure
from mediakit.measures.readability import READABILITY

MEASURES = {measure.name: measure for measure in (*LENGTH, *READABILITY, *DIVERSITY)}


def find_measure(name: str) -> Measure:
    """The measure called name; MeasureError with the names there are where there is none.

    >>> find_measure("lix").label
    'LIX'
    """
    if name in MEASURES:
        return MEASURES[name]
    raise MeasureError(f"no measure is called {name!r}", where="measures", mend=f"use one of: {', '.join(MEASURES)}")


def list_measures() -> pd.DataFrame:
    """What can be measured: one row a measure.

    Returns measure, label, what, unit, higher_means, minimum (smallest text that gets a number),
    languages and reference.

    >>> list_measures().loc[lambda rows: rows["measure"] == "lix", "unit"].item()
    'points'
    """
    return pd.DataFrame(
        {
            "measure": measure.name,
            "label": measure.label,
            "what": measure.what,
            "unit": measure.unit,
            "higher_means": measure.higher_means,
            "minimum": measure.needs_at_least,
            "languages": ", ".join(measure.languages) or "any with spaces between words",
            "reference": measure.reference,
        }
        for measure in MEASURES.values()
    )
