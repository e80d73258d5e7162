"""The outlet that an address names: its site, with editions, titles and users told apart."""

import pytest

from mediakit.identity import outlet_key, site_of
from mediakit.identity.outlets import another_site, is_aggregator
from mediakit.lexicons import load_lexicon


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://www.example.co.uk/news/1", "example.co.uk"),
        ("https://m.example.co.in/x", "example.co.in"),
        ("https://amp.example.org/x", "example.org"),
        ("https://www1.example.org/x", "example.org"),
        ("http://EXAMPLE.org:8080/a?b#c", "example.org"),
        pytest.param("https://politics.people.com.cn/n1/x", "people.com.cn", id="a section is no outlet"),
        pytest.param("https://worldnews.example.org/x", "example.org", id="a section with news in its name"),
        pytest.param("https://news.harbour.example/x", "harbour.example", id="an ending that no list knows"),
    ],
)
def test_the_site_of_a_page_is_its_registered_domain(address: str, key: str) -> None:
    site = site_of(address)
    assert site is not None
    assert site.key == key


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://de.euronews.com/x", "de.euronews.com"),
        ("https://gr.euronews.com/x", "gr.euronews.com"),
        ("https://www.euronews.com/x", "euronews.com"),
        ("https://en-gb.example.com/x", "en-gb.example.com"),
        ("https://english.elpais.com/x", "english.elpais.com"),
        ("https://www.dw.com/en/x/a-1", "dw.com/en"),
        ("https://www.bbc.com/arabic/x", "bbc.com/arabic"),
        pytest.param("https://www.example.de/de/x", "example.de", id="the language of the country is no other edition"),
        pytest.param("https://eu.example.com/x", "example.com", id="a copy for European readers"),
        pytest.param("https://www.example.com/us/x", "example.com", id="a country as a folder is a section"),
        pytest.param("https://www.example.com/uk-news/x", "example.com", id="a section that begins like a country"),
    ],
)
def test_editions_are_told_apart_where_the_address_names_one(address: str, key: str) -> None:
    site = site_of(address)
    assert site is not None
    assert site.key == key


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://japannews.example.co.jp/x", "japannews.example.co.jp"),
        ("https://economictimes.example.com/x", "economictimes.example.com"),
        ("https://abcnews.go.com/x", "abcnews.go.com"),
    ],
)
def test_a_newspapers_name_before_the_domain_is_an_outlet_of_its_own(address: str, key: str) -> None:
    site = site_of(address)
    assert site is not None
    assert site.key == key


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://harbour.blogspot.com/2020/x", "harbour.blogspot.com"),
        ("https://harbour.blogspot.co.uk/2020/x", "harbour.blogspot.com"),
        ("https://harbour.substack.com/p/ferry", "harbour.substack.com"),
        ("https://harbour.wordpress.com/2020/x", "harbour.wordpress.com"),
        ("https://medium.com/@ama/ferry", "medium.com/@ama"),
        ("https://ama.medium.com/ferry", "ama.medium.com"),
        ("https://x.com/HarbourHerald/status/1", "x.com/harbourherald"),
        ("https://www.youtube.com/@harbour/videos", "youtube.com/@harbour"),
    ],
)
def test_users_of_a_site_that_hosts_many_are_told_apart(address: str, key: str) -> None:
    site = site_of(address)
    assert site is not None
    assert site.key == key


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("https://news.google.com/articles/x", id="shows what others published"),
        pytest.param("https://www.msn.com/en-us/news/x", id="shows what others published, in an edition"),
        pytest.param("https://archive.ph/AbCdE", id="an archive that hides the page"),
        pytest.param("https://www.proquest.com/docview/1", id="a database"),
        pytest.param("https://medium.com/p/1a2b", id="a host without its user"),
        pytest.param("https://www.youtube.com/watch?v=1", id="a film without its channel"),
        pytest.param("http://192.168.0.1/x", id="a number"),
        pytest.param("http://[::1", id="half an address"),
        pytest.param("Harbour Herald", id="a name"),
    ],
)
def test_an_address_that_names_no_outlet(address: str) -> None:
    assert site_of(address) is None


def test_an_archived_page_is_its_sites_and_the_archive_is_said() -> None:
    site = site_of("https://web.archive.org/web/20250322080000/https://www.example.org/1")
    assert site is not None
    assert site == ("example.org", "the site of the address: example.org, read by way of web.archive.org")


def test_second_addresses_of_one_outlet_share_a_key() -> None:
    assert site_of("https://www.bbc.co.uk/news/1").key == site_of("https://www.bbc.com/news/1").key  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("canonical", "url", "site"),
    [
        ("https://www.example.org/1", "https://www.example.net/1", "example.org"),
        pytest.param("https://www.example.net/1", "https://m.example.net/1", None, id="the same site by another door"),
        pytest.param("https://www.example.net/1", "https://sport.example.net/1", None, id="a section"),
        pytest.param("https://www.bbc.co.uk/1", "https://www.bbc.com/1", None, id="a second address of the same outlet"),
        pytest.param("/1", "https://www.example.net/1", None, id="no address"),
    ],
)
def test_an_address_of_its_own_on_another_domain_is_where_a_text_came_from(canonical: str, url: str, site: str | None) -> None:
    assert another_site(canonical, url) == site


def test_a_page_that_shows_anothers_article_is_known_by_its_own_name() -> None:
    assert is_aggregator("https://www.msn.com/x", "MSN News")
    assert not is_aggregator("https://www.msn.com/x", "Harbour Herald")
    assert not is_aggregator("https://www.example.org/x", "Example")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Harbour Herald", "HARBOUR HERALD", id="case"),
        pytest.param("Harbour Herald", " harbour\u00a0 Herald\n", id="space"),
        pytest.param("https://www.example.org/", "Example.org", id="address"),
        pytest.param("Straßenblatt", "STRASSENBLATT", id="sharp s"),
        pytest.param("Caf\u00e9 News", "Cafe\u0301 News", id="an accent spelled in two ways"),
    ],
)
def test_two_spellings_of_one_outlet_share_a_key(one: str, other: str) -> None:
    assert outlet_key(one) == outlet_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour Herald", "The Harbour Herald"),
        ("example.org", "example.com"),
        ("Harbour Herald", "Harbor Herald"),
    ],
)
def test_what_only_looks_alike_stays_apart(one: str, other: str) -> None:
    assert outlet_key(one) != outlet_key(other)


@pytest.mark.parametrize("key", ["example.org", "de.euronews.com", "dw.com/en", "medium.com/@ama", "harbour.blogspot.com"])
def test_the_key_of_a_key_is_itself(key: str) -> None:
    assert outlet_key(key) == key


@pytest.mark.parametrize("name", ["sites", "editions", "title_words", "agencies", "months", "byline_words"])
def test_a_list_names_each_entry_once_and_says_where_it_comes_from(name: str) -> None:
    lexicon = load_lexicon(name, "any")
    entries = [tuple(row.values()) for row in lexicon.rows]
    assert len(entries) == len(set(entries))
    assert lexicon.licence == "MIT"
    assert lexicon.source
