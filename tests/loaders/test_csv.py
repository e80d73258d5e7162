"""One article a row of a CSV file."""

from collections.abc import Callable
from pathlib import Path

import pytest

import mediakit as mk
from mediakit.errors import ColumnError
from mediakit.loaders import Problem, Record
from mediakit.loaders.csv import read_csv
from tests.conftest import Folder

Read = Callable[..., list[Record | Problem]]


def records(found: list[Record | Problem]) -> list[Record]:
    return [item for item in found if isinstance(item, Record)]


def problems(found: list[Record | Problem]) -> list[Problem]:
    return [item for item in found if isinstance(item, Problem)]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read a CSV file with this content."""

    def read(content: str | bytes, columns: dict[str, str] | None = None) -> list[Record | Problem]:
        file = tmp_path / "news.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return list(read_csv(file, "news.csv", columns))

    return read


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("text,outlet\nThe ferry stopped.,Harbour Herald\n", id="comma"),
        pytest.param("\ufefftext;outlet\r\nThe ferry stopped.;Harbour Herald\r\n", id="byte-order mark, semicolon, CRLF"),
        pytest.param("text\toutlet\nThe ferry stopped.\tHarbour Herald", id="tab, no newline at the end"),
        pytest.param("text;outlet\rThe ferry stopped.;Harbour Herald\r", id="old Macintosh line ends"),
        pytest.param('"text";"outlet"\n"The ferry stopped.";"Harbour Herald"\n', id="all cells quoted"),
        pytest.param("\n\ntext;outlet\nThe ferry stopped.;Harbour Herald\n", id="blank lines above the header"),
        pytest.param("text|outlet\n\n\nThe ferry stopped.|Harbour Herald\n\n", id="bar, blank lines between"),
        pytest.param("text\toutlet\r\nThe ferry stopped.\tHarbour Herald\r\n".encode("utf-16"), id="Excel's Unicode text"),
    ],
)
def test_dialects(read: Read, content: str | bytes) -> None:
    [record] = read(content)
    assert (record.text, record.fields, record.number) == ("The ferry stopped.", {"outlet": "Harbour Herald"}, 1)


def test_line_ends_and_quotation_marks_inside_a_cell_are_the_articles_own(read: Read) -> None:
    [record] = read('outlet,text\r\nHerald,"Ferry ""late""\r\n\r\nIt, too, stopped.\r\n"\r\n')
    assert record.text == 'Ferry "late"\r\n\r\nIt, too, stopped.\r\n'


def test_old_macintosh_line_ends_between_rows_and_others_inside_a_cell(read: Read) -> None:
    found = read('text;outlet\r"One, two,\n\nthree, four ferries.";A\rOne, two buses.;B\r')
    assert [(record.text, record.fields["outlet"]) for record in records(found)] == [
        ("One, two,\n\nthree, four ferries.", "A"),
        ("One, two buses.", "B"),
    ]


def test_the_line_of_a_row_is_where_it_begins_in_the_file(read: Read) -> None:
    found = read('text,outlet\n"One\n\nferry.",A\nTwo ferries.,B\n')
    assert [(record.line, record.number) for record in records(found)] == [(2, 1), (5, 2)]


def test_columns_taken_are_recorded_and_the_others_kept(read: Read) -> None:
    [record] = read("Paper,Story,Desk\nHerald,The ferry stopped.,coast\n", {"outlet": "Paper"})
    assert record.columns == {"text": "Story", "outlet": "Paper"}
    assert record.fields == {"outlet": "Herald", "Desk": "coast"}


def test_a_column_that_is_not_mapped_never_replaces_one_that_is(read: Read) -> None:
    mapping = {"text": "Body", "outlet": "Paper"}
    [record] = read("Body,Paper,text,outlet\nThe ferry stopped.,Herald,The ferry…,unknown\n", mapping)
    assert (record.text, record.fields["outlet"]) == ("The ferry stopped.", "Herald")


def test_a_cell_longer_than_pythons_own_limit_is_read(read: Read) -> None:
    [record] = read("text\n" + "ferry " * 30_000 + "\n")
    assert len(record.text) == 180_000


def test_too_many_cells_quarantine_the_row_alone(read: Read) -> None:
    found = read("text,outlet\nOne ferry.,A\nTwo, even three ferries.,B\nFour ferries.,C\n")
    assert [record.fields["outlet"] for record in records(found)] == ["A", "C"]
    [problem] = problems(found)
    assert (problem.path, problem.line, problem.fate) == ("news.csv", 3, "quarantined")
    assert problem.what == "3 cells in a table of 2 columns"
    assert problem.mend == "put quotation marks around cells that hold the separator"


def test_missing_cells_are_taken_as_not_known(read: Read) -> None:
    found = read("text,outlet,title\nOne ferry.,A\n")
    assert records(found)[0].fields == {"outlet": "A"}
    [problem] = problems(found)
    assert (problem.line, problem.fate, problem.what) == (2, "flagged", "only 2 of 3 cells")


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param('"One ferry.","A"\n"Two ferries.,"B"\n"Three ferries.","C"\n"Four ferries.","D"\n', id="all quoted"),
        pytest.param('One ferry.,A\n"Two ferries.,B\nThree ferries.,C\nFour ferries.,D\n', id="the only quotation mark"),
    ],
)
def test_an_unclosed_quote_loses_one_row_not_the_file(read: Read, rows: str) -> None:
    found = read("text,outlet\n" + rows)
    assert [record.text for record in records(found)] == ["One ferry.", "Three ferries.", "Four ferries."]
    [problem] = problems(found)
    assert (problem.path, problem.line, problem.fate) == ("news.csv", 3, "quarantined")
    assert "the row cannot be read" in problem.what
    assert problem.mend == "look for a quotation mark that is not closed or not doubled"


def test_the_rest_of_a_broken_row_is_not_taken_for_an_article(read: Read) -> None:
    broken = '"The mayor said "no" on Monday.\n\nNobody knew why.","A"\n'
    found = read("text,outlet\n" + broken + '"Two ferries.","B"\n')
    assert [record.text for record in records(found)] == ["Two ferries."]
    assert {(problem.line, problem.fate) for problem in problems(found)} >= {(2, "quarantined")}


def test_the_separator_is_not_looked_for_inside_quotation_marks(read: Read) -> None:
    [record] = read('"Body, in full, as printed";outlet\nThe ferry stopped.;Herald\n', {"text": "Body, in full, as printed"})
    assert record.fields == {"outlet": "Herald"}


def test_a_header_that_cannot_be_read_is_not_replaced_by_the_first_row(read: Read) -> None:
    [problem] = read('"te"xt,outlet\nStory,Source\nThe ferry stopped.,Herald\n')
    assert (problem.line, problem.fate) == (1, "quarantined")


@pytest.mark.parametrize(
    "content", [pytest.param("", id="empty"), pytest.param("\n \n", id="blank"), pytest.param("text,outlet\n", id="header only")]
)
def test_a_file_without_rows_is_said(read: Read, content: str) -> None:
    [problem] = read(content)
    assert (problem.path, problem.fate, problem.what) == ("news.csv", "quarantined", "no rows")
    assert problem.mend == "put a header row and one row an article in"


@pytest.mark.parametrize("cell", [pytest.param("", id="empty"), pytest.param('" \n\t"', id="blank")])
def test_a_row_without_text_is_quarantined_with_its_line(read: Read, cell: str) -> None:
    found = read(f"outlet,text\nA,One ferry.\nB,{cell}\nC,Three ferries.\n")
    assert [record.fields["outlet"] for record in records(found)] == ["A", "C"]
    [problem] = problems(found)
    assert (problem.line, problem.field, problem.fate) == (3, "text", "quarantined")
    assert problem.what == "no text: empty or blank"


def test_two_columns_of_one_name_are_said(read: Read) -> None:
    found = read("text,outlet,text\nThe ferry stopped.,Herald,The bus ran.\n")
    [problem] = problems(found)
    assert "'text'" in problem.what


def test_a_picture_named_csv_is_quarantined(read: Read) -> None:
    [problem] = read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1")
    assert (problem.fate, problem.mend) == ("quarantined", "save it as CSV in UTF-8")
    assert "binary file" in problem.what


def test_a_column_that_is_not_there_is_an_error_when_one_file_is_read(folder: Folder) -> None:
    file = folder({"news.csv": "text,paper\nThe ferry stopped.,Herald\n"}) / "news.csv"
    with pytest.raises(ColumnError, match=r"no column is called 'Paper'(.|\n)*where: news.csv(.|\n)*use one of: text, paper"):
        mk.read_corpus(file, columns={"outlet": "Paper"})


def test_one_file_of_several_without_the_column_does_not_stop_the_others(folder: Folder) -> None:
    room = folder({"a.csv": "Story,Paper\nThe ferry stopped.,Herald\n", "b.csv": "text,outlet\nThe bus ran.,Courier\n"})
    corpus = mk.read_corpus(room, columns={"outlet": "Paper"})
    assert corpus.articles["article_id"].tolist() == ["a#1"]
    assert corpus.problems[["path", "fate"]].to_numpy().tolist() == [["b.csv", "quarantined"]]


def test_a_broken_row_keeps_its_number_so_that_mending_it_renames_no_article(folder: Folder) -> None:
    room = folder({"news.csv": "text,outlet\nOne ferry.,A\nTwo, even three ferries.,B\nFour ferries.,C\n"})
    assert mk.read_corpus(room).articles["article_id"].tolist() == ["news#1", "news#3"]
