"""What every explorer is: data that never changes, one state that may, a script and a style sheet.

An explorer's script is explorer.js, the parts it needs (texts.js: articles with marks) and its own file, one after
the other: one plain ES module with no build step. The same module runs in JupyterLab, in Voila and on pages without
a kernel (reports/live.py). Article text reaches the page through textContent only.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from mediakit.errors import ViewError


class Explorer(anywidget.AnyWidget):
    """A widget showing ``data`` as ``state`` says; set ``state`` to go to a view, read it to keep one."""

    data = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)
    #: what it is called, above it on a page of its own
    heading: str = ""
    #: the state when nobody has chosen anything; every key that a state may have
    defaults: Mapping[str, Any] = {}

    def __init__(self, *, data: dict[str, Any], defaults: Mapping[str, Any], state: Mapping[str, Any] | None, told: str) -> None:
        self.defaults, self.told = defaults, told
        super().__init__(data=data, state=dict(state or {}))

    @traitlets.validate("state")
    def _settled(self, proposal: Any) -> dict[str, Any]:
        """The state with what is left out filled in. Raises ViewError for a key or value that is none."""
        given = proposal["value"]
        for name, value in given.items():
            if name not in self.defaults:
                mend = f"use some of: {', '.join(self.defaults)}"
                raise ViewError(f"a state has no {name!r}", where=type(self).__name__, mend=mend)
            allowed = self.allowed(name)
            if allowed is not None and value not in allowed:
                shown = ", ".join(map(repr, list(allowed)[:12])) + (" …" if len(allowed) > 12 else "")
                raise ViewError(f"{name} cannot be {value!r}", where="state", mend=f"use one of: {shown}")
        return self.whole(given)

    def whole(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """A state with a value for every key: what is left out gets its default."""
        return {**copy.deepcopy(dict(self.defaults)), **given}

    def allowed(self, name: str) -> list[Any] | None:
        """The values a key of the state may have; None: any."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return self.told


def script(*names: str) -> str:
    """The ES module of an explorer: what all share, and the files named, in that order."""
    return "\n".join(_read(f"{name}.js") for name in ("explorer", *names))


def style(*names: str) -> str:
    """The style sheet of an explorer: what all share, and the files named, in that order."""
    return "\n".join(_read(f"{name}.css") for name in ("explorer", *names))


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
