"""What every test may use: the seed corpus, and a way to write a small corpus of one's own."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hypothesis
import pytest

import mediakit as mk

hypothesis.settings.register_profile("the same every time", derandomize=True, deadline=None)
hypothesis.settings.load_profile("the same every time")

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds" / "kim-shoigu-2025"

Folder = Callable[[dict[str, str | bytes]], Path]


@pytest.fixture(scope="session")
def corpus() -> mk.Corpus:
    """The five seed articles."""
    return mk.read_corpus(SEEDS)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Write files, given by name, into a folder of their own; text is written as UTF-8."""

    def write(files: dict[str, str | bytes]) -> Path:
        room = tmp_path / "articles"
        for name, content in files.items():
            target = room / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return room

    return write


def pytest_addoption(parser: pytest.Parser) -> None:
    """How browser tests take new pictures of what changed on purpose."""
    parser.addoption("--renew-baselines", action="store_true", help="keep the pictures of browser tests as they look now")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """A plain run uses every processor, up to four; chosen files, and browser tests, run in one process."""
    plain = config.args_source is not pytest.Config.ArgsSource.ARGS and not config.getoption("-m")
    return min(os.cpu_count() or 1, 4) if plain else 0


#: what a plain run leaves out, by its marker, and why
_APART = {"browser": "they need Chromium", "notebooks": "they run every lesson and whole reports, which takes minutes"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out of a plain run what .ci/run runs apart, and say so."""
    if config.getoption("-m"):
        return
    apart = {name: [item for item in items if item.get_closest_marker(name)] for name in _APART}
    left_out = [item for found in apart.values() for item in found]
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
        counts = {name: len(found) for name, found in apart.items() if found}
        config.stash[_LEFT_OUT] = counts
        getattr(config, "workeroutput", {})["left_out"] = counts  # a worker tells the process that reports


def pytest_testnodedown(node: Any) -> None:
    """Hear what a worker left out; every worker collects all tests."""
    node.config.stash[_LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", {})


_LEFT_OUT = pytest.StashKey[dict[str, int]]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what was not run."""
    for name, count in config.stash.get(_LEFT_OUT, {}).items():
        what = f"{count} tests marked {name} were left out; run them with: pytest -m {name} ({_APART[name]})"
        terminalreporter.write_line(what)
