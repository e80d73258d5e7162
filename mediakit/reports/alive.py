"""What a report shows alive, with the same folded below it, and where it stops: texts up to a number that is stated."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from IPython.display import display

from mediakit.corpus import Corpus
from mediakit.views.shown import Shown, escape

MOST_ALIVE = 100  #: articles whose texts an explorer brings along
MOST_TEXTS = 200  #: articles that are shown one below the other
_FOLDED = "The same without the explorer: for paper, and where no script may run"


class Alive:
    """An explorer, and below it, folded, what says the same where it cannot run: without scripts, on paper, in a PDF."""

    def __init__(self, explorer: Any, still: Any) -> None:
        self._explorer, self._still = explorer, still

    def _ipython_display_(self) -> None:
        display(self._explorer)
        folded = f'<details class="mk-still"><summary>{_FOLDED}</summary>{self._still._repr_html_()}</details>'
        display({"text/html": folded, "text/plain": repr(self._still)}, raw=True)


def too_many(corpus: Corpus, explore: Callable[..., Any]) -> Shown | None:
    """Why a corpus gets no explorer; None where it gets one."""
    if len(corpus.articles) <= MOST_ALIVE:
        return None
    words = (
        f"With {len(corpus.articles):,} articles the explorer would make this page too large (it stands here for up to "
        f"{MOST_ALIVE}). Report on one story or fewer outlets (--story, --outlet), or run {explore.__name__}() in JupyterLab."
    )
    return Shown(f"<p>{escape(words)}</p>", words)


def first_texts(show: Callable[..., Shown]) -> Callable[..., Shown]:
    """The same way of showing texts, for the first articles of a large corpus, with how many that are."""

    def shown(corpus: Corpus, *tables: Any) -> Shown:
        if len(corpus.articles) <= MOST_TEXTS:
            return show(corpus, *tables)
        words = (
            f"These are the first {MOST_TEXTS} of {len(corpus.articles):,} articles; all of them would make this page too large. "
            "Report on one story or fewer outlets (--story, --outlet) to see the others; every number counts all articles."
        )
        made = show(corpus.select(ids=corpus.articles["article_id"].head(MOST_TEXTS)), *tables)
        return Shown(f"<p>{escape(words)}</p>{made.body}", f"{words}\n{made.plain}")

    return shown
