"""Statements that are partly in marks: the verb of speaking a partial quotation hangs on, and how far it goes.

The branch of the sentence that holds the quotation is climbed to the nearest verb of speaking outside marks
(Boye claimed it was “rotten”); a parenthesis on the way counts too (it was, he said, “rotten”). Only where
there is none a verb of thinking or acting will do.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mediakit.quotes.find import Quote
from mediakit.sources.content import pieces
from mediakit.sources.cues import Cues
from mediakit.sources.speaking import is_cue_verb, is_speaking
from mediakit.sources.statement import Parsed, Place, Sentence, Statement
from mediakit.sources.syntax import depth, is_passive, phrase, subject_of, up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediakit.text.tree import Token

_CONTENT = ("ccomp", "xcomp", "dobj", "attr", "oprd", "prep", "pobj", "acomp", "dative", "csubj", "nsubjpass", "agent", "pcomp")
_SETTING = ("on", "in", "at", "during", "after", "before", "from", "since", "by", "amid", "through", "via", "under", "until")
_ASIDE = 12  # words of a parenthesis
_UNREAL = ("would", "could", "should", "will", "might", "may", "can", "’ll", "'ll")
_NOT_SAID = ("nsubj", "nsubjpass", "aux", "advmod", "npadvmod", "csubj", "agent")


def mixed_statements(parsed: Parsed, cues: Cues) -> list[Statement]:
    """Statements that hold partial quotations, in reading order."""
    statements = list[Statement]()
    for sentence in parsed.sentences:
        inside = [
            n for n in parsed.quotes_in(sentence.begin, sentence.end)
            if parsed.quotes[n].form != "full" and sentence.begin <= parsed.quotes[n].begin
        ]  # fmt: skip
        seen = set[int]()
        for number in inside:
            if number in seen or (found := _statement(parsed, sentence, number, cues)) is None:
                continue
            held = tuple(n for n in inside if n == number or _holds(found.spans, parsed.quotes[n].begin))
            statements.append(replace(found, quotes=held))
            seen.update(held)
    return statements


def _holds(spans: tuple[Place, ...], position: int) -> bool:
    return any(span.begin <= position < span.end for span in spans)


def _statement(parsed: Parsed, sentence: Sentence, number: int, cues: Cues) -> Statement | None:
    quote = parsed.quotes[number]
    words = [token for token in sentence.tokens(quote.begin, quote.end) if sentence.masked(token) is None]
    tokens = [token for token in words if not token.is_punct and not token.is_space]
    if not tokens:
        return None
    inside = {token.i for token in tokens}
    top = min(tokens, key=lambda token: (depth(token), token.i))
    outside = [
        (verb, branch, rule) for verb, branch, rule in _verbs_above(top, inside, cues)
        if verb.i not in inside and sentence.masked(verb) is None and not _in_marks(parsed, sentence, verb)
    ]  # fmt: skip
    for verb, branch, rule in sorted(outside, key=lambda found: _rank(found[0], cues)):
        noun = subject_of(verb, inverted=branch.i < verb.i) or _first_subject(verb)
        if noun is None or noun.i in inside or noun == branch or sentence.masked(noun) is not None:
            continue
        if quote.form == "word" and _rank(verb, cues) == 3:
            continue
        said = _around(sentence, verb) if rule == "parenthesis" else _content(verb, branch, noun)
        spans = _with_quote(pieces(sentence, (word for word in said if sentence.masked(word) is None)), quote)
        return Statement(
            spans=spans, kind="mixed", part=quote.part, source=sentence.place(*phrase(noun)), cue=sentence.place(verb),
            rule=rule, confidence="check" if _rank(verb, cues) == 3 else "likely",
        )  # fmt: skip
    return None


def _rank(verb: Token, cues: Cues) -> int:
    """How much a verb says that words were spoken: said; what she called; would say, wanted to say; thinks."""
    if not is_speaking(verb, cues):
        return 3
    unreal = any(child.dep_ == "aux" and child.lower_ in _UNREAL for child in verb.children)
    if unreal or (verb.dep_ == "xcomp" and is_cue_verb(verb.head, cues) and not is_speaking(verb.head, cues)):
        return 2
    return int(any(child.dep_ == "dobj" and child.lower_ == "what" for child in verb.children))


def _first_subject(verb: Token) -> Token | None:
    """The first subject before a sentence's main verb, where the parser has lost the verb's own."""
    subjects = (token for token in verb.tree[: verb.i] if token.dep_ == "nsubj" and token.pos_ != "VERB")
    return next(subjects, None) if verb.dep_ == "ROOT" and not is_passive(verb) else None


def _verbs_above(top: Token, inside: set[int], cues: Cues) -> Iterator[tuple[Token, Token, str]]:
    """The cue verbs a word hangs on, nearest first, each with the branch it stands in and the rule."""
    below, clause = top, False
    for word in (top, *up(top)):
        said = is_cue_verb(word, cues) or (below.dep_ == "ccomp" and any(c.lower_ == "that" for c in below.children))
        setting = _is_setting(below) and below.i not in inside and not clause
        if word is not top and said and below.dep_ not in _NOT_SAID and not setting and not _is_hearer(word, below):
            yield word, below, "verb above"
        clause = clause or word.pos_ in ("VERB", "AUX")
        for child in word.children:
            aside = child.dep_ in ("parataxis", "ccomp", "advcl", "dep") and child != below and is_speaking(child, cues)
            if aside and not any(c.dep_ in ("ccomp", "dobj", "xcomp") for c in child.children) and _set_off(child):
                yield child, word, "parenthesis"
        below = word


def _is_setting(branch: Token) -> bool:
    """Whether a branch says where or when it was said: on “The Late Show”."""
    return branch.dep_ == "prep" and branch.lower_ in _SETTING


def _is_hearer(verb: Token, branch: Token) -> bool:
    """Whether a branch says who was told: told the “Today” show that …"""
    return branch.dep_ in ("dobj", "dative") and any(child.dep_ == "ccomp" and child != branch for child in verb.children)


def _set_off(verb: Token) -> bool:
    """Whether a short clause stands between commas: , he said,"""
    words, tree = verb.subtree, verb.tree
    before = tree[max(0, words[0].i - 1) : words[0].i + 1]
    behind = tree[words[-1].i : words[-1].i + 2]
    opens = words[0].i == 0 or any(token.is_punct for token in before)
    return len(words) <= _ASIDE and opens and (words[-1].i + 1 == len(tree) or any(token.is_punct for token in behind))


def _in_marks(parsed: Parsed, sentence: Sentence, word: Token) -> bool:
    begin = sentence.place(word).begin
    return bool(parsed.quotes_in(begin, begin + 1))


def _around(sentence: Sentence, verb: Token) -> list[Token]:
    """The words of a sentence without those of a parenthesis in it."""
    aside = set(verb.subtree)
    return [token for token in sentence.tree if token not in aside]


def _content(verb: Token, branch: Token, noun: Token) -> list[Token]:
    """What is said: the branch of the verb that holds the quotation, with the verb's other complements."""
    if branch.i < verb.i:
        return list(branch.subtree)
    kept = [branch, *(c for c in verb.rights if c != branch and c.dep_ in _CONTENT and c.i > noun.i and not _is_setting(c))]
    if any(child.dep_ == "ccomp" for child in kept):
        kept = [child for child in kept if child.dep_ == "ccomp" or child == branch]
    words = {token for child in kept for token in child.subtree}
    return list(verb.tree[min(word.i for word in words) : max(word.i for word in words) + 1])


def _with_quote(spans: tuple[Place, ...], quote: Quote) -> tuple[Place, ...]:
    """Spans that hold the whole quotation, also where its end was parsed as something else."""
    if not spans or not spans[0].begin <= quote.begin:
        return (Place(quote.begin, quote.end), *(span for span in spans if span.begin > quote.end))
    return (*spans[:-1], Place(spans[-1].begin, max(spans[-1].end, quote.end)))
