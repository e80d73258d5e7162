"""When an article was published: the date of a line that holds nothing else, and why a date was not taken."""

import re

from mediakit.text.date_words import find_date_words
from mediakit.text.dates import read_date

_UPDATED = re.compile(
    r"\b(?:updated|modified|edited|aktualisiert|mis à jour|actualizado|aggiornato)\b\W*(?:on|am|le|el|il)?\W*$", re.IGNORECASE
)
_TWO_WAYS = re.compile(r"\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b")


def why_no_date(written: str) -> tuple[str, str] | None:
    """What is wrong with a date and how to mend it, or None where it can be read.

    >>> why_no_date("03/04/2025")
    ("'03/04/2025' can be read in two ways; it is left out", 'write 2025-03-22, 2025-03 or 2025')
    >>> why_no_date("22 March 2025") is None
    True
    """
    if read_date(written):
        return None
    shown = written if len(written) <= 80 else f"{written[:79]}…"
    what = "can be read in two ways" if _TWO_WAYS.match(written) else "is no date that can be read"
    return f"{shown!r} {what}; it is left out", "write 2025-03-22, 2025-03 or 2025"


def date_of_line(line: str) -> str | None:
    """The day that a line of dates gives as the day of publication, or None.

    >>> date_of_line("Published: 22 March 2025, 08:00 | Updated: 23 March 2025"), date_of_line("Updated 23 March 2025") is None
    ('2025-03-22', True)
    """
    for words in find_date_words(line):
        if words.form == "full" and words.granularity == "day" and words.value and not _UPDATED.search(line[: words.begin]):
            return words.value
    return None
