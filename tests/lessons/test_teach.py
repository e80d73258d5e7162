"""mediakit teach: a bundle for the class without a key, copies and worksheets for the teacher, and nothing half-written."""

import json
import re
import zipfile
from pathlib import Path

import nbformat
import pytest

from mediakit.cli import main
from mediakit.errors import ReportError
from mediakit.lessons.lesson import Lesson, list_lessons, read_key
from mediakit.lessons.offline import check_wheels, collect_wheels
from mediakit.lessons.page import teacher_page
from mediakit.lessons.teach import _index, write_teach
from mediakit.lessons.teacher import handout, teacher_copy
from tests.conftest import ROOT
from tests.lessons.test_keys import runs, runs_of_key, words_of

LESSON = list_lessons(["04"])[0]


def test_a_teachers_copy_has_the_answer_below_its_task() -> None:
    cells = teacher_copy(LESSON).cells
    tagged = [place for place, cell in enumerate(cells) if cell.metadata.get("tags") == ["answer"]]
    assert tagged
    first = cells[tagged[0]].source
    assert cells[tagged[0] - 1].source.splitlines()[-2].startswith("> **1. Predict.**")
    assert first.startswith(f"**Answer 1.** {read_key(LESSON)[1].answer}")
    assert "*Why:*" in first


def test_a_teachers_copy_is_the_students_notebook_otherwise() -> None:
    kept = [cell.source for cell in teacher_copy(LESSON).cells if cell.metadata.get("tags") not in (["answer"], ["teacher"])]
    own = [cell.source for cell in nbformat.read(LESSON.path, as_version=4).cells]
    assert " ".join(" ".join(kept).split()) == " ".join(" ".join(own).split())


@pytest.mark.parametrize(
    ("numbers", "said", "not_said"),
    [
        pytest.param(["04"], [], ["One lesson only", "One week"], id="one lesson"),
        pytest.param(["04", "05"], ["One lesson only: 04."], ["One week"], id="two lessons"),
        pytest.param(["04", "05", "06", "08"], ["One lesson only: 04.", "One week: 04, 06, 08"], [], id="more than a week"),
    ],
)
def test_the_index_advises_only_what_can_be_chosen(numbers: list[str], said: list[str], not_said: list[str]) -> None:
    index = _index(list_lessons(numbers), offline_install=False)
    assert [advice for advice in said if advice not in index] == []
    assert [advice for advice in not_said if advice in index] == []


def test_the_index_leads_to_what_the_class_sees_to_the_answers_and_to_the_worksheet() -> None:
    name = "04_who_said_it_exactly"
    index = _index([LESSON], offline_install=False)
    for target in (f"students/pages/{name}.html", f"teacher/{name}.html", f"handouts/{name}.html", f"handouts/{name}.pdf"):
        assert f'href="{target}"' in index


@pytest.mark.parametrize("lesson", [pytest.param(lesson, id=lesson.number) for lesson in list_lessons()])
def test_a_page_says_nothing_that_holds_in_a_notebook_only_and_its_contents_lead_there(lesson: Lesson) -> None:
    page = teacher_page(lesson)
    assert "Shift + Enter" not in page
    assert "settings" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    places = re.findall(r' id="([^"]+)"', page)
    contents = re.findall(r'<li><a href="#([^"]+)">', page)
    assert contents
    assert [place for place in contents if place not in places] == []


def test_a_worksheet_has_every_task_lines_to_write_on_a_rubric_and_no_answer() -> None:
    sheet = handout(LESSON)
    assert sheet.count('class="answer"') == len(LESSON.tasks) + 9  # and a page to lay two texts side by side
    assert "Evidence by exact words" in sheet
    assert [answer.answer for answer in read_key(LESSON).values() if answer.answer in sheet] == []


@pytest.mark.parametrize("lesson", [pytest.param(lesson, id=lesson.number) for lesson in list_lessons()])
def test_a_teachers_page_opens_with_the_goal_and_has_every_answer_and_no_settings(lesson: Lesson) -> None:
    page = teacher_page(lesson)
    assert "<strong>Goal:</strong>" in page
    assert [number for number in read_key(lesson) if f"<strong>Answer {number}.</strong>" not in page] == []
    assert "Your settings" not in page


@pytest.mark.parametrize("asked", ["10", "4,77", "ferry"])
def test_a_lesson_there_is_none_of_is_said_and_nothing_is_written(
    asked: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["teach", "--out", str(tmp_path / "class"), "--lessons", asked]) == 2
    assert "there is no lesson" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "marks.txt").write_text("Ama: 12 points")
    assert main(["teach", "--out", str(tmp_path), "--lessons", "04"]) == 2
    assert "name a folder that is not there yet" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["marks.txt"]


def test_a_place_that_cannot_be_written_is_said_with_how_to_mend_it(tmp_path: Path) -> None:
    (tmp_path / "school").write_text("a file")
    with pytest.raises(ReportError, match=r"cannot write(.|\n)*--out"):
        write_teach(tmp_path / "school" / "class", ["04"])


def test_without_a_network_the_packages_are_an_error_that_says_how_to_mend_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(ReportError, match=r"the packages are not complete(.|\n)*connect to the network"):
        collect_wheels(tmp_path / "install")


def test_the_doctor_says_when_packages_for_an_installation_are_missing(tmp_path: Path) -> None:
    assert "mediakit" in check_wheels(tmp_path)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the command writes for one lesson."""
    folder = tmp_path_factory.mktemp("school") / "class"
    assert main(["teach", "--out", str(folder), "--lessons", "04"]) == 0
    return folder


@pytest.fixture(scope="module")
def bundle(made: Path) -> dict[str, str]:
    """The files for students, by name."""
    with zipfile.ZipFile(made / "students.zip") as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


@pytest.mark.notebooks
def test_the_command_writes_everything_a_teacher_needs(made: Path) -> None:
    files = sorted(path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file())
    assert [name for name in files if not name.startswith("students/")] == [
        "handouts/04_who_said_it_exactly.html",
        "handouts/04_who_said_it_exactly.pdf",
        "index.html",
        "students.zip",
        "teacher/04_who_said_it_exactly.html",
        "teacher/04_who_said_it_exactly.ipynb",
    ]
    with zipfile.ZipFile(made / "students.zip") as packed:
        assert sorted(f"students/{name}" for name in packed.namelist()) == [name for name in files if "students/" in name]
    assert [path.name for path in made.parent.iterdir()] == ["class"]
    assert (made / "handouts" / "04_who_said_it_exactly.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.notebooks
def test_no_answer_is_in_the_bundle_for_students(bundle: dict[str, str]) -> None:
    """Neither in a name, nor in a cell, in metadata or in an output."""
    assert [name for name in bundle if "key" in name or "truth" in name or "teacher" in name or "README" in name] == []
    articles = {run for name, text in bundle.items() if name.startswith("seeds/") for run in runs(text)}
    others = {
        name: " ".join(words_of(text.replace("\\n", " "))) for name, text in bundle.items() if not name.startswith("seeds/")
    }
    assert [(name, run) for name, text in others.items() for run in runs_of_key(LESSON) - articles if run in text] == []
    assert [name for name, text in others.items() if '"answer"' in text] == []


@pytest.mark.notebooks
def test_the_bundle_has_the_notebook_as_it_is_its_page_and_the_articles(bundle: dict[str, str]) -> None:
    name = "04_who_said_it_exactly"
    assert json.loads(bundle[f"notebooks/{name}.ipynb"]) == json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text("utf-8"))
    assert "Have you written down your prediction?" in bundle[f"pages/{name}.html"]
    assert "Goal:" in bundle[f"pages/{name}.html"]
    assert "Your settings" not in bundle[f"pages/{name}.html"]
    assert 'src="http' not in bundle[f"pages/{name}.html"]
    assert "seeds/practice/articles/bay/ferry.html" in bundle
    assert "seeds/kim-shoigu-2025/002_942e80972d68acaf.txt" in bundle
    assert f'href="pages/{name}.html"' in bundle["index.html"]
