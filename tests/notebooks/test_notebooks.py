"""The notebooks run, on the seeds and on another folder, and keep to the shape a class can follow."""

import re
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

from mediakit.reports.notebooks import run_notebook, with_parameters
from tests.conftest import ROOT, Folder

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
LESSONS = [path for path in NOTEBOOKS if path.name != "report.ipynb"]
FLOOD = (
    "River bursts its banks at Marrowby\n\nBy Priya Nair\n\nThe river burst its banks at Marrowby early on Sunday, and forty "
    "families spent the night in the school hall. “We lost the shop,” said Dele Okafor, who sells bread by the bridge. The "
    "council said pumps would arrive by noon. They came at four.\n\nRead more: Which roads are closed"
)
BUDGET = (
    "Council budget passes by one vote\n\nThe council passed its budget by a single vote last night. Libraries keep their "
    "hours. Bus fares go up by ten cents in March, and the pool in Wattle Street closes for good.\n\nAdvertisement"
)


def read(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)


def sources(path: Path, kind: str) -> list[str]:
    return [cell.source for cell in read(path).cells if cell.cell_type == kind]


def shown(notebook: nbformat.NotebookNode) -> str:
    return "".join(
        output.data.get("text/html", "") for cell in notebook.cells for output in cell.get("outputs", []) if "data" in output
    )


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_runs_on_the_seeds(path: Path) -> None:
    ran, _ = run_notebook(read(path), path.parent)
    assert "cambarysu.com" in shown(ran)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_runs_on_another_folder(path: Path, folder: Folder) -> None:
    room = folder({"marrowby.txt": FLOOD, "budget.txt": BUDGET, "manifest.csv": "path,outlet\nmarrowby.txt,Marrowby Mail\n"})
    ran, _ = run_notebook(with_parameters(read(path), {"corpus_path": str(room)}), path.parent)
    assert "Marrowby Mail" in shown(ran)
    assert "unknown (budget)" in shown(ran)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestShape:
    """What a teacher can rely on in every notebook."""

    def test_outputs_are_stripped(self, path: Path) -> None:
        cells = [cell for cell in read(path).cells if cell.cell_type == "code"]
        assert [cell.source for cell in cells if cell.outputs or cell.execution_count] == []

    def test_cells_are_short_and_define_nothing(self, path: Path) -> None:
        cells = sources(path, "code")
        assert [cell for cell in cells if len(cell.splitlines()) > 8] == []
        assert [cell for cell in cells if re.search(r"^\s*(def|class|for|while|import os)\b", cell, re.MULTILINE)] == []

    def test_one_title_and_text_above_every_cell(self, path: Path) -> None:
        cells = read(path).cells
        assert "\n".join(sources(path, "markdown")).count("\n# ") == 0
        assert cells[0].source.startswith("# ")
        after_text = [before.cell_type == "markdown" for before, cell in pairwise(cells) if cell.cell_type == "code"]
        assert after_text.count(False) == 0

    def test_one_cell_holds_the_settings(self, path: Path) -> None:
        assert sum("parameters" in cell.metadata.get("tags", []) for cell in read(path).cells) == 1

    def test_it_says_what_it_does_not_show(self, path: Path) -> None:
        assert "## What this does not show" in "\n".join(sources(path, "markdown"))

    def test_a_question_follows_every_figure(self, path: Path) -> None:
        cells = read(path).cells
        after = [cells[place + 1].source for place, cell in enumerate(cells) if "mk.plot_" in cell.source]
        assert [text for text in after if "?" not in text and "do not trust the ranking" not in text] == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_is_a_question_with_audience_and_minutes(path: Path) -> None:
    opening = sources(path, "markdown")[0]
    assert opening.splitlines()[0].endswith("?")
    assert "**For whom:**" in opening
    assert "**Minutes:**" in opening
