"""mediakit tables: every table as files in four formats, with a codebook."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

import mediakit as mk
from mediakit.cli import main
from mediakit.measures.catalogue import list_measures
from mediakit.reports import export
from mediakit.reports.all_tables import tables_of
from mediakit.reports.export import write_tables
from mediakit.tables import LIST, TABLES
from mediakit.written import defused
from tests.conftest import Folder

FORMATS = ("csv", "xlsx", "jsonl", "parquet")
NAMES = (
    "articles",
    "lines",
    "sentences",
    "sentence_scores",
    "quotes",
    "attributions",
    "quote_links",
    "wordings",
    "wording_members",
    "passages",
    "reuse_matrix",
    "story_members",
    "stories",
    "origins",
    "dates",
    "values",
    "summary",
    "corrections",
    "problems",
)

FERRY = (
    "Ferry halted after crack is found\n\nBy Ama Boyle\n\n“We saw it at low tide,” the harbour master said on Monday; the island "
    "ferry did not leave. Engineers, \tdivers and a crane were on the way.\n\n\nLeave a comment"
)
FILES = {
    "ferry.txt": FERRY,
    "copy.txt": FERRY,
    "dash.txt": "-2 degrees on the pier\n\nIce kept the ferry in the harbour on Tuesday, the port office said.\n",
    "empty.txt": "",
    "manifest.csv": "path,outlet,title,published\n"
    "ferry.txt,=cmd|' /C calc'!A0,@home with the crew,2025-03-22\ncopy.txt,NA,,\ndash.txt,,,\nempty.txt,,,\n",
    "corrections.csv": "table,article_id,field,value,reason\narticles,copy,byline,+44 Crew,as told\narticles,nobody,title,x,y\n",
}


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose tables hold formulas, lists, missing values, quotation marks, tabs and line ends."""
    made = tmp_path_factory.mktemp("tables") / "articles"
    made.mkdir()
    for name, content in FILES.items():
        (made / name).write_bytes(content.encode())
    return made


@pytest.fixture(scope="module")
def tables(room: Path) -> dict[str, pd.DataFrame]:
    return tables_of(mk.read_corpus(room))


@pytest.fixture(scope="module")
def out(room: Path) -> Path:
    """What the command writes: a folder for each format, and raw-csv and raw-xlsx with --raw-cells."""
    for format in FORMATS:
        assert main(["tables", str(room), "--out", str(room.parent / format), "--format", format]) == 0
    for format in ("csv", "xlsx"):
        raw = ["--out", str(room.parent / f"raw-{format}"), "--format", format, "--raw-cells"]
        assert main(["tables", str(room), *raw]) == 0
    return room.parent


def read_csv(file: Path, like: pd.DataFrame) -> pd.DataFrame:
    dtypes = {name: "string" if dtype == LIST else dtype for name, dtype in like.dtypes.items()}
    return pd.read_csv(file, dtype=dtypes, keep_default_na=False, na_values=[""])


def read_xlsx(file: Path) -> pd.DataFrame:
    header, *rows = openpyxl.load_workbook(file).worksheets[0].iter_rows(values_only=True)
    return pd.DataFrame(rows, columns=list(header), dtype=object)


def read_back(file: Path, like: pd.DataFrame) -> pd.DataFrame:
    """The table a file holds, in the types of the contract."""
    match file.suffix:
        case ".csv":
            frame = read_csv(file, like)
        case ".xlsx":
            frame = read_xlsx(file)
        case ".jsonl":
            records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
            frame = pd.DataFrame(records, columns=list(like), dtype=object)
        case _:
            frame = pd.read_parquet(file)
    for name in frame:
        if like[name].dtype == LIST and file.suffix in (".csv", ".xlsx"):
            frame[name] = [pd.NA if pd.isna(cell) else json.loads(cell) for cell in frame[name]]
    return frame.astype(like.dtypes.to_dict())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["raw-csv", "raw-xlsx", "jsonl", "parquet"])
def test_round_trip(out: Path, tables: dict[str, pd.DataFrame], kind: str, name: str) -> None:
    back = read_back(out / kind / f"{name}.{kind.removeprefix('raw-')}", tables[name])
    pd.testing.assert_frame_equal(back, tables[name])


@pytest.mark.parametrize("format", FORMATS)
def test_every_table_is_a_file_beside_the_codebook_and_nothing_else(out: Path, format: str) -> None:
    assert {file.name for file in (out / format).iterdir()} == {*(f"{name}.{format}" for name in NAMES), "codebook.md"}


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_cells_that_a_spreadsheet_would_run_are_defused(out: Path, tables: dict[str, pd.DataFrame], format: str) -> None:
    articles = read_back(out / format / f"articles.{format}", tables["articles"]).set_index("article_id")
    assert articles.loc["ferry", ["outlet", "title"]].tolist() == ["'=cmd|' /C calc'!A0", "'@home with the crew"]
    assert articles.loc["copy", "byline"] == "'+44 Crew"
    assert articles.loc["dash", "text"].startswith("'-2 degrees on the pier\n")
    assert articles.loc["ferry", "text"] == FERRY


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_raw_cells_are_as_they_are(out: Path, tables: dict[str, pd.DataFrame], format: str) -> None:
    articles = read_back(out / f"raw-{format}" / f"articles.{format}", tables["articles"]).set_index("article_id")
    assert articles.loc["ferry", ["outlet", "title"]].tolist() == ["=cmd|' /C calc'!A0", "@home with the crew"]


@pytest.mark.parametrize("kind", ["xlsx", "raw-xlsx"])
def test_no_cell_of_a_workbook_is_a_formula_and_numbers_are_numbers(out: Path, kind: str) -> None:
    for name in NAMES:
        sheet = openpyxl.load_workbook(out / kind / f"{name}.xlsx").worksheets[0]
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "b"}  # text, number, true or false
    lines = openpyxl.load_workbook(out / kind / "lines.xlsx").worksheets[0]
    line_no = [cell.value for cell in lines[1]].index("line_no")
    assert lines[2][line_no].value == 1


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+44", "'+44"),
        ("-2 degrees", "'-2 degrees"),
        ("@home", "'@home"),
        ("\t=1+1", "'\t=1+1"),
        ("\r=1+1", "'\r=1+1"),
        ("\0=1+1", "'\0=1+1"),
        ("1+1=2", "1+1=2"),
        ("'quoted'", "'quoted'"),
        ("", ""),
        (-2, -2),
        (None, None),
    ],
)
def test_what_is_defused(cell: object, written: object) -> None:
    assert defused(cell) == written


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_the_name_of_a_column_is_defused_too(folder: Folder, format: str) -> None:
    corpus = mk.read_corpus(folder({"rows.jsonl": '{"text": "One ferry.", "=1+1": "x"}\n'}))
    write_tables({"articles": corpus.articles}, folder({}) / "out", format)
    file = folder({}) / "out" / f"articles.{format}"
    if format == "xlsx":
        last = openpyxl.load_workbook(file).worksheets[0][1][-1]
        assert (last.value, last.data_type) == ("'=1+1", "s")
    else:
        assert file.read_text(encoding="utf-8-sig").splitlines()[0].endswith(",'=1+1")


def test_csv_is_utf8_that_a_spreadsheet_knows(out: Path) -> None:
    data = (out / "csv" / "articles.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfarticle_id,story_id,")
    assert "“We saw it at low tide,”" in data.decode("utf-8-sig")


@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
def test_windows_line_ends_and_control_characters_come_back(tmp_path: Path, format: str) -> None:
    text = "Ferry halted\r\n\r\nThe ferry\x01 did not\x7f leave.\rNobody knew why.\r\n"
    articles = mk.read_texts({"Herald": text}).articles
    write_tables({"articles": articles}, tmp_path, format, raw_cells=True)
    assert read_back(tmp_path / f"articles.{format}", articles)["text"].tolist() == [text]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The ferry\x01 did not\0 leave.", id="control characters"),
        pytest.param("The ferry\uffff did not leave.", id="a code that is no character"),
        pytest.param("ferry " * 6000, id="more characters than a cell holds"),
    ],
)
def test_what_a_workbook_cannot_hold_is_told_and_the_workbook_opens(tmp_path: Path, text: str) -> None:
    articles = mk.read_texts({"Herald": text}).articles
    told = write_tables({"articles": articles}, tmp_path, "xlsx")
    assert read_back(tmp_path / "articles.xlsx", articles)["outlet"].tolist() == ["Herald"]
    assert [remark.split(":")[0] for remark in told] == ["articles.xlsx"]


def test_a_text_longer_than_an_excel_cell_is_whole_in_csv(tmp_path: Path) -> None:
    articles = mk.read_texts({"Herald": "ferry " * 6000}).articles
    assert write_tables({"articles": articles}, tmp_path, "csv") == []
    assert read_back(tmp_path / "articles.csv", articles)["text"].str.len().tolist() == [36_000]


def sections(codebook: str) -> dict[str, str]:
    """The part of the codebook under each table's name."""
    return {part.split("\n")[0]: part for part in codebook.split("\n## ")[1:]}


def test_the_codebook_explains_every_column_of_every_file_and_every_measure(out: Path, tables: dict[str, pd.DataFrame]) -> None:
    explained = sections((out / "csv" / "codebook.md").read_text(encoding="utf-8"))
    assert list(explained) == list(NAMES)
    for name, table in tables.items():
        for column in table:
            assert f"\n| {column} | " in explained[name], f"{name}.{column}"
    for measure in list_measures()["measure"]:
        assert measure in explained["values"]


def test_the_codebook_gives_type_meaning_and_unit(out: Path) -> None:
    explained = sections((out / "jsonl" / "codebook.md").read_text(encoding="utf-8"))
    assert "One row per line of an article's text." in explained["lines"]
    assert "| begin | whole number | first position of the line in articles.text | character |" in explained["lines"]
    assert "| flags | list of text |" in explained["articles"]
    assert all(column.meaning for table in TABLES.values() for column in table.columns)


def test_a_column_of_ones_own_is_in_the_codebook_too(folder: Folder) -> None:
    room = folder({"a.txt": FERRY, "manifest.csv": "path,desk\na.txt,coast\n"})
    assert main(["tables", str(room), "--out", str(room.parent / "out")]) == 0
    assert "\n| desk | text | " in (room.parent / "out" / "codebook.md").read_text(encoding="utf-8")


def half_written(error: BaseException, *, whole: int = 0) -> Callable[[pd.DataFrame, Path, bool], None]:
    """A writer that stops half way through a table, after so many whole ones."""
    left = iter([True] * whole)

    def write(table: pd.DataFrame, draft: Path, raw_cells: bool) -> None:
        draft.write_text("whole" if next(left, False) else "hal")
        if draft.read_text() == "hal":
            raise error

    return write


STOPS = pytest.mark.parametrize(
    "stop",
    [
        pytest.param((OSError(28, "No space left on device"), 1), id="the disk is full"),
        pytest.param((KeyboardInterrupt(), 130), id="interrupted"),
    ],
)
Stop = tuple[BaseException, int]  # what happens, and the exit code


@STOPS
@pytest.mark.parametrize("format", FORMATS)
def test_nothing_half_written_stays_behind(
    room: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: Stop, format: str
) -> None:
    error, code = stop
    monkeypatch.setitem(export._WRITERS, format, half_written(error))
    assert main(["tables", str(room), "--out", str(tmp_path), "--format", format]) == code
    assert list(tmp_path.iterdir()) == []


@STOPS
def test_files_written_before_are_whole_and_what_is_said_about_them_is_true(
    room: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stop: Stop
) -> None:
    error, code = stop
    monkeypatch.setitem(export._WRITERS, "csv", half_written(error, whole=2))
    assert main(["tables", str(room), "--out", str(tmp_path)]) == code
    there = list(tmp_path.iterdir())
    assert {file.read_text() for file in there} <= {"whole"}
    assert not there or "nothing was written" not in capsys.readouterr().err


def test_an_older_file_stays_as_it_was_when_its_successor_cannot_be_written(
    room: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "articles.csv").write_text("from last week")
    monkeypatch.setitem(export._WRITERS, "csv", half_written(OSError(28, "No space left on device")))
    main(["tables", str(room), "--out", str(tmp_path)])
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"articles.csv": "from last week"}


def test_a_full_disk_is_said_with_where_and_how_to_mend_it(
    room: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(export._WRITERS, "csv", half_written(OSError(28, "No space left on device")))
    main(["tables", str(room), "--out", str(tmp_path)])
    told = capsys.readouterr().err
    assert "mediakit: cannot write: No space left on device" in told
    assert f"where: {tmp_path / 'articles.csv'}" in told
    assert "to mend: free some space, or choose a place you may write to with --out" in told


def test_a_file_in_the_place_of_the_folder_is_said(room: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_text("notes")
    assert main(["tables", str(room), "--out", str(tmp_path / "out")]) == 1
    assert "cannot write" in capsys.readouterr().err
    assert (tmp_path / "out").read_text() == "notes"


def test_the_folder_goes_to_standard_output_and_the_count_of_problems_to_standard_error(
    room: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tables", str(room), "--out", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert told.out == f"{tmp_path}\n"
    assert "mediakit: 3 problems were noticed in the input; see problems.csv" in told.err
    assert "codebook.md" in told.err


def test_without_a_folder_named_the_tables_are_written_to_one_called_after_the_corpus(
    room: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["tables", str(room)]) == 0
    assert capsys.readouterr().out == f"{Path('tables') / 'articles'}\n"
    assert (tmp_path / "tables" / "articles" / "codebook.md").is_file()


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        pytest.param("nowhere --out out", 1, "there is no such folder or file", id="no such folder"),
        pytest.param("empty --out out", 1, "the folder is empty", id="empty folder"),
        pytest.param("rows.csv --out out", 1, "no column holds the articles' text", id="no text column"),
        pytest.param("rows.csv --out out --column text=Prose", 1, "no column is called 'Prose'", id="no such column"),
        pytest.param("rows.csv --out out --column Wording", 2, "'Wording' is not NAME=VALUE", id="no mapping"),
        pytest.param("bad --out out --strict", 1, "strict was asked for and there are problems", id="strict"),
    ],
)
def test_an_error_says_what_where_and_how_to_mend_it_and_nothing_is_written(
    bad_room: Path, capsys: pytest.CaptureFixture[str], command: str, code: int, said: str
) -> None:
    assert main(["tables", *command.split()]) == code
    told = capsys.readouterr().err
    assert (said in told, "\n  where: " in told, "\n  to mend: " in told) == (True, True, True)
    assert not (bad_room / "out").exists()


@pytest.fixture
def bad_room(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where one stands: a table without a text column, a folder with a blank article, and an empty one."""
    made = folder({"rows.csv": "Wording,Paper\nNo ferry today.,Herald\n", "bad/a.txt": FERRY, "bad/b.txt": ""})
    (made / "empty").mkdir()
    monkeypatch.chdir(made)
    return made


@pytest.mark.parametrize("arguments", [["articles", "--out", "out", "--format", "docx"], []])
def test_words_the_command_does_not_know_are_a_usage_error(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["tables", *arguments])
    assert left.value.code == 2


def test_a_mapping_of_columns_may_be_given(folder: Folder) -> None:
    room = folder({"rows.csv": "Wording;Paper\nNo ferry today.;Herald\n"})
    out = room.parent / "out"
    mapping = ["--column", "text=Wording", "--column", "outlet=Paper"]
    assert main(["tables", str(room / "rows.csv"), "--out", str(out), "--format", "jsonl", *mapping]) == 0
    [article] = [json.loads(line) for line in (out / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (article["article_id"], article["text"], article["outlet"]) == ("rows#1", "No ferry today.", "Herald")


def test_the_same_command_twice_writes_the_same_tables_also_below_the_articles(folder: Folder) -> None:
    room = folder({"a.txt": FERRY})
    command = ["tables", str(room), "--out", str(room / "tables")]
    assert main(command) == 0
    first = (room / "tables" / "articles.csv").read_bytes()
    assert main(command) in (0, 1, 2)
    assert (room / "tables" / "articles.csv").read_bytes() == first


def test_tables_written_among_the_articles_are_not_read_as_articles(folder: Folder) -> None:
    room = folder({"a.txt": FERRY})
    main(["tables", str(room), "--out", str(room)])
    assert mk.read_corpus(room).articles["article_id"].tolist() == ["a"]


def test_the_corrections_a_user_wrote_are_never_overwritten(folder: Folder) -> None:
    corrections = "table,article_id,field,value,note\narticles,a,title,Ferry stops,see scan\narticles,gone,title,x,\n"
    room = folder({"a.txt": FERRY, "corrections.csv": corrections})
    main(["tables", str(room), "--out", str(room)])
    assert (room / "corrections.csv").read_text() == corrections


def test_only_the_tables_asked_for_are_written(folder: Folder, tmp_path: Path) -> None:
    room = folder({"herald.txt": "The ferry stopped. Nobody knew why."})
    out = tmp_path / "out"
    assert main(["tables", str(room), "--out", str(out), "--only", "articles", "--only", "quotes"]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["articles.csv", "codebook.md", "quotes.csv"]
