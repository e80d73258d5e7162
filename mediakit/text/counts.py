"""What readability formulas are fed: words, syllables, letters, counted once, sentence by sentence.

Each distinct word is judged once in a process; an article's counts are then table look-ups.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple, cast

import numpy as np
import numpy.typing as npt

from mediakit.text.hard_words import is_hard
from mediakit.text.syllables import syllables_in
from mediakit.text.words import words_in

Amount = float | npt.NDArray[np.float64]  # one text, or many redrawn texts at once


class Counts(NamedTuple):
    """The counts of one text; each may also be an array, for many redrawn texts at once."""

    words: Amount = 0
    sentences: Amount = 0
    syllables: Amount = 0
    polysyllables: Amount = 0  #: words of three syllables or more
    complex_words: Amount = 0  #: Gunning's: polysyllables less names, compounds and -es, -ed, -ing
    letters: Amount = 0  #: letters and digits
    long_words: Amount = 0  #: words of more than six letters
    hard_words: Amount = 0  #: off the Dale–Chall list in every regular form
    new_hard_words: Amount = 0  #: hard words that have not stood in the hundred words before


_NAME_MAY_BE = [Counts._fields.index(name) for name in ("complex_words", "hard_words")]
_WIDTH = len(Counts._fields)
_SENTENCES = Counts._fields.index("sentences")
_HARD, _NEW = Counts._fields.index("hard_words"), Counts._fields.index("new_hard_words")
_REMEMBERED = 100  # words a hard word stays familiar for once it has been read
_MOST = 500_000  # distinct words kept; far above what one language's news holds


class Vocabulary(dict[str, int]):
    """Distinct words, each judged once in a process: a word's place in ``facts`` and ``capital``."""

    def __init__(self, judge: Callable[[str], Counts]) -> None:
        self.judge = judge
        self.facts = array("i")  # one row of Counts after the other
        self.capital = array("b")

    def __missing__(self, word: str) -> int:
        row = cast("tuple[int, ...]", self.judge(word))
        place = len(self.facts) // _WIDTH  # an interrupted word leaves at most a row that nobody points to
        del self.capital[place:]
        self.capital.append(word[0].isupper())
        self.facts.extend(row)
        self[word] = place
        return place

    def look_up(self, words: list[str]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
        """One row a word and one column a field of Counts; and which words begin with a capital."""
        if len(self) > _MOST:  # grown too large: start anew
            self.clear()
            del self.facts[:], self.capital[:]
        places = np.fromiter(map(self.__getitem__, words), dtype=np.intp, count=len(words))
        if not words:
            return np.zeros((0, _WIDTH), dtype=np.int64), np.zeros(0, dtype=np.bool_)
        facts = np.frombuffer(self.facts, dtype=np.int32).reshape(-1, _WIDTH)[places]
        return facts.astype(np.int64), np.frombuffer(self.capital, dtype=np.bool_)[places]


def _facts_of(word: str) -> Counts:
    syllables, letters = syllables_in(word), len(word) if word.isalnum() else sum(map(str.isalnum, word))
    return Counts(
        words=1,
        sentences=0,  # set to 1 where the word opens a sentence
        syllables=syllables,
        polysyllables=syllables >= 3,
        complex_words=syllables >= 3 and not _is_compound_or_inflected(word.lower(), syllables),
        letters=letters,
        long_words=letters > 6,
        hard_words=is_hard(word),
    )


def _is_compound_or_inflected(word: str, syllables: int) -> bool:
    """Gunning 1952 leaves out compounds of short words, and verbs made three syllables by -es or -ed.

    -ing is left out with them, as in the formula's usual statement.
    """
    if "-" in word:
        return max(map(syllables_in, filter(None, word.split("-")))) < 3
    return syllables == 3 and word.endswith(("es", "ed", "ing"))


_vocabulary = Vocabulary(_facts_of)


def count_sentences(sentences: list[str]) -> npt.NDArray[np.float64]:
    """One row a sentence of one text, one column a field of Counts.

    A capitalised word that does not open its sentence is taken for a name: names are neither
    complex (Gunning) nor hard (Dale–Chall). In a sentence all in capitals none can be told.

    >>> Counts(*count_sentences(["The cat sat on the mat."])[0])[:3]
    (np.float64(6.0), np.float64(1.0), np.float64(6.0))
    """
    _, firsts, facts = _judged(sentences)
    if not firsts:
        return np.zeros((0, _WIDTH))
    return np.add.reduceat(facts, firsts, axis=0).astype(np.float64)


def hard_words_in(sentences: list[str]) -> list[list[str]]:
    """The hard words of each sentence, as printed: those that count_sentences() counts.

    >>> hard_words_in(["The harbour authority closed the quay.", "Nobody left."])
    [['authority', 'quay'], []]
    """
    words, firsts, facts = _judged(sentences)
    hard = facts[:, _HARD].tolist()
    between = pairwise([*firsts, len(words)])
    return [[words[place] for place in range(first, end) if hard[place]] for first, end in between]


def _judged(sentences: list[str]) -> tuple[list[str], list[int], npt.NDArray[np.int64]]:
    """The words of a text, the place of the first of each sentence, and one row of Counts a word."""
    words, firsts = list[str](), list[int]()
    for sentence in sentences:
        firsts.append(len(words))
        words += words_in(sentence)
    facts, names = _vocabulary.look_up(words)
    names[firsts] = False
    for first, sentence in zip(firsts, sentences, strict=True):
        if sentence.isupper():
            names[first : first + len(words_in(sentence))] = False
    for column in _NAME_MAY_BE:
        facts[names, column] = 0
    facts[firsts, _SENTENCES] = 1
    hard = facts[:, _HARD].nonzero()[0].tolist()
    facts[_new_among(hard, words), _NEW] = 1
    return words, firsts, facts


def _new_among(hard: list[int], words: list[str]) -> list[int]:
    """Which of the places of hard words hold one that has not stood in the hundred words before."""
    last, new = dict[str, int](), list[int]()
    for place in hard:
        word = words[place].lower()
        if place - last.get(word, -1 - _REMEMBERED) > _REMEMBERED:
            new.append(place)
        last[word] = place
    return new
