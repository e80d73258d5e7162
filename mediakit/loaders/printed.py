"""Dates, languages, names of writers and counts of words as archives print them, put into the forms that articles use."""

import re

from mediakit.text.dates import read_date

_LONGEST = 120  # characters; no line with a date is longer
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_SEASON = re.compile(r"(?:spring|summer|autumn|fall|winter),?\s+((?:1[89]|20)\d\d)", re.IGNORECASE)
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi"
    r"|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|maandag|dinsdag|woensdag"
    r"|donderdag|vrijdag|zaterdag|zondag|mon|tue|wed|thu|fri|sat|sun)"
)
#: what may follow a date on its line: weekday, time, edition
_AFTER = re.compile(
    rf"(?:,?\s*\(?{_WEEKDAY}\)?)?,?\s*(?:\d{{1,2}}[:.]\d\d\S*(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{{2,5}})?)?"
    r"(?:,?\s*[\w\s.&,()/'’-]*\b(?:edition|editie|ausgabe|édition|edición|edizione|final|update|correction|web|online|print)\b"
    r"[\w\s.()-]*)?",
    re.IGNORECASE,
)
_LANGUAGES = {
    "en": "english englisch anglais inglés engels", "de": "german deutsch allemand alemán duits",
    "fr": "french français francais französisch francés frans", "es": "spanish español spanisch espagnol castellano",
    "nl": "dutch nederlands niederländisch néerlandais", "it": "italian italiano italienisch italien",
    "pt": "portuguese português portugiesisch portugais", "sv": "swedish svenska", "da": "danish dansk",
    "no": "norwegian norsk", "fi": "finnish suomi", "pl": "polish polski", "cs": "czech čeština", "ru": "russian русский",
    "uk": "ukrainian", "tr": "turkish türkçe", "ar": "arabic", "he": "hebrew", "fa": "persian farsi", "hi": "hindi",
    "bn": "bengali bangla", "ur": "urdu", "ta": "tamil", "zh": "chinese", "ja": "japanese", "ko": "korean", "el": "greek",
    "hu": "hungarian magyar", "ro": "romanian română", "id": "indonesian", "ms": "malay", "vi": "vietnamese", "th": "thai",
    "ca": "catalan català", "sw": "swahili", "af": "afrikaans", "is": "icelandic", "bg": "bulgarian", "hr": "croatian",
    "sr": "serbian",
}  # fmt: skip
_LANGUAGE = {name: code for code, names in _LANGUAGES.items() for name in names.split()}
_BY = re.compile(r"^(?:by|von|par|por|door)\s+(?=\S)", re.IGNORECASE)
_WORDS = re.compile(r"(\d[\d.,' ]*)\s*(?:words?|wörter|mots|palabras|woorden|parole|palavras)?\b", re.IGNORECASE)


def date_of(printed: str) -> str | None:
    """The date that a whole line or field gives, in ISO 8601 and no more exact than it is, or None.

    >>> date_of("June 24, 2021 Thursday, Late Edition"), date_of("24 juin 2021"), date_of("Summer 2021"), date_of("3/4/2021")
    ('2021-06-24', '2021-06-24', '2021', None)
    """
    line = " ".join(printed.split())
    if len(line) > _LONGEST:
        return None
    year = _YEAR.search(line)
    if year is None:
        return None
    if _AFTER.fullmatch(line, year.end()):
        line = line[: year.end()]
    season = _SEASON.fullmatch(line)
    if season:
        return season[1]
    found = read_date(line)
    return found[0] if found else None


def language_of(printed: str) -> str:
    """The code of a language given by its name; what is no name that is known stays as it is.

    >>> language_of("ENGLISH; ENGLISCH"), language_of("en"), language_of("Quenya")
    ('en', 'en', 'Quenya')
    """
    words = re.findall(r"[^\W\d_]+", printed.lower())
    return next((_LANGUAGE[word] for word in words if word in _LANGUAGE), printed.strip())


def writer_of(printed: str) -> str:
    """Who signed, without the “By” in front.

    >>> writer_of("By Ama Boyle in Accra")
    'Ama Boyle in Accra'
    """
    return _BY.sub("", printed.strip())


def words_of(printed: str) -> str:
    """The number in a count of words as printed, or all of it where there is none.

    >>> words_of("1,234 words"), words_of("Length: 512 Wörter")
    ('1234', '512')
    """
    found = _WORDS.search(printed)
    return re.sub(r"\D", "", found[1]) if found else printed.strip()
