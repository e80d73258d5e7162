"""All statements of an article together: direct, mixed and indirect ones, each once, with their carriers.

Two readers look at a partial quotation: mixed.py from the quotation up, indirect.py from the verb down. Where
both find the same source, or mixed.py has only a pronoun or a guess, the statement is indirect.py's, which
knows better how far it goes. Where a verb inside that statement names somebody else who can speak, both stand:
“the poll says that most voters call him ‘weak’” is a statement of the poll, and the word is the voters'.
"""

from __future__ import annotations

from collections.abc import Iterable
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
    partial = {
        number: _speaker(_innermost(mixed, number))
        for statement in mixed for number in statement.quotes if parsed.quotes[number].form != "full"
    }  # fmt: skip
    speakers = speakers_of(parsed, cues, partial)
    direct = [*_direct(parsed, speakers)]
    taken = [*direct, *mixed]
    statements = [*taken, *(statement for statement in indirect if not any(_overlap(statement, other) for other in taken))]
    credit = credit_of(parsed.document.text)
    known = {id(statement) for statement in indirect}  # these bring their carriers with them
    statements = sorted(
        (_carried(parsed, statement, credit, None if id(statement) in known else cues) for statement in statements),
        key=lambda found: found.spans,
    )
    for number, quote in enumerate(parsed.quotes):
        speakers.setdefault(number, nested_speaker(parsed, number, cues) if quote.depth > 1 else NOBODY)
    return Found(parsed, tuple(statements), speakers)


def _merged(parsed: Parsed, mixed: list[Statement], indirect: list[Statement]) -> Iterable[Statement]:
    """Statements with partial quotations, each once: see the rule above."""
    chosen = list[Statement]()
    for own in mixed:
        around = [other for other in indirect if all(_holds(other, parsed, number) for number in own.quotes)]
        other = min(around, key=_length, default=None)
        if other is None:
            chosen.append(own)
            continue
        if other not in chosen:
            chosen.append(other)
        if _speaks_inside(parsed, own, other):
            chosen.append(own)
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
        sentences = (sentence for sentence in parsed.sentences if sentence.begin <= cue.begin < sentence.end)
        carriers = next((carriers_of(sentence, cue, statement.source, cues) for sentence in sentences), ())
    return replace(statement, carriers=with_credit(parsed.document.text, carriers, credit))


def _innermost(statements: list[Statement], number: int) -> Statement:
    return min((statement for statement in statements if number in statement.quotes), key=_length)


def _speaker(statement: Statement) -> Speaker:
    return Speaker(statement.source, statement.cue, statement.rule, statement.confidence)


def _length(statement: Statement) -> int:
    return sum(end - begin for begin, end in statement.spans)


def _holds(statement: Statement, parsed: Parsed, number: int) -> bool:
    quote = parsed.quotes[number]
    return any(span.begin <= quote.begin and quote.end <= span.end + 2 for span in statement.spans)


def _overlap(one: Statement, other: Statement) -> bool:
    return any(_overlaps(span, another) for span in one.spans for another in other.spans)


def _overlaps(one: Place, other: Place) -> bool:
    return one.begin < other.end and other.begin < one.end
