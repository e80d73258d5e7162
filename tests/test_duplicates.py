"""Texts that stand in a corpus more than once: grouped, flagged, said, and never left out by themselves."""

import pytest

import mediakit as mk
from mediakit.duplicates import find_copies
from mediakit.errors import MeasureError
from tests.conftest import Folder

SENTENCES = [
    "The night ferry to the island did not leave the harbour on Monday.",
    "Engineers had found a crack in the ramp, the port office said.",
    "Nobody was hurt, and buses took the passengers to the next town.",
    "The council will hear on Thursday what a new ramp would cost.",
    "Fishermen said they had warned of the rust for years.",
    "A spokesman called the ramp safe until the day it broke.",
]
STORY = "\n\n".join(SENTENCES) + "\n"
UPDATED = STORY.replace("on Monday", "on Monday evening")
GROWN = STORY + "\nUpdate: the ferry sails again from Friday, with a ramp that was lent by the navy.\n"
OTHER = (
    "The council passed its budget by a single vote last night.\n\nLibraries keep their hours, and the pool in Wattle Street "
    "closes for good.\n\nBus fares go up by ten cents in March, which the mayor called a small price for a bus that comes.\n"
)


def grouped(texts: list[str]) -> dict[int, int]:
    return {place: copy.first for place, copy in find_copies(texts).items()}


@pytest.mark.parametrize(
    ("texts", "firsts"),
    [
        pytest.param([STORY, OTHER, STORY], {2: 0}, id="the same text"),
        pytest.param([STORY, UPDATED], {1: 0}, id="an edited word"),
        pytest.param([STORY, GROWN], {1: 0}, id="a paragraph more"),
        pytest.param([GROWN, STORY], {1: 0}, id="a paragraph less"),
        pytest.param([STORY.upper(), STORY], {}, id="capitals throughout share no line"),
        pytest.param([" ".join(SENTENCES), " ".join(SENTENCES[:5])], {1: 0}, id="texts of one line are compared by sentences"),
        pytest.param([STORY, UPDATED, UPDATED], {1: 0, 2: 0}, id="the same as a version belongs to its group"),
        pytest.param([STORY, OTHER], {}, id="two stories"),
        pytest.param([STORY, SENTENCES[0] + "\n" + OTHER], {}, id="one sentence in common"),
        pytest.param(["No ferry today.", "No ferry tonight."], {}, id="too short to be a version"),
        pytest.param(["No ferry today.", "No ferry today."], {1: 0}, id="short, and equal"),
        pytest.param(["", " ", ""], {}, id="nothing is no copy of nothing"),
        pytest.param([], {}, id="no texts"),
    ],
)
def test_what_is_a_copy_of_what(texts: list[str], firsts: dict[int, int]) -> None:
    assert grouped(texts) == firsts


def test_equal_texts_share_all_and_versions_less() -> None:
    copies = find_copies([STORY, STORY, UPDATED])
    assert copies[1].share == 1
    assert 0.7 <= copies[2].share < 1


def test_versions_are_left_alone_where_they_were_not_asked_for() -> None:
    assert find_copies([STORY, UPDATED, STORY], near=False).keys() == {2}


def test_a_line_that_very_many_texts_share_is_the_sites_and_makes_no_group() -> None:
    notice = "Your e-mail address will not be published, and required fields are marked with a star."
    texts = [f"Story {n}. " + " ".join(f"word{n}x{m}" for m in range(60)) + f"\n{notice}\n" for n in range(60)]
    assert find_copies(texts) == {}


@pytest.fixture
def papers(folder: Folder) -> mk.Corpus:
    manifest = "path,outlet\na.txt,Harbour Herald\nb.txt,Coast Courier\nc.txt,Harbour Herald\nd.txt,Harbour Herald\n"
    return mk.read_corpus(folder({"a.txt": STORY, "b.txt": STORY, "c.txt": UPDATED, "d.txt": OTHER, "manifest.csv": manifest}))


def test_copies_are_loaded_flagged_and_numbered(papers: mk.Corpus) -> None:
    assert papers.articles["article_id"].tolist() == ["a", "b", "c", "d"]
    assert papers.articles["duplicate_group"].fillna(0).tolist() == [1, 1, 1, 0]
    assert [list(flags) for flags in papers.articles["flags"]] == [["duplicate"], ["duplicate"], ["duplicate"], []]


def test_copies_are_said_with_what_to_do(papers: mk.Corpus) -> None:
    said = {row.path: (row.what, row.mend, row.fate) for row in papers.problems.itertuples() if row.field == "text"}
    assert said["b.txt"] == (
        "the same text as a, from another outlet; it counts again",
        'nothing: two outlets printed it; measure(…, duplicates="once") counts it once',
        "flagged",
    )
    assert said["c.txt"][0].startswith("nearly the same text (")
    assert said["c.txt"][0].endswith("of its runs of words) as a; it counts again")


def test_every_copy_is_measured_unless_asked_otherwise(papers: mk.Corpus) -> None:
    assert mk.measure(papers, "word_count")["status"].tolist() == ["ok"] * 4


def test_each_text_is_measured_once_on_request_and_the_others_say_why_not(papers: mk.Corpus) -> None:
    values = mk.measure(papers, "word_count", duplicates="once")
    assert values["status"].tolist() == ["ok", "duplicate", "duplicate", "ok"]
    assert values["value"].isna().tolist() == [False, True, True, False]
    assert values["recipe"].str.endswith("duplicates=once").all()
    summary = mk.summarize(values).set_index("group")
    assert summary["n_left_out"].to_dict() == {"Harbour Herald": 1, "Coast Courier": 1}


def test_which_copy_counts_does_not_depend_on_the_batch(papers: mk.Corpus) -> None:
    part = papers.select(ids=["b", "d"])
    assert mk.measure(part, "word_count", duplicates="once")["status"].tolist() == ["duplicate", "ok"]


def test_another_word_for_it_is_refused(papers: mk.Corpus) -> None:
    with pytest.raises(MeasureError, match="use one of: keep, once"):
        mk.measure(papers, "word_count", duplicates="twice")
