"""Words that tell what a name is: of organisations, titles, offices, countries."""

from __future__ import annotations

from functools import cache

from mediakit.lexicons import load_lexicon
from mediakit.sources.roles import default_roles


def organisation_key(words: str) -> str:
    """How a word is looked up: WHO only in capitals, Ministry in any letters."""
    return words if words.isupper() and len(words) <= 6 else words.rstrip(".").casefold()


def shows_organisation(words: str, *, whole: bool = False) -> bool:
    """Whether words stand in the lexicon of organisations; whole: they are all of a name (Sun, but not Sun Wei).

    >>> shows_organisation("Ministry"), shows_organisation("Un"), shows_organisation("UN"), shows_organisation("Sun")
    (True, False, True, False)
    """
    found = _organisation_words().get(organisation_key(words))
    return found is not None and (whole or not found)


@cache
def _organisation_words() -> dict[str, bool]:
    """The lexicon of organisations: whether an entry counts only where it is the whole of a name."""
    return {organisation_key(row["word"]): row["whole"] == "yes" for row in load_lexicon("organisation_words").rows}


@cache
def honorifics() -> dict[str, str]:
    """Titles before names, without full stops, and whose they are: male, female or nothing."""
    return {row["word"].rstrip(".").casefold(): row["gender"] for row in load_lexicon("honorifics").rows}


@cache
def role_words() -> dict[str, str]:
    """The kind of each entry of the lexicon of roles, by its words."""
    return {word: row["kind"] for word, row in default_roles().rows.items()}


@cache
def governments() -> dict[str, str]:
    """Countries, their adjectives, capitals and seats of government: what each is."""
    rows = load_lexicon("governments").rows
    return {form: row["kind"] for row in rows for form in (row["word"].casefold(), row["word"].casefold().rstrip("."))}
