"""How long an article is."""

from functools import partial

import numpy as np

from mediakit.document import Document
from mediakit.measures.measure import Measure
from mediakit.text.counts import Amount, Counts

WORDS_PER_MINUTE = 238  # silent reading of English non-fiction: Brysbaert 2019, J. Memory and Language 109, 104047


def characters(document: Document) -> float:
    """Characters that are not white space.

    >>> from mediakit.document import Span
    >>> characters(Document("a", "One two.", (Span(0, 8, "body"),)))
    7
    """
    return len("".join(document.plain.split()))


def words(document: Document) -> float:
    """How many words an article has."""
    return float(document.totals.words)


def words_per_sentence(counts: Counts) -> Amount:
    """Mean length of the sentences.

    >>> words_per_sentence(Counts(words=30, sentences=2))
    15.0
    """
    return counts.words / counts.sentences


_count = partial(Measure, higher_means="longer", decimals=0, from_zero=True, reference="count; the rules are in docs/measures.md")

LENGTH = (
    _count(name="character_count", label="Characters", unit="characters", what="characters without white space",
           compute=characters),
    _count(name="word_count", label="Words", unit="words", what="runs of letters and digits; don’t, U.S. and 10,000 are one each",
           compute=words),
    _count(name="sentence_count", label="Sentences", unit="sentences", counts="sentences",
           what="stretches that end in a full stop, question or exclamation mark, or at the end of a paragraph",
           compute=lambda document: len(document.sentences)),
    _count(name="paragraph_count", label="Paragraphs", unit="paragraphs", what="body lines, lines broken at a fixed width joined",
           compute=lambda document: document.paragraph_count),
    Measure(name="mean_sentence_length", label="Mean sentence length", unit="words per sentence", higher_means="longer sentences",
            what="words divided by sentences", counts="sentences", minimum=5, by_sentences=True, formula=words_per_sentence,
            reference="count; the rules are in docs/measures.md"),
    Measure(name="median_sentence_length", label="Median sentence length", unit="words per sentence",
            higher_means="longer sentences", what="half of the sentences are longer, half shorter", counts="sentences", minimum=5,
            by_sentences=True,
            compute=lambda document: np.median(document.counts[:, 0]), reference="count; the rules are in docs/measures.md"),
    _count(name="reading_time", label="Reading time", unit="minutes", what=f"words at {WORDS_PER_MINUTE} a minute", decimals=1,
           compute=lambda document: words(document) / WORDS_PER_MINUTE, languages=("en",),
           reference="Brysbaert 2019, Journal of Memory and Language 109, 104047"),
    _count(name="headline_length", label="Headline length", unit="words", what="words of the headline", counts="title",
           compute=lambda document: len(document.title_words)),
)  # fmt: skip
