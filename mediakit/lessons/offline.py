"""Everything an installation needs as files, for computers without a network: a folder for a USB stick."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from mediakit.errors import ReportError

FOLDER = "install"
_HOW = """Installing mediakit without a network
=====================================

1. Copy this folder to the computer. It needs Python {python}, on the kind of system this folder was made on ({system}).
2. Open a terminal in this folder and type:

   python -m venv mediakit-env
   {enter}
   python -m pip install --no-index --find-links . mediakit
   mediakit doctor
"""


def collect_wheels(folder: Path) -> int:
    """Put mediakit and everything it needs into folder, as wheels for this kind of computer, and say how to install them.

    Returns how many. Raises ReportError, with the reason, where something cannot be fetched.
    """
    folder.mkdir(parents=True)
    _pip("wheel", "--no-deps", "--quiet", "--wheel-dir", str(folder), str(_source()))
    [own] = folder.glob("mediakit-*.whl")
    _pip("download", "--quiet", "--only-binary", ":all:", "--dest", str(folder), str(own))
    enter = r"mediakit-env\Scripts\activate" if os.name == "nt" else "source mediakit-env/bin/activate"
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    text = _HOW.format(python=python, system=sys.platform, enter=enter)
    (folder / "HOW TO INSTALL.txt").write_text(text, encoding="utf-8")
    return len(list(folder.glob("*.whl")))


def check_wheels(folder: Path) -> str:
    """Why mediakit could not be installed from the wheels of folder alone; empty where it could."""
    wanted = ("install", "--dry-run", "--quiet", "--ignore-installed", "--no-index", "--find-links", str(folder), "mediakit")
    try:
        _pip(*wanted)
    except ReportError as error:
        return error.what
    return ""


def _source() -> Path:
    """Where mediakit itself can be built from: the checkout."""
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file():
        return checkout
    mend = "run the command in a checkout of the project, after: pip install -e ."
    raise ReportError("mediakit itself cannot be packed: it was installed without its sources", where=str(checkout), mend=mend)


def _pip(*words: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "pip", *words, "--disable-pip-version-check", "--no-input"],
        capture_output=True, encoding="utf-8", errors="replace", check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if ran.returncode:
        lines = ran.stderr.splitlines() or ["pip said nothing"]
        said = next((line for line in lines if line.startswith("ERROR")), lines[0]).removeprefix("ERROR: ")
        mend = "connect to the network and run the command again, or leave out --offline-install"
        raise ReportError(f"the packages are not complete: {said}", where="--offline-install", mend=mend)
