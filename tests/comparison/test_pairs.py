"""Outlets compared story by story: complete pairs, honest intervals, no verdict without enough stories."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.comparison.pairs import compare, hedges_g, holm, sign_flip_p, t_interval
from mediakit.errors import MeasureError, RecipeError

COLUMNS = ["article_id", "story_id", "outlet", "outlet_key", "measure", "value", "n", "status", "low", "high", "interval_method",
           "recipe"]  # fmt: skip


def values(*rows: tuple[str | None, str | None, float | None], measure: str = "lix", recipe: str = "r") -> pd.DataFrame:
    """Values as (outlet, story, value); no value stands for a text that is too short."""
    return pd.DataFrame(
        [
            (f"{number}", story, outlet, outlet and outlet.lower(), measure, value, 1, "too short" if value is None else "ok",
             None, None, None, recipe)
            for number, (outlet, story, value) in enumerate(rows)
        ],
        columns=COLUMNS,
    )  # fmt: skip


def stories(count: int, *, by: float = 2.0) -> pd.DataFrame:
    """So many stories in which Courier stands `by` above Herald, give or take a half."""
    return values(
        *((outlet, f"s{n}", 40.0 + 3 * n + (by + n % 2 / 2 if outlet == "Courier" else 0)) for n in range(count)
          for outlet in ("Herald", "Courier"))
    )  # fmt: skip


def only(table: pd.DataFrame) -> dict[str, object]:
    assert len(table) == 1
    return table.iloc[0].to_dict()


def test_the_difference_is_the_mean_over_stories_of_outlet_minus_reference():
    row = only(
        compare(
            values(("Herald", "a", 40.0), ("Courier", "a", 44.0), ("Herald", "b", 50.0), ("Courier", "b", 52.0)),
            reference="Herald",
        )
    )
    assert (row["outlet"], row["reference"], row["estimate"], row["n_stories"]) == ("Courier", "Herald", 3.0, 2)


def test_two_articles_on_one_story_count_once():
    row = only(compare(values(("Herald", "a", 40.0), ("Courier", "a", 42.0), ("Courier", "a", 46.0)), reference="Herald"))
    assert (row["estimate"], row["n_stories"]) == (4.0, 1)


def test_only_stories_of_both_count_and_the_others_are_numbered():
    rows = [
        ("Herald", "a", 1.0),
        ("Courier", "a", 2.0),
        ("Herald", "b", 1.0),
        ("Courier", "c", 1.0),
        ("Herald", "d", 1.0),
        ("Courier", "d", None),
    ]
    row = only(compare(values(*rows), reference="Herald"))
    assert (row["n_stories"], row["n_dropped"]) == (1, 3)


@pytest.mark.parametrize(
    ("count", "interval", "p", "verdict"),
    [
        pytest.param(2, False, False, "too few stories", id="two stories: a difference and nothing else"),
        pytest.param(3, True, False, "higher", id="three stories: an interval"),
        pytest.param(5, True, False, "higher", id="five stories: still no p"),
        pytest.param(6, True, True, "higher", id="six stories: p"),
    ],
)
def test_what_is_given_depends_on_the_number_of_stories(count, interval, p, verdict):
    row = only(compare(stories(count), reference="Herald"))
    assert (pd.notna(row["low"]), pd.notna(row["p"]), row["verdict"]) == (interval, p, verdict)
    assert pd.notna(row["estimate"])


def test_a_difference_that_may_be_nought_cannot_be_told_apart():
    rows = [
        (outlet, f"s{n}", 40.0 + (n if outlet == "Courier" else 4.5 - 0.1 * n))
        for n in range(9)
        for outlet in ("Herald", "Courier")
    ]
    row = only(compare(values(*rows), reference="Herald"))
    assert row["verdict"] == "cannot be told apart"
    assert row["low"] < 0 < row["high"]


def test_lower_is_said_where_the_outlet_is_lower():
    assert only(compare(stories(8, by=-3.0), reference="Herald"))["verdict"] == "lower"


def test_every_further_comparison_makes_all_harder_to_tell_apart():
    six = stories(6)
    assert only(compare(six, reference="Herald"))["p_adjusted"] == 0.03125
    more = pd.concat([six.assign(measure=name) for name in ("lix", "rix", "mtld")])
    table = compare(more, reference="Herald")
    assert table["p_adjusted"].tolist() == [0.09375] * 3
    assert table["verdict"].tolist() == ["cannot be told apart"] * 3


def test_unknown_outlets_are_in_no_comparison():
    table = compare(pd.concat([stories(3), values((None, "s1", 99.0))]), reference="Herald")
    assert table["outlet"].tolist() == ["Courier"]


def test_the_reference_may_be_named_by_its_key():
    assert compare(stories(3), reference="herald").equals(compare(stories(3), reference="Herald"))


@pytest.mark.parametrize(
    ("table", "reference", "said"),
    [
        pytest.param(stories(3), "Times", "no outlet is called 'Times'", id="unknown reference"),
        pytest.param(values(("Herald", None, 1.0), ("Courier", None, 2.0)), "Herald", "no story is known", id="no stories"),
    ],
)
def test_what_cannot_be_compared_says_why(table, reference, said):
    with pytest.raises(MeasureError, match=said):
        compare(table, reference=reference)


def test_values_made_in_two_ways_are_not_compared():
    with pytest.raises(RecipeError):
        compare(pd.concat([stories(3), values(("Times", "s1", 1.0), recipe="other")]), reference="Herald")


def test_the_order_of_the_rows_changes_nothing():
    table = stories(7)
    shuffled = table.sample(frac=1, random_state=1)
    assert compare(table, reference="Herald").equals(compare(shuffled, reference="Herald"))


def test_an_interval_by_the_textbook():
    # n = 5, mean 3, s = 1.5811, t(0.975, 4) = 2.7764: 3 ± 2.7764 × 0.7071
    low, high = t_interval([1.0, 2.0, 3.0, 4.0, 5.0], 0.05)
    assert (round(low, 4), round(high, 4)) == (1.0368, 4.9632)


def test_all_sign_changes_are_counted():
    # of 2⁶ = 64 sign patterns only all plus and all minus reach the sum 21
    assert sign_flip_p([1, 2, 3, 4, 5, 6]) == 2 / 64
    # with one minus sign on the 1, the sum is 19: all plus, all minus, this one and its mirror reach it
    assert sign_flip_p([-1, 2, 3, 4, 5, 6]) == 4 / 64


def test_equal_outlets_have_p_one():
    assert sign_flip_p([0.0] * 6) == 1.0


def test_many_stories_are_drawn_and_give_the_same_p_each_time():
    differences = [0.1 * n - 1 for n in range(25)]
    assert sign_flip_p(differences) == sign_flip_p(differences)
    assert 0 < sign_flip_p(differences) < 1


def test_holm_by_hand():
    # 0.01 × 4, 0.02 × 3, 0.03 × 2, then never below the one before
    assert holm([0.03, 0.01, 0.9, 0.02]) == pytest.approx([0.06, 0.04, 0.9, 0.06])


def test_an_effect_without_spread_has_no_size():
    assert hedges_g([(2.0, 1.0)] * 4) is None


def test_it_works_on_measured_texts(folder):
    files = {
        f"{outlet}{story}.txt": f"{'The ferry stopped again. ' * (story + 2)}{'Nobody at the pier could say why it had. ' * more}"
        for story in range(3)
        for outlet, more in (("herald", 1), ("courier", 4 + story))
    }
    rows = [f"{name},{name[:-5].title()},s{name[-5]}" for name in files]
    corpus = mk.read_corpus(folder({**files, "manifest.csv": "\n".join(["path,outlet,story_id", *rows])}))
    row = only(compare(mk.measure(corpus, ["word_count"]), reference="Herald"))
    assert (row["outlet"], row["estimate"], row["n_stories"]) == ("Courier", 36.0, 3)
