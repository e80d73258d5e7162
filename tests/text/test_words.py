"""What one word is."""

import pytest

from mediakit.text.words import has_word, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("It’s o’clock, isn't it?", ["It’s", "o’clock", "isn't", "it"], id="an apostrophe joins, curly or straight"),
        pytest.param("the ferry’s ‘late’ crew's 'row'", ["the", "ferry’s", "late", "crew's", "row"], id="quotation marks do not"),
        pytest.param("mother-in-law, re-open", ["mother-in-law", "re-open"], id="a hyphen joins"),
        pytest.param(
            "a twelve\u2010year\u2011old", ["a", "twelve\u2010year\u2011old"], id="so do the hyphens that have their own code"
        ),
        pytest.param("Kochi—the port–city", ["Kochi", "the", "port", "city"], id="dashes separate"),
        pytest.param("one--two", ["one", "two"], id="two hyphens are a dash"),
        pytest.param(
            "the U.S. and the E.U.",
            ["the", "U.S", "and", "the", "E.U"],
            id="initials are one word, their last full stop is not in it",
        ),
        pytest.param("AT&T met R&D", ["AT&T", "met", "R&D"], id="an ampersand joins"),
        pytest.param("10,000 of 1,250,000", ["10,000", "of", "1,250,000"], id="a comma joins digits"),
        pytest.param("yes,no 5,a b,6", ["yes", "no", "5", "a", "b", "6"], id="a comma joins nothing else"),
        pytest.param(
            "$1.25bn, £3m, N5.2bn and 3.5%", ["1.25bn", "3m", "N5.2bn", "and", "3.5"], id="an amount is one word without its sign"
        ),
        pytest.param("24/7 and 2-1", ["24", "7", "and", "2-1"], id="a slash separates"),
        pytest.param("see example.org/ferry", ["see", "example.org", "ferry"], id="an address is cut at its slashes"),
        pytest.param("_late_ @ada #ferry", ["late", "ada", "ferry"], id="underscores and signs are no part of a word"),
        pytest.param("Ferry\nhalted\tin\u00a0fog", ["Ferry", "halted", "in", "fog"], id="any white space separates"),
        pytest.param("Zoë Núñez, Çelik, Łódź", ["Zoë", "Núñez", "Çelik", "Łódź"], id="letters with accents"),
        pytest.param(
            "Zoe\u0308 at the cafe\u0301", ["Zoe\u0308", "at", "the", "cafe\u0301"], id="accents written as marks of their own"
        ),
        pytest.param("har\u00adbour mas\u00adter", ["har\u00adbour", "mas\u00adter"], id="a soft hyphen stays inside"),
        pytest.param("well 👍🏽 done 👨‍👩‍👧", ["well", "done"], id="emoji are no words"),
        pytest.param("* * * … — ?!", [], id="punctuation is no word"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert words_in(text) == words
    assert has_word(text) == bool(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("हिन्दी भाषा", ["हिन्दी", "भाषा"], id="Hindi vowel signs"),
        pytest.param("বাংলা খবর", ["বাংলা", "খবর"], id="Bengali vowel signs"),
        pytest.param("தமிழ் செய்தி", ["தமிழ்", "செய்தி"], id="Tamil vowel signs"),
        pytest.param("خَبَرٌ عَاجِل", ["خَبَرٌ", "عَاجِل"], id="Arabic short vowels"),
    ],
)
def test_a_sign_that_belongs_to_a_letter_does_not_cut_the_word(text: str, words: list[str]) -> None:
    assert words_in(text) == words
