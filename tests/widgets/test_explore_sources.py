"""The explorer of sources without a browser: what it hands to the page, and what its state may be."""

import json

import pytest

import mediakit as mk
from mediakit.errors import ViewError
from tests.views.said import attributions, corpus, quotes


def explorer(**options: object) -> "mk.widgets.sources.SourcesExplorer":
    return mk.explore_sources(corpus(), quotes=quotes(), attributions=attributions(), **options)


def test_words_by_speaker_are_those_of_list_voices() -> None:
    assert explorer().data["voices"][""] == [
        ["Herald", "Ada Obi", 6, 6],
        ["Courier", "Ada Obi", 4, 0],
        ["Courier", "no source given", 0, 3],
        ["Courier", "not named", 0, 1],
    ]


def test_words_are_counted_for_each_kind_of_source_too() -> None:
    voices = explorer().data["voices"]
    assert voices["unnamed_person"] == [["Courier", "not named", 0, 1]]
    assert voices["named_person"] == [["Herald", "Ada Obi", 6, 6], ["Courier", "Ada Obi", 4, 0]]
    assert list(voices) == ["", "named_person", "unnamed_person", "bare"]


def test_speakers_stand_by_words_and_those_without_a_name_last() -> None:
    assert explorer().data["speakers"] == ["Ada Obi", "no source given", "not named"]


def test_each_article_has_its_statements_and_its_marks() -> None:
    herald = explorer().data["articles"][0]
    assert (herald["outlet"], [one["no"] for one in herald["said"]["statements"]]) == ("Herald", [1, 2])
    keys = {key for line in herald["lines"] for _, *keys in line["pieces"] for key in keys}
    assert keys == {"quote:1", "quote:2", "told:1", "told:2", "source:1", "source:2", "cue:1", "cue:2"}


def test_an_article_without_a_statement_is_there_all_the_same() -> None:
    silent = mk.read_texts({"Herald": "Nobody spoke.", "Courier": "The pier is shut."})
    shown = mk.explore_sources(silent, quotes=mk.find_quotes(silent), attributions=mk.find_attributions(silent))
    assert [article["said"] for article in shown.data["articles"]] == [{"statements": [], "alone": []}] * 2
    assert shown.data["outlets"] == ["Herald", "Courier"]


def test_statements_of_other_articles_are_left_out() -> None:
    alone = mk.read_texts({"Herald": corpus().articles["text"].iloc[0]})
    shown = mk.explore_sources(alone, quotes=quotes(), attributions=attributions())
    assert {outlet for outlet, *_ in shown.data["voices"][""]} == {"Herald"}


def test_an_outlet_spelled_in_two_ways_is_one_whatever_is_filtered() -> None:
    rows = attributions()
    rows.loc[rows["article_id"] == "Courier", "outlet"] = ["COURIER", "Courier", "Courier"]
    shown = mk.explore_sources(corpus(), quotes=quotes(), attributions=rows)
    assert {outlet for table in shown.data["voices"].values() for outlet, *_ in table} == {"Herald", "Courier"}


def test_a_state_is_filled_in_and_can_be_set_and_read() -> None:
    shown = explorer(state={"show": "cues", "speaker": "Ada Obi"})
    assert shown.state == {
        "show": "cues", "outlet": "", "kind": "", "speaker": "Ada Obi", "every": False, "bar": None, "article": "Herald",
        "mark": None, "search": "",
    }  # fmt: skip
    shown.state = {"outlet": "Courier", "kind": "bare"}
    assert (shown.state["show"], shown.state["outlet"], shown.state["kind"]) == ("voices", "Courier", "bare")


@pytest.mark.parametrize(
    ("state", "said"),
    [
        pytest.param({"colour": "red"}, "a state has no 'colour'", id="unknown key"),
        pytest.param({"show": "bias"}, "show cannot be 'bias'", id="nothing to show"),
        pytest.param({"outlet": "Gazette"}, "outlet cannot be 'Gazette'", id="unknown outlet"),
        pytest.param({"kind": "document"}, "kind cannot be 'document'", id="a kind that no source here is of"),
        pytest.param({"speaker": "Nobody"}, "speaker cannot be 'Nobody'", id="unknown speaker"),
    ],
)
def test_a_state_that_is_none_is_refused(state: dict[str, object], said: str) -> None:
    with pytest.raises(ViewError, match=said):
        explorer(state=state)


def test_a_missing_table_names_the_call_that_makes_it() -> None:
    with pytest.raises(ViewError, match=r"pass quotes=mk\.find_quotes\(corpus\)"):
        mk.explore_sources(corpus(), attributions=attributions())
    with pytest.raises(ViewError, match=r"pass attributions=mk\.find_attributions\(corpus\)"):
        mk.explore_sources(corpus(), quotes=quotes())


def test_each_thing_shown_says_what_a_bar_is_and_how_often_it_is_right() -> None:
    shows = explorer().data["shows"]
    assert [show["name"] for show in shows] == ["voices", "kinds", "cues", "carriers"]
    assert all("bar" in show["what"] and "of 100" in show["sure"] for show in shows)


def test_the_data_is_json() -> None:
    data = explorer().data
    assert json.loads(json.dumps(data)) == data
