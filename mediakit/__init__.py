"""mediakit: how does the same story vary between outlets?

Read articles into tables, measure them, compare outlets, and go back from every number to the
sentences behind it. Importing it costs little more than pandas; nothing here touches the network.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from mediakit.comparison.pairs import compare
from mediakit.comparison.summarize import summarize
from mediakit.corpus import Corpus
from mediakit.dates import find_dates
from mediakit.document import split_sentences
from mediakit.loaders.listing import list_formats
from mediakit.measures.catalogue import list_measures
from mediakit.measures.engines import compare_engines
from mediakit.measures.measure import Measure
from mediakit.measures.sentence_scores import score_sentences
from mediakit.measures.values import measure
from mediakit.reading import read_corpus, read_texts
from mediakit.views.describe import describe
from mediakit.views.differences import show_differences
from mediakit.views.highlight import show_texts
from mediakit.views.known import show_articles
from mediakit.views.quotations import show_quotes
from mediakit.views.shown import show_table
from mediakit.views.values import show_values
from mediakit.views.voices import list_cues, list_source_kinds, list_voices

if TYPE_CHECKING:
    from mediakit.plots.agreement import plot_agreement
    from mediakit.plots.measures import plot_measure
    from mediakit.plots.overview import plot_overview
    from mediakit.plots.pairs import plot_pairs
    from mediakit.plots.sentences import plot_sentence_lengths
    from mediakit.plots.source_kinds import plot_source_kinds
    from mediakit.plots.voices import plot_voices
    from mediakit.reports.page import export_page
    from mediakit.widgets.measures import explore_measures

#: imported when first asked for: matplotlib and ipywidgets are the heaviest parts of the package
_LATE = {
    "plot_agreement": "mediakit.plots.agreement",
    "plot_measure": "mediakit.plots.measures",
    "plot_overview": "mediakit.plots.overview",
    "plot_pairs": "mediakit.plots.pairs",
    "plot_sentence_lengths": "mediakit.plots.sentences",
    "plot_source_kinds": "mediakit.plots.source_kinds",
    "plot_voices": "mediakit.plots.voices",
    "explore_measures": "mediakit.widgets.measures",
    "export_page": "mediakit.reports.page",
}


def __getattr__(name: str) -> Any:
    """What is imported late."""
    if name in _LATE:
        return getattr(import_module(_LATE[name]), name)
    raise AttributeError(f"module 'mediakit' has no attribute {name!r}")


__all__ = [
    "Corpus",
    "Measure",
    "compare",
    "compare_engines",
    "describe",
    "explore_measures",
    "export_page",
    "find_dates",
    "list_cues",
    "list_formats",
    "list_measures",
    "list_source_kinds",
    "list_voices",
    "measure",
    "plot_agreement",
    "plot_measure",
    "plot_overview",
    "plot_pairs",
    "plot_sentence_lengths",
    "plot_source_kinds",
    "plot_voices",
    "read_corpus",
    "read_texts",
    "score_sentences",
    "show_articles",
    "show_differences",
    "show_quotes",
    "show_table",
    "show_texts",
    "show_values",
    "split_sentences",
    "summarize",
]
