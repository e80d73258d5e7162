"""One run of the report's notebook, as a page. Imports what runs notebooks, which takes seconds: so it is imported late."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from html import escape, unescape
from importlib.resources import files
from pathlib import Path

import nbformat

from mediakit.recipes import VERSION
from mediakit.reports.cache import Made
from mediakit.reports.live import explorers_in, live_scripts, policy
from mediakit.reports.manifest import ASK
from mediakit.reports.notebooks import run_parts, with_parameters
from mediakit.reports.parameters import ALWAYS, Choice
from mediakit.reports.shipped import notebook_path

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_SECTION = re.compile("<h2>([^<]*)</h2>")
_SIGNS = re.compile(r"([\\`*_{}\[\]()#+.!<>&|~$-])")  # that Markdown would take for its own


def run_report(choice: Choice, given: Mapping[str, object], *, title: str, about: str, parses: Path | None) -> Made:
    """Run the template with these settings; parses, the folder where parsed sentences are kept.

    Raises ReportError where a part fails without which there is no report.
    """
    notebook = with_parameters(_chosen(nbformat.read(notebook_path("report.ipynb"), as_version=4), choice), given)
    ran = run_parts(notebook, Path.cwd(), first="" if parses is None else f"cache = {str(parses)!r}", ask=ASK)
    stamp = f"made-{hashlib.sha256(nbformat.writes(ran.notebook).encode()).hexdigest()}"  # no text holds its own checksum
    return Made(as_page(ran.notebook, title=title, about=about, stamp=stamp), stamp, ran.said, ran.missing)


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
    explorers = explorers_in(notebook)
    contents = [(heading, _place_of(heading)) for heading in _headings(notebook)]
    css = files(__package__).joinpath("template", "mediakit", "page.css").read_text(encoding="utf-8")
    resources = {
        "mediakit": {
            "title": title, "about": about, "stamp": stamp, "contents": contents, "css": css, "version": VERSION,
            "policy": policy(live=bool(explorers)), "scripts": live_scripts(explorers) if explorers else "",
        }
    }  # fmt: skip
    page, _ = exporter.from_notebook_node(notebook, resources=resources)
    return _SECTION.sub(lambda found: f'<h2 id="{escape(_place_of(unescape(found[1])))}">{found[1]}</h2>', str(page))


def _place_of(heading: str) -> str:
    """What a link to a heading says."""
    return heading.replace(" ", "-")


def _headings(notebook: nbformat.NotebookNode) -> Sequence[str]:
    return [heading for cell in notebook.cells if cell.cell_type == "markdown" for heading in _HEADING.findall(cell.source)]
