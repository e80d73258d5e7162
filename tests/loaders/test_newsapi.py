"""Answers of NewsAPI: title, description and the first 200 characters of each article."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.loaders import Problem, Record
from mediakit.loaders.newsapi import read_newsapi, recognize_newsapi
from tests.conftest import Folder

CUT = "The ferry did not leave the harbour on Monday, and nobody knew wh… [+1234 chars]"
FERRY = {
    "source": {"id": "harbour-herald", "name": "Harbour Herald"}, "author": "Ama Boyle", "title": "Ferry halted",
    "description": "No crossing before the weekend", "url": "https://www.example.org/1", "urlToImage": None,
    "publishedAt": "2021-06-24T10:15:00Z", "content": CUT,
}  # fmt: skip


@pytest.fixture
def read(tmp_path):
    def read(content):
        file = tmp_path / "answer.json"
        file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        found = [*read_newsapi(file, "answer.json", None)]
        return [item for item in found if isinstance(item, Record)], [item for item in found if isinstance(item, Problem)]

    return read


def answer(*articles, total=None):
    return {"status": "ok", "totalResults": len(articles) if total is None else total, "articles": list(articles)}


def test_an_article_is_its_title_description_and_content(read):
    [record], [problem] = read(answer(FERRY))
    assert record.text == f"Ferry halted\n\nNo crossing before the weekend\n\n{CUT}"
    assert [label.label for label in record.labels] == ["title", "blank", "dek", "blank", "body"]
    assert record.fields == {
        "byline": "Ama Boyle", "url": "https://www.example.org/1", "published": "2021-06-24T10:15:00Z", "title": "Ferry halted",
        "outlet": "Harbour Herald", "source_id": "harbour-herald",
    }  # fmt: skip
    assert record.flags == ("truncated",)
    assert (problem.line, problem.what) == (1, "NewsAPI gives only the first 200 characters of the text")


@pytest.mark.parametrize(
    "content, flags",
    [
        pytest.param(CUT, ("truncated",), id="cut, and says so"),
        pytest.param("It stopped.", (), id="short and whole"),
        pytest.param(None, ("metadata_only",), id="no content"),
        pytest.param("", ("metadata_only",), id="empty content"),
    ],
)
def test_what_is_left_of_the_text_is_flagged(read, content, flags):
    [record], _ = read(answer(FERRY | {"content": content}))
    assert record.flags == flags


def test_a_search_of_more_results_than_the_file_holds_is_said(read):
    _, problems = read(answer(FERRY | {"content": "It stopped."}, total=38))
    assert [problem.what for problem in problems] == ["totalResults says 38 articles, but 1 were found"]


@pytest.mark.parametrize(
    "article, what",
    [
        pytest.param(
            FERRY | {"title": "[Removed]", "content": "[Removed]"}, "the article was withdrawn: [Removed]", id="withdrawn"
        ),
        pytest.param("Ferry", "the article is no object {…}", id="no object"),
        pytest.param({"publishedAt": "2021-06-24"}, "no text: empty or blank", id="nothing in it"),
        pytest.param({"title": 3, "content": ["x"]}, "no text: empty or blank", id="wrong types"),
    ],
)
def test_what_is_no_article_is_quarantined_with_its_place(read, article, what):
    records, problems = read(answer(article, FERRY))
    assert [record.number for record in records] == [2]
    assert [(problem.line, problem.what) for problem in problems if problem.fate == "quarantined"] == [(1, what)]


@pytest.mark.parametrize(
    "content, what",
    [
        pytest.param("{", "not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)", id="cut off"),
        pytest.param({"status": "error", "message": "Your API key is invalid"}, "no NewsAPI answer: a list called articles was "
                     "expected; it says 'Your API key is invalid'", id="an error"),
        pytest.param([1], "no NewsAPI answer: a list called articles was expected", id="a list"),
        pytest.param({"articles": "x" * 9}, "no NewsAPI answer: a list called articles was expected", id="articles is text"),
        pytest.param('{"articles": ' + "[" * 100_000, "not JSON: maximum recursion depth exceeded", id="very deep"),
        pytest.param(answer(), "no articles: the list is empty", id="no articles"),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_quarantined(read, content, what):
    records, [problem] = read(content)
    assert records == []
    assert problem.what.startswith(what)
    assert problem.fate == "quarantined"


def test_truncated_articles_are_left_out_of_length_but_not_their_headlines(folder: Folder):
    corpus = mk.read_corpus(folder({"answer.json": json.dumps(answer(FERRY, FERRY | {"content": "It stopped."}))}))
    assert corpus.articles["flags"].map(list).tolist() == [["truncated"], []]
    values = mk.measure(corpus, ["word_count", "headline_length"])
    assert values["status"].tolist() == ["truncated", "ok", "ok", "ok"]
    assert mk.measure(corpus, ["word_count"], leave_out=())["status"].tolist() == ["ok", "ok"]


def test_an_answer_is_recognized_by_its_content(tmp_path):
    assert recognize_newsapi(json.dumps(answer(FERRY)).encode(), tmp_path)
    assert not recognize_newsapi(b'{"articles": [{"text": "publishedAt"}]}', tmp_path)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3), max_leaves=5
)


@given(st.lists(JSON | st.dictionaries(st.sampled_from([*FERRY, "flags", "text"]), JSON, max_size=6), max_size=6), JSON)
def test_values_of_any_type_raise_nothing_and_every_article_is_read_or_quarantined(tmp_path_factory, articles, total):
    file = tmp_path_factory.mktemp("newsapi") / "answer.json"
    file.write_text(json.dumps({"totalResults": total, "articles": articles}))
    found = [*read_newsapi(file, "answer.json", None)]
    fates = [isinstance(item, Record) or item.fate == "quarantined" for item in found]
    assert sum(fates) == max(1, len(articles))
