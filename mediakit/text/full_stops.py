"""Whether a mark ends a sentence: one rule after the other is asked, and the first that knows decides.

A rule looks at what stands around one mark inside a paragraph, with more text after it. It answers
True (a sentence ends), False (it goes on) or None (not for this rule to say).
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from mediakit.lexicons import lexicon_words, load_lexicon


class Mark(NamedTuple):
    """A full stop, question or exclamation mark, or several, with what stands around."""

    word: str  #: the word before, without marks around it
    opens: bool  #: whether that word is the first of its sentence
    sign: str  #: the mark itself
    closing: str  #: quotation marks and brackets closed directly behind it
    opening: str  #: quotation marks, brackets and dashes before the next word
    after: str  #: the text from the next word on, at most AHEAD characters of it


AHEAD = 80
Rule = Callable[[Mark], bool | None]

DASHES = ("—", "–", "-")
_QUOTES = frozenset("\"“”'‘’«»")
_FIRST_WORD = re.compile(r"[A-Z][a-z]*(?=[\s’',:]|$)")
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")  # iPhone, eBay
_LETTERS = re.compile(r"[A-Za-z]|(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,2}")  # J  U.S  Ph.D
_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZ]?[b-df-hj-np-tv-xz]{1,4}")
_NUMBERING = re.compile(r"\d{1,3}|[A-Za-z]|[ivxIVX]{1,5}")
_ZONE = re.compile(r"[A-Z]\w+ time\b")


def remark_in_brackets(mark: Mark) -> bool | None:
    """A mark alone in brackets (!) is a remark."""
    return False if not mark.word else None


def before_lower_case(mark: Mark) -> bool | None:
    """Before a word in lower case a sentence goes on, unless the writer does without capitals.

    He does when a plain mark follows an ordinary word in lower case, and when he calls himself i. Brands
    (iPhone) and web addresses have no capital to begin with.
    """
    if not mark.after[:1].islower():
        return None
    if _BRAND.match(mark.after) or mark.after.startswith(("http", "www.")):
        return True
    if mark.closing or mark.opening or mark.sign.startswith(("..", "…")):
        return False
    if mark.sign in (".", "!"):
        return len(mark.word) > 3 and mark.word.isalpha() and mark.word.islower() and _kind(mark.word) is None
    return re.match(r"i['’\s]", mark.after) is not None


def signature(mark: Mark) -> bool | None:
    """A dash and a name at the end of a paragraph say who wrote or said what stands before."""
    if mark.opening.startswith(DASHES) and len(mark.after) < AHEAD and not re.search(r"[.!?…:]", mark.after.rstrip(" .")):
        return False
    return None


def asked_by(mark: Mark) -> bool | None:
    """A quoted question or cry is part of the sentence that names who asked: “Why?” Hill asked."""
    if mark.sign in (".", "…") or _QUOTES.isdisjoint(mark.closing) or mark.opening:
        return None
    for word in mark.after.split(None, 5)[:5]:
        if word.rstrip(",.:") in lexicon_words("speech_verbs"):
            return False
        if not word[0].isupper():
            return None
    return None


def name_with_mark(mark: Mark) -> bool | None:
    """Some names are written with an exclamation mark (Yahoo!)."""
    return False if mark.sign == "!" and mark.word + "!" in lexicon_words("names_with_marks") else None


def more_than_a_full_stop(mark: Mark) -> bool | None:
    """A question or exclamation mark or an ellipsis before anything but lower case ends a sentence."""
    return True if mark.sign != "." else None


def numbering(mark: Mark) -> bool | None:
    """A number or letter that stands first numbers what follows: 1. The ferry."""
    return False if mark.opens and mark.closing in ("", ")") and _NUMBERING.fullmatch(mark.word) else None


def abbreviation(mark: Mark) -> bool | None:
    """After an abbreviation the lexicon says whether, and before what, a sentence can end."""
    kind = _kind(mark.word.rpartition("-")[2])  # Maj.-Gen.
    if kind is None:
        return None
    if kind == "never" and not mark.closing:
        return False
    if kind == "not_before_figure":
        return not mark.after[:1].isdigit()
    return kind == "before_capital" or _new_start(mark)


def time_of_day(mark: Mark) -> bool | None:
    """After p.m. a sentence ends before a capital, unless a day, month or time zone follows."""
    if mark.word.lower() not in ("a.m", "p.m"):
        return None
    following = re.match(r"[^\W\d_]+", mark.after)
    if following is None or mark.opening.startswith(DASHES):
        return not mark.opening.startswith(DASHES) and bool(mark.opening)
    return following[0] not in lexicon_words("after_clock") and not _ZONE.match(mark.after)


def initials(mark: Mark) -> bool | None:
    """After letters with full stops (J., U.S., Ph.D.) a sentence ends only where a new one plainly begins."""
    if not _LETTERS.fullmatch(mark.word):
        return None
    if len(mark.word) == 1 and not _QUOTES.isdisjoint(mark.opening):
        return False  # J. “Bob” Hill
    return _new_start(mark)


def without_vowel(mark: Mark) -> bool | None:
    """A short word without a vowel is an abbreviation, known or not (Bldg., Sgt.)."""
    return _new_start(mark) if len(mark.word) > 1 and _NO_VOWEL.fullmatch(mark.word) else None


RULES: tuple[Rule, ...] = (
    remark_in_brackets,
    before_lower_case,
    signature,
    asked_by,
    name_with_mark,
    more_than_a_full_stop,
    numbering,
    abbreviation,
    time_of_day,
    initials,
    without_vowel,
)


def ends_sentence(mark: Mark) -> bool:
    """Whether a sentence ends at mark: what the first rule says that knows, otherwise yes.

    >>> [ends_sentence(Mark(word, False, ".", "", "", "Hill met us.")) for word in ("ferry", "Mr", "U.S")]
    [True, False, False]
    """
    for rule in RULES:
        answer = rule(mark)
        if answer is not None:
            return answer
    return True


@lru_cache(maxsize=50_000)
def is_ordinary(word: str) -> bool:
    """Whether a full stop after word, before a capital, ends a sentence by all rules: most words, so that few are asked about."""
    if not word.isalpha() or _kind(word) is not None:
        return False
    return len(word) > 5 or not (_NUMBERING.fullmatch(word) or _LETTERS.fullmatch(word) or _NO_VOWEL.fullmatch(word))


def _new_start(mark: Mark) -> bool:
    """Whether a new sentence plainly begins: with a quotation, or a word that is seldom part of a name.

    Before a dash none does: OWERRI, Imo St. — The ferry.
    """
    if mark.opening.startswith(DASHES):
        return False
    if not _QUOTES.isdisjoint(mark.opening):
        return True
    first = _FIRST_WORD.match(mark.after)
    return first is not None and first[0].lower() in lexicon_words("sentence_openers")


def _kind(word: str) -> str | None:
    """When a full stop after word ends a sentence, if word is a known abbreviation."""
    return _abbreviations().get(word)


@cache
def _abbreviations() -> dict[str, str]:
    """Every spelling of every known abbreviation, with when a full stop after it ends a sentence."""
    known: dict[str, str] = {}
    for row in load_lexicon("abbreviations").rows:
        word = row["word"]
        spellings = [word]
        if len(word) > 1:
            spellings.append(word[0].upper() + word[1:])
        if len(word) > 2:
            spellings.append(word.upper())
        for spelling in spellings:
            known.setdefault(spelling, row["ends"])
    return known
