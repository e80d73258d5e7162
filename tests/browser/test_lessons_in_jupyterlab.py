"""Every lesson in a real JupyterLab: opened from the folder that `mediakit lab` makes, run, and read to its last heading."""

import shutil
from pathlib import Path

import pytest

from tests.browser.homes import READY, Watched
from tests.conftest import ROOT, SEEDS

pytestmark = pytest.mark.browser

LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("0[1-9]_*.ipynb"))
RUN_ALL = "window.jupyterapp.commands.execute('notebook:run-all-cells').then(() => true)"
FAILED = """window.jupyterapp.shell.currentWidget.content.model.sharedModel.cells
  .flatMap((cell) => cell.cell_type === 'code' ? cell.outputs : [])
  .filter((output) => output.output_type === 'error').map((output) => output.evalue)"""


@pytest.fixture(scope="module")
def lessons(lab: tuple[str, Path]) -> str:
    """The address of the lessons, beside the articles they are about."""
    address, folder = lab
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns("keys"))
    shutil.copytree(SEEDS, folder / "seeds" / SEEDS.name)
    return f"{address}/lab/tree/notebooks"


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_runs_from_its_first_cell_to_its_last(lesson: str, lessons: str, browser) -> None:
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    watched = Watched(context.new_page())
    page = watched.page
    page.set_default_timeout(180_000)
    page.goto(f"{lessons}/{lesson}.ipynb?reset")
    assert page.evaluate(READY, 120), "the kernel never became idle"
    assert page.evaluate(RUN_ALL)
    assert page.evaluate(FAILED) == []
    page.wait_for_selector(".mk-explorer [data-lm-suppress-shortcuts]", state="attached")
    page.keyboard.press("Control+End")
    page.get_by_role("heading", name="Now you try").scroll_into_view_if_needed()
    assert (watched.requests, watched.messages) == ([], [])
    context.close()
