"""Which mentions are copies of the same words: planned first, so that what is left out can be said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import combinations, product
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tqdm import tqdm

from mediakit.reuse.align import Piece, align
from mediakit.reuse.candidates import (
    ALL_PAIRS,
    MOST_ALIGNED,
    MOST_HOLDING,
    Candidates,
    candidate_pairs,
    worths_by_rarity,
    worths_of,
)
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
    is_copy,
    likeness,
    same_words,
)
from mediakit.reuse.mentions import Mention, in_scopes
from mediakit.reuse.normal import MOST_WORDS, Normal, normalize
from mediakit.reuse.rows import Floats, Ints, Rows, rows_of

MOST_COPIES = 50  #: copies of one wording of which every pair is listed; further ones are linked with the first only
_RUN = 3  # words in a row that words outside marks must share with some quotation
_CHANGED = frozenset(("dropped", "substituted", "tense", "negated", "number", "reordered"))


class LeftOut(NamedTuple):
    """A cap that was reached."""

    article_id: str
    what: str


class Plan(NamedTuple):
    """What is to be aligned."""

    wordings: list[list[Mention]]  #: mentions of one scope whose words are the same but for capitals, signs and spelling
    rows: Rows  #: the words of each wording
    worth: Floats  #: what each word is worth
    pairs: list[tuple[int, int]]
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
    candidates = candidate_pairs(rows, worth, scope_of)
    either = quoted[candidates.one] | quoted[candidates.other]
    wordings = [[mentions[place] for place in places] for places in found.values()]
    return Plan(
        wordings, rows, worth, [*zip(candidates.one[either].tolist(), candidates.other[either].tolist(), strict=True)], scope,
        [*_left_out(wordings, rows), *_looked_up_in_part(wordings, rows, worth, candidates, scope_of)],
    )  # fmt: skip


def _worth_a_look(rows: Rows, quoted: npt.NDArray[np.bool_], scope: Ints) -> npt.NDArray[np.bool_]:
    """Mentions with words; of those outside quotation marks the ones that share a run of words with some quotation."""
    wanted: npt.NDArray[np.bool_] = rows.sizes > 0
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


def _left_out(wordings: list[list[Mention]], rows: Rows) -> Iterator[LeftOut]:
    for wording, size in zip(wordings, rows.sizes.tolist(), strict=True):
        first = wording[0]
        if len(wording) > MOST_COPIES:
            what = (
                f"{len(wording)} copies of “{_shown(first.text)}”: every pair is listed among the first {MOST_COPIES}, "
                "the others are linked with the first copy only"
            )
            yield LeftOut(first.lead[0], what)
        if size >= MOST_WORDS:
            what = f"“{_shown(first.text)}” is longer than {MOST_WORDS} words: what follows them was not compared"
            yield LeftOut(first.lead[0], what)


def _looked_up_in_part(
    wordings: list[list[Mention]], rows: Rows, worth: Floats, candidates: Candidates, scope: Ints
) -> Iterator[LeftOut]:
    common = candidates.common[rows.sums(worth)[candidates.common] >= ANYWHERE.whole]
    for one in np.unique(scope[common]):
        places = common[scope[common] == one]
        what = (
            f"{len(places)} of {int((scope == one).sum())} wordings (all pairs are compared up to {ALL_PAIRS}) hold only pairs "
            f"of words that more than {MOST_HOLDING} share: each of these was compared with the {MOST_HOLDING} longest holders "
            "only"
        )
        yield LeftOut(wordings[places[0]][0].lead[0], what)

    for one in np.unique(scope[candidates.capped]):
        places = candidates.capped[scope[candidates.capped] == one]
        what = (
            f"{len(places)} of {int((scope == one).sum())} wordings are like more than {MOST_ALIGNED} others: each was compared "
            f"with the {candidates.most[one]} that share most with it, and with those that it shares most with"
        )
        yield LeftOut(wordings[places[0]][0].lead[0], what)


def _shown(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


class _Between(NamedTuple):
    """Two copies, before it is known which group they belong to."""

    one: Mention
    other: Mention
    bounds: tuple[int, int]
    coverage: float
    changes: Changes


def copies(planned: Plan) -> Iterator[Copy]:
    """Every pair of mentions with the same words, and what differs between the two."""
    read = cache(normalize)
    weigh = dict(zip(planned.rows.keys, planned.worth.tolist(), strict=True)).__getitem__
    edges, kept = list[Edge](), list[list[_Between]]()
    for one, other in tqdm(planned.pairs, desc="linking quotations", unit=" pairs", delay=2):
        wordings = planned.wordings[one], planned.wordings[other]
        texts = wordings[0][0].text, wordings[1][0].text
        here, there = read(texts[0]), read(texts[1])
        aligned = cache(align)
        found = likeness(here, there, texts, aligned(here.keys, there.keys), weigh)
        pairs = [*_meeting(found, planned.scope, *wordings)]
        if pairs:
            edges.append(Edge(one, other, found.mass))
            compare = cache(partial(_compare, read, aligned))
            kept.append([_between(*pair, found, compare) for pair in pairs])
    # words outside marks never lead a group
    quoted = np.array([wording[0].quote_no is not None for wording in planned.wordings], dtype=bool)
    worths = np.where(quoted, planned.rows.sums(planned.worth), 0.0).tolist()
    sizes = planned.rows.sizes.tolist()
    lead = lead_of(worths, edges)
    for place, wording in enumerate(planned.wordings):
        if worths[place] and len(wording) > 1:
            found = same_words(sizes[place], worths[place])
            compare = cache(partial(_compare, read, align))
            for pair in _meeting(found, planned.scope, wording, wording):
                yield Copy(lead[place], *_between(*pair, found, compare))
    for edge, between in zip(edges, kept, strict=True):
        group = lead[edge.one if worths[edge.one] >= worths[edge.other] else edge.other]
        yield from (Copy(group, *copy) for copy in between)


def _meeting(
    found: Likeness, scope: str, wording: list[Mention], other_wording: list[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of mentions that are listed and have enough in common for where they stand."""
    for one, other in _listed(wording, other_wording):
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


def _listed(wording: list[Mention], other: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of mentions that are listed, of one wording or of two."""
    if wording is other:
        yield from combinations(wording[:MOST_COPIES], 2)
        yield from product(wording[:1], wording[MOST_COPIES:])
    else:
        yield from product(wording[:MOST_COPIES], other[:MOST_COPIES])


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
