"""Which mentions are copies of the same words: planned first, so that what is left out can be said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from itertools import combinations, product
from typing import NamedTuple

import numpy as np
from tqdm import tqdm

from mediakit.reuse.align import Piece, align
from mediakit.reuse.candidates import Candidates, candidate_pairs, standings, worths_by_rarity, worths_of
from mediakit.reuse.changes import changes_between
from mediakit.reuse.groups import Edge, lead_of
from mediakit.reuse.kinds import Changes, Side
from mediakit.reuse.left_out import LeftOut, cut_short, listed_in_part, looked_up_in_part
from mediakit.reuse.likeness import (
    ACROSS_STORIES,
    ANYWHERE,
    IN_A_STORY,
    OUTSIDE_MARKS,
    Enough,
    Likeness,
    is_copy,
    likeness,
    same_words,
)
from mediakit.reuse.mentions import Mention, in_scopes
from mediakit.reuse.normal import Normal, normalize
from mediakit.reuse.rows import Flags, Floats, Ints, Rows, rows_of

MOST_COPIES = 50  #: copies of one wording of which every pair is listed; further ones are linked with the first only
_MOST_LISTED, _MOST_OF_EACH = 200_000, 10  # pairs of one scope, and for each of its mentions: beyond both, fewer copies
_REMEMBERED = 4_000  # comparisons: the copies of two wordings are often printed alike
_RUN = 3  # words in a row that words outside marks must share with some quotation
_CHANGED = frozenset(("dropped", "substituted", "tense", "negated", "number", "reordered"))


class Plan(NamedTuple):
    """What is to be aligned."""

    wordings: list[list[Mention]]  #: mentions of one scope whose words are the same but for capitals, signs and spelling
    rows: Rows  #: the words of each wording
    worth: Floats  #: what each word is worth
    pairs: list[tuple[int, int]]
    scopes: Ints  #: for each wording, the number of its scope
    in_part: Ints  #: wordings that are not compared with all others that are like them
    most: list[int]  #: for each wording, how many of its copies are all listed with one another
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


def plan(mentions: list[Mention], scope: str) -> Plan:
    """Which wordings there are, and which of them to align."""
    mentions, numbers = in_scopes(mentions, scope)
    of_mention, scope_of = rows_of([mention.text for mention in mentions]), np.array(numbers, dtype=np.int64)
    quoted = np.array([mention.quote_no is not None for mention in mentions], dtype=bool)
    found: dict[tuple[int, bool, bytes], list[int]] = {}
    for place in np.flatnonzero(_worth_a_look(of_mention, quoted, scope_of)).tolist():
        name = numbers[place], mentions[place].quote_no is None, of_mention.row(place).tobytes()
        found.setdefault(name, []).append(place)
    firsts = np.array([places[0] for places in found.values()], dtype=np.int64)
    rows, scope_of, quoted = of_mention.taken(firsts), scope_of[firsts], quoted[firsts]
    worth = worths_by_rarity(rows) if scope == "corpus" else worths_of(rows)
    candidates = candidate_pairs(rows, worth, scope_of, quoted)
    wordings = [[mentions[place] for place in places] for places in found.values()]
    most = most_listed(np.array([*map(len, wordings)], dtype=np.int64), candidates, scope_of)
    return Plan(
        wordings, rows, worth, [*zip(candidates.one.tolist(), candidates.other.tolist(), strict=True)],
        scope_of, np.union1d(candidates.common, candidates.capped), most.tolist(), scope,
        [*cut_short(wordings, rows), *listed_in_part(wordings, most, scope_of),
         *looked_up_in_part(wordings, rows.sums(worth) >= ANYWHERE.whole, candidates, scope_of)],
    )  # fmt: skip


def most_listed(sizes: Ints, candidates: Candidates, scope: Ints) -> Ints:
    """For each wording how many of its copies are listed pair by pair, so that the pairs of no scope grow without end."""
    n_scopes = int(scope.max(initial=-1)) + 1
    room = np.maximum(_MOST_LISTED, _MOST_OF_EACH * np.bincount(scope, weights=sizes, minlength=n_scopes))
    most = np.full(n_scopes, MOST_COPIES)
    while True:
        copies = np.minimum(sizes, most[scope])
        listed = np.bincount(scope, weights=copies * (copies - 1) / 2, minlength=n_scopes)
        between = copies[candidates.one] * copies[candidates.other]
        listed += np.bincount(scope[candidates.one], weights=between, minlength=n_scopes)
        over = (listed > room) & (most > 1)
        if not over.any():
            return most[scope]
        most[over] -= 1


def _worth_a_look(rows: Rows, quoted: Flags, scope: Ints) -> Flags:
    """Mentions with words; of those outside quotation marks the ones that share a run of words with some quotation."""
    wanted: Flags = rows.sizes > 0
    if quoted.all():
        return wanted
    owner, size = rows.owners, len(rows.keys)
    run = scope[owner]
    for step in range(_RUN):  # codes may wrap around: a run that is taken for another costs time only
        run = run * size + np.roll(rows.numbers, -step)
    inside = np.roll(owner, 1 - _RUN) == owner
    inside[1 - _RUN :] = False
    known = inside & np.isin(run, run[inside & quoted[owner]])
    return wanted & (quoted | (np.bincount(owner[known], minlength=len(quoted)) > 0))


class _Between(NamedTuple):
    """Two copies, before it is known which group they belong to."""

    one: Mention
    other: Mention
    bounds: tuple[int, int]
    coverage: float
    changes: Changes


def copies(planned: Plan) -> Iterator[Copy]:
    """Every pair of mentions with the same words, and what differs between the two."""
    read, aligned = cache(normalize), lru_cache(maxsize=_REMEMBERED)(align)
    compare = lru_cache(maxsize=_REMEMBERED)(partial(_compare, read, aligned))
    weigh = dict(zip(planned.rows.keys, planned.worth.tolist(), strict=True)).__getitem__
    edges, kept = list[Edge](), list[list[_Between]]()

    def align_all(pairs: list[tuple[int, int]]) -> None:
        for one, other in tqdm(pairs, desc="linking quotations", unit=" pairs", delay=2):
            wordings = planned.wordings[one], planned.wordings[other]
            texts = wordings[0][0].text, wordings[1][0].text
            here, there = read(texts[0]), read(texts[1])
            found = likeness(here, there, texts, aligned(here.keys, there.keys), weigh)
            meeting = [*_meeting(found, planned.scope, *wordings, planned.most[one])]
            if meeting:
                edges.append(Edge(one, other, found.mass))
                kept.append([_between(*pair, found, compare) for pair in meeting])

    align_all(planned.pairs)
    quoted = np.array([wording[0].quote_no is not None for wording in planned.wordings], dtype=bool)
    worths = standings(planned.rows, planned.worth, quoted).tolist()
    sizes = planned.rows.sizes.tolist()
    align_all(_between_leaders(planned, quoted, lead_of(worths, edges)))
    lead = lead_of(worths, edges)
    for place, wording in enumerate(planned.wordings):
        if worths[place] and len(wording) > 1:
            found = same_words(sizes[place], worths[place])
            for pair in _meeting(found, planned.scope, wording, wording, planned.most[place]):
                yield Copy(lead[place], *_between(*pair, found, compare))
    for edge, between in zip(edges, kept, strict=True):
        group = lead[edge.one if worths[edge.one] >= worths[edge.other] else edge.other]
        yield from (Copy(group, *copy) for copy in between)


def _between_leaders(planned: Plan, quoted: Flags, lead: list[int]) -> list[tuple[int, int]]:
    """Wordings that lead a group and were compared with some others only: they may be copies of one another."""
    leaders = np.intersect1d(planned.in_part[quoted[planned.in_part]], np.array(lead, dtype=np.int64))
    found = candidate_pairs(planned.rows.taken(leaders), planned.worth, planned.scopes[leaders], quoted[leaders])
    pairs = zip(leaders[found.one].tolist(), leaders[found.other].tolist(), strict=True)
    return sorted({*pairs} - {*planned.pairs})


def _meeting(
    found: Likeness, scope: str, wording: list[Mention], other_wording: list[Mention], most: int
) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of mentions that are listed and have enough in common for where they stand."""
    for one, other in _listed(wording, other_wording, most):
        if not _overlap(one, other) and is_copy(found, _standard(one, other, scope)):
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


def _listed(wording: list[Mention], other: list[Mention], most: int) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of mentions that are listed, of one wording or of two."""
    if wording is other:
        yield from combinations(wording[:most], 2)
        yield from product(wording[:1], wording[most:])
    else:
        yield from product(wording[:most], other[:most])


def _between(one: Mention, other: Mention, found: Likeness, compare: _Compare) -> _Between:
    changes, begin, end = compare(one.text, other.text, other.quote_no is not None)
    return _Between(one, other, (other.begin + begin, other.begin + end), found.coverage, changes)


_Align = Callable[[tuple[str, ...], tuple[str, ...]], list[Piece]]
_Compare = Callable[[str, str, bool], tuple[Changes, int, int]]


def _compare(read: Callable[[str], Normal], aligned: _Align, text: str, other: str, quoted: bool) -> tuple[Changes, int, int]:
    """What differs between a quotation and a copy of it, and which part of the copy that is.

    Words outside quotation marks are cut to what they have in common with the quotation.
    """
    if quoted and text == other:
        return Changes(), 0, len(other)
    here, there = read(text), read(other)
    pieces = aligned(here.keys, there.keys)
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
