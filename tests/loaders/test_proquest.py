"""Text exports of ProQuest: blocks of fields between rules of underscores."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.loaders import Problem, Record
from mediakit.loaders.proquest import read_proquest, recognize_proquest

RULE = "_" * 60 + "\n"
COVER = "\nReport Information from ProQuest\nJune 25 2021 10:00\n"
CONTENTS = "\nTable of contents\n\n1. Ferry halted after storm\n\n2. Council delays budget vote\n"
FERRY = """
Document 1 of 2

Ferry halted after storm

Author: Boyle, Ama.

Publication info: Harbour Herald ; Coastland [Coastland]24 June 2021: 4.

http://search.example.org/docview/1

Abstract: The ferry did not leave the harbour on Monday...

Links: http://resolver.example.org/1

Full text: The ferry did not leave the harbour on Monday.

Nobody knew why. Note: the harbour is shut.

Warning: waves of four metres.

Subject: Ferries; Storms

Location: Coastland

Title: Ferry halted after storm

Publication title: Harbour Herald

Pages: 4

Publication year: 2021

Publication date: Jun 24, 2021

Section: News

Language of publication: English

Document type: News

ProQuest document ID: 2543900001

Document URL: http://search.example.org/docview/1

Copyright: Copyright Harbour Herald Jun 24, 2021

Last updated: 2021-06-25

Database: Newsstream
"""
BUDGET = """
Document 2 of 2

Full text: The council put off its vote on the budget.
Title: Council delays budget vote
Publication title: Coast Courier
Publication date: Summer 2021
Language of publication: German
"""
FOOTER = "\nContact us at: http://www.example.org Database copyright © 2021 Terms and Conditions: http://www.example.org\n"
_SHOWN = ("title", "outlet", "published", "byline", "language", "section")
EXPORT = RULE + COVER + RULE + CONTENTS + RULE + FERRY + RULE + BUDGET + RULE + FOOTER


@pytest.fixture
def read(tmp_path):
    def read(content):
        file = tmp_path / "export.txt"
        file.write_text(content, encoding="utf-8")
        found = [*read_proquest(file, "export.txt", None)]
        return [item for item in found if isinstance(item, Record)], [item for item in found if isinstance(item, Problem)]

    return read


def test_every_field_goes_to_its_column_and_the_text_is_title_and_full_text(read):
    [ferry, budget], problems = read(EXPORT)
    assert problems == []
    assert {name: ferry.fields[name] for name in ferry.fields if name in _SHOWN} == {
        "title": "Ferry halted after storm", "outlet": "Harbour Herald", "published": "2021-06-24", "byline": "Boyle, Ama.",
        "language": "en", "section": "News",
    }  # fmt: skip
    assert ferry.fields["proquest_id"] == "2543900001"
    # an abstract that only begins the text once again is not counted twice
    assert ferry.text.split("\n") == [
        "Ferry halted after storm", "", "The ferry did not leave the harbour on Monday.", "",
        "Nobody knew why. Note: the harbour is shut.", "", "Warning: waves of four metres.",
    ]  # fmt: skip
    assert [label.label for label in ferry.labels] == ["title", "blank", "body", "blank", "body", "blank", "body"]
    assert (budget.fields["published"], budget.fields["language"]) == ("2021", "de")  # no day is invented
    assert budget.text == "Council delays budget vote\n\nThe council put off its vote on the budget."


def test_an_abstract_of_its_own_is_the_dek(read):
    [record, _], _ = read(EXPORT.replace("The ferry did not leave the harbour on Monday...", "No crossing before the weekend."))
    assert [label.label for label in record.labels[:3]] == ["title", "blank", "dek"]


@pytest.mark.parametrize(
    "content, what",
    [
        pytest.param(EXPORT.replace("of 2\n", "of 3\n"), "“Document n of m” says 3 articles, but 2 were found", id="n of m"),
        pytest.param(
            EXPORT.replace("Document ", "").replace("of 2\n", "\n").replace("2. Council", "2. Flood\n\n3. Council"),
            "the list of contents says 3 articles, but 2 were found", id="the list of contents",
        ),
        pytest.param(
            EXPORT.replace("Section: News", "Section: News\n\nSection: Coast"),
            "a second field section in one article; both are kept", id="a field twice",
        ),
    ],
)  # fmt: skip
def test_what_does_not_add_up_is_said_and_the_articles_are_read(read, content, what):
    records, [problem] = read(content)
    assert len(records) == 2
    assert (problem.what, problem.fate) == (what, "flagged")


def test_a_record_without_full_text_is_loaded_and_flagged(read):
    [record], [problem] = read(
        RULE + "\nTitle: Ferry halted\n\nPublication title: Harbour Herald\n\nAbstract: It stopped.\n" + RULE
    )
    assert (record.text, record.flags) == ("Ferry halted\n\nIt stopped.", ("metadata_only",))
    assert problem.what == "the record has no full text: only what is said about it"


def test_an_unknown_block_is_quarantined_with_its_lines_and_the_rest_is_read(read):
    records, [problem, count] = read(
        RULE + FERRY.replace("1 of 2", "1 of 1") + RULE + "\nA letter to the editor.\nIt is short.\n" + RULE
    )
    assert [record.number for record in records] == [1]
    assert (problem.line, problem.fate) == (54, "quarantined")
    assert problem.what == "lines 54 to 55 are not laid out as known: “Title:” and “Full text:” were expected"
    assert count.what == "“Document n of m” says 1 articles, but 2 were found"


def test_a_file_without_records_is_refused(read):
    records, problems = read(RULE + COVER + RULE)
    assert records == []
    [problem] = problems
    assert problem.what == "no layout of ProQuest that is known: no record between rules of underscores in 5 lines"
    assert problem.fate == "quarantined"


@pytest.mark.parametrize(
    "content, expected",
    [
        pytest.param(EXPORT, True, id="with a cover page"),
        pytest.param(RULE + BUDGET, True, id="without"),
        pytest.param("The ferry stopped.\n" + RULE + "Nobody knew why.", False, id="an article with a rule"),
    ],
)
def test_an_export_is_recognized_by_its_content(tmp_path, content, expected):
    assert recognize_proquest(content.encode(), tmp_path) is expected


LINE = st.sampled_from([RULE.strip(), *EXPORT.splitlines()]) | st.text()


@given(st.lists(LINE, max_size=40))
def test_no_text_raises_and_every_article_is_read_or_quarantined(tmp_path_factory, lines):
    file = tmp_path_factory.mktemp("proquest") / "export"
    file.write_bytes("\n".join(lines).encode("utf-8", "replace"))
    found = [*read_proquest(file, "export", None)]
    loaded = [item.number for item in found if isinstance(item, Record)]
    refused = [item for item in found if isinstance(item, Problem) and item.fate == "quarantined"]
    assert found
    assert len(loaded) + len(refused) >= max(loaded, default=1)


def test_an_export_in_html_is_refused_with_what_to_choose(tmp_path):
    file = tmp_path / "export.html"
    file.write_text("<html><body><h1>Report Information from ProQuest</h1><p>Ferry halted</p></body></html>")
    assert recognize_proquest(file.read_bytes(), file)
    [problem] = read_proquest(file, "export.html", None)
    assert (problem.what, problem.fate) == (
        "an export of ProQuest in HTML, which does not say where an article begins and ends", "quarantined",
    )  # fmt: skip
    assert "choose Save as > Text only" in problem.mend
