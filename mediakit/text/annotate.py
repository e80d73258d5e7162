"""How the model is run: tags and syntax, and no more work than they take.

Two things are done otherwise than in spaCy's own loop, with the same parses:

1. The parser is stepped from here. spaCy's loop gives Python's lock away, and the functions it calls ask for it back
   at every addition of a word's features, which takes longer than the additions.
2. The vector that the model gives a word before it looks at its neighbors is worked out once for equal words of a batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: by these the features of a word, hashes themselves, become one number
_ODD = np.array([0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F,
                 0xE7037ED1A0B428DB], dtype="uint64")  # fmt: skip
_BATCH = 256  # sentences: more are hardly faster, and memory stays small


def annotate(model: Language, sentences: Sequence[str]) -> list[Doc]:
    """The sentences with tags and syntax, each as one: the parser is not to cut them again."""
    docs = [_made(model, sentence) for sentence in sentences]
    held = sorted((doc for doc in docs if len(doc)), key=len)  # those of one batch end after as many steps
    tok2vec, tagger, parser = (model.get_pipe(name) for name in ("tok2vec", "tagger", "parser"))
    for begin in range(0, len(held), _BATCH):
        batch = held[begin : begin + _BATCH]
        _embed(tok2vec, batch)
        _tag(tagger, batch)
        _parse(parser, batch)
    return docs


def _made(model: Language, sentence: str) -> Doc:
    doc = model.make_doc(sentence)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _embed(tok2vec: Any, docs: Sequence[Doc]) -> None:
    """Give each word its vector."""
    from thinc.types import Ragged

    words, sentences = tok2vec.model.layers
    features, _, hashed, mixed, _ = words.layers
    every: Any = np.concatenate(features.predict(docs))
    _, first, place = np.unique(every @ _ODD, return_index=True, return_inverse=True)
    lengths: Any = np.array([len(first)], dtype="int32")
    one = Ragged(every[first], lengths)
    vectors = mixed.predict(hashed.predict(one)).data[place]
    ends = np.cumsum([len(doc) for doc in docs])
    tok2vec.set_annotations(docs, sentences.predict(np.split(vectors, ends[:-1])))


def _tag(tagger: Any, docs: Sequence[Doc]) -> None:
    tagger.set_annotations(docs, tagger.predict(docs))


def _parse(parser: Any, docs: Sequence[Doc]) -> None:
    """Take the parser's most likely step in every sentence, until all are done."""
    states = parser.moves.init_batch(docs)
    scores = parser.model.predict(docs)
    going = [state for state in states if not state.is_final()]
    while going:
        going = parser.transition_states(going, scores.predict(going))
    parser.set_annotations(docs, states)
