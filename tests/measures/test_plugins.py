"""Other installed packages bring measures by entry point; a broken one breaks nothing but itself."""

import subprocess
import sys
from pathlib import Path

import pytest

import mediakit as mk
from mediakit.errors import MeasureError

PYPROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "question-marks"
version = "1.2"

[project.entry-points."mediakit.measures"]
questions = "question_marks:QUESTIONS"
words = "question_marks:BOTH"
"""

MODULE = """
import mediakit as mk

def question(name):
    return mk.Measure(name=name, label=name.title(), unit="question marks", higher_means="more questions", what="question marks",
                      reference="counted", compute=lambda document: document.plain.count("?"))

QUESTIONS = question("questions")
BOTH = [question("whys"), question("whens")]
TAKEN = question("lix")
NUMBER, NOTHING = 3, []
"""

LIST = "import mediakit as mk; print(mk.list_measures().set_index('measure')['package'].to_dict())"
MEASURE = """
import mediakit as mk
corpus = mk.read_texts({'Harbour Herald': 'Who paid? Nobody knew. Why?'})
mk.measure(corpus, 'lix')
print('question_marks' in sys.modules)
values = mk.measure(corpus, ['questions', 'word_count'])
print(values['value'].tolist(), values['recipe'].tolist())
print(mk.measure(corpus)['measure'].tolist()[-3:])
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip has installed a package that brings measures, built without a network."""
    room = tmp_path_factory.mktemp("plugin")
    source, target = room / "source", room / "installed"
    (source / "question_marks").mkdir(parents=True)
    (source / "question_marks" / "__init__.py").write_text(MODULE, encoding="utf-8")
    (source / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    offline = ["--no-build-isolation", "--no-deps", "--no-index", "--quiet", "--disable-pip-version-check"]
    subprocess.run([sys.executable, "-m", "pip", "install", *offline, "--target", str(target), str(source)], check=True)
    return target


def lay_out(room: Path, name: str, entries: dict[str, str]) -> Path:
    """A folder that holds a package as an installation leaves it, with the entry points given."""
    about = room / f"{name.replace('-', '_')}-1.2.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.2\n", encoding="utf-8")
    lines = [f"{entry} = {value}" for entry, value in entries.items()]
    (about / "entry_points.txt").write_text("\n".join(["[mediakit.measures]", *lines]), encoding="utf-8")
    module = name.replace("-", "_")
    (room / f"{module}.py").write_text(MODULE, encoding="utf-8")
    (room / f"{module}_unfinished.py").write_text("import no_such_package", encoding="utf-8")
    return room


def run(code: str, *paths: Path) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh Python that finds packages in the folders too."""
    start = f"import sys; sys.path[:0] = {[str(path) for path in paths]!r}\n"
    return subprocess.run([sys.executable, "-c", start + code], capture_output=True, text=True, encoding="utf-8", check=False)


def test_measures_of_an_installed_package_are_measured_by_name_and_with_all_and_not_imported_before(installed: Path) -> None:
    done = run(MEASURE, installed)
    assert done.returncode == 0, done.stderr
    imported, values, last = done.stdout.splitlines()
    assert imported == "False"
    assert values.startswith("[2.0, 5.0] ['questions/1 mediakit/")
    assert "parts=body package=question-marks/1.2', 'word_count/1 mediakit/" in values
    assert last == "['questions', 'whys', 'whens']"


def test_they_are_listed_with_their_package_after_those_of_mediakit(installed: Path) -> None:
    done = run(LIST, installed)
    listed = eval(done.stdout)
    assert [*listed.items()][-3:] == [(name, "question-marks") for name in ("questions", "whys", "whens")]
    assert (listed["lix"], "left out" in done.stderr) == ("mediakit", False)


BROKEN = {
    "taken": ("broken_plugin:TAKEN", "'lix' of broken-plugin/1.2 is left out: the name 'lix' is taken by mediakit"),
    "nowhere": (
        "broken_plugin:NOWHERE",
        "'nowhere' of broken-plugin/1.2 is left out: broken_plugin:NOWHERE cannot be loaded: Attribute",
    ),
    "unfinished": ("broken_plugin_unfinished:X", "broken_plugin_unfinished:X cannot be loaded: ModuleNotFoundError: No module"),
    "number": ("broken_plugin:NUMBER", "broken_plugin:NUMBER is int, neither a Measure nor a list of them"),
    "nothing": ("broken_plugin:NOTHING", "broken_plugin:NOTHING is list, neither a Measure nor a list of them"),
}


def test_what_is_broken_is_left_out_with_a_warning_and_the_rest_goes_on(tmp_path: Path) -> None:
    entries = {entry: value for entry, (value, _) in BROKEN.items()} | {"good": "broken_plugin:QUESTIONS"}
    done = run(LIST, lay_out(tmp_path, "broken-plugin", entries))
    assert done.returncode == 0
    listed = eval(done.stdout)
    assert (listed["lix"], listed["questions"]) == ("mediakit", "broken-plugin")
    assert [said for _, said in BROKEN.values() if said not in done.stderr] == []
    assert done.stderr.count("PluginWarning: the measure ") == done.stderr.count("to mend: ") == len(BROKEN)


def test_asked_for_by_name_a_broken_plugin_is_an_error_that_says_what_is_wrong(tmp_path: Path) -> None:
    room = lay_out(tmp_path, "broken-plugin", {"questions": "broken_plugin_unfinished:X"})
    done = run(MEASURE, room)
    assert done.returncode == 1
    assert (
        "MeasureError: the measure 'questions' of broken-plugin/1.2 is left out: broken_plugin_unfinished:X cannot" in done.stderr
    )


def test_of_two_packages_with_one_name_the_first_by_name_is_used_and_the_other_named(tmp_path: Path) -> None:
    one = lay_out(tmp_path, "a-questions", {"questions": "a_questions:QUESTIONS"})
    two = lay_out(tmp_path, "b-questions", {"questions": "b_questions:QUESTIONS"})
    done = run(LIST, one, two)
    assert eval(done.stdout)["questions"] == "a-questions"
    assert (
        "the measure 'questions' of b-questions/1.2 is left out: the name 'questions' is taken by a-questions/1.2" in done.stderr
    )


def test_a_measure_that_fails_says_which_and_in_which_article() -> None:
    bad = mk.Measure(
        name="bad",
        label="b",
        unit="u",
        higher_means="h",
        what="w",
        reference="r",
        compute=lambda document: 1 / len(document.plain[:0]),
    )
    with pytest.raises(MeasureError, match="ZeroDivisionError") as failed:
        mk.measure(mk.read_texts({"Harbour Herald": "Why?"}), [bad])
    assert failed.value.where == "bad, article Harbour Herald"
