"""The report on folders that have nothing to do with one another, as a page, as a PDF and as excerpts to pass on."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from mediakit.cli import main
from tests.reports.topics import BUDGET, FERRY, HOSTILE, MATCH

pytestmark = pytest.mark.notebooks  # a report each: minutes


def write(files: dict[str, str], room: Path) -> Path:
    room.mkdir()
    for name, text in files.items():
        (room / name).write_text(text, encoding="utf-8")
    return room


class Text(HTMLParser):
    """What a page says, without style sheets, scripts and markup."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.said, self.inside = "", ""
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        self.said += " " if tag not in ("b", "i", "span", "a", "mark", "ins", "del") else ""

    def handle_data(self, data: str) -> None:
        self.said += data if self.inside not in ("style", "script") else ""


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page on a stranded ferry, with a reference copy, a lexicon and a PDF."""
    room = tmp_path_factory.mktemp("ferry")
    (room / "words.csv").write_text("cue,kind,takes,cue_class\nblustered,verb,clause,manner\n")
    articles, page = write(FERRY, room / "articles"), room / "ferry.html"
    arguments = ["report", str(articles), "--out", str(page), "--pdf", "--reference", "courier", "--story", "ferry"]
    assert main([*arguments, "--lexicon", f"cues={room / 'words.csv'}", "--title", "Who *ran* aground?"]) == 0
    return page


@pytest.fixture(scope="module")
def match(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page on a football match, as excerpts, with settings from a file."""
    room = tmp_path_factory.mktemp("match")
    write(MATCH, room / "articles")
    (room / "match.toml").write_text('corpus_path = "articles"\nmeasures = ["lix", "quote_count"]\nexcerpts = true\n')
    assert main(["report", "--config", str(room / "match.toml"), "--out", str(room / "match.html"), "--pdf"]) == 0
    return room / "match.html"


@pytest.fixture(scope="module")
def budget(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page on a council's budget, read from a table with hostile text in it."""
    room = tmp_path_factory.mktemp("budget")
    table, page = write(BUDGET, room / "articles") / "export.csv", room / "budget.html"
    assert main(["report", str(table), "--out", str(page), "--pdf", "--outlet", "Plain Dealer"]) == 0
    return page


def test_a_stranded_ferry(ferry: Path) -> None:
    said = Text(ferry).said
    assert "Who *ran* aground?" in said  # a title is text
    assert "beside the copy you chose" in said
    assert "What was decided against the rules" in said
    assert "Skerra refloated" in said
    assert "3 were put to theirs by what was given" in said


def test_its_manifest_holds_every_setting(ferry: Path) -> None:
    made = json.loads(ferry.with_suffix(".manifest.json").read_text(encoding="utf-8"))
    assert {name: made["parameters"][name] for name in ("title", "story", "reference")} == {
        "title": "Who *ran* aground?",
        "story": "ferry",
        "reference": "courier",
    }
    assert (made["corrections"], made["missing_parts"], made["articles"]) == (1, [], 3)


def test_a_match_without_any_full_text(match: Path) -> None:
    said = " ".join(Text(match).said.split())
    assert "excerpts of no more than 20 words" in said
    assert "mk-explorers" not in match.read_text(encoding="utf-8")
    for name, text in MATCH.items():
        words = [re.escape(word) for word in text.split()]
        runs = [" ".join(words[begin : begin + 21]) for begin in range(len(words) - 20)]
        assert [run for run in runs if re.search(run, said)] == [], name


def test_only_the_measures_asked_for_stand_in_it(match: Path) -> None:
    page = match.read_text(encoding="utf-8")
    assert "How hard are they, by another formula?" in page
    assert "How varied are the words?" not in page
    made = json.loads(match.with_suffix(".manifest.json").read_text(encoding="utf-8"))
    assert [recipe.partition("/")[0] for recipe in made["recipes"]] == ["lix", "quote_count", "word_count"]


def test_a_budget_from_a_table_one_outlet_of_it_and_no_text_that_acts(budget: Path) -> None:
    said = Text(budget).said
    assert HOSTILE in said
    assert "Nobody gets what they wanted" not in said
    assert "<img" not in budget.read_text(encoding="utf-8")


@pytest.mark.parametrize("topic", ["ferry", "match", "budget"])
def test_each_has_a_tagged_pdf_of_the_same_run(topic: str, request: pytest.FixtureRequest) -> None:
    made = request.getfixturevalue(topic).with_suffix(".pdf").read_bytes()
    assert b"/StructTreeRoot" in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
