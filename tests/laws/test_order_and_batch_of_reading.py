"""The batch and order laws of reading: a part read alone is the same as that part of the whole."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.tables import ARTICLES, LINES
from tests.conftest import Folder

FILES = {
    "ferry.txt": "Ferry halted\n\nBy Ama Boyle\n\nThe ferry did not leave the harbour on Monday, the port office said.\n",
    "flood.txt": "Coast road under water\r\n\r\nPolice turned drivers back at both ends of the coast road on Tuesday.\r\n",
    "match.txt": "Rovers beat the visitors by two goals to nil in front of nine hundred people.\n\nLeave a comment",
    "rows.jsonl": '{"text": "Council cuts bus fares\\n\\nThe council cut bus fares by a tenth, its leader said on Friday."}\n',
}
MANIFEST = "path,outlet,published\nferry.txt,Herald,2025-03-22\nflood.txt,Courier,\nmatch.txt,,2025\nrows.jsonl,,\n"
CORRECTIONS = (
    "table,article_id,begin,end,field,value,reason\n"
    "lines,flood,0,24,label,dek,no headline\narticles,match,,,title,Late win,as printed\n"
)
EVERYTHING = {**FILES, "manifest.csv": MANIFEST, "corrections.csv": CORRECTIONS}


@pytest.fixture
def papers(folder: Folder) -> mk.Corpus:
    return mk.read_corpus(folder(EVERYTHING))


def rows(frame: pd.DataFrame, ids: list[str]) -> pd.DataFrame:
    return frame[frame["article_id"].isin(ids)].reset_index(drop=True)


@pytest.mark.parametrize(
    "ids", [["ferry"], ["flood"], ["match", "ferry"], ["rows#1", "flood"], ["ferry", "flood", "match", "rows#1"], []]
)
def test_select_gives_the_rows_of_the_whole(papers: mk.Corpus, ids: list[str]) -> None:
    part = papers.select(ids=ids)
    pd.testing.assert_frame_equal(part.articles, rows(papers.articles, ids))
    pd.testing.assert_frame_equal(part.lines, rows(papers.lines, ids))


def test_lines_of_the_parts_put_together_are_the_lines_of_the_whole(papers: mk.Corpus) -> None:
    parts = [papers.select(ids=[name]).lines for name in papers.articles["article_id"]]
    pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), papers.lines)


def test_a_part_of_a_part_is_a_part(papers: mk.Corpus) -> None:
    nested = papers.select(ids=["ferry", "flood"]).select(ids=["flood"])
    pd.testing.assert_frame_equal(nested.articles, papers.select(ids=["flood"]).articles)
    pd.testing.assert_frame_equal(nested.lines, papers.select(ids=["flood"]).lines)


def test_the_order_in_which_files_were_written_does_not_matter(folder: Folder, papers: mk.Corpus) -> None:
    for name in EVERYTHING:
        (folder({}) / name).unlink()
    again = mk.read_corpus(folder(dict(reversed(EVERYTHING.items()))))
    pd.testing.assert_frame_equal(again.articles, papers.articles)
    pd.testing.assert_frame_equal(again.lines, papers.lines)


@pytest.mark.parametrize("name", FILES)
def test_a_file_read_alone_gives_its_rows_of_the_folder(folder: Folder, papers: mk.Corpus, name: str) -> None:
    alone = mk.read_corpus(folder({}) / name)
    ids = alone.articles["article_id"].tolist()
    pd.testing.assert_frame_equal(alone.articles, rows(papers.articles, ids))
    pd.testing.assert_frame_equal(alone.lines, rows(papers.lines, ids))


def test_the_tables_have_the_columns_and_types_of_the_contract_also_when_empty(papers: mk.Corpus) -> None:
    nothing = papers.select(ids=[])
    for whole, empty, table in ((papers.articles, nothing.articles, ARTICLES), (papers.lines, nothing.lines, LINES)):
        assert list(empty) == list(whole) == table.names
        assert empty.dtypes.tolist() == whole.dtypes.tolist()


def test_no_article_reads_twice_as_another(papers: mk.Corpus, folder: Folder) -> None:
    pd.testing.assert_frame_equal(mk.read_corpus(folder({})).articles, papers.articles)
