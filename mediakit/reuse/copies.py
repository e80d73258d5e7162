"""Which mentions are copies of the same words, in one scope: planned first, so that what is left out can be said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import combinations, product
from typing import NamedTuple

from mediakit.reuse.align import align
from mediakit.reuse.candidates import ALL_PAIRS, MOST_HOLDING, candidate_pairs, weigh_by_rarity
from mediakit.reuse.changes import changes_between
from mediakit.reuse.groups import Edge, lead_of
from mediakit.reuse.kinds import Changes, Side
from mediakit.reuse.likeness import (
    ACROSS_STORIES,
    ANYWHERE,
    IN_A_STORY,
    OUTSIDE_MARKS,
    Enough,
    Likeness,
    Weigh,
    is_copy,
    likeness,
    same_words,
    weigh,
)
from mediakit.reuse.mentions import Mention
from mediakit.reuse.normal import MOST_WORDS, Normal, keys_of, normalize

MOST_COPIES = 50  #: copies of one wording of which every pair is listed; further ones are linked with the first only
_RUN = 3  # words in a row that words outside marks must share with some quotation
_CHANGED = frozenset(("dropped", "substituted", "tense", "negated", "number", "reordered"))


_Compare = Callable[[str, str, bool], tuple[Changes, int, int]]


class LeftOut(NamedTuple):
    """A cap that was reached."""

    article_id: str
    what: str


class Plan(NamedTuple):
    """What is to be aligned in one scope."""

    wordings: list[list[Mention]]  #: mentions whose words are the same but for capitals, signs and spelling
    keys: list[tuple[str, ...]]
    pairs: list[tuple[int, int]]
    weigh: Weigh
    scope: str
    left_out: list[LeftOut]


class Copy(NamedTuple):
    """Two mentions with the same words."""

    group: int  #: the wording that leads the group, as its place in the plan
    one: Mention
    other: Mention
    bounds: tuple[int, int]  #: where the words stand on the other side
    coverage: float
    changes: Changes


def plan(mentions: Sequence[Mention], scope: str) -> Plan:
    """Which wordings there are, and which of them to align."""
    found: dict[tuple[bool, tuple[str, ...]], list[Mention]] = {}
    quoted_runs, own_words = set[int](), any(mention.quote_no is None for mention in mentions)
    for mention in mentions:  # quotations come first
        keys = keys_of(mention.text)
        if own_words:
            runs = {hash(keys[place : place + _RUN]) for place in range(len(keys) - _RUN + 1)}
            if mention.quote_no is None and quoted_runs.isdisjoint(runs):
                continue
            if mention.quote_no is not None:
                quoted_runs |= runs
        if keys:
            found.setdefault((mention.quote_no is None, keys), []).append(mention)
    wordings, rows = [*found.values()], [keys for _, keys in found]
    worth = weigh_by_rarity(rows) if scope == "corpus" else None
    candidates = candidate_pairs(rows, worth)
    left_out = [*_left_out(wordings, rows)]
    value = weigh if worth is None else worth.__getitem__
    common = [place for place in candidates.common if sum(map(value, rows[place])) >= ANYWHERE.whole]
    if common:
        what = (
            f"{len(common)} of {len(rows)} wordings (all pairs are compared up to {ALL_PAIRS}) hold only pairs of words "
            f"that more than {MOST_HOLDING} share: each of these was compared with the {MOST_HOLDING} longest holders only"
        )
        left_out.append(LeftOut(wordings[common[0]][0].lead[0], what))
    quoted = [wording[0].quote_no is not None for wording in wordings]
    pairs = [(one, other) for one, other in candidates.pairs if quoted[one] or quoted[other]]
    return Plan(wordings, rows, pairs, value, scope, left_out)


def _left_out(wordings: list[list[Mention]], rows: list[tuple[str, ...]]) -> Iterator[LeftOut]:
    for wording, keys in zip(wordings, rows, strict=True):
        first = wording[0]
        if len(wording) > MOST_COPIES:
            what = (
                f"{len(wording)} copies of “{_shown(first.text)}”: every pair is listed among the first {MOST_COPIES}, "
                "the others are linked with the first copy only"
            )
            yield LeftOut(first.lead[0], what)
        if len(keys) >= MOST_WORDS:
            what = f"“{_shown(first.text)}” is longer than {MOST_WORDS} words: what follows them was not compared"
            yield LeftOut(first.lead[0], what)


def _shown(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def copies(planned: Plan) -> Iterator[Copy]:
    """Every pair of mentions with the same words, and what differs between the two."""
    read = cache(normalize)
    compare = cache(partial(_compare, read))
    edges, kept = list[Edge](), list[tuple[Likeness, list[tuple[Mention, Mention]]]]()
    for one, other in planned.pairs:
        wordings = planned.wordings[one], planned.wordings[other]
        texts = wordings[0][0].text, wordings[1][0].text
        here, there = read(texts[0]), read(texts[1])
        found = likeness(here, there, texts, align(here.keys, there.keys), planned.weigh)
        pairs = [*_meeting(found, planned.scope, *wordings)]
        if pairs:
            edges.append(Edge(one, other, found.mass))
            kept.append((found, pairs))
    # words outside marks never lead a group
    worths = [
        sum(map(planned.weigh, keys)) if wording[0].quote_no is not None else 0.0
        for wording, keys in zip(planned.wordings, planned.keys, strict=True)
    ]
    lead = lead_of(worths, edges)
    for place, wording in enumerate(planned.wordings):
        if worths[place] and len(wording) > 1:
            found = same_words(len(planned.keys[place]), worths[place])
            for mention, copied in _meeting(found, planned.scope, wording, wording):
                yield _copy(lead[place], mention, copied, found, compare)
    for edge, (found, pairs) in zip(edges, kept, strict=True):
        group = lead[edge.one if worths[edge.one] >= worths[edge.other] else edge.other]
        for mention, copied in pairs:
            yield _copy(group, mention, copied, found, compare)


def _meeting(
    found: Likeness, scope: str, wording: list[Mention], other_wording: list[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of mentions that are listed and have enough in common for where they stand."""
    enough = cache(partial(is_copy, found))
    for one, other in _listed(wording, other_wording):
        if not _overlap(one, other) and enough(_standard(one, other, scope)):
            yield (one, other) if one.place <= other.place else (other, one)


def _standard(one: Mention, other: Mention, scope: str) -> Enough:
    """What two mentions must have in common, for where they stand."""
    if one.quote_no is None or other.quote_no is None:
        return OUTSIDE_MARKS
    if scope == "story" or one.lead[0] == other.lead[0]:
        return IN_A_STORY
    if one.lead[1] is None or other.lead[1] is None:
        return ANYWHERE
    return IN_A_STORY if one.lead[1] == other.lead[1] else ACROSS_STORIES


def _overlap(one: Mention, other: Mention) -> bool:
    """Whether one stretch is inside the other; an article's own words are no copy of its quotations."""
    if one.lead[0] != other.lead[0]:
        return False
    return one.quote_no is None or other.quote_no is None or max(one.begin, other.begin) < min(one.end, other.end)


def _listed(wording: list[Mention], other: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of mentions that are listed, of one wording or of two."""
    if wording is other:
        yield from combinations(wording[:MOST_COPIES], 2)
        yield from product(wording[:1], wording[MOST_COPIES:])
    else:
        yield from product(wording[:MOST_COPIES], other[:MOST_COPIES])


def _copy(group: int, one: Mention, other: Mention, found: Likeness, compare: _Compare) -> Copy:
    changes, begin, end = compare(one.text, other.text, other.quote_no is not None)
    return Copy(group, one, other, (other.begin + begin, other.begin + end), found.coverage, changes)


def _compare(read: Callable[[str], Normal], text: str, other: str, quoted: bool) -> tuple[Changes, int, int]:
    """What differs between a quotation and a copy of it, and which part of the copy that is.

    Words outside quotation marks are cut to what they have in common with the quotation.
    """
    here, there = read(text), read(other)
    pieces = align(here.keys, there.keys)
    begin, end = 0, len(other)
    if not quoted:
        common = [piece for piece in pieces if piece.tag in ("equal", "alike")]
        begin, end = there.begins[common[0].other_begin], there.ends[common[-1].other_end - 1]
        there = normalize(other[begin:end])
        pieces = align(here.keys, there.keys)
    changes = changes_between(Side(text, here), Side(other[begin:end], there, quoted), pieces)
    if not quoted and changes.kinds & _CHANGED:
        changes.kinds.add("possible_paraphrase")
    return changes, begin, end
