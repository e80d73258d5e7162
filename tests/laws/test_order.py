"""Another order of the articles changes the order of the rows and nothing else."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

import mediakit as mk

Step = Callable[[mk.Corpus], pd.DataFrame]

STEPS = {
    "lines": lambda corpus: corpus.lines,
    "sentences": mk.split_sentences,
    "sentence scores": mk.score_sentences,
    "engines": mk.compare_engines,
    "values": mk.measure,
    "story members": mk.group_stories,
    "values by textstat": lambda corpus: mk.measure(corpus, engine="textstat"),
}


def in_order(table: pd.DataFrame, ids: list[str]) -> pd.DataFrame:
    """The rows of each article in turn."""
    return pd.concat([table[table["article_id"] == article_id] for article_id in ids], ignore_index=True)


@pytest.mark.parametrize("order", [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3]], ids=["backwards", "shuffled"])
@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())
def test_shuffled_articles_give_the_same_rows(corpus: mk.Corpus, step: Step, order: list[int]) -> None:
    shuffled = replace(corpus, articles=corpus.articles.iloc[order].reset_index(drop=True))
    ids = shuffled.articles["article_id"].tolist()
    pd.testing.assert_frame_equal(step(shuffled), in_order(step(corpus), ids))


def test_a_summary_of_shuffled_values_has_the_same_rows(corpus: mk.Corpus) -> None:
    values = mk.measure(corpus, ["word_count", "lix"])
    shuffled = mk.summarize(values.iloc[::-1])
    columns = ["group", "measure"]
    pd.testing.assert_frame_equal(
        shuffled.sort_values(columns, ignore_index=True), mk.summarize(values).sort_values(columns, ignore_index=True)
    )


def test_the_name_of_a_group_does_not_hang_on_which_spelling_came_first(folder) -> None:
    story = "The night ferry did not leave on Monday."
    room = folder(
        {"a.txt": story, "b.txt": story + " Why?", "manifest.csv": "path,outlet\na.txt,HARBOUR HERALD\nb.txt,Harbour Herald\n"}
    )
    values = mk.measure(mk.read_corpus(room), "word_count")
    assert mk.summarize(values)["group"].tolist() == mk.summarize(values.iloc[::-1])["group"].tolist()
