"""Names in running text, by their capitals: “Ontario Health Minister Greg Pell” is Greg Pell, a minister.

A run of words in capitals is cut behind the last title or office in it; what follows is a person's name. A run
that ends in a word such as Ministry, Ltd or Union, or is written in capitals throughout, is an organisation's.
Whether a first word has its capital only because a sentence begins there is told by the rest of the article.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from mediakit.lexicons import lexicon_words
from mediakit.sources.name_words import governments, honorifics, role_words, shows_organisation
from mediakit.sources.roles import roles_in

_TOKEN = re.compile(r"[^\W_]+(?:(?:['’.&-]|\.-)[^\W_]+)*\.?")
_POSSESSIVE = ("'s", "’s")
_ARTICLE = re.compile(r"(?:al|el|d|ad|as|ash|at|an)[-'’]\w")
_ABBREVIATED = re.compile(r"(?:[^\W\d_]\.)+(?:[^\W\d_])?\.?\Z")  # S. or U.S.
_INNER = frozenset((
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "bin",
     "ibn", "binti", "al", "el", "ben", "y", "e", "zu", "of", "for", "on", "and", "the",
))  # fmt: skip
_PARTICLES = frozenset((
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "bin",
     "ibn", "binti", "al", "el", "ben", "zu",
))  # fmt: skip
_ALSO_SURNAMES = frozenset((
    "king", "bishop", "judge", "dean", "major", "justice", "prince", "pope", "marshal", "chief", "canon", "warden",
))  # fmt: skip
_SMALL_IN_NAMES = frozenset(["plc"])
_BREAKS = frozenset((
    "the", "a", "is", "are", "was", "were", "i", "it", "he", "she", "they", "we", "you", "and", "but", "not", "what",
     "why", "how", "when", "where", "this", "that", "with", "to", "has", "have", "his", "her",
))  # fmt: skip
_JOIN_ORGANISATIONS = frozenset(("of", "for", "on", "in", "against"))


class Name(NamedTuple):
    """A name where it stands, titles apart."""

    begin: int  #: of the name itself, without a title
    end: int
    words: tuple[str, ...]
    before: str  #: titles and offices in capitals right before it: "Ontario Health Minister"
    organisation: bool
    possessive: bool  #: it only says whose: "Lund’s publicist"

    @property
    def text(self) -> str:
        """The name with single blanks."""
        return " ".join(self.words)


class _Word(NamedTuple):
    text: str
    begin: int
    end: int
    capital: bool
    possessive: bool


def names_in(text: str, begin: int, end: int, *, common: Collection[str] = ()) -> list[Name]:
    """The names in a sentence or mention, in reading order.

    common: words in small letters that the article holds elsewhere, to tell “Fresh talks” from a name.

    >>> [(name.text, name.before) for name in names_in("Health Minister Ada Obi met Lt. Bo Lee of Harbour Trust.", 0, 55)]
    [('Ada Obi', 'Health Minister'), ('Bo Lee', 'Lt.'), ('Harbour Trust', '')]
    """
    words = list(_words(text, begin, end))
    return [name for run in _runs(text, words, common) for name in _names_of(text, run)]


def _words(text: str, begin: int, end: int) -> Iterator[_Word]:
    for found in _TOKEN.finditer(text, begin, end):
        word, stop = found[0], found.end()
        if word.isalpha() and word.islower():  # most words: nothing to look for
            yield _Word(word, found.start(), stop, word in _SMALL_IN_NAMES, False)
            continue
        if word.endswith(".") and not _keeps_full_stop(word, last=stop >= end):
            word, stop = word[:-1], stop - 1
        possessive = word.endswith(_POSSESSIVE)
        if possessive:
            word, stop = word[:-2], stop - 2
        elif word.endswith("s") and text[stop : stop + 1] in "'’" and text[stop : stop + 1] and word[:1].isupper():
            possessive = text[stop + 1 : stop + 2] == " "
        yield _Word(word, found.start(), stop, _is_capital(word), possessive)


def _keeps_full_stop(word: str, *, last: bool) -> bool:
    bare = word[:-1].casefold()
    return not last and (
        _ABBREVIATED.match(word) is not None
        or bare in honorifics()
        or bare in ("corp", "inc", "ltd", "co", "jr", "sr", "st", "dept")
    )


def _is_capital(word: str) -> bool:
    """Whether a word is written as names are: al-Sharaa and plc too."""
    if word[:1].isupper() or word in _SMALL_IN_NAMES:
        return True
    return not word.islower() and _ARTICLE.match(word) is not None and any(letter.isupper() for letter in word)


def _runs(text: str, words: list[_Word], common: Collection[str]) -> Iterator[list[_Word]]:
    """Words in capitals that stand side by side, with the small words that hold a name together."""
    run: list[_Word] = []
    for place, word in enumerate(words):
        if not run and not word.capital:
            continue
        gap = text[run[-1].end : word.begin] if run else ""
        if run and (run[-1].possessive or gap.strip() or "\n" in gap):
            yield from _cut(run)
            run = []
        if word.capital and run and not word.text.isupper() and _breaks(word.text):  # Enter The Daily Byte
            yield from _cut(run)
            run = []
        elif word.capital:
            if run or not _is_opener(word, place, words, text, common):
                run.append(word)
        elif run and word.text.casefold() in _INNER and _goes_on(run, words[place:], text):
            run.append(word)
        else:
            yield from _cut(run)
            run = []
    yield from _cut(run)


def _cut(run: list[_Word]) -> Iterator[list[_Word]]:
    while run and not run[-1].capital:
        run = run[:-1]
    if run:
        yield run


def _breaks(word: str) -> bool:
    """Whether a word with a capital is no part of a name: The, Is, I’m, Don’t, Monday."""
    plain = word.replace("’", "'")
    return plain in lexicon_words("no_names") or plain.split("'")[0].casefold() in _BREAKS or plain.endswith("n't")


def _is_opener(word: _Word, place: int, words: list[_Word], text: str, common: Collection[str]) -> bool:
    """Whether the capital is there only because a sentence or quotation begins."""
    lower = word.text.casefold()
    if lower in lexicon_words("function_words") or _breaks(word.text) or word.text in lexicon_words("no_names"):
        return True
    before = text[: word.begin].rstrip()[-1:]
    first = place == 0 or before in "“\"‘'«.:;!?(–—-" or "\n" in text[words[place - 1].end : word.begin]
    if not first:
        return False
    if lower in lexicon_words("sentence_openers"):
        return True
    alone = place + 1 >= len(words) or not words[place + 1].capital
    known = lower in role_words() or shows_organisation(word.text, whole=True) or lower in governments() or lower in honorifics()
    return lower in common and not known and (alone or not word.text.isupper())


def _goes_on(run: list[_Word], following: list[_Word], text: str) -> bool:
    """Whether a small word stands inside a name: de, van, of after Ministry, and before Coastguard Agency."""
    small = following[0].text.casefold()
    rest = following[1:4]
    if rest and rest[0].text in lexicon_words("no_names"):  # the Labor Department on Monday
        return False
    while rest and rest[0].text.casefold() in _PARTICLES | ({"the"} if small != "and" else set()):
        rest = rest[1:]
    if not rest or not rest[0].capital or text[following[0].end : rest[0].begin].lower().strip("abcdefghijklmnopqrstuvwxyz "):
        return False
    if small in _PARTICLES:
        return True
    if small == "the":
        return run[-1].text.casefold() in _JOIN_ORGANISATIONS
    if small in _JOIN_ORGANISATIONS:
        return any(shows_organisation(word.text) for word in run) or run[-1].text.casefold() in role_words()
    ahead = _capitals_ahead(following[1:], text)
    pair = " ".join([*(word.text for word in run), "and", *(word.text for word in ahead)]).casefold()
    return pair in governments() or (
        _is_organisation(ahead) and not _is_organisation(run) and len(ahead) <= 4 and not _has_person(run)
    )


def _capitals_ahead(words: list[_Word], text: str) -> list[_Word]:
    ahead: list[_Word] = []
    for word in words:
        if not word.capital or (ahead and text[ahead[-1].end : word.begin].strip()):
            break
        ahead.append(word)
        if word.possessive:
            break
    return ahead


def _is_organisation(words: list[_Word]) -> bool:
    return len(words) > 1 and (
        shows_organisation(words[-1].text) or shows_organisation(" ".join(word.text for word in words[-2:]))
    )


def _has_person(run: list[_Word]) -> bool:
    return any(word.text.rstrip(".").casefold() in honorifics() for word in run)


def _names_of(text: str, run: list[_Word]) -> Iterator[Name]:
    """The name in a run, cut behind titles and offices; a run of offices alone has none."""
    if shows_organisation(" ".join(word.text for word in run), whole=True) and len(run) > 1:
        yield _name(text, run, 0, organisation=True)
        return
    at = _behind_titles(tuple(word.text.rstrip(".").casefold() for word in run))
    if len(run) == 1 and _is_role(run[0].text):
        if _begins(text, run[0]):
            return
        at = 0
    elif _is_plural_role(run[-1].text) and all(word.capital for word in run):
        return
    written = tuple(word.text for word in run)
    if at < len(run) and not _holds_organisation(written[at:]):
        yield _name(text, run, at, organisation=_is_acronym(run[at:]) and at == 0)
    elif _holds_organisation(written):
        yield _name(text, run, 0, organisation=True)
    elif len(run) > 1 and not _offices_only(run):
        yield _name(text, run, 0, organisation=False)


def _name(text: str, run: list[_Word], at: int, *, organisation: bool) -> Name:
    kept = run[at:]
    before = text[run[0].begin : run[at].begin].strip() if at else ""
    return Name(kept[0].begin, kept[-1].end, tuple(word.text for word in kept), before, organisation, kept[-1].possessive)


@lru_cache(maxsize=4096)
def _behind_titles(lower: tuple[str, ...]) -> int:
    """Where the name begins: behind the last title or office; the number of words where nothing follows it."""
    at = 0
    for place in range(len(lower)):
        for size in (3, 2, 1):
            phrase = " ".join(lower[place : place + size])
            one = phrase.removesuffix("s") if place + size < len(lower) else phrase  # Senators Ann Lee and Bo Hill
            if place + size <= len(lower) and (
                phrase in honorifics() or role_words().get(phrase) == "person" or role_words().get(one) == "person"
            ):
                at = max(at, place + size)
                break
    if 0 < at < len(lower) and lower[at] in ("of", "for"):  # Secretary of State Ann Lee: the name is the last two words
        at = len(lower) - 2 if len(lower) - at > 3 else len(lower)
    return at


@lru_cache(maxsize=4096)
def _holds_organisation(written: tuple[str, ...]) -> bool:
    """Whether a word in a run shows that an organisation is named; not where a title alone stands before it."""
    if len(written) == 2 and written[0].rstrip(".").casefold() in honorifics() and not shows_organisation(written[1]):
        return False
    return any(
        shows_organisation(" ".join(written[place : place + size]), whole=size == len(written))
        for size in (1, 2, 3)
        for place in range(len(written) - size + 1)
    )


def _begins(text: str, word: _Word) -> bool:
    """Whether a sentence, quotation or mention begins with a word, or it follows an article."""
    before = text[: word.begin].rstrip(" ")
    return before[-1:] in ("", ".", "!", "?", ":", ";", "“", '"', "‘", "\n") or before[-4:].casefold().endswith(
        ("the", " a", " an")
    )


def _is_plural_role(word: str) -> bool:
    """Whether a word is a plural of what sources are called: House Republicans."""
    return any(role.plural and role.kind == "person" and role.end == len(word) for role in roles_in(word))


def _is_role(word: str) -> bool:
    """Whether a single word in capitals is what sources are called: "Residents", "Police"."""
    found = [role for role in roles_in(word) if role.end == len(word)]
    return any(role.plural or role.entry == "police" for role in found) or (
        bool(found) and not word.isupper() and not shows_organisation(word)
    )


def _is_acronym(words: list[_Word]) -> bool:
    return all(len(word.text) > 1 and word.text.replace(".", "").isupper() for word in words)


def _offices_only(run: list[_Word]) -> bool:
    """Whether a run ends in an office that nobody's name follows: “Texas Governor”, but not “Stephen King” or “Paul Porter”."""
    first, last = run[0].text.rstrip(".").casefold(), run[-1].text
    known = first in role_words() or first in honorifics() or first in governments() or shows_organisation(run[0].text)
    offices = [role.role for role in roles_in(last) if role.end == len(last)]
    in_office = any(role in ("politician", "government_military") for role in offices) and last.casefold() not in _ALSO_SURNAMES
    return known or len(run) > 3 or in_office
