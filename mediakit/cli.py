"""The mediakit command: report, tables, init, lab, voila, doctor.

Exit 0: done (problems are counted on stderr); 1: nothing usable, or it could not be written; 2: usage.
"""

from __future__ import annotations

import argparse
import io
import math
import re
import signal
import sys
import threading
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from mediakit.errors import MediakitError, UsageError
from mediakit.recipes import VERSION

_FORMATS = ("csv", "xlsx", "jsonl", "parquet")
_PAGES = (".html", ".htm")


class _IllError(Exception):
    """Something on this machine needs mending; what, has been said."""


class _Terminated(KeyboardInterrupt):
    """The system asked the command to end: it tidies up as after Ctrl + C."""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors show how the command is called and the nearest word it knows."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.set_defaults(parser=self)  # that of the command, where one is given

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        given, unknown = self.parse_known_args(args, namespace)
        if unknown:
            given.parser.error(f"unknown: {' '.join(unknown)}")
        return given

    def error(self, message: str) -> NoReturn:
        known = [word for action in self._actions for word in (*action.option_strings, *(action.choices or ()))]
        found = re.match(r"unknown: (?P<option>[^\s=]+)|.*invalid choice: '(?P<choice>[^']*)'", message)
        near = get_close_matches(next(filter(None, found.groups()), ""), known, n=1, cutoff=0.5) if found else []
        meant = f"; did you mean {near[0]}?" if near else ""
        self.exit(2, f"{self.format_usage()}{self.prog}: {message}{meant}\n{self.prog} --help explains every word\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a path may hold what a terminal cannot show
    given = _parser().parse_args(arguments)
    try:
        with _ending_tidily():
            given.run(given)
    except MediakitError as error:
        print(f"mediakit: {error}", file=sys.stderr)
        return 2 if isinstance(error, UsageError) else 1
    except _IllError:
        return 1
    except _Terminated:
        return 128 + signal.SIGTERM
    except KeyboardInterrupt:
        print("mediakit: interrupted; no file was left half-written", file=sys.stderr)
        return 130
    return 0


@contextmanager
def _ending_tidily() -> Iterator[None]:
    """SIGTERM as an exception, so that temporary files go and the notebook's Python ends with the command."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(*_: object) -> None:
        raise _Terminated

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="mediakit",
        description="How do articles on a story differ? Reads a folder of news articles, measures them, says what is not known.",
    )
    parser.add_argument("--version", action="version", version=f"mediakit {VERSION}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    report = commands.add_parser("report", help="one HTML page on a folder of articles", description=_report.__doc__)
    report.add_argument("path", type=Path, metavar="PATH", help="a folder of articles, or one file that holds many")
    report.add_argument("--out", type=Path, metavar="FILE", help="the page to write, .html (reports/NAME.html)")
    report.add_argument("--config", type=Path, metavar="FILE.toml", help="parameters of the report, in TOML")
    report.add_argument("--param", action="append", default=[], metavar="NAME=VALUE", help="one parameter of the report")
    _add_column(report)
    report.add_argument("--strict", action="store_true", help="stop at the first problem in the input")
    report.set_defaults(run=_report)

    tables = commands.add_parser("tables", help="every table as files, with a codebook", description=_tables.__doc__)
    tables.add_argument("path", type=Path, metavar="PATH", help="a folder of articles, or one file that holds many")
    tables.add_argument("--out", type=Path, metavar="DIR", help="the folder to write to (tables/NAME)")
    tables.add_argument("--format", choices=_FORMATS, default="csv")
    _add_column(tables)
    tables.add_argument("--raw-cells", action="store_true", help="leave cells that begin with = + - @ as they are")
    tables.add_argument("--strict", action="store_true", help="stop at the first problem in the input")
    tables.set_defaults(run=_tables)

    init = commands.add_parser("init", help="a manifest to complete in a spreadsheet", description=_init.__doc__)
    init.add_argument("folder", type=Path, metavar="FOLDER", help="a folder of .txt files")
    init.set_defaults(run=_init)

    lab = commands.add_parser("lab", help="the notebooks in JupyterLab", description=_lab.__doc__)
    lab.add_argument("path", type=Path, nargs="?", metavar="PATH", help="the articles that the notebooks shall read")
    lab.add_argument(
        "--folder", type=Path, default=Path("mediakit-notebooks"), metavar="DIR", help="where your notebooks are (%(default)s)"
    )
    lab.add_argument("--no-browser", action="store_true", help="print the address and open nothing")
    lab.set_defaults(run=_lab)

    voila = commands.add_parser("voila", help="a notebook as a page without code", description=_voila.__doc__)
    voila.add_argument("notebook", type=Path, metavar="NOTEBOOK", help="a file that ends in .ipynb")
    voila.add_argument("--no-browser", action="store_true", help="print the address and open nothing")
    voila.set_defaults(run=_voila)

    app = commands.add_parser("app", help="pages to explore a folder of articles, without notebooks", description=_app.__doc__)
    app.add_argument("path", type=Path, metavar="PATH", help="a folder of articles, or one file that holds many")
    app.add_argument("--out", type=Path, metavar="DIR", help="the folder to write the pages to (app/NAME)")
    _add_column(app)
    app.add_argument("--no-browser", action="store_true", help="write the pages and open nothing")
    app.set_defaults(run=_app)

    doctor = commands.add_parser("doctor", help="what works on this machine, and how to mend it", description=_doctor.__doc__)
    doctor.set_defaults(run=_doctor)
    return parser


def _add_column(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--column", action="append", default=[], metavar="FIELD=COLUMN", help="which column holds what: text=Body"
    )


def _columns(given: argparse.Namespace) -> dict[str, str]:
    return dict(_pair(pair, "--column") for pair in given.column)


def _report(given: argparse.Namespace) -> None:
    """Run the report notebook on PATH and write one self-contained HTML file and its manifest."""
    from mediakit.reports.report import corpus_name, write_report

    out = given.out or Path("reports") / f"{corpus_name(given.path)}.html"
    if out.suffix.lower() not in _PAGES or out.is_dir():
        page = out / f"{corpus_name(given.path)}.html" if out.is_dir() else out.with_suffix(".html")
        mend = f"name a file that ends in .html, as --out {page}; for a PDF, open the page in a browser and print it to one"
        raise UsageError("the report is written as one HTML page and as nothing else", where=f"--out {out}", mend=mend)
    if given.path.is_dir() and out.resolve().is_relative_to(given.path.resolve()):
        mend = "name a file elsewhere with --out, or run the command from another folder"
        raise UsageError("the report would be written among the articles", where=str(out), mend=mend)
    parameters = {**configured(given.config), **dict(map(_parameter, given.param))}
    if given.column:
        parameters["columns"] = _columns(given)
    if given.strict:
        parameters["strict"] = True
    made = write_report(given.path, out, parameters)
    _tell_problems(made["problems"], "the report, under “What was read, and what is known about it”")
    print("mediakit: the report is written; a double click on the file opens it in any browser:", file=sys.stderr, flush=True)
    print(out)


def _tables(given: argparse.Namespace) -> None:
    """Read PATH and write articles, lines, sentences, values, summary and problems, with a codebook."""
    from mediakit.reading import read_corpus
    from mediakit.reports.export import tables_of, write_tables
    from mediakit.reports.report import corpus_name

    out = given.out or Path("tables") / corpus_name(given.path)
    if out.resolve() == given.path.resolve():
        mend = "choose another folder, for instance one called tables"
        raise UsageError("the tables would be written among the articles", where=f"--out {out}", mend=mend)
    corpus = read_corpus(given.path, columns=_columns(given), strict=given.strict)
    for remark in write_tables(tables_of(corpus), out, given.format, raw_cells=given.raw_cells):
        print(f"mediakit: {remark}", file=sys.stderr)
    _tell_problems(len(corpus.problems), f"problems.{given.format}")
    said = (
        f"mediakit: the tables are written as .{given.format} files, with codebook.md, which explains each column, in the folder:"
    )
    print(said, file=sys.stderr, flush=True)
    print(out)


def _app(given: argparse.Namespace) -> None:
    """Write pages on which the articles of PATH can be explored, without notebooks, and open them."""
    import webbrowser

    from mediakit.reports.app import write_app
    from mediakit.reports.report import corpus_name

    out = given.out or Path("app") / corpus_name(given.path)
    _refuse_among_articles(out, given.path)
    first = write_app(given.path, out, _columns(given))
    _tell_problems(first.problems, f"the page {first.page.name}")
    print("mediakit: the pages are written; they open in any browser, without a network:", file=sys.stderr, flush=True)
    print(first.page)
    if not given.no_browser:
        webbrowser.open(first.page.resolve().as_uri())


def _refuse_among_articles(out: Path, articles: Path) -> None:
    if articles.is_dir() and out.resolve().is_relative_to(articles.resolve()):
        mend = "name a folder elsewhere with --out, or run the command from another folder"
        raise UsageError("the pages would be written among the articles", where=str(out), mend=mend)


def _init(given: argparse.Namespace) -> None:
    """Write manifest.csv with a row for each article of FOLDER; complete it, and leave empty what is not known."""
    from mediakit.reports.init import write_manifest

    print(write_manifest(given.folder))


def _lab(given: argparse.Namespace) -> None:
    """Copy the notebooks into a folder of yours, once, and open the first of them in JupyterLab."""
    from mediakit.launch.folder import prepare
    from mediakit.launch.lab import open_lab

    prepared = prepare(given.folder, given.path)
    for remark in prepared.remarks:
        print(f"mediakit: {remark}", file=sys.stderr)
    print("mediakit: starting JupyterLab …", file=sys.stderr, flush=True)
    open_lab(prepared, _announce, browser=not given.no_browser)
    print(f"mediakit: JupyterLab has ended; your notebooks are in {prepared.folder}", file=sys.stderr)


def _voila(given: argparse.Namespace) -> None:
    """Run NOTEBOOK and show what it shows, without its code, as a page in the browser."""
    from mediakit.launch.voila import open_voila

    print("mediakit: starting Voila …", file=sys.stderr, flush=True)
    open_voila(given.notebook, _announce, browser=not given.no_browser)
    print("mediakit: Voila has ended", file=sys.stderr)


def _announce(address: str) -> None:
    print("mediakit: Ctrl + C here ends it; if no browser opens, open this address in one:", file=sys.stderr, flush=True)
    print(address, flush=True)


def _doctor(_given: argparse.Namespace) -> None:
    """Try out what a lesson needs on this machine; a line each says whether it works, and how to mend it."""
    from mediakit.launch.doctor import examine

    ills = 0
    for finding in examine():
        ills += bool(finding.mend)
        print(f"mend  {finding.what}\n      to mend: {finding.mend}" if finding.mend else f"ok    {finding.what}", flush=True)
    print(f"{ills} to mend" if ills else "everything works")
    if ills:
        raise _IllError


def _tell_problems(count: int, listed_in: str) -> None:
    noticed = "no problems were" if count == 0 else "1 problem was" if count == 1 else f"{count} problems were"
    listed = f"; see {listed_in}" if count else ""
    print(f"mediakit: {noticed} noticed in the input{listed}", file=sys.stderr)


def configured(file: Path | None) -> dict[str, Any]:
    """The parameters a TOML file sets."""
    if file is None:
        return {}
    try:
        return {name: _literal(value) for name, value in tomllib.loads(file.read_text(encoding="utf-8")).items()}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(
            f"the configuration cannot be read: {error}", where=str(file), mend="write NAME = VALUE lines"
        ) from error


def _parameter(pair: str) -> tuple[str, object]:
    """A parameter with its value as TOML reads it, or as text where that is not TOML."""
    name, text = _pair(pair, "--param")
    try:
        return name, _literal(tomllib.loads(f"value = {text}")["value"])
    except tomllib.TOMLDecodeError:
        return name, text


def _literal(value: Any) -> object:
    """A value as a cell of Python can hold it: what TOML takes for a date, or no number, is text."""
    match value:
        case dict():
            return {name: _literal(inner) for name, inner in value.items()}
        case list():
            return [*map(_literal, value)]
        case bool() | int() | str():
            return value
        case float() if math.isfinite(value):
            return value
        case _:
            return str(value)


def _pair(pair: str, option: str) -> tuple[str, str]:
    name, equals, value = pair.partition("=")
    if not equals or not name:
        raise UsageError(f"{pair!r} is not NAME=VALUE", where=option, mend=f"write {option} name=value")
    return name, value
