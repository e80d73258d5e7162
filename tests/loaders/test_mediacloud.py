"""Story lists of Media Cloud, CSV and JSON: which stories there are, without their text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.loaders import Problem, Record
from mediakit.loaders.mediacloud import read_mediacloud, recognize_mediacloud
from tests.conftest import Folder

NEW = """\
id,indexed_date,language,media_name,media_url,publish_date,title,url
a1,2024-05-02 10:00:00,en,example.org,example.org,2024-05-01,Ferry halted,https://example.org/1
b2,2024-05-02 10:00:00,en,example.net,example.net,2024-05-01,Ferry halted,https://example.net/2
"""
OLD = """\
stories_id,publish_date,title,url,language,ap_syndicated,media_id,media_name,media_url
1,2019-05-01 08:00:00,Ferry halted,https://example.org/1,en,False,7,Harbour Herald,https://example.org
2,"May 2, 2019","Vote, delayed",https://example.org/2,,False,7,Harbour Herald,https://example.org
3,undateable,,https://example.org/3,en,False,7,Harbour Herald,https://example.org
"""
STORY = {"stories_id": 1, "publish_date": "2019-05-01 08:00:00", "title": "Ferry halted", "url": "https://example.org/1",
         "language": "en", "media_name": "Harbour Herald", "media_url": "https://example.org"}  # fmt: skip


@pytest.fixture
def read(tmp_path):
    def read(content):
        file = tmp_path / "stories"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        found = [*read_mediacloud(file, "stories", None)]
        return [item for item in found if isinstance(item, Record)], [item for item in found if isinstance(item, Problem)]

    return read


def test_a_story_is_its_title_and_what_is_known_about_it(read):
    records, problems = read(OLD)
    assert [record.text for record in records] == ["Ferry halted", "Vote, delayed"]
    assert [record.flags for record in records] == [("metadata_only",)] * 2
    assert [record.labels[0].label for record in records] == ["title"] * 2
    assert records[0].fields == {
        "stories_id": "1", "published": "2019-05-01", "title": "Ferry halted", "url": "https://example.org/1", "language": "en",
        "ap_syndicated": "False", "media_id": "7", "outlet": "Harbour Herald", "media_url": "https://example.org",
    }  # fmt: skip
    assert records[1].fields["published"] == "2019-05-02"
    assert [(problem.line, problem.what, problem.fate) for problem in problems] == [
        (4, "no text: empty or blank", "quarantined"),
        (None, "3 of 3 stories are listed without their text", "flagged"),
    ]


def test_json_gives_what_csv_gives(read):
    records, [problem] = read(json.dumps([STORY]))
    assert (records[0].text, records[0].fields["outlet"], records[0].flags) == (
        "Ferry halted",
        "Harbour Herald",
        ("metadata_only",),
    )
    assert problem.what == "1 of 1 stories are listed without their text"


def test_a_story_list_with_texts_is_read_with_them(read):
    [record], problems = read(json.dumps([STORY | {"text": "The ferry did not leave the harbour."}]))
    assert (record.text, record.flags, problems) == ("Ferry halted\n\nThe ferry did not leave the harbour.", (), [])


@pytest.mark.parametrize(
    "content, line, what",
    [
        pytest.param("a,b\n1,2\n", 1, "no story list of Media Cloud: line 1 names no column 'title'", id="other columns"),
        pytest.param('{"stories": 3}', None, "no story list of Media Cloud: a list of stories was expected", id="no list"),
        pytest.param(NEW.split("\n", maxsplit=1)[0], None, "no stories: the list is empty", id="no rows"),
        pytest.param(b"\0\1\2\3\4\5\6\7\x08\x0e", None, "not readable as text: it holds 10 control characters: a binary "
                     "file, not text", id="binary"),
    ],
)  # fmt: skip
def test_what_is_no_story_list_is_refused(read, content, line, what):
    records, problems = read(content)
    assert records == []
    [problem] = (problem for problem in problems if problem.fate == "quarantined")
    assert (problem.line, problem.what) == (line, what)


def test_rows_that_do_not_fit_are_quarantined_with_their_lines_and_the_rest_is_read(read):
    records, problems = read(NEW.replace("Ferry halted,https://example.org/1", "Ferry, halted,https://example.org/1"))
    assert [record.number for record in records] == [2]
    assert [(problem.line, problem.what) for problem in problems if problem.fate == "quarantined"] == [
        (2, "9 cells in a table of 8 columns")
    ]


def test_the_same_headline_in_two_outlets_is_no_copy_and_nothing_is_measured_but_headlines(folder: Folder):
    corpus = mk.read_corpus(folder({"stories.csv": NEW}))
    assert corpus.articles["flags"].map(list).tolist() == [["metadata_only"], ["metadata_only"]]
    assert corpus.articles["duplicate_group"].isna().all()
    values = mk.measure(corpus, ["word_count", "lix", "headline_length"])
    assert values["status"].tolist() == ["metadata only", "metadata only", "ok"] * 2
    assert corpus.articles["published"].tolist() == ["2024-05-01"] * 2


@pytest.mark.parametrize(
    "content, expected",
    [
        pytest.param(NEW, True, id="new CSV"),
        pytest.param(OLD, True, id="old CSV"),
        pytest.param(json.dumps([STORY]), True, id="JSON"),
        pytest.param("title,text,url\nFerry,It stopped.,https://example.org\n", False, id="a table of one's own"),
    ],
)
def test_a_story_list_is_recognized_by_its_content(tmp_path, content, expected):
    assert recognize_mediacloud(content.encode(), tmp_path) is expected


VALUE = st.none() | st.integers() | st.text(max_size=5) | st.lists(st.text(max_size=3), max_size=2)


@given(st.lists(VALUE | st.dictionaries(st.sampled_from([*STORY, "text"]), VALUE, max_size=6), max_size=6))
def test_values_of_any_type_raise_nothing_and_every_story_is_read_or_quarantined(tmp_path_factory, stories):
    file = tmp_path_factory.mktemp("mediacloud") / "stories.json"
    file.write_text(json.dumps(stories))
    found = [*read_mediacloud(file, "stories.json", None)]
    fates = [isinstance(item, Record) or item.fate == "quarantined" for item in found]
    assert sum(fates) == max(1, len(stories))


@given(st.lists(st.sampled_from(OLD.splitlines()) | st.text(max_size=30), max_size=8))
def test_no_table_raises(tmp_path_factory, lines):
    file = tmp_path_factory.mktemp("mediacloud") / "stories.csv"
    file.write_bytes("\n".join(lines).encode("utf-8", "replace"))
    assert [*read_mediacloud(file, "stories.csv", None)]
