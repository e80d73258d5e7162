"""What a user decided about stories: corrections win over every rule."""

from __future__ import annotations

from mediakit.corpus import Corpus

OTHER_EVENT = "other_event"


def flags_decided(corpus: Corpus) -> dict[str, tuple[frozenset[str], str | None]]:
    """The articles whose flags a user corrected: the flags that hold, and the reason given."""
    return {
        article_id: (frozenset((decision.value or "").replace(",", " ").split()), decision.reason)
        for article_id, decisions in corpus.decisions.items()
        for decision in decisions
        if (decision.table, decision.field) == ("articles", "flags")
    }
