"""JupyterLab the way a class opens it: one notebook, no pop-ups, no calls to the network, nobody else's server."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jupyter_core.paths import jupyter_config_dir

from mediakit.errors import LaunchError
from mediakit.launch.folder import HIDDEN, Prepared
from mediakit.launch.server import HOST, Server, run

# Defaults, not settings: what a user has chosen in JupyterLab's own settings stays above them.
_QUIET = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False}}


def open_lab(prepared: Prepared, announce: Callable[[str], None], *, browser: bool = True) -> None:
    """Start JupyterLab on a prepared folder, open the first notebook, and wait until the user ends it.

    Parameters
    ----------
    prepared
        A working folder, from `prepare`.
    announce
        Called once with the address, token included, when JupyterLab answers.
    browser
        Open the default browser.

    Raises
    ------
    LaunchError
        JupyterLab is not installed, or did not start.
    """
    if find_spec("jupyterlab") is None:
        mend = "run: python -m pip install jupyterlab"
        raise LaunchError("JupyterLab is not installed", where=sys.executable, mend=mend)
    run(_lab(prepared, browser), prepared.folder, announce)


def _lab(prepared: Prepared, browser: bool) -> Server:
    page = f"/lab/tree/{quote(prepared.first)}"
    user = Path(jupyter_config_dir())

    def settings(port: int, token: str) -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
        opens = {"open_browser": browser, "default_url": page}
        server = {**common(prepared.folder, port), **opens}
        lab = {
            **opens,
            "news_url": None,
            "check_for_updates_class": "jupyterlab.handlers.announcements.NeverCheckForUpdate",
            "extension_manager": "readonly",  # the other one lists packages from the network
        }
        files = {"jupyter_server_config.json": {"ServerApp": server, "LabApp": lab, "IdentityProvider": {"token": token}}}
        return {**files, **_labconfig(user / "labconfig")}

    chosen = os.environ.get("JUPYTERLAB_SETTINGS_DIR") or str(user / "lab" / "user-settings")
    rooms = str(prepared.folder / HIDDEN / "workspaces")  # tabs of this folder, not of the user's other work
    return Server(
        name="JupyterLab", module="jupyterlab", arguments=(), settings=settings, page=page, alive="/api",
        environment={"JUPYTERLAB_SETTINGS_DIR": chosen, "JUPYTERLAB_WORKSPACES_DIR": rooms},
    )  # fmt: skip


def common(folder: Path, port: int) -> dict[str, object]:
    """Settings of any Jupyter server here: this machine only, this folder, this Python."""
    return {
        "ip": HOST,
        "port": port,
        "port_retries": 0,
        "root_dir": str(folder),
        "kernel_spec_manager_class": "mediakit.reports.kernels.OwnPython",
        # in a container there is no other user; elsewhere nobody but this machine reaches the server
        "allow_root": hasattr(os, "geteuid") and os.geteuid() == 0,
    }


def _labconfig(user: Path) -> dict[str, dict[str, Any]]:
    """The user's own page settings and defaults, with the quiet ones below them."""
    own: dict[str, dict[str, Any]] = {}
    for name in ("page_config.json", "default_setting_overrides.json"):
        try:
            found = json.loads((user / name).read_bytes())
        except (OSError, ValueError):
            continue
        own[f"labconfig/{name}"] = found if isinstance(found, dict) else {}
    defaults = own.get("labconfig/default_setting_overrides.json", {})
    return {**own, "labconfig/default_setting_overrides.json": {**_QUIET, **defaults}}
