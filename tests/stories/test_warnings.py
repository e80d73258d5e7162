"""An article that likely reports another event than its story is named, and not compared until a user says otherwise."""

from dataclasses import replace

import pytest

import mediakit as mk
from mediakit.errors import CorpusError
from tests.conftest import Folder
from tests.stories.made import ALL, BUDGET, FIRE, GROUNDED, corpus_of

LUMPED = GROUNDED | {"fire broadsheet": FIRE["fire broadsheet"]}
ONE_STORY = dict.fromkeys(LUMPED, "ferry")


def warned(corpus: mk.Corpus) -> dict[str, str]:
    members = mk.group_stories(corpus).dropna(subset="warning")
    assert set(members["warning"]) <= {"other_event"}
    return dict(zip(members["article_id"], members["reason"], strict=True))


def test_an_article_that_calls_the_story_an_earlier_accident_is_named_with_the_sentence() -> None:
    found = warned(corpus_of(LUMPED, stories=ONE_STORY))
    assert [*found] == ["fire broadsheet"]
    said = "“In a previous accident in May, the Skerra ran aground on the Otter Bank.”"
    assert f"it speaks of an event in May as an earlier one: {said}" in found["fire broadsheet"]


def test_an_article_published_weeks_later_is_named() -> None:
    texts = GROUNDED | {"fire wire": FIRE["fire wire"]}
    days = dict.fromkeys(GROUNDED, "2024-05-04") | {"fire wire": "2024-08-20"}
    found = warned(corpus_of(texts, stories=dict.fromkeys(texts, "ferry"), published=days))
    assert [*found] == ["fire wire"]
    assert "published 108 days apart" in found["fire wire"]


def test_an_article_that_shares_no_words_is_named() -> None:
    texts = GROUNDED | {"budget paper": BUDGET["budget paper"]}
    found = warned(corpus_of(texts, stories=dict.fromkeys(texts, "ferry")))
    assert found == {"budget paper": "it shares next to no words with the other articles of its story"}


def test_of_two_that_exclude_each_other_both_are_named() -> None:
    texts = {"one": GROUNDED["grounded broadsheet"], "two": FIRE["fire broadsheet"]}
    assert {*warned(corpus_of(texts, stories=dict.fromkeys(texts, "ferry")))} == {"one", "two"}


def test_a_story_of_one_event_is_left_in_peace() -> None:
    assert warned(corpus_of(GROUNDED, stories=dict.fromkeys(GROUNDED, "ferry"))) == {}


def test_the_june_article_is_named_where_all_seeds_are_declared_one_story(corpus: mk.Corpus) -> None:
    ids = corpus.articles["article_id"]
    articles = corpus.articles.assign(story_id=ids.map(lambda _: "meeting"), story_basis=ids.map(lambda _: "manifest"))
    assert [name[:3] for name in warned(replace(corpus, articles=articles))] == ["001"]


def test_applied_stories_carry_basis_flag_and_a_problem_that_says_how_to_overrule() -> None:
    corpus = corpus_of(LUMPED, stories=ONE_STORY)
    applied = mk.apply_stories(corpus, mk.group_stories(corpus))
    articles = applied.articles.set_index("article_id")
    assert articles.loc["fire broadsheet", ["story_id", "story_basis"]].tolist() == ["ferry", "manifest"]
    assert [*articles.loc["fire broadsheet", "flags"]] == ["other_event"]
    assert articles.loc["grounded wire", ["story_id", "story_basis"]].tolist() == ["ferry", "manifest"]
    problem = applied.problems.iloc[-1]
    assert problem["what"].startswith("fire broadsheet likely reports another event than its story: ")
    assert "corrections.csv" in problem["mend"]
    assert corpus.articles["flags"].map(len).sum() == 0


def test_applying_twice_is_applying_once() -> None:
    corpus = corpus_of(LUMPED, stories=ONE_STORY)
    members = mk.group_stories(corpus)
    once = mk.apply_stories(corpus, members)
    twice = mk.apply_stories(once, members)
    assert twice.articles.equals(once.articles)
    assert twice.problems.equals(once.problems)


def test_grouping_again_after_applying_gives_the_same_stories() -> None:
    corpus = corpus_of(ALL)
    members = mk.group_stories(corpus)
    assert mk.group_stories(mk.apply_stories(corpus, members)).equals(members)


def test_an_article_without_a_row_is_an_error_that_says_what_to_do() -> None:
    corpus = corpus_of(ALL)
    with pytest.raises(CorpusError, match="1 articles have no row in story_members"):
        mk.apply_stories(corpus, mk.group_stories(corpus).iloc[1:])


HEADER = "table,article_id,begin,end,field,value,reason,who,when,text_sha256\n"


def ferry_folder(folder: Folder, correction: str = "") -> mk.Corpus:
    files = {f"{name.replace(' ', '-')}.txt": text for name, text in (GROUNDED | {"fire": FIRE["fire broadsheet"]}).items()}
    manifest = "path,outlet,story_id\n" + "".join(f"{name},{name[:-4]},ferry\n" for name in files)
    corpus = mk.read_corpus(folder({**files, "manifest.csv": manifest, "corrections.csv": HEADER + correction}))
    assert len(corpus.problems) == 0
    return mk.apply_stories(corpus, mk.group_stories(corpus))


@pytest.mark.parametrize(
    ("correction", "story", "flags"),
    [
        pytest.param("", "ferry", ["other_event"], id="nobody decided: flagged"),
        pytest.param("articles,fire,,,story_id,ferry,read it,Ama,,\n", "ferry", [], id="the user keeps it in its story"),
        pytest.param("articles,fire,,,story_id,fire,read it,Ama,,\n", "fire", [], id="the user gives it a story of its own"),
        pytest.param("articles,fire,,,flags,,read it,Ama,,\n", "ferry", [], id="the user takes the flag off"),
        pytest.param("articles,fire,,,flags,stub,read it,Ama,,\n", "ferry", ["stub"], id="the user says which flags hold"),
    ],
)
def test_a_correction_wins_over_the_warning(folder: Folder, correction: str, story: str, flags: list[str]) -> None:
    articles = ferry_folder(folder, correction).articles.set_index("article_id")
    assert articles.loc["fire", "story_id"] == story
    assert [*articles.loc["fire", "flags"]] == flags


def test_a_user_may_say_other_event_where_no_rule_does(folder: Folder) -> None:
    applied = ferry_folder(folder, "articles,grounded-wire,,,flags,other_event,the second leg,Ama,,\n")
    members = mk.group_stories(applied).set_index("article_id")
    assert members.loc["grounded-wire", ["warning", "reason"]].tolist() == ["other_event", "the second leg"]
    assert [*applied.articles.set_index("article_id").loc["grounded-wire", "flags"]] == ["other_event"]


def test_a_flag_that_does_not_exist_is_a_problem(folder: Folder) -> None:
    odd = HEADER + "articles,a,,,flags,odd,,,,\n"
    corpus = mk.read_corpus(folder({"a.txt": GROUNDED["grounded wire"], "corrections.csv": odd}))
    assert corpus.problems["what"].tolist() == ["'odd' names a flag that is none"]


def test_a_flagged_article_keeps_its_values_under_a_status_of_their_own(folder: Folder) -> None:
    values = mk.measure(ferry_folder(folder), "word_count").set_index("article_id")
    assert values.loc["fire", "status"] == "other event"
    assert values.loc["fire", "value"] > 40
    assert values.loc["grounded-wire", "status"] == "ok"


def test_summaries_by_article_hold_it_and_by_outlet_count_it_as_left_out(folder: Folder) -> None:
    values = mk.measure(ferry_folder(folder), "word_count")
    by_article = mk.summarize(values, by="article").set_index("group")
    assert by_article["estimate"].notna().all()
    assert by_article["n_left_out"].tolist() == [0, 0, 0, 0]
    by_outlet = mk.summarize(values).set_index("group")
    assert by_outlet.loc["fire", ["n_articles", "n_left_out"]].tolist() == [0, 1]
    assert by_outlet.loc["grounded-wire", ["n_articles", "n_left_out"]].tolist() == [1, 0]


@pytest.mark.parametrize(
    ("correction", "n_stories", "n_dropped"),
    [
        pytest.param("", 0, 1, id="a flagged article pairs with nothing, and the story is counted"),
        pytest.param("articles,fire,,,flags,,read it,Ama,,\n", 1, 0, id="overruled, it pairs"),
    ],
)
def test_comparisons_by_story_honor_the_flag(folder: Folder, correction: str, n_stories: int, n_dropped: int) -> None:
    values = mk.measure(ferry_folder(folder, correction), "word_count")
    row = mk.compare(values, reference="grounded-wire").set_index("outlet").loc["fire"]
    assert row[["n_stories", "n_dropped"]].tolist() == [n_stories, n_dropped]


def test_a_table_of_values_shows_the_number_and_that_it_is_another_event(folder: Folder) -> None:
    shown = mk.show_values(mk.measure(ferry_folder(folder), "word_count"))
    assert "(other event)" in str(shown)
