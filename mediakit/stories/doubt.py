"""Which articles of a story that was given likely belong to another event, and why.

The articles of the story are cut into events as if nobody had said anything. One that falls outside
the largest group is doubted where it, or the group, says why: one calls the other's event an earlier
one, most were published on far-off days, or most name other days. So is one that shares next to no
words with any other. One that is only worded differently is not doubted: opinion is no other event.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from mediakit.stories.closeness import events
from mediakit.stories.read import Read
from mediakit.stories.told import Told, signs_apart, signs_in_words
from mediakit.stories.words import centers

MOST_COMPARED = 60  # articles of the largest group that one is held against, evenly drawn from it
LEAST_SHARED = 0.015
LONG_APART = 7  # days
_TELLING = ("earlier", "days", "weekdays")


def doubts(read: Read, story: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The articles of one story that likely report another event, each with the reason.

    Parameters: read, what read_articles() returned; story, the places of its articles there.
    """
    rows, told = read.rows[story], [read.told[place] for place in story]
    groups = [[story[number] for number in group] for group in events(rows, told)]
    largest = max(map(len, groups))
    for group in groups:
        standards = [place for other in groups if other is not group and len(other) == largest for place in other]
        standards = standards[:: max(1, -(-len(standards) // MOST_COMPARED))]
        for place in group:
            apart = [other for other in standards if _another_event(read.told[place], read.told[other])]
            earlier = [other for other in apart if "earlier" in signs_apart(read.told[place], read.told[other])]
            if earlier or len(apart) > len(standards) / 2:
                yield place, reasons(read, [(place, other) for other in earlier or apart])
            elif _shares_nothing(read, place, story):
                yield place, "it shares next to no words with the other articles of its story"


def _another_event(one: Told, other: Told) -> bool:
    return any(sign in _TELLING for sign in signs_apart(one, other)) or _days_apart(one, other) >= LONG_APART


def _shares_nothing(read: Read, place: int, story: Sequence[int]) -> bool:
    """Whether an article has words, and the others of its story that have some hold as good as none of them."""
    others = [other for other in story if other != place and read.openings[other]]
    if not read.openings[place] or not others:
        return False
    return float((read.rows[place] @ centers(read.rows, [others]).T).sum()) < LEAST_SHARED


def _days_apart(one: Told, other: Told) -> int:
    if one.published is None or other.published is None:
        return 0
    return abs((one.published - other.published).days)


def reasons(read: Read, pairs: Sequence[tuple[int, int]]) -> str:
    """Why the articles of some pairs are taken to report different events: the signs that most pairs show, in words."""
    said = {pair: _in_words(read, *pair) for pair in pairs}
    common = Counter(kind for words in said.values() for kind in words)
    wanted = [kind for kind, times in common.items() if times * 2 > len(pairs) or kind == "earlier"]
    if not wanted:
        return "their words differ"
    shown = max(pairs, key=lambda pair: (len(said[pair].keys() & {*wanted}), [-place for place in pair]))
    return f"beside {read.ids[shown[1]]}: " + "; ".join(said[shown][kind] for kind in said[shown] if kind in wanted)


def _in_words(read: Read, one: int, other: int) -> dict[str, str]:
    told, theirs = read.told[one], read.told[other]
    words = dict(zip(signs_apart(told, theirs), signs_in_words(told, theirs), strict=True))
    apart = _days_apart(told, theirs)
    return words | ({"published": f"published {apart} days apart"} if apart >= 2 else {})
