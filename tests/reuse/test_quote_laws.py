"""Laws of link_quotes(): order and batches change nothing, positions hold, both directions agree."""

import gc

import pandas as pd
import pytest

from mediakit.reuse.link_quotes import link_quotes
from mediakit.sweeps import without_sweeps
from tests.reuse.made_quotes import link_of, quotes_of

SAID = {
    "a": ["The last ferry sails at dusk, whatever the weather does", "disgraceful"],
    "b": ["the last ferry sails at dusk,", "We lost three boats and the old pier"],
    "c": ["The last ferry sails … whatever the weather does", "We lost 3 boats and the pier"],
    "d": ["We will drain the flooded tunnels by Friday", "disgraceful"],
    "e": ["We will not drain the flooded tunnels by Friday"],
}
STORIES = {"a": "ferry", "b": "ferry", "c": "ferry", "d": "tunnel", "e": "tunnel"}


def test_the_order_of_articles_changes_nothing():
    quotes = quotes_of(SAID, stories=STORIES)
    shuffled = quotes.sample(frac=1, random_state=3)
    pd.testing.assert_frame_equal(link_quotes(shuffled), link_quotes(quotes))


def test_story_by_story_gives_the_same_links_but_for_the_numbers_of_groups():
    quotes = quotes_of(SAID, stories=STORIES)
    parts = pd.concat([link_quotes(quotes[quotes["story_id"] == story]) for story in ("ferry", "tunnel")], ignore_index=True)
    pd.testing.assert_frame_equal(parts.drop(columns="group_no"), link_quotes(quotes).drop(columns="group_no"))


def test_rows_that_stand_in_the_table_twice_count_once():
    quotes = quotes_of(SAID, stories=STORIES)
    pd.testing.assert_frame_equal(link_quotes(pd.concat([quotes, quotes], ignore_index=True)), link_quotes(quotes))


def test_work_that_is_interrupted_leaves_python_as_it_was():
    with pytest.raises(KeyboardInterrupt), without_sweeps():
        raise KeyboardInterrupt
    assert gc.isenabled()


def test_the_input_is_left_as_it_was():
    quotes = quotes_of(SAID, stories=STORIES)
    before = quotes.copy(deep=True)
    link_quotes(quotes)
    pd.testing.assert_frame_equal(quotes, before)


def test_what_differs_does_not_depend_on_which_side_comes_first():
    for one, other in ((SAID["a"][0], SAID["b"][0]), (SAID["b"][1], SAID["c"][1]), (SAID["d"][0], SAID["e"][0])):
        forth, back = link_of(one, other), link_of(other, one)
        assert (list(forth.changes), list(forth.lost), forth.silent) == (list(back.changes), list(back.lost), back.silent)
        assert (list(forth.changed_from), list(forth.changed_to)) == (list(back.changed_to), list(back.changed_from))
        assert forth.coverage == back.coverage
