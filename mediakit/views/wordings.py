"""The wordings of a quotation below each other, the same words in the same column, and how each differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from mediakit.comparison.summarize import outlet_groups
from mediakit.reuse.align import Piece, align
from mediakit.reuse.changes import changes_between
from mediakit.reuse.kinds import Changes, Side
from mediakit.reuse.normal import normalize
from mediakit.reuse.wordings import list_wordings, wording_members
from mediakit.tables import rows_of
from mediakit.views.shown import Shown, escape, visible
from mediakit.views.validity import how_sure

#: kinds of change, for readers; none of them says which copy is right
CHANGES = {
    "same": "the same words",
    "punct": "other marks or commas",
    "case": "other capitals",
    "spelling": "another spelling of the same word",
    "typo": "a letter or two differ",
    "contraction": "a short form in place of a long one, or the other way round",
    "truncated_start": "begins later",
    "truncated_end": "ends earlier",
    "partial": "a piece of it",
    "ellipsis": "words left out, and dots say so",
    "bracket": "words in square brackets",
    "dropped": "words left out",
    "substituted": "other words",
    "tense": "another form of a verb",
    "number": "another number",
    "negated": "one of the two says not",
    "merged": "the speaker’s next words stand in it, too",
    "reordered": "words in another order",
    "possible_paraphrase": "perhaps told in other words",
}
#: the same, said of the copy that has the words
HAS_MORE = {
    "truncated_start": "begins earlier",
    "truncated_end": "ends later",
    "partial": "the other is a piece of it",
    "dropped": "words that the other lacks",
}
#: what can change the meaning, as readers are told
MEANT = {"negation": "one of the two says not", "number": "another number", "dropped item": "one thing of several is left out"}
_MOST = 200  # quotations shown
_MOST_WORDINGS, _MOST_NAMES = 40, 20  # shown of one quotation; outlets named of one wording


class Cell(NamedTuple):
    """A piece of a wording: how it compares with the piece above it, and its words."""

    #: same, changed, added, left out (the words are those of the wording compared with), nothing, or goes on: what is changed
    #: here stands in the cell before
    kind: str
    text: str


def show_wordings(links: pd.DataFrame, quotes: pd.DataFrame, *, reference: str | tuple[str, int] | None = None) -> Shown:
    """Every quotation that is printed more than once: its wordings below each other, the same words in one column.

    Parameters: links and quotes, the tables of link_quotes() and find_quotes(); reference, the copy to compare with: an
    article_id, or an article_id with a quote_no. Without one the fullest wording stands first, and the others are shown
    beside it; that it is the fullest does not make it the right one.

    Words left out are struck through, other and further words are marked, each also in words in the second column. Of more
    than 200 quotations the first 200 are shown, of more than 40 wordings of one the fullest 40, of more than 20 outlets the
    first 20, and the text says so.

    >>> import mediakit as mk
    >>> says = {"A": "“We saw no smoke at all,” he said.", "B": "“We saw no smoke,” he said."}
    >>> quotes = mk.find_quotes(mk.read_texts(says))
    >>> print(mk.show_wordings(mk.link_quotes(quotes), quotes))
    1: We saw no smoke at all, (A)
       We saw no smoke, (B): ends earlier
    """
    wordings = list_wordings(links, quotes, reference=reference)
    members = wording_members(links, quotes)
    who: dict[tuple[int, int], dict[str, None]] = {}
    for row, name in zip(rows_of(members), outlet_groups(members), strict=True):
        who.setdefault((row.group_no, row.wording_no), {})[name] = None
    pages, plain = list[str](), list[str]()
    groups = [*wordings.groupby("group_no", sort=True)]
    for group_no, rows in groups[:_MOST]:
        ordered = sorted(rows_of(rows), key=lambda row: (not row.is_reference, row.wording_no))[:_MOST_WORDINGS]
        printed = [(row.text, _named([*who[group_no, row.wording_no]])) for row in ordered]
        cells, said = zip(*compared([text for text, _ in printed]), strict=True)
        first = "the copy you chose" if ordered[0].is_reference else "the fullest wording"
        many = f"{len(printed)} of {len(rows)}" if len(rows) > len(printed) else f"{len(printed)}"
        pages.append(_table(f"Quotation {group_no}: {many} wordings, beside {first}", printed, cells, said, first))
        plain += _plain(int(group_no), printed, said)
        if len(rows) > len(printed):
            plain.append(f"   {many} wordings")
    if not groups:
        return Shown("<p>No quotation is printed more than once.</p>", "No quotation is printed more than once.")
    if len(groups) > _MOST:
        more = f"The first {_MOST} of {len(groups)} quotations."
        pages, plain = [f"<p>{more}</p>", *pages], [more, *plain]
    return Shown(f"{''.join(pages)}<p>{escape(how_sure('links'))}</p>", "\n".join(plain))


def compared(texts: Sequence[str]) -> list[tuple[list[Cell], str]]:
    """Wordings beside the first of them: each in cells, as columns_of() cuts them, and in words how it differs from the first.

    >>> cells, words = compared(["We saw no smoke at all", "We saw no smoke"])[1]
    >>> [cell.kind for cell in cells], words
    (['same', 'left out'], 'ends earlier')
    """
    sides = [Side(text, normalize(text)) for text in texts]
    rows = columns_of(sides)
    said = ["", *(_in_words(_changes(sides[0], side), row) for side, row in zip(sides[1:], rows[1:], strict=True))]
    return [*zip(rows, said, strict=True)]


def columns_of(sides: Sequence[Side]) -> list[list[Cell]]:
    """Each wording cut into cells, so that cells of one column hold the same words of the first wording.

    >>> texts = ["We saw no smoke at all", "We saw smoke at all"]
    >>> [[cell.kind for cell in row] for row in columns_of([Side(text, normalize(text)) for text in texts])]
    [['same', 'same', 'same'], ['same', 'left out', 'same']]
    """
    first = sides[0]
    pieces = [align(first.normal.keys, side.normal.keys) for side in sides[1:]]
    inserted = {piece.begin for found in pieces for piece in found if piece.begin == piece.end}
    cuts = {0, len(first.normal.keys)} | {edge for found in pieces for piece in found for edge in (piece.begin, piece.end)}
    bounds = sorted(cuts)
    spans = [(place, place) for place in bounds if place in inserted] + [*pairwise(bounds)]
    spans.sort()
    rows = [[Cell("same" if begin < end else "nothing", _printed(first, begin, end)) for begin, end in spans]]
    for side, found in zip(sides[1:], pieces, strict=True):
        rows.append([_cell(first, side, found, begin, end) for begin, end in spans])
    return rows


def _cell(first: Side, side: Side, pieces: Sequence[Piece], begin: int, end: int) -> Cell:
    """What a wording has where the first one has the words from begin to end, or where it has none."""
    if begin == end:
        added = [_printed(side, piece.other_begin, piece.other_end) for piece in pieces if piece.begin == piece.end == begin]
        return Cell("added", " ".join(added)) if added else Cell("nothing", "")
    piece = next(piece for piece in pieces if piece.begin <= begin and end <= piece.end and piece.begin < piece.end)
    if piece.tag == "delete":
        return Cell("left out", _printed(first, begin, end))
    if piece.tag == "equal":
        there = piece.other_begin + begin - piece.begin
        return Cell("same", _printed(side, there, there + end - begin))
    if begin > piece.begin:
        return Cell("goes on", "…")
    return Cell("changed", _printed(side, piece.other_begin, piece.other_end))


def _printed(side: Side, begin: int, end: int) -> str:
    """Tokens begin to end as printed, with the marks that follow."""
    if begin == end:
        return ""
    begins = side.normal.begins
    return side.text[begins[begin] : begins[end] if end < len(begins) else len(side.text)].strip()


def _changes(first: Side, side: Side) -> Changes:
    return changes_between(first, side, align(first.normal.keys, side.normal.keys))


def _in_words(found: Changes, row: Sequence[Cell]) -> str:
    """How a wording differs from the first: it lacks words, or has words that the first lacks."""
    has_more = any(cell.kind in ("added", "goes on") for cell in row) and all(cell.kind != "left out" for cell in row)
    return changes_in_words(found.listed, found.silent, found.meanings, has_more=has_more)


def changes_in_words(kinds: Iterable[str], silent: bool, meanings: Iterable[str], *, has_more: bool = False) -> str:
    """How two copies differ, as the columns changes, silent and meaning of quote_links have it.

    Told of the copy that lacks words; with has_more of the one that has them.

    >>> changes_in_words(["dropped"], True, ["negation"])
    'words left out; no sign shows it; can change the meaning: one of the two says not'
    >>> changes_in_words(["dropped"], True, ["negation"], has_more=True)
    'words that the other lacks; no sign shows it; can change the meaning: one of the two says not'
    """
    words = CHANGES | HAS_MORE if has_more else CHANGES
    said = [words[kind] for kind in kinds]
    if silent:
        said.append("no sign shows it")
    return "; ".join([*said, *(f"can change the meaning: {MEANT[what]}" for what in meanings)])


def difference(one: str, other: str) -> list[list[str]]:
    """Two wordings as one row of pieces: [words] of both, or [words of the one, words of the other], where one may be empty.

    >>> difference("We saw no smoke at all", "We saw smoke at last")
    [['We saw'], ['no', ''], ['smoke at'], ['all', 'last']]
    """
    here, there = columns_of([Side(text, normalize(text)) for text in (one, other)])
    return [
        [visible(cell.text)]
        if same.kind == "same"
        else [visible(cell.text), "" if same.kind == "left out" else visible(same.text)]
        for cell, same in zip(here, there, strict=True)
    ]


_MARKED = {
    "same": "{}", "nothing": "", "left out": "<del>{}</del>", "changed": "<mark>{}</mark>", "goes on": "<mark>{}</mark>",
    "added": "<ins>{}</ins>",
}  # fmt: skip


def _named(outlets: list[str]) -> str:
    """Who prints a wording."""
    further = [f"and {len(outlets) - _MOST_NAMES} more"] if len(outlets) > _MOST_NAMES else []
    return ", ".join([*outlets[:_MOST_NAMES], *further])


def _table(caption: str, printed: list[tuple[str, str]], rows: Sequence[list[Cell]], said: Sequence[str], first: str) -> str:
    heads = "".join(f'<th scope="col">{number}</th>' for number in range(1, len(rows[0]) + 1))
    body = "".join(
        f'<tr><th scope="row">{escape(who)}</th><td class="mk-wordy">{escape(words or first)}</td>'
        + "".join(f"<td>{_MARKED[cell.kind].format(escape(cell.text))}</td>" for cell in cells)
        + "</tr>"
        for (_, who), cells, words in zip(printed, rows, said, strict=True)
    )
    head = f'<tr><th scope="col">printed by</th><th scope="col">how it differs</th>{heads}</tr>'
    return (
        f'<div class="mk-scroll mk-wordings" role="region" aria-label="{escape(caption)}" tabindex="0"><table class="mk-table">'
        f"<caption>{escape(caption)}</caption><thead>{head}</thead><tbody>{body}</tbody></table></div>"
    )


def _plain(group_no: int, printed: list[tuple[str, str]], said: Sequence[str]) -> Iterator[str]:
    for number, ((text, who), words) in enumerate(zip(printed, said, strict=True)):
        head = f"{group_no}: " if not number else " " * len(f"{group_no}: ")
        yield f"{head}{visible(' '.join(text.split()))} ({visible(who)}){f': {words}' if words else ''}"
