"""write_teach(): what a teacher hands out, and what a teacher keeps."""

from __future__ import annotations

import html
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from mediakit.errors import ReportError, UsageError
from mediakit.lessons.lesson import ONE_LESSON, ONE_WEEK, Lesson, list_lessons
from mediakit.lessons.offline import FOLDER, collect_wheels
from mediakit.lessons.page import lesson_page, teacher_page
from mediakit.lessons.teacher import handout, teacher_copy
from mediakit.practice import practice_path
from mediakit.reports.jupyter import nbformat
from mediakit.reports.page import static_page
from mediakit.reports.shipped import notebook_path

CLASS, STUDENTS = "students", "students.zip"
_SEEDS = "kim-shoigu-2025"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # in the zip, so that the same lessons make the same file


def write_teach(folder: Path, numbers: Sequence[str] | None = None, *, offline_install: bool = False) -> Path:
    """Write lessons for a class into folder: students/, students.zip, teacher/, handouts/, index.html, and install/ if wanted.

    Parameters
    ----------
    folder: made by this function; it must not be there yet, or be empty.
    numbers: the lessons, as "04"; all of them when None.
    offline_install: whether the wheels of an installation without a network are collected, too.

    Returns the page to open first. Nothing is left behind when it does not succeed. Raises UsageError for a lesson there
    is none of or a folder that holds something, ReportError where a lesson does not run or nothing can be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        mend = "name a folder that is not there yet"
        raise UsageError("the folder is there already, and may hold what you need", where=f"--out {folder}", mend=mend)
    lessons = list_lessons(numbers)
    with _made_whole(folder) as draft:
        _teachers(lessons, draft)
        _students(lessons, draft / CLASS)
        _pack(draft / CLASS, draft / STUDENTS)
        if offline_install:
            print("collecting packages; this may take some minutes", file=sys.stderr, flush=True)
            collect_wheels(draft / FOLDER)
        page = static_page(title="Lessons on how the news differs", body=_index(lessons, offline_install=offline_install))
        (draft / "index.html").write_text(page, encoding="utf-8", newline="\n")
    return folder / "index.html"


@contextmanager
def _made_whole(folder: Path) -> Iterator[Path]:
    """A folder beside folder to work in, which takes its place when all went well."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as room:
            draft = Path(room) / "draft"
            draft.mkdir()
            yield draft
            if folder.exists():
                folder.rmdir()
            draft.rename(folder)
    except OSError as error:
        mend = "free some space, or choose a place you may write to with --out"
        raise ReportError(f"cannot write: {error.strerror or error}", where=str(folder), mend=mend) from error


def _teachers(lessons: Sequence[Lesson], draft: Path) -> None:
    from mediakit.reports.pdf import write_pdf

    for name in ("teacher", "handouts"):
        (draft / name).mkdir()
    for lesson in lessons:
        print(f"lesson {lesson.number}: the copy with answers and the worksheet", file=sys.stderr, flush=True)
        nbformat.write(teacher_copy(lesson), draft / "teacher" / lesson.path.name)
        answers = draft / "teacher" / f"{lesson.path.stem}.html"
        answers.write_text(teacher_page(lesson), encoding="utf-8", newline="\n")
        sheet = handout(lesson)
        (draft / "handouts" / f"{lesson.path.stem}.html").write_text(sheet, encoding="utf-8", newline="\n")
        write_pdf(sheet, draft / "handouts" / f"{lesson.path.stem}.pdf", title=lesson.question)


def _students(lessons: Sequence[Lesson], class_room: Path) -> None:
    """What a class gets: notebooks as they are, a page of each lesson, and the articles. No key is ever put into it."""
    seeds = notebook_path("report.ipynb").parent.parent / "seeds" / _SEEDS
    if not seeds.is_dir():
        mend = "run the command in a checkout of the project: the five articles are not part of the installed package"
        raise ReportError("the articles of the lessons are missing", where=str(seeds), mend=mend)
    for name in ("notebooks", "pages"):
        (class_room / name).mkdir(parents=True)
    # what the project says about the articles answers some tasks
    shutil.copytree(seeds, class_room / "seeds" / _SEEDS, ignore=shutil.ignore_patterns("README.md"))
    shutil.copytree(practice_path(), class_room / "seeds" / "practice" / "articles")
    for lesson in lessons:
        shutil.copyfile(lesson.path, class_room / "notebooks" / lesson.path.name)
        print(f"lesson {lesson.number}: its page", file=sys.stderr, flush=True)
        page = lesson_page(lesson, class_room / "notebooks")
        (class_room / "pages" / f"{lesson.path.stem}.html").write_text(page, encoding="utf-8", newline="\n")
    page = static_page(title="Lessons", body=_class_index(lessons))
    (class_room / "index.html").write_text(page, encoding="utf-8", newline="\n")


def _pack(folder: Path, target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = file.relative_to(folder).as_posix()
            packed.writestr(zipfile.ZipInfo(name, _LONG_AGO), file.read_bytes(), zipfile.ZIP_DEFLATED)


def _class_index(lessons: Sequence[Lesson]) -> str:
    items = "".join(
        f'<li><a href="pages/{lesson.path.stem}.html">{html.escape(lesson.question)}</a> ({lesson.minutes} minutes)<br>'
        f"Afterwards {html.escape(lesson.goal)}</li>"
        for lesson in lessons
    )
    return (
        f"<ul>{items}</ul><p>These pages need no installation and no network. Whoever has mediakit can open the same lessons as "
        "notebooks, in the folder <code>notebooks</code>; the articles are in the folder <code>seeds</code>.</p>"
    )


def _index(lessons: Sequence[Lesson], *, offline_install: bool) -> str:
    rows = "".join(
        f"<tr><td>{lesson.number}</td><td>{html.escape(lesson.question)}</td><td>{lesson.minutes}</td>"
        f"<td>{html.escape(lesson.goal)}</td><td>{html.escape(lesson.needs)}</td>"
        f'<td><a href="{CLASS}/pages/{lesson.path.stem}.html">page</a></td>'
        f'<td><a href="teacher/{lesson.path.stem}.html">page</a></td><td><a href="handouts/{lesson.path.stem}.html">page</a>, '
        f'<a href="handouts/{lesson.path.stem}.pdf">PDF</a></td></tr>'
        for lesson in lessons
    )
    heads = ("No.", "Question", "Minutes", "Afterwards", "Needed before", "The class sees", "Answers", "Worksheet")
    table = f"<table><thead><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr></thead><tbody>{rows}</tbody></table>"
    parts = [
        f'<a href="{STUDENTS}"><code>{STUDENTS}</code></a>: for the class. Unpack it on a server of the school or hand it out; '
        f"it holds no answers. What is in it stands unpacked in the folder <code>{CLASS}</code>.",
        "Answers: the tasks with the key, what else is right, and why, in the folder <code>teacher</code>, as pages to read and "
        "as notebooks. Keep them to yourself.",
        "Worksheets to print, with a page to mark them by, in the folder <code>handouts</code>.",
    ]
    if offline_install:
        parts.append(f"<code>{FOLDER}</code>: an installation without a network, for a USB stick.")
    listed = "".join(f"<li>{part}</li>" for part in parts)
    numbers = {lesson.number for lesson in lessons}
    advice = [f"One lesson only: {ONE_LESSON}."] if ONE_LESSON in numbers and len(numbers) > 1 else []
    advice += [f"One week: {', '.join(ONE_WEEK)}; each stands alone."] if numbers > {*ONE_WEEK} else []
    return (
        f"<p>{' '.join(advice)}</p><ul>{listed}</ul>"
        f'<div style="overflow-x: auto" tabindex="0" role="region" aria-label="The lessons">{table}</div>'
    )
