"""A file is known by what stands in it, then by its ending; what nobody can read is refused with the reason."""

import gzip
import json
import pickle
from pathlib import Path

import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet
import pytest

import mediakit as mk
from mediakit.errors import ColumnError, CorpusError
from mediakit.loaders import Problem
from mediakit.tables import plain_rows
from tests.conftest import Folder

FERRY = "Ferry halted\n\nThe ferry did not leave the harbour on Monday, the port office said.\n"


def parquet(text: str) -> bytes:
    sink = pa.BufferOutputStream()
    pa.parquet.write_table(pa.table({"text": [text]}), sink)
    return sink.getvalue().to_pybytes()


def feather(text: str) -> bytes:
    sink = pa.BufferOutputStream()
    pa.feather.write_feather(pa.table({"text": [text]}), sink)
    return sink.getvalue().to_pybytes()


def formats(corpus: mk.Corpus) -> dict[str, str]:
    return {file.path: file.format for file in corpus.origin.files}


def problems(corpus: mk.Corpus) -> list[Problem]:
    return [Problem(*row) for row in plain_rows(corpus.problems)]


@pytest.mark.parametrize(
    ("name", "content", "format"),
    [
        pytest.param("a.txt", FERRY.encode(), "txt", id="text"),
        pytest.param("a.csv", f'text\n"{FERRY}"\n'.encode(), "csv", id="a table"),
        pytest.param("a.jsonl", json.dumps({"text": FERRY}).encode(), "jsonl", id="JSON lines"),
        pytest.param("a.json", json.dumps([{"text": FERRY}]).encode(), "json", id="a list of objects"),
        pytest.param("a.json", json.dumps({"stories": [{"text": FERRY}]}).encode(), "json", id="a list in an object"),
        pytest.param("a.json", json.dumps({"text": FERRY}).encode(), "json", id="one object"),
        pytest.param("a.parquet", parquet(FERRY), "parquet", id="Parquet"),
        pytest.param("a.dat", parquet(FERRY), "parquet", id="Parquet under another ending"),
        pytest.param("a.txt.gz", gzip.compress(FERRY.encode()), "gz > txt", id="packed"),
        pytest.param("a.txt", gzip.compress(FERRY.encode()), "gz > txt", id="packed, and the ending does not say so"),
        pytest.param("a.txt.gz", FERRY.encode(), "txt", id="not packed, although the ending says so"),
    ],
)
def test_what_a_file_is_read_as_stands_in_its_origin(folder: Folder, name: str, content: bytes, format: str) -> None:
    corpus = mk.read_corpus(folder({name: content}))
    assert corpus.articles["text"].tolist() == [FERRY]
    assert formats(corpus) == {name: format}
    assert not problems(corpus)


def test_a_format_that_is_asked_for_wins_over_ending_and_content(folder: Folder) -> None:
    room = folder({"a.dat": '{"text": "One ferry."}\n{"text": "Two ferries."}\n', "b.json": '{"text": "Three ferries."}\n'})
    corpus = mk.read_corpus(room, format="jsonl")
    assert corpus.articles["text"].tolist() == ["One ferry.", "Two ferries.", "Three ferries."]
    assert formats(corpus) == {"a.dat": "jsonl", "b.json": "jsonl"}


def test_a_format_that_is_asked_for_is_that_of_the_files_in_an_archive(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.gz": gzip.compress(b'{"text": "One ferry."}\n')}), format="jsonl")
    assert formats(corpus) == {"a.gz": "gz > jsonl"}


def test_an_unknown_format_is_an_error_that_names_the_known(folder: Folder) -> None:
    with pytest.raises(CorpusError, match=r"no format is called 'wordperfect'(.|\n)*use one of: .*txt"):
        mk.read_corpus(folder({"a.txt": FERRY}), format="wordperfect")


@pytest.mark.parametrize(
    ("name", "content", "what", "mend"),
    [
        pytest.param(
            "a.pkl", pickle.dumps([FERRY]), "opening a pickle can run any program", "CSV, JSONL or Parquet", id="pickle"
        ),
        pytest.param("a.data", pickle.dumps([FERRY]), "opening a pickle can run any", "CSV, JSONL", id="pickle, ending unknown"),
        pytest.param("a.joblib", b"x", "opening a pickle can run any program", "CSV, JSONL or Parquet", id="joblib"),
        pytest.param("a.feather", feather(FERRY), "a Feather file may hold objects", "CSV, JSONL or Parquet", id="Feather"),
        pytest.param("a.xls", b"\xd0\xcf\x11\xe0", "not a format mediakit reads", "save it as .xlsx or CSV", id="old Excel"),
        pytest.param("a.doc", b"\xd0\xcf\x11\xe0", "not a format mediakit reads", "plain text (.txt)", id="old Word"),
        pytest.param(
            "a.xls",
            b"\xd0\xcf\x11\xe0",
            "not a format mediakit reads",
            "from ProQuest choose Text only",
            id="old Excel, perhaps of ProQuest",
        ),
        pytest.param("a.pdf", b"%PDF-1.7", "not a format mediakit reads", "export the articles as text", id="PDF"),
        pytest.param("a.mp3", b"ID3", "not a format mediakit reads", "save it as one of these", id="anything else"),
    ],
)
def test_what_cannot_be_read_is_skipped_with_the_reason(folder: Folder, name: str, content: bytes, what: str, mend: str) -> None:
    [problem] = problems(mk.read_corpus(folder({"good.txt": FERRY, name: content})))
    assert (problem.path, problem.fate) == (name, "skipped")
    assert what in problem.what
    assert mend in problem.mend


@pytest.mark.parametrize(
    ("content", "what"),
    [
        pytest.param("[1, 2", "not JSON: Expecting ',' delimiter", id="cut off"),
        pytest.param("3", "JSON, but no list of articles: a number", id="a number"),
        pytest.param('{"status": "error"}', "JSON, but no list of articles: an object with 'status'", id="an error message"),
        pytest.param("[]", "no articles: the list is empty", id="nothing in it"),
        pytest.param("[" * 100_000, "not JSON", id="very deep"),
    ],
)
def test_json_without_articles_is_quarantined(folder: Folder, content: str, what: str) -> None:
    [problem] = problems(mk.read_corpus(folder({"good.txt": FERRY, "a.json": content})))
    assert (problem.path, problem.fate) == ("a.json", "quarantined")
    assert problem.what.startswith(what)


def test_what_stands_in_a_json_list_and_is_no_article_is_quarantined_by_its_place(folder: Folder) -> None:
    content = json.dumps([{"text": "One ferry."}, "Two ferries.", {"headline": "Three"}, {"text": "Four ferries."}])
    corpus = mk.read_corpus(folder({"a.json": content}))
    assert corpus.articles["article_id"].tolist() == ["a#1", "a#4"]
    assert [(problem.line, problem.fate) for problem in problems(corpus)] == [(2, "quarantined"), (3, "quarantined")]
    assert (corpus.origin.found, corpus.origin.loaded, corpus.origin.quarantined) == (4, 2, 2)


def test_a_mapped_key_that_no_object_has_is_an_error(folder: Folder) -> None:
    file = folder({"a.json": '[{"text": "One ferry."}]'}) / "a.json"
    with pytest.raises(ColumnError, match="no column is called 'Paper'"):
        mk.read_corpus(file, columns={"outlet": "Paper"})


def test_a_file_full_of_faults_is_given_up_and_the_rest_is_read(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.jsonl": "no JSON\n" * 30_000, "good.txt": FERRY}))
    assert corpus.articles["article_id"].tolist() == ["good"]
    last = problems(corpus)[0]
    assert len(corpus.problems) == 10_002
    assert (last.path, last.what) == ("a.jsonl", "given up after 10,001 faults; what stands behind was not read")
    assert corpus.origin.found == 1 + 10_002


def test_every_format_says_what_you_get(folder: Folder) -> None:
    listed = mk.list_formats()
    assert {"txt", "csv", "xlsx", "jsonl", "json", "parquet", "zip", "gz"} <= {*listed["name"]}
    assert listed["name"].is_unique
    assert (listed["gives"].str.len() > 0).all()
    assert (listed["one_article"].str.len() > 0).all()


def test_an_archive_inside_a_folder_does_not_change_where_it_is_known_from(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(FERRY.encode()))
    corpus = mk.read_corpus(tmp_path / "a.txt.gz")
    assert corpus.articles[["article_id", "path"]].to_numpy().tolist() == [["a", "a.txt.gz"]]
