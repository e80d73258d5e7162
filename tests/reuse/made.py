"""Rows of tables for tests, the cells that do not matter left empty."""

from collections.abc import Mapping

import pandas as pd

from mediakit.tables import Table, make


def table(contract: Table, *rows: Mapping[str, object]) -> pd.DataFrame:
    """A table with these cells; the others are NA."""
    return make([tuple(row.get(name) for name in contract.names) for row in rows], contract)
