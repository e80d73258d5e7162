"""Lexical diversity, on sequences short enough to recount."""

import string

import pytest

import mediakit as mk
from mediakit.measures.diversity import hd_d, mattr, mtld

ALL_DIFFERENT = [str(number) for number in range(100)]


@pytest.mark.parametrize(
    ("tokens", "window", "value"),
    [
        pytest.param("a b a c", 2, 1.0, id="windows ab, ba, ac: two different words in each"),
        pytest.param("a a b", 2, 0.75, id="windows aa, ab: a half and one"),
        pytest.param("a a a a", 2, 0.5, id="one word over and over"),
        pytest.param("a b c a", 3, 1.0, id="windows abc, bca"),
        pytest.param("a b a a", 3, 2 / 3, id="windows aba, baa: two of three in each"),
        pytest.param("a b a", 3, 2 / 3, id="one window as long as the text"),
    ],
)
def test_mattr_is_the_mean_share_of_different_words_in_a_window(tokens: str, window: int, value: float) -> None:
    assert mattr(tokens.split(), window=window) == pytest.approx(value)


def test_mattr_takes_windows_of_fifty_words() -> None:
    assert mattr(ALL_DIFFERENT) == 1
    assert mattr(["a", "b"] * 50) == pytest.approx(2 / 50)


@pytest.mark.parametrize(
    ("tokens", "value"),
    [
        pytest.param(
            "a b a b a b", 3.0, id="every third word brings the share to two thirds, below 0.72: two factors in six words"
        ),
        pytest.param("a a a a", 2.0, id="every second word ends a factor"),
        pytest.param("a b c d", 4.0, id="no factor is begun: the whole length"),
        pytest.param("a b c a d", 7.0, id="the share ends at 0.8: (1 - 0.8) / (1 - 0.72) of a factor in five words"),
        # forwards: a b a is a factor, then b: one factor in four words; backwards: b a b is one, then a
        pytest.param("a b a b", 4.0, id="what is left after a factor starts anew"),
    ],
)
def test_mtld_is_the_mean_length_of_a_factor_both_ways(tokens: str, value: float) -> None:
    assert mtld(tokens.split()) == pytest.approx(value)


@pytest.mark.parametrize(
    ("tokens", "value"),
    [
        pytest.param(ALL_DIFFERENT, 1.0, id="every word drawn is a new one"),
        pytest.param(["a", "b"] * 50, 2 / 42, id="two words, both all but sure to be drawn"),
        pytest.param(["a"] * 100, 1 / 42, id="one word"),
        pytest.param([*string.ascii_lowercase[:21]] * 2, 21 / 42, id="42 words: the draw is the whole text"),
        # of 43 words one is left out: a word that stands once is drawn with 42/43, the one that stands twice for sure
        pytest.param([*ALL_DIFFERENT[:41], "a", "a"], (1 + 41 * 42 / 43) / 42, id="43 words: one is left out"),
    ],
)
def test_hd_d_is_the_share_of_different_words_in_a_draw_of_42(tokens: list[str], value: float) -> None:
    assert hd_d(tokens) == pytest.approx(value, abs=1e-9)


def test_a_capital_makes_no_new_word() -> None:
    text = "Ferry boat ferry BOAT. " * 25
    values = mk.measure(mk.read_texts({"Harbour Herald": text}), ["mattr_50"])
    assert values["value"].tolist() == pytest.approx([2 / 50])
