"""A lesson as one page that needs no Jupyter: run once, with its explorers alive, what follows a prediction closed."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import nbformat

from mediakit.lessons.lesson import KINDS, Lesson, tasks_in
from mediakit.lessons.teacher import teacher_copy
from mediakit.recipes import VERSION
from mediakit.reports.live import explorers_in, live_scripts, policy
from mediakit.reports.notebooks import run_notebook

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


def lesson_page(lesson: Lesson, folder: Path) -> str:
    """Run a lesson in folder, beside which its articles stand, and return it as HTML.

    Raises ReportError naming the cell that failed.
    """
    ran, _ = run_notebook(nbformat.read(lesson.path, as_version=4), folder)
    _without_settings(ran)
    for before, cell in pairwise(ran.cells):
        if cell.cell_type == "code" and before.cell_type == "markdown":
            asked = tasks_in(before.source)
            cell.metadata["after_prediction"] = bool(asked) and asked[-1].kind == KINDS[0]
    return _as_page(ran, lesson, about=f"Lesson {lesson.number}")


def teacher_page(lesson: Lesson) -> str:
    """The tasks of a lesson with the key below each, as HTML to read: nothing is run, and no result is in it."""
    copy = teacher_copy(lesson)
    _without_settings(copy)
    return _as_page(copy, lesson, about=f"Lesson {lesson.number}, with answers: for the teacher")


def _without_settings(notebook: nbformat.NotebookNode) -> None:
    """Take out the settings and the words that explain them, from their heading on: nothing can be set on a page."""
    settings = next(place for place, cell in enumerate(notebook.cells) if "parameters" in cell.metadata.get("tags", []))
    explained = notebook.cells[settings - 1]
    explained.source = explained.source[: [found.start() for found in _HEADING.finditer(explained.source)][-1]].strip()
    del notebook.cells[settings if explained.source else settings - 1 : settings + 1]


def _as_page(ran: nbformat.NotebookNode, lesson: Lesson, *, about: str) -> str:
    from nbconvert import HTMLExporter

    reports = files("mediakit.reports").joinpath("template")
    exporter = HTMLExporter(
        template_name="lesson",
        extra_template_basedirs=[str(files(__package__).joinpath("template"))],
        extra_template_paths=[str(reports)],
        exclude_anchor_links=True,
        embed_images=True,
        language_code="en",
    )
    explorers = explorers_in(ran)
    headings = [heading for cell in ran.cells if cell.cell_type == "markdown" for heading in _HEADING.findall(cell.source)]
    page = {
        "title": lesson.question, "about": about, "stamp": f"{lesson.minutes} minutes", "version": VERSION,
        "contents": [(heading, heading.replace(" ", "-")) for heading in headings],
        "css": reports.joinpath("mediakit", "page.css").read_text(encoding="utf-8"),
        "policy": policy(live=bool(explorers)), "scripts": live_scripts(explorers) if explorers else "",
    }  # fmt: skip
    made, _ = exporter.from_notebook_node(ran, resources={"mediakit": page})
    return str(made)
