"""The practice corpus: what its key says stands in its articles, and how much of it the toolkit finds."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

import mediakit as mk
from tests.practice.scores import Score, place_of, run, score_all

FICTION = "This is fiction written for practice."
PAGE = Path(__file__).resolve().parents[2] / "docs" / "practice.md"
TRUTH = json.loads((mk.practice_path().parent / "truth.json").read_text(encoding="utf-8"))
#: kind, planted, precision and recall at least: the table of the page for teachers
FLOORS = re.findall(r"^\| ([a-z ]+?) \| (\d+) \| ([\d.]+) \| ([\d.]+) \|$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
NOT_MEASURED_YET = ("facts", "figures", "dates")


@pytest.fixture(scope="module")
def practice() -> mk.Corpus:
    return mk.read_corpus(mk.practice_path())


@cache
def scores_of(corpus: mk.Corpus) -> dict[str, Score]:
    return score_all(TRUTH, run(corpus))


def test_the_corpus_loads_whole_and_without_problems(practice):
    listed = {article for outlet in TRUTH["outlets"] for article in outlet["articles"]}
    assert set(practice.articles["article_id"]) == listed
    assert len(listed) == 43
    assert practice.problems.empty


def test_every_article_says_that_it_is_fiction_outside_its_body(practice):
    texts = dict(zip(practice.articles["article_id"], practice.articles["text"], strict=True))
    labels = {
        row.article_id: (row.label, row.rule)
        for row in practice.lines.itertuples()
        if FICTION in texts[row.article_id][row.begin : row.end]
    }
    assert labels == dict.fromkeys(texts, ("other", "invented"))


def test_what_is_no_article_says_so_too():
    folder = mk.practice_path()
    assert TRUTH["about"].startswith(FICTION)
    assert all(FICTION in row for row in (folder / "manifest.csv").read_text(encoding="utf-8").splitlines()[1:])


def test_articles_have_120_to_400_words(practice):
    counts = mk.measure(practice, ["word_count"])["value"]
    assert counts.between(120, 400).all()


def test_some_articles_have_no_outlet_no_date_or_no_story(practice):
    assert practice.articles[["outlet", "published", "story_id"]].isna().sum().tolist() == [2, 4, 6]


def _strings() -> list[tuple[str, str]]:
    """Every string of the key with the article it stands in."""
    said = [*TRUTH["quotations"], *TRUTH["statements"]]
    found = [(one["article"], one["text"]) for one in said]
    found += [(one["article"], carrier) for one in said for carrier in one["carriers"] if carrier != "?"]
    found += [(one["article"], one[key]) for one in said for key in ("speaker", "source") if one.get(key)]
    found += [(one["article"], text) for one in TRUTH["copied_text"] for text in one["strings"]]
    found += [(one["from"], text) for one in TRUTH["copied_text"] for text in one["strings_there"]]
    found += [(one["article"], one["sign"]) for one in TRUTH["other_events"]]
    found += [pair for kind in ("figures", "dates") for one in TRUTH[kind] for pair in one["values"].items()]
    return found + [pair for one in TRUTH["facts"] for pair in one["told_by"].items()]


def test_every_string_of_the_key_stands_in_its_article(practice):
    texts = dict(zip(practice.articles["article_id"], practice.articles["text"], strict=True))
    assert [(article, text) for article, text in _strings() if text not in texts[article]] == []


def test_a_planted_quotation_stands_once_in_its_article(practice):
    texts = dict(zip(practice.articles["article_id"], practice.articles["text"], strict=True))
    assert [one["text"] for one in TRUTH["quotations"] if texts[one["article"]].count(one["text"]) != 1] == []


def test_a_planted_quotation_stands_between_marks(practice):
    texts = dict(zip(practice.articles["article_id"], practice.articles["text"], strict=True))
    places = [place_of(one, texts) for one in TRUTH["quotations"]]
    assert {texts[article][begin - 1] + texts[article][end] for article, begin, end in places} == {"“”", "‘’", '""'}


def test_articles_that_tell_a_fact_and_articles_that_leave_it_out_are_the_story():
    articles = {story["story"]: set(story["articles"]) for story in TRUTH["stories"]}
    for fact in TRUTH["facts"]:
        assert {*fact["told_by"], *fact["left_out_by"]} == articles[fact["story"]], fact["fact"]


def test_a_group_of_copies_has_one_reference():
    copies = [one for one in TRUTH["quotations"] if "copy_of" in one]
    groups = {group for one in copies for group in one["copy_of"]}
    assert sorted(one["copy_of"][0] for one in copies if one["changes"] == ["reference"]) == sorted(groups)


@pytest.mark.parametrize("kind, planted, precision, recall", [pytest.param(*row, id=row[0]) for row in FLOORS])
def test_what_the_toolkit_finds(practice, kind, planted, precision, recall):
    score = scores_of(practice)[kind]
    assert score.planted == int(planted)
    assert score.precision >= float(precision)
    assert score.recall >= float(recall)


def test_every_kind_has_a_floor(practice, capsys):
    scores = scores_of(practice)
    lines = [f"{kind:28}{score.planted:8}{score.precision:10.2f}{score.recall:8.2f}" for kind, score in scores.items()]
    lines += [f"{kind:28}{len(TRUTH[kind]):8}  not measured yet" for kind in NOT_MEASURED_YET]
    with capsys.disabled():
        print("", f"{'practice corpus':28}{'planted':>8}{'precision':>10}{'recall':>8}", *lines, sep="\n")
    assert [row[0] for row in FLOORS] == [*scores]


@pytest.mark.parametrize("measure", ["flesch_kincaid_grade", "lix", "reading_difficulty"])
def test_the_outlet_that_writes_harder_by_design_is_measured_so_in_every_story(practice, measure):
    values = mk.measure(practice, [measure]).set_index("article_id")["value"]
    outlet = dict(zip(practice.articles["article_id"], practice.articles["outlet_label"], strict=True))
    for story in TRUTH["stories"]:
        ranked = [outlet[article] for article in values[story["articles"]].sort_values().index]
        harder, easier = TRUTH["readability"]["harder"], TRUTH["readability"]["easier"]
        assert ranked[-1] == harder or harder not in ranked, story["story"]
        assert ranked[0] == easier or easier not in ranked, story["story"]
