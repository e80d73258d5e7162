"""One run of the report's notebook, as a page. Imports what runs notebooks, which takes seconds: so it is imported late."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from mediakit.reports.cache import Made
from mediakit.reports.jupyter import nbformat
from mediakit.reports.manifest import ASK
from mediakit.reports.notebook_page import notebook_page
from mediakit.reports.notebooks import run_parts, with_parameters
from mediakit.reports.parameters import ALWAYS, Choice
from mediakit.reports.shipped import notebook_path

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+.!<>&|~$-])")  # that Markdown would take for its own


def run_report(choice: Choice, given: Mapping[str, object], *, title: str, about: str, parses: Path | None) -> Made:
    """Run the template with these settings; parses, the folder where parsed sentences are kept.

    Raises ReportError where a part fails without which there is no report.
    """
    notebook = with_parameters(_chosen(nbformat.read(notebook_path("report.ipynb"), as_version=4), choice), given)
    ran = run_parts(notebook, Path.cwd(), first="" if parses is None else f"cache = {str(parses)!r}", ask=ASK)
    stamp = f"made-{hashlib.sha256(nbformat.writes(ran.notebook).encode()).hexdigest()}"  # no text holds its own checksum
    return Made(notebook_page(ran.notebook, title=title, about=about, stamp=stamp), stamp, ran.said, ran.missing)


def _chosen(notebook: nbformat.NotebookNode, choice: Choice) -> nbformat.NotebookNode:
    """The template with the title given, without the parts that the settings leave out."""
    wanted = {*choice.text_measures, *(["of tables"] if choice.table_measures else [])}
    notebook.cells = [
        cell
        for cell in notebook.cells
        if cell.metadata.get("measure", ALWAYS) in wanted and not (choice.given["excerpts"] and cell.metadata.get("full_texts"))
    ]
    if choice.given["title"]:
        heading = _SIGNS.sub(r"\\\1", " ".join(str(choice.given["title"]).split()))
        notebook.cells[0].source = re.sub(r"\A# .+", lambda _: f"# {heading}", notebook.cells[0].source)
    return notebook
