"""The homes an explorer lives in, as a test or a person who looks needs them: a browser, JupyterLab, Voila."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlparse

import nbformat
import pandas as pd

import mediakit as mk

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")

DESK = {"viewport": {"width": 1280, "height": 900}}
SIZES = {
    "desk": DESK,
    "tablet": {"viewport": {"width": 768, "height": 1024}},
    "phone": {"viewport": {"width": 390, "height": 844}},
    "dark": {**DESK, "color_scheme": "dark"},
    "phone dark": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
    "forced colors": {**DESK, "forced_colors": "active"},
}

#: waits inside the page until the notebook's kernel is idle: a "run all" before that is lost
READY = """async (seconds) => { for (let tenth = 0; tenth < seconds * 10; tenth++) {
  const panel = window.jupyterapp?.shell?.currentWidget;
  if (panel?.sessionContext) { await panel.context.ready; await panel.sessionContext.ready;
    if (panel.sessionContext.session?.kernel?.status === 'idle') return true; }
  await new Promise((done) => setTimeout(done, 100)); } return false; }"""

EXPLORE_CORPUS = (
    """import mediakit as mk

corpus = mk.read_corpus({path!r})""",
    """explorer = mk.explore_corpus(corpus, members=mk.group_stories(corpus))
explorer""",
)
EXPLORE = (
    """import pandas as pd
import mediakit as mk

corpus = mk.read_corpus({path!r})""",
    """values = pd.concat([mk.measure(corpus), mk.measure(corpus, parts=("whole_text",))])
explorer = mk.explore_measures(corpus, values=values, sentences=mk.split_sentences(corpus))
explorer""",
)


#: the three explorers of what is said, on texts of a few lines
EXPLORE_SAID = (
    """import mediakit as mk

said = mk.read_texts({{
    "Harbour Herald": "“We saw no smoke at all on the car deck,” said Ama Hill. Hill said that the pier is shut.",
    "Coast Courier": "“We saw no smoke on the car deck,” Ama Hill told the Courier. A clerk claimed that the pier leaks.",
}})
quotes, attributions = mk.find_quotes(said), mk.find_attributions(said)
links, passages = mk.link_quotes(quotes, said), mk.find_passages(said)
tables = {{"quotes": quotes, "attributions": attributions, "links": links, "passages": passages}}
side_by_side = mk.explore_story(said, values=mk.measure(said, **tables), sentences=mk.split_sentences(said), **tables)
side_by_side""",
    """wordings = mk.explore_quotes(said, quotes=quotes, links=links, passages=passages)
wordings""",
    """voices = mk.explore_sources(said, quotes=quotes, attributions=attributions)
voices""",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A Chromium without a window. Raises RuntimeError that says what to install."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise RuntimeError('browser tests need: pip install -e ".[test,browser]"') from None
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        raise RuntimeError(f"no browser found: install one of {', '.join(BROWSERS)}")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


class Watched:
    """A page that remembers every request beyond this machine, and every error of its console."""

    def __init__(self, page: Page) -> None:
        self.page, self.requests, self.messages = page, list[str](), list[str]()
        page.on("request", lambda sent: self.requests.append(sent.url) if leaves_the_machine(sent.url) else None)
        page.on("console", lambda said: self.messages.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.messages.append(str(error)))

    def open(self, file: Path, view: str = "") -> Page:
        """Open a file from disk."""
        self.page.goto(file.as_uri() + view)
        return self.page


def leaves_the_machine(url: str) -> bool:
    """Whether a request goes beyond the file itself, data in it, or a server on this machine."""
    address = urlparse(url)
    return address.scheme not in ("file", "data", "blob", "about") and address.hostname not in ("127.0.0.1", "localhost")


def write_notebook(path: Path, corpus_path: Path, sources: tuple[str, ...] = EXPLORE) -> Path:
    """A notebook with an explorer in its second cell, the one of measures where nothing else is said."""
    cells = [nbformat.v4.new_code_cell(source.format(path=str(corpus_path))) for source in sources]
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, path)
    return path


@contextmanager
def jupyterlab(folder: Path, settings: Path) -> Iterator[str]:
    """JupyterLab on folder, without its pop-ups; its address."""
    quiet = settings / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    quiet.parent.mkdir(parents=True)
    quiet.write_text(json.dumps({"fetchNews": "false", "checkForUpdates": False}), encoding="utf-8")
    options = ["--IdentityProvider.token=", "--ServerApp.allow_root=True", "--LabApp.expose_app_in_browser=True"]
    command = ["jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--ServerApp.root_dir={folder}", *options]
    with _server(command, "--port={port}", "/api", JUPYTERLAB_SETTINGS_DIR=str(settings)) as address:
        yield address


@contextmanager
def voila(notebook: Path) -> Iterator[str]:
    """Voila showing one notebook, as the command starts it; its address."""
    command = [sys.executable, "-m", "mediakit", "voila", str(notebook), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield next(word for line in server.stdout for word in line.split() if word.startswith("http://127.0.0.1"))
        finally:
            server.send_signal(signal.SIGINT)


@contextmanager
def _server(module: list[str], port_option: str, path: str, **environment: str) -> Iterator[str]:
    """A server of this Python on a free port of this machine, ended afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", *module, port_option.format(port=port)]
    server = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}{path}", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with {server.returncode}: {server.args}")
        try:
            urllib.request.urlopen(address)
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"no answer at {address}")


def run_all(page: Page) -> None:
    """Open the notebook's kernel, run every cell, and wait for the first explorer."""
    assert page.evaluate(READY, 120), "the kernel never became idle"
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_selector("[data-drawn]", timeout=120_000)


def drawn(page: Page, which: str = "") -> dict[str, Any]:
    """The state an explorer of the page last drew; which: its class, where there are several."""
    state: dict[str, Any] = json.loads(page.locator(f"{which}[data-drawn]").get_attribute("data-drawn") or "{}")
    return state


def write_measures_page(path: Path, corpus_path: Path) -> Path:
    """The explorer of measures of a corpus, as a page of its own."""
    corpus = mk.read_corpus(corpus_path)
    values = pd.concat([mk.measure(corpus), mk.measure(corpus, parts=("whole_text",))])
    return mk.export_page(mk.explore_measures(corpus, values=values, sentences=mk.split_sentences(corpus)), path)
