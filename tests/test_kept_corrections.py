"""Corrections made outside of corrections.csv, and how the file takes them: whole, at its end, nothing of the user's lost."""

from pathlib import Path

import pytest

import mediakit as mk
from mediakit.corrections import cells_of, checked, corrections_table, keep_corrections
from mediakit.errors import CorpusError
from mediakit.tables import CORRECTIONS

FERRY = "Ferry halted\n\nThe ferry did not leave on Monday.\n"
OUTLET = {"table": "articles", "article_id": "ferry", "begin": None, "end": None, "field": "outlet", "value": "Coast Courier",
          "reason": "masthead in the scan", "who": "Ama Boyle", "when": "2025-03-22 10:15", "text_sha256": None}  # fmt: skip
LABEL = {**OUTLET, "table": "lines", "begin": 0, "end": 13, "field": "label", "value": "subhead"}


@pytest.fixture
def room(tmp_path: Path) -> Path:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    return tmp_path


def test_what_is_kept_is_read_again(room: Path) -> None:
    keep_corrections(room, added=[OUTLET, LABEL])
    corpus = mk.read_corpus(room)
    assert (corpus.articles["outlet"][0], corpus.articles["outlet_basis"][0]) == ("Coast Courier", "user")
    assert corpus.lines["label"][0] == "subhead"
    assert cells_of(corpus.corrections) == [OUTLET, LABEL]


def test_rows_and_columns_of_the_user_stay(room: Path) -> None:
    own = "note,table,article_id,field,value\nsee scan,articles,ferry,title,Ferry stops\n"
    (room / "corrections.csv").write_text(own, encoding="utf-8")
    keep_corrections(room, added=[OUTLET])
    header, first, second = (room / "corrections.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header == "note,table,article_id,field,value,begin,end,reason,who,when,text_sha256"
    assert first == "see scan,articles,ferry,title,Ferry stops,,,,,,"
    assert second.startswith(",articles,ferry,outlet,Coast Courier,")


def test_what_is_taken_back_is_gone_and_nothing_else(room: Path) -> None:
    keep_corrections(room, added=[OUTLET, LABEL])
    keep_corrections(room, removed=[OUTLET])
    assert cells_of(mk.read_corpus(room).corrections) == [LABEL]
    keep_corrections(room, removed=[OUTLET])  # it is gone already
    assert cells_of(mk.read_corpus(room).corrections) == [LABEL]


def test_a_cell_that_a_spreadsheet_would_run_is_defused_and_comes_back_as_it_was(room: Path) -> None:
    keep_corrections(room, added=[{**OUTLET, "value": "=HYPERLINK(1)"}])
    assert "'=HYPERLINK(1)" in (room / "corrections.csv").read_text(encoding="utf-8-sig")
    assert mk.read_corpus(room).articles["outlet"].tolist() == ["=HYPERLINK(1)"]


def test_half_a_character_that_a_page_sends_becomes_a_question_mark(room: Path) -> None:
    keep_corrections(room, added=[{**OUTLET, "value": "Coast\ud83d Courier"}])
    assert mk.read_corpus(room).articles["outlet"].tolist() == ["Coast? Courier"]


def test_a_link_in_place_of_the_file_is_replaced_and_what_it_leads_to_stays(room: Path) -> None:
    elsewhere = room.parent / f"{room.name}-elsewhere.csv"
    elsewhere.write_text("table,article_id,field,value\narticles,ferry,title,Ferry stops\n", encoding="utf-8")
    (room / "corrections.csv").symlink_to(elsewhere)
    keep_corrections(room, added=[OUTLET])
    assert len(mk.read_corpus(room).corrections) == 2
    assert elsewhere.read_text(encoding="utf-8") == "table,article_id,field,value\narticles,ferry,title,Ferry stops\n"


def test_a_file_with_a_row_that_cannot_be_read_is_left_alone(room: Path) -> None:
    broken = "table,article_id,field,value\narticles,ferry,title\n"
    (room / "corrections.csv").write_text(broken, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"cannot be added to: only 3 of 4 cells"):
        keep_corrections(room, added=[OUTLET])
    assert (room / "corrections.csv").read_text(encoding="utf-8") == broken


def test_nothing_half_written_stays_behind(room: Path) -> None:
    keep_corrections(room, added=[OUTLET])
    assert sorted(path.name for path in room.iterdir()) == ["corrections.csv", "ferry.txt"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({"field": "published", "value": "03/04/2025"}, "is no date", id="a date that may be two"),
        pytest.param(
            {"field": "text", "value": "Rewritten"}, r"nothing to correct is called articles\.text", id="the text itself"
        ),
        pytest.param({"table": "lines", "field": "label", "value": "advert"}, "'advert' is no label", id="an unknown label"),
        pytest.param({"table": "quotes", "field": "speaker"}, "begin and end must be whole numbers", id="a speaker of nothing"),
    ],
)
def test_what_reading_would_not_take_is_refused(change: dict[str, str], said: str) -> None:
    with pytest.raises(CorpusError, match=said):
        checked({**OUTLET, **change})


def test_corrections_make_the_corrections_table() -> None:
    table = corrections_table([OUTLET, LABEL])
    assert [*table.columns] == CORRECTIONS.names
    assert table["begin"].tolist()[1] == 0
    assert corrections_table([]).empty
