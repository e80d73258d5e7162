"""mediakit report: the template notebook rerun as one page and a manifest."""

import json
import re
import signal
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest

from mediakit.cli import main
from mediakit.cli.values import configured
from mediakit.errors import ReportError, UsageError
from mediakit.reports import files, notebooks
from mediakit.reports.notebooks import notebook_path, run_notebook, with_parameters
from tests.conftest import SEEDS, Folder

FERRY = (
    "Ferry halted after crack is found\n\nThe island ferry did not leave the harbour on Monday. Engineers had found a crack "
    "in the ramp, the port office said. Nobody was hurt.\n\nLeave a comment"
)
NASTY = "<img src=x onerror=alert(1)>"


class Elements(HTMLParser):
    """Every element of a page with its attributes, and the text outside style sheets."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def elements(page: str) -> Elements:
    parser = Elements()
    parser.feed(page)
    return parser


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on the seeds, made once."""
    page = tmp_path_factory.mktemp("report") / "seeds.html"
    assert main(["report", str(SEEDS), "--out", str(page)]) == 0
    return page


def without_stamp(page: Path) -> str:
    return re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC", "STAMP", page.read_text(encoding="utf-8"))


def test_it_is_one_page_that_asks_for_nothing(report: Path) -> None:
    parts = elements(report.read_text(encoding="utf-8"))
    asking = {"link", "iframe", "object", "embed", "base"} & {tag for tag, _ in parts.found}
    outside = [value for _, attributes in parts.found for name, value in attributes.items()
               if name in ("src", "href", "xlink:href", "action") and value and not value.startswith(("#", "data:"))]  # fmt: skip
    assert (asking, outside) == (set(), [])
    # two scripts that stand on the page: the explorer's data, and what brings it to life
    scripts = [attributes for tag, attributes in parts.found if tag == "script"]
    assert scripts == [{"type": "application/json", "id": "mk-explorers"}, {"type": "module"}]


def test_it_stays_small(report: Path) -> None:
    assert report.stat().st_size <= 1_500_000


def test_unknown_outlets_are_stated_near_the_top(report: Path) -> None:
    text = elements(report.read_text(encoding="utf-8")).text
    said = text.index("1 known outlet, 4 articles of unknown outlet; 0 problems")
    assert said < text.index("How long are they?", text.index("How long are they?") + 1)


def test_code_is_folded_under_a_question(report: Path) -> None:
    page = report.read_text(encoding="utf-8")
    assert page.count("<summary>How was this measured?</summary>") == 18
    assert "mk.read_corpus(corpus_path, columns=columns, strict=strict)" in elements(page).text


def test_every_figure_has_alternative_text_and_its_table(report: Path) -> None:
    parts = elements(report.read_text(encoding="utf-8"))
    figures = [attributes for tag, attributes in parts.found if tag == "svg"]
    assert [attributes["class"] for attributes in figures] == ["mk-wide", "mk-narrow"] * 8
    assert all("unknown (002…)" in str(attributes["aria-label"]) for attributes in figures)
    assert parts.text.count("The numbers behind this figure") == 16  # on the fold and as the table's caption


def test_no_two_things_on_the_page_have_one_id(report: Path) -> None:
    ids = [attributes["id"] for _, attributes in elements(report.read_text(encoding="utf-8")).found if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_the_text_shows_furniture_with_its_rule(report: Path) -> None:
    text = elements(report.read_text(encoding="utf-8")).text
    assert "names where the text came from" in text
    assert "begins with the name that stands alone above it" in text


def test_the_same_input_gives_the_same_bytes_but_for_the_stamp(report: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.html"
    assert main(["report", str(SEEDS), "--out", str(again)]) == 0
    assert without_stamp(again) == without_stamp(report)


def test_the_manifest_says_what_went_in_and_how_numbers_were_made(report: Path) -> None:
    manifest = json.loads(report.with_suffix(".manifest.json").read_text(encoding="utf-8"))
    assert [entry["path"][:3] for entry in manifest["inputs"]] == ["000", "001", "002", "003", "004"]
    assert all(len(entry["sha256"]) == 64 for entry in manifest["inputs"])
    assert {entry["format"] for entry in manifest["inputs"]} == {"txt"}
    assert manifest["counts"] == {"found": 5, "loaded": 5, "quarantined": 0, "skipped": 0}
    assert "lix/1 mediakit/0.1.0 engine=mediakit parts=body" in manifest["recipes"]
    assert manifest["versions"]["textstat"] == "0.7.13"


def test_another_folder_another_topic_problems_and_markup(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    room = folder(
        {
            "herald.txt": FERRY,
            "empty.txt": "",
            f"a{NASTY.replace('/', '')}.txt": f"{NASTY} headline\n\nThe ferry {NASTY} did not leave on Monday morning.",
            "manifest.csv": f'path,outlet,title,byline\nherald.txt,"{NASTY}","{NASTY}","{NASTY}"\n',
        }
    )
    monkeypatch.chdir(tmp_path)
    assert main(["report", str(room)]) == 0
    # named after the corpus
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == ["articles.html", "articles.manifest.json"]
    parts = elements((tmp_path / "reports" / "articles.html").read_text(encoding="utf-8"))
    # problems near the top, and counted on the terminal
    assert (
        "2 articles loaded of 3 found, 1 could not be read (quarantined); 1 known outlet, 1 article of unknown outlet; "
        "2 problems." in parts.text
    )
    assert "no text: empty or blank" in parts.text
    told = capsys.readouterr()
    assert "2 problems were noticed in the input; see the report, under “What was read" in told.err
    # where it is stands alone on standard output
    assert told.out == f"{Path('reports') / 'articles.html'}\n"
    # too little text is said in place of a number
    assert "too short" in parts.text
    # markup is inert
    assert not [tag for tag, attributes in parts.found if tag == "img" or "onerror" in attributes]
    assert parts.text.count(NASTY) > 5


def test_parameters_are_set_from_a_file_and_from_the_command(folder: Folder, tmp_path: Path) -> None:
    room, page, config = folder({"herald.txt": FERRY}), tmp_path / "page.html", tmp_path / "report.toml"
    config.write_text('engine = "abacus"\n')
    assert main(["report", str(room), "--out", str(page), "--config", str(config), "--param", "engine=textstat"]) == 0
    assert "engine=textstat" in page.with_suffix(".manifest.json").read_text(encoding="utf-8")


class TestMistakes:
    """Each says what is wrong, where and how to mend it, and leaves no file behind."""

    @pytest.mark.parametrize(
        ("arguments", "code", "said"),
        [
            pytest.param(
                ["nowhere"], 1, ["there is no such folder or file", "where: nowhere", "check the spelling"], id="no folder"
            ),
            pytest.param([str(SEEDS), "--param", "colour=red"], 2, ["no parameter 'colour'", "engine"], id="unknown parameter"),
            pytest.param([str(SEEDS), "--param", "engine"], 2, ["'engine' is not NAME=VALUE"], id="parameter without value"),
            pytest.param([str(SEEDS), "--config", "nowhere.toml"], 2, ["cannot be read", "nowhere.toml"], id="no configuration"),
        ],
    )
    def test_usage(
        self, arguments: list[str], code: int, said: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["report", *arguments, "--out", str(tmp_path / "page.html")]) == code
        error = capsys.readouterr().err
        assert [phrase for phrase in said if phrase not in error] == []
        assert [*tmp_path.iterdir()] == []

    @pytest.mark.parametrize("name", ["page.pdf", "page", "page.html.gz", "."])
    def test_anything_but_a_page_is_refused(
        self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert main(["report", str(SEEDS), "--out", name]) == 2
        error = capsys.readouterr().err
        assert "written as one HTML page and as nothing else" in error
        assert "name a file that ends in .html" in error
        assert [*tmp_path.iterdir()] == []

    @pytest.mark.parametrize("value", ["2025-01-01", "07:32:00", "inf", "nan"])
    def test_a_value_that_is_neither_text_nor_number_is_taken_as_text(self, value: str, tmp_path: Path) -> None:
        config = tmp_path / "report.toml"
        config.write_text(f"engine = {value}\n")
        assert configured(config) == {"engine": value}

    def test_strict_stops_at_a_problem(self, folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        room, page = folder({"herald.txt": FERRY, "empty.txt": ""}), tmp_path / "page.html"
        assert main(["report", str(room), "--out", str(page), "--strict"]) == 1
        assert "strict was asked for and there are problems" in capsys.readouterr().err
        assert not page.exists()

    def test_a_step_that_never_ends_is_stopped(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(notebooks, "_SECONDS", 1)
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("while True: pass")])
        with pytest.raises(ReportError, match=r"took longer than[\s\S]*cell 1: while True[\s\S]*fewer articles"):
            run_notebook(notebook, tmp_path)

    def test_an_error_of_a_step_names_its_place(self, folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        room, page = folder({"herald.txt": FERRY}), tmp_path / "page.html"
        assert main(["report", str(room), "--out", str(page), "--param", "engine=abacus"]) == 1
        error = capsys.readouterr().err
        assert "no engine is called 'abacus'" in error
        assert "where: engine\n" in error
        assert not page.exists()

    def test_a_report_among_the_articles(
        self, folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        room = folder({"herald.txt": FERRY})
        monkeypatch.chdir(room)
        assert main(["report", "."]) == 2
        assert "would be written among the articles" in capsys.readouterr().err
        assert [path.name for path in room.iterdir()] == ["herald.txt"]

    def test_an_empty_folder(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "empty").mkdir()
        assert main(["report", str(tmp_path / "empty"), "--out", str(tmp_path / "page.html")]) == 1
        assert "no article could be read" in capsys.readouterr().err

    def test_a_template_without_parameters_is_refused(self) -> None:
        bare = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")])
        with pytest.raises(ReportError, match="no cell is tagged"):
            with_parameters(bare, {})

    def test_an_unknown_parameter_lists_the_known_ones(self) -> None:
        template = nbformat.read(notebook_path("report.ipynb"), as_version=4)
        with pytest.raises(UsageError, match="corpus_path, columns, engine, strict"):
            with_parameters(template, {"color": 1})

    def test_a_failing_cell_is_named(self, tmp_path: Path) -> None:
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("ok = 1"), nbformat.v4.new_code_cell("1 / 0")])
        with pytest.raises(ReportError, match=r"ZeroDivisionError[\s\S]*cell 2: 1 / 0"):
            run_notebook(notebook, tmp_path)

    def test_a_python_that_dies_is_said(self, tmp_path: Path) -> None:
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("import os; os._exit(1)")])
        with pytest.raises(ReportError, match=r"the notebook's Python died[\s\S]*fewer articles"):
            run_notebook(notebook, tmp_path)


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full disk", "interrupt"])
def test_no_half_file_stays_behind(fault: BaseException, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_text("the report of yesterday")
    with pytest.raises((ReportError, KeyboardInterrupt)), files.written_whole(target) as draft:
        draft.write_text("half")
        raise fault
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert target.read_text() == "the report of yesterday"


def test_progress_names_each_step_by_its_heading(folder: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cells = [
        nbformat.v4.new_code_cell("ready = True", metadata={"tags": ["parameters"]}),
        nbformat.v4.new_markdown_cell("## How long are they?\n\nText."),
        nbformat.v4.new_code_cell("1"),
        nbformat.v4.new_markdown_cell("> **Ask:** why?\n\n## The texts"),
        nbformat.v4.new_code_cell("2"),
    ]
    run_notebook(nbformat.v4.new_notebook(cells=cells), tmp_path)
    assert capsys.readouterr().err == "step 1 of 2: How long are they?\nstep 2 of 2: The texts\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["report", "seeds", "--strcit"], "unknown: --strcit; did you mean --strict?", id="an option"),
        pytest.param(["reprot", "seeds"], "did you mean report?", id="a command"),
        pytest.param(["tables", "seeds", "--format", "xls"], "did you mean xlsx?", id="a choice"),
        pytest.param(["report", "seeds", "--zzz"], "unknown: --zzz\n", id="nothing is near"),
        pytest.param(["report", "my", "articles"], "put a name that holds a space in quotation marks", id="a space"),
        pytest.param(["report"], "required: PATH", id="nothing to read"),
    ],
)
def test_a_slip_is_answered_with_the_usage_and_the_nearest_word(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    error = capsys.readouterr().err
    assert left.value.code == 2
    assert error.startswith("usage: mediakit")
    assert said in error


def test_a_command_that_is_told_to_end_leaves_nothing_behind(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary, seen = tmp_path / "temporary", list[str]()
    temporary.mkdir()

    def told_to_end(*_: object) -> None:
        seen.extend(path.name[:9] for path in temporary.iterdir())
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setattr(notebooks, "_execute", told_to_end)
    before = signal.getsignal(signal.SIGTERM)
    code = main(["report", str(folder({"herald.txt": FERRY})), "--out", str(tmp_path / "page.html")])
    assert (code, seen) == (128 + signal.SIGTERM, ["mediakit-"])
    assert [*temporary.iterdir()] == []
    assert not (tmp_path / "page.html").exists()
    assert signal.getsignal(signal.SIGTERM) == before
