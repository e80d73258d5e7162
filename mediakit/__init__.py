"""mediakit: how does the same story vary between outlets?

Read articles into tables, measure them, compare outlets, and go back from every number to the
sentences behind it. Importing it costs little more than pandas; nothing here touches the network.
"""

from mediakit.corpus import Corpus, read_corpus, read_texts
from mediakit.document import split_sentences
from mediakit.measures.catalogue import list_measures
from mediakit.measures.measure import Measure
from mediakit.measures.values import measure

__all__ = [
    "Corpus",
    "Measure",
    "list_measures",
    "measure",
    "read_corpus",
    "read_texts",
    "split_sentences",
]
