"""export_page(): an explorer as one HTML file for people without Jupyter."""

from __future__ import annotations

import html
from importlib.resources import files
from pathlib import Path
from typing import Any

from mediakit.recipes import VERSION
from mediakit.reports.live import live_scripts, policy
from mediakit.views.shown import visible
from mediakit.written import written_whole


def export_page(widget: Any, path: str | Path, *, title: str = "How do these articles differ?", intro: str = "") -> Path:
    """Write an explorer as one HTML file that needs no Jupyter, no server and no network.

    Parameters
    ----------
    widget: what an explore_… function returned; the page opens with its state.
    path: the file to write. Whatever stands there is replaced when the new page is whole.
    title: the page's heading.
    intro: HTML below the heading, already escaped (what a show_… function returned has it as ``body``).

    The view chosen on the page is kept in its address (#view=…): bookmark it, or send it together
    with the file. Returns the path. Raises ReportError where the file cannot be written.

    >>> import mediakit as mk, tempfile
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped.", "Coast Courier": "No ferry ran today."})
    >>> widget = mk.explore_measures(corpus, values=mk.measure(corpus), sentences=mk.split_sentences(corpus))
    >>> mk.export_page(widget, Path(tempfile.mkdtemp()) / "ferry.html").name
    'ferry.html'
    """
    target, traits = Path(path), widget.get_state()
    page = static_page(
        title=title,
        body=f'{intro}<h2>{html.escape(visible(widget.heading))}</h2>\n<div data-explorer="explorer-1">{_WAITING}</div>',
        scripts=live_scripts({"explorer-1": traits}, keep_view_in_address=True),
    )
    with written_whole(target) as draft:
        draft.write_text(page, encoding="utf-8", newline="\n")
    return target


_WAITING = "<noscript><p>This page needs JavaScript, which is switched off in this browser.</p></noscript>"


def static_page(*, title: str, body: str, scripts: str = "") -> str:
    """A whole HTML page that asks nothing of any network; body is HTML, title is text."""
    css = files(__package__).joinpath("template", "mediakit", "page.css").read_text(encoding="utf-8")
    heading = html.escape(visible(title))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="{policy(live=bool(scripts))}">
<title>{heading}</title>
<style>{css}</style>
</head>
<body class="wide">
<a class="skip" href="#content">Skip to the content</a>
<main id="content">
<h1>{heading}</h1>
{body}
</main>
<footer><p>Made by mediakit {VERSION}. The texts belong to their publishers: do not put this page on the web.</p></footer>
{scripts}
</body>
</html>
"""
