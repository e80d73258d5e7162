"""Exports of Nexis Uni and LexisNexis: the older layout (TXT) and the newer one (DOCX, RTF), whole, cut off and unknown."""

import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.loaders import Problem, Record
from mediakit.loaders.nexis import read_nexis, recognize_nexis
from tests.conftest import Folder

COVER = """\
User Name: Ama Boyle
Date and Time: Friday, 25 June 2021 10:00:00 BST
Job Number: 147000001
Documents (2)
1. Ferry halted after storm
Client/Matter: -None-
Search Terms: ferry AND harbour
Search Type: NaturalAnd
2. Council delays budget vote
Client/Matter: -None-
About LexisNexis | Privacy Policy | Terms & Conditions | Copyright © 2021 LexisNexis
"""
FERRY = """\
Ferry halted after storm
Harbour Herald (Coastland)
June 24, 2021 Thursday
Late Edition
Copyright 2021 Harbour Herald Ltd All Rights Reserved
Section: NEWS; Pg. 4
Length: 22 words
Byline: By Ama Boyle
Highlight: No crossing before the weekend
Body

The ferry did not leave the harbour on Monday. Nobody knew why.
“We saw waves of four metres,” the harbour master said.

Graphic

The ferry at its pier. Photograph: Raj Nair
Classification
Language: ENGLISH
Publication-Type: Newspaper
Subject: FERRIES (90%); STORMS (72%)
Load-Date: June 25, 2021
"""
BUDGET = """\
Council delays budget vote
Coast Courier
24 June 2021
Copyright 2021 Coast Courier
Length: 1,204 words
Dateline: PORT HARCOURT
Body
The council put off its vote on the budget.
Load-Date: June 24, 2021
"""
END = "End of Document\n"
NUMBERED = """\
                               1 of 2 DOCUMENTS


                                Harbour Herald

                     June 24, 2021 Thursday
                               Final Edition

Ferry halted after storm hits the
northern coast

BYLINE: Ama Boyle and Raj Nair,
Transport staff

SECTION: NEWS; Pg. 4

LENGTH: 21 words

HIGHLIGHT: No crossing before the weekend


 The ferry did not leave the harbour on Monday.
Nobody knew why.

 People: that is what the harbour is about.

GRAPHIC: The ferry at its pier

LOAD-DATE: June 25, 2021

LANGUAGE: ENGLISH

                     Copyright 2021 Harbour Herald Ltd
                              All Rights Reserved


                               2 of 2 DOCUMENTS


                                Coast Courier

                              June 2021

Council delays budget vote

LENGTH: 9 words

The council put off its vote on the budget.

LOAD-DATE: June 24, 2021
"""


def word(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(made := io.BytesIO())
    return made.getvalue()


def rtf(text: str) -> bytes:
    lines = (
        "".join(
            rf"\u{ord(c)}?" if ord(c) > 127 else {"\\": r"\\", "{": r"\{", "}": r"\}"}.get(c, c) for c in line
        )
        for line in text.splitlines()
    )  # fmt: skip
    head = (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}}"
        r"{\info{\title LexisNexis}}{\header Page 1 of 9\par}{\pict\pngblip 89504e470d0a1a0a}{\object\objemb{\*\objdata 010500}}"
    )
    return (head + "\\par\n".join(lines) + "\\par}").encode("ascii")


@pytest.fixture
def read(tmp_path: Path) -> Iterator[object]:
    def read(content: str | bytes) -> tuple[list[Record], list[Problem]]:
        file = tmp_path / "export"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        found = [*read_nexis(file, "export", None)]
        return [item for item in found if isinstance(item, Record)], [item for item in found if isinstance(item, Problem)]

    yield read


EXPORT = COVER + FERRY + END + BUDGET + END


NO_EXPORT = "it names LexisNexis or its fields, but it is no export of a known layout: "


@pytest.mark.parametrize("make", [pytest.param(word, id="DOCX"), pytest.param(rtf, id="RTF"), pytest.param(str, id="as text")])
def test_the_newer_layout_gives_each_document_with_its_fields(read, make):
    records, problems = read(make(EXPORT))
    assert problems == []
    ferry, budget = records
    assert ferry.fields == {
        "outlet": "Harbour Herald (Coastland)", "published": "2021-06-24", "title": "Ferry halted after storm",
        "copyright": "Copyright 2021 Harbour Herald Ltd All Rights Reserved", "section": "NEWS; Pg. 4", "words_given": "22",
        "byline": "Ama Boyle", "edition": "Late Edition", "language": "en", "publication_type": "Newspaper",
        "subject": "FERRIES (90%); STORMS (72%)", "load_date": "2021-06-25",
    }  # fmt: skip
    assert ferry.text == (
        "Ferry halted after storm\n\nNo crossing before the weekend\n\n"
        "The ferry did not leave the harbour on Monday. Nobody knew why.\n\n"
        "“We saw waves of four metres,” the harbour master said.\n\n"
        "The ferry at its pier. Photograph: Raj Nair"
    )
    assert [label.label for label in ferry.labels] == [
        "title", "blank", "dek", "blank", "body", "blank", "body", "blank", "caption",
    ]  # fmt: skip
    assert (budget.fields["published"], budget.fields["words_given"]) == ("2021-06-24", "1204")
    assert budget.text == "Council delays budget vote\n\nThe council put off its vote on the budget."
    assert budget.fields["dateline"] == "PORT HARCOURT"


def test_the_older_layout_gives_each_document_with_its_fields(read):
    records, problems = read(NUMBERED)
    assert problems == []
    ferry, budget = records
    assert ferry.fields == {
        "outlet": "Harbour Herald", "published": "2021-06-24", "title": "Ferry halted after storm hits the northern coast",
        "byline": "Ama Boyle and Raj Nair, Transport staff", "section": "NEWS; Pg. 4", "words_given": "21",
        "load_date": "2021-06-25", "language": "en", "copyright": "Copyright 2021 Harbour Herald Ltd All Rights Reserved",
    }  # fmt: skip
    assert ferry.text.split("\n") == [
        "Ferry halted after storm hits the northern coast", "", "No crossing before the weekend", "",
        "The ferry did not leave the harbour on Monday.", "Nobody knew why.", "",
        "People: that is what the harbour is about.", "", "The ferry at its pier",
    ]  # fmt: skip
    assert budget.fields["published"] == "2021-06"  # no day is invented
    assert budget.text == "Council delays budget vote\n\nThe council put off its vote on the budget."


def test_a_document_without_the_word_body_begins_below_its_fields(read):
    [record], problems = read(FERRY.replace("Body\n", "") + END)
    assert problems == []
    assert record.text.split("\n\n")[2] == "The ferry did not leave the harbour on Monday. Nobody knew why."


@pytest.mark.parametrize(
    "content, what",
    [
        pytest.param(COVER + FERRY + END, "the cover page says 2 articles, but 1 were found", id="cover page, newer layout"),
        pytest.param(
            COVER.replace("Documents (2)", "Results (3)") + FERRY + END + BUDGET + END,
            "the cover page says 3 articles, but 2 were found", id="“Results (n)” on the cover page",
        ),
        pytest.param(
            COVER.replace("Documents (2)\n", "") + FERRY + END,
            "the cover page says 2 articles, but 1 were found", id="the list on the cover page",
        ),
        pytest.param(
            NUMBERED.replace("of 2 DOC", "of 3 DOC"), "“n of m DOCUMENTS” says 3 articles, but 2 were found", id="older layout"
        ),
    ],
)  # fmt: skip
def test_a_count_that_does_not_add_up_is_said(read, content, what):
    records, problems = read(content)
    assert records
    assert [(problem.what, problem.fate) for problem in problems] == [(what, "flagged")]


def test_a_file_that_ends_within_an_article_says_so_and_flags_it(read):
    records, problems = read(BUDGET + END + FERRY.split("Graphic", maxsplit=1)[0])
    assert [record.flags for record in records] == [(), ("truncated",)]
    assert records[1].text.endswith("the harbour master said.")
    [problem] = problems
    assert problem.what == "the file ends within an article that begins on line 11: “End of Document” was expected"


def test_a_document_that_is_laid_out_differently_is_quarantined_with_its_lines_and_the_rest_is_read(read):
    records, problems = read(BUDGET + END + "A page of pictures\nOnly pictures\n" + END + BUDGET + END)
    assert [record.number for record in records] == [1, 3]
    [problem] = problems
    assert (problem.line, problem.fate) == (11, "quarantined")
    assert problem.what == (
        "the article on lines 11 to 12 is not laid out as known: headline, outlet and a line with the date were expected, "
        "then “Length:” or “Body”"
    )


@pytest.mark.parametrize(
    "content, what",
    [
        pytest.param(
            "\nDear all,\nplease find the articles below.",
            NO_EXPORT + "neither “1 of 100 DOCUMENTS” nor “End of Document” stands on any of its 3 lines; "
            "line 2 is 'Dear all,'", id="a letter",
        ),
        pytest.param(word(""), NO_EXPORT + "neither “1 of 100 DOCUMENTS” nor “End of Document” stands on "
                     "any of its 1 lines; line 1 is ''", id="an empty Word file"),
        pytest.param(b"PK\x03\x04rubbish", "not a readable Word file: File is not a zip file", id="a broken Word file"),
        pytest.param(rb"{\rtf1{\pict 0102}}", "the RTF holds no text", id="an RTF file of pictures"),
        pytest.param(b"\x89PNG\0\0\0\rIHDR\0\1\2\3\4\5\6\7", "not readable as text: it holds 11 control characters: a binary "
                     "file, not text", id="a picture"),
    ],
)  # fmt: skip
def test_what_is_no_known_layout_is_refused_with_the_place(read, content, what):
    records, [problem] = read(content)
    assert records == []
    assert (problem.what, problem.fate) == (what, "quarantined")
    assert problem.mend


def test_a_word_file_that_unpacks_to_too_much_is_not_unpacked(read):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 61_000_000)
    [], [problem] = read(packed.getvalue())
    assert (problem.what, problem.fate) == ("it would unpack to 61,000,000 bytes", "quarantined")


@pytest.mark.parametrize(
    "content, module, what",
    [
        pytest.param(word(EXPORT), "docx", "reading Word files needs python-docx", id="DOCX"),
        pytest.param(rtf(EXPORT), "striprtf.striprtf", "reading RTF files needs striprtf", id="RTF"),
    ],
)
def test_what_is_not_installed_is_named_with_the_command_that_installs_it(read, monkeypatch, content, module, what):
    monkeypatch.setitem(sys.modules, module, None)
    [], [problem] = read(content)
    assert (problem.what, problem.mend) == (what, 'install it: pip install "mediakit[archives]"')


def test_rtf_links_give_their_words_and_a_broken_off_file_is_said(read):
    linked = r'{\field{\*\fldinst{HYPERLINK "https://example.org/1" }}{\fldrslt{the ferry}}}'
    text = rtf(BUDGET + END).replace(b"its vote", b"its vote on " + linked.encode())[:-1]
    [record], [problem] = read(text)
    assert "put off its vote on the ferry on the budget." in record.text
    assert problem.what == "the RTF breaks off: 1 groups are not closed"


def test_a_date_within_a_headline_is_not_the_date(read):
    text = BUDGET.replace("Council delays budget vote", "June 1, 2020 and all that")
    [record], problems = read(text + END)
    assert (record.fields["title"], record.fields["published"], problems) == ("June 1, 2020 and all that", "2021-06-24", [])


def test_a_corpus_of_an_export_measures_the_body_only(folder: Folder):
    corpus = mk.read_corpus(folder({"export.docx": word(EXPORT)}))
    assert corpus.articles["article_id"].tolist() == ["export#1", "export#2"]
    assert corpus.articles["outlet"].tolist() == ["Harbour Herald (Coastland)", "Coast Courier"]
    assert mk.measure(corpus, ["word_count"])["value"].tolist() == [22.0, 9.0]
    assert corpus.articles["words_given"].tolist() == ["22", "1204"]
    assert corpus.origin.found == corpus.origin.loaded == 2


@pytest.mark.parametrize(
    "content, expected",
    [
        pytest.param(word(EXPORT), True, id="DOCX"),
        pytest.param(rtf(EXPORT), True, id="RTF"),
        pytest.param(NUMBERED.encode(), True, id="older layout"),
        pytest.param(b"The ferry stopped. Nobody knew why.", False, id="an article"),
        pytest.param(b"There were 2 of 3 DOCUMENTS missing.", False, id="an article about documents"),
    ],
)
def test_an_export_is_recognized_by_its_content(tmp_path, content, expected):
    file = tmp_path / "file"
    file.write_bytes(content)
    assert recognize_nexis(content[:65536], file) is expected


LINE = st.sampled_from([*EXPORT.splitlines(), *NUMBERED.splitlines(), "End of Document", "Body", "1 of 1 DOCUMENTS"]) | st.text()


@given(st.lists(LINE, max_size=40))
def test_no_text_raises_and_every_article_is_read_or_quarantined(tmp_path_factory, lines):
    file = tmp_path_factory.mktemp("nexis") / "export.txt"
    file.write_bytes("\n".join(lines).encode("utf-8", "replace"))
    found = [*read_nexis(file, "export.txt", None)]
    loaded = [item.number for item in found if isinstance(item, Record)]
    refused = [item for item in found if isinstance(item, Problem) and item.fate == "quarantined"]
    assert found
    assert len(set(loaded)) == len(loaded)
    assert len(loaded) + len(refused) >= max(loaded, default=1)
    for item in found:
        if isinstance(item, Record) and item.labels is not None:
            assert len(item.labels) == item.text.count("\n") + 1


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"{\\rtf1 ", rtf(BUDGET + END)[:300]]))
def test_no_bytes_raise(tmp_path_factory, data, start):
    file = tmp_path_factory.mktemp("nexis") / "export"
    file.write_bytes(start + data)
    assert [*read_nexis(file, "export", None)]
