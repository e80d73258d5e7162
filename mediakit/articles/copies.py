"""Which articles repeat an earlier one, what to say about it, and the numbers of the groups they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mediakit.articles.rows import Rows
from mediakit.articles.texts import Texts
from mediakit.duplicates import Copy, find_copies
from mediakit.loaders import Problem


def copies_of(rows: Rows, texts: Texts | None) -> dict[int, Copy]:
    """Which articles repeat an earlier one, by place; a record without text repeats nothing.

    Parameters: rows; texts, in the same order, or None where only equal ones are looked for.
    """
    read = texts.strings() if texts else rows["sha256"]
    # where only the headline is known, the same headline is not the same article
    told = ["" if "metadata_only" in flags else text for flags, text in zip(rows["flags"], read, strict=True)]
    return find_copies(told, near=texts is not None)


def say_copies(rows: Rows, copies: Mapping[int, Copy]) -> Iterator[Problem]:
    """A text that was read before, or a version of it, is loaded all the same, and said."""
    for place, copy in copies.items():
        outlets = rows["outlet"][place], rows["outlet"][copy.first]
        other = all(outlets) and outlets[0] != outlets[1]
        same = "the same text as" if copy.share == 1 else f"nearly the same text ({copy.share:.0%} of its runs of words) as"
        what = f"{same} {rows['article_id'][copy.first]}{', from another outlet' if other else ''}; it counts again"
        mend = (
            'nothing: two outlets printed it; measure(…, duplicates="once") counts it once' if other
            else 'delete one of the two, or count it once: measure(…, duplicates="once")'
        )  # fmt: skip
        yield Problem(rows["path"][place], rows["line"][place], "text", what, mend, "flagged")


def group_numbers(copies: Mapping[int, Copy]) -> dict[int, int]:
    """The number of the group that an article and its copies make, by the article's place.

    >>> group_numbers({3: Copy(1, 1.0), 5: Copy(1, 0.9)})
    {1: 1, 3: 1, 5: 1}
    """
    firsts = {copy.first for copy in copies.values()}
    numbers = {first: number for number, first in enumerate(sorted(firsts), start=1)}
    return numbers | {place: numbers[copy.first] for place, copy in copies.items()}
