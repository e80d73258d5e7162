"""Parts of speech from the model's finer tags: what its own, slower rules come to.

The model's rules look at every word with hundreds of patterns, to tell apart what the tags do not: auxiliary
verbs from others, conjunctions from prepositions, pronouns from articles. Here the word's place in the sentence
tells them apart.
"""

from __future__ import annotations

from functools import lru_cache

_CLASS = {
    "$": "SYM", "''": "PUNCT", ",": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT", ".": "PUNCT", ":": "PUNCT", "``": "PUNCT",
    "HYPH": "PUNCT", "NFP": "PUNCT", "SYM": "SYM", "CC": "CCONJ", "CD": "NUM", "DT": "DET", "PDT": "DET", "WP$": "DET",
    "EX": "PRON", "PRP": "PRON", "PRP$": "PRON", "WDT": "PRON", "WP": "PRON", "IN": "ADP", "RP": "ADP", "JJ": "ADJ",
    "JJR": "ADJ", "JJS": "ADJ", "AFX": "ADJ", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN",
    "POS": "PART", "TO": "PART", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "UH": "INTJ", "WRB": "SCONJ", "_SP": "SPACE",
    "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB",
}  # fmt: skip
_BE = frozenset(["be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m"])
_NOT = frozenset(["not", "n't", "n’t"])
_SOMEBODY = frozenset(f"{first}{last}" for first in ("some", "any", "every", "no") for last in ("one", "body", "thing"))


@lru_cache(maxsize=1 << 15)
def word_class(tag: str, dep: str, lower: str) -> str:
    """The part of speech of a word, by its tag, how it hangs on its head, and the word in small letters.

    >>> word_class("VBD", "aux", "had"), word_class("IN", "prep", "in"), word_class("IN", "mark", "that")
    ('AUX', 'ADP', 'SCONJ')
    """
    found = _CLASS.get(tag, "X")
    if found == "VERB" and (dep in ("aux", "auxpass") or lower in _BE):
        return "AUX"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if tag == "DT" and dep not in ("det", "predet", "neg", "advmod"):
        return "PRON"
    if tag == "RB" and lower in _NOT:
        return "PART"
    if tag == "NN" and lower in _SOMEBODY:
        return "PRON"
    return found
