"""What each command does with what it was given."""

from __future__ import annotations

import argparse
import sys
from itertools import chain
from pathlib import Path

from mediakit.cli.values import columns_given, configured, pair_of, parameter
from mediakit.errors import UsageError
from mediakit.tables import EXPORTED

_PAGES = (".html", ".htm")


class IllError(Exception):
    """Something on this machine needs mending; what, has been said."""


class PartlyError(Exception):
    """A report is written in which parts are missing; which, has been said."""


def report(given: argparse.Namespace) -> None:
    """Run the report notebook on PATH and write one self-contained HTML file and its manifest."""
    from mediakit.reports.report import corpus_name, write_report

    settings = {**configured(given.config), **dict(map(parameter, given.param)), **_settings(given)}
    if given.path is not None and "corpus_path" in settings:
        raise UsageError("the corpus is named twice", where="corpus_path", mend="name it as PATH only")
    if given.path is None and not isinstance(settings.get("corpus_path"), str):
        given.parser.error("required: PATH, or a corpus_path in --config")
    path = given.path or Path(settings.pop("corpus_path"))
    out = given.out or Path("reports") / f"{corpus_name(path)}.html"
    if out.suffix.lower() not in _PAGES or out.is_dir():
        page = out / f"{corpus_name(path)}.html" if out.is_dir() else out.with_suffix(".html")
        mend = f"name a file that ends in .html, as --out {page}; --pdf writes a PDF of the same name beside it"
        raise UsageError("the report is written as one HTML page", where=f"--out {out}", mend=mend)
    _refuse_among_articles(out, path, "the report")
    if given.cache is not None:
        _refuse_among_articles(given.cache, path, "the cache", "--cache")
    _say(f"reading {path} …")
    made = write_report(path, out, settings, pdf=given.pdf, cache=given.cache)
    _tell_problems(made["problems"], "the report, under “What was read, and what is known about it”")
    for part in made["missing_parts"]:
        print(f"mediakit: “{part['part']}” could not be made: {part['what']}\n  to mend: {part['mend']}", file=sys.stderr)
    print("mediakit: the report is written; a double click on the file opens it in any browser:", file=sys.stderr, flush=True)
    print(out)
    if given.pdf:
        print(out.with_suffix(".pdf"))
    if made["missing_parts"]:
        raise PartlyError


def _settings(given: argparse.Namespace) -> dict[str, object]:
    """The settings of a report that have an option of their own, where it is given."""
    options = {
        "title": given.title, "outlets": given.outlet, "story": given.story, "reference": given.reference,
        "measures": given.measure, "lexicons": dict(pair_of(pair, "--lexicon") for pair in given.lexicon),
        "columns": columns_given(given.column), "excerpts": given.excerpts, "strict": given.strict,
    }  # fmt: skip
    return {name: value for name, value in options.items() if value}


def tables(given: argparse.Namespace) -> None:
    """Read PATH and write its tables, from articles and lines to quotations, sources and measurements, with a codebook."""
    from mediakit.reading import read_corpus
    from mediakit.reports.all_tables import tables_of
    from mediakit.reports.export import write_tables
    from mediakit.reports.report import corpus_name

    out = given.out or Path("tables") / corpus_name(given.path)
    if out.resolve() == given.path.resolve():
        mend = "choose another folder, for instance one called tables"
        raise UsageError("the tables would be written among the articles", where=f"--out {out}", mend=mend)
    _say(f"reading {given.path} …")
    corpus = read_corpus(given.path, columns=columns_given(given.column), strict=given.strict)
    for remark in write_tables(tables_of(corpus, given.only or EXPORTED), out, given.format, raw_cells=given.raw_cells):
        print(f"mediakit: {remark}", file=sys.stderr)
    _tell_problems(len(corpus.problems), f"problems.{given.format}")
    said = (
        f"mediakit: the tables are written as .{given.format} files, with codebook.md, which explains each column, in the folder:"
    )
    print(said, file=sys.stderr, flush=True)
    print(out)


def app(given: argparse.Namespace) -> None:
    """Write pages on which the articles of PATH can be explored, without notebooks, and open them."""
    import webbrowser

    from mediakit.reports.app import write_app
    from mediakit.reports.report import corpus_name

    out = given.out or Path("app") / corpus_name(given.path)
    _refuse_among_articles(out, given.path, "the pages")
    _say(f"reading {given.path} …")
    first = write_app(given.path, out, columns_given(given.column))
    _tell_problems(first.problems, f"the page {first.page.name}")
    print("mediakit: the pages are written; they open in any browser, without a network:", file=sys.stderr, flush=True)
    print(first.page)
    if not given.no_browser:
        webbrowser.open(first.page.resolve().as_uri())


def _refuse_among_articles(out: Path, articles: Path, what: str, option: str = "--out") -> None:
    if articles.is_dir() and out.resolve().is_relative_to(articles.resolve()):
        mend = f"name a place elsewhere with {option}, or run the command from another folder"
        raise UsageError(f"{what} would be written among the articles", where=f"{option} {out}", mend=mend)


def init(given: argparse.Namespace) -> None:
    """Write manifest.csv with a row for each article of FOLDER; complete it, and leave empty what is not known."""
    from mediakit.reports.init import write_manifest

    made = write_manifest(given.folder)
    said = "a row for each article: open it in a spreadsheet, fill in what you know, leave the rest empty, save it as CSV:"
    print(f"mediakit: the manifest is written, {said}", file=sys.stderr, flush=True)
    print(made)


def teach(given: argparse.Namespace) -> None:
    """Write lessons for a class: a bundle for students, notebooks with answers, worksheets to print."""
    from mediakit.lessons.teach import write_teach

    numbers = [number for part in given.lessons for number in part.split(",") if number.strip()]
    _say("running the lessons, some 20 seconds each …")
    made = write_teach(given.out, numbers or None, offline_install=given.offline_install)
    print("mediakit: the lessons are written; the page that leads to all of it:", file=sys.stderr, flush=True)
    print(made)


def lab(given: argparse.Namespace) -> None:
    """Copy the notebooks into a folder of yours, once, and open the list of lessons in JupyterLab."""
    from mediakit.launch.folder import prepare
    from mediakit.launch.lab import open_lab

    prepared = prepare(given.folder, given.path)
    for remark in prepared.remarks:
        print(f"mediakit: {remark}", file=sys.stderr)
    _say("starting JupyterLab …")
    open_lab(prepared, _announce, browser=not given.no_browser)
    print(f"mediakit: JupyterLab has ended; your notebooks are in {prepared.folder}", file=sys.stderr)


def voila(given: argparse.Namespace) -> None:
    """Run NOTEBOOK and show what it shows, without its code, as a page in the browser."""
    from mediakit.launch.voila import open_voila

    _say("starting Voila …")
    open_voila(given.notebook, _announce, browser=not given.no_browser)
    print("mediakit: Voila has ended", file=sys.stderr)


def _announce(address: str) -> None:
    print("mediakit: Ctrl + C here ends it; if no browser opens, open this address in one:", file=sys.stderr, flush=True)
    print(address, flush=True)


def doctor(given: argparse.Namespace) -> None:
    """Try out what a lesson needs on this machine; a line each says whether it works, and how to mend it."""
    from mediakit.launch.doctor import examine, examine_install

    _say("trying out what a lesson needs; that takes half a minute …")
    ills = 0
    for finding in chain(examine(), map(examine_install, filter(None, [given.install]))):
        ills += bool(finding.mend)
        print(f"mend  {finding.what}\n      to mend: {finding.mend}" if finding.mend else f"ok    {finding.what}", flush=True)
    print(f"{ills} to mend" if ills else "everything works")
    if ills:
        raise IllError


def _say(doing: str) -> None:
    """A sign of life before what may take long."""
    print(f"mediakit: {doing}", file=sys.stderr, flush=True)


def _tell_problems(count: int, listed_in: str) -> None:
    noticed = "no problems were" if count == 0 else "1 problem was" if count == 1 else f"{count} problems were"
    listed = f"; see {listed_in}" if count else ""
    print(f"mediakit: {noticed} noticed in the input{listed}", file=sys.stderr)
