"""One record into a draft of its article: the steps, in the order that decides which source of a value wins."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import PurePosixPath

from mediakit.articles.draft import Draft
from mediakit.articles.given import applies, take_manifest, take_own_fields
from mediakit.articles.identity import settle_byline, take_address, take_canonical
from mediakit.articles.lines import take_text
from mediakit.identity import why_no_date
from mediakit.loaders import Record
from mediakit.loaders.corrections import Correction
from mediakit.loaders.flags import signs_in
from mediakit.loaders.formats import BY_ENDING

_OTHER_LINE_END = re.compile("[\r\u2028\u2029]")


def article_id_of(record: Record) -> str:
    """The path below the corpus folder without its ending, #n for the nth record of a file."""
    stem = _stem(record.path)
    return stem if record.number is None else f"{stem}#{record.number}"


@lru_cache(100)  # a file may hold many records
def _stem(written: str) -> str:
    path = PurePosixPath(written)
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    return path.with_suffix("").as_posix() if path.suffix.lower() in BY_ENDING else path.as_posix()


def draft(record: Record, manifest: Mapping[str, str], corrections: Iterable[Correction], article_id: str, told: bool) -> Draft:
    """Everything that can be said about one article from itself and what was given with it.

    Parameters: record; manifest, its row; corrections of the article; article_id; told, whether its text may hold a notice
    or a credit, as may_tell says.
    """
    made = Draft(article_id, record, hashlib.sha256(record.text.encode()).hexdigest())
    current = [correction for correction in corrections if applies(correction, made)]
    for correction in current:
        if correction.table == "articles":
            made.values[correction.field] = (correction.value or "", "user")
    take_manifest(made, manifest, corrected=set(made.values))
    take_own_fields(made)
    take_address(made)
    take_canonical(made)
    take_text(made, [correction for correction in current if correction.table == "lines"], told)
    _take_signs(made, told)
    _settle(made)
    return made


def _take_signs(made: Draft, told: bool) -> None:
    """Flags that the text's own words raise; one that the reader of the file raised is said by it."""
    text, n_words = made.record.text, None
    # lines that were not labelled hold no notice, however short the article
    if told and made.placed:
        n_words = sum(len(text[begin:end].split()) for begin, end, _ in made.placed.parts.tolist())
    signs = [sign for sign in signs_in(text, n_words) if sign.flag not in made.record.flags]
    made.signs = tuple(sign.flag for sign in signs)
    for sign in signs:
        made.note("text", sign.what, sign.mend)


def _settle(made: Draft) -> None:
    """Dates in one form, bylines without roles and agencies, and what to tell about lines and language."""
    published = made.given("published")
    wrong = why_no_date(published) if published else None
    if wrong:
        made.note("published", *wrong)
        del made.values["published"]
    settle_byline(made)
    text = made.record.text.strip()
    if "\n" not in text and _OTHER_LINE_END.search(text):
        mend = "save the text with the line ends of today (in an editor: LF or CRLF), so that headline and site text can be told"
        made.note("text", "the lines end in signs that end no line here: the whole text is one line", mend)
    if made.language not in (None, "en"):
        mend = "nothing, or put the right language into the manifest; formulas for English say “other language”"
        made.note("language", f"the text is in another language than English ({made.given('language')})", mend)
