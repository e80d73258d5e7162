"""Nothing touches the network: not the import, not the first score, not a notebook, not a report."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Runs in every Python that is started below, kernels included: writes down each name looked up and
# each address connected to that is not on this machine.
RECORDER = """
import os, sys

def record(event, arguments):
    if event == "socket.getaddrinfo":
        address = str(arguments[0])
    elif event in ("socket.connect", "socket.sendto"):
        address = str(arguments[1][0]) if isinstance(arguments[1], tuple) else ""
    else:
        return
    if address and not address.startswith(("127.", "::1", "localhost", "None")):
        with open(os.environ["CONNECTIONS"], "a") as lines:
            lines.write(event + " " + address + chr(10))

sys.addaudithook(record)
"""


def run_recorded(tmp_path: Path, *arguments: str) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """Run this Python with arguments; return how it ended and every connection it tried to make."""
    (tmp_path / "sitecustomize.py").write_text(RECORDER)
    connections = tmp_path / "connections"
    connections.touch()
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "CONNECTIONS": str(connections)}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240, check=False
    )
    return done, connections.read_text().splitlines()


def test_the_recorder_sees_a_connection(tmp_path: Path) -> None:
    _, connections = run_recorded(tmp_path, "-c", "import socket; socket.create_connection(('192.0.2.1', 9), timeout=0.2)")
    assert connections == ["socket.getaddrinfo 192.0.2.1", "socket.connect 192.0.2.1"]


@pytest.mark.parametrize("engine", ["mediakit", "textstat"])
def test_the_first_scores_are_made_offline(tmp_path: Path, engine: str) -> None:
    code = (
        "import mediakit as mk; corpus = mk.read_corpus('seeds/kim-shoigu-2025');"
        f"values = mk.measure(corpus, engine={engine!r}); mk.plot_measure(mk.summarize(values), 'lix')._repr_html_()"
    )
    done, connections = run_recorded(tmp_path, "-c", code)
    assert done.returncode == 0, done.stderr
    assert connections == []


def test_a_report_and_the_notebook_behind_it_are_made_offline(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done, connections = run_recorded(tmp_path, "-m", "mediakit", "report", "seeds/kim-shoigu-2025", "--out", str(page))
    assert done.returncode == 0, done.stderr
    assert page.is_file()
    assert connections == []


def test_a_package_that_a_group_may_write_scores_offline_too(tmp_path: Path) -> None:
    # as a clone under umask 002 leaves it: nltk would refuse such a dictionary and ask the network for another
    shutil.copytree(ROOT / "mediakit", tmp_path / "mediakit")
    for path in [tmp_path / "mediakit", *(tmp_path / "mediakit").rglob("*")]:
        path.chmod(path.stat().st_mode | 0o020)
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import mediakit;"
        "from mediakit.text.offline_textstat import textstat_syllables;"
        "print(mediakit.__file__, textstat_syllables('ferry'), textstat_syllables('Zorblatt'))"
    )
    done, connections = run_recorded(tmp_path, "-c", code)
    assert done.stdout == f"{tmp_path / 'mediakit' / '__init__.py'} 2 2\n", done.stderr
    assert connections == []
