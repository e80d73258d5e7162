"""score_sentences(): what the scores of an article are made of, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from mediakit.articles import PARTS
from mediakit.corpus import Corpus
from mediakit.document import Document, documents
from mediakit.measures.measure import UNSPACED
from mediakit.quotes.own_words import is_quoted, quoted_shares
from mediakit.tables import SENTENCE_SCORES, make
from mediakit.text.counts import Counts, hard_words_in


def score_sentences(corpus: Corpus, *, parts: tuple[str, ...] = PARTS) -> pd.DataFrame:
    """What each sentence adds to the scores of its article: the sentence_scores table.

    Parameters
    ----------
    corpus: what read_corpus or read_texts returned.
    parts: which parts of an article: some of "title", "dek", "body", or ("whole_text",) alone. With the
        parts that measure() was given, the counts of the sentences sum up to those its values rest on.

    Returns one row a sentence: article_id, story_id, outlet, outlet_key, sentence_no, part, begin, end,
    n_words, n_letters, n_long_words, n_syllables, n_polysyllables, n_complex_words, n_hard_words,
    n_new_hard_words, hard_words (which ones), quoted_share (share of its words inside quotation marks),
    quoted (True when that is more than half) and status. Syllables and hard words are those of English:
    they are missing, and status says why, where the language is another one or is not known.
    Raises MeasureError for an unknown part.

    >>> import mediakit as mk
    >>> story = "The authority closed the quay. “We saw the smoke at noon,” she said. " * 4
    >>> scored = mk.score_sentences(mk.read_texts({"Harbour Herald": story}))
    >>> scored.loc[0, "hard_words"], scored.loc[:1, ["n_words", "n_syllables", "quoted"]].values.tolist()
    (['authority', 'quay'], [[5, 8, False], [8, 8, True]])
    """
    return make((row for lead, document in documents(corpus, parts=parts) for row in _rows(lead, document)), SENTENCE_SCORES)


def _rows(lead: tuple[object, ...], document: Document) -> Iterator[tuple[object, ...]]:
    sentences = [document.text[span.begin : span.end] for span in document.sentences]
    shares, status = quoted_shares(document), _status(document.language)
    hard = hard_words_in(sentences)
    for place, span in enumerate(document.sentences):
        counts = Counts(*(int(count) for count in document.counts[place]))
        counted: tuple[object, ...] = counts.words, counts.letters, counts.long_words
        english: tuple[object, ...] = (
            counts.syllables, counts.polysyllables, counts.complex_words, counts.hard_words, counts.new_hard_words, hard[place]
        )  # fmt: skip
        if document.language in UNSPACED:
            counted = (None,) * len(counted)
        if status != "ok":
            english = (None,) * len(english)
        marked = (None, None) if document.language in UNSPACED else (shares[place], is_quoted(shares[place]))
        yield (*lead, place + 1, span.part, span.begin, span.end, *counted, *english, *marked, status)


def _status(language: str | None) -> str:
    if language is None:
        return "language unknown"
    return "ok" if language == "en" else "other language"
