"""The formulas give the published values from the published counts."""

import pytest

from mediakit.measures import readability
from mediakit.text.counts import Counts


@pytest.mark.parametrize(
    ("formula", "counts", "value", "within"),
    [
        pytest.param(
            "coleman_liau_index", Counts(words=119, sentences=5, letters=639), 14.53, 0.005,
            id="Coleman & Liau 1975, Journal of Applied Psychology 60, 283, on the counts of their abstract",
        ),
        pytest.param(
            "dale_chall", Counts(words=132, sentences=7, hard_words=6), 5.37, 0.1,
            id="Dale & Chall 1948, Educational Research Bulletin 27, 37-54, sample 1",
        ),
        pytest.param("dale_chall", Counts(words=131, sentences=9, hard_words=20), 6.75, 0.1, id="Dale & Chall 1948, sample 2"),
        pytest.param("dale_chall", Counts(words=111, sentences=6, hard_words=17), 6.95, 0.1, id="Dale & Chall 1948, sample 3"),
        pytest.param(
            "flesch_reading_ease", Counts(words=13, sentences=1, syllables=24), 37.5, 0.05,
            id="Flesch: Wikipedia, Flesch-Kincaid readability tests, the platypus sentence",
        ),
        pytest.param(
            "flesch_reading_ease", Counts(words=16, sentences=1, syllables=23), 69, 0.05,
            id="Flesch: Wikipedia, the sentence that proves a point",
        ),
        pytest.param(
            "flesch_kincaid_grade", Counts(words=570, sentences=100, syllables=581.4), -1.3, 0.05,
            id="Kincaid: Wikipedia, Green Eggs and Ham, 5.7 words a sentence and 1.02 syllables a word",
        ),
    ],
)  # fmt: skip
def test_a_published_value_comes_out_of_its_published_counts(formula: str, counts: Counts, value: float, within: float) -> None:
    assert getattr(readability, formula)(counts) == pytest.approx(value, abs=within)


@pytest.mark.parametrize(
    ("formula", "counts", "value"),
    [
        # 206.835 - 1.015 * 20 - 84.6 * 1.5
        pytest.param("flesch_reading_ease", Counts(words=100, sentences=5, syllables=150), 59.635, id="Flesch"),
        # 0.39 * 20 + 11.8 * 1.5 - 15.59
        pytest.param("flesch_kincaid_grade", Counts(words=100, sentences=5, syllables=150), 9.91, id="Kincaid"),
        # 0.4 * (20 + 10)
        pytest.param("gunning_fog", Counts(words=100, sentences=5, complex_words=10), 12.0, id="Gunning"),
        # 3.1291 + 1.0430 * sqrt(30 * 49 / 30)
        pytest.param("smog_index", Counts(sentences=30, polysyllables=49), 10.4301, id="McLaughlin"),
        # sixty sentences with twice as many count the same
        pytest.param("smog_index", Counts(sentences=60, polysyllables=98), 10.4301, id="McLaughlin, a longer text"),
        # 4.71 * 5 + 0.5 * 20 - 21.43
        pytest.param("automated_readability_index", Counts(words=100, sentences=5, letters=500), 12.12, id="Smith & Senter"),
        # 0.0588 * 500 - 0.296 * 5 - 15.8
        pytest.param("coleman_liau_index", Counts(words=100, sentences=5, letters=500), 12.12, id="Coleman & Liau"),
        # 0.1579 * 10 + 0.0496 * 20 + 3.6365
        pytest.param("dale_chall", Counts(words=100, sentences=5, hard_words=10), 6.2075, id="Dale & Chall"),
        # the same constant where hard words are few: 0.1579 * 4 + 0.0496 * 20 + 3.6365
        pytest.param(
            "dale_chall", Counts(words=100, sentences=5, hard_words=4), 5.2601, id="Dale & Chall, below 5 % of hard words"
        ),
        # 0.1155 * 10 + 0.0596 * 20 + 3.2672
        pytest.param("dale_chall_psk", Counts(words=100, sentences=5, hard_words=10), 5.6142, id="Powers, Sumner & Kearl"),
        # (100 + 2 * 10) / 5 = 24, halved
        pytest.param("linsear_write", Counts(words=100, sentences=5, polysyllables=10), 12.0, id="O’Hayre, above 20"),
        # 100 / 5 = 20, less 2, halved
        pytest.param("linsear_write", Counts(words=100, sentences=5, polysyllables=0), 9.0, id="O’Hayre, 20"),
        # 100 / 5 + 25
        pytest.param("lix", Counts(words=100, sentences=5, long_words=25), 45.0, id="Björnsson"),
        # 25 / 5
        pytest.param("rix", Counts(words=100, sentences=5, long_words=25), 5.0, id="Anderson"),
        # 12 / 5, hard words that were not new left out
        pytest.param(
            "reading_difficulty", Counts(words=100, sentences=5, hard_words=20, new_hard_words=12), 2.4, id="difficulty"
        ),
    ],
)
def test_a_value_recounted_by_hand(formula: str, counts: Counts, value: float) -> None:
    assert getattr(readability, formula)(counts) == pytest.approx(value, abs=1e-9)
