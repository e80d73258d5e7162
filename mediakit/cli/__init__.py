"""The mediakit command: report, tables, app, init, lab, voila, teach, doctor.

Exit 0: done (problems are counted on stderr); 1: nothing usable, or it could not be written; 2: usage; 3: a report
is written in which parts are missing.
"""

from __future__ import annotations

import io
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from mediakit.cli.commands import IllError, PartlyError
from mediakit.cli.parser import parser
from mediakit.errors import MediakitError, UsageError


class _Terminated(KeyboardInterrupt):
    """The system asked the command to end: it tidies up as after Ctrl + C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a path may hold what a terminal cannot show
    given = parser().parse_args(arguments)
    try:
        with _ending_tidily():
            given.run(given)
    except MediakitError as error:
        print(f"mediakit: {error}", file=sys.stderr)
        return 2 if isinstance(error, UsageError) else 1
    except IllError:
        return 1
    except PartlyError:
        return 3
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
