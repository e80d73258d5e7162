"""What a page says about itself: taken with its basis, left out where it is doubtful."""

import json

import pytest

from mediakit.loaders.html_meta import is_byline
from tests.loaders.test_html import HEAD, PARAGRAPHS, page, read


def data(**said: object) -> str:
    """A JSON-LD script about an article."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **said})}</script>'


@pytest.mark.parametrize(
    ("head", "before", "byline", "basis"),
    [
        pytest.param(data(author={"@type": "Person", "name": "Ama Boyle"}), "", "Ama Boyle", "meta", id="JSON-LD"),
        pytest.param(data(author=["Ama Boyle", "Raj Nair"]), "", "Ama Boyle, Raj Nair", "meta", id="two authors"),
        pytest.param(
            data(author={"@id": "#a"}) + '<script type="application/ld+json">{"@id": "#a", "name": "Ama Boyle"}</script>',
            "", "Ama Boyle", "meta", id="an author referred to",
        ),
        pytest.param('<meta name="author" content="By Raj Nair, Political Editor">', "", "Raj Nair", "meta", id="a role"),
        pytest.param("", "<p>By Ama Boyle | 22 March 2025</p>", "Ama Boyle", "line", id="a line by the headline"),
        pytest.param("", '<span class="byline">Ama Boyle</span>', "Ama Boyle", "line", id="marked up by the headline"),
        pytest.param('<meta name="author" content="https://www.example.org/staff/7">', "", None, None, id="an address is nobody"),
        pytest.param(
            '<meta property="og:site_name" content="Port Clair Post"><meta name="author" content="Port Clair Post">',
            "", None, None, id="the outlet signs nothing",
        ),
        pytest.param('<meta name="author" content="Newsroom">', "", None, None, id="a desk is nobody"),
        pytest.param("", "", None, None, id="nobody is named"),
    ],
)  # fmt: skip
def test_authors_are_people(head, before, byline, basis):
    record = read(page(head=HEAD + head, before=before))
    assert (record.fields.get("byline"), record.bases.get("byline")) == (byline, basis)


def test_an_agency_as_author_is_where_the_text_came_from():
    record = read(page(head=HEAD + data(author={"@type": "Person", "name": "AP"})))
    assert (record.fields.get("byline"), record.fields["original_source"]) == (None, "Associated Press")


@pytest.mark.parametrize(
    ("head", "before", "published", "basis"),
    [
        pytest.param(data(datePublished="2025-03-22T08:00:00Z"), "", "2025-03-22", "meta", id="JSON-LD"),
        pytest.param('<meta property="article:published_time" content="2025-03-22">', "", "2025-03-22", "meta", id="meta"),
        pytest.param("", '<time class="published" datetime="2025-03-22">Sat</time>', "2025-03-22", "meta", id="a time element"),
        pytest.param("", "<p>Published 22 March 2025</p>", "2025-03-22", "line", id="printed by the headline"),
        pytest.param("", "<p>03/04/2025</p>", "2025-04-03", "line", id="a British page writes the day first"),
        pytest.param("", "<p>Last updated: 22 March 2025</p>", None, None, id="a day of change is no day of publication"),
        pytest.param("", "<p>22 March 2025</p><p>23 March 2025</p>", None, None, id="two days printed, none taken"),
        pytest.param(
            data(datePublished="2025-03-22") + '<meta property="article:published_time" content="2019-01-01">',
            "", None, None, id="statements that contradict each other",
        ),
        pytest.param(
            data(datePublished="2025-03-22") + '<meta property="article:published_time" content="2019-01-01">',
            "<p>22 March 2025</p>", "2025-03-22", "meta", id="a third statement decides",
        ),
        pytest.param(
            data(datePublished="2025-03-22T23:30:00Z") + '<meta property="article:published_time" content="2025-03-23">',
            "", "2025-03-22", "meta", id="a day apart is a time zone, where an hour is named",
        ),
        pytest.param('<meta name="date" content="2025-03-23">', "<p>22 March 2025, 12:01</p>", None, None,
                     id="a day apart is a contradiction, where none is"),
        pytest.param("", "<figure><figcaption>The ferry on 20 March 2025</figcaption></figure><p>22 March 2025</p>", "2025-03-22",
                     "line", id="the day of a picture is not that of the article"),
        pytest.param("", "<p>Sa 22.03.25 | 08:00 Uhr</p>", "2025-03-22", "line", id="a short year with a German hour"),
        pytest.param("", "<p>22.03.25</p>", None, None, id="a short year alone"),
        pytest.param('<script type="application/ld+json">{"@type": "WebPage", "datePublished": "2025-03-22"}</script>', "",
                     "2025-03-22", "meta", id="JSON-LD of a page that is no article by its type"),
        pytest.param("", '<p><a href="/2025">22 March 2025</a> <a href="/ama">Ama</a></p>', "2025-03-22", "line",
                     id="printed as a link above the article"),
        pytest.param("", "", None, None, id="no day"),
    ],
)  # fmt: skip
def test_the_day_of_publication(head, before, published, basis):
    record = read(page(head=HEAD + head, before=before))
    assert (record.fields.get("published"), record.bases.get("published")) == (published, basis)


@pytest.mark.parametrize(
    ("opening", "closing", "published"),
    [
        pytest.param("22.3.2025 – ", "", "2025-03-22", id="a paragraph that begins with the day"),
        pytest.param("(22 March 2025) ", "", "2025-03-22", id="in brackets"),
        pytest.param("", "<p>First published on 22 March 2025</p>", "2025-03-22", id="said below the article"),
        pytest.param("", "<p>Updated on 22 March 2025</p>", None, id="a change said below the article"),
        pytest.param("22 March 2025 was the day the pier cracked. ", "", None, id="a sentence about the day"),
        pytest.param("(22 March 2025) ", "<p>Published 1 May 2025</p>", None, id="two days, none taken"),
    ],
)
def test_the_day_that_a_page_says_in_words_where_nothing_by_the_headline_does(opening, closing, published):
    filler = "x" * 130  # a paragraph, and no line of dates
    body = f"<p>{opening}{PARAGRAPHS[0]} {filler}</p>" + "".join(f"<p>{paragraph} {filler}</p>" for paragraph in PARAGRAPHS[1:])
    assert read(page(body=body, after=closing)).fields.get("published") == published


def test_a_page_with_a_bare_english_language_leaves_an_ambiguous_day_open():
    assert "published" not in read(page(before="<p>03/04/2025</p>").replace("en-GB", "en")).fields


def test_the_day_in_the_address_comes_last():
    record = read(page(), address="https://www.portclair.example/2025/03/22/ferry")
    assert (record.fields["published"], record.bases["published"]) == ("2025-03-22", "url")


def test_no_page_was_published_after_it_was_read():
    record = read(page(head=HEAD + data(datePublished="2031-01-01")), seen="2025-03-22")
    assert "published" not in record.fields


@pytest.mark.parametrize(
    ("head", "title", "basis"),
    [
        pytest.param(HEAD, "Ferry halted by cracks in pier", "line", id="the headline readers see"),
        pytest.param(
            "<title>Council passes its budget | Port Clair Post</title>", "Council passes its budget", "meta",
            id="a first-rank heading about something else is not it",
        ),
    ],
)  # fmt: skip
def test_titles(head, title, basis):
    record = read(page(head=head))
    assert (record.fields["title"], record.bases["title"]) == (title, basis)


def test_other_wordings_of_the_title_are_kept():
    record = read(page(head=HEAD + data(headline="Cracks in the pier halt the ferry")))
    assert record.fields["other_titles"].split(" | ")[0] == "Cracks in the pier halt the ferry"


def test_addresses_of_a_page_that_tells_where_it_was_saved_from():
    canonical = '<link rel="canonical" href="https://www.coastcourier.example/1">'
    saved = "<!-- saved from url=(0036)https://www.portclair.example/ferry -->"
    record = read(saved + page(head=HEAD + canonical))
    assert record.fields["url"] == "https://www.portclair.example/ferry"
    assert record.fields["canonical_url"] == "https://www.coastcourier.example/1"


def test_two_sites_in_one_page_are_itself_and_where_the_text_came_from():
    head = '<link rel="canonical" href="https://www.coastcourier.example/1"><meta property="og:url" content="https://portclair.example/1">'
    record = read(page(head=HEAD + head))
    assert (record.fields["canonical_url"], record.fields["original_source"]) == (
        "https://portclair.example/1",
        "coastcourier.example",
    )


def test_the_name_of_the_site_is_the_outlet_only_where_no_address_is():
    name = '<meta property="og:site_name" content="Port Clair Post">'
    assert read(page(head=HEAD + name)).fields["outlet"] == "Port Clair Post"
    assert "outlet" not in read(page(head=HEAD + name), address="https://www.portclair.example/ferry").fields


def test_a_declared_language_that_the_text_is_not_in_is_not_taken():
    assert read(page()).fields["language"] == "en-GB"
    assert "language" not in read(page().replace("en-GB", "de")).fields


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param('<script type="application/ld+json">{"@type": "NewsArticle", </script>', id="half an object"),
        pytest.param('<script type="application/ld+json">' + "[" * 5000 + "</script>", id="nested lists"),
        pytest.param('<script type="application/ld+json">{"@type": ["NewsArticle", 7], "author": 7}</script>', id="numbers"),
        pytest.param('<link rel="canonical" href="http://[half">', id="half an address"),
        pytest.param('<meta name="author" content="' + "A" * 100_000 + '">', id="a very long name"),
    ],
)
def test_broken_statements_are_passed_over(broken):
    record = read(page(head=HEAD + broken))
    assert record.fields["title"] == "Ferry halted by cracks in pier"
    assert "byline" not in record.fields


def test_words_before_a_name_do_not_make_a_byline():
    assert not is_byline("The vessel, built by Harland and Wolff, was laid up.")
