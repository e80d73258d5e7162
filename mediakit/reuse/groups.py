"""Which copies belong to one quotation: each is put with the one it is most a copy of.

The longest wording leads a group; a shorter one joins the group of the longer one that holds most of it. A
fragment that stands in two long quotations, or a quotation made of two, is linked in both groups.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Edge(NamedTuple):
    """Two wordings with words in common."""

    one: int
    other: int
    mass: float  #: what the words in common are worth


def lead_of(worths: Sequence[float], edges: Iterable[Edge]) -> list[int]:
    """For each wording, the one that leads its group; worths say what each is worth, in a fixed order.

    >>> lead_of([5.0, 3.0, 2.0, 4.0], [Edge(0, 1, 3.0), Edge(1, 2, 2.0)])
    [0, 0, 0, 3]
    """
    order = sorted(range(len(worths)), key=lambda place: (-worths[place], place))
    rank = {place: number for number, place in enumerate(order)}
    best: dict[int, tuple[float, int, int]] = {}
    for one, other, mass in edges:
        shorter, longer = (one, other) if rank[one] > rank[other] else (other, one)
        # of two that hold as much of it, the one nearest in length
        best[shorter] = max(best.get(shorter, (-1.0, 0, 0)), (mass, rank[longer], longer))
    lead = [*range(len(worths))]
    for place in order:
        if place in best:
            lead[place] = lead[best[place][2]]
    return lead
