"""The explorer of a corpus where a kernel runs: a correction goes to the folder, and is there again when the notebook is."""

import json
from pathlib import Path

import pytest

import mediakit as mk
from tests.browser.homes import DESK, EXPLORE_CORPUS, Watched, drawn, run_all, voila, write_notebook
from tests.browser.test_explore_corpus import correct, write
from tests.browser.test_in_jupyterlab import ASK, CELLS, WCAG

pytestmark = pytest.mark.browser

KEPT = "Kept in corrections.csv beside the articles. Run again to apply it."


def outlet_of(room: Path) -> object:
    return mk.read_corpus(room).articles.set_index("article_id")["outlet"]["times/again"]


def choose_by_keyboard(page, whose: str) -> None:
    """Walk down the list of articles to one, and choose it."""
    page.locator(".mk-article[tabindex='0']").focus()
    while whose not in page.evaluate("document.activeElement.innerText"):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def test_in_jupyterlab_a_correction_is_kept_in_the_folder_and_holds_when_run_again(browser, lab, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    address, folder = lab
    write(tmp_path / "bay")
    write_notebook(folder / "pile.ipynb", tmp_path / "bay", EXPLORE_CORPUS)
    context = browser.new_context(viewport={"width": 1500, "height": 1300})
    watched = Watched(context.new_page())
    page = watched.page
    page.goto(f"{address}/lab/tree/pile.ipynb?reset")
    run_all(page)
    cells = page.evaluate(CELLS)
    choose_by_keyboard(page, "again")
    assert drawn(page)["article"] == "times/again"
    for stop in (".mk-article[tabindex='0']", ".mk-text", ".mk-form select", ".mk-small >> nth=0"):
        page.locator(stop).focus()
        for key in ("a", "d", "d", "j"):
            page.keyboard.press(key)
    assert page.evaluate(CELLS) == cells
    found = Axe().run(page, context=".mk-explorer", options=WCAG).response["violations"]
    assert [(broken["id"], [node["html"][:120] for node in broken["nodes"]]) for broken in found] == []

    correct(page, what="published", to="2025")
    page.get_by_text(KEPT).wait_for()
    correct(page, what="outlet", to="Pier Post")
    page.locator(".mk-log li").nth(1).wait_for()
    said = page.evaluate(ASK, ["import json", "json.dumps([one['value'] for one in explorer.corrections])"])
    assert json.loads(said.strip("'")) == ["2025", "Pier Post"]
    assert outlet_of(tmp_path / "bay") == "Pier Post"

    page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    page.evaluate("window.jupyterapp.commands.execute('application:close')")
    page.wait_for_selector(".mk-sides", state="detached")
    page.evaluate("window.jupyterapp.commands.execute('docmanager:open', { path: 'pile.ipynb' })")
    page.wait_for_selector(".mk-sides", timeout=60_000)
    assert page.locator(".mk-log li").count() == 2
    assert drawn(page)["article"] == "times/again"
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.locator(".mk-article", has_text="Pier Post").wait_for(timeout=60_000)
    page.get_by_role("button", name="Take correction 2 back").click()
    page.get_by_text(KEPT).wait_for()
    assert outlet_of(tmp_path / "bay") is mk.read_corpus(tmp_path / "bay").articles["outlet"].dtype.na_value
    assert (watched.requests, watched.messages) == ([], [])
    context.close()


def test_in_voila_a_correction_is_kept_in_the_folder(browser, tmp_path: Path) -> None:
    write(tmp_path / "bay")
    with voila(write_notebook(tmp_path / "pile.ipynb", tmp_path / "bay", EXPLORE_CORPUS)) as address:
        context = browser.new_context(**DESK)
        watched = Watched(context.new_page())
        page = watched.page
        page.goto(address, wait_until="commit", timeout=120_000)
        page.wait_for_selector(".mk-sides", timeout=120_000)
        choose_by_keyboard(page, "again")
        correct(page, what="outlet", to="Pier Post")
        page.get_by_text(KEPT).wait_for()
        assert outlet_of(tmp_path / "bay") == "Pier Post"
        assert (watched.requests, watched.messages) == ([], [])
        context.close()
