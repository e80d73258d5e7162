"""The labelled lines of an article: by its reader, by the rules of layout, by a user, and what they make of the draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mediakit.articles.draft import Draft
from mediakit.articles.identity import take_credit, take_line
from mediakit.articles.parts import placed
from mediakit.layout import Line, furniture_named, label_lines
from mediakit.layout.blocks import lines_of
from mediakit.layout.possible import may_hold
from mediakit.loaders import Problem
from mediakit.loaders.corrections import Correction
from mediakit.loaders.flags import holds_notice
from mediakit.loaders.html_label import OUTSIDE_ARTICLE, SITE_FURNITURE
from mediakit.loaders.records import Label
from mediakit.text.language import identify_language, is_plain_english

#: the field that a line of each label says, or a line by the rule tagline
_SAID_BY = {"title": "title", "byline": "byline", "date": "published", "source_credit": "original_source", "tagline": "outlet"}
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
        by_place = label.rule in (OUTSIDE_ARTICLE, SITE_FURNITURE)
        yield Line(begin, begin + len(words), *((by_place and furniture_named(words)) or label))
        begin += len(words)


def take_text(made: Draft, corrections: list[Correction], told: bool) -> None:
    """What the text says of the article; its lines are labelled now only where one of them may say what is not known yet."""
    text = made.record.text
    if made.given("language") is None and is_plain_english(text):
        made.take("language", "en", "text")
    wanted = {label for label, name in _SAID_BY.items() if made.given(name) is None and (told or label != "source_credit")}
    known = made.given("language") is not None and not (corrections or made.record.labels)
    if not known or may_hold(text, wanted) or (told and holds_notice(text)):
        _take_lines(made, corrections)
    if told:
        take_credit(made)


def _take_lines(made: Draft, corrections: list[Correction]) -> None:
    """What the lines of the text say: the parts and where they stand, title, byline, credit, site, language."""
    text = made.record.text
    title, basis = made.values.get("title", (None, None))
    labelled = [*label_with_corrections(text, title, basis, corrections, made.record.labels)]
    body, places, titles = [], set(), list[Line]()
    for line, _ in labelled:
        places.add((line.begin, line.end))
        if line.label == "body":
            body.append(text[line.begin : line.end].strip())
        elif line.label == "title":
            titles.append(line)
        else:
            take_line(made, line)
    for correction in corrections:
        if (correction.begin, correction.end) not in places:
            what = f"no line of {made.article_id} stands at {correction.begin} to {correction.end}"
            mend = "copy begin and end from the lines table"
            made.problems.append(Problem(correction.path, correction.line, "begin", what, mend, "flagged"))
    made.placed = placed(labelled)
    made.take("title", _headline(text, titles), "line")
    if made.given("language") is None:
        made.take("language", identify_language("\n".join(body) or text), "text")


def _headline(text: str, titles: list[Line]) -> str | None:
    """The first title line, with those right below it that go on with it."""
    whole = titles[:1]
    for line in titles[1:]:
        if line.begin != whole[-1].end:
            break
        whole.append(line)
    return " ".join(text[line.begin : line.end].strip() for line in whole) or None
