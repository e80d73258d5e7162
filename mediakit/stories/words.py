"""What an article is about, as weighted words: the ones it repeats, opens with, and shares with few others.

TF-IDF (Spärck Jones 1972, Journal of Documentation 28, 11–21) over words and pairs of neighbouring
words, function words left out; words of the headline and the opening count more often. Each article
keeps its heaviest words only, so that a hundred thousand articles fit into memory and site furniture
that slipped through weighs little.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mediakit.document import Document
from mediakit.lexicons import lexicon_words
from mediakit.text.words import words_in

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

TITLE_WEIGHT, LEAD_WEIGHT = 3, 2  # how often a word of the headline and of the opening is counted
LEAD_WORDS = 80
HEAVIEST = 200  # words an article keeps
#: articles in which no word of a corpus is thought to stand: in a folder of five, a word that all
#: five hold still tells what they are about
UNSEEN = 500
ENOUGH = 20  # words shared with others from which a row has its full length: two in common prove little
_HASHED = 2**24
_BATCH = 2000
_LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pt")


class Wording(NamedTuple):
    """The words of one article, made alike: its headline, and the rest."""

    title: list[str]
    text: list[str]


def wording_of(document: Document) -> Wording:
    """The words that say what an article is about.

    >>> from mediakit.articles import Span
    >>> wording_of(Document("a", "The ferry’s crew left.", (Span(0, 22, "body"),), "en", "A Ferry Stays"))
    Wording(title=['ferry', 'stays'], text=['ferry', 'crew', 'left'])
    """
    language = document.language if document.language in _LANGUAGES else "en"
    common = lexicon_words("function_words", language)
    body = " \n".join(document.text[span.begin : span.end] for span in document.paragraphs if span.part != "title")
    return Wording(_telling(document.title or "", common), _telling(body, common))


def _telling(text: str, common: frozenset[str]) -> list[str]:
    words = (word.lower().replace("’", "'").removesuffix("'s") for word in words_in(text))
    return [word for word in words if word not in common and (len(word) > 1 or not word.isascii() or word.isdigit())]


def _counted(wording: Wording) -> list[str]:
    """Words and pairs of neighbours, each as often as it counts."""
    lead = [*islice(wording.text, LEAD_WORDS)]
    return [
        term
        for words, times in ((wording.title, TITLE_WEIGHT), (wording.text, 1), (lead, LEAD_WEIGHT - 1))
        for _ in range(times)
        for term in (*words, *(f"{one} {other}" for one, other in pairwise(words)))
    ]


def weigh(wordings: Iterable[Wording]) -> csr_matrix:
    """One row an article, of length 1, or less where it shares few words with others; a column a word or pair of words.

    >>> ferry, match = Wording(["ferry"], list("abcdefghijk")), Wording(["match"], ["late", "goal"])
    >>> rows = weigh([ferry, ferry, match])
    >>> (rows @ rows.T).toarray().round(2).tolist()
    [[1.0, 1.0, 0.0], [1.0, 1.0, 0.0], [0.0, 0.0, 0.0]]
    """
    from scipy import sparse

    parts, waiting = [], iter(wordings)
    while batch := [*islice(waiting, _BATCH)]:
        parts.append(_hashed(batch))
    if not parts:
        return sparse.csr_matrix((0, 1), dtype=np.float64)
    counts = sparse.vstack(parts, format="csr")
    columns, inverse, held_by = np.unique(counts.indices, return_inverse=True, return_counts=True)
    rarity = np.where(held_by > 1, np.log((1 + counts.shape[0] + UNSEEN) / (1 + held_by)), 0.0)
    weights = (1 + np.log(counts.data.astype(np.float64))) * rarity[inverse]
    kept = [_heaviest(weights[begin:end], begin) for begin, end in pairwise(counts.indptr)]
    places = np.concatenate(kept) if kept else np.array([], dtype=np.int64)
    ends = np.cumsum([0, *map(len, kept)])
    lengths = np.sqrt(np.add.reduceat(np.append(weights[places] ** 2, 0.0), ends[:-1])) * (np.diff(ends) > 0)
    some = np.minimum(np.diff(ends) / ENOUGH, 1.0)
    data = weights[places] * np.repeat(some / np.where(lengths > 0, lengths, 1.0), np.diff(ends))
    return narrowed(sparse.csr_matrix((data, inverse[places], ends), shape=(counts.shape[0], len(columns))))


def _hashed(wordings: Sequence[Wording]) -> csr_matrix:
    """How often each word and pair counts in each article, in the column that its hash names: no list of all words is kept."""
    from murmurhash import hash as hash_of
    from scipy import sparse

    columns = [[abs(hash_of(term)) % _HASHED for term in _counted(wording)] for wording in wordings]
    places = np.fromiter(chain.from_iterable(columns), dtype=np.int32)
    ends = np.cumsum([0, *map(len, columns)])
    counts = sparse.csr_matrix((np.ones(len(places), np.float32), places, ends), shape=(len(wordings), _HASHED))
    counts.sum_duplicates()
    return counts


def narrowed(rows: csr_matrix) -> csr_matrix:
    """The same rows without the columns that none of them uses: products of a few rows must not cost as much as of all."""
    from scipy import sparse

    columns, inverse = np.unique(rows.indices, return_inverse=True)
    return sparse.csr_matrix((rows.data, inverse, rows.indptr), shape=(rows.shape[0], max(len(columns), 1)))


def _heaviest(weights: np.ndarray, begin: int) -> np.ndarray:
    """Where the heaviest weights of one article stand; of equals the first by column."""
    shared = np.flatnonzero(weights > 0)
    if len(shared) > HEAVIEST:
        shared = np.sort(shared[np.argsort(-weights[shared], kind="stable")[:HEAVIEST]])
    return shared + begin


def centers(rows: csr_matrix, groups: Sequence[Sequence[int]]) -> csr_matrix:
    """The mean row of each group: its product with another's is the mean similarity of their articles."""
    from scipy import sparse

    sizes = [len(group) for group in groups]
    places = [place for group in groups for place in group]
    weights = np.repeat([1 / max(size, 1) for size in sizes], sizes)
    chosen = sparse.csr_matrix((weights, places, np.cumsum([0, *sizes])), shape=(len(groups), rows.shape[0]))
    return (chosen @ rows).tocsr()
