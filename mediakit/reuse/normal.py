"""A stretch of text as a row of tokens that read alike however they are printed, each with its place in the text.

Capitals, kinds of marks and dashes, accents, British and American spelling, numbers in words and short
forms do not count: “We’ve got three colours” and "we have got 3 colors" are the same row of keys. An ellipsis is a token
of its own, GAP; words in square brackets, which the outlet added, are known as such.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from mediakit.lexicons import lexicon_words, load_lexicon

_CHUNK = re.compile(r"\.(?:\s\.){2,}|\S+")
_SPACED, _DOTS = re.compile(r"(?<!\S)\.(?:\s\.){2,}"), 3
GAP = "…"  #: the key of an ellipsis
_PIECE = re.compile(
    r"(?P<gap>[\[(]?(?:…|\.(?:\s?\.){2,})[\])]?)"
    r"|\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?"  # 10,000 and 1.25 and 3rd
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty)-(?:one|two|three|four|five|six|seven|eight|nine)\b"
    r"|['’](?:em|til|cause|tis|twas)\b"
    r"|(?:(?!\d)[^\W_])+(?:['’](?!\d)[^\W_]+)*(?:(?<=in)['’](?!\w))?"  # a word, with apostrophes inside; goin’
    r"|[^\W_]|[&%\[\]]",
    re.IGNORECASE,
)
MOST_WORDS = 10_000  #: a stretch is read up to so many words
_KNOWN = 200_000  # words whose reading is remembered
_BRACKETS = frozenset("[]")
_LONGEST_BRACKET = 12  # words; a bracket that is never closed adds nothing


class Normal(NamedTuple):
    """A stretch of text as tokens: one key each, and where it is printed."""

    keys: tuple[str, ...]  #: what counts when two stretches are compared
    words: tuple[str, ...]  #: as printed
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    bracketed: frozenset[int]  #: places of words the outlet put in square brackets


class Reading(NamedTuple):
    """What one printed word stands for."""

    keys: tuple[str, ...]
    kind: str  #: "" as printed, spelling, contraction


def normalize(text: str) -> Normal:
    """The tokens of a stretch, in reading order.

    >>> normalize("We’ve got three colours … [today]").keys
    ('we', 'have', 'got', '3', 'colors', '…', 'today')
    """
    tokens, opened = list[tuple[str, str, int, int]](), list[tuple[str, int]]()
    for found in _CHUNK.finditer(text):
        start = found.start()
        for key, printed, begin, end in _tokens(found[0]):
            if key in _BRACKETS:
                opened.append((key, len(tokens)))
            else:
                tokens.append((key, printed, start + begin, start + end))
        if len(tokens) >= MOST_WORDS:
            break
    keys, words, begins, ends = zip(*tokens[:MOST_WORDS], strict=True) if tokens else ((), (), (), ())
    return Normal(keys, words, begins, ends, _bracketed(opened))


def _bracketed(brackets: list[tuple[str, int]]) -> frozenset[int]:
    """The places of words in square brackets: each bracket is given with the number of words before it."""
    inside = set[int]()
    for (bracket, begin), (closing, end) in pairwise(brackets):
        if (bracket, closing) == ("[", "]") and end - begin <= _LONGEST_BRACKET:
            inside.update(range(begin, end))
    return frozenset(inside)


def with_short_ellipses(text: str) -> str:
    """A text whose ellipses printed with spaces are single signs.

    >>> with_short_ellipses("We saw . . . nothing.")
    'We saw … nothing.'
    """
    return _SPACED.sub(GAP, text) if text.count(".") >= _DOTS else text


def keys_of_chunk(chunk: str) -> list[str]:
    """The keys of what stands between two spaces.

    >>> keys_of_chunk("well-kept…")
    ['well', 'kept', '…']
    """
    if chunk.isascii() and chunk.isalpha():
        return [*read_word(chunk).keys]
    return [token[0] for token in _tokens(chunk) if token[0] not in "[]"]


@lru_cache(maxsize=_KNOWN)
def _tokens(chunk: str) -> tuple[tuple[str, str, int, int], ...]:
    """What stands between two spaces, as tokens: key, as printed, begin, end."""
    tokens = list[tuple[str, str, int, int]]()
    for found in _PIECE.finditer(chunk):
        printed = found[0]
        keys = (GAP,) if found["gap"] else (printed,) if printed in "[]" else read_word(printed).keys
        tokens += ((key, printed, *found.span()) for key in keys)
    return tuple(tokens)


@lru_cache(maxsize=_KNOWN)
def read_word(printed: str) -> Reading:
    """What a printed word stands for, as keys, and whether it is a spelling or a short form of something else.

    >>> read_word("Neighbours"), read_word("don’t"), read_word("twenty-one").keys
    (Reading(keys=('neighbors',), kind='spelling'), Reading(keys=('do', 'not'), kind='contraction'), ('21',))
    """
    word = _plain(printed)
    known = _pairs().get(word)
    if known:
        return known
    if "'" in word:
        stem, short = (word[:-3], word[-3:]) if word.endswith("n't") else (word[: word.rindex("'")], word[word.rindex("'") :])
        ending = _pairs().get(short)
        if ending and stem:
            return Reading((*read_word(stem).keys, *ending.keys), "contraction")
        return Reading((word.replace("'", ""),), "")
    if "-" in word:
        tens, units = (int(read_word(part).keys[0]) for part in word.split("-"))
        return Reading((str(tens + units),), "spelling")
    if word.endswith(_spelled()):
        for spelled, stands_for, letters in _endings():
            if word.endswith(spelled) and len(word) >= letters:
                return Reading((word[: -len(spelled)] + stands_for,), "spelling")
    return Reading((word,), "")


def may_stand_for(short: str, key: str) -> bool:
    """Whether a short form of several meanings may stand for a word.

    >>> may_stand_for("'s", "has"), may_stand_for("'s", "was")
    (True, False)
    """
    return key in _several().get(short, ())


def is_function_word(key: str) -> bool:
    """Whether a key is a word that tells little: an article, a pronoun, a preposition, an auxiliary, a short form."""
    return key in _FUNCTION_WORDS


def is_negation(key: str) -> bool:
    """Whether a key is a word that negates."""
    return key in _NEGATIONS


def _plain(printed: str) -> str:
    """A word without capitals, accents, and the signs inside numbers and initials."""
    word = printed.casefold().replace("’", "'")
    if not word.isascii():
        word = "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
    if word[0].isdigit():
        return word.replace(",", "")
    return word.replace(".", "")


@cache
def _pairs() -> dict[str, Reading]:
    rows = load_lexicon("word_pairs").rows
    return {
        row["word"]: Reading((row["word"],) if "|" in row["stands_for"] else tuple(row["stands_for"].split()), row["kind"])
        for row in rows
    }


@cache
def _several() -> dict[str, tuple[str, ...]]:
    rows = load_lexicon("word_pairs").rows
    return {row["word"]: tuple(row["stands_for"].split("|")) for row in rows if "|" in row["stands_for"]}


@cache
def _spelled() -> tuple[str, ...]:
    return tuple(spelled for spelled, *_ in _endings())


@cache
def _endings() -> tuple[tuple[str, str, int], ...]:
    return tuple((row["ending"], row["stands_for"], int(row["letters"])) for row in load_lexicon("spelling_endings").rows)


_NEGATIONS = lexicon_words("negations")
_FUNCTION_WORDS = lexicon_words("function_words") | {"'s", "'d", GAP}
