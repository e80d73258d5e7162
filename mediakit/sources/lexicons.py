"""The reader's own lexicons, beside those of the package: their entries are added, and replace entries of the same word."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from mediakit.errors import LexiconError
from mediakit.lexicons import load_lexicon
from mediakit.sources.coding_lexicons import CODING_COLUMNS, CodingLexicons, compile_lexicons, default_lexicons
from mediakit.sources.cues import Cues, default_cues

Given = Mapping[str, pd.DataFrame | str | os.PathLike[str]]

CUE_CLASSES = (
    "neutral",
    "announcing",
    "endorsing",
    "distancing",
    "conceding",
    "intensifying",
    "speculative",
    "conflict",
    "manner",
)
ROLES = ("government_military", "intelligence", "politician", "business", "expert", "civil_society", "citizen_witness",
         "state_medium", "medium_agency", "document", "unknown")  # fmt: skip
#: the columns of each lexicon; those that tell two entries apart; the words that a column may hold
COLUMNS = {"cues": ("cue", "kind", "takes", "cue_class"), **CODING_COLUMNS}
_KEYS = {"cues": ("cue", "kind"), "anonymity": ("kind",)}
_ALLOWED = {
    ("cues", "kind"): ("verb", "noun", "adjective", "adverb", "preposition"),
    ("cues", "cue_class"): CUE_CLASSES,
    ("roles", "kind"): ("person", "group", "medium", "document", "bare", "some"),
    ("roles", "role"): ROLES,
    ("roles", "yields"): ("yes", ""),
    ("organisation_words", "role"): ROLES,
    ("hedges", "needs"): ("figure", ""),
    ("anonymity", "kind"): ("anonymous", "reason"),
}


def chosen_cues(lexicons: Given | None) -> Cues:
    """The cues of the package, with the entries given as lexicons["cues"].

    Raises LexiconError for a lexicon that is not known, lacks a column or holds a value that means nothing.
    """
    check_lexicons(lexicons)
    return Cues(_rows("cues", lexicons)) if lexicons and "cues" in lexicons else default_cues()


def chosen_coding(lexicons: Given | None) -> CodingLexicons:
    """The lexicons that sources are coded by, with the entries given; LexiconError as for chosen_cues()."""
    check_lexicons(lexicons)
    if not lexicons or not set(lexicons) & set(CODING_COLUMNS):
        return default_lexicons()
    return compile_lexicons({name: _rows(name, lexicons) for name in CODING_COLUMNS})


def check_lexicons(lexicons: Given | None) -> None:
    """Raise LexiconError for what is no mapping, and for a name that is no lexicon's."""
    if lexicons is not None and not isinstance(lexicons, Mapping):
        mend = 'write which lexicon each is for, as in lexicons={"cues": table}'
        raise LexiconError("lexicons are given by name", where=f"lexicons, a {type(lexicons).__name__}", mend=mend)
    for name in lexicons or ():
        if name not in COLUMNS:
            mend = f"use one of: {', '.join(COLUMNS)}"
            raise LexiconError(f"no lexicon of yours can be called {name!r}", where="lexicons", mend=mend)


def _rows(name: str, lexicons: Given) -> list[dict[str, str]]:
    """The package's entries with the reader's, which come in place of those they are named like."""
    package = [dict(row) for row in load_lexicon(name).rows]
    if name not in lexicons:
        return package
    own = _own(name, lexicons[name])
    keys = _KEYS.get(name, COLUMNS[name][:1])
    replaced = {tuple(row[key].casefold() for key in keys) for row in own}
    return [*(row for row in package if tuple(row[key].casefold() for key in keys) not in replaced), *own]


def _own(name: str, given: pd.DataFrame | str | os.PathLike[str]) -> list[dict[str, str]]:
    """The reader's entries, checked."""
    table = given if isinstance(given, pd.DataFrame) else _read(name, given)
    missing = [column for column in COLUMNS[name] if column not in table]
    if missing:
        raise LexiconError(
            f"the lexicon {name} lacks: {', '.join(missing)}",
            where=f"columns: {', '.join(map(str, table.columns))}",
            mend=f"give it the columns {', '.join(COLUMNS[name])}",
        )
    rows = [
        {str(column): "" if pd.isna(value) else str(value).strip() for column, value in row.items()}
        for row in table.astype(object).to_dict("records")
    ]
    for number, row in enumerate(rows, start=1):
        _check_row(name, number, row)
    return rows


def _check_row(name: str, number: int, row: Mapping[str, str]) -> None:
    where = f"lexicons[{name!r}], row {number}"
    first = COLUMNS[name][0]
    if not row[first]:
        raise LexiconError(f"an entry of the lexicon {name} has no {first}", where=where, mend="fill it in, or take the row out")
    for (lexicon, column), allowed in _ALLOWED.items():
        if lexicon == name and row[column] not in allowed:
            mend = f"use one of: {', '.join(word or 'nothing' for word in allowed)}"
            raise LexiconError(f"{column} of {row[first]!r} cannot be {row[column]!r}", where=where, mend=mend)
    if name == "anonymity":
        try:
            re.compile(rf"\b(?:{row['pattern']})\b")  # as it will stand: flags inside it, as in (?i), do not work there
        except re.error as error:
            mend = "write a pattern as Python's re understands it"
            raise LexiconError(f"the pattern {row['pattern']!r} is none: {error}", where=where, mend=mend) from error


def _read(name: str, path: str | os.PathLike[str]) -> pd.DataFrame:
    try:
        return pd.read_csv(Path(path), dtype=str, keep_default_na=False)
    except (OSError, TypeError, ValueError) as error:
        mend = "pass the path of a CSV file in UTF-8, or a table"
        raise LexiconError(f"the lexicon {name} cannot be read: {error}", where=str(path), mend=mend) from error
