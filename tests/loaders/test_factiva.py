"""Exports of Factiva with field codes: RTF, text and HTML, whole, cut off and unknown."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.loaders import Problem, Record
from mediakit.loaders.factiva import read_factiva, recognize_factiva

FERRY = """\
SE  News
HD  Ferry halted after storm
BY  By Ama Boyle
WC  1,021 words
PD  24 June 2021
ET  10:15
SN  Harbour Herald
SC  HHERALD
PG  4
LA  English
CY  Copyright 2021. Harbour Herald Ltd.

LP
The ferry did not leave the harbour on Monday.

TD

Nobody knew why.
“We saw waves of four metres,” the harbour master said.

CO  ferryl : Ferry Line Ltd
NS  gstorm : Storms
RE  coastl : Coastland
PUB  Harbour Herald Ltd
AN  Document HHERALD020210624eh6o0001a
"""
BUDGET = """\
HD
Council delays budget vote
WC
9 words
PD
June 2021
SN
Coast Courier
LA
Deutsch
TD
The council put off its vote on the budget.
AN
Document COURIER020210624eh6o0002b
"""
SUMMARY = "\nSearch Summary\nText  ferry and harbour\nResults Found  2\nTimestamp  25 June 2021\n"


def page(text: str) -> str:
    rows = []
    for line in text.splitlines():
        code, _, value = line.partition("  ")
        rows.append(f"<tr><td><b>{html.escape(code)}</b></td><td>{html.escape(value)}</td></tr>")
    return f"<html><head><title>Factiva</title></head><body><table>{''.join(rows)}</table></body></html>"


def rtf(text: str) -> str:
    rows = []
    for line in text.splitlines():
        code, _, value = line.partition("  ")
        value = "".join(rf"\u{ord(c)}?" if ord(c) > 127 else c for c in value)
        rows.append(rf"\trowd\intbl {code}\cell {value}\cell\row")
    return r"{\rtf1\ansi{\fonttbl{\f0\fcharset0 Arial;}}{\info{\title Factiva RTF Display Format}}" + "\n".join(rows) + "}"


@pytest.fixture
def read(tmp_path):
    def read(content):
        file = tmp_path / "export"
        file.write_text(content, encoding="utf-8")
        found = [*read_factiva(file, "export", None)]
        return [item for item in found if isinstance(item, Record)], [item for item in found if isinstance(item, Problem)]

    return read


def test_every_field_goes_to_its_column_and_the_text_is_headline_lead_and_tail(read):
    [ferry, budget], problems = read("\n" + FERRY + "\n" + BUDGET + SUMMARY)
    assert problems == []
    assert ferry.fields == {
        "title": "Ferry halted after storm", "byline": "Ama Boyle", "words_given": "1021", "published": "2021-06-24",
        "outlet": "Harbour Herald", "language": "en", "accession": "HHERALD020210624eh6o0001a", "section": "News", "page": "4",
        "time_given": "10:15", "source_code": "HHERALD", "copyright": "Copyright 2021. Harbour Herald Ltd.",
        "companies": "ferryl : Ferry Line Ltd", "subjects": "gstorm : Storms", "regions": "coastl : Coastland",
        "publisher": "Harbour Herald Ltd",
    }  # fmt: skip
    assert ferry.text.split("\n") == [
        "Ferry halted after storm", "", "The ferry did not leave the harbour on Monday.", "", "Nobody knew why.",
        "“We saw waves of four metres,” the harbour master said.",
    ]  # fmt: skip
    assert [label.label for label in ferry.labels] == ["title", "blank", "body", "blank", "body", "body"]
    assert (budget.fields["published"], budget.fields["language"]) == ("2021-06", "de")  # no day is invented
    assert budget.text == "Council delays budget vote\n\nThe council put off its vote on the budget."


@pytest.mark.parametrize("make", [pytest.param(page, id="HTML"), pytest.param(rtf, id="RTF")])
def test_tables_of_fields_are_read_as_text_is(read, make):
    flat = "HD  Ferry halted\nBY  By Ama Boyle\nPD  24 June 2021\nSN  Harbour Herald\nTD  “It stopped.”\nAN  DOCUMENT00001\n"
    [record], problems = read(make(flat))
    assert problems == []
    assert record.text == "Ferry halted\n\n“It stopped.”"
    assert (record.fields["byline"], record.fields["published"], record.fields["outlet"]) == (
        "Ama Boyle", "2021-06-24", "Harbour Herald",
    )  # fmt: skip


@pytest.mark.parametrize(
    "content, what, flags",
    [
        pytest.param(
            FERRY.replace("AN  Document HHERALD020210624eh6o0001a\n", ""),
            "the article that begins on line 1 breaks off at line 24: AN was expected", ("truncated",), id="no accession number",
        ),
        pytest.param(
            "HD  Ferry halted\nSN  Harbour Herald\nPD  24 June 2021\nAN  Document HHERALD0202106240001\n",
            "the article has no text (LP, TD): only what is said about it", ("metadata_only",), id="headlines only",
        ),
        pytest.param(
            FERRY.replace("PG  4", "PG  4\nPG  5"), "a second field PG in one article; both are kept", (), id="a field twice"
        ),
        pytest.param(
            FERRY + SUMMARY.replace("Found  2", "Found  120"), "“Results Found” says 120 articles, but 1 were found", (),
            id="count",
        ),
    ],
)  # fmt: skip
def test_what_is_odd_is_said_and_the_article_is_read(read, content, what, flags):
    [record], [problem] = read(content)
    assert (problem.what, problem.fate, record.flags) == (what, "flagged", flags)


def test_an_article_without_a_headline_is_quarantined_with_its_lines(read):
    records, problems = read("WC  9 words\nTD  The ferry stopped.\nAN  Document HHERALD0202106240001\n" + BUDGET)
    assert [record.number for record in records] == [2]
    assert [(problem.line, problem.what, problem.fate) for problem in problems] == [
        (1, "the article on lines 1 to 3 is not laid out as known: a headline (HD) was expected", "quarantined")
    ]


def test_an_article_that_begins_before_the_last_one_ended_is_not_mixed_with_it(read):
    records, problems = read("HD  Ferry halted\nTD  It stopped.\nHD  Budget vote\nTD  It was put off.\nAN  DOC0000000001\n")
    assert [record.text for record in records] == ["Ferry halted\n\nIt stopped.", "Budget vote\n\nIt was put off."]
    assert [problem.what for problem in problems] == ["the article that begins on line 1 breaks off at line 2: AN was expected"]


def test_a_file_without_field_codes_is_refused(read):
    records, [problem] = read("\nFerry halted after storm\n1,021 words\n24 June 2021\nHarbour Herald\n")
    assert records == []
    assert problem.what == (
        "no layout of Factiva that is known: no field code HD in 5 lines; line 2 is 'Ferry halted after storm'"
    )
    assert (problem.line, problem.fate) == (2, "quarantined")


@pytest.mark.parametrize(
    "content, expected",
    [
        pytest.param(FERRY, True, id="text"),
        pytest.param(page(FERRY), True, id="HTML"),
        pytest.param(rtf(FERRY), True, id="RTF"),
        pytest.param("HD video of the ferry. The LP was sold with a TD.", False, id="an article with capitals"),
    ],
)
def test_an_export_is_recognized_by_its_content(tmp_path, content, expected):
    assert recognize_factiva(content.encode(), tmp_path) is expected


LINE = st.sampled_from([*FERRY.splitlines(), *BUDGET.splitlines(), *SUMMARY.splitlines()]) | st.text()


@given(st.lists(LINE, max_size=40), st.sampled_from([str, page, rtf]))
def test_no_text_raises_and_every_article_is_read_or_quarantined(tmp_path_factory, lines, make):
    file = tmp_path_factory.mktemp("factiva") / "export"
    file.write_bytes(make("\n".join(lines)).encode("utf-8", "replace"))
    found = [*read_factiva(file, "export", None)]
    loaded = [item.number for item in found if isinstance(item, Record)]
    refused = [item for item in found if isinstance(item, Problem) and item.fate == "quarantined"]
    assert found
    assert len(loaded) + len(refused) >= max(loaded, default=1)
