"""Every lesson in a real JupyterLab: opened from the folder that `mediakit lab` makes, run, and read to its last heading."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.homes import READY, Watched
from tests.conftest import ROOT, SEEDS

pytestmark = pytest.mark.browser

LESSONS = sorted(path.stem for path in (ROOT / "notebooks").glob("0[1-9]_*.ipynb"))
OPEN = """(path) => window.jupyterapp.commands.execute('docmanager:open', { path }).then(() => true)"""
# no question whether to save, and no kernel that stays
CLOSE = """async () => { const panel = window.jupyterapp.shell.currentWidget;
  await panel.sessionContext.shutdown(); panel.context.model.dirty = false; panel.close(); }"""
RUN_ALL = "window.jupyterapp.commands.execute('notebook:run-all-cells').then(() => true)"
FAILED = """window.jupyterapp.shell.currentWidget.content.model.sharedModel.cells
  .flatMap((cell) => cell.cell_type === 'code' ? cell.outputs : [])
  .filter((output) => output.output_type === 'error').map((output) => output.evalue)"""


@pytest.fixture(scope="module")
def opened(browser, lab: tuple[str, Path]) -> Iterator[Watched]:
    """JupyterLab with the lessons, beside the articles they are about."""
    address, folder = lab
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns("keys"))
    shutil.copytree(SEEDS, folder / "seeds" / SEEDS.name)
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    watched = Watched(context.new_page())
    watched.page.set_default_timeout(180_000)
    watched.page.goto(f"{address}/lab?reset")
    watched.page.wait_for_function("window.jupyterapp?.restored")
    yield watched
    context.close()


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_runs_from_its_first_cell_to_its_last(lesson: str, opened: Watched) -> None:
    page = opened.page
    assert page.evaluate(OPEN, f"notebooks/{lesson}.ipynb")
    assert page.evaluate(READY, 120), "the kernel never became idle"
    assert page.evaluate(RUN_ALL)
    assert page.evaluate(FAILED) == []
    page.wait_for_selector(".mk-explorer [data-lm-suppress-shortcuts]", state="attached")
    page.keyboard.press("Control+End")
    page.get_by_role("heading", name="Now you try").scroll_into_view_if_needed()
    page.evaluate(CLOSE)
    page.wait_for_selector(".jp-NotebookPanel", state="detached")
    assert (opened.requests, opened.messages) == ([], [])
