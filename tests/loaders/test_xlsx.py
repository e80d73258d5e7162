"""One article a row of the first sheet of an Excel workbook."""

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

import mediakit as mk
from mediakit.loaders import Problem, Record
from mediakit.loaders.xlsx import read_xlsx
from mediakit.tables import plain_rows
from tests.conftest import Folder

FERRIES = [["text", "outlet"], ["One ferry.", "A"], ["Two ferries.", "B"], ["Three ferries.", "C"]]
_FIRST_SHEET = "xl/worksheets/sheet1.xml"

Edit = Callable[[bytes], bytes]


def workbook(rows: list[list[object]], *, more_sheets: tuple[str, ...] = (), edit: Edit = lambda xml: xml) -> bytes:
    """A workbook of these rows; edit changes the XML of its first sheet, as another program might have written it."""
    made = openpyxl.Workbook()
    for row in rows:
        made.worksheets[0].append(row)
    for title in more_sheets:
        made.create_sheet(title)
    saved, edited = io.BytesIO(), io.BytesIO()
    made.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(edited, "w", zipfile.ZIP_DEFLATED) as target:
        for name in parts.namelist():
            target.writestr(name, edit(parts.read(name)) if name == _FIRST_SHEET else parts.read(name))
    return edited.getvalue()


def read(tmp_path: Path, data: bytes) -> list[Record | Problem]:
    (tmp_path / "news.xlsx").write_bytes(data)
    return list(read_xlsx(tmp_path / "news.xlsx", "news.xlsx", None))


def test_rows_become_articles_and_dates_are_written_in_iso_8601(tmp_path: Path) -> None:
    header = ["Body", "Newspaper", "Date"]
    dates = [datetime.datetime(2025, 3, 22), datetime.datetime(2025, 3, 22, 8, 30), None, "22/03/2025"]
    found = read(tmp_path, workbook([header, *(["One ferry.\n\nIt stopped.", "Herald", date] for date in dates)]))
    assert {record.text for record in found} == {"One ferry.\n\nIt stopped."}
    assert [record.fields.get("published") for record in found] == ["2025-03-22", "2025-03-22T08:30:00", None, "22/03/2025"]
    assert found[0].columns == {"text": "Body", "outlet": "Newspaper", "published": "Date"}


def test_the_line_of_a_row_is_its_row_in_the_sheet_and_blank_rows_are_passed_over(tmp_path: Path) -> None:
    found = read(tmp_path, workbook([[None, None], ["text", "outlet"], ["One ferry.", "A"], [None, ""], ["Two ferries.", "B"]]))
    assert [(record.line, record.number) for record in found] == [(3, 1), (5, 2)]


def test_only_the_first_sheet_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    *_, problem = read(tmp_path, workbook(FERRIES, more_sheets=("2024",)))
    assert (problem.path, problem.fate) == ("news.xlsx", "flagged")
    assert problem.what == "the sheet '2024' was not read: only the first is"
    assert "save it as a file of its own" in problem.mend


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        pytest.param(None, "no text: empty or blank", id="empty"),
        pytest.param(" \n", "no text: empty or blank", id="blank"),
        pytest.param(2025, "the text is not text but int", id="a number"),
        pytest.param(datetime.datetime(2025, 3, 22), "the text is not text but datetime", id="a date"),
    ],
)
def test_a_row_without_text_is_quarantined_with_its_line(tmp_path: Path, cell: object, what: str) -> None:
    record, problem = read(tmp_path, workbook([["text", "outlet"], ["One ferry.", "A"], [cell, "B"]]))
    assert record.text == "One ferry."
    assert (problem.line, problem.field, problem.what, problem.fate) == (3, "text", what, "quarantined")


@pytest.mark.parametrize("rows", [pytest.param([], id="empty"), pytest.param([["text", "outlet"]], id="header only")])
def test_a_workbook_without_rows_is_said(tmp_path: Path, rows: list[list[object]]) -> None:
    [problem] = read(tmp_path, workbook(rows))
    assert (problem.path, problem.fate, problem.what) == ("news.xlsx", "quarantined", "no rows")
    assert problem.mend == "put a header row and one row an article in"


def zip_bomb() -> bytes:
    """Twenty megabytes of noughts, packed small."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_FIRST_SHEET, bytes(20_000_000))
    return packed.getvalue()


def entity_bomb(xml: bytes) -> bytes:
    """Entities made of ten entities each, nine deep: a billion letters."""
    entities = b"".join(b'<!ENTITY e%d "%s">' % (depth + 1, b"&e%d;" % depth * 10) for depth in range(9))
    return b'<!DOCTYPE x [<!ENTITY e0 "ha">' + entities + b"]>" + xml.replace(b"<v>0</v>", b"<v>&e9;</v>")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        pytest.param(b"not a workbook", "not a readable workbook: File is not a zip file", id="text renamed"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "not a readable workbook", id="old or locked workbook"),
        pytest.param(zip_bomb(), "not a readable workbook: it would unpack to 20,000,000 bytes", id="zip bomb"),
        pytest.param(workbook(FERRIES)[:2000], "not a readable workbook", id="download cut off"),
        pytest.param(workbook(FERRIES, edit=entity_bomb), "not a readable workbook", id="entity bomb"),
        pytest.param(workbook(FERRIES, edit=lambda xml: xml[: len(xml) // 2]), "not a readable workbook", id="sheet cut off"),
        pytest.param(
            workbook([*FERRIES, ["Four ferries.", 4]], edit=lambda xml: xml.replace(b"<v>4</v>", b"<v>four</v>")),
            "not a readable workbook",
            id="a number that is none",
        ),
    ],
)
def test_a_workbook_that_cannot_be_read_is_quarantined_and_the_rest_is_read(folder: Folder, data: bytes, what: str) -> None:
    corpus = mk.read_corpus(folder({"a.txt": "The bus ran.", "news.xlsx": data}))
    assert "a" in corpus.articles["article_id"].tolist()
    [problem] = (Problem(*row) for row in plain_rows(corpus.problems))
    assert (problem.path, problem.fate) == ("news.xlsx", "quarantined")
    assert problem.what.startswith(what)
    assert problem.mend == "open it and save it as .xlsx again, or as CSV"


@pytest.mark.parametrize("said", [b"A1", b"A1:A2", b"A1:XFD1048576"])
def test_the_size_a_workbook_says_it_has_is_not_believed(tmp_path: Path, said: bytes) -> None:
    data = workbook(FERRIES, edit=lambda xml: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="' + said + b'"', xml))
    assert [record.text for record in read(tmp_path, data)] == ["One ferry.", "Two ferries.", "Three ferries."]


def test_carriage_returns_that_excel_writes_as_x000d_are_line_ends_again(tmp_path: Path) -> None:
    [record] = read(tmp_path, workbook([["text"], ["One ferry._x000D_\nIt stopped."]]))
    assert record.text == "One ferry.\r\nIt stopped."
