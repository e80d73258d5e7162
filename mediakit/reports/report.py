"""The report: the template notebook rerun on a corpus, as one HTML file, a PDF if wanted, and a manifest beside it."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mediakit.errors import CorpusError
from mediakit.reports.cache import Made, kept_in
from mediakit.reports.manifest import manifest
from mediakit.reports.parameters import Choice, choose, refuse_unknown
from mediakit.written import written_whole


def write_report(
    corpus_path: Path, out: Path, parameters: Mapping[str, object], *, pdf: bool = False, cache: Path | None = None
) -> dict[str, Any]:
    """Run the report on the corpus at corpus_path; write out (HTML), its manifest (JSON) and, if wanted, a PDF beside it.

    Parameters: corpus_path, as read_corpus takes it; out, the file to write; parameters, values for the names in
    parameters.PARAMETERS; pdf, whether a tagged PDF of the same run is written; cache, a folder in which reports are kept
    by what went into them, so that one on an unchanged corpus is not made again.

    Returns the manifest; its missing_parts are those whose making failed: their errors stand in their places. Raises
    UsageError for parameters that are none, CorpusError where there is no corpus, ReportError where the notebook or the
    writing fails.
    """
    if not corpus_path.exists():
        raise CorpusError("there is no such folder or file", where=str(corpus_path), mend="check the spelling of the path")
    given = {"corpus_path": corpus_path.as_posix(), **parameters}
    refuse_unknown(given, "the parameters")
    choice = choose(given)
    name = corpus_name(corpus_path)
    title = str(choice.given["title"]) or f"{name}: how do these articles differ?"
    made = _made(choice, given, corpus_path, cache, title=title, about=f"Corpus: {name}")
    moment = datetime.datetime.now(datetime.UTC).replace(second=0, microsecond=0)
    stamp = moment.strftime("%Y-%m-%d %H:%M UTC")
    page = made.page.replace(made.stamp, stamp)
    told = manifest(stamp, given, made.said, made.missing)
    with written_whole(out) as draft:
        draft.write_text(page, encoding="utf-8", newline="\n")
    if pdf:
        from mediakit.reports.pdf import write_pdf

        for remark in write_pdf(page, out.with_suffix(".pdf"), title=title, made=moment):
            print(f"mediakit: {remark}", file=sys.stderr)
    with written_whole(out.with_suffix(".manifest.json")) as draft:
        draft.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return told


def _made(choice: Choice, given: Mapping[str, object], corpus_path: Path, cache: Path | None, *, title: str, about: str) -> Made:
    """The report as it was kept, or made now."""
    kept = None if cache is None else kept_in(cache, corpus_path, given, [*choice.given["lexicons"].values()])
    before = kept.read() if kept else None
    if before is not None:
        print("nothing has changed since the last report: its results are taken from the cache", file=sys.stderr, flush=True)
        return before
    from mediakit.reports.run import run_report

    made = run_report(choice, given, title=title, about=about, parses=kept.parses if kept else None)
    if kept and not made.missing:
        kept.write(made)
    return made


def corpus_name(path: Path) -> str:
    """What a corpus is called: the folder's name, or the file's without its ending."""
    return (path.resolve().stem if path.is_file() else path.resolve().name) or "corpus"
