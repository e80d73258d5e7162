"""Credits: where a text says that it came from, apart from agencies that it only cites."""

import pytest

import mediakit as mk
from mediakit.identity import credited_source, find_credits
from tests.conftest import Folder

STORY = "The island ferry did not leave the harbour on Monday. Engineers had found a crack in the ramp, the port office said."


@pytest.mark.parametrize(
    ("line", "kind", "name"),
    [
        ("LAGOS (AP) — Floods closed the road.", "dateline", "Associated Press"),
        ("LAGOS, Nigeria (AP) - Floods closed the road.", "dateline", "Associated Press"),
        ("NEW DELHI, March 22 (PTI) The monsoon came early.", "dateline", "Press Trust of India"),
        ("(Reuters) - Floods closed the road.", "dateline", "Reuters"),
        ("Berlin (dpa/lnw) - Der Haushalt ist beschlossen.", "dateline", "Deutsche Presse-Agentur"),
        ("SYDNEY, March 22, 2025 — Reuters — The ferry sank.", "dateline", "Reuters"),
        ("By Associated Press", "byline", "Associated Press"),
        ("Original Source: www.example.org", "source line", "example.org"),
        ("Source: Reuters", "source line", "Reuters"),
        ("Quelle: dpa", "source line", "Deutsche Presse-Agentur"),
        ("This article was originally published by the Coast Courier.", "first published", "Coast Courier"),
        ("This story first appeared on coast.example.", "first published", "coast.example"),
        ("The post Ferry halted appeared first on Coast Courier.", "first published", "Coast Courier"),
        ("Republished from The Conversation under a Creative Commons licence.", "first published", "The Conversation"),
        ("Reuters", "agency line", "Reuters"),
        ("(AFP)", "agency line", "Agence France-Presse"),
    ],
)
def test_a_text_that_says_where_it_came_from(line: str, kind: str, name: str) -> None:
    credit = credited_source(line)
    assert credit is not None
    assert (credit.kind, credit.name) == (kind, name)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("With reporting by Reuters.", "Reuters"),
        ("(With inputs from PTI)", "Press Trust of India"),
        ("Additional reporting by Ama Boyle", "Ama Boyle"),
        ("The Associated Press contributed to this report.", "Associated Press"),
    ],
)
def test_a_part_that_came_from_elsewhere_is_a_credit_but_not_of_the_whole(line: str, name: str) -> None:
    [credit] = find_credits(line)
    assert (credit.kind, credit.name, credit.whole, credit.is_credit) == ("contribution", name, False, True)
    assert credited_source(line) is None


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The ferry stopped, according to AP.", "Associated Press"),
        ("The minister told Reuters that the port would close.", "Reuters"),
        ("KCNA reported that the leaders met.", "Korean Central News Agency"),
        ("The official Korean Central News Agency (KCNA) mentioned the talks.", "Korean Central News Agency"),
        ("According to the state news agency, TASS, the two met.", "TASS"),
        ("A photographer for Agence France-Presse was hurt.", "Agence France-Presse"),
    ],
)
def test_an_agency_that_is_cited_is_no_credit(sentence: str, name: str) -> None:
    assert {(credit.kind, credit.name) for credit in find_credits(sentence)} == {("cited", name)}
    assert credited_source(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The report was first published in 2019.",
        "The novel was first published in London.",
        "He was PA to the minister, and APP stands for nothing.",
        "The source: a leaking pipe, said the mayor.",
        "The band first appeared on stage in March.",
        "AA meetings are held on Fridays.",
    ],
)
def test_what_is_neither(sentence: str) -> None:
    assert find_credits(sentence) == []


def test_a_credit_stands_where_the_text_says_it() -> None:
    text = f"Ferry halted\n\n{STORY}\n\nOriginal Source: www.example.org\n"
    [credit] = find_credits(text)
    assert text[credit.begin : credit.end] == "Original Source: www.example.org"


def test_a_dateline_stands_at_the_opening_and_nowhere_else() -> None:
    assert credited_source("\n".join([STORY] * 4) + "\nLAGOS (AP) — Floods closed the road.") is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"LAGOS (AP) — {STORY}", "Associated Press"),
        (f"{STORY}\n\nThis article was originally published by the Coast Courier.", "Coast Courier"),
        (f"{STORY}\n\nSource: Reuters", "Reuters"),
    ],
)
def test_a_credit_goes_to_the_original_source_and_never_to_the_outlet(folder: Folder, text: str, source: str) -> None:
    corpus = mk.read_corpus(folder({"a.txt": text}))
    assert corpus.articles[["original_source", "original_source_basis"]].values.tolist() == [[source, "line"]]
    assert corpus.articles["outlet"].isna().all()
