"""One article's statements with the names and the kinds of their sources."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from mediakit.document import Document
from mediakit.quotes.find import Quote
from mediakit.sources.coding import SourceCode, code_source, hedges_in
from mediakit.sources.coding_lexicons import CodingLexicons
from mediakit.sources.cues import Cues
from mediakit.sources.names import Mention, resolve_names
from mediakit.sources.resolved import Resolved
from mediakit.sources.speaker import Speaker
from mediakit.sources.statement import Parsed, Place, Statement
from mediakit.sources.statements import find_statements, innermost
from mediakit.text.parse import PATTERNS_ONLY

_NEAR = 2  # paragraphs in which others may have been the speaker
_AROUND = 20  # mentions before and behind, where paragraphs are very long
_OTHERS = 3  # candidates named
_FALLING = ("certain", "likely", "check")


class Joined(NamedTuple):
    """What is known about the statements of one article."""

    document: Document
    model: bool  #: False: only patterns were looked for
    quotes: tuple[Quote, ...]
    speakers: dict[int, Speaker]  #: of each quotation, by its number
    statements: tuple[Statement, ...]
    holding: dict[int, int]  #: of each quotation in a statement, the place of the innermost one in statements
    sources: tuple[Place, ...]  #: the mentions of those who say something, in reading order
    names: dict[Place, Resolved]  #: of each mention
    codes: tuple[SourceCode, ...]  #: of each statement's source
    hedges: tuple[list[str], ...]  #: of each statement

    def statement_of(self, number: int) -> int | None:
        """The place in statements of the innermost one that holds a quotation."""
        return self.holding.get(number)

    def name_of(self, mention: Place | None) -> str | None:
        """The name a mention stands for."""
        return None if mention is None else self.names[mention].name


def join(parsed: Parsed, cues: Cues, coding: CodingLexicons) -> Joined:
    """The statements of an article, the names behind its mentions, and what kind of sources they are."""
    document, found = parsed.document, find_statements(parsed, cues)
    mentions = {statement.source for statement in found.statements} | {speaker.source for speaker in found.speakers.values()}
    known = sorted(mention for mention in mentions if mention is not None)
    names = dict(zip(known, resolve_names(document, [Mention(*mention) for mention in known]), strict=True))
    return Joined(
        document, parsed.model, found.parsed.quotes, found.speakers, found.statements, innermost(found.statements),
        tuple(sorted({statement.source for statement in found.statements if statement.source is not None})), names,
        tuple(_code(document, statement, names, coding) for statement in found.statements),
        tuple(hedges_in(_with_clause(document, statement), coding) for statement in found.statements),
    )  # fmt: skip


def how_found(found: Joined, source: Place | None, rule: str, confidence: str) -> tuple[str, str]:
    """The rule and the confidence of a row: those that found the mention, with those that told whom it means.

    The name of a mention that is that name needs no rule; of two confidences the lower one counts. Without a model every rule
    says so.
    """
    if not found.model:
        rule = f"{PATTERNS_ONLY}: {rule.removeprefix('pattern: ')}"
    resolved = None if source is None else found.names[source]
    if resolved is None or (resolved.name is None and not resolved.candidates):
        return rule, confidence
    named = rule if resolved.rule == "name" else f"{rule}; name: {resolved.rule}"
    return named, max(confidence, resolved.confidence, key=_FALLING.index)


def other_sources(found: Joined, source: Place | None, *numbers: int) -> list[str]:
    """Who else it could have been: other names for the mention, then who speaks near quotations that are not certain."""
    others = [] if source is None else list(found.names[source].candidates)
    at = next((number for number in numbers if found.speakers[number].confidence != "certain"), None)
    if at is not None:
        quote = found.quotes[at]
        place = bisect_left(found.sources, (quote.begin, 0))
        near = (
            (abs(other.begin - quote.begin), other)
            for other in found.sources[max(0, place - _AROUND) : place + _AROUND]
            if other != source and abs(_paragraph(found.document, other) - quote.paragraph) < _NEAR
        )
        others += [_shown(found, other) for _, other in sorted(near)]
    said = None if source is None else _shown(found, source)
    return [name for name in dict.fromkeys(others) if name != said][:_OTHERS]


def _shown(found: Joined, mention: Place) -> str:
    return found.name_of(mention) or found.document.text[slice(*mention)]


def _paragraph(document: Document, place: Place) -> int:
    return bisect_right(document.paragraphs, place.begin, key=lambda paragraph: paragraph.begin) - 1


def _sentence(document: Document, position: int) -> Place:
    """Where the sentence around a position stands."""
    at = bisect_right(document.sentences, position, key=lambda sentence: sentence.begin) - 1
    return Place(*document.sentences[max(at, 0)][:2])


def _code(document: Document, statement: Statement, names: dict[Place, Resolved], coding: CodingLexicons) -> SourceCode:
    text, source, cue = document.text, statement.source, statement.cue
    around = _sentence(document, (source or cue or statement.spans[0]).begin)
    return code_source(
        None if source is None else text[slice(*source)], None if source is None else names[source],
        cue=None if cue is None else text[slice(*cue)], sentence=text[slice(*around)], lexicons=coding,
    )  # fmt: skip


def _with_clause(document: Document, statement: Statement) -> str:
    """A statement with the words between it and its source and cue, where these stand in the same sentence."""
    first = _sentence(document, statement.spans[0].begin)
    last = _sentence(document, statement.spans[-1].begin)
    near = [place for place in (statement.source, statement.cue) if place is not None and first.begin <= place.begin < last.end]
    places = [*statement.spans, *near]
    return document.text[min(place.begin for place in places) : max(place.end for place in places)]
