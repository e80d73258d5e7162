"""What kind of passage two articles share: copied text, or words that many share for other reasons.

Boilerplate is what an outlet prints in more than 30 % of its articles; a passage of which four words in five
are names (a list of teams, a title) is shared by whoever reports the same; a quotation that both print says
that both quote the same words, which link_quotes() looks into. They are kept and named, and never counted as
text that was reused.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable

from mediakit.reuse.normal import Normal, is_function_word
from mediakit.reuse.passages_align import Match
from mediakit.reuse.passages_text import Article, weigh
from mediakit.reuse.stretches import TEXT

QUOTATION, NAMES, BOILERPLATE, SAME_OUTLET = "quotation", "names", "boilerplate", "same outlet"
_OFTEN, _FEWEST_ARTICLES = 0.3, 3  # share of an outlet's articles with the same sentence; articles
_NAMES = 0.8  # share of the content words
_OWN_WORDS = 4.0  # content words outside the marks, a function word counting a third: more than “she told reporters”
_COPIED = 30.0  # content words of copied text: two or three sentences

Stock = frozenset[tuple[str, ...]]


def stock_sentences(articles: Iterable[Article], copies: Container[str]) -> dict[str, Stock]:
    """For each outlet the sentences that stand in more than 30 % of its articles, and in three at least.

    Parameters: articles, all of the corpus; copies, the articles that are versions of an earlier one, which
    do not count. Articles of unknown outlet count for nothing: they are neither one outlet nor two.
    """
    held: defaultdict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    printed: Counter[str] = Counter()
    for article in articles:
        if article.outlet_key is not None and article.article_id not in copies:
            printed[article.outlet_key] += 1
            held[article.outlet_key].update({sentence.words.keys for sentence in article.sentences})
    return {
        key: frozenset(words for words, n in counts.items() if n >= _FEWEST_ARTICLES and n > _OFTEN * printed[key])
        for key, counts in held.items()
    }


def kinds_of(passages: list[list[Match]], one: Article, other: Article, stock: dict[str, Stock]) -> list[str]:
    """The kind of each passage of two articles.

    An article that copies another's text copies its quotations and lists with it: beside enough copied text they are text.
    """
    if one.outlet_key is not None and one.outlet_key == other.outlet_key:
        return [SAME_OUTLET] * len(passages)
    kinds = [_kind(passage, one, other, stock) for passage in passages]
    copied = sum(match.mass for passage, kind in zip(passages, kinds, strict=True) if kind == TEXT for match in passage)
    return [TEXT if kind in (QUOTATION, NAMES) and copied >= _COPIED else kind for kind in kinds]


def _kind(passage: list[Match], one: Article, other: Article, stock: dict[str, Stock]) -> str:
    sides = [(one, [match.sentence for match in passage]), (other, [match.other_sentence for match in passage])]
    for article, numbers in sides:
        known = stock.get(article.outlet_key or "", frozenset())
        if all(article.sentences[number].words.keys in known for number in numbers):
            return BOILERPLATE
    if _share_of_names(passage, one, other) >= _NAMES:
        return NAMES
    return QUOTATION if _own_words(passage, one, other) < _OWN_WORDS else TEXT


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
    """What the words tell that both hold and that neither has inside quotation marks."""
    own = 0.0
    for match in passage:
        sentence, other_sentence = one.sentences[match.sentence], other.sentences[match.other_sentence]
        for begin, other_begin, length in match.shared:
            for step in range(length):
                here = sentence.begin + sentence.words.begins[begin + step]
                there = other_sentence.begin + other_sentence.words.begins[other_begin + step]
                if not one.is_quoted(here) and not other.is_quoted(there):
                    own += weigh(sentence.words.keys[begin + step : begin + step + 1])
    return own
