"""The formats as a table, for a user to look at."""

import pandas as pd

from mediakit.loaders.formats import EVERY
from mediakit.tables import TEXT


def list_formats() -> pd.DataFrame:
    """Every format that read_corpus reads.

    Returns one row a format: name (for ``format=``), endings, one_article, gives (what you get), supply
    (what you must supply) and extra (to be installed as ``pip install "mediakit[extra]"``; empty where
    nothing is).

    >>> list_formats().set_index("name").loc["csv", "endings"]
    '.csv, .tsv'
    """
    rows = [(known.name, ", ".join(known.endings), known.one_article, known.gives, known.supply, known.extra) for known in EVERY]
    return pd.DataFrame(rows, columns=["name", "endings", "one_article", "gives", "supply", "extra"], dtype=TEXT)
