"""mediakit init: a manifest with a row for each article, to complete in a spreadsheet."""

import csv
from pathlib import Path

import pytest

import mediakit as mk
from mediakit.cli import main
from tests.conftest import Folder

FERRY = "Ferry halted\n\nThe ferry did not leave the harbour on Monday, the port office said. Buses ran instead.\n"
FLOOD = "=SUM of damage still unknown\r\n\r\nPolice turned drivers back at both ends of the coast road on Tuesday.\r\n"
KNOWN = ["outlet", "title", "published", "url", "byline", "story_id", "language", "rights"]


def rows(room: Path) -> list[dict[str, str]]:
    with (room / "manifest.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_it_writes_a_row_for_each_article_and_says_where(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    room = folder({"b.txt": FLOOD, "a.txt": FERRY, "north/c.txt": FERRY})
    assert main(["init", str(room)]) == 0
    assert capsys.readouterr().out == f"{room / 'manifest.csv'}\n"
    assert [row["path"] for row in rows(room)] == ["a.txt", "b.txt", "north/c.txt"]


def test_what_may_be_known_is_left_empty_and_the_first_words_help_to_recognise(folder: Folder) -> None:
    room = folder({"a.txt": FERRY})
    main(["init", str(room)])
    [row] = rows(room)
    assert list(row) == ["path", *KNOWN, "first_words"]
    assert [row[name] for name in KNOWN] == [""] * 8
    assert row["first_words"] == "Ferry halted The ferry did not leave the harbour on Monday, the port office said"


def test_a_spreadsheet_opens_it_as_utf8_and_runs_nothing(folder: Folder) -> None:
    room = folder({"=1+1.txt": FERRY, "b.txt": FLOOD})
    main(["init", str(room)])
    assert (room / "manifest.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert [row["path"] for row in rows(room)] == ["'=1+1.txt", "b.txt"]
    assert rows(room)[1]["first_words"].startswith("'=SUM of damage")


@pytest.mark.parametrize(
    "name",
    ["=1+1.txt", "-2 degrees.txt", "@home.txt", "+1.txt", "late, again.txt", "it's.txt", "'=quoted.txt", "süd/café.txt", " a.txt",
     "a .txt"],
)  # fmt: skip
def test_after_it_every_file_is_found_whatever_its_name(folder: Folder, name: str) -> None:
    room = folder({name: FERRY})
    main(["init", str(room)])
    corpus = mk.read_corpus(room)
    assert corpus.problems.to_numpy().tolist() == []
    assert corpus.articles["path"].tolist() == [name]


def test_completed_it_fills_the_articles_table(folder: Folder) -> None:
    room = folder({"a.txt": FERRY})
    main(["init", str(room)])
    written = (room / "manifest.csv").read_text(encoding="utf-8-sig")
    (room / "manifest.csv").write_text(written.replace("a.txt,,,", "a.txt,Harbour Herald,,2025-03-22"), encoding="utf-8-sig")
    articles = mk.read_corpus(room).articles
    assert articles[["outlet", "outlet_basis", "published"]].to_numpy().tolist() == [["Harbour Herald", "manifest", "2025-03-22"]]
    assert articles["first_words"].str.startswith("Ferry halted").all()


def test_left_empty_it_changes_nothing_that_is_measured(folder: Folder) -> None:
    room = folder({"a.txt": FERRY, "b.txt": FLOOD})
    before = mk.read_corpus(room)
    main(["init", str(room)])
    after = mk.read_corpus(room)
    assert after.articles.drop(columns="first_words").equals(before.articles)
    assert after.lines.equals(before.lines)


def test_a_file_of_many_articles_has_one_row_and_one_that_cannot_be_read_has_none(folder: Folder) -> None:
    room = folder({"rows.jsonl": '{"text": "One ferry."}\n{"text": "Two ferries."}\n', "empty.txt": "", "photo.jpg": b"\xff"})
    main(["init", str(room)])
    assert [row["path"] for row in rows(room)] == ["rows.jsonl"]


def test_a_manifest_that_is_there_is_never_overwritten(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    room = folder({"a.txt": FERRY, "manifest.csv": "path,outlet\na.txt,Herald\n"})
    assert main(["init", str(room)]) == 1
    told = capsys.readouterr().err
    assert "there is a manifest already" in told
    assert f"where: {room / 'manifest.csv'}" in told
    assert "to mend: complete it, or move it away first" in told
    assert (room / "manifest.csv").read_text() == "path,outlet\na.txt,Herald\n"


@pytest.mark.parametrize(
    ("name", "what", "mend"),
    [
        pytest.param("nowhere", "there is no such folder", "name the folder that holds the articles", id="missing"),
        pytest.param("a.txt", "there is no such folder", "name the folder that holds the articles", id="a file"),
        pytest.param("empty", "no article could be read: the folder is empty", "put .txt files in, one an article", id="empty"),
    ],
)
def test_a_folder_without_articles_is_an_error(
    folder: Folder, capsys: pytest.CaptureFixture[str], name: str, what: str, mend: str
) -> None:
    room = folder({"a.txt": FERRY})
    (room / "empty").mkdir()
    assert main(["init", str(room / name)]) == 1
    told = capsys.readouterr().err
    assert (what in told, f"where: {room / name}" in told, f"to mend: {mend}" in told) == (True, True, True)


@pytest.mark.parametrize(("error", "code"), [(OSError(28, "No space left on device"), 1), (KeyboardInterrupt(), 130)])
def test_nothing_half_written_stays_behind(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    room = folder({"a.txt": FERRY})

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", fail)
    assert main(["init", str(room)]) == code
    assert [file.name for file in room.iterdir()] == ["a.txt"]
