"""The explorer in Voila: a notebook as a page without code, in a template that asks no other machine for anything."""

from pathlib import Path

import pytest

from tests.browser.homes import DESK, Watched, drawn, voila, write_notebook
from tests.conftest import SEEDS

pytestmark = pytest.mark.browser


def test_the_explorer_lives_in_voila(browser, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with voila(write_notebook(tmp_path / "explore.ipynb", SEEDS)) as address:
        for scheme in ("light", "dark"):
            context = browser.new_context(color_scheme=scheme, **DESK)
            watched = Watched(context.new_page())
            page = watched.page
            page.goto(address, wait_until="commit", timeout=120_000)
            page.wait_for_selector(".mk-sides", timeout=120_000)
            measure = page.get_by_label("Measure", exact=True)
            measure.focus()
            before = drawn(page)["measure"]
            page.keyboard.press("ArrowDown")
            assert drawn(page)["measure"] != before
            page.locator(".mk-row").nth(1).focus()
            page.keyboard.press("Enter")
            assert page.locator(".mk-row").nth(1).get_attribute("aria-pressed") == "true"
            rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
            found = Axe().run(page, options=rules).response["violations"]
            assert [(broken["id"], [node["html"][:120] for node in broken["nodes"]]) for broken in found] == []
            assert (watched.requests, watched.messages) == ([], [])
            context.close()
