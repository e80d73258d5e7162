"""What is known about each article, and what is not, before anything is measured."""

from __future__ import annotations

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.tables import missing
from mediakit.views.shown import Shown, escape, html_table, plain_text

LANGUAGES = {  # for readers; the tables keep the codes
    "ar": "Arabic", "bn": "Bengali", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "sw": "Swahili", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
BASES = {
    "manifest": "said in the manifest",
    "url": "from the address",
    "meta": "said in the file’s own columns",
    "line": "read in the text",
    "text": "worked out from the words",
    "filename": "from the file name",
    "user": "you said so",
    "grouped": "found by grouping",
}


def known_table(corpus: Corpus) -> pd.DataFrame:
    """One row an article: what is known, each value with where it comes from.

    Returns article, outlet, headline, published, byline, credit line, language.
    """
    articles = corpus.articles

    def cells(field: str) -> list[object]:
        pairs = zip(articles[field], articles[f"{field}_basis"], strict=True)
        names = LANGUAGES if field == "language" else {}
        told = BASES | {"line": "likely, read in the text"} if field == "title" else BASES
        return [pd.NA if missing(value) else f"{names.get(value, value)} ({told[basis]})" for value, basis in pairs]

    shown_as = [
        f"not known; shown as {label}" if missing(cell) else cell
        for cell, label in zip(cells("outlet"), articles["outlet_label"], strict=True)
    ]
    return pd.DataFrame(
        {
            "article": articles["article_id"],
            "outlet": shown_as,
            "headline": cells("title"),
            "published": cells("published"),
            "byline": cells("byline"),
            "credit line": ["none found" if missing(cell) else cell for cell in cells("original_source")],
            "language": cells("language"),
        }
    )


def show_articles(corpus: Corpus) -> Shown:
    """What was read and what is known about it: counts first, then a row an article, then the problems.

    >>> import mediakit as mk
    >>> print(mk.show_articles(mk.read_texts({"Harbour Herald": "The ferry stopped."})).plain.splitlines()[0])
    1 article loaded of 1 found; 1 known outlet, 0 articles of unknown outlet; 0 problems.
    """
    lead, table = reading_summary(corpus), known_table(corpus)
    problems = corpus.problems
    body = f'<p class="mk-lead">{escape(lead)}</p>{html_table(table, "What is known about each article, and how")}'
    if len(problems):
        body += html_table(problems_table(corpus), "Problems met while reading")
    plain = "\n".join([lead, plain_text(table), *([plain_text(problems_table(corpus))] if len(problems) else [])])
    return Shown(body, plain)


def problems_table(corpus: Corpus) -> pd.DataFrame:
    """The problems in words for readers, with a dash where a line or field does not apply."""
    shown = corpus.problems.astype(object).where(corpus.problems.notna(), "–")
    return shown.rename(columns={"path": "file", "mend": "how to mend it", "fate": "what became of it"})


def reading_summary(corpus: Corpus) -> str:
    """In one sentence: how much was read, how many outlets are known, how many problems there are."""
    origin, unknown = corpus.origin, int(corpus.articles["outlet_key"].isna().sum())
    known = corpus.articles["outlet_key"].nunique()
    fates = (origin.quarantined, "could not be read (quarantined)"), (origin.skipped, "not used (skipped)")
    lost = [f"{count} {fate}" for count, fate in fates if count]
    chosen = "" if len(corpus.articles) == origin.loaded else f"{_count(len(corpus.articles), 'article')} chosen; "
    return (
        f"{chosen}{_count(origin.loaded, 'article')} loaded of {origin.found} found{''.join(f', {part}' for part in lost)}; "
        f"{_count(known, 'known outlet')}, {_count(unknown, 'article')} of unknown outlet; "
        f"{_count(len(corpus.problems), 'problem')}."
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
