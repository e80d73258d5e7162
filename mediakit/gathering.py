"""What is read, gathered into a Corpus: drafts of articles, problems, what manifests and corrections say, and the counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from tqdm import tqdm

from mediakit.articles import Labels, Placed, Rows, Texts, article_id_of, articles_table, copies_of, draft, may_tell, say_copies
from mediakit.corpus import Corpus, InputFile, Origin
from mediakit.errors import CorpusError
from mediakit.loaders import ManifestRow, Problem, ReadAs, Record, read_files
from mediakit.loaders.corrections import Correction, CorrectionsInside
from mediakit.loaders.records import Label
from mediakit.tables import CORRECTIONS, PROBLEMS, make

#: characters of all texts together, up to which edited versions are looked for while reading: some seconds
NEAR_COPIES_UP_TO = 50_000_000
_AT_A_TIME, _CHARACTERS_AT_A_TIME = 4000, 20_000_000  # articles drafted together


class _Waiting(NamedTuple):
    """An article that waits until some more were read: one look at many texts is quicker than one at each."""

    record: Record
    article_id: str
    row: dict[str, str]
    given_outlet: str | None


class Gathering:
    """Collects what is read: drafts of articles, problems, and the count of inputs."""

    def __init__(
        self,
        manifest: dict[str, ManifestRow],
        corrections: list[Correction],
        problems: list[Problem],
        *,
        all_decided: bool = False,
    ) -> None:
        self.manifest, self.corrections, self.problems = manifest, corrections, problems
        self.rows, self.texts = Rows(), Texts()
        self.known: dict[str, tuple[Label | None, ...]] = {}  #: labels that the reader of a file gave
        self.placed: dict[str, Placed] = {}  #: lines that were labelled while reading
        self.waiting: list[_Waiting | Problem] = []
        self.ids, self.n_characters = set[str](), 0  #: of the articles drafted or waiting; of those that wait
        self.found = sum(problem.fate == "skipped" for problem in problems)  # manifest rows without a file
        self.has_manifest = {"."} if manifest else set[str]()  #: folders and archives of which every file should be named
        self.decisions, self.all_decided = _by_article(corrections), all_decided

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
                if isinstance(item, ManifestRow):
                    self.take_row(item)
                    continue
                if isinstance(item, CorrectionsInside):
                    if not self.all_decided:
                        self.take_corrections(item.made)
                    continue
                self.take(item)
                if isinstance(item, Record):
                    taken[item.path] = item.columns
                    progress.update()
        return tuple(InputFile(path, file.sha256, file.n_bytes, taken.get(path, {}), file.format) for path, file in files.items())

    def take(self, item: Record | Problem, given_outlet: str | None = None) -> None:
        """Take an article, which is drafted together with others, or note a problem."""
        if len(self.waiting) >= _AT_A_TIME or self.n_characters >= _CHARACTERS_AT_A_TIME:
            self.draft_waiting()
        if isinstance(item, Problem):
            self.found += item.fate in ("quarantined", "skipped")
            self.waiting.append(item)
            return
        self.found += 1
        article_id = article_id_of(item) if given_outlet is None else given_outlet
        if article_id in self.ids:
            what = f"a second article would be called {article_id!r}"
            self.waiting.append(Problem(item.path, item.line, None, what, "rename the file", "quarantined"))
            return
        row = self._manifest_row(item.path)
        if row is None and item.number in (None, 1) and not self.has_manifest.isdisjoint(_above(item.path)):
            mend = "add a row for it to manifest.csv, or nothing if nothing is known"
            self.waiting.append(Problem(item.path, None, None, "not named in the manifest", mend, "flagged"))
        self.ids.add(article_id)
        self.waiting.append(_Waiting(item, article_id, row or {}, given_outlet))
        self.n_characters += len(item.text)

    def draft_waiting(self) -> None:
        """Draft the articles that wait; problems stay in the order in which they came up."""
        told = iter(may_tell(self.texts.add([item.record.text for item in self.waiting if isinstance(item, _Waiting)])))
        for item in self.waiting:
            if isinstance(item, Problem):
                self.problems.append(item)
                continue
            made = draft(item.record, item.row, self.decisions.get(item.article_id, ()), item.article_id, next(told))
            if item.given_outlet is not None:
                made.values["outlet"] = (item.given_outlet, "user")
            self.problems += made.problems
            self.rows.add(made)
            if made.record.labels is not None:
                self.known[made.article_id] = made.record.labels
            if made.placed is not None:
                self.placed[made.article_id] = made.placed
        self.waiting, self.n_characters = [], 0

    def _manifest_row(self, path: str) -> dict[str, str] | None:
        """What the manifest says about a file; a row for an archive holds for its members, but for what their own rows say."""
        if not self.manifest:
            return None
        rows = [self.manifest[name] for name in (path, *_above(path)) if name in self.manifest]
        merged: dict[str, str] = {}
        for row in rows:
            merged |= {name: cell for name, cell in row.fields.items() if name.removesuffix("_basis") not in merged}
        return merged if rows else None

    def take_row(self, row: ManifestRow) -> None:
        """Keep what a manifest inside an archive says; what the folder's own manifest says about the file comes first."""
        self.manifest.setdefault(row.path, row)
        self.has_manifest.add(str(PurePosixPath(row.manifest).parent))

    def take_corrections(self, made: tuple[Correction, ...]) -> None:
        """Keep the corrections inside an archive; the last one on a value counts: what stands further out."""
        self.corrections += made
        for article_id, decisions in _by_article(made).items():
            self.decisions[article_id] = (*decisions, *self.decisions.get(article_id, ()))

    def say_unused_rows(self, files: Iterable[InputFile]) -> None:
        """Rows of the manifest for members that no archive turned out to hold."""
        read = {file.path for file in files}
        for path in sorted(self.manifest.keys() - read):
            if not read.isdisjoint(_above(path)):
                row, mend = self.manifest[path], "correct the path, or delete the row"
                self.take(Problem(row.manifest, row.line, "path", f"there is no file {path!r}", mend, "skipped"))

    def corpus(self, origin: Origin, strict: bool, nothing: str) -> Corpus:
        """The corpus read, or an error that says why there is nothing in it."""
        self.draft_waiting()
        self._say_stray_corrections()
        near = self.texts.size <= NEAR_COPIES_UP_TO
        copies = copies_of(self.rows, self.texts if near else None)
        self.problems += say_copies(self.rows, copies)
        problems = sorted(self.problems, key=lambda problem: (problem.path, problem.line or 0))
        if not self.ids or (strict and problems):
            said = "; ".join(f"{problem.path}: {problem.what}" for problem in problems[:3]) or nothing
            what = "strict was asked for and there are problems" if self.ids else "no article could be read"
            mend = problems[0].mend if problems else "put .txt files in, one an article"
            raise CorpusError(f"{what}: {said}", where=origin.path, mend=mend)
        fates = [problem.fate for problem in problems]
        articles, decisions = articles_table(self.rows, self.texts, copies), self._current_decisions()
        ids = self.rows["article_id"]
        return Corpus(
            articles=articles,
            problems=make(problems, PROBLEMS),
            corrections=make((correction.row for correction in self.corrections), CORRECTIONS),
            origin=replace(
                origin,
                found=self.found,
                loaded=len(self.rows),
                quarantined=fates.count("quarantined"),
                skipped=fates.count("skipped"),
                near_copies=near,
            ),
            decisions=decisions,
            labels=Labels(articles, decisions, self.known, self.placed),
            repeats={ids[place]: ids[copy.first] for place, copy in copies.items()},
        )

    def _say_stray_corrections(self) -> None:
        """Corrections of articles that were not read."""
        for article_id in self.decisions.keys() - self.ids:
            for correction in self.decisions[article_id]:
                what = f"the correction is about {article_id!r}, which is no article here"
                mend = "correct article_id, or delete the row"
                self.problems.append(Problem(correction.path, correction.line, "article_id", what, mend, "flagged"))

    def _current_decisions(self) -> dict[str, tuple[Correction, ...]]:
        """The corrections of each article that were made on its text as it is."""
        return {
            article_id: tuple(decision for decision in self.decisions[article_id] if decision.text_sha256 in (None, sha256))
            for article_id, sha256 in zip(self.rows["article_id"], self.rows["sha256"], strict=True)
            if article_id in self.decisions
        }


def _by_article(corrections: Iterable[Correction]) -> dict[str, tuple[Correction, ...]]:
    decisions: defaultdict[str, list[Correction]] = defaultdict(list)
    for correction in corrections:
        decisions[correction.article_id].append(correction)
    return {article_id: tuple(made) for article_id, made in decisions.items()}


def _above(path: str) -> list[str]:
    """The archives and folders that a file stands in, the nearest first."""
    return [str(parent) for parent in PurePosixPath(path).parents] if "/" in path else ["."]
