"""Reports of one event are put together; reports of events that only look alike are not."""

from dataclasses import replace

import pytest

import mediakit as mk
from tests.stories.made import ALL, BUDGET, FIRE, GROUNDED, corpus_of, groups

VISIT = (
    "The envoy Marek Dolan met President Sefa Tui in Lomaru and they talked about the fishing treaty and the harbor loan. "
    "The president promised full support for the fishing treaty, the palace of Lomaru said. "
)
MARCH = (
    VISIT + "The meeting on 22 March lasted two hours, and the harbor loan was left open. Envoy Dolan flew home the same night."
)
JUNE = VISIT + "Dolan previously visited Lomaru in March. This time the envoy brought a signed text of the fishing treaty."


def test_three_hands_on_one_event_and_two_on_the_next_are_told_apart() -> None:
    assert groups(corpus_of(ALL)) == {frozenset(GROUNDED), frozenset(FIRE), frozenset(BUDGET)}


def test_a_visit_that_the_other_article_calls_an_earlier_one_is_another_event() -> None:
    assert groups(corpus_of({"march": MARCH, "june": JUNE})) == {frozenset({"march"}), frozenset({"june"})}


def test_the_same_words_without_that_sentence_are_one_event() -> None:
    assert groups(corpus_of({"march": MARCH, "june": VISIT + "This time the envoy brought a signed text."})) == {
        frozenset({"march", "june"})
    }


def test_an_article_in_between_does_not_join_two_events_that_exclude_each_other() -> None:
    assert len(groups(corpus_of({"march": MARCH, "june": JUNE, "neither": VISIT}))) == 2


@pytest.mark.parametrize(
    ("one", "other", "stories"),
    [
        pytest.param("2024-05-04", "2024-05-04", 1, id="the same day"),
        pytest.param("2024-05-04", "2024-05-05", 1, id="the morning after"),
        pytest.param("2024-05-04", "2024-07-20", 2, id="eleven weeks later"),
    ],
)
def test_like_reports_are_one_event_where_they_were_published_near_each_other(one: str, other: str, stories: int) -> None:
    first = "Rovers beat City three to one at Dunmore Park, and keeper Tom Hale saved a penalty before a crowd of nine thousand."
    second = "City lost three to one to Rovers at Dunmore Park. A crowd of nine thousand saw keeper Tom Hale save a penalty."
    corpus = corpus_of({"first": first, "second": second}, published={"first": one, "second": other})
    assert len(groups(corpus)) == stories


def test_a_story_is_named_after_its_earliest_article() -> None:
    days = {"grounded tabloid": "2024-05-03", "grounded broadsheet": "2024-05-04", "grounded wire": "2024-05-04"}
    members = mk.group_stories(corpus_of(GROUNDED, published=days))
    assert set(members["story_id"]) == {"story:grounded tabloid"}
    assert set(members["basis"]) == {"grouped"}


def test_a_story_that_the_manifest_gives_is_kept_and_the_others_join_it() -> None:
    stories = {"grounded wire": "aground", "fire wire": "aground"}
    members = mk.group_stories(corpus_of(ALL, stories=stories)).set_index("article_id")
    assert members.loc[["grounded wire", "fire wire"], "story_id"].tolist() == ["aground", "aground"]
    assert members.loc[["grounded wire", "fire wire"], "basis"].tolist() == ["manifest", "manifest"]
    assert members.loc["grounded tabloid", ["story_id", "basis"]].tolist() == ["aground", "grouped"]


def test_articles_given_to_two_stories_are_never_put_together() -> None:
    stories = {"grounded wire": "one", "grounded tabloid": "two"}
    members = mk.group_stories(corpus_of(GROUNDED, stories=stories)).set_index("article_id")
    assert members.loc[["grounded wire", "grounded tabloid"], "story_id"].tolist() == ["one", "two"]
    assert members.loc["grounded broadsheet", "story_id"] in {"one", "two"}


def test_similarity_is_missing_for_an_article_that_stands_alone() -> None:
    members = mk.group_stories(corpus_of(GROUNDED | {"lone": BUDGET["budget paper"]})).set_index("article_id")
    assert members["similarity"].isna().tolist() == [False, False, False, True]
    assert members["similarity"].dropna().between(0, 1).all()


@pytest.mark.parametrize("order", [[6, 5, 4, 3, 2, 1, 0], [3, 0, 6, 1, 5, 2, 4]], ids=["backwards", "shuffled"])
def test_the_order_of_the_articles_changes_the_order_of_the_rows_and_nothing_else(order: list[int]) -> None:
    corpus = corpus_of(ALL)
    shuffled = replace(corpus, articles=corpus.articles.iloc[order].reset_index(drop=True))
    assert mk.group_stories(shuffled).to_dict("records") == mk.group_stories(corpus).iloc[order].to_dict("records")


def test_grouping_changes_nothing_in_the_corpus() -> None:
    corpus = corpus_of(ALL)
    before = corpus.articles.copy()
    mk.group_stories(corpus)
    assert corpus.articles.equals(before)


def test_the_seeds_report_two_meetings(corpus: mk.Corpus) -> None:
    members = mk.group_stories(corpus)
    events = [sorted(name[:3] for name in part) for _, part in members.groupby("story_id")["article_id"]]
    assert sorted(events) == [["000", "002", "003", "004"], ["001"]]
