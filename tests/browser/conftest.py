"""One browser for all browser tests: Debian's or any other Chromium, through Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window; what is missing is a failure, not a skip."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        pytest.fail('browser tests need: pip install -e ".[test,browser]"')
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.fail(f"no browser found: install one of {', '.join(NAMES)}")
    with sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


class Watched:
    """A page that remembers every request beyond the file itself, and every message of its console."""

    def __init__(self, page: Page) -> None:
        self.page, self.requests, self.messages = page, list[str](), list[str]()
        page.on("request", lambda sent: self.requests.append(sent.url))
        page.on("console", lambda said: self.messages.append(said.text))
        page.on("pageerror", lambda error: self.messages.append(str(error)))

    def open(self, file: Path) -> Page:
        """Open a file from disk; the request for it is not counted."""
        self.page.goto(file.as_uri())
        self.requests = [url for url in self.requests if url != file.as_uri()]
        return self.page


@pytest.fixture
def watched(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """A page of its own, offline; its size and theme come from the test's parameters."""
    options = getattr(request, "param", {"viewport": {"width": 1200, "height": 900}})
    context = browser.new_context(offline=True, **options)
    yield Watched(context.new_page())
    context.close()
