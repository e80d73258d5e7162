"""Every quotation of an article, with its form: a sentence of its own, a part of the article's sentence, or a few words.

1. A quotation is full when it could stand alone: it begins its sentence, or follows a comma, a colon or a
   verb, with a capital letter; or it goes on where “…,” he said, “…” has broken off a full one. A whole
   sentence in marks within one of the article's (She shouted “Stop!” and left) is full too.
2. What is left is part of the article's own sentence: partial, or word where it is at most three words
   long. A word may be a quotation, but also irony, a nickname or a title.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from mediakit.document import Document
from mediakit.quotes.own_words import stretches_of
from mediakit.text.words import words_in

FEW = 3  #: words; so short a quotation is as often irony, a nickname or a title
_BREAK = 20  # words that may stand between two halves of a quotation
_ENDS = re.compile(r"""[.,!?…—–-]['’”"»)\]]*\s*\Z""")
_CLOSE = re.compile(r"""\A['’”"»)\]]*\s*[.,!?;:—–]""")
_LOWER = re.compile(r"\A\W*[a-zß-öø-ÿ]")


class Quote(NamedTuple):
    """What stands inside one pair of marks, in one paragraph, and how."""

    begin: int
    end: int
    part: str
    paragraph: int  #: number of its paragraph in document.paragraphs
    form: str  #: full, partial or word
    depth: int  #: 1, or more for a quotation inside another
    closed: bool
    continues: bool  #: it goes on in the next paragraph
    continued: bool  #: it goes on from the one before


def quotes_in(document: Document) -> tuple[Quote, ...]:
    """Every stretch between quotation marks, in reading order, with its form.

    >>> from mediakit.articles import Span
    >>> text = "“We left,” she said. The “pier” is “rotten from end to end”, she said."
    >>> [(quote.form, text[quote.begin : quote.end]) for quote in quotes_in(Document("a", text, (Span(0, 71, "body"),)))]
    [('full', 'We left,'), ('word', 'pier'), ('partial', 'rotten from end to end')]
    """
    begins = [paragraph.begin for paragraph in document.paragraphs]
    sentences = [sentence.begin for sentence in document.sentences]
    found, before = list[Quote](), dict[int, Quote]()
    for stretch in stretches_of(document):
        number = bisect_right(begins, stretch.begin) - 1
        last = before.get(stretch.depth)
        same = last if last is not None and last.paragraph == number and last.end <= stretch.begin else None
        at = bisect_right(sentences, stretch.begin) - 1
        quote = Quote(
            stretch.begin, stretch.end, document.paragraphs[number].part, number, "", stretch.depth, stretch.closed,
            stretch.continues, last is not None and last.continues and last.paragraph == number - 1,
        )  # fmt: skip
        quote = quote._replace(form=_form(document, quote, same, max(sentences[at] if at >= 0 else 0, begins[number])))
        before[stretch.depth] = quote
        found.append(quote)
    return tuple(found)


def _form(document: Document, quote: Quote, last: Quote | None, sentence: int) -> str:
    """Full, partial or word; last is the quotation before it in the paragraph, sentence where its sentence begins."""
    text = document.text
    inside = text[quote.begin : quote.end]
    count = len(words_in(inside))
    ends = bool(_ENDS.search(inside)) or bool(_CLOSE.match(text[quote.end : document.paragraphs[quote.paragraph].end]))
    before = text[max(sentence, last.end if last else 0) : quote.begin].rstrip("“‘\"'«`( \t\n„‚")
    if quote.continued or quote.continues:
        return "full"
    if last is not None and last.form == "full" and _broken_off(text[last.end : quote.begin]) and ends:
        return "full"
    if _LOWER.match(inside):
        return "word" if count <= FEW else "partial"
    first = not words_in(before)
    if first and (ends or count > FEW) and (count > 1 or inside.rstrip()[-1:] in ".,!?"):
        return "full"
    if before.endswith((",", ":", "—", "–")) and ends and (count > FEW or inside.rstrip()[-1:] in ".!?,"):
        return "full"
    if (re.search(r"[.!?]\W*\Z", inside) and count > FEW) or re.search(r"[.!?]\s", inside):
        return "full"
    return "word" if count <= FEW else "partial"


def _broken_off(between: str) -> bool:
    """Whether no more stands between two quotations than who said them: ,” he said, “."""
    return between.rstrip("“‘\"'«` \n„‚").endswith((",", "—", "–")) and len(words_in(between)) <= _BREAK and ". " not in between
