"""One article a row of a Parquet file."""

import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import mediakit as mk
from mediakit.loaders import Problem, Record
from mediakit.loaders.parquet import read_parquet
from mediakit.tables import plain_rows
from tests.conftest import Folder


def written(tmp_path: Path, columns: dict[str, object]) -> Path:
    pq.write_table(pa.table(columns), tmp_path / "news.parquet")
    return tmp_path / "news.parquet"


def read(tmp_path: Path, columns: dict[str, object]) -> list[Record | Problem]:
    return list(read_parquet(written(tmp_path, columns), "news.parquet", None))


@pytest.mark.parametrize(
    "dates",
    [
        pytest.param(pa.array([datetime.date(2025, 3, 22)]), id="days"),
        pytest.param(pa.array([1742601600], pa.timestamp("s")), id="seconds"),
        pytest.param(pa.array([1742601600_000_000_000], pa.timestamp("ns")), id="nanoseconds"),
        pytest.param(pa.array(["2025-03-22"]).dictionary_encode(), id="categories"),
    ],
)
def test_rows_become_articles_whatever_the_type_of_the_date(tmp_path: Path, dates: pa.Array) -> None:
    [record] = read(tmp_path, {"content": ["The ferry stopped."], "source": [{"id": "h", "name": "Herald"}], "date": dates})
    assert (record.text, record.number) == ("The ferry stopped.", 1)
    assert record.fields == {"outlet": "Herald", "published": "2025-03-22"}
    assert record.columns == {"text": "content", "outlet": "source", "published": "date"}


@pytest.mark.parametrize(
    ("texts", "what"),
    [
        pytest.param(["One ferry.", None], "no text: empty or blank", id="nothing"),
        pytest.param([b"One ferry.", b"Two ferries."], "the text is not text but bytes", id="bytes"),
        pytest.param([["One ferry."], ["Two ferries."]], "the text is not text but list", id="lists"),
    ],
)
def test_a_row_without_text_is_quarantined_with_its_number(tmp_path: Path, texts: list[object], what: str) -> None:
    *_, problem = read(tmp_path, {"text": texts})
    assert (problem.line, problem.field, problem.what, problem.fate) == (2, "text", what, "quarantined")


def test_a_file_without_rows_is_said(tmp_path: Path) -> None:
    [problem] = read(tmp_path, {"text": pa.array([], pa.string())})
    assert (problem.path, problem.what, problem.fate) == ("news.parquet", "no rows", "quarantined")
    assert problem.mend == "put one row an article in"


def test_a_control_character_is_said(tmp_path: Path) -> None:
    problem, record = read(tmp_path, {"text": ["The\0 ferry."]})
    assert record.text == "The\0 ferry."
    assert (problem.line, problem.fate) == (1, "flagged")


def not_utf8() -> pa.Array:
    """Two texts, “caf\\xe9” and “bus”; careless exports leave such bytes."""
    offsets = b"\0\0\0\0" + b"\4\0\0\0" + b"\7\0\0\0"
    return pa.Array.from_buffers(pa.string(), 2, [None, pa.py_buffer(offsets), pa.py_buffer(b"caf\xe9bus")])


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param({"text": not_utf8()}, id="text that is not UTF-8"),
        pytest.param({"text": ["ferry", "bus"], "date": pa.array([10**12, 0], pa.timestamp("s"))}, id="the year 33658"),
    ],
)
def test_a_row_that_python_cannot_hold_is_quarantined_alone(folder: Folder, columns: dict[str, object]) -> None:
    room = folder({"a.txt": "The train ran."})
    written(room, columns)
    corpus = mk.read_corpus(room)
    assert corpus.articles[["article_id", "text"]].to_numpy().tolist() == [["a", "The train ran."], ["news#2", "bus"]]
    [problem] = (Problem(*row) for row in plain_rows(corpus.problems))
    assert (problem.path, problem.line, problem.fate) == ("news.parquet", 1, "quarantined")
    assert "cannot be read" in problem.what
    assert problem.mend


@pytest.mark.parametrize("data", [pytest.param(b"PAR1 but no more", id="no Parquet"), pytest.param(b"", id="empty")])
def test_a_file_that_is_none_is_quarantined(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "news.parquet").write_bytes(data)
    [problem] = read_parquet(tmp_path / "news.parquet", "news.parquet", None)
    assert problem.fate == "quarantined"
    assert problem.what.startswith("not readable as Parquet after row 0")
    assert problem.mend == "write the file again"


def test_a_column_whose_name_is_no_text_quarantines_the_file(tmp_path: Path) -> None:
    file = written(tmp_path, {"text": ["One ferry."], "outlet": ["Herald"]})
    file.write_bytes(file.read_bytes().replace(b"outlet", b"\x91utlet"))
    [problem] = read_parquet(file, "news.parquet", None)
    assert isinstance(problem, Problem)
    assert problem.what.startswith("not readable as Parquet after row 0")
