"""The explorer of a corpus without a browser: what it hands to the page, and where corrections go."""

import json
from pathlib import Path

import pandas as pd
import pytest

import mediakit as mk
from mediakit.errors import ViewError
from mediakit.tables import CORRECTIONS
from mediakit.widgets.corpus import CorpusExplorer

FILES = {
    "herald.txt": "Ferry halted\n\nThe ferry did not leave on Monday. “Nobody knew why,” said Ama Hill.\n\nLeave a comment\n",
    "courier.txt": "Trams are back\n\nTrams ran again on Tuesday, a day early.\n",
    "copy.txt": "Trams are back\n\nTrams ran again on Tuesday, a day early.\n",
    "manifest.csv": "path,outlet,published,language\nherald.txt,Harbour Herald,2025-03-22,en\n"
    "courier.txt,Coast Courier,,\ncopy.txt,,,\n",
}
OUTLET = {"table": "articles", "article_id": "copy", "begin": None, "end": None, "field": "outlet", "value": "Pier Post",
          "reason": "the masthead", "who": "Ola", "when": "2025-04-01 09:00", "text_sha256": None}  # fmt: skip


@pytest.fixture
def room(folder) -> Path:
    return folder(FILES)


@pytest.fixture(scope="module")
def pasted() -> mk.Corpus:
    return mk.read_texts({"Harbour Herald": FILES["herald.txt"], "Coast Courier": FILES["courier.txt"]})


def explorer(room: Path, **options: object) -> CorpusExplorer:
    return mk.explore_corpus(mk.read_corpus(room), **options)


def of(shown: CorpusExplorer, article_id: str) -> dict[str, object]:
    return next(article for article in shown.data["articles"] if article["id"] == article_id)


def test_each_field_says_how_it_is_known(room: Path) -> None:
    known = of(explorer(room), "herald")["known"]
    assert known["outlet"][:2] == ["Harbour Herald", "Harbour Herald"]
    assert known["outlet"][2].startswith("said in the manifest")
    assert known["published"] == ["2025-03-22", "2025-03-22", "said in the manifest"]
    assert known["language"][:2] == ["en", "English"]
    assert "byline" not in known


def test_an_outlet_that_is_not_known_is_shown_as_unknown(room: Path) -> None:
    article = of(explorer(room), "copy")
    assert (article["unknown"], article["label"]) == (True, "unknown (copy)")
    assert "outlet" not in article["known"]


def test_texts_that_stand_twice_lead_to_one_another(room: Path) -> None:
    shown = explorer(room)
    places = [article["id"] for article in shown.data["articles"]]
    assert of(shown, "copy")["copies"] == [places.index("courier")]
    assert "duplicate" in of(shown, "copy")["flags"]
    assert of(shown, "herald")["copies"] == []


def test_every_line_has_its_place_in_the_text_and_its_rule(room: Path) -> None:
    article = of(explorer(room), "herald")
    assert [number for number, _, _ in article["places"]] == [1, 3, 5]
    assert article["places"][2][1:] == [84, 100]
    assert article["lines"][2]["label"] == "comment_form"
    assert article["lines"][2]["why"]
    assert (article["lines"][2]["no"], article["lines"][2]["pieces"]) == (5, [["Leave a comment"]])


def test_events_have_their_articles_and_a_likely_other_event_its_reason(room: Path) -> None:
    corpus = mk.read_corpus(room)
    members = mk.group_stories(corpus)
    members.loc[members["article_id"] == "herald", ["warning", "reason"]] = ["other_event", "names another day than copy"]
    shown = mk.explore_corpus(corpus, members=members)
    assert of(shown, "herald")["warning"] == "names another day than unknown (copy)"
    assert of(shown, "copy")["warning"] == ""
    story = of(shown, "copy")["event"]
    assert shown.data["events"][story][1] == [place for place, one in enumerate(shown.data["articles"]) if one["event"] == story]


def test_quotations_come_with_their_speakers(room: Path) -> None:
    corpus = mk.read_corpus(room)
    shown = mk.explore_corpus(corpus, quotes=mk.find_quotes(corpus))
    assert of(shown, "herald")["quotes"] == [[1, 50, 66, "Nobody knew why,", "Ama Hill"]]
    assert of(explorer(room), "herald")["quotes"] == []


def test_articles_can_be_put_in_order_of_length_where_it_was_measured(room: Path) -> None:
    corpus = mk.read_corpus(room)
    shown = mk.explore_corpus(corpus, values=mk.measure(corpus, ["word_count"]), state={"order": "words"})
    assert of(shown, "herald")["words"] == 13
    with pytest.raises(ViewError, match="order cannot be 'words'"):
        explorer(room, state={"order": "words"})


def test_a_state_is_filled_in(room: Path) -> None:
    first = mk.read_corpus(room).articles["article_id"][0]
    assert explorer(room).state == {"article": first, "at": None, "show": "all", "order": "read", "search": ""}


@pytest.mark.parametrize(
    ("state", "said"),
    [
        pytest.param({"colour": "red"}, "a state has no 'colour'", id="unknown key"),
        pytest.param({"article": "nowhere"}, "article cannot be 'nowhere'", id="unknown article"),
        pytest.param({"show": "bad ones"}, "show cannot be 'bad ones'", id="unknown kind"),
    ],
)
def test_a_state_that_is_none_is_refused(room: Path, state: dict[str, object], said: str) -> None:
    with pytest.raises(ViewError, match=said):
        explorer(room, state=state)


def test_a_correction_is_kept_beside_the_articles_and_holds_when_they_are_read_again(room: Path) -> None:
    shown = explorer(room)
    shown.corrections = [OUTLET]
    assert shown.answer == {"number": 1, "words": "Kept in corrections.csv beside the articles. Run again to apply it."}
    again = explorer(room)
    assert of(again, "copy")["known"]["outlet"] == ["Pier Post", "Pier Post", "you said so"]
    assert again.corrections == again.data["applied"] == [OUTLET]


def test_a_correction_can_be_taken_back_in_the_same_widget_and_in_a_later_one(room: Path) -> None:
    shown = explorer(room)
    shown.corrections = [OUTLET, {**OUTLET, "value": "Pier Times"}]
    shown.corrections = [OUTLET]
    assert mk.read_corpus(room).articles.set_index("article_id")["outlet"]["copy"] == "Pier Post"
    explorer(room).corrections = []
    assert mk.read_corpus(room).articles.set_index("article_id")["outlet"].isna()["copy"]


def test_what_cannot_be_a_correction_is_taken_back_and_said(room: Path) -> None:
    shown = explorer(room)
    shown.corrections = [{**OUTLET, "field": "published", "value": "yesterday"}]
    assert shown.corrections == []
    assert shown.answer["words"].startswith("Not kept: 'yesterday' is no date that can be read in one way.")
    assert not (room / "corrections.csv").exists()


def test_a_file_that_cannot_be_added_to_is_said_and_left_alone(room: Path) -> None:
    shown = explorer(room)
    (room / "corrections.csv").write_text("table,article_id\nbroken\n", encoding="utf-8")
    shown.corrections = [OUTLET]
    assert shown.corrections == []
    assert "cannot be added to" in shown.answer["words"]
    assert (room / "corrections.csv").read_text(encoding="utf-8") == "table,article_id\nbroken\n"


def test_on_correct_gets_all_corrections_that_hold_as_a_table_and_no_file_is_written(room: Path) -> None:
    tables: list[pd.DataFrame] = []
    shown = explorer(room, on_correct=tables.append)
    shown.corrections = [OUTLET]
    shown.corrections = []
    assert [len(table) for table in tables] == [1, 0]
    assert [*tables[0].columns] == CORRECTIONS.names
    assert tables[0]["value"].tolist() == ["Pier Post"]
    assert not (room / "corrections.csv").exists()


def test_pasted_texts_have_no_folder_and_the_answer_says_so(pasted: mk.Corpus) -> None:
    shown = mk.explore_corpus(pasted)
    shown.corrections = [{**OUTLET, "article_id": "Coast Courier"}]
    assert "these texts were pasted" in shown.answer["words"]
    assert len(shown.corrections) == 1


def test_the_data_is_json_and_invisible_characters_are_shown() -> None:
    corpus = mk.read_texts({"Night\u202e Owl": "A bell\x07 rang\u202e tonight."})
    data = json.loads(json.dumps(mk.explore_corpus(corpus).data))
    assert data["articles"][0]["label"] == "Night[U+202E] Owl"
    assert data["articles"][0]["lines"][0]["pieces"] == [["A bell␇ rang[U+202E] tonight."]]
    assert "\u202e" not in json.dumps([article["known"] for article in data["articles"]], ensure_ascii=False)


def test_where_widgets_are_not_shown_it_says_what_to_do(pasted: mk.Corpus) -> None:
    assert mk.explore_corpus(pasted)._repr_mimebundle_()[0]["text/plain"].startswith("Explorer of what is known about 2 articles")
