"""Every table of a corpus, each made from those it needs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import pandas as pd

from mediakit.comparison.summarize import summarize
from mediakit.corpus import Corpus
from mediakit.dates import find_dates
from mediakit.document import split_sentences
from mediakit.measures.sentence_scores import score_sentences
from mediakit.measures.values import measure
from mediakit.reuse.link_quotes import link_problems, link_quotes
from mediakit.reuse.matrix import reuse_matrix
from mediakit.reuse.origins import trace_origins
from mediakit.reuse.passages import find_passages, passage_problems
from mediakit.reuse.wordings import list_wordings, wording_members
from mediakit.sources.find import find_attributions, find_quotes
from mediakit.stories.apply import apply_stories
from mediakit.stories.describe import describe_stories
from mediakit.stories.group import group_stories
from mediakit.tables import EXPORTED


def tables_of(corpus: Corpus, names: Sequence[str] = EXPORTED) -> dict[str, pd.DataFrame]:
    """The tables named, all of them otherwise, made with the defaults.

    Articles are put into stories first, as the report does: quotations and passages are looked for within a story.
    """
    made = Tables(corpus)
    return {name: getattr(made, name) for name in EXPORTED if name in names}


class Tables:
    """Every table of a corpus, made with the defaults when it is asked for.

    Articles are put into stories first, as the report does: quotations and passages are looked for within a story.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._read = corpus

    @cached_property
    def story_members(self) -> pd.DataFrame:
        """Which article reports which event."""
        return group_stories(self._read)

    @cached_property
    def corpus(self) -> Corpus:
        """The corpus with its stories."""
        return apply_stories(self._read, self.story_members)

    @cached_property
    def stories(self) -> pd.DataFrame:
        """The events."""
        return describe_stories(self.story_members, self.corpus)

    @property
    def articles(self) -> pd.DataFrame:
        """The articles with their stories."""
        return self.corpus.articles

    @property
    def lines(self) -> pd.DataFrame:
        """Every line with its label."""
        return self.corpus.lines

    @property
    def sentences(self) -> pd.DataFrame:
        """Every sentence."""
        return split_sentences(self.corpus)

    @property
    def sentence_scores(self) -> pd.DataFrame:
        """What scores are made of, sentence by sentence."""
        return score_sentences(self.corpus)

    @property
    def dates(self) -> pd.DataFrame:
        """Every date in the texts."""
        return find_dates(self.corpus)

    @cached_property
    def quotes(self) -> pd.DataFrame:
        """Every stretch between quotation marks."""
        return find_quotes(self.corpus)

    @cached_property
    def attributions(self) -> pd.DataFrame:
        """Every statement tied to a source."""
        return find_attributions(self.corpus)

    @cached_property
    def quote_links(self) -> pd.DataFrame:
        """Which quotations are copies of one another."""
        return link_quotes(self.quotes, self.corpus)

    @property
    def wordings(self) -> pd.DataFrame:
        """The ways in which a quotation is printed."""
        return list_wordings(self.quote_links, self.quotes, corpus=self.corpus)

    @property
    def wording_members(self) -> pd.DataFrame:
        """Who prints it which way."""
        return wording_members(self.quote_links, self.quotes)

    @cached_property
    def passages(self) -> pd.DataFrame:
        """Stretches that two articles share."""
        return find_passages(self.corpus)

    @property
    def reuse_matrix(self) -> pd.DataFrame:
        """How much every two outlets share."""
        return reuse_matrix(self.quote_links, self.passages, self.corpus)

    @cached_property
    def origins(self) -> pd.DataFrame:
        """Where articles may come from."""
        quotes, attributions = self.quotes, self.attributions
        return trace_origins(
            self.corpus, quotes=quotes, attributions=attributions, links=self.quote_links, passages=self.passages
        )

    @cached_property
    def values(self) -> pd.DataFrame:
        """Every measure of every article."""
        links, passages, origins = self.quote_links, self.passages, self.origins
        quotes, attributions = self.quotes, self.attributions
        return measure(self.corpus, quotes=quotes, attributions=attributions, links=links, passages=passages, origins=origins)

    @property
    def summary(self) -> pd.DataFrame:
        """An estimate for each outlet and measure."""
        return summarize(self.values)

    @property
    def problems(self) -> pd.DataFrame:
        """What was noticed in the input, and what very large stories left out of the comparison."""
        left_out = [link_problems(self.quotes, self.corpus), passage_problems(self.corpus)]
        return pd.concat([self.corpus.problems, *(rows for rows in left_out if len(rows))], ignore_index=True)

    @property
    def corrections(self) -> pd.DataFrame:
        """What a user decided."""
        return self.corpus.corrections
