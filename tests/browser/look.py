"""Every screenshot at once, for looking at: python -m tests.browser.look [--out FOLDER] [PATH]

Three widths, light, dark, forced colors and paper for every page of the app and the report; JupyterLab
light and dark. PATH is the corpus shown (the seeds).
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from mediakit.reports.app import write_app
from mediakit.reports.report import write_report
from tests.browser import homes
from tests.conftest import SEEDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def main() -> None:
    """Write all screenshots and name them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--out", type=Path, default=None)
    given = parser.parse_args()
    out = given.out or Path(tempfile.mkdtemp(prefix="look-"))
    out.mkdir(parents=True, exist_ok=True)
    write_app(given.path, out / "app")
    write_report(given.path, out / "report.html", {})
    with homes.chromium() as browser:
        for file in (*sorted((out / "app").glob("*.html")), out / "report.html"):
            _on_every_screen(browser, file, out)
        _in_jupyterlab(browser, given.path, out)
    for picture in sorted(out.glob("*.p[nd][gf]")):
        print(picture)


def _on_every_screen(browser: Browser, file: Path, out: Path) -> None:
    for name, options in homes.SIZES.items():
        context = browser.new_context(offline=True, **options)
        page = context.new_page()
        page.goto(file.as_uri())
        page.wait_for_timeout(500)
        page.screenshot(path=out / f"{file.stem} {name}.png", full_page=True)
        if name == "desk":
            page.emulate_media(media="print")
            page.pdf(path=out / f"{file.stem} paper.pdf", tagged=True, outline=True)
        context.close()


def _in_jupyterlab(browser: Browser, corpus_path: Path, out: Path) -> None:
    with tempfile.TemporaryDirectory() as room, homes.jupyterlab(Path(room), Path(room) / "settings") as address:
        homes.write_notebook(Path(room) / "explore.ipynb", corpus_path.resolve())
        page = browser.new_page(viewport={"width": 1500, "height": 1300})
        page.goto(f"{address}/lab/tree/explore.ipynb?reset")
        homes.run_all(page)
        for theme in ("Light", "Dark"):
            page.evaluate(
                "(theme) => window.jupyterapp.commands.execute('apputils:change-theme', { theme })", f"JupyterLab {theme}"
            )
            page.wait_for_timeout(1500)
            page.screenshot(path=out / f"JupyterLab {theme.lower()}.png")


if __name__ == "__main__":
    main()
