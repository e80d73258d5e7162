"""The keys: an answer to every task, with its reason, resting on words that stand in the texts, and in no copy for students."""

import re

import pytest

import mediakit as mk
from mediakit.lessons.lesson import Lesson, list_lessons, read_key, read_rubric
from tests.conftest import ROOT

LESSONS = list_lessons()
each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)
_RUN = 8  # words; shorter runs are everyday phrases


@pytest.fixture(scope="module")
def practice() -> mk.Corpus:
    """The practice corpus."""
    return mk.read_corpus(mk.practice_path())


@pytest.fixture(scope="module")
def texts(corpus: mk.Corpus, practice: mk.Corpus) -> dict[str, str]:
    """Every article by its name: the seeds by their first three digits."""
    seeds = {article[:3]: text for article, text in zip(corpus.articles["article_id"], corpus.articles["text"], strict=True)}
    return seeds | dict(zip(practice.articles["article_id"], practice.articles["text"], strict=True))


@each_lesson
def test_every_task_has_an_answer_what_else_is_right_and_a_reason(lesson: Lesson) -> None:
    key = read_key(lesson)
    assert sorted(key) == [task.number for task in lesson.tasks]
    assert [number for number, answer in key.items() if not (answer.answer and answer.why)] == []


@each_lesson
def test_the_words_an_answer_rests_on_stand_in_the_text(lesson: Lesson, texts: dict[str, str]) -> None:
    rests = [(article, words) for answer in read_key(lesson).values() for article, words in answer.evidence]
    assert rests
    assert [(article, words) for article, words in rests if words not in texts[article]] == []


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str) -> set[str]:
    words = words_of(text)
    return {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def runs_of_key(lesson: Lesson) -> set[str]:
    said = [text for answer in read_key(lesson).values() for text in (answer.answer, answer.why, *answer.accept)]
    return {run for text in said for run in runs(text)}


@each_lesson
def test_no_answer_stands_in_what_students_get(lesson: Lesson, texts: dict[str, str]) -> None:
    own = {
        run for answer in read_key(lesson).values() for said in (answer.answer, answer.why, *answer.accept) for run in runs(said)
    }
    own -= {run for text in texts.values() for run in runs(text)}
    handed_out = " ".join(words_of((ROOT / "notebooks" / lesson.path.name).read_text(encoding="utf-8").replace("\\n", " ")))
    assert [run for run in own if run in handed_out] == []


def test_the_rubric_tells_one_point_from_three() -> None:
    rows = read_rubric(LESSONS[0])
    assert len(rows) == 5
    assert [row for row in rows if not row["name"] or row["one"] == row["three"]] == []


def test_what_lesson_03_says_of_outlets_and_numbers_is_what_the_toolkit_says(practice: mk.Corpus) -> None:
    measured = mk.measure(practice, ["flesch_kincaid_grade", "word_count"])
    found = mk.compare(measured, reference="Northline", articles=practice.articles).set_index(["outlet", "measure"])["verdict"]
    assert found["The Ellery Chronicle", "flesch_kincaid_grade"] == "higher"
    assert found["The Morning Lantern", "flesch_kincaid_grade"] == "too few stories"
    assert found["The Ellery Chronicle", "word_count"] == "cannot be told apart"
