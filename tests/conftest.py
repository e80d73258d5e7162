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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave browser tests out of a plain run, and say so."""
    if config.getoption("-m"):
        return
    left_out = [item for item in items if item.get_closest_marker("browser")]
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
        config.stash[_LEFT_OUT] = len(left_out)
        getattr(config, "workeroutput", {})["left_out"] = len(left_out)  # a worker tells the process that reports


def pytest_testnodedown(node: Any) -> None:
    """Hear what a worker left out; every worker collects all tests."""
    node.config.stash[_LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", 0)


_LEFT_OUT = pytest.StashKey[int]()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what was not run."""
    count = config.stash.get(_LEFT_OUT, 0)
    if count:
        terminalreporter.write_line(f"{count} browser tests were left out; run them with: pytest -m browser (they need Chromium)")
