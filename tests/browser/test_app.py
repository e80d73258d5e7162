"""The pages that mediakit app writes, as somebody walks through them."""

from pathlib import Path

import pytest

from mediakit.reports.app import PAGES, write_app
from tests.browser.homes import SIZES
from tests.browser.test_explore_corpus import FILES

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first page of a small corpus."""
    room = tmp_path_factory.mktemp("app")
    for name, content in FILES.items():
        (room / "bay" / name).parent.mkdir(parents=True, exist_ok=True)
        (room / "bay" / name).write_text(content, encoding="utf-8")
    return write_app(room / "bay", room / "out").page


@pytest.mark.parametrize("watched", [pytest.param(SIZES[name], id=name) for name in ("desk", "phone", "dark")], indirect=True)
def test_every_page_can_be_reached_opens_without_complaint_and_breaks_no_rule_of_accessibility(watched, first):
    from axe_playwright_python.sync_playwright import Axe

    page = watched.open(first)
    for one in PAGES:
        page.get_by_role("link", name=one.says, exact=True).click()
        page.wait_for_selector(".mk-sides, [data-drawn]")
        assert page.url.partition("#")[0].endswith(one.file)
        assert page.locator("[aria-current=page]").inner_text() == one.says
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
        assert [(broken["id"], [node["html"][:120] for node in broken["nodes"]]) for broken in found] == []
    page.get_by_role("link", name="All pages").click()
    assert page.get_by_role("heading", name="What was read, and what is known about it").is_visible()
