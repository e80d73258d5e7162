"""What a lesson is: its notebook, the tasks it sets, and the key to them.

The notebook is what students get, as it is. Its key stands in a file of its own, keys/NAME.toml, so that no copy for
students can hold an answer.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediakit.errors import ReportError, UsageError
from mediakit.reports.jupyter import nbformat
from mediakit.reports.shipped import notebook_path

INDEX = "00_index.ipynb"
ONE_LESSON = "04"
ONE_WEEK = ("04", "06", "08")  #: who said it, where did it come from, do the facts agree: each stands alone
#: what a task asks for; all but the last can be answered from the texts
KINDS = ("Predict", "Ask", "Check against the text", "Practise", "Look outside")

_TASK = re.compile(rf"^> \*\*(\d+)\. ({'|'.join(KINDS)})\.\*\* ((?:.*\n?)(?:^>.*\n?)*)", re.MULTILINE)
_OPENING = re.compile(r"\*\*(For whom|Minutes|You need|Goal):\*\* (.*?)(?=\s+·\s+\*\*|\n\n|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Task:
    """One thing a lesson asks: its number, its kind (one of KINDS), and its words."""

    number: int
    kind: str
    text: str

    @property
    def needs_looking_outside(self) -> bool:
        """Whether the texts alone cannot answer it."""
        return self.kind == KINDS[-1]


@dataclass(frozen=True)
class Answer:
    """The key to one task: an answer, what else is right, why, and the words of the texts it rests on."""

    task: int
    answer: str
    accept: tuple[str, ...]
    why: str
    evidence: tuple[tuple[str, str], ...]  #: article and words


@dataclass(frozen=True)
class Lesson:
    """One lesson: where its notebook is, and what its opening says."""

    path: Path
    question: str
    audience: str
    minutes: int
    needs: str
    goal: str
    tasks: tuple[Task, ...]

    @property
    def number(self) -> str:
        """Two digits."""
        return self.path.name[:2]


def list_lessons(numbers: Sequence[str] | None = None) -> list[Lesson]:
    """The lessons in their order, all of them or those of some numbers.

    Raises UsageError for a number that no lesson has.

    >>> [lesson.number for lesson in list_lessons(["04", "6"])]
    ['04', '06']
    """
    lessons = [read_lesson(path) for path in sorted(notebook_path(INDEX).parent.glob("0[1-9]_*.ipynb"))]
    if numbers is None:
        return lessons
    wanted = {number.strip().zfill(2) for number in numbers}
    unknown = sorted(wanted - {lesson.number for lesson in lessons})
    if unknown:
        known = ", ".join(lesson.number for lesson in lessons)
        raise UsageError(f"there is no lesson {unknown[0]}", where="--lessons", mend=f"use some of: {known}")
    return [lesson for lesson in lessons if lesson.number in wanted]


def read_lesson(path: Path) -> Lesson:
    """A lesson from its notebook. Raises ReportError where the opening lacks something every lesson tells."""
    texts = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "markdown"]
    told = {name: " ".join(words.split()) for name, words in _OPENING.findall(texts[0])}
    try:
        return Lesson(
            path=path,
            question=texts[0].splitlines()[0].removeprefix("# "),
            audience=told["For whom"],
            minutes=int(told["Minutes"]),
            needs=told["You need"],
            goal=told["Goal"],
            tasks=tuple(task for text in texts for task in tasks_in(text)),
        )
    except (KeyError, ValueError) as error:
        raise ReportError(f"the opening lacks {error}", where=path.name, mend="install mediakit again") from error


def tasks_in(markdown: str) -> list[Task]:
    r"""The tasks in a piece of a notebook.

    >>> tasks_in("> **3. Ask.** Who heard\n> it said?")
    [Task(number=3, kind='Ask', text='Who heard it said?')]
    """
    return [task for _, task in split_at_tasks(markdown) if task]


def split_at_tasks(markdown: str) -> list[tuple[str, Task | None]]:
    """A piece of a notebook cut behind each task: the words up to its end, and the task; None where no task ends them."""
    pieces: list[tuple[str, Task | None]] = []
    done = 0
    for found in _TASK.finditer(markdown):
        words = " ".join(re.sub(r"^> ?", "", found[3], flags=re.MULTILINE).split())
        pieces.append((markdown[done : found.end()].strip(), Task(int(found[1]), found[2], words)))
        done = found.end()
    rest = markdown[done:].strip()
    return [*pieces, (rest, None)] if rest else pieces


def read_key(lesson: Lesson) -> dict[int, Answer]:
    """The answers of a lesson by the number of their task. Raises ReportError where the key is missing or broken."""
    file = lesson.path.parent / "keys" / f"{lesson.path.stem}.toml"
    rows = _read(file)["answer"]
    return {
        row["question"]: Answer(
            row["question"], row["answer"], tuple(row.get("accept", ())), row["why"],
            tuple((article, words) for article, words in row.get("evidence", ())),
        )
        for row in rows
    }  # fmt: skip


def read_rubric(lesson: Lesson) -> list[Mapping[str, str]]:
    """How answers are looked at: rows with name, one (what one point looks like) and three."""
    return [*_read(lesson.path.parent / "keys" / "rubric.toml")["row"]]


def _read(file: Path) -> dict[str, list[dict[str, Any]]]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ReportError(f"the key cannot be read: {error}", where=str(file), mend="install mediakit again") from error
