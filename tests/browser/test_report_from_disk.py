"""The report as a class opens it: from a USB stick, without a network, on a laptop, a phone, in the dark, on paper."""

from pathlib import Path

import pytest

from mediakit.cli import main
from tests.browser.homes import Watched
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
def test_it_opens_without_a_request_or_a_complaint_and_nothing_sticks_out(watched: Watched, report: Path) -> None:
    page = watched.open(report)
    assert page.get_by_role("heading", level=1).inner_text().endswith("?")
    assert (watched.requests, watched.messages) == ([], [])
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("watched", SIZES[:3], indirect=True)  # forced colors are the system's own
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
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    first = page.locator("details.mk-article summary").first
    first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.mk-article").first.get_attribute("open") is not None
    assert page.get_by_text("names where the text came from").first.is_visible()


def test_a_figure_is_read_out_with_its_numbers(watched: Watched, report: Path) -> None:
    page = watched.open(report)
    figures = page.locator(".mk-figure").get_by_role("img")
    assert figures.count() == 7  # and one is folded below its explorer
    assert "cambarysu.com 177; unknown (001…) 466" in str(figures.first.get_attribute("aria-label"))


def test_figures_take_the_ink_of_a_dark_page(watched: Watched, report: Path) -> None:
    page = watched.open(report)
    page.emulate_media(color_scheme="dark")
    color = page.evaluate("getComputedStyle(document.querySelector('.mk-figure svg text')).fill")
    assert color == "rgb(232, 232, 234)"


def test_paper_shows_every_text_unfolded(watched: Watched, report: Path, tmp_path: Path) -> None:
    page = watched.open(report)
    page.emulate_media(media="print")
    folded = page.locator("details.mk-article:not([open])").get_by_text("begins with the name that stands alone above it")
    assert folded.is_visible()
    page.pdf(path=tmp_path / "report.pdf", tagged=True)
    assert (tmp_path / "report.pdf").stat().st_size > 20_000


@pytest.mark.parametrize(
    "watched",
    [pytest.param({"viewport": {"width": width, "height": 844}}, id=f"{width} pixels wide") for width in (360, 390, 600, 1200)],
    indirect=True,
)
def test_the_letters_of_a_figure_are_large_enough_to_read(watched: Watched, report: Path) -> None:
    page = watched.open(report)
    page.evaluate("document.querySelectorAll('.mk-still').forEach(fold => fold.open = true)")
    sizes = page.evaluate(
        """[...document.querySelectorAll(".mk-figure svg")].filter(drawn => drawn.checkVisibility()).map(drawn => {
        const letters = [...drawn.querySelectorAll("text")].map(text => parseFloat(getComputedStyle(text).fontSize));
        return drawn.getScreenCTM().a * Math.min(...letters); })"""
    )
    assert len(sizes) == 8
    assert min(sizes) >= 11


@pytest.mark.parametrize("watched", [pytest.param({"viewport": {"width": 390, "height": 844}}, id="phone")], indirect=True)
def test_a_wide_table_scrolls_by_keyboard_and_keeps_the_names_of_its_rows(watched: Watched, report: Path) -> None:
    page = watched.open(report)
    region = page.get_by_role("region", name="Every measure, article by article")
    name = region.get_by_role("rowheader", name="LIX")
    before = name.bounding_box()
    region.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("region => region.scrollLeft > 0", arg=region.element_handle())
    after = name.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["x"] - before["x"]) < 1


def test_what_a_figure_shows_is_unfolded_by_keyboard(watched: Watched, report: Path) -> None:
    page = watched.open(report)
    page.locator("summary", has_text="How to read this figure").nth(1).focus()
    page.keyboard.press("Enter")
    assert page.get_by_text("95 times in 100 the number fell on the line").first.is_visible()


def test_paper_keeps_headings_with_what_follows(watched: Watched, report: Path) -> None:
    page = watched.open(report)
    page.emulate_media(media="print")
    rules = page.evaluate(
        """["h2", ".mk-article > summary", ".mk-figure svg"].map(place =>
        getComputedStyle(document.querySelector(place)).breakAfter)"""
    )
    assert rules == ["avoid"] * 3
    assert page.evaluate("getComputedStyle(document.querySelector('.mk-table tr')).breakInside") == "avoid"
    assert not page.locator(".how").first.is_visible()


def test_the_explorer_in_it_is_alive_without_a_kernel(watched: Watched, report: Path) -> None:
    page = watched.open(report)
    page.wait_for_selector(".mk-sides")
    assert page.locator(".mk-explorer").count() == 5
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len({*ids})  # a label finds the field of its own explorer
    measures = page.locator(".mk-measures")
    measures.get_by_label("Measure", exact=True).select_option("word_count")
    measures.locator(".mk-row").nth(1).click()
    assert measures.locator(".mk-row").nth(1).get_attribute("aria-pressed") == "true"
    measures.get_by_label("Compare with the page as it was read").check()
    assert measures.locator(".mk-row .mk-diamond").count() == 5
    assert report.stat().st_size <= 1_500_000
