"""Addresses: the site one belongs to, and the page behind an archived or cached copy."""

import pytest

from mediakit.identity import host_of, page_address


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.example.org/news/1?page=2", "example.org"),
        ("http://news.example.co.uk:8080/a", "news.example.co.uk"),
        ("HTTPS://WWW.Example.ORG", "example.org"),
        ("example.org/", "example.org"),
        (" example.org ", "example.org"),
        ("https://xn--bcher-kva.example/x", "xn--bcher-kva.example"),
        pytest.param("https://example.org?id=7", "example.org", id="a question mark right after the name"),
        pytest.param("https://example.org#top", "example.org", id="an anchor right after the name"),
        pytest.param("Harbour Herald", None, id="a name"),
        pytest.param("U.S. News", None, id="a name with dots"),
        pytest.param("Reuters.", None, id="a full stop"),
        pytest.param("3.5", None, id="a number"),
        pytest.param("127.0.0.1", None, id="a numeric address"),
        pytest.param("desk@example.org", None, id="an e-mail address"),
        pytest.param("javascript:alert(1)", None, id="a script"),
        pytest.param("example.org\nHarbour Herald", None, id="two lines"),
        pytest.param("http://[::1", None, id="half an address"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_the_site_of_an_address(address: str, host: str | None) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize(
    ("address", "page", "by_way_of"),
    [
        ("https://web.archive.org/web/20250322080000/http://www.example.org/1", "http://www.example.org/1", "web.archive.org"),
        pytest.param("https://web.archive.org/web/2025id_/https://example.org/1", "https://example.org/1", "web.archive.org",
                     id="a copy without the archive's frame"),
        pytest.param("https://web.archive.org/web/2025/https:/example.org/1", "https://example.org/1", "web.archive.org",
                     id="a slash lost"),
        pytest.param("https://web.archive.org/web/2025/example.org/1", "http://example.org/1", "web.archive.org", id="no scheme"),
        ("http://archive.ph/2023.01.01-000000/https://www.example.org/1", "https://www.example.org/1", "archive.ph"),
        ("https://www.google.com/amp/s/www.example.org/1", "http://www.example.org/1", "google.com"),
        ("https://www.google.com/url?q=https://www.example.org/1&sa=D", "https://www.example.org/1", "google.com"),
        ("https://webcache.googleusercontent.com/search?q=cache:https://example.org/1", "https://example.org/1",
         "webcache.googleusercontent.com"),
        ("https://www-example-org.translate.goog/1", "http://www.example.org", "www-example-org.translate.goog"),
        ("https://coast--news-example.cdn.ampproject.org/x", "http://coast-news.example",
         "coast--news-example.cdn.ampproject.org"),
        pytest.param("https://web.archive.org/web/2025/https://archive.ph/20230101/https://example.org/1", "https://example.org/1",
                     "web.archive.org", id="a copy of a copy"),
        pytest.param("https://example.org/web/2025/https://other.example/1",
                     "https://example.org/web/2025/https://other.example/1", None, id="no archive"),
        pytest.param("https://web.archive.org/web/2025/javascript:alert(1)",
                     "https://web.archive.org/web/2025/javascript:alert(1)", None, id="nothing behind it"),
    ],
)  # fmt: skip
def test_the_page_behind_a_copy(address: str, page: str, by_way_of: str | None) -> None:
    assert page_address(address) == (page, by_way_of)


def test_copies_within_copies_come_to_an_end() -> None:
    assert page_address("https://web.archive.org/web/2025/" * 50 + "https://example.org/").by_way_of == "web.archive.org"
