"""Who speaks each whole quotation.

First whom its own sentence names (beside.py), then the words next to it, without syntax (patterns.py). A
quotation that is a sentence by itself goes on with the speaker of its paragraph, unless the sentence before
says that somebody else speaks; a paragraph that is a quotation and no more goes on with whoever spoke last.
"""

from __future__ import annotations

import re

from mediakit.quotes.find import Quote
from mediakit.sources.beside import beside, speaker_beside
from mediakit.sources.cues import Cues
from mediakit.sources.patterns import speaker_by_pattern
from mediakit.sources.speaker import NOBODY, Speaker
from mediakit.sources.speaking import is_speaking
from mediakit.sources.statement import Parsed, Place, Sentence
from mediakit.sources.syntax import depth, phrase, subject_of

_MARKS = re.compile(r"""[\s“”"‘’'`«»„,]*""")
_EMPTY = ("it", "there", "this", "that", "what", "which")


def speakers_of(parsed: Parsed, cues: Cues, partial: dict[int, Speaker]) -> dict[int, Speaker]:
    """The speaker of every whole quotation by its number, and those given of partial ones."""
    found = dict(partial)
    whole = [n for n, quote in enumerate(parsed.quotes) if quote.form == "full" and quote.depth == 1]
    for number in whole:
        speaker = _named(parsed, number, cues)
        if speaker.source is not None:
            found[number] = speaker
    for number in whole:
        if number not in found:
            found[number] = _carried(parsed, number, found, cues)
    return found


def _named(parsed: Parsed, number: int, cues: Cues) -> Speaker:
    """Whom the words beside a quotation name."""
    quote, text = parsed.quotes[number], parsed.document.text
    last = text[quote.begin : quote.end].rstrip()[-1:]
    for sentence in parsed.sentences:
        if sentence.begin <= quote.begin < sentence.end and (place := beside(sentence, number)) is not None:
            speaker = speaker_beside(place, last=last, cues=cues)
            if speaker.source is not None:
                return speaker
    paragraph = parsed.document.paragraphs[quote.paragraph]
    around = [other for other in parsed.quotes if other.paragraph == quote.paragraph and other.depth == 1]
    low = max((other.end for other in around if other.end < quote.begin), default=paragraph.begin)
    high = min((other.begin for other in around if other.begin > quote.end), default=paragraph.end)
    return speaker_by_pattern(text, Place(quote.begin, quote.end), Place(low, high), cues)


def _carried(parsed: Parsed, number: int, found: dict[int, Speaker], cues: Cues) -> Speaker:
    """Who spoke before or goes on speaking, or whom the sentence before is about."""
    quote = parsed.quotes[number]
    if quote.continues and (last := _last_piece(parsed, number)) in found and found[last].source is not None:
        return found[last]._replace(rule="named in its last paragraph")
    same = [n for n in found if parsed.quotes[n].paragraph == quote.paragraph and found[n].source is not None]
    earlier, later = [n for n in same if n < number], [n for n in same if n > number]
    sentence = _sentence_before(parsed, quote)
    between = sentence is not None and not any(parsed.quotes[n].end > sentence.begin for n in earlier)
    topic = _topic(sentence, cues) if sentence is not None and between else None
    if topic is not None and topic.confidence == "likely":
        return topic
    if earlier:
        return found[max(earlier)]._replace(rule="goes on in its paragraph", confidence="certain" if not between else "likely")
    if later and found[min(later)].rule.startswith(("verb", "pattern")):
        return found[min(later)]._replace(rule="named behind the next quotation", confidence="likely")
    if topic is not None:
        return topic
    opens = not _MARKS.sub("", parsed.document.text[parsed.document.paragraphs[quote.paragraph].begin : quote.begin])
    return _from_before(parsed, quote, number, found, cues) if quote.continued or opens else NOBODY


def _last_piece(parsed: Parsed, number: int) -> int:
    """The last piece of a quotation that goes on over several paragraphs."""
    while parsed.quotes[number].continues:
        following = (n for n in range(number + 1, len(parsed.quotes)) if parsed.quotes[n].continued)
        after = next(following, None)
        if after is None or parsed.quotes[after].paragraph != parsed.quotes[number].paragraph + 1:
            break
        number = after
    return number


def _from_before(parsed: Parsed, quote: Quote, number: int, found: dict[int, Speaker], cues: Cues) -> Speaker:
    """Who spoke in the paragraph before, or whom it ends with."""
    before = [n for n in found if n < number and found[n].source and quote.paragraph - parsed.quotes[n].paragraph <= 2]
    sentences = [sentence for sentence in parsed.sentences if sentence.paragraph == quote.paragraph - 1]
    topic = _topic(sentences[-1], cues) if sentences else None
    if topic is not None and parsed.document.text[sentences[-1].begin : sentences[-1].end].rstrip().endswith(":"):
        return topic._replace(rule="colon in the paragraph before", confidence="likely")
    if before:
        return found[max(before)]._replace(rule="goes on from the paragraph before", confidence="likely")
    if topic is not None:
        return topic._replace(rule="subject of the paragraph before", confidence="check")
    return NOBODY


def _sentence_before(parsed: Parsed, quote: Quote) -> Sentence | None:
    """The sentence right before the quotation's own, in its paragraph."""
    before = [sentence for sentence in parsed.sentences if sentence.paragraph == quote.paragraph and sentence.end <= quote.begin]
    if not before or _MARKS.sub("", parsed.document.text[before[-1].end : quote.begin]):
        return None
    return before[-1]


def _topic(sentence: Sentence, cues: Cues) -> Speaker | None:
    """The subject of the sentence's topmost verb of saying, else (to be checked) of its main verb."""
    words = [word for word in sentence.tree if sentence.masked(word) is None]
    speaking = sorted((word for word in words if is_speaking(word, cues)), key=depth)
    roots = [word for word in words if word.dep_ == "ROOT"]
    for verb in (*speaking, *roots):
        noun = subject_of(verb)
        if noun is not None and sentence.masked(noun) is None and noun.lower_ not in _EMPTY:
            confidence = "likely" if verb in speaking else "check"
            return Speaker(sentence.place(*phrase(noun)), sentence.place(verb), "subject of the sentence before", confidence)
    return None
