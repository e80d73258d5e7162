"""From records to the articles table: every value with where it comes from, and no value without one.

A field is taken from the first of: a user's correction, the manifest, the record's own fields (a
column of its file), the address it was read at, a line of the text that says it in so many words.
What none of them gives stays unknown.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

import pandas as pd

from mediakit.identity import host_of, outlet_key, read_date, unknown_labels
from mediakit.layout import Line, label_lines
from mediakit.layout.furniture import LINE_RULES
from mediakit.loaders import Problem, Record
from mediakit.loaders.corrections import NAME as CORRECTIONS_FILE
from mediakit.loaders.corrections import Correction
from mediakit.loaders.formats import BY_ENDING
from mediakit.loaders.records import FIELDS
from mediakit.tables import ARTICLES, TEXT, make
from mediakit.text.language import identify_language

BASES = ("manifest", "url", "meta", "line", "text", "filename", "user", "grouped")
_CODE = re.compile(r"^[A-Za-z]{2}(?:[-_][A-Za-z0-9]+)*$")
_GIVEN = ("manifest", "meta", "user")  # bases of a title that is known apart from the text
_PATTERNS = {rule.name: rule.pattern for rule in LINE_RULES}


PARTS = ("title", "dek", "body")
WHOLE_TEXT = "whole_text"  #: every line as it was read, furniture included


class Span(NamedTuple):
    """A stretch of an article's text, and the part it belongs to."""

    begin: int
    end: int
    part: str


@dataclass
class Draft:
    """One article while its row is put together: values with their basis, and what was noticed."""

    article_id: str
    record: Record
    sha256: str
    values: dict[str, tuple[str, str]] = field(default_factory=dict)
    part_lines: tuple[Span, ...] = ()
    evidence: str | None = None
    extras: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def take(self, name: str, value: str | None, basis: str) -> None:
        """Keep a value unless an earlier, better basis gave one."""
        if value:
            self.values.setdefault(name, (value, basis))

    def given(self, name: str) -> str | None:
        """The value of a field so far."""
        return self.values[name][0] if name in self.values else None

    def note(self, name: str, what: str, mend: str) -> None:
        """Say that something about this article wants a look; it is loaded all the same."""
        self.problems.append(Problem(self.record.path, self.record.line, name, what, mend, "flagged"))


def article_id_of(record: Record) -> str:
    """The path below the corpus folder without its ending, #n for the nth record of a file."""
    path = PurePosixPath(record.path)
    stem = path.with_suffix("").as_posix() if path.suffix.lower() in BY_ENDING else record.path
    return stem if record.number is None else f"{stem}#{record.number}"


def draft(record: Record, manifest: Mapping[str, str], corrections: Iterable[Correction], article_id: str) -> Draft:
    """Everything that can be said about one article from itself and what was given with it."""
    made = Draft(article_id, record, hashlib.sha256(record.text.encode()).hexdigest())
    current = [correction for correction in corrections if _applies(correction, made)]
    for correction in current:
        if correction.table == "articles":
            made.values[correction.field] = (correction.value or "", "user")
    _take_manifest(made, manifest, corrected=set(made.values))
    for name, value in record.fields.items():
        if name in FIELDS and name != "rights":
            if name != "language" or _is_code(made, value):
                made.take(name, value, "meta")
        else:
            made.extras.setdefault(name, value)
    _take_address(made)
    _take_lines(made, [correction for correction in current if correction.table == "lines"])
    _settle(made)
    return made


def label_with_corrections(
    text: str, title: str | None, title_basis: str | None, corrections: Iterable[Correction]
) -> Iterator[tuple[Line, str]]:
    """Each line with who decided on it, rule or user."""
    decided = {(correction.begin, correction.end): correction for correction in corrections if correction.table == "lines"}
    for line in label_lines(text, title=title if title_basis in _GIVEN else None):
        correction = decided.get((line.begin, line.end))
        if correction is None:
            yield line, "rule"
        else:
            reason = correction.reason or "no reason given"
            yield line._replace(label=str(correction.value), rule="correction", confidence="certain", why=reason), "user"


def _applies(correction: Correction, made: Draft) -> bool:
    """Whether a correction is about this article as it stands; a stale one is noted."""
    if correction.text_sha256 in (None, made.sha256):
        return True
    what = f"the correction was made on another text of {made.article_id}; it is not applied"
    mend = "look at the article again; then renew text_sha256 (column sha256 of articles), or delete the row"
    made.problems.append(Problem(CORRECTIONS_FILE, correction.line, correction.field, what, mend, "flagged"))
    return False


def _take_manifest(made: Draft, row: Mapping[str, str], corrected: set[str]) -> None:
    for name, value in row.items():
        base = name.removesuffix("_basis")
        if name in FIELDS and name != "rights":
            basis = row.get(f"{name}_basis", "manifest")
            if basis not in BASES:
                made.note(f"{name}_basis", f"{basis!r} is no basis; manifest is taken", f"use one of: {', '.join(BASES)}")
                basis = "manifest"
            if name != "language" or _is_code(made, value):
                made.take(name, value, basis)
        elif name == "outlet_evidence":
            made.evidence = value if "outlet" not in corrected else None
        elif base == name or base not in FIELDS:
            made.extras.setdefault(name, value)


def _is_code(made: Draft, language: str) -> bool:
    """Whether a language is given as its code; anything else is noted, and the text is asked instead."""
    if _CODE.match(language):
        return True
    made.note("language", f"{language!r} is no language code; the text was asked instead", "write en, de, fr-CA, …")
    return False


def _take_address(made: Draft) -> None:
    """The site of the address the article was read at, where no outlet is given."""
    url = made.given("url")
    made.take("outlet", host_of(url) if url else None, "url")


def _take_lines(made: Draft, corrections: list[Correction]) -> None:
    """What lines of the text say in so many words: title, byline, credit, name of the site."""
    text = made.record.text
    title, basis = made.values.get("title", (None, None))
    body, places, part_lines = [], set(), list[Span]()
    for line, _ in label_with_corrections(text, title, basis, corrections):
        words = text[line.begin : line.end].strip()
        places.add((line.begin, line.end))
        if line.label in PARTS:
            part_lines.append(Span(line.begin, line.end, line.label))
        if line.label == "body":
            body.append(words)
        elif line.label == "title":
            made.take("title", words, "line")
        elif line.label == "byline":
            made.take("byline", _group(line.rule, "byline", words), "line")
        elif line.label == "source_credit":
            credit = _group(line.rule, "source", words)
            made.take("original_source", host_of(credit) or credit, "line")
        elif line.rule == "tagline" and made.evidence is None:
            # the first line is a web address and a second one repeats it: the site names itself
            made.take("outlet", _site_named(text, words), "line")
            if made.values.get("outlet", ("", ""))[1] == "line":
                made.evidence = f"the site's name above the headline: {words}"
    for correction in corrections:
        if (correction.begin, correction.end) not in places:
            what = f"no line of {made.article_id} stands at {correction.begin} to {correction.end}"
            mend = "copy begin and end from the lines table"
            made.problems.append(Problem(CORRECTIONS_FILE, correction.line, "begin", what, mend, "flagged"))
    made.part_lines = tuple(part_lines)
    made.take("language", identify_language("\n".join(body) or text), "text")


def _group(rule: str, name: str, words: str) -> str:
    """The part of a line that its rule's pattern calls name, or the whole line."""
    found = _PATTERNS[rule].search(words) if rule in _PATTERNS else None
    return found[name].strip() if found and name in found.groupdict() else words


def _site_named(text: str, tagline: str) -> str | None:
    """The address that stands alone on a line and again in the tagline."""
    for line in text.split("\n"):
        host = host_of(line.strip())
        if host and host in tagline.lower():
            return host
    return None


def _settle(made: Draft) -> None:
    """Dates in one form, and what to tell about the language."""
    published = made.given("published")
    if published and read_date(published) is None:
        made.note(
            "published", f"{published!r} is not written year-month-day; it is left out", "write 2025-03-22, 2025-03 or 2025"
        )
        del made.values["published"]
    language = made.given("language")
    if language and _code(language) != "en":
        mend = "nothing, or put the right language into the manifest; formulas for English say “other language”"
        made.note("language", f"the text is in another language than English ({language})", mend)


def _code(language: str) -> str:
    return re.split("[-_]", language.lower())[0]


def articles_table(drafts: list[Draft]) -> pd.DataFrame:
    """The articles table; columns that only the user's files have follow those of the contract."""
    unknown = unknown_labels(made.article_id for made in drafts if not made.given("outlet"))
    copies = Counter(made.sha256 for made in drafts)
    groups = {sha: number for number, sha in enumerate((sha for sha, n in copies.items() if n > 1), start=1)}
    table = make((_row(made, unknown, groups) for made in drafts), ARTICLES)
    names = dict.fromkeys(name for made in drafts for name in made.extras)
    for name in names:
        if name not in table:
            table[name] = pd.Series([made.extras.get(name) for made in drafts], dtype=TEXT)
    return table


def _row(made: Draft, unknown: Mapping[str, str], groups: Mapping[str, int]) -> tuple[object, ...]:
    def value_and_basis(name: str) -> tuple[str | None, str | None]:
        value, basis = made.values.get(name, (None, None))
        return (value, basis) if value else (None, None)

    story_id, story_basis = value_and_basis("story_id")
    outlet, outlet_basis = value_and_basis("outlet")
    published, published_basis = value_and_basis("published")
    date, granularity = (read_date(published) if published else None) or (None, None)
    language, language_basis = value_and_basis("language")
    group = groups.get(made.sha256)
    return (
        made.article_id, story_id, story_basis, outlet, outlet_key(outlet) if outlet else None,
        outlet or unknown.get(made.article_id, f"unknown ({made.article_id})"), outlet_basis, made.evidence if outlet else None,
        *value_and_basis("title"), *value_and_basis("byline"), date, granularity, published_basis,
        *value_and_basis("url"), *value_and_basis("original_source"),
        _code(language) if language else None, language_basis,
        ["duplicate"] if group else [], group, made.record.path, made.sha256, made.record.text,
    )  # fmt: skip
