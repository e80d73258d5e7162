"""edit_table(): a table that a class fills in, in the notebook, and finds again next week."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import traitlets

from mediakit.errors import ReportError, ViewError
from mediakit.tables import missing
from mediakit.views.shown import visible
from mediakit.widgets.explorer import Explorer, script, style
from mediakit.written import defused, written_whole


class TableEditor(Explorer):
    """The widget edit_table() makes; ``frame`` is the table as it stands now."""

    heading = "A table to fill in"
    _esm = script("edit")
    _css = style("edit")
    #: what became of the last change, in words; empty before the first
    saved = traitlets.Unicode().tag(sync=True)

    def __init__(self, path: Path, columns: Sequence[str], rows: list[list[str]], choices: Mapping[str, Sequence[str]]) -> None:
        self.path, self.columns = path, list(columns)
        data = {"columns": self.columns, "choices": {name: list(texts) for name, texts in choices.items()}, "file": path.name}
        told = f"A table of {len(rows)} rows to fill in: run the cell in JupyterLab to use it"
        super().__init__(data=data, defaults={"rows": rows}, state=None, told=told)

    @property
    def frame(self) -> pd.DataFrame:
        """The table as it stands now, every cell a text."""
        return pd.DataFrame(self.state["rows"], columns=self.columns)

    def allowed(self, name: str) -> list[Any] | None:
        """Any rows; their shape is looked at before they are saved."""
        return None if name == "rows" else []

    @traitlets.observe("state")
    def _save(self, change: Any) -> None:
        """Write the file with every change; the first state of all is none."""
        if not change["old"] or change["old"] == change["new"]:
            return
        try:
            _check(self.state["rows"], len(self.columns))
            with written_whole(self.path) as draft:
                # half a character, which a page can send and no file can hold, becomes "?"
                text = _as_csv([self.columns, *self.state["rows"]])
                draft.write_text(text, encoding="utf-8-sig", errors="replace", newline="")
        except (ReportError, ViewError) as error:
            self.saved = f"Not saved: {error.what}."
        else:
            self.saved = f"Saved in {self.path.name}."


def edit_table(frame: pd.DataFrame, path: str | Path, *, choices: Mapping[str, Sequence[str]] | None = None) -> TableEditor:
    """Show a table whose cells can be changed, rows added and deleted; each change is saved in a CSV file.

    Parameters
    ----------
    frame: the rows to begin with; every cell is shown and kept as text, a missing one as nothing.
    path: the CSV file. Where it is there already, its rows are shown in place of frame's, so that running the
        notebook again loses nothing; delete or rename the file to begin anew.
    choices: for a column, the texts to choose from; a cell may be left empty.

    Returns the widget; its ``frame`` is the table as it stands now. On a page without Jupyter the table can be
    filled in, too, and downloaded. Raises ViewError where choices name a column that is none, or the file has
    other columns.

    >>> import mediakit as mk, pandas as pd
    >>> claims = pd.DataFrame({"claim": ["No ferry ran."], "Harbour Herald": ["told"]})
    >>> table = mk.edit_table(claims, "claims.csv", choices={"Harbour Herald": ["told", "not told"]})
    >>> table
    A table of 1 rows to fill in: run the cell in JupyterLab to use it
    >>> table.frame["Harbour Herald"].tolist()
    ['told']
    """
    columns = [str(name) for name in frame.columns]
    unknown = [name for name in choices or {} if name not in columns]
    if unknown:
        raise ViewError(f"choices are given for {unknown[0]!r}", where="edit_table", mend=f"use some of: {', '.join(columns)}")
    target = Path(path)
    rows = _read(target, columns) if target.exists() else [[*map(_as_text, row)] for row in frame.itertuples(index=False)]
    return TableEditor(target, columns, rows, choices or {})


def _as_text(cell: object) -> str:
    return "" if missing(cell) else visible(str(cell))


def _read(path: Path, columns: list[str]) -> list[list[str]]:
    """The rows of a file written before, or saved by a spreadsheet. Raises ViewError where it is another table."""
    mend = f"rename or delete {path.name} to begin anew"
    try:
        text = path.read_text(encoding="utf-8-sig")
        # a spreadsheet of a country with decimal commas separates by semicolons
        delimiter = ";" if text.partition("\n")[0].count(";") >= len(columns) - 1 > 0 else ","
        head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except (OSError, UnicodeDecodeError, csv.Error, ValueError) as error:
        raise ViewError("the table cannot be read", where=str(path), mend=mend) from error
    if [_restored(name) for name in head] != columns:
        raise ViewError(f"the file has other columns: {', '.join(head)}", where=str(path), mend=mend)
    padded = ([*row, *[""] * (len(columns) - len(row))][: len(columns)] for row in rows if any(row))
    return [[visible(_restored(cell)) for cell in row] for row in padded]


def _restored(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and defused(cell[1:]) == cell else cell


def _check(rows: object, width: int) -> None:
    """Raise ViewError unless rows are lists of so many texts."""
    whole = isinstance(rows, list) and all(
        isinstance(row, list) and len(row) == width and all(isinstance(cell, str) for cell in row) for row in rows
    )
    if not whole:
        raise ViewError(f"rows must be lists of {width} texts", where="TableEditor", mend="set state from what state returned")


def _as_csv(rows: list[list[str]]) -> str:
    made = io.StringIO(newline="")
    csv.writer(made).writerows([[defused(cell) for cell in row] for row in rows])
    return made.getvalue()
