"""The corpus: articles with where every value comes from, and what became of every input."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from tqdm import tqdm

from mediakit.articles import PARTS, Draft, Span, article_id_of, articles_table, draft, label_with_corrections
from mediakit.errors import CorpusError
from mediakit.identity import read_date
from mediakit.layout import Line
from mediakit.loaders import FORMATS, Problem, Record, read_files
from mediakit.loaders.columns import check_fields
from mediakit.loaders.corrections import Correction, read_corrections
from mediakit.loaders.decode import repair
from mediakit.loaders.formats import leads_out
from mediakit.loaders.manifest import read_manifest
from mediakit.recipes import VERSION
from mediakit.tables import CORRECTIONS, LEAD, LINES, PROBLEMS, make, plain_rows


class InputFile(NamedTuple):
    """One file that was read: its path below the corpus folder, its checksum and the columns taken from it."""

    path: str
    sha256: str
    n_bytes: int
    columns: Mapping[str, str]


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

    def part_lines(self, article_id: str) -> Iterator[Span]:
        """The lines of one article that are title, dek or body, as labelled when it was read."""
        for begin, end, part in self.packed_lines[article_id].tolist():
            yield Span(begin, end, PARTS[part])

    def labelled_lines(self, article_id: str, text: str, title: str | None, basis: str | None) -> Iterator[tuple[Line, str]]:
        """Each line of one article with who decided on its label, rule or user."""
        return label_with_corrections(text, title, basis, self.decisions.get(article_id, ()))

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
        since: str | None = None,
        ids: Iterable[str] | None = None,
    ) -> Corpus:
        """The part of the corpus that meets every condition given.

        Parameters: outlet, one or more outlets by name, key or label; story, one or more story_id;
        since, a date in ISO 8601 (articles without a date are left out); ids, article_id.
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
            if read_date(since) is None:
                raise CorpusError(f"{since!r} is no date", where="corpus.select", mend="write it as 2025-03-22, 2025-03 or 2025")
            keep &= (articles["published"] >= since).fillna(False)
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

    A folder: every .txt below it is one article; .csv, .xlsx, .jsonl and .parquet hold one article a
    row. ``manifest.csv`` in the folder says what is known about each file (path, outlet, title,
    published, url, byline, story_id, language, rights); ``corrections.csv`` holds a user's decisions.

    Parameters
    ----------
    path: folder or file.
    columns: which column holds what, {"text": "Body", "outlet": "Paper"}; without it the usual names
        are looked for (text, body, content, …; outlet, source, publisher, …). What was taken is in
        ``corpus.origin.files``.
    format: txt, csv, xlsx, jsonl or parquet, where the file's ending does not tell.
    strict: raise at the first problem instead of listing it.

    Returns a Corpus. Whatever could not be read, or wants a look, is a row of ``corpus.problems``;
    loaded + quarantined + skipped = found, in ``corpus.origin``.
    Raises CorpusError when there is nothing usable; ColumnError when a column cannot be found.

    >>> read_corpus("seeds/kim-shoigu-2025")
    <Corpus of 5 articles, 1 known outlets, 4 articles of unknown outlet, 0 problems>
    """
    root = Path(path)
    if not _exists(root):
        mend = "check the spelling of the path; articles themselves go to mk.read_texts"
        raise CorpusError("there is no such folder or file", where=str(path)[:200], mend=mend)
    if format is not None and format not in {known.name for known in FORMATS}:
        names = ", ".join(known.name for known in FORMATS)
        raise CorpusError(f"no format is called {format!r}", where=str(path), mend=f"use one of: {names}")
    check_fields(columns or (), where=str(path))
    folder = root if root.is_dir() else root.parent
    manifest, problems = read_manifest(folder)
    corrections, faults = read_corrections(folder)
    reading = _Reading(manifest, corrections, [*problems, *faults])
    files = tuple(reading.read_all(root, dict(columns) if columns else None, format))
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

    def read_all(self, root: Path, columns: dict[str, str] | None, format: str | None) -> Iterator[InputFile]:
        """Read every file below root; yield what origin keeps of each."""
        with tqdm(desc="reading", unit=" articles", delay=2) as progress:
            for name, file, found in read_files(root, columns, format):
                taken: Mapping[str, str] = {}
                for item in found:
                    self.take(item)
                    if isinstance(item, Record):
                        taken = item.columns
                        progress.update()
                if not leads_out(file, root):
                    yield InputFile(name, *_checksum(file), taken)

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
        row = self.manifest.get(item.path, {})
        if self.manifest and item.path not in self.manifest and item.number in (None, 1):
            mend = "add a row for it to manifest.csv, or nothing if nothing is known"
            self.problems.append(Problem(item.path, None, None, "not named in the manifest", mend, "flagged"))
        made = draft(item, row, self.decisions.get(article_id, ()), article_id)
        if given_outlet is not None:
            made.values["outlet"] = (given_outlet, "user")
        self.problems += made.problems
        self.drafts[article_id] = made

    def _say_copies(self) -> None:
        """A text that was read before is loaded all the same, and said."""
        first: dict[str, str] = {}
        for article_id, made in self.drafts.items():
            same = first.setdefault(made.sha256, article_id)
            if same != article_id:
                mend = "delete one of the two, unless two outlets printed the same text"
                what = f"the same text as {same}; it counts again"
                self.problems.append(Problem(made.record.path, made.record.line, "text", what, mend, "flagged"))

    def corpus(self, origin: Origin, strict: bool, nothing: str) -> Corpus:
        """The corpus read, or an error that says why there is nothing in it."""
        for article_id in self.decisions.keys() - self.drafts.keys():
            for correction in self.decisions[article_id]:
                what = f"the correction is about {article_id!r}, which is no article here"
                mend = "correct article_id, or delete the row"
                self.problems.append(Problem("corrections.csv", correction.line, "article_id", what, mend, "flagged"))
        self._say_copies()
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
        )
        current = {
            article_id: tuple(c for c in self.decisions.get(article_id, ()) if c.text_sha256 in (None, made.sha256))
            for article_id, made in self.drafts.items()
            if article_id in self.decisions
        }
        decisions = make((correction[:-1] for correction in self.corrections), CORRECTIONS)
        packed = {article_id: _packed(made.part_lines) for article_id, made in self.drafts.items()}
        table = articles_table([*self.drafts.values()])
        return Corpus(table, make(problems, PROBLEMS), decisions, counted, current, packed)


def _packed(lines: tuple[Span, ...]) -> npt.NDArray[np.int32]:
    """Lines as numbers: a corpus of a million articles keeps them all."""
    return np.array([(line.begin, line.end, PARTS.index(line.part)) for line in lines], dtype=np.int32).reshape(-1, 3)


def _blank(name: str) -> Problem:
    return Problem(name, None, "text", "no text: empty or blank", "paste the article's text", "quarantined")


def _checksum(file: Path) -> tuple[str, int]:
    try:
        with file.open("rb") as data:
            return hashlib.file_digest(data, "sha256").hexdigest(), file.stat().st_size
    except OSError:
        return "", 0


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name longer than any can be
        return False


def _some(values: Iterable[str]) -> str:
    shown = sorted(values) or ["none is known yet"]
    return ", ".join(shown[:8]) + (" …" if len(shown) > 8 else "")
