"""The page of an explorer as a file: whole, inert, the same every time. What it does in a browser is tested in tests/browser."""

import base64
import hashlib
import json
import re
from pathlib import Path

import nbformat
import pytest

import mediakit as mk
from mediakit.errors import ReportError
from mediakit.reports.live import explorers_in, policy

HOSTILE = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)>"


def explorer(text: str = "The ferry stopped.", outlet: str = "Harbour Herald") -> object:
    corpus = mk.read_texts({outlet: text})
    return mk.explore_measures(corpus, values=mk.measure(corpus, ["word_count"]), sentences=mk.split_sentences(corpus))


def test_the_data_on_the_page_is_the_widgets(tmp_path: Path) -> None:
    widget = explorer()
    page = mk.export_page(widget, tmp_path / "ferry.html").read_text(encoding="utf-8")
    packed = json.loads(re.search(r'id="mk-explorers">(.*?)</script>', page, re.DOTALL)[1])
    assert packed["explorers"]["explorer-1"]["values"]["data"] == widget.data
    assert packed["explorers"]["explorer-1"]["values"]["state"] == widget.state


def test_no_text_of_an_article_ends_the_script_or_becomes_markup(tmp_path: Path) -> None:
    page = mk.export_page(explorer(HOSTILE, HOSTILE), tmp_path / "x.html", title=HOSTILE).read_text(encoding="utf-8")
    assert "<img" not in page
    assert page.count("<script") == 2
    assert page.count("</script>") == 2


def test_nothing_may_run_but_the_script_whose_hash_the_policy_names(tmp_path: Path) -> None:
    page = mk.export_page(explorer(), tmp_path / "ferry.html").read_text(encoding="utf-8")
    script = re.search(r'<script type="module">(.*?)</script>', page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}' blob:;" in page
    assert "default-src 'none';" in page


def test_a_page_without_an_explorer_runs_nothing_at_all() -> None:
    assert "script-src" not in policy(live=False)


def test_the_same_explorer_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (mk.export_page(explorer(), tmp_path / name).read_bytes() for name in ("one.html", "two.html"))
    assert first == second


def test_a_page_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "folder.html").mkdir()
    with pytest.raises(ReportError, match="cannot write"):
        mk.export_page(explorer(), tmp_path / "folder.html")
    assert [path.name for path in tmp_path.iterdir()] == ["folder.html"]


def test_explorers_of_a_notebook_are_renamed_in_the_order_they_are_shown() -> None:
    view = "application/vnd.jupyter.widget-view+json"
    outputs = [
        nbformat.v4.new_output("display_data", {view: {"model_id": name}, "text/plain": name}) for name in ("b7", "c9", "a3")
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("shown", outputs=outputs)])
    states = {"a3": {"_esm": "A", "n": 1}, "b7": {"_esm": "B", "n": 2}, "c9": {"description": "a plain ipywidget"}}
    notebook.metadata["widgets"] = {
        "application/vnd.jupyter.widget-state+json": {"state": {name: {"state": state} for name, state in states.items()}}
    }
    assert {name: traits["n"] for name, traits in explorers_in(notebook).items()} == {"explorer-1": 2, "explorer-2": 1}
    assert [output.data.get(view, {}).get("model_id") for output in outputs] == ["explorer-1", None, "explorer-2"]
