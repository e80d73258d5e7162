"""The explorers in Voila: a notebook as a page without code, in a template that asks no other machine for anything."""

from pathlib import Path

import pytest

from tests.browser.homes import DESK, EXPLORE, EXPLORE_SAID, Watched, drawn, voila, write_notebook
from tests.browser.test_in_jupyterlab import WCAG
from tests.browser.test_what_is_said_at_home import walk
from tests.conftest import SEEDS

pytestmark = pytest.mark.browser

MEASURES = ".mk-measures"


def test_the_explorers_live_in_voila_by_keyboard_alone(browser, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with voila(write_notebook(tmp_path / "explore.ipynb", SEEDS, (*EXPLORE, *EXPLORE_SAID))) as address:
        context = browser.new_context(**DESK)
        watched = Watched(context.new_page())
        page = watched.page
        page.goto(address, wait_until="commit", timeout=120_000)
        page.wait_for_selector(".mk-sources[data-drawn]", timeout=120_000)
        page.get_by_label("Measure", exact=True).focus()
        before = drawn(page, MEASURES)["measure"]
        page.keyboard.press("ArrowDown")
        assert drawn(page, MEASURES)["measure"] != before
        page.locator(".mk-row").nth(1).focus()
        page.keyboard.press("Enter")
        assert page.locator(".mk-row").nth(1).get_attribute("aria-pressed") == "true"
        walk(page)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page, options=WCAG).response["violations"]
            assert [(broken["id"], [node["html"][:120] for node in broken["nodes"]]) for broken in found] == []
        assert (watched.requests, watched.messages) == ([], [])
        context.close()
