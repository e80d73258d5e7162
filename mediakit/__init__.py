"""mediakit: how does the same story vary between outlets?

Read articles into tables, measure them, compare outlets, and go back from every number to the
sentences behind it. Importing it costs little more than pandas; nothing here touches the network.
"""

from typing import TYPE_CHECKING, Any

from mediakit.compare.summarize import summarize
from mediakit.corpus import Corpus, read_corpus, read_texts
from mediakit.dates import find_dates
from mediakit.document import split_sentences
from mediakit.loaders.listing import list_formats
from mediakit.measures.catalogue import list_measures
from mediakit.measures.measure import Measure
from mediakit.measures.values import measure
from mediakit.views.describe import describe
from mediakit.views.highlight import show_texts
from mediakit.views.known import show_articles
from mediakit.views.shown import show_table
from mediakit.views.values import show_values

if TYPE_CHECKING:
    from mediakit.plots.measures import plot_measure


def __getattr__(name: str) -> Any:
    """Figures are imported when first asked for: matplotlib is the heaviest part of the package."""
    if name == "plot_measure":
        from mediakit.plots.measures import plot_measure

        return plot_measure
    raise AttributeError(f"module 'mediakit' has no attribute {name!r}")


__all__ = [
    "Corpus",
    "Measure",
    "describe",
    "find_dates",
    "list_formats",
    "list_measures",
    "measure",
    "plot_measure",
    "read_corpus",
    "read_texts",
    "show_articles",
    "show_table",
    "show_texts",
    "show_values",
    "split_sentences",
    "summarize",
]
