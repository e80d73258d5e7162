"""What mediakit shares with textstat: its syllables, its list of easy words, and textstat itself, without the network.

Importing textstat costs seconds, as it loads nltk, so the syllables of a word are worked out here as
textstat does: the CMU Pronouncing Dictionary, and hyphenation by pyphen where that has no entry.
tests/agreement holds the two together.

textstat asks nltk for the dictionary, which nltk would fetch on first use and refuses to read from
files it does not trust. mediakit ships the dictionary (lexicons/cmudict, BSD-2-Clause) and hands it to
textstat, so its first score is as offline as the last and the same on every machine.
"""

import re
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from mediakit.lexicons import lexicon_folder

# textstat's own patterns (backend/transformations and utils/constants, MIT)
_STRAY_APOSTROPHE = re.compile(r"\'(?!" + r"[tsd]|ve|ll|re" + r")")
_PUNCTUATION = re.compile(r"[^\w\s\']")


class _Pronunciations:
    """The dictionary as textstat asks for it: for a word, its pronunciations, each a list of phones."""

    def __getitem__(self, word: str) -> list[list[str]]:
        return [["1"] * _syllables_listed()[word]]  # textstat counts the phones that end in a stress digit


@cache
def offline_textstat() -> ModuleType:
    """The textstat module, with the pronunciations that ship with mediakit."""
    import textstat

    # the name under which this release (pinned in pyproject.toml) looks the dictionary up
    asks = sys.modules["textstat.backend.counts._count_syllables"]
    given = _Pronunciations()
    asks.get_cmudict = lambda lang: given if lang.startswith("en") else None  # type: ignore[attr-defined]
    module: ModuleType = textstat
    return module


@cache
def _syllables_listed() -> dict[str, int]:
    """Syllables of the first pronunciation of every word in the dictionary: its phones that carry a stress digit."""
    listed: dict[str, int] = {}
    with (lexicon_folder() / "cmudict" / "cmudict").open(encoding="utf-8") as lines:
        for line in lines:
            word, _, phones = line.split(" ", 2)
            listed.setdefault(word.lower(), phones.count("0") + phones.count("1") + phones.count("2"))
    return listed


@cache
def _hyphenation() -> Any:
    from pyphen import Pyphen

    return Pyphen(lang="en_US")  # textstat's default language


def textstat_word(piece: str) -> str:
    """What textstat takes for a word in a piece of text without white space: no marks but the apostrophes of contractions.

    >>> textstat_word("“isn't”,"), textstat_word("'quay'"), textstat_word("—")
    ("isn't", 'quay', '')
    """
    return _PUNCTUATION.sub("", _STRAY_APOSTROPHE.sub("", piece))


def textstat_syllables(word: str) -> int:
    """textstat.syllable_count(word) for one word of letters and apostrophes.

    >>> [textstat_syllables(word) for word in ("Reading", "isn't", "Zorblatt")]
    [2, 2, 2]
    """
    listed = _syllables_listed()
    if (lower := word.lower()) in listed:
        return listed[lower]
    bare = textstat_word(word).lower()
    if bare in listed:
        return listed[bare]
    return len(_hyphenation().positions(bare)) + 1 if bare else 0


@cache
def easy_words() -> frozenset[str]:
    """The Dale–Chall list of words known to fourth-graders, as textstat carries it."""
    package = find_spec("textstat")  # where it is, without importing it
    assert package is not None
    assert package.origin is not None
    listed = Path(package.origin).with_name("resources") / "en" / "easy_words.txt"
    return frozenset(listed.read_text(encoding="utf-8").split())
