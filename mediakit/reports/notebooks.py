"""Rerunning a notebook with parameters, in this Python and no other, with progress."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from mediakit.errors import ReportError, UsageError

_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_LONGEST_SOCKET = 90  # characters; a socket's path may have little more than a hundred
_SECONDS = 3600  # a cell may take long on a large corpus


def notebook_path(name: str) -> Path:
    """Where a notebook stands: in the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "notebooks", package.parent / "notebooks"):
        if (folder / name).is_file():
            return folder / name
    raise ReportError(f"the notebook {name} is missing", where=str(package), mend="install mediakit again")


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


def run_notebook(notebook: nbformat.NotebookNode, folder: Path, *, ask: str = "") -> tuple[nbformat.NotebookNode, Any]:
    """Run every cell in folder; return the notebook with outputs, and the JSON that the code ask shows after them.

    Each step is told on standard error by the heading it stands under. Raises ReportError naming the
    cell that failed, in the words of its error.
    """
    from mediakit.reports.kernels import OwnPython

    client = NotebookClient(
        notebook,
        timeout=_SECONDS,
        kernel_name="python3",
        extra_arguments=["--HistoryManager.enabled=False", "--IPKernelApp.log_level=40"],
        resources={"metadata": {"path": str(folder)}},
    )
    kernel: Any = client.create_kernel_manager()
    kernel.kernel_spec_manager = OwnPython()
    said = None
    with tempfile.TemporaryDirectory(prefix="mediakit-") as room:
        kernel.connection_file = str(Path(room) / "kernel.json")
        if os.name == "posix" and len(kernel.connection_file) < _LONGEST_SOCKET:
            kernel.transport = "ipc"  # sockets in the file system: no port is opened
        # what the kernel says on its own account is of use only when it dies
        with (
            (Path(room) / "said").open("wb") as said_aside,
            client.setup_kernel(env=_environment(), stdout=said_aside, stderr=said_aside),
        ):
            for index, cell, step in _steps(notebook):
                if step:
                    print(step, file=sys.stderr, flush=True)
                _execute(client, cell, index)
            client.set_widgets_metadata()  # the explorers' data, so that a page without this Python can show them
            if ask:
                notebook.cells.append(nbformat.v4.new_code_cell(ask))
                _execute(client, notebook.cells[-1], len(notebook.cells) - 1)
                said = notebook.cells.pop().outputs[0]["data"]["application/json"]
    return notebook, said


def _steps(notebook: nbformat.NotebookNode) -> Iterator[tuple[int, nbformat.NotebookNode, str]]:
    """Each code cell with its place and what to tell a user who waits, in the notebook's own words."""
    steps = [index for index, cell in enumerate(notebook.cells) if cell.cell_type == "code" and not cell.metadata.get("tags")]
    heading = "Starting"
    for index, cell in enumerate(notebook.cells):
        if index in steps:
            yield index, cell, f"step {steps.index(index) + 1} of {len(steps)}: {heading}"
        elif cell.cell_type == "code":  # settings
            yield index, cell, ""
        else:
            headings = re.findall(r"^##+ (.+)$", cell.source, flags=re.MULTILINE)
            heading = headings[-1] if headings else heading


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
        said = _ANSI.sub("", str(error.evalue or ""))
        what, _, rest = said.partition("\n  where: ")  # an error of mediakit's own brings its place and its mend
        place, _, mend = rest.partition("\n  to mend: ")
        cell_no = f"cell {index + 1}: {cell.source.splitlines()[0] if cell.source else ''}"
        raise ReportError(
            what if place else f"the notebook stopped: {error.ename}: {what}",
            where=place or cell_no,
            mend=mend or "run the notebook in JupyterLab to see the whole error",
        ) from None


def _environment() -> dict[str, str]:
    # progress bars would end up in the page; the command shows its own
    return {**os.environ, "TQDM_DISABLE": "1", "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
