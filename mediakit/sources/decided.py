"""What a user decided about speakers: corrections win over every rule."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.loaders.corrections import Correction
from mediakit.sources.coding import code_source

_DECIDED = {"rule": "correction", "confidence": "certain", "candidates": []}
_NO_MENTION = (None, None, None)


def speakers_decided(quotes: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Quotes with the speakers that a user named; a mention found in the text stands no longer."""
    changes: dict[Hashable, dict[str, Any]] = {}
    for article_id, decision in _decisions(corpus):
        own = quotes[quotes["article_id"].eq(article_id)]
        for place in own.index[(own["begin"] == decision.begin) & (own["end"] == decision.end)]:
            mention = dict(zip(("speaker", "speaker_begin", "speaker_end"), _NO_MENTION, strict=True))
            named = {"speaker_name": decision.value, "speaker_basis": "user" if decision.value else None}
            changes[place] = {**mention, **named, **_DECIDED}
    return _changed(quotes, changes)


def sources_decided(attributions: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Attributions whose source is the speaker that a user named for a quotation in them: the innermost statement around it."""
    changes: dict[Hashable, dict[str, Any]] = {}
    for article_id, decision in _decisions(corpus):
        of = attributions[attributions["article_id"].eq(article_id)]
        around = [(size, place) for place, spans in of["spans"].items() if (size := _size_around(spans, decision)) is not None]
        if around:
            mention = dict(zip(("source", "source_begin", "source_end"), _NO_MENTION, strict=True))
            changes[min(around)[1]] = {**mention, "source_name": decision.value, **_coded(decision.value), **_DECIDED}
    return _changed(attributions, changes)


def _decisions(corpus: Corpus) -> Iterator[tuple[str, Correction]]:
    for article_id, decisions in corpus.decisions.items():
        yield from ((article_id, decision) for decision in decisions if (decision.table, decision.field) == ("quotes", "speaker"))


def _size_around(spans: list[str], decision: Correction) -> int | None:
    """How long a statement is that holds the quotation decided on; None where it does not."""
    places = [tuple(map(int, span.split(":"))) for span in spans]
    held = any(begin <= (decision.begin or 0) and (decision.end or 0) <= end for begin, end in places)
    return sum(end - begin for begin, end in places) if held else None


def _coded(name: str | None) -> dict[str, str | None]:
    """What kind of source a name given by a user is; one word in small letters is a description, not a name."""
    code = code_source(name, None, cue=None, sentence=name or "")
    named = code.identification == "unnamed_person" and bool(name) and str(name)[0].isupper()
    identification = "named_person" if named else code.identification
    return {"identification": identification, "role": code.role, "anonymity_reason": None if named else code.anonymity_reason}


def _changed(table: pd.DataFrame, changes: Mapping[Hashable, Mapping[str, Any]]) -> pd.DataFrame:
    """The table with some cells replaced, each column in its type."""
    names = dict.fromkeys(name for cells in changes.values() for name in cells)
    columns = {}
    for name in names:
        cells = dict(zip(table.index, table[name].astype(object), strict=True))
        cells.update({place: row[name] for place, row in changes.items()})
        columns[name] = pd.Series([*cells.values()], index=table.index, dtype=table[name].dtype)
    return table.assign(**columns)
