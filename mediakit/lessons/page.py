"""A lesson as one page that needs no Jupyter: run once, with its explorers alive, what follows a prediction closed."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

from mediakit.lessons.lesson import KINDS, Lesson, tasks_in
from mediakit.lessons.teacher import teacher_copy
from mediakit.reports.jupyter import nbformat
from mediakit.reports.notebook_page import notebook_page
from mediakit.reports.notebooks import run_notebook

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_IN_A_NOTEBOOK = re.compile(r"^\*\*In a notebook\.\*\* (?:.+\n?)+", re.MULTILINE)


def lesson_page(lesson: Lesson, folder: Path) -> str:
    """Run a lesson in folder, beside which its articles stand, and return it as HTML.

    Raises ReportError naming the cell that failed.
    """
    ran, _ = run_notebook(nbformat.read(lesson.path, as_version=4), folder)
    _without_notebook(ran)
    for before, cell in pairwise(ran.cells):
        if cell.cell_type == "code" and before.cell_type == "markdown":
            asked = tasks_in(before.source)
            if asked and asked[-1].kind == KINDS[0]:
                cell.metadata["closed"] = "Have you written down your prediction? Open the result"
            elif "closed" in cell.metadata.get("tags", []):
                cell.metadata["closed"] = "Have you done the tasks above? Open the result"
    return _as_page(ran, lesson, about=f"Lesson {lesson.number}")


def teacher_page(lesson: Lesson) -> str:
    """The tasks of a lesson with the key below each, as HTML to read: nothing is run, and no result is in it."""
    copy = teacher_copy(lesson)
    _without_notebook(copy)
    return _as_page(copy, lesson, about=f"Lesson {lesson.number}, with answers: for the teacher")


def _without_notebook(notebook: nbformat.NotebookNode) -> None:
    """Take out what holds in a notebook only: paragraphs that say so, and the settings with the words that explain them."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = _IN_A_NOTEBOOK.sub("", cell.source).strip()
    settings = next(place for place, cell in enumerate(notebook.cells) if "parameters" in cell.metadata.get("tags", []))
    explained = notebook.cells[settings - 1]
    explained.source = explained.source[: [found.start() for found in _HEADING.finditer(explained.source)][-1]].strip()
    del notebook.cells[settings if explained.source else settings - 1 : settings + 1]


def _as_page(ran: nbformat.NotebookNode, lesson: Lesson, *, about: str) -> str:
    own = str(files(__package__).joinpath("template"))
    return notebook_page(
        ran, title=lesson.question, about=about, stamp=f"{lesson.minutes} minutes", template="lesson", folders=[own]
    )
