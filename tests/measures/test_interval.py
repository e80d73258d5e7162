"""The interval within one article: its own sentences drawn again."""

import pandas as pd
import pytest

import mediakit as mk

SHORT, LONG = (
    "The ferry did not leave.",
    "The operator of the night ferry said that the ship would stay in dock until a new part came by air.",
)
MIXED = " ".join([SHORT, LONG] * 6)


def measured(texts: dict[str, str], engine: str = "mediakit") -> pd.DataFrame:
    return mk.measure(mk.read_texts(texts), ["mean_sentence_length", "lix", "word_count"], engine=engine)


def test_the_interval_holds_the_value_and_says_what_it_is() -> None:
    row = measured({"Harbour Herald": MIXED}).iloc[1]
    assert row["low"] < row["value"] < row["high"]
    assert row["interval_method"] == "95 %, sentences within this article"


def test_the_mean_of_sentences_of_5_and_21_words_varies_between_the_two() -> None:
    row = measured({"Harbour Herald": MIXED}).iloc[0]
    assert row["value"] == 13
    assert 5 < row["low"] < 13 < row["high"] < 21


def test_sentences_all_alike_leave_nothing_to_vary() -> None:
    row = measured({"Harbour Herald": " ".join([SHORT] * 20)}).iloc[0]
    assert (row["low"], row["value"], row["high"]) == (5, 5, 5)


def test_an_amount_has_no_interval() -> None:
    assert measured({"Harbour Herald": MIXED}).iloc[2][["low", "high", "interval_method"]].isna().all()


def test_below_five_sentences_there_is_a_value_and_no_interval() -> None:
    text = ("The ferry company said that the ship would stay in dock until a new part came, and that " * 2 + "it was sorry. ") * 4
    row = measured({"Harbour Herald": text}).iloc[1]
    assert row["status"] == "ok"
    assert row[["low", "high", "interval_method"]].isna().all()


def test_the_same_article_has_the_same_interval_in_any_company() -> None:
    alone = measured({"Harbour Herald": MIXED})
    among = measured({"Coast Courier": LONG * 9, "Harbour Herald": MIXED, "Island Times": SHORT})
    pd.testing.assert_frame_equal(among[among["outlet"] == "Harbour Herald"].reset_index(drop=True), alone)


def test_a_longer_article_of_the_same_kind_is_firmer() -> None:
    short = measured({"Harbour Herald": " ".join([SHORT, LONG] * 4)}).iloc[0]
    long = measured({"Harbour Herald": " ".join([SHORT, LONG] * 64)}).iloc[0]
    assert long["high"] - long["low"] < short["high"] - short["low"]


def test_textstat_gives_no_interval() -> None:
    assert measured({"Harbour Herald": MIXED}, engine="textstat")[["low", "high"]].isna().all(axis=None)


@pytest.mark.parametrize("engine", ["mediakit", "textstat"])
def test_the_recipe_names_measure_engine_and_parts(engine: str) -> None:
    recipe = measured({"Harbour Herald": MIXED}, engine=engine)["recipe"].iat[1]
    assert recipe.startswith("lix/1 mediakit/")
    assert recipe.endswith(f" engine={engine} parts=body")
