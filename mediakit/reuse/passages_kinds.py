"""What kind of passage two articles share: copied text, or words that many share for other reasons.

Boilerplate is what an outlet prints in more than 30 % of its articles; a passage of which four words in five
are names (a list of teams, a title) is shared by whoever reports the same; a quotation that both print says
that both quote the same words, which link_quotes() looks into. They are kept and named, and never counted as
text that was reused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

import numpy as np

from mediakit.reuse.normal import Normal, is_function_word
from mediakit.reuse.passages_align import Match
from mediakit.reuse.passages_text import Article, Numbers, weigh
from mediakit.reuse.stretches import TEXT

QUOTATION, NAMES, BOILERPLATE, SAME_OUTLET = "quotation", "names", "boilerplate", "same outlet"
_OFTEN, _FEWEST_ARTICLES = 0.3, 3  # share of an outlet's articles with the same sentence; articles
_NAMES = 0.8  # share of the content words
_OWN_WORDS = 4.0  # content words outside the marks, a function word counting a third: more than “she told reporters”
_COPIED = 30.0  # content words of copied text: two or three sentences


class Seen(NamedTuple):
    """A passage, without what both outlets print again and again: its kind, what it tells, its sentences on either side."""

    kind: str
    mass: float
    sentences: frozenset[int]
    other_sentences: frozenset[int]


class Stock:
    """The sentences that stand in more than 30 % of an outlet's articles, and in three at least.

    Articles of unknown outlet count for nothing: they are neither one outlet nor two.
    """

    def __init__(self, copies: Container[str] = ()) -> None:
        """copies: the articles that are versions of an earlier one, which do not count."""
        self._copies = copies
        self._printed: defaultdict[str, list[Numbers]] = defaultdict(list)

    def note(self, article: Article) -> None:
        """Take down what an article prints."""
        if article.outlet_key is not None and article.article_id not in self._copies:
            self._printed[article.outlet_key].append(
                np.array([*_numbers(article, range(len(article.sentences)))], dtype=np.int64)
            )

    def known(self) -> dict[str, frozenset[int]]:
        """For each outlet the sentences that it prints again and again."""
        known = {}
        for key, printed in self._printed.items():
            sentences, times = np.unique(np.concatenate(printed), return_counts=True)
            often = (times >= _FEWEST_ARTICLES) & (times > _OFTEN * len(printed))
            known[key] = frozenset(sentences[often].tolist())
        return known


def _numbers(article: Article, places: Iterable[int]) -> frozenset[int]:
    """Sentences as numbers: the same for the same words."""
    return frozenset(hash(article.sentences[place].words.keys) for place in places)


def seen_in(passage: list[Match], one: Article, other: Article) -> Seen:
    """What one passage of two articles is by itself."""
    if _share_of_names(passage, one, other) >= _NAMES:
        kind = NAMES
    else:
        kind = QUOTATION if _own_words(passage, one, other) < _OWN_WORDS else TEXT
    return Seen(
        kind, sum(match.mass for match in passage), _numbers(one, (match.sentence for match in passage)),
        _numbers(other, (match.other_sentence for match in passage)),
    )  # fmt: skip


def kinds_of(seen: list[Seen], key: str | None, other_key: str | None, known: Mapping[str, frozenset[int]]) -> list[str]:
    """The kind of each passage of two articles, with the keys of their outlets and what each of these prints again and again.

    An article that copies another's text copies its quotations and lists with it: beside enough copied text they are text.
    """
    if key is not None and key == other_key:
        return [SAME_OUTLET] * len(seen)
    stock, other_stock = known.get(key or "", frozenset()), known.get(other_key or "", frozenset())
    kinds = [BOILERPLATE if one.sentences <= stock or one.other_sentences <= other_stock else one.kind for one in seen]
    copied = sum(one.mass for one, kind in zip(seen, kinds, strict=True) if kind == TEXT)
    return [TEXT if kind in (QUOTATION, NAMES) and copied >= _COPIED else kind for kind in kinds]


def _share_of_names(passage: list[Match], one: Article, other: Article) -> float:
    """How many of the content words that both hold are names: with a capital in both.

    A headline gives a capital to every word: there a name is what neither article prints without.
    """
    content = names = 0
    for match in passage:
        words, there = one.sentences[match.sentence].words, other.sentences[match.other_sentence].words
        common = one.in_small_letters | other.in_small_letters if _is_headline(words) or _is_headline(there) else frozenset()
        for begin, other_begin, length in match.shared:
            for step in range(length):
                key, word = words.keys[begin + step], words.words[begin + step]
                if not is_function_word(key):
                    content += 1
                    names += word[0].isupper() and there.words[other_begin + step][0].isupper() and key not in common
    return names / content if content else 0.0


def _is_headline(words: Normal) -> bool:
    """Whether every word that tells something has a capital: a headline, or a list of names."""
    telling = [word for key, word in zip(words.keys, words.words, strict=True) if not is_function_word(key)]
    return all(word[0].isupper() or word[0].isdigit() for word in telling)


def _own_words(passage: list[Match], one: Article, other: Article) -> float:
    """What the words tell that both hold and that neither has inside quotation marks; once it is enough, no more is added."""
    own = 0.0
    for match in passage:
        sentence, other_sentence = one.sentences[match.sentence], other.sentences[match.other_sentence]
        for begin, other_begin, length in match.shared:
            for step in range(length):
                if own >= _OWN_WORDS:
                    return own
                here = sentence.begin + sentence.words.begins[begin + step]
                there = other_sentence.begin + other_sentence.words.begins[other_begin + step]
                if not one.is_quoted(here) and not other.is_quoted(there):
                    own += weigh(sentence.words.keys[begin + step : begin + step + 1])
    return own
