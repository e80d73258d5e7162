"""Pictures of elements, compared with those kept in the repository.

The font is matplotlib's DejaVu Sans, so that a machine's own fonts change nothing; small differences in
how edges are smoothed are forgiven.
"""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.homes import SIZES

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

#: how pages are opened whose looks are compared: a page's policy would refuse the font
PICTURED = [
    pytest.param({**SIZES[name], "bypass_csp": True, "device_scale_factor": 1}, id=name)
    for name in ("desk", "phone", "dark", "forced colors")
]
_NOTICEABLE = 48  # of 255, in any channel
_FORGIVEN = 0.005  # share of pixels


class Pictures:
    """The pictures of a folder; renew writes them anew."""

    def __init__(self, folder: Path, *, renew: bool) -> None:
        self.folder, self.renew = folder, renew

    def compare(self, element: Locator, name: str) -> None:
        """Fail when the element does not look as its picture does; the new look is written beside it."""
        kept, seen = self.folder / f"{name}.png", element.screenshot(animations="disabled")
        if self.renew:
            self.folder.mkdir(exist_ok=True)
            kept.write_bytes(seen)
            return
        assert kept.is_file(), f"there is no picture {kept.name}: run with --renew-baselines, and look at it"
        share = changed_share(kept.read_bytes(), seen)
        if share > _FORGIVEN:
            beside = kept.with_suffix(".seen.png")
            beside.write_bytes(seen)
            raise AssertionError(f"{share:.1%} of {kept.name} looks different: compare it with {beside}")


def changed_share(one: bytes, other: bytes) -> float:
    """The share of pixels that differ noticeably; 1 where the sizes differ."""
    import numpy as np
    from PIL import Image

    first, second = (np.asarray(Image.open(io.BytesIO(png)).convert("RGB"), dtype=np.int16) for png in (one, other))
    if first.shape != second.shape:
        return 1.0
    return float((np.abs(first - second).max(axis=2) > _NOTICEABLE).mean())


def set_font(page: Page) -> None:
    """Use one and the same font everywhere; the page's policy must be bypassed for it."""
    import matplotlib

    faces = []
    for weight, file in (("normal", "DejaVuSans.ttf"), ("bold", "DejaVuSans-Bold.ttf")):
        font = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / file
        data = base64.b64encode(font.read_bytes()).decode()
        faces.append(f'@font-face {{ font-family: Kept; font-weight: {weight}; src: url("data:font/ttf;base64,{data}"); }}')
    page.add_style_tag(content="\n".join([*faces, "*, *::before, *::after { font-family: Kept !important; }"]))
    page.evaluate("document.fonts.ready.then(() => true)")
