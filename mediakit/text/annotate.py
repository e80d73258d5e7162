"""How the model is run: tags and syntax, and no more work than they take.

Three things are done otherwise than in spaCy's own loop, with the same parses:

1. The parser is stepped from here. spaCy's loop gives Python's lock away, and the functions it calls ask for it back
   at every addition of a word's features, which takes longer than the additions.
2. The vector that the model gives a word before it looks at its neighbors is worked out once for equal words of a batch.
3. The rounds in which it looks at the neighbors (thinc's expand_window, Maxout and LayerNorm, each added to what was
   there) write over the same arrays, in stretches that fit into the processor's cache.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: by these the features of a word, hashes themselves, become one number
_ODD = np.array([0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F,
                 0xE7037ED1A0B428DB], dtype="uint64")  # fmt: skip
_LEAST = 1e-8  # thinc's, against division by nothing
_STRETCH = 600  # words
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
    starts = np.full(len(doc), -1, dtype="int64")  # no word begins a sentence …
    starts[:1] = 1  # … but the first
    column: Any = starts.astype("uint64")
    return doc.from_array(["SENT_START"], column)


def _embed(tok2vec: Any, docs: Sequence[Doc]) -> None:
    """Give each word its vector."""
    from thinc.types import Ragged

    words, rounds = tok2vec.model.layers
    features, _, hashed, mixed, _ = words.layers
    every: Any = np.concatenate(features.predict(docs))
    _, first, place = np.unique(every @ _ODD, return_index=True, return_inverse=True)
    lengths: Any = np.array([len(first)], dtype="int32")
    one = Ragged(every[first], lengths)
    vectors: Any = mixed.predict(hashed.predict(one)).data[place]
    seen = [_Round.of(layer) for layer in rounds.layers[0].layers]
    ends = np.cumsum([len(doc) for doc in docs])
    begins = [0, *ends]
    stretches = [*_stretches(begins)]
    known = [
        _look_around(vectors[begins[first] : begins[last]], ends[first:last] - begins[first], seen) for first, last in stretches
    ]
    tok2vec.set_annotations(docs, np.split(np.concatenate(known), ends[:-1]))


class _Round(NamedTuple):
    """What the model has learned for one look at a word's neighbors."""

    weights: Any  #: for a word and its two neighbors, side by side: three values for each that comes out
    bias: Any
    gain: Any
    shift: Any

    @classmethod
    def of(cls, residual: Any) -> _Round:
        _, maxout, norm = (layer for layer in residual.walk() if layer.name in ("expand_window", "maxout", "layernorm"))
        weights, bias = maxout.get_param("W"), maxout.get_param("b")  # of each value that comes out, three pieces
        width, pieces, wide = weights.shape
        by_piece = weights.transpose(2, 1, 0).reshape(wide, pieces * width)
        return cls(np.ascontiguousarray(by_piece), bias.T.reshape(-1), norm.get_param("G"), norm.get_param("b"))


def _stretches(begins: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of sentences, of _STRETCH words or of one sentence."""
    first = 0
    while first < len(begins) - 1:
        last = max(first + 1, bisect_right(begins, begins[first] + _STRETCH) - 1)
        yield first, last
        first = last


def _look_around(vectors: Any, ends: Any, rounds: Sequence[_Round]) -> Any:
    """The vectors of some sentences' words when each word has seen its neighbors; ends, where the sentences end.

    Between sentences stand as many empty rows as there are rounds, as in thinc's own padding, so that no word sees
    one of another sentence.
    """
    lengths = np.diff(ends, prepend=0)
    gap, width = len(rounds), vectors.shape[1]
    rows = np.arange(len(vectors)) + gap * np.repeat(np.arange(1, len(ends) + 1), lengths) + 1
    held = np.zeros((len(vectors) + gap * (len(ends) + 1) + 2, width), dtype=vectors.dtype)
    held[rows] = vectors
    inner = held[1:-1]
    windows = np.lib.stride_tricks.as_strided(held, (len(inner), 3 * width), held.strides, writeable=False)
    pieces, most = np.empty((len(inner), 3 * width), held.dtype), np.empty_like(inner)
    for weights, bias, gain, shift in rounds:
        np.matmul(windows, weights, out=pieces)
        np.add(pieces, bias, out=pieces)
        np.maximum(pieces[:, :width], pieces[:, width : 2 * width], out=most)
        np.maximum(most, pieces[:, 2 * width :], out=most)
        most -= most.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", most, most) / width + _LEAST
        most *= (1 / np.sqrt(variance))[:, None]
        most *= gain
        most += shift
        inner += most
    return held[rows]


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
