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
    return textstat


@cache
def easy_words() -> frozenset[str]:
    """The 2,940 words of the Dale–Chall list that textstat carries."""
    from importlib.resources import files

    listed = files("textstat").joinpath("resources/en/easy_words.txt").read_text(encoding="utf-8")
    return frozenset(listed.split())
