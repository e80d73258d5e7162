"""What grouping needs to know of every article, read once: its weighted words, and what it says of when and who."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tqdm import tqdm

from mediakit.corpus import Corpus
from mediakit.document import documents
from mediakit.stories.told import Told, told_in
from mediakit.stories.words import LEAD_WORDS, Wording, weigh, wording_of
from mediakit.tables import plain_rows

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix


class Read(NamedTuple):
    """All articles of a corpus, in the order of their ids whatever the order of the corpus."""

    ids: list[str]
    rows: csr_matrix
    told: list[Told]
    openings: list[frozenset[str]]  #: the words of headline and lead


def read_articles(corpus: Corpus) -> Read:
    """The weighted words of every article, and what it tells."""
    published = dict(plain_rows(corpus.articles[["article_id", "published"]]))
    found: dict[str, tuple[Wording, Told]] = {}
    for _, document in tqdm(documents(corpus), total=len(corpus.articles), desc="reading for stories", unit=" articles", delay=2):
        found[document.article_id] = wording_of(document), told_in(document, published[document.article_id])
    ids = sorted(found)
    return Read(
        ids,
        weigh(found[article_id][0] for article_id in ids),
        [found[article_id][1] for article_id in ids],
        [frozenset((*wording.title, *wording.text[:LEAD_WORDS])) for wording, _ in (found[article_id] for article_id in ids)],
    )
