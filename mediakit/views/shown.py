"""HTML that is safe to show: every string escaped, the characters that could mislead made visible."""

from __future__ import annotations

import html
import re
import zlib
from functools import cache
from importlib.resources import files
from typing import Any

import pandas as pd

from mediakit.tables import missing

_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_LONGEST_WORD = 26  # characters
_NUMBER = re.compile(r"(–|-?[\d,]+(?:\.\d+)?)(?: (\(-?[\d,.]+ to -?[\d,.]+\)))?", re.ASCII)  # with its interval, if any
_WORDY = 40  # characters of a cell that needs a column of some width
_FLUSH_RIGHT = ' class="mk-number"'
_KEPT = {"\r": ""}  # of a Windows line end; says nothing


def visible(text: str) -> str:
    r"""Text with control characters and direction overrides replaced by what they are.

    >>> visible("a\x00b\u202ec")
    'a␀b[U+202E]c'
    """
    return _INVISIBLE.sub(lambda found: _KEPT.get(found[0], _name(found[0])), text)


def _name(character: str) -> str:
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else f"[U+{code:04X}]"


def escape(value: object) -> str:
    """A value as HTML text: escaped, invisible characters shown, missing as “not known”.

    >>> escape("<b>"), escape(None)
    ('&lt;b&gt;', '<span class="mk-missing">not known</span>')
    """
    if missing(value):
        return '<span class="mk-missing">not known</span>'
    return html.escape(visible(str(value)))


@cache
def style() -> str:
    """The style sheet of everything mediakit shows, for light and dark pages."""
    return files(__package__).joinpath("shown.css").read_text(encoding="utf-8")


class Linked(str):
    """A cell that leads to a place on the same page."""

    to: str

    @classmethod
    def leading(cls, words: str, to: str) -> Linked:
        """Words that lead to the place of that id."""
        made = cls(words)
        made.to = to
        return made


def place_of(what: str, article_id: str) -> str:
    """The id of the place on a page where something of an article stands: "text" its lines, "said" its quotations.

    >>> place_of("text", "herald")
    'text-0f039c43'
    """
    return f"{what}-{zlib.crc32(article_id.encode('utf-8', 'surrogatepass')):08x}"


class Shown:
    """Something to look at in a notebook: HTML with its own style, and plain text where HTML is not shown."""

    def __init__(self, body: str, plain: str) -> None:
        self.body, self.plain = body, plain

    def _repr_html_(self) -> str:
        # MathJax would set the dollar signs of article text as formulas: these two classes keep it away
        return f'<style>{style()}</style><div class="mk tex2jax_ignore mathjax_ignore">{self.body}</div>'

    def __repr__(self) -> str:
        return self.plain


def html_table(frame: pd.DataFrame, caption: str) -> str:
    """A frame as an HTML table with caption and header cells, every cell escaped, numbers flush right.

    >>> "&lt;i&gt;" in html_table(pd.DataFrame({"a": ["<i>"]}), "letters")
    True
    """
    right = [bool(place) and _of_numbers(frame.iloc[:, place]) for place in range(frame.shape[1])]
    head = "".join(
        f'<th scope="col"{_FLUSH_RIGHT if flush else ""}>{escape(name)}</th>'
        for name, flush in zip(frame.columns, right, strict=True)
    )
    rows = []
    for first, *others in frame.itertuples(index=False, name=None):
        cells = "".join(_cell(cell, flush) for cell, flush in zip(others, right[1:], strict=True))
        rows.append(f'<tr><th scope="row"{_long(first)}>{escape(first)}</th>{cells}</tr>')
    said = f"<caption>{escape(caption)}</caption>" if caption else ""
    return (
        f'<div class="mk-scroll" role="region" aria-label="{escape(caption or "Table")}" tabindex="0"><table class="mk-table">'
        f"{said}<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def plain_text(frame: pd.DataFrame) -> str:
    """A frame where HTML is not shown."""
    return frame.astype(object).where(frame.notna(), "not known").to_string(index=False)


def _cell(cell: object, flush_right: bool) -> str:
    number = _number(cell) if flush_right else None
    if number and number[2]:
        return f'<td{_FLUSH_RIGHT}>{_linked(cell, number[1])} <span class="mk-range">{escape(number[2])}</span></td>'
    return f"<td{_FLUSH_RIGHT if flush_right else _long(cell)}>{_linked(cell, cell)}</td>"


def _linked(cell: object, words: object) -> str:
    return f'<a href="#{html.escape(cell.to)}">{escape(words)}</a>' if isinstance(cell, Linked) else escape(words)


def _number(cell: object) -> re.Match[str] | None:
    return None if isinstance(cell, bool) or missing(cell) else _NUMBER.fullmatch(str(cell))


def _of_numbers(cells: pd.Series[Any]) -> bool:
    """Whether most of a column's cells are numbers, which then stand flush right."""
    return 2 * sum(bool(_number(cell)) for cell in cells) > len(cells)


def _long(cell: object) -> str:
    """A class for cells that hold a word too long for a column, which may then break anywhere, or many words."""
    text = cell if isinstance(cell, str) else ""
    if max(map(len, text.split()), default=0) > _LONGEST_WORD:
        return ' class="mk-long"'
    return ' class="mk-wordy"' if len(text) > _WORDY else ""


def show_table(frame: pd.DataFrame, caption: str = "") -> Shown:
    """Any table as it should be shown in a notebook or report: escaped, with a caption.

    Parameters: frame, a table; caption, what it shows. Missing values read “not known”.

    >>> show_table(pd.DataFrame({"outlet": ["Harbour Herald"]}), "One outlet")
    One outlet
            outlet
    Harbour Herald
    """
    plain = plain_text(frame)
    return Shown(html_table(frame, caption), f"{caption}\n{plain}" if caption else plain)
