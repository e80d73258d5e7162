"""Which words the Dale–Chall formula counts as hard.

A word is easy when it, or what is left after taking off a regular ending, stands on the list of
words known to fourth-graders. The endings are those of Dale & Chall's instructions (1948,
Educational Research Bulletin 27, 37–54): plurals and possessives, -s -d -ed -ing -n of verbs, -er
-est of adjectives, -ly of adverbs. Numbers are easy; a hyphenated word is hard when a part is.
"""

import re
from collections.abc import Iterator

from mediakit.text.offline_textstat import easy_words

_POSSESSIVE = re.compile(r"['’]s?$")
_DOUBLED = re.compile(r"([^aeiouls])\1$")


def is_hard(word: str) -> bool:
    """Whether a word, as words_in() cuts them, is off the list in every regular form.

    >>> [is_hard(word) for word in ("walked", "stories", "biggest", "hoping", "10,000", "geopolitical", "off-limits")]
    [False, False, False, False, False, True, True]
    """
    parts = [part for part in re.split(r"[-\u2010\u2011&]", word.lower().replace("\u00ad", "")) if part]
    return any(not _known(part) for part in parts)


def _known(word: str) -> bool:
    if word[0].isdigit():
        return True
    known = easy_words()
    plain = word.replace("’", "'")
    if plain in known or plain.replace("'", "") in known:
        return True
    return any(stem in known for stem in _stems(_POSSESSIVE.sub("", plain)))


def _stems(word: str) -> Iterator[str]:
    """The word, and what regular endings may have been added to."""
    yield word
    for ending, whole in (("ies", "y"), ("ied", "y"), ("ier", "y"), ("iest", "y"), ("ily", "y"), ("ying", "ie")):
        if word.endswith(ending):
            yield word[: -len(ending)] + whole
    for ending in ("s", "es", "d", "ed", "n", "en", "ing", "r", "er", "st", "est", "ly"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 1:
            yield stem
            if ending in ("ed", "en", "ing", "er", "est"):
                yield stem + "e"
                if _DOUBLED.search(stem):
                    yield stem[:-1]
