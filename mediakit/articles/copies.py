"""Which drafts repeat an earlier one, what to say about it, and the numbers of the groups they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mediakit.articles.draft import Draft
from mediakit.articles.texts import Texts
from mediakit.duplicates import Copy, find_copies
from mediakit.loaders import Problem


def copies_of(drafts: Sequence[Draft], texts: Texts | None) -> dict[int, Copy]:
    """Which articles repeat an earlier one, by place; a record without text repeats nothing.

    Parameters: drafts; texts, in the same order, or None where only equal ones are looked for.
    """
    read = texts.strings() if texts else [made.sha256 for made in drafts]
    # where only the headline is known, the same headline is not the same article
    told = ["" if "metadata_only" in made.record.flags else text for made, text in zip(drafts, read, strict=True)]
    return find_copies(told, near=texts is not None)


def say_copies(drafts: Sequence[Draft], copies: Mapping[int, Copy]) -> Iterator[Problem]:
    """A text that was read before, or a version of it, is loaded all the same, and said."""
    for place, copy in copies.items():
        made, first = drafts[place], drafts[copy.first]
        outlets = made.given("outlet"), first.given("outlet")
        other = all(outlets) and outlets[0] != outlets[1]
        same = "the same text as" if copy.share == 1 else f"nearly the same text ({copy.share:.0%} of its runs of words) as"
        what = f"{same} {first.article_id}{', from another outlet' if other else ''}; it counts again"
        mend = (
            'nothing: two outlets printed it; measure(…, duplicates="once") counts it once' if other
            else 'delete one of the two, or count it once: measure(…, duplicates="once")'
        )  # fmt: skip
        yield Problem(made.record.path, made.record.line, "text", what, mend, "flagged")


def group_numbers(drafts: Sequence[Draft], copies: Mapping[int, Copy]) -> dict[str, int]:
    """The number of the group that an article and its copies make, by article_id."""
    firsts = sorted({copy.first for copy in copies.values()})
    numbers = {first: number for number, first in enumerate(firsts, start=1)}
    of_firsts = {drafts[place].article_id: number for place, number in numbers.items()}
    return of_firsts | {drafts[place].article_id: numbers[copy.first] for place, copy in copies.items()}
