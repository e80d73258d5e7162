"""The explorer of measures without a browser: what it hands to the page, and what its state may be."""

import json

import pandas as pd
import pytest

import mediakit as mk
from mediakit.errors import RecipeError, ViewError

FERRY = """Ferry halted

The ferry did not leave on Monday. Nobody on the pier knew why.

Leave a comment

Your email address will not be published."""
TRAM = "Trams are back\n\nTrams ran again on Tuesday, a day early."


@pytest.fixture
def ferry() -> mk.Corpus:
    return mk.read_texts({"Harbour Herald": FERRY, "Coast Courier": TRAM})


def explorer(corpus: mk.Corpus, **options: object) -> "mk.widgets.measures.MeasuresExplorer":
    values = mk.measure(corpus, ["word_count", "lix", "headline_length"])
    return mk.explore_measures(corpus, values=values, sentences=mk.split_sentences(corpus), **options)


def both(corpus: mk.Corpus) -> pd.DataFrame:
    names = ["word_count", "lix"]
    return pd.concat([mk.measure(corpus, names), mk.measure(corpus, names, parts=("whole_text",))])


def test_the_pieces_of_a_line_joined_are_the_line(corpus: mk.Corpus) -> None:
    shown = mk.explore_measures(corpus, values=mk.measure(corpus, ["lix"]), sentences=mk.split_sentences(corpus))
    for row, article in zip(corpus.articles.itertuples(), shown.data["articles"], strict=True):
        lines = [line.strip() for line in row.text.split("\n") if line.strip()]
        assert ["".join(text for text, *_ in line["pieces"]) for line in article["lines"]] == lines


def test_each_piece_knows_its_sentence(ferry: mk.Corpus) -> None:
    body = explorer(ferry).data["articles"][0]["lines"][1]
    assert body["pieces"] == [
        ["The ferry did not leave on Monday.", "sentence:2"],
        [" "],
        ["Nobody on the pier knew why.", "sentence:3"],
    ]
    assert explorer(ferry).data["articles"][0]["sentences"] == [[1, "title", 2], [2, "body", 7], [3, "body", 6]]


def test_a_line_that_is_not_counted_says_by_which_rule(ferry: mk.Corpus) -> None:
    line = explorer(ferry).data["articles"][0]["lines"][2]
    assert (line["label"], line["shown"]) == ("comment_form", "comment form")
    assert line["why"]


def test_a_cell_is_value_interval_what_is_shown_and_what_it_is(ferry: mk.Corpus) -> None:
    numbers = explorer(ferry).data["numbers"]["body"]
    assert numbers["article"]["word_count"] == [[13.0, None, None, "13", ""], [8.0, None, None, "8", ""]]
    assert numbers["article"]["lix"][0] == [None, None, None, "no value: too short, it needs 100 words", "too short"]
    assert numbers["outlet"]["word_count"][0] == [13.0, None, None, "13", "one article"]


def test_articles_of_one_outlet_share_a_row_and_unknown_ones_never_do(folder) -> None:
    files = {
        "a.txt": "The bus was late.",
        "b.txt": "The bus was early today.",
        "c.txt": "No bus came.",
        "d.txt": "Two buses came at once.",
        "manifest.csv": "path,outlet\na.txt,Valley Times\nb.txt,Valley Times\n",
    }
    corpus = mk.read_corpus(folder(files))
    rows = explorer(corpus).data["rows"]["outlet"]
    assert [row["articles"] for row in rows] == [[0, 1], [2], [3]]
    assert rows[0]["label"] == "Valley Times"


def test_values_of_the_whole_text_switch_on_the_comparison(ferry: mk.Corpus) -> None:
    shown = mk.explore_measures(ferry, values=both(ferry), sentences=mk.split_sentences(ferry), state={"site_text": True})
    before, after = (shown.data["numbers"][name]["article"]["word_count"][0][0] for name in ("whole_text", "body"))
    assert (before, after) == (25.0, 13.0)
    with pytest.raises(ViewError, match="site_text cannot be True"):
        explorer(ferry, state={"site_text": True})


def test_a_state_is_filled_in_and_can_be_set_and_read(ferry: mk.Corpus) -> None:
    shown = explorer(ferry, state={"measure": "lix"})
    assert shown.state == {
        "measure": "lix", "by": "outlet", "site_text": False, "order": "read", "article": "Harbour Herald", "sentence": None,
    }  # fmt: skip
    shown.state = {"measure": "word_count", "order": "value"}
    assert (shown.state["measure"], shown.state["order"], shown.state["by"]) == ("word_count", "value", "outlet")


@pytest.mark.parametrize(
    ("state", "said"),
    [
        pytest.param({"colour": "red"}, "a state has no 'colour'", id="unknown key"),
        pytest.param({"measure": "bias"}, "measure cannot be 'bias'", id="unknown measure"),
        pytest.param({"article": "nowhere"}, "article cannot be 'nowhere'", id="unknown article"),
        pytest.param({"by": "country"}, "by cannot be 'country'", id="unknown grouping"),
    ],
)
def test_a_state_that_is_none_is_refused(ferry: mk.Corpus, state: dict[str, object], said: str) -> None:
    with pytest.raises(ViewError, match=said):
        explorer(ferry, state=state)


def test_a_missing_table_names_the_call_that_makes_it(ferry: mk.Corpus) -> None:
    with pytest.raises(ViewError, match=r"pass values=mk\.measure\(corpus\)"):
        mk.explore_measures(ferry, sentences=mk.split_sentences(ferry))
    with pytest.raises(ViewError, match=r"pass sentences=mk\.split_sentences\(corpus\)"):
        mk.explore_measures(ferry, values=mk.measure(ferry))


def test_values_made_in_two_ways_are_not_mixed(ferry: mk.Corpus) -> None:
    mixed = pd.concat([mk.measure(ferry, ["lix"]), mk.measure(ferry, ["lix"], parts=("dek", "body"))])
    with pytest.raises(RecipeError):
        mk.explore_measures(ferry, values=mixed, sentences=mk.split_sentences(ferry))


def test_a_measure_of_ones_own_is_shown_by_its_name(ferry: mk.Corpus) -> None:
    questions = mk.Measure(
        name="questions", label="Questions", unit="question marks", higher_means="more questions", what="question marks",
        reference="one's own", compute=lambda document: document.plain.count("?"),
    )  # fmt: skip
    shown = mk.explore_measures(ferry, values=mk.measure(ferry, [questions]), sentences=mk.split_sentences(ferry))
    assert [measure["label"] for measure in shown.data["measures"]] == ["questions"]


def test_sentences_fall_into_three_bands_of_length(ferry: mk.Corpus) -> None:
    bands = explorer(ferry).data["bands"]
    assert [(band["name"], band["up_to"]) for band in bands] == [("short", 15), ("medium", 25), ("long", None)]
    assert bands[2]["shown"] == "long: 26 or more words"


def test_the_data_is_json_and_invisible_characters_are_shown() -> None:
    corpus = mk.read_texts({"Night\u202e Owl": "A bell\x07 rang\u202e tonight."})
    data = json.loads(json.dumps(explorer(corpus).data))
    assert data["articles"][0]["label"] == "Night[U+202E] Owl"
    assert data["articles"][0]["lines"][0]["pieces"] == [["A bell␇ rang[U+202E] tonight.", "sentence:1"]]


def test_where_widgets_are_not_shown_it_says_what_to_do(ferry: mk.Corpus) -> None:
    bundle = explorer(ferry)._repr_mimebundle_()[0]
    assert bundle["text/plain"].startswith("Explorer of 3 measures of 2 articles")
