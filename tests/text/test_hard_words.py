"""Which words Dale and Chall's list leaves out."""

import pytest

from mediakit.text.hard_words import is_hard


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("boat", id="on the list"),
        pytest.param("Boat", id="a capital changes nothing"),
        pytest.param("boats", id="plural in -s"),
        pytest.param("boxes", id="plural in -es"),
        pytest.param("stories", id="-y becomes -ies"),
        pytest.param("boy’s", id="possessive, curly"),
        pytest.param("boy's", id="possessive, straight"),
        pytest.param("boys’", id="possessive of a plural"),
        pytest.param("walked", id="-ed"),
        pytest.param("hoping", id="-e dropped before -ing"),
        pytest.param("planned", id="last letter doubled"),
        pytest.param("biggest", id="-est"),
        pytest.param("happily", id="-y becomes -ily"),
        pytest.param("baby", id="the list has babies: in Dale and Chall's first sample, 6 hard words of 132, baby is none"),
        pytest.param("2014", id="a year"),
        pytest.param("10,000", id="a number"),
        pytest.param("twenty-two", id="a hyphenated word of easy parts"),
        pytest.param("don’t", id="a contraction"),
    ],
)
def test_these_are_easy(word: str) -> None:
    assert not is_hard(word)


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("geopolitical", id="not on the list"),
        pytest.param("ceasefire", id="a compound of two easy words is a word of its own"),
        pytest.param("off-limits", id="a hyphenated word with a hard part"),
        pytest.param("minister’s", id="possessive of a hard word"),
        pytest.param("ferries", id="plural of a hard word"),
    ],
)
def test_these_are_hard(word: str) -> None:
    assert is_hard(word)


@pytest.mark.parametrize(
    "word", ["colour", "coloured", "favourites", "neighbour’s", "theatres", "grey", "centred", "ploughing", "Mr", "Mrs"]
)
def test_british_spellings_and_titles_of_listed_words_are_easy(word: str) -> None:
    assert not is_hard(word)
