"""On whom an article rests: how its statements are tied to sources, and what kind of sources those are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from mediakit.document import Document
from mediakit.measures.measure import Measure, Reading
from mediakit.text.date_words import find_date_words

FEWEST = 5  #: statements below which a share of them is no number
_FIGURE = re.compile(r"\d|\b(?:hundred|thousand|million|billion|trillion|dozen)s?\b", re.IGNORECASE)
_NAMED = frozenset({"named_person", "named_organisation"})
_UNNAMED = frozenset({"unnamed_person", "unnamed_group", "bare"})


def _per_100_words(document: Document, attributions: Sequence[Any]) -> float:
    return 100 * len(attributions) / float(document.totals.words)


#: for each share the statements that it counts
COUNTED: dict[str, Callable[[Any], bool]] = {
    "named_share": lambda row: row.identification in _NAMED,
    "unnamed_share": lambda row: row.identification in _UNNAMED,
    "state_medium_share": lambda row: row.role == "state_medium",
    "document_share": lambda row: row.identification == "document",
    "non_neutral_cue_share": lambda row: row.cue_class not in (None, "neutral"),
}


def _share_of(name: str) -> Callable[..., float]:
    def share(_: Document, attributions: Sequence[Any]) -> float:
        return sum(map(COUNTED[name], attributions)) / len(attributions)

    return share


def _not_neutral(_: Document, attributions: Sequence[Any]) -> Reading:
    known = [row for row in attributions if row.cue_class]
    if len(known) < FEWEST:
        return Reading(None, len(known), "too short")
    return Reading(sum(map(COUNTED["non_neutral_cue_share"], known)) / len(known), len(known), "ok")


def has_figure(sentence: str, language: str | None = "en") -> bool:
    """Whether a sentence gives a figure; the figures of a date are none.

    >>> has_figure("Some 40 boats sank."), has_figure("They met on 22 March 2025.")
    (True, False)
    """
    left = sentence
    for date in find_date_words(sentence, language):
        left = left[: date.begin] + " " * (date.end - date.begin) + left[date.end :]
    return bool(_FIGURE.search(left))


def has_source(begin: int, end: int, attributions: Sequence[Any]) -> bool:
    """Whether anything of a sentence is tied to a source."""
    return any(row.begin < end and row.end > begin for row in attributions)


def _unattributed(document: Document, attributions: Sequence[Any]) -> Reading:
    figures = [(begin, end) for begin, end, _ in document.sentences if has_figure(document.text[begin:end], document.language)]
    free = [sentence for sentence in figures if not has_source(*sentence, attributions)]
    return Reading(float(len(free)), len(figures), "ok") if figures else Reading(None, 0, "no figures")


_RULES = "count; the rules are in docs/quotes.md"
_sourced = partial(Measure, needs=("attributions",), from_zero=True, reference=_RULES)
_share = partial(_sourced, unit="share of statements", counts="attributions", minimum=FEWEST, decimals=2)

SOURCING = (
    _sourced(name="attributions_per_100_words", label="Statements with a source", unit="statements per 100 words", minimum=100,
             higher_means="more is tied to sources", compute=_per_100_words,
             what="statements tied to a source, for each 100 words"),
    _share(name="named_share", label="Sources with a name", higher_means="more sources are named",
           compute=_share_of("named_share"),
           what="statements whose source is a person or an organisation with a name, of all statements tied to a source"),
    _share(name="unnamed_share", label="Sources without a name", higher_means="fewer sources are named",
           compute=_share_of("unnamed_share"),
           what="statements whose source is a person or group without a name, or nobody (“reportedly”), of all statements tied "
                "to a source"),
    _share(name="state_medium_share", label="State media as source", higher_means="more rests on state media",
           compute=_share_of("state_medium_share"),
           what="statements whose source is a medium run by a state, of all statements tied to a source"),
    _share(name="document_share", label="Documents as source", higher_means="more rests on documents",
           compute=_share_of("document_share"),
           what="statements whose source is a document, of all statements tied to a source"),
    _sourced(name="unattributed_figures", label="Sentences with figures and no source", unit="sentences", decimals=0,
             higher_means="more figures without a source", compute=_unattributed,
             what="sentences that give a figure, dates apart, and of which nothing is tied to a source"),
    _share(name="non_neutral_cue_share", label="Verbs other than said", higher_means="more verbs with a slant of their own",
           compute=_not_neutral,
           what="statements whose verb does more than “said”, such as “claimed” or “pointed out”, of all with such a verb"),
)  # fmt: skip
