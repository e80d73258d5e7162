"""The working folder: notebooks are copied once, and what a user made of them is never written over."""

import json
import shutil
from pathlib import Path

import pytest

from mediakit.errors import CorpusError, LaunchError, UsageError
from mediakit.launch import folder as launched
from mediakit.launch.folder import prepare
from tests.conftest import ROOT, SEEDS, Folder

FIRST = "01_what_is_in_the_pile.ipynb"
INDEX = "00_index.ipynb"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Notebooks as an installed package holds them: without the articles of a checkout beside them."""
    home = tmp_path / "installed" / "notebooks"
    shutil.copytree(ROOT / "notebooks", home, ignore=shutil.ignore_patterns(".*"))
    monkeypatch.setattr(launched, "notebook_path", lambda name: home / name)
    return home


def setting(notebook: Path) -> str:
    """The articles a notebook reads, as Python reads its settings."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    [source] = ["".join(cell["source"]) for cell in cells if "parameters" in cell["metadata"].get("tags", [])]
    names: dict[str, str] = {}
    exec(source, names)
    return names["corpus_path"]


def add_cell(notebook: Path, source: str) -> None:
    content = json.loads(notebook.read_text(encoding="utf-8"))
    content["cells"].append({"cell_type": "markdown", "id": "new", "metadata": {}, "source": [source]})
    notebook.write_text(json.dumps(content), encoding="utf-8")


def test_every_notebook_is_copied_and_the_first_is_the_one_to_open(tmp_path: Path) -> None:
    prepared = prepare(tmp_path / "lesson")
    names = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
    assert sorted(path.name for path in prepared.folder.glob("*.ipynb")) == names
    assert (prepared.first, prepared.remarks) == (INDEX, ())


def test_in_a_checkout_the_copies_read_the_articles_that_come_with_it(tmp_path: Path) -> None:
    prepare(tmp_path / "lesson")
    assert (tmp_path / "lesson" / setting(tmp_path / "lesson" / FIRST)).resolve() == SEEDS


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("my articles", id="a space"),
        pytest.param("Überschwemmung 洪水", id="letters beyond ASCII"),
        pytest.param("the 'Herald' \"pile\"", id="quotation marks"),
    ],
)
def test_the_copies_read_the_articles_asked_for(tmp_path: Path, name: str) -> None:
    try:
        (tmp_path / name).mkdir()
    except OSError:
        name = "plain"  # a file system that knows no such names
        (tmp_path / name).mkdir()
    prepare(tmp_path / "lesson", tmp_path / name)
    assert setting(tmp_path / "lesson" / FIRST) == f"../{name}"


def test_articles_that_are_no_neighbors_are_named_by_their_whole_path(tmp_path: Path) -> None:
    far = tmp_path / "archive"
    far.mkdir()
    prepare(tmp_path / "school" / "lesson", far)
    assert setting(tmp_path / "school" / "lesson" / FIRST) == far.resolve().as_posix()


def test_the_second_time_nothing_is_written(tmp_path: Path) -> None:
    made = prepare(tmp_path / "lesson").folder
    before = {path: path.stat().st_mtime_ns for path in made.rglob("*")}
    prepare(tmp_path / "lesson")
    assert {path: path.stat().st_mtime_ns for path in made.rglob("*")} == before


def test_the_articles_given_once_are_remembered(folder: Folder, tmp_path: Path) -> None:
    prepare(tmp_path / "lesson", folder({"a.txt": "No ferry today."}))
    prepare(tmp_path / "lesson")
    assert setting(tmp_path / "lesson" / FIRST) == "../articles"


def test_a_notebook_nobody_touched_reads_the_other_articles_next_time(folder: Folder, tmp_path: Path) -> None:
    prepare(tmp_path / "lesson")
    prepare(tmp_path / "lesson", folder({"a.txt": "No ferry today."}))
    assert setting(tmp_path / "lesson" / FIRST) == "../articles"


def test_a_changed_notebook_stays_and_one_line_says_so(folder: Folder, tmp_path: Path) -> None:
    mine = prepare(tmp_path / "lesson").folder / FIRST
    add_cell(mine, "My own notes on the ferry.")
    before = mine.read_bytes()
    remarks = prepare(tmp_path / "lesson", folder({"a.txt": "No ferry today."})).remarks
    assert mine.read_bytes() == before
    assert remarks == (
        f'{FIRST} stays as you left it; to let it read the articles asked for, write corpus_path = "../articles" in its settings',
    )


def test_a_changed_notebook_is_not_mentioned_while_there_is_nothing_new(tmp_path: Path) -> None:
    add_cell(prepare(tmp_path / "lesson").folder / FIRST, "My own notes.")
    assert prepare(tmp_path / "lesson").remarks == ()


def test_results_in_a_notebook_are_its_users(folder: Folder, tmp_path: Path) -> None:
    mine = prepare(tmp_path / "lesson").folder / FIRST
    content = json.loads(mine.read_text(encoding="utf-8"))
    code = next(cell for cell in content["cells"] if cell["cell_type"] == "code")
    code["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["five"]}]
    mine.write_text(json.dumps(content), encoding="utf-8")
    before = mine.read_bytes()
    prepare(tmp_path / "lesson", folder({"a.txt": "No ferry today."}))
    assert mine.read_bytes() == before


def test_a_notebook_that_was_only_opened_is_renewed(installed: Path, folder: Folder, tmp_path: Path) -> None:
    mine = prepare(tmp_path / "lesson", folder({"a.txt": "No ferry today."})).folder / FIRST
    content = json.loads(mine.read_text(encoding="utf-8"))
    content["metadata"]["kernelspec"]["display_name"] = "Python 3 (ipykernel)"  # JupyterLab writes this by itself
    mine.write_text(json.dumps(content), encoding="utf-8")
    add_cell(installed / FIRST, "A better question.")
    assert prepare(tmp_path / "lesson").remarks == ()
    assert "A better question." in mine.read_text(encoding="utf-8")


def test_a_newer_notebook_is_not_written_over_a_changed_one(installed: Path, folder: Folder, tmp_path: Path) -> None:
    mine = prepare(tmp_path / "lesson", folder({"a.txt": "No ferry today."})).folder / FIRST
    add_cell(mine, "My own notes.")
    before = mine.read_bytes()
    add_cell(installed / FIRST, "A better question.")
    [remark] = prepare(tmp_path / "lesson").remarks
    assert mine.read_bytes() == before
    assert remark == f"{FIRST} stays as you left it; a newer one came with mediakit: rename yours to get it"


def test_a_notebook_that_is_broken_stays_too(tmp_path: Path, folder: Folder) -> None:
    mine = prepare(tmp_path / "lesson").folder / FIRST
    mine.write_text('{"cells": [{')
    [remark] = prepare(tmp_path / "lesson", folder({"a.txt": "No ferry."})).remarks
    assert (mine.read_text(), "no longer be read as a notebook" in remark) == ('{"cells": [{', True)


@pytest.mark.parametrize(
    "record", [pytest.param("{", id="cut off"), pytest.param("[]", id="no record"), pytest.param("", id="empty")]
)
def test_without_its_record_every_changed_notebook_counts_as_the_users(tmp_path: Path, record: str) -> None:
    made = prepare(tmp_path / "lesson").folder
    add_cell(made / FIRST, "My own notes.")
    (made / ".mediakit" / "notebooks.json").write_text(record)
    prepare(tmp_path / "lesson")
    assert "My own notes." in (made / FIRST).read_text(encoding="utf-8")


def test_a_notebook_that_was_deleted_comes_again(tmp_path: Path) -> None:
    made = prepare(tmp_path / "lesson").folder
    (made / FIRST).unlink()
    prepare(tmp_path / "lesson")
    assert (made / FIRST).is_file()


def test_an_installation_without_articles_says_where_to_put_some(installed: Path, tmp_path: Path) -> None:
    prepared = prepare(tmp_path / "lesson")
    place = tmp_path / "lesson" / "my-articles"
    assert (setting(tmp_path / "lesson" / FIRST), place.is_dir()) == ("my-articles", True)
    assert prepared.remarks == (
        f"no articles come with this installation: put .txt files into {place}, or run: mediakit lab FOLDER",
    )
    (place / "a.txt").write_text("No ferry today.")
    assert prepare(tmp_path / "lesson").remarks == ()


def test_articles_that_are_not_there_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="there is no such folder or file"):
        prepare(tmp_path / "lesson", tmp_path / "nowhere")
    assert not (tmp_path / "lesson").exists()


def test_notebooks_are_not_put_among_the_articles(folder: Folder) -> None:
    room = folder({"a.txt": "No ferry today."})
    with pytest.raises(UsageError, match="among the articles"):
        prepare(room / "mediakit-notebooks", room)
    assert [path.name for path in room.iterdir()] == ["a.txt"]


def test_a_place_that_cannot_be_written_is_said_with_how_to_mend_it(tmp_path: Path) -> None:
    (tmp_path / "lesson").write_text("a file")
    with pytest.raises(LaunchError, match=r"the notebooks cannot be copied(.|\n)*choose a folder .* with --folder"):
        prepare(tmp_path / "lesson")
    assert (tmp_path / "lesson").read_text() == "a file"
