"""A Jupyter server as a child of this command: on this machine alone, behind a token, gone when the command ends."""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediakit.errors import LaunchError

HOST = "127.0.0.1"
_PATIENCE = 120  # seconds; a slow disk with a virus scanner needs one of them now and then
_POLITE = 10  # seconds a server has to end by itself
_TRIES = 3  # free ports to try, should another program take the one that was free

# a proxy must not be asked for a page of this machine
_HERE = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True, kw_only=True)
class Server:
    """What to start: a Python module, its settings once port and token are known, and the page to open."""

    name: str  #: for messages
    module: str
    arguments: tuple[str, ...]
    settings: Callable[[int, str], Mapping[str, Mapping[str, Mapping[str, Any]]]]  #: file name → its content
    environment: Mapping[str, str]
    page: str  #: what follows the host in the address
    alive: str  #: an address that answers when the server is up, with whatever status


def run(server: Server, folder: Path, announce: Callable[[str], None]) -> None:
    """Start a server, say its address, and wait until it ends or the user ends it with Ctrl-C.

    Raises LaunchError when the server does not start, with the last lines of what it said.
    """
    with tempfile.TemporaryDirectory(prefix="mediakit-", ignore_cleanup_errors=True) as room, _ended_by_signals():
        child: subprocess.Popen[bytes] | None = None
        token = secrets.token_hex(24)
        try:
            for left in reversed(range(_TRIES)):
                port = free_port()
                child = _start(server, folder, Path(room), port, token)
                if _answers(child, f"http://{HOST}:{port}{server.alive}"):
                    break
                said = (Path(room) / "said").read_text(encoding="utf-8", errors="replace")
                if not (left and child.poll() is not None and "already in use" in said):
                    raise _did_not_start(server.name, said)
            announce(f"http://{HOST}:{port}{server.page}?token={token}")
            assert child is not None
            child.wait()
        except KeyboardInterrupt:
            pass  # the ordinary way to end it
        finally:
            if child is not None:
                _end(child, f"http://{HOST}:{port}", token)


def free_port() -> int:
    """A port of this machine that nobody listens on.

    >>> 1024 <= free_port() < 65536
    True
    """
    with socket.socket() as listening:
        listening.bind((HOST, 0))
        return int(listening.getsockname()[1])


def _start(server: Server, folder: Path, room: Path, port: int, token: str) -> subprocess.Popen[bytes]:
    for name, content in server.settings(port, token).items():
        file = room / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(content), encoding="utf-8")
    # first of all places, so that no other settings file takes the token away or opens the server to the network
    paths = os.pathsep.join(filter(None, [str(room), os.environ.get("JUPYTER_CONFIG_PATH")]))
    given = {**os.environ, **server.environment, "JUPYTER_CONFIG_DIR": str(room), "JUPYTER_CONFIG_PATH": paths}
    # a group of its own: Ctrl-C reaches this command alone, which then ends the server in good order
    own: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        own = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    # -P: a file of the user's that is called json.py must not be taken for a module
    command = [sys.executable, "-P", "-m", server.module, *server.arguments]
    with (room / "said").open("wb") as said:
        return subprocess.Popen(
            command, cwd=folder, env=given, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, **own
        )


def _answers(child: subprocess.Popen[bytes], address: str) -> bool:
    """Wait until the server answers; False when it ended instead, or took too long."""
    until = time.monotonic() + _PATIENCE
    while child.poll() is None and time.monotonic() < until:
        try:
            _HERE.open(address, timeout=2).close()
        except urllib.request.HTTPError:
            return True  # it answers, and wants the token
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False


def _end(child: subprocess.Popen[bytes], address: str, token: str) -> None:
    """End the server and its kernels: first in the way it offers, then by signal, at last by force."""
    ways: tuple[Callable[[], object], ...] = (lambda: _ask_to_end(address, token), child.terminate, child.kill)
    for way in ways:
        if child.poll() is not None:
            return
        try:
            way()
            child.wait(timeout=_POLITE)
        except (OSError, subprocess.TimeoutExpired):
            continue
        except KeyboardInterrupt:  # a second Ctrl-C: no more waiting
            child.kill()


def _ask_to_end(address: str, token: str) -> None:
    asked = urllib.request.Request(f"{address}/api/shutdown", method="POST", headers={"Authorization": f"token {token}"})
    _HERE.open(asked, timeout=_POLITE).close()


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let a closed terminal or a polite kill end the server too, as Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    kinds = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = {kind: signal.signal(kind, interrupt) for kind in kinds}
    try:
        yield
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)


def _did_not_start(name: str, said: str) -> LaunchError:
    last = " | ".join(line.strip() for line in said.splitlines()[-3:] if line.strip())
    return LaunchError(f"{name} did not start", where=f"it said: {last or 'nothing'}", mend="run: mediakit doctor")
