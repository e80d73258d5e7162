"""Articles whose words are not all there, or not the article's: what is not measured unless asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mediakit.corpus import Corpus
from mediakit.errors import MeasureError
from mediakit.loaders.records import FLAGS
from mediakit.measures.measure import Measure, Reading
from mediakit.tables import plain_rows

OTHER_EVENT = "other event"  #: the status of a value that takes no part in comparisons by story
UNFIT = ("truncated", "masked", "stub", "metadata_only")  #: flags, the weightiest last


def left_out(corpus: Corpus, flags: Iterable[str]) -> dict[str, str]:
    """For each article with one of these flags, the status that stands in place of its values.

    Raises MeasureError for a flag that does not exist.

    >>> import mediakit as mk
    >>> left_out(mk.read_texts({"Harbour Herald": "The ferry stopped, wh… [+1410 chars]"}), UNFIT)
    {'Harbour Herald': 'truncated'}
    """
    wanted = [*flags]
    unknown = [flag for flag in wanted if flag not in FLAGS]
    if unknown:
        raise MeasureError(f"no flag is called {unknown[0]!r}", where="leave_out", mend=f"use some of: {', '.join(FLAGS)}")
    weightiest = [flag for flag in FLAGS if flag in wanted and flag not in UNFIT] + [flag for flag in UNFIT if flag in wanted]
    status = {}
    for article_id, raised in plain_rows(corpus.articles[["article_id", "flags"]]):
        found = [flag for flag in weightiest if flag in (raised if raised is not None else ())]
        if found:
            status[str(article_id)] = found[-1].replace("_", " ")
    return status


def set_apart(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings of an article that likely reports another event than its story: they stay, under a status of their own."""
    for reading in readings:
        yield reading._replace(status=OTHER_EVENT) if reading.status == "ok" else reading


def without_values(readings: Iterable[Reading], chosen: list[Measure], status: str) -> Iterator[Reading]:
    """The readings of an article that is left out: those of its headline stay."""
    for known, reading in zip(chosen, readings, strict=True):
        yield reading if known.counts == "title" else Reading(None, reading.n, status)
