"""How often sources are coded as a person codes them, on sentences written and coded by hand."""

import re
from pathlib import Path

import pytest

from mediakit.articles import Span
from mediakit.document import Document
from mediakit.sources.coding import code_source
from mediakit.sources.names import Mention, resolve_names

FLOOR = 0.85
_MARKED = re.compile(r"\{([^{}]*)\}\s?")


Coded = list[tuple[str, tuple[str, ...], tuple[str, ...]]]


def coded(file: str) -> Coded:
    """Each sentence of a file with identification, role and reason, as coded by hand and as found."""
    rows = []
    lines = Path(__file__).with_name(file).read_text(encoding="utf-8").split("\n\n", 1)[1].splitlines()
    for line in filter(None, lines):
        marked = _MARKED.search(line)
        source, *gold = marked[1].split("|")
        text = line.replace(marked[0], f"{source} " if source else "")
        begin = marked.start()
        document = Document("a", text, (Span(0, len(text), "body"),))
        resolved = resolve_names(document, [Mention(begin, begin + len(source))])[0] if source else None
        found = code_source(source or None, resolved, cue="said", sentence=text)
        rows.append((line, (*gold, "")[:3], (found.identification, found.role, found.anonymity_reason or "")))
    return rows


@pytest.fixture(scope="module", params=["gold_coding.txt", "gold_coding_later.txt"])
def outcome(request) -> Coded:
    return coded(request.param)


@pytest.mark.parametrize("column, place", [("identification", 0), ("role", 1), ("anonymity_reason", 2)])
def test_most_sources_are_coded_as_a_person_codes_them(outcome, column, place):
    wrong = [(line, found[place]) for line, gold, found in outcome if gold[place] != found[place]]
    for line, found in wrong:
        print(f"{column}: {found} for {line}")
    print(f"{column}: {len(outcome) - len(wrong)} of {len(outcome)}")
    assert len(outcome) >= 50
    assert 1 - len(wrong) / len(outcome) >= FLOOR
