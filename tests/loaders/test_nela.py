"""NELA-GT: JSON, one file a source, and the SQLite database; its masked texts."""

import json
import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.loaders import Problem, Record
from mediakit.loaders.nela import read_nela, recognize_nela
from tests.conftest import Folder

COLUMNS = ("id", "date", "source", "title", "content", "author", "url", "published", "published_utc", "collection_utc")
NEWSDATA = f"CREATE TABLE newsdata ({', '.join(COLUMNS)})"
MASKED = "The ferry did @ @ @ @ @ on Monday, and nobody at the harbour knew why."
FERRY = ("herald--1", "2021-06-24", "harbourherald", "Ferry halted", MASKED, "Ama Boyle", "https://example.org/1",
         "Thu, 24 Jun 2021 10:15:00 +0000", 1624529700, 1624530000)  # fmt: skip
BUDGET = ("courier--2", "2021-06-24", "coastcourier", "Vote delayed", "The council put off its vote.", None, None, None, 1, 2)


@pytest.fixture
def database(tmp_path):
    def make(*rows, create=NEWSDATA):
        file = tmp_path / "nela.db"
        file.unlink(missing_ok=True)
        with closing(sqlite3.connect(file)) as made:
            made.execute(create)
            if rows:
                made.executemany(f"INSERT INTO newsdata VALUES ({', '.join('?' * len(rows[0]))})", rows)
            made.commit()
        return file

    return make


def as_json(*rows):
    return json.dumps([dict(zip(COLUMNS, row, strict=True)) for row in rows])


def parted(reading):
    found = [*reading]
    return [item for item in found if isinstance(item, Record)], [item for item in found if isinstance(item, Problem)]


@pytest.mark.parametrize("kind", ["JSON", "SQLite"])
def test_an_article_is_its_title_and_its_content(tmp_path, database, kind):
    file = tmp_path / "herald.json"
    file.write_text(as_json(FERRY, BUDGET))
    records, problems = parted(read_nela(database(FERRY, BUDGET) if kind == "SQLite" else file, "nela", None))
    assert [record.text for record in records] == [f"Ferry halted\n\n{MASKED}", "Vote delayed\n\nThe council put off its vote."]
    assert [record.flags for record in records] == [("masked",), ()]
    assert records[0].fields == {
        "id": "herald--1", "published": "2021-06-24", "outlet": "harbourherald", "title": "Ferry halted", "byline": "Ama Boyle",
        "url": "https://example.org/1", "published_as_printed": "Thu, 24 Jun 2021 10:15:00 +0000", "published_utc": "1624529700",
        "collection_utc": "1624530000",
    }  # fmt: skip
    assert [(problem.what, problem.fate) for problem in problems] == [("1 of 2 articles have words masked by @", "flagged")]


def test_the_database_is_not_written_to(database):
    file = database(FERRY)
    before = file.read_bytes()
    assert [*read_nela(file, "nela.db", None)]
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == ["nela.db"]


@pytest.mark.parametrize(
    "create, what",
    [
        pytest.param("CREATE TABLE news (text)", "no NELA-GT database: a table newsdata was expected", id="another table"),
        pytest.param("CREATE TABLE newsdata (id, title)", "no NELA-GT database: a column source in newsdata was expected",
                     id="another column"),
        pytest.param("CREATE VIEW newsdata AS WITH RECURSIVE n(source) AS (SELECT 1 UNION ALL SELECT source FROM n) SELECT 1",
                     "no NELA-GT database: a table newsdata was expected", id="a view that never ends"),
    ],
)  # fmt: skip
def test_another_database_is_refused(database, create, what):
    [], [problem] = parted(read_nela(database(create=create), "nela.db", None))
    assert (problem.what, problem.fate) == (what, "quarantined")


def test_a_database_that_is_cut_off_is_said(database, tmp_path):
    data = database(*[FERRY] * 500).read_bytes()
    file = tmp_path / "cut.db"
    file.write_bytes(data[: len(data) // 2])
    _, problems = parted(read_nela(file, "cut.db", None))
    assert any(problem.what.startswith("not readable as SQLite after row") for problem in problems)


def test_values_of_other_types_are_said_and_left_out(database):
    blob = (b"\0\xff", 3, 4.5, "Ferry halted", b"bytes", None, None, None, None, None)
    records, problems = parted(read_nela(database(blob), "nela.db", None))
    assert [(record.text, record.flags, record.fields["outlet"]) for record in records] == [
        ("Ferry halted", ("metadata_only",), "4.5")
    ]
    assert [problem.what for problem in problems] == [
        "content is not text but bytes; it is left out", "1 of 1 articles have no content",
    ]  # fmt: skip


def test_masked_articles_are_left_out_of_length(folder: Folder, database):
    corpus = mk.read_corpus(folder({"nela.db": database(FERRY, BUDGET).read_bytes()}))
    assert corpus.articles["flags"].map(list).tolist() == [["masked"], []]
    assert mk.measure(corpus, ["word_count"])["status"].tolist() == ["masked", "ok"]


def test_both_kinds_are_recognized_by_their_content(database, tmp_path):
    assert recognize_nela(database(FERRY).read_bytes()[:65536], tmp_path / "nela.db")
    assert recognize_nela(as_json(FERRY).encode(), tmp_path)
    assert not recognize_nela(b'[{"source": "a", "title": "b", "content": "c"}]', tmp_path)
    assert not recognize_nela(database(create="CREATE TABLE news (text)").read_bytes()[:65536], tmp_path / "nela.db")


CELL = st.none() | st.integers(-(2**63), 2**63 - 1) | st.text(max_size=5) | st.binary(max_size=5) | st.floats()


@given(st.lists(st.tuples(*[CELL] * len(COLUMNS)), min_size=1, max_size=4))
def test_cells_of_any_type_raise_nothing_and_every_article_is_read_or_quarantined(tmp_path_factory, rows):
    file = tmp_path_factory.mktemp("nela") / "nela.db"
    with closing(sqlite3.connect(file)) as made:
        made.execute(NEWSDATA)
        made.executemany(f"INSERT INTO newsdata VALUES ({', '.join('?' * len(COLUMNS))})", rows)
        made.commit()
    found = [*read_nela(file, "nela.db", None)]
    assert sum(isinstance(item, Record) or item.fate == "quarantined" for item in found) == len(rows)


@given(st.binary(max_size=300))
def test_no_bytes_raise(tmp_path_factory, data):
    file = tmp_path_factory.mktemp("nela") / "nela.db"
    for start in (b"SQLite format 3\x00", b"["):
        file.write_bytes(start + data)
        assert [*read_nela(file, "nela.db", None)]
        recognize_nela(start + data, file)
