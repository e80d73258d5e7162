"""Which words the Dale–Chall formula counts as hard.

A word is easy when it stands, in any regular form, on the list of words known to fourth-graders.
The list is American; British spellings of its words (colour, theatre) are as easy, and so are Mr, Mrs and Dr.
The forms are those of Dale & Chall's instructions (1948, Educational Research Bulletin 27, 37–54):
plurals and possessives, -s -d -ed -ing -n of verbs, -er -est of adjectives, -ly of adverbs. (Nouns in
-er, such as burner, cannot be told from adjectives by their form and count as easy.)
Numbers are easy; a hyphenated word is hard when a part is.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from mediakit.lexicons import lexicon_words
from mediakit.text.offline_textstat import easy_words

_POSSESSIVE = re.compile(r"['’]s?$")
_HYPHEN = re.compile(r"[-\u2010\u2011&]")
_DOUBLING = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")  # plan: planned, planning


def is_hard(word: str) -> bool:
    """Whether a word, as words_in() cuts them, is off the list in every regular form.

    >>> [is_hard(word) for word in ("walked", "stories", "biggest", "hoping", "10,000", "geopolitical", "off-limits")]
    [False, False, False, False, False, True, True]
    """
    lower = word.lower()
    if lower.isascii() and lower.isalpha():
        return lower not in _known_forms()
    lower = unicodedata.normalize("NFC", lower)
    if lower in _known_forms():
        return False
    return any(part and not _is_known(part) for part in _HYPHEN.split(lower.replace("\u00ad", "")))


def _is_known(part: str) -> bool:
    plain = part.replace("’", "'")
    forms = plain, plain.replace("'", ""), _POSSESSIVE.sub("", plain)
    return part[0].isdigit() or not _known_forms().isdisjoint(forms)


@cache
def _known_forms() -> frozenset[str]:
    """Every listed word with its regular inflections."""
    listed = easy_words() | lexicon_words("easy_spellings")
    return frozenset(form for word in listed for form in _inflected(word))


def _inflected(word: str) -> Iterator[str]:
    """A word and its regular forms.

    >>> {"hoped", "hoping"} <= set(_inflected("hope")), {"planned", "plans"} <= set(_inflected("plan"))
    (True, True)
    """
    yield word
    for ending in ("s", "es", "d", "ed", "n", "en", "ing", "r", "er", "st", "est", "ly"):
        yield word + ending
    vowel_endings = ("ed", "en", "ing", "er", "est")
    if word.endswith("e"):
        yield from (word[:-1] + ending for ending in vowel_endings)
    if word.endswith("y"):
        yield from (word[:-1] + ending for ending in ("ies", "ied", "ier", "iest", "ily"))
    if word.endswith("ies"):
        yield word[:-3] + "y"  # the list has some words in the plural only
    if word in ("die", "lie", "tie"):
        yield word[:-2] + "ying"
    if _DOUBLING.search(word):
        yield from (word + word[-1] + ending for ending in vowel_endings)
