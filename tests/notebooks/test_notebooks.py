"""The notebooks run, on the seeds and on another folder, and keep to the shape a class can follow."""

import re
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest

from mediakit.lessons.lesson import list_lessons, read_lesson, tasks_in
from mediakit.reports.notebooks import run_notebook, with_parameters
from tests.conftest import ROOT, SEEDS, Folder

NOTEBOOKS = [path for path in sorted((ROOT / "notebooks").glob("*.ipynb")) if path.name != "00_index.ipynb"]
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
PARTS = ["Practise", "Look outside", "What this does not show", "Now you try"]


def read(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)


def sources(path: Path, kind: str) -> list[str]:
    return [cell.source for cell in read(path).cells if cell.cell_type == kind]


def shown(notebook: nbformat.NotebookNode) -> str:
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    widgets = str(notebook.metadata.get("widgets", ""))
    return widgets + "".join(output.data.get("text/html", "") for output in outputs if "data" in output)


@pytest.mark.notebooks
@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_runs_on_the_seeds(path: Path, tmp_path: Path) -> None:
    ran, _ = run_notebook(with_parameters(read(path), {"corpus_path": str(SEEDS)}), tmp_path)
    assert "cambarysu.com" in shown(ran)
    assert [output.text for cell in ran.cells for output in cell.get("outputs", []) if output.get("name") == "stderr"] == []
    assert list(tmp_path.iterdir()) == []  # a table is saved when somebody changes it, not before


@pytest.mark.notebooks
@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_runs_on_another_folder(path: Path, folder: Folder, tmp_path: Path) -> None:
    room = folder({"marrowby.txt": FLOOD, "budget.txt": BUDGET, "manifest.csv": "path,outlet\nmarrowby.txt,Marrowby Mail\n"})
    ran, _ = run_notebook(with_parameters(read(path), {"corpus_path": str(room)}), tmp_path)
    assert "Marrowby Mail" in shown(ran)
    assert "unknown (budget)" in shown(ran)


@pytest.mark.notebooks
def test_in_lesson_01_a_correction_in_the_explorer_labels_the_lines_above_anew(tmp_path: Path) -> None:
    decide = """
from IPython.display import JSON
line = corpus.lines.query("label == 'comment_form'").iloc[0]
cells = {"table": "lines", "article_id": line.article_id, "begin": int(line.begin), "end": int(line.end), "field": "label"}
pile.corrections = [cells | {"value": "body", "reason": "it is told", "who": "7b", "when": None, "text_sha256": None}]
JSON([pile.answer["words"], len(corpus.corrections), len(lines.corpus.corrections)])"""
    [path] = (path for path in LESSONS if path.name.startswith("01"))
    ran, said = run_notebook(with_parameters(read(path), {"corpus_path": str(SEEDS)}), tmp_path, ask=decide)
    assert said == ["Handed to the notebook.", 0, 1]
    assert "You said: " in shown(ran)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestShape:
    """What a teacher can rely on in every notebook."""

    def test_outputs_are_stripped(self, path: Path) -> None:
        cells = [cell for cell in read(path).cells if cell.cell_type == "code"]
        assert [cell.source for cell in cells if cell.outputs or cell.execution_count] == []

    def test_cells_are_short_and_define_nothing(self, path: Path) -> None:
        cells = [
            cell.source
            for cell in read(path).cells
            if cell.cell_type == "code" and "parameters" not in cell.metadata.get("tags", [])
        ]
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
        assert [
            text for text in after if "?" not in text and "do not rank" not in text and "do not trust the ranking" not in text
        ] == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
class TestLesson:
    """What a teacher can rely on in every lesson."""

    def test_it_is_a_question_with_audience_goal_and_minutes(self, path: Path) -> None:
        lesson = read_lesson(path)
        assert lesson.question.endswith("?")
        assert 40 <= lesson.minutes <= 50
        assert lesson.audience
        assert lesson.goal.startswith("you can")

    def test_its_tasks_are_numbered_one_after_the_other(self, path: Path) -> None:
        numbers = [task.number for task in read_lesson(path).tasks]
        assert numbers == list(range(1, len(numbers) + 1))

    def test_it_asks_for_predictions_for_the_text_for_practice_and_for_a_look_outside(self, path: Path) -> None:
        kinds = [task.kind for task in read_lesson(path).tasks]
        assert set(kinds) == {"Predict", "Ask", "Check against the text", "Practise", "Look outside"}
        assert kinds.count("Look outside") == 1

    def test_a_result_stands_below_every_prediction(self, path: Path) -> None:
        cells = read(path).cells
        predictions = [
            (cell.source, below.cell_type)
            for cell, below in pairwise(cells)
            if cell.cell_type == "markdown" and any(task.kind == "Predict" for task in tasks_in(cell.source))
        ]
        assert [text for text, kind in predictions if kind != "code" and "paper" not in text] == []

    def test_it_has_an_explorer_and_the_practice_corpus(self, path: Path) -> None:
        code = "\n".join(sources(path, "code"))
        assert "mk.explore_" in code
        assert "mk.practice_path()" in code

    def test_its_last_parts_stand_in_one_order(self, path: Path) -> None:
        headings = re.findall(r"^## (.+)$", "\n".join(sources(path, "markdown")), flags=re.MULTILINE)
        assert headings[-len(PARTS) :] == PARTS
        assert headings[0] == "Your settings"


def test_the_index_lists_every_lesson_with_its_minutes_and_goal() -> None:
    index = "\n".join(sources(ROOT / "notebooks" / "00_index.ipynb", "markdown"))
    rows = [f"| {one.number} | [{one.question}]({one.path.name}) | {one.minutes} | {one.goal} |" for one in list_lessons()]
    assert [row for row in rows if row not in index] == []
    assert "(report.ipynb)" in index
