"""How often the right name is found for a speaker, on articles written and resolved by hand."""

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from mediakit.articles import Span
from mediakit.document import Document
from mediakit.sources.names import Mention, resolve_names

FLOOR = 0.85
_MARKED = re.compile(r"\{([^|{}]*)\|([^{}]*)\}")


class Gold(NamedTuple):
    article: str
    kind: str
    mention: str
    name: str | None


def kind_of(mention: str, name: str | None) -> str:
    """What kind of mention it is, for the figures by kind."""
    lower = mention.casefold()
    if lower in ("he", "she"):
        return "he or she"
    if lower in ("it", "they") or (" and " in (name or "") and " and " not in mention):
        return "they, pairs, it"
    if name is None:
        return "unnamed"
    if name.split()[-1].strip("’'s.") in mention and name.split()[0] in mention:
        return "full name"
    if re.search(r"\b[A-Z]{2,}\b", mention):
        return "acronym"
    if (re.match(r"(?:the|his|her|its) [a-z]", lower) and mention[4:5].islower()) or lower in ("the treasurer", "the ceo"):
        return "role"
    return "part of a name"


def articles(file: str) -> list[tuple[str, Document, list[Mention], list[str | None]]]:
    gold = []
    for article in Path(__file__).with_name(file).read_text(encoding="utf-8").split("\n=== ")[1:]:
        head, _, marked = article.partition("\n")
        text, mentions, names, at = "", [], [], 0
        for found in _MARKED.finditer(marked):
            text += marked[at : found.start()]
            mentions.append(Mention(len(text), len(text) + len(found[1])))
            names.append(None if found[2] == "-" else found[2])
            text, at = text + found[1], found.end()
        text += marked[at:]
        lines = [
            Span(line.start(), line.end(), "body" if line.start() or line[0].endswith((".", "”", '"')) else "title")
            for line in re.finditer(r"[^\n]+", text)
        ]
        gold.append((head, Document(head, text, tuple(lines)), mentions, names))
    return gold


@pytest.fixture(scope="module", params=["gold_names.txt", "gold_names_later.txt"])
def outcome(request) -> list[tuple[Gold, str | None, str]]:
    return [
        (Gold(head, kind_of(document.text[slice(*mention)], name), document.text[slice(*mention)], name), found.name, found.rule)
        for head, document, mentions, names in articles(request.param)
        for mention, name, found in zip(mentions, names, resolve_names(document, mentions), strict=True)
    ]


def test_the_right_name_is_found_for_most_speakers(outcome):
    right, of = Counter(), Counter()
    for gold, found, rule in outcome:
        of[gold.kind] += 1
        right[gold.kind] += found == gold.name
        if found != gold.name:
            print(f"{gold.article[:24]:24} {gold.mention!r}: {found!r} by {rule}, not {gold.name!r}")
    for kind, count in of.most_common():
        print(f"{kind}: {right[kind]} of {count}")
    print(f"all: {right.total()} of {of.total()}")
    assert of.total() >= 70
    assert right.total() / of.total() >= FLOOR


def test_a_wrong_name_is_mostly_marked_as_worth_a_look(outcome):
    wrong = [found for gold, found, _ in outcome if found != gold.name and found is not None]
    assert len(wrong) / len(outcome) <= 0.10
