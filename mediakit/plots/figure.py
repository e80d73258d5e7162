"""The one wrapper of every figure: inline SVG in the page's own ink, alternative text, the table behind.

A PNG would stay glaring white on a dark page, and neither JupyterLab nor nbconvert keeps the
alternative text of matplotlib's own output. The SVG takes the colour of the text around it, its
text can be selected and read out, and it survives a notebook, an exported page and print. It is
drawn twice, for a wide place and for a phone, where the wide one would have letters too small to read.
"""

from __future__ import annotations

import html
import io
import pickle
import re
import warnings
import zlib
from textwrap import wrap
from typing import Any

import pandas as pd
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.gridspec import GridSpec

from mediakit.views.shown import html_table, style, visible

INK = "#010203"  # stands for the text colour of the page; replaced by currentColor when shown
BLUE, ORANGE = "#0072b2", "#d55e00"  # Okabe & Ito's palette, told apart by colour-blind readers
_NARROW = 3.6  # inches
_NARROW_LABEL, _NARROW_LINE = 15, 30  # characters that stand in a line beside, and above or below, a narrow figure
_MOST_BEHIND = 500  # rows of the table that a page shows
_LINE = 0.17  # inches a line of text is high
_BEHIND, _READ = "The numbers behind this figure", "How to read this figure"
_FONT = "'DejaVu Sans', Verdana, sans-serif"  # Verdana has the same widths, where DejaVu is missing


class ShownAxes(Axes):
    """Axes that a notebook shows as a figure with alternative text and the table behind it."""

    subject: str = ""  #: what is measured
    alt: str = ""  #: the figure in words, with its numbers
    caption: str = ""  #: how to read it, in a line; stands below the figure
    meaning: str = ""  #: the same at length, folded below the caption; "" where there is no more to say
    behind: pd.DataFrame = pd.DataFrame()  #: the table behind the figure
    stacked: tuple[float, ...] = ()  #: of several panels: how high each is, in inches, one below another on a phone

    def _repr_html_(self) -> str:
        alt, caption = html.escape(visible(self.alt)), f"{_BEHIND}: {self.subject}"
        if len(self.behind) > _MOST_BEHIND:
            caption += f"; the first {_MOST_BEHIND} of {len(self.behind):,} rows, all of them are in .behind"
        table = html_table(self.behind.head(_MOST_BEHIND), caption)
        read = f"<details><summary>{_READ}</summary><p>{html.escape(visible(self.meaning))}</p></details>" if self.meaning else ""
        return (
            f'<style>{style()}</style><div class="mk tex2jax_ignore mathjax_ignore"><figure class="mk-figure">'
            f"{self._copy()._svg(alt, 'mk-wide')}{self._copy()._narrowed()._svg(alt, 'mk-narrow')}"
            f"<figcaption>{html.escape(visible(self.caption))}</figcaption>"
            f"{read}<details><summary>{_BEHIND}</summary>{table}</details></figure></div>"
        )

    def _copy(self) -> ShownAxes:
        """The same axes on a figure of their own: drawing a figure lays it out anew, from where it was laid out last."""
        figure: Any = self.get_figure(root=True)
        copied: ShownAxes = pickle.loads(pickle.dumps(figure)).axes[figure.axes.index(self)]
        return copied

    def _narrowed(self) -> ShownAxes:
        """These axes on a figure as wide as a phone, their labels in several lines."""
        figure: Any = self.get_figure(root=True)
        panels: list[Axes] = figure.axes[: len(self.stacked)] or [self]
        if self.stacked:
            grid = GridSpec(len(panels), 1, figure=figure, height_ratios=self.stacked[: len(panels)])
            for place, panel in enumerate(panels):
                panel.set_subplotspec(grid[place])
                panel.tick_params(labelleft=True)
        height = sum(self.stacked) or figure.get_size_inches()[1]
        figure.set_size_inches(_NARROW, height + _LINE * sum(map(_in_more_lines, panels)))
        return self

    def _svg(self, alt: str, place: str) -> str:
        written = io.StringIO()
        with rc_context({"svg.fonttype": "none", "svg.hashsalt": "mediakit"}), warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Glyph .* missing from font")  # the browser has the glyph
            figure: Any = self.get_figure(root=True)
            figure.savefig(written, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
        svg = written.getvalue()
        svg = re.sub(r"<metadata>.*?</metadata>", "", svg[svg.index("<svg") :], flags=re.DOTALL)
        svg = re.sub(r'style="[^"]*"', lambda drawn: _in_ink(drawn[0]), svg)
        own = f"mk{zlib.crc32(svg.encode()):08x}-"  # several figures stand on one page
        svg = re.sub(r'((?<= )id="|href="#|url\(#)', rf"\g<1>{own}", svg)
        return svg.replace("<svg ", f'<svg class="{place}" role="img" aria-label="{alt}" ', 1)


def _in_more_lines(panel: Axes) -> int:
    """Break the labels of a panel for a narrow figure; how many lines it has more than before, above and below."""
    more = 0
    for label in (panel.title, panel.xaxis.label):
        lines = label.get_text().splitlines()
        broken = [part for line in lines for part in wrap(line, _NARROW_LINE)]
        label.set_text("\n".join(broken))
        more += len(broken) - len(lines)
    beside = ["\n".join(wrap(label.get_text(), _NARROW_LABEL)) for label in panel.get_yticklabels()]
    panel.set_yticks(panel.get_yticks(), beside, parse_math=False)
    return more


def _in_ink(style: str) -> str:
    """A style in the colours of the page, which are others in the dark, and in a font that is there."""
    for color, shown in ((INK, "currentColor"), (BLUE, f"var(--mk-blue, {BLUE})"), (ORANGE, f"var(--mk-orange, {ORANGE})")):
        style = style.replace(color, shown)
    return style.replace("'DejaVu Sans'", _FONT)


def nothing_to_draw(words: str) -> ShownAxes:
    """A figure that says why there is nothing in it.

    >>> nothing_to_draw("No quotation was found.").alt
    'No quotation was found.'
    """
    axes = new_axes(7.2, 0.7)
    axes.set_axis_off()
    axes.text(0, 0.5, words, va="center", fontstyle="italic", color=INK, parse_math=False)
    axes.subject, axes.alt, axes.behind = "nothing to draw", words, pd.DataFrame({"result": [words]})
    return axes


def new_axes(width: float, height: float) -> ShownAxes:
    """Axes on a figure outside pyplot, drawn in the page's ink with nothing that is not needed.

    Parameters: width and height in inches.
    """
    return new_panels(width, height, 1, 1, (1,))[0]


def new_panels(
    width: float, height: float, count: int, columns: int, widths: tuple[float, ...], *, heights: tuple[float, ...] | None = None
) -> tuple[ShownAxes, list[Axes]]:
    """Several axes on one figure, row by row: the first, which shows all, and the others.

    Parameters: width and height in inches; how many panels, in how many columns, of which relative widths, and of which
    relative heights (all the same otherwise).
    """
    ink: dict[Any, Any] = dict.fromkeys(("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color"), INK)
    with rc_context(ink | {"font.size": 10, "font.family": "DejaVu Sans", "text.parse_math": False}):
        figure = Figure(figsize=(width, height), layout="constrained")
        grid = GridSpec(-(-count // columns), columns, figure=figure, width_ratios=widths, height_ratios=heights)
        first: Any = figure.add_subplot(grid[0], axes_class=ShownAxes)
        panels = [first, *(figure.add_subplot(grid[place]) for place in range(1, count))]
    for panel in panels:
        panel.spines[["top", "right", "left"]].set_visible(False)
        panel.tick_params(axis="y", length=0)
    return first, panels[1:]
