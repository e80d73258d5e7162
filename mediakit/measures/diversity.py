"""How varied the vocabulary is, by three indices that hardly depend on the length of the text.

The plain share of different words (type–token ratio) is left out on purpose: it falls by a third
from 50 to 600 words of the same text.
"""

import math
from collections import Counter, deque
from functools import partial

from mediakit.document import Document
from mediakit.measures.measure import Measure

_WINDOW, _DRAW, _THRESHOLD = 50, 42, 0.72  # words; words; type–token ratio: the values of the sources


def mattr(tokens: list[str], window: int = _WINDOW) -> float:
    """Mean share of different words over all windows of 50 words (Covington & McFall 2010).

    >>> mattr(["a", "b", "a", "c"], window=2)
    1.0
    >>> mattr(["a", "a", "b"], window=2)
    0.75
    """
    inside: deque[str] = deque()
    counts: Counter[str] = Counter()
    total = 0
    for token in tokens:
        inside.append(token)
        counts[token] += 1
        if len(inside) > window:
            out = inside.popleft()
            counts[out] -= 1
            if not counts[out]:
                del counts[out]
        if len(inside) == window:
            total += len(counts)
    return total / window / (len(tokens) - window + 1)


def mtld(tokens: list[str]) -> float:
    """Mean length of stretches whose type–token ratio stays above 0.72, both ways (McCarthy & Jarvis 2010).

    The stretch left at the end counts as the part of a factor that it has used up.

    >>> mtld(["a", "b"] * 3), mtld(["a", "b", "c", "d"])
    (3.0, 4.0)
    """
    return (_one_way(tokens) + _one_way(tokens[::-1])) / 2


def _one_way(tokens: list[str]) -> float:
    factors, length, types = 0.0, 0, set[str]()
    ratio = 1.0
    for token in tokens:
        length += 1
        types.add(token)
        ratio = len(types) / length
        if ratio < _THRESHOLD:
            factors, length, types, ratio = factors + 1, 0, set(), 1.0
    factors += (1 - ratio) / (1 - _THRESHOLD)
    return len(tokens) / factors if factors else float(len(tokens))


def hd_d(tokens: list[str]) -> float:
    """Chance that a word of the text occurs in a draw of 42, summed over words, / 42 (McCarthy & Jarvis 2007).

    >>> round(hd_d([str(number) for number in range(100)]), 6)
    1.0
    """
    size = len(tokens)
    spectrum = Counter(Counter(tokens).values())
    return sum(types * (1 - _none_drawn(size, frequency)) for frequency, types in spectrum.items()) / _DRAW


def _none_drawn(size: int, frequency: int) -> float:
    """Chance that none of frequency tokens is among 42 drawn from size."""
    if size - frequency < _DRAW:
        return 0.0
    return math.exp(
        math.lgamma(size - frequency + 1)
        + math.lgamma(size - _DRAW + 1)
        - math.lgamma(size - frequency - _DRAW + 1)
        - math.lgamma(size + 1)
    )


def _tokens(document: Document) -> list[str]:
    return [word.lower() for word in document.words]


_diversity = partial(Measure, higher_means="more varied vocabulary", minimum=100)

DIVERSITY = (
    _diversity(name="mattr_50", label="MATTR-50", unit="share of different words", decimals=3,
               what="share of different words in a window of 50, averaged over the text",
               compute=lambda document: mattr(_tokens(document)),
               reference="Covington & McFall 2010, Journal of Quantitative Linguistics 17, 94–100"),
    _diversity(name="mtld", label="MTLD", unit="words", what="words one can read before the vocabulary starts to repeat",
               compute=lambda document: mtld(_tokens(document)),
               reference="McCarthy & Jarvis 2010, Behavior Research Methods 42, 381–392"),
    _diversity(name="hd_d", label="HD-D", unit="share of different words", decimals=3,
               what="share of different words to expect in a random draw of 42",
               compute=lambda document: hd_d(_tokens(document)),
               reference="McCarthy & Jarvis 2007, Language Testing 24, 459–488"),
)  # fmt: skip
