"""What readability formulas are fed: words, syllables, letters, counted once, sentence by sentence.

Each distinct word is judged once in a process; an article's counts are then table look-ups.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from mediakit.text.hard_words import is_hard
from mediakit.text.syllables import syllables_in
from mediakit.text.words import words_in

Amount = float | npt.NDArray[np.float64]  # one text, or many redrawn texts at once


class Counts(NamedTuple):
    """The counts of one text; each may also be an array, for many redrawn texts at once."""

    words: Amount = 0.0
    sentences: Amount = 0.0
    syllables: Amount = 0.0
    polysyllables: Amount = 0.0  #: words of three syllables or more
    complex_words: Amount = 0.0  #: Gunning's: polysyllables less names, compounds and -es, -ed, -ing
    letters: Amount = 0.0  #: letters and digits
    long_words: Amount = 0.0  #: words of more than six letters
    hard_words: Amount = 0.0  #: off the Dale–Chall list in every regular form


_NAME_MAY_BE = [Counts._fields.index(name) for name in ("complex_words", "hard_words")]
_SENTENCES = Counts._fields.index("sentences")
_MOST = 500_000  # distinct words kept; far above what one language's news holds
_LARGEST = np.iinfo(np.int16).max


class _Vocabulary(dict[str, int]):
    """Distinct words with their facts, judged on first sight."""

    def __init__(self) -> None:
        self.facts = np.zeros((4096, len(Counts._fields)), dtype=np.int16)
        self.capital = np.zeros(4096, dtype=bool)

    def __missing__(self, word: str) -> int:
        place = len(self)
        if place == len(self.capital):
            self.facts = np.concatenate([self.facts, np.zeros_like(self.facts)])
            self.capital = np.concatenate([self.capital, np.zeros_like(self.capital)])
        self.facts[place] = _facts_of(word)
        self.capital[place] = word[0].isupper()
        self[word] = place
        return place


def _facts_of(word: str) -> Counts:
    syllables, letters = syllables_in(word), sum(map(str.isalnum, word))
    return Counts(
        words=1,
        sentences=0,  # set to 1 where the word opens a sentence
        syllables=min(syllables, _LARGEST),
        polysyllables=syllables >= 3,
        complex_words=syllables >= 3 and not _is_compound_or_inflected(word.lower(), syllables),
        letters=min(letters, _LARGEST),
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


_vocabulary = _Vocabulary()


def count_sentences(sentences: list[str]) -> npt.NDArray[np.float64]:
    """One row a sentence, one column a field of Counts.

    A capitalised word that does not open its sentence is taken for a name: names are neither
    complex (Gunning) nor hard (Dale–Chall).

    >>> Counts(*count_sentences(["The cat sat on the mat."])[0])[:3]
    (np.float64(6.0), np.float64(1.0), np.float64(6.0))
    """
    if len(_vocabulary) > _MOST:
        _vocabulary.clear()
    places, firsts = [], []
    for sentence in sentences:
        firsts.append(len(places))
        places += [_vocabulary[word] for word in words_in(sentence)]
    if not places:
        return np.zeros((0, len(Counts._fields)))
    facts = _vocabulary.facts[places].astype(np.float64)
    names = _vocabulary.capital[places]
    names[firsts] = False
    facts[np.ix_(names, _NAME_MAY_BE)] = 0
    facts[firsts, _SENTENCES] = 1
    return np.add.reduceat(facts, firsts, axis=0)
