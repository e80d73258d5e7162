"""What a number of an article was counted on, as marks that a reader shows (see reader.py): the way back from every number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.document import Document, documents
from mediakit.measures.catalogue import BUILT_IN, MEASURES
from mediakit.measures.given import Given
from mediakit.measures.quotation import quotations
from mediakit.measures.reuse import OF_QUOTES
from mediakit.measures.sourcing import COUNTED, has_figure, has_source
from mediakit.reuse.stretches import TEXT, Stretch, joined
from mediakit.tables import SENTENCES, check, named_rows
from mediakit.views.reader import Mark

SENTENCES_OF_BODY, HEADLINE, QUOTATIONS, STATEMENTS = "sentences", "headline", "quotations", "statements"
SPEAKERS, REUSED, UNCREDITED, FIGURES = "speaker_count", "reused_share", "uncredited_reuse_share", "unattributed_figures"


class Behind(NamedTuple):
    """The marks behind a measure: the name of their list, that of the list they are a part of, and what one of them is called."""

    marks: str
    among: str | None
    noun: str


#: measures that count some of the quotations, statements or sentences, and among which they count them
_PART_OF = {
    SPEAKERS: Behind(SPEAKERS, QUOTATIONS, "quotation"),
    **{name: Behind(name, QUOTATIONS, "quotation") for name in OF_QUOTES},
    **{name: Behind(name, STATEMENTS, "statement") for name in COUNTED},
    FIGURES: Behind(FIGURES, SENTENCES_OF_BODY, "sentence"),
    REUSED: Behind(REUSED, None, "passage"),
    UNCREDITED: Behind(UNCREDITED, REUSED, "passage"),
}


def behind(name: str) -> Behind:
    """What stands behind the values of a measure.

    >>> behind("word_count"), behind("headline_length").marks, behind("named_share").among
    (Behind(marks='sentences', among=None, noun='sentence'), 'headline', 'statements')
    """
    if name in _PART_OF and name in BUILT_IN:
        return _PART_OF[name]
    known = MEASURES.get(name)
    if known is None:  # a measure of the user's own
        return Behind(SENTENCES_OF_BODY, None, "sentence")
    if known.counts == "title":
        return Behind(HEADLINE, None, "headline")
    if "attributions" in known.needs:
        return Behind(STATEMENTS, None, "statement")
    if "quotes" in known.needs:
        return Behind(QUOTATIONS, None, "quotation")
    if "passages" in known.needs:
        return Behind(REUSED, None, "passage")
    return Behind(SENTENCES_OF_BODY, None, "sentence")


class Marked(NamedTuple):
    """The keys behind each kind of number of one article, and the marks for keys that no other table gives."""

    keys: dict[str, list[str]]
    marks: list[Mark]


def marks_behind(
    corpus: Corpus,
    *,
    sentences: pd.DataFrame,
    quotes: pd.DataFrame,
    attributions: pd.DataFrame,
    links: pd.DataFrame,
    passages: pd.DataFrame,
    parts: tuple[str, ...] = ("body",),
) -> dict[str, Marked]:
    """For each article the keys of the marks that its numbers were counted on, by the names that behind() gives.

    Parameters: corpus and its tables; parts, those that were measured. The marks of copied text have keys of
    their own, reused:N and uncredited:N.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Herald": "“The pier is shut,” said Ama Hill. Nobody paid the 40 men."})
    >>> quotes, said = mk.find_quotes(corpus), mk.find_attributions(corpus)
    >>> found = marks_behind(corpus, sentences=mk.split_sentences(corpus), quotes=quotes, attributions=said,
    ...     links=mk.link_quotes(quotes), passages=mk.find_passages(corpus))
    >>> found["Herald"].keys["unattributed_figures"], found["Herald"].keys["speaker_count"]
    (['sentence:2'], ['quote:1'])
    """
    tables = {"quotes": quotes, "attributions": attributions, "links": links, "passages": passages}
    wanted = [known for known in BUILT_IN.values() if set(known.needs) <= set(tables)]
    given = Given(corpus, wanted, tables)
    of: dict[str, list[Any]] = {}
    for row in named_rows(check(sentences, SENTENCES)):
        of.setdefault(row.article_id, []).append(row)
    return {
        document.article_id: _of_article(document, of.get(document.article_id, []), given.of_article(document, (*tables,)), parts)
        for _, document in documents(corpus, parts=parts)
    }


def _of_article(document: Document, sentences: Sequence[Any], tables: Sequence[Sequence[Any]], parts: tuple[str, ...]) -> Marked:
    quotes, statements, links, passages = tables
    body = [row for row in sentences if row.part in parts]
    own = [*quotations(quotes)]
    lone = [
        row
        for row in body
        if has_figure(document.text[row.begin : row.end], document.language) and not has_source(row.begin, row.end, statements)
    ]
    keys = {
        SENTENCES_OF_BODY: _keys("sentence", (row.sentence_no for row in body)),
        HEADLINE: _keys("sentence", (row.sentence_no for row in sentences if row.part == "title")),
        QUOTATIONS: _keys("quote", (row.quote_no for row in own)),
        SPEAKERS: _keys("quote", (row.quote_no for row in own if row.speaker_name or row.speaker)),
        STATEMENTS: _keys("told", (row.attribution_no for row in statements)),
        FIGURES: _keys("sentence", (row.sentence_no for row in lone)),
    }
    for name, share in OF_QUOTES.items():
        keys[name] = _keys("quote", sorted(share.counted(quotes, links) & share.among(quotes, links)))
    for name, counts in COUNTED.items():
        keys[name] = _keys("told", (row.attribution_no for row in statements if counts(row)))
    copied = joined((row.begin, row.end) for row in passages if row.kind == TEXT)
    credited = joined((row.begin, row.end) for row in passages if row.kind == TEXT and row.credited)
    marks = [Mark(*stretch, f"reused:{number}") for number, stretch in enumerate(copied)]
    marks += [Mark(*stretch, f"uncredited:{number}") for number, stretch in enumerate(_without(copied, credited))]
    keys[REUSED] = [mark.key for mark in marks if mark.key.startswith("reused:")]
    keys[UNCREDITED] = [mark.key for mark in marks if mark.key.startswith("uncredited:")]
    return Marked({name: found for name, found in keys.items() if found}, marks)


def _keys(kind: str, numbers: Iterable[int]) -> list[str]:
    return [f"{kind}:{number}" for number in numbers]


def _without(stretches: Iterable[Stretch], others: Sequence[Stretch]) -> Iterator[Stretch]:
    """What of the stretches lies in none of the others, which are in order and do not overlap."""
    for begin, end in stretches:
        place = begin
        for first, last in others:
            if first < end and last > place:
                if place < first:
                    yield place, first
                place = max(place, last)
        if place < end:
            yield place, end
