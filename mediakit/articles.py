"""From records to the articles table: every value with where it comes from, and no value without one.

A field is taken from the first of: a user's correction, the manifest, the record's own fields (a
column of its file), the address it was read at, a line of the text that says it in so many words.
What none of them gives stays unknown.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

import pandas as pd

from mediakit.duplicates import Copy, find_copies
from mediakit.identity import (
    Site,
    credited_source,
    date_of_line,
    host_of,
    outlet_key,
    read_byline,
    read_date,
    site_of,
    unknown_labels,
    why_no_date,
)
from mediakit.identity.credits import credit_name
from mediakit.identity.outlets import another_site, is_aggregator
from mediakit.layout import Line, label_lines
from mediakit.layout.blocks import lines_of
from mediakit.layout.furniture import LINE_RULES
from mediakit.layout.repeated import RULE as REPEATED
from mediakit.layout.repeated import Printed
from mediakit.loaders import Problem, Record
from mediakit.loaders.corrections import LANGUAGE_CODE, Correction
from mediakit.loaders.corrections import NAME as CORRECTIONS_FILE
from mediakit.loaders.flags import signs_in
from mediakit.loaders.formats import BY_ENDING
from mediakit.loaders.records import FIELDS, FLAGS, Label
from mediakit.tables import ARTICLES, TEXT, make
from mediakit.text.language import identify_language

BASES = ("manifest", "url", "meta", "line", "text", "filename", "user", "grouped")
_GIVEN = ("manifest", "meta", "user")  # bases of a title that is known apart from the text
_OTHER_LINE_END = re.compile("[\r\u2028\u2029]")
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
    doubtful: tuple[tuple[int, int], ...] = ()  #: body and subheads by rule, which the corpus may show to be furniture
    signs: tuple[str, ...] = ()  #: flags that its own words raise
    evidence: str | None = None
    extras: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    site: Site | None = None  #: what the address the article was read at names

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
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    stem = path.with_suffix("").as_posix() if path.suffix.lower() in BY_ENDING else path.as_posix()
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
        if name in (*FIELDS, "original_source") and name != "rights":
            if name != "language" or _is_code(made, value):
                if name == "outlet" and "outlet" not in made.values:
                    made.evidence = record.evidence
                made.take(name, value, record.bases.get(name, "meta"))
        else:
            made.extras.setdefault(name, value)
    _take_address(made)
    _take_canonical(made)
    _take_lines(made, [correction for correction in current if correction.table == "lines"])
    _take_signs(made)
    _settle(made)
    return made


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
    if LANGUAGE_CODE.match(language):
        return True
    made.note("language", f"{language!r} is no language code; the text was asked instead", "write en, de, fr-CA, …")
    return False


def _take_address(made: Draft) -> None:
    """The site of the address the article was read at, where no outlet is given."""
    url = made.given("url")
    if url is None:
        return
    made.site = site_of(url)
    outlet, basis = made.values.get("outlet", (None, None))
    if outlet and basis == "meta" and is_aggregator(url, outlet):
        del made.values["outlet"]  # a page that shows another's article names itself
    if made.site and "outlet" not in made.values:
        made.take("outlet", made.site.key, "url")
        made.evidence = made.site.evidence


def _take_canonical(made: Draft) -> None:
    """The address that a page gives as its own: another site's is where the text came from, never the outlet."""
    canonical, url = made.extras.get("canonical_url"), made.given("url")
    if not canonical:
        return
    if url is None:
        made.take("url", canonical, "meta")
        _take_address(made)
        if made.values.get("outlet", ("", ""))[1] == "url":
            made.values["outlet"] = (made.values["outlet"][0], "meta")
    elif came_from := another_site(canonical, url):
        made.take("original_source", came_from, "meta")


def _take_lines(made: Draft, corrections: list[Correction]) -> None:
    """What lines of the text say in so many words: title, byline, credit, name of the site."""
    text = made.record.text
    title, basis = made.values.get("title", (None, None))
    body, places, part_lines, doubtful = [], set(), list[Span](), list[tuple[int, int]]()
    for line, decided_by in label_with_corrections(text, title, basis, corrections, made.record.labels):
        words = text[line.begin : line.end].strip()
        places.add((line.begin, line.end))
        if line.label in PARTS:
            part_lines.append(Span(line.begin, line.end, line.label))
        if line.label in ("body", "subhead") and decided_by == "rule":
            doubtful.append((line.begin, line.end))
        if line.label == "body":
            body.append(words)
        elif line.label == "byline":
            made.take("byline", _group(line.rule, "byline", words), "line")
        elif line.label == "source_credit":
            credit = _group(line.rule, "source", words)
            made.take("original_source", credit_name(credit), "line")
        elif line.label == "date":
            made.take("published", date_of_line(words), "line")
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
    made.part_lines, made.doubtful = tuple(part_lines), tuple(doubtful)
    made.take("title", _headline(text, part_lines), "line")
    credit_elsewhere = credited_source(text)
    made.take("original_source", credit_elsewhere.name if credit_elsewhere else None, "line")
    made.take("language", identify_language("\n".join(body) or text), "text")


def _take_signs(made: Draft) -> None:
    """Flags that the text's own words raise; one that the reader of the file raised is said by it."""
    text = made.record.text
    n_words = sum(len(text[line.begin : line.end].split()) for line in made.part_lines)
    signs = [sign for sign in signs_in(text, n_words) if sign.flag not in made.record.flags]
    made.signs = tuple(sign.flag for sign in signs)
    for sign in signs:
        made.note("text", sign.what, sign.mend)


def _headline(text: str, lines: list[Span]) -> str | None:
    """The first title line, with those right below it that go on with it."""
    titles = [line for line in lines if line.part == "title"]
    whole = titles[:1]
    for line in titles[1:]:
        if line.begin != whole[-1].end:
            break
        whole.append(line)
    return " ".join(text[line.begin : line.end].strip() for line in whole) or None


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
    """Dates in one form, bylines without roles and agencies, and what to tell about the language."""
    published = made.given("published")
    wrong = why_no_date(published) if published else None
    if wrong:
        made.note("published", *wrong)
        del made.values["published"]
    _settle_byline(made)
    if "\n" not in made.record.text.strip() and _OTHER_LINE_END.search(made.record.text.strip()):
        mend = "save the text with the line ends of today (in an editor: LF or CRLF), so that headline and site text can be told"
        made.note("text", "the lines end in signs that end no line here: the whole text is one line", mend)
    language = made.given("language")
    if language and _code(language) != "en":
        mend = "nothing, or put the right language into the manifest; formulas for English say “other language”"
        made.note("language", f"the text is in another language than English ({language})", mend)


def _settle_byline(made: Draft) -> None:
    """The people who signed; an agency in the byline is a credit. What the manifest or the user says stands as it is."""
    byline, basis = made.values.get("byline", ("", ""))
    if basis not in ("meta", "line"):
        return
    read = read_byline(byline, made.given("outlet"))
    for agency in read.agencies:
        made.take("original_source", agency, basis)
    if read.names:
        made.values["byline"] = (read.names, basis)
    else:
        del made.values["byline"]


def _code(language: str) -> str:
    return re.split("[-_]", language.lower())[0]


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


def articles_table(drafts: list[Draft], copies: Mapping[int, Copy]) -> pd.DataFrame:
    """The articles table; copies say which drafts repeat an earlier one; the user's own columns follow those of the contract."""
    known = [made.given("outlet") or "" for made in drafts]
    unknown = unknown_labels((made.article_id for made in drafts if not made.given("outlet")), known)
    firsts = sorted({copy.first for copy in copies.values()})
    numbers = {first: number for number, first in enumerate(firsts, start=1)}
    groups = {drafts[place].article_id: numbers[place] for place in firsts}
    groups |= {drafts[place].article_id: numbers[copy.first] for place, copy in copies.items()}
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
    group = groups.get(made.article_id)
    return (
        made.article_id, story_id, story_basis, outlet, _key(made, outlet, outlet_basis),
        outlet or unknown.get(made.article_id, f"unknown ({made.article_id})"), outlet_basis, made.evidence if outlet else None,
        *value_and_basis("title"), *value_and_basis("byline"), date, granularity, published_basis,
        *value_and_basis("url"), *value_and_basis("original_source"),
        _code(language) if language else None, language_basis,
        _flags(made, copied=bool(group)), group, made.record.path, made.sha256, made.record.text,
    )  # fmt: skip


def _key(made: Draft, outlet: str | None, basis: str | None) -> str | None:
    """What grouping uses: the name that a person gave; else the site of the address; else the name found."""
    if outlet and made.site and basis == "meta":
        return made.site.key
    return outlet_key(outlet) if outlet else None


def copies_of(drafts: list[Draft], *, near: bool) -> dict[int, Copy]:
    """Which articles repeat an earlier one, by place; a record without text repeats nothing."""
    # where only the headline is known, the same headline is not the same article
    texts = ["" if "metadata_only" in made.record.flags else made.record.text for made in drafts]
    return find_copies(texts, near=near)


def _flags(made: Draft, *, copied: bool) -> list[str]:
    """What its reader flagged, and whether its text stands in the corpus more than once."""
    said = {*made.record.flags, *made.signs} | ({"duplicate"} if copied else set())
    return [flag for flag in FLAGS if flag in said]
