"""Archives: each member is read as if it stood in the folder; a bomb costs itself and nothing else."""

import gzip
import io
import stat
import tarfile
import zipfile
import zlib

import pytest

import mediakit as mk
from mediakit.errors import CorpusError
from mediakit.loaders import Problem
from mediakit.tables import plain_rows
from tests.conftest import Folder

BUS, FERRY = "The bus ran on Monday, the office said.", "The ferry did not leave on Monday, the office said."


def packed(members: dict[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def tarred(members: dict[str, bytes], *more: tarfile.TarInfo) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        for info in more:
            archive.addfile(info)
    return data.getvalue()


def link(name: str, to: str) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = tarfile.SYMTYPE, to
    return info


def problems(corpus: mk.Corpus) -> list[Problem]:
    return [Problem(*row) for row in plain_rows(corpus.problems)]


def adds_up(corpus: mk.Corpus) -> bool:
    origin = corpus.origin
    return origin.found == origin.loaded + origin.quarantined + origin.skipped


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("news.zip", packed({"south/ferry.txt": FERRY, "bus.txt": BUS}), id="zip"),
        pytest.param("news.zip", tarred({"south/ferry.txt": FERRY.encode(), "bus.txt": BUS.encode()}), id="tar"),
        pytest.param(
            "news.zip", gzip.compress(tarred({"south/ferry.txt": FERRY.encode(), "bus.txt": BUS.encode()})), id="tar.gz"
        ),
    ],
)
def test_members_are_articles_under_the_name_of_the_archive(folder: Folder, name: str, content: bytes) -> None:
    corpus = mk.read_corpus(folder({name: content}))
    assert sorted(corpus.articles["article_id"]) == ["news.zip/bus", "news.zip/south/ferry"]
    assert sorted(corpus.articles["path"]) == ["news.zip/bus.txt", "news.zip/south/ferry.txt"]
    assert not problems(corpus)


def test_rows_of_a_packed_table_are_numbered_and_its_faults_named(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.zip": packed({"rows.jsonl": '{"text": "One ferry."}\n{"text":\n{"text": "Two."}\n'})}))
    assert corpus.articles["article_id"].tolist() == ["a.zip/rows#1", "a.zip/rows#3"]
    [problem] = problems(corpus)
    assert (problem.path, problem.line, problem.fate) == ("a.zip/rows.jsonl", 2, "quarantined")


def test_an_archive_in_an_archive_is_read(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.zip": packed({"b.zip": packed({"c.txt.gz": gzip.compress(BUS.encode())})})}))
    assert corpus.articles[["article_id", "path"]].to_numpy().tolist() == [["a.zip/b.zip/c", "a.zip/b.zip/c.txt.gz"]]
    assert corpus.origin.files[-1].format == "zip > zip > gz > txt"


def test_archives_nested_too_deeply_are_quarantined(folder: Folder) -> None:
    content = packed({"bus.txt": BUS})
    for depth in range(4):
        content = packed({f"{depth}.zip": content})
    corpus = mk.read_corpus(folder({"a.zip": content, "good.txt": FERRY}))
    [problem] = problems(corpus)
    assert (problem.path, problem.what, problem.fate) == (
        "a.zip/3.zip/2.zip/1.zip", "an archive inside 3 others", "quarantined",
    )  # fmt: skip


def test_the_manifest_of_the_folder_names_members_and_a_row_for_the_archive_holds_for_all(folder: Folder) -> None:
    manifest = "path,outlet,published\na.zip,Coast Courier,2025-03\na.zip/bus.txt,Harbour Herald,\n"
    corpus = mk.read_corpus(folder({"a.zip": packed({"bus.txt": BUS, "ferry.txt": FERRY}), "manifest.csv": manifest}))
    assert corpus.articles[["outlet", "published"]].to_numpy().tolist() == [
        ["Harbour Herald", "2025-03"], ["Coast Courier", "2025-03"],
    ]  # fmt: skip
    assert not problems(corpus)


def test_a_manifest_row_for_a_member_that_is_not_there_is_said(folder: Folder) -> None:
    manifest = "path,outlet\na.zip/tram.txt,Harbour Herald\na.zip,Coast Courier\n"
    corpus = mk.read_corpus(folder({"a.zip": packed({"bus.txt": BUS}), "manifest.csv": manifest}))
    [problem] = problems(corpus)
    assert (problem.path, problem.line, problem.what, problem.fate) == (
        "manifest.csv", 2, "there is no file 'a.zip/tram.txt'", "skipped",
    )  # fmt: skip
    assert adds_up(corpus)


def test_what_stands_beside_articles_in_an_archive_is_passed_over(folder: Folder) -> None:
    members = {"bus.txt": BUS, "README.txt": "x", "__MACOSX/._bus.txt": "x", "north/.DS_Store": "x"}
    corpus = mk.read_corpus(folder({"a.zip": packed(members)}))
    assert corpus.articles["article_id"].tolist() == ["a.zip/bus"]
    assert not problems(corpus)


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_corrections_inside_an_archive_hold_for_the_articles_beside_and_below_them(folder: Folder, kind: str) -> None:
    corrections = (
        "table,article_id,begin,end,field,value\narticles,bus,,,outlet,Harbour Herald\nlines,north/ferry,0,52,label,caption\n"
        "articles,tram,,,outlet,Post\narticles,bus,,,published,03/04/2025\n"
    )
    members = {"news/bus.txt": BUS, "news/corrections.csv": corrections, "news/north/ferry.txt": f"{FERRY}\n", "x.txt": "No bus."}
    archive = packed({**members}) if kind == "zip" else tarred({name: content.encode() for name, content in members.items()})
    corpus = mk.read_corpus(folder({"a.archive": archive}))
    assert corpus.articles.set_index("article_id")["outlet"].dropna().to_dict() == {"a.archive/news/bus": "Harbour Herald"}
    lines = corpus.lines.set_index("article_id")
    assert lines.loc["a.archive/news/north/ferry", ["label", "decided_by"]].tolist() == ["caption", "user"]
    assert corpus.corrections["article_id"].tolist() == [f"a.archive/news/{name}" for name in ("bus", "north/ferry", "tram")]
    assert [(problem.path, problem.line, problem.what) for problem in problems(corpus)] == [
        ("a.archive/news/corrections.csv", 4, "the correction is about 'a.archive/news/tram', which is no article here"),
        ("a.archive/news/corrections.csv", 5, "'03/04/2025' is no date that can be read in one way"),
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        pytest.param("articles,bus,outlet,Post\n" * 50_001, "only the first 50,000 rows were used", id="rows"),
        pytest.param(",".join(map(str, range(1_500_000))), "more than such a table can have inside an archive; it was not used",
                     id="bytes"),
    ],
)  # fmt: skip
def test_a_table_of_corrections_inside_an_archive_has_a_bound(folder: Folder, rows: str, said: str) -> None:
    members = {"bus.txt": BUS, "corrections.csv": f"table,article_id,field,value\n{rows}"}
    [problem] = problems(mk.read_corpus(folder({"a.zip": packed(members)})))
    assert (problem.path, problem.fate, problem.what.endswith(said)) == ("a.zip/corrections.csv", "flagged", True)


def test_the_corrections_of_the_folder_come_before_those_inside_an_archive(folder: Folder) -> None:
    header = "table,article_id,field,value\n"
    inside = f"{header}articles,bus,outlet,Post\narticles,bus,title,No bus\n"
    outside = f"{header}articles,a.zip/bus,outlet,Harbour Herald\n"
    corpus = mk.read_corpus(folder({"a.zip": packed({"bus.txt": BUS, "corrections.csv": inside}), "corrections.csv": outside}))
    assert corpus.articles[["outlet", "title"]].to_numpy().tolist() == [["Harbour Herald", "No bus"]]


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_a_manifest_inside_an_archive_says_what_is_known_about_the_files_beside_and_below_it(folder: Folder, kind: str) -> None:
    manifest = "path,outlet\nbus.txt,Harbour Herald\nnorth/ferry.txt,Coast Courier\ntram.txt,Post\n../x.txt,Post\n"
    members = {"news/bus.txt": BUS, "news/manifest.csv": manifest, "news/north/ferry.txt": FERRY, "news/van.txt": "The van came."}
    archive = packed({**members}) if kind == "zip" else tarred({name: content.encode() for name, content in members.items()})
    corpus = mk.read_corpus(folder({"a.archive": archive, "z.txt": "No bus ran today."}))
    assert corpus.articles.set_index("article_id")["outlet"].dropna().to_dict() == {
        "a.archive/news/bus": "Harbour Herald", "a.archive/news/north/ferry": "Coast Courier",
    }  # fmt: skip
    assert [(problem.path, problem.line, problem.what, problem.fate) for problem in problems(corpus)] == [
        ("a.archive/news/manifest.csv", 4, "there is no file 'a.archive/news/tram.txt'", "skipped"),
        ("a.archive/news/manifest.csv", 5, "'../x.txt' leads out of the folder", "skipped"),
        ("a.archive/news/van.txt", None, "not named in the manifest", "flagged"),
    ]
    assert adds_up(corpus)


def test_what_the_folder_says_about_a_member_comes_before_what_its_archive_says(folder: Folder) -> None:
    members = {"bus.txt": BUS, "ferry.txt": FERRY, "manifest.csv": "path,outlet\nbus.txt,Herald\nferry.txt,Courier\n"}
    room = folder({"a.zip": packed(members), "manifest.csv": "path,outlet\na.zip/bus.txt,Harbour Herald\n"})
    assert mk.read_corpus(room).articles["outlet"].tolist() == ["Harbour Herald", "Courier"]


@pytest.mark.parametrize(
    "name", ["../bus.txt", "/etc/bus.txt", "C:\\bus.txt", "..\\bus.txt", "a/../../bus.txt", "\\\\host\\x.txt"]
)
def test_a_name_that_leads_out_of_the_archive_is_skipped(folder: Folder, name: str) -> None:
    corpus = mk.read_corpus(folder({"a.zip": packed({name: BUS, "ferry.txt": FERRY})}))
    assert corpus.articles["article_id"].tolist() == ["a.zip/ferry"]
    [problem] = problems(corpus)
    assert (problem.what, problem.fate) == ("its name leads out of the archive", "skipped")


def test_characters_of_a_name_that_do_not_show_are_written_out(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.zip": packed({"bus\u202etxt.txt": BUS, "fer\nry.txt": FERRY})}))
    assert corpus.articles["path"].tolist() == ["a.zip/bus\\u202etxt.txt", "a.zip/fer\\u000ary.txt"]


def test_links_in_archives_are_skipped(folder: Folder) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        info = zipfile.ZipInfo("passwords.txt")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    files = {"a.zip": data.getvalue(), "b.tar": tarred({}, link("passwords.txt", "/etc/passwd")), "good.txt": BUS}
    found = [(problem.path, problem.what, problem.fate) for problem in problems(mk.read_corpus(folder(files)))]
    assert found == [
        ("a.zip/passwords.txt", "a link or a device, not a file", "skipped"),
        ("b.tar/passwords.txt", "a link or a device, not a file", "skipped"),
    ]


def test_a_bomb_in_an_archive_costs_itself_and_the_other_members_are_read(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.zip": packed({"bomb.txt": bytes(50_000_000), "bus.txt": BUS})}))
    assert corpus.articles["article_id"].tolist() == ["a.zip/bus"]
    [problem] = problems(corpus)
    assert (problem.path, problem.fate) == ("a.zip/bomb.txt", "quarantined")
    assert problem.what == "it unpacks to 50,000,000 bytes, more than 200 times its size"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("bomb.txt.gz", gzip.compress(bytes(50_000_000)), id="gz"),
        pytest.param("bomb.gz", gzip.compress(gzip.compress(gzip.compress(bytes(50_000_000)))), id="gz in gz in gz"),
        pytest.param(
            "bomb.zip", packed({f"{n}.zip": packed({"a.txt": bytes(9_900_000)}) for n in range(60)}), id="many small ones"
        ),
    ],
)
def test_a_bomb_is_defused_and_the_rest_of_the_folder_is_read(folder: Folder, name: str, content: bytes) -> None:
    corpus = mk.read_corpus(folder({name: content, "good.txt": BUS}))
    assert "good" in corpus.articles["article_id"].tolist()
    assert any("it unpacks to more than 200 times its size" in problem.what for problem in problems(corpus))
    assert adds_up(corpus)


def test_a_zip_file_that_lists_too_many_files_is_not_opened(folder: Folder) -> None:
    end = b"PK\5\6" + bytes(4) + b"\xff\xff" * 2 + (60_000_000).to_bytes(4, "little") + bytes(6)
    corpus = mk.read_corpus(folder({"a.zip": b"PK\3\4" + bytes(100) + end, "good.txt": BUS}))
    [problem] = problems(corpus)
    assert (problem.path, problem.what, problem.fate) == ("a.zip", "it holds more than 100,000 files", "quarantined")


def encrypted() -> bytes:
    """An archive whose member says that it is encrypted."""
    data = bytearray(packed({"secret.txt": BUS}))
    data[6] |= 1  # the flag stands in the member's own header …
    data[data.index(b"PK\1\2") + 8] |= 1  # … and in the table of contents
    return bytes(data)


def spoiled() -> bytes:
    """An archive whose member is damaged."""
    data = bytearray(packed({"bus.txt": BUS * 50}))
    data[45] ^= 0xFF
    return bytes(data)


@pytest.mark.parametrize(
    ("content", "path", "what"),
    [
        pytest.param(b"PK\3\4 no archive", "a.zip", "not a readable ZIP file", id="no archive"),
        pytest.param(packed({"bus.txt": BUS * 50})[:-30], "a.zip", "not a readable ZIP file", id="cut off"),
        pytest.param(packed({}), "a.zip", "an archive without files", id="empty"),
        pytest.param(encrypted(), "a.zip/secret.txt", "encrypted: it opens only with a password", id="encrypted"),
        pytest.param(spoiled(), "a.zip/bus.txt", "damaged: ", id="damaged"),
        pytest.param(gzip.compress(BUS.encode())[:-12], "a.zip", "damaged: Compressed file ended", id="gz cut off"),
        pytest.param(gzip.compress(b"")[:10] + zlib.compress(b"x"), "a.zip", "damaged: ", id="gz that is none"),
        pytest.param(tarred({"bus.txt": BUS.encode() * 50})[:600], "a.zip", "not readable as TAR", id="tar cut off"),
    ],
)
def test_a_damaged_archive_is_quarantined_and_the_rest_is_read(folder: Folder, content: bytes, path: str, what: str) -> None:
    corpus = mk.read_corpus(folder({"a.zip": content, "good.txt": BUS}))
    assert "good" in corpus.articles["article_id"].tolist()
    [problem] = problems(corpus)
    assert problem.path.startswith(path)
    assert problem.what.startswith(what)
    assert problem.fate == "quarantined"
    assert problem.mend
    assert adds_up(corpus)


def test_an_archive_with_nothing_readable_is_an_error_that_says_why(folder: Folder) -> None:
    with pytest.raises(CorpusError, match=r"no article could be read: a.zip/a.pkl: .*pickle"):
        mk.read_corpus(folder({"a.zip": packed({"a.pkl": b"\x80\4."})}))
