"""The articles table, from what was kept of each article."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from mediakit.articles.copies import group_numbers
from mediakit.articles.rows import Rows
from mediakit.articles.texts import Texts
from mediakit.duplicates import Copy
from mediakit.identity import unknown_labels
from mediakit.loaders.records import FLAGS
from mediakit.tables import ARTICLES, TEXT


def articles_table(rows: Rows, texts: Texts, copies: Mapping[int, Copy]) -> pd.DataFrame:
    """The articles table; the user's own columns follow those of the contract.

    Parameters: rows; texts, in the same order; copies, which articles repeat an earlier one, by place.
    """
    ids, outlets = rows["article_id"], rows["outlet"]
    unknown = unknown_labels(
        (article_id for article_id, outlet in zip(ids, outlets, strict=True) if not outlet), [outlet or "" for outlet in outlets]
    )
    groups = group_numbers(copies)
    settled = {
        "outlet_label": [outlet or unknown[article_id] for article_id, outlet in zip(ids, outlets, strict=True)],
        "flags": [
            _flags(said, corrected, copied=place in groups)
            for place, (said, corrected) in enumerate(zip(rows["flags"], rows["flags_corrected"], strict=True))
        ],
        "duplicate_group": [groups.get(place) for place in range(len(rows))],
    }
    table = pd.DataFrame(
        {
            column.name: texts.column()
            if column.name == "text"
            else pd.Series(settled[column.name] if column.name in settled else rows[column.name], dtype=column.dtype)
            for column in ARTICLES.columns
        }
    )
    for name, values in rows.extras.items():
        if name not in table:
            table[name] = pd.Series([values.get(place) for place in range(len(rows))], dtype=TEXT)
    return table


def _flags(said: tuple[str, ...], corrected: str | None, *, copied: bool) -> list[str]:
    """What its reader and its words say, and whether its text stands there more than once; or what a user says instead."""
    if corrected is not None:
        said = (*corrected.replace(",", " ").split(),)
    elif copied:
        said = (*said, "duplicate")
    return [flag for flag in FLAGS if flag in said] if said else []
