"""read_corpus, read_texts and Corpus.select: what one gets, what is refused, and what is told."""

import datetime

import pandas as pd
import pytest

import mediakit as mk
from mediakit.errors import ColumnError, CorpusError
from mediakit.loaders import Problem
from mediakit.tables import plain_rows
from tests.conftest import SEEDS, Folder

FERRY = "Ferry halted\n\nThe ferry did not leave the harbour on Monday, the port office said.\n"
FLOOD = "Coast road under water\n\nPolice turned drivers back at both ends of the coast road on Tuesday.\n"
MATCH = "Rovers win at last\n\nRovers beat the visitors by two goals to nil in front of nine hundred people.\n"


def problems(corpus: mk.Corpus) -> list[Problem]:
    return [Problem(*row) for row in plain_rows(corpus.problems)]


@pytest.fixture
def papers(folder: Folder) -> mk.Corpus:
    """Four articles of two known outlets and one unknown, on two stories."""
    manifest = (
        "path,outlet,published,story_id\n001_ferry.txt,Harbour Herald,2025-03-22,ramp\n002_flood.txt,,2025-03,road\n"
        "003_match.txt,www.courier.example,,\n004_ferry.txt,HARBOUR HERALD,2025-04-02,ramp\n"
    )
    texts = {"001_ferry.txt": FERRY, "002_flood.txt": FLOOD, "003_match.txt": MATCH, "004_ferry.txt": FERRY + "\nMore."}
    return mk.read_corpus(folder({**texts, "manifest.csv": manifest}))


def ids(corpus: mk.Corpus) -> list[str]:
    return list(corpus.articles["article_id"])


def test_the_seeds_are_five_articles_and_four_of_them_name_no_outlet(corpus: mk.Corpus) -> None:
    assert repr(corpus) == "<Corpus of 5 articles, 1 known outlets, 4 articles of unknown outlet, 0 problems>"
    assert corpus.articles["outlet"].dropna().tolist() == ["cambarysu.com"]
    assert corpus.articles["outlet_label"].is_unique


def test_the_origin_counts_and_names_every_file_with_its_checksum(folder: Folder) -> None:
    room = folder({"a.txt": "abc", "rows.csv": "Body,Paper\nNo ferry today.,Herald\n", "photo.jpg": b"\xff\xd8"})
    origin = mk.read_corpus(room, columns={"outlet": "Paper"}).origin
    assert (origin.found, origin.loaded, origin.quarantined, origin.skipped) == (3, 2, 0, 1)
    assert [(file.path, file.n_bytes, dict(file.columns)) for file in origin.files] == [
        ("a.txt", 3, {}), ("photo.jpg", 2, {}), ("rows.csv", 34, {"text": "Body", "outlet": "Paper"}),
    ]  # fmt: skip
    assert origin.files[0].sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_an_article_is_named_by_its_path_below_the_folder_and_its_place_in_the_file(folder: Folder) -> None:
    rows = '{"text": "One ferry."}\n{"text": "Two ferries."}\n'
    corpus = mk.read_corpus(folder({"north/v1.2/a.b.txt": FERRY, "rows.jsonl": rows, "Z.TXT": MATCH}))
    assert ids(corpus) == ["Z", "rows#1", "rows#2", "north/v1.2/a.b"]


def test_a_single_file_is_read_like_a_folder_that_holds_it(folder: Folder) -> None:
    room = folder({"a.txt": FERRY, "b.txt": FLOOD, "manifest.csv": "path,outlet\na.txt,Harbour Herald\nb.txt,Courier\n"})
    corpus = mk.read_corpus(room / "a.txt")
    assert ids(corpus) == ["a"]
    assert corpus.articles["outlet"].tolist() == ["Harbour Herald"]


def test_a_format_may_be_named_where_the_ending_does_not_tell(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"export.dat": "text;outlet\nNo ferry today.;Herald\n"}) / "export.dat", format="csv")
    assert corpus.articles[["text", "outlet"]].to_numpy().tolist() == [["No ferry today.", "Herald"]]


def test_names_without_an_ending_do_not_run_together(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"Dr. Boyle answers": FERRY, "Dr. Nair asks": FLOOD}), format="txt")
    assert ids(corpus) == ["Dr. Boyle answers", "Dr. Nair asks"]


@pytest.mark.parametrize("path", [SEEDS, str(SEEDS), f"{SEEDS}/"], ids=["Path", "text", "with a slash at the end"])
def test_a_path_may_be_written_in_several_ways(path: object) -> None:
    assert len(mk.read_corpus(path).articles) == 5  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "what", "mend"),
    [
        pytest.param("nowhere", "there is no such folder or file", "check the spelling of the path", id="missing"),
        pytest.param("empty", "no article could be read: the folder is empty", "put .txt files in, one an article", id="empty"),
        pytest.param("aside", "no article could be read: the folder is empty", "put .txt files in, one an article",
                     id="nothing but what stands beside articles"),
        pytest.param("pictures", "no article could be read: a.jpg: not a format mediakit reads", "save it as one of these",
                     id="pictures"),
        pytest.param("blank", "no article could be read: a.txt: no text: empty or blank", "put the article's text", id="blank"),
    ],
)  # fmt: skip
def test_nothing_usable_is_an_error(folder: Folder, name: str, what: str, mend: str) -> None:
    room = folder({"aside/README.md": "About", "aside/.DS_Store": "x", "pictures/a.jpg": b"\xff\xd8", "blank/a.txt": "\n \n"})
    (room / "empty").mkdir()
    with pytest.raises(CorpusError) as raised:
        mk.read_corpus(room / name)
    assert raised.value.what == what
    assert raised.value.where == str(room / name)
    assert mend in raised.value.mend


def test_a_table_without_rows_is_not_called_an_empty_folder(folder: Folder) -> None:
    with pytest.raises(CorpusError, match=r"rows\.csv: no rows(.|\n)*put a header row and one row an article in"):
        mk.read_corpus(folder({"rows.csv": "text,outlet\n"}))


def test_an_article_pasted_in_the_place_of_a_path_is_an_error_that_says_so() -> None:
    with pytest.raises(CorpusError, match="there is no such folder or file"):
        mk.read_corpus(FERRY * 100)


def test_an_unknown_format_is_an_error_that_names_the_known(folder: Folder) -> None:
    with pytest.raises(CorpusError, match=r"no format is called 'docx'(.|\n)*use one of: .*txt"):
        mk.read_corpus(folder({"a.txt": FERRY}), format="docx")


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", FERRY), ("rows.csv", "text,p\nNo ferry.,A\n"), ("rows.jsonl", '{"text": "No ferry."}\n')],
    ids=["txt", "csv", "jsonl"],
)
def test_a_mapping_of_a_field_that_does_not_exist_is_an_error(folder: Folder, name: str, content: str) -> None:
    with pytest.raises(ColumnError, match=r"no field is called 'newspaper'(.|\n)*use one of: text, outlet, title"):
        mk.read_corpus(folder({name: content}), columns={"newspaper": "p"})


def test_strict_makes_the_first_problem_an_error(folder: Folder) -> None:
    room = folder({"a.txt": FERRY, "b.txt": " "})
    with pytest.raises(CorpusError, match=r"b\.txt: no text: empty or blank"):
        mk.read_corpus(room, strict=True)
    assert ids(mk.read_corpus(room)) == ["a"]


def test_strict_without_problems_reads() -> None:
    assert len(mk.read_corpus(SEEDS, strict=True).articles) == 5


def test_problems_are_in_the_order_of_files_and_lines(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"b.jsonl": "x\n" * 11 + '{"text": "One ferry."}\n', "a.txt": "", "c.jpg": b"\xff"}))
    assert [(problem.path, problem.line) for problem in problems(corpus)] == [
        ("a.txt", None), *(("b.jsonl", line) for line in range(1, 12)), ("c.jpg", None),
    ]  # fmt: skip


def test_pasted_texts_are_named_and_known_by_their_outlets() -> None:
    corpus = mk.read_texts({"Harbour Herald": FERRY, "Coast Courier": FLOOD})
    assert corpus.articles[["article_id", "outlet", "outlet_basis", "text"]].to_numpy().tolist() == [
        ["Harbour Herald", "Harbour Herald", "user", FERRY], ["Coast Courier", "Coast Courier", "user", FLOOD],
    ]  # fmt: skip
    assert corpus.articles["outlet_key"].tolist() == ["harbour herald", "coast courier"]


def test_a_blank_pasted_text_is_a_problem_and_the_other_is_read() -> None:
    corpus = mk.read_texts({"Harbour Herald": FERRY, "Coast Courier": " \n"})
    assert ids(corpus) == ["Harbour Herald"]
    [problem] = problems(corpus)
    assert (problem.path, problem.fate, problem.mend) == ("Coast Courier", "quarantined", "paste the article's text")
    assert (corpus.origin.found, corpus.origin.loaded, corpus.origin.quarantined) == (2, 1, 1)


def test_half_a_character_in_a_pasted_text_is_replaced_and_said() -> None:
    corpus = mk.read_texts({"Harbour Herald": "The ferry \ud83d stopped."})
    assert corpus.articles["text"].tolist() == ["The ferry � stopped."]
    assert [(problem.path, problem.fate) for problem in problems(corpus)] == [("Harbour Herald", "repaired")]


def test_no_pasted_text_at_all_is_not_called_an_empty_folder() -> None:
    with pytest.raises(CorpusError) as raised:
        mk.read_texts({})
    assert "folder" not in str(raised.value)


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        pytest.param({"outlet": "Harbour Herald"}, ["001_ferry"], id="outlet as it is spelled"),
        pytest.param({"outlet": "harbour herald"}, ["001_ferry", "004_ferry"], id="outlet by its key"),
        pytest.param({"outlet": "unknown (002…)"}, ["002_flood"], id="an unknown outlet by its label"),
        pytest.param({"outlet": ["courier.example", "harbour herald"]}, ["001_ferry", "003_match", "004_ferry"], id="outlets"),
        pytest.param({"story": "ramp"}, ["001_ferry", "004_ferry"], id="story"),
        pytest.param({"since": "2025-03-22"}, ["001_ferry", "004_ferry"], id="since a day; without a date: left out"),
        pytest.param({"since": "2025-03"}, ["001_ferry", "002_flood", "004_ferry"], id="since a month"),
        pytest.param({"since": "2025-03-01"}, ["001_ferry", "002_flood", "004_ferry"], id="the whole of March is since 1 March"),
        pytest.param({"since": datetime.date(2025, 3, 22)}, ["001_ferry", "004_ferry"], id="since a date object"),
        pytest.param({"since": datetime.datetime(2025, 3, 22, 8, tzinfo=datetime.UTC)}, ["001_ferry", "004_ferry"], id="an hour"),
        pytest.param({"ids": ["004_ferry", "002_flood"]}, ["002_flood", "004_ferry"], id="names, in the order of the corpus"),
        pytest.param({"ids": "003_match"}, ["003_match"], id="one name"),
        pytest.param({"ids": []}, [], id="no name"),
        pytest.param({"story": "ramp", "since": "2025-04"}, ["004_ferry"], id="every condition must hold"),
        pytest.param({}, ["001_ferry", "002_flood", "003_match", "004_ferry"], id="no condition"),
    ],
)
def test_select(papers: mk.Corpus, wanted: dict[str, object], kept: list[str]) -> None:
    assert ids(papers.select(**wanted)) == kept  # type: ignore[arg-type]


def test_an_article_of_a_month_is_not_known_to_be_since_a_later_day_of_it(papers: mk.Corpus) -> None:
    assert "002_flood" not in ids(papers.select(since="2025-03-02"))


@pytest.mark.parametrize("path", ["", " "])
def test_an_empty_path_is_not_the_folder_one_is_in(path: str) -> None:
    with pytest.raises(CorpusError, match="the path is empty"):
        mk.read_corpus(path)


def test_select_changes_nothing_in_the_corpus_it_is_asked_of(papers: mk.Corpus) -> None:
    before = papers.articles.copy()
    papers.select(ids=["003_match"])
    pd.testing.assert_frame_equal(papers.articles, before)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        pytest.param({"outlet": "Gazette"}, r"no outlet is called 'Gazette'(.|\n)*Harbour Herald", id="outlet"),
        pytest.param({"story": "rain"}, r"no story is called 'rain'(.|\n)*use one of: ramp, road", id="story"),
        pytest.param({"ids": ["001_ferry", "009"]}, r"no article_id is called '009'(.|\n)*use one of: 001_ferry", id="article"),
        pytest.param({"since": "last week"}, r"'last week' is no date(.|\n)*2025-03-22", id="no date"),
        pytest.param({"since": "22/03/2025"}, r"'22/03/2025' is no date(.|\n)*2025-03-22", id="a date in another order"),
    ],
)
def test_selecting_what_is_not_there_says_what_is(papers: mk.Corpus, wanted: dict[str, object], said: str) -> None:
    with pytest.raises(CorpusError, match=said):
        papers.select(**wanted)  # type: ignore[arg-type]


def test_selecting_by_story_while_none_is_known_says_so(folder: Folder) -> None:
    with pytest.raises(CorpusError) as raised:
        mk.read_corpus(folder({"a.txt": FERRY})).select(story="ramp")
    assert raised.value.mend.removeprefix("use one of:").strip()
