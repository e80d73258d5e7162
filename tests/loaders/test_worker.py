"""The process that reads what may hang, swell or crash: it is stopped, said, and the next file is read."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

import mediakit as mk
from mediakit.errors import ColumnError
from mediakit.loaders import Label, Problem, Record
from mediakit.loaders.records import Found
from mediakit.loaders.worker import Worker


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as started:
        yield started


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A JSON file of two articles."""
    file = tmp_path / "news.json"
    file.write_text('[{"text": "One ferry.", "outlet": "A"}, {"text": "Two \\ud83d ferries.", "outlet": "B"}]')
    return file


def texts(found: list[Found]) -> list[str]:
    return [item.text for item in found if isinstance(item, Record)]


def test_what_a_reader_finds_is_the_same_as_without_the_process(worker: Worker, table: Path) -> None:
    from mediakit.loaders.json import read_json

    assert list(worker.read("json", table, "news.json", None)) == list(read_json(table, "news.json", None))


def test_one_process_reads_many_files(worker: Worker, table: Path) -> None:
    first = [list(worker.read("json", table, f"{number}.json", None)) for number in range(3)]
    assert [texts(found) for found in first] == [["One ferry.", "Two � ferries."]] * 3


def test_an_error_about_columns_is_raised_as_the_reader_raises_it(worker: Worker, table: Path) -> None:
    with pytest.raises(ColumnError, match="no column is called 'Paper'"):
        list(worker.read("json", table, "news.json", {"outlet": "Paper"}))
    assert len(list(worker.read("json", table, "news.json", {"outlet": "outlet"}))) == 3


def test_a_file_that_takes_too_long_is_quarantined_and_the_next_is_read(tmp_path: Path, table: Path) -> None:
    long = tmp_path / "long.json"
    long.write_text("[" + "[]," * 1_000_000 + "[]]")  # takes a hundred times as long as it may
    with Worker() as worker:
        worker.seconds = 0.01
        [problem] = worker.read("json", long, "long.json", None)
        assert isinstance(problem, Problem)
        assert (problem.path, problem.fate) == ("long.json", "quarantined")
        assert problem.what == "given up: it took longer than 0.01 seconds"
        assert problem.mend
        worker.seconds = 60
        assert len(list(worker.read("json", table, "news.json", None))) == 3


def test_a_file_that_needs_too_much_memory_is_quarantined_and_the_next_is_read(tmp_path: Path, table: Path) -> None:
    swelling = tmp_path / "swelling.json"
    swelling.write_text("[" + "[]," * 3_000_000 + "[]]")
    with Worker(memory=50_000_000) as worker:
        problem = next(worker.read("json", swelling, "swelling.json", None))
        assert isinstance(problem, Problem)
        if sys.platform.startswith("linux"):  # elsewhere only the time is bounded
            assert problem.what == "given up: it needs more memory than one article or page may"
        assert len(list(worker.read("json", table, "news.json", None))) == 3


def test_a_crash_costs_the_file_that_was_read_and_the_next_is_read(worker: Worker, table: Path) -> None:
    reading = worker.read("json", table, "news.json", None)
    next(reading)
    os.kill(worker.process_id, 9)
    *_, last = reading
    later = list(worker.read("json", table, "news.json", None))
    assert isinstance(last, Problem) or len(later) == 3  # what was answered before the end still counts
    assert texts(later) == ["One ferry.", "Two � ferries."]


def test_a_reading_that_nobody_finishes_leaves_no_answer_behind(worker: Worker, table: Path) -> None:
    next(worker.read("json", table, "first.json", None))
    assert {item.path for item in worker.read("json", table, "second.json", None)} == {"second.json"}


def test_labels_and_flags_come_over_as_they_were() -> None:
    from mediakit.loaders.worker import received, sent

    record = Record(
        "a.html", None, None, "Ferry\nText", {"title": "Ferry"},
        labels=(Label("title", "h1", "certain", "the heading"), None), flags=("stub",), bases={"title": "text"}, evidence="og:t",
    )  # fmt: skip
    assert received(sent(record)) == record


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder with a workbook, which is read in the process."""
    made = openpyxl.Workbook()
    for row in (["text", "outlet"], ["One ferry.", "A"]):
        made.worksheets[0].append(row)
    (tmp_path / "room").mkdir()
    made.save(tmp_path / "room" / "news.xlsx")
    return tmp_path / "room"


def test_a_folder_of_plain_text_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "there is no such program"))
    (tmp_path / "a.txt").write_text("One ferry.")
    assert len(mk.read_corpus(tmp_path).articles) == 1


@pytest.mark.parametrize("way", ["python -c", "a script without a main guard", "a file called json.py in the folder"])
def test_it_works_however_python_was_started(room: Path, tmp_path: Path, way: str) -> None:
    code = f"import mediakit as mk; print(mk.read_corpus({str(room)!r}).articles['text'].tolist())"
    command = [sys.executable, "-c", code]
    if way == "a script without a main guard":
        script = tmp_path / "script.py"
        script.write_text(code)
        command = [sys.executable, str(script)]
    elif way.startswith("a file"):
        (room / "struct.py").write_text("raise SystemExit('the folder of articles is no place for programs')")
        command = [sys.executable, "-P", "-c", code]
    place = [str(Path(mk.__file__).parents[1])]
    run = subprocess.run(
        command, cwd=room, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": os.pathsep.join(place)}
    )
    assert run.stdout == "['One ferry.']\n", run.stderr
