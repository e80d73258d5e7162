"""Statements without quotation marks, and those with some: what is said, thought, wanted, and by whom."""

from __future__ import annotations

from mediakit.sources.carriers import chain_of
from mediakit.sources.content import pieces
from mediakit.sources.cues import Cues
from mediakit.sources.headings import ties_of_heading
from mediakit.sources.mention import mention_of
from mediakit.sources.nesting import standing, ties_in
from mediakit.sources.statement import Parsed, Sentence, Statement


def indirect_statements(parsed: Parsed, cues: Cues) -> list[Statement]:
    """The statements of an article that no quotation mark opens and closes, in reading order.

    Where marks stand inside one (said that it was “done”) its kind is mixed. What is all in marks is left
    to those who look for direct ones.
    """
    return [statement for sentence in parsed.sentences for statement in statements_in(sentence, parsed, cues)]


def statements_in(sentence: Sentence, parsed: Parsed, cues: Cues) -> list[Statement]:
    """The statements of one sentence."""
    ties = ties_in(sentence, cues) or (ties_of_heading(sentence.tree) if sentence.part == "title" else [])
    found = list[Statement]()
    for tie in standing(ties):
        content = [word for word in tie.content if sentence.masked(word) is None]
        spans = pieces(sentence, tie.content)
        if not spans or all(word.is_punct or word.is_space for word in content):
            continue
        source = mention_of(sentence, tie)
        quotes = list(dict.fromkeys(number for span in spans for number in parsed.quotes_in(*span)))
        if quotes and spans[-1].begin < (end := parsed.quotes[quotes[-1]].end) <= sentence.end:
            spans = (*spans[:-1], spans[-1]._replace(end=max(end, spans[-1].end)))
        found.append(
            Statement(
                spans=spans, kind="mixed" if quotes else "indirect", part=sentence.part, source=source,
                cue=sentence.place(*tie.cue), rule=tie.rule, confidence=tie.confidence,
                carriers=chain_of(sentence, tie, ties, source), quotes=tuple(quotes),
            )
        )  # fmt: skip
    return found
