"""What only a teacher gets: the notebook with its key, and the worksheet to print."""

from __future__ import annotations

import html
from importlib.resources import files

from mediakit.lessons.lesson import Answer, Lesson, Task, read_key, read_rubric, split_at_tasks
from mediakit.reports.jupyter import nbformat
from mediakit.reports.page import static_page

_LINES = {"Predict": 2, "Ask": 4, "Check against the text": 4, "Practise": 6, "Look outside": 4}
_PLAN = """**For the teacher.** The results that the answers speak of stand in what the class sees: keep its page open
beside this one. Print the worksheet; two of its pages are the tasks, the third serves any two texts and holds what you
mark by. Every prediction is written down before its result is opened. If time runs short, leave out the second half of
*Practise*; *Look outside* and *Now you try* can be homework."""
_SCALE = "0 to 3 points in each row: 0 for nothing of it, 2 for what lies between the two columns."


def teacher_copy(lesson: Lesson) -> nbformat.NotebookNode:
    """The notebook of a lesson with how to teach it, in a cell tagged “teacher”, and the key below each task, tagged “answer”."""
    made: nbformat.NotebookNode = nbformat.read(lesson.path, as_version=4)
    key = read_key(lesson)
    cells = []
    for cell in made.cells:
        if cell.cell_type != "markdown":
            cells.append(cell)
            continue
        for place, (words, task) in enumerate(split_at_tasks(cell.source)):
            cells.append(nbformat.v4.new_markdown_cell(words, id=f"{cell.id}-{place}"))
            if task:
                tagged = {"tags": ["answer"]}
                cells.append(
                    nbformat.v4.new_markdown_cell(_as_markdown(key[task.number]), id=f"answer-{task.number}", metadata=tagged)
                )
    opening = next(place for place, cell in enumerate(cells) if "parameters" in cell.metadata.get("tags", [])) + 1
    cells.insert(opening, nbformat.v4.new_markdown_cell(_PLAN, id="teacher-plan", metadata={"tags": ["teacher"]}))
    made.cells = cells
    return made


def _as_markdown(answer: Answer) -> str:
    lines = [f"**Answer {answer.task}.** {answer.answer}"]
    lines += [f"*Also right:* {accepted}" for accepted in answer.accept]
    lines.append(f"*Why:* {answer.why}")
    if answer.evidence:
        lines.append("*In the texts:* " + " · ".join(f"{article}: “{words.strip('“”')}”" for article, words in answer.evidence))
    return "\n\n".join(lines)


def handout(lesson: Lesson) -> str:
    """The worksheet of a lesson as HTML: its tasks with lines to write on, a page to lay two texts side by side, the rubric."""
    tasks = "".join(map(_as_lines, lesson.tasks))
    goal = f"<p><b>Goal:</b> {html.escape(lesson.goal)}</p>"
    head = f"<p>Lesson {lesson.number} · {lesson.minutes} minutes · Name: ____________________ Date: ____________</p>{goal}"
    body = f'{head}<h2>Your answers</h2>{tasks}<div class="newpage"></div><h2>Two texts side by side</h2>{_PAIR}{_rubric(lesson)}'
    style = files(__package__).joinpath("handout.css").read_text(encoding="utf-8")
    return static_page(title=lesson.question, body=f"<style>{style}</style>{body}")


def _as_lines(task: Task) -> str:
    outside = " (not in the texts: look elsewhere)" if task.needs_looking_outside else ""
    asked = f"<p><b>{task.number}. {task.kind}{outside}.</b> {_plain(task.text)}</p>"
    return f'<section class="task">{asked}<div class="answer" data-lines="{_LINES[task.kind]}"></div></section>'


def _plain(markdown: str) -> str:
    """The words of a task without the stars of its Markdown."""
    return html.escape(markdown.replace("**", "").replace("*", "").replace("`", ""))


_ASKED = (
    "Outlet, and how you know",
    "Day of the event · of the report · of the page",
    "First sentence: who acts?",
    "Every quotation and its speaker",
    "Every number: its source, and for which day it holds",
    "Every “according to”: draw the chain",
    "Three facts that only this text has",
    "The strongest word, and a neutral one in its place",
    "What would you look up next, and where?",
)
_PAIR = "<p>Choose two texts: text A on the first line, text B on the second.</p>" + "".join(
    f'<section class="task"><p><b>{html.escape(row)}</b></p><div class="answer" data-lines="2"></div></section>' for row in _ASKED
)


def _rubric(lesson: Lesson) -> str:
    rows = "".join(
        f"<tr><th>{html.escape(row['name'])}</th><td>{html.escape(row['one'])}</td><td>{html.escape(row['three'])}</td>"
        "<td></td></tr>"
        for row in read_rubric(lesson)
    )
    head = "<tr><th>What is looked at</th><th>1 point looks like</th><th>3 points look like</th><th>Points</th></tr>"
    table = f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"
    return f"<h2>How it is marked</h2><p>{_SCALE}</p>{table}"
