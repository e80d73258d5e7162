"""Which language a text is in, by a model that ships with py3langid; too little text is not guessed."""

import re
from functools import cache
from typing import Any

from mediakit.text.words import words_in

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")  # no spaces between words
_LEAST_WORDS, _MOST_CHARACTERS, _SURE = 20, 3000, 0.9


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def identify_language(text: str) -> str | None:
    """ISO 639-1 code of text's language, or None when fewer than 20 words or doubt leave it open.

    >>> identify_language("Too short to tell") is None
    True
    """
    if len(words_in(text[:_MOST_CHARACTERS])) < _LEAST_WORDS and len(_UNSPACED.findall(text)) < 2 * _LEAST_WORDS:
        return None
    code, probability = _identifier().classify(text[:_MOST_CHARACTERS])
    return str(code) if probability >= _SURE else None
