"""The explorer of one story without a browser: what it hands to the page, and what its state may be."""

import json
from typing import Any

import pandas as pd
import pytest

import mediakit as mk
from mediakit.errors import RecipeError, ViewError
from mediakit.tables import STORY_MEMBERS, make
from mediakit.widgets.story import StoryExplorer

HERALD = """Ferry halted

The ferry to Skerra did not sail on Monday, because its bow door would not close. """
HERALD += """“We saw no smoke at all on the car deck,” said Ama Hill, the captain. Nobody was hurt.

Some 40 cars were left on the pier.

Leave a comment"""
COURIER = """No boat to Skerra

“We saw no smoke on the car deck,” Ama Hill told the Courier. """
COURIER += """The ferry to Skerra did not sail on Monday, because its bow door would not close. """
COURIER += """The union claimed that the crew was tired."""
PRIME = """Council sets its budget

Rates rise by three pence. Two libraries will close in May, said a spokesman."""

Tables = dict[str, pd.DataFrame]


def tables_of(corpus: mk.Corpus) -> Tables:
    quotes, attributions = mk.find_quotes(corpus), mk.find_attributions(corpus)
    links, passages = mk.link_quotes(quotes, corpus), mk.find_passages(corpus)
    values = mk.measure(corpus, quotes=quotes, attributions=attributions, links=links, passages=passages)
    return {"values": values, "sentences": mk.split_sentences(corpus), "quotes": quotes, "attributions": attributions,
            "links": links, "passages": passages}  # fmt: skip


@pytest.fixture(scope="module")
def ferry() -> mk.Corpus:
    return mk.read_texts({"Harbour Herald": HERALD, "Coast Courier": COURIER})


@pytest.fixture(scope="module")
def tables(ferry: mk.Corpus) -> Tables:
    return tables_of(ferry)


@pytest.fixture(scope="module")
def shown(ferry: mk.Corpus, tables: Tables) -> StoryExplorer:
    return mk.explore_story(ferry, **tables)


@pytest.fixture(scope="module")
def zoo() -> StoryExplorer:
    """Two articles about a zoo, one about a pier."""
    corpus = mk.read_texts({"zoo/a": "The zoo is open.", "zoo/b": "The zoo has a new bear.", "pier/a": "The pier is shut."})
    rows = [(name, name.split("/")[0], None, None, "given", 1.0, None, None) for name in corpus.articles["article_id"]]
    return mk.explore_story(corpus, **tables_of(corpus), members=make(rows, STORY_MEMBERS))


def number(shown: StoryExplorer, measure: str, article: int) -> Any:
    place = [known["name"] for known in shown.data["measures"]].index(measure)
    return shown.data["articles"][article]["numbers"][place]


def words_at(article: dict[str, Any], key: str) -> str:
    """The words of a mark, whether its key stands in the pieces or apart from them."""
    pieces = [piece for line in article["lines"] for piece in line["pieces"]]
    first, last = article["places"].get(key, (0, -1))
    return "".join(text for place, (text, *keys) in enumerate(pieces) if key in keys or first <= place <= last)


def test_a_missing_table_names_the_call_that_makes_it(ferry: mk.Corpus, tables: Tables) -> None:
    with pytest.raises(ViewError, match=r"pass links=mk\.link_quotes\(quotes, corpus\)"):
        mk.explore_story(ferry, **{name: table for name, table in tables.items() if name != "links"})
    with pytest.raises(ViewError, match=r"pass values=mk\.measure\(corpus\)"):
        mk.explore_story(ferry)


def test_a_shared_quotation_leads_to_both_places_and_shows_the_words_that_differ(shown: StoryExplorer) -> None:
    ((one, key, other, other_key, differs, words),) = shown.data["links"]
    articles = shown.data["articles"]
    printed = {one: words_at(articles[one], key), other: words_at(articles[other], other_key)}
    assert printed == {0: "We saw no smoke at all on the car deck,", 1: "We saw no smoke on the car deck,"}
    assert shown.data["differs"][differs].startswith("words left out")
    extra = ["at all", ""] if one == 0 else ["", "at all"]  # the words of the first of the two, then of the other
    assert shown.data["differences"][words] == [["We saw no smoke"], extra, ["on the car deck,"]]


def test_a_shared_passage_is_found_in_both_texts_and_in_no_piece(shown: StoryExplorer) -> None:
    copied = [row for row in shown.data["passages"] if shown.data["differs"][row[5]] == ""]
    ((_, number_of, _, n_words, credited, _),) = copied
    assert (n_words, credited) == (16, False)
    for article in shown.data["articles"]:
        assert "did not sail on Monday, because its bow door would not close" in words_at(article, f"passage:{number_of}")
        assert not any("passage:" in key for line in article["lines"] for _, *keys in line["pieces"] for key in keys)


@pytest.mark.parametrize(
    ("measure", "marks", "among", "keys"),
    [
        pytest.param(
            "word_count", "sentences", None, ["sentence:2", "sentence:3", "sentence:4", "sentence:5"], id="words: the sentences"
        ),
        pytest.param("headline_length", "headline", None, ["sentence:1"], id="the headline's length: the headline"),
        pytest.param("quote_count", "quotations", None, ["quote:1"], id="quotations: the quotations"),
        pytest.param("speaker_count", "speaker_count", "quotations", ["quote:1"], id="speakers: the quotations with one"),
        pytest.param("attributions_per_100_words", "statements", None, ["told:1"], id="statements: the statements"),
        pytest.param("named_share", "named_share", "statements", ["told:1"], id="a share of statements: those that it counts"),
        pytest.param("unattributed_figures", "unattributed_figures", "sentences", ["sentence:5"], id="figures without a source"),
        pytest.param(
            "quotes_altered_share", "quotes_altered_share", "quotations", ["quote:1"], id="quotations that read otherwise"
        ),
        pytest.param("reused_share", "reused_share", None, ["reused:0"], id="shared text: its passages"),
    ],
)
def test_every_number_knows_the_marks_it_was_counted_on(
    shown: StoryExplorer, measure: str, marks: str, among: str | None, keys: list[str]
) -> None:
    known = next(one for one in shown.data["measures"] if one["name"] == measure)
    assert (known["marks"], known["among"]) == (marks, among)
    assert shown.data["articles"][0]["behind"][marks] == keys


def test_a_number_of_all_measured_parts_is_counted_on_all_of_them(ferry: mk.Corpus, tables: Tables) -> None:
    values = mk.measure(ferry, ["word_count"], parts=("title", "body"))
    behind = mk.explore_story(ferry, **{**tables, "values": values}).data["articles"][0]["behind"]
    assert behind["sentences"] == ["sentence:1", "sentence:2", "sentence:3", "sentence:4", "sentence:5"]


def test_a_number_is_value_what_is_shown_interval_and_what_that_is(shown: StoryExplorer) -> None:
    assert number(shown, "word_count", 0) == [42.0, "42", "", ""]
    assert number(shown, "lix", 0) == [None, "too short", "", ""]


def test_the_list_of_outlets_has_key_measures_that_have_values(shown: StoryExplorer) -> None:
    assert shown.data["columns"] == ["word_count", "quote_count", "speaker_count", "reused_share"]


def test_of_values_with_and_without_site_text_those_of_the_own_text_are_shown(ferry: mk.Corpus, tables: Tables) -> None:
    both = pd.concat([mk.measure(ferry, ["word_count"]), mk.measure(ferry, ["word_count"], parts=("whole_text",))])
    assert number(mk.explore_story(ferry, **{**tables, "values": both}), "word_count", 0)[0] == 42.0
    mixed = pd.concat([mk.measure(ferry, ["word_count"]), mk.measure(ferry, ["word_count"], parts=("dek", "body"))])
    with pytest.raises(RecipeError):
        mk.explore_story(ferry, **{**tables, "values": mixed})


def test_each_story_begins_with_two_of_its_articles_that_share_something(folder: Any) -> None:
    files = {"a.txt": PRIME, "b.txt": COURIER, "c.txt": HERALD, "d.txt": PRIME.replace("Rates", "Taxes")}
    files["manifest.csv"] = "path,outlet,story_id\na.txt,Prime,boat\nb.txt,Courier,boat\nc.txt,Herald,boat\nd.txt,Post,budget\n"
    corpus = mk.read_corpus(folder(files))
    stories = mk.explore_story(corpus, **tables_of(corpus)).data["stories"]
    assert [(story["id"], story["label"], story["articles"]) for story in stories] == [
        ("boat", "boat", [0, 1, 2]),
        ("budget", "budget", [3]),
        ("", "All articles", [0, 1, 2, 3]),
    ]
    assert [story["pair"] for story in stories] == [[1, 2], [3, None], [1, 2]]


def test_without_stories_all_articles_are_one(shown: StoryExplorer) -> None:
    assert [(story["id"], story["label"], story["pair"]) for story in shown.data["stories"]] == [("", "All articles", [0, 1])]


def test_a_story_that_was_worked_out_is_called_by_its_first_headline(ferry: mk.Corpus, tables: Tables) -> None:
    rows = [
        ("Harbour Herald", "s1", None, None, "grouped", 0.5, None, None),
        ("Coast Courier", "s1", None, None, "grouped", 0.5, None, None),
    ]
    stories = mk.explore_story(ferry, **tables, members=make(rows, STORY_MEMBERS)).data["stories"]
    assert [(story["id"], story["label"]) for story in stories] == [("s1", "“Ferry halted”")]


def test_an_article_of_another_event_says_so_with_the_reason(ferry: mk.Corpus, tables: Tables) -> None:
    rows = [
        ("Harbour Herald", "s1", None, None, "manifest", 0.5, None, None),
        ("Coast Courier", "s1", None, None, "manifest", 0.2, "other_event", "beside Harbour Herald: published 106 days apart"),
    ]
    articles = mk.explore_story(ferry, **tables, members=make(rows, STORY_MEMBERS)).data["articles"]
    assert [article["warning"] for article in articles] == [
        "",
        "likely another event: beside Harbour Herald: published 106 days apart",
    ]


def test_a_state_is_filled_in_and_can_be_set_and_read(shown: StoryExplorer) -> None:
    assert shown.state == {
        "story": "", "left": "Harbour Herald", "right": "Coast Courier", "order": "read", "rising": False, "quotes": True,
        "told": True, "sources": True, "shared": True, "together": False, "measure": None, "mark": None, "side": "left",
        "search": "",
    }  # fmt: skip
    shown.state = {"left": "Coast Courier", "right": None, "mark": "quote:1"}
    assert (shown.state["left"], shown.state["right"], shown.state["order"]) == ("Coast Courier", None, "read")


@pytest.mark.parametrize(
    ("state", "pair"),
    [
        pytest.param({"story": "zoo"}, ("zoo/a", "zoo/b"), id="of a story alone its two"),
        pytest.param({"story": "zoo", "left": "zoo/b"}, ("zoo/b", "zoo/a"), id="beside one of the two the other"),
        pytest.param({"story": "zoo", "left": "pier/a"}, ("zoo/a", "zoo/b"), id="a text of another story gives way"),
        pytest.param({"story": "zoo", "right": None}, ("zoo/a", None), id="one text alone"),
        pytest.param({"story": "pier"}, ("pier/a", None), id="a story of one article"),
    ],
)
def test_a_story_is_opened_with_texts_of_its_own(
    zoo: StoryExplorer, state: dict[str, object], pair: tuple[object, object]
) -> None:
    zoo.state = state
    assert (zoo.state["left"], zoo.state["right"]) == pair


@pytest.mark.parametrize(
    ("state", "said"),
    [
        pytest.param({"colour": "red"}, "a state has no 'colour'", id="unknown key"),
        pytest.param({"left": "nowhere"}, "left cannot be 'nowhere'", id="unknown article"),
        pytest.param({"left": None}, "left cannot be None", id="no first text"),
        pytest.param({"story": "flood"}, "story cannot be 'flood'", id="unknown story"),
        pytest.param({"measure": "bias"}, "measure cannot be 'bias'", id="unknown measure"),
        pytest.param({"order": "loudness"}, "order cannot be 'loudness'", id="unknown order"),
        pytest.param({"together": "yes"}, "together cannot be 'yes'", id="neither True nor False"),
    ],
)
def test_a_state_that_is_none_is_refused(ferry: mk.Corpus, tables: Tables, state: dict[str, object], said: str) -> None:
    with pytest.raises(ViewError, match=said):
        mk.explore_story(ferry, **tables, state=state)


def test_where_an_article_may_come_from_is_told_with_its_place(ferry: mk.Corpus, tables: Tables) -> None:
    given = {name: tables[name] for name in ("quotes", "attributions", "links", "passages")}
    articles = mk.explore_story(ferry, **tables, origins=mk.trace_origins(ferry, **given)).data["articles"]
    origins = {origin: (strength, key) for origin, _, strength, key in articles[0]["origins"]}
    assert origins["Coast Courier"][1] is None  # it rests on the other text, not on a place in this one


def test_the_line_that_brings_a_view_back_names_the_tables_given(ferry: mk.Corpus, tables: Tables, shown: StoryExplorer) -> None:
    call = (
        "mk.explore_story(corpus, values=values, sentences=sentences, quotes=quotes, attributions=attributions, links=links, "
        "passages=passages"
    )
    assert shown.data["call"] == call
    rows = [(name, "s1", None, None, "grouped", 0.5, None, None) for name in ("Harbour Herald", "Coast Courier")]
    assert mk.explore_story(ferry, **tables, members=make(rows, STORY_MEMBERS)).data["call"] == f"{call}, members=members"


def test_the_data_is_json_and_invisible_characters_are_shown() -> None:
    corpus = mk.read_texts({"Night\u202e Owl": "A bell\x07 rang\u202e tonight, “and how\u202e,” said Jo Bell."})
    data = json.loads(json.dumps(mk.explore_story(corpus, **tables_of(corpus)).data, allow_nan=False))
    assert "\u202e" not in json.dumps(
        {**data, "stories": [], "articles": [{**one, "id": ""} for one in data["articles"]]}, ensure_ascii=False
    )
    assert words_at(data["articles"][0], "quote:1") == "and how[U+202E],"


def test_where_widgets_are_not_shown_it_says_what_to_do(shown: StoryExplorer) -> None:
    assert repr(shown).startswith("Explorer of 2 articles in 1 story: run the cell in JupyterLab")
