"""Corrections made outside of corrections.csv: what may be corrected, as a table, and kept in the file."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from mediakit.errors import CorpusError
from mediakit.loaders import Problem
from mediakit.loaders.companions import Row, companion_in, read_companion
from mediakit.loaders.corrections import CORRECTABLE, LABELS, Correction, correction_of
from mediakit.loaders.files import CORRECTIONS as NAME
from mediakit.loaders.records import FLAGS
from mediakit.tables import CORRECTIONS, make, named_rows
from mediakit.written import defused, written_whole

__all__ = ["CORRECTABLE", "FLAGS", "LABELS", "NAME", "Cells", "cells_of", "checked", "corrections_table", "keep_corrections"]

Cells = Mapping[str, Any]  #: a correction: a value for each column of the corrections table; None or "" where there is none


def cells_of(corrections: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a corrections table as dicts that JSON can hold, None where there is no value."""
    return [dict(row._asdict()) for row in named_rows(corrections[CORRECTIONS.names])]


def checked(cells: Cells) -> Correction:
    """A correction as reading would take it. Raises CorpusError where it would not."""
    made = correction_of(_row(cells))
    if isinstance(made, Problem):
        raise CorpusError(
            made.what, where=f"{cells.get('table')}.{cells.get('field')} of {cells.get('article_id')}", mend=made.mend
        )
    return made


def corrections_table(corrections: Iterable[Cells]) -> pd.DataFrame:
    """Corrections as the corrections table. Raises CorpusError for one that decides nothing."""
    return make((checked(cells).row for cells in corrections), CORRECTIONS)


def keep_corrections(folder: Path, *, added: Iterable[Cells] = (), removed: Iterable[Cells] = ()) -> Path:
    """Write corrections.csv of a corpus folder anew, with rows added at its end and rows taken out; the others stay.

    Columns of the user's own stay as well. Returns the file. Raises CorpusError where the file has a row that cannot
    be read, which writing would lose, or a correction decides nothing; ReportError where it cannot be written.
    """
    file = companion_in(folder, NAME) or folder / NAME
    rows, problems = read_companion(file, NAME, needed=("table", "article_id", "field", "value")) if file.exists() else ([], [])
    if problems:
        where = f"{NAME}, line {problems[0].line}" if problems[0].line else NAME
        raise CorpusError(f"{NAME} cannot be added to: {problems[0].what}", where=where, mend=problems[0].mend)
    kept = [row.cells for row in rows]
    for cells in removed:
        gone = checked(cells).row
        place = next((place for place in reversed(range(len(kept))) if _decides(kept[place]) == gone), None)
        if place is not None:
            del kept[place]
    kept += [_row(dict(zip(CORRECTIONS.names, checked(cells).row, strict=True))).cells for cells in added]
    columns = [*dict.fromkeys([*(rows[0].cells if rows else ()), *CORRECTIONS.names])]
    with (
        written_whole(file, mend="close it in other programs, and check your right to write there") as draft,
        draft.open("w", encoding="utf-8-sig", newline="") as lines,
    ):
        writer = csv.writer(lines)
        writer.writerow(columns)
        writer.writerows([defused(cells.get(name, "")) for name in columns] for cells in kept)
    return file


def _row(cells: Cells) -> Row:
    written = {name: cells.get(name) for name in CORRECTIONS.names}
    # half a character, which a page can send and no file can hold, becomes "?"
    whole = {name: "" if value is None else str(value).encode("utf-8", "replace").decode() for name, value in written.items()}
    return Row(0, {name: value.strip() for name, value in whole.items()})


def _decides(cells: Mapping[str, str]) -> tuple[object, ...] | None:
    made = correction_of(Row(0, dict(cells)))
    return None if isinstance(made, Problem) else made.row
