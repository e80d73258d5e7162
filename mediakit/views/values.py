"""Values as a reader sees them: rounded as the measure asks, with interval, or the reason why there is none."""

from __future__ import annotations

import pandas as pd

from mediakit.comparison.summarize import refuse_mixed_recipes
from mediakit.identity import unknown_labels
from mediakit.measures.catalogue import MEASURES
from mediakit.measures.left_out import OTHER_EVENT
from mediakit.measures.measure import Measure
from mediakit.tables import missing, rows_of
from mediakit.views.shown import Linked, Shown, place_of, show_table

_MOST = 100  # articles side by side


def rounded(measure: str | Measure, value: object) -> str:
    """A number with the decimals its measure deserves; a dash where it is missing.

    Parameters: measure, one of one's own or the name of one in the catalogue (any other name: two decimals).

    >>> rounded("lix", 45.0), rounded("word_count", 1234.0), rounded("lix", None)
    ('45.0', '1,234', '–')
    """
    known = MEASURES.get(measure) if isinstance(measure, str) else measure
    decimals = 2 if known is None else known.decimals
    return "–" if missing(value) else f"{value:,.{decimals}f}"


def with_interval(measure: str | Measure, value: object, low: object, high: object) -> str:
    """A number followed by its interval where it has one.

    >>> with_interval("lix", 45.0, 40.0, 50.0)
    '45.0 (40.0 to 50.0)'
    """
    shown = rounded(measure, value)
    return shown if missing(low) else f"{shown} ({rounded(measure, low)} to {rounded(measure, high)})"


def article_labels(table: pd.DataFrame) -> pd.Series[str]:
    """How the article of each row is shown: by its outlet, with its article_id where the outlet has several.

    Parameters: table, any that starts with article_id, story_id, outlet, outlet_key.
    """
    unknown = unknown_labels(table.loc[table["outlet"].isna(), "article_id"].unique(), table["outlet"].dropna().unique())
    pairs = zip(table["outlet"], table["article_id"], strict=True)
    labels = pd.Series([unknown.get(article, outlet) for outlet, article in pairs], index=table.index)
    several = table.groupby(labels)["article_id"].transform("nunique") > 1
    return labels.where(~several, labels + " · " + table["article_id"])


def show_values(values: pd.DataFrame, caption: str = "", *, linked: bool = False) -> Shown:
    """Articles side by side, a row a measure with its unit and direction; in place of a missing number the reason why.

    Parameters: values, what measure() returned; caption, what the table shows; linked, whether each number leads to the
    sentences it was counted on, where show_texts() and show_quotes() stand on the same page. Measures of whole stories
    belong to no article and are left out. Of more than 100 articles the first 100 are shown, and the caption says so.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped."})
    >>> print(mk.show_values(mk.measure(corpus, ["word_count", "lix"])))
    measure Harbour Herald   unit   higher means
      Words              3  words         longer
        LIX      too short points harder to read
    """
    refuse_mixed_recipes(values)
    values = values[values["article_id"].notna()]
    cells = [
        row.status
        if row.status not in ("ok", OTHER_EVENT)
        else with_interval(row.measure, row.value, row.low, row.high) + (f" ({OTHER_EVENT})" if row.status == OTHER_EVENT else "")
        for row in rows_of(values)
    ]
    if linked:
        cells = [
            Linked.leading(cell, place_of(_evidence(row.measure), row.article_id)) if row.n and not missing(row.value) else cell
            for cell, row in zip(cells, rows_of(values), strict=True)
        ]
    columns = article_labels(values)
    many = columns.nunique()
    if many > _MOST:
        caption += f"; the first {_MOST} of {many:,} articles, all of them are written by mediakit tables"
    shown = dict(zip(zip(values["measure"], columns, strict=True), cells, strict=True))
    names = {
        column: pd.Series([shown.get((name, column)) for name in values["measure"].unique()], dtype=object)
        for column in columns.unique()[:_MOST]
    }
    wide = pd.DataFrame({"measure": values["measure"].unique(), **names}, dtype=object)
    about = [MEASURES.get(name) for name in wide["measure"]]
    wide["measure"] = [name if known is None else known.label for name, known in zip(wide["measure"], about, strict=True)]
    wide["unit"] = ["–" if known is None else known.unit for known in about]
    wide["higher means"] = ["–" if known is None else known.higher_means for known in about]
    return show_table(wide, caption)


def _evidence(measure: str) -> str:
    """Where the sentences behind a measure stand: among the lines of the text, or with its quotations and sources marked."""
    known = MEASURES.get(measure)
    return "said" if known is not None and known.needs else "text"
