"""Which articles are compared: all of a small story, else those that share rare runs of words, up to a stated number."""

import mediakit as mk
from mediakit.document import documents
from mediakit.reuse.passages_pairs import MOST_COMPARED, SMALL_STORY, pairs_of_story, pairs_that_share
from mediakit.reuse.passages_text import Article

ISLES = ("Skarholm", "Vestrand", "Ostrand", "Lomvik", "Hellnes", "Tarnoy", "Gilsund", "Brattholm")


def articles(texts: list[str]) -> list[Article]:
    corpus = mk.read_texts({f"Outlet {number:03d}": text for number, text in enumerate(texts)})
    return [Article(document, str(lead[2]), str(lead[3])) for lead, document in documents(corpus)]


def made(number: int) -> str:
    return " ".join(f"Boat {number}{place} left {isle} for quay {place}{number} under flag {number * 7 + place}."
                    for place, isle in enumerate(ISLES))  # fmt: skip


def test_all_articles_of_a_small_story_are_compared() -> None:
    assert pairs_of_story(articles([made(number) for number in range(4)])) == [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]


def test_articles_that_share_no_run_of_words_are_not_compared() -> None:
    assert pairs_that_share(articles([made(number) for number in range(4)])) == []


def test_articles_that_share_runs_are_found_among_many() -> None:
    texts = [made(number) for number in range(SMALL_STORY + 20)]
    texts[70] = f"{made(900)} {texts[3]}"
    assert pairs_of_story(articles(texts)) == [(3, 70)]


def test_a_text_printed_by_very_many_stays_within_the_stated_number_of_comparisons() -> None:
    many = 3 * MOST_COMPARED
    pairs = pairs_that_share(articles([made(1)] * many))
    met = [sum(place in pair for pair in pairs) for place in range(many)]
    assert 0 < min(met) <= max(met) <= MOST_COMPARED
