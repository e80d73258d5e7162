"""Rerunning a notebook with parameters, in this Python and no other, with progress."""

from __future__ import annotations

import ast
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mediakit.errors import ReportError, UsageError
from mediakit.reports.jupyter import CellExecutionError, CellTimeoutError, DeadKernelError, NotebookClient, nbformat
from mediakit.reports.manifest import Missing
from mediakit.views.shown import escape

_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_LONGEST_SOCKET = 90  # characters; a socket's path may have little more than a hundred
_SECONDS = 3600  # a cell may take long on a large corpus


def with_parameters(notebook: nbformat.NotebookNode, parameters: Mapping[str, object]) -> nbformat.NotebookNode:
    """A copy of a notebook in which a cell after the one tagged “parameters” sets them all, those not given as it does.

    Raises UsageError for a parameter that the tagged cell does not name.
    """
    made: nbformat.NotebookNode = nbformat.from_dict(notebook)
    place = next((n for n, cell in enumerate(made.cells) if "parameters" in cell.metadata.get("tags", [])), None)
    if place is None:
        raise ReportError("no cell is tagged “parameters”", where="the notebook", mend="tag the cell with the settings")
    known = dict(re.findall(r"^(\w+)\s*=\s*(.+)$", made.cells[place].source, flags=re.MULTILINE))
    for name in parameters:
        if name not in known:
            mend = f"use one of: {', '.join(known)}"
            raise UsageError(f"the report has no parameter {name!r}", where="--param or --config", mend=mend)
    values = {**known, **{name: repr(value) for name, value in parameters.items()}}
    source = "\n".join(f"{name} = {value}" for name, value in values.items())
    cell = nbformat.v4.new_code_cell(source, id="given-parameters", metadata={"tags": ["given-parameters"]})
    made.cells.insert(place + 1, cell)
    return made


class Ran(NamedTuple):
    """A notebook with its outputs, the JSON that was asked for, and the parts that are missing."""

    notebook: nbformat.NotebookNode
    said: Any
    missing: list[Missing]


def run_notebook(notebook: nbformat.NotebookNode, folder: Path, *, ask: str = "") -> tuple[nbformat.NotebookNode, Any]:
    """Run every cell in folder; return the notebook with outputs, and the JSON that the code ask shows after them.

    Each step is told on standard error by the heading it stands under, and so is the progress of a long one. Raises
    ReportError naming the cell that failed, in the words of its error.
    """
    ran = run_parts(notebook, folder, ask=ask, all_needed=True)
    return ran.notebook, ran.said


def run_parts(notebook: nbformat.NotebookNode, folder: Path, *, first: str = "", ask: str = "", all_needed: bool = False) -> Ran:
    """Run every cell in folder, and go on where one fails: its error then stands in its place, and how to mend it.

    Parameters: notebook, changed in place; folder, where it runs; first, code to run before it and ask, code to run after
    it, neither of which is kept; all_needed, whether a failing cell ends the run. A cell tagged “needed” always does.

    Raises ReportError where a needed cell fails, and where the notebook's Python dies or a step takes too long.
    """
    from mediakit.reports.kernels import OwnPython

    client = _Client(
        notebook,
        timeout=_SECONDS,
        kernel_name="python3",
        extra_arguments=["--HistoryManager.enabled=False", "--IPKernelApp.log_level=40"],
        resources={"metadata": {"path": str(folder)}},
    )
    kernel: Any = client.create_kernel_manager()
    kernel.kernel_spec_manager = OwnPython()
    said, missing, lost = None, list[Missing](), dict[str, str]()
    with tempfile.TemporaryDirectory(prefix="mediakit-") as room:
        kernel.connection_file = str(Path(room) / "kernel.json")
        if os.name == "posix" and len(kernel.connection_file) < _LONGEST_SOCKET:
            kernel.transport = "ipc"  # sockets in the file system: no port is opened
        # what the kernel says on its own account is of use only when it dies
        with (
            (Path(room) / "said").open("wb") as said_aside,
            client.setup_kernel(env=_environment(), stdout=said_aside, stderr=said_aside),
        ):
            if first:
                _execute_aside(client, first)
            for index, cell, step, heading in _steps(notebook):
                if step:
                    print(step, file=sys.stderr, flush=True)
                try:
                    _execute(client, cell, index)
                except _CellError as error:
                    if all_needed or "needed" in cell.metadata.get("tags", []):
                        raise error.report(cell, index) from None
                    missing.append(error.missing(heading, lost))
                    cell.outputs = [_in_place(missing[-1])]
                    lost |= dict.fromkeys(_names_set(cell.source), heading)
            client.set_widgets_metadata()  # the explorers' data, so that a page without this Python can show them
            if ask:
                said = _execute_aside(client, ask)[0]["data"]["application/json"]
    return Ran(notebook, said, missing)


class _Client(NotebookClient):
    """A client that passes progress bars on to standard error, so that they do not end up on the page."""

    def output(self, outs: list[Any], msg: Any, display_id: str | None, cell_index: int) -> Any:
        content = msg["content"]
        if (
            msg["msg_type"] == "stream"
            and content["name"] == "stderr"
            and ("\r" in content["text"] or not content["text"].strip())
        ):
            print(content["text"], end="", file=sys.stderr, flush=True)
            return None
        return super().output(outs, msg, display_id, cell_index)


def _names_set(source: str) -> set[str]:
    """The names that a cell would have given a value."""
    return {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def _in_place(missing: Missing) -> nbformat.NotebookNode:
    """What stands on the page in place of a part that could not be made."""
    rows = (("What", missing.what), ("Where", missing.where), ("To mend", missing.mend))
    told = "".join(f"<p><b>{name}:</b> {escape(words)}</p>" for name, words in rows)
    lead = "<p><b>This part could not be made.</b> The rest of the page does not rest on it.</p>"
    body = f'<div class="mk-part-missing">{lead}{told}</div>'
    plain = "\n".join(["This part could not be made.", *(f"{name}: {words}" for name, words in rows)])
    shown: nbformat.NotebookNode = nbformat.v4.new_output("display_data", {"text/html": body, "text/plain": plain})
    return shown


def _steps(notebook: nbformat.NotebookNode) -> Iterator[tuple[int, nbformat.NotebookNode, str, str]]:
    """Each code cell with its place, what to tell a user who waits, and the heading it stands under."""
    steps = [index for index, cell in enumerate(notebook.cells) if cell.cell_type == "code" and not _is_settings(cell)]
    heading = "Starting"
    for index, cell in enumerate(notebook.cells):
        if index in steps:
            yield index, cell, f"step {steps.index(index) + 1} of {len(steps)}: {heading}", heading
        elif cell.cell_type == "code":
            yield index, cell, "", heading
        else:
            headings = re.findall(r"^##+ (.+)$", cell.source, flags=re.MULTILINE)
            heading = headings[-1] if headings else heading


def _is_settings(cell: nbformat.NotebookNode) -> bool:
    return bool({"parameters", "given-parameters"} & {*cell.metadata.get("tags", [])})


class _CellError(Exception):
    """A cell failed: the name of its error, and what that said."""

    def __init__(self, name: str, said: str) -> None:
        super().__init__(said)
        # an error of mediakit's own brings its place and its mend
        self.name, (self.what, _, rest) = name, said.partition("\n  where: ")
        self.where, _, self.mend = rest.partition("\n  to mend: ")

    def report(self, cell: nbformat.NotebookNode, index: int) -> ReportError:
        """As the error of a report that cannot be made."""
        return ReportError(
            self.what if self.where else f"the notebook stopped: {self.name}: {self.what}",
            where=self.where or f"cell {index + 1}: {cell.source.splitlines()[0] if cell.source else ''}",
            mend=self.mend or "run the notebook in JupyterLab to see the whole error",
        )

    def missing(self, heading: str, lost: Mapping[str, str]) -> Missing:
        """As a part that is missing; lost are the names that parts before would have set, with their headings."""
        found = re.fullmatch(r"name '(\w+)' is not defined", self.what) if self.name == "NameError" else None
        if found and found[1] in lost:
            before = lost[found[1]]
            return Missing(heading, f"it needs what “{before}” could not make", f"“{before}”", "mend that part first")
        what = self.what if self.where else f"{self.name}: {self.what}"
        mend = (
            self.mend
            or "run the report notebook in JupyterLab (mediakit lab) to see the whole error, or run it on fewer articles"
        )
        return Missing(heading, what, self.where or f"“{heading}”", mend)


def _execute(client: NotebookClient, cell: nbformat.NotebookNode, index: int) -> None:
    try:
        client.execute_cell(cell, index)
    except DeadKernelError:
        what, mend = "the notebook's Python died", "run it on fewer articles; most often there was too little memory"
        raise ReportError(what, where=f"cell {index + 1}", mend=mend) from None
    except CellTimeoutError:
        what, mend = f"a step took longer than {_SECONDS // 60} minutes and was stopped", "run it on fewer articles"
        raise ReportError(what, where=f"cell {index + 1}: {cell.source.splitlines()[0]}", mend=mend) from None
    except CellExecutionError as error:
        raise _CellError(str(error.ename), _ANSI.sub("", str(error.evalue or ""))) from None


def _execute_aside(client: NotebookClient, code: str) -> Any:
    """Run code that is no part of the notebook; its outputs."""
    client.nb.cells.append(nbformat.v4.new_code_cell(code))
    try:
        _execute(client, client.nb.cells[-1], len(client.nb.cells) - 1)
    except _CellError as error:
        raise error.report(client.nb.cells[-1], len(client.nb.cells) - 1) from None
    return client.nb.cells.pop().outputs


def _environment() -> dict[str, str]:
    return {**os.environ, "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
