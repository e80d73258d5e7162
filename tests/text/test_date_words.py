"""The dates of running text: which words are one, how exact they are, and what they come to.

The base of every sentence is Sunday, 23 March 2025.
"""

import pytest

from mediakit.text.date_values import is_quoted, speaks_of_the_future, value_of
from mediakit.text.date_words import find_date_words

BASE = "2025-03-23"


def read(sentence: str, base: str | None = BASE, language: str = "en") -> list[tuple[str, str | None, str]]:
    """Each date of a sentence as its words, its value and how exact it is."""
    found, after = [], 0
    for words in find_date_words(sentence, language):
        ahead = speaks_of_the_future(sentence, words.begin, words.end, after=after)
        quoted = is_quoted(sentence, words.begin) and words.form != "full"
        value = value_of(words, None if quoted else base, ahead=ahead)
        found.append((sentence[words.begin : words.end], value, words.granularity))
        after = words.end
    return found


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("The pier closed on 22 March 2025.", "22 March 2025", "2025-03-22"),
        ("The pier closed on the 22nd of March, 2025.", "22nd of March, 2025", "2025-03-22"),
        ("March 22, 2025: the pier closed.", "March 22, 2025", "2025-03-22"),
        ("The pier closed on Saturday, March 22, 2025, at noon.", "Saturday, March 22, 2025", "2025-03-22"),
        ("Sat 22 Mar 2025", "Sat 22 Mar 2025", "2025-03-22"),
        ("LAGOS, MARCH 22, 2025", "MARCH 22, 2025", "2025-03-22"),
        ("It opened on 2025-03-22.", "2025-03-22", "2025-03-22"),
        ("Posted 2025-03-22T08:00:00Z by the council", "2025-03-22T08:00:00Z", "2025-03-22"),
        ("The bill of 22/03/2025 passed.", "22/03/2025", "2025-03-22"),
        ("Stand vom 22.03.2025", "22.03.2025", "2025-03-22"),
        ("The treaty of 8 May 1945 ended it.", "8 May 1945", "1945-05-08"),
    ],
)
def test_a_date_with_its_year_needs_no_base(sentence: str, words: str, value: str) -> None:
    assert read(sentence, base=None) == [(words, value, "day")]


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("The ferry sank on March 22.", "March 22", "2025-03-22"),
        ("The ferry sank on 22 March.", "22 March", "2025-03-22"),
        ("The fire of Dec. 31 cost two lives.", "Dec. 31", "2024-12-31"),
        ("He was last seen on Sept. 11.", "Sept. 11", "2024-09-11"),
        ("The court ruled on January 5 against the port.", "January 5", "2025-01-05"),
        pytest.param("The cup final on April 12 is sold out.", "April 12", "2025-04-12", id="at most two months ahead"),
        pytest.param("The new bridge will open on August 30.", "August 30", "2025-08-30", id="will"),
        pytest.param("Elections are scheduled for 6 November.", "6 November", "2025-11-06", id="scheduled"),
        ("The floods came on Friday.", "Friday", "2025-03-21"),
        ("Police said Thursday two men were held.", "Thursday", "2025-03-20"),
        pytest.param("The derby was played on Sunday.", "Sunday", "2025-03-23", id="the base's own weekday is that day"),
        pytest.param("The council will vote on Tuesday.", "Tuesday", "2025-03-25", id="will: the next one"),
        pytest.param("Trains are due to run again on Wednesday.", "Wednesday", "2025-03-26", id="due: the next one"),
        pytest.param("On Monday, the minister will speak.", "Monday", "2025-03-24", id="will after the date"),
        ("The nurses walked out on Saturday morning.", "Saturday morning", "2025-03-22"),
        ("Yesterday the river rose again.", "Yesterday", "2025-03-22"),
        ("The river fell today.", "today", "2025-03-23"),
        ("The budget is read tomorrow.", "tomorrow", "2025-03-24"),
        ("Libraries stay open tonight.", "tonight", "2025-03-23"),
        ("The council met last night.", "last night", "2025-03-22"),
        ("The strike began this morning.", "this morning", "2025-03-23"),
        ("The strike began three days ago.", "three days ago", "2025-03-20"),
        ("The strike began 10 days ago.", "10 days ago", "2025-03-13"),
        ("Rain stopped play on 1st March.", "1st March", "2025-03-01"),
    ],
)
def test_a_date_without_its_year_counts_from_the_base(sentence: str, words: str, value: str) -> None:
    assert read(sentence) == [(words, value, "day")]
    assert read(sentence, base=None) == [(words, None, "day")]


@pytest.mark.parametrize(
    ("sentence", "words", "value", "granularity"),
    [
        ("The port lost money last week.", "last week", "2025-W11", "week"),
        ("The port lost money earlier this week.", "earlier this week", "2025-W12", "week"),
        ("It snowed earlier this month.", "earlier this month", "2025-03", "month"),
        ("It snowed last month.", "last month", "2025-02", "month"),
        ("The treaty was signed last year.", "last year", "2024", "year"),
        ("Fares go up next year.", "next year", "2026", "year"),
        ("The mine shut in March 2024.", "March 2024", "2024-03", "month"),
        ("The mine shut in late March 2024.", "late March 2024", "2024-03", "month"),
        ("The mine shut in 1950.", "1950", "1950", "year"),
        ("Nobody has sailed there since 2019, he said.", "2019", "2019", "year"),
        ("He recalled her 2024 visit.", "2024", "2024", "year"),
        ("Profits fell in the second quarter of 2024.", "the second quarter of 2024", "2024-Q2", "quarter"),
        ("The dam broke in the summer of 2023.", "summer of 2023", "2023-summer", "season"),
    ],
)
def test_what_is_coarser_than_a_day_stays_so(sentence: str, words: str, value: str, granularity: str) -> None:
    assert read(sentence) == [(words, value, granularity)]


@pytest.mark.parametrize(
    ("sentence", "words", "granularity"),
    [
        ("The mine shut in April.", "April", "month"),
        ("Last April the mine shut.", "Last April", "month"),
        ("The mine shut in late February.", "late February", "month"),
        ("The mine shut last fall.", "last fall", "season"),
        ("The mine shut in the spring.", "spring", "season"),
        ("The war of the early 1950s is remembered.", "early 1950s", "decade"),
        ("The mine shut two weeks ago.", "two weeks ago", "week"),
        ("The mine shut a few days ago.", "a few days ago", "day"),
        ("They play next Friday.", "next Friday", "day"),
        pytest.param("They played last Friday.", "last Friday", "day", id="two days ago, or nine?"),
        ("The bill of 03/04/2025 passed.", "03/04/2025", "day"),
        ("The treaty of the previous year holds.", "the previous year", "year"),
        ("They drove off last weekend.", "last weekend", "week"),
    ],
)
def test_what_is_vague_has_no_value(sentence: str, words: str, granularity: str) -> None:
    assert read(sentence) == [(words, None, granularity)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry may sail again, and may 5 others.",
        "They march 20 miles on foot.",
        "The march drew 10,000 people.",
        "The minister stepped down in disgrace.",
        "It costs 50% of the budget.",
        "The flock of 2,000 sheep was found.",
        "He bought 1950 shares.",
        "In 2000 homes the lights went out.",
        "The Sunday Times had the story.",
        "Shops opened early on Black Friday.",
        "Sheffield Wednesday lost again.",
        "USA Today had the story.",
        "It is different in today’s world.",
        "On Mondays the museum is shut.",
        "Now the port is quiet.",
        "They won 3-2 on points, 5 to 3.",
        "The sun sat low over the mon.",
        "April Jones spoke first; June Okafor did not.",
        "The second half was better.",
        "Call 020 7946 0018 for help.",
    ],
)
def test_what_only_looks_like_a_date_is_none(sentence: str) -> None:
    assert read(sentence) == []


def test_a_speakers_today_is_not_the_writers() -> None:
    assert read("“We begin today,” she said on Friday.") == [("today", None, "day"), ("Friday", "2025-03-21", "day")]


def test_each_date_of_a_sentence_has_its_own_tense() -> None:
    sentence = "He said on Monday that the port, shut on Tuesday, will open on Friday."
    assert [value for _, value, _ in read(sentence)] == ["2025-03-17", "2025-03-18", "2025-03-28"]


def test_a_date_broken_at_the_end_of_a_line_is_one() -> None:
    assert read("The pier closed on March\n22, 2025.") == [("March\n22, 2025", "2025-03-22", "day")]


def test_a_date_does_not_reach_over_a_blank_line() -> None:
    assert [words for words, _, _ in read("It shut in March\n\n22 people left.")] == ["March"]


@pytest.mark.parametrize(
    ("sentence", "language", "value"),
    [
        ("Die Fähre sank am 22. März 2025.", "de", "2025-03-22"),
        ("Le bac a coulé le 22 mars 2025.", "fr", "2025-03-22"),
        ("El barco se hundió el 22 de marzo de 2025.", "es", "2025-03-22"),
        ("Il traghetto affondò il 22 marzo 2025.", "it", "2025-03-22"),
        ("De pont zonk op 22 maart 2025.", "nl", "2025-03-22"),
        pytest.param("Паром затонул 2025-03-22.", "ru", "2025-03-22", id="other languages: ISO 8601"),
    ],
)
def test_days_with_a_months_name_in_other_languages(sentence: str, language: str, value: str) -> None:
    assert [found[1] for found in read(sentence, None, language)] == [value]


@pytest.mark.parametrize(
    ("base", "sentence", "value"),
    [
        ("2025", "It shut last year.", "2024"),
        ("2025-03", "It shut last month.", "2025-02"),
        ("2025-01", "It shut last month.", "2024-12"),
        ("2025-03", "It shut on Friday.", None),
        ("2025", "It shut last month.", None),
        ("2025-03-24", "They played last Friday.", "2025-03-21"),
        pytest.param("2025-03-01", "It shut on 29 February.", None, id="no such day in the year it would be"),
    ],
)
def test_a_base_gives_no_more_than_it_holds(base: str, sentence: str, value: str | None) -> None:
    assert [found[1] for found in read(sentence, base)] == [value]
