"""The methods paragraph of a report, ready to quote, and the log of what a user decided: made from what was done."""

from __future__ import annotations

import platform
from collections.abc import Iterator

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.measures.catalogue import MEASURES
from mediakit.recipes import VERSION
from mediakit.tables import missing, rows_of
from mediakit.text.parse import PATTERNS_ONLY, model_name
from mediakit.views.known import reading_summary
from mediakit.views.shown import Shown, escape, html_table, plain_text
from mediakit.views.validity import how_sure

_TOLD = ("lines", "direct", "indirect", "links", "passages")  # how often the rules behind a report were right


def methods_words(corpus: Corpus, values: pd.DataFrame, story_members: pd.DataFrame | None = None) -> str:
    """How the numbers of a report were made, to quote: what was read, what was measured, what was found and how often rightly.

    Parameters: corpus; values, what measure() returned, several of them joined where there are several; story_members, what
    group_stories() returned.

    Every half-sentence follows from the corpus, the recipes of the values, or the versions of what is installed.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped."})
    >>> methods_words(corpus, mk.measure(corpus, ["word_count"])).split(". ")[1]
    'Lines that do not belong to the article (0 of 1) were labeled by rules and not counted'
    """
    parts = (_read(corpus, story_members), _measured(values), _found())
    return "\n\n".join(" ".join(part) for part in parts)


def _read(corpus: Corpus, story_members: pd.DataFrame | None) -> Iterator[str]:
    read = reading_summary(corpus).rstrip(".")
    yield f"The articles were read with mediakit {VERSION} (Python {platform.python_version()}): {read}."
    lines = corpus.lines[corpus.lines["label"] != "blank"]
    not_counted = int((lines["label"] != "body").sum())
    yield f"Lines that do not belong to the article ({not_counted} of {len(lines)}) were labeled by rules and not counted."
    decided = len(corpus.corrections)
    yield f"The rules were overruled by hand in {_count(decided, 'place')}." if decided else "No rule was overruled by hand."
    if story_members is not None and len(story_members):
        grouped, events = int((story_members["basis"] == "grouped").sum()), story_members["story_id"].nunique()
        yield (
            f"The articles report {_count(events, 'event')}: {len(story_members) - grouped} were put to theirs by what was "
            f"given, {grouped} by their words, names and dates."
        )


def _measured(values: pd.DataFrame) -> Iterator[str]:
    for options, names in _ways(values).items():
        labels = [MEASURES[name].label if name in MEASURES else name for name in names]
        yield f"Measured with {options}: {', '.join(labels)}."
    methods = sorted(set(values["interval_method"].dropna())) if len(values) else []
    if methods:
        yield f"Intervals: {'; '.join(methods)}, redrawn 200 times from a seed that is made of the article's name."
    left_out = values.loc[~values["status"].isin(("ok", "other event")), "status"].value_counts().sort_index()
    if len(left_out):
        reasons = ", ".join(f"{status}: {count}" for status, count in left_out.items())
        yield f"Where a number would mean nothing, the reason stands in its place ({reasons})."


def _found() -> Iterator[str]:
    yield (
        "Quotations, statements and their sources were found by published rules and word lists over "
        f"{_model()}; copies of quotations and shared passages by comparing their words; possible origins by credits, agencies, "
        "shared words and the order of facts."
    )
    yield " ".join(how_sure(extractor) for extractor in _TOLD)
    yield "What each measure counts and where it was published stands in the codebook; checksums and recipes in the manifest."


def _ways(values: pd.DataFrame) -> dict[str, list[str]]:
    """The measures by the options of their recipes."""
    ways: dict[str, dict[str, None]] = {}
    for recipe in dict.fromkeys(values["recipe"].dropna()):
        name, _, *options = recipe.split()
        ways.setdefault(", ".join(option.replace("=", " ") for option in options), {})[name.partition("/")[0]] = None
    return {options: [*names] for options, names in ways.items()}


def _model() -> str:
    name = model_name()
    return "patterns of words alone, without a parser" if name == PATTERNS_ONLY else f"sentences parsed by spaCy's {name}"


def show_methods(corpus: Corpus, values: pd.DataFrame, story_members: pd.DataFrame | None = None) -> Shown:
    """How the numbers were made, to look at and to copy.

    Parameters: corpus; values, what measure() returned, several of them joined where there are several; story_members, what
    group_stories() returned.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped."})
    >>> print(mk.show_methods(corpus, mk.measure(corpus, ["word_count"])))  # doctest: +ELLIPSIS
    The articles were read with mediakit ...
    """
    words = methods_words(corpus, values, story_members)
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in words.split("\n\n"))
    return Shown(f'<blockquote class="mk-methods">{paragraphs}</blockquote>', words)


def show_corrections(corpus: Corpus) -> Shown:
    """The log of corrections: what a user decided against the rules, with reason, name and day where they are given.

    Parameters: corpus.

    >>> import mediakit as mk
    >>> print(mk.show_corrections(mk.read_texts({"Harbour Herald": "The ferry stopped."})))
    No rule was overruled: there is no correction.
    """
    log = corpus.corrections
    if log.empty:
        none = "No rule was overruled: there is no correction."
        return Shown(f"<p>{none}</p>", none)
    rows = [
        (
            row.article_id,
            row.field.replace("_", " ") if row.table == "articles" else f"{row.field} of {row.begin} to {row.end}",
            *("–" if missing(cell) else cell for cell in (row.value, row.reason, row.who, row.when)),
        )
        for row in rows_of(log)
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=["article", "what", "is", "reason", "decided by", "on"])
    return Shown(html_table(table, "What was decided against the rules"), plain_text(table))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
