"""What readability formulas are fed: words, syllables, letters, counted once, sentence by sentence.

Each piece of text between white space is judged once in a process (vocabulary.py); the counts of an
article are then sums over rows of a table.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from mediakit.text.hard_words import is_hard
from mediakit.text.syllables import syllables_in
from mediakit.text.vocabulary import Vocabulary
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


_WIDTH = len(Counts._fields)
_NAME_MAY_BE = [Counts._fields.index(name) for name in ("complex_words", "hard_words")]
_SENTENCES, _HARD, _NEW = map(Counts._fields.index, ("sentences", "hard_words", "new_hard_words"))
_CAPITAL, _FORM = _WIDTH, _WIDTH + 1  # columns behind the counts: begins with a capital; the same for the same word in any case
_REMEMBERED = 100  # words a hard word stays familiar for once it has been read


def _judge(word: str) -> tuple[float, ...]:
    """The row of a word: its counts, in the order of Counts, and what the words around it are needed for to decide on."""
    lower, syllables = word.lower(), syllables_in(word)
    letters = len(word) if word.isalnum() else sum(map(str.isalnum, word))
    return (
        1,
        0,  # set to 1 where the word opens a sentence
        syllables,
        syllables >= 3,
        syllables >= 3 and not _is_compound_or_inflected(lower, syllables),
        letters,
        letters > 6,
        is_hard(word),
        0,  # set to 1 where a hard word is new
        word[0].isupper(),
        hash(lower) >> 12,  # as many digits as a float can tell apart
    )


def _is_compound_or_inflected(word: str, syllables: int) -> bool:
    """Gunning 1952 leaves out compounds of short words, and verbs made three syllables by -es or -ed.

    -ing is left out with them, as in the formula's usual statement.
    """
    if "-" in word:
        return max(map(syllables_in, filter(None, word.split("-")))) < 3
    return syllables == 3 and word.endswith(("es", "ed", "ing"))


_vocabulary = Vocabulary(words_in, _judge, width=_WIDTH + 2)


def count_sentences(sentences: list[str]) -> npt.NDArray[np.float64]:
    """One row a sentence of one text, one column a field of Counts.

    A capitalised word that does not open its sentence is taken for a name: names are neither
    complex (Gunning) nor hard (Dale–Chall). In a sentence all in capitals none can be told.

    >>> Counts(*count_sentences(["The cat sat on the mat."])[0])[:3]
    (np.float64(6.0), np.float64(1.0), np.float64(6.0))
    """
    rows, firsts = _judged(sentences)
    return np.add.reduceat(rows, firsts, axis=0) if sentences else rows


def hard_words_in(sentences: list[str]) -> list[list[str]]:
    """The hard words of each sentence, as printed: those that count_sentences() counts.

    >>> hard_words_in(["The harbour authority closed the quay.", "Nobody left."])
    [['authority', 'quay'], []]
    """
    rows, firsts = _judged(sentences)
    hard = rows[:, _HARD].tolist()
    words = [word for sentence in sentences for word in words_in(sentence)]
    between = pairwise([*firsts, len(words)])
    return [[words[place] for place in range(first, end) if hard[place]] for first, end in between]


def _judged(sentences: list[str]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.intp]]:
    """One row of Counts a word of a text, and the place of the first word of each sentence."""
    pieces, begins = list[str](), list[int]()
    for sentence in sentences:
        begins.append(len(pieces))
        pieces += sentence.split()
    rows, ends = _vocabulary.look_up(pieces)
    firsts = np.append(0, ends)[begins]
    names = rows[:, _CAPITAL] > 0
    names[firsts] = False
    for place, sentence in enumerate(sentences):
        if sentence.isupper():
            names[firsts[place] : firsts[place + 1] if place + 1 < len(firsts) else None] = False
    for column in _NAME_MAY_BE:
        rows[names, column] = 0
    rows[firsts, _SENTENCES] = 1
    rows[_new_among(rows[:, _HARD].nonzero()[0], rows[:, _FORM]), _NEW] = 1
    return rows[:, :_WIDTH], firsts


def _new_among(hard: npt.NDArray[np.intp], forms: npt.NDArray[np.float64]) -> npt.NDArray[np.intp]:
    """Which of the places of hard words hold one that has not stood in the hundred words before."""
    by_form = hard[forms[hard].argsort(kind="stable")]  # the places of each form side by side, in reading order
    again = (np.diff(forms[by_form]) == 0) & (np.diff(by_form) <= _REMEMBERED)
    return by_form[~np.append(False, again)] if len(by_form) else by_form
