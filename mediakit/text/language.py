"""Which language a text is in, by a model that ships with py3langid; too little text is not guessed."""

import re
from functools import cache
from typing import Any

from mediakit.lexicons import lexicon_words
from mediakit.text.words import words_in

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")  # no spaces between words
_ENGLISH = 0.25  # share of function words; running English has 0.3 and more, other languages 0.1 at most
_ENGLISH_FROM, _PARTS = 40, 4  # words; a text in two languages shows in one of its parts
_LEAST_WORDS, _MOST_CHARACTERS, _SURE = 20, 3000, 0.9


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def is_plain_english(text: str) -> bool:
    """Whether a text holds so many of the small words of English that no model need be asked.

    >>> is_plain_english("The ferry did not sail on Monday, and nobody at the port could say why. " * 3)
    True
    """
    words = text[:_MOST_CHARACTERS].lower().split()
    size = -(-len(words) // _PARTS)
    parts = [words[begin : begin + size] for begin in range(0, len(words), size or 1)]
    small = _small_words()
    return len(words) >= _ENGLISH_FROM and all(sum(map(small.__contains__, part)) >= _ENGLISH * len(part) for part in parts)


@cache
def _small_words() -> frozenset[str]:
    return frozenset(lexicon_words("function_words", "en"))


def identify_language(text: str) -> str | None:
    """ISO 639-1 code of text's language, or None when fewer than 20 words or doubt leave it open.

    >>> identify_language("Too short to tell") is None
    True
    """
    if len(words_in(text[:_MOST_CHARACTERS])) < _LEAST_WORDS and len(_UNSPACED.findall(text)) < 2 * _LEAST_WORDS:
        return None
    code, probability = _identifier().classify(text[:_MOST_CHARACTERS])
    return str(code) if probability >= _SURE else None
