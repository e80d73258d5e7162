"""The words of the command line, and what each of them means."""

from __future__ import annotations

import argparse
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from mediakit.cli import commands
from mediakit.recipes import VERSION
from mediakit.tables import EXPORTED

_FORMATS = ("csv", "xlsx", "jsonl", "parquet")


class _Parser(argparse.ArgumentParser):
    """A parser whose errors show how the command is called and the nearest word it knows."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.set_defaults(parser=self)  # that of the command, where one is given

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        given, unknown = self.parse_known_args(args, namespace)
        if unknown:
            spaced = "" if unknown[0].startswith("-") else "; put a name that holds a space in quotation marks"
            given.parser.error(f"unknown: {' '.join(unknown)}{spaced}")
        return given

    def error(self, message: str) -> NoReturn:
        known = [word for action in self._actions for word in (*action.option_strings, *(action.choices or ()))]
        found = re.match(r"unknown: (?P<option>[^\s=]+)|.*invalid choice: '(?P<choice>[^']*)'", message)
        near = get_close_matches(next(filter(None, found.groups()), ""), known, n=1, cutoff=0.5) if found else []
        meant = f"; did you mean {near[0]}?" if near else ""
        self.exit(2, f"{self.format_usage()}{self.prog}: {message}{meant}\n{self.prog} --help explains every word\n")


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    made = _Parser(
        prog="mediakit",
        description="How do articles on a story differ? Reads a folder of news articles, measures them, says what is not known.",
    )
    made.add_argument("--version", action="version", version=f"mediakit {VERSION}")
    named = made.add_subparsers(title="commands", required=True, metavar="COMMAND")

    _add_report(named)

    tables = named.add_parser("tables", help="every table as files, with a codebook", description=commands.tables.__doc__)
    tables.add_argument("path", type=Path, metavar="PATH", help="a folder of articles, or one file that holds many")
    tables.add_argument("--out", type=Path, metavar="DIR", help="the folder to write to (tables/NAME)")
    tables.add_argument("--format", choices=_FORMATS, default="csv")
    _add_column(tables)
    only = "one table and no other; may be given several times"
    tables.add_argument("--only", action="append", default=[], choices=EXPORTED, metavar="TABLE", help=only)
    tables.add_argument("--raw-cells", action="store_true", help="leave cells that begin with = + - @ as they are")
    tables.add_argument("--strict", action="store_true", help="stop at the first problem in the input")
    tables.set_defaults(run=commands.tables)

    init = named.add_parser("init", help="a manifest to complete in a spreadsheet", description=commands.init.__doc__)
    init.add_argument("folder", type=Path, metavar="FOLDER", help="a folder of .txt files")
    init.set_defaults(run=commands.init)

    lab = named.add_parser("lab", help="the notebooks in JupyterLab", description=commands.lab.__doc__)
    lab.add_argument("path", type=Path, nargs="?", metavar="PATH", help="the articles that the notebooks shall read")
    lab.add_argument(
        "--folder", type=Path, default=Path("mediakit-notebooks"), metavar="DIR", help="where your notebooks are (%(default)s)"
    )
    lab.add_argument("--no-browser", action="store_true", help="print the address and open nothing")
    lab.set_defaults(run=commands.lab)

    voila = named.add_parser("voila", help="a notebook as a page without code", description=commands.voila.__doc__)
    voila.add_argument("notebook", type=Path, metavar="NOTEBOOK", help="a file that ends in .ipynb")
    voila.add_argument("--no-browser", action="store_true", help="print the address and open nothing")
    voila.set_defaults(run=commands.voila)

    app = named.add_parser(
        "app", help="pages to explore a folder of articles, without notebooks", description=commands.app.__doc__
    )
    app.add_argument("path", type=Path, metavar="PATH", help="a folder of articles, or one file that holds many")
    app.add_argument("--out", type=Path, metavar="DIR", help="the folder to write the pages to (app/NAME)")
    _add_column(app)
    app.add_argument("--no-browser", action="store_true", help="write the pages and open nothing")
    app.set_defaults(run=commands.app)

    teach = named.add_parser("teach", help="lessons for a class, with answers and worksheets", description=commands.teach.__doc__)
    teach.add_argument("--out", type=Path, default=Path("lessons"), metavar="DIR", help="the folder to write (%(default)s)")
    which = "the lessons, as 04,06,08; all of them when left out"
    teach.add_argument("--lessons", action="append", default=[], metavar="NUMBERS", help=which)
    wheels = "add what an installation without a network needs, for a USB stick"
    teach.add_argument("--offline-install", action="store_true", help=wheels)
    teach.set_defaults(run=commands.teach)

    doctor = named.add_parser(
        "doctor", help="what works on this machine, and how to mend it", description=commands.doctor.__doc__
    )
    install = "a folder of packages for an installation without a network: is it complete?"
    doctor.add_argument("--install", type=Path, metavar="DIR", help=install)
    doctor.set_defaults(run=commands.doctor)
    return made


def _add_column(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--column", action="append", default=[], metavar="FIELD=COLUMN", help="which column holds what: text=Body"
    )


def _add_report(named: Any) -> None:
    report = named.add_parser("report", help="one HTML page on a folder of articles", description=commands.report.__doc__)
    path = "a folder of articles, or one file that holds many (may stand in --config as corpus_path)"
    report.add_argument("path", type=Path, nargs="?", metavar="PATH", help=path)
    report.add_argument("--out", type=Path, metavar="FILE", help="the page to write, .html (reports/NAME.html)")
    report.add_argument("--config", type=Path, metavar="FILE.toml", help="parameters of the report, in TOML")
    report.add_argument("--param", action="append", default=[], metavar="NAME=VALUE", help="one parameter of the report")
    report.add_argument("--title", default="", metavar="TEXT", help="the title of the page")
    report.add_argument("--outlet", action="append", default=[], metavar="NAME", help="report on this outlet; may be repeated")
    report.add_argument("--story", default="", metavar="STORY_ID", help="report on this story")
    reference = "the copy whose quotations the others are held against"
    report.add_argument("--reference", default="", metavar="ARTICLE_ID", help=reference)
    report.add_argument("--measure", action="append", default=[], metavar="NAME", help="report this measure; may be repeated")
    lexicon = "your own words, added to those of mediakit: cues=my-words.csv"
    report.add_argument("--lexicon", action="append", default=[], metavar="NAME=FILE", help=lexicon)
    _add_column(report)
    report.add_argument("--pdf", action="store_true", help="write a tagged PDF beside the page")
    report.add_argument("--excerpts", action="store_true", help="leave full texts out, for a page to pass on")
    cache = "keep what was worked out; an unchanged corpus is then reported in seconds"
    report.add_argument("--cache", type=Path, metavar="DIR", help=cache)
    report.add_argument("--strict", action="store_true", help="stop at the first problem in the input")
    report.set_defaults(run=commands.report)
