"""Which verbs say that words were spoken: “said”, “called”, “promised”, but not “thought” or “wants”.

In “Hill said he wants to ‘shut the pier’” the words in marks are Hill's because he said them; a verb of
thinking or wishing is only taken where no verb of speaking stands above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediakit.lexicons import lexicon_words
from mediakit.sources.cues import Cue, Cues

if TYPE_CHECKING:
    from mediakit.text.tree import Token

_VERBS = ("VERB", "AUX")


def is_cue_verb(token: Token, cues: Cues) -> bool:
    """Whether a parsed word is a verb that ties a statement to its source."""
    return token.pos_ in _VERBS and _is_verb(cues.at(token))


def is_speaking(token: Token, cues: Cues) -> bool:
    """Whether a parsed word is a verb that says that words were spoken or written."""
    return token.pos_ in _VERBS and _speaks(cues.at(token))


def is_speaking_word(word: str, cues: Cues) -> bool:
    """Whether a printed word is a form of such a verb, whatever it is in its sentence."""
    return _speaks(cues.named_in(word))


def _is_verb(cue: Cue | None) -> bool:
    """Whether an entry is a verb by itself; make, give and have are only cues with a noun (made the claim that …)."""
    return cue is not None and cue.kind == "verb" and cue.takes != {"noun"}


def _speaks(cue: Cue | None) -> bool:
    return cue is not None and _is_verb(cue) and cue.cue not in lexicon_words("silent_verbs")
