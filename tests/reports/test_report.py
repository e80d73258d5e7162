"""mediakit report: the template notebook rerun as one page and a manifest."""

import json
import re
import signal
import tempfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest

from mediakit import written
from mediakit.cli import main
from mediakit.cli.values import configured
from mediakit.errors import ReportError, UsageError
from mediakit.reports import notebooks
from mediakit.reports.cache import Made, kept_in
from mediakit.reports.notebooks import run_notebook, run_parts, with_parameters
from mediakit.reports.parameters import PARAMETERS
from mediakit.reports.shipped import notebook_path
from tests.conftest import ROOT, SEEDS, Folder

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
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the report on the seeds is kept."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def report(cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on the seeds, made once."""
    page = tmp_path_factory.mktemp("report") / "seeds.html"
    assert main(["report", str(SEEDS), "--cache", str(cache), "--out", str(page)]) == 0
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
    assert page.count("<summary>How was this measured?</summary>") == 22
    assert "mk.read_corpus(corpus_path, columns=columns, strict=strict)" in elements(page).text


def test_the_sections_stand_in_the_order_of_the_contents(report: Path) -> None:
    page = report.read_text(encoding="utf-8")
    parts = elements(page)
    linked = re.findall(r'<li><a href="#([^"]+)">', page[page.index("<nav") : page.index("</nav>")])
    assert [attributes["id"] for tag, attributes in parts.found if tag == "h2"] == linked
    about = ["What was read", "How long", "Who says what", "The same quotation", "Are the sources named", "Where may it come",
             "What this does not show", "How this was made", "What was decided", "The tables and their columns"]  # fmt: skip
    places = [page.index(f'<h2 id="{words.replace(" ", "-")}') for words in about]
    assert places == sorted(places)


def test_every_number_of_the_tables_leads_to_its_text_or_its_quotations(report: Path) -> None:
    parts = elements(report.read_text(encoding="utf-8"))
    places = {attributes["id"] for _, attributes in parts.found if "id" in attributes}
    leading = [str(attributes["href"])[1:] for tag, attributes in parts.found if tag == "a" and "href" in attributes]
    assert [place for place in leading if place not in places] == []
    assert sum(place.startswith("text-") for place in leading) > 100
    assert sum(place.startswith("said-") for place in leading) > 20


def test_the_methods_say_what_was_done_in_words_to_quote(report: Path) -> None:
    text = elements(report.read_text(encoding="utf-8")).text
    assert "The articles were read with mediakit 0.1.0" in text
    assert "The articles report 2 events: 0 were put to theirs by what was given, 5 by their words, names and dates." in text
    assert "Measured with engine mediakit, parts body: Characters, Words," in text
    assert "No rule was overruled by hand." in text


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


def same_but_for_the_stamp(one: Path, other: Path) -> bool:
    pages = without_stamp(one) == without_stamp(other)
    return pages and without_stamp(one.with_suffix(".manifest.json")) == without_stamp(other.with_suffix(".manifest.json"))


@pytest.mark.notebooks
def test_the_same_input_gives_the_same_bytes_but_for_the_stamp(report: Path, tmp_path: Path) -> None:
    assert main(["report", str(SEEDS), "--out", str(tmp_path / "again.html")]) == 0
    assert same_but_for_the_stamp(tmp_path / "again.html", report)


def test_an_unchanged_corpus_is_taken_from_the_cache_with_the_same_bytes_and_no_notebook_runs(
    report: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(notebooks, "_execute", lambda *_: pytest.fail("a notebook runs"))
    assert main(["report", str(SEEDS), "--cache", str(cache), "--out", str(tmp_path / "again.html")]) == 0
    assert "nothing has changed since the last report" in capsys.readouterr().err
    assert same_but_for_the_stamp(tmp_path / "again.html", report)


def test_the_manifest_says_what_went_in_and_how_numbers_were_made(report: Path) -> None:
    manifest = json.loads(report.with_suffix(".manifest.json").read_text(encoding="utf-8"))
    assert [entry["path"][:3] for entry in manifest["inputs"]] == ["000", "001", "002", "003", "004"]
    assert all(len(entry["sha256"]) == 64 for entry in manifest["inputs"])
    assert {entry["format"] for entry in manifest["inputs"]} == {"txt"}
    assert manifest["counts"] == {"found": 5, "loaded": 5, "quarantined": 0, "skipped": 0}
    assert "lix/1 mediakit/0.1.0 engine=mediakit parts=body" in manifest["recipes"]
    assert manifest["versions"]["textstat"] == "0.7.13"


@pytest.mark.notebooks
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
    assert main(["report", str(room), "--pdf", "--reference", "nobody"]) == 3
    # named after the corpus
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == [
        "articles.html",
        "articles.manifest.json",
        "articles.pdf",
    ]
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
    assert told.out == f"{Path('reports') / 'articles.html'}\n{Path('reports') / 'articles.pdf'}\n"
    # too little text is said in place of a number
    assert "too short" in parts.text
    # markup is inert
    assert not [tag for tag, attributes in parts.found if tag == "img" or "onerror" in attributes]
    assert parts.text.count(NASTY) > 5
    # a part that fails has its error in its place, and the others stand
    missing = json.loads((tmp_path / "reports" / "articles.manifest.json").read_text(encoding="utf-8"))["missing_parts"]
    assert [(part["part"], part["what"]) for part in missing] == [
        ("The same quotation elsewhere", "'nobody' is no quotation that stands elsewhere too")
    ]
    assert "This part could not be made." in parts.text
    assert "To mend: use an article_id of links, or (article_id, quote_no)" in parts.text
    assert "“The same quotation elsewhere” could not be made" in told.err
    assert "The tables and their columns" in parts.text


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
            pytest.param([str(SEEDS), "--param", "engine=abacus"], 2, ["no engine", "where: engine", "textstat"], id="engine"),
            pytest.param([str(SEEDS), "--measure", "lixx"], 2, ["no measure is called 'lixx'", "flesch"], id="measure"),
            pytest.param([str(SEEDS), "--lexicon", "cues=no.csv"], 2, ["no such file", "lexicons: cues"], id="no lexicon"),
            pytest.param([str(SEEDS), "--lexicon", "moods=no.csv"], 2, ["'moods'", "cues, roles"], id="unknown lexicon"),
            pytest.param([str(SEEDS), "--param", "title=7"], 2, ["title holds 7", "not text"], id="another type"),
            pytest.param([str(SEEDS), "--param", "outlets=Herald"], 2, ["not a list of texts", 'outlets = ["…'], id="no list"),
            pytest.param([str(SEEDS), "--param", "corpus_path=x"], 2, ["the corpus is named twice"], id="two corpora"),
        ],
    )
    def test_usage(
        self, arguments: list[str], code: int, said: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["report", *arguments, "--out", str(tmp_path / "page.html")]) == code
        error = capsys.readouterr().err
        assert [phrase for phrase in said if phrase not in error] == []
        assert [*tmp_path.iterdir()] == []

    def test_no_corpus_at_all(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as left:
            main(["report", "--out", str(tmp_path / "page.html")])
        assert left.value.code == 2
        assert "required: PATH, or a corpus_path in --config" in capsys.readouterr().err

    @pytest.mark.parametrize("name", ["page.pdf", "page", "page.html.gz", "."])
    def test_anything_but_a_page_is_refused(
        self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert main(["report", str(SEEDS), "--out", name]) == 2
        error = capsys.readouterr().err
        assert "the report is written as one HTML page" in error
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

    def test_a_report_among_the_articles(
        self, folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        room = folder({"herald.txt": FERRY})
        monkeypatch.chdir(room)
        assert main(["report", "."]) == 2
        assert "would be written among the articles" in capsys.readouterr().err
        assert [path.name for path in room.iterdir()] == ["herald.txt"]

    @pytest.mark.notebooks
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
        with pytest.raises(UsageError, match=r"corpus_path, title, outlets, .*, engine, excerpts, strict"):
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
    with pytest.raises((ReportError, KeyboardInterrupt)), written.written_whole(target) as draft:
        draft.write_text("half")
        raise fault
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert target.read_text() == "the report of yesterday"


def test_a_part_that_needs_what_failed_says_which_part_that_was(tmp_path: Path) -> None:
    cells = [
        nbformat.v4.new_markdown_cell("## Who says what?"),
        nbformat.v4.new_code_cell("quotes = 1 / 0\nquotes"),
        nbformat.v4.new_markdown_cell("## Whose words?"),
        nbformat.v4.new_code_cell("voices = quotes + 1"),
        nbformat.v4.new_code_cell("'still here'"),
    ]
    ran = run_parts(nbformat.v4.new_notebook(cells=cells), tmp_path)
    assert [(part.part, part.what) for part in ran.missing] == [
        ("Who says what?", "ZeroDivisionError: division by zero"),
        ("Whose words?", "it needs what “Who says what?” could not make"),
    ]
    assert "division by zero" in ran.notebook.cells[1].outputs[0]["data"]["text/html"]
    assert ran.notebook.cells[4].outputs[0]["data"]["text/plain"] == "'still here'"


def test_a_long_step_shows_its_progress_and_none_of_it_on_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TQDM_DISABLE", raising=False)  # whoever runs the tests may want none
    code = "import sys\nfrom tqdm import tqdm\nfor _ in tqdm(range(3), desc='reading'): pass\nprint('kept', file=sys.stderr)"
    ran, _ = run_notebook(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)]), tmp_path)
    assert "reading: 100%" in capsys.readouterr().err
    assert "reading" not in str(ran.cells[0].outputs)


class TestCache:
    """A report is taken from the cache only where nothing it rests on has changed."""

    @pytest.mark.parametrize(
        "change",
        [
            pytest.param(lambda room: (room / "herald.txt").write_text("Another text."), id="a text"),
            pytest.param(lambda room: (room / "new.txt").write_text("A new text."), id="a new article"),
            pytest.param(lambda room: (room / "herald.txt").rename(room / "courier.txt"), id="another name"),
            pytest.param(lambda room: (room / "corrections.csv").write_text("table\n"), id="corrections"),
        ],
    )
    def test_a_changed_corpus_has_another_place(self, change: Callable[[Path], object], folder: Folder, tmp_path: Path) -> None:
        room = folder({"herald.txt": FERRY})
        before = kept_in(tmp_path, room, {}, [])
        assert kept_in(tmp_path, room, {}, []) == before
        change(room)
        assert kept_in(tmp_path, room, {}, []).file != before.file

    def test_other_settings_lexicons_or_surroundings_have_another_place(
        self, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        room, words = folder({"herald.txt": FERRY}), tmp_path / "words.csv"
        words.write_text("cue")
        places = [kept_in(tmp_path, room, {}, []), kept_in(tmp_path, room, {"engine": "textstat"}, []),
                  kept_in(tmp_path, room, {}, [str(words)])]  # fmt: skip
        words.write_text("other")
        places.append(kept_in(tmp_path, room, {}, [str(words)]))
        monkeypatch.setenv("MEDIAKIT_MODEL", "none")
        places.append(kept_in(tmp_path, room, {}, []))
        assert len({place.file for place in places}) == 5

    @pytest.mark.parametrize(
        "damage",
        [
            pytest.param(lambda file: file.write_bytes(file.read_bytes()[:-9]), id="cut off"),
            pytest.param(lambda file: file.write_text(file.read_text().replace("page", "pige")), id="changed"),
            pytest.param(lambda file: file.write_bytes(b"\xff\xfe"), id="no text"),
            pytest.param(lambda file: file.write_text(""), id="empty"),
            pytest.param(lambda file: file.unlink(), id="gone"),
        ],
    )
    def test_a_damaged_entry_is_none(self, damage: Callable[[Path], object], folder: Folder, tmp_path: Path) -> None:
        kept = kept_in(tmp_path / "cache", folder({"herald.txt": FERRY}), {}, [])
        made = Made("<p>the page of made-1</p>\r\n", "made-1", {"articles": 1})
        kept.write(made)
        assert kept.read() == made
        damage(kept.file)
        assert kept.read() is None


def test_the_documentation_names_every_setting() -> None:
    page = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \|.*\| (.+) \|$", page, re.MULTILINE))
    assert rows == {setting.name: setting.what for setting in PARAMETERS}


def test_the_notebook_names_every_setting_with_its_default() -> None:
    cells = nbformat.read(notebook_path("report.ipynb"), as_version=4).cells
    (cell,) = (cell for cell in cells if "parameters" in cell.metadata.get("tags", []))
    given: dict[str, object] = {}
    exec(cell.source, given)
    assert {setting.name: given[setting.name] for setting in PARAMETERS[1:]} == {
        setting.name: setting.default for setting in PARAMETERS[1:]
    }


def test_paths_in_a_configuration_start_from_its_folder(tmp_path: Path) -> None:
    config = tmp_path / "report.toml"
    config.write_text('corpus_path = "articles"\n[lexicons]\ncues = "words.csv"\n')
    assert configured(config) == {
        "corpus_path": (tmp_path / "articles").as_posix(),
        "lexicons": {"cues": str(tmp_path / "words.csv")},
    }


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
