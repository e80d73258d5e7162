"""The report: the template notebook rerun on a corpus, as one HTML file and a manifest beside it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import nbformat

from mediakit.errors import CorpusError, UsageError
from mediakit.recipes import VERSION
from mediakit.reports.files import written_whole
from mediakit.reports.live import explorers_in, live_scripts, policy
from mediakit.reports.manifest import ASK, manifest
from mediakit.reports.notebooks import notebook_path, run_notebook, with_parameters


def write_report(corpus_path: Path, out: Path, parameters: Mapping[str, object]) -> dict[str, Any]:
    """Run the report on the corpus at corpus_path; write out (HTML) and its manifest (JSON).

    Parameters: corpus_path, as read_corpus takes it; out, the file to write; parameters, values for
    the names in the template's parameters cell. Returns the manifest. Raises CorpusError where there
    is no corpus, ReportError where the notebook or the writing fails.
    """
    if not corpus_path.exists():
        raise CorpusError("there is no such folder or file", where=str(corpus_path), mend="check the spelling of the path")
    if "corpus_path" in parameters:
        raise UsageError("the corpus is named twice", where="corpus_path", mend="name it as PATH only")
    given = {"corpus_path": corpus_path.as_posix(), **parameters}
    notebook = with_parameters(nbformat.read(notebook_path("report.ipynb"), as_version=4), given)
    ran, rests_on = run_notebook(notebook, Path.cwd(), ask=ASK)
    stamp = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M UTC")
    name = corpus_name(corpus_path)
    page = as_page(ran, title=f"{name}: how do these articles differ?", about=f"Corpus: {name}", stamp=stamp)
    made = manifest(stamp, given, rests_on)
    with written_whole(out) as draft:
        draft.write_text(page, encoding="utf-8", newline="\n")
    with written_whole(out.with_suffix(".manifest.json")) as draft:
        draft.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return made


def corpus_name(path: Path) -> str:
    """What a corpus is called: the folder's name, or the file's without its ending."""
    return (path.resolve().stem if path.is_file() else path.resolve().name) or "corpus"


def as_page(notebook: nbformat.NotebookNode, *, title: str, about: str, stamp: str) -> str:
    """A notebook that ran as one HTML page that needs nothing from anywhere."""
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(
        template_name="mediakit",
        extra_template_basedirs=[str(files(__package__).joinpath("template"))],
        exclude_anchor_links=True,
        embed_images=True,
        language_code="en",
    )
    headings = [
        line.removeprefix("## ")
        for cell in notebook.cells
        if cell.cell_type == "markdown"
        for line in cell.source.splitlines()
        if line.startswith("## ")
    ]
    explorers = explorers_in(notebook)
    contents = [(heading, heading.replace(" ", "-")) for heading in headings]
    css = files(__package__).joinpath("template", "mediakit", "page.css").read_text(encoding="utf-8")
    resources = {
        "mediakit": {
            "title": title, "about": about, "stamp": stamp, "contents": contents, "css": css, "version": VERSION,
            "policy": policy(live=bool(explorers)), "scripts": live_scripts(explorers) if explorers else "",
        }
    }  # fmt: skip
    page, _ = exporter.from_notebook_node(notebook, resources=resources)
    return str(page)
