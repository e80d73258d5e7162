"""HTML as mediakit writes it, as a tagged PDF: without a browser, without a network, the same bytes every time."""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from mediakit.errors import ReportError
from mediakit.reports.pdf_nodes import nodes_of
from mediakit.views.shown import visible
from mediakit.written import written_whole

NO_GLYPH = "□"  # stands where no font has the character
_MOST_NAMED = 40  # characters that a note lists
_SPACES = {"\n", "\t", "\r"}


def write_pdf(
    page: str, target: str | Path, *, title: str, language: str = "en", made: datetime.datetime | None = None
) -> list[str]:
    """Write HTML as a tagged PDF (PDF/UA-1) that a screen reader can read aloud; return what a user should be told.

    Parameters
    ----------
    page: HTML, a whole page or a piece. Understood are headings, paragraphs, lists, tables, quotations, code, links,
        details (shown open) and the SVG figures of mediakit with their alternative text; scripts, styles, buttons and
        menus are left out, and so is what has the class ``how``, ``skip`` or ``screen-only``. For worksheets:
        ``<div class="answer" data-lines="4"></div>`` makes ruled lines to write on, class ``newpage`` begins a page.
    target: the file to write; whatever stands there is replaced when the new one is whole.
    title: the title of the document, which readers announce.
    language: of the text, as in HTML.
    made: when, for the document's own date. Without it the document has none: the same page gives the same bytes.

    A character that no font has becomes □, and a note at the end of the document names it. Fonts come with the
    packages typst and matplotlib; those of the machine are not used, so that the pages are the same everywhere.
    Raises ReportError where the file cannot be written.

    >>> write_pdf("<h1>Tide</h1><p>The ferry stopped.", Path(tempfile.mkdtemp()) / "tide.pdf", title="Tide")
    []
    """
    nodes, unknown = _with_glyphs(nodes_of(page))
    shown = [*nodes, *_note(unknown)]
    pdf = _compiled({"title": _named(title), "language": language, "made": _moment(made), "nodes": shown}, made)
    with written_whole(Path(target)) as draft:
        draft.write_bytes(pdf)
    return [_said(unknown)] if unknown else []


def _compiled(data: Mapping[str, Any], made: datetime.datetime | None) -> bytes:
    import typst

    with tempfile.TemporaryDirectory(prefix="mediakit-") as room:
        layout = Path(room) / "main.typ"
        layout.write_text(files(__package__).joinpath("pdf.typ").read_text(encoding="utf-8"), encoding="utf-8")
        (Path(room) / "pages.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8", errors="replace")
        try:
            pdf = typst.compile(
                str(layout), root=room, font_paths=[str(_fonts())], ignore_system_fonts=True, format="pdf",
                pdf_standards=["ua-1"], timestamp=0 if made is None else int(made.timestamp()),
            )  # fmt: skip
        except typst.TypstError as error:
            what = f"the pages could not be set: {str(error).splitlines()[0]}"
            raise ReportError(what, where="the PDF", mend="print the HTML page to a PDF in a browser") from error
    return bytes(pdf)


@cache
def _fonts() -> Path:
    """The folder of DejaVu, which has the letters of most alphabets, and in which the figures are drawn."""
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf"


@cache
def _glyphs() -> frozenset[str]:
    from matplotlib.ft2font import FT2Font

    return frozenset(map(chr, FT2Font(str(_fonts() / "DejaVuSans.ttf")).get_charmap()))


def _with_glyphs(nodes: list[Any]) -> tuple[list[Any], set[str]]:
    """The nodes with □ for what no font has, and what that was."""
    unknown = {character for character in set(_text_of(nodes)) - _glyphs() - _SPACES if not character.isspace()}
    return _replaced(nodes, dict.fromkeys(unknown, NO_GLYPH) | {"\r": ""}), unknown


def _text_of(nodes: list[Any]) -> str:
    return json.dumps(nodes, ensure_ascii=False)


def _replaced(nodes: Any, table: Mapping[str, str]) -> Any:
    translated = str.maketrans(dict(table))

    def replaced(node: Any) -> Any:
        match node:
            case str():
                return node.translate(translated)
            case list():
                return [*map(replaced, node)]
            case dict():
                return {name: replaced(value) for name, value in node.items()}
        return node

    return replaced(nodes)


def _named(title: str) -> str:
    shown = "".join(character if character in _glyphs() else NO_GLYPH for character in visible(title))
    return " ".join(shown.split()) or "Report"


def _moment(made: datetime.datetime | None) -> dict[str, int] | None:
    return None if made is None else {name: getattr(made, name) for name in ("year", "month", "day", "hour", "minute", "second")}


def _note(unknown: set[str]) -> list[Any]:
    return [{"kind": "ruled", "inner": [{"kind": "paragraph", "inner": [_said(unknown)]}]}] if unknown else []


def _said(unknown: set[str]) -> str:
    named = sorted(f"U+{ord(character):04X}" for character in unknown)
    more = f" and {len(named) - _MOST_NAMED} others" if len(named) > _MOST_NAMED else ""
    return (
        f"{NO_GLYPH} stands for {'a character' if len(named) == 1 else f'{len(named)} characters'} that no font of the PDF has: "
        f"{', '.join(named[:_MOST_NAMED])}{more}. The HTML page shows what it is."
    )
