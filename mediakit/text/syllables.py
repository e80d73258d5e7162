"""Syllables of a printed word, numbers and initials included.

Ordinary words are textstat's: the CMU Pronouncing Dictionary first, pyphen's hyphenation where the
dictionary has no entry. What textstat glues together or takes for one syllable is said aloud here:

- hyphenated words are the sum of their parts (mother-in-law: 4),
- numbers are read out: 10,000 "ten thousand" 3; 2014 "twenty fourteen" 4; 1.25bn "one point two
  five billion" 6,
- letters with full stops between them are spelled (U.S.: 2).
"""

import re
import unicodedata
from itertools import pairwise

from mediakit.text.offline_textstat import textstat_syllables

#         0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19
_BELOW_20 = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)  # twenty … ninety
_SCALES = ((10**12, 2), (10**9, 2), (10**6, 2), (10**3, 2), (100, 2))  # trillion … hundred
_UNITS = {"bn": 2, "b": 2, "m": 2, "mn": 2, "k": 2, "tn": 2, "st": 0, "nd": 0, "rd": 0, "th": 0, "s": 0}

_PIECE = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*")
_SPELLED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")


def syllables_in_number(number: int) -> int:
    """Syllables of a whole number read aloud.

    >>> [syllables_in_number(number) for number in (0, 7, 21, 300, 10_000, 1_250_000)]
    [2, 2, 3, 3, 3, 10]
    """
    if number < 20:
        return _BELOW_20[number]
    for size, syllables in _SCALES:
        if number >= size:
            rest = number % size
            return syllables_in_number(number // size) + syllables + (syllables_in_number(rest) if rest else 0)
    tens, rest = divmod(number, 10)
    return _TENS[tens] + (_BELOW_20[rest] if rest else 0)


def syllables_in(word: str) -> int:
    """Syllables of one word as words_in() cuts them; never less than 1.

    >>> [syllables_in(word) for word in ("cat", "unwavering", "mother-in-law", "U.S", "1984", "10,000", "don’t")]
    [1, 4, 4, 2, 5, 3, 1]
    """
    if not word.isascii():
        word = unicodedata.normalize("NFC", word)  # an accent counts the same however it is written
    if word.isalpha():
        return max(1, textstat_syllables(word))
    if _SPELLED.fullmatch(word):
        return sum(3 if letter in "wW" else 1 for letter in word[::2])
    pieces = _PIECE.findall(word.replace("\u00ad", ""))
    return max(1, sum(_piece(piece, before) for before, piece in pairwise(["", *pieces])))


def _piece(piece: str, before: str) -> int:
    if piece[0].isdecimal():
        return _figure(piece)
    if before[:1].isdecimal() and piece.lower() in _UNITS:
        return _UNITS[piece.lower()]
    return textstat_syllables(piece.replace("’", "'"))


def _figure(figure: str) -> int:
    whole, _, decimals = figure.partition(".")
    number = int(whole.replace(",", "")[:15])
    if len(figure) == 4 and 1100 <= number <= 2099 and not 2000 <= number <= 2009:
        return _year(number)
    spoken = syllables_in_number(number)
    return spoken + (1 + sum(_BELOW_20[int(digit)] for digit in decimals) if decimals else 0)


def _year(year: int) -> int:
    century, rest = divmod(year, 100)
    if rest == 0:
        return syllables_in_number(century) + 2  # nineteen hundred
    return syllables_in_number(century) + (1 if rest < 10 else 0) + syllables_in_number(rest)  # nineteen oh five
