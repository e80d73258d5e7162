"""One article a .txt file."""

from pathlib import Path

import pytest

from mediakit.loaders import Record
from mediakit.loaders.txt import read_txt


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"Ferry halted\r\n\r\nIt did not sail.\r\n", id="Windows line ends"),
        pytest.param(b"Ferry halted\n\nIt did not sail.", id="no newline at the end"),
        pytest.param(b"\n\n  Ferry halted  \n\n\n", id="space around it"),
    ],
)
def test_the_text_is_the_files_character_for_character(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert list(read_txt(tmp_path / "a.txt", "a.txt", None)) == [Record("a.txt", None, None, data.decode(), {})]


@pytest.mark.parametrize(
    ("data", "what", "mend"),
    [
        pytest.param(b"", "no text: empty or blank", "put the article's text in, or delete it", id="empty"),
        pytest.param(b" \r\n\t\n", "no text: empty or blank", "put the article's text in, or delete it", id="blank"),
        pytest.param(b"\xef\xbb\xbf", "no text: empty or blank", "put the article's text in, or delete it", id="a lone mark"),
        pytest.param(b"\0" * 100, "not readable as text: it holds 100 control characters", "save the article as UTF-8 text",
                     id="a hundred NULs"),
        pytest.param(b"PK\3\4\24\0\6\0\10\0\0\0!\0\0\0\0\0\0\0", "not readable as text", "save the article as UTF-8 text",
                     id="a Word document renamed"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_quarantined(tmp_path: Path, data: bytes, what: str, mend: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    [problem] = read_txt(tmp_path / "a.txt", "a.txt", None)
    assert (problem.path, problem.line, problem.fate, problem.mend) == ("a.txt", None, "quarantined", mend)
    assert problem.what.startswith(what)


def test_a_file_of_100_megabytes_is_quarantined_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(100_000_000)
    [problem] = read_txt(tmp_path / "a.txt", "a.txt", None)
    assert problem.what == "100,000,000 bytes, more than an article can have"
    assert problem.mend == "split it into articles, one file each"
    assert problem.fate == "quarantined"


def test_more_than_five_million_characters_are_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a" * 5_000_001)
    [problem] = read_txt(tmp_path / "a.txt", "a.txt", None)
    assert problem.what == "5,000,001 characters, more than an article can have (5,000,000)"


def test_what_was_noticed_comes_before_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("The café closed.".encode("cp1252"))
    problem, record = read_txt(tmp_path / "a.txt", "a.txt", None)
    assert (problem.path, problem.field, problem.fate) == ("a.txt", "text", "flagged")
    assert record.text == "The café closed."
