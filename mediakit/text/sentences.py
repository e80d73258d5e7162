"""Where sentences begin and end.

1. Paragraphs are cut first (paragraphs.py): a line end closes a sentence whatever stands before it.
2. A full stop, question or exclamation mark after an ordinary word of four letters or more and
   before a capital or a digit ends a sentence, closing quotation marks and brackets included.
3. A full stop after a title (Lt., Alh.) or unit (Rs.) ends none, nor does any mark before a lower-case word.
4. Wherever else such a mark stands inside (after U.S., Mr., 3.30 p.m., before a lower-case word, …)
   nupunkt's model decides (MIT, no download).
A quotation of several sentences is several sentences.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from mediakit.lexicons import lexicon_words
from mediakit.text.words import has_word

_END = re.compile(r"""(?<=[a-z]{4})[.!?]["”’'»)\]]*\s+(?=["“‘'«(\[]*[A-Z0-9])""")
_LAST_WORD = re.compile(r"(?<![\w.'’-])[A-Za-z][a-z]+$")
_DOUBTFUL = re.compile(r"[.!?…][^\s.!?…]*\s+\S")  # a mark that may end a sentence, and more text after it
_BEFORE_STOP = re.compile(r"(?<![\w.'’-])(\w+)\.\s*$")
_BREAK = "\n\n"


@cache
def _model() -> Callable[[str], list[tuple[int, int]]]:
    import nupunkt  # late: importing mediakit should cost little

    return nupunkt.sent_spans


def sentences_in(paragraph: str) -> list[tuple[int, int]]:
    """Begin and end of each sentence of one paragraph; a stretch without a word is none.

    >>> text = "U.S. President Mary Hill met Mr. Diaz at 3.30 p.m. They “agreed.” Then..."
    >>> [text[begin:end] for begin, end in sentences_in(text)]
    ['U.S. President Mary Hill met Mr. Diaz at 3.30 p.m.', 'They “agreed.”', 'Then...']
    """
    return split_paragraphs([paragraph])[0]


def split_paragraphs(paragraphs: Sequence[str]) -> list[list[tuple[int, int]]]:
    """The sentences of each paragraph, as sentences_in() gives them, with one call of the model for all."""
    chunks = [_chunks(paragraph) for paragraph in paragraphs]
    doubtful = [
        paragraph[begin:end] for paragraph, cut in zip(paragraphs, chunks, strict=True) for begin, end, doubt in cut if doubt
    ]
    decided = iter(_decided_by_model(doubtful))
    found = []
    for paragraph, cut in zip(paragraphs, chunks, strict=True):
        ends = [0]
        for begin, end, doubt in cut:
            ends += [*(begin + inner for inner in (next(decided) if doubt else ())), end]
        found.append([_trimmed(paragraph, begin, end) for begin, end in pairwise(ends) if has_word(paragraph[begin:end])])
    return found


def _chunks(paragraph: str) -> list[tuple[int, int, bool]]:
    """The stretches between the ends that rule 2 is sure of, and whether a doubtful mark stands inside."""
    ends = [0, *(mark.end() for mark in _END.finditer(paragraph) if _is_ordinary(paragraph, mark.start())), len(paragraph)]
    return [(begin, end, _DOUBTFUL.search(paragraph, begin, end) is not None) for begin, end in pairwise(ends)]


def _is_ordinary(paragraph: str, end: int) -> bool:
    """Whether the word before end is written as a word and is no abbreviation."""
    word = _LAST_WORD.search(paragraph[max(0, end - 40) : end])
    return word is not None and word[0].lower() not in lexicon_words("abbreviations")


def _decided_by_model(stretches: list[str]) -> list[list[int]]:
    """For each stretch, where the model cuts it."""
    if not stretches:
        return []
    titles = lexicon_words("titles")
    # every stretch keeps its length, so that positions stay true, and has a break after it
    joined = "".join(stretch.replace("\n", " ").replace("\r", " ") + _BREAK for stretch in stretches)
    cuts, place, begin = [end for _, end in _model()(joined)], 0, 0
    decided = []
    for stretch in stretches:
        end, inner = begin + len(stretch), list[int]()
        while place < len(cuts) and cuts[place] < end:
            last = begin + (inner[-1] if inner else 0)
            if has_word(joined[last : cuts[place]]) and not _goes_on(joined, cuts[place], titles):
                inner.append(cuts[place] - begin)
            place += 1
        while place < len(cuts) and cuts[place] <= end + len(_BREAK):
            place += 1
        decided.append(inner)
        begin = end + len(_BREAK)
    return decided


def _goes_on(text: str, cut: int, titles: frozenset[str]) -> bool:
    """Whether the sentence goes on after cut: behind a title, or before a word in lower case."""
    before = _BEFORE_STOP.search(text[max(0, cut - 40) : cut])
    return text[cut : cut + 1].islower() or (before is not None and before[1] in titles)


def _trimmed(paragraph: str, begin: int, end: int) -> tuple[int, int]:
    """A stretch without the white space around it."""
    stretch = paragraph[begin:end]
    return begin + len(stretch) - len(stretch.lstrip()), begin + len(stretch.rstrip())
