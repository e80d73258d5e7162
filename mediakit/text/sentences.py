"""Where sentences begin and end.

1. Paragraphs are cut first (paragraphs.py): a line end closes a sentence whatever stands before it.
2. Inside a paragraph every full stop, question and exclamation mark with more text after it is put to
   the rules of full_stops.py. What closes or belongs to the sentence goes with it: quotation marks,
   brackets, footnote numbers [2], smileys.
3. A bullet, the next number of a numbered list, a picture credit and a dateline are cut without a mark.

A quotation of several sentences is several sentences. No model: the rules and their word lists are all.
"""

import re
from collections.abc import Iterator, Sequence

from mediakit.text.full_stops import AHEAD, Mark, ends_sentence, is_ordinary
from mediakit.text.words import has_word

_UNSPACED = "。！？｡।॥۔؟"  # marks used for nothing else, mostly without a space behind them
_SIGN = f"[.!?…{_UNSPACED}]"
_MARK = re.compile(
    rf"""({_SIGN}(?<!{_SIGN}{_SIGN}){_SIGN}*+(?:(?<=\.)(?:\s\.){{2,5}}+)?)  # the sign; . . . is one
    (["”’'»)\]*_」』）]*+)  # what it closes
    (?:
        ((?:\s?\[(?:\d{{1,3}}|[a-z]|citation\ needed)\])*+  # the tail: footnotes,
        (?:\s*[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F]++|\s+[:;]-?[()DP](?!\w))*+  # smileys,
        (?:\s+(?:\.{{3,5}}|…|\[(?:\.{{3}}|…)\])(?=\s+["“‘(]*[A-Z]))?  # an ellipsis by itself,
        (?:\s["”’»](?=\s*$))?)  # a quotation mark that went astray
        (?:\s+(?=\S)|\s*$)
      | (?<=[a-z]{{2}}[.!?])(?=[A-Z][a-z’']*(?:[\s,;]|$))  # or no space was left, as here.The
      | (?<=[a-z]{{2}}[.!?]["”])(?=[A-Z][a-z’']*(?:[\s,;]|$))
      | (?<=[{_UNSPACED}])
      | (?<=[{_UNSPACED}][」』”’"）])
    )""",
    re.VERBOSE,
)
_OPENING = re.compile(r"""["“‘'«(\[{¿¡*_•–—-]*\s*""")
_AROUND = "\"“”‘’'«»()[]{}*_–—-…•⁃.,"
_ADDRESS = re.compile(r"[@/]|www\.|\.(?:Com|Net|Org|Co|Fm|Js|Tv|Io)\b")
_WINDOW = 60  # characters looked back for the word before a mark
_BULLET = re.compile(r"[•‣⁃▪●◦]\s*\w")
_NUMBER = re.compile(r"(?:^|(?<=\s))[•⁃]?\s?(\d{1,2})(?:\.\)|[.)])\s+\S")
_CREDIT = re.compile(r"(?<=[\w)”\"]\s)(?<![A-Z]{2}\s)(?:Image|Photo|Photograph): ")
_DAY = r"day, (?:[A-Z][a-z]+ \d{1,2},|\d{1,2} [A-Z][a-z]+) \d{4}"
_DATED = re.compile(_DAY)
_DATE = rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun){_DAY}"
_DATE_FIRST = re.compile(rf"""\s*{_DATE}\s+(?=["“‘'«(\[]*[A-Z])""")
_DATE_LAST = re.compile(rf"(?<=\w)(?<! on)(?<! of)(?<! to)(?<! for)(?<! from)\s(?={_DATE}\s*$)")


def sentences_in(paragraph: str) -> list[tuple[int, int]]:
    """Begin and end of each sentence of one paragraph; a stretch without a word is none.

    >>> text = "U.S. President Mary Hill met Mr. Diaz at 3.30 p.m. They “agreed.” Then..."
    >>> [text[begin:end] for begin, end in sentences_in(text)]
    ['U.S. President Mary Hill met Mr. Diaz at 3.30 p.m.', 'They “agreed.”', 'Then...']
    """
    found, begin = list[tuple[int, int]](), 0
    for end in _ends_in(paragraph):
        stretch = paragraph[begin:end].rstrip()
        if stretch[:1].isalnum():
            found.append((begin, begin + len(stretch)))
        elif has_word(stretch):
            found.append((begin + len(stretch) - len(stretch.lstrip()), begin + len(stretch)))
        begin = end
    return found


def split_paragraphs(paragraphs: Sequence[str]) -> list[list[tuple[int, int]]]:
    """The sentences of each paragraph, as sentences_in() gives them."""
    return [sentences_in(paragraph) for paragraph in paragraphs]


def _ends_in(paragraph: str) -> list[int]:
    """Where one sentence ends and another begins, and the end of the paragraph."""
    ends, begin = list[int](), 0
    for stop in (*_unmarked_ends(paragraph), len(paragraph)):
        for found in _MARK.finditer(paragraph, begin, stop):
            end = found.end()
            if end < stop and (found[1][0] in _UNSPACED or _ends(paragraph, begin, found)):
                ends.append(end)
                begin = end
        ends.append(stop)
        begin = stop
    return ends


def _ends(paragraph: str, begin: int, found: re.Match[str]) -> bool:
    """Whether the sentence that began at begin ends with the mark found."""
    sign, closing, tail = found.groups()
    start, end = found.span()
    begin = max(begin, start - _WINDOW)
    if sign == "." and tail is not None and is_ordinary(paragraph[paragraph.rfind(" ", begin, start) + 1 : start]):
        following = paragraph[end + (paragraph[end] in '“"') : end + 2]
        if following[:1].isupper():
            return True  # as most marks stand: no rule would say otherwise
    before = paragraph[begin:start].rsplit(None, 1)
    written = before[-1] if before else ""
    if tail is None and _ADDRESS.search(written + paragraph[start : end + 10].split(maxsplit=1)[0]):
        return False  # example.Com
    if written.endswith(('"', "”")):
        return not paragraph[end : end + 1].islower()  # “no”. The mark behind the quotation counts
    word = written.rpartition("—")[2].strip(_AROUND)
    if not word and not closing.startswith((")", "]")) and len(before) > 1:
        word = before[0].rsplit(None, 1)[-1].strip(_AROUND) or "…"  # a mark that stands apart
    opens = len(before) < 2 or not has_word(before[0])
    opening = _OPENING.match(paragraph, end)
    next_word = opening.end() if opening else end
    after = paragraph[next_word : next_word + AHEAD]
    return ends_sentence(Mark(word, opens, sign, closing, paragraph[end:next_word].rstrip(), after))


def _unmarked_ends(paragraph: str) -> list[int]:
    """Where something begins that stands by itself, though no mark ends what is before."""
    ends = list[int]()
    if not paragraph[:1].isalpha():
        if _BULLET.match(paragraph):  # elsewhere bullets mostly separate the items of a menu
            ends += [bullet.start() for bullet in _BULLET.finditer(paragraph, 1)]
        if _NUMBER.match(paragraph):
            ends += _listed(paragraph)
    if "day, " in paragraph and _DATED.search(paragraph):
        ends += [date.end() for date in (_DATE_FIRST.match(paragraph), _DATE_LAST.search(paragraph)) if date]
    if "Image: " in paragraph or "Photo" in paragraph:
        ends += [credit.start() for credit in _CREDIT.finditer(paragraph)]
    return sorted(set(ends)) if ends else ends


def _listed(paragraph: str) -> Iterator[int]:
    """The numbers that follow on each other in a list that begins its paragraph."""
    wanted = None
    for found in _NUMBER.finditer(paragraph):
        if wanted is None or int(found[1]) == wanted:
            wanted = int(found[1]) + 1
            yield found.start()
