"""What a notebook shows of a corpus is made again with every correction, and nothing is written."""

from pathlib import Path
from typing import Any

import pytest

import mediakit as mk
from tests.conftest import Folder

LABEL: dict[str, Any] = {
    "table": "lines", "article_id": "herald", "begin": 35, "end": 51, "field": "label", "value": "body", "reason": "it is told",
    "who": "A. Boyle", "when": "2025-03-22", "text_sha256": None,
}  # fmt: skip
HERALD = "The ferry did not leave on Monday.\nLeave a comment\n"


@pytest.fixture
def room(folder: Folder) -> Path:
    """A folder of two articles, in one of which a correction stands already."""
    return folder(
        {
            "herald.txt": HERALD,
            "courier.txt": "No ferry ran today.",
            "corrections.csv": "table,article_id,field,value\narticles,courier,outlet,Coast Courier\n",
        }
    )


def label_of_second_line(corpus: mk.Corpus) -> str:
    lines = corpus.lines.set_index(["article_id", "line_no"])["label"]
    return str(lines["herald", 2])


def test_a_correction_in_the_explorer_reaches_the_corpus_and_what_is_shown_of_it(room: Path) -> None:
    again = mk.recompute(mk.read_corpus(room), label_of_second_line)
    pile = mk.explore_corpus(again.corpus, on_correct=again.correct)
    assert str(again) == "comment_form"
    pile.corrections = [*pile.corrections, LABEL]
    assert str(again) == "body"
    assert pile.answer["words"] == "Handed to the notebook."


def test_what_is_taken_back_holds_no_longer_also_where_it_stands_in_the_folder(room: Path) -> None:
    again = mk.recompute(mk.read_corpus(room), label_of_second_line)
    pile = mk.explore_corpus(again.corpus, on_correct=again.correct)
    pile.corrections = [LABEL]
    assert again.corpus.articles["outlet"].isna().all()
    pile.corrections = []
    assert str(again) == "comment_form"
    assert (room / "corrections.csv").read_text(encoding="utf-8").count("\n") == 2


def test_it_is_the_same_part_of_the_corpus_read_in_the_same_way(folder: Folder) -> None:
    room = folder({"pile.csv": "paper,story\nHerald,The ferry stopped.\nCourier,No ferry ran today.\n"})
    corpus = mk.read_corpus(room, columns={"text": "story", "outlet": "paper"}).select(outlet="Courier")
    again = mk.recompute(corpus, repr)
    again.correct(corpus.corrections)
    assert again.corpus.articles["outlet"].tolist() == ["Courier"]


def test_pasted_texts_cannot_be_read_again_and_the_explorer_says_so() -> None:
    again = mk.recompute(mk.read_texts({"Herald": "The ferry stopped."}), repr)
    pile = mk.explore_corpus(again.corpus, on_correct=again.correct)
    pile.corrections = [{**LABEL, "article_id": "Herald", "begin": 0, "end": 18}]
    assert pile.corrections == []
    assert pile.answer["words"].startswith("Not kept: texts that were pasted cannot be read again.")
