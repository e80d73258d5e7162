"""The one door to textstat, opened late and without the network.

textstat asks nltk for the CMU Pronouncing Dictionary, which nltk would fetch on first use and refuses
to read from files it does not trust. mediakit ships the dictionary (lexicons/cmudict, BSD-2-Clause)
and hands it to textstat, so the first score is as offline as the last and the same on every machine.
"""

import sys
from functools import cache
from types import ModuleType

from mediakit.lexicons import lexicon_folder


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


def textstat_syllables(word: str) -> int:
    """textstat.syllable_count(word) for one word of letters and apostrophes.

    A word in the dictionary is looked up in it directly, which is what textstat does after several
    rounds of pattern matching; any other word is textstat's to judge. tests/agreement holds the two together.

    >>> [textstat_syllables(word) for word in ("Reading", "isn't", "Zorblatt")]
    [2, 2, 2]
    """
    listed = _syllables_listed().get(word.lower())
    return int(offline_textstat().syllable_count(word)) if listed is None else listed


@cache
def easy_words() -> frozenset[str]:
    """The Dale–Chall list of words known to fourth-graders, as textstat carries it."""
    from importlib.resources import files

    listed = files("textstat").joinpath("resources/en/easy_words.txt").read_text(encoding="utf-8")
    return frozenset(listed.split())
