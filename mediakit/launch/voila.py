"""A notebook as a page without code, through Voila and a template that asks no other server for anything."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mediakit.errors import LaunchError, UsageError
from mediakit.launch.lab import common
from mediakit.launch.server import Server, run

TEMPLATE = "mediakit"


def share() -> Path:
    """The folder that makes the template known to Voila when JUPYTER_PATH names it.

    >>> (share() / "voila" / "templates" / TEMPLATE / "index.html.j2").is_file()
    True
    """
    return Path(__file__).resolve().parent / "share"


def open_voila(notebook: Path, announce: Callable[[str], None], *, browser: bool = True) -> None:
    """Show a notebook's results as a page, run anew for each visitor, until the user ends it.

    Parameters
    ----------
    notebook
        The notebook; its folder is the one its code runs in.
    announce
        Called once with the address, token included, when Voila answers.
    browser
        Open the default browser.

    Raises
    ------
    UsageError
        There is no such notebook.
    LaunchError
        Voila is not installed, or did not start.
    """
    if not (notebook.suffix == ".ipynb" and notebook.is_file()):
        mend = "name a file that ends in .ipynb; mediakit lab makes some"
        raise UsageError("there is no such notebook", where=str(notebook)[:200], mend=mend)
    if find_spec("voila") is None:
        mend = 'run: python -m pip install "mediakit[voila]"'
        raise LaunchError("Voila is not installed", where=sys.executable, mend=mend)
    run(_voila(notebook.absolute(), browser), notebook.absolute().parent, announce)


def _voila(notebook: Path, browser: bool) -> Server:
    def settings(port: int, token: str) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
        server = common(notebook.parent, port)
        kernels = server.pop("kernel_spec_manager_class")
        del server["allow_root"]  # Voila does not ask
        page = {"template": TEMPLATE, "kernel_spec_manager_class": kernels, "file_allowlist": [], "show_tracebacks": True}
        voila = {**server, "token": token, "open_browser": browser}
        return {"voila.json": {"Voila": voila, "VoilaConfiguration": page}}

    paths = os.pathsep.join(filter(None, [str(share()), os.environ.get("JUPYTER_PATH")]))
    return Server(
        name="Voila", module="voila", arguments=(str(notebook),), settings=settings, page="/", alive="/voila/static/voila.js",
        environment={"JUPYTER_PATH": paths, "TQDM_DISABLE": "1"},  # progress bars would stay in the page
    )  # fmt: skip
