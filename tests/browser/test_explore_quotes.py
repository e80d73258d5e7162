"""The explorer of quotations on a page of its own: wordings beside the copy one chooses, and from every square to the text."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

import mediakit as mk
from mediakit.tables import PASSAGES
from tests.browser.homes import SIZES, Watched, drawn
from tests.browser.pictures import PICTURED, set_font
from tests.reuse.made import table

pytestmark = pytest.mark.browser

EACH_SIZE = [pytest.param(options, id=name) for name, options in SIZES.items()]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FERRY = "The ferry lay at the north quay all morning, its bow doors open to the rain."
SAID = {
    "Herald": "“We saw no smoke at all on the pier,” said Ama Hill. “Nobody was hurt in the old engine room,” she said.",
    "Courier": f"“We saw no smoke at all on the pier,” said Hill. {FERRY}",
    "Post": "“We saw smoke on the pier,” said Hill. “Nobody was hurt in the old engine room,” Hill said.",
    "Gazette": f"She said we saw no smoke at all on the pier. {FERRY}",
}


@pytest.fixture(scope="module")
def tables() -> dict[str, object]:
    """The corpus of SAID and its tables, under the names that a copied line uses."""
    corpus = mk.read_texts(SAID)
    quotes = mk.find_quotes(corpus)
    here, there = SAID["Courier"].index(FERRY), SAID["Gazette"].index(FERRY)
    ferry = {"article_id": "Courier", "begin": here, "end": here + len(FERRY), "n_words": 16, "kind": "text", "credited": False,
             "other_article_id": "Gazette", "other_begin": there, "other_end": there + len(FERRY)}  # fmt: skip
    links = mk.link_quotes(quotes, corpus)
    return {"mk": mk, "corpus": corpus, "quotes": quotes, "links": links, "passages": table(PASSAGES, ferry)}


@pytest.fixture(scope="module")
def quotes_page(tables, tmp_path_factory) -> Path:
    widget = eval("mk.explore_quotes(corpus, quotes=quotes, links=links, passages=passages)", tables)
    return mk.export_page(widget, tmp_path_factory.mktemp("page") / "quotes.html")


def opened(watched: Watched, file: Path, **state: object):
    page = watched.open(file, f"#view={quote(json.dumps(state))}" if state else "")
    page.wait_for_selector(".mk-sides")
    return page


DEFAULT = {"group": 1, "reference": None, "outlet": "", "other": "", "search": ""}
PAIR = {"outlet": "Herald", "other": "Post", "reference": 1}


@pytest.mark.parametrize("watched", EACH_SIZE, indirect=True)
def test_it_opens_without_complaint_breaks_no_rule_of_accessibility_and_nothing_sticks_out(watched, quotes_page):
    from axe_playwright_python.sync_playwright import Axe

    page = opened(watched, quotes_page, search="smoke", **PAIR)
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    assert [(broken["id"], [node["html"][:120] for node in broken["nodes"]]) for broken in found] == []


def rows(page) -> list[str]:
    return [" ".join(row.inner_text().split()) for row in page.locator(".mk-aligned tbody tr").all()]


def test_the_fullest_wording_stands_first_and_changes_are_marked_and_told(watched, quotes_page):
    page = opened(watched, quotes_page)
    first, second = rows(page)
    assert first.startswith("Courier Herald compare with this copy the fullest wording; it need not be the right one")
    assert "beside the fullest wording: one of the two says not" in second
    assert page.locator(".mk-aligned tbody tr").nth(1).locator("del").all_inner_texts() == ["no", "at all"]
    assert page.locator(".mk-aligned ins, .mk-aligned tbody tr:first-child del").count() == 0


def test_choosing_the_reference_turns_the_comparison_round_and_leaves_the_words(watched, quotes_page):
    page = opened(watched, quotes_page)
    page.locator("[data-wording='2']").click()
    assert drawn(page)["reference"] == 2
    assert (drawn(page)["article"], drawn(page)["mark"]) == ("Post", "quote:1")  # its text is the open one
    first, second = rows(page)
    assert first.startswith("Post the copy you chose the others are compared with it")
    assert "differs from the copy you chose: one of the two says not" in second
    assert page.locator(".mk-aligned ins").all_inner_texts() == ["no", "at all"]
    assert page.locator(".mk-aligned del").count() == 0
    assert page.evaluate("document.activeElement.dataset.wording") == "2"
    page.keyboard.press("Enter")  # once more: nothing is chosen
    assert drawn(page)["reference"] is None
    assert page.locator(".mk-aligned del").count() == 2


def test_each_copy_leads_to_its_place(watched, quotes_page):
    page = opened(watched, quotes_page)
    page.locator(".mk-place-button", has_text="Post").click()
    assert (drawn(page)["article"], drawn(page)["mark"]) == ("Post", "quote:1")
    chosen = page.locator(".mk-text .mk-chosen")
    assert chosen.inner_text() == "We saw smoke on the pier,"
    shown, room = chosen.bounding_box(), page.locator(".mk-text").bounding_box()
    assert room["y"] <= shown["y"] <= room["y"] + room["height"]


def test_words_that_stand_without_marks_lead_to_their_place_too(watched, quotes_page):
    page = opened(watched, quotes_page)
    page.locator(".mk-wordings .mk-place-button", has_text="Gazette").click()
    assert drawn(page)["article"] == "Gazette"
    assert page.locator(".mk-text .mk-chosen").inner_text().startswith("we saw no smoke at all")


def test_a_quotation_is_chosen_from_the_list(watched, quotes_page):
    page = opened(watched, quotes_page)
    choice = page.get_by_label("Quotation, most copies first")
    assert choice.locator("option").all_inner_texts() == [
        "“We saw no smoke at all on the pier” (3 copies, 2 wordings)",
        "“Nobody was hurt in the old engine room” (2 copies, 1 wording)",
    ]
    choice.select_option(index=1)
    assert page.locator(".mk-aligned tbody tr").count() == 1
    assert (drawn(page)["article"], drawn(page)["mark"]) == ("Herald", "quote:2")


def test_a_square_opens_what_two_outlets_share_and_each_its_text(watched, quotes_page):
    page = opened(watched, quotes_page)
    page.get_by_role("button", name="Herald and Post: 2 quotations both print").click()
    assert (drawn(page)["outlet"], drawn(page)["other"]) == ("Herald", "Post")
    assert page.locator(".mk-shared").count() == 2
    page.locator(".mk-shared").nth(1).click()
    assert page.locator(".mk-text .mk-chosen").inner_text() == "Nobody was hurt in the old engine room,"
    assert "Nobody was hurt" in page.locator(".mk-aligned").inner_text()
    page.get_by_role("button", name="Herald and Post: 2 quotations both print").click()  # once more: closed
    assert drawn(page)["outlet"] == ""


def test_every_square_opens_as_many_quotations_as_it_says(watched, quotes_page):
    page = opened(watched, quotes_page)
    for square in page.locator(".mk-square:enabled").all():
        square.click()
        said = square.get_attribute("aria-label").split(": ")[1].split()[0]
        listed = [words for words in page.locator(".mk-shared").all_inner_texts() if "copies" in words]
        assert len(listed) == int(said)
        square.click()


def test_copied_text_that_two_outlets_share_leads_to_both_texts(watched, quotes_page):
    page = opened(watched, quotes_page)
    for outlet, other in (("Courier", "Gazette"), ("Gazette", "Courier")):
        page.get_by_label(f"{outlet} and {other}:").click()
        page.locator(".mk-shared", has_text="copied text").click()
        assert drawn(page)["article"] == outlet
        assert "its bow doors open" in " ".join(page.locator(".mk-text .mk-chosen").all_inner_texts())


def test_two_outlets_can_be_chosen_from_lists_too(watched, quotes_page):
    page = opened(watched, quotes_page)
    page.get_by_label("Printed by").select_option("Post")
    assert page.get_by_label("and by").locator("option").all_inner_texts() == ["any outlet", "Courier", "Herald"]
    page.get_by_label("and by").select_option("Courier")
    assert page.get_by_label("Quotation, most copies first").locator("option").count() == 1


def test_a_quotation_in_the_text_leads_to_its_wordings(watched, quotes_page):
    page = opened(watched, quotes_page)
    page.get_by_label("Text", exact=True).select_option("Post")
    page.locator(".mk-text").get_by_text("Nobody was hurt").click()
    assert page.locator(".mk-aligned tbody tr").count() == 1
    assert "Nobody was hurt" in page.locator(".mk-aligned").inner_text()


def test_a_search_leads_from_every_place_to_the_text(watched, quotes_page):
    page = opened(watched, quotes_page)
    page.get_by_label("Search the texts").fill("NORTH quay")
    page.locator(".mk-place").first.wait_for()
    assert page.locator(".mk-found h3").all_inner_texts() == ["Courier: 1 place", "Gazette: 1 place"]
    page.locator(".mk-place").last.click()
    assert (drawn(page)["article"], drawn(page)["mark"]) == ("Gazette", "line:1")
    assert page.locator(".mk-chosen mark.mk-hit").inner_text() == "north quay"
    assert page.locator(".mk-aligned tbody tr").count() == 2  # the quotation that is compared stays


def test_everything_can_be_done_by_keyboard(watched, quotes_page):
    page = opened(watched, quotes_page)
    page.get_by_label("Quotation, most copies first").focus()
    page.keyboard.press("ArrowDown")
    assert page.locator(".mk-aligned tbody tr").count() == 1
    page.locator(".mk-square").first.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert drawn(page)["outlet"] == "Post"
    assert page.locator(".mk-square[tabindex='0']").count() == 1
    page.locator(".mk-shared").first.focus()
    page.keyboard.press("Enter")
    assert drawn(page)["article"] == "Post"
    page.locator(".mk-text").focus()
    before = drawn(page)["mark"]
    page.keyboard.press("ArrowRight")
    assert drawn(page)["mark"] != before


def test_the_copied_line_brings_the_view_back(watched, quotes_page, tables):
    page = opened(watched, quotes_page)
    page.locator("[data-wording='2']").click()
    page.locator(".mk-square:enabled").first.click()
    page.get_by_role("button", name="Copy this view").click()
    line = page.get_by_label("Python that brings this view back").input_value()
    assert eval(line, tables).state == drawn(page)


@pytest.mark.parametrize(
    "state",
    [
        pytest.param({"group": "<img src=x>", "reference": "x", "outlet": 7, "other": None}, id="values that are none"),
        pytest.param({"group": 99, "reference": 9, "other": "Post", "article": "nowhere"}, id="things that are not there"),
    ],
)
def test_an_address_somebody_edited_shows_the_default(watched, quotes_page, state):
    page = opened(watched, quotes_page, **state)
    assert drawn(page) == {**DEFAULT, "article": "Courier", "mark": "quote:1"}


def test_a_mark_with_a_name_that_every_object_of_javascript_knows_is_none(watched, quotes_page):
    page = opened(watched, quotes_page, article="Herald", mark="constructor")
    assert drawn(page) == {**DEFAULT, "article": "Herald", "mark": None}


@pytest.mark.parametrize("watched", [pytest.param(SIZES["phone"], id="phone")], indirect=True)
def test_many_outlets_are_walked_through_on_a_phone_and_their_names_stay_in_sight(watched, tmp_path):
    corpus = mk.read_texts({f"The Outlet of Port {letter}": SAID["Courier"] for letter in "ABCDEFGHIJKL"})
    quotes = mk.find_quotes(corpus)
    widget = mk.explore_quotes(corpus, quotes=quotes, links=mk.link_quotes(quotes))
    page = opened(watched, mk.export_page(widget, tmp_path / "page.html"))
    page.locator(".mk-square[tabindex='0']").focus()
    for key in (*["ArrowRight"] * 10, *["ArrowDown"] * 4, "Enter"):
        page.keyboard.press(key)
    state = drawn(page)
    assert (state["outlet"], state["other"]) == ("The Outlet of Port E", "The Outlet of Port L")
    square, name = page.locator(".mk-square[aria-pressed=true]"), page.locator(".mk-squares tbody th", has_text="Port E")
    here, beside = square.bounding_box(), name.bounding_box()
    assert 0 <= beside["x"] < beside["x"] + beside["width"] <= here["x"]
    assert here["x"] + here["width"] <= 390
    page.keyboard.press("Home")
    first, names = page.locator(".mk-square").first.bounding_box(), page.locator(".mk-squares tbody th").first.bounding_box()
    assert names["x"] + names["width"] <= first["x"]


def test_articles_that_share_nothing_say_so(watched, tmp_path):
    corpus = mk.read_texts({"Herald": "“Stay,” said Hill.", "Courier": "The pier is shut."})
    quotes = mk.find_quotes(corpus)
    widget = mk.explore_quotes(corpus, quotes=quotes, links=mk.link_quotes(quotes))
    page = opened(watched, mk.export_page(widget, tmp_path / "page.html"))
    assert page.get_by_text("No quotation is printed more than once.").is_visible()
    assert not page.get_by_label("Quotation, most copies first").is_visible()


def test_the_matrix_can_be_saved_as_a_file_of_its_own(watched, quotes_page):
    page = opened(watched, quotes_page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save picture (SVG)").click()
    assert "Herald" in Path(saved.value.path()).read_text(encoding="utf-8")


def test_paper_shows_the_present_view_without_controls(watched, quotes_page):
    page = opened(watched, quotes_page, **PAIR)
    page.emulate_media(media="print")
    assert not page.get_by_label("Printed by").is_visible()
    assert page.locator(".mk-aligned").is_visible()
    assert page.locator(".mk-text").evaluate("(text) => text.scrollHeight <= text.clientHeight + 2")


def test_hostile_text_is_inert(watched, tmp_path):
    nasty = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    one, two = (f"“We saw no {nasty} {where},” said Hill." for where in ("at all here", "here"))
    corpus = mk.read_texts({f"{nasty} One": one, "Two": two})
    quotes = mk.find_quotes(corpus)
    widget = mk.explore_quotes(corpus, quotes=quotes, links=mk.link_quotes(quotes))
    page = opened(watched, mk.export_page(widget, tmp_path / "page.html", title="Safe"))
    page.locator(".mk-square:enabled").first.click()
    assert page.title() == "Safe"
    assert page.locator("main img, main script").count() == 0
    assert "<img src=x" in page.locator(".mk-aligned").inner_text()


@pytest.mark.parametrize("watched", PICTURED, indirect=True)
def test_looks(watched, quotes_page, picture: Callable, request):
    page = opened(watched, quotes_page, **PAIR)
    set_font(page)
    size = request.node.callspec.id.replace(" ", "_")
    picture(page.locator(".mk-wordings"), f"quotes_wordings_{size}")
    picture(page.locator(".mk-sides"), f"quotes_matrix_{size}")
