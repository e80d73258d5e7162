"""Splitting the articles and putting the parts together gives the same table: nothing depends on its neighbours."""

from collections.abc import Callable

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
    "quotes": mk.find_quotes,
    "attributions": mk.find_attributions,
    "values of quoted sentences": lambda corpus: mk.measure(corpus, quoted="quoted"),
    "values of title, dek and body": lambda corpus: mk.measure(corpus, parts=("title", "dek", "body")),
    "values by textstat": lambda corpus: mk.measure(corpus, engine="textstat"),
}

every_step = pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())

STORY = "The night ferry did not leave on Monday. The U.S. crew said “no.” Nobody knew why! "
ODD = {
    "Harbour Herald": f"Night ferry stays\n\nBy Isla Marwick\n\n{STORY * 9}\n\nLeave a comment",
    "Coast Courier": "Halted",
    "Küstenbote": "Die Nachtfähre ist am Montag wegen des Sturms nicht ausgelaufen, sagte der Hafenmeister. " * 12,
    "Island Times": "ferry " * 3000,
    "Daily Fish": "🐟 " * 20 + "It rained.\u202e\n\u2028\u200b\ne\u0301",
    "Copy of the Herald": f"Night ferry stays\n\nBy Isla Marwick\n\n{STORY * 9}\n\nLeave a comment",
}


@pytest.fixture(scope="module", params=["seeds", "odd texts"])
def articles(request: pytest.FixtureRequest, corpus: mk.Corpus) -> mk.Corpus:
    return corpus if request.param == "seeds" else mk.read_texts(ODD)


@every_step
def test_article_by_article_is_the_same_as_all_at_once(articles: mk.Corpus, step: Step) -> None:
    one_by_one = [step(articles.select(ids=[article_id])) for article_id in articles.articles["article_id"]]
    pd.testing.assert_frame_equal(pd.concat(one_by_one, ignore_index=True), step(articles))


@every_step
def test_two_parts_are_the_same_as_all_at_once(articles: mk.Corpus, step: Step) -> None:
    ids = articles.articles["article_id"].tolist()
    parts = [step(articles.select(ids=ids[:2])), step(articles.select(ids=ids[2:]))]
    pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), step(articles))


@every_step
def test_a_second_run_is_the_same_as_the_first(articles: mk.Corpus, step: Step) -> None:
    pd.testing.assert_frame_equal(step(articles), step(articles))


@every_step
def test_a_step_changes_nothing_it_was_given(articles: mk.Corpus, step: Step) -> None:
    before = articles.articles.copy()
    step(articles)
    pd.testing.assert_frame_equal(articles.articles, before)
