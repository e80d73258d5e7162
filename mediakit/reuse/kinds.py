"""The kinds of change between two copies of the same words, and what is said about one pair."""

from __future__ import annotations

from dataclasses import dataclass, field

from mediakit.reuse.normal import Normal

#: every kind of change, the weightiest first; the first that holds is the change of a pair
KINDS = (
    "possible_paraphrase", "negated", "number", "dropped", "reordered", "substituted", "tense", "merged", "bracket", "ellipsis",
    "partial", "truncated_start", "truncated_end", "contraction", "typo", "spelling", "case", "punct", "same",
)  # fmt: skip
MEANINGS = ("negation", "number", "dropped item")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two stretches: its text and its tokens, and whether it stands inside quotation marks."""

    text: str
    normal: Normal
    quoted: bool = True


@dataclass(slots=True)
class Changes:
    """What differs between two copies."""

    kinds: set[str] = field(default_factory=set)
    silent: bool = False  #: words are lost inside the marks and nothing shows it
    lost: list[str] = field(default_factory=list)  #: words inside the longer copy that the shorter lacks, run by run
    meaning: set[str] = field(default_factory=set)
    changed_from: list[str] = field(default_factory=list)
    changed_to: list[str] = field(default_factory=list)

    @property
    def listed(self) -> list[str]:
        """The kinds, the weightiest first."""
        return [kind for kind in KINDS if kind in self.kinds] or ["same"]

    @property
    def meanings(self) -> list[str]:
        """The changes that can turn the meaning."""
        return [meaning for meaning in MEANINGS if meaning in self.meaning]
