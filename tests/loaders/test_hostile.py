"""Hostile input: whatever a file holds, it ends as articles or as a problem that says why, and the rest is read."""

import gzip
import io
import json
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mediakit as mk
from mediakit.errors import ColumnError
from mediakit.loaders import FORMATS, Format, Problem, Record
from mediakit.loaders.archives import Allowance
from mediakit.loaders.formats import CONTAINERS, EVERY, HEAD, Container
from mediakit.loaders.records import FLAGS, faulty_text
from mediakit.tables import plain_rows
from tests.conftest import Folder

GOOD = "Ferry halted\n\nThe ferry did not leave the harbour on Monday, the port office said.\n"
MARKUP = "<img src=x onerror=alert(1)>"


def zipped(name: str, content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return made.getvalue()


def deep(opening: str, closing: str, depth: int) -> str:
    return opening * depth + "The ferry stopped." + closing * depth


NASTY = {
    "nested brackets in JSON": ("a.json", deep("[", "]", 200_000).encode()),
    "nested objects in JSON lines": ("a.jsonl", (deep('{"text":', "}", 100_000) + '\n{"text": "A bus."}\n').encode()),
    "a list of a million nothings": ("a.json", b"[" + b"null," * 1_000_000 + b"null]"),
    "half a million lines of rubbish": ("a.jsonl", b"{]\n" * 500_000),
    "a table of nothing but commas": ("a.csv", b"text,title\n" + b"," * 3_000_000 + b"\n"),
    "a table of nothing but quotation marks": ("a.csv", b"text\n" + b'"' * 1_000_001),
    "a table of very many columns": ("a.csv", b",".join(b"c%d" % n for n in range(50_000)) + b",text\nx\n"),
    "one line of 30 megabytes": ("a.txt", b"ferry " * 5_000_000),
    "nested tags": ("a.html", deep("<div>", "</div>", 100_000).encode()),
    "very many short tags": ("a.html", b"<p>" * 300_000),
    "an open tag that never ends": ("a.html", b"<p " + b"a=1 " * 300_000),
    "control characters in a page": ("a.html", b"<html><body><h1>Bus</h1><p>The bus\x01 ran&#2; on Monday.</p>\0</body></html>"),
    "nested groups in RTF": ("a.rtf", b"{\\rtf1 LexisNexis " + deep("{", "}", 100_000).encode() + b"}"),
    "blank lines only": ("a.txt", b"\n" * 1_000_000),
    "a rule of underscores without end": ("a.txt", b"_" * 1_000_000),
    "marks of an export without end": ("a.txt", b"1 of 1 DOCUMENTS\n" * 50_000),
    "field codes without end": ("a.txt", b"HD\nBY\nWC\nPD\nSN\nLP\nTD\n" * 20_000),
    "entities in entities": ("a.xml", b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>'),
    "a word file of entities": ("a.docx", zipped("word/document.xml", b'<!DOCTYPE x [<!ENTITY a "LexisNexis">]><x>&a;</x>')),
    "a word file that is none": ("a.docx", b"PK\3\4" + bytes(1000)),
    "a database that is none": ("a.db", b"SQLite format 3\0" + bytes(range(256)) * 20),
    "a Parquet file that is none": ("a.parquet", b"PAR1" + bytes(1000) + b"PAR1"),
    "gz of nothing": ("a.gz", gzip.compress(b"")),
    "gz of itself, as far as one looks": ("a.gz", gzip.compress(gzip.compress(gzip.compress(gzip.compress(b"x"))))),
    "a picture": ("a.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
    "UTF-16 without a mark, cut in half": ("a.txt", "The ferry stopped.".encode("utf-16-le")[:-1]),
    "UTF-32 that is none": ("a.txt", b"\xff\xfe\0\0" + b"abc"),
    "turned round": ("a.jsonl", json.dumps({"text": "The \u202eyrref\u202c stopped.", "title": "\u202e"}).encode()),
    "formulas": ("a.csv", b"text,title,outlet\nThe ferry stopped.,=cmd|' /C calc'!A0,@SUM(1)\n"),
    "markup in every field": ("a.json", json.dumps([dict.fromkeys(("text", "title", "<b>"), MARKUP)]).encode()),
    "numbers that are too large": ("a.json", b'[{"text": "A bus.", "date": 1e999, "n": ' + b"9" * 4000 + b"}]"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content"), [pytest.param(*nasty, id=title) for title, nasty in NASTY.items()])
def test_a_hostile_file_ends_somewhere_and_the_rest_is_read(folder: Folder, name: str, content: bytes) -> None:
    corpus = mk.read_corpus(folder({name: content, "good.txt": GOOD}))
    assert "good" in corpus.articles["article_id"].tolist()
    origin, problems = corpus.origin, [Problem(*row) for row in plain_rows(corpus.problems)]
    assert origin.found == origin.loaded + origin.quarantined + origin.skipped
    assert name in {*corpus.articles["path"]} | {
        problem.path for problem in problems if problem.fate in ("quarantined", "skipped")
    }
    assert all(problem.what and problem.mend for problem in problems)
    assert not [problem.what for problem in problems if problem.what.startswith("the reader failed")]


def test_what_cannot_be_an_article_is_not_read_at_all(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.txt": b"ferry " * 5_000_000, "good.txt": GOOD}))
    [problem] = (Problem(*row) for row in plain_rows(corpus.problems))
    assert (problem.path, problem.what) == ("a.txt", "30,000,000 bytes, more than an article can have")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("Bus.\n" * 100_000, None, id="as many lines as an article may have"),
        pytest.param("Bus.\n" * 100_001, "100,001 lines, more than an article can have (100,000)", id="one more"),
        pytest.param("bus" * 1_666_667, "5,000,001 characters, more than an article can have (5,000,000)", id="a sign too many"),
    ],
)
def test_an_article_has_bounds(text: str, fault: str | None) -> None:
    found = faulty_text("a.txt", None, text)
    assert (found.what if found else None) == fault


@pytest.mark.parametrize("known", [pytest.param(known, id=known.name) for known in EVERY if known.recognize is not None])
@given(head=st.binary(max_size=300) | st.text(max_size=200).map(str.encode), times=st.sampled_from([1, 2, 300]))
@settings(max_examples=40)
def test_looking_at_a_file_raises_nothing(known: Format | Container, head: bytes, times: int) -> None:
    with tempfile.TemporaryDirectory() as room:
        file = Path(room, "a")
        file.write_bytes(head * times)
        assert known.recognize is not None
        assert known.recognize((head * times)[:HEAD], file) in (True, False)


#: how files of a format begin: what comes behind is up to chance
BEGINNINGS = {
    "txt": (b"",),
    "csv": (b"text,title\n", b""),
    "jsonl": (b'{"text": "', b'{"text": "A bus."}\n', b""),
    "json": (b'[{"text": "', b'{"articles": [', b""),
    "xlsx": (b"PK\3\4", b""),
    "parquet": (b"PAR1", b""),
}


@pytest.mark.parametrize("known", [pytest.param(known, id=known.name) for known in FORMATS])
@given(data=st.data())
@settings(max_examples=60)
def test_a_reader_raises_nothing_and_every_file_ends_as_articles_or_a_problem(known: Format, data: st.DataObject) -> None:
    begin = data.draw(st.sampled_from(BEGINNINGS.get(known.name, (b"",))))
    rest = data.draw(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
    with tempfile.TemporaryDirectory() as room:
        file = Path(room, "a")
        file.write_bytes(begin + rest)
        try:
            found = list(known.read(file, "a", None))
        except ColumnError:  # the one error that read_corpus makes a problem of
            return
    assert any(isinstance(item, Record) or item.fate in ("quarantined", "skipped") for item in found)
    for item in found:
        if isinstance(item, Record):
            assert item.text.strip() or "metadata_only" in item.flags
            assert {*item.flags} <= {*FLAGS}
        else:
            assert item.what
            assert item.mend


@pytest.mark.parametrize("known", [pytest.param(known, id=known.name) for known in CONTAINERS])
@given(rest=st.binary(max_size=300), begin=st.sampled_from([b"", b"PK\3\4", b"\x1f\x8b\x08", b"PK\5\6" + bytes(18)]))
@settings(max_examples=60)
def test_unpacking_raises_nothing(known: Container, rest: bytes, begin: bytes) -> None:
    with tempfile.TemporaryDirectory() as room:
        file = Path(room, "a")
        file.write_bytes(begin + rest)
        assert list(known.unpack(file, "a", Allowance(len(begin + rest))))
