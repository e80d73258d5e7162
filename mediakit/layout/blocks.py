"""Blocks: the lines of a text taken together where a paragraph was broken at a fixed width."""

import re
from dataclasses import dataclass

from mediakit.text.paragraphs import join_wrapped
from mediakit.text.words import words_in

ENDS_SENTENCE = re.compile(r"""[.!?…]["'”’»)\]]*(?:\s*\([^()]{1,40}\))?$""")  # also before a credit in brackets


@dataclass
class Block:
    """Lines read together while labelling; undecided while label is empty."""

    lines: list[int]  #: which lines of the text
    text: str
    n_words: int
    label: str = ""
    rule: str = ""
    confidence: str = ""
    why: str = ""

    def decide(self, label: str, rule: str, confidence: str, why: str) -> None:
        """Give the block its label; the first decision stands."""
        if not self.label:
            self.label, self.rule, self.confidence, self.why = label, rule, confidence, why

    @property
    def is_prose(self) -> bool:
        """Undecided, and it reads like running text: long, or ending like a sentence and not tiny."""
        return not self.label and (self.n_words >= 40 or (self.n_words >= 3 and self.ends_sentence))

    @property
    def ends_sentence(self) -> bool:
        """Whether the block ends with the punctuation of a sentence."""
        return bool(ENDS_SENTENCE.search(self.text))


def lines_of(text: str) -> list[str]:
    r"""The lines of text, each with its newline; joined they are the text.

    >>> lines_of("one\r\n\nthree")
    ['one\r\n', '\n', 'three']
    """
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def blocks_of(lines: list[str]) -> list[Block]:
    """The blocks of a text's lines, in order; blank lines stand in none."""
    blocks = []
    for indices in join_wrapped(lines):
        joined = " ".join(lines[index].strip() for index in indices)
        blocks.append(Block(indices, joined, len(words_in(joined))))
    return blocks
