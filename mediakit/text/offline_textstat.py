"""The one door to textstat, opened late and without the network.

textstat asks nltk for the CMU Pronouncing Dictionary and would fetch it on first use. mediakit
ships the dictionary (lexicons/nltk_data, BSD-2-Clause) and puts it first on nltk's path, so the
first score is as offline as the last, and the same on every machine.
"""

from functools import cache
from types import ModuleType

from mediakit.lexicons import lexicon_folder


@cache
def offline_textstat() -> ModuleType:
    """The textstat module, with the pronunciations that ship with mediakit."""
    import nltk
    import textstat

    nltk.data.path.insert(0, str(lexicon_folder() / "nltk_data"))
    module: ModuleType = textstat
    return module


@cache
def _syllables_listed() -> dict[str, int]:
    """Syllables of the first pronunciation of every word in the dictionary: its phones that carry a stress digit."""
    listed: dict[str, int] = {}
    with (lexicon_folder() / "nltk_data" / "corpora" / "cmudict" / "cmudict").open(encoding="utf-8") as lines:
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
