"""What two articles of a story share that may come from one origin: text, quotations, rare facts, the order of facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from mediakit.reuse.origins_evidence import CERTAIN, CHECK, LIKELY, Evidence
from mediakit.reuse.origins_facts import Facts, in_the_same_order, rare_in_common
from mediakit.reuse.passages_credits import Credited
from mediakit.reuse.stretches import TEXT, count_words, joined

SHARED_TEXT, QUOTATIONS, FACTS, ORDER = "shared text", "shared quotations", "shared numbers and names", "fact order"
_MOST_OF_IT, _MUCH = 0.5, 50  # share of an article's words; words
_MANY_QUOTATIONS, _MANY_FACTS, _LONG_ORDER = 3, 8, 12
_SHOWN = 6  # facts named in a reason


class Reported(NamedTuple):
    """What is known of an article when it is compared with others of its story."""

    article_id: str
    outlet: str | None
    outlet_key: str | None
    label: str
    published: str | None
    text: str
    n_words: int
    facts: Facts
    credited: Credited


class Sign(NamedTuple):
    """Something that two articles share: its first place in each, how strong a sign it is, and why."""

    one: str
    other: str
    evidence: str
    place: tuple[int, int]
    other_place: tuple[int, int]
    strength: str
    reason: str


def point_to_origins(signs: Iterable[Sign], known: Mapping[str, Reported]) -> Iterator[Evidence]:
    """Each sign as evidence for the article that may come from the other; for both, where nothing tells which is first."""
    for sign in signs:
        one, other = known[sign.one], known[sign.other]
        later = _later(one, other)
        if later in (one.article_id, None):
            yield Evidence(one.article_id, other.label, sign.evidence, *sign.place, sign.strength, other.article_id, sign.reason)
        if later in (other.article_id, None):
            yield Evidence(
                other.article_id, one.label, sign.evidence, *sign.other_place, sign.strength, one.article_id, sign.reason
            )


def _later(one: Reported, other: Reported) -> str | None:
    """Which of two articles comes after the other: it names the other's outlet, or was published on a later day."""
    named = one.credited.names(other.outlet), other.credited.names(one.outlet)
    if named[0] != named[1]:
        return one.article_id if named[0] else other.article_id
    days = [article.published if article.published and len(article.published) >= 10 else None for article in (one, other)]
    if days[0] is None or days[1] is None or days[0][:10] == days[1][:10]:
        return None
    return one.article_id if days[0] > days[1] else other.article_id


def same_text(passages: Iterable[Any], known: Mapping[str, Reported]) -> Iterator[Sign]:
    """Articles that share copied text."""
    shared: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in passages:
        if row.kind == TEXT and row.article_id in known and row.other_article_id in known:
            shared[row.article_id, row.other_article_id].append(row)
    for (one, other), rows in shared.items():
        here, there = joined((row.begin, row.end) for row in rows), joined((row.other_begin, row.other_end) for row in rows)
        words = count_words(known[one].text, here)
        share = max(words / max(1, known[one].n_words), count_words(known[other].text, there) / max(1, known[other].n_words))
        strength = CERTAIN if share >= _MOST_OF_IT and words >= _MUCH else LIKELY if words >= _MUCH else CHECK
        yield Sign(one, other, SHARED_TEXT, here[0], there[0], strength, f"{words} words in common")


def same_quotations(links: Iterable[Any], known: Mapping[str, Reported]) -> Iterator[Sign]:
    """Articles of two outlets that quote the same words."""
    shared: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in links:
        if row.quote_no is None or row.other_quote_no is None or not {row.article_id, row.other_article_id} <= known.keys():
            continue
        one, other = known[row.article_id], known[row.other_article_id]
        if one.outlet_key is None or one.outlet_key != other.outlet_key:
            shared[row.article_id, row.other_article_id].append(row)
    for (one_id, other_id), rows in shared.items():
        times = len({row.group_no for row in rows})
        first = min(rows, key=lambda row: row.begin)
        yield Sign(one_id, other_id, QUOTATIONS, (first.begin, first.end), (first.other_begin, first.other_end),
                   LIKELY if times >= _MANY_QUOTATIONS else CHECK, f"{times} quotation{'s' * (times > 1)} in common")  # fmt: skip


def same_facts(known: Mapping[str, Reported]) -> Iterator[Sign]:
    """Articles that share rare numbers and names, or mention nearly all their facts in the same order."""
    facts = {article_id: article.facts for article_id, article in known.items()}
    for evidence, found, many in ((FACTS, rare_in_common(facts), _MANY_FACTS), (ORDER, in_the_same_order(facts), _LONG_ORDER)):
        for one, other, common in found:
            if known[one].outlet_key is not None and known[one].outlet_key == known[other].outlet_key:
                continue
            named = ", ".join(common[:_SHOWN]) + (" …" if len(common) > _SHOWN else "")
            what = "rare in this story" if evidence == FACTS else "mentioned in the same order"
            yield Sign(one, other, evidence, facts[one][common[0]], facts[other][common[0]],
                       LIKELY if len(common) >= many else CHECK, f"{len(common)} facts in common, {what}: {named}")  # fmt: skip
