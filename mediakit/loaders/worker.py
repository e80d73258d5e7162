"""Readers of formats that hostile input can hang, swell or crash run in a process of their own, which can be killed.

The process is a second Python, started when the first such file comes and reused for the next ones; it
is told a file and answers with what its reader finds, as JSON, so that nothing it says can run. Starting
it needs neither a main guard nor a file that can be imported: it works in notebooks and in ``python -c``.
A killed or crashed process costs the rest of one file, or one page of a web archive, which is quarantined; then
a new one goes on.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from mediakit.errors import ColumnError, CorpusError
from mediakit.loaders.records import Found, Label, Problem, Record

#: for one article or page: seconds of computing; bytes, beyond what the readers themselves need
SECONDS, MEMORY = 10, 1_000_000_000
_PATIENCE = 3  # by the clock a busy machine may take so many times longer
_MOST_GIVEN_UP, _MOST_IN_A_ROW = 10, 3  # pages of one file
_TO_START = 120  # seconds; a busy machine imports slowly, and no input has been looked at yet
_LENGTH = struct.Struct(">I")
# the package without its front page, which would import pandas and all of the analysis for nothing
_START = """
import json, sys, types
sys.path[:], root = json.loads(sys.argv[1])
sys.modules["mediakit"] = types.ModuleType("mediakit")
sys.modules["mediakit"].__path__ = [root]
from mediakit.loaders.worker import serve
serve()
"""
_ALARM: int | None = getattr(signal, "SIGPROF", None)  # none on Windows, where only the clock counts
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # threads that nobody needs hold memory
_CONVERT = "look at the file in its own program; export it again, or save it as plain text"


class Worker:
    """The process, started at the first file and stopped at the end of the with block."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.seconds, self.memory = seconds, memory
        self._process: subprocess.Popen[bytes] | None = None
        self._answers = _Answers()

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def process_id(self) -> int | None:
        """The number of the process, while there is one."""
        return self._process.pid if self._process else None

    def read(
        self, format: str, file: Path, path: str, columns: dict[str, str] | None, *, goes_on: bool = False
    ) -> Iterator[Found]:
        """What the reader of a format finds in a file, or why it was stopped.

        goes_on: whether the reader can begin behind a page that was given up. Raises ColumnError and OSError as the
        reader does.
        """
        after, n_articles, in_a_row = 0, 0, 0
        for left in range(_MOST_GIVEN_UP if goes_on else 0, -1, -1):
            n_read, last, why = yield from self._read(format, file, path, columns, after)
            n_articles += n_read
            if why is None:
                return
            in_a_row = in_a_row + 1 if last <= after else 1
            if not left or in_a_row > _MOST_IN_A_ROW:
                yield _failed(path, n_articles, why)
                return
            after = max(after, last) + 1
            what = f"this page was given up: {why}; reading went on with the next"
            yield Problem(path, after, None, what, _CONVERT, "quarantined")

    def _read(
        self, format: str, file: Path, path: str, columns: dict[str, str] | None, after: int
    ) -> Generator[Found, None, tuple[int, int, str | None]]:
        """What is found behind a page; returns how many articles, the last page, and why it stopped before the end."""
        finished, n_articles, last = False, 0, after
        try:
            memory = self.memory + 3 * file.stat().st_size  # tables that are read whole
            self._ask([format, str(file.absolute()), path, columns, memory, self.seconds, after])
            while (answer := self._answers.next(_PATIENCE * self.seconds)) is not None and answer[0] != "stopped":
                kind, *values = answer
                if kind == "record":
                    n_articles += 1
                    record = received(values)
                    last = record.number or last
                    yield record
                elif kind == "problem":
                    problem = Problem(*values)
                    last = problem.line or last
                    yield problem
                else:
                    finished = kind != "memory"
                    if kind == "column":
                        raise ColumnError(values[0], where=values[1], mend=values[2])
                    if kind == "os":
                        raise OSError(*values)
                    return n_articles, last, None if kind == "done" else values[0]
            late = answer is None or self._ran_out_of_time()
            return n_articles, last, f"it took longer than {self.seconds:g} seconds" if late else "its reader crashed"
        finally:
            if not finished:  # also where nobody asks for the rest
                self.stop()

    def _ran_out_of_time(self) -> bool:
        """Whether the process that has stopped was stopped by its own alarm."""
        return self._process is not None and _ALARM is not None and self._process.wait() == -_ALARM

    def stop(self) -> None:
        """End the process, whatever it does."""
        process, self._process = self._process, None
        self._answers.wanted = False
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):  # what was still to be sent to a dead process
                    pipe.close()  # type: ignore[union-attr]

    def _ask(self, question: list[object]) -> None:
        if self._process is None:
            self._start()
        process = self._process
        assert process is not None and process.stdin is not None
        with contextlib.suppress(OSError):  # it died meanwhile: there will be no answer, which is said
            _send(process.stdin, question)

    def _start(self) -> None:
        places = [str(Path(place).absolute()) for place in sys.path if place]
        command = [sys.executable, "-P", "-c", _START, json.dumps([places, str(Path(__file__).parents[1])])]
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_ENVIRONMENT | os.environ
            )
        except OSError as error:
            raise _not_started(str(error)) from error
        self._process = process
        self._answers = _Answers()
        threading.Thread(target=self._answers.listen, args=(process.stdout,), daemon=True).start()
        if self._answers.next(_TO_START) != ["ready"]:
            self.stop()
            raise _not_started("it did not answer")


class _Answers:
    """What the process says, read in a thread of its own, as a pipe cannot be waited on for a time everywhere."""

    def __init__(self) -> None:
        self.wanted = True
        self._queue: queue.Queue[list[Any]] = queue.Queue(maxsize=100)  # the process waits for who asked

    def next(self, seconds: float) -> list[Any] | None:
        """The next answer, or None where it does not come in time."""
        try:
            return self._queue.get(timeout=seconds)
        except queue.Empty:
            return None

    def listen(self, pipe: IO[bytes]) -> None:
        """Queue every answer; the last one says that the process has stopped."""
        with contextlib.suppress(ValueError, OSError):  # the pipe was closed, or what came is no answer
            while self.wanted and (answer := _receive(pipe)) is not None:
                self._put(answer)
        self._put(["stopped"])

    def _put(self, answer: list[Any]) -> None:
        while self.wanted:
            with contextlib.suppress(queue.Full):
                self._queue.put(answer, timeout=0.5)
                return


def _not_started(why: str) -> CorpusError:
    mend = "run mediakit with an ordinary Python that may start another, or leave such files out"
    return CorpusError(f"no second Python to read risky files in: {why}", where=sys.executable or "sys.executable", mend=mend)


def _send(pipe: IO[bytes], message: object) -> None:
    data = json.dumps(message).encode()
    pipe.write(_LENGTH.pack(len(data)) + data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> list[Any] | None:
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    size = _LENGTH.unpack(head)[0]
    data = pipe.read(size)
    answer = json.loads(data) if len(data) == size else None
    return answer if isinstance(answer, list) and answer else None


def sent(record: Record) -> list[object]:
    """A record in what JSON can hold."""
    return [dict(value) if isinstance(value, Mapping) else value for value in record]


def received(values: list[Any]) -> Record:
    """A record as it was before it was sent."""
    made = Record(*values)
    labels = None if made.labels is None else tuple(Label(*label) if label else None for label in made.labels)
    return made._replace(labels=labels, flags=tuple(made.flags))


def _failed(path: str, n_articles: int, why: str) -> Problem:
    read = f"; {n_articles} articles were read before" if n_articles else ""
    return Problem(path, None, None, f"given up: {why}{read}", _CONVERT, "quarantined")


def serve() -> None:
    """Answer questions until there are no more: what the second Python does."""
    from mediakit.loaders.formats import BY_NAME, Format

    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)  # a reader that prints, or asks, talks to nobody
    os.dup2(nothing, 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first Python decides when to stop
    held = _address_space()
    _send(answers, ["ready"])
    while (question := _receive(questions)) is not None:
        name, file, path, columns, memory, seconds, after = question
        _limit(held + memory if held else None)
        format = BY_NAME[name]
        assert isinstance(format, Format)
        _set_alarm(seconds)
        reading = (
            format.read_after(Path(file), path, columns, after) if format.read_after else format.read(Path(file), path, columns)
        )
        for answer in _answers(reading):
            _set_alarm(0)
            _send(answers, answer)
            _set_alarm(seconds)
        _set_alarm(0)


def _answers(found: Iterator[Found]) -> Iterator[list[object]]:
    """What a reader finds, and how it ended."""
    try:
        for item in found:
            yield ["problem", *item] if isinstance(item, Problem) else ["record", *sent(item)]
    except ColumnError as error:
        yield ["column", error.what, error.where, error.mend]
    except MemoryError:
        yield ["memory", "it needs more memory than one article or page may"]
    except OSError as error:
        yield ["os", error.errno, error.strerror or str(error)]
    except RecursionError:
        yield ["failed", "it is nested too deeply"]
    except Exception as error:  # whatever a broken file makes a library raise
        yield ["failed", f"{type(error).__name__}: {str(error)[:300]}"]
    else:
        yield ["done"]


def _set_alarm(seconds: float) -> None:
    """End this process when it has computed for so long, also inside a library; 0: do not."""
    if _ALARM is not None:
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _address_space() -> int | None:
    """Bytes this process holds before it reads anything, where the system can be told to set a bound."""
    try:
        import resource

        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):  # Windows has no such bounds, and on macOS address space says little
        return None


def _limit(address_space: int | None) -> None:
    if address_space is not None:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (address_space, resource.getrlimit(resource.RLIMIT_AS)[1]))
