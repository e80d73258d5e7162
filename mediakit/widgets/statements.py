"""Statements as explorers show them: who says what, through whom, and by which rule that was found; see statements.js."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from mediakit.tables import ATTRIBUTIONS, QUOTES, check, missing, rows_of
from mediakit.views.quotations import FORMS, IDENTIFIED, SAID_HOW, is_contested
from mediakit.views.said import CUE_CLASSES, REASONS, ROLES, SURE, rule_in_words
from mediakit.views.shown import visible
from mediakit.views.voices import speaker_of

_Said = dict[str, list[dict[str, Any]]]


def packed_statements(quotes: pd.DataFrame, attributions: pd.DataFrame) -> dict[str, _Said]:
    """What is said in each article that says anything, as statements.js reads it.

    Parameters: quotes, what find_quotes() returned; attributions, what find_attributions() did.

    Returns for each article_id a dict with statements, in the order of the text (no, who, how, source, carriers,
    outermost first and ``?`` where one is missing, cue, cue_class, contested, hedges, identified, role, reason, rule,
    sure, candidates, and quotes, the numbers of its stretches between quotation marks), and alone: the stretches that
    belong to no statement (no, form, rule, sure, candidates). Codes are those of the tables; said_in_words() has their
    words.
    """
    found: dict[str, _Said] = {}
    stretches: dict[tuple[str, int], list[int]] = {}
    for row in rows_of(check(quotes, QUOTES)):
        if missing(row.attribution_no):
            _of(found, row.article_id)["alone"].append({"no": int(row.quote_no), "form": row.form, **_decided(row)})
        else:
            stretches.setdefault((row.article_id, int(row.attribution_no)), []).append(int(row.quote_no))
    for row in rows_of(check(attributions, ATTRIBUTIONS)):
        inside = stretches.get((row.article_id, int(row.attribution_no)), [])
        _of(found, row.article_id)["statements"].append(_statement(row, inside))
    return found


def said_in_words(quotes: pd.DataFrame, attributions: pd.DataFrame) -> dict[str, dict[str, str]]:
    """The words for every code in packed_statements() of the same tables."""
    rules = dict.fromkeys(str(rule) for table in (attributions, quotes) for rule in table["rule"].dropna().unique())
    return {
        "how": SAID_HOW,
        "identified": IDENTIFIED,
        "role": ROLES,
        "reason": REASONS,
        "cue_class": CUE_CLASSES,
        "form": FORMS,
        "sure": SURE,
        "rule": {rule: visible(rule_in_words(rule)) for rule in rules},
    }


def _of(found: dict[str, _Said], article_id: str) -> _Said:
    return found.setdefault(article_id, {"statements": [], "alone": []})


def _statement(row: Any, inside: list[int]) -> dict[str, Any]:
    return {
        "no": int(row.attribution_no),
        "who": visible(speaker_of(row)),
        "how": row.kind,
        "source": _text(row.source),
        "carriers": _all(row.carriers),
        "cue": _text(row.cue),
        "cue_class": _text(row.cue_class),
        "contested": is_contested(row),
        "hedges": _all(row.hedges),
        "identified": row.identification,
        "role": row.role,
        "reason": _text(row.anonymity_reason),
        "quotes": inside,
        **_decided(row),
    }


def _decided(row: Any) -> dict[str, Any]:
    return {"rule": _text(row.rule), "sure": _text(row.confidence), "candidates": _all(row.candidates)}


def _text(value: Any) -> str:
    return "" if missing(value) else visible(str(value))


def _all(values: Iterable[Any]) -> list[str]:
    return [visible(str(value)) for value in values]
