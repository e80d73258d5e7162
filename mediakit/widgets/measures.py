"""explore_measures(): every measure for every article or outlet, beside the text it was counted on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from mediakit.articles import WHOLE_TEXT
from mediakit.comparison.summarize import outlet_groups, summarize
from mediakit.corpus import Corpus
from mediakit.errors import ViewError
from mediakit.measures.catalogue import MEASURES, group_of
from mediakit.tables import VALUES, check, missing, rows_of
from mediakit.views.reader import sentence_marks
from mediakit.views.shown import visible
from mediakit.views.values import with_interval
from mediakit.widgets.explorer import Explorer, script, style
from mediakit.widgets.texts import packed_texts

_ORDERS = ("read", "value", "name")
#: sentences by length; plain-language guides ask writers to split those of more than 25 words (GOV.UK style guide)
LENGTH_BANDS = (("short", 15), ("medium", 25), ("long", None))


class MeasuresExplorer(Explorer):
    """The widget explore_measures() makes."""

    heading = "Measure by measure"
    _esm = script("texts", "measures")
    _css = style("texts", "measures")

    def allowed(self, name: str) -> list[Any] | None:
        """The values a key of the state may have; None: any."""
        return {
            "measure": [measure["name"] for measure in self.data["measures"]],
            "by": ["outlet", "article"],
            "site_text": [False, True] if WHOLE_TEXT in self.data["numbers"] else [False],
            "order": [*_ORDERS],
            "article": [article["id"] for article in self.data["articles"]],
        }.get(name)


def explore_measures(
    corpus: Corpus,
    *,
    values: pd.DataFrame | None = None,
    sentences: pd.DataFrame | None = None,
    state: Mapping[str, Any] | None = None,
) -> MeasuresExplorer:
    """Choose a measure; see it for each outlet or article, and the sentences it was counted on.

    Parameters
    ----------
    corpus: what read_corpus or read_texts returned.
    values: what measure() returned. Values of ``parts=("whole_text",)`` added to it (pd.concat) give
        the widget its switch: every measure before and after site text is left out.
    sentences: what split_sentences() returned.
    state: a view to begin with; "Copy this view" in the widget gives the line of Python. Keys:
        measure, by ("outlet" or "article"), site_text (True or False), order ("read", "value" or
        "name"), article (an article_id) and sentence (a sentence_no, or None).

    Returns the widget; its ``state`` can be read and set. It computes nothing beyond summarize().
    Raises ViewError where a table is missing or a state is none, RecipeError where values were made
    in different ways.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "The ferry stopped.", "Coast Courier": "No ferry ran today."})
    >>> values = mk.measure(corpus, ["word_count", "lix"])
    >>> mk.explore_measures(corpus, values=values, sentences=mk.split_sentences(corpus))
    Explorer of 2 measures of 2 articles: run the cell in JupyterLab, or export it with mk.export_page, to use it
    """
    if values is None or sentences is None:
        missed, call = ("values", "measure") if values is None else ("sentences", "split_sentences")
        raise ViewError(f"the {missed} table is missing", where="explore_measures", mend=f"pass {missed}=mk.{call}(corpus)")
    known = corpus.articles["article_id"]
    shown = check(values, VALUES)[values["article_id"].isin(known)]
    whole = shown["recipe"].str.contains(f"parts={WHOLE_TEXT}", regex=False).fillna(False)
    if whole.all():
        mend = "pass values=mk.measure(corpus), alone or before those of the whole text"
        raise ViewError("the values table has no values of these articles", where="explore_measures", mend=mend)
    names = [*shown.loc[~whole, "measure"].unique()]
    articles = {article_id: place for place, article_id in enumerate(known)}
    groups = _groups(shown[~whole], articles)
    numbers = {"body": _numbers(shown[~whole], names, articles, groups)}
    if whole.any():
        numbers[WHOLE_TEXT] = _numbers(shown[whole], names, articles, groups)
    lengths = _lengths(sentences)
    data = {
        "call": "mk.explore_measures(corpus, values=values, sentences=sentences",
        "measures": [_about(name) for name in names],
        "bands": _bands(),
        "rows": {"outlet": _outlet_rows(groups), "article": _article_rows(corpus)},
        "numbers": numbers,
        "articles": [
            {**text, "sentences": lengths.get(text["id"], [])} for text in packed_texts(corpus, sentence_marks(sentences))
        ],
    }
    defaults = {
        "measure": "flesch_kincaid_grade" if "flesch_kincaid_grade" in names else names[0],
        "by": "outlet", "site_text": False, "order": "read", "article": known.iloc[0], "sentence": None,
    }  # fmt: skip
    told = (
        f"Explorer of {len(names)} measures of {len(known)} articles: run the cell in JupyterLab, or export it with "
        "mk.export_page, to use it"
    )
    return MeasuresExplorer(data=data, defaults=defaults, state=state, told=told)


def _about(name: str) -> dict[str, Any]:
    known = MEASURES.get(name)
    if known is None:  # a measure of the user's own
        return {"name": name, "label": name, "unit": "", "higher": "more", "what": "", "from_zero": False, "counts": "words",
                "group": group_of(name)}  # fmt: skip
    return {
        "name": name, "label": known.label, "unit": "" if known.unit == known.label.lower() else known.unit,
        "higher": known.higher_means, "what": known.what, "from_zero": known.from_zero, "counts": known.counts,
        "group": group_of(name),
    }  # fmt: skip


def _bands() -> list[dict[str, Any]]:
    """The bands of sentence length, each with its name, upper end and legend."""
    lowers = (1, *(up_to + 1 for _, up_to in LENGTH_BANDS if up_to))
    return [
        {
            "name": name,
            "up_to": up_to,
            "shown": f"{name}: {f'up to {up_to}' if low == 1 else f'{low} to {up_to}' if up_to else f'{low} or more'} words",
        }
        for (name, up_to), low in zip(LENGTH_BANDS, lowers, strict=True)
    ]


def _groups(values: pd.DataFrame, articles: Mapping[str, int]) -> dict[str, list[int]]:
    """The outlets as summarize() groups them, in its order, each with the places of its articles."""
    pairs = pd.DataFrame({"group": outlet_groups(values), "article_id": values["article_id"]}).drop_duplicates()
    return {
        str(group): [articles[article_id] for article_id in rows["article_id"]]
        for group, rows in pairs.groupby("group", sort=False)
    }


def _numbers(
    values: pd.DataFrame, names: list[str], articles: Mapping[str, int], groups: Mapping[str, list[int]]
) -> dict[str, dict[str, list[Any]]]:
    """By outlet and by article, for each measure its cells: value, low, high, as shown, and what it is."""
    by_article: dict[str, list[Any]] = {name: [None] * len(articles) for name in names}
    by_outlet: dict[str, list[Any]] = {name: [None] * len(groups) for name in names}
    place_of = {group: place for place, group in enumerate(groups)}
    groups_of = {article: place_of[group] for group, places in groups.items() for article in places}
    reasons: dict[tuple[int, str], set[str]] = {}
    wanted = values[values["measure"].isin(names)]
    for row in rows_of(wanted):
        note = "" if row.status == "ok" else row.status
        cell = _cell(row, row.value, note if missing(row.interval_method) else row.interval_method, row.status)
        reasons.setdefault((groups_of[articles[row.article_id]], row.measure), set()).add(row.status)
        by_article[row.measure][articles[row.article_id]] = cell
    for row in rows_of(summarize(wanted)):
        left_out = f"; {row.n_left_out} left out" if row.n_left_out and row.n_articles else ""
        why = reasons[place_of[row.group], row.measure] - {"ok"}
        cell = _cell(row, row.estimate, row.method + left_out, "; ".join(sorted(why)))
        by_outlet[row.measure][place_of[row.group]] = cell
    return {"outlet": by_outlet, "article": by_article}


def _cell(row: Any, value: Any, note: str, why: str) -> list[Any]:
    """Value, interval, what is shown (the reason, where there is no value), and what it is."""
    numbers = [None if missing(number) else round(float(number), 6) for number in (value, row.low, row.high)]
    nothing = f"no value: {_reason(row.measure, why)}"
    return [*numbers, nothing if missing(value) else with_interval(row.measure, value, row.low, row.high), note]


def _reason(measure: str, status: str) -> str:
    """Why there is no value, with what the measure needs where the text is too short."""
    short = status == "too short" and measure in MEASURES
    return f"{status}, it needs {MEASURES[measure].needs_at_least}" if short else status


def _outlet_rows(groups: Mapping[str, list[int]]) -> list[dict[str, Any]]:
    return [{"label": visible(group), "articles": places} for group, places in groups.items()]


def _article_rows(corpus: Corpus) -> list[dict[str, Any]]:
    labels = corpus.articles["outlet_label"]
    several = labels.duplicated(keep=False)
    pairs = zip(labels, corpus.articles["article_id"], several, strict=True)
    return [
        {"label": visible(f"{label} · {article_id}" if again else label), "articles": [place]}
        for place, (label, article_id, again) in enumerate(pairs)
    ]


def _lengths(sentences: pd.DataFrame) -> dict[str, list[list[Any]]]:
    """For each article its sentences: number, part, words."""
    return {
        str(article_id): [[int(row.sentence_no), row.part, int(row.n_words)] for row in rows_of(rows)]
        for article_id, rows in sentences.groupby("article_id", sort=False)
    }
