"""The articles table, from drafts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from mediakit.articles.copies import group_numbers
from mediakit.articles.draft import Draft
from mediakit.articles.identity import key_of
from mediakit.articles.texts import Texts
from mediakit.duplicates import Copy
from mediakit.identity import read_date, unknown_labels
from mediakit.loaders.records import FLAGS
from mediakit.tables import ARTICLES, TEXT, make


def articles_table(drafts: Sequence[Draft], texts: Texts, copies: Mapping[int, Copy]) -> pd.DataFrame:
    """The articles table; the user's own columns follow those of the contract.

    Parameters: drafts; texts, in the same order; copies, which drafts repeat an earlier one.
    """
    known = [made.given("outlet") or "" for made in drafts]
    unknown = unknown_labels((made.article_id for made in drafts if not made.given("outlet")), known)
    groups = group_numbers(drafts, copies)
    table = make((_row(made, unknown, groups) for made in drafts), ARTICLES)
    table["text"] = texts.column()
    names = dict.fromkeys(name for made in drafts for name in made.extras)
    for name in names:
        if name not in table:
            table[name] = pd.Series([made.extras.get(name) for made in drafts], dtype=TEXT)
    return table


def _row(made: Draft, unknown: Mapping[str, str], groups: Mapping[str, int]) -> tuple[object, ...]:
    def value_and_basis(name: str) -> tuple[str | None, str | None]:
        value, basis = made.values.get(name, (None, None))
        return (value, basis) if value else (None, None)

    story_id, story_basis = value_and_basis("story_id")
    outlet, outlet_basis = value_and_basis("outlet")
    published, published_basis = value_and_basis("published")
    date, granularity = (read_date(published) if published else None) or (None, None)
    _, language_basis = value_and_basis("language")
    group = groups.get(made.article_id)
    return (
        made.article_id, story_id, story_basis, outlet, key_of(made),
        outlet or unknown.get(made.article_id, f"unknown ({made.article_id})"), outlet_basis, made.evidence if outlet else None,
        *value_and_basis("title"), *value_and_basis("byline"), date, granularity, published_basis,
        *value_and_basis("url"), *value_and_basis("original_source"),
        made.language, language_basis,
        _flags(made, copied=bool(group)), group, made.record.path, made.sha256, None,
    )  # fmt: skip


def _flags(made: Draft, *, copied: bool) -> list[str]:
    """What its reader flagged, and whether its text stands in the corpus more than once; or what a user says instead."""
    corrected, _ = made.values.get("flags", (None, None))
    said = {*made.record.flags, *made.signs} | ({"duplicate"} if copied else set())
    if corrected is not None:
        said = {*corrected.replace(",", " ").split()}
    return [flag for flag in FLAGS if flag in said]
