"""Word lists as data: one CSV a list, with a TOML beside it for title, source, licence and version."""

import csv
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple


class Lexicon(NamedTuple):
    """A word list and what is known about it."""

    name: str
    title: str
    source: str
    licence: str
    version: str
    rows: tuple[dict[str, str], ...]


def lexicon_folder() -> Path:
    """Where the word lists stand in the installed package."""
    return Path(str(files(__package__)))


@cache
def load_lexicon(name: str, language: str = "en") -> Lexicon:
    """The word list called name, read once.

    >>> load_lexicon("function_words").licence
    'MIT'
    """
    folder = lexicon_folder() / language
    about = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        rows = tuple(csv.DictReader(lines))
    return Lexicon(name, about["title"], about["source"], about["licence"], about["version"], rows)


@cache
def lexicon_words(name: str, language: str = "en") -> frozenset[str]:
    """The entries of a word list's first column.

    >>> "the" in lexicon_words("function_words")
    True
    """
    return frozenset(next(iter(row.values())) for row in load_lexicon(name, language).rows)
