"""explore_quotes(): the wordings of every quotation that is printed more than once, and who shares which."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from mediakit.comparison.summarize import outlet_groups
from mediakit.corpus import Corpus
from mediakit.errors import ViewError
from mediakit.reuse.matrix import reuse_matrix
from mediakit.reuse.wordings import list_wordings, wording_members
from mediakit.tables import PASSAGES, QUOTE_LINKS, QUOTES, check, make, missing, named_rows, rows_of
from mediakit.views.reader import Mark, quote_marks
from mediakit.views.shown import visible
from mediakit.views.validity import how_sure
from mediakit.views.wordings import compared
from mediakit.widgets.explorer import Explorer, script, style
from mediakit.widgets.shared import places_apart
from mediakit.widgets.texts import packed_texts

MOST_QUOTATIONS = 300  #: those with the most copies are shown
MOST_WORDINGS = 8  #: of one quotation; each can be the one that the others are compared with
MOST_OUTLETS = 14  #: of the matrix
MOST_PASSAGES = 300  #: those with the most words
_SNIPPET = 160  # characters of a passage in a list

_Copy = list[Any]  # article_id, key of its mark, outlet
_Wording = tuple[Any, list[_Copy]]  # a row of wordings, and its copies


class QuotesExplorer(Explorer):
    """The widget explore_quotes() makes."""

    heading = "The same quotation, word by word"
    _esm = script("texts", "search", "quotes")
    _css = style("texts", "search", "quotes")

    def allowed(self, name: str) -> list[Any] | None:
        """The values a key of the state may have; None: any."""
        return {
            "outlet": ["", *self.data["outlets"]],
            "other": ["", *self.data["outlets"]],
            "group": [None, *(quotation["no"] for quotation in self.data["quotations"])],
            "article": [article["id"] for article in self.data["articles"]],
        }.get(name)

    def whole(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """A state with a quotation that its outlets print, and the text of its first copy, where none is given."""
        state = super().whole(given)
        outlets = {state["outlet"], state["other"]} - {""}
        printed = [one for one in self.data["quotations"] if outlets <= {*one["outlets"]}]
        quotation = next((one for one in printed if one["no"] == state["group"]), next(iter(printed), None))
        if quotation:
            state["group"] = quotation["no"]
        if quotation and "article" not in given and "mark" not in given:
            state["article"], state["mark"], _ = quotation["wordings"][0]["copies"][0]
        return state


def explore_quotes(
    corpus: Corpus,
    *,
    quotes: pd.DataFrame | None = None,
    links: pd.DataFrame | None = None,
    passages: pd.DataFrame | None = None,
    state: Mapping[str, Any] | None = None,
) -> QuotesExplorer:
    """See how a quotation is worded from copy to copy, and which outlets share which; each copy leads to its place.

    Parameters
    ----------
    corpus: what read_corpus or read_texts returned.
    quotes: what find_quotes() returned for it.
    links: what link_quotes() returned for these quotes.
    passages: what find_passages() returned; with it the matrix counts copied text, too.
    state: a view to begin with; "Copy this view" in the widget gives the line of Python. Keys: group (a
        group_no of links), reference (the wording_no of the copy to compare with; None: the fullest
        wording stands first, which need not be the right one), outlet and other (two outlets; "" for
        any), article (an article_id), mark (a place in it: "quote:3", "line:4" or None) and search (words).

    Of more than 300 quotations the 300 with the most copies are shown, of a quotation its 8 wordings with the most
    copies, and the widget says so. Returns the widget; its ``state`` can be read and set. Raises ViewError where a
    table is missing or a state is none.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"A": "“We saw no smoke at all,” he said.", "B": "“We saw no smoke,” he said."})
    >>> quotes = mk.find_quotes(corpus)
    >>> mk.explore_quotes(corpus, quotes=quotes, links=mk.link_quotes(quotes))
    Explorer of 1 quotation printed more than once: run the cell in JupyterLab, or export it with mk.export_page, to use it
    """
    if quotes is None or links is None:
        missed, call = ("quotes", "find_quotes(corpus)") if quotes is None else ("links", "link_quotes(quotes)")
        raise ViewError(f"the {missed} table is missing", where="explore_quotes", mend=f"pass {missed}=mk.{call}")
    outlets = dict(zip(corpus.articles["article_id"], outlet_groups(corpus.articles), strict=True))
    quotes = check(quotes, QUOTES)
    quotes, links = quotes[quotes["article_id"].isin(outlets)], _of_these(check(links, QUOTE_LINKS), outlets)
    given = None if passages is None else _of_these(check(passages, PASSAGES), outlets)
    found = make([], PASSAGES) if given is None else given
    copied = _copied_text(found)
    groups = _quotations(corpus, quotes, links, outlets)
    shown = [quotation | _beside(quotation["wordings"]) for quotation in groups[:MOST_QUOTATIONS]]
    texts = packed_texts(corpus, quote_marks(quotes), _echo_marks(links), _passage_marks(copied))
    matrix = _matrix(reuse_matrix(links, found, corpus), corpus, outlets)
    data = {
        "call": f"mk.explore_quotes(corpus, quotes=quotes, links=links{'' if given is None else ', passages=passages'}",
        "n_quotations": len(groups),
        "most_wordings": MOST_WORDINGS,
        "quotations": shown,
        "outlets": sorted({*matrix["outlets"], *(outlet for quotation in shown for outlet in quotation["outlets"])}),
        "matrix": matrix,
        "passages": None if given is None else _passages(copied, corpus),
        "sure": " ".join([how_sure("links"), how_sure("changes"), *([] if given is None else [how_sure("passages")])]),
        "articles": [{**text, "outlet": visible(outlets[text["id"]]), "apart": places_apart(text)} for text in texts],
    }
    first = shown[0]["wordings"][0]["copies"][0] if shown else None
    defaults = {
        "group": shown[0]["no"] if shown else None, "reference": None, "outlet": "", "other": "",
        "article": first[0] if first else corpus.articles["article_id"].iloc[0], "mark": first[1] if first else None,
        "search": "",
    }  # fmt: skip
    told = (
        f"Explorer of {len(groups):,} quotation{'' if len(groups) == 1 else 's'} printed more than once: "
        "run the cell in JupyterLab, or export it with mk.export_page, to use it"
    )
    return QuotesExplorer(data=data, defaults=defaults, state=state, told=told)


def _of_these(table: pd.DataFrame, outlets: Mapping[str, str]) -> pd.DataFrame:
    """The rows of a table of pairs whose two articles are both shown."""
    return table[table["article_id"].isin(outlets) & table["other_article_id"].isin(outlets)].reset_index(drop=True)


def _quotations(corpus: Corpus, quotes: pd.DataFrame, links: pd.DataFrame, outlets: Mapping[str, str]) -> list[dict[str, Any]]:
    """Every quotation with its wordings and their copies, most copies first."""
    copies: dict[tuple[int, int], list[_Copy]] = {}
    for row in rows_of(wording_members(links, quotes)):
        place = [row.article_id, f"quote:{row.quote_no}", visible(outlets[row.article_id])]
        copies.setdefault((row.group_no, row.wording_no), []).append(place)
    echoes: dict[int, list[_Copy]] = {}
    for number, row in enumerate(named_rows(links)):
        if row.other_quote_no is None:
            place = [row.other_article_id, f"echo:{number}", visible(outlets[row.other_article_id])]
            if all(place[0] != known[0] for known in echoes.get(row.group_no, [])):
                echoes.setdefault(row.group_no, []).append(place)
    groups: dict[int, list[_Wording]] = {}
    for row in named_rows(list_wordings(links, quotes, corpus=corpus)):
        groups.setdefault(row.group_no, []).append((row, copies[row.group_no, row.wording_no]))
    unknown = {*corpus.articles.loc[corpus.articles["outlet_key"].isna(), "article_id"]}
    found = [
        {
            "no": group_no,
            "copies": sum(len(places) for _, places in wordings),
            "outlets": [*dict.fromkeys(place[2] for _, places in wordings for place in places)],
            "n_unknown": len({place[0] for _, places in wordings for place in places} & unknown),
            "n_wordings": len(wordings),
            "wordings": wordings,
            "echoes": echoes.get(group_no, []),
        }
        for group_no, wordings in groups.items()
    ]
    return sorted(found, key=lambda quotation: (-quotation["copies"], quotation["no"]))


def _beside(wordings: list[_Wording]) -> dict[str, Any]:
    """The wordings that are shown, and for each of them all of them beside it: their cells, and how they differ."""
    printed_most = sorted(wordings, key=lambda one: (-len(one[1]), one[0].wording_no))[:MOST_WORDINGS]
    shown = sorted(printed_most, key=lambda one: one[0].wording_no)
    texts = [row.text for row, _ in shown]
    beside = []
    for place in range(len(texts)):
        order = [place, *(other for other in range(len(texts)) if other != place)]
        rows = compared([texts[other] for other in order])
        beside.append([
            {"wording": other, "cells": [[cell.kind, visible(cell.text)] for cell in cells], "said": visible(said)}
            for other, (cells, said) in zip(order, rows, strict=True)
        ])  # fmt: skip
    return {
        "text": visible(texts[0]),
        "wordings": [{"no": row.wording_no, "copies": places, "first": row.first_published or ""} for row, places in shown],
        "beside": beside,
    }


def _echo_marks(links: pd.DataFrame) -> dict[str, list[Mark]]:
    """Where a quotation's words stand outside quotation marks; the key holds the place in links."""
    found: dict[str, list[Mark]] = {}
    for number, row in enumerate(named_rows(links)):
        if row.other_quote_no is None:
            found.setdefault(row.other_article_id, []).append(Mark(row.other_begin, row.other_end, f"echo:{number}"))
    return found


def _copied_text(passages: pd.DataFrame) -> list[Any]:
    """The passages of copied text, those with the most words."""
    copied = passages[passages["kind"] == "text"]
    return [*named_rows(copied.sort_values("n_words", ascending=False, kind="stable").head(MOST_PASSAGES))]


def _passage_marks(copied: list[Any]) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for number, row in enumerate(copied):
        found.setdefault(row.article_id, []).append(Mark(row.begin, row.end, f"passage:{number}"))
        found.setdefault(row.other_article_id, []).append(Mark(row.other_begin, row.other_end, f"passage:{number}"))
    return found


def _passages(copied: list[Any], corpus: Corpus) -> list[list[Any]]:
    """For each passage its two articles, its words, whether it is credited, and how it begins."""
    texts = dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True))
    return [
        [row.article_id, row.other_article_id, row.n_words, bool(row.credited),
         visible(" ".join(texts[row.article_id][row.begin : row.end].split())[:_SNIPPET])]
        for row in copied
    ]  # fmt: skip


def _matrix(matrix: pd.DataFrame, corpus: Corpus, outlets: Mapping[str, str]) -> dict[str, Any]:
    """The rows of reuse_matrix(), outlets as they are named here; of many outlets those that share the most quotations."""
    names = dict(zip(corpus.articles["outlet_label"], map(outlets.get, corpus.articles["article_id"]), strict=True))
    shared = matrix.groupby("outlet")["quotes_shared"].sum().sort_index()
    most = shared.sort_values(ascending=False, kind="stable").head(MOST_OUTLETS).index
    chosen = sorted(most)
    place = {outlet: number for number, outlet in enumerate(chosen)}
    cells = [
        [place[row.outlet], place[row.other_outlet], int(row.quotes_shared), int(row.words_shared or 0),
         None if missing(row.share_of_words) else round(100 * row.share_of_words)]
        for row in rows_of(matrix) if row.outlet in place and row.other_outlet in place
    ]  # fmt: skip
    return {"outlets": [visible(str(names[outlet])) for outlet in chosen], "n_outlets": len(shared), "cells": cells}
