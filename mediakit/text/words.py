"""What a word is, and where the words of a text stand.

A word is a run of letters and digits, joined inside by an apostrophe, a hyphen, a full stop or an
ampersand, or by a comma between digits: don’t, U.S., 10,000, mother-in-law and 1.25bn are one word
each. En and em dashes separate. Accents written as marks of their own and soft hyphens belong to
the letter before them.
"""

import re
import sys
import unicodedata


def _marks() -> str:
    """Signs that belong to the letter before them, as a character class: accents and vowel signs written
    as characters of their own, joiners, the soft hyphen.
    """
    signs = [code for code in range(0x300, min(sys.maxunicode, 0xFFFF)) if unicodedata.category(chr(code)) in ("Mn", "Mc")]
    return "".join(map(re.escape, map(chr, (0xAD, 0x200C, 0x200D, *signs))))


_MARKS = _marks()
_WORD = re.compile(
    rf"[^\W_]++(?:['’.&\-\u2010\u2011{_MARKS}][{_MARKS}]*+[^\W_]++"  # joined by an apostrophe, hyphen, …
    r"|,(?<=\d,)(?=\d)[^\W_]++)*+"  # or by a comma between digits
    rf"[{_MARKS}]*+"
)
_AROUND = ".,;:!?…\"“”'‘’()[]"  # what stands around a word and never belongs to it
_LETTER = re.compile(r"[^\W_]")


def words_in(text: str) -> list[str]:
    """The words of text, in reading order, as printed.

    >>> words_in("The mother-in-law paid $1.25bn—10,000 times—in the U.S., didn’t she?")
    ['The', 'mother-in-law', 'paid', '1.25bn', '10,000', 'times', 'in', 'the', 'U.S', 'didn’t', 'she']
    """
    words = list[str]()
    for piece in text.split():
        bare = piece.strip(_AROUND)
        if bare.isalpha():  # most are one word once the marks around are off, and need no pattern
            words.append(bare)
        else:
            words += _WORD.findall(piece)
    return words


def has_word(text: str) -> bool:
    """Whether there is any word in text.

    >>> has_word("* * *")
    False
    """
    return _LETTER.search(text) is not None
