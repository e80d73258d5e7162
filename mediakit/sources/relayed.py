"""What somebody passes on for somebody else: conveyed Hill's greetings; the paper, citing two diplomats, said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mediakit.sources.content import words_under
from mediakit.sources.cue_verb import CueVerb, sender_of
from mediakit.sources.cues import Cues
from mediakit.sources.tie import Tie
from mediakit.sources.voices import can_speak, names_medium

if TYPE_CHECKING:
    from mediakit.text.tree import Token

RELAYED = "relayed"  #: the rule of who passes a message on
CITING = "citing"  #: the rule of a medium that says something citing somebody, and of whom it cites


def relayed(verb: CueVerb) -> Tie | None:
    """What the subject passes on, whoever it is from."""
    message = verb.after("dobj") if verb.takes("relays") else None
    if message is None or sender_of(message) is None:
        return None
    later = [child for child in verb.word.rights if child.dep_ == "advcl" and child.tag_ == "VBG"]
    return verb.tie(words_under(message, *later), RELAYED)


def ties_of_message(word: Token, cues: Cues) -> Iterator[Tie]:
    """The message itself, an object, as its sender's; where a clause says what stands in it, that clause has its own cue."""
    cue = cues.at(word.head)
    sender = sender_of(word) if cue is not None and "relays" in cue.takes else None
    if cue is None or sender is None:
        return
    if any(child.dep_ in ("relcl", "acl", "advcl") for child in (*word.subtree, *word.head.rights) if child.i > word.i):
        return
    yield Tie(word, (word.head,), sender, frozenset(words_under(word) - words_under(sender)), cue, "relayed message", "likely")


def with_cited(tie: Tie) -> tuple[Tie, ...]:
    """A medium's statement as that of whom it cites: Reuters, citing the ministry, said. Any other tie as it is."""
    citing = next(
        (c for c in tie.word.children if c.lower_ in ("citing", "quoting") and c.dep_ in ("advcl", "acl", "prep")), None
    )
    cited = None if citing is None else next((c for c in citing.rights if c.dep_ in ("dobj", "pobj")), None)
    if citing is None or cited is None or tie.source is None or not names_medium(tie.source) or not can_speak(cited):
        return (tie,)
    words = words_under(citing)
    inner = Tie(citing, (citing,), cited, tie.content - words, tie.entry, CITING, "likely")
    return tie._replace(content=tie.content | words, rule=CITING), inner
