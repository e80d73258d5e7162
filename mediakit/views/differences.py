"""Differences between outlets in plain words: how much, how sure, over how many stories; no verdict on an outlet."""

from __future__ import annotations

from typing import Any

import pandas as pd

from mediakit.comparison.summarize import FEWEST_STORIES
from mediakit.measures.catalogue import MEASURES
from mediakit.measures.measure import Measure
from mediakit.tables import DIFFERENCES, check, missing, rows_of
from mediakit.views.shown import Shown, escape, html_table, plain_text

_LESS = {  # what lower means, for what higher means
    "longer": "shorter",
    "longer sentences": "shorter sentences",
    "harder to read": "easier to read",
    "easier to read": "harder to read",
    "more varied vocabulary": "less varied vocabulary",
}
_READ = "How to read this table"
_MEANING = (
    "Each row compares two outlets on the stories that both reported, and on no others: for each story the one number is taken "
    "from the other, and the mean of these differences stands in the row. In brackets stands how much that mean depends on which "
    "stories were read: with other stories of the same kind, it would plausibly lie between these two numbers (a 95 % interval).",
    "“Cannot be told apart” is a finding: the stories are too few, or differ too much among themselves, to say which way it "
    "goes. It does not say that the two are the same. Where many comparisons are made at once, some come out by luck; a "
    f"difference is reported only if it holds when all rows are counted (Holm’s correction). Below {FEWEST_STORIES} stories "
    "nothing is concluded.",
    "Hedges’ g is the difference measured in typical differences between stories: below 0.2 it is hardly to be noticed.",
    "A number says something about texts on these stories; it says nothing about how good, true or fair an outlet is.",
)


def difference(about: str | Measure, value: object) -> str:
    """A difference with the decimals its measure deserves, one at least: a mean of counts is no count.

    >>> difference("word_count", 24.25), difference("lix", -0.01), difference("hd_d", 0.03)
    ('24.2', '0.0', '0.030')
    """
    known = MEASURES.get(about) if isinstance(about, str) else about
    decimals = 2 if known is None else max(1, known.decimals)
    return "–" if missing(value) else f"{value:z,.{decimals}f}"


def in_words(row: Any, about: str | Measure, *, unit: bool = True) -> str:
    """What was found of one row of the differences table: direction, size, interval; or that nothing may be said.

    Parameters: row, with its cells by name; about, the measure: its name, or one of one's own; unit, whether to name it.

    >>> import collections
    >>> row = collections.namedtuple("Row", "verdict estimate low high n_stories p_adjusted")
    >>> in_words(row("higher", 1.2, 0.3, 2.1, 8, 0.03), "flesch_kincaid_grade")
    'harder to read by 1.2 US school grades (0.3 to 2.1)'
    >>> in_words(row("lower", -1.2, -2.1, -0.3, 8, 0.03), "flesch_kincaid_grade")
    'easier to read by 1.2 US school grades (0.3 to 2.1)'
    """
    if row.verdict not in ("higher", "lower"):
        return str(row.verdict)
    known = MEASURES.get(about) if isinstance(about, str) else about
    higher = row.verdict == "higher"
    low, high = (row.low, row.high) if higher else (-row.high, -row.low)
    direction = row.verdict if known is None else known.higher_means if higher else _LESS.get(known.higher_means, "lower")
    named = "" if known is None or not unit or known.unit.startswith("share") else f" {known.unit}"
    plural = "s" if named.endswith("grade") else ""
    size = difference(about, abs(row.estimate))
    return f"{direction} by {size}{named}{plural} ({difference(about, low)} to {difference(about, high)})"


def sentence_of(row: Any, about: str | Measure) -> str:
    """One row of the differences table as a sentence that stands alone.

    >>> import collections
    >>> row = collections.namedtuple("Row", "outlet reference verdict estimate low high n_stories p_adjusted")
    >>> sentence_of(row("Courier", "Herald", "cannot be told apart", 0.3, -0.4, 1.0, 8, 0.4), "lix")
    'Courier and Herald cannot be told apart, 8 stories (mean difference 0.3, from -0.4 to 1.0)'
    >>> sentence_of(row("Courier", "Herald", "too few stories", 0.3, None, None, 2, None), "lix")
    'Courier and Herald: too few stories (2)'
    """
    stories = counted(row.n_stories)
    if row.n_stories < FEWEST_STORIES:
        return f"{row.outlet} and {row.reference}: too few stories ({row.n_stories})"
    if row.verdict not in ("higher", "lower"):
        low, high = difference(about, row.low), difference(about, row.high)
        found = f"mean difference {difference(about, row.estimate)}, from {low} to {high}{_one_of_many(row)}"
        return f"{row.outlet} and {row.reference} {row.verdict}, {stories} ({found})"
    direction, size = in_words(row, about).split(" by ", 1)
    return f"{row.outlet}: {direction} than {row.reference} by {size}, {stories}"


def _one_of_many(row: Any) -> str:
    """Why an interval that leaves nought out is not enough."""
    if row.low <= 0 <= row.high:
        return ""
    return "; that leaves out 0, but not once every comparison of the table is counted"


def counted(stories: int) -> str:
    """So many stories, in words.

    >>> counted(1), counted(8)
    ('1 story', '8 stories')
    """
    return f"{stories} {'story' if stories == 1 else 'stories'}"


def same_way(row: Any) -> str:
    """In how many stories the difference points the way its mean does.

    >>> import collections
    >>> same_way(collections.namedtuple("Row", "n_stories share_same_sign")(8, 0.875))
    '7 of 8'
    """
    return "–" if missing(row.share_same_sign) else f"{round(row.share_same_sign * row.n_stories)} of {row.n_stories}"


def show_differences(differences: pd.DataFrame, caption: str = "") -> Shown:
    """Differences between outlets as a table in plain words, how to read it below.

    Parameters
    ----------
    differences: what compare() returned.
    caption: what the table shows; without one, how many outlets were compared with which.

    Shows a row an outlet and measure: what was found (direction and size with its interval and the
    number of stories, "cannot be told apart", or "too few stories"), in how many stories the difference
    points the same way, stories left out because only one of the two outlets has a value for them,
    Hedges' g, and p after Holm's correction. Raises ContractError for any other table.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped.", "Coast Courier": "No ferry ran today."})
    >>> values = mk.measure(corpus, "word_count").assign(story_id="ferry")
    >>> differences = mk.compare(values, reference="Harbour Herald")
    >>> print(mk.show_differences(differences).plain.splitlines()[0])
    Each outlet compared with Harbour Herald, over the stories both reported (1 comparison)
    """
    differences = check(differences, DIFFERENCES)
    rows = [*rows_of(differences)]
    columns: dict[str, list[str]] = {
        "measure": [_label(row.measure) for row in rows],
        "what was found": [sentence_of(row, row.measure) for row in rows],
        "stories that point the same way": [same_way(row) for row in rows],
    }
    if differences["n_dropped"].gt(0).any():
        columns["stories left out (a value on one side only)"] = [str(row.n_dropped) for row in rows]
    if differences["hedges_g"].notna().any():
        columns["Hedges’ g"] = ["–" if missing(row.hedges_g) else f"{row.hedges_g:.2f}" for row in rows]
    if differences["p_adjusted"].notna().any():
        columns["p (Holm)"] = [_p(row.p_adjusted) for row in rows]
    frame = pd.DataFrame(columns)
    said = caption or _caption(differences)
    meaning = "".join(f"<p>{escape(part)}</p>" for part in _MEANING)
    body = f"{html_table(frame, said)}<details><summary>{_READ}</summary>{meaning}</details>"
    return Shown(body, f"{said}\n{plain_text(frame)}")


def _caption(differences: pd.DataFrame) -> str:
    if not len(differences):
        return "No outlet was compared: there is only one whose name is known"
    several = "comparison" if len(differences) == 1 else "comparisons"
    reference = " or ".join(dict.fromkeys(differences["reference"]))
    return f"Each outlet compared with {reference}, over the stories both reported ({len(differences)} {several})"


def _label(measure: str) -> str:
    return MEASURES[measure].label if measure in MEASURES else measure


def _p(value: object) -> str:
    if missing(value):
        return "–"
    return "below 0.001" if value < 0.001 else f"{value:.3f}"  # type: ignore[operator]  # a number, as the contract says
