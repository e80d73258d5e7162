"""Lines that an outlet prints under many articles: boxes, slogans, calls to subscribe that no named rule knows.

Only a corpus shows them. A short line that stands in two articles of one outlet, or in articles of three
outlets, is furniture. Two things are not: a long line that reads like a sentence, which may be wire copy that
many print; and what two versions of one text share, which is the text itself, so versions count once.
Articles of unknown outlet count for nothing here: two unknowns are neither the same outlet nor two.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from mediakit.layout.blocks import ENDS_SENTENCE, count_words, lines_of

RULE = "repeated line"
SHORTER_THAN, SENTENCE_FROM = 60, 15  # words: a line that counts; a line that reads like a sentence and may be shared
IN_ONE_OUTLET, IN_OUTLETS = 2, 3  # articles, outlets
_VERSION = 0.5  # share of an article's sentences that another holds too, which makes them versions of one text
_LONGEST = 60 * SHORTER_THAN  # characters; cheaper to look at than words


class Printed(NamedTuple):
    """An article as the repetition sees it: who printed it, its text, and where the lines in question begin and end."""

    outlet_key: str | None
    text: str
    asked: tuple[tuple[int, int], ...]


def repeated_lines(articles: Mapping[str, Printed]) -> dict[str, frozenset[int]]:
    r"""Where the repeated lines of each article begin, for the lines that are asked about.

    Parameters: articles, by article_id. The answer depends on the whole corpus: it is found once,
    when a corpus is read, and kept, so that a part of the corpus has the same labels as the whole.

    >>> ferry = Printed("herald.example", "The ferry is late.\nYour coast, your news", ((0, 19), (19, 40)))
    >>> pier = Printed("herald.example", "The pier has been shut.\nYour coast, your news", ((0, 24), (24, 45)))
    >>> repeated_lines({"ferry": ferry, "pier": pier})
    {'ferry': frozenset({19}), 'pier': frozenset({24})}
    """
    known = {name: article for name, article in articles.items() if article.outlet_key}
    asked = {name: {begin: _plain(article.text[begin:end]) for begin, end in article.asked} for name, article in known.items()}
    wanted = {line for lines in asked.values() for line in lines.values() if line and _is_short(line)}
    version = _versions(known) if wanted else {}
    printed: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for name, article in known.items():
        for line in wanted.intersection(map(_plain, lines_of(article.text))):
            printed[line].add((str(article.outlet_key), version[name]))
    repeated = {line for line, places in printed.items() if _is_furniture(places)}
    found = {name: frozenset(begin for begin, line in lines.items() if line in repeated) for name, lines in asked.items()}
    # an article of which nothing would be left is no furniture, however often it is printed
    return {name: begins for name, begins in found.items() if 0 < len(begins) < len(asked[name])}


def _is_furniture(places: set[tuple[str, str]]) -> bool:
    """Whether one outlet prints the line under two texts, or three outlets under three."""
    by_outlet: defaultdict[str, set[str]] = defaultdict(set)
    for outlet, text in places:
        by_outlet[outlet].add(text)
    texts = {text for _, text in places}
    return max(map(len, by_outlet.values())) >= IN_ONE_OUTLET or min(len(by_outlet), len(texts)) >= IN_OUTLETS


def _versions(articles: Mapping[str, Printed]) -> dict[str, str]:
    """For each article the first one that holds half of its sentences: itself where there is none."""
    first: dict[int, str] = {}
    version: dict[str, str] = {}
    for name, article in sorted(articles.items()):  # whatever the order they were read in
        lines = [_plain(line) for line in lines_of(article.text)]
        sentences = [(hash(line), n) for line, n in _sentences(lines)] or [(hash(line), len(line)) for line in lines]
        shared: defaultdict[str, int] = defaultdict(int)
        for line, n_words in sentences:
            shared[version.get(first.setdefault(line, name), name)] += n_words
        nearest = max(shared, key=lambda other: shared[other], default=name)
        version[name] = nearest if shared[nearest] >= _VERSION * sum(n_words for _, n_words in sentences) else name
    return version


def _sentences(lines: Iterable[str]) -> Iterator[tuple[str, int]]:
    """The lines that may be shared copy, with their number of words."""
    for line in lines:
        n_words = count_words(line)
        if n_words >= SENTENCE_FROM and ENDS_SENTENCE.search(line):
            yield line, n_words


def _is_short(line: str) -> bool:
    if len(line) > _LONGEST:
        return False
    n_words = count_words(line)
    return n_words < SHORTER_THAN and not (n_words >= SENTENCE_FROM and ENDS_SENTENCE.search(line))


def _plain(line: str) -> str:
    """A line whatever its case and white space."""
    return " ".join(line.casefold().split())
