"""The explorer where it is made: a real JupyterLab, light and dark, by keyboard alone, saved, closed and opened again."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.homes import Watched, drawn, run_all, write_notebook
from tests.conftest import SEEDS

pytestmark = pytest.mark.browser

ASK = """async ([code, wanted]) => {
  const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  const reply = await kernel.requestExecute({ code, silent: true, user_expressions: { wanted } }).done;
  return reply.content.user_expressions.wanted.data["text/plain"]; }"""
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
CELLS = "window.jupyterapp.shell.currentWidget.content.widgets.length"


@pytest.fixture(scope="module")
def notebook(browser, lab: tuple[str, Path]) -> Iterator[Watched]:
    """The notebook with the explorer, run in JupyterLab."""
    address, folder = lab
    write_notebook(folder / "explore.ipynb", SEEDS)
    context = browser.new_context(viewport={"width": 1500, "height": 1300})
    watched = Watched(context.new_page())
    watched.page.goto(f"{address}/lab/tree/explore.ipynb?reset")
    run_all(watched.page)
    yield watched
    context.close()


@pytest.fixture(autouse=True)
def nothing_complains(notebook: Watched) -> Iterator[None]:
    yield
    assert (notebook.requests, notebook.messages) == ([], [])


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_no_rule_of_accessibility_is_broken_in(theme: str, notebook: Watched) -> None:
    from axe_playwright_python.sync_playwright import Axe

    notebook.page.evaluate("(theme) => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
    notebook.page.wait_for_function("(theme) => document.body.dataset.jpThemeName === theme", arg=theme)
    notebook.page.get_by_label("Compare with the page as it was read").check()
    found = Axe().run(notebook.page, context=".mk-explorer", options=WCAG).response["violations"]
    assert [(broken["id"], [node["html"][:120] for node in broken["nodes"]]) for broken in found] == []


def test_a_text_opens_at_its_headline_though_the_notebook_lays_it_out_later(notebook: Watched) -> None:
    above = "(box) => box.querySelector('.mk-headline').getBoundingClientRect().top - box.getBoundingClientRect().top"
    assert 0 < notebook.page.locator(".mk-text").evaluate(above) < 40
    assert notebook.page.locator(".mk-text").evaluate("(box) => box.scrollTop") > 40


def test_no_key_is_stolen_by_the_notebook(notebook: Watched) -> None:
    page = notebook.page
    cells = page.evaluate(CELLS)
    measure = page.get_by_label("Measure", exact=True)
    measure.focus()
    before = drawn(page)["measure"]
    page.keyboard.press("ArrowDown")
    assert drawn(page)["measure"] != before
    for stop in (".mk-row >> nth=2", ".mk-bar[tabindex='0']", ".mk-text", ".mk-explorer summary >> nth=0"):
        page.locator(stop).focus()
        for key in ("a", "d", "d", "j", "ArrowDown", "ArrowUp"):
            page.keyboard.press(key)
    assert page.evaluate(CELLS) == cells
    assert page.evaluate("document.activeElement.closest('.mk-explorer') !== null")
    page.locator(".mk-row").nth(2).focus()
    page.keyboard.press("Enter")
    assert page.locator(".mk-row").nth(2).get_attribute("aria-pressed") == "true"
    page.locator(".mk-bar[tabindex='0']").focus()
    page.keyboard.press("End")
    assert drawn(page)["sentence"] is not None


def test_python_reads_and_sets_the_view(notebook: Watched) -> None:
    page = notebook.page
    page.get_by_label("Measure", exact=True).select_option("rix")
    page.wait_for_timeout(300)  # the message to the kernel
    said = page.evaluate(ASK, ["import json", "json.dumps(explorer.state)"])
    assert json.loads(said.strip("'"))["measure"] == "rix"
    page.evaluate(ASK, ['explorer.state = {"measure": "lix", "order": "name"}', "1"])
    page.wait_for_function("JSON.parse(document.querySelector('[data-drawn]').dataset.drawn).measure === 'lix'")
    assert drawn(page)["order"] == "name"


def test_saved_closed_and_opened_again_it_shows_the_same_view(notebook: Watched) -> None:
    page = notebook.page
    page.get_by_label("Measure", exact=True).select_option("smog_index")
    page.wait_for_timeout(300)
    view = drawn(page)
    page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    page.evaluate("window.jupyterapp.commands.execute('application:close')")
    page.wait_for_selector(".mk-sides", state="detached")
    page.evaluate("window.jupyterapp.commands.execute('docmanager:open', { path: 'explore.ipynb' })")
    page.wait_for_selector(".mk-sides", timeout=60_000)
    assert drawn(page) == view
