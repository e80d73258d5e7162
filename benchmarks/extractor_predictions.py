"""What mediakit's extractors make of labeled data, in the columns that the scorers of that data ask for.

Used by extractor_scores.py, whose help says what the folder of data holds.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
from check_extraction import pages, prediction

import mediakit as mk
from mediakit.layout import label_lines
from mediakit.layout.blocks import lines_of
from mediakit.loaders.html import read_page
from mediakit.loaders.records import Record
from mediakit.reuse.stretches import count_words, joined
from mediakit.tables import QUOTES, make
from mediakit.text.paragraphs import join_wrapped
from mediakit.text.sentences import split_paragraphs
from mediakit.text.words import words_in

Row = dict[str, Any]
DERIVED, WHOLLY = 0.1, 0.715  # shares of an article's words in shared passages: below the first it is called not derived


def read(path: Path) -> list[Row]:
    """The rows of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def quotes(gold: Path, cache: Path | None) -> Iterator[Row]:
    """Every statement of every article with its source."""
    articles = read(gold)
    corpus = mk.read_texts({article["doc_id"]: article["text"] for article in articles})
    found: dict[str, list[Row]] = defaultdict(list)
    for row in mk.find_attributions(corpus, cache=cache).itertuples():
        spans = [[int(place) for place in span.split(":")] for span in row.spans]
        found[row.article_id].append(
            {
                "start": spans[0][0], "end": spans[-1][1], "spans": spans, "type": row.kind,
                "speaker": _given(row.source), "speaker_span": _place(row.source_begin, row.source_end),
                "cue": _given(row.cue), "cue_span": _place(row.cue_begin, row.cue_end),
            }
        )  # fmt: skip
    for article, name in zip(articles, corpus.articles["article_id"], strict=True):
        yield {"doc_id": article["doc_id"], "quotes": found[name]}


def _given(value: Any) -> Any:
    return None if pd.isna(value) else value


def _place(begin: Any, end: Any) -> list[int] | None:
    return None if pd.isna(begin) else [int(begin), int(end)]


def _quotes_table(rows: list[tuple[str, str, str, int, int, str]]) -> pd.DataFrame:
    """A quotes table of article, story, outlet, number, begin and text; who speaks is not asked."""
    known = ("article_id", "story_id", "outlet", "quote_no", "begin", "text")
    same = {"part": "body", "form": "full", "closed": True}
    full = [dict(zip(known, row, strict=True)) | {"outlet_key": row[2], "end": row[4] + len(row[5])} | same for row in rows]
    return make([tuple(row.get(name) for name in QUOTES.names) for row in full], QUOTES)


def quote_pairs(gold: Path) -> Iterator[Row]:
    """The pairs of quotations that link_quotes() joins, story by story."""
    rows = [
        (quote["doc"], story["story_id"], quote["outlet"], int(quote["qid"].partition("#")[2]), quote["start"], quote["text"])
        for story in read(gold)
        for quote in story["quotes"]
    ]
    for link in mk.link_quotes(_quotes_table(rows)).itertuples():
        yield {"a": f"{link.article_id}#{link.quote_no}", "b": f"{link.other_article_id}#{link.other_quote_no}"}


def quote_variants(gold: Path) -> tuple[list[Row], list[Row]]:
    """The group of every quotation of a corpus, and the change between each variant and what it was made from."""
    given = read(gold)
    rows = [(row["doc"] + row["outlet"], row["story_id"], row["outlet"], n, 1000 * n, row["text"]) for n, row in enumerate(given)]
    groups: dict[int, Counter[int]] = defaultdict(Counter)
    changes: dict[frozenset[int], str] = {}
    for link in mk.link_quotes(_quotes_table(rows), scope="corpus").itertuples():
        for number in (link.quote_no, link.other_quote_no):
            groups[number][link.group_no] += 1
        changes[frozenset((link.quote_no, link.other_quote_no))] = link.change.removeprefix("possible_")
    place = {row["qid"]: n for n, row in enumerate(given)}
    clusters = [{"qid": given[n]["qid"], "cluster": int(found.most_common(1)[0][0])} for n, found in groups.items()]
    types = [
        {"qid": row["qid"], "type": changes.get(frozenset((n, place[row["base"]])), "not linked")}
        for n, row in enumerate(given)
        if row["base"]
    ]
    return clusters, types


def derived(gold: Path) -> Iterator[Row]:
    """The passages that two articles share, and how much of the second they make."""
    for pair in read(gold):
        text = pair["derived"]["text"]
        found = mk.find_passages(mk.read_texts({"A": pair["source"]["text"], "B": text}))  # A stands first in a row
        spans = [
            {"s0": int(row.begin), "s1": int(row.end), "d0": int(row.other_begin), "d1": int(row.other_end)}
            for row in found[found["kind"] == "text"].itertuples()
        ]
        share = count_words(text, joined((row["d0"], row["d1"]) for row in spans)) / max(1, len(words_in(text)))
        label = "non" if share < DERIVED else "wholly" if share >= WHOLLY else "partially"
        yield {"pair_id": pair["pair_id"], "label": label, "spans": spans}


def sentence_ends(gold: Path) -> Iterator[Row]:
    """Where every sentence ends."""
    for row in read(gold):
        lines, starts = lines_of(row["text"]), [0]
        for line in lines:
            starts.append(starts[-1] + len(line))
        spans = [(starts[group[0]], starts[group[-1] + 1]) for group in join_wrapped(lines)]
        cut = split_paragraphs([row["text"][begin:end] for begin, end in spans])
        ends = [begin + end for (begin, _), found in zip(spans, cut, strict=True) for _, end in found]
        yield {"id": row["id"], "ends": ends}


def line_labels(folder: Path) -> Iterator[Row]:
    """The label of every line of pasted pages."""
    for row in read(folder / "labels.jsonl"):
        text = (folder / "text" / f"{row['id']}.txt").read_text(encoding="utf-8")
        labels = [line.label for line in label_lines(text)]
        yield {"id": row["id"], "labels": labels + ["blank"] * (len(text.split("\n")) - len(labels))}


def saved_pages(folder: Path) -> Iterator[Row]:
    """What is read from saved pages."""
    for page, data in pages(folder):
        found = read_page(data, page["id"], address=page.get("url"))
        yield prediction(page, next((item for item in found if isinstance(item, Record)), None))
