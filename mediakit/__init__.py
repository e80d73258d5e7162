"""mediakit: how does the same story vary between outlets?

Read articles into tables, measure them, compare outlets, and go back from every number to the
sentences behind it. Importing it costs little more than pandas; nothing here touches the network.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from mediakit.comparison.agreement import compare_coders
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
from mediakit.practice import practice_path
from mediakit.reading import read_corpus, read_texts
from mediakit.views.claims import list_claims
from mediakit.views.describe import describe
from mediakit.views.differences import show_differences
from mediakit.views.highlight import show_texts
from mediakit.views.known import show_articles
from mediakit.views.methods import show_corrections, show_methods
from mediakit.views.quotations import show_quotes
from mediakit.views.shown import show_table
from mediakit.views.validity import list_validity
from mediakit.views.values import show_values
from mediakit.views.voices import list_cues, list_source_kinds, list_voices

if TYPE_CHECKING:
    from mediakit.plots.agreement import plot_agreement
    from mediakit.plots.lineage import plot_lineage
    from mediakit.plots.measures import plot_measure
    from mediakit.plots.origins import plot_origins
    from mediakit.plots.overview import plot_overview
    from mediakit.plots.pairs import plot_pairs
    from mediakit.plots.reuse_matrix import plot_reuse_matrix
    from mediakit.plots.sentences import plot_sentence_lengths
    from mediakit.plots.source_kinds import plot_source_kinds
    from mediakit.plots.voices import plot_voices
    from mediakit.reports.codebook import show_codebook
    from mediakit.reports.page import export_page
    from mediakit.reports.pdf import write_pdf
    from mediakit.reuse.link_quotes import link_problems, link_quotes
    from mediakit.reuse.matrix import reuse_matrix
    from mediakit.reuse.origins import trace_origins
    from mediakit.reuse.passages import find_passages, passage_problems
    from mediakit.reuse.wordings import list_wordings, wording_members
    from mediakit.sources.find import find_attributions, find_quotes
    from mediakit.sources.other_outlets import fill_speakers
    from mediakit.stories.apply import apply_stories
    from mediakit.stories.describe import describe_stories
    from mediakit.stories.group import group_stories
    from mediakit.views.stories import show_stories
    from mediakit.views.wordings import show_wordings
    from mediakit.widgets.corpus import explore_corpus
    from mediakit.widgets.edit import edit_table
    from mediakit.widgets.measures import explore_measures
    from mediakit.widgets.quotes import explore_quotes
    from mediakit.widgets.recompute import recompute
    from mediakit.widgets.sources import explore_sources
    from mediakit.widgets.story import explore_story

#: imported when first asked for: matplotlib and ipywidgets are the heaviest parts of the package
_LATE = {
    "apply_stories": "mediakit.stories.apply",
    "describe_stories": "mediakit.stories.describe",
    "edit_table": "mediakit.widgets.edit",
    "explore_corpus": "mediakit.widgets.corpus",
    "explore_measures": "mediakit.widgets.measures",
    "explore_quotes": "mediakit.widgets.quotes",
    "explore_sources": "mediakit.widgets.sources",
    "explore_story": "mediakit.widgets.story",
    "export_page": "mediakit.reports.page",
    "fill_speakers": "mediakit.sources.other_outlets",
    "find_attributions": "mediakit.sources.find",
    "find_passages": "mediakit.reuse.passages",
    "find_quotes": "mediakit.sources.find",
    "group_stories": "mediakit.stories.group",
    "link_problems": "mediakit.reuse.link_quotes",
    "link_quotes": "mediakit.reuse.link_quotes",
    "list_wordings": "mediakit.reuse.wordings",
    "passage_problems": "mediakit.reuse.passages",
    "plot_agreement": "mediakit.plots.agreement",
    "plot_lineage": "mediakit.plots.lineage",
    "plot_measure": "mediakit.plots.measures",
    "plot_origins": "mediakit.plots.origins",
    "plot_overview": "mediakit.plots.overview",
    "plot_pairs": "mediakit.plots.pairs",
    "plot_reuse_matrix": "mediakit.plots.reuse_matrix",
    "plot_sentence_lengths": "mediakit.plots.sentences",
    "plot_source_kinds": "mediakit.plots.source_kinds",
    "plot_voices": "mediakit.plots.voices",
    "recompute": "mediakit.widgets.recompute",
    "reuse_matrix": "mediakit.reuse.matrix",
    "show_codebook": "mediakit.reports.codebook",
    "show_stories": "mediakit.views.stories",
    "show_wordings": "mediakit.views.wordings",
    "trace_origins": "mediakit.reuse.origins",
    "wording_members": "mediakit.reuse.wordings",
    "write_pdf": "mediakit.reports.pdf",
}


def __getattr__(name: str) -> Any:
    """What is imported late."""
    if name in _LATE:
        return getattr(import_module(_LATE[name]), name)
    raise AttributeError(f"module 'mediakit' has no attribute {name!r}")


__all__ = [
    "Corpus",
    "Measure",
    "apply_stories",
    "compare",
    "compare_coders",
    "compare_engines",
    "describe",
    "describe_stories",
    "edit_table",
    "explore_corpus",
    "explore_measures",
    "explore_quotes",
    "explore_sources",
    "explore_story",
    "export_page",
    "fill_speakers",
    "find_attributions",
    "find_dates",
    "find_passages",
    "find_quotes",
    "group_stories",
    "link_problems",
    "link_quotes",
    "list_claims",
    "list_cues",
    "list_formats",
    "list_measures",
    "list_source_kinds",
    "list_validity",
    "list_voices",
    "list_wordings",
    "measure",
    "passage_problems",
    "plot_agreement",
    "plot_lineage",
    "plot_measure",
    "plot_origins",
    "plot_overview",
    "plot_pairs",
    "plot_reuse_matrix",
    "plot_sentence_lengths",
    "plot_source_kinds",
    "plot_voices",
    "practice_path",
    "read_corpus",
    "read_texts",
    "recompute",
    "reuse_matrix",
    "score_sentences",
    "show_articles",
    "show_codebook",
    "show_corrections",
    "show_differences",
    "show_methods",
    "show_quotes",
    "show_stories",
    "show_table",
    "show_texts",
    "show_values",
    "show_wordings",
    "split_sentences",
    "summarize",
    "trace_origins",
    "wording_members",
    "write_pdf",
]
