"""mediakit app: the pages of a corpus, each with the way to the others, and what is too large for a page said in words."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import mediakit as mk
from mediakit.cli import main
from mediakit.reports.all_tables import Tables
from mediakit.reports.app import MOST_ARTICLES, MOST_OF_STORY, PAGES, articles_shown, pages_of_stories, said_of_part, write_app

FILES = {
    "herald.txt": "Ferry halted\n\nThe ferry did not leave on Monday. “We saw no smoke at all,” said Ama Hill.\n",
    "courier.txt": "Ferry <b>stuck</b>\n\nThe ferry stayed in port on Monday. “We saw no smoke,” Ama Hill told the Courier.\n",
    "manifest.csv": "path,outlet,published,story_id\nherald.txt,Harbour Herald,2025-03-24,ferry\n"
    "courier.txt,Coast & Courier,2025-03-24,ferry\n",
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of two articles, by file."""
    room = tmp_path_factory.mktemp("app")
    (room / "bay").mkdir()
    for name, content in FILES.items():
        (room / "bay" / name).write_text(content, encoding="utf-8")
    assert main(["app", str(room / "bay"), "--out", str(room / "out"), "--no-browser"]) == 0
    return {path.name: path.read_text(encoding="utf-8") for path in (room / "out").iterdir()}


def many(*stories: tuple[str, int], folder: Callable[[dict[str, str]], Path]) -> mk.Corpus:
    """A corpus of short articles, so many of each story."""
    rows = [(story, number) for story, count in stories for number in range(count)]
    lines = [
        f"Outlet {number},{story},2025-03-24,en,Title {number},The bus of route {story} {number} was late."
        for story, number in rows
    ]
    return mk.read_corpus(folder({"bus.csv": "\n".join(["outlet,story_id,published,language,title,text", *lines]) + "\n"}))


def test_there_is_a_page_for_each_explorer_and_one_that_leads_to_all(pages: dict[str, str]) -> None:
    assert {*pages} == {"index.html", *(page.file for page in PAGES)}
    assert [page.file for page in PAGES] == ["corpus.html", "story.html", "quotes.html", "sources.html", "measures.html"]
    assert re.findall(r'<a href="(\w+\.html)">', pages["index.html"]) == [page.file for page in PAGES]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.file)
def test_each_page_leads_to_all_others_and_says_where_one_is(page, pages: dict[str, str]) -> None:
    ways = pages[page.file].split('<nav class="ways"')[1].split("</nav>")[0]
    assert re.findall(r'href="([^"]+)"', ways) == ["index.html", *(one.file for one in PAGES)]
    assert re.findall(r'href="([^"]+)" aria-current="page"', ways) == [page.file]
    assert f"<title>bay: {page.says[0].lower()}{page.says[1:]}</title>" in pages[page.file]


def test_every_page_says_that_it_is_about_a_part(folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mediakit.reports.app.MOST_ARTICLES", 1)
    write_app(folder(FILES), tmp_path)
    for page in ("index.html", *(page.file for page in PAGES)):
        assert "The corpus has 2 articles, more than a page can show." in (tmp_path / page).read_text(encoding="utf-8")


def test_no_page_asks_anything_of_a_network(pages: dict[str, str]) -> None:
    for text in pages.values():
        assert not re.findall(r'(?:src|href)="(?!\w+\.html"|#)[^"]*"', text)


def test_what_articles_say_is_escaped(pages: dict[str, str]) -> None:
    assert not [name for name, text in pages.items() if "<b>stuck</b>" in text]
    assert "Coast &amp; Courier" in pages["index.html"]


def test_a_large_corpus_has_a_page_for_each_story_that_fits_on_one(folder) -> None:
    corpus = many(("large", MOST_OF_STORY + 1), ("fair", 3), ("small", 2), ("alone", 1), folder=folder)
    found, notes = pages_of_stories(Tables(corpus))
    assert [(page.file, page.finds) for page in found] == [
        ("story-1.html", "3 articles side by side."), ("story-2.html", "2 articles side by side."),
    ]  # fmt: skip
    assert notes == [f"1 story is reported by more than {MOST_OF_STORY} articles, too many to set side by side."]


def test_a_story_that_nobody_else_reports_has_no_page(folder) -> None:
    corpus = many(*((f"s{number}", 1) for number in range(MOST_OF_STORY + 1)), folder=folder)
    found, notes = pages_of_stories(Tables(corpus))
    assert found == []
    assert notes == ["No story is reported by more than one article: there is nothing to set side by side."]


def test_of_a_corpus_too_large_for_a_page_the_stories_with_most_articles_are_shown_and_that_is_said(folder) -> None:
    corpus = many(("small", 2), ("large", MOST_ARTICLES), folder=folder)
    shown = articles_shown(corpus)
    assert shown.articles["story_id"].tolist() == ["large"] * MOST_ARTICLES
    assert said_of_part(corpus, shown) == [
        "The corpus has 502 articles, more than a page can show. The pages are about 500 of them: those of the stories that most "
        "articles report."
    ]
    assert said_of_part(shown, shown) == []
