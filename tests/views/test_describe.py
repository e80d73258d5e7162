"""The card of a corpus: what is in the folder, what was left out of the count, and what that changes."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.views.describe import Card
from tests.conftest import Folder

STORY = "The night ferry did not leave on Monday. Nobody knew why it had stayed."  # 14 words, 2 sentences
FERRY = f"Night ferry stays in harbour\n\nBy Isla Marwick\n\n{STORY}\n\nLeave a comment\n"
ATTACK = "<img src=x onerror=alert(1)>"


@pytest.fixture
def card(folder: Folder) -> Card:
    files: dict[str, str | bytes] = {
        "001_ferry.txt": FERRY,
        "002_bus.txt": "Buses ran instead of the ferry, and most of them were full by noon.",
        "003_again.txt": FERRY,
        "rows.jsonl": '{"text": "The bus ran all night and the driver slept all day.", "url": "https://courier.example/1"}\n',
        "blank.txt": " \n",
        "manifest.csv": "path,outlet,published,story_id\n001_ferry.txt,Harbour Herald,2025-03-03,ramp\n002_bus.txt,,,\n"
        "003_again.txt,Harbour Herald,2025-04,ramp\nrows.jsonl,,,\nblank.txt,,,\n",
        "corrections.csv": "table,article_id,begin,end,field,value,reason\narticles,002_bus,,,title,Buses ran,he says so\n"
        f"lines,001_ferry,{FERRY.index('Leave')},{len(FERRY)},label,body,it does\narticles,nobody,,,title,Lost,gone\n",
    }
    return mk.describe(mk.read_corpus(folder(files)))


def cells(card: Card, name: str) -> list[list[object]]:
    table = card.tables[name]
    return table.astype(object).where(table.notna(), None).to_numpy().tolist()


def test_outlets_with_articles_stories_and_dates_and_unknown_ones_by_themselves(card: Card) -> None:
    assert cells(card, "outlets") == [
        ["Harbour Herald", 2, 1, "2025-03-03", "2025-04"],
        ["courier.example", 1, "not known", None, None],
        ["unknown (002…)", 1, "not known", None, None],
    ]


def test_when_they_were_published_and_how_many_do_not_say(card: Card) -> None:
    assert cells(card, "dates") == [["2025-03", 1], ["2025-04", 1], [None, 2]]


def test_formats_count_files_and_articles(card: Card) -> None:
    assert cells(card, "formats") == [["jsonl", 1, 1], ["txt", 4, 3]]


def test_flags_say_what_they_mean(card: Card) -> None:
    assert cells(card, "flags") == [["duplicate", 2, "the text, or a version of it, stands in the folder more than once"]]


def test_corrections_are_counted_and_how_many_were_applied(card: Card) -> None:
    assert cells(card, "corrections") == [["title", 2, 1], ["label of a line", 1, 1]]


def test_problems_are_counted_by_fate_with_an_instance(card: Card) -> None:
    assert ["quarantined", "text", 1, "blank.txt: no text: empty or blank"] in cells(card, "problems")


def test_what_was_left_out_in_lines_words_and_share() -> None:
    card = mk.describe(mk.read_texts({"Harbour Herald": FERRY}))
    assert cells(card, "left_out") == [
        ["body", "counted", 1, 14, "56 %"],
        ["title", "left out", 1, 5, "20 %"],
        ["byline", "left out", 1, 3, "12 %"],
        ["comment form", "left out", 1, 3, "12 %"],
    ]


def test_each_measure_on_all_lines_and_on_the_body_alone() -> None:
    card = mk.describe(mk.read_texts({"Harbour Herald": FERRY, "Coast Courier": STORY}))
    words = card.tables["effect"].set_index("measure").loc["Words"].tolist()
    assert words == ["20", "14", "-6", "-11", 2]  # (25 + 14) / 2 = 19.5; (14 + 14) / 2


def test_readability_that_neither_text_is_long_enough_for_is_left_away() -> None:
    card = mk.describe(mk.read_texts({"Harbour Herald": FERRY}))
    assert "LIX" not in card.tables["effect"]["measure"].tolist()


def test_readability_is_compared_where_the_text_is_long_enough(corpus: mk.Corpus) -> None:
    effect = mk.describe(corpus).tables["effect"].set_index("measure")
    assert effect.loc["LIX", "articles"] == 5
    assert "Flesch–Kincaid grade" in effect.index


def test_the_card_shows_every_table_with_its_caption(card: Card) -> None:
    assert card._repr_html_().count("<caption>") == len(card.tables)
    assert "What was counted and what was left out" in repr(card)
    assert "NaN" not in repr(card)


def test_describing_changes_nothing(corpus: mk.Corpus) -> None:
    before = mk.measure(corpus, "word_count")
    mk.describe(corpus)
    pd.testing.assert_frame_equal(mk.measure(corpus, "word_count"), before)


def test_no_string_of_the_corpus_reaches_the_card_as_markup(folder: Folder) -> None:
    files = {"a.txt": f"{ATTACK}\n\n{STORY}", "manifest.csv": f'path,outlet\na.txt,"{ATTACK}"\nx{ATTACK}.txt,\n'}
    page = mk.describe(mk.read_corpus(folder(files)))._repr_html_()
    assert "&lt;img" in page
    assert "<img" not in page


def test_an_empty_selection_has_a_card_too(corpus: mk.Corpus) -> None:
    assert "outlets" not in mk.describe(corpus.select(ids=[])).tables
