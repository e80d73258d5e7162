"""Bad input: each is said with where and how to mend it, nothing is lost in silence, and the rest is read."""

import os
from pathlib import Path

import pytest

import mediakit as mk
from mediakit.loaders import Problem
from mediakit.tables import plain_rows
from tests.conftest import Folder

GOOD = "Ferry halted\n\nThe ferry did not leave the harbour on Monday, the port office said.\n"


def problems(corpus: mk.Corpus) -> list[Problem]:
    return [Problem(*row) for row in plain_rows(corpus.problems)]


PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(90)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("a.txt", b"", (None, "quarantined", "no text: empty or blank", "put the article's text in"), id="empty"),
        pytest.param("a.txt", b" \r\n", (None, "quarantined", "no text: empty or blank", "put the article's text"), id="blank"),
        pytest.param("a.txt", PICTURE, (None, "quarantined", "not readable as text", "save the article as UTF-8"), id="binary"),
        pytest.param("a.txt", b"The\0 ferry.", (None, "flagged", "control character", "they are kept"), id="a NUL"),
        pytest.param("a.txt", "The café.".encode("cp1252"), (None, "flagged", "a guess", "save it as UTF-8"), id="Windows-1252"),
        pytest.param("a.txt", "The ferry.".encode("utf-16-le"), (None, "flagged", "read as utf-16-le", "as UTF-8"), id="UTF-16"),
        pytest.param("a.txt", "Itâ€™s off.".encode(), (None, "repaired", "put right", "check the text"), id="mojibake"),
        pytest.param("a.odt", b"PK\3\4", (None, "skipped", "not a format mediakit reads", "as plain text"), id="OpenDocument"),
        pytest.param("a.pkl", b"\x80\4.", (None, "skipped", "can run any program", "save the table as CSV"), id="pickle"),
        pytest.param("ferry", b"The bus ran.", (None, "skipped", "not a format mediakit reads", "save it as"), id="no ending"),
        pytest.param("a.jsonl", b'{"text": "A bus."}\n{"text":\n', (2, "quarantined", "not a JSON object", "mend or delete"),
                     id="a malformed line"),
        pytest.param("a.csv", b"headline,paper\nFerry,Herald\n",
                     (None, "quarantined", "no column holds the articles' text", 'columns={"text": "…"}'), id="no text column"),
    ],
)  # fmt: skip
def test_a_bad_file_beside_a_good_one(folder: Folder, name: str, content: bytes, said: tuple[int | None, str, str, str]) -> None:
    corpus = mk.read_corpus(folder({name: content, "good.txt": GOOD}))
    assert "good" in corpus.articles["article_id"].tolist()
    [problem] = problems(corpus)
    line, fate, what, mend = said
    assert (problem.path, problem.line, problem.fate) == (name, line, fate)
    assert what in problem.what
    assert mend in problem.mend


def test_of_two_files_with_one_name_the_second_is_quarantined(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"ferry.TXT": "The ferry.", "ferry.txt": "The bus."}))
    assert corpus.articles[["article_id", "path"]].to_numpy().tolist() == [["ferry", "ferry.TXT"]]
    [problem] = problems(corpus)
    assert (problem.path, problem.fate, problem.mend) == ("ferry.txt", "quarantined", "rename the file")
    assert problem.what == "a second article would be called 'ferry'"


@pytest.mark.parametrize("name", ["License fees rise.txt", "licence-to-build row.txt", "Readmefirst, a play.txt"])
def test_an_article_is_not_taken_for_a_licence_or_a_readme(folder: Folder, name: str) -> None:
    assert mk.read_corpus(folder({name: GOOD})).articles["path"].tolist() == [name]


@pytest.mark.parametrize("name", ["README", "README.md", "readme.txt", "LICENSE", "Licence.txt", ".hidden.txt", "~$open.xlsx"])
def test_what_stands_beside_articles_is_no_input(folder: Folder, name: str) -> None:
    corpus = mk.read_corpus(folder({"good.txt": GOOD, name: "About these files."}))
    assert (corpus.origin.found, len(corpus.problems)) == (1, 0)


def test_a_folder_named_like_a_file_is_a_folder(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"ferry.txt/monday.txt": GOOD}))
    assert corpus.articles["article_id"].tolist() == ["ferry.txt/monday"]


@pytest.mark.parametrize("to", [pytest.param("moved-away.txt", id="nowhere"), pytest.param("link.txt", id="to itself")])
def test_a_link_that_cannot_be_followed_is_quarantined(folder: Folder, to: str) -> None:
    room = folder({"good.txt": GOOD})
    (room / "link.txt").symlink_to(to)
    corpus = mk.read_corpus(room)
    assert corpus.articles["article_id"].tolist() == ["good"]
    [problem] = problems(corpus)
    assert (problem.path, problem.fate) == ("link.txt", "quarantined")
    assert problem.what.startswith("not readable")
    assert problem.mend == "check the file and your right to read it"


def test_a_file_that_may_not_be_read_is_quarantined(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    room, read_bytes = folder({"good.txt": GOOD, "locked.txt": "The bus ran."}), Path.read_bytes

    def refused(path: Path) -> bytes:  # a superuser may read everything, so that taking the right away would not do
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    corpus = mk.read_corpus(room)
    assert corpus.articles["article_id"].tolist() == ["good"]
    [problem] = problems(corpus)
    assert (problem.path, problem.fate) == ("locked.txt", "quarantined")
    assert problem.what == "not readable: Permission denied"
    assert problem.mend == "check the file and your right to read it"


@pytest.mark.parametrize("to", [pytest.param("secret.txt", id="a file"), pytest.param("private", id="a folder")])
def test_a_link_that_leads_out_of_the_folder_is_skipped_unread(folder: Folder, to: str) -> None:
    room = folder({"good.txt": GOOD, "../secret.txt": "My diary.", "../private/secret.txt": "My letters."})
    (room / "link.txt").symlink_to(room.parent / to)
    corpus = mk.read_corpus(room)
    assert corpus.articles["article_id"].tolist() == ["good"]
    [problem] = problems(corpus)
    assert (problem.path, problem.what, problem.fate) == ("link.txt", "a link that leads out of the folder", "skipped")
    assert problem.mend.startswith("copy the file into the folder")
    assert {file.sha256 for file in corpus.origin.files if file.path == "link.txt"} <= {""}


def test_a_link_inside_the_folder_is_read(folder: Folder) -> None:
    room = folder({"north/good.txt": GOOD})
    (room / "link.txt").symlink_to("north/good.txt")
    assert mk.read_corpus(room).articles["article_id"].tolist() == ["link", "north/good"]


def test_a_linked_folder_that_leads_back_up_ends_and_is_said(folder: Folder) -> None:
    room = folder({"good.txt": GOOD, "north/bus.txt": "The bus ran."})
    (room / "north" / "again").symlink_to(room)
    corpus = mk.read_corpus(room)
    assert corpus.articles["article_id"].tolist() == ["good", "north/bus"]
    assert [(problem.path, problem.fate) for problem in problems(corpus)] == [("north/again", "skipped")]


def test_a_sub_folder_that_may_not_be_opened_is_said(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    room, scandir = folder({"good.txt": GOOD, "locked/bus.txt": "The bus ran."}), os.scandir

    def refused(path: str | Path) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    corpus = mk.read_corpus(room)
    assert corpus.articles["article_id"].tolist() == ["good"]
    assert [problem.path for problem in problems(corpus)] == ["locked"]


def test_a_sub_folder_with_a_codebook_of_ones_own_is_read(folder: Folder) -> None:
    room = folder({"good.txt": GOOD, "2019/bus.txt": "The bus ran.", "2019/codebook.md": "# How we coded the articles"})
    assert "2019/bus" in mk.read_corpus(room).articles["article_id"].tolist()


def test_a_file_name_that_is_no_text_does_not_stop_the_reading(folder: Folder) -> None:
    # as archives packed on an old Windows leave them
    room = folder({"good.txt": GOOD})
    Path(os.fsdecode(os.fsencode(room) + b"/caf\xe9.txt")).write_text("The bus ran.")
    corpus = mk.read_corpus(room)
    assert "good" in corpus.articles["article_id"].tolist()
    assert corpus.origin.found == 2
    [problem] = problems(corpus)
    assert "name" in problem.what
    assert problem.mend == "rename the file"


NASTY = "<img src=x onerror=alert(1)>"
SCRIPT = "<script>alert(document.cookie)</script>"


def test_markup_is_data_and_kept_as_it_is(folder: Folder) -> None:
    text = f"{SCRIPT} halts ferry\n\nThe ferry {NASTY} did not leave the harbour &amp; nobody knew why, the office said.\n"
    manifest = f"path,outlet,title,byline\n{NASTY}.txt,{NASTY} Herald,{SCRIPT},=cmd|' /C calc'!A0\n"
    [article] = mk.read_corpus(folder({f"{NASTY}.txt": text, "manifest.csv": manifest})).articles.itertuples()
    assert article.text == text
    assert (article.article_id, article.path) == (NASTY, f"{NASTY}.txt")
    assert (article.outlet, article.title, article.byline) == (f"{NASTY} Herald", SCRIPT, "=cmd|' /C calc'!A0")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The ferry \u202eyrref\u202c stopped.", id="text turned round"),
        pytest.param("ferry " * 2000, id="one word two thousand times"),
        pytest.param("x" * 200_000, id="one word of 200,000 letters"),
        pytest.param("\n" * 20_000 + "The ferry.", id="twenty thousand blank lines"),
        pytest.param("“" * 20_000, id="nothing but opening marks"),
        pytest.param("a\u0301\u0302\u0303" * 2000, id="accents upon accents"),
        pytest.param("( " * 50_000, id="nothing but brackets"),
    ],
)
def test_strange_texts_are_kept_as_they_are(folder: Folder, text: str) -> None:
    corpus = mk.read_corpus(folder({"a.txt": text}))
    assert corpus.articles["text"].tolist() == [text]
    assert corpus.lines["end"].max() == len(text)
