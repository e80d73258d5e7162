"""The report as a class opens it: from a USB stick, without a network, on a laptop, a phone, in the dark, on paper."""

from pathlib import Path

import pytest

from mediakit.cli import main
from tests.browser.conftest import Watched
from tests.conftest import SEEDS

pytestmark = pytest.mark.browser

DESK = {"viewport": {"width": 1200, "height": 900}}
SIZES = [
    pytest.param(DESK, id="desk"),
    pytest.param({**DESK, "color_scheme": "dark"}, id="dark"),
    pytest.param({"viewport": {"width": 390, "height": 844}}, id="phone"),
    pytest.param({**DESK, "forced_colors": "active"}, id="forced colors"),
]


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on the seeds."""
    page = tmp_path_factory.mktemp("report") / "seeds.html"
    assert main(["report", str(SEEDS), "--out", str(page)]) == 0
    return page


@pytest.mark.parametrize("watched", SIZES, indirect=True)
def test_it_opens_without_a_request_or_a_complaint(watched: Watched, report: Path) -> None:
    page = watched.open(report)
    assert page.get_by_role("heading", level=1).inner_text().endswith("?")
    assert (watched.requests, watched.messages) == ([], [])


@pytest.mark.parametrize("watched", SIZES, indirect=True)
def test_nothing_sticks_out_of_the_page(watched: Watched, report: Path) -> None:
    page = watched.open(report)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("watched", SIZES, indirect=True)
def test_no_rule_of_accessibility_is_broken(watched: Watched, report: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = watched.open(report)
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": rules}}).response["violations"]
    assert [(broken["id"], [node["html"][:120] for node in broken["nodes"]]) for broken in found] == []


def test_it_can_be_read_by_keyboard_alone(watched: Watched, report: Path) -> None:
    page = watched.open(report)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
    first = page.locator("details.mk-article summary").first
    first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.mk-article").first.get_attribute("open") is not None
    assert page.get_by_text("names where the text came from").first.is_visible()


def test_a_figure_is_read_out_with_its_numbers(watched: Watched, report: Path) -> None:
    page = watched.open(report)
    figures = page.get_by_role("img")
    assert figures.count() == 4
    assert "cambarysu.com 177; unknown (001…) 466" in str(figures.first.get_attribute("aria-label"))


def test_figures_take_the_ink_of_a_dark_page(watched: Watched, report: Path) -> None:
    page = watched.open(report)
    page.emulate_media(color_scheme="dark")
    color = page.evaluate("getComputedStyle(document.querySelector('.mk-figure svg text')).fill")
    assert color == "rgb(232, 232, 234)"


def test_paper_shows_every_text_unfolded(watched: Watched, report: Path, tmp_path: Path) -> None:
    page = watched.open(report)
    page.emulate_media(media="print")
    folded = page.get_by_text("begins with the name that stands alone above it").first
    assert folded.is_visible()
    page.pdf(path=tmp_path / "report.pdf", tagged=True)
    assert (tmp_path / "report.pdf").stat().st_size > 20_000
