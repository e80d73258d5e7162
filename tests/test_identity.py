"""Who published an article, and when: put into one form, never guessed."""

import pytest

from mediakit.identity import host_of, outlet_key, read_date, unknown_labels


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
        ("example.org", "news.example.org"),
        ("example.org", "example.com"),
        ("Harbour Herald", "Harbor Herald"),
    ],
)
def test_what_only_looks_alike_stays_apart(one: str, other: str) -> None:
    assert outlet_key(one) != outlet_key(other)


@pytest.mark.parametrize(
    ("ids", "labels"),
    [
        pytest.param(["001_ab", "002_cd"], ["unknown (001…)", "unknown (002…)"], id="the telling start"),
        pytest.param(["001_ab", "001_cd"], ["unknown (001_ab)", "unknown (001_cd)"], id="a start shared by two tells nothing"),
        pytest.param(["1_ab", "2_cd"], ["unknown (1_ab)", "unknown (2_cd)"], id="too short a start"),
        pytest.param(["ferry", "flood late"], ["unknown (ferry)", "unknown (flood…)"], id="nothing left out, no ellipsis"),
        pytest.param(["news#1", "news#2"], ["unknown (news#1)", "unknown (news#2)"], id="records of one file"),
        pytest.param([], [], id="nothing unknown"),
    ],
)
def test_each_unknown_outlet_has_a_label_of_its_own(ids: list[str], labels: list[str]) -> None:
    assert unknown_labels(ids) == dict(zip(ids, labels, strict=True))


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2025-03-22", ("2025-03-22", "day")),
        ("2025-03-22T08:00:00Z", ("2025-03-22", "day")),
        ("2025-03-22 08:00", ("2025-03-22", "day")),
        (" 2025-03-22 ", ("2025-03-22", "day")),
        ("2024-02-29", ("2024-02-29", "day")),
        ("2025-03", ("2025-03", "month")),
        ("2025", ("2025", "year")),
    ],
)
def test_a_date_in_iso_8601_keeps_how_exact_it_is(written: str, date: tuple[str, str]) -> None:
    assert read_date(written) == date


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("03/04/2025", id="March or April?"),
        pytest.param("22 March 2025", id="in words"),
        pytest.param("2025 March 22", id="in words, the year first"),
        pytest.param("2025-03 to 2025-04", id="a span"),
        pytest.param("2025-03-22 or so", id="not sure"),
        pytest.param("20250322", id="without hyphens"),
        pytest.param("2025-3-2", id="one digit"),
        pytest.param("2025-13", id="no such month"),
        pytest.param("2025-00-10", id="month nought"),
        pytest.param("2025-02-31", id="no such day"),
        pytest.param("2025-02-29", id="no leap year"),
        pytest.param("٢٠٢٥-٠٣-٢٢", id="digits that do not sort with the others"),
        pytest.param("yesterday", id="vague"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_date_in_any_other_way_is_not_guessed(written: str) -> None:
    assert read_date(written) is None
