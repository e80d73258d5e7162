"""Articles made of drawn words, for timing where no corpus is at hand: the same ones in every run.

They are nonsense with the shape of news: frequent words are frequent, sentences have names, figures
and quotations, and paragraphs are separated by blank lines.
"""

import random
from collections.abc import Iterator
from itertools import accumulate

from mediakit.lexicons import lexicon_folder, lexicon_words

_DISTINCT = 15_000  # words to draw from
_FIGURES = ("10,000", "2014", "3.5", "$1.25bn", "17")


def made_articles(count: int) -> Iterator[str]:
    """Articles of 300 to 900 words each."""
    draw = random.Random("mediakit")
    with (lexicon_folder() / "cmudict" / "cmudict").open(encoding="utf-8") as lines:
        spoken = sorted({line.split(" ", 1)[0].lower() for line in lines})
    words = [*sorted(lexicon_words("function_words")), *draw.sample([word for word in spoken if word.isalpha()], _DISTINCT)]
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))  # Zipf's law
    for _ in range(count):
        paragraphs, size = ["Council weighs plan for the harbour"], draw.randint(300, 900)
        while size > 0:
            sentences = [_sentence(draw.choices(words, cum_weights=weights, k=draw.randint(8, 30)), draw) for _ in range(3)]
            paragraphs.append(" ".join(sentences))
            size -= len(paragraphs[-1].split())
        yield "\n\n".join(paragraphs) + "\n"


def _sentence(words: list[str], draw: random.Random) -> str:
    place = draw.randrange(1, len(words) - 2)
    kind = draw.random()
    if kind < 0.3:
        words[place] = words[place].capitalize()
    elif kind < 0.5:
        words[place] = draw.choice(_FIGURES)
    elif kind < 0.6:
        words[place : place + 2] = [f"“{words[place]}", f"{words[place + 1]},” said Ms."]
    words[0] = words[0].capitalize()
    return " ".join(words) + "."
