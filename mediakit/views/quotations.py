"""An article with its quotations and sources marked, and below it who says what, through whom, and by which rule."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.tables import ATTRIBUTIONS, QUOTES, check, missing, rows_of
from mediakit.views.shown import Shown, escape, place_of, visible
from mediakit.views.validity import how_sure

_READ = ("title", "dek", "body")
#: what stands between one pair of quotation marks, for readers
FORMS = {"full": "a sentence in quotation marks", "partial": "part of a sentence in quotation marks", "word": "a word in marks"}
#: how a statement is printed, for readers
SAID_HOW = {"direct": "quoted", "indirect": "told in the outlet’s words", "mixed": "partly quoted"}
#: how a source is identified, for readers
IDENTIFIED = {
    "named_person": "a person with a name",
    "named_organisation": "an organisation with a name",
    "medium": "another medium",
    "document": "a document",
    "unnamed_person": "a person without a name",
    "unnamed_group": "people without a name",
    "bare": "nobody (“reportedly”)",
    "none": "the text names no source",
}
_KEY = (
    '<p class="mk-key-of-marks"><span class="mk-quoted">between quotation marks</span><span class="mk-told">told in the outlet’s '
    'own words</span><span class="mk-source">the source</span><span class="mk-cue">the words that attribute</span>'
    '<span class="mk-unsaid">in marks, said by nobody</span></p>'
)


class _Mark(NamedTuple):
    """A stretch of text that is marked: where, how, and where in the list below it is explained."""

    begin: int
    end: int
    style: str
    anchor: str

    @property
    def numbered(self) -> bool:
        """Whether a number follows it: behind what is said, not behind who says it."""
        return bool(self.anchor) and self.style not in ("mk-source", "mk-cue")


def show_quotes(corpus: Corpus, quotes: pd.DataFrame, attributions: pd.DataFrame) -> Shown:
    """Every article with its quotations and sources marked, and below each the list of who says what through whom.

    Parameters: corpus; quotes, what find_quotes() returned for it; attributions, what find_attributions() did.

    A number behind a mark leads to its entry in the list: the source as the text names it, the name that
    stands for, the media in between (outermost first), the words that attribute, the rule that decided,
    how sure that is and who else it could have been. Below stands how often quotations and statements were
    right on texts labeled by hand. Every string is escaped.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Herald": "“The pier is shut,” said Ama Hill. She claimed that it leaks."})
    >>> shown = mk.show_quotes(corpus, mk.find_quotes(corpus), mk.find_attributions(corpus))
    >>> repr(shown).splitlines()[1:3]
    ['  1. direct: Ama Hill: The pier is shut,', '  2. indirect: Ama Hill: that it leaks']
    """
    quotes = check(quotes, QUOTES)
    attributions = check(attributions, ATTRIBUTIONS)
    pages, plain = [], []
    said = {article_id: [*rows_of(rows)] for article_id, rows in attributions.groupby("article_id", sort=False)}
    quoted = {article_id: [*rows_of(rows)] for article_id, rows in quotes.groupby("article_id", sort=False)}
    lines = {article_id: [*rows_of(rows)] for article_id, rows in corpus.lines.groupby("article_id", sort=False)}
    for article in rows_of(corpus.articles[["article_id", "outlet_label", "title", "text"]]):
        statements, stretches = said.get(article.article_id, []), quoted.get(article.article_id, [])
        page = _Page(article, statements, stretches)
        pages.append(page.html(lines.get(article.article_id, [])))
        plain += [str(article.outlet_label), *page.plain()]
    sure = [how_sure(extractor) for extractor in ("direct", "indirect")]
    return Shown(f"{_KEY}{''.join(pages)}<p>{escape(' '.join(sure))}</p>", "\n".join([*plain, *sure]))


class _Page:
    """One article, its statements, and the stretches between marks that belong to none."""

    def __init__(self, article: Any, statements: list[Any], stretches: list[Any]) -> None:
        self.article, self.statements = article, statements
        self.stretches: dict[int, list[Any]] = {}
        self.alone: list[Any] = []
        for stretch in stretches:
            if missing(stretch.attribution_no):
                self.alone.append(stretch)
            else:
                self.stretches.setdefault(int(stretch.attribution_no), []).append(stretch)
        self.name = f"mk{zlib.crc32(f'{article.article_id}{article.text}'.encode('utf-8', 'surrogatepass')):08x}"

    def html(self, lines: Iterable[Any]) -> str:
        shown = "".join(
            f'<p class="mk-line" dir="auto">{_marked(self.article.text, line.begin, line.end, self._marks())}</p>'
            for line in lines
            if line.label in _READ
        )
        entries = "".join(
            f'<li id="{self._anchor(row)}" value="{row.attribution_no}">{"; ".join(self._entry(row))}.</li>'
            for row in self.statements
        )
        alone = "".join(f"<li>“{escape(row.text)}”: {FORMS[row.form]}</li>" for row in self.alone)
        return (
            f'<details class="mk-article"><summary>{escape(self.article.outlet_label)} <span>{escape(self.article.title)}</span>'
            f'</summary>{shown}<p class="mk-lead" id="{place_of("said", self.article.article_id)}">Who says what</p>'
            f'<ol class="mk-said">{entries}</ol>'
            + (f'<p class="mk-lead">In quotation marks, and nobody is said to speak</p><ul>{alone}</ul>' if alone else "")
            + "</details>"
        )

    def plain(self) -> list[str]:
        return [f"  {row.attribution_no}. {row.kind}: {_who(row)}: {self._words(row)}" for row in self.statements]

    def _words(self, row: Any) -> str:
        return visible(" … ".join(" ".join(self.article.text[begin:end].split()) for begin, end in pieces(row)))

    def _anchor(self, row: Any) -> str:
        return f"{self.name}-{row.attribution_no}"

    def _marks(self) -> list[_Mark]:
        marks = [_Mark(int(row.begin), int(row.end), "mk-unsaid", "") for row in self.alone]
        for row in self.statements:
            anchor = self._anchor(row)
            for stretch in self.stretches.get(int(row.attribution_no), []):
                marks.append(_Mark(int(stretch.begin), int(stretch.end), f"mk-quoted mk-{stretch.form}", anchor))
            if row.kind != "direct":
                marks += [_Mark(begin, end, "mk-told", anchor) for begin, end in pieces(row)]
            for what in ("source", "cue"):
                begin, end = getattr(row, f"{what}_begin"), getattr(row, f"{what}_end")
                if not missing(begin):
                    marks.append(_Mark(int(begin), int(end), f"mk-{what}", anchor))
        return marks

    def _entry(self, row: Any) -> Iterator[str]:
        yield f"<b>{escape(_who(row))}</b>, {SAID_HOW[row.kind]}"
        if not missing(row.source_name) and row.source_name != row.source:
            yield f"in the text: “{escape(row.source)}”"
        if len(row.carriers):
            yield f"through {escape(' → '.join(row.carriers))}"
        if not missing(row.cue):
            contested = " (dictionaries differ)" if is_contested(row) else ""
            yield f"attributed by “{escape(row.cue)}”: {escape(row.cue_class)}{contested}"
        role = "" if row.role == "unknown" else f", {row.role}"
        yield escape(f"source: {IDENTIFIED[row.identification]}{role}".replace("_", " "))
        if len(row.hedges):
            yield f"softened by “{escape('”, “'.join(row.hedges))}”"
        if len(row.candidates):
            yield f"or {escape(', '.join(row.candidates))}"
        sure = {"certain": "", "likely": " (likely)", "check": " (worth a look)"}[row.confidence]
        yield f"rule: {escape(row.rule)}{sure}"


def pieces(row: Any) -> list[tuple[int, int]]:
    """The pieces of a statement, as positions.

    >>> from types import SimpleNamespace
    >>> pieces(SimpleNamespace(spans=["3:9", "12:20"]))
    [(3, 9), (12, 20)]
    """
    return [(int(begin), int(end)) for begin, _, end in (span.partition(":") for span in row.spans)]


def is_contested(row: Any) -> bool:
    """Whether dictionaries and style guides class the cue of a row of attributions differently."""
    return not missing(row.cue_contested) and bool(row.cue_contested)


def _who(row: Any) -> str:
    for name in (row.source_name, row.source):
        if not missing(name):
            return str(name)
    return "nobody is named"


def _marked(text: str, begin: int, end: int, marks: list[_Mark]) -> str:
    """A line as HTML, cut wherever a mark begins or ends; a number follows where a quotation or a told statement ends."""
    inside = [mark for mark in marks if mark.begin < end and mark.end > begin]
    edges = sorted({begin, end, *(min(max(edge, begin), end) for mark in inside for edge in (mark.begin, mark.end))})
    made = []
    for first, last in pairwise(edges):
        words = escape(text[first:last])
        styles = " ".join(dict.fromkeys(mark.style for mark in inside if mark.begin <= first and mark.end >= last))
        made.append(f'<span class="{styles}">{words}</span>' if styles else words)
        ending = {
            mark.anchor for mark in inside if mark.end == last and mark.anchor and mark.style not in ("mk-source", "mk-cue")
        }
        made += [
            f'<a class="mk-no" href="#{anchor}" title="who says it">{anchor.rpartition("-")[2]}</a>' for anchor in sorted(ending)
        ]
    return "".join(made)
