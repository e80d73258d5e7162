"""The notebooks that come with the package."""

from __future__ import annotations

from pathlib import Path

from mediakit.errors import ReportError


def notebook_path(name: str) -> Path:
    """Where a notebook stands: in the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "notebooks", package.parent / "notebooks"):
        if (folder / name).is_file():
            return folder / name
    raise ReportError(f"the notebook {name} is missing", where=str(package), mend="install mediakit again")
