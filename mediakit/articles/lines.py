"""The labelled lines of an article: by its reader, by the rules of layout, by a user, and what they make of the draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mediakit.articles.draft import Draft
from mediakit.articles.identity import take_credit, take_line
from mediakit.articles.parts import PARTS, Span
from mediakit.identity import outlet_key
from mediakit.layout import Line, label_lines
from mediakit.layout.blocks import lines_of
from mediakit.layout.repeated import RULE as REPEATED
from mediakit.layout.repeated import Printed
from mediakit.loaders import Problem
from mediakit.loaders.corrections import NAME as CORRECTIONS_FILE
from mediakit.loaders.corrections import Correction
from mediakit.loaders.records import Label
from mediakit.text.language import identify_language

_GIVEN = ("manifest", "meta", "user")  # bases of a title that is known apart from the text


def label_with_corrections(
    text: str,
    title: str | None,
    title_basis: str | None,
    corrections: Iterable[Correction],
    known: tuple[Label | None, ...] | None = None,
) -> Iterator[tuple[Line, str]]:
    """Each line with who decided on it, rule or user; known are the labels that the reader of the file gave."""
    decided = {(correction.begin, correction.end): correction for correction in corrections if correction.table == "lines"}
    for line in _labelled(text, title if title_basis in _GIVEN else None, known):
        correction = decided.get((line.begin, line.end))
        if correction is None:
            yield line, "rule"
        else:
            reason = correction.reason or "no reason given"
            yield line._replace(label=str(correction.value), rule="correction", confidence="certain", why=reason), "user"


def _labelled(text: str, title: str | None, known: tuple[Label | None, ...] | None) -> Iterator[Line]:
    """The lines of text: as the reader knows them, and by the rules of layout where it does not."""
    given = [label for label in known or () if label is not None]
    if known is None or len(given) < len(known):
        by_rules = label_lines(text, title=title)
        for line, label in zip(by_rules, [None] * len(by_rules) if known is None else known, strict=True):
            yield line if label is None else line._replace(**label._asdict())
        return
    begin = 0
    for words, label in zip(lines_of(text), given, strict=True):
        yield Line(begin, begin + len(words), *label)
        begin += len(words)


def take_lines(made: Draft, corrections: list[Correction]) -> None:
    """What the lines of the text say: the parts and where they stand, title, byline, credit, site, language."""
    text = made.record.text
    title, basis = made.values.get("title", (None, None))
    body, places, part_lines, doubtful = [], set(), list[Span](), list[tuple[int, int]]()
    for line, decided_by in label_with_corrections(text, title, basis, corrections, made.record.labels):
        places.add((line.begin, line.end))
        if line.label in PARTS:
            part_lines.append(Span(line.begin, line.end, line.label))
        if line.label in ("body", "subhead") and decided_by == "rule":
            doubtful.append((line.begin, line.end))
        if line.label == "body":
            body.append(text[line.begin : line.end].strip())
        else:
            take_line(made, line)
    for correction in corrections:
        if (correction.begin, correction.end) not in places:
            what = f"no line of {made.article_id} stands at {correction.begin} to {correction.end}"
            mend = "copy begin and end from the lines table"
            made.problems.append(Problem(CORRECTIONS_FILE, correction.line, "begin", what, mend, "flagged"))
    made.part_lines, made.doubtful = tuple(part_lines), tuple(doubtful)
    made.take("title", _headline(text, part_lines), "line")
    take_credit(made)
    made.take("language", identify_language("\n".join(body) or text), "text")


def _headline(text: str, lines: list[Span]) -> str | None:
    """The first title line, with those right below it that go on with it."""
    titles = [line for line in lines if line.part == "title"]
    whole = titles[:1]
    for line in titles[1:]:
        if line.begin != whole[-1].end:
            break
        whole.append(line)
    return " ".join(text[line.begin : line.end].strip() for line in whole) or None


def printed(made: Draft) -> Printed:
    """What the repetition of lines across the corpus asks of an article."""
    outlet = made.given("outlet")
    return Printed(outlet_key(outlet) if outlet else None, made.record.text, made.doubtful)


def take_repeated(made: Draft, begins: frozenset[int]) -> None:
    """Label the lines that begin there as furniture: the corpus repeats them."""
    why = "this outlet prints the line under other articles, or three outlets do"
    known = made.record.labels or (None,) * len(lines_of(made.record.text))
    labels, begin = list[Label | None](), 0
    for words, label in zip(lines_of(made.record.text), known, strict=True):
        labels.append(Label("other", REPEATED, "likely", why) if begin in begins else label)
        begin += len(words)
    made.record = made.record._replace(labels=tuple(labels))
    made.part_lines = tuple(line for line in made.part_lines if line.begin not in begins)
