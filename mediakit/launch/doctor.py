"""What works on this machine, a line each, and how to mend what does not."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

from mediakit.errors import MediakitError
from mediakit.recipes import VERSION

_AGAIN = "run: python -m pip install --upgrade --force-reinstall mediakit (in a checkout: python -m pip install -e .)"
_SECONDS = 120  # a first import after an installation may have to compile everything


class Finding(NamedTuple):
    """One thing that was looked at; mend is empty where it works."""

    what: str
    mend: str = ""


def examine(folder: Path | None = None) -> Iterator[Finding]:
    """Look at everything a lesson needs, one finding after the other, as soon as it is known.

    Parameters
    ----------
    folder
        Where files would be written; the current folder when none is given.

    Yields
    ------
    Finding
        What was found, and how to mend it where it does not work. Nothing is raised.

    Example
    -------
    >>> finding, *others = examine()
    >>> finding.what.startswith("Python 3"), finding.mend
    (True, '')
    """
    with ThreadPoolExecutor(1) as aside:  # the slowest look of all goes on beside the others
        probing = aside.submit(_probe)
        yield Finding(f"Python {sys.version.split()[0]}: {sys.executable}")
        yield Finding(f"mediakit {VERSION}: {Path(__file__).resolve().parent.parent}")
        yield _notebooks()
        yield _jupyterlab()
        yield _kernel()
        yield from _probed(probing.result())
    yield _browser()
    yield _port()
    yield _writable(folder or Path.cwd())


def examine_install(folder: Path) -> Finding:
    """Whether mediakit can be installed from the packages in folder alone, as `mediakit teach` collects them."""
    from mediakit.lessons.offline import check_wheels

    fault = check_wheels(folder)
    if fault:
        return Finding(f"the packages in {folder}: {fault}", "collect them again: mediakit teach --offline-install --out DIR")
    return Finding(f"mediakit can be installed without a network, with Python {sys.version.split()[0]}, from {folder}")


def _probe() -> dict[str, Any] | str:
    """What a Python that cannot reach the network says of packages and a first score, or why it says nothing."""
    try:
        ran = subprocess.run(
            [sys.executable, "-P", "-m", "mediakit.launch.probe"],
            capture_output=True, encoding="utf-8", errors="replace", timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        said: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    except (OSError, subprocess.TimeoutExpired, ValueError, IndexError) as error:
        return str(error)[:200]
    return said


def _probed(said: dict[str, Any] | str) -> Iterator[Finding]:
    """Packages, a first score and calls to the network."""
    if isinstance(said, str):
        yield Finding(f"mediakit could not be tried out: {said}", _AGAIN)
        return
    faults = [*((what, _AGAIN) for what in said["missing"]), *said["plugins"]]
    if faults:
        whats, mends = zip(*faults, strict=True)
        yield Finding(f"packages: {'; '.join(whats)}", "; ".join(dict.fromkeys(mends)))
    else:
        yield Finding("all packages are there and can be imported")
    scored = said["scores"]
    if scored and all(score[0].isdigit() for score in scored.values()):
        yield Finding(f"a first readability score without a network: grade {scored['mediakit']}")
    else:
        yield Finding(f"no readability score: {said['failed'] or scored}", _AGAIN)
    if said["tried"]:
        hosts = ", ".join(sorted(set(said["tried"])))
        yield Finding(f"something wanted to connect to {hosts}", "tell the makers of mediakit; nothing should connect")
    else:
        yield Finding("no connection to any other machine was tried")


def _notebooks() -> Finding:
    from mediakit.reports.shipped import notebook_path

    return _tried(lambda: f"notebooks: {notebook_path('report.ipynb').parent}", _AGAIN)


def _kernel() -> Finding:
    """A notebook of one cell, run as any other."""
    from mediakit.reports.jupyter import nbformat
    from mediakit.reports.notebooks import run_notebook

    def answer() -> str:
        asked = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("print(6 * 7)")])
        with tempfile.TemporaryDirectory(prefix="mediakit-") as room, contextlib.redirect_stderr(io.StringIO()):
            ran, _ = run_notebook(asked, Path(room))
        return f"a notebook runs: 6 × 7 = {ran.cells[0].outputs[0]['text'].strip()}"

    return _tried(answer, "run: python -m pip install --force-reinstall ipykernel; a security program may block Python")


def _jupyterlab() -> Finding:
    try:
        return Finding(f"JupyterLab {version('jupyterlab')}")
    except PackageNotFoundError:
        return Finding("JupyterLab is not installed", "run: python -m pip install jupyterlab")


def _browser() -> Finding:
    try:
        found = webbrowser.get()
    except webbrowser.Error:
        mend = "copy the address that mediakit lab prints into any browser, or set BROWSER to a browser's program"
        return Finding("no browser was found to open pages in", mend)
    return Finding(f"a browser: {getattr(found, 'name', type(found).__name__)}")


def _port() -> Finding:
    from mediakit.launch.server import free_port

    return _tried(lambda: f"a port of this machine is free: {free_port()}", "let Python listen on 127.0.0.1 in your firewall")


def _writable(folder: Path) -> Finding:
    def write() -> str:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".mediakit-"):
            return f"files can be written here: {folder}"

    return _tried(write, "cd into a folder of your own, for instance Documents")


def _tried(look: Callable[[], str], mend: str) -> Finding:
    """What look found, or what it stumbled over."""
    try:
        return Finding(look())
    except MediakitError as error:
        return Finding(f"{error.what} ({error.where})", error.mend)
    except Exception as error:  # a doctor that falls over its patient's trouble helps nobody
        return Finding(str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__, mend)
