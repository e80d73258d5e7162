"""Make what the documentation shows of the package, so that it cannot fall behind it.

    python docs/make_picture.py

writes docs/kim-shoigu-2025.svg, a real result on the seed articles, and renews every stretch between
``<!-- made: NAME -->`` and ``<!-- end -->`` in README.md and docs/*.md. tests/docs compares them.
"""

import inspect
import io
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from textwrap import fill

from matplotlib import rc_context

import mediakit as mk
from mediakit.lessons.lesson import list_lessons
from mediakit.loaders.columns import DEFAULTS
from mediakit.measures.readability import READABILITY
from mediakit.plots.figure import ShownAxes
from mediakit.reports.codebook import codebook
from mediakit.tables import TABLES, missing
from mediakit.views.validity import of_100

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "kim-shoigu-2025.svg"
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
MEASURE = "flesch_kincaid_grade"

_MADE = re.compile(r"(?<=<!-- made: )(?P<name>\w+)(?P<open> -->\n)(?:(?!<!--).)*(?P<close><!-- end -->)", re.DOTALL)


def result() -> ShownAxes:
    """The figure of the tutorial: one measure of the five seed articles."""
    corpus = mk.read_corpus(ROOT / "seeds" / "kim-shoigu-2025")
    axes = mk.plot_measure(mk.summarize(mk.measure(corpus, MEASURE)), MEASURE)
    assert isinstance(axes, ShownAxes)
    return axes


def svg(axes: ShownAxes) -> str:
    """The figure as a file of its own: on white, because a page that shows it may be dark."""
    written = io.StringIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "mediakit"}):
        nothing = {"Date": None, "Creator": None, "Format": None, "Type": None}  # the same bytes on every day
        axes.figure.savefig(written, format="svg", facecolor="white", metadata=nothing)
    lines = written.getvalue().replace("'DejaVu Sans'", "'DejaVu Sans', Verdana, sans-serif").splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def picture_block() -> str:
    """The picture with its alternative text, which is made from the data like the figure itself."""
    return f"![{result().alt}]({PICTURE.name})"


def formulas_block() -> str:
    """One row a formula, in the words of its docstring, with its source."""
    rows = []
    for known in READABILITY:
        stated = (inspect.getdoc(known.formula) or "").splitlines()[0]
        rows.append(f"| `{known.name}` | {re.sub(r' [(][^()]+[0-9]{4}[)][.]$', '', stated)} | {known.reference} |")
    return "\n".join(["| measure | formula | source |", "| --- " * 3 + "|", *rows])


def formats_block() -> str:
    """One row a format."""
    rows = [
        f"| `{row.name}` | {', '.join(f'`{ending}`' for ending in row.endings.split(', ') if ending) or 'by content'} "
        f"| {row.one_article} | {row.gives} | {row.supply or 'nothing'}{f' (`mediakit[{row.extra}]`)' if row.extra else ''} |"
        for row in mk.list_formats().itertuples(index=False)
    ]
    return "\n".join(["| format | endings | one article is | what you get | what you supply |", "| --- " * 5 + "|", *rows])


def columns_block() -> str:
    """One row a field: the column names it is looked for under, in that order."""
    rows = [f"| `{field}` | {', '.join(f'`{name}`' for name in names)} |" for field, names in DEFAULTS.items()]
    return "\n".join(["| field | column names looked for, the first found wins |", "| --- " * 2 + "|", *rows])


def validity_block() -> str:
    """One row an extractor: what was compared on which texts, and the scores."""
    rows = [
        f"| `{row.extractor}` | {row.things}: {row.right} | {row.texts}; {row.data} | {row.n:,} "
        f"| {_or_dash(row.recall, of_100)} | {_or_dash(row.precision, of_100)} | {_or_dash(row.f1)} | {_or_dash(row.people_f1)} |"
        for row in mk.list_validity().itertuples()
    ]
    head = "| row | what is counted | on | in the texts | found | right | F1 | people |"
    return "\n".join([head, "| --- " * 8 + "|", *rows])


def _or_dash(number: float, written: Callable[[float], str] = "{:.2f}".format) -> str:
    return "–" if missing(number) else written(number)


#: the headings of the reference, with the parts of the package whose functions stand under each
PARTS = {
    "Reading articles": ("reading", "corpus", "loaders", "practice"),
    "What a text consists of": ("document", "dates"),
    "Measuring and comparing": ("measures", "comparison"),
    "Quotations and sources": ("quotes", "sources"),
    "The same words elsewhere": ("reuse",),
    "Which articles report one event": ("stories",),
    "Tables for readers": ("views",),
    "Figures": ("plots",),
    "Explorers and pages": ("widgets", "reports", "lessons"),
}


def functions_block() -> str:
    """Under each heading a row a public function: how it is called, and what one gets."""
    public = {name: getattr(mk, name) for name in mk.__all__}
    lines = []
    for heading, parts in PARTS.items():
        rows = [
            f"| `{name}{_called(known)}` | {(inspect.getdoc(known) or '').splitlines()[0]} |"
            for name, known in public.items()
            if known.__module__.split(".")[1] in parts
        ]
        lines += [f"### {heading}", "", "| call | what one gets |", "| --- " * 2 + "|", *rows, ""]
    return "\n".join(lines)


def _called(known: Callable[..., object]) -> str:
    """The parameters of a function without their types; nothing for a class."""
    if inspect.isclass(known):
        return ""
    given = inspect.signature(known)
    bare = [one.replace(annotation=inspect.Parameter.empty) for one in given.parameters.values()]
    return str(given.replace(parameters=bare, return_annotation=inspect.Signature.empty)).replace("|", "\\|")


def tables_block() -> str:
    """The codebook of every table, one heading deeper."""
    _, _, tables = codebook(TABLES).split("\n\n", 2)
    return f"\n{tables}".replace("\n## ", "\n### ").strip() + "\n"


def lessons_block() -> str:
    """One row a lesson: its question, what one can do afterwards, what it needs."""
    rows = [
        f"| {one.number} | [{one.question}](../notebooks/{one.path.name}) | {one.minutes} | {one.goal} | {one.needs} |"
        for one in list_lessons()
    ]
    return "\n".join(["| no. | lesson | minutes | afterwards | needed before |", "| --- " * 5 + "|", *rows])


def layers_block() -> str:
    """The layers of the import contract, top to bottom."""
    with (ROOT / "pyproject.toml").open("rb") as project:
        contracts = tomllib.load(project)["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return "```text\n" + fill(" > ".join(layers), 100) + "\n```"


BLOCKS: dict[str, Callable[[], str]] = {
    "picture": picture_block,
    "formulas": formulas_block,
    "formats": formats_block,
    "columns": columns_block,
    "layers": layers_block,
    "lessons": lessons_block,
    "functions": functions_block,
    "tables": tables_block,
    "validity": validity_block,
}


def renewed(page: str) -> str:
    """A page with every made stretch made again."""
    return _MADE.sub(lambda found: f"{found['name']}{found['open']}{BLOCKS[found['name']]()}\n{found['close']}", page)


if __name__ == "__main__":
    PICTURE.write_text(svg(result()), encoding="utf-8", newline="\n")
    for path in PAGES:
        path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
