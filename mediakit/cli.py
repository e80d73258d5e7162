"""The mediakit command: report, tables, init.

Exit 0: done (problems are counted on stderr); 1: nothing usable, or it could not be written; 2: usage.
"""

from __future__ import annotations

import argparse
import io
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mediakit.errors import MediakitError, UsageError
from mediakit.recipes import VERSION

_FORMATS = ("csv", "xlsx", "jsonl", "parquet")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a path may hold what a terminal cannot show
    given = _parser().parse_args(arguments)
    try:
        given.run(given)
    except MediakitError as error:
        print(f"mediakit: {error}", file=sys.stderr)
        return 2 if isinstance(error, UsageError) else 1
    except KeyboardInterrupt:
        print("mediakit: interrupted; no file was left half-written", file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mediakit",
        description="How do articles on a story differ? Reads a folder of news articles, measures them, says what is not known.",
    )
    parser.add_argument("--version", action="version", version=f"mediakit {VERSION}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    report = commands.add_parser("report", help="one HTML page on a folder of articles", description=_report.__doc__)
    report.add_argument("path", type=Path, metavar="PATH", help="a folder of articles, or one file that holds many")
    report.add_argument("--out", type=Path, metavar="FILE", help="the page to write (reports/NAME.html)")
    report.add_argument("--config", type=Path, metavar="FILE.toml", help="parameters of the report, in TOML")
    report.add_argument("--param", action="append", default=[], metavar="NAME=VALUE", help="one parameter of the report")
    _add_column(report)
    report.set_defaults(run=_report)

    tables = commands.add_parser("tables", help="every table as files, with a codebook", description=_tables.__doc__)
    tables.add_argument("path", type=Path, metavar="PATH", help="a folder of articles, or one file that holds many")
    tables.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write to")
    tables.add_argument("--format", choices=_FORMATS, default="csv")
    _add_column(tables)
    tables.add_argument("--raw-cells", action="store_true", help="leave cells that begin with = + - @ as they are")
    tables.add_argument("--strict", action="store_true", help="stop at the first problem in the input")
    tables.set_defaults(run=_tables)

    init = commands.add_parser("init", help="a manifest to complete in a spreadsheet", description=_init.__doc__)
    init.add_argument("folder", type=Path, metavar="FOLDER", help="a folder of .txt files")
    init.set_defaults(run=_init)
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
    if given.path.is_dir() and out.resolve().is_relative_to(given.path.resolve()):
        mend = "name a file elsewhere with --out, or run the command from another folder"
        raise UsageError("the report would be written among the articles", where=str(out), mend=mend)
    parameters = {**_config(given.config), **dict(map(_parameter, given.param))}
    if given.column:
        parameters["columns"] = _columns(given)
    made = write_report(given.path, out, parameters)
    _tell_problems(made["problems"])
    print(out)


def _tables(given: argparse.Namespace) -> None:
    """Read PATH and write articles, lines, sentences, values, summary and problems, with a codebook."""
    from mediakit.corpus import read_corpus
    from mediakit.reports.export import tables_of, write_tables

    if given.out.resolve() == given.path.resolve():
        mend = "choose another folder, for instance one called tables"
        raise UsageError("the tables would be written among the articles", where=f"--out {given.out}", mend=mend)
    corpus = read_corpus(given.path, columns=_columns(given), strict=given.strict)
    for remark in write_tables(tables_of(corpus), given.out, given.format, raw_cells=given.raw_cells):
        print(f"mediakit: {remark}", file=sys.stderr)
    _tell_problems(len(corpus.problems))
    print(given.out)


def _init(given: argparse.Namespace) -> None:
    """Write manifest.csv with a row for each article of FOLDER; complete it, and leave empty what is not known."""
    from mediakit.reports.init import write_manifest

    print(write_manifest(given.folder))


def _tell_problems(count: int) -> None:
    if count:
        print(f"mediakit: {count} problem{'s' if count > 1 else ''} in the input; the report and the problems table say which",
              file=sys.stderr)  # fmt: skip


def _config(file: Path | None) -> dict[str, Any]:
    if file is None:
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(
            f"the configuration cannot be read: {error}", where=str(file), mend="write NAME = VALUE lines"
        ) from error


def _parameter(pair: str) -> tuple[str, object]:
    """A parameter with its value as TOML reads it, or as text where that is not TOML."""
    name, text = _pair(pair, "--param")
    try:
        return name, tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return name, text


def _pair(pair: str, option: str) -> tuple[str, str]:
    name, equals, value = pair.partition("=")
    if not equals or not name:
        raise UsageError(f"{pair!r} is not NAME=VALUE", where=option, mend=f"write {option} name=value")
    return name, value
