"""The visible text of a page, one block a line, and what the markup says about each line.

What a reader does not see is left out: scripts, styles, templates, form fields' choices, and whatever is
hidden by an attribute or an inline style. No style sheet is read, so text that only a style sheet
hides is taken for visible.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: elements that begin a line of their own
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "search",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_UNSEEN = frozenset((
    "audio", "canvas", "datalist", "embed", "frameset", "head", "iframe", "input", "map", "math", "meta", "noembed",
    "noframes", "noscript", "object", "rp", "script", "select", "source", "style", "svg", "template", "textarea",
    "title", "track", "video",
))  # fmt: skip
#: elements that say what a line belongs to; the innermost counts
_PLACES = frozenset((
    "nav", "header", "footer", "aside", "form", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "li", "button",
    "blockquote", "table", "address",
))  # fmt: skip
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_SPACE = re.compile(r"[ \t\n\r\f\v]+")  # what HTML folds; a no-break space stays


class VisibleLine(NamedTuple):
    """One line of the visible text and what the markup says about it."""

    text: str
    places: tuple[str, ...]  #: elements it stands in that tell something, outermost first
    named: str  #: classes and ids of the elements it stands in, nearest three
    kind: str  #: classes of the nearest three, numbered ones left out
    links: float  #: share of its characters that stand in links
    hidden: bool  #: hidden by an attribute or inline style


class Node(NamedTuple):
    """A piece of text in the page's tree, and the line it is part of."""

    element: HtmlElement
    is_tail: bool  #: follows the element, rather than standing at its beginning
    line: int


def visible_lines(root: HtmlElement) -> tuple[list[VisibleLine], list[Node]]:
    """Every line of the page in order, lines in hidden elements told apart, and the nodes they are made of.

    >>> from lxml import html
    >>> page = html.document_fromstring("<h1>Ferry halted</h1><p>It did <b>not</b> sail.</p><script>x</script>")
    >>> [(line.text, line.places) for line in visible_lines(page)[0]]
    [('Ferry halted', ('h1',)), ('It did not sail.', ())]
    """
    collector = _Collector()
    for event, element in _walk(root):
        collector.take(event, element)
    collector.end_line()
    return collector.lines, collector.nodes


def _walk(root: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    from lxml import etree

    return iter(etree.iterwalk(root, events=("start", "end")))


class _Collector:
    """Gathers text between the borders of blocks; a stack holds what each open element says."""

    def __init__(self) -> None:
        self.lines: list[VisibleLine] = []
        self.nodes: list[Node] = []
        self.pieces: list[str] = []
        self.open_nodes: list[tuple[HtmlElement, bool]] = []
        self.n_linked = 0
        self.places: list[str] = []
        self.names: list[str] = []
        self.kinds: list[str] = []
        self.links = self.hidden = self.unseen = 0

    def take(self, event: str, element: HtmlElement) -> None:
        """An element begins or ends."""
        if event == "start":
            self._begin(element)
        else:
            self._end(element)

    def _begin(self, element: HtmlElement) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self.end_line()
        self.places += [tag] if tag in _PLACES else []
        self.kinds.append(element.get("class", ""))
        self.names.append(f"{self.kinds[-1]} {element.get('id', '')}")
        self.links += tag == "a"
        self.unseen += tag in _UNSEEN
        self.hidden += _is_hidden(element)
        self.add(element, element.text, keep_lines=tag == "pre")

    def _end(self, element: HtmlElement) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self.end_line()
        if tag in _PLACES:
            self.places.pop()
        self.names.pop()
        self.kinds.pop()
        self.links -= tag == "a"
        self.unseen -= tag in _UNSEEN
        self.hidden -= _is_hidden(element)
        self.add(element, element.tail, is_tail=True)

    def add(self, element: HtmlElement, text: str | None, *, is_tail: bool = False, keep_lines: bool = False) -> None:
        """Text at the beginning of an element or after it."""
        if not text or self.unseen:
            return
        for number, piece in enumerate(text.split("\n") if keep_lines else [text]):
            if number:
                self.end_line()
            self.pieces.append(piece)
            self.n_linked += len(piece.strip()) if self.links else 0
            if not number and any(map(str.isalnum, piece)):
                self.open_nodes.append((element, is_tail))

    def end_line(self) -> None:
        """What was gathered is a line, unless it is blank."""
        if self.pieces:
            text = _SPACE.sub(" ", "".join(self.pieces)).strip(" ")
            if text and not text.isspace():
                linked = min(1.0, self.n_linked / len(text))
                named = " ".join(self.names[-3:]).lower()
                kind = " ".join(name for name in " ".join(self.kinds[-3:]).split() if not _DIGIT.search(name))
                self.nodes += (Node(*node, len(self.lines)) for node in self.open_nodes)
                self.lines.append(VisibleLine(text, tuple(self.places), named, kind, linked, self.hidden > 0))
            self.pieces, self.open_nodes, self.n_linked = [], [], 0


def _is_hidden(element: HtmlElement) -> bool:
    return "hidden" in element.attrib or bool(_HIDING.search(element.get("style", "")))


def text_of(lines: Iterable[VisibleLine]) -> str:
    """The lines as one text, each ended by a newline."""
    return "".join(f"{line.text}\n" for line in lines)
