"""A notebook that ran as one HTML page that needs nothing from anywhere: the report, and the lessons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape
from importlib.resources import files

from nbconvert import HTMLExporter, TemplateExporter

from mediakit.recipes import VERSION
from mediakit.reports.jupyter import nbformat
from mediakit.reports.live import explorers_in, live_scripts, policy
from mediakit.views.shown import style

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_SECTION = re.compile("<h2>([^<]*)</h2>")
_PLACE = re.compile(' id="([^"]+)"')
_LINK = re.compile('<a href="#([^"]+)">([^<]*)</a>')  # to an article that the page leaves out: its words stay


def notebook_page(
    notebook: nbformat.NotebookNode,
    *,
    title: str,
    about: str,
    stamp: str,
    template: str = "mediakit",
    folders: Sequence[str] = (),
) -> str:
    """The page, with a list of its parts, each of which has a place of its own, and its explorers alive.

    Parameters: notebook, whose explorers are given names that are the same in each run; title, about and stamp, what its head
    says; template, the name of the template and folders, where further templates are looked for.
    """
    own = files(__package__).joinpath("template")
    exporter = HTMLExporter(
        template_name=template,
        extra_template_basedirs=[*folders, str(own)],
        extra_template_paths=[str(own)],
        exclude_anchor_links=True,
        embed_images=True,
        language_code="en",
    )
    explorers = explorers_in(notebook)
    head = {
        "title": title, "about": about, "stamp": stamp, "version": VERSION,
        "contents": [(heading, _place_of(heading)) for heading in headings_of(notebook)],
        "css": own.joinpath("mediakit", "page.css").read_text(encoding="utf-8"),
        "policy": policy(live=bool(explorers)), "scripts": live_scripts(explorers) if explorers else "",
    }  # fmt: skip
    # HTMLExporter itself would read the whole page once more, to mend pictures and cells of which there are none here
    made, _ = TemplateExporter.from_notebook_node(exporter, notebook, resources={"mediakit": head})
    page = _SECTION.sub(lambda found: f'<h2 id="{escape(_place_of(unescape(found[1])))}">{found[1]}</h2>', str(made))
    before, sheet, after = page.partition(f"<style>{style()}</style>")
    page = before + sheet + after.replace(sheet, "") if sheet else page  # one style sheet serves all results
    places = {*_PLACE.findall(page)}
    return _LINK.sub(lambda found: found[0] if found[1] in places else found[2], page)


def headings_of(notebook: nbformat.NotebookNode) -> list[str]:
    """The headings of its parts."""
    return [heading for cell in notebook.cells if cell.cell_type == "markdown" for heading in _HEADING.findall(cell.source)]


def _place_of(heading: str) -> str:
    """What a link to a heading says."""
    return heading.replace(" ", "-")
