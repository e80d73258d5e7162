"""What a word is, and where the words of a text stand.

A word is a run of letters and digits, joined inside by an apostrophe, a hyphen, a full stop or an
ampersand, or by a comma between digits: don’t, U.S., 10,000, mother-in-law and 1.25bn are one word
each. En and em dashes separate. Accents written as marks of their own and soft hyphens belong to
the letter before them.
"""

import re

_RUN = r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad])*"
_JOIN = r"(?:['’.&\-\u2010\u2011]|(?<=\d),(?=\d))"
_WORD = re.compile(rf"{_RUN}(?:{_JOIN}{_RUN})*")


def words_in(text: str) -> list[str]:
    """The words of text, in reading order, as printed.

    >>> words_in("The mother-in-law paid $1.25bn—10,000 times—in the U.S., didn’t she?")
    ['The', 'mother-in-law', 'paid', '1.25bn', '10,000', 'times', 'in', 'the', 'U.S', 'didn’t', 'she']
    """
    return _WORD.findall(text)
