"""The door to what reads and runs notebooks, opened without what it would build for nothing.

jsonschema, which nbformat imports, compiles a grammar of internationalised addresses as soon as the package rfc3987_syntax is
there, and JupyterLab brings it along: two seconds at every start. No notebook holds such an address.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast


@contextmanager
def _as_if_missing(package: str) -> Iterator[None]:
    """Let imports find that a package is not installed; one that is imported already stays."""
    if package in sys.modules:
        yield
        return
    modules = cast("dict[str, object]", sys.modules)
    modules[package] = None
    try:
        yield
    finally:
        del modules[package]


with _as_if_missing("rfc3987_syntax"):
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

__all__ = ["CellExecutionError", "CellTimeoutError", "DeadKernelError", "NotebookClient", "nbformat"]
