"""The explorer of one story on a page of its own: what a class does with it, without a network."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

import mediakit as mk
from mediakit.reports.all_tables import tables_of
from tests.browser.homes import DESK, SIZES, Watched, drawn
from tests.browser.pictures import PICTURED, set_font
from tests.conftest import SEEDS

pytestmark = pytest.mark.browser

EACH_SIZE = [pytest.param(options, id=name) for name, options in SIZES.items()]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NAMES = ("story_members", "values", "sentences", "quotes", "attributions", "quote_links", "passages", "origins")
CALLED = {"story_members": "members", "quote_links": "links"}


def view(**state: object) -> str:
    return "#view=" + quote(json.dumps(state))


QUOTED = view(story="ferry", left="bay/ferry", right="northline/ferry", mark="quote:1", side="right")
NUMBER = view(story="ferry", left="lantern/ferry", right="chronicle/ferry", measure="named_share", order="word_count")


def explorer(read: mk.Corpus, **options: object):
    tables = {CALLED.get(name, name): table for name, table in tables_of(read, NAMES).items()}
    return mk.explore_story(mk.apply_stories(read, tables["members"]), **tables, **options)


@pytest.fixture(scope="module")
def practice():
    return explorer(mk.read_corpus(mk.practice_path()))


@pytest.fixture(scope="module")
def page_of(practice, tmp_path_factory) -> Path:
    return mk.export_page(practice, tmp_path_factory.mktemp("page") / "story.html")


def opened(watched: Watched, file: Path, at: str = QUOTED):
    page = watched.open(file, at)
    page.wait_for_selector("[data-drawn]")
    return page


def in_sight(page, selector: str, box: str) -> bool:
    """Whether an element lies within the part of a box that is shown."""
    piece, room = page.locator(selector).first.bounding_box(), page.locator(box).bounding_box()
    return bool(room["y"] - 1 <= piece["y"] <= room["y"] + room["height"])


@pytest.mark.parametrize("watched", EACH_SIZE, indirect=True)
def test_it_opens_without_a_request_or_a_complaint_and_nothing_sticks_out(watched, page_of):
    page = opened(watched, page_of)
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator(".mk-list").evaluate("""(box) => [...box.querySelectorAll("button")].every((one) =>
        one.getBoundingClientRect().right <= box.getBoundingClientRect().right + 1)""")


@pytest.mark.parametrize(
    ("watched", "at"),
    [
        pytest.param(SIZES["desk"], view(story="ferry", measure="named_share", search="pumps"), id="a number and a search, desk"),
        pytest.param(SIZES["phone"], QUOTED, id="a quotation, phone"),
        pytest.param(SIZES["dark"], QUOTED, id="a quotation, dark"),
    ],
    indirect=["watched"],
)
def test_no_rule_of_accessibility_is_broken(watched, page_of, at):
    from axe_playwright_python.sync_playwright import Axe

    page = opened(watched, page_of, at)
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    assert [(broken["id"], [node["html"][:120] for node in broken["nodes"]]) for broken in found] == []


def test_the_page_of_the_seeds_is_small(tmp_path):
    page = mk.export_page(explorer(mk.read_corpus(SEEDS)), tmp_path / "story.html")
    assert page.stat().st_size <= 600_000


def test_choosing_outlets_puts_their_texts_side_by_side(watched, page_of):
    page = opened(watched, page_of, view(story="ferry"))
    page.get_by_role("button", name="The Ellery Chronicle: show as text A").click()
    page.get_by_role("button", name="Northline: show as text B").click()
    assert (drawn(page)["left"], drawn(page)["right"]) == ("chronicle/ferry", "northline/ferry")
    assert "Passengers spent an hour" in page.locator(".mk-left .mk-headline").inner_text()
    page.get_by_role("button", name="Northline: show as text A").click()  # it stands in B already: the two change places
    assert (drawn(page)["left"], drawn(page)["right"]) == ("northline/ferry", "chronicle/ferry")
    page.get_by_label("Text B", exact=True).first.select_option("")
    assert drawn(page)["right"] is None
    assert page.get_by_text("Choose a second text here").is_visible()
    assert not page.locator(".mk-panel .mk-fold-quotes").is_visible()


def test_a_shared_quotation_brings_both_texts_to_its_places(watched, page_of):
    page = opened(watched, page_of, view(story="ferry", left="bay/ferry", right="northline/ferry"))
    page.locator(".mk-fold-quotes .mk-item").first.click()
    for side in ("left", "right"):
        assert page.locator(f".mk-{side} .mk-chosen").count() >= 1
        assert in_sight(page, f".mk-{side} .mk-chosen", f".mk-{side} .mk-text")
    assert "How they differ" in page.locator(".mk-now").inner_text()


def test_the_words_of_both_copies_are_shown_with_what_only_one_has(watched, page_of):
    page = opened(watched, page_of)
    item = page.locator(".mk-fold-quotes li", has_text="begins later")
    assert item.locator("ins").all_inner_texts() == [
        "We had the fuel pumps serviced in January, and I do not accept that this ship was neglected, but"
    ]
    assert "we owe every passenger an apology" in item.inner_text()


def test_a_mark_tells_what_was_found_by_which_rule_and_how_sure(watched, page_of):
    page = opened(watched, page_of)
    page.locator(".mk-right .mk-in-source").first.click()
    told = page.locator(".mk-now").inner_text()
    for said in ("found by", "rule:", "how sure", "attributed by", "kind of source"):
        assert said in told
    page.get_by_role("button", name="Clear").click()
    assert drawn(page)["mark"] is None
    assert page.locator(".mk-chosen").count() == 0


def test_of_a_sentence_without_anything_it_says_so(watched, page_of):
    page = opened(watched, page_of, view(story="ferry", left="bay/ferry", right="chronicle/ferry"))
    page.locator(".mk-left .mk-in-sentence", has_text="The weather was calm at the time.").click()
    assert "Nothing was extracted from this sentence" in page.locator(".mk-now").inner_text()


def test_every_number_leads_to_what_it_was_counted_on_in_both_texts(watched, page_of, practice):
    page = opened(watched, page_of, view(story="ferry", left="bay/ferry", right="northline/ferry"))
    page.get_by_text("Measures side by side").click()
    behind = {article["id"]: article["behind"] for article in practice.data["articles"]}
    for measure in practice.data["measures"]:
        number = page.locator(f".mk-both .mk-number[data-measure={measure['name']}]").first
        if not number.count():
            continue  # it has no value here, and says why
        number.click()
        for side, name in (("left", "bay/ferry"), ("right", "northline/ferry")):
            marked = page.locator(f".mk-{side} .mk-behind")
            assert (marked.count() > 0) == bool(behind[name].get(measure["marks"])), (measure["name"], side)


def test_a_number_of_an_outlet_that_is_not_open_opens_it_beside_the_first(watched, page_of):
    page = opened(watched, page_of, view(story="ferry", left="bay/ferry", right="northline/ferry"))
    page.get_by_role("button", name="Quotations, The Tidemark: 4").click()
    state = drawn(page)
    assert (state["left"], state["right"], state["measure"]) == ("bay/ferry", "tidemark#1", "quote_count")
    assert "marked: 4 quotations" in page.locator(".mk-now").inner_text()
    pressed = page.locator(".mk-outlets .mk-number[aria-pressed=true]")
    assert pressed.all_inner_texts() == ["4", "2"]


def test_a_part_is_told_with_what_it_is_a_part_of(watched, page_of):
    page = opened(watched, page_of, NUMBER)
    told = page.locator(".mk-told-now").inner_text()
    assert "A The Morning Lantern: 0.60; marked: 3 of 5 statements." in told
    assert "B The Ellery Chronicle: 0.80; marked: 8 of 10 statements." in told
    page.get_by_text("One by one").first.click()
    page.locator(".mk-told-now .mk-item").first.click()
    assert drawn(page)["mark"].startswith("told:")


def test_the_list_can_be_put_in_order(watched, page_of):
    page = opened(watched, page_of)
    words = page.get_by_role("button", name="words", exact=True)
    words.click()
    shown = [int(text) for text in page.locator(".mk-outlets .mk-number[data-measure=word_count]").all_inner_texts()]
    assert shown == sorted(shown, reverse=True)
    words.click()
    assert page.locator("th[aria-sort=ascending]").count() == 1
    words.click()
    assert drawn(page)["order"] == "read"
    page.get_by_role("button", name="outlet", exact=True).click()
    names = page.locator(".mk-outlet-name").all_inner_texts()
    assert names == sorted(names)


def test_an_article_of_another_event_says_so_above_and_in_its_row(watched, page_of):
    page = opened(watched, page_of, view(story="ferry", left="lantern/ferry-june"))
    assert page.locator(".mk-warnings").inner_text() == (
        "⚠ The Morning Lantern: likely another event: beside Ellery Bay Broadcasting: it speaks of an event in March as an "
        "earlier one: “In the earlier breakdown in March, both engines failed off Gull Rock.”; published 106 days apart."
    )
    row = page.locator(".mk-outlets tbody", has_text="NOT AGAIN")
    assert "⚠ likely another event" in row.inner_text()
    assert "⚠ Likely another event." in page.locator(".mk-left .mk-of-text").inner_text()


def test_sources_of_one_and_of_both_are_told_apart_and_lead_to_their_statements(watched, page_of):
    page = opened(watched, page_of, view(story="ferry", left="bay/ferry", right="northline/ferry"))
    heads = page.locator(".mk-names [scope=rowgroup]").all_inner_texts()
    assert heads == ["Both name", "Only A names", "Only B names"]
    count = page.get_by_role("button", name="Moira Kell, text A: 2 statements")
    count.click()
    first = drawn(page)["mark"]
    count.click()
    assert drawn(page)["mark"] != first  # the next press goes to the next statement
    assert in_sight(page, ".mk-left .mk-chosen", ".mk-left .mk-text")


def test_a_search_finds_every_place_in_the_story_and_each_leads_there(watched, page_of):
    page = opened(watched, page_of, view(story="ferry", left="northline/ferry", right="bay/ferry"))
    page.get_by_label("Search the texts").fill("fuel pumps")
    page.locator(".mk-place").first.wait_for()
    assert page.locator(".mk-search .mk-caption").inner_text() == "5 places in 5 of 7 articles."
    page.locator(".mk-outlet", has_text="Tidemark").locator(".mk-place").click()  # not open yet: opened beside the first
    state = drawn(page)
    assert (state["left"], state["right"], state["side"]) == ("northline/ferry", "tidemark#1", "right")
    assert page.locator(".mk-right .mk-chosen mark.mk-hit").inner_text() == "fuel pumps"
    assert in_sight(page, ".mk-right .mk-chosen mark.mk-hit", ".mk-right .mk-text")
    assert page.locator(".mk-now").inner_text().count("Line:") == 1
    page.locator(".mk-outlet", has_text="Northline").locator(".mk-place").press("Enter")
    assert (drawn(page)["side"], drawn(page)["right"]) == ("left", "tidemark#1")
    assert page.locator(".mk-place[aria-pressed=true]").count() == 1


def test_what_is_marked_can_be_chosen(watched, page_of):
    page = opened(watched, page_of)
    line = "(mark) => getComputedStyle(mark).textDecorationLine"
    told = page.locator(".mk-left .mk-in-told:not(.mk-in-quote, .mk-in-cue, .mk-in-passage)").first
    assert told.evaluate(line) == "underline"
    page.get_by_label("told in the outlet’s words").uncheck()
    assert told.evaluate(line) == "none"


def test_scrolled_together_the_same_words_stand_at_the_same_height(watched, page_of):
    page = opened(watched, page_of, view(story="ferry", left="bay/ferry", right="northline/ferry"))
    other = page.locator(".mk-right .mk-text")
    page.locator(".mk-left .mk-text").hover()
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(150)
    assert other.evaluate("(box) => box.scrollTop") == other.evaluate(
        "(box) => Math.max(0, box.querySelector('.mk-headline, .mk-own').offsetTop - 12)"
    )
    page.get_by_label("scroll together").check()
    page.mouse.move(0, 0)
    page.locator(".mk-left .mk-text").hover()
    page.mouse.wheel(0, 100)
    assert other.evaluate("""async (box) => {
        for (let tenth = 0; tenth < 50 && box.scrollTop <= 20; tenth++) await new Promise((done) => setTimeout(done, 100));
        return box.scrollTop > 20; }""")


def test_the_view_is_kept_in_the_address_and_comes_back(watched, page_of):
    page = opened(watched, page_of, view(story="zoo"))
    page.locator(".mk-right .mk-in-quote").first.click()
    address, state = page.url, drawn(page)
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("[data-drawn]")
    assert drawn(page) == state
    assert page.locator(".mk-right .mk-chosen").count() >= 1


@pytest.mark.parametrize(
    "at",
    [
        pytest.param("#view=%7B", id="cut off"),
        pytest.param(
            '#view={"story":7,"left":"<img src=x>","right":[],"mark":"quote:999","measure":{},"order":"?"}',
            id="values that are none",
        ),
        pytest.param(view(story="zoo", left="bay/ferry", right="bay/ferry"), id="texts of another story"),
        pytest.param(view(story="ferry", left="bay/ferry", right="bay/ferry"), id="one text twice"),
    ],
)
def test_an_address_somebody_edited_shows_two_texts_of_a_story(watched, page_of, at):
    page = opened(watched, page_of, at)
    state = drawn(page)
    assert state["left"] != state["right"]
    assert page.locator(".mk-text:visible").count() == 2


def test_the_copied_line_brings_the_view_back(watched, page_of, practice):
    page = opened(watched, page_of, NUMBER)
    page.get_by_role("button", name="Copy this view").click()
    line = page.get_by_label("Python that brings this view back").input_value()
    state = line.partition("state=")[2].removesuffix(")")
    practice.state = eval(state)
    assert practice.state == drawn(page)


def test_everything_can_be_done_by_keyboard(watched, page_of):
    page = opened(watched, page_of, view(story="ferry", left="bay/ferry", right="northline/ferry"))
    reached = []
    while reached.count("skip") < 2 and len(reached) < 80:  # once round
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.className || document.activeElement.tagName"))
    for stop in ("SELECT", "SUMMARY", "mk-sort", "INPUT", "mk-text", "mk-item", "mk-count"):
        assert any(stop in name for name in reached), stop
    rows = [name for name in reached if "mk-open" in name or "mk-number" in name]
    assert len(rows) == 1  # the list is one tab stop, whatever the number of outlets
    page.locator(".mk-outlets tbody button[tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert drawn(page)["measure"] == "reused_share"
    page.locator(".mk-right .mk-text").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert (drawn(page)["side"], drawn(page)["mark"] is None) == ("right", False)


@pytest.mark.parametrize("watched", [pytest.param(SIZES["phone"], id="phone")], indirect=True)
def test_on_a_phone_the_list_is_folded_and_what_was_chosen_stays_in_sight(watched, page_of):
    page = opened(watched, page_of, view(story="ferry", left="bay/ferry", right="northline/ferry"))
    assert not page.locator(".mk-outlets").is_visible()
    page.locator(".mk-fold-sources .mk-count").first.click()
    chosen, told = page.locator(".mk-left .mk-chosen").first.bounding_box(), page.locator(".mk-now").bounding_box()
    assert 0 <= chosen["y"] < told["y"]
    assert told["y"] + told["height"] <= 845
    page.get_by_text("The outlets: 7 articles").click()
    assert page.locator(".mk-outlets").is_visible()


def test_paper_shows_both_texts_whole_and_no_controls(watched, page_of):
    page = opened(watched, page_of)
    page.emulate_media(media="print")
    for side in ("left", "right"):
        assert page.locator(f".mk-{side} .mk-text").evaluate("(text) => text.scrollHeight <= text.clientHeight + 2")
    assert page.locator(".mk-left .mk-on-paper").inner_text().startswith("Text A: Ellery Bay Broadcasting: Ferry adrift")
    assert not page.get_by_label("scroll together").is_visible()


@pytest.mark.parametrize("watched", [pytest.param({**DESK, "reduced_motion": "reduce"}, id="reduced motion")], indirect=True)
def test_nothing_moves_by_itself(watched, page_of):
    page = opened(watched, page_of, view(story="ferry", together=True))
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate(
        "[...document.querySelectorAll('.mk-text')].every((box) => getComputedStyle(box).scrollBehavior === 'auto')"
    )


def test_hostile_text_is_inert(watched, tmp_path):
    nasty = '<img src=x onerror="document.title=1"><script>document.title=2</script></script><!--'
    folder = tmp_path / "in"
    folder.mkdir()
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as manifest:
        rows = csv.writer(manifest)
        rows.writerow(["path", "outlet", "title", "byline", "story_id"])
        for name in ("one", "two"):
            file = folder / f"{name}{nasty.replace('/', '_')[:40]}.txt"
            said = f"“We saw no {nasty} at all on the car deck,” said {nasty} Hill on Monday. Nobody laughed at {nasty}.\n"
            file.write_text(f"{nasty}\n\nBy {nasty}\n\n{said}", encoding="utf-8")
            rows.writerow([file.name, f"{nasty}{name}", nasty, nasty, nasty])
    page = opened(watched, mk.export_page(explorer(mk.read_corpus(folder)), tmp_path / "out" / "page.html", title="Safe"), "")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    for piece in ("mk-in-sentence", "mk-in-quote"):
        page.locator(f".mk-left .{piece}").first.click()
    page.locator(".mk-both .mk-number").first.click()
    assert page.title() == "Safe"
    assert page.locator("main img, main script").count() == 0
    assert "<img src=x" in page.locator(".mk-left .mk-text").inner_text()


@pytest.mark.parametrize("watched", PICTURED, indirect=True)
def test_it_looks_as_it_did(watched, page_of, picture: Callable, request):
    size = request.node.callspec.id.replace(" ", "_")
    nothing = view(story="ferry", left="bay/ferry", right="northline/ferry")  # what is chosen would lie over a phone's texts
    page = opened(watched, page_of, nothing if size == "phone" else QUOTED)
    set_font(page)
    picture(page.locator(".mk-three"), f"story_{size}")
