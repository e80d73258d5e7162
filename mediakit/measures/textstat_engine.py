"""engine="textstat": textstat's own answers, from its own counts made once.

textstat counts words, sentences and syllables again for each formula. Here the same counts are made
once per article and once per distinct word, and each formula is textstat's; the results equal
textstat's functions to 1e-9 (tests/agreement). Its departures from the published formulas are kept:
that is what the engine is for. docs/readability.md lists them.
"""

import re
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from mediakit.measures.readability import (
    automated_readability_index,
    flesch_kincaid_grade,
    flesch_reading_ease,
    gunning_fog,
    lix,
    rix,
    smog_index,
)
from mediakit.text.counts import Counts
from mediakit.text.offline_textstat import easy_words, textstat_syllables, textstat_word
from mediakit.text.vocabulary import Vocabulary

# textstat's own pattern (backend/counts, MIT)
_SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")
_WORDISH = re.compile(r"\w")  # to textstat, a piece between white space is a word when this is in it
_THREE_WORDS = re.compile(r"\w\S*\s+\w\S*\s+\w")
_SYLLABLES = Counts._fields.index("syllables")


class TextstatCounts(NamedTuple):
    """What textstat counts in one text."""

    counts: Counts
    characters: int
    tokens: int  # words, punctuation standing alone included
    first_hundred: tuple[int, int, int]  # easy words, hard words and sentences of the first 100 words


def _judge(word: str) -> tuple[float, ...]:
    """What textstat finds in one word of its own list, from which it has taken the punctuation."""
    syllables, letters = textstat_syllables(word), len(word.replace("'", ""))
    unlisted = word.lower() not in easy_words()
    found = Counts(
        words=1,
        syllables=syllables,
        polysyllables=syllables >= 3,
        complex_words=unlisted and syllables >= 3,
        letters=letters,
        long_words=letters > 6,
        hard_words=unlisted,
    )
    return tuple(map(float, found))


def _words_in(piece: str) -> list[str]:
    """The word in a piece of text between white space, if there is one."""
    word = textstat_word(piece)
    return [word] if word else []


_vocabulary = Vocabulary(_words_in, _judge, width=len(Counts._fields))


def count_as_textstat(text: str) -> TextstatCounts:
    """Textstat's counts of text."""
    tokens = text.split()
    facts, ends = _vocabulary.look_up(tokens)
    sentences = _count_sentences(text)
    counts = Counts(*facts.sum(axis=0))._replace(sentences=sentences)
    return TextstatCounts(counts, len("".join(tokens)), len(tokens), _first_hundred(tokens, ends, facts, sentences))


def _count_sentences(text: str) -> int:
    """Stretches up to . ! or ?, those of one or two words left out, never less than one."""
    return max(1, sum(map(_has_three_words, _SENTENCE.findall(text)))) if text else 0


def _has_three_words(stretch: str) -> bool:
    if _THREE_WORDS.match(stretch):  # nearly always, so that the rest need not be looked at
        return True
    return len(list(islice(filter(_WORDISH.search, stretch.split()), 3))) == 3


def _first_hundred(
    tokens: list[str], ends: npt.NDArray[np.intp], facts: npt.NDArray[np.float64], sentences: int
) -> tuple[int, int, int]:
    """Easy words, hard words and sentences of the first hundred words; pieces without a letter are no words."""
    if len(tokens) > 100:
        facts, sentences = facts[:100], _count_sentences(" ".join(tokens[: int(ends.searchsorted(100)) + 1]))
    hard = int((facts[:, _SYLLABLES] >= 3).sum())
    return int((facts[:, _SYLLABLES] > 0).sum()) - hard, hard, sentences


def _coleman_liau(counted: TextstatCounts) -> float:
    counts = counted.counts
    return float((5.8 * counts.letters - 29.6 * counts.sentences) / counts.words - 15.8)


def _dale_chall(counted: TextstatCounts) -> float:
    counts = counted.counts
    percentage = 100 * counts.hard_words / counts.words
    score = 0.1579 * percentage + 0.0496 * counts.words / counts.sentences
    return float(score + 3.6365 if percentage > 5 else score)


def _linsear(counted: TextstatCounts) -> float:
    easy, hard, sentences = counted.first_hundred
    points = (easy + 3 * hard) / sentences
    return points / 2 if points > 20 else (points - 2) / 2


def _automated(counted: TextstatCounts) -> float:
    counts = counted.counts
    per_word = counted.characters / counted.tokens
    return float(automated_readability_index(counts._replace(letters=per_word * counts.words)))


def _of(formula: Callable[[Counts], object]) -> Callable[[TextstatCounts], float]:
    return lambda counted: float(formula(counted.counts))  # type: ignore[arg-type]


def _unless_no_syllables(formula: Callable[[Counts], object]) -> Callable[[TextstatCounts], float]:
    """Textstat gives nought where it found no syllable."""
    return lambda counted: _of(formula)(counted) if counted.counts.syllables else 0.0


#: the measures textstat has, each from its counts
TEXTSTAT: dict[str, Callable[[TextstatCounts], float]] = {
    "character_count": lambda counted: float(counted.characters),
    "word_count": lambda counted: float(counted.counts.words),
    "sentence_count": lambda counted: float(counted.counts.sentences),
    "mean_sentence_length": lambda counted: float(counted.counts.words / counted.counts.sentences),
    "flesch_reading_ease": _unless_no_syllables(flesch_reading_ease),
    "flesch_kincaid_grade": _unless_no_syllables(flesch_kincaid_grade),
    "gunning_fog": _of(gunning_fog),
    "smog_index": _of(smog_index),
    "automated_readability_index": _automated,
    "coleman_liau_index": _coleman_liau,
    "dale_chall": _dale_chall,
    "linsear_write": _linsear,
    "lix": _of(lix),
    "rix": _of(rix),
}
