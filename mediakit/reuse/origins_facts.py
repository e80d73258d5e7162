"""The facts of an article that can be traced when its words were changed: numbers and names, in the order they come in."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from mediakit.reuse.normal import is_function_word
from mediakit.reuse.passages_pairs import SMALL_STORY
from mediakit.reuse.passages_text import Article
from mediakit.text.date_words import WEEKDAYS
from mediakit.text.dates import month_number

_FEWEST_ARTICLES = 4  # of a story: among fewer, none can be called rare
_RARE_AT_MOST = 20  # articles that hold a rare fact
_FEWEST_RARE = 4
_FEWEST_IN_ORDER = 8  # facts whose order says anything
_IN_ORDER = 0.8  # share of them that stand in the same order: two reports of one event have about half

Facts = Mapping[str, tuple[int, int]]  #: each fact with the place of its first mention, in reading order


class Shared(NamedTuple):
    """Facts that two articles have in common."""

    one: str
    other: str
    facts: tuple[str, ...]


def facts_of(article: Article) -> Facts:
    """Numbers of two digits and more, and words with a capital inside a sentence; years, months and weekdays are left out."""
    found: dict[str, tuple[int, int]] = {}
    for sentence in article.sentences:
        keys, words = sentence.words.keys, sentence.words.words
        for place, (key, word) in enumerate(zip(keys, words, strict=True)):
            if key not in found and (_is_number(key) or (place > 0 and _is_name(key, word))):
                found[key] = (sentence.begin + sentence.words.begins[place], sentence.begin + sentence.words.ends[place])
    return found


def _is_number(key: str) -> bool:
    return key[0].isdigit() and len(key) > 1 and not (len(key) == 4 and key[:2] in ("19", "20"))


def _is_name(key: str, word: str) -> bool:
    return (
        word[0].isupper() and len(key) > 2 and not is_function_word(key) and word not in WEEKDAYS and month_number(word) is None
    )


def rare_in_common(facts: Mapping[str, Facts]) -> Iterator[Shared]:
    """Articles of one story that share facts which most of the others lack.

    Parameters: facts, by article_id.
    """
    if len(facts) < _FEWEST_ARTICLES:
        return
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for article_id, held in facts.items():
        for fact in held:
            holders[fact].append(article_id)
    shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    most = min(len(facts) // 2, _RARE_AT_MOST)
    for fact, articles in holders.items():
        if 2 <= len(articles) <= most:
            for pair in combinations(articles, 2):
                shared[pair].append(fact)
    for (one, other), found in shared.items():
        if len(found) >= _FEWEST_RARE:
            yield Shared(one, other, tuple(sorted(found, key=[*facts[one]].index)))


def in_the_same_order(facts: Mapping[str, Facts]) -> Iterator[Shared]:
    """Articles of one story that first mention nearly all facts that both have in the same order.

    >>> one = {name: (place, place + 1) for place, name in enumerate("abcdefgh")}
    >>> two, turned = {name: one[name] for name in one}, {name: (-one[name][0], 0) for name in one}
    >>> [(found.one, found.other) for found in in_the_same_order({"one": one, "two": two, "turned": turned})]
    [('one', 'two')]
    """
    for one, other in combinations(facts, 2) if len(facts) <= SMALL_STORY else ():
        common = tuple(fact for fact in facts[one] if fact in facts[other])
        if len(common) >= _FEWEST_IN_ORDER and share_in_order([facts[other][fact][0] for fact in common]) >= _IN_ORDER:
            yield Shared(one, other, common)


def share_in_order(places: Sequence[int]) -> float:
    """The share of places in the longest row of rising ones.

    >>> share_in_order([1, 2, 9, 3, 4])
    0.8
    """
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends) / len(places)
