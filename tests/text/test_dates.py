"""Strings that are known to be dates: read where they can be read in one way, and left where not."""

import pytest

from mediakit.identity.published import date_of_line, why_no_date
from mediakit.lexicons import load_lexicon
from mediakit.text.dates import month_number, read_date


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
        ("2025/03/22", ("2025-03-22", "day")),
        ("Sat, 22 Mar 2025 08:00:00 +0000", ("2025-03-22", "day")),
        ("Sat, 22 Mar 2025 08:00:00 GMT", ("2025-03-22", "day")),
        ("22 March 2025", ("2025-03-22", "day")),
        ("22nd of March 2025", ("2025-03-22", "day")),
        ("22-Mar-2025", ("2025-03-22", "day")),
        ("Mar 22, 2025", ("2025-03-22", "day")),
        ("Mar. 22, 2025", ("2025-03-22", "day")),
        ("March 22, 2025 at 8:00 am EST", ("2025-03-22", "day")),
        ("Saturday, March 22, 2025", ("2025-03-22", "day")),
        ("Published: 22 March 2025, 08:00", ("2025-03-22", "day")),
        ("22. März 2025, 08:00 Uhr", ("2025-03-22", "day")),
        ("1er mars 2025", ("2025-03-01", "day")),
        ("22 de marzo de 2025", ("2025-03-22", "day")),
        ("22 marzo 2025", ("2025-03-22", "day")),
        ("22 maart 2025", ("2025-03-22", "day")),
        ("March 2025", ("2025-03", "month")),
        ("mars 2025", ("2025-03", "month")),
        pytest.param("22/03/2025", ("2025-03-22", "day"), id="only one of the numbers can be the month"),
        pytest.param("3/22/2025", ("2025-03-22", "day"), id="only one of the numbers can be the month, the other way round"),
        pytest.param("22.03.2025 08:00", ("2025-03-22", "day"), id="full stops"),
        pytest.param("03/03/2025", ("2025-03-03", "day"), id="both ways are the same day"),
    ],
)
def test_a_date_keeps_how_exact_it_is(written: str, date: tuple[str, str]) -> None:
    assert read_date(written) == date


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("03/04/2025", id="March or April?"),
        pytest.param("03.04.2025", id="March or April, with full stops?"),
        pytest.param("22/03/25", id="which is the year?"),
        pytest.param("2025-03 to 2025-04", id="a span"),
        pytest.param("2025-03-22 or so", id="not sure"),
        pytest.param("20250322", id="without hyphens"),
        pytest.param("2025-3-2", id="one digit"),
        pytest.param("2025-13", id="no such month"),
        pytest.param("2025-00-10", id="month nought"),
        pytest.param("2025-02-31", id="no such day"),
        pytest.param("31 February 2025", id="no such day, in words"),
        pytest.param("2025-02-29", id="no leap year"),
        pytest.param("1799-12-31", id="before 1800"),
        pytest.param("2101-01-01", id="after 2100"),
        pytest.param("22 Mumble 2025", id="no month"),
        pytest.param("٢٠٢٥-٠٣-٢٢", id="digits that do not sort with the others"),
        pytest.param("yesterday", id="vague"),
        pytest.param("last week", id="a week"),
        pytest.param("0" * 5000, id="far too long"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_date_that_cannot_be_told_is_not_guessed(written: str) -> None:
    assert read_date(written) is None


def test_no_name_of_a_month_means_two_months() -> None:
    meant: dict[str, set[str]] = {}
    for row in load_lexicon("months", "any").rows:
        meant.setdefault(row["name"].casefold(), set()).add(row["month"])
    assert {name: months for name, months in meant.items() if len(months) > 1} == {}


def test_every_language_of_the_list_has_twelve_months() -> None:
    months: dict[str, set[str]] = {}
    for row in load_lexicon("months", "any").rows:
        months.setdefault(row["language"], set()).add(row["month"])
    assert {language: len(numbers) for language, numbers in months.items()} == dict.fromkeys(months, 12)
    assert month_number("Sonntag") is None


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("03/04/2025", "'03/04/2025' can be read in two ways; it is left out"),
        ("soon", "'soon' is no date that can be read; it is left out"),
    ],
)
def test_why_a_date_is_left_out(written: str, what: str) -> None:
    assert why_no_date(written) == (what, "write 2025-03-22, 2025-03 or 2025")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("22 March 2025", "2025-03-22"),
        ("Published: March 22, 2025 | Updated: March 23, 2025", "2025-03-22"),
        ("Updated: March 23, 2025 | Published: March 22, 2025", "2025-03-22"),
        pytest.param("Updated: 23 March 2025", None, id="only when it was changed"),
        pytest.param("22 March", None, id="no year"),
        pytest.param("3 hours ago", None, id="no date"),
    ],
)
def test_the_day_of_publication_on_a_line_of_dates(line: str, day: str | None) -> None:
    assert date_of_line(line) == day
