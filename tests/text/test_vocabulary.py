"""Every piece of text is judged once, whatever marks stand around it and however often it comes."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from mediakit.text.vocabulary import Vocabulary
from mediakit.text.words import words_in


def lengths(vocabulary: Vocabulary, text: str) -> list[float]:
    rows, _ = vocabulary.look_up(text.split())
    return [row[0] for row in rows.tolist()]


@pytest.fixture
def judged() -> list[str]:
    """The words that were put to the judge, in order."""
    return []


@pytest.fixture
def vocabulary(judged: list[str]) -> Vocabulary:
    def judge(word: str) -> list[float]:
        judged.append(word)
        return [len(word)]

    return Vocabulary(words_in, judge, width=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The quay was shut.", [3, 4, 3, 4], id="a word a piece"),
        pytest.param("The quay — shut", [3, 4, 4], id="a dash is no word"),
        pytest.param("“Quay—shut,” she said", [4, 4, 3, 4], id="two words in one piece"),
        pytest.param("…", [], id="no word at all"),
        pytest.param("", [], id="nothing"),
        pytest.param("— the quay …", [3, 4], id="no word at either end"),
    ],
)
def test_there_is_a_row_a_word_in_reading_order(vocabulary: Vocabulary, text: str, expected: list[float]) -> None:
    assert lengths(vocabulary, text) == expected
    assert lengths(vocabulary, text) == expected  # and the same the second time


def test_a_word_is_judged_once_whatever_stands_around_it(vocabulary: Vocabulary, judged: list[str]) -> None:
    lengths(vocabulary, "quay, “quay” (quay) quay—quay quay")
    assert judged == ["quay"]


def test_the_ends_say_how_many_words_there_are_up_to_each_piece(vocabulary: Vocabulary) -> None:
    _, ends = vocabulary.look_up(["The", "—", "quay—shut", "today."])
    assert ends.tolist() == [1, 1, 3, 4]


def test_a_word_that_cannot_be_judged_leaves_the_others_as_they_were() -> None:
    def judge(word: str) -> list[float]:
        if word == "unspeakable":
            raise ValueError(word)
        return [len(word)]

    vocabulary = Vocabulary(words_in, judge, width=1)
    lengths(vocabulary, "the quay")
    with pytest.raises(ValueError, match="unspeakable"):
        lengths(vocabulary, "the harbour, unspeakable")
    assert lengths(vocabulary, "the quay harbour ferry") == [3, 4, 7, 5]


def test_several_threads_may_ask_at_once(vocabulary: Vocabulary) -> None:
    texts = [" ".join(f"{'x' * (number % 50 + 1)}{start}" for number in range(300)) for start in range(20)]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda text: lengths(vocabulary, text), texts * 3))
    assert answers == [[len(piece) for piece in text.split()] for text in texts] * 3
