"""find_quotes() and find_attributions(): who said what, as tables."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from itertools import islice

import pandas as pd
from tqdm import tqdm

from mediakit.corpus import Corpus
from mediakit.document import Document, documents
from mediakit.sources.coding_lexicons import CodingLexicons
from mediakit.sources.cues import Cue, Cues
from mediakit.sources.decided import sources_decided, speakers_decided
from mediakit.sources.joined import Joined, how_found, join, other_sources
from mediakit.sources.lexicons import chosen_coding, chosen_cues
from mediakit.sources.sentences import parse_articles
from mediakit.sources.statement import Place
from mediakit.sweeps import without_sweeps
from mediakit.tables import ATTRIBUTIONS, QUOTES, make
from mediakit.text.parse import has_model, model_name

_PHRASE = 12  # characters behind a cue that may belong to its entry: put it
_TOGETHER = 16  # articles are parsed at once
_REMEMBERED = 1000  # articles, so that find_attributions() after find_quotes() does no work twice; some 20 kB each
_Key = tuple[Document, Cues, CodingLexicons, str | None, bool]
_lately: dict[_Key, Joined] = {}  #: by all that decides, the longest unused first


def find_quotes(corpus: Corpus, *, cache: str | os.PathLike[str] | None = None) -> pd.DataFrame:
    """Every stretch between quotation marks in title, summary and body, with who said it: the quotes table.

    Parameters: corpus; cache, a folder where parses are kept by the content of each article.

    Returns one row a stretch between one pair of marks: article_id, story_id, outlet, outlet_key, quote_no,
    part, begin and end (inside the marks), text, form (full: a sentence of its own; partial; word: three
    words or fewer, which may be irony, a nickname or a title), closed, attribution_no (the statement it
    belongs to in find_attributions()), speaker with its place (the mention, “she”), speaker_name (whom it
    stands for) and speaker_basis, cue with its place, carriers, candidates, rule and confidence. Where the
    text does not say who speaks, speaker is NA: nobody is guessed for a title or a word in irony.

    The speaker is the innermost one: in “Reuters reported that Hill said ‘…’” Hill speaks and Reuters is a carrier.
    Sentences are parsed with spaCy's small English model; without it (or with the environment variable
    MEDIAKIT_MODEL=none) only patterns of words are used, and every rule begins with “patterns only”.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "“The pier is shut,” said Ama Hill, the harbour master. It is “rotten”."})
    >>> mk.find_quotes(corpus)[["text", "form", "speaker", "cue"]].astype(object).values.tolist()
    [['The pier is shut,', 'full', 'Ama Hill, the harbour master', 'said'], ['rotten', 'word', <NA>, <NA>]]
    """
    rows: list[tuple[object, ...]] = []
    for lead, found in _joined(corpus, chosen_cues(None), chosen_coding(None), _folder(cache), "finding quotations"):
        rows += [(*lead, number, *row) for number, row in enumerate(_quote_rows(found), start=1)]
    return _signed(speakers_decided(make(rows, QUOTES), corpus))


def find_attributions(
    corpus: Corpus,
    *,
    lexicons: Mapping[str, pd.DataFrame | str | os.PathLike[str]] | None = None,
    cache: str | os.PathLike[str] | None = None,
) -> pd.DataFrame:
    """Every statement in title, summary and body that is tied to a source: the attributions table.

    Parameters: corpus; lexicons, your own entries: {name: table or path of a CSV file} for cues (columns cue, kind,
    takes, cue_class), roles, organisation_words, state_media, hedges or anonymity, which are added to the
    package's list and replace entries of the same word; cache, a folder where parses are kept by the content of each article.

    Returns one row a statement, in reading order: article_id, story_id, outlet, outlet_key, attribution_no,
    part, kind (direct: in quotation marks; indirect; mixed), begin, end, spans (its pieces), source with its
    place and source_name, identification, role and anonymity_reason of the source, cue with its place, its
    cue_class and whether that is contested, lexicon_entry, hedges, carriers, candidates, rule, confidence.
    Raises LexiconError for a lexicon it does not know, that lacks a column or holds a value that means nothing.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "Ama Hill said that the pier was “rotten”. According to police, nobody fell."})
    >>> mk.find_attributions(corpus)[["kind", "source", "cue"]].values.tolist()
    [['mixed', 'Ama Hill', 'said'], ['indirect', 'police', 'According to']]
    """
    cues, coding = chosen_cues(lexicons), chosen_coding(lexicons)
    rows: list[tuple[object, ...]] = []
    for lead, found in _joined(corpus, cues, coding, _folder(cache), "finding attributions"):
        rows += [(*lead, number, *row) for number, row in enumerate(_attribution_rows(found, cues), start=1)]
    return _signed(sources_decided(make(rows, ATTRIBUTIONS), corpus))


def _signed(table: pd.DataFrame) -> pd.DataFrame:
    """The table with the name of the model it was made with, for the recipes of what is measured from it."""
    table.attrs["model"] = model_name()
    return table


def _folder(cache: str | os.PathLike[str] | None) -> str | None:
    return None if cache is None else os.fspath(cache)


def _joined(
    corpus: Corpus, cues: Cues, coding: CodingLexicons, cache: str | None, doing: str
) -> Iterator[tuple[tuple[object, ...], Joined]]:
    """Each article's leading columns with what is known about its statements; the last articles are remembered."""
    every = iter(tqdm(documents(corpus), total=len(corpus.articles), desc=doing, unit=" articles", delay=2))
    while batch := [*islice(every, _TOGETHER)]:
        keys = {document: (document, cues, coding, cache, has_model()) for _, document in batch}
        known = {key: _lately.pop(key) for key in keys.values() if key in _lately}
        new = [document for document, key in keys.items() if key not in known]
        with without_sweeps():
            for parsed in parse_articles(new, cues, cache=cache):
                known[keys[parsed.document]] = join(parsed, cues, coding)
        _lately.update(known)
        yield from ((lead, known[keys[document]]) for lead, document in batch)
        for key in [*islice(_lately, max(0, len(_lately) - _REMEMBERED))]:
            del _lately[key]


def _quote_rows(found: Joined) -> Iterator[tuple[object, ...]]:
    text = found.document.text
    for number, quote in enumerate(found.quotes):
        speaker, at = found.speakers[number], found.statement_of(number)
        statement = None if at is None else found.statements[at]
        name = found.name_of(speaker.source)
        yield (
            quote.part, quote.begin, quote.end, text[quote.begin : quote.end], quote.form, quote.closed,
            None if at is None else at + 1,
            *_placed(text, speaker.source), name, None if name is None else "text", *_placed(text, speaker.cue),
            _carriers(text, () if statement is None else statement.carriers),
            other_sources(found, speaker.source, number), *how_found(found, speaker.source, speaker.rule, speaker.confidence),
        )  # fmt: skip


def _attribution_rows(found: Joined, cues: Cues) -> Iterator[tuple[object, ...]]:
    text = found.document.text
    for at, statement in enumerate(found.statements):
        entry = None if statement.cue is None else _entry(text, statement.cue, cues)
        code = found.codes[at]
        yield (
            statement.part, statement.kind, statement.spans[0].begin, statement.spans[-1].end,
            [f"{begin}:{end}" for begin, end in statement.spans],
            *_placed(text, statement.source), found.name_of(statement.source),
            code.identification, code.role, code.anonymity_reason, *_placed(text, statement.cue),
            None if entry is None else entry.cue_class, None if entry is None else bool(entry.contested),
            None if entry is None else entry.entry, list(found.hedges[at]), _carriers(text, statement.carriers),
            other_sources(found, statement.source, *statement.quotes),
            *how_found(found, statement.source, statement.rule, statement.confidence),
        )  # fmt: skip


def _entry(text: str, cue: Place, cues: Cues) -> Cue | None:
    return cues.named_in(text[slice(*cue)], text[cue.end : cue.end + _PHRASE])


def _placed(text: str, place: Place | None) -> tuple[object, ...]:
    """A mention as printed and where it stands."""
    return (None, None, None) if place is None else (text[slice(*place)], *place)


def _carriers(text: str, carriers: tuple[Place | None, ...]) -> list[str]:
    return ["?" if carrier is None else text[slice(*carrier)] for carrier in carriers]
