"""Statements without quotation marks where there is no model: only those whose words leave little doubt.

Three forms: “Hill said (on Friday) that …”, “…, Hill said.” at the end of a sentence, and “according to Hill, …”,
before or behind. Sentences with quotation marks are left to the patterns for quotations.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from mediakit.articles import Span
from mediakit.sources.cues import Cues
from mediakit.sources.patterns import Words, mention_before, words_of
from mediakit.sources.speaker import Speaker
from mediakit.sources.speaking import is_speaking_word
from mediakit.sources.statement import Parsed, Place, Statement
from mediakit.text.words import words_in

_FEWEST = 3  # words of a statement
_LONGEST = 600  # characters of a sentence that is looked at; what is longer is a list or has lost its full stops
_BETWEEN = 4  # words between the verb and that: said on Friday that
_SOURCE = r"(?P<source>[^\s,;:.()][^,;:()“”\"]{1,80}?)"
_ACCORDING_FIRST = re.compile(rf"(?P<cue>According to)\s+{_SOURCE},\s+(?P<said>.+)", re.DOTALL)
_ACCORDING_LAST = re.compile(rf"(?P<said>.+),\s+(?P<cue>according to)\s+{_SOURCE}[\s.]*\Z", re.DOTALL)
_LAST = re.compile(
    r"(?P<said>.+),\s(?P<rest>[^\s,;:()][^,;:()]{2,80}?)(?:\s+(?:on\s+)?(?:\w+day|today|yesterday))?\s*\.\s*\Z", re.DOTALL
)


def told_by_pattern(parsed: Parsed, cues: Cues) -> list[Statement]:
    """The statements of an article that no marks show, in reading order."""
    sentences = parsed.document.sentences
    begins, marked = [sentence.begin for sentence in sentences], set[int]()
    for quote in parsed.quotes:
        if quote.depth == 1:
            marked.update(range(bisect_right(begins, quote.begin) - 1, bisect_left(begins, quote.end)))
    plain = (sentence for number, sentence in enumerate(sentences) if number not in marked)
    found = (next(_told(parsed.document.text, sentence, cues), None) for sentence in plain)
    return [statement for statement in found if statement is not None]


def _told(text: str, sentence: Span, cues: Cues) -> Iterator[Statement]:
    """What the forms find in a sentence, the surest first."""
    begin, end = sentence.begin, sentence.end
    if end - begin > _LONGEST:
        return
    for pattern in (_ACCORDING_FIRST, _ACCORDING_LAST):
        if found := pattern.fullmatch(text, begin, end):
            source, cue = Place(*found.span("source")), Place(*found.span("cue"))
            yield from _made(text, sentence.part, Place(*found.span("said")), _speaker(source, cue, "according to"))
    words = words_of(text, begin, end)
    for place, word in enumerate(words):
        if not place or not word[0].islower() or not is_speaking_word(word[0], cues):
            continue
        that = next((later for later in words[place + 1 : place + 2 + _BETWEEN] if later[0] == "that"), None)
        mention = mention_before(text, words[:place])
        if that is not None and mention is not None and not re.search(r"[,;:.]", text[word.end() : that.start()]):
            said = Place(that.start(), end)
            yield from _made(text, sentence.part, said, _speaker(mention, Place(*word.span()), "said that"))
    if found := _LAST.fullmatch(text, begin, end):
        yield from _behind(text, sentence, found, cues)


def _behind(text: str, sentence: Span, found: re.Match[str], cues: Cues) -> Iterator[Statement]:
    """The ferry would sail, Hill said."""
    rest: Words = words_of(text, *found.span("rest"))
    if len(rest) > 1 and rest[-1][0].islower() and is_speaking_word(rest[-1][0], cues):
        mention = mention_before(text, rest[:-1])
        if mention is not None and mention.begin == found.start("rest"):
            said = Place(*found.span("said"))
            yield from _made(text, sentence.part, said, _speaker(mention, Place(*rest[-1].span()), "said behind"))


def _speaker(source: Place, cue: Place, rule: str) -> Speaker:
    return Speaker(source, cue, f"pattern: {rule}", "likely")


def _made(text: str, part: str, said: Place, speaker: Speaker) -> Iterator[Statement]:
    words = text[slice(*said)]
    begin = said.begin + len(words) - len(words.lstrip())
    place = Place(begin, begin + len(words.strip().rstrip(".")))
    if len(words_in(text[slice(*place)])) >= _FEWEST:
        yield Statement(
            spans=(place,), kind="indirect", part=part, source=speaker.source, cue=speaker.cue, rule=speaker.rule,
            confidence=speaker.confidence,
        )  # fmt: skip
