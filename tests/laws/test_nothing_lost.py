"""The nothing-lost law: loaded + quarantined + skipped = found, and the lines of a text are the text."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mediakit as mk
from mediakit.layout import label_lines
from tests.conftest import Folder

# What real and hostile files are made of, oftener than chance would bring it.
PIECES = st.sampled_from(
    ["\n", "\r\n", "\r", "\0", "\t", " ", "\u2028", "\x85", "\x0c", "\ufeff", "\u202e", "�", "22", "- ", "“", "”", "â€œ", "Ã©",
     "The ferry stopped.", "By Ama Boyle", "Original Source: coast.example", "Leave a comment", "Related:", "harbour.example"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=40).map("".join)
LAW = settings(max_examples=100, deadline=None, derandomize=True, database=None)

FERRY = "Ferry halted\n\nThe ferry did not leave the harbour on Monday, the port office said.\n"


def joined(text: str) -> str:
    lines = label_lines(text)
    assert [line.begin for line in lines[1:]] == [line.end for line in lines[:-1]]
    return "".join(text[line.begin : line.end] for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ferry halted\r\n\r\nIt did not sail.\r\n", id="Windows line ends"),
        pytest.param("Ferry halted\r\rIt did not sail.\r", id="old Macintosh line ends"),
        pytest.param("Ferry halted\n\nIt did not sail.", id="no newline at the end"),
        pytest.param("\n\n\nFerry halted\n\n\n", id="blank lines at either end"),
        pytest.param("Ferry\0 halted\n\0\nIt did not sail.\0", id="NUL"),
        pytest.param("Ferry\u2028halted\x85it\x0bdid\x0cnot\x1csail", id="line ends of other kinds end no line"),
        pytest.param("", id="nothing"),
    ],
)
def test_the_lines_joined_are_the_text(text: str) -> None:
    assert joined(text) == text


@LAW
@given(TEXTS)
def test_the_lines_joined_are_the_text_whatever_the_text(text: str) -> None:
    assert joined(text) == text


@LAW
@given(TEXTS)
def test_every_line_ends_at_a_newline_or_at_the_end_of_the_text(text: str) -> None:
    ends = [line.end for line in label_lines(text)]
    assert all(text[end - 1] == "\n" for end in ends[:-1])
    assert len(ends) == text.count("\n") + (not text.endswith("\n") and text != "")


@LAW
@given(TEXTS.filter(str.strip))
def test_a_pasted_text_comes_back_character_for_character_or_a_problem_says_why_not(text: str) -> None:
    corpus = mk.read_texts({"Harbour Herald": text})
    assert corpus.articles["text"].tolist() == [text] or "repaired" in corpus.problems["fate"].tolist()


@LAW
@given(TEXTS.filter(lambda text: not text.startswith("\ufeff")))
def test_a_file_is_read_character_for_character_or_a_problem_says_why_not(text: str) -> None:
    with tempfile.TemporaryDirectory() as room:
        Path(room, "good.txt").write_text(FERRY)
        Path(room, "other.txt").write_bytes(text.encode())
        corpus = mk.read_corpus(room)
    as_it_was = corpus.articles.loc[corpus.articles["path"] == "other.txt", "text"].tolist() == [text]
    assert as_it_was or "other.txt" in corpus.problems["path"].tolist()
    assert corpus.origin.found == 2


@settings(LAW, max_examples=10)  # each starts a process of its own for the risky readers
@given(st.binary(max_size=200))
def test_any_bytes_under_any_name_end_in_one_of_the_fates(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as room:
        Path(room, "good.txt").write_text(FERRY)
        for name in ("a.txt", "b.csv", "c.jsonl", "d.xlsx", "e.parquet", "manifest.csv", "corrections.csv"):
            Path(room, name).write_bytes(data)
        corpus = mk.read_corpus(room)
    origin = corpus.origin
    assert origin.found == origin.loaded + origin.quarantined + origin.skipped
    assert {"good.txt"} <= set(corpus.articles["path"])
    assert {"a.txt", "b.csv", "c.jsonl", "d.xlsx", "e.parquet"} <= {*corpus.articles["path"], *corpus.problems["path"]}


def test_every_input_of_a_nasty_folder_is_loaded_quarantined_or_skipped(folder: Folder) -> None:
    manifest = "path,outlet\nferry.txt,Herald\nferry.txt,Courier\ngone.txt,Herald\n../secret.txt,Herald\n"
    room = folder(
        {
            "ferry.txt": FERRY,  # loaded
            "ferry.TXT": FERRY,  # quarantined: one of the two has the name
            "north/flood.txt": "Coast road under water, and police turn drivers back.\r\n",  # loaded
            "empty.txt": "",  # quarantined
            "blank.txt": " \n\t",  # quarantined
            "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(90),  # quarantined
            "cafe.txt": "The café on the pier closed.".encode("cp1252"),  # loaded, flagged
            "photo.jpg": b"\xff\xd8\xff",  # skipped
            "thesis.docx": b"PK\3\4",  # quarantined
            "rows.jsonl": '{"text": "One ferry."}\n\n{"text": \n{"text": ""}\n{"headline": "None"}\n',  # 1 loaded, 3 quarantined
            "buses.csv": 'text,outlet\nOne bus.,A\nTwo, three buses.,B\n"Four buses."x,C\n,D\n',  # 1 loaded, 3 quarantined
            "bare.csv": "headline,paper\nFerry,Herald\n",  # quarantined
            "broken.xlsx": b"PK\3\4 no workbook",  # quarantined
            "broken.parquet": b"PAR1",  # quarantined
            "README.md": "About these files.",  # no input
            "manifest.csv": manifest,  # 2 skipped: a file that is not there, one outside
            "corrections.csv": "table,article_id,field,value\narticles,nobody,title,x\n",  # no input
        }
    )
    (room / "link.txt").symlink_to(room.parent / "secret.txt")  # skipped
    origin = mk.read_corpus(room).origin
    assert (origin.loaded, origin.quarantined, origin.skipped) == (5, 14, 4)
    assert origin.found == 23


def test_the_lines_table_of_a_corpus_rebuilds_every_text(corpus: mk.Corpus) -> None:
    texts = dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True))
    rebuilt = dict.fromkeys(texts, "")
    for line in corpus.lines.itertuples():
        assert line.begin == len(rebuilt[line.article_id])
        rebuilt[line.article_id] += texts[line.article_id][line.begin : line.end]
    assert rebuilt == texts
