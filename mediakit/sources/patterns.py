"""Who speaks a quotation, by the words beside it alone: where there is no model, and where it read them wrongly.

Behind the quotation (“…,” said Hill; “…,” the coach told reporters; “…” — Hill; “…,” according to Hill) or
before it (Hill said: “…”; Hill: “…”). A mention is a name, a pronoun, or a few words behind an article.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from mediakit.sources.cues import Cues
from mediakit.sources.speaker import NOBODY, Speaker
from mediakit.sources.speaking import is_speaking_word
from mediakit.sources.statement import Parsed, Place, Statement

Words = list[re.Match[str]]

_FAR = 90  # characters looked at before a quotation
_BEHIND = 150  # and behind it
_MOST = 9  # words of a mention
_NEAR = 7  # words between a verb and the quotation behind it
_SHORTENED = ("Mr", "Ms", "Dr", "St", "Mrs", "Rep", "Sen", "Gov", "Gen", "Sgt", "Lt", "Col")
_WORD = re.compile(rf"(?:{'|'.join(_SHORTENED)}|[A-Z])\.|[^\W_](?:[\w’'&-]|\.(?=\w))*")
_NO_STOP = "".join(f"(?<!{word})" for word in ("[A-Z]", *_SHORTENED))
_END = re.compile(rf"""[;:!?“«"\n]|{_NO_STOP}\.(?=\s|\Z)""")
_NAME = r"(?P<name>(?:[A-Z][\w’'.-]*,?\s?){1,6})"
_DASH = re.compile(rf"""["”'’»]*\s*(?P<cue>[-–—―]{{1,2}})\s*{_NAME}\s*(?=[.,(\n“"]|\Z)""")
_ACCORDING = re.compile(r"""["”'’»]*,?\s*(?P<cue>according to)\s+(?P<name>[^.,;:“"\n]{2,80})""", re.IGNORECASE)
_COLON = re.compile(rf"""(?:^|[-–—.]\s+){_NAME}(?P<cue>:)\s*["“'‘«]*\Z""")
_MARKS = re.compile(r"""["”'’»\s,?!.]*""")
_SENTENCE = re.compile(r"""(?<=[a-z\d)”"’'])[.!?;]["”’']?\s|\n""")


def _any_of(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words)})\Z", re.IGNORECASE)


_PRONOUN = _any_of("he", "she", "they", "it", "we", "i", "who", "you", "one")
_ARTICLE = _any_of("the", "an?", "his", "her", "their", "its", "our", "my", "one", "another", "some", "many", "several", "both",
                   "two", "three", "other", "no")  # fmt: skip
#: what no mention goes over
_STOP = _any_of("in", "on", "at", "to", "during", "after", "before", "when", "while", "as", "about", "with", "by", "from", "that",
                "who", "which", "and", "but", "because", "last", "this", "yesterday", "today", r"\w+day", "later", "earlier",
                "adding", "via", "over", "recently", "again", "if", "for", "through")  # fmt: skip
#: what stands between a mention and its verb
_LIGHT = _any_of("has", "have", "had", "was", "is", "also", "later", "then", "once", r"\w+ly", "would", "did", "often", "never",
                 "still", "even", "just", "and", "but", "as", "so", "now")  # fmt: skip
_INSIDE_NAMES = ("de", "van", "von", "of", "al", "bin", "and")


def speaker_by_pattern(text: str, quote: Place, around: Place, cues: Cues) -> Speaker:
    """The speaker of a quotation; around is how far its paragraph, or the room between two others, reaches.

    >>> from mediakit.sources.cues import default_cues
    >>> text = "“We left,” said Ama Hill on Monday."
    >>> found = speaker_by_pattern(text, Place(1, 9), Place(0, len(text)), default_cues())
    >>> text[slice(*found.source)], text[slice(*found.cue)]
    ('Ama Hill', 'said')
    """
    end = min(around.end, quote.end + _BEHIND)
    for pattern, rule in ((_DASH, "name behind a dash"), (_ACCORDING, "according to")):
        if found := pattern.match(text, quote.end, end):
            return _named(found, rule)
    stops = text[slice(*quote)].rstrip().endswith(".")  # what stands behind is something new
    spoken = NOBODY if stops else _behind(text, quote.end, end, cues)
    return spoken if spoken.source is not None else _before(text, max(around.begin, quote.begin - _FAR), quote.begin, cues)


def pattern_statements(parsed: Parsed, cues: Cues) -> list[Statement]:
    """Statements with partial quotations, by the words before the quotation alone: Hill called it “rotten”."""
    statements, text = list[Statement](), parsed.document.text
    begins = [span.begin for span in parsed.document.sentences]
    for number, quote in enumerate(parsed.quotes):
        if quote.form == "full" or quote.depth > 1:
            continue
        begin = max([*begins[: bisect_right(begins, quote.begin)][-1:], parsed.document.paragraphs[quote.paragraph].begin])
        found = _before(text, begin, quote.begin, cues, near=None)
        if found.source is None or found.cue is None:
            continue
        said = text[found.cue.end : quote.begin]
        place = Place(found.cue.end + len(said) - len(said.lstrip(" ,:")), quote.end)
        statements.append(
            Statement(
                spans=(place,), kind="mixed", part=quote.part, source=found.source, cue=found.cue, rule=found.rule,
                confidence="check", quotes=(number,),
            )
        )  # fmt: skip
    return statements


def nested_speaker(parsed: Parsed, number: int, cues: Cues) -> Speaker:
    """The speaker of a quotation inside another one, where the words beside it, inside the outer one, name one."""
    quote = parsed.quotes[number]
    earlier = (parsed.quotes[before] for before in range(number - 1, -1, -1))
    around = next((other for other in earlier if other.depth < quote.depth and quote.begin < other.end), quote)
    found = speaker_by_pattern(
        parsed.document.text, Place(quote.begin, quote.end), Place(around.begin, max(around.end, quote.end)), cues
    )
    return NOBODY if found.source is None else found._replace(confidence="check")


def words_of(text: str, begin: int, end: int) -> Words:
    """The words of a stretch, as patterns see them: with Mr. and A. as one each."""
    return [*_WORD.finditer(text, begin, end)]


def mention_before(text: str, words: Words) -> Place | None:
    """The mention that words before a verb end with, None where they end with none."""
    mention = _last(text, _without_light(words))
    return None if not mention or not _is_mention(mention) else Place(mention[0].start(), mention[-1].end())


def _named(found: re.Match[str], rule: str) -> Speaker:
    source = Place(found.start("name"), found.start("name") + len(found["name"].rstrip(" ,\n")))
    return Speaker(source, Place(*found.span("cue")), f"pattern: {rule}", "likely")


def _behind(text: str, begin: int, end: int, cues: Cues) -> Speaker:
    """“…,” said Hill; “…,” the coach told reporters."""
    marks = _MARKS.match(text, begin, end)
    if marks is None or "." in marks[0]:
        return NOBODY
    stop = _END.search(text, marks.end(), end)
    words = words_of(text, marks.end(), stop.start() if stop else end)
    for place, word in enumerate(words[: _MOST + 5]):
        if is_speaking_word(word[0], cues) and (place == 0 or word[0][0].islower()):
            if all(_LIGHT.match(other[0]) for other in words[:place]):
                return _mention(_first(text, words[place + 1 :]), word, "verb and name behind")
            return _mention(_without_light(words[:place]), word, "name and verb behind")
    return NOBODY


def _before(text: str, begin: int, end: int, cues: Cues, *, near: int | None = _NEAR) -> Speaker:
    """Hill: “…”; Hill said: “…”; near is how many words may stand between the verb and the quotation."""
    if colon := _COLON.search(text[:end], begin):
        return _named(colon, "name before a colon")
    cut = max((found.end() for found in _SENTENCE.finditer(text, begin, end)), default=begin)
    words = words_of(text, cut, end)
    for place in reversed(range(0 if near is None else max(0, len(words) - near), len(words))):
        if place and is_speaking_word(words[place][0], cues) and words[place][0][0].islower():
            return _mention(_last(text, _without_light(words[:place])), words[place], "name and verb before")
    return NOBODY


def _without_light(words: Words) -> Words:
    """The words without those that only go with the verb at their end, or link at their beginning."""
    while words and _LIGHT.match(words[-1][0]):
        words = words[:-1]
    while len(words) > 1 and _LIGHT.match(words[0][0]):
        words = words[1:]
    return words


def _first(text: str, words: Words) -> Words:
    """The mention that words begin with."""
    kept = Words()
    for word in words[:_MOST]:
        between = text[kept[-1].end() : word.start()] if kept else ""
        if "," in between or "(" in between or (kept and (_STOP.match(word[0]) or _PRONOUN.match(kept[-1][0]))):
            break
        kept.append(word)
    return kept


def _last(text: str, words: Words) -> Words:
    """The mention that words end with."""
    kept = words[-1:]
    for word in reversed(words[-_MOST:-1]):
        head = kept[0][0]
        joins = word[0][0].isupper() or _ARTICLE.match(word[0]) or word[0] in _INSIDE_NAMES
        if "," in text[word.end() : kept[0].start()] or _STOP.match(head) or _PRONOUN.match(head) or _ARTICLE.match(head):
            break
        if head[0].isupper() and not joins:
            break
        kept.insert(0, word)
    return kept


def _is_mention(words: Words) -> bool:
    """Whether words can be a mention: they have a capital, or begin with a pronoun or an article."""
    first = words[0][0]
    named = any(word[0][0].isupper() for word in (words[0], words[-1]))
    return not _STOP.match(first) and (named or bool(_PRONOUN.match(first) or _ARTICLE.match(first)))


def _mention(words: Words, verb: re.Match[str], rule: str) -> Speaker:
    """The words as the speaker, where they can be a mention."""
    if not words or not _is_mention(words):
        return NOBODY
    return Speaker(Place(words[0].start(), words[-1].end()), Place(*verb.span()), f"pattern: {rule}", "likely")
