"""The articles table: every value with its basis, no value without one, and nothing guessed."""

import json
from typing import Any

import pytest

import mediakit as mk
from mediakit.loaders import Problem
from mediakit.loaders.records import BASES
from mediakit.tables import plain_rows
from tests.conftest import Folder

WITH_BASIS = ("story", "outlet", "title", "byline", "published", "url", "original_source", "language")

FERRY = (
    "Ferry halted after crack is found\n\nBy Ama Boyle\n\nThe island ferry did not leave the harbour on Monday. "
    "Engineers had found a crack in the ramp, the port office said. Nobody was hurt, and buses ran instead.\n\n"
    "Original Source: coast.example\n"
)
SITE = (
    "harbour.example\n\nNews from the coast by harbour.example\n\nFloods close the coast road\n\nWater stood knee-deep on the "
    "coast road on Tuesday, and police turned drivers back at both ends. It should be dry by Friday, the council said.\n"
)
SPANISH = (
    "El transbordador no salió del puerto el lunes porque los ingenieros encontraron una grieta en la rampa, dijo la "
    "oficina del puerto. Nadie resultó herido y los autobuses llevaron a los pasajeros hasta la ciudad vecina.\n"
)


def row(corpus: mk.Corpus, article_id: str) -> dict[str, Any]:
    """One article as plain values, None where a value is missing."""
    articles = corpus.articles.astype(object).where(corpus.articles.notna(), None).set_index("article_id")
    return dict(articles.loc[article_id])


def problems(corpus: mk.Corpus) -> list[Problem]:
    return [Problem(*row) for row in plain_rows(corpus.problems)]


@pytest.fixture
def varied(folder: Folder) -> mk.Corpus:
    """Articles about which much, little and nothing is known, from files of several kinds."""
    return mk.read_corpus(
        folder(
            {
                "ferry.txt": FERRY,
                "site.txt": SITE,
                "short.txt": "No ferry today.",
                "spanish.txt": SPANISH,
                "rows.jsonl": '{"text": "The bus ran.", "url": "https://www.courier.example/7", "title": ""}\n',
                "manifest.csv": "path,outlet,title,published,story_id\nferry.txt,Harbour Herald,,2025-03-22,ramp\n"
                "site.txt,,,,\nshort.txt,,,,\nspanish.txt,,,03/04/2025,\nrows.jsonl,,,,\n",
                "corrections.csv": "table,article_id,field,value,reason\narticles,short,byline,Ravi Nair,he says so\n"
                "articles,short,outlet,,nobody knows\n",
            }
        )
    )


@pytest.mark.parametrize("name", WITH_BASIS)
def test_every_value_has_a_basis_and_no_basis_stands_alone(varied: mk.Corpus, corpus: mk.Corpus, name: str) -> None:
    column = "story_id" if name == "story" else name
    for articles in (varied.articles, corpus.articles):
        assert articles[column].notna().equals(articles[f"{name}_basis"].notna())
        assert set(articles[f"{name}_basis"].dropna()) <= set(BASES)


def test_missing_is_missing_and_never_an_empty_text(varied: mk.Corpus) -> None:
    assert not (varied.articles.select_dtypes("string") == "").any(axis=None)


def test_what_the_text_says_in_so_many_words_is_taken_from_its_line(folder: Folder) -> None:
    article = row(mk.read_corpus(folder({"ferry.txt": FERRY})), "ferry")
    assert (article["title"], article["title_basis"]) == ("Ferry halted after crack is found", "line")
    assert (article["byline"], article["byline_basis"]) == ("Ama Boyle", "line")
    assert (article["original_source"], article["original_source_basis"]) == ("coast.example", "line")
    assert (article["language"], article["language_basis"]) == ("en", "text")


def test_a_credit_is_never_the_outlet(folder: Folder) -> None:
    article = row(mk.read_corpus(folder({"ferry.txt": FERRY})), "ferry")
    assert (article["outlet"], article["outlet_key"], article["outlet_basis"]) == (None, None, None)
    assert article["outlet_label"] == "unknown (ferry)"


def test_a_site_that_names_itself_above_the_headline_is_the_outlet_and_the_line_is_the_evidence(folder: Folder) -> None:
    article = row(mk.read_corpus(folder({"site.txt": SITE})), "site")
    assert (article["outlet"], article["outlet_basis"]) == ("harbour.example", "line")
    assert article["outlet_evidence"] == "the site's name above the headline: News from the coast by harbour.example"


AT_COURIER = {"url": "https://www.courier.example/7"}


@pytest.mark.parametrize(
    ("record", "manifest", "user", "expected"),
    [
        pytest.param({}, "", "", ("harbour.example", "line"), id="the line, where nothing else says"),
        pytest.param(AT_COURIER, "", "", ("courier.example", "url"), id="the address before the line"),
        pytest.param(AT_COURIER | {"source": "Courier"}, "", "", ("Courier", "meta"), id="the file's column before the address"),
        pytest.param({"source": "Courier"}, "Gazette", "", ("Gazette", "manifest"), id="the manifest before the column"),
        pytest.param({"source": "Courier"}, "Gazette", "Post", ("Post", "user"), id="the user before all"),
    ],
)
def test_who_is_believed_about_the_outlet(
    folder: Folder, record: dict[str, str], manifest: str, user: str, expected: tuple[str, str]
) -> None:
    files = {
        "rows.jsonl": json.dumps({"text": SITE, **record}) + "\n",
        "manifest.csv": f"path,outlet\nrows.jsonl,{manifest}\n",
        "corrections.csv": f"table,article_id,field,value\narticles,rows#1,outlet,{user}\n" if user else "",
    }
    article = row(mk.read_corpus(folder(files)), "rows#1")
    assert (article["outlet"], article["outlet_basis"]) == expected


def test_the_address_an_article_was_read_at_names_its_outlet(varied: mk.Corpus) -> None:
    article = row(varied, "rows#1")
    assert (article["outlet"], article["outlet_key"], article["outlet_basis"]) == ("courier.example", "courier.example", "url")
    assert (article["url"], article["url_basis"]) == ("https://www.courier.example/7", "meta")


def test_an_outlet_that_a_column_names_is_grouped_by_the_site_of_the_address(folder: Folder) -> None:
    rows = (
        '{"text": "The bus ran.", "source": "Courier", "url": "https://www.courier.example/7"}\n'
        '{"text": "The ferry stopped.", "source": "The Courier (online)", "url": "https://m.courier.example/8"}\n'
        '{"text": "The train waited.", "source": "Courier", "url": "https://news.google.com/articles/9"}\n'
    )
    corpus = mk.read_corpus(folder({"rows.jsonl": rows}))
    assert corpus.articles["outlet"].tolist() == ["Courier", "The Courier (online)", "Courier"]
    assert corpus.articles["outlet_key"].tolist() == ["courier.example", "courier.example", "courier"]


@pytest.mark.parametrize(
    ("url", "outlet", "evidence"),
    [
        ("https://de.euronews.com/1", "de.euronews.com", "the edition that the site's name names: de.euronews.com"),
        ("https://web.archive.org/web/2025/https://www.courier.example/7", "courier.example",
         "the site of the address: courier.example, read by way of web.archive.org"),
        pytest.param("https://www.msn.com/en-us/7", None, None, id="a site that shows others' articles"),
    ],
)  # fmt: skip
def test_an_outlet_from_an_address_says_what_of_it_tells(
    folder: Folder, url: str, outlet: str | None, evidence: str | None
) -> None:
    article = row(mk.read_corpus(folder({"rows.jsonl": json.dumps({"text": "The bus ran.", "url": url})})), "rows#1")
    assert (article["outlet"], article["outlet_evidence"]) == (outlet, evidence)


def test_an_address_of_its_own_on_another_site_is_where_a_page_came_from_and_never_its_outlet(folder: Folder) -> None:
    record = AT_COURIER | {"text": "The bus ran.", "canonical_url": "https://www.gazette.example/3"}
    article = row(mk.read_corpus(folder({"rows.jsonl": json.dumps(record)})), "rows#1")
    assert (article["outlet"], article["outlet_basis"]) == ("courier.example", "url")
    assert (article["original_source"], article["original_source_basis"]) == ("gazette.example", "meta")


def test_where_only_the_pages_own_address_is_known_it_names_the_outlet_less_surely(folder: Folder) -> None:
    record = {"text": "The bus ran.", "canonical_url": "https://www.gazette.example/3"}
    article = row(mk.read_corpus(folder({"rows.jsonl": json.dumps(record)})), "rows#1")
    assert (article["outlet"], article["outlet_basis"]) == ("gazette.example", "meta")
    assert (article["url"], article["url_basis"]) == ("https://www.gazette.example/3", "meta")


def test_a_manifest_may_say_where_its_value_comes_from(folder: Folder) -> None:
    manifest = "path,outlet,outlet_basis,outlet_evidence\nferry.txt,Harbour Herald,filename,stamped on the cutting\n"
    article = row(mk.read_corpus(folder({"ferry.txt": FERRY, "manifest.csv": manifest})), "ferry")
    assert (article["outlet_basis"], article["outlet_evidence"]) == ("filename", "stamped on the cutting")


def test_a_basis_that_is_none_is_said(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.txt": FERRY, "manifest.csv": "path,outlet,outlet_basis\na.txt,Herald,guess\n"}))
    assert row(corpus, "a")["outlet_basis"] == "manifest"
    [problem] = problems(corpus)
    assert (problem.path, problem.line, problem.field, problem.fate) == ("manifest.csv", 2, "outlet_basis", "flagged")
    assert problem.what == "'guess' is no basis; manifest is taken"


@pytest.mark.parametrize(
    ("written", "published", "granularity"),
    [("2025-03-22T08:00:00Z", "2025-03-22", "day"), ("2025-03", "2025-03", "month"), ("2025", "2025", "year")],
)
def test_a_date_is_as_exact_as_it_was_given(folder: Folder, written: str, published: str, granularity: str) -> None:
    corpus = mk.read_corpus(folder({"a.txt": FERRY, "manifest.csv": f"path,published\na.txt,{written}\n"}))
    article = row(corpus, "a")
    assert (article["published"], article["published_granularity"], article["published_basis"]) == (
        published, granularity, "manifest",
    )  # fmt: skip


def test_a_date_that_could_be_two_is_left_out_and_said(varied: mk.Corpus) -> None:
    assert row(varied, "spanish")["published"] is None
    [problem] = [problem for problem in problems(varied) if problem.field == "published"]
    assert (problem.path, problem.fate) == ("manifest.csv", "flagged")
    assert problem.line is not None
    assert problem.what == "'03/04/2025' can be read in two ways; it is left out"
    assert problem.mend == "write 2025-03-22, 2025-03 or 2025"


def test_an_article_in_another_language_is_loaded_and_said(varied: mk.Corpus) -> None:
    assert (row(varied, "spanish")["language"], row(varied, "spanish")["language_basis"]) == ("es", "text")
    [problem] = [problem for problem in problems(varied) if problem.field == "language"]
    assert (problem.path, problem.fate) == ("spanish.txt", "flagged")
    assert problem.what == "the text is in another language than English (es)"
    assert "put the right language into the manifest" in problem.mend


def test_too_little_text_has_no_language(varied: mk.Corpus) -> None:
    assert row(varied, "short")["language"] is None


@pytest.mark.parametrize("written", ["en", "EN", "en-GB", "en_AU"])
def test_english_of_any_country_is_english(folder: Folder, written: str) -> None:
    corpus = mk.read_corpus(folder({"a.txt": FERRY, "manifest.csv": f"path,language\na.txt,{written}\n"}))
    assert (row(corpus, "a")["language"], row(corpus, "a")["language_basis"]) == ("en", "manifest")
    assert problems(corpus) == []


@pytest.mark.parametrize("written", ["English", "eng", "E"])
def test_a_language_that_is_no_code_is_said_and_the_text_is_asked(folder: Folder, written: str) -> None:
    corpus = mk.read_corpus(folder({"a.txt": FERRY, "manifest.csv": f"path,language\na.txt,{written}\n"}))
    assert (row(corpus, "a")["language"], row(corpus, "a")["language_basis"]) == ("en", "text")
    [problem] = problems(corpus)
    assert (problem.path, problem.line, problem.field, problem.fate) == ("manifest.csv", 2, "language", "flagged")
    assert f"{written!r} is no" in problem.what


def test_the_same_text_twice_is_kept_and_said(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.txt": FERRY, "b.txt": SITE, "north/a.txt": FERRY}))
    assert corpus.articles["article_id"].tolist() == ["a", "b", "north/a"]
    assert [list(flags) for flags in corpus.articles["flags"]] == [["duplicate"], [], ["duplicate"]]
    assert corpus.articles["duplicate_group"].fillna(0).tolist() == [1, 0, 1]


def test_a_checksum_is_of_the_text_as_utf8(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.txt": "abc"}))
    # the example of the standard itself, FIPS 180-4
    assert corpus.articles["sha256"].tolist() == ["ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"]


def test_columns_of_ones_own_follow_those_of_the_contract(folder: Folder) -> None:
    rows = '{"text": "One ferry.", "desk": "coast", "tags": ["port", "wind"]}\n{"text": "Two ferries."}\n'
    articles = mk.read_corpus(folder({"rows.jsonl": rows})).articles
    assert list(articles)[-3:] == ["text", "desk", "tags"]
    assert articles[["desk", "tags"]].iloc[0].tolist() == ["coast", "port, wind"]
    assert articles[["desk", "tags"]].iloc[1].isna().all()


def test_a_column_of_ones_own_cannot_pass_for_one_of_the_contract(folder: Folder) -> None:
    rows = '{"text": "One ferry.", "article_id": "mine", "sha256": "0", "outlet_key": "x", "flags": "masked", "path": "/etc"}\n'
    article = row(mk.read_corpus(folder({"rows.jsonl": rows})), "rows#1")
    assert (article["outlet_key"], article["path"], len(article["flags"])) == (None, "rows.jsonl", 0)
    assert article["sha256"] != "0"


@pytest.mark.parametrize("field", ["outlet", "title", "byline", "published", "url", "story_id", "original_source"])
def test_a_user_may_say_that_something_is_not_known(folder: Folder, field: str) -> None:
    manifest = "path,outlet,title,byline,published,url,story_id\na.txt,Herald,Ferry,Ama Boyle,2025,https://a.example/1,ramp\n"
    corrections = f"table,article_id,field,value\narticles,a,{field},\n"
    article = row(mk.read_corpus(folder({"a.txt": FERRY, "manifest.csv": manifest, "corrections.csv": corrections})), "a")
    basis = "story_basis" if field == "story_id" else f"{field}_basis"
    assert (article[field], article[basis]) == (None, None)


@pytest.mark.parametrize("end", ["\r", "\u2028"], ids=["carriage return", "line separator"])
def test_lines_that_end_in_no_newline_are_one_line_and_that_is_said(end: str) -> None:
    corpus = mk.read_texts({"Harbour Herald": f"Ferry halted{end}{end}The ferry did not sail on Monday."})
    assert len(corpus.lines) == 1
    assert "the whole text is one line" in corpus.problems["what"].iloc[0]


def test_a_line_outside_the_article_of_a_page_is_named_by_its_words(folder: Folder) -> None:
    story = "".join(
        f"<p>The ferry did not leave pier {number} on Monday, because a storm had torn its moorings.</p>" for number in range(9)
    )
    beside = "<div>Leave a comment</div><div>By Raj Nair</div>"
    page = f"<html><body><article><h1>Ferry halted by storm</h1>{story}</article>{beside}</body></html>"
    corpus = mk.read_corpus(folder({"a.html": page}))
    labels = {corpus.articles["text"][0][begin:end].strip(): (label, rule)
              for begin, end, label, rule in plain_rows(corpus.lines[["begin", "end", "label", "rule"]])}  # fmt: skip
    assert labels["Leave a comment"] == ("comment_form", "comment_heading")
    assert labels["By Raj Nair"][0] == "other"
    assert row(corpus, "a")["byline"] is None
