"""The pages for people who will never open a notebook: what is in the corpus, and an explorer of its measures."""

from __future__ import annotations

import html
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from mediakit.articles import WHOLE_TEXT
from mediakit.document import split_sentences
from mediakit.measures.values import measure
from mediakit.reading import read_corpus
from mediakit.reports.files import written_whole
from mediakit.reports.page import export_page, static_page
from mediakit.reports.report import corpus_name
from mediakit.views.known import show_articles
from mediakit.views.shown import style, visible
from mediakit.widgets.measures import MeasuresExplorer, explore_measures

#: the pages: file, what its link says, what one finds there
PAGES = (
    (
        "measures.html",
        "Measure by measure",
        "How long, how hard to read, how varied: each number beside the sentences it was counted on.",
    ),
)


class Written(NamedTuple):
    """The page to open first, and how many problems the input has."""

    page: Path
    problems: int


def write_app(corpus_path: Path, folder: Path, columns: Mapping[str, str] | None = None) -> Written:
    """Write the pages of a corpus into folder: index.html and the pages it leads to.

    Parameters: corpus_path, as read_corpus takes it; folder, made where it is missing; columns, which
    column holds what. Returns the page to open and the number of problems in the input. Raises
    CorpusError where nothing can be read and ReportError where nothing can be written.
    """
    corpus = read_corpus(corpus_path, columns=dict(columns or {}))
    name = corpus_name(corpus_path)
    values = pd.concat([measure(corpus), measure(corpus, parts=(WHOLE_TEXT,))], ignore_index=True)
    explorer: MeasuresExplorer = explore_measures(corpus, values=values, sentences=split_sentences(corpus))
    back = '<p><a href="index.html">All pages of this corpus</a></p>'
    export_page(explorer, folder / PAGES[0][0], title=f"{name}: how do these articles differ?", intro=back)
    links = "".join(f'<li><a href="{file}">{html.escape(says)}</a><br>{html.escape(finds)}</li>' for file, says, finds in PAGES)
    known = f'<style>{style()}</style><div class="mk">{show_articles(corpus).body}</div>'
    page = static_page(
        title=f"{visible(name)}: what is in it, and how do the articles differ?",
        body=f"<ul>{links}</ul>\n<h2>What was read, and what is known about it</h2>\n{known}",
    )
    with written_whole(folder / "index.html") as draft:
        draft.write_text(page, encoding="utf-8", newline="\n")
    return Written(folder / "index.html", len(corpus.problems))
