"""The corpus: articles with where every value comes from, and what became of every input."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from tqdm import tqdm

from mediakit.articles import (
    PARTS,
    Draft,
    Span,
    article_id_of,
    articles_table,
    copies_of,
    draft,
    label_with_corrections,
    printed,
    take_repeated,
)
from mediakit.duplicates import Copy
from mediakit.errors import CorpusError
from mediakit.identity import read_date
from mediakit.layout import Line
from mediakit.layout.repeated import repeated_lines
from mediakit.loaders import Label, Problem, ReadAs, Record, read_files
from mediakit.loaders.columns import check_fields
from mediakit.loaders.corrections import Correction, read_corrections
from mediakit.loaders.decode import repair
from mediakit.loaders.formats import BY_NAME
from mediakit.loaders.manifest import read_manifest
from mediakit.recipes import VERSION
from mediakit.tables import CORRECTIONS, LEAD, LINES, PROBLEMS, make, plain_rows

#: characters of all texts together, up to which edited versions are looked for while reading: some seconds
NEAR_COPIES_UP_TO = 50_000_000


class InputFile(NamedTuple):
    """One file that was read: its path below the corpus folder, its checksum, the columns taken from it and its format."""

    path: str
    sha256: str
    n_bytes: int
    columns: Mapping[str, str]
    format: str = ""  #: as in list_formats(); empty where no reader knows the file


@dataclass(frozen=True)
class Origin:
    """Where a corpus comes from, and the count of its inputs: found = loaded + quarantined + skipped."""

    path: str
    files: tuple[InputFile, ...] = ()
    found: int = 0
    loaded: int = 0
    quarantined: int = 0
    skipped: int = 0
    version: str = VERSION
    near_copies: bool = True  #: whether edited versions of a text were looked for, or only the same text twice


@dataclass(frozen=True, eq=False)
class Corpus:
    """Articles, what is wrong with the input, what a user decided, and where all of it comes from.

    Attributes: ``articles``, ``problems`` and ``corrections`` are tables (their columns are in the
    codebook); ``lines`` is the table of every line with its label, made when first asked for;
    ``origin`` lists files, checksums and counts.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped."})
    >>> corpus.lines[["line_no", "label"]].values.tolist(), corpus.origin.loaded
    ([[1, 'body']], 1)
    """

    articles: pd.DataFrame
    problems: pd.DataFrame
    corrections: pd.DataFrame
    origin: Origin
    decisions: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict, repr=False)
    packed_lines: Mapping[str, npt.NDArray[np.int32]] = field(default_factory=dict, repr=False)
    known_labels: Mapping[str, tuple[Label | None, ...]] = field(default_factory=dict, repr=False)
    repeats: Mapping[str, str] = field(default_factory=dict, repr=False)  #: article to the first one with its text

    def part_lines(self, article_id: str) -> Iterator[Span]:
        """The lines of one article that are title, dek or body, as labelled when it was read."""
        for begin, end, part in self.packed_lines[article_id].tolist():
            yield Span(begin, end, PARTS[part])

    def labelled_lines(self, article_id: str, text: str, title: str | None, basis: str | None) -> Iterator[tuple[Line, str]]:
        """Each line of one article with who decided on its label, rule or user."""
        return label_with_corrections(text, title, basis, self.decisions.get(article_id, ()), self.known_labels.get(article_id))

    @cached_property
    def lines(self) -> pd.DataFrame:
        """One row a line of each text, with its label, the rule that fired and who decided."""
        rows: list[tuple[object, ...]] = []
        columns = [column.name for column in LEAD] + ["text", "title", "title_basis"]
        for *lead, text, title, basis in plain_rows(self.articles[columns]):
            labelled = self.labelled_lines(lead[0], text, title, basis)
            rows += [
                (*lead, number, line.begin, line.end, line.label, line.rule, line.confidence, decided_by, line.why)
                for number, (line, decided_by) in enumerate(labelled, start=1)
            ]
        return make(rows, LINES)

    def select(
        self,
        *,
        outlet: str | Iterable[str] | None = None,
        story: str | Iterable[str] | None = None,
        since: str | datetime.date | None = None,
        ids: Iterable[str] | None = None,
    ) -> Corpus:
        """The part of the corpus that meets every condition given.

        Parameters: outlet, one or more outlets by name, key or label; story, one or more story_id;
        since, a date (2025-03-22, 2025-03, 2025, or a date object): articles whose date, as exact as it
        is known, is wholly on or after it (an article of March 2025 is not known to be since the
        10th; one without a date is left out); ids, article_id.
        Raises CorpusError when an id, outlet or story does not occur.
        """
        articles = self.articles
        keep = pd.Series(True, index=articles.index)
        for name, wanted, columns in (
            ("outlet", outlet, ("outlet", "outlet_key", "outlet_label")),
            ("story", story, ("story_id",)),
            ("article_id", ids, ("article_id",)),
        ):
            if wanted is None:
                continue
            chosen = [wanted] if isinstance(wanted, str) else list(wanted)
            known = set(articles[list(columns)].stack().dropna())
            absent = [value for value in chosen if value not in known]
            if absent:
                raise CorpusError(f"no {name} is called {absent[0]!r}", where="corpus.select", mend=f"use one of: {_some(known)}")
            keep &= articles[list(columns)].isin(chosen).any(axis=1)
        if since is not None:
            keep &= _first_days(articles["published"]) >= _first_day(since)
        return replace(self, articles=articles[keep].reset_index(drop=True))

    def __repr__(self) -> str:
        known = self.articles["outlet_key"].dropna()
        return (
            f"<Corpus of {len(self.articles)} articles, {known.nunique()} known outlets, "
            f"{len(self.articles) - len(known)} articles of unknown outlet, {len(self.problems)} problems>"
        )


def read_corpus(
    path: str | Path, *, columns: Mapping[str, str] | None = None, format: str | None = None, strict: bool = False
) -> Corpus:
    """Read a folder of articles, or one file that holds many, into a Corpus.

    A folder is read with its sub-folders: a .txt file is one article, tables (.csv, .xlsx, .jsonl, .json,
    .parquet) hold one a row, exports of news archives many; ZIP, TAR and .gz files are read as if they were
    unpacked. ``list_formats()`` says for each format what you get and what you must supply; a file is
    known by its content where that tells, else by its ending. ``manifest.csv`` in the folder says what is
    known about each file (path, outlet, title, published, url, byline, story_id, language, rights);
    ``corrections.csv`` holds a user's decisions.

    Parameters
    ----------
    path: folder or file.
    columns: which column holds what, {"text": "Body", "outlet": "Paper"}; without it the usual names
        are looked for (text, body, content, …; outlet, source, publisher, …). What was taken is in
        ``corpus.origin.files``.
    format: a name from ``list_formats()``, for files whose content and ending do not tell; holds for all of them.
    strict: raise at the first problem instead of listing it.

    Returns a Corpus. Whatever could not be read, or wants a look, is a row of ``corpus.problems``;
    loaded + quarantined + skipped = found, in ``corpus.origin``.
    Raises CorpusError when there is nothing usable; ColumnError when a column cannot be found.

    >>> read_corpus("seeds/kim-shoigu-2025")
    <Corpus of 5 articles, 1 known outlets, 4 articles of unknown outlet, 0 problems>
    """
    if not str(path).strip():
        raise CorpusError("the path is empty", where="read_corpus", mend='name a folder or file; "." is the folder you are in')
    root = Path(path)
    if not _exists(root):
        mend = "check the spelling of the path; articles themselves go to mk.read_texts"
        raise CorpusError("there is no such folder or file", where=str(path)[:200], mend=mend)
    if format is not None and format not in BY_NAME:
        raise CorpusError(f"no format is called {format!r}", where=str(path), mend=f"use one of: {', '.join(BY_NAME)}")
    check_fields(columns or (), where=str(path))
    folder = root if root.is_dir() else root.parent
    manifest, problems = read_manifest(folder)
    corrections, faults = read_corrections(folder)
    reading = _Reading(manifest, corrections, [*problems, *faults])
    files = reading.read_all(root, dict(columns) if columns else None, format)
    reading.say_unused_rows(files)
    return reading.corpus(Origin(Path(path).as_posix(), files), strict, nothing="the folder is empty")


def read_texts(texts: Mapping[str, str]) -> Corpus:
    """A corpus of pasted articles, one an outlet.

    Parameters: texts, the outlet's name and the article's text; a name may be anything that tells
    them apart. Returns a Corpus whose article_id is the name given.

    >>> read_texts({"Harbour Herald": "The ferry stopped.", "Coast Courier": "No ferry today."})
    <Corpus of 2 articles, 2 known outlets, 0 articles of unknown outlet, 0 problems>
    """
    reading = _Reading({}, [], [])
    for outlet, text in texts.items():
        repaired, remarks = repair(text)
        for remark in remarks:
            reading.take(Problem(outlet, None, "text", remark.what, remark.mend, remark.fate))
        reading.take(Record(outlet, None, None, repaired, {}) if text.strip() else _blank(outlet), given_outlet=outlet)
    return reading.corpus(Origin("pasted texts"), strict=False, nothing="no text was given")


class _Reading:
    """Collects what is read: drafts of articles, problems, and the count of inputs."""

    def __init__(self, manifest: dict[str, dict[str, str]], corrections: list[Correction], problems: list[Problem]) -> None:
        self.manifest, self.corrections, self.problems = manifest, corrections, problems
        self.drafts: dict[str, Draft] = {}
        self.found = sum(problem.fate == "skipped" for problem in problems)  # manifest rows without a file
        self.decisions: dict[str, tuple[Correction, ...]] = {}
        for correction in corrections:
            self.decisions[correction.article_id] = (*self.decisions.get(correction.article_id, ()), correction)

    def read_all(self, root: Path, columns: dict[str, str] | None, format: str | None) -> tuple[InputFile, ...]:
        """Read every file below root; what origin keeps of each."""
        files: dict[str, ReadAs] = {}
        taken: dict[str, Mapping[str, str]] = {}
        reading = read_files(root, columns, format)
        with tqdm(desc="reading", unit=" articles", delay=2) as progress, closing(reading):
            for item in reading:
                if isinstance(item, ReadAs):
                    files[item.path] = item
                    continue
                self.take(item)
                if isinstance(item, Record):
                    taken[item.path] = item.columns
                    progress.update()
        return tuple(InputFile(path, file.sha256, file.n_bytes, taken.get(path, {}), file.format) for path, file in files.items())

    def take(self, item: Record | Problem, given_outlet: str | None = None) -> None:
        """Draft an article from a record, or note a problem."""
        if isinstance(item, Problem):
            self.found += item.fate in ("quarantined", "skipped")
            self.problems.append(item)
            return
        self.found += 1
        article_id = article_id_of(item) if given_outlet is None else given_outlet
        if article_id in self.drafts:
            what = f"a second article would be called {article_id!r}"
            self.problems.append(Problem(item.path, item.line, None, what, "rename the file", "quarantined"))
            return
        row = self._manifest_row(item.path)
        if self.manifest and row is None and item.number in (None, 1):
            mend = "add a row for it to manifest.csv, or nothing if nothing is known"
            self.problems.append(Problem(item.path, None, None, "not named in the manifest", mend, "flagged"))
        made = draft(item, row or {}, self.decisions.get(article_id, ()), article_id)
        if given_outlet is not None:
            made.values["outlet"] = (given_outlet, "user")
        self.problems += made.problems
        self.drafts[article_id] = made

    def _manifest_row(self, path: str) -> dict[str, str] | None:
        """What the manifest says about a file; a row for an archive holds for its members, but for what their own rows say."""
        above = [str(parent) for parent in PurePosixPath(path).parents] if self.manifest and "/" in path else []
        rows = [self.manifest[name] for name in (path, *above) if name in self.manifest]
        merged: dict[str, str] = {}
        for row in rows:
            merged |= {name: cell for name, cell in row.items() if name.removesuffix("_basis") not in merged}
        return merged if rows else None

    def say_unused_rows(self, files: Iterable[InputFile]) -> None:
        """Rows of the manifest for members that no archive turned out to hold."""
        read = {file.path for file in files}
        for path in sorted(self.manifest.keys() - read):
            if any(str(above) in read for above in PurePosixPath(path).parents):
                what, mend = f"there is no file {path!r}", "correct the path, or delete the row"
                self.take(Problem("manifest.csv", None, "path", what, mend, "skipped"))

    def _say_copies(self, drafts: list[Draft], copies: Mapping[int, Copy]) -> None:
        """A text that was read before, or a version of it, is loaded all the same, and said."""
        for place, copy in copies.items():
            made, first = drafts[place], drafts[copy.first]
            outlets = made.given("outlet"), first.given("outlet")
            other = all(outlets) and outlets[0] != outlets[1]
            same = "the same text as" if copy.share == 1 else f"nearly the same text ({copy.share:.0%} of its runs of words) as"
            what = f"{same} {first.article_id}{', from another outlet' if other else ''}; it counts again"
            mend = (
                'nothing: two outlets printed it; measure(…, duplicates="once") counts it once' if other
                else 'delete one of the two, or count it once: measure(…, duplicates="once")'
            )  # fmt: skip
            self.problems.append(Problem(made.record.path, made.record.line, "text", what, mend, "flagged"))

    def corpus(self, origin: Origin, strict: bool, nothing: str) -> Corpus:
        """The corpus read, or an error that says why there is nothing in it."""
        for article_id in self.decisions.keys() - self.drafts.keys():
            for correction in self.decisions[article_id]:
                what = f"the correction is about {article_id!r}, which is no article here"
                mend = "correct article_id, or delete the row"
                self.problems.append(Problem("corrections.csv", correction.line, "article_id", what, mend, "flagged"))
        drafts = [*self.drafts.values()]
        near = sum(len(made.record.text) for made in drafts) <= NEAR_COPIES_UP_TO
        copies = copies_of(drafts, near=near)
        self._say_copies(drafts, copies)
        for article_id, begins in repeated_lines(
            {name: printed(made) for name, made in self.drafts.items()}
        ).items():  # decided once, on all that was read, and kept
            take_repeated(self.drafts[article_id], begins)
        problems = sorted(self.problems, key=lambda problem: (problem.path, problem.line or 0))
        if not self.drafts or (strict and problems):
            said = "; ".join(f"{problem.path}: {problem.what}" for problem in problems[:3]) or nothing
            what = "strict was asked for and there are problems" if self.drafts else "no article could be read"
            mend = problems[0].mend if problems else "put .txt files in, one an article"
            raise CorpusError(f"{what}: {said}", where=origin.path, mend=mend)
        fates = [problem.fate for problem in problems]
        counted = replace(
            origin,
            found=self.found,
            loaded=len(self.drafts),
            quarantined=fates.count("quarantined"),
            skipped=fates.count("skipped"),
            near_copies=near,
        )
        current = {
            article_id: tuple(c for c in self.decisions.get(article_id, ()) if c.text_sha256 in (None, made.sha256))
            for article_id, made in self.drafts.items()
            if article_id in self.decisions
        }
        decisions = make((correction[:-1] for correction in self.corrections), CORRECTIONS)
        packed = {article_id: _packed(made.part_lines) for article_id, made in self.drafts.items()}
        known = {article_id: made.record.labels for article_id, made in self.drafts.items() if made.record.labels is not None}
        table = articles_table(drafts, copies)
        repeats = {drafts[place].article_id: drafts[copy.first].article_id for place, copy in copies.items()}
        return Corpus(table, make(problems, PROBLEMS), decisions, counted, current, packed, known, repeats)


def _first_days(published: pd.Series[str]) -> pd.Series[str]:
    """The first day that each date may mean, which sorts as text does; nothing where there is no date."""
    return published.fillna("").map(lambda date: f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10])


def _first_day(since: str | datetime.date) -> str:
    written = since.isoformat()[:10] if isinstance(since, datetime.date) else since
    read = read_date(written) if isinstance(written, str) else None
    if read is None or not written.strip().startswith(read[0]):
        mend = "write it as 2025-03-22, 2025-03 or 2025, or give a datetime.date"
        raise CorpusError(f"{since!r} is no date", where="corpus.select", mend=mend)
    return f"{read[0]}-01-01"[:10]


def _packed(lines: tuple[Span, ...]) -> npt.NDArray[np.int32]:
    """Lines as numbers: a corpus of a million articles keeps them all."""
    return np.array([(line.begin, line.end, PARTS.index(line.part)) for line in lines], dtype=np.int32).reshape(-1, 3)


def _blank(name: str) -> Problem:
    return Problem(name, None, "text", "no text: empty or blank", "paste the article's text", "quarantined")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name longer than any can be
        return False


def _some(values: Iterable[str]) -> str:
    shown = sorted(values) or ["none is known yet"]
    return ", ".join(shown[:8]) + (" …" if len(shown) > 8 else "")
