"""Syllables of words as they are printed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediakit.text.syllables import syllables_in, syllables_in_number
from mediakit.text.words import words_in


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("ferry", 2),
        ("Ferry", 2),
        ("FERRY", 2),
        ("council", 2),
        ("passenger", 3),
        ("unconditionally", 6),
        ("don’t", 1),
        ("isn't", 2),
        ("children’s", 2),
        pytest.param("mother-in-law", 4, id="mother-in-law: the sum of its parts"),
        pytest.param("har\u00adbour", 2, id="a soft hyphen is not spoken"),
        pytest.param("U.S", 2, id="U.S: spelled"),
        pytest.param("W.H.O", 5, id="W.H.O: double-u is three"),
        pytest.param("F-16", 3, id="F-16: six-teen after the letter"),
        pytest.param("X", 1, id="a letter"),
        pytest.param("hmm", 1, id="hmm: never less than one"),
    ],
)
def test_syllables_of_a_word(word: str, syllables: int) -> None:
    assert syllables_in(word) == syllables


@pytest.mark.parametrize(
    ("number", "spoken", "syllables"),
    [
        ("0", "ze-ro", 2),
        ("7", "se-ven", 2),
        ("11", "e-le-ven", 3),
        ("13", "thir-teen", 2),
        ("17", "se-ven-teen", 3),
        ("20", "twen-ty", 2),
        ("77", "se-ven-ty se-ven", 5),
        ("100", "one hun-dred", 3),
        ("365", "three hun-dred six-ty five", 6),
        ("10,000", "ten thou-sand", 3),
        ("12,000", "twelve thou-sand", 3),
        ("1,250,000", "one mil-lion two hun-dred fif-ty thou-sand", 10),
        ("1984", "nine-teen eigh-ty four", 5),
        ("1905", "nine-teen oh five", 4),
        ("1900", "nine-teen hun-dred", 4),
        ("2000", "two thou-sand", 3),
        ("2005", "two thou-sand five", 4),
        ("2014", "twen-ty four-teen", 4),
        ("2,014", "two thou-sand four-teen", 5),
        ("3.5", "three point five", 3),
        ("1.25bn", "one point two five bil-lion", 6),
        ("50m", "fif-ty mil-lion", 4),
        ("1st", "first", 1),
        ("21st", "twen-ty first", 3),
        ("1990s", "nine-teen nine-ties", 4),
    ],
)
def test_a_number_has_the_syllables_it_is_read_aloud_with(number: str, spoken: str, syllables: int) -> None:
    assert len(spoken.replace("-", " ").split()) == syllables
    assert syllables_in(number) == syllables


@pytest.mark.parametrize(("number", "syllables"), [(0, 2), (101, 4), (1_000_000, 3), (10**15, 5)])
def test_whole_numbers(number: int, syllables: int) -> None:
    assert syllables_in_number(number) == syllables


@pytest.mark.parametrize(("composed", "apart"), [("café", "cafe\u0301"), ("naïve", "nai\u0308ve"), ("fiancé", "fiance\u0301")])
def test_an_accent_counts_the_same_however_it_is_written(composed: str, apart: str) -> None:
    assert syllables_in(composed) == syllables_in(apart)


@given(st.text())
@settings(deadline=None)
def test_no_word_has_less_than_one_syllable(text: str) -> None:
    assert all(syllables_in(word) >= 1 for word in words_in(text))
