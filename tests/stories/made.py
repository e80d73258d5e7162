"""Invented reports of a few events, in several hands, and a corpus of them."""

from dataclasses import replace

import pandas as pd

import mediakit as mk
from mediakit.tables import TEXT

GROUNDED = {
    "grounded broadsheet": (
        "The ferry Skerra ran aground on the Otter Bank on 3 May with 140 passengers aboard. Lifeboats from Tarsay took "
        "everyone off the Skerra by noon, the coastguard said. Captain Ingrid Moe said the steering of the ferry had "
        "failed near the Otter Bank, and an inquiry into the steering was opened."
    ),
    "grounded tabloid": (
        "Terror on the Skerra! All 140 passengers were plucked to safety by lifeboats after the ferry hit the Otter Bank "
        "on 3 May. Captain Ingrid Moe blamed the steering. Tarsay coastguard called the rescue of passengers from the "
        "ferry textbook."
    ),
    "grounded wire": (
        "TARSAY - A passenger ferry, the Skerra, grounded on the Otter Bank on 3 May, and lifeboats evacuated 140 "
        "passengers, the Tarsay coastguard said. No one was hurt. Captain Ingrid Moe reported a steering failure on the "
        "ferry."
    ),
}
FIRE = {
    "fire broadsheet": (
        "A fire in the engine room of the ferry Skerra on 19 August forced 95 passengers into rafts off Tarsay. The ferry"
        " was towed to Tarsay by the tug Bram. In a previous accident in May, the Skerra ran aground on the Otter Bank. "
        "Engineer Paul Reid was treated for smoke from the engine room."
    ),
    "fire wire": (
        "TARSAY - Fire broke out in the engine room of the passenger ferry Skerra on 19 August and 95 passengers left the"
        " ferry in rafts, the Tarsay coastguard said. The tug Bram towed the Skerra in. Engineer Paul Reid was treated "
        "for smoke."
    ),
}
BUDGET = {
    "budget paper": (
        "Councillors in Port Ellery passed the budget by nineteen votes to twelve. Rates rise by three pence, two "
        "libraries close, and the budget keeps the swimming pool open until spring, treasurer Ada Obi said."
    ),
    "budget radio": (
        "Port Ellery has a budget. It is three pence on the rates and two libraries gone, but treasurer Ada Obi found the"
        " money to keep the swimming pool. The vote in council was nineteen to twelve."
    ),
}
ALL = GROUNDED | FIRE | BUDGET


def corpus_of(
    texts: dict[str, str], *, stories: dict[str, str] | None = None, published: dict[str, str] | None = None
) -> mk.Corpus:
    """A corpus of texts; stories are given as a manifest would give them, dates as the day of publication."""
    corpus = mk.read_texts(texts)
    articles, ids = corpus.articles.copy(), corpus.articles["article_id"]
    if stories is not None:
        articles["story_id"] = pd.Series([stories.get(name) for name in ids], dtype=TEXT)
        articles["story_basis"] = pd.Series(["manifest" if name in stories else None for name in ids], dtype=TEXT)
    if published is not None:
        articles["published"] = pd.Series([published.get(name) for name in ids], dtype=TEXT)
    return replace(corpus, articles=articles)


def groups(corpus: mk.Corpus) -> set[frozenset[str]]:
    """The articles of each story that group_stories finds."""
    members = mk.group_stories(corpus)
    return {frozenset(part) for _, part in members.groupby("story_id")["article_id"]}
