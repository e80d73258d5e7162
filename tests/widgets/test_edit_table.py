"""The table to fill in: each change is saved, a rerun loses nothing, and no cell is taken for a formula or for markup."""

from pathlib import Path

import pandas as pd
import pytest

import mediakit as mk
from mediakit.errors import ViewError

CLAIMS = pd.DataFrame({"claim": ["No ferry ran.", "Nobody was hurt."], "Herald": ["told", None]})


def change(table: "mk.widgets.edit.TableEditor", row: int, column: int, text: str) -> None:
    rows = [[*cells] for cells in table.state["rows"]]
    rows[row][column] = text
    table.state = {"rows": rows}


def test_nothing_is_written_before_somebody_changes_something(tmp_path: Path) -> None:
    mk.edit_table(CLAIMS, tmp_path / "claims.csv")
    assert list(tmp_path.iterdir()) == []


def test_a_change_is_in_the_frame_and_in_the_file(tmp_path: Path) -> None:
    table = mk.edit_table(CLAIMS, tmp_path / "claims.csv")
    change(table, 1, 1, "not found")
    assert table.frame["Herald"].tolist() == ["told", "not found"]
    assert (tmp_path / "claims.csv").read_text("utf-8-sig").splitlines() == [
        "claim,Herald", "No ferry ran.,told", "Nobody was hurt.,not found",
    ]  # fmt: skip
    assert table.saved == "Saved in claims.csv."


def test_run_again_it_shows_what_was_saved(tmp_path: Path) -> None:
    change(mk.edit_table(CLAIMS, tmp_path / "claims.csv"), 0, 0, "No ferry ran, not one.")
    assert mk.edit_table(CLAIMS, tmp_path / "claims.csv").frame["claim"].tolist() == [
        "No ferry ran, not one.",
        "Nobody was hurt.",
    ]


def test_rows_are_added_and_deleted(tmp_path: Path) -> None:
    table = mk.edit_table(CLAIMS, tmp_path / "claims.csv")
    table.state = {"rows": [["Nobody was hurt.", ""], ["The pier is shut.", "told"], ["", ""]]}
    assert mk.edit_table(CLAIMS, tmp_path / "claims.csv").frame.values.tolist() == [
        ["Nobody was hurt.", ""],
        ["The pier is shut.", "told"],
    ]


@pytest.mark.parametrize("text", ["=1+1", "-3 or more", "@ferry", "'quoted'", "two\nlines", 'a "comma", here', "<b>bold</b>"])
def test_what_is_typed_comes_back_as_it_was(text: str, tmp_path: Path) -> None:
    change(mk.edit_table(CLAIMS, tmp_path / "claims.csv"), 0, 0, text)
    assert mk.edit_table(CLAIMS, tmp_path / "claims.csv").frame["claim"][0] == text


def test_no_spreadsheet_takes_a_cell_for_a_formula(tmp_path: Path) -> None:
    change(mk.edit_table(CLAIMS, tmp_path / "claims.csv"), 0, 0, "=cmd()")
    assert "\n'=cmd(),told" in (tmp_path / "claims.csv").read_text("utf-8-sig")


def test_a_file_that_a_spreadsheet_saved_with_semicolons_is_read(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("claim;Herald\nNo ferry ran.;told otherwise\n", encoding="utf-8")
    assert mk.edit_table(CLAIMS, tmp_path / "claims.csv").frame["Herald"].tolist() == ["told otherwise"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"outlet,words\nHerald,3\n", id="another table"),
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe\x00", id="no text"),
    ],
)
def test_a_file_that_is_another_table_is_an_error_and_stays(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_bytes(content)
    with pytest.raises(ViewError, match=r"rename or delete claims\.csv"):
        mk.edit_table(CLAIMS, tmp_path / "claims.csv")
    assert (tmp_path / "claims.csv").read_bytes() == content


def test_choices_for_a_column_there_is_none_of_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ViewError, match="use some of: claim, Herald"):
        mk.edit_table(CLAIMS, tmp_path / "claims.csv", choices={"Courier": ["told"]})


def test_a_place_that_cannot_be_written_is_said_beside_the_table(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    table = mk.edit_table(CLAIMS, tmp_path / "file" / "claims.csv")
    change(table, 0, 1, "not found")
    assert table.saved.startswith("Not saved: cannot write")
    assert table.frame["Herald"][0] == "not found"


def test_what_is_no_table_is_not_saved(tmp_path: Path) -> None:
    table = mk.edit_table(CLAIMS, tmp_path / "claims.csv")
    table.state = {"rows": [["one cell"]]}
    assert (table.saved, list(tmp_path.iterdir())) == ("Not saved: rows must be lists of 2 texts.", [])


def test_half_a_character_that_a_page_sends_becomes_a_question_mark_in_the_file(tmp_path: Path) -> None:
    table = mk.edit_table(CLAIMS, tmp_path / "claims.csv")
    change(table, 0, 0, "No ferry\ud83d ran.")
    assert table.saved == "Saved in claims.csv."
    assert mk.edit_table(CLAIMS, tmp_path / "claims.csv").frame["claim"][0] == "No ferry? ran."
