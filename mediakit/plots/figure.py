"""The one wrapper of every figure: inline SVG in the page's own ink, alternative text, the table behind.

A PNG would stay glaring white on a dark page, and neither JupyterLab nor nbconvert keeps the
alternative text of matplotlib's own output. The SVG takes the colour of the text around it, its
text can be selected and read out, and it survives a notebook, an exported page and print.
"""

from __future__ import annotations

import html
import io
import re
import warnings
import zlib
from typing import Any

import pandas as pd
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from mediakit.views.shown import html_table, style, visible

INK = "#010203"  # stands for the text colour of the page; replaced by currentColor when shown
BLUE, ORANGE = "#0072b2", "#d55e00"  # Okabe & Ito's palette, told apart by colour-blind readers
_BEHIND = "The numbers behind this figure"
_FONT = "'DejaVu Sans', Verdana, sans-serif"  # Verdana has the same widths, where DejaVu is missing


class ShownAxes(Axes):
    """Axes that a notebook shows as a figure with alternative text and the table behind it."""

    subject: str = ""  #: what is measured
    alt: str = ""  #: the figure in words
    behind: pd.DataFrame = pd.DataFrame()  #: the table behind the figure

    def _repr_html_(self) -> str:
        alt, caption = html.escape(visible(self.alt)), f"{_BEHIND}: {self.subject}"
        return (
            f'<style>{style()}</style><div class="mk tex2jax_ignore mathjax_ignore"><figure class="mk-figure">'
            f"{self._svg(alt)}<figcaption>{alt}</figcaption>"
            f"<details><summary>{_BEHIND}</summary>{html_table(self.behind, caption)}</details></figure></div>"
        )

    def _svg(self, alt: str) -> str:
        written = io.StringIO()
        with rc_context({"svg.fonttype": "none", "svg.hashsalt": "mediakit"}), warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Glyph .* missing from font")  # the browser has the glyph
            figure: Any = self.get_figure(root=True)
            figure.savefig(written, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
        svg = written.getvalue()
        svg = re.sub(r"<metadata>.*?</metadata>", "", svg[svg.index("<svg") :], flags=re.DOTALL)
        svg = re.sub(r'style="[^"]*"', lambda drawn: drawn[0].replace(INK, "currentColor").replace("'DejaVu Sans'", _FONT), svg)
        own = f"mk{zlib.crc32(svg.encode()):08x}-"  # several figures stand on one page
        svg = re.sub(r'((?<= )id="|href="#|url\(#)', rf"\g<1>{own}", svg)
        return svg.replace("<svg ", f'<svg role="img" aria-label="{alt}" ', 1)


def new_axes(width: float, height: float) -> ShownAxes:
    """Axes on a figure outside pyplot, drawn in the page's ink with nothing that is not needed.

    Parameters: width and height in inches.
    """
    ink: dict[Any, Any] = dict.fromkeys(("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color"), INK)
    with rc_context(ink | {"font.size": 10, "font.family": "DejaVu Sans", "text.parse_math": False}):
        figure = Figure(figsize=(width, height), layout="constrained")
        axes: Any = figure.add_subplot(axes_class=ShownAxes)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    return axes  # type: ignore[no-any-return]
