"""manifest.csv: what is known about each file of a folder."""

from pathlib import Path

import pytest

import mediakit as mk
from mediakit.loaders import ManifestRow, Problem
from mediakit.loaders.manifest import read_manifest
from mediakit.tables import plain_rows
from tests.conftest import Folder

FERRY = "Ferry halted\n\nThe ferry did not leave the harbour on Monday, the port office said.\n"


def problems(corpus: mk.Corpus) -> list[Problem]:
    return [Problem(*row) for row in plain_rows(corpus.problems)]


def test_a_folder_without_a_manifest_is_no_problem(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) == ({}, [])


@pytest.mark.parametrize(
    "manifest",
    [
        pytest.param("path,outlet\na.txt,Harbour Herald\n", id="comma"),
        pytest.param("\ufeffPath;Outlet\r\na.txt;Harbour Herald\r\n", id="as Excel writes it in much of Europe"),
        pytest.param("outlet,path,title\n Harbour Herald , ./a.txt ,\n", id="spaces, empty cells"),
        pytest.param("path,outlet\na.txt,Harbour Herald\n,\n,,,\n", id="blank rows"),
        pytest.param("path\toutlet\na.txt\tHarbour Herald\n".encode("utf-16"), id="Excel's Unicode text"),
    ],
)
def test_each_row_says_what_is_known_about_its_file(folder: Folder, manifest: str | bytes) -> None:
    room = folder({"a.txt": FERRY, "manifest.csv": manifest})
    assert read_manifest(room) == ({"a.txt": ManifestRow("a.txt", "manifest.csv", 2, {"outlet": "Harbour Herald"})}, [])


def test_a_path_written_with_backslashes_is_found(folder: Folder) -> None:
    room = folder({"north/a.txt": FERRY, "manifest.csv": "path,outlet\nnorth\\a.txt,Herald\n"})
    assert read_manifest(room) == ({"north/a.txt": ManifestRow("north/a.txt", "manifest.csv", 2, {"outlet": "Herald"})}, [])


def test_columns_of_ones_own_are_kept(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.txt": FERRY, "manifest.csv": "path,desk,rights\na.txt,coast,with permission\n"}))
    assert corpus.articles[["desk", "rights"]].to_numpy().tolist() == [["coast", "with permission"]]


@pytest.mark.parametrize(
    ("column", "meant"),
    [
        ("story", "story_id"), ("Story ID", "story_id"), ("publisher", "outlet"), ("outlets", "outlet"), ("date", "published"),
        ("headline", "title"), ("author", "byline"), ("outlet_bases", "outlet_basis"),
    ],
)  # fmt: skip
def test_a_column_that_looks_like_one_of_the_manifest_is_said_with_the_name_that_was_meant(
    folder: Folder, column: str, meant: str
) -> None:
    corpus = mk.read_corpus(folder({"a.txt": FERRY, "manifest.csv": f"path,{column}\na.txt,one\n"}))
    assert corpus.articles[column.lower()].tolist() == ["one"]
    [problem] = problems(corpus)
    assert (problem.path, problem.field, problem.fate) == ("manifest.csv", column.lower(), "flagged")
    assert f"Did you mean {meant!r}?" in problem.what


@pytest.mark.parametrize("columns", ["desk", "section", "topic", "notes", "region", "published,date", "outlet,publisher"])
def test_a_column_of_ones_own_is_no_problem(folder: Folder, columns: str) -> None:
    cells = ",".join("2025" for _ in columns.split(","))
    assert problems(mk.read_corpus(folder({"a.txt": FERRY, "manifest.csv": f"path,{columns}\na.txt,{cells}\n"}))) == []


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        pytest.param("herald", "herald.txt", id="without the ending"),
        pytest.param("Herald.TXT", "herald.txt", id="in other case"),
        pytest.param("herald.docx", "herald.txt", id="another ending"),
        pytest.param("NORTH/courier", "north/Courier.txt", id="in a folder"),
        pytest.param("heralt.txt", "herald.txt", id="a slip"),
    ],
)
def test_a_row_whose_path_is_nearly_that_of_a_file_is_said_with_the_file_that_was_meant(
    folder: Folder, path: str, meant: str
) -> None:
    corpus = mk.read_corpus(folder({"herald.txt": FERRY, "north/Courier.txt": "No.", "manifest.csv": f"path,outlet\n{path},X\n"}))
    [said] = [problem for problem in problems(corpus) if problem.path == "manifest.csv"]
    assert (said.line, said.fate) == (2, "skipped")
    assert said.mend.startswith(f"did you mean {meant!r}?")


def test_a_row_that_could_mean_two_files_names_neither(folder: Folder) -> None:
    room = folder({"a.txt": FERRY, "a.html": f"<html><p>{FERRY}</p></html>", "manifest.csv": "path,outlet\na,X\n"})
    [said] = [problem for problem in problems(mk.read_corpus(room)) if problem.path == "manifest.csv"]
    assert said.mend == "correct the path, or delete the row"


@pytest.mark.parametrize(
    ("path", "what", "fate"),
    [
        ("b.txt", "there is no file 'b.txt'", "skipped"),
        ("A folder/", "there is no file 'A folder'", "skipped"),
        ("/etc/hostname", "'/etc/hostname' leads out of the folder", "skipped"),
        ("../secret.txt", "'../secret.txt' leads out of the folder", "skipped"),
        ("north/../../secret.txt", "'north/../../secret.txt' leads out of the folder", "skipped"),
        (r"C:\news\a.txt", "'C:/news/a.txt' leads out of the folder", "skipped"),
        ("c:a.txt", "'c:a.txt' leads out of the folder", "skipped"),
        (r"\\server\news\a.txt", "'//server/news/a.txt' leads out of the folder", "skipped"),
        ("a.txt", "'a.txt' is named twice; the first row counts", "flagged"),
        ("", "a row without a path", "flagged"),
    ],
)
def test_a_row_that_names_no_file_of_the_folder(folder: Folder, path: str, what: str, fate: str) -> None:
    room = folder({"a.txt": FERRY, "../secret.txt": FERRY, "manifest.csv": f"path,outlet\na.txt,Herald\n{path},Courier\n"})
    (room / "A folder").mkdir()
    corpus = mk.read_corpus(room)
    assert corpus.articles["outlet"].tolist() == ["Herald"]
    [problem] = problems(corpus)
    assert (problem.path, problem.line, problem.field, problem.what, problem.fate) == ("manifest.csv", 3, "path", what, fate)
    assert problem.mend
    assert corpus.origin.found == corpus.origin.loaded + corpus.origin.quarantined + corpus.origin.skipped


def test_a_path_longer_than_any_can_be_is_a_problem_row(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.txt": FERRY, "manifest.csv": f"path,outlet\na.txt,Herald\n{'x' * 5000},Courier\n"}))
    [problem] = problems(corpus)
    assert (problem.path, problem.line, problem.field, problem.fate) == ("manifest.csv", 3, "path", "skipped")


def test_a_file_that_the_manifest_leaves_out_is_loaded_and_said(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.txt": FERRY, "b.txt": "The bus ran.", "manifest.csv": "path,outlet\na.txt,Herald\n"}))
    assert corpus.articles["article_id"].tolist() == ["a", "b"]
    [problem] = problems(corpus)
    assert (problem.path, problem.what, problem.fate) == ("b.txt", "not named in the manifest", "flagged")
    assert "add a row for it to manifest.csv" in problem.mend


def test_a_row_that_says_nothing_still_names_its_file(folder: Folder) -> None:
    manifest = "path,outlet\na.txt,Herald\nb.txt,\n"
    assert problems(mk.read_corpus(folder({"a.txt": FERRY, "b.txt": "The bus ran.", "manifest.csv": manifest}))) == []


def test_a_file_of_many_articles_that_the_manifest_leaves_out_is_said_once(folder: Folder) -> None:
    rows = '{"text": "One bus."}\n{"text": "Two buses."}\n'
    corpus = mk.read_corpus(folder({"a.txt": FERRY, "rows.jsonl": rows, "manifest.csv": "path,outlet\na.txt,Herald\n"}))
    assert [(problem.path, problem.what) for problem in problems(corpus)] == [("rows.jsonl", "not named in the manifest")]


@pytest.mark.parametrize(
    ("manifest", "line", "what", "mend"),
    [
        pytest.param("file,outlet\na.txt,Herald\n", 1, "no column is called path", "add a column called path", id="no path"),
        pytest.param("path,outlet\na.txt,Herald\n\"b.txt,Courier\n", 3, "the row cannot be read", "check its quotation marks",
                     id="an unclosed quotation mark"),
        pytest.param("path,outlet,title\na.txt,The Herald, Cork,Ferry\n", 2, "4 cells in a table of 3 columns", "quotation marks",
                     id="an outlet with a comma"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(90), None, "not readable as text", "save it as CSV in UTF-8", id="binary"),
    ],
)  # fmt: skip
def test_a_faulty_manifest_is_said_and_the_articles_are_loaded(
    folder: Folder, manifest: str | bytes, line: int | None, what: str, mend: str
) -> None:
    corpus = mk.read_corpus(folder({"a.txt": FERRY, "manifest.csv": manifest}))
    assert corpus.articles["article_id"].tolist() == ["a"]
    [said] = [problem for problem in problems(corpus) if problem.path == "manifest.csv"]
    assert (said.line, said.fate) == (line, "flagged")
    assert said.what.startswith(what)
    assert mend in said.mend


def test_a_manifest_that_may_not_be_read_is_said(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    room, read_bytes = folder({"a.txt": FERRY, "manifest.csv": "path,outlet\na.txt,Herald\n"}), Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "manifest.csv":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    [said] = [problem for problem in problems(mk.read_corpus(room)) if problem.path == "manifest.csv"]
    assert said.fate == "flagged"
    assert "Permission denied" in said.what


@pytest.mark.parametrize("name", ["manifest.csv", "corrections.csv"])
def test_a_link_that_leads_nowhere_in_the_place_of_a_manifest_is_said(folder: Folder, name: str) -> None:
    room = folder({"a.txt": FERRY})
    (room / name).symlink_to("moved-away.csv")
    assert [(problem.path, problem.fate) for problem in problems(mk.read_corpus(room))] == [(name, "flagged")]


def test_a_manifest_is_found_whatever_the_case_of_its_name(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.txt": FERRY, "Manifest.CSV": "path,outlet\na.txt,Herald\n"}))
    assert corpus.articles["outlet"].dropna().tolist() == ["Herald"]


def test_a_manifest_in_a_sub_folder_is_not_passed_over_in_silence(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"north/a.txt": FERRY, "north/manifest.csv": "path,outlet\na.txt,Herald\n"}))
    assert [problem.path for problem in problems(corpus)] == ["north/manifest.csv"]


def test_an_accent_spelled_in_two_ways_is_one_path(folder: Folder) -> None:
    decomposed, composed = "cafe\u0301.txt", "caf\u00e9.txt"
    corpus = mk.read_corpus(folder({decomposed: FERRY, "manifest.csv": f"path,outlet\n{composed},Herald\n"}))
    assert corpus.articles["outlet"].dropna().tolist() == ["Herald"]
