"""recompute(): what a notebook shows of a corpus, made again with every correction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
from IPython.display import DisplayHandle, display

from mediakit.corpus import Corpus
from mediakit.reading import read_again


class Recomputed:
    """What recompute() makes; ``corpus`` is the corpus with the corrections that hold, as it was given before the first."""

    def __init__(self, corpus: Corpus, show: Callable[[Corpus], object]) -> None:
        self.corpus, self._show = corpus, show
        self._shown: DisplayHandle | None = None

    def correct(self, corrections: pd.DataFrame) -> None:
        """Read the corpus again with these corrections, and replace what is shown. Nothing is written."""
        self.corpus = read_again(self.corpus, corrections)
        if self._shown is not None:
            self._shown.update(self._show(self.corpus))

    def _ipython_display_(self) -> None:
        self._shown = display(self._show(self.corpus), display_id=True)

    def __repr__(self) -> str:
        return str(self._show(self.corpus))


def recompute(corpus: Corpus, show: Callable[[Corpus], Any]) -> Recomputed:
    """Show something of a corpus, and make it again whenever somebody corrects the corpus in an explorer.

    Parameters
    ----------
    corpus: what read_corpus returned.
    show: what is shown of it: a function that takes a corpus, as show_articles, show_texts or describe.

    Returns what a notebook cell shows. Hand its ``correct`` to ``explore_corpus(corpus, on_correct=…)``: with every
    correction the articles are read again, what is shown is replaced, and ``corpus`` of it is the corrected corpus, for the
    cells below. Nothing is written beside the articles. What was worked out from the corpus is not in it: group_stories and
    apply_stories have to be called again. Pasted texts cannot be read again: the explorer then says so.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry did not leave on Monday."})
    >>> mk.recompute(corpus, mk.show_texts)
    Harbour Herald
      body | The ferry did not leave on Monday.
    """
    return Recomputed(corpus, show)
