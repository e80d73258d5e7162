"""compare_engines(): mediakit's values beside textstat's, and in words what the two do differently.

The known departures are data: each says which measures it touches and what it is, given the counts of both.
docs/readability.md shows every one of them on an example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.document import documents
from mediakit.errors import MeasureError
from mediakit.measures.catalogue import find_measure
from mediakit.measures.measure import Measure
from mediakit.measures.textstat_engine import TEXTSTAT, TextstatCounts, count_as_textstat
from mediakit.measures.values import measure
from mediakit.tables import ENGINES, make, rows_of
from mediakit.text.counts import Counts

_SAME = 1e-9
#: measures that change with the number of sentences, and with the number of words
_BY_SENTENCES = frozenset(TEXTSTAT) - {"character_count", "word_count", "paragraph_count"}
_BY_WORDS = frozenset(TEXTSTAT) - {"character_count", "sentence_count", "smog_index", "rix"}


class Departure(NamedTuple):
    """One thing textstat does differently."""

    measures: frozenset[str]  #: those it changes
    counted: Callable[[Counts, TextstatCounts], tuple[float, float] | None]  #: what the two count; None where it changes nothing
    what: str  #: in words; {ours} and {theirs} are those counts


def _differ(field: str) -> Callable[[Counts, TextstatCounts], tuple[float, float] | None]:
    """The two counts of a field where they are not the same."""

    def count(ours: Counts, theirs: TextstatCounts) -> tuple[float, float] | None:
        one, other = float(getattr(ours, field)), float(getattr(theirs.counts, field))
        return (one, other) if one != other else None

    return count


def _few_hard_words(_: Counts, theirs: TextstatCounts) -> tuple[float, float] | None:
    share = 100 * float(theirs.counts.hard_words) / float(theirs.counts.words)
    return (5, share) if share <= 5 else None


def _characters(ours: Counts, theirs: TextstatCounts) -> tuple[float, float] | None:
    return (float(ours.letters), float(theirs.characters)) if ours.letters != theirs.characters else None


def _beyond_a_hundred(ours: Counts, _: TextstatCounts) -> tuple[float, float] | None:
    return (float(ours.words), 100) if float(ours.words) > 100 else None


def _always(_: Counts, __: TextstatCounts) -> tuple[float, float]:
    return 0.0588, 0.058


#: textstat 0.7.13 held against the publications, in the order in which a reader would look
DEPARTURES = (
    Departure(_BY_SENTENCES, _differ("sentences"),
              "{ours} sentences, textstat {theirs}: it ends one at every full stop and at no line end, and drops those of "
              "one or two words"),
    Departure(_BY_WORDS, _differ("words"), "{ours} words, textstat {theirs}: it glues words around a dash without spaces"),
    Departure(frozenset({"flesch_reading_ease", "flesch_kincaid_grade"}), _differ("syllables"),
              "{ours} syllables, textstat {theirs}: it gives numbers and initials one syllable, and reads hyphenated words as "
              "one"),
    Departure(frozenset({"smog_index", "linsear_write"}), _differ("polysyllables"),
              "{ours} words of three syllables or more, textstat {theirs}"),
    Departure(frozenset({"gunning_fog"}), _differ("complex_words"),
              "{ours} complex words, textstat {theirs}: it counts those off the Dale–Chall list, names and -ed included"),
    Departure(frozenset({"coleman_liau_index"}), _differ("letters"), "{ours} letters, textstat {theirs}"),
    Departure(frozenset({"coleman_liau_index"}), _always, "textstat has {theirs} where the publication has {ours}"),
    Departure(frozenset({"lix", "rix"}), _differ("long_words"),
              "{ours} long words, textstat {theirs}: it takes the marks out of a word before it counts its letters"),
    Departure(frozenset({"dale_chall"}), _differ("hard_words"),
              "{ours} hard words, textstat {theirs}: it takes inflected forms and names for hard"),
    Departure(frozenset({"dale_chall"}), _few_hard_words,
              "textstat leaves out the constant 3.6365, as it finds {theirs} % of hard words and not more than {ours}"),
    Departure(frozenset({"automated_readability_index"}), _characters,
              "{ours} letters, textstat {theirs} characters: it counts punctuation"),
    Departure(frozenset({"linsear_write"}), _beyond_a_hundred,
              "textstat looks at the first {theirs} words, mediakit at all {ours}"),
)  # fmt: skip


def compare_engines(
    corpus: Corpus, measures: Iterable[str | Measure] | None = None, *, parts: tuple[str, ...] = ("body",)
) -> pd.DataFrame:
    """Values of mediakit and of textstat side by side, with the difference and its reason: the engines table.

    Parameters
    ----------
    corpus: what read_corpus or read_texts returned.
    measures: names from list_measures(); all that textstat has when left out.
    parts: what is measured, as in measure().

    Returns one row an article and measure: article_id, story_id, outlet, outlet_key, measure, mediakit,
    textstat, difference (textstat minus mediakit), mediakit_status, textstat_status, reason (the known
    departures of textstat that apply to this article, with the counts of both) and recipe.
    Raises MeasureError for an unknown measure or part.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "He said no. They left. It rained on the U.S. ferry."})
    >>> row = mk.compare_engines(corpus, "sentence_count").iloc[0]
    >>> row["reason"].split(":")[0]
    '3 sentences, textstat 2'
    """
    named = [measures] if isinstance(measures, str) else [*(TEXTSTAT if measures is None else measures)]
    known = [find_measure(name) if isinstance(name, str) else name for name in named]
    if not known:
        raise MeasureError("no measure was named", where="measures", mend="name one of list_measures(), or leave measures out")
    ours = measure(corpus, known, parts=parts)
    theirs = measure(corpus, known, parts=parts, engine="textstat")
    counted = {
        document.article_id: (document.totals, count_as_textstat(document.plain))
        for _, document in documents(corpus, parts=parts)
    }
    rows = []
    for one, other in zip(rows_of(ours), rows_of(theirs), strict=True):
        both = one.status == other.status == "ok"
        difference = other.value - one.value if both else None
        reason = _reason(one.measure, *counted[one.article_id]) if difference is not None and abs(difference) > _SAME else None
        lead = one.article_id, one.story_id, one.outlet, one.outlet_key
        rows.append((*lead, one.measure, one.value, other.value, difference, one.status, other.status, reason, one.recipe))
    return make(rows, ENGINES)


def _reason(name: str, ours: Counts, theirs: TextstatCounts) -> str:
    """The departures that apply, in words."""
    found = []
    for departure in DEPARTURES:
        if name in departure.measures and (counts := departure.counted(ours, theirs)) is not None:
            found.append(departure.what.format(ours=f"{counts[0]:.5g}", theirs=f"{counts[1]:.5g}"))
    return "; ".join(found)
