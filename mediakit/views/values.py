"""Values as a reader sees them: rounded as the measure asks, with interval, or the reason why there is none."""

from __future__ import annotations

import pandas as pd

from mediakit.compare.summarize import refuse_mixed_recipes
from mediakit.identity import unknown_labels
from mediakit.measures.catalogue import MEASURES
from mediakit.tables import missing, rows_of
from mediakit.views.shown import Shown, show_table


def rounded(measure: str, value: object) -> str:
    """A number with the decimals its measure deserves; a dash where it is missing.

    >>> rounded("lix", 45.0), rounded("word_count", 1234.0), rounded("lix", None)
    ('45.0', '1,234', '–')
    """
    decimals = MEASURES[measure].decimals if measure in MEASURES else 2
    return "–" if missing(value) else f"{value:,.{decimals}f}"


def with_interval(measure: str, value: object, low: object, high: object) -> str:
    """A number followed by its interval where it has one.

    >>> with_interval("lix", 45.0, 40.0, 50.0)
    '45.0 (40.0 to 50.0)'
    """
    shown = rounded(measure, value)
    return shown if missing(low) else f"{shown} ({rounded(measure, low)} to {rounded(measure, high)})"


def show_values(values: pd.DataFrame, caption: str = "") -> Shown:
    """Articles side by side, a row a measure; in place of a missing number the reason why.

    Parameters: values, what measure() returned; caption, what the table shows.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped."})
    >>> print(mk.show_values(mk.measure(corpus, ["word_count", "lix"])))
    measure Harbour Herald
      Words              3
        LIX      too short
    """
    refuse_mixed_recipes(values)
    cells = [
        with_interval(row.measure, row.value, row.low, row.high) if row.status == "ok" else row.status for row in rows_of(values)
    ]
    unknown = unknown_labels(values.loc[values["outlet"].isna(), "article_id"].unique(), values["outlet"].dropna().unique())
    pairs = zip(values["outlet"], values["article_id"], strict=True)
    labels = pd.Series([unknown.get(article, outlet) for outlet, article in pairs], index=values.index)
    several = values.groupby(labels)["article_id"].transform("nunique") > 1
    columns = labels.where(~several, labels + " · " + values["article_id"])
    frame = pd.DataFrame({"measure": values["measure"], "column": columns, "cell": cells})
    wide = frame.pivot(index="measure", columns="column", values="cell")
    wide = wide.loc[values["measure"].unique(), columns.unique()].reset_index()
    wide["measure"] = [MEASURES[name].label if name in MEASURES else name for name in wide["measure"]]
    return show_table(wide, caption)
