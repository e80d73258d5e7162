"""All statements of an article together: direct, mixed and indirect ones, each once, with their carriers.

Two readers look at a partial quotation: mixed.py from the quotation up, indirect.py from the verb down. Where
both find the same source, or mixed.py has only a pronoun or a guess, the statement is indirect.py's, which
knows better how far it goes. Where a verb inside that statement names somebody else who can speak, both stand:
“the poll says that most voters call him ‘weak’” is a statement of the poll, and the word is the voters'.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from mediakit.sources.carriers import carriers_of, credit_of, with_credit
from mediakit.sources.cues import Cues
from mediakit.sources.direct import speakers_of
from mediakit.sources.indirect import indirect_statements
from mediakit.sources.mixed import mixed_statements
from mediakit.sources.patterns import nested_speaker, pattern_statements
from mediakit.sources.speaker import NOBODY, Speaker
from mediakit.sources.statement import Parsed, Place, Statement
from mediakit.sources.told_patterns import told_by_pattern

_MARKS = 2  # letters: a full stop and a mark may stand behind a statement and belong to the quotation that ends it
_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you", "who", "that", "which", "one", "this"])


class Found(NamedTuple):
    """What was found in one article."""

    parsed: Parsed
    statements: tuple[Statement, ...]  #: in reading order
    speakers: dict[int, Speaker]  #: of each quotation, by its number in parsed.quotes


def find_statements(parsed: Parsed, cues: Cues) -> Found:
    """The statements of one article and the speakers of its quotations; cues, the lexicon that it was parsed with."""
    if parsed.model:
        indirect = indirect_statements(parsed, cues)
        mixed = [*_merged(parsed, mixed_statements(parsed, cues), indirect)]
    else:
        indirect, mixed = told_by_pattern(parsed, cues), pattern_statements(parsed, cues)
    holding = innermost(mixed)
    partial = {number: _speaker(mixed[at]) for number, at in holding.items() if parsed.quotes[number].form != "full"}
    speakers = speakers_of(parsed, cues, partial)
    direct = [*_direct(parsed, speakers)]
    taken = [*direct, *mixed]
    covered = _covered(span for statement in taken for span in statement.spans)
    statements = [*taken, *(statement for statement in indirect if not any(_touches(covered, span) for span in statement.spans))]
    credit = credit_of(parsed.document.text)
    known = {id(statement) for statement in indirect}  # these bring their carriers with them
    statements = sorted(
        (_carried(parsed, statement, credit, None if id(statement) in known else cues) for statement in statements),
        key=lambda found: found.spans,
    )
    around = innermost(statements)
    for number, quote in enumerate(parsed.quotes):
        if quote.depth > 1:
            speakers[number] = nested_speaker(parsed, number, cues)
        elif number not in speakers:
            said = statements[around[number]] if quote.form == "partial" and number in around else None  # a word may be irony
            told = said is not None and said.source is not None and _holds(said, parsed, number)
            speakers[number] = _speaker(said) if said is not None and told else NOBODY
    return Found(parsed, tuple(statements), speakers)


def innermost(statements: Sequence[Statement]) -> dict[int, int]:
    """For each quotation that statements hold, the place of the shortest one that holds it."""
    found = dict[int, int]()
    for at in sorted(range(len(statements)), key=lambda at: _length(statements[at])):
        for number in statements[at].quotes:
            found.setdefault(number, at)
    return found


def _merged(parsed: Parsed, mixed: list[Statement], indirect: list[Statement]) -> Iterable[Statement]:
    """Statements with partial quotations, each once: see the rule above."""
    near = defaultdict[int, list[Statement]](list)
    for found in indirect:
        for span in found.spans:
            for number in parsed.quotes_in(span.begin, span.end + _MARKS):
                near[number].append(found)
    chosen = dict[Statement, None]()
    for own in mixed:
        around = [found for found in near[own.quotes[0]] if all(_holds(found, parsed, number) for number in own.quotes)]
        other = min(around, key=_length, default=None)
        if other is not None:
            chosen[other] = None
        if other is None or _speaks_inside(parsed, own, other):
            chosen[own] = None
    return chosen


def _speaks_inside(parsed: Parsed, own: Statement, other: Statement) -> bool:
    """Whether a verb inside another statement plainly names somebody else."""
    if own.source is None or own.cue is None or own.confidence == "check":
        return False
    if other.source is not None and _overlaps(own.source, other.source):
        return False
    pronoun = parsed.document.text[slice(*own.source)].lower() in _PRONOUNS
    return not pronoun and any(span.begin <= own.cue.begin < span.end for span in other.spans)


def _direct(parsed: Parsed, speakers: dict[int, Speaker]) -> Iterable[Statement]:
    """Whole quotations as statements: the pieces of one (“…,” said Hill. “…”) are one statement."""
    made = list[Statement]()
    for number in sorted(speakers):
        quote, speaker = parsed.quotes[number], speakers[number]
        if quote.form != "full" or quote.depth > 1 or speaker.source is None:
            continue
        last = made[-1] if made else None
        joined = last is not None and last.quotes[-1] == number - 1 and (last.source, last.cue) == (speaker.source, speaker.cue)
        if last is not None and joined and (quote.continued or parsed.quotes[number - 1].paragraph == quote.paragraph):
            made[-1] = replace(last, spans=(*last.spans, Place(quote.begin, quote.end)), quotes=(*last.quotes, number))
            continue
        made.append(
            Statement(
                spans=(Place(quote.begin, quote.end),), kind="direct", part=quote.part, source=speaker.source, cue=speaker.cue,
                rule=speaker.rule, confidence=speaker.confidence, quotes=(number,),
            )
        )  # fmt: skip
    return made


def _carried(parsed: Parsed, statement: Statement, credit: Place | None, cues: Cues | None) -> Statement:
    """The statement with the media it came through; without cues, its carriers are known but for the credit line."""
    carriers, cue = statement.carriers, statement.cue
    if cue is not None and cues is not None:
        sentence = parsed.sentence_at(cue.begin)
        carriers = () if sentence is None else carriers_of(sentence, cue, statement.source, cues)
    return replace(statement, carriers=with_credit(parsed.document.text, carriers, credit))


def _speaker(statement: Statement) -> Speaker:
    return Speaker(statement.source, statement.cue, statement.rule, statement.confidence)


def _length(statement: Statement) -> int:
    return sum(end - begin for begin, end in statement.spans)


def _holds(statement: Statement, parsed: Parsed, number: int) -> bool:
    quote = parsed.quotes[number]
    return any(span.begin <= quote.begin and quote.end <= span.end + _MARKS for span in statement.spans)


def _covered(spans: Iterable[Place]) -> list[Place]:
    """The same letters as stretches that do not overlap, in reading order."""
    joined = list[Place]()
    for span in sorted(spans):
        if joined and span.begin <= joined[-1].end:
            joined[-1] = Place(joined[-1].begin, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _touches(covered: list[Place], span: Place) -> bool:
    """Whether a span shares letters with stretches that do not overlap."""
    at = bisect_left(covered, span.end, key=lambda place: place.begin) - 1
    return at >= 0 and span.begin < covered[at].end


def _overlaps(one: Place, other: Place) -> bool:
    return one.begin < other.end and other.begin < one.end
