"""HTML as mediakit writes it, as the nodes that pdf.typ lays out: headings, paragraphs, lists, tables, pictures.

A node is a string or a mapping; no text is ever markup for the layout.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from lxml import html as lxml_html

from mediakit.reports.pdf_pictures import picture

Node: TypeAlias = "str | dict[str, Any]"

_INLINE = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "small": "small", "del": "del", "ins": "ins", "mark": "mark",
    "sup": "sup",
}  # fmt: skip
_CLASSES = {  # how the page marks them, as the layout can
    "mk-label": "strong", "mk-place": "small", "mk-why": "small", "mk-range": "small", "mk-missing": "em", "mk-quoted": "quoted",
    "mk-told": "told", "mk-source": "source", "mk-cue": "em", "mk-no": "sup", "about": "small",
}  # fmt: skip
_LEFT_OUT = {"style", "script", "noscript", "nav", "button", "select", "input", "template", "head", "title"}
_LEFT_OUT_CLASSES = {"how", "skip", "mk-narrow", "screen-only"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "details", "div", "dl", "dt", "dd", "figcaption", "figure", "footer",
    "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "ul", "h1", "h2", "h3", "h4", "h5", "h6",
}  # fmt: skip
_APART = {"mk-label", "mk-words", "mk-why", "mk-place", "mk-range"}  # set apart by the style sheet, so by a space here
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_LINE = 85  # characters of a table's size in a line
_MOST_COLUMNS = 8  # of a table that stands upright on a page; a wider one is cut into several
_WORD = re.compile(r"\S{16,}")
_BREAK = "\u200b"  # where a long word may be broken


def nodes_of(page: str) -> list[Node]:
    """The nodes of an HTML page or piece of one.

    >>> nodes_of("<h2>Tide</h2><p>No <b>ferry</b>.")[1]
    {'kind': 'paragraph', 'inner': ['No ', {'kind': 'strong', 'inner': ['ferry']}, '.']}
    """
    pictures: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        """A place for a picture: the parser of HTML would put its names into small letters."""
        pictures.append(found[0])
        left_out = "mk-narrow" if 'class="mk-narrow"' in found[0] else ""
        return f'<div class="{left_out}" data-picture="{len(pictures) - 1}"></div>'

    root = lxml_html.fromstring(f"<div>{_SVG.sub(put_aside, page)}</div>")
    for place in root.iter("div"):
        if place.get("data-picture"):
            place.set("data-picture", pictures[int(place.get("data-picture"))])
    made = [*_blocks(root)]
    _level_headings(made)
    _keep_links(made)
    return made


def _keep_links(made: list[Node]) -> None:
    """Links that lead to a place of this document, once each; the others become plain words."""
    known, wanted = set[str](), set[str]()
    for node in walk(made):
        if "id" in node:
            if node["id"] in known:
                del node["id"]
            else:
                known.add(node["id"])
        if node["kind"] == "link" and node["to"].startswith("#"):
            wanted.add(node["to"][1:])
    for node in walk(made):
        if node["kind"] == "link" and node["to"].startswith("#") and node["to"][1:] not in known:
            node.update(kind="em")  # leads nowhere in this document
        if "id" in node and node["id"] not in wanted:
            del node["id"]


def walk(nodes: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Every node that is no string, with all inside it."""
    for node in nodes:
        if isinstance(node, dict):
            if "kind" in node:
                yield node
            for inner in node.values():
                if isinstance(inner, list):
                    yield from walk(inner)
        elif isinstance(node, list):
            yield from walk(node)


def _blocks(element: Any) -> Iterator[Node]:
    """The content of an element as blocks; words that stand between blocks become paragraphs."""
    words: list[Node] = []
    for child in _children(element):
        if isinstance(child, str) or not _is_block(child):
            words += _inline(child)
        else:
            yield from _paragraph(words)
            words = []
            yield from _block(child)
    yield from _paragraph(words)


def _block(element: Any) -> Iterator[Node]:
    tag, classes = element.tag, _classes(element)
    if "answer" in classes:
        yield {"kind": "answer", "lines": int(element.get("data-lines", "3"))}
    elif element.get("data-picture"):
        yield picture(element.get("data-picture"))
    elif element.get("data-explorer"):
        yield {"kind": "paragraph", "inner": [{"kind": "em", "inner": ["The HTML page has an explorer here."]}]}
    elif re.fullmatch("h[1-6]", tag):
        yield _named(element, {"kind": "heading", "level": int(tag[1]), "inner": _spaced(_inside(element))})
    elif tag in _LINES or "mk-lead" in classes:
        inner = _spaced(_inside(element))
        if inner:
            yield _named(element, {"kind": "lead" if tag == "summary" or "mk-lead" in classes else "paragraph", "inner": inner})
    elif tag in _MADE:
        yield from _MADE[tag](element)
    else:
        yield from [{"kind": "newpage"}] if "newpage" in classes else []
        inner = [*_blocks(element)]
        yield from [{"kind": "together", "inner": inner}] if "task" in classes else inner


def _inline(child: Any) -> list[Node]:
    """A piece of a line: a string, or an element that is no block, as nodes."""
    if isinstance(child, str):
        return [re.sub(r"\s+", " ", child)]
    inner = _inside(child)
    classes = _classes(child)
    if child.tag == "br":
        return [{"kind": "break"}]
    if child.tag == "code":
        return [{"kind": "code", "text": child.text_content()}]
    kinds = [_INLINE[child.tag]] if child.tag in _INLINE else []
    kinds += [_CLASSES[name] for name in classes if _CLASSES.get(name)]
    made: list[Node] = inner
    for kind in kinds:
        made = [{"kind": kind, "inner": made}] if made else []
    to = child.get("href", "") if child.tag == "a" else ""
    if made and re.match(r"#.|https?://", to):
        made = [{"kind": "link", "to": to, "inner": made}]
    return [" ", *made, " "] if _APART & classes else made


def _inside(element: Any) -> list[Node]:
    apart = [" · "] if "mk-key-of-marks" in _classes(element) else []
    return [node for child in _children(element) for node in (*_inline(child), *apart)][: -1 if apart else None]


def _children(element: Any) -> Iterator[Any]:
    """Strings and shown elements, in order."""
    if element.text:
        yield element.text
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LEFT_OUT and not _LEFT_OUT_CLASSES & _classes(child):
            yield child
        if child.tail:
            yield child.tail


def _is_block(element: Any) -> bool:
    return element.tag in _BLOCKS or "answer" in _classes(element)


def _classes(element: Any) -> set[str]:
    return set(element.get("class", "").split())


def _named(element: Any, node: dict[str, Any]) -> dict[str, Any]:
    return {**node, "id": element.get("id")} if element.get("id") else node


def _paragraph(words: list[Node]) -> Iterator[Node]:
    inner = _spaced(words)
    if inner:
        yield {"kind": "paragraph", "inner": inner}


def _spaced(nodes: list[Node]) -> list[Node]:
    """Nodes of a line with one space where there were several, and none at its ends."""
    made: list[Node] = []
    for node in nodes:
        if isinstance(node, str) and made and isinstance(made[-1], str):
            made[-1] = re.sub(" {2,}", " ", made[-1] + node)
        elif node:
            made.append(node)
    if made and isinstance(made[0], str):
        made[0] = made[0].lstrip()
    if made and isinstance(made[-1], str):
        made[-1] = made[-1].rstrip()
    return [node for node in made if node != ""]


def _list(element: Any) -> Node:
    items = [child for child in _children(element) if not isinstance(child, str)]
    inner = []
    for item in items:
        content = [*_blocks(item)]
        if item.get("id") and content and isinstance(content[0], dict):
            content[0]["id"] = item.get("id")
        inner.append(content)
    if element.tag == "ul" or "mk-lines" in _classes(element):
        return {"kind": "list", "items": inner}
    numbers = [int(item.get("value", number)) for number, item in enumerate(items, start=1)]
    return {"kind": "enum", "items": [{"number": number, "inner": one} for number, one in zip(numbers, inner, strict=True)]}


def _tables(table: Any) -> Iterator[Node]:
    """A table; a wide one in several, each beginning with the first column."""
    caption = [node for found in table.iter("caption") for node in _spaced(_inside(found))]
    head = [[*row] for part in table.iter("thead") for row in part.iter("tr")][:1]
    rows = (row for row in table.iter("tr") if row.getparent().tag != "thead")
    body = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    parent = table.getparent()
    if parent is not None and "mk-wordings" in _classes(parent):
        yield from _wordings(caption, body)
        return
    count = max((len(row) for row in (*head, *body)), default=0)
    if not count:
        return
    for number, columns in enumerate(columns_of_parts(count)):
        said = [*caption, *([", continued"] if number and caption else [])]
        yield _table(said, [_chosen(row, columns) for row in head], [_chosen(row, columns) for row in body])


def columns_of_parts(count: int, most: int = _MOST_COLUMNS) -> list[list[int]]:
    """Which columns stand in each of the tables that a table of so many is cut into.

    >>> columns_of_parts(3), columns_of_parts(7, most=6)
    ([[0, 1, 2]], [[0, 1, 2, 3], [0, 4, 5, 6]])
    """
    if count <= most:
        return [[*range(count)]]
    parts = -(-(count - 1) // (most - 1))
    size = -(-(count - 1) // parts)
    return [[0, *range(begin, min(begin + size, count))] for begin in range(1, count, size)]


def _chosen(row: list[Any], columns: list[int]) -> list[Any]:
    return [row[place] if place < len(row) else None for place in columns]


def _table(caption: list[Node], head: list[list[Any]], body: list[list[Any]]) -> Node:
    columns = [*zip(*head, *body, strict=True)]
    longest = [max(len(cell.text_content()) if cell is not None else 0 for cell in column) for column in columns]
    return {
        "kind": "table",
        "caption": caption,
        # as wide as their words where these fit on a line; else a column of longer texts is wider, though not in proportion
        "columns": [] if sum(longest) < _LINE else [round(min(max(length, 6), 60) ** 0.8, 2) for length in longest],
        "count": len(longest),
        "right": ["mk-number" in _classes(cell) if (cell := column[-1]) is not None else False for column in columns],
        "head": [cell for row in head for cell in map(_cell, row)],
        "rows": [[{"nodes": _cell(cell)} for cell in row] for row in body],
    }


def _cell(cell: Any) -> list[Node]:
    if cell is None:
        return []
    nodes = [*_blocks(cell)]
    if len(nodes) == 1 and isinstance(nodes[0], dict) and nodes[0]["kind"] == "paragraph" and "id" not in nodes[0]:
        nodes = nodes[0]["inner"]
    return [_breakable(node) for node in nodes]


def _breakable(node: Node) -> Node:
    """Long words of a cell with places to break them, for a column may be narrow."""
    if isinstance(node, str):
        return _WORD.sub(lambda word: _BREAK.join(re.findall(r".{1,10}", word[0])), node)
    return {**node, "inner": [*map(_breakable, node["inner"])]} if "inner" in node else node


def _wordings(caption: list[Node], rows: list[list[Any]]) -> Iterator[Node]:
    """Wordings of a quotation: a paragraph each, since their words need not stand below each other on paper."""
    yield {"kind": "lead", "inner": caption}
    items = []
    for who, differs, *cells in rows:
        words = [node for cell in cells for node in (*_inside(cell), " ")]
        inner = [
            {"kind": "strong", "inner": _inside(who)},
            ": ",
            *words,
            {"kind": "small", "inner": ["(", *_inside(differs), ")"]},
        ]
        items.append([{"kind": "paragraph", "inner": _spaced(inner)}])
    yield {"kind": "list", "items": items}


def _level_headings(nodes: list[Node]) -> None:
    """Headings that begin at 1 and skip no level, as a reader by ear needs them."""
    before = 0
    for node in walk(nodes):
        if node["kind"] == "heading":
            before = node["level"] = min(node["level"], before + 1)


_LINES = ("p", "figcaption", "dt", "dd", "summary")
_MADE: dict[str, Callable[[Any], Iterable[Node]]] = {
    "table": _tables,
    "pre": lambda element: [{"kind": "pre", "text": element.text_content().rstrip("\n")}],
    "blockquote": lambda element: [{"kind": "quote", "inner": [*_blocks(element)]}],
    "footer": lambda element: [{"kind": "ruled", "inner": [*_blocks(element)]}],
    "ul": lambda element: [_list(element)],
    "ol": lambda element: [_list(element)],
}
