"""engine="textstat" gives textstat's own numbers, on news, on nasty text and on whatever hypothesis can think of."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import mediakit as mk
from mediakit.document import documents
from mediakit.measures.textstat_engine import TEXTSTAT, count_as_textstat
from mediakit.text.offline_textstat import offline_textstat, textstat_syllables

# each measure and the function of textstat it stands for
FUNCTIONS = {
    "character_count": "char_count",
    "word_count": "lexicon_count",
    "sentence_count": "sentence_count",
    "mean_sentence_length": "words_per_sentence",
    "flesch_reading_ease": "flesch_reading_ease",
    "flesch_kincaid_grade": "flesch_kincaid_grade",
    "gunning_fog": "gunning_fog",
    "smog_index": "smog_index",
    "automated_readability_index": "automated_readability_index",
    "coleman_liau_index": "coleman_liau_index",
    "dale_chall": "dale_chall_readability_score",
    "linsear_write": "linsear_write_formula",
    "lix": "lix",
    "rix": "rix",
}

NASTY = [
    "The night ferry did not leave. Nobody knew why.",
    "U.S. President Mary Hill met Mr. Diaz at 3.30 p.m. on Friday.",
    "He said no. They left. It rained.",
    "Russia—the first—came–second - third -- fourth",
    "It’s the operator’s, isn’t it? They’ve said ‘no’.",
    "It's the operator's, isn't it? They've said 'no'.",
    "'Tis the rock'n'roll o'clock, y'all'd've said.",
    "mother-in-law off-limits twelve\u2010year\u2011old re-entered",
    "10,000 to 12,000 people paid $1.25bn in 2014; 3.5% did not.",
    "_snake_case_ and __init__ and _",
    "Read https://www.example.org/a/b?c=d&e=f or write to desk@example.org.",
    "FERRY HALTED! PASSENGERS FURIOUS!!! WHY?!",
    "no punctuation at all in this line of text about a ferry",
    "One.Two.Three.Four five six.Seven",
    "...",
    "... and then ... it stopped ...",
    "“Go now. Run!” she said. “Why?”",
    "(They met. [Applause.] He spoke.)",
    "Zoë Núñez, Çelik and Łódź met naïve fiancés at a café",
    "Zoe\u0308 at the cafe\u0301 co\u00adoperates",
    "👍 It rained 👨‍👩‍👧 all day 👍🏽!",
    "The ferry\nstopped\n\nat noon\r\nand\tnobody\u00a0knew",
    "first\u2028second\u2029third\u0085fourth\x0bfifth\x0csixth",
    "नमस्ते दुनिया। यह ठीक है।",
    "渡轮停运。乘客等待。",
    "Паром не ушёл. Никто не знал почему.",
    "Ⅷ ½ ² ﬁre ﬀ ſtrange İstanbul straße ǆ",
    "A.B.C. D.E. F. G",
    "Rs. 500 crore! Is it? No. 10 says so.",
    "I a I a I a I a. I a I a?",
    "* * * --- • – —",
    "'' ' \" \"\" ‘’ “” ` ´",
    "a" * 300,
    "supercalifragilisticexpialidocious antidisestablishmentarianism " * 3,
    "unconditionally " * 99,
    "unconditionally " * 100,
    "unconditionally . " * 100,
    "the unconditionally ... ferry ! " * 40,
    "word " * 3000,
    "hmm " * 100 + "ferry",
    "x\u200by \ufeffz \u202eabc",
    "\t\n A text with space before and behind. \n\n",
]


def assert_equal_to_textstat(text: str) -> None:
    """Every number of the engine against textstat's own function, on a text with at least one spoken word."""
    counted = count_as_textstat(text)
    for measure, function in FUNCTIONS.items():
        theirs = getattr(offline_textstat(), function)(text)
        assert TEXTSTAT[measure](counted) == pytest.approx(theirs, abs=1e-9, rel=0), measure


def test_every_measure_of_the_engine_is_compared() -> None:
    assert set(FUNCTIONS) == set(TEXTSTAT)


@pytest.mark.parametrize("text", [text for text in NASTY if any(map(str.isalnum, text))], ids=lambda text: ascii(text[:40]))
def test_nasty_texts(text: str) -> None:
    assert_equal_to_textstat(text)


@pytest.mark.parametrize("parts", [("body",), ("title", "dek", "body")], ids=["body", "all parts"])
def test_the_seeds(corpus: mk.Corpus, parts: tuple[str, ...]) -> None:
    for _, document in documents(corpus, parts=parts):
        assert_equal_to_textstat(document.plain)


def test_the_table_holds_textstats_numbers_for_the_seeds(corpus: mk.Corpus) -> None:
    values = mk.measure(corpus, [*FUNCTIONS], engine="textstat")
    plain = {document.article_id: document.plain for _, document in documents(corpus, parts=("body",))}
    compared = 0
    for row in values[values["status"] == "ok"].itertuples():
        function: Callable[[str], float] = getattr(offline_textstat(), FUNCTIONS[row.measure])
        assert row.value == pytest.approx(function(plain[row.article_id]), abs=1e-9, rel=0), (row.article_id, row.measure)
        compared += 1
    assert compared == 5 * (len(FUNCTIONS) - 1)  # all but SMOG, which needs 30 sentences


WORDS = [
    "the",
    "ferry",
    "stopped",
    "don't",
    "don’t",
    "they'll",
    "'the'",
    "‘no’",
    "'s",
    "'",
    "o'clock",
    "mother-in-law",
    "-",
    "--",
    "—",
    "_",
    "__a_b",
    "U.S.",
    "p.m.",
    "10,000",
    "$1.25bn",
    "2014",
    "...",
    "?",
    "!",
    ".",
    "“Why?”",
    "geopolitical",
    "unconditionally",
    "Zorblatt",
    "café",
    "cafe\u0301",
    "x",
    "I",
    "(so)",
]
BETWEEN = [" ", " ", " ", "", "\n", "\n\n", "  ", "\t", "\u00a0"]


@st.composite
def prose(draw: st.DrawFn) -> str:
    """Words and signs with white space or nothing between them, a few or a little over a hundred."""
    size = draw(st.integers(1, 12) | st.integers(96, 108))
    pieces = draw(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(BETWEEN)), min_size=size, max_size=size))
    return "The ferry" + "".join(between + word for word, between in pieces)


@given(prose())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_mixture_of_words_signs_and_white_space(text: str) -> None:
    assert_equal_to_textstat(text)


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Z", "Cf", "Cc"]), max_size=60))
@settings(deadline=None)
def test_any_characters_whatever(text: str) -> None:
    assert_equal_to_textstat(f"Ferry {text}")


def test_words_without_a_vowel_leave_textstat_without_syllables() -> None:
    assert_equal_to_textstat("hmm " * 100)


@pytest.mark.parametrize("word", ["ferry", "Ferry", "FERRY", "isn't", "isnt", "Zorblatt", "hmm", "fiancé", "x", "wednesday"])
def test_syllables_of_one_word(word: str) -> None:
    assert textstat_syllables(word) == offline_textstat().syllable_count(word)


@given(st.text("abcdefghijklmnopqrstuvwxyzéß'", min_size=1, max_size=12).filter(str.isalpha))
@settings(deadline=None)
def test_syllables_of_any_word(word: str) -> None:
    assert textstat_syllables(word) == offline_textstat().syllable_count(word)
