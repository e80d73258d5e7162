"""One article a line, each line one JSON object."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import mediakit as mk
from mediakit.loaders import Problem, Record
from mediakit.loaders.jsonl import read_jsonl
from mediakit.tables import plain_rows
from tests.conftest import Folder

Read = Callable[..., list[Record | Problem]]


def records(found: list[Record | Problem]) -> list[Record]:
    return [item for item in found if isinstance(item, Record)]


def problems(found: list[Record | Problem]) -> list[Problem]:
    return [item for item in found if isinstance(item, Problem)]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read a JSONL file of these lines."""

    def read(*lines: str | bytes, columns: dict[str, str] | None = None) -> list[Record | Problem]:
        file = tmp_path / "news.jsonl"
        file.write_bytes(b"".join((line if isinstance(line, bytes) else line.encode()) + b"\n" for line in lines))
        return list(read_jsonl(file, "news.jsonl", columns))

    return read


def test_lines_need_not_have_the_same_keys(read: Read) -> None:
    found = read('{"text": "One ferry.", "outlet": "A"}', '{"body": "Two ferries.", "source": {"id": null, "name": "B"}}')
    assert [(record.text, record.fields["outlet"]) for record in found] == [("One ferry.", "A"), ("Two ferries.", "B")]


def test_lists_dates_and_nothing_become_text(read: Read) -> None:
    [record] = read('{"text": "One ferry.", "authors": ["Ama Boyle", "Ravi Nair"], "date": "2025-03-22T08:00:00Z", "url": null}')
    assert record.fields == {"byline": "Ama Boyle, Ravi Nair", "published": "2025-03-22T08:00:00Z"}


def test_blank_lines_and_a_byte_order_mark_do_no_harm(read: Read) -> None:
    found = read(b"\xef\xbb\xbf" + b'{"text": "One ferry."}', "", '{"text": "Two ferries."}\r')
    assert [(record.line, record.text) for record in found] == [(1, "One ferry."), (3, "Two ferries.")]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        pytest.param('{"text": "Two fer', "not a JSON object: Unterminated string", id="cut off"),
        pytest.param("{'text': 'Two ferries.'}", "not a JSON object: Expecting property name", id="Python, not JSON"),
        pytest.param('["Two ferries."]', "the line is JSON, but not an object {…}", id="a list"),
        pytest.param('{"text": "Two ferries.", "n": ' + "9" * 5000 + "}", "not a JSON object", id="a number of 5,000 digits"),
        pytest.param('{"text": "Two ferries.", "n": ' + "[" * 100_000 + "]" * 100_000 + "}", "not a JSON object", id="very deep"),
        pytest.param(b'{"text": "Two\0ferries."}', "not a JSON object: Invalid control character", id="a bare NUL"),
        pytest.param(b"\x89PNG\r\x1a\0\0\0\rIHDR\0\0\0\1\0\0\0\1", "not a JSON object: it holds", id="bytes of a picture"),
    ],
)
def test_a_malformed_line_is_quarantined_with_its_number_and_the_rest_is_read(read: Read, line: str | bytes, what: str) -> None:
    found = read('{"text": "One ferry."}', line, '{"text": "Three ferries."}')
    assert [record.text for record in records(found)] == ["One ferry.", "Three ferries."]
    [problem] = problems(found)
    assert (problem.path, problem.line, problem.fate) == ("news.jsonl", 2, "quarantined")
    assert problem.what.startswith(what)
    assert problem.mend in ("mend or delete the line", "write {…} for each article")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        pytest.param('{"headline": "Ferry"}', "no column holds the articles' text; there are: headline", id="no such key"),
        pytest.param('{"text": ""}', "no text: empty or blank", id="empty"),
        pytest.param('{"text": null}', "no text: empty or blank", id="null"),
        pytest.param('{"text": ["One.", "Two."]}', "the text is not text but list", id="a list of paragraphs"),
        pytest.param('{"text": 2025}', "the text is not text but int", id="a number"),
    ],
)
def test_a_line_without_text_is_quarantined_with_its_number(read: Read, line: str, what: str) -> None:
    found = read('{"text": "One ferry."}', line)
    assert len(records(found)) == 1
    [problem] = problems(found)
    assert (problem.line, problem.field, problem.what, problem.fate) == (2, "text", what, "quarantined")
    assert problem.mend


def test_one_line_of_100_megabytes_does_not_hide_the_next(folder: Folder) -> None:
    huge = b'{"text": "' + b"a" * 100_000_000 + b'"}\n'
    corpus = mk.read_corpus(folder({"news.jsonl": huge + b'{"text": "Two ferries."}\n'}))
    assert corpus.articles["text"].tolist() == ["Two ferries."]
    [problem] = (Problem(*row) for row in plain_rows(corpus.problems))
    assert (problem.path, problem.line, problem.fate) == ("news.jsonl", 1, "quarantined")
    assert (problem.what, problem.mend) == ("the line is too long for an article", "write one article a line")


def test_a_line_of_more_than_five_million_characters_is_no_article(read: Read) -> None:
    [problem] = read('{"text": "' + "a" * 5_000_001 + '"}')
    assert problem.what == "5,000,001 characters, more than an article can have (5,000,000)"
    assert problem.mend == "split it into articles, one file or one row each"


def test_half_a_character_is_replaced_and_whole_ones_are_put_together(read: Read) -> None:
    problem, record = read(r'{"text": "Half \ud83d a face, whole \ud83d\ude00."}')
    assert record.text == "Half � a face, whole 😀."
    assert (problem.line, problem.field, problem.fate) == (1, "text", "repaired")
    assert problem.what == "half a character (a lone surrogate) replaced by �"


@pytest.mark.parametrize(
    ("line", "fate"),
    [
        pytest.param(json.dumps({"text": "The mayor said â€œnoâ€\x9d."}), "repaired", id="mojibake, escaped"),
        pytest.param('{"text": "The mayor said â€œnoâ€\x9d."}', "repaired", id="mojibake, as it is"),
        pytest.param('{"text": "The café closed."}'.encode("cp1252"), "flagged", id="Windows-1252, which is a guess"),
        pytest.param(r'{"text": "The\u0000 ferry."}', "flagged", id="an escaped NUL"),
        pytest.param(r'{"text": "The ferry.", "title": "CafÃ© shut"}', "repaired", id="mojibake in another field"),
        pytest.param(r'{"text": "The ferry.", "outlet": "Herald \ud83d"}', "repaired", id="half a character in another field"),
    ],
)
def test_every_step_off_the_straight_way_is_said(read: Read, line: str | bytes, fate: str) -> None:
    found = read('{"text": "One ferry."}', line)
    assert len(records(found)) == 2
    [problem] = problems(found)
    assert (problem.path, problem.line, problem.fate) == ("news.jsonl", 2, fate)


@pytest.mark.parametrize("lines", [pytest.param([], id="empty"), pytest.param(["", "", ""], id="blank lines only")])
def test_a_file_without_lines_is_said(read: Read, lines: list[str]) -> None:
    [problem] = read(*lines)
    assert (problem.path, problem.fate, problem.what) == ("news.jsonl", "quarantined", "no lines")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(r'{"text": "Two ferries.", "\ud83d": "x"}', id="half a character as a key"),
        pytest.param('{"text": "Two ferries.", "authors": ' + "[" * 900 + "]" * 900 + "}", id="lists 900 deep"),
    ],
)
def test_a_strange_line_does_not_stop_the_reading(folder: Folder, line: str) -> None:
    corpus = mk.read_corpus(folder({"news.jsonl": '{"text": "One ferry."}\n' + line + "\n"}))
    assert "One ferry." in corpus.articles["text"].tolist()
    assert corpus.origin.found == 2


def test_a_broken_line_keeps_its_number_so_that_mending_it_renames_no_article(folder: Folder) -> None:
    room = folder({"news.jsonl": '{"text": "One ferry."}\n{"text": Two}\n{"text": "Three ferries."}\n'})
    assert mk.read_corpus(room).articles["article_id"].tolist() == ["news#1", "news#3"]


def test_a_mapped_key_that_no_line_has_quarantines_the_file_as_it_would_a_table(folder: Folder) -> None:
    lines = '{"text": "One ferry.", "paper": "A"}\n{"text": "Two ferries.", "desk": "coast"}\n'
    corpus = mk.read_corpus(folder({"a.txt": "The bus ran.", "news.jsonl": lines}), columns={"outlet": "Paper"})
    assert corpus.articles["article_id"].tolist() == ["a"]
    [problem] = (Problem(*row) for row in plain_rows(corpus.problems))
    assert (problem.path, problem.what, problem.fate) == (
        "news.jsonl", "no column is called 'Paper' (for outlet)", "quarantined",
    )  # fmt: skip
    assert problem.mend == "use one of: text, paper, desk"


def test_a_mapped_key_that_some_lines_have_is_enough(folder: Folder) -> None:
    lines = '{"text": "One ferry.", "Paper": "A"}\n{"text": "Two ferries."}\n'
    corpus = mk.read_corpus(folder({"news.jsonl": lines}), columns={"outlet": "Paper"})
    assert corpus.articles["outlet"].fillna("unknown").tolist() == ["A", "unknown"]
