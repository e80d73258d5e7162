"""Who speaks each whole quotation.

First whom its own sentence names (beside.py), then the words next to it, without syntax (patterns.py). A
quotation that is a sentence by itself goes on with the speaker of its paragraph, unless the sentence before
says that somebody else speaks; a paragraph that is a quotation and no more goes on with whoever spoke last.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort

from mediakit.quotes.find import Quote
from mediakit.sources.beside import beside, speaker_beside
from mediakit.sources.cues import Cues
from mediakit.sources.patterns import speaker_by_pattern
from mediakit.sources.speaker import NOBODY, Speaker
from mediakit.sources.speaking import is_speaking
from mediakit.sources.statement import Parsed, Place, Sentence
from mediakit.sources.syntax import depth, phrase, subject_of

_MARKS = re.compile(r"""[\s“”"‘’'`«»„,]*""")
_RECENT = 2  # paragraphs back to whoever may go on speaking
_EMPTY = ("it", "there", "this", "that", "what", "which")


def speakers_of(parsed: Parsed, cues: Cues, partial: dict[int, Speaker]) -> dict[int, Speaker]:
    """The speaker of every whole quotation by its number, and those given of partial ones."""
    found = dict(partial)
    whole = [n for n, quote in enumerate(parsed.quotes) if quote.form == "full" and quote.depth == 1]
    for number in whole:
        speaker = _named(parsed, number, cues)
        if speaker.source is not None:
            found[number] = speaker
    spoken = sorted(number for number, speaker in found.items() if speaker.source is not None)
    for number in whole:
        if number not in found:
            found[number] = _carried(parsed, number, found, spoken, cues)
            if found[number].source is not None:
                insort(spoken, number)
    return found


def _named(parsed: Parsed, number: int, cues: Cues) -> Speaker:
    """Whom the words beside a quotation name."""
    quote, text = parsed.quotes[number], parsed.document.text
    last = text[quote.begin : quote.end].rstrip()[-1:]
    sentence = parsed.sentence_at(quote.begin)
    if sentence is not None and (place := beside(sentence, number)) is not None:
        speaker = speaker_beside(place, last=last, cues=cues)
        if speaker.source is not None:
            return speaker
    paragraph = parsed.document.paragraphs[quote.paragraph]
    before, behind = parsed.quotes_in(paragraph.begin, quote.begin - 1)[-1:], parsed.quotes_in(quote.end + 1, paragraph.end)[:1]
    low = parsed.quotes[before[0]].end if before else paragraph.begin
    high = parsed.quotes[behind[0]].begin if behind else paragraph.end
    return speaker_by_pattern(text, Place(quote.begin, quote.end), Place(low, high), cues)


def _carried(parsed: Parsed, number: int, found: dict[int, Speaker], spoken: list[int], cues: Cues) -> Speaker:
    """Who spoke before or goes on speaking, or whom the sentence before is about; spoken, those whose speaker is known."""
    quote = parsed.quotes[number]
    if quote.continues and (last := _last_piece(parsed, number)) in found and found[last].source is not None:
        return found[last]._replace(rule="named in its last paragraph")
    at = bisect_left(spoken, number)
    earlier = next((n for n in spoken[max(at - 1, 0) : at] if parsed.quotes[n].paragraph == quote.paragraph), None)
    later = next((n for n in spoken[at : at + 1] if parsed.quotes[n].paragraph == quote.paragraph), None)
    sentence = _sentence_before(parsed, quote)
    between = sentence is not None and (earlier is None or parsed.quotes[earlier].end <= sentence.begin)
    topic = _topic(sentence, cues) if sentence is not None and between else None
    if topic is not None and topic.confidence == "likely":
        return topic
    if earlier is not None:
        return found[earlier]._replace(rule="goes on in its paragraph", confidence="certain" if not between else "likely")
    if later is not None and found[later].rule.startswith(("verb", "pattern")):
        return found[later]._replace(rule="named behind the next quotation", confidence="likely")
    if topic is not None:
        return topic
    opens = not _MARKS.sub("", parsed.document.text[parsed.document.paragraphs[quote.paragraph].begin : quote.begin])
    recent = at and quote.paragraph - parsed.quotes[spoken[at - 1]].paragraph <= _RECENT
    return _from_before(parsed, quote, found[spoken[at - 1]] if recent else NOBODY, cues) if quote.continued or opens else NOBODY


def _last_piece(parsed: Parsed, number: int) -> int:
    """The last piece of a quotation that goes on over several paragraphs."""
    while parsed.quotes[number].continues:
        following = (n for n in range(number + 1, len(parsed.quotes)) if parsed.quotes[n].continued)
        after = next(following, None)
        if after is None or parsed.quotes[after].paragraph != parsed.quotes[number].paragraph + 1:
            break
        number = after
    return number


def _from_before(parsed: Parsed, quote: Quote, before: Speaker, cues: Cues) -> Speaker:
    """Who spoke in the paragraph before, or whom it ends with; before, who spoke last."""
    sentence = parsed.sentence_before(parsed.document.paragraphs[quote.paragraph].begin, quote.paragraph - 1)
    topic = None if sentence is None else _topic(sentence, cues)
    if sentence is not None and topic is not None and parsed.document.text[sentence.begin : sentence.end].rstrip().endswith(":"):
        return topic._replace(rule="colon in the paragraph before", confidence="likely")
    if before.source is not None:
        return before._replace(rule="goes on from the paragraph before", confidence="likely")
    if topic is not None:
        return topic._replace(rule="subject of the paragraph before", confidence="check")
    return NOBODY


def _sentence_before(parsed: Parsed, quote: Quote) -> Sentence | None:
    """The sentence right before the quotation's own, in its paragraph."""
    before = parsed.sentence_before(quote.begin, quote.paragraph)
    return None if before is None or _MARKS.sub("", parsed.document.text[before.end : quote.begin]) else before


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
