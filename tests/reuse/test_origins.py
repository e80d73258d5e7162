"""trace_origins: where each article may come from, by what sign, and how many origins there may be."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.document import documents
from mediakit.reuse.origins_facts import facts_of, share_in_order
from mediakit.reuse.passages_text import Article
from mediakit.tables import ATTRIBUTIONS, ORIGINS, QUOTE_LINKS, QUOTES
from tests.conftest import Folder
from tests.reuse.made import table

LONG = (
    "The island ferry lost power on Tuesday morning and drifted for two hours off the northern cape. A tug from the mainland "
    "towed it back to the harbour with ninety passengers on board. Engineers will look at the starboard engine before the boat "
    "is allowed to sail again, and the council has asked the operator for a written account."
)
OWN = "Nobody was hurt. The boat was built in a yard that closed long ago, and islanders have called for another one for years."


def trace(corpus: mk.Corpus, links: pd.DataFrame | None = None, attributions: pd.DataFrame | None = None) -> pd.DataFrame:
    return mk.trace_origins(
        corpus,
        quotes=table(QUOTES),
        attributions=table(ATTRIBUTIONS) if attributions is None else attributions,
        links=table(QUOTE_LINKS) if links is None else links,
        passages=mk.find_passages(corpus),
    )


def cells(origins: pd.DataFrame, *columns: str) -> list[list[object]]:
    chosen = origins[list(columns)]
    return chosen.astype(object).where(chosen.notna(), None).to_numpy().tolist()


@pytest.mark.parametrize(
    ("text", "origin", "evidence", "strength", "words"),
    [
        pytest.param("LAGOS (AP) — No ferry ran.", "Associated Press", "dateline", "certain", "LAGOS (AP) —", id="dateline"),
        pytest.param("No ferry ran.\n\nOriginal Source: www.tidetimes.example\n", "tidetimes.example", "credit line", "certain",
                     "Original Source: www.tidetimes.example", id="source line"),
        pytest.param("No ferry ran today, the port said.\n\nWith reporting by Reuters.\n", "Reuters", "credit line", "likely",
                     "With reporting by Reuters.", id="a part of the text"),
        pytest.param("No ferry ran, according to Reuters.", "Reuters", "according to", "check", "according to Reuters",
                     id="cited once"),
        pytest.param("No ferry ran, Reuters reported. It sank, Reuters said.", "Reuters", "according to", "likely",
                     "Reuters reported", id="cited twice"),
        pytest.param("“It sank,” Ama Boyle told the Harbour Herald.", "Harbour Herald", "own reporting", "likely",
                     "told the Harbour Herald", id="told to the outlet itself"),
        pytest.param("No ferry ran today.", None, None, None, None, id="cannot tell"),
    ],
)  # fmt: skip
def test_what_an_article_says_of_where_it_comes_from(
    text: str, origin: str | None, evidence: str | None, strength: str | None, words: str | None
) -> None:
    corpus = mk.read_texts({"Harbour Herald": text})
    (row,) = cells(trace(corpus), "origin", "evidence", "strength", "begin", "end")
    assert row[:3] == [origin, evidence, strength]
    assert (None if row[3] is None else text[row[3] : row[4]]) == words


def test_carriers_of_statements_count_and_a_gap_is_a_question() -> None:
    text = "The news agency said the minister had resigned. He was quoted as saying so."
    stated = {"article_id": "Harbour Herald", "begin": 0, "end": 47, "identification": "named_person", "source": "the minister"}
    attributions = table(
        ATTRIBUTIONS,
        {**stated, "carriers": ["Gulf News Service"]},
        {**stated, "begin": 48, "end": 75, "carriers": ["?"]},
    )
    rows = cells(trace(mk.read_texts({"Harbour Herald": text}), attributions=attributions), "origin", "evidence", "reason")
    assert rows == [
        ["Gulf News Service", "according to", "1 statement by way of Gulf News Service"],
        [None, "according to", "says that it was reported, and not by whom"],
    ]


def test_shared_text_points_both_ways_when_nothing_tells_which_is_first() -> None:
    corpus = mk.read_texts({"Harbour Herald": LONG, "Coast Courier": f"{LONG} {OWN}"})
    assert cells(trace(corpus), "outlet", "origin", "evidence", "strength") == [
        ["Harbour Herald", "Coast Courier", "shared text", "certain"],
        ["Coast Courier", "Harbour Herald", "shared text", "certain"],
    ]


@pytest.mark.parametrize(
    ("manifest", "ending"),
    [
        pytest.param("a.txt,Harbour Herald,2025-03-18\nb.txt,Coast Courier,2025-03-19\n", "", id="published a day later"),
        pytest.param(
            "a.txt,Harbour Herald,\nb.txt,Coast Courier,\n", " All this the Harbour Herald reported.", id="names the other"
        ),
    ],
)
def test_a_date_or_a_credit_gives_the_direction(folder: Folder, manifest: str, ending: str) -> None:
    files = {"a.txt": f"{LONG}\n", "b.txt": f"{LONG} {OWN}{ending}\n", "manifest.csv": f"path,outlet,published\n{manifest}"}
    origins = trace(mk.read_corpus(folder(files)))
    shared = origins[origins["evidence"] == "shared text"]
    assert cells(shared, "outlet", "origin", "other_article_id") == [["Coast Courier", "Harbour Herald", "a"]]


@pytest.mark.parametrize(("groups", "strength"), [([1], "check"), ([1, 1, 2], "check"), ([1, 2, 3], "likely")])
def test_shared_quotations_are_a_sign_and_three_a_stronger_one(groups: list[int], strength: str) -> None:
    link = {"article_id": "Coast Courier", "quote_no": 1, "begin": 0, "end": 9, "other_article_id": "Harbour Herald",
            "other_quote_no": 1, "other_begin": 3, "other_end": 12}  # fmt: skip
    links = table(QUOTE_LINKS, *({**link, "group_no": number} for number in groups))
    origins = trace(mk.read_texts({"Harbour Herald": OWN, "Coast Courier": "It rained."}), links)
    assert cells(origins, "outlet", "evidence", "begin", "strength") == [
        ["Harbour Herald", "shared quotations", 3, strength],
        ["Coast Courier", "shared quotations", 0, strength],
    ]


REWORDED = {
    "Harbour Herald": "The union of Okafor says 412 of its 1,350 members in Lomvik and Hellnes lost wages to Brattholm Shipping.",
    "Coast Courier": "In Lomvik pay was docked for 412 dockers, claims Mr Okafor; in Hellnes Brattholm hit some of 1,350.",
    "Tide Times": "Dockers in two ports will strike on Monday. Their union has called for a meeting with the company.",
    "Island Post": "A strike of dockers is to begin next week, said the union, and no ship will be unloaded before it ends.",
}


def test_rare_names_and_numbers_are_traced_through_other_words() -> None:
    origins = trace(mk.read_texts(REWORDED))
    assert cells(origins, "outlet", "origin", "evidence", "strength") == [
        ["Harbour Herald", "Coast Courier", "shared numbers and names", "check"],
        ["Coast Courier", "Harbour Herald", "shared numbers and names", "check"],
        ["Tide Times", None, None, None],
        ["Island Post", None, None, None],
    ]
    assert origins["reason"][0] == "6 facts in common, rare in this story: okafor, 412, 1350, lomvik, hellnes, brattholm"


def test_facts_in_the_same_order_are_a_sign() -> None:
    names = ["Okafor", "Bianchi", "Sato", "Nguyen", "Kowalski", "Dlamini", "Reyes", "Haddad"]
    one = " ".join(f"First {name} spoke." for name in names)
    same, turned = (" ".join(f"After that it was {name}, who wept." for name in row) for row in (names, names[::-1]))
    origins = trace(mk.read_texts({"Harbour Herald": one, "Coast Courier": same, "Tide Times": turned}))
    ordered = origins[origins["evidence"] == "fact order"]
    assert cells(ordered, "outlet", "origin") == [["Harbour Herald", "Coast Courier"], ["Coast Courier", "Harbour Herald"]]


@pytest.mark.parametrize(("places", "share"), [([1, 2, 3, 4], 1.0), ([4, 3, 2, 1], 0.25), ([2, 1, 3, 4], 0.75)])
def test_order_is_the_share_of_the_longest_rising_row(places: list[int], share: float) -> None:
    assert share_in_order(places) == share


def test_years_months_and_weekdays_are_no_facts() -> None:
    corpus = mk.read_texts({"Harbour Herald": "On Monday 3 March 2025 the union counted 412 members in Lomvik, Okafor said."})
    ((_, document),) = documents(corpus)
    assert [*facts_of(Article(document, None, None))] == ["412", "lomvik", "okafor"]


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        pytest.param(OWN, "It rained.", 1, 2, id="nothing known: one to all"),
        pytest.param(LONG, f"{LONG} {OWN}", 1, 1, id="the same text is one"),
        pytest.param(f"LAGOS (AP) — {OWN}", "LAGOS (AP) — It rained.", 1, 1, id="the same agency"),
        pytest.param(f"LAGOS (AP) — {OWN}", "LAGOS (Reuters) — It rained.", 2, 2, id="two agencies"),
        pytest.param(f"LAGOS (AP) — {OWN}", "It rained, AP reported.", 1, 2, id="one may rest on the other’s agency"),
        pytest.param(f"{OWN} “Yes,” she told the Harbour Herald.", "LAGOS (AP) — It rained.", 2, 2, id="own words, an agency"),
    ],
)
def test_the_number_of_independent_origins_is_a_range(one: str, other: str, low: int, high: int) -> None:
    origins = trace(mk.read_texts({"Harbour Herald": one, "Coast Courier": other}))
    assert cells(origins, "independent_low", "independent_high") == [[low, high]] * len(origins)


def test_stories_are_counted_apart_and_the_contract_is_kept(folder: Folder) -> None:
    files = {"a.txt": f"{LONG}\n", "b.txt": f"{LONG}\n", "c.txt": f"{OWN}\n"}
    manifest = "path,outlet,story_id\na.txt,Harbour Herald,ferry\nb.txt,Coast Courier,ferry\nc.txt,Coast Courier,yard\n"
    origins = trace(mk.read_corpus(folder({**files, "manifest.csv": manifest})))
    assert [*origins.columns] == ORIGINS.names
    assert cells(origins, "article_id", "independent_high") == [["a", 1], ["b", 1], ["c", 1]]
