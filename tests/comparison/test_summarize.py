"""One estimate a group, with the interval its data allow and no other."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.errors import ContractError, MeasureError, RecipeError
from mediakit.tables import SUMMARY, VALUES, make

RECIPE = "lix/1 mediakit/0.1.0 engine=mediakit parts=body"
WITHIN = "95 %, sentences within this article"

Row = tuple[object, ...]


def article(
    article_id: str, story: str | None, outlet: str | None, value: float | None, status: str = "ok", *, recipe: str = RECIPE
) -> Row:
    """One row of values for LIX, with an interval of ±5 where there is a value."""
    key = outlet.casefold() if outlet else None
    low, high, method = (value - 5, value + 5, WITHIN) if value is not None else (None, None, None)
    return (article_id, story, outlet, key, "lix", value, 120, status, low, high, method, recipe)


def summary_of(*rows: Row, by: str = "outlet") -> pd.DataFrame:
    return mk.summarize(make(rows, VALUES), by=by)


def test_three_stories_get_the_mean_with_a_t_interval_over_stories() -> None:
    # 40, 42, 47: mean 43; deviations -3, -1, 4; variance 26/2 = 13; error sqrt(13/3) = 2.0817; t(2) = 4.3027; half 8.9567
    rows = [article("a", "flood", "Herald", 40), article("b", "fire", "Herald", 42), article("c", "ferry", "Herald", 47)]
    row = summary_of(*rows).iloc[0]
    assert row["estimate"] == pytest.approx(43)
    assert row["low"] == pytest.approx(43 - 8.9567, abs=1e-3)
    assert row["high"] == pytest.approx(43 + 8.9567, abs=1e-3)
    assert (row["n_stories"], row["n_articles"], row["n_left_out"]) == (3, 3, 0)
    assert row["method"] == "mean of stories; interval: 95 %, t over stories"


def test_a_story_told_twice_counts_once() -> None:
    # flood: (30 + 50) / 2 = 40; then 42 and 47 as before
    rows = [
        article("a", "flood", "Herald", 30),
        article("b", "flood", "Herald", 50),
        article("c", "fire", "Herald", 42),
        article("d", "ferry", "Herald", 47),
    ]
    row = summary_of(*rows).iloc[0]
    assert (row["estimate"], row["n_stories"], row["n_articles"]) == (pytest.approx(43), 3, 4)
    assert row["high"] - row["low"] == pytest.approx(2 * 8.9567, abs=2e-3)


def test_two_stories_get_a_mean_and_no_interval() -> None:
    row = summary_of(article("a", "flood", "Herald", 40), article("b", "fire", "Herald", 44)).iloc[0]
    assert row["estimate"] == 42
    assert row[["low", "high"]].isna().all()
    assert row["method"] == "mean of stories; no interval below 3 stories"


def test_one_article_keeps_its_own_interval_and_says_whose_it_is() -> None:
    row = summary_of(article("a", "flood", "Herald", 40)).iloc[0]
    assert (row["estimate"], row["low"], row["high"]) == (40, 35, 45)
    assert row["method"] == "one article; interval: 95 %, sentences within this article"


def test_while_stories_are_not_known_there_is_a_mean_of_articles_and_no_interval() -> None:
    rows = [article(name, None, "Herald", value) for name, value in (("a", 40), ("b", 41), ("c", 42), ("d", 49))]
    row = summary_of(*rows).iloc[0]
    assert row["estimate"] == 43
    assert row[["low", "high", "n_stories"]].isna().all()
    assert row["method"] == "mean of articles; no interval while stories are not known"


def test_one_article_without_a_story_is_enough_to_leave_the_interval_out() -> None:
    known = [article(name, name, "Herald", 40) for name in "abc"]
    row = summary_of(*known, article("d", None, "Herald", 44)).iloc[0]
    assert (row["estimate"], row["n_stories"], row["n_articles"]) == (41, 3, 4)
    assert row[["low", "high"]].isna().all()


def test_articles_of_unknown_outlet_are_never_put_together() -> None:
    summary = summary_of(article("001_x", "flood", None, 40), article("002_y", "flood", None, 60))
    assert summary["group"].tolist() == ["unknown (001…)", "unknown (002…)"]
    assert summary["estimate"].tolist() == [40, 60]


def test_spellings_of_one_outlet_are_one_group_under_the_usual_one() -> None:
    rows = [article("a", "flood", "HERALD", 40), article("b", "fire", "Herald", 43), article("c", "ferry", "Herald", 46)]
    assert summary_of(*rows)[["group", "estimate", "n_articles"]].values.tolist() == [["Herald", 43, 3]]


def test_articles_without_a_value_are_left_out_and_counted() -> None:
    summary = summary_of(
        article("a", "flood", "Herald", 40),
        article("b", "fire", "Herald", None, "too short"),
        article("c", "x", "Post", None, "no text"),
    )
    assert summary[["group", "n_articles", "n_left_out"]].values.tolist() == [["Herald", 1, 1], ["Post", 0, 1]]
    assert pd.isna(summary["estimate"].iat[1])
    assert summary["method"].tolist() == [f"one article; interval: {WITHIN}", "no article with a value"]


def test_a_story_without_a_value_is_no_story_of_the_estimate() -> None:
    rows = [
        article("a", "flood", "Herald", 40),
        article("b", "fire", "Herald", 44),
        article("c", "ferry", "Herald", None, "too short"),
    ]
    row = summary_of(*rows).iloc[0]
    assert (row["n_stories"], row["n_left_out"]) == (2, 1)
    assert pd.isna(row["low"])


def test_by_article_each_article_is_a_group() -> None:
    summary = summary_of(article("a", "flood", "Herald", 40), article("b", "fire", "Herald", 44), by="article")
    assert summary["group"].tolist() == ["a", "b"]


def test_values_made_in_different_ways_are_refused() -> None:
    other = RECIPE.replace("engine=mediakit", "engine=textstat")
    with pytest.raises(RecipeError, match="values of lix were made in 2 ways") as refused:
        summary_of(article("a", "flood", "Herald", 40), article("b", "flood", "Post", 44, recipe=other))
    assert "engine=textstat" in refused.value.where


def test_different_measures_have_recipes_of_their_own() -> None:
    corpus = mk.read_texts({"Herald": "The ferry stopped. Nobody knew why."})
    summary = mk.summarize(mk.measure(corpus, ["word_count", "sentence_count"]))
    assert summary[["measure", "estimate"]].values.tolist() == [["word_count", 6], ["sentence_count", 2]]


def test_the_recipe_goes_along() -> None:
    assert summary_of(article("a", "flood", "Herald", 40))["recipe"].tolist() == [RECIPE]


def test_no_values_make_an_empty_summary_with_its_columns() -> None:
    summary = summary_of()
    assert summary.empty
    assert [*summary.columns] == SUMMARY.names


def test_another_way_of_grouping_is_refused() -> None:
    with pytest.raises(MeasureError, match="cannot group by 'country'"):
        summary_of(article("a", "flood", "Herald", 40), by="country")


def test_another_table_is_refused_with_what_it_lacks() -> None:
    with pytest.raises(ContractError, match=r"the values table lacks: .*recipe"):
        mk.summarize(pd.DataFrame({"measure": ["lix"]}))


def test_the_values_are_not_changed() -> None:
    values = make([article("a", "flood", "Herald", 40), article("002_y", None, None, 60)], VALUES)
    before = values.copy()
    mk.summarize(values)
    pd.testing.assert_frame_equal(values, before)


def test_one_story_told_by_each_outlet_pretends_no_interval_between_them(corpus: mk.Corpus) -> None:
    summary = mk.summarize(mk.measure(corpus, "lix"))
    assert summary["group"].tolist() == ["cambarysu.com", "unknown (001…)", "unknown (002…)", "unknown (003…)", "unknown (004…)"]
    assert set(summary["method"]) == {f"one article; interval: {WITHIN}"}


@pytest.mark.parametrize("by", ["outlet", "article"])
def test_a_measure_of_a_story_belongs_to_no_outlet_and_no_article(by: str) -> None:
    story = (None, "ferry", None, None, "independent_origins", 1.0, 3, "ok", 1.0, 3.0, "range: at least, at most", "r")
    assert summary_of(article("a", "ferry", "Herald", 40.0), story, by=by)["measure"].tolist() == ["lix"]
