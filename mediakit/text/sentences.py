"""Where sentences begin and end.

Paragraphs are cut first (paragraphs.py), because a line end closes a sentence whatever stands
before it; inside a paragraph nupunkt's model (MIT, no download) decides whether a full stop ends a
sentence or an abbreviation. A quotation of several sentences is several sentences.
"""

import re
from collections.abc import Callable
from functools import cache

from mediakit.text.words import has_word

_MAY_END = re.compile(r"[^\w\s,;:—–-][\s]+\S|[.!?…]\S*\s")  # anything a sentence could end with, and more text


@cache
def _splitter() -> Callable[[str], list[tuple[int, int]]]:
    import nupunkt  # late: importing mediakit should cost little

    return nupunkt.sent_spans


def sentences_in(paragraph: str) -> list[tuple[int, int]]:
    """Begin and end of each sentence of one paragraph; a stretch without a word is none.

    >>> text = "U.S. President Mary Hill met Mr. Diaz at 3.30 p.m. They “agreed.” Then..."
    >>> [text[begin:end] for begin, end in sentences_in(text)]
    ['U.S. President Mary Hill met Mr. Diaz at 3.30 p.m.', 'They “agreed.”', 'Then...']
    """
    if not _MAY_END.search(paragraph) and has_word(paragraph):
        return [(len(paragraph) - len(paragraph.lstrip()), len(paragraph.rstrip()))]
    flat = paragraph.replace("\n", " ").replace("\r", " ")  # same length: positions stay true
    found = []
    for begin, end in _splitter()(flat):
        sentence = flat[begin:end]
        if has_word(sentence):
            found.append((begin + len(sentence) - len(sentence.lstrip()), begin + len(sentence.rstrip())))
    return found
