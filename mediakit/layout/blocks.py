"""Blocks: the lines of a text taken together where a paragraph was broken at a fixed width."""

import re
from dataclasses import dataclass

from mediakit.lexicons import lexicon_words
from mediakit.text.paragraphs import join_wrapped
from mediakit.text.words import words_in

# in any script, closed by any language's quotation mark, also before a credit in brackets
ENDS_SENTENCE = re.compile(r"""[.!?…。！？｡।॥؟۔]["'”“’‘»«›‹)\]」』】）]{0,4}(?:\s{0,3}\([^()]{1,40}\))?$""")
NO_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+")  # scripts without word spaces
_LONG = 40  # words; a paragraph of this length may lack its full stop
_SENTENCE_MARK = re.compile(r"[.!?…]\s|[,;]\s|[。！？、，؟،।]")
_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
_ENOUGH = 2000  # characters to tell running text by
_LEAST_SHARE = 0.1  # of function words; running text has a quarter and more
_LETTERS_A_WORD = 2  # of a script that sets no space between words
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


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
    hint: str = ""  #: the rule that labels the block if it turns out to stand outside the article
    closes: bool = False  #: stands where articles end

    def decide(self, label: str, rule: str, confidence: str, why: str) -> None:
        """Give the block its label; the first decision stands."""
        if not self.label:
            self.label, self.rule, self.confidence, self.why = label, rule, confidence, why

    @property
    def is_prose(self) -> bool:
        """Undecided, and it reads like running text: long, or ending like a sentence and not tiny."""
        if self.label:
            return False
        if self.ends_sentence:
            return self.n_words >= 3
        return self.n_words >= _LONG and is_running_text(self.text)

    @property
    def ends_sentence(self) -> bool:
        """Whether the block ends with the punctuation of a sentence."""
        return bool(ENDS_SENTENCE.search(self.text))


def is_running_text(text: str) -> bool:
    """Whether a long text without a full stop at its end is sentences, and no list of keywords.

    Sentences hold commas or full stops, or the small words of a known language.

    >>> is_running_text("the ferry did not leave the harbour"), is_running_text("harbour ferry pier tram bridge market")
    (True, False)
    """
    if _SENTENCE_MARK.search(text):
        return True
    words = words_in(text[:_ENOUGH].lower())
    most = max(sum(word in lexicon_words("function_words", language) for word in words) for language in _LANGUAGES)
    return most > _LEAST_SHARE * len(words)


def lines_of(text: str) -> list[str]:
    r"""The lines of text, each with its newline; joined they are the text.

    >>> lines_of("one\r\n\nthree")
    ['one\r\n', '\n', 'three']
    """
    return _LINE.findall(text)


def blocks_of(lines: list[str]) -> list[Block]:
    """The blocks of a text's lines, in order; blank lines stand in none."""
    blocks = []
    for indices in join_wrapped(lines):
        joined = " ".join(lines[index].strip() for index in indices)
        blocks.append(Block(indices, joined, count_words(joined)))
    return blocks


def count_words(text: str) -> int:
    """How many words text has; two letters of a script without spaces count as one.

    >>> count_words("The ferry stopped."), count_words("渡轮今天停航。")
    (3, 3)
    """
    unspaced = sum(map(len, NO_SPACES.findall(text)))
    return len(words_in(NO_SPACES.sub(" ", text) if unspaced else text)) + unspaced // _LETTERS_A_WORD
