"""The five seed articles: the label of every line as a reader judges it, and no word of theirs in the rules."""

from pathlib import Path

import pytest

import mediakit as mk
from mediakit.text.words import words_in

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds" / "kim-shoigu-2025"

# number of the line, from 1: what it is; every line not named is blank
EXPECTED = {
    "000_da615a406e198c95": {
        1: "other",  # the site's address
        3: "other",  # its tagline
        5: "title",
        7: "dek",  # tells the whole story; the next paragraph starts over
        9: "body",
        11: "body",
        13: "body",
        15: "body",
        17: "source_credit",
        19: "byline",  # a lone name above its biography
        21: "bio",
        23: "comment_form",
        25: "comment_form",
    },
    "001_eee3009524595d1e": {
        1: "title",
        3: "other",  # a count of comments
        4: "caption",  # says what a picture shows
        6: "dek",  # tells the whole story; the next paragraph starts over
        8: "body",
        10: "body",
        12: "body",
        14: "body",
        16: "body",
        18: "body",
        20: "body",
        22: "source_credit",
        24: "comment_form",
        26: "comment_form",
    },
    "002_942e80972d68acaf": {
        1: "body",  # no headline, no summary: the lead names the meeting, and the next paragraph goes on with its date
        2: "body",
        3: "body",
        4: "body",
        5: "body",
        6: "body",
        7: "related",
        8: "related",
        9: "related",
        10: "related",
        11: "related",
        12: "related",
        13: "related",
    },
    "003_47c88f068a67b921": {
        1: "dek",  # tells the whole story; the next paragraph starts over
        2: "body",
        3: "body",
        4: "body",
        5: "body",
        6: "body",
        7: "body",
        8: "body",
        9: "body",
        10: "source_credit",
    },
    "004_dc2c80b8d8d95b12": {
        1: "share",  # the cross that closes a window
        4: "title",
        6: "dek",  # the opening words of the first paragraph, set above it
        8: "body",
        10: "body",
        12: "body",
        14: "body",
        16: "body",
        21: "share",
    },
}


@pytest.mark.parametrize("article_id", EXPECTED)
def test_every_line_of_a_seed_is_what_a_reader_says_it_is(corpus: mk.Corpus, article_id: str) -> None:
    lines = corpus.lines[corpus.lines["article_id"] == article_id]
    labelled = {int(row.line_no): row.label for row in lines.itertuples() if row.label != "blank"}
    assert labelled == EXPECTED[article_id]


def test_the_five_seeds_are_the_articles_judged(corpus: mk.Corpus) -> None:
    assert list(corpus.articles["article_id"]) == list(EXPECTED)


def test_no_rule_or_word_list_holds_a_line_of_a_seed_or_five_words_in_a_row() -> None:
    names = {("korean", "central", "news", "agency", "kcna")}  # an agency as the list of agencies must have it
    lines = [words_in(line) for seed in SEEDS.glob("*.txt") for line in seed.read_text(encoding="utf-8").lower().splitlines()]
    forbidden = {tuple(line) for line in lines if 2 <= len(line) < 5}  # a lone “0” or “Related” stands on any site
    forbidden |= set().union(*(runs_of(line, 5) for line in lines))
    assert len(forbidden) > 1000
    found = {}
    for file in (ROOT / "mediakit").rglob("*"):
        if file.is_file() and file.suffix in (".py", ".csv", ".toml"):
            words = words_in(file.read_text(encoding="utf-8").lower())
            found[file.name] = (forbidden - names) & set().union(*(runs_of(words, size) for size in range(2, 6)))
    assert {name: runs for name, runs in found.items() if runs} == {}


def runs_of(words: list[str], size: int) -> set[tuple[str, ...]]:
    """Every run of size words."""
    return {tuple(words[begin : begin + size]) for begin in range(len(words) - size + 1)}


def test_runs_of_words_are_found_wherever_they_begin() -> None:
    assert runs_of(["a", "b", "c"], 2) == {("a", "b"), ("b", "c")}
