"""What the documentation tells a reader to type works: blocks of Python run, commands and their options exist."""

import doctest
import re
import runpy
import shlex
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

from mediakit.cli import main

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "benchmarks/README.md", "seeds/kim-shoigu-2025/README.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
each_page = pytest.mark.parametrize("page", [pytest.param(page, id=page.relative_to(ROOT).as_posix()) for page in PAGES])


def blocks(page: Path, language: str) -> str:
    """All blocks of one language, joined: a reader types them one after the other."""
    found = re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    return "\n".join(found)


def commands(program: str) -> list[str]:
    """Every command line of the documentation that calls a program."""
    lines = [line for page in PAGES for line in re.split(r"\n|&&", blocks(page, "console"))]
    return sorted({line.strip() for line in lines if line.split()[:1] == [program]})


def options_in(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))


@pytest.fixture
def newcomer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the seeds are found as seeds/…, as after cloning."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@each_page
def test_python_in_the_documentation_runs(page, newcomer):
    exec(compile(blocks(page, "python"), page.name, "exec"), {})


@each_page
def test_a_python_session_in_the_documentation_answers_as_printed(page, newcomer):
    session = doctest.DocTestParser().get_doctest(blocks(page, "pycon"), {}, page.name, str(page), 0)
    said: list[str] = []
    doctest.DocTestRunner().run(session, out=said.append)
    assert said == []


def test_the_readme_gives_the_two_commands():
    readme = blocks(ROOT / "README.md", "console")
    assert "pip install -e . && mediakit report seeds/kim-shoigu-2025" in readme
    assert 'pip install -e ".[test]" && pytest' in readme


@pytest.mark.parametrize("command", commands("mediakit"))
def test_a_mediakit_command_in_the_documentation_exists_with_its_options(command, capsys):
    name = command.split()[1]
    with pytest.raises(SystemExit) as done:
        main([name, "--help"])
    assert done.value.code == 0
    assert options_in(command) <= options_in(capsys.readouterr().out)


@pytest.mark.parametrize("name", ["report", "tables", "init", "lab", "voila", "app", "teach", "doctor"])
def test_the_readme_names_every_option_of_a_command(name, capsys):
    with pytest.raises(SystemExit):
        main([name, "--help"])
    (row,) = re.findall(rf"^\| `mediakit {name}\b.*$", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert options_in(row) == options_in(capsys.readouterr().out) - {"--help"}


def test_the_readme_names_every_command(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = re.findall(r"^    (\w+) ", capsys.readouterr().out, flags=re.MULTILINE)
    assert re.findall(r"^\| `mediakit (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE) == listed


@pytest.mark.parametrize("command", commands("python"))
def test_a_script_in_the_documentation_exists_with_its_options(command, monkeypatch, capsys):
    words = command.split()
    as_module = words[1] == "-m"
    program = words[2] if as_module else next(word for word in words if word.endswith(".py"))
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "argv", [program, "--help"])
    monkeypatch.delitem(sys.modules, program, raising=False)  # another test may have imported it
    monkeypatch.syspath_prepend(ROOT if as_module else (ROOT / program).parent)
    with pytest.raises(SystemExit) as done:
        (runpy.run_module if as_module else runpy.run_path)(program, run_name="__main__")
    assert not done.value.code
    assert options_in(command) <= options_in(capsys.readouterr().out)


@pytest.mark.parametrize("command", commands("pip"))
def test_an_installation_in_the_documentation_asks_for_extras_there_are(command):
    asked = re.findall(r"\[([\w,]+)\]", command)
    assert {extra for extras in asked for extra in extras.split(",")} <= set(PROJECT["optional-dependencies"])


def test_the_documentation_calls_no_other_programs_than_those_checked_here_and_the_test_tools():
    lines = [line for page in PAGES for line in re.split(r"\n|&&", blocks(page, "console"))]
    called = {shlex.split(line)[0] for line in lines if line.strip()}
    assert called <= {"mediakit", "python", "pip", "pytest", "ruff", "mypy", "lint-imports"}


@each_page
def test_a_link_to_a_file_of_the_project_leads_to_one(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
