"""What browser tests share: one browser, one JupyterLab and one Voila a session, and pages that are watched.

A page that asks anything of another machine, or whose console complains, fails its test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser import homes
from tests.browser.pictures import Pictures
from tests.conftest import SEEDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window; what is missing is a failure, not a skip."""
    try:
        with homes.chromium() as started:
            yield started
    except RuntimeError as error:
        pytest.fail(str(error))


@pytest.fixture
def watched(browser: Browser, request: pytest.FixtureRequest) -> Iterator[homes.Watched]:
    """A page of its own, offline; its size and theme come from the test's parameters."""
    context = browser.new_context(offline=True, **getattr(request, "param", homes.DESK))
    page = homes.Watched(context.new_page())
    yield page
    context.close()
    assert (page.requests, page.messages) == ([], [])


@pytest.fixture(scope="session")
def measures_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explorer of measures on the seeds, as a file."""
    return homes.write_measures_page(tmp_path_factory.mktemp("page") / "measures.html", SEEDS)


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a JupyterLab, and its folder."""
    folder = tmp_path_factory.mktemp("lab")
    with homes.jupyterlab(folder, tmp_path_factory.mktemp("settings")) as address:
        yield address, folder


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> Callable[[Locator, str], None]:
    """Compare an element with its picture kept in the repository."""
    pictures = Pictures(Path(__file__).parent / "baselines", renew=bool(request.config.getoption("--renew-baselines")))
    return pictures.compare


@pytest.fixture
def drawn() -> Callable[[Any], dict[str, Any]]:
    """The state an explorer last drew."""
    return homes.drawn
