"""A parsed sentence as plain words that know what they hang on.

The rules about sources ask a word for its head, its children and its neighbors many times over. Here all of that is
worked out once from the model's arrays; nothing of the model is needed or kept afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, overload

from mediakit.text.word_classes import word_class

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


class Token:
    """A word or mark of a parsed sentence; what it tells is called as in spaCy.

    A token is itself and equals no other; text is as printed, lower_ in small letters, tag_ its Penn tag, pos_ its
    part of speech and dep_ how it hangs on its head. The head of the topmost word is that word.
    """

    __slots__ = (
        "_lefts", "_subtree", "children", "dep_", "head", "i", "idx", "is_punct", "is_quote", "is_space", "lower_", "pos_",
        "tag_", "text", "tree",
    )  # fmt: skip

    tree: Tree
    i: int  #: its number in the sentence
    idx: int  #: where it stands in the text of the sentence
    text: str
    lower_: str
    tag_: str
    dep_: str
    pos_: str
    is_punct: bool
    is_quote: bool
    is_space: bool
    head: Token
    children: Sequence[Token]  #: what hangs on it, in reading order
    _lefts: int  #: how many of them stand before it
    _subtree: Sequence[Token] | None  #: once it is worked out

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> Sequence[Token]:
        """What hangs on it and stands before it."""
        return self.children[: self._lefts]

    @property
    def rights(self) -> Sequence[Token]:
        """What hangs on it and stands behind it."""
        return self.children[self._lefts :]

    @property
    def subtree(self) -> Sequence[Token]:
        """The word with all that hangs on it, in reading order where no branches cross."""
        if not self.children:
            return (self,)
        if self._subtree is None:
            found, left = list[Token](), [self]
            opened = set[Token]()
            while left:  # a loop: branches may be deeper than Python lets a function call itself
                token = left.pop()
                if token in opened or not token.children:
                    found.append(token)
                else:
                    opened.add(token)
                    left += [*reversed(token.rights), token, *reversed(token.lefts)]
            self._subtree = found
        return self._subtree

    def nbor(self, step: int = 1) -> Token:
        """The word that many places further on."""
        return self.tree[self.i + step]


class Tree:
    """A parsed sentence: its text and its words."""

    __slots__ = ("text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> list[Token]: ...
    def __getitem__(self, at: int | slice) -> Token | list[Token]:
        return self.tokens[at]

    def printed(self, first: Token, last: Token | None = None) -> str:
        """The text from one word to another, or to the end."""
        return self.text[first.idx :] if last is None else self.text[first.idx : last.idx + len(last)]


def tree_of(doc: Doc) -> Tree:
    """The tree of a sentence that the model has tagged and parsed."""
    tree, vocab = Tree(doc.text), doc.vocab
    table = doc.to_array(["ORTH", "TAG", "DEP", "HEAD", "SPACY"])
    heads = table[:, 3].astype("int64").tolist()  # how far away, backwards too
    at = 0
    for number, (orth, tag, dep, _, spaced) in enumerate(table.tolist()):
        token = Token()
        token.tree, token.i, token.idx = tree, number, at
        token.text, token.lower_, token.is_punct, token.is_space, token.is_quote = _word(vocab, orth)
        token.tag_, token.dep_ = _label(vocab, tag), _label(vocab, dep)
        token.pos_ = word_class(token.tag_, token.dep_, token.lower_)
        token.children, token._lefts, token._subtree = (), 0, None
        tree.tokens.append(token)
        at += len(token.text) + spaced
    for token, away in zip(tree.tokens, heads, strict=True):
        head = token.head = tree.tokens[token.i + away]
        if away:
            head.children = [*head.children, token]
            head._lefts += away > 0
    return tree


@lru_cache(maxsize=1 << 15)
def _word(vocab: Vocab, orth: int) -> tuple[str, str, bool, bool, bool]:
    """A word as printed and in small letters, and whether it is a mark, a blank, a quotation mark."""
    word: Any = vocab[orth]
    return word.text, word.lower_, word.is_punct, word.is_space, word.is_quote


@lru_cache(maxsize=1024)
def _label(vocab: Vocab, name: int) -> str:
    label: str = vocab.strings[name]
    return label
