"""The explorer of a corpus on a page of its own: reading what is known, searching, correcting, without a network."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

import mediakit as mk
from tests.browser.homes import SIZES, Watched, drawn
from tests.browser.pictures import PICTURED, set_font

pytestmark = pytest.mark.browser

EACH_SIZE = [pytest.param(options, id=name) for name, options in SIZES.items()]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COURIER = (
    "Engine fails on the Skerra\n\nA ferry with 40 people aboard lost its engine on Monday. “We saw no smoke,” the harbour "
    "master told the Courier.\n\nThe ferry was towed back before noon.\n"
)
FILES = {
    "harbour/ferry.txt": "Ferry halted off Otter Point\n\nThe ferry Skerra did not leave on Monday. “We saw no smoke at all,” "
    "said Ama Hill, the harbour master.\n\nNobody on the pier knew why the ferry’s engine had stopped.\n\nLeave a comment\n\n"
    "Your email address will not be published.\n",
    "courier/ferry.txt": COURIER,
    "times/again.txt": COURIER,
    "times/budget.txt": "Council cuts library hours\n\nThe council set its budget on Tuesday. Libraries will close at five.\n",
    "manifest.csv": "path,outlet,published,story_id\nharbour/ferry.txt,Harbour Herald,2025-03-24,skerra\n"
    "courier/ferry.txt,Coast Courier,2025-03-25,skerra\ntimes/again.txt,,,skerra\ntimes/budget.txt,Island Times,2025-03-25,\n",
    "notes.odt": "not read",
}
CHOSEN = "#view=" + quote(json.dumps({"article": "harbour/ferry", "at": "line:7", "search": "ferry"}))


def write(room: Path) -> mk.Corpus:
    for name, content in FILES.items():
        (room / name).parent.mkdir(parents=True, exist_ok=True)
        (room / name).write_text(content, encoding="utf-8")
    return mk.read_corpus(room)


@pytest.fixture(scope="module")
def corpus_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four short articles of three outlets, one of them not known, as a page."""
    room = tmp_path_factory.mktemp("corpus")
    corpus = write(room / "bay")
    members = mk.group_stories(corpus)
    members.loc[members["article_id"] == "times/again", ["warning", "reason"]] = ["other_event", "it names no ship"]
    given = {"members": members, "values": mk.measure(corpus, ["word_count"]), "quotes": mk.find_quotes(corpus)}
    return mk.export_page(mk.explore_corpus(corpus, **given), room / "corpus.html", title="The bay")


def opened(watched: Watched, file: Path, view: str = ""):
    page = watched.open(file, view)
    page.wait_for_selector(".mk-sides")
    return page


def correct(page, *, what: str, to: str, why: str = "I read the page", who: str = "Ola") -> None:
    """Fill in the form and send it, by keyboard."""
    page.get_by_label("What", exact=True).select_option(what)
    value = page.locator(".mk-form .mk-control").nth(1).locator("input, select")
    value.select_option(to) if value.evaluate("(field) => field.tagName") == "SELECT" else value.fill(to)
    page.get_by_label("Why", exact=True).fill(why)
    page.get_by_label("Who says so", exact=True).fill(who)
    page.get_by_label("Who says so", exact=True).press("Enter")


def saved(page) -> list[dict[str, str]]:
    """The rows of the file that is offered."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download corrections.csv").click()
    assert waiting.value.suggested_filename == "corrections.csv"
    return [*csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8-sig")))]


@pytest.mark.parametrize("watched", EACH_SIZE, indirect=True)
def test_it_opens_without_complaint_breaks_no_rule_of_accessibility_and_nothing_sticks_out(watched, corpus_page):
    from axe_playwright_python.sync_playwright import Axe

    page = opened(watched, corpus_page, CHOSEN)
    correct(page, what="label", to="caption")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    assert [(broken["id"], [node["html"][:120] for node in broken["nodes"]]) for broken in found] == []


def test_the_list_can_be_cut_down_and_put_in_order(watched, corpus_page):
    page = opened(watched, corpus_page)
    show, order = page.get_by_label("Show", exact=True), page.get_by_label("Order", exact=True)
    assert show.locator("option").all_inner_texts()[:4] == [
        "all articles (4)", "outlet not known (1)", "date not known (1)", "event not known (0)",
    ]  # fmt: skip
    order.select_option("date")
    assert page.locator(".mk-head").all_inner_texts()[0] == "Ferry halted off Otter Point"
    assert "again" in page.locator(".mk-whose").last.inner_text()
    show.select_option("again")
    assert page.locator(".mk-article").count() == 1
    assert (
        page.locator(".mk-all > .mk-caption").inner_text()
        == "1 of 4 articles: likely another event than said; by date, earliest first."
    )
    show.select_option("twice")
    assert page.locator(".mk-article").count() == 2


def test_an_article_shows_what_is_known_and_how_and_leads_to_its_copies(watched, corpus_page):
    page = opened(watched, corpus_page)
    page.locator(".mk-article", has_text="again").click()
    notes = page.locator(".mk-notes").inner_text()
    assert "Likely another event than said: it names no ship." in notes
    outlet = page.locator(".mk-facts dd").first
    assert outlet.inner_text().startswith("not known")
    page.locator(".mk-notes li", has_text="The same text").get_by_role("button", name="Coast Courier").click()
    assert drawn(page)["article"] == "courier/ferry"
    assert outlet.inner_text().startswith("Coast Courier said in the manifest")


def test_a_line_says_by_which_rule_it_is_what_it_is(watched, corpus_page):
    page = opened(watched, corpus_page, "#view=" + quote('{"article": "harbour/ferry"}'))
    page.locator(".mk-text").get_by_text("Leave a comment").click()
    assert drawn(page)["at"] == "line:7"
    assert page.locator(".mk-one > .mk-caption").inner_text().startswith("Line 7: comment form, not counted. Why: ")


def test_a_search_finds_every_place_outlet_by_outlet_and_each_leads_there(watched, corpus_page):
    page = opened(watched, corpus_page)
    page.get_by_label("Search the texts", exact=True).fill("FERRY'S engine")
    page.wait_for_selector(".mk-place")
    assert page.locator(".mk-search .mk-caption").inner_text() == "1 place in 1 of 4 articles."
    page.get_by_label("Search the texts", exact=True).fill("ferry")
    page.locator(".mk-place").nth(6).wait_for(state="attached")
    assert page.locator(".mk-found h3").all_inner_texts() == [
        "Coast Courier: 2 places", "Harbour Herald: 3 places", "unknown (times/again): 2 places",
    ]  # fmt: skip
    page.locator(".mk-place", has_text="halted").click()
    assert (drawn(page)["article"], drawn(page)["at"]) == ("harbour/ferry", "line:1")
    assert page.locator("mark.mk-hit").all_inner_texts() == ["Ferry", "ferry", "ferry"]
    page.get_by_label("Search the texts", exact=True).fill("")
    page.locator("mark.mk-hit").first.wait_for(state="detached")
    assert "The ferry Skerra did not leave" in page.locator(".mk-text").inner_text()


def test_what_is_found_can_be_walked_through_by_arrow_keys(watched, corpus_page):
    page = opened(watched, corpus_page, "#view=" + quote('{"search": "ferry"}'))
    page.locator(".mk-place[tabindex='0']").focus()
    assert page.locator(".mk-place[tabindex='0']").count() == 1
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert drawn(page)["article"] == "times/again"
    page.locator(".mk-article[tabindex='0']").focus()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert drawn(page)["article"] == "courier/ferry"
    page.locator(".mk-text").focus()
    page.keyboard.press("ArrowRight")
    assert drawn(page)["at"] == "line:1"


def test_corrections_are_offered_as_a_file_that_holds_when_it_is_put_beside_the_articles(watched, corpus_page, tmp_path):
    page = opened(watched, corpus_page, CHOSEN)
    correct(page, what="label", to="caption", why="it stood under a picture")
    assert page.locator("p.mk-said").inner_text() == "Noted on this page. To keep it, download corrections.csv."
    page.locator(".mk-article", has_text="again").click()
    page.get_by_role("button", name="Correct: Outlet").click()
    correct(page, what="outlet", to="=Island Times")
    page.get_by_role("button", name="Decide").click()
    correct(page, what="warning", to="")
    page.locator(".mk-piece.mk-in-quote", has_text="We saw no smoke,").click()
    correct(page, what="speaker", to="Ama Hill")
    rows = saved(page)
    assert [row["value"] for row in rows] == ["caption", "'=Island Times", "duplicate", "Ama Hill"]
    assert {row["who"] for row in rows} == {"Ola"}
    again = write(tmp_path / "bay")
    with (tmp_path / "bay" / "corrections.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    again = mk.read_corpus(tmp_path / "bay")
    assert [problem for problem in again.problems["path"] if problem == "corrections.csv"] == []
    row = again.articles.set_index("article_id").loc["times/again"]
    assert (row["outlet"], row["outlet_basis"], [*row["flags"]]) == ("=Island Times", "user", ["duplicate"])
    assert again.lines.query("decided_by == 'user'")["label"].tolist() == ["caption"]
    quotes = mk.find_quotes(again.select(ids=["times/again"]))
    assert quotes[["speaker_name", "speaker_basis"]].values.tolist() == [["Ama Hill", "user"]]


def test_a_correction_can_be_taken_back(watched, corpus_page):
    page = opened(watched, corpus_page)
    correct(page, what="title", to="Engine fails")
    correct(page, what="byline", to="Ravi Nair")
    page.get_by_label("Show", exact=True).select_option("corrected")
    assert page.locator(".mk-article").count() == 1
    page.get_by_role("button", name="Take correction 1 back").click()
    assert page.evaluate("document.activeElement.textContent") == "Take back"
    assert [row["field"] for row in saved(page)] == ["byline"]
    page.get_by_role("button", name="Take correction 1 back").click()
    assert page.get_by_text("Nothing has been corrected.").is_visible()


def test_a_correction_says_why_and_who_and_what_it_says_can_be_read(watched, corpus_page):
    page = opened(watched, corpus_page)
    page.get_by_role("button", name="Note the correction").click()
    assert page.evaluate("document.activeElement === document.querySelector('.mk-form input:invalid')")
    correct(page, what="published", to="yesterday")
    assert page.locator(".mk-log li").count() == 0
    correct(page, what="published", to="2025-03-25")
    assert page.locator(".mk-log li").count() == 1


def test_the_view_is_kept_in_the_address_and_an_edited_one_is_mended(watched, corpus_page):
    page = opened(watched, corpus_page, CHOSEN)
    state = drawn(page)
    assert (state["article"], state["at"], state["search"]) == ("harbour/ferry", "line:7", "ferry")
    page.goto("about:blank")
    opened(watched, corpus_page, '#view={"article": 7, "at": "line:99", "show": "<b>", "search": {}}')
    assert drawn(page) == {"article": "courier/ferry", "at": None, "show": "all", "order": "read", "search": ""}


def test_paper_shows_the_text_without_what_can_only_be_pressed(watched, corpus_page):
    page = opened(watched, corpus_page, CHOSEN)
    page.emulate_media(media="print")
    assert not page.locator(".mk-search").is_visible()
    assert not page.locator(".mk-form").is_visible()
    assert page.locator(".mk-text").evaluate("(text) => text.scrollHeight <= text.clientHeight + 2")


def test_hostile_text_is_inert(watched, tmp_path):
    nasty = '<img src=x onerror="document.title=1"><script>document.title=2</script></script><!--'
    file = tmp_path / f"{nasty.replace('/', '_')[:60]}.txt"
    file.write_text(f"{nasty}\n\nBy {nasty}\n\n“The mayor {nasty},” said {nasty} on Monday. Nobody laughed.\n", encoding="utf-8")
    head = ["path", "outlet", "title", "byline", "story_id"]
    with (tmp_path / "manifest.csv").open("w", encoding="utf-8", newline="") as manifest:
        csv.writer(manifest).writerows([head, [file.name, nasty, nasty, nasty, nasty]])
    head = ["table", "article_id", "field", "value", "reason", "who"]
    with (tmp_path / "corrections.csv").open("w", encoding="utf-8", newline="") as corrections:
        csv.writer(corrections).writerows([head, ["articles", file.stem, "original_source", nasty, nasty, nasty]])
    corpus = mk.read_corpus(tmp_path)
    explorer = mk.explore_corpus(corpus, members=mk.group_stories(corpus), quotes=mk.find_quotes(corpus))
    page = opened(watched, mk.export_page(explorer, tmp_path / "out" / "page.html", title="Safe"))
    page.get_by_label("Search the texts", exact=True).fill("<img")
    page.locator(".mk-place").first.click()
    correct(page, what="outlet", to=nasty, why=nasty, who=nasty)
    assert page.title() == "Safe"
    assert page.locator("main img, main script").count() == 0
    assert "<img src=x" in page.locator(".mk-log").inner_text()


@pytest.mark.parametrize("watched", PICTURED, indirect=True)
def test_it_looks_as_it_did(watched, corpus_page, picture: Callable, request):
    page = opened(watched, corpus_page, CHOSEN)
    set_font(page)
    size = request.node.callspec.id.replace(" ", "_")
    picture(page.locator(".mk-all"), f"corpus_all_{size}")
    picture(page.locator(".mk-one"), f"corpus_one_{size}")
