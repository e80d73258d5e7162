"""What the formulas are fed, recounted by hand."""

import pytest

from mediakit.text.counts import Counts, count_sentences, hard_words_in


def counts_of(*sentences: str) -> Counts:
    return Counts(*map(float, count_sentences([*sentences]).sum(axis=0)))


def test_a_plain_sentence() -> None:
    # the may-or closed the old bridge on Mon-day: 8 words, 10 syllables, 3+5+6+3+3+6+2+6 = 34 letters
    counts = counts_of("The mayor closed the old bridge on Monday.")
    assert counts == Counts(words=8, sentences=1, syllables=10, letters=34)


def test_letters_and_digits_count_and_signs_do_not() -> None:
    assert counts_of("It’s $1.25bn—“really”, U.S.").letters == len("Its125bnreallyUS")


def test_long_words_have_more_than_six_letters() -> None:
    assert counts_of("Harbour plan").long_words == 1  # 7 letters
    assert counts_of("Ferries don’t wait").long_words == 1
    assert counts_of("School bus").long_words == 0  # 6 letters
    assert counts_of("It was re-open-ed").long_words == 1  # the hyphens are no letters: 8 are left


def test_polysyllables_have_three_syllables_or_more() -> None:
    assert counts_of("Passengers told the council.").polysyllables == 1


@pytest.mark.parametrize(
    ("sentence", "complex_words"),
    [
        pytest.param("They saw the passenger.", 1, id="three syllables"),
        pytest.param("They met Amanda there.", 0, id="a name inside the sentence is none"),
        pytest.param("Passengers left.", 1, id="the first word has its capital from its place"),
        pytest.param("They have recovered it.", 0, id="-ed made it three syllables"),
        pytest.param("They are recovering it.", 1, id="four syllables with -ing stay complex"),
        pytest.param("The mother-in-law left.", 0, id="a compound of short words"),
    ],
)
def test_complex_words_are_gunnings(sentence: str, complex_words: int) -> None:
    assert counts_of(sentence).complex_words == complex_words


def test_a_name_is_not_hard_and_the_first_word_is_no_name() -> None:
    assert counts_of("She met Danladi.").hard_words == 0
    assert counts_of("Geopolitical it was.").hard_words == 1


def test_every_sentence_has_a_row_and_counts_once() -> None:
    rows = count_sentences(["It rained.", "It stopped at noon."])
    assert rows[:, 0].tolist() == [2, 4]
    assert rows[:, 1].tolist() == [1, 1]


def test_no_sentence_has_no_row() -> None:
    assert count_sentences([]).shape == (0, len(Counts._fields))


def test_one_endless_word_is_counted_and_breaks_nothing() -> None:
    counts = counts_of("Data: " + "x" * 100_000)
    assert (counts.words, counts.long_words) == (2, 1)


def test_a_word_counts_the_same_the_second_time() -> None:
    assert counts_of("Unconditionally.", "Unconditionally.").syllables == 12


def test_a_hard_word_is_new_again_after_a_hundred_words_without_it() -> None:
    easy = "We all went home and had tea."  # seven words
    sentences = ["The quay is shut.", "The quay is open.", *[easy] * 14, "The quay is shut.", "The quay is open."]
    new = [int(Counts(*row).new_hard_words) for row in count_sentences(sentences)]
    assert new == [1, 0, *[0] * 14, 1, 0]  # the third quay is the 102nd word after the second


def test_a_repeated_hard_word_counts_as_one_whatever_its_case() -> None:
    new = [int(Counts(*row).new_hard_words) for row in count_sentences(["Parliament met.", "The parliament agreed."])]
    assert new == [1, 0]


def test_in_a_sentence_all_in_capitals_no_word_is_taken_for_a_name() -> None:
    assert hard_words_in(["THE AUTHORITY CLOSED THE QUAY.", "The harbour Authority closed."]) == [["AUTHORITY", "QUAY"], []]


def test_hard_words_are_those_counted() -> None:
    sentences = ["The authority closed the quay.", "“Nobody left,” the envoy said.", "2014 was dry."]
    counted = [Counts(*row).hard_words for row in count_sentences(sentences)]
    assert [len(words) for words in hard_words_in(sentences)] == counted == [2, 1, 0]
    assert hard_words_in([]) == []
