"""Pictures, lists and numbers in the documentation are those of the package as it is."""

import re
import runpy
from pathlib import Path

import pytest

import mediakit as mk

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def script() -> dict:
    return runpy.run_path(str(ROOT / "docs" / "make_picture.py"))


@pytest.mark.parametrize(
    "name",
    [
        "docs/architecture.md",
        "docs/lessons.md",
        "docs/loading.md",
        "docs/readability.md",
        "docs/reference.md",
        "docs/tutorial.md",
        "docs/validity.md",
    ],
)
def test_lists_made_from_the_package_are_current(name, script):
    page = (ROOT / name).read_text(encoding="utf-8")
    assert "<!-- made: " in page
    assert page == script["renewed"](page), "run: python docs/make_picture.py"


def test_the_picture_shows_what_the_package_measures(script):
    def words(svg: str) -> list[str]:
        return re.findall(r"<text[^>]*>([^<]*)</text>", svg)

    shown = words(script["PICTURE"].read_text(encoding="utf-8"))
    assert shown == words(script["svg"](script["result"]())), "run: python docs/make_picture.py"
    assert {"cambarysu.com", "unknown (002…)", "16.5"} <= set(shown)


def test_the_picture_is_the_same_every_time(script):
    assert script["svg"](script["result"]()) == script["svg"](script["result"]())


def test_every_measure_stands_in_the_reference():
    page = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    measures = page[page.index("### Measures") : page.index("### summary")]
    assert re.findall(r"^\| (\w+) \|", measures, flags=re.MULTILINE)[1:] == mk.list_measures()["measure"].tolist()


@pytest.mark.parametrize("name", mk.__all__)
def test_a_public_name_is_explained_with_an_example(name):
    explained = getattr(mk, name).__doc__ or ""
    assert ">>> " in explained
