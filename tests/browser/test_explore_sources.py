"""The explorer of sources on a page of its own: from every bar to its statements, from each to its sentence and its rule."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

import mediakit as mk
from tests.browser.homes import SIZES, Watched, drawn
from tests.browser.pictures import PICTURED, set_font
from tests.views.said import attributions, corpus, quotes

pytestmark = pytest.mark.browser

EACH_SIZE = [pytest.param(options, id=name) for name, options in SIZES.items()]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def through_somebody():
    """The statements of said.py; the clerk's came through Reuters and somebody whom the text leaves out."""
    rows = attributions()
    return rows.assign(carriers=[["Reuters", "?"] if said == "A clerk" else list(old) for said, old in
                                 zip(rows["source"].fillna(""), rows["carriers"], strict=True)])  # fmt: skip


@pytest.fixture(scope="module")
def sources_page(tmp_path_factory) -> Path:
    widget = mk.explore_sources(corpus(), quotes=quotes(), attributions=through_somebody())
    return mk.export_page(widget, tmp_path_factory.mktemp("page") / "sources.html")


def opened(watched: Watched, file: Path, **state: object):
    page = watched.open(file, f"#view={quote(json.dumps(state))}" if state else "")
    page.wait_for_selector(".mk-sides")
    return page


CLERK = {"article": "Courier", "mark": "told:2"}


@pytest.mark.parametrize("watched", EACH_SIZE, indirect=True)
def test_it_opens_without_complaint_breaks_no_rule_of_accessibility_and_nothing_sticks_out(watched, sources_page):
    from axe_playwright_python.sync_playwright import Axe

    page = opened(watched, sources_page, bar="Courier · Ada Obi", search="pier", **CLERK)
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    assert [(broken["id"], [node["html"][:120] for node in broken["nodes"]]) for broken in found] == []


def bars(page) -> list[str]:
    return [" ".join(button.inner_text().split()) for button in page.locator(".mk-bar-row").all()]


def test_words_stand_by_speaker_outlet_by_outlet(watched, sources_page):
    page = opened(watched, sources_page)
    assert page.locator(".mk-panel h4").all_inner_texts() == ["Herald", "Courier"]
    assert bars(page) == [
        "Ada Obi 6 words quoted, 6 told",
        "Ada Obi 4 words quoted",
        "no source given 3 words told",
        "not named 1 word told",
    ]


def test_kinds_of_source_are_those_of_the_table(watched, sources_page):
    page = opened(watched, sources_page, show="kinds")
    kinds = mk.list_source_kinds(attributions())
    totals = kinds.groupby("group")["statements"].transform("sum")
    counted = [f"{row.statements} of {of} statements" for row, of in zip(kinds.itertuples(), totals, strict=True)]
    assert page.locator(".mk-bar-row .mk-value").all_inner_texts() == counted


def test_words_that_attribute_are_those_of_the_table_speaker_by_speaker(watched, sources_page):
    page = opened(watched, sources_page, show="cues")
    assert page.locator(".mk-panel h4").all_inner_texts() == ["Ada Obi", "not named", "no source given"]
    assert bars(page)[:2] == ["Courier: distancing 1: claimed", "Herald: neutral 2: said (2)"]
    cues = mk.list_cues(attributions())
    drawn_ones = sorted(name.split(" · ")[1] for name in panels_of(page))
    assert drawn_ones == sorted(f"{row.group}: {row.cue_class}" for row in cues.itertuples())


def panels_of(page) -> list[str]:
    return [
        f"{panel.locator('h4').inner_text()} · {name}"
        for panel in page.locator(".mk-panel").all()
        for name in panel.locator(".mk-name").all_inner_texts()
    ]


def test_a_bar_opens_its_statements_and_a_statement_its_sentence(watched, sources_page):
    page = opened(watched, sources_page)
    page.locator(".mk-bar-row").first.click()
    assert drawn(page)["bar"] == "Herald · Ada Obi"
    assert page.locator(".mk-said-words").all_inner_texts() == ["“The pier is shut,”", "it leaks … would be closed for a year"]
    page.locator(".mk-said-row").nth(1).click()
    chosen = page.locator(".mk-text .mk-chosen")
    assert [piece.inner_text() for piece in chosen.all()] == ["said", "She", "it leaks", "would be closed for a year"]
    shown, room = chosen.first.bounding_box(), page.locator(".mk-text").bounding_box()
    assert room["y"] <= shown["y"] <= room["y"] + room["height"]
    page.locator(".mk-bar-row").first.click()  # once more: closed
    assert drawn(page)["bar"] is None
    assert page.locator(".mk-said-row").count() == 5


@pytest.mark.parametrize("show", ["voices", "kinds", "cues", "carriers"])
def test_every_bar_opens_a_list_that_is_not_empty(watched, sources_page, show):
    page = opened(watched, sources_page, show=show)
    for bar in page.locator(".mk-bar-row").all():
        bar.click()
        assert bar.get_attribute("aria-pressed") == "true"
        assert page.locator(".mk-said-row").count() > 0


def test_what_was_found_is_told_with_its_rule_and_whom_it_could_be_too(watched, sources_page):
    page = opened(watched, sources_page, article="Herald", mark="told:2")
    told = page.locator(".mk-found-out").inner_text()
    assert "Ada Obi: partly quoted" in told
    for said in ("“She”", "a person with a name", "“said”: neutral", "the port", "found by\nby hand", "worth a look"):
        assert said in told


def test_carriers_are_a_chain_with_a_question_mark_where_somebody_is_missing(watched, sources_page):
    page = opened(watched, sources_page, **CLERK)
    assert page.locator(".mk-chain-name").all_text_contents() == ["Courier", "Reuters", "?", "“A clerk”"]
    assert page.locator(".mk-chain-gap").count() == 1
    words = "Courier has it from Reuters, which has it from somebody whom the text does not name, which has it from “A clerk”."
    assert words in page.locator(".mk-found-out").inner_text()


def test_a_chain_can_be_saved_as_a_file_of_its_own(watched, sources_page):
    page = opened(watched, sources_page, **CLERK)
    with page.expect_download() as saved:
        page.locator(".mk-found-out").get_by_role("button", name="Save picture (SVG)").click()
    assert saved.value.suggested_filename == "chain-Courier-not-named.svg"
    text = Path(saved.value.path()).read_text(encoding="utf-8")
    assert "Reuters" in text
    assert "which has it from" in text


def test_a_source_that_is_not_named_is_a_gap_at_the_end_of_the_chain(watched, sources_page):
    page = opened(watched, sources_page, article="Courier", mark="told:3")
    assert page.locator(".mk-chain-name").all_text_contents() == ["Courier", "?"]
    assert "Courier has it from a source that the text does not name" in page.locator(".mk-found-out").inner_text()


def test_filters_leave_what_was_asked_for(watched, sources_page):
    page = opened(watched, sources_page)
    page.get_by_label("Speaker", exact=True).select_option("Ada Obi")
    assert page.locator(".mk-panel h4").all_inner_texts() == ["Ada Obi"]
    assert bars(page) == ["Herald 6 words quoted, 6 told", "Courier 4 words quoted"]
    page.get_by_label("Outlet", exact=True).select_option("Courier")
    assert bars(page) == ["Courier 4 words quoted"]
    page.get_by_label("Speaker", exact=True).select_option("")
    page.get_by_label("Kind of source", exact=True).select_option("unnamed_person")
    assert bars(page) == ["not named 1 word told"]
    assert page.locator(".mk-said-words").all_inner_texts() == ["worse"]
    page.get_by_label("Outlet", exact=True).select_option("Herald")
    assert "No statement is tied to a source here." in page.locator(".mk-picture").inner_text()


def test_words_in_the_text_lead_to_what_was_found(watched, sources_page):
    page = opened(watched, sources_page)
    page.locator(".mk-text").get_by_text("She", exact=True).click()
    assert (drawn(page)["article"], drawn(page)["mark"]) == ("Herald", "told:2")
    page.get_by_label("Text", exact=True).select_option("Courier")
    page.locator(".mk-text").get_by_text("reportedly").click()
    assert drawn(page)["mark"] == "told:3"
    page.locator(".mk-text").get_by_text("a fortune").click()
    assert drawn(page)["mark"] == "quote:4"
    assert "the text says of nobody that they said it" in page.locator(".mk-found-out").inner_text()


def test_a_search_leads_from_every_place_to_the_text(watched, sources_page):
    page = opened(watched, sources_page)
    page.get_by_label("Search the texts").fill("the PIER  is shut")
    page.locator(".mk-place").first.wait_for()
    assert page.locator(".mk-found h3").all_inner_texts() == ["Herald: 1 place", "Courier: 1 place"]
    page.locator(".mk-place").last.click()
    assert (drawn(page)["article"], drawn(page)["mark"]) == ("Courier", "line:1")
    assert page.locator(".mk-chosen mark.mk-hit").all_inner_texts() == ["The pier is shut"]
    page.locator(".mk-text").get_by_text("The pier is shut").click()  # a statement in the line is still chosen by its words
    assert drawn(page)["mark"].startswith("told:")


def test_everything_can_be_done_by_keyboard(watched, sources_page):
    page = opened(watched, sources_page)
    page.locator(".mk-bar-row").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert drawn(page)["bar"] == "Courier · Ada Obi"
    assert page.evaluate("document.activeElement.className") == "mk-bar-row"
    page.locator(".mk-said-row").first.focus()
    page.keyboard.press("Enter")
    assert (drawn(page)["article"], drawn(page)["mark"]) == ("Courier", "told:1")
    page.locator(".mk-text").focus()
    seen = [drawn(page)["mark"]]
    for _ in range(4):
        page.keyboard.press("ArrowRight")
        seen.append(drawn(page)["mark"])
    assert seen == ["told:1", "told:2", "told:3", "quote:4", "told:1"]  # each statement once, whatever marks it has
    assert page.locator(".mk-bar-row[tabindex='0']").count() == page.locator(".mk-said-row[tabindex='0']").count() == 1


def test_a_table_stands_behind_the_picture(watched, sources_page):
    page = opened(watched, sources_page)
    page.get_by_text("The numbers as a table").click()
    table = page.get_by_role("table")
    assert table.get_by_role("row").count() == 5
    assert table.get_by_role("row").nth(1).inner_text().split("\t") == ["Herald", "Ada Obi", "6 words quoted, 6 told", "2"]


def test_the_copied_line_brings_the_view_back(watched, sources_page):
    page = opened(watched, sources_page, show="carriers", outlet="Courier")
    page.locator(".mk-bar-row").first.click()
    page.locator(".mk-said-row").first.click()
    page.get_by_role("button", name="Copy this view").click()
    line = page.get_by_label("Python that brings this view back").input_value()
    names = {"mk": mk, "corpus": corpus(), "quotes": quotes(), "attributions": through_somebody()}
    assert eval(line, names).state == drawn(page)


@pytest.mark.parametrize(
    "state",
    [
        pytest.param({"show": "<img src=x>", "outlet": 7, "kind": "x", "speaker": None}, id="values that are none"),
        pytest.param({"bar": "Herald · Nobody", "article": "nowhere", "mark": "told:99"}, id="things that are not there"),
        pytest.param({"mark": {"a": 1}}, id="a mark that is none"),
    ],
)
def test_an_address_somebody_edited_shows_the_default(watched, sources_page, state):
    page = opened(watched, sources_page, **state)
    assert drawn(page) == {
        "show": "voices", "outlet": "", "kind": "", "speaker": "", "every": False, "bar": None, "article": "Herald", "mark": None,
        "search": "",
    }  # fmt: skip


def test_the_picture_can_be_saved_as_a_file_of_its_own(watched, sources_page):
    page = opened(watched, sources_page)
    with page.expect_download() as saved:
        page.locator(".mk-picture").get_by_role("button", name="Save picture (SVG)").click()
    text = Path(saved.value.path()).read_text(encoding="utf-8")
    assert "Ada Obi" in text
    assert "mk-hatch" in text


def test_paper_shows_the_present_view_without_controls(watched, sources_page):
    page = opened(watched, sources_page, **CLERK)
    page.emulate_media(media="print")
    assert not page.get_by_label("Speaker", exact=True).is_visible()
    assert page.locator(".mk-named").inner_text() == "Courier: headline not known"
    assert page.locator(".mk-chain").is_visible()
    assert page.locator(".mk-text").evaluate("(text) => text.scrollHeight <= text.clientHeight + 2")


def test_hostile_text_is_inert(watched, tmp_path):
    nasty = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    made = corpus()
    rows = attributions().assign(source=nasty, source_name=nasty, cue=nasty, rule=nasty, outlet=nasty,
                                 carriers=[[nasty]] * 5, candidates=[[nasty]] * 5, hedges=[[nasty]] * 5)  # fmt: skip
    widget = mk.explore_sources(made, quotes=quotes(), attributions=rows, state={"article": "Herald", "mark": "told:1"})
    page = opened(watched, mk.export_page(widget, tmp_path / "page.html", title="Safe"))
    page.locator(".mk-bar-row").first.click()
    page.locator(".mk-said-row").first.click()
    assert page.title() == "Safe"
    assert page.locator("main img, main script").count() == 0
    assert "<img src=x" in page.locator(".mk-found-out").inner_text()


@pytest.mark.parametrize("watched", PICTURED, indirect=True)
def test_looks(watched, sources_page, picture: Callable, request):
    page = opened(watched, sources_page, bar="Courier · not named", **CLERK)
    set_font(page)
    size = request.node.callspec.id.replace(" ", "_")
    picture(page.locator(".mk-picture"), f"sources_picture_{size}")
    picture(page.locator(".mk-side"), f"sources_side_{size}")
