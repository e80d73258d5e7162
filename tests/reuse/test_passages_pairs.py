"""Which articles are compared: all of a small story, else those that share rare runs of words, up to a stated number."""

import numpy as np

import mediakit as mk
from mediakit.document import documents
from mediakit.reuse.passages_pairs import COMMON, MOST_COMPARED, MOST_IN_ALL, SMALL_STORY, Pairs, all_pairs, pairs_that_share
from mediakit.reuse.passages_text import Article, runs_of

ISLES = ("Skarholm", "Vestrand", "Ostrand", "Lomvik", "Hellnes", "Tarnoy", "Gilsund", "Brattholm")


def compared(texts: list[str]) -> Pairs:
    corpus = mk.read_texts({f"Outlet {number:03d}": text for number, text in enumerate(texts)})
    return pairs_that_share([runs_of(Article(document, None, None)) for _, document in documents(corpus)])


def made(number: int) -> str:
    return " ".join(f"Boat {number}{place} left {isle} for quay {place}{number} under flag {number * 7 + place}."
                    for place, isle in enumerate(ISLES))  # fmt: skip


def test_all_articles_of_a_small_story_are_compared() -> None:
    assert all_pairs(4).kept == [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]


def test_articles_that_share_no_run_of_words_are_not_compared() -> None:
    assert compared([made(number) for number in range(4)]) == Pairs([], [], [])


def test_articles_that_share_runs_are_found_among_many() -> None:
    texts = [made(number) for number in range(SMALL_STORY + 20)]
    texts[70] = f"{made(900)} {texts[3]}"
    assert compared(texts) == Pairs([(3, 70)], [], [])


def test_a_text_printed_by_very_many_stays_within_the_stated_number_of_comparisons() -> None:
    many = 3 * MOST_COMPARED
    pairs = compared([made(1)] * many)
    met = [sum(place in pair for pair in pairs.kept) for place in range(many)]
    assert 0 < min(met) <= max(met) <= MOST_COMPARED
    assert pairs.crowded == [*range(many)]


def test_where_very_many_share_with_very_many_each_is_compared_with_fewer() -> None:
    n_articles = 2 * MOST_IN_ALL // MOST_COMPARED
    # article 7 holds the runs 7, 8, … 47, so that it shares them with the 40 before it and the 40 behind it
    pairs = pairs_that_share([np.arange(place, place + 41) for place in range(n_articles)])
    met = np.bincount(np.ravel(pairs.kept), minlength=n_articles)
    assert pairs.most == MOST_COMPARED // 2
    assert max(met[50:-50]) == pairs.most


def test_an_article_that_shares_with_more_than_it_is_compared_with_is_said() -> None:
    # each of the others holds two sentences of the first: no run is held by too many
    sentences = made(1).split(". ")
    parts = [". ".join(sentences[place : place + 2]).removesuffix(".") + "." for place in range(0, len(sentences), 2)]
    others = [f"{made(100 + number)} {parts[number % len(parts)]}" for number in range(MOST_COMPARED + 20)]
    pairs = compared([made(1), *others])
    assert (MOST_COMPARED + 20) // len(parts) < COMMON
    assert sum(0 in pair for pair in pairs.kept) == MOST_COMPARED
    assert 0 in pairs.capped
