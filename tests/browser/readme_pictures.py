"""The pictures of the README, taken from the real pages: python -m tests.browser.readme_pictures

Writes docs/pictures/*.png from `mediakit app` and `mediakit report` on the seeds. Look at them before they are kept.
"""

from __future__ import annotations

import io
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from PIL import Image

from mediakit.reports.app import write_app
from mediakit.reports.report import write_report
from tests.browser import homes
from tests.conftest import SEEDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
EDGE = 4  # around what is shown: no more, or the words above it show their feet
COLOURS = 128  # enough for pages of text, and a fifth of the bytes


class Shot(NamedTuple):
    """A picture: its page, the view that stands in the address, what is shown, and how high it is."""

    page: str
    view: dict[str, object]
    of: str
    height: int


SHOTS = {
    "story": Shot("story.html", {}, ".mk-explorer", 760),
    "quotes": Shot("quotes.html", {}, ".mk-explorer", 640),
    "report": Shot("report.html", {}, "figure:has(svg[aria-label*='independent origins'])", 700),
}


def take(browser: Browser, folder: Path, shot: Shot) -> bytes:
    """One picture as PNG."""
    page = browser.new_page(viewport={"width": 1360, "height": 900}, device_scale_factor=1.5)
    page.goto((folder / shot.page).as_uri() + (f"#view={quote(json.dumps(shot.view))}" if shot.view else ""))
    place = page.locator(shot.of).first
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box is not None, f"{shot.page} has no {shot.of}"
    top = box["y"] + page.evaluate("window.scrollY")
    height = min(box["height"] + 2 * EDGE, shot.height)
    clip = {"x": box["x"] - EDGE, "y": top - EDGE, "width": box["width"] + 2 * EDGE, "height": height}
    taken = page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]
    page.close()
    small = io.BytesIO()
    Image.open(io.BytesIO(taken)).convert("RGB").quantize(COLOURS).save(small, "PNG", optimize=True)
    return small.getvalue()


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made, homes.chromium() as browser:
        folder = Path(made)
        write_app(SEEDS, folder)
        write_report(SEEDS, folder / "report.html", {})
        for name, shot in SHOTS.items():
            (PICTURES / f"{name}.png").write_bytes(take(browser, folder, shot))
            print(PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
