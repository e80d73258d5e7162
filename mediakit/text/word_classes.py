"""Parts of speech from the model's finer tags: what its own, slower rules come to.

The model's rules look at every word with hundreds of patterns, to tell apart what the tags do not: auxiliary
verbs from others, conjunctions from prepositions, pronouns from articles. Here the word's place in the sentence
tells them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

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


def set_word_classes(doc: Doc) -> Doc:
    """Give each word of a tagged and parsed Doc its part of speech."""
    for token in doc:
        tag, dep = token.tag_, token.dep_
        found = _CLASS.get(tag, "X")
        if found == "VERB" and (dep in ("aux", "auxpass") or token.lower_ in _BE):
            found = "AUX"
        elif tag == "IN" and dep == "mark":
            found = "SCONJ"
        elif tag == "DT" and dep not in ("det", "predet", "neg", "advmod"):
            found = "PRON"
        elif tag == "RB" and token.lower_ in _NOT:
            found = "PART"
        elif tag == "NN" and token.lower_ in _SOMEBODY:
            found = "PRON"
        token.pos_ = found
    return doc
