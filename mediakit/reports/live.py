"""Explorers on a page without a kernel: their data as JSON, and the script that brings them to life.

Nothing on the page may run but that one script (its hash stands in the page's policy) and the modules
it makes from the JSON; nothing may be fetched from anywhere.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
_UNUSED = ("layout", "tabbable", "tooltip")  # traits of every ipywidget


def live_scripts(explorers: Mapping[str, Mapping[str, Any]], *, keep_view_in_address: bool = False) -> str:
    """The two script elements a page needs at its end.

    Parameters: explorers, for the name of each place on the page (data-explorer="…") the traits of an
    anywidget; keep_view_in_address, whether the state follows #view= in the address.
    """
    modules, styles = _distinct(explorers, "_esm"), _distinct(explorers, "_css")
    packed = {
        "modules": modules,
        "styles": styles,
        "hash": keep_view_in_address,
        "explorers": {
            name: {
                "module": modules.index(traits["_esm"]),
                "values": {key: value for key, value in traits.items() if not key.startswith("_") and key not in _UNUSED},
            }
            for name, traits in explorers.items()
        },
    }
    # no text in it can end the element or open a comment
    data = json.dumps(packed, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="mk-explorers">{data}</script>\n<script type="module">{_script()}</script>'


def policy(*, live: bool) -> str:
    """The page's content security policy; live where explorers stand on it."""
    digest = base64.b64encode(hashlib.sha256(_script().encode()).digest()).decode()
    scripts = f" script-src 'sha256-{digest}' blob:;" if live else ""
    return f"default-src 'none';{scripts} style-src 'unsafe-inline'; img-src data:"


def explorers_in(notebook: Any) -> dict[str, Mapping[str, Any]]:
    """Take the explorers of a notebook that ran: their traits by the name each output is given.

    Each output that shows one is renamed from its random model id to explorer-1, explorer-2, …, so that
    the same run gives the same page.
    """
    kept = notebook.metadata.get("widgets", {}).get(WIDGET_STATE, {})
    models = kept.get("state", {})
    names: dict[str, str] = {}
    for output in (output for cell in notebook.cells for output in cell.get("outputs", ())):
        shown = output.get("data", {}).get(WIDGET_VIEW)
        if shown is None:
            continue
        model = shown["model_id"]
        if "_esm" in models.get(model, {}).get("state", {}):
            shown["model_id"] = names.setdefault(model, f"explorer-{len(names) + 1}")
        else:
            del output["data"][WIDGET_VIEW]  # a plain ipywidget is dead without its kernel: its text is shown
    if kept:
        kept["state"] = {name: models[model] for model, name in names.items()}  # nbconvert shows only outputs it finds here
    return {name: models[model]["state"] for model, name in names.items()}


def _distinct(explorers: Mapping[str, Mapping[str, Any]], key: str) -> list[str]:
    found: Iterable[str] = (traits.get(key, "") for traits in explorers.values())
    return [*dict.fromkeys(found)]


@cache
def _script() -> str:
    return files(__package__).joinpath("live.js").read_text(encoding="utf-8")
