"""How long an article is, recounted by hand."""

import pandas as pd
import pytest

import mediakit as mk

ARTICLE = """\
Night ferry cancelled again

The night ferry did not leave on Monday. The engine failed.

“We are sorry,” said the operator, NorthSail. “It is old.” It has 140 beds.

Nobody was hurt, the harbour police said on Tuesday.

Leave a comment
"""


def values_of(text: str, **options: tuple[str, ...]) -> pd.Series:
    return mk.measure(mk.read_texts({"Harbour Herald": text}), **options).set_index("measure")["value"]


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        pytest.param("word_count", 34, id="words: 8 + 3, 7 + 3 + 4 and 9; headline and comment form are not body"),
        pytest.param("sentence_count", 6, id="sentences: 2, 3 and 1"),
        pytest.param("paragraph_count", 3, id="paragraphs"),
        pytest.param("character_count", 155, id="characters without spaces: 49, 62 and 44"),
        pytest.param("mean_sentence_length", 34 / 6, id="mean sentence: 34 words in 6"),
        pytest.param("median_sentence_length", 5.5, id="median sentence: between 4 and 7 in 3 3 4 7 8 9"),
        pytest.param("reading_time", 34 / 238, id="minutes: 34 words at 238 a minute"),
        pytest.param("headline_length", 4, id="words of the headline"),
    ],
)
def test_length_of_an_article(measure: str, value: float) -> None:
    assert values_of(ARTICLE)[measure] == pytest.approx(value)


def test_parts_say_what_is_measured() -> None:
    assert values_of(ARTICLE, parts=("title",))["word_count"] == 4
    assert values_of(ARTICLE, parts=("title", "body"))["word_count"] == 38


def test_a_dek_is_counted_only_when_asked_for() -> None:
    summary = "Councillors voted to sell the pool"
    text = f"Pool to be sold\n\n{summary}\n\n{summary}, which has been shut for two years."
    assert values_of(text)["word_count"] == 13
    assert values_of(text, parts=("dek", "body"))["word_count"] == 19


def test_lines_broken_at_a_fixed_width_are_one_paragraph_and_one_sentence() -> None:
    values = values_of("The council budget passed by a single vote\non Tuesday night after four hours of talk.")
    assert (values["paragraph_count"], values["sentence_count"], values["word_count"]) == (1, 1, 16)


def test_windows_line_ends_change_no_count() -> None:
    pd.testing.assert_series_equal(values_of(ARTICLE), values_of(ARTICLE.replace("\n", "\r\n")))


def test_a_part_that_does_not_exist_is_refused() -> None:
    with pytest.raises(mk.errors.MeasureError, match="no part is called"):
        values_of(ARTICLE, parts=("headline",))
