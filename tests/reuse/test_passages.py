"""find_passages: what two articles share, in whatever order, and what of it is copied text."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.errors import ContractError
from mediakit.tables import PASSAGES
from tests.conftest import Folder

FERRY = [
    "The island ferry lost power on Tuesday morning and drifted for two hours off Skarholm.",
    "A tug from the mainland towed it back to the harbour with ninety passengers on board.",
    "Engineers will look at the starboard engine before the boat is allowed to sail again.",
    "The council has asked the operator for a written account of the breakdown by Friday.",
]
BUDGET = [
    "Councillors voted late on Wednesday to close two of the town’s five branch libraries.",
    "The savings will pay for repairs to the roof of the covered market.",
    "Campaigners carried four thousand signatures into the chamber and left without speaking.",
]


def shared(texts: dict[str, str], *columns: str) -> list[list[object]]:
    passages = mk.find_passages(mk.read_texts(texts))[list(columns)]
    return passages.astype(object).where(passages.notna(), None).to_numpy().tolist()


def stretches(texts: dict[str, str]) -> list[tuple[str, str]]:
    """The words of each passage in both articles."""
    return [
        (texts[str(one)][begin:end], texts[str(other)][other_begin:other_end])
        for one, begin, end, other, other_begin, other_end in shared(
            texts, "article_id", "begin", "end", "other_article_id", "other_begin", "other_end"
        )
    ]


def test_sentences_that_follow_each_other_in_both_are_one_passage() -> None:
    texts = {"Coast Courier": " ".join([BUDGET[0], *FERRY[:2]]), "Harbour Herald": " ".join(FERRY[:3])}
    assert stretches(texts) == [(" ".join(FERRY[:2]), " ".join(FERRY[:2]))]


def test_a_block_that_was_moved_is_found_where_it_stands() -> None:
    texts = {"Coast Courier": " ".join([*FERRY[2:], *FERRY[:2]]), "Harbour Herald": " ".join(FERRY)}
    assert stretches(texts) == [(" ".join(FERRY[2:]),) * 2, (" ".join(FERRY[:2]),) * 2]


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        pytest.param(FERRY[1], True, id="word for word"),
        pytest.param(FERRY[1].upper(), True, id="in capitals"),
        pytest.param(
            "A tug towed it back to the harbour with 90 passengers on board.", True, id="words dropped, a number in digits"
        ),
        pytest.param(
            "A tug from the mainland towed it back to the dock with ninety travellers on board.", True, id="words swapped"
        ),
        pytest.param("A tug from the mainland towed it back to the harbour.", True, id="cut short"),
        pytest.param(f"Witnesses on the pier said that {FERRY[1][0].lower()}{FERRY[1][1:]}", True, id="inside a longer sentence"),
        pytest.param("Another boat pulled everybody safely to land before noon.", False, id="said in other words"),
        pytest.param("The harbour was closed for the day.", False, id="one word in common"),
    ],
)
def test_an_edited_copy_of_a_sentence_is_found(copy: str, found: bool) -> None:
    texts = {"Coast Courier": f"{BUDGET[0]} {copy} {BUDGET[1]}", "Harbour Herald": " ".join(FERRY)}
    assert (len(stretches(texts)) == 1) is found


def test_only_the_copied_part_of_a_longer_sentence_is_the_passage() -> None:
    longer = f"Sailors who watched from the old stone pier all that long morning said {FERRY[0][0].lower()}{FERRY[0][1:]}"
    texts = {"Coast Courier": longer, "Harbour Herald": FERRY[0]}
    assert stretches(texts) == [(longer[longer.index("the island") :], FERRY[0])]


def test_an_article_that_repeats_itself_without_end_is_held_against_the_same_place() -> None:
    text = "The ferry to Skarholm stopped at noon. Its engine room was full of smoke, the master said. " * 300
    passages = mk.find_passages(mk.read_texts({"Harbour Herald": text, "Coast Courier": text}))
    assert passages[["begin", "end", "other_begin", "other_end", "coverage"]].values.tolist() == [
        [0, len(text.strip()), 0, len(text.strip()), 1.0]
    ]


def test_a_line_without_a_space_is_one_word() -> None:
    text = "x" * 100_000
    assert len(mk.find_passages(mk.read_texts({"Harbour Herald": text, "Coast Courier": text}))) == 0


def test_numbers_of_a_passage_can_be_recounted() -> None:
    texts = {
        "Coast Courier": "The savings will pay for urgent repairs to the roof of the covered market.",
        "Harbour Herald": BUDGET[1],
    }
    # 14 words, the eight after “urgent” in a row; 6 content words and 7 function words at 0.3 are the same: 8.1 of 9.1
    assert shared(texts, "n_words", "longest_run", "coverage") == [[14, 8, 0.8901]]


def test_short_sentences_count_only_beside_more_copied_text() -> None:
    alone = {"Coast Courier": f"It rained. {BUDGET[0]}", "Harbour Herald": f"It rained. {FERRY[0]}"}
    assert stretches(alone) == []
    beside = {
        "Coast Courier": " ".join(["Nobody was hurt.", *FERRY[:3]]),
        "Harbour Herald": " ".join([*FERRY[:3], "Nobody was hurt."]),
    }
    assert ("Nobody was hurt.", "Nobody was hurt.") in stretches(beside)


QUOTED = "“We shall not sail before every one of the pumps has been changed,”"


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        pytest.param(f"{QUOTED} the master said.", f"{QUOTED} she told reporters.", ["quotation"], id="both quote it"),
        pytest.param(f"{FERRY[0]} {FERRY[1]} {FERRY[2]} {QUOTED} the master said.",
                     f"{FERRY[0]} {FERRY[1]} {FERRY[2]} Nobody asked why. {QUOTED} she said.", ["text", "text"],
                     id="copied text brings its quotations along"),
        pytest.param("Playing were Okafor, Bianchi, Sato, Nguyen, Kowalski, Dlamini and Reyes.",
                     "On the pitch: Okafor, Bianchi, Sato, Nguyen, Kowalski, Dlamini and Reyes.", ["names"],
                     id="a list of names"),
    ],
)  # fmt: skip
def test_what_is_shared_for_other_reasons_is_told_apart(one: str, other: str, kinds: list[str]) -> None:
    texts = {"Coast Courier": f"{BUDGET[0]} {one}", "Harbour Herald": other}
    assert [kind for (kind,) in shared(texts, "kind")] == kinds


def test_what_an_outlet_prints_in_more_than_30_percent_of_its_articles_is_boilerplate(folder: Folder) -> None:
    stock = "Write to our island desk if you have seen something that we should know about."
    manifest = (
        "path,outlet,story_id\n" + "".join(f"h{n}.txt,Harbour Herald,s{n}\n" for n in range(4)) + "c.txt,Coast Courier,s0\n"
    )
    own = [*FERRY[:2], *BUDGET[:2]]
    files = {
        f"h{n}.txt": f"{own[n]} {FERRY[3]}\n\n{stock} And so say all of us here.\n" if n == 0 else f"{own[n]} {stock}\n"
        for n in range(4)
    }
    corpus = mk.read_corpus(folder({**files, "c.txt": f"{BUDGET[2]} {stock} {FERRY[3]}\n", "manifest.csv": manifest}))
    passages = mk.find_passages(corpus)
    assert sorted(passages["kind"]) == ["boilerplate", "text"]


def test_articles_of_one_outlet_are_kept_apart(folder: Folder) -> None:
    manifest = "path,outlet,story_id\na.txt,Harbour Herald,s\nb.txt,harbour herald,s\nc.txt,Coast Courier,s\n"
    files = {name: f"{FERRY[0]} {ending}\n" for name, ending in zip(("a.txt", "b.txt", "c.txt"), BUDGET, strict=True)}
    passages = mk.find_passages(mk.read_corpus(folder({**files, "manifest.csv": manifest})))
    assert passages[["article_id", "other_article_id", "kind"]].values.tolist() == [
        ["a", "b", "same outlet"],
        ["a", "c", "text"],
        ["b", "c", "text"],
    ]


def test_two_unknown_outlets_are_not_one(folder: Folder) -> None:
    passages = mk.find_passages(mk.read_corpus(folder({"a.txt": f"{FERRY[0]}\n", "b.txt": f"{FERRY[0]} {BUDGET[0]}\n"})))
    assert passages["kind"].tolist() == ["text"]


@pytest.mark.parametrize(
    ("one", "other", "credited"),
    [
        pytest.param("", "", False, id="no credit"),
        pytest.param("", "Harbour Herald reported on Wednesday that repairs go on.", True, id="the other’s outlet is cited"),
        pytest.param(
            "With reporting by Reuters.", "Original Source: www.reuters.com\n", False, id="an agency and a site are two names"
        ),
        pytest.param("With reporting by Reuters.", "With reporting by Reuters.", True, id="both credit the same agency"),
        pytest.param("", "With reporting by Reuters.", False, id="only one credits somebody else"),
        pytest.param("", "Original Source: www.harbourherald.example", True, id="the other’s address, which holds its name"),
        pytest.param("", "Original Source: www.the-harbour-herald.example", True, id="an address with “the” and hyphens"),
        pytest.param("", "Original Source: www.herald.example", False, id="an address that holds a part of the name"),
    ],
)
def test_a_passage_is_credited_when_either_names_the_other_or_both_the_same_source(one: str, other: str, credited: bool) -> None:
    texts = {"Coast Courier": f"{FERRY[0]}\n\n{other}", "Harbour Herald": f"{BUDGET[0]} {FERRY[0]}\n\n{one}"}
    assert next(found for found, kind in shared(texts, "credited", "kind") if kind == "text") is credited


def test_articles_of_different_stories_are_compared_only_across_the_corpus(folder: Folder) -> None:
    manifest = "path,outlet,story_id\na.txt,Harbour Herald,s\nb.txt,Coast Courier,t\nc.txt,Coast Courier,t\n"
    files = {"a.txt": " ".join(FERRY), "b.txt": " ".join(FERRY[:3]), "c.txt": " ".join([*FERRY[:2], *BUDGET])}
    corpus = mk.read_corpus(folder({**files, "manifest.csv": manifest}))
    assert mk.find_passages(corpus)["other_article_id"].tolist() == ["c"]  # b and c, one outlet
    across = mk.find_passages(corpus, scope="corpus")
    assert across[["article_id", "other_article_id"]].values.tolist() == [["a", "b"], ["a", "c"]]


def test_an_unknown_scope_is_refused(corpus: mk.Corpus) -> None:
    with pytest.raises(ContractError, match="no scope is called 'week'") as refused:
        mk.find_passages(corpus, scope="week")
    assert "story, corpus" in refused.value.mend


def test_the_table_keeps_its_contract_also_when_nothing_is_shared() -> None:
    empty = mk.find_passages(mk.read_texts({"Harbour Herald": FERRY[0], "Coast Courier": ""}))
    assert [*empty.columns] == PASSAGES.names
    assert empty.empty


def test_the_order_of_articles_changes_nothing() -> None:
    texts = {
        "Coast Courier": " ".join(FERRY),
        "Harbour Herald": " ".join(FERRY[::-1]),
        "Tide Times": " ".join([FERRY[1], *BUDGET]),
    }
    turned = mk.find_passages(mk.read_texts(dict(reversed(texts.items()))))
    pd.testing.assert_frame_equal(mk.find_passages(mk.read_texts(texts)), turned)
