"""Where sentences begin and end.

Paragraphs are cut first (paragraphs.py), because a line end closes a sentence whatever stands
before it; inside a paragraph nupunkt's model (MIT, no download) decides whether a full stop ends a
sentence or an abbreviation. A quotation of several sentences is several sentences.
"""

import nupunkt

from mediakit.text.words import words_in


def sentences_in(paragraph: str) -> list[tuple[int, int]]:
    """Begin and end of each sentence of one paragraph; a stretch without a word is none.

    >>> text = "U.S. President Mary Hill met Mr. Diaz at 3.30 p.m. They “agreed.” Then..."
    >>> [text[begin:end] for begin, end in sentences_in(text)]
    ['U.S. President Mary Hill met Mr. Diaz at 3.30 p.m.', 'They “agreed.”', 'Then...']
    """
    flat = paragraph.replace("\n", " ").replace("\r", " ")  # same length: positions stay true
    found = []
    for begin, end in nupunkt.sent_spans(flat):
        sentence = flat[begin:end]
        if words_in(sentence):
            found.append((begin + len(sentence) - len(sentence.lstrip()), begin + len(sentence.rstrip())))
    return found
