"""An article as the search for shared passages sees it: its sentences as rows of words, each with its place."""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from mediakit.document import Document
from mediakit.quotes.own_words import stretches_of
from mediakit.reuse.normal import GAP, Normal, is_function_word, normalize

Numbers = npt.NDArray[np.int64]
_PRIME = 1_000_000_007
_RUN = 5  # words
_RUN_PRIMES = np.array([1, 1_000_003, 998_244_353, 1_000_000_007, 2_147_483_647], dtype=np.int64)
_LIGHT = 0.3  # what a function word tells, where a content word tells 1


class Sentence(NamedTuple):
    """One sentence: where it stands in the article's text, its words, and how much they tell together."""

    begin: int
    end: int
    words: Normal
    weight: float

    def begin_of(self, word: int) -> int:
        """Where a word begins in the text; the first with the marks before it."""
        return self.begin if word == 0 else self.begin + self.words.begins[word]

    def end_of(self, word: int) -> int:
        """Where the word before this one ends in the text; the last with the marks behind it."""
        return self.end if word == len(self.words.keys) else self.begin + self.words.ends[word - 1]


def weigh(keys: Iterable[str]) -> float:
    """How much words tell together: a content word 1, a function word a third.

    >>> weigh(("the", "ferry", "stopped"))
    2.3
    """
    return sum(map(_tells, keys))


@lru_cache(maxsize=200_000)
def _tells(key: str) -> float:
    return 0.0 if key == GAP else _LIGHT if is_function_word(key) else 1.0


class Article:
    """The sentences of one article, and what is looked up about them for every article it is compared with."""

    def __init__(self, document: Document, outlet: str | None, outlet_key: str | None) -> None:
        self.article_id, self.outlet, self.outlet_key = document.article_id, outlet, outlet_key
        self.text = document.text
        self.sentences: list[Sentence] = []
        for span in document.sentences:
            words = normalize(document.text[span.begin : span.end])
            if words.keys:
                self.sentences.append(Sentence(span.begin, span.end, words, weigh(words.keys)))
        # a mark that nothing closes may be a slip, and would make the rest of its paragraph a quotation
        outer = [found for found in stretches_of(document) if found.depth == 1 and (found.closed or found.continues)]
        self._quoted = sorted((found.begin, found.end) for found in outer)

    @cached_property
    def flat(self) -> tuple[Numbers, Numbers]:
        """All words in reading order: each as a number that is the same in every process, and its sentence."""
        rows = [sentence.words.keys for sentence in self.sentences]
        numbers = np.array([_number(key) for keys in rows for key in keys], dtype=np.int64)
        return numbers, np.repeat(np.arange(len(rows)), [len(keys) for keys in rows])

    @cached_property
    def pairs(self) -> tuple[Numbers, Numbers]:
        """Each two words of a sentence that follow each other, or have one word between them, and the sentence; in order.

        Two function words say nothing and are left out.
        """
        numbers, sentence = self.flat
        tells = np.array([not is_function_word(key) for found in self.sentences for key in found.words.keys], dtype=bool)
        found = []
        for step in (1, 2):
            pair = numbers[:-step] * _PRIME + numbers[step:]
            kept = (sentence[:-step] == sentence[step:]) & (tells[:-step] | tells[step:])
            found.append(np.stack([pair[kept], sentence[:-step][kept]], axis=1))
        pair, sentence = np.unique(np.concatenate(found), axis=0).T
        return np.ascontiguousarray(pair), np.ascontiguousarray(sentence)

    @cached_property
    def sizes(self) -> Numbers:
        """How many words each sentence has."""
        return np.array([len(sentence.words.keys) for sentence in self.sentences], dtype=np.int64)

    @cached_property
    def in_small_letters(self) -> frozenset[str]:
        """The words that the article prints without a capital somewhere."""
        rows = [sentence.words for sentence in self.sentences]
        return frozenset(key for row in rows for key, word in zip(row.keys, row.words, strict=True) if not word[0].isupper())

    def is_quoted(self, position: int) -> bool:
        """Whether a position stands inside quotation marks."""
        after = bisect_right(self._quoted, (position, len(self.text)))
        return after > 0 and position < self._quoted[after - 1][1]


def runs_of(article: Article) -> Numbers:
    """Every run of five words within a sentence, as one number, each once."""
    numbers, sentence = article.flat
    if len(numbers) < _RUN:
        return numbers[:0]
    runs = np.lib.stride_tricks.sliding_window_view(numbers, _RUN) @ _RUN_PRIMES
    return np.unique(runs[sentence[: 1 - _RUN] == sentence[_RUN - 1 :]])


@lru_cache(maxsize=200_000)
def _number(key: str) -> int:
    return zlib.crc32(key.encode("utf-8", "surrogatepass"))
