"""The explorer of measures on a page of its own: what a class does with it, without a network."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from PIL import Image

import mediakit as mk
from tests.browser.homes import SIZES, Watched, drawn
from tests.browser.pictures import PICTURED, set_font

pytestmark = pytest.mark.browser

EACH_SIZE = [pytest.param(options, id=name) for name, options in SIZES.items()]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WITH_ALL = "#view=" + quote(json.dumps({"measure": "lix", "site_text": True, "order": "value", "by": "article"}))


def opened(watched: Watched, file: Path, view: str = ""):
    page = watched.open(file, view)
    page.wait_for_selector(".mk-sides")
    return page


@pytest.mark.parametrize("watched", EACH_SIZE, indirect=True)
def test_it_opens_without_complaint_breaks_no_rule_of_accessibility_and_nothing_sticks_out(watched, measures_page):
    from axe_playwright_python.sync_playwright import Axe

    page = opened(watched, measures_page, WITH_ALL)
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    assert [(broken["id"], [node["html"][:120] for node in broken["nodes"]]) for broken in found] == []


def test_the_page_is_small_and_alive_at_once(watched, measures_page):
    assert measures_page.stat().st_size <= 400_000
    page = opened(watched, measures_page)
    alive = page.evaluate("performance.now()")
    assert alive < 5_000  # a generous bound; the figure is measured in benchmarks


def test_every_number_of_the_table_of_values_is_on_the_page(watched, measures_page, corpus):
    page = opened(watched, measures_page, "#view=" + quote('{"by": "article"}'))
    values = mk.measure(corpus, ["word_count", "sentence_count"])
    for measure, rows in values.groupby("measure"):
        page.get_by_label("Measure", exact=True).select_option(measure)
        assert page.locator(".mk-value").all_inner_texts() == [f"{int(value):,}" for value in rows["value"]]


def test_choosing_a_row_opens_its_text_and_marks_the_sentences_behind_the_number(watched, measures_page, corpus):
    page = opened(watched, measures_page)
    page.locator(".mk-row").nth(2).click()
    assert drawn(page)["article"] == corpus.articles["article_id"][2]
    sentences = mk.split_sentences(corpus)
    own = sentences[(sentences["article_id"] == corpus.articles["article_id"][2]) & (sentences["part"] == "body")]
    assert page.locator(".mk-bar").count() == len(own)
    assert f"Behind it: {len(own)} sentences of its own text" in page.locator(".mk-reader .mk-caption").inner_text()
    numbers = page.evaluate("new Set([...document.querySelectorAll('.mk-counted')].map((piece) => piece.textContent)).size")
    assert numbers >= len(own)


def test_the_length_of_a_headline_leads_to_the_headline(watched, measures_page):
    page = opened(watched, measures_page)
    page.get_by_label("Measure", exact=True).select_option("headline_length")
    assert page.locator(".mk-headline .mk-counted").count() == 1
    assert page.locator(".mk-own .mk-counted").count() == 0


def test_choosing_a_sentence_shows_it_in_the_text(watched, measures_page):
    page = opened(watched, measures_page)
    page.get_by_text("The sentences, longest first").click()
    page.locator(".mk-sentence").first.click()
    chosen = page.locator(".mk-chosen").first
    assert chosen.is_visible()
    shown, room = chosen.bounding_box(), page.locator(".mk-text").bounding_box()
    assert room["y"] <= shown["y"] <= room["y"] + room["height"]
    page.locator(".mk-bar").nth(1).click()
    assert page.locator(".mk-bar[aria-pressed=true]").count() == 1


def test_the_switch_shows_each_value_before_and_after_site_text_is_left_out(watched, measures_page):
    page = opened(watched, measures_page)
    page.get_by_label("Measure", exact=True).select_option("word_count")
    assert page.locator(".mk-row .mk-diamond").count() == 0
    page.get_by_label("Compare with the page as it was read").check()
    assert page.locator(".mk-row .mk-diamond").count() == 5
    assert page.locator(".mk-value").first.inner_text() == "177 · as read 346"


def test_rows_can_be_put_in_order(watched, measures_page):
    page = opened(watched, measures_page)
    page.get_by_label("Measure", exact=True).select_option("word_count")
    page.get_by_label("Order", exact=True).select_option("value")
    values = [int(text) for text in page.locator(".mk-value").all_inner_texts()]
    assert values == sorted(values, reverse=True)


def test_what_is_shown_is_said_in_words_and_stands_in_a_table(watched, measures_page):
    page = opened(watched, measures_page)
    page.get_by_label("Measure", exact=True).select_option("word_count")
    said = page.locator(".mk-picture [aria-live=polite]").inner_text()
    assert said == "Words: lowest cambarysu.com, 177; highest unknown (001…), 466."
    page.get_by_text("The numbers as a table").click()
    assert page.get_by_role("table", name="Words, by outlet").get_by_role("row").count() == 6


def test_the_view_is_kept_in_the_address_and_comes_back(watched, measures_page):
    page = opened(watched, measures_page)
    page.get_by_label("Measure", exact=True).select_option("lix")
    page.locator(".mk-row").nth(3).click()
    address, state = page.url, drawn(page)
    assert "#view=" in address
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector(".mk-sides")
    assert drawn(page) == state


@pytest.mark.parametrize(
    "view",
    [
        pytest.param("#view=%7B", id="cut off"),
        pytest.param("#view=[1]", id="a list"),
        pytest.param('#view={"measure":"<img src=x onerror=alert(1)>","article":7,"sentence":"x"}', id="values that are none"),
        pytest.param("#view=%E0%A4%A", id="not decodable"),
        pytest.param("#elsewhere", id="another anchor"),
    ],
)
def test_an_address_somebody_edited_shows_the_default(watched, measures_page, view):
    page = opened(watched, measures_page, view)
    assert drawn(page)["measure"] in {"flesch_kincaid_grade", "character_count"}
    assert page.locator(".mk-row").count() == 5


def test_the_copied_line_brings_the_view_back(watched, measures_page, corpus):
    page = opened(watched, measures_page)
    page.get_by_label("Measure", exact=True).select_option("rix")
    page.locator(".mk-row").nth(1).click()
    page.get_by_role("button", name="Copy this view").click()
    line = page.get_by_label("Python that brings this view back").input_value()
    names = {"mk": mk, "corpus": corpus, "values": mk.measure(corpus), "sentences": mk.split_sentences(corpus)}
    assert eval(line, names).state == drawn(page)


@pytest.mark.parametrize("watched", [pytest.param(SIZES["dark"], id="dark")], indirect=True)
def test_the_picture_is_saved_whole_on_white_with_its_caption_and_source(watched, measures_page):
    page = opened(watched, measures_page, WITH_ALL)
    saved = {}
    for kind in ("SVG", "PNG"):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=f"Save picture ({kind})").click()
        saved[waiting.value.suggested_filename] = Path(waiting.value.path()).read_bytes()
    assert [*saved] == ["LIX.svg", "LIX.png"]
    drawn_words = " ".join(ElementTree.fromstring(saved["LIX.svg"]).itertext())
    for row in page.locator(".mk-row").all():
        assert row.locator(".mk-name").inner_text().strip() in drawn_words
    assert page.locator(".mk-picture > .mk-caption").inner_text()[:40] in drawn_words
    assert "with mediakit" in drawn_words
    assert b"var(" not in saved["LIX.svg"]
    with Image.open(io.BytesIO(saved["LIX.png"])) as picture:
        assert picture.getpixel((2, 2)) == (255, 255, 255, 255)
        assert picture.width >= 1_800


def test_everything_can_be_done_by_keyboard(watched, measures_page):
    page = opened(watched, measures_page)
    reached = []
    while reached.count("skip") < 2 and len(reached) < 60:  # once round
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.className || document.activeElement.tagName"))
    for stop in ("skip", "SELECT", "INPUT", "mk-row", "SUMMARY", "BUTTON", "mk-text"):
        assert any(stop in name for name in reached), stop
    assert sum("mk-bar" in name for name in reached) == 1  # one tab stop, whatever the number of sentences
    page.get_by_label("Measure", exact=True).focus()
    before = drawn(page)["measure"]
    page.keyboard.press("ArrowDown")
    assert drawn(page)["measure"] != before
    page.locator(".mk-row").nth(1).focus()
    page.keyboard.press("Enter")
    assert page.locator(".mk-row").nth(1).get_attribute("aria-pressed") == "true"
    page.locator(".mk-bar").first.focus()
    page.keyboard.press("End")
    assert drawn(page)["sentence"] == int(page.locator(".mk-bar").last.get_attribute("data-number"))


def test_at_twice_the_size_nothing_is_cut_off(watched, measures_page):
    page = opened(watched, measures_page)
    page.set_viewport_size({"width": 640, "height": 450})  # 200 % of 1280 by 900
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.get_by_role("button", name="Copy this view").is_visible()


def test_paper_shows_the_present_view_without_controls(watched, measures_page):
    page = opened(watched, measures_page)
    page.get_by_label("Measure", exact=True).select_option("lix")
    page.emulate_media(media="print")
    assert page.get_by_role("heading", name="LIX").is_visible()
    assert not page.get_by_label("Measure", exact=True).is_visible()
    assert page.locator(".mk-text").evaluate("(text) => text.scrollHeight <= text.clientHeight + 2")


def test_paper_names_the_text_and_leaves_out_what_can_only_be_pressed(watched, measures_page):
    page = opened(watched, measures_page)
    chosen = page.get_by_label("Text", exact=True).evaluate("(select) => select.selectedOptions[0].textContent")
    assert not page.locator(".mk-named").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".mk-named").inner_text() == chosen
    assert not page.get_by_label("Text", exact=True).is_visible()
    assert not page.get_by_text("The sentences, longest first").is_visible()
    assert page.locator(".mk-bar").first.evaluate("(bar) => getComputedStyle(bar).printColorAdjust") == "exact"


def test_the_measures_stand_in_groups(watched, measures_page):
    page = opened(watched, measures_page)
    groups = page.get_by_label("Measure", exact=True).locator("optgroup")
    assert [group.get_attribute("label") for group in groups.all()][:3] == ["Length", "Readability", "Diversity"]
    assert groups.nth(2).locator("option").all_inner_texts() == ["MATTR-50", "MTLD", "HD-D"]


@pytest.mark.parametrize(
    "watched",
    [pytest.param({"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}, id="reduced motion")],
    indirect=True,
)
def test_nothing_moves_by_itself(watched, measures_page):
    page = opened(watched, measures_page)
    assert page.evaluate("document.getAnimations().length") == 0


def test_hostile_text_is_inert(watched, tmp_path):
    nasty = '<img src=x onerror="document.title=1"><script>document.title=2</script></script><!--'
    file = tmp_path / f"{nasty.replace('/', '_')[:60]}.txt"
    file.write_text(f"{nasty}\n\nBy {nasty}\n\nThe mayor said {nasty} on Monday. Nobody laughed.\n", encoding="utf-8")
    with (tmp_path / "manifest.csv").open("w", encoding="utf-8", newline="") as manifest:
        csv.writer(manifest).writerows([["path", "outlet", "title", "byline"], [file.name, nasty, nasty, nasty]])
    corpus = mk.read_corpus(tmp_path)
    assert corpus.articles["outlet"].notna().all()
    explorer = mk.explore_measures(corpus, values=mk.measure(corpus), sentences=mk.split_sentences(corpus))
    page = opened(watched, mk.export_page(explorer, tmp_path / "out" / "page.html", title="Safe"))
    page.locator(".mk-row").first.click()
    page.get_by_text("The numbers as a table").click()
    assert page.title() == "Safe"
    assert page.locator("main img, main script").count() == 0
    assert "<img src=x" in page.locator(".mk-text").inner_text()


@pytest.mark.parametrize("watched", PICTURED, indirect=True)
def test_it_looks_as_it_did(watched, measures_page, picture: Callable, request):
    page = opened(watched, measures_page, WITH_ALL)
    set_font(page)
    size = request.node.callspec.id.replace(" ", "_")
    picture(page.locator(".mk-picture"), f"measures_picture_{size}")
    picture(page.locator(".mk-reader"), f"measures_reader_{size}")
