"""The table to fill in on a page without Jupyter: by keyboard alone, no rule of accessibility broken, and a file to take away."""

from pathlib import Path

import pandas as pd
import pytest

import mediakit as mk
from tests.browser.homes import Watched

pytestmark = pytest.mark.browser
CLAIMS = pd.DataFrame({"claim": ["No ferry ran.", "=1+1"], "Herald": ["told", ""]})


@pytest.fixture
def page(tmp_path: Path) -> Path:
    table = mk.edit_table(CLAIMS, tmp_path / "claims.csv", choices={"Herald": ["told", "not found"]})
    return mk.export_page(table, tmp_path / "claims.html")


def test_a_cell_is_filled_in_and_a_row_added_by_keyboard(watched: Watched, page: Path, drawn) -> None:
    opened = watched.open(page)
    opened.get_by_label("Herald, row 2").focus()
    opened.keyboard.press("ArrowDown")
    opened.get_by_role("button", name="Add a row").focus()
    opened.keyboard.press("Enter")
    opened.keyboard.type("Nobody was hurt.")
    opened.keyboard.press("Tab")
    assert drawn(opened)["rows"] == [["No ferry ran.", "told"], ["=1+1", "told"], ["Nobody was hurt.", ""]]
    assert opened.get_by_role("status").inner_text() == "Changed here. To keep it, download the table."


def test_a_deleted_row_can_be_brought_back(watched: Watched, page: Path, drawn) -> None:
    opened = watched.open(page)
    opened.get_by_role("button", name="Delete row 1").press("Enter")
    assert drawn(opened)["rows"] == [["=1+1", ""]]
    opened.get_by_role("button", name="Bring the deleted row back").press("Enter")
    assert drawn(opened)["rows"] == [["No ferry ran.", "told"], ["=1+1", ""]]


def test_the_table_is_downloaded_and_holds_no_formula(watched: Watched, page: Path) -> None:
    opened = watched.open(page)
    with opened.expect_download() as waiting:
        opened.get_by_role("button", name="Download as CSV").press("Enter")
    file = Path(waiting.value.path())
    assert waiting.value.suggested_filename == "claims.csv"
    assert file.read_text("utf-8-sig").splitlines() == ["claim,Herald", "No ferry ran.,told", "'=1+1,"]


def test_a_column_may_have_a_name_that_every_object_of_javascript_knows(watched: Watched, tmp_path: Path) -> None:
    table = mk.edit_table(pd.DataFrame({"constructor": ["Hill"]}), tmp_path / "piers.csv")
    opened = watched.open(mk.export_page(table, tmp_path / "piers.html"))
    assert opened.get_by_label("constructor, row 1").input_value() == "Hill"


def test_no_rule_of_accessibility_is_broken(watched: Watched, page: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = watched.open(page)
    rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
    found = Axe().run(opened, options=rules).response["violations"]
    assert [(broken["id"], [node["html"][:120] for node in broken["nodes"]]) for broken in found] == []
