"""The explorers of stories, quotations and sources where a kernel runs: by keyboard alone, saved, closed and opened again."""

import json
from pathlib import Path

import pytest

from tests.browser.homes import EXPLORE_SAID, Watched, drawn, run_all, write_notebook
from tests.browser.test_in_jupyterlab import ASK, CELLS, WCAG

pytestmark = pytest.mark.browser

EXPLORERS = (".mk-story", ".mk-quotes", ".mk-sources")


def press(page, stop: str, *keys: str) -> None:
    page.locator(stop).first.focus()
    for key in keys:
        page.keyboard.press(key)


def walk(page) -> None:
    """A way through each explorer, without the mouse."""
    for explorer, label in zip(EXPLORERS, ("Text A", "Printed by", "Speaker"), strict=True):
        assert page.locator(f"{explorer}[data-drawn] select").and_(page.get_by_label(label, exact=True)).count() == 1
    press(page, ".mk-story .mk-text", "ArrowRight")
    assert drawn(page, ".mk-story")["mark"] == "sentence:1"
    press(page, ".mk-story .mk-search input")
    page.keyboard.type("smoke")
    page.locator(".mk-story .mk-place").nth(1).wait_for()
    press(page, ".mk-story .mk-search input", "Tab", "ArrowDown", "Enter")
    assert [drawn(page, ".mk-story")[key] for key in ("search", "side", "mark")] == ["smoke", "right", "line:1"]

    press(page, ".mk-quotes [data-wording='2']", "Enter")
    press(page, ".mk-quotes .mk-square[tabindex='0']", "ArrowDown", "Enter")
    press(page, ".mk-quotes .mk-shared", "Enter")
    assert drawn(page, ".mk-quotes")["reference"] == 2
    assert (drawn(page, ".mk-quotes")["outlet"], drawn(page, ".mk-quotes")["article"]) == ("Harbour Herald", "Harbour Herald")

    press(page, ".mk-sources .mk-bar-row[tabindex='0']", "End", "Enter")
    press(page, ".mk-sources .mk-said-row", "Enter")
    state = drawn(page, ".mk-sources")
    assert (state["bar"], state["article"], state["mark"]) == ("Coast Courier · not named", "Coast Courier", "told:2")


def test_in_jupyterlab_each_is_walked_through_by_keyboard_and_opens_again_as_it_was(browser, lab: tuple[str, Path]) -> None:
    from axe_playwright_python.sync_playwright import Axe

    address, folder = lab
    write_notebook(folder / "said.ipynb", folder, EXPLORE_SAID)
    context = browser.new_context(viewport={"width": 1500, "height": 1300})
    watched = Watched(context.new_page())
    page = watched.page
    page.goto(f"{address}/lab/tree/said.ipynb?reset")
    run_all(page)
    page.wait_for_selector(".mk-sources[data-drawn]")
    cells = page.evaluate(CELLS)
    walk(page)
    for stop in (".mk-story .mk-text", ".mk-story select", ".mk-quotes .mk-place-button", ".mk-sources .mk-bar-row"):
        press(page, stop, "a", "d", "d", "j")
    assert page.evaluate(CELLS) == cells
    states = [drawn(page, explorer) for explorer in EXPLORERS]
    python = "json.dumps([one.state for one in (side_by_side, wordings, voices)], ensure_ascii=False)"
    assert json.loads(page.evaluate(ASK, ["import json", python]).strip("'")) == states
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        page.evaluate("(theme) => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
        page.wait_for_function("(theme) => document.body.dataset.jpThemeName === theme", arg=theme)
        found = Axe().run(page, context=".mk-explorer", options=WCAG).response["violations"]
        assert [(broken["id"], [node["html"][:120] for node in broken["nodes"]]) for broken in found] == []

    page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    page.evaluate("window.jupyterapp.commands.execute('application:close')")
    page.wait_for_selector(".mk-explorer", state="detached")
    page.evaluate("window.jupyterapp.commands.execute('docmanager:open', { path: 'said.ipynb' })")
    page.wait_for_selector(".mk-sources[data-drawn]", timeout=60_000)
    assert [drawn(page, explorer) for explorer in EXPLORERS] == states
    assert (watched.requests, watched.messages) == ([], [])
    context.close()
