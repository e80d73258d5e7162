"""Copies of one text in a comparison: what both printed says nothing of their difference, what one printed twice counts once."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.errors import MeasureError, RecipeError

AGENCY = (
    "The weather service warned of gales along the whole coast from Friday night until Sunday noon. Boats should stay in port, "
    "it said, and the night ferries will not sail. The harbour authority has closed the outer quay to the public. Lorries are "
    "held inland, and drivers were asked to bring blankets. The service will look at the charts again at six."
)
EDITED = AGENCY + " Trains ran as planned."
FERRY, FERRY_TOO = "The ferry stopped. Nobody knew why.", "Passengers waited on the quay until noon on Monday."
FLOOD, FLOOD_TOO = "Water stood in Mill Lane.", "Firefighters pumped the water out of Mill Lane all night."


def compared(tmp_path, *rows: tuple[str, str, str], once: bool = True, outlet: str = "Courier") -> pd.Series:
    """Word counts of an outlet against Herald's, given (outlet, story, text)."""
    path = tmp_path / "papers.csv"
    pd.DataFrame(rows, columns=["outlet", "story_id", "text"]).to_csv(path, index=False)
    corpus = mk.read_corpus(path)
    values = mk.measure(corpus, "word_count")
    table = mk.compare(values, reference="Herald", articles=corpus.articles if once else None)
    return table.set_index("outlet").loc[outlet]


TWO_STORIES = [
    ("Herald", "ferry", FERRY),  # 6 words
    ("Courier", "ferry", FERRY_TOO),  # 9 words
    ("Herald", "flood", FLOOD),  # 5 words
    ("Courier", "flood", FLOOD_TOO),  # 10 words
]


@pytest.mark.parametrize("copy", [pytest.param(AGENCY, id="word for word"), pytest.param(EDITED, id="an edited version")])
def test_a_text_that_both_printed_counts_for_neither(tmp_path, copy):
    rows = [*TWO_STORIES, ("Herald", "gales", AGENCY), ("Courier", "gales", copy)]
    row = compared(tmp_path, *rows)
    assert (row["estimate"], row["n_stories"], row["n_dropped"]) == (4.0, 2, 1)


def test_the_order_of_the_outlets_makes_no_difference(tmp_path):
    rows = [("Courier", "gales", AGENCY), *TWO_STORIES, ("Herald", "gales", AGENCY)]
    assert compared(tmp_path, *rows)["estimate"] == 4.0


def test_without_articles_every_copy_counts(tmp_path):
    row = compared(tmp_path, *TWO_STORIES, ("Herald", "gales", AGENCY), ("Courier", "gales", AGENCY), once=False)
    assert (row["estimate"], row["n_stories"], row["n_dropped"]) == (pytest.approx(8 / 3), 3, 0)


def test_an_outlets_own_report_beside_the_copy_is_what_counts(tmp_path):
    rows = [
        ("Herald", "gales", AGENCY),
        ("Herald", "gales", FERRY),
        ("Courier", "gales", AGENCY),
        ("Courier", "gales", FERRY_TOO),
    ]
    row = compared(tmp_path, *rows)
    assert (row["estimate"], row["n_stories"]) == (3.0, 1)


def test_a_text_that_one_outlet_printed_in_two_stories_counts_in_the_first(tmp_path):
    rows = [*TWO_STORIES, ("Courier", "gales", AGENCY), ("Herald", "gales", FLOOD + " It rained."), ("Courier", "calm", AGENCY),
            ("Herald", "calm", "The sea was calm again on Sunday.")]  # fmt: skip
    row = compared(tmp_path, *rows)
    assert (row["n_stories"], row["n_dropped"]) == (3, 1)


def test_a_copy_in_a_third_outlet_changes_nothing(tmp_path):
    rows = [*TWO_STORIES, ("Herald", "gales", "It blew hard."), ("Courier", "gales", AGENCY), ("Times", "gales", AGENCY)]
    assert compared(tmp_path, *rows)["n_stories"] == 3
    assert compared(tmp_path, *rows, outlet="Times")["n_stories"] == 1


def test_the_recipe_says_that_copies_counted_once(tmp_path):
    rows = [*TWO_STORIES]
    assert compared(tmp_path, *rows)["recipe"] == compared(tmp_path, *rows, once=False)["recipe"] + " copies=once"


def test_articles_of_another_corpus_are_refused():
    values = mk.measure(mk.read_texts({"Herald": FERRY}), "word_count").assign(story_id="ferry")
    other = mk.read_texts({"Courier": FLOOD})
    with pytest.raises(MeasureError, match=r"1 measured articles are not in the table of articles, 'Herald' for one"):
        mk.compare(values, reference="Herald", articles=other.articles)


def test_the_figure_shows_the_stories_that_counted_and_no_others(tmp_path):
    path = tmp_path / "papers.csv"
    rows = [*TWO_STORIES, ("Herald", "gales", AGENCY), ("Courier", "gales", AGENCY)]
    pd.DataFrame(rows, columns=["outlet", "story_id", "text"]).to_csv(path, index=False)
    corpus = mk.read_corpus(path)
    values = mk.measure(corpus, "word_count")
    differences = mk.compare(values, reference="Herald", articles=corpus.articles)
    axes = mk.plot_pairs(values, differences, "word_count", articles=corpus.articles)
    assert "Courier and Herald: too few stories (2)" in axes.alt
    with pytest.raises(RecipeError, match="articles= to both or to neither"):
        mk.plot_pairs(values, differences, "word_count")
