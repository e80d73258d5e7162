"""environment.yml, CITATION.cff and pyproject.toml say the same."""

import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def read_yaml(name: str) -> dict:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_conda_installs_python_and_pip_and_leaves_every_other_version_to_pyproject():
    assert read_yaml("environment.yml")["dependencies"] == ["python>=3.11", "pip", {"pip": ["-e ."]}]


def test_conda_takes_the_python_that_pyproject_asks_for():
    assert f"python{PROJECT['requires-python']}" in read_yaml("environment.yml")["dependencies"]


def test_the_environment_is_called_as_the_package():
    assert read_yaml("environment.yml")["name"] == PROJECT["name"]


def test_the_citation_names_the_version_that_is_released():
    assert read_yaml("CITATION.cff")["version"] == PROJECT["version"]


def test_the_changelog_has_an_entry_for_the_version():
    assert f"\n## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
