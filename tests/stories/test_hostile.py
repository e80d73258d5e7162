"""Whatever the texts are, every article stands in exactly one story."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mediakit as mk
from tests.stories.made import ALL, GROUNDED, corpus_of, groups

WORDS = ("ferry", "Skerra", "aground", "on", "Friday", "3 May", "previously in March", "<b>", "\u202e", "\n", "渡轮", "🐟", ".")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join).filter(str.strip)


@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(st.lists(TEXTS, min_size=1, max_size=7))
def test_every_article_stands_in_exactly_one_story_whatever_the_texts(texts: list[str]) -> None:
    corpus = mk.read_texts({f"outlet {number}": text for number, text in enumerate(texts)})
    members = mk.group_stories(corpus)
    assert members["article_id"].tolist() == corpus.articles["article_id"].tolist()
    assert members["story_id"].notna().all()
    assert mk.describe_stories(members, corpus)["n_articles"].sum() == len(corpus.articles)


def test_articles_of_headlines_without_telling_words_stand_alone() -> None:
    assert len(groups(mk.read_texts({"one": "The", "two": "Of it", "three": "🐟"}))) == 3


def test_articles_of_one_text_are_one_story_however_many() -> None:
    corpus = mk.read_texts({f"outlet {number:03}": GROUNDED["grounded wire"] for number in range(500)})
    assert len(groups(corpus)) == 1


def test_a_story_of_500_outlets_in_their_own_words_is_one_story() -> None:
    base = GROUNDED["grounded broadsheet"]
    corpus = mk.read_texts({f"outlet {number:03}": f"{base} Our reporter number {number} was there." for number in range(500)})
    assert len(groups(corpus)) == 1


def test_another_language_is_grouped_by_its_own_words() -> None:
    one = "Die Fähre Skerra ist am Montag auf die Otterbank gelaufen. Die Seenotretter holten 140 Fahrgäste von der Fähre."
    two = "Seenotretter holten am Montag 140 Fahrgäste von Bord der Fähre Skerra, die auf die Otterbank gelaufen war."
    other = "Der Stadtrat hat den Haushalt beschlossen. Zwei Büchereien schließen im Mai, das Schwimmbad bleibt offen."
    assert groups(mk.read_texts({"one": one, "two": two, "other": other})) == {frozenset({"one", "two"}), frozenset({"other"})}


def test_no_article_at_all_gives_empty_tables() -> None:
    corpus = corpus_of(ALL)
    empty = replace(corpus, articles=corpus.articles.iloc[:0])
    members = mk.group_stories(empty)
    assert len(members) == 0
    assert len(mk.describe_stories(members, empty)) == 0


@pytest.mark.parametrize("published", ["2024", "2024-05"], ids=["a year", "a month"])
def test_a_date_that_is_not_exact_counts_as_unknown(published: str) -> None:
    assert len(groups(corpus_of(GROUNDED, published=dict.fromkeys(GROUNDED, published)))) == 1


def test_hidden_and_hostile_words_in_a_reason_stay_as_they_stand() -> None:
    visit = "Envoy Dolan met President Tui in Lomaru about the <script>alert(1)</script> treaty and the loan. "
    corpus = corpus_of(
        {"march": visit + "They met on 22 March.", "june": visit + "He previously came in March for <script>."},
        stories={"march": "visit", "june": "visit"},
    )
    reasons = mk.group_stories(corpus)["reason"].dropna()
    assert reasons.str.contains("previously came in March for <script>.", regex=False).all()
