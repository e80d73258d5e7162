"""Score mediakit's extractors on labeled data and write the scores into mediakit/views/validity.csv.

    python benchmarks/extractor_scores.py --data DATA --scorers SCORERS --stories CORPUS … --predictions FOLDER

DATA holds quotes/polnear.dev.jsonl, reuse/{basil_quotes,quote_variants,derived,ecb_events}.dev.jsonl,
readability/sentseg.dev.jsonl, plaintext/ and plaintext/crop/ (labels.jsonl, text/) and extraction/ (index.jsonl,
html/); SCORERS holds score_quotes.py, score_reuse.py, score_sentseg.py, score_plaintext.py and
score_extraction.py; a CORPUS is a file or folder whose articles have a story_id. Names and kinds of source are
scored on the project's own texts in tests/sources. Predictions are kept in FOLDER and taken from there if
they are found: leave it out, or empty it, to run everything again. With --only, the rows of other extractors
stay as they are. Afterwards run docs/make_picture.py.
"""

import argparse
import csv
import datetime
import importlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import extractor_predictions as run
from check_extraction import WORD
from story_grouping import bcubed, without

import mediakit as mk
from mediakit.sources.names import resolve_names
from mediakit.views.validity import COLUMNS, SCORES_FILE

ROOT = Path(__file__).resolve().parent.parent
Row = dict[str, Any]
#: F1 of people with one another, scored as mediakit is: 20 articles of the same data, 30 pairs of annotators
PEOPLE = {"marks": 0.982, "direct": 0.976, "quoted": 0.960, "mixed": 0.821, "indirect": 0.634}
POLNEAR = "PolNeAR 1.0 (Newell, Margolin and Ruths 2018)"
BASIL = "BASIL (Fan et al. 2019)"
ALTERED = "made for this comparison"
REUSED = "made for this comparison, sentence by sentence"
PAGES = "article-extraction-benchmark, fundus"
OWN = "in tests/sources, labeled by hand"
#: what a corpus is called, by a word of its path
STORIES = {
    "allsides": "AllSides headline round-ups (Baly et al. 2020, Lee et al. 2022), B-cubed",
    "basil": f"{BASIL}, B-cubed",
    "ecb": "ECB+ (Cybulska and Vossen 2014), two like events a topic, B-cubed",
}


@dataclass(frozen=True)
class Given:
    """Where everything is."""

    data: Path
    predictions: Path | None
    cache: Path | None
    stories: list[Path]

    def predicted(self, name: str, make: Callable[[], Iterable[Row]]) -> list[Row]:
        """Predictions, kept from an earlier run or made now."""
        kept = None if self.predictions is None else self.predictions / f"{name}.jsonl"
        if kept is not None and kept.exists():
            return run.read(kept)
        rows = [*make()]
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        return rows


def scorer(name: str) -> ModuleType:
    return importlib.import_module(f"score_{name}")


class Labeled(NamedTuple):
    """Texts, as the sentence under a figure names them, and their data."""

    texts: str
    data: str


def row(extractor: str, on: Labeled, things: str, right: str, n: int, *scores: float, people: float | None = None) -> Row:
    """A row of the file; scores are precision, recall and F1, or only the share that is right."""
    precision, recall, f1 = scores if len(scores) == 3 else (None, scores[0], None)
    named = {"extractor": extractor, "things": things, "right": right, **on._asdict(), "n": n}
    return named | {"precision": precision, "recall": recall, "f1": f1, "people_f1": people}


def score_quotes(given: Given) -> Iterator[Row]:
    gold = given.data / "quotes" / "polnear.dev.jsonl"
    found = given.predicted("quotes", lambda: run.quotes(gold, given.cache))
    articles = {article["doc_id"]: article for article in run.read(gold)}
    scored = scorer("quotes").score(articles, {article["doc_id"]: article for article in found})
    on = Labeled(f"{len(articles)} US political articles", POLNEAR)
    plain = [scored["direct"][name] for name in ("gold", "P", "R", "F1")]
    yield row("marks", on, "direct quotations", "were found with the right words, whoever speaks", *plain, people=PEOPLE["marks"])
    for name, things, right in (
        ("direct", "direct quotations", "got the right words and the right speaker"),
        ("quoted", "stretches in quotation marks", "got the right words and the right speaker"),
        ("mixed", "partly quoted statements", "got the right words and the right source"),
        ("indirect", "statements told without quotation marks", "got the right words and the right source"),
    ):
        scores = [scored[name][column] for column in ("gold", "attrib_P", "attrib_R", "attrib_F1")]
        yield row(name, on, things, right, *scores, people=PEOPLE[name])


def score_names(_: Given) -> Iterator[Row]:
    from tests.sources.test_names_gold import articles

    texts = [article for file in ("gold_names.txt", "gold_names_later.txt") for article in articles(file)]
    right = [
        found.name == name
        for _, document, mentions, names in texts
        for name, found in zip(names, resolve_names(document, mentions), strict=True)
    ]
    on = Labeled(f"{len(texts)} short articles that mediakit's makers wrote", OWN)
    yield row("names", on, "mentions of a speaker", "got the right name, or rightly none", len(right), sum(right) / len(right))


def score_coding(_: Given) -> Iterator[Row]:
    from tests.sources.test_coding_gold import coded

    rows = [one for file in ("gold_coding.txt", "gold_coding_later.txt") for one in coded(file)]
    on = Labeled(f"{len(rows)} sentences that mediakit's makers wrote", OWN)
    for place, name in enumerate(("identification", "role")):
        right = sum(gold[place] == found[place] for _, gold, found in rows)
        yield row(name, on, "sources", f"got the right {name}", len(rows), right / len(rows))
    unnamed = [(gold[2], found[2]) for _, gold, found in rows if gold[2] or found[2]]
    right = sum(gold == found for gold, found in unnamed)
    yield row("anonymity", on, "unnamed sources", "got the right reason for having no name", len(unnamed), right / len(unnamed))


def score_quote_links(given: Given) -> Iterator[Row]:
    gold = given.data / "reuse" / "basil_quotes.dev.jsonl"
    stories = run.read(gold)
    scored = scorer("reuse").pairs(stories, given.predicted("quote_pairs", lambda: run.quote_pairs(gold)))
    on = Labeled(f"{len(stories)} stories as three US outlets tell them", f"{BASIL}, pairs judged by hand")
    n = sum(pair["label"] == 1 for story in stories for pair in story["pairs"])
    yield row("links", on, "pairs of copies of a quotation", "were linked", n, scored["p"], scored["r"], scored["f1"])


def score_variants(given: Given) -> Iterator[Row]:
    gold = given.data / "reuse" / "quote_variants.dev.jsonl"
    made = cache(lambda: run.quote_variants(gold))
    clusters = given.predicted("quote_clusters", lambda: made()[0])
    types = given.predicted("quote_changes", lambda: made()[1])
    rows = run.read(gold)
    on = Labeled(f"{len(rows):,} news quotations, {sum(bool(one['base']) for one in rows)} of them altered by rule", ALTERED)
    pairs = scorer("reuse").clusters(rows, clusters, "qid", "cluster")["pairwise"]
    n = sum(size * (size - 1) // 2 for size in Counter(one["cluster"] for one in rows).values())
    yield row("groups", on, "pairs of copies of a quotation", "were put into one group", n, pairs["p"], pairs["r"], pairs["f1"])
    changes = scorer("reuse").types(rows, types)
    n = sum(bool(one["base"]) and "+" not in one["op"] for one in rows)
    yield row("changes", on, "single changes between two copies", "got the right kind of change", n, changes["accuracy"])


def score_passages(given: Given) -> Iterator[Row]:
    gold = given.data / "reuse" / "derived.dev.jsonl"
    pairs = run.read(gold)
    scored = scorer("reuse").derived(pairs, given.predicted("derived", lambda: run.derived(gold)))
    on = Labeled(f"{len(pairs)} pairs of news articles, some made from the other by rule", REUSED)
    n, found = sum(span["s1"] - span["s0"] for pair in pairs for span in pair["spans"]), scored["span_chars"]
    yield row("passages", on, "characters of shared text", "were found", n, found["p"], found["r"], found["f1"])
    right = "were rightly told to be wholly, partly or not derived"
    yield row("derived", on, "pairs of articles", right, len(pairs), scored["accuracy"])


def score_stories(given: Given) -> Iterator[Row]:
    for path in (*given.stories, given.data / "reuse" / "ecb_events.dev.jsonl"):
        corpus = mk.read_corpus(path)
        corpus = corpus.select(ids=corpus.articles.loc[corpus.articles["story_id"].notna(), "article_id"])
        stories = corpus.articles["story_id"].tolist()
        found = mk.group_stories(without(corpus, "story_id", "story_basis"))["story_id"].tolist()
        name = next(known for known in STORIES if known in str(path).casefold())
        on = Labeled(f"{len(stories)} articles on {len(set(stories))} events", STORIES[name])
        right = "were put together"
        yield row(f"stories_{name}", on, "articles of the same event", right, len(stories), *bcubed(stories, found))


def score_sentences(given: Given) -> Iterator[Row]:
    gold = given.data / "readability" / "sentseg.dev.jsonl"
    ends = {one["id"]: one["ends"] for one in given.predicted("sentences", lambda: run.sentence_ends(gold))}
    texts, places = run.read(gold), scorer("sentseg").ns_prefix
    for name, words, genres in (("sentences", "texts of many kinds", None), ("sentences_news", "news articles", "news")):
        chosen = [text for text in texts if genres in (None, text["genre"])]
        counts = [_ends(places(text["text"]), text, ends[text["id"]]) for text in chosen]
        both, found, wanted = (sum(one) for one in zip(*counts, strict=True))
        on = Labeled(f"{len(chosen)} {words}", "GUM and EWT treebanks, golden rules of pySBD")
        yield row(name, on, "sentence ends", "were found", wanted, both / found, both / wanted, 2 * both / (found + wanted))


def _ends(place: list[int], text: Row, ends: list[int]) -> tuple[int, int, int]:
    """Ends found and right, found, and wanted, by the number of characters before them that are no space."""
    last = {place[-1]}
    wanted, found = {place[end] for _, end in text["sents"]} - last, {place[end] for end in ends} - last - {0}
    return len(wanted & found), len(found), len(wanted)


def score_lines(given: Given) -> Iterator[Row]:
    for name, part, words in (
        ("lines", "crop", "articles with the lines around them, as one copies them"),
        ("lines_whole", "", "news pages with all their text"),
    ):
        folder = given.data / "plaintext" / part
        labels = {one["id"]: one["labels"] for one in given.predicted(name, lambda folder=folder: run.line_labels(folder))}
        scored = scorer("plaintext").score(folder, labels)
        on, token = Labeled(f"{scored['pages']} {words}", PAGES), scored["token"]
        yield row(name, on, "words of the article", "were kept", _words_in_body(folder), token["p"], token["r"], token["f"])


def _words_in_body(folder: Path) -> int:
    """Words of the lines that are body."""
    words = 0
    for page in run.read(folder / "labels.jsonl"):
        lines = (folder / "text" / f"{page['id']}.txt").read_text(encoding="utf-8").split("\n")
        words += sum(len(WORD.findall(line)) for line, label in zip(lines, page["labels"], strict=True) if label == "body")
    return words


def score_pages(given: Given) -> Iterator[Row]:
    folder = given.data / "extraction"
    found = {one["id"]: one for one in given.predicted("saved_pages", lambda: run.saved_pages(folder))}
    module = scorer("extraction")
    gold = module.load_gold(folder)
    scored = module.score(gold, found)
    body = scored["body/all"]
    n = sum(len(WORD.findall(page["gold"].get("body") or "")) for page in gold if not page["gold"].get("tool_made"))
    on = Labeled(f"{body['pages']} saved news pages", PAGES)
    yield row("html_body", on, "words of the article", "were kept", n, body["precision"], body["recall"], body["f1"])
    for name, things in (("date", "dates of publication"), ("authors", "lists of authors"), ("title", "headlines")):
        meta = scored[f"meta/{name}"]
        precision, recall = meta["correct"] / meta["answered"], meta["correct"]
        on, f1 = (
            Labeled(f"{meta['pages']} saved news pages", f"{PAGES}, trafilatura"),
            2 * precision * recall / (precision + recall),
        )
        yield row(f"html_{name}", on, things, "were read rightly", meta["pages"], precision, recall, f1)


TASKS: dict[str, Callable[[Given], Iterator[Row]]] = {
    "quotes": score_quotes,
    "names": score_names,
    "coding": score_coding,
    "links": score_quote_links,
    "variants": score_variants,
    "passages": score_passages,
    "stories": score_stories,
    "sentences": score_sentences,
    "lines": score_lines,
    "pages": score_pages,
}


def written(rows: Iterable[Row]) -> None:
    """The file with new rows in the place of old ones of the same extractor, new extractors at the end."""
    kept: dict[str, Row] = {}
    if SCORES_FILE.exists():
        with SCORES_FILE.open(encoding="utf-8", newline="") as file:
            kept = {one["extractor"]: one for one in csv.DictReader(file)}
    stamp = {"measured": datetime.date.today().isoformat(), "version": version("mediakit")}
    for one in rows:
        kept[one["extractor"]] = {
            name: f"{cell:.3f}" if isinstance(cell, float) else cell for name, cell in (one | stamp).items()
        }
        print(*(kept[one["extractor"]][name] for name in ("extractor", "n", "precision", "recall", "f1")))
    with SCORES_FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of labeled data")
    parser.add_argument("--scorers", type=Path, required=True, help="folder of the scorers")
    parser.add_argument("--stories", type=Path, nargs="*", default=[], metavar="CORPUS", help="corpora with a story_id")
    parser.add_argument("--predictions", type=Path, metavar="FOLDER", help="where predictions are kept")
    parser.add_argument("--cache", type=Path, metavar="FOLDER", help="where parses are kept")
    parser.add_argument("--only", nargs="+", choices=TASKS, default=[*TASKS], help="score only these")
    asked = parser.parse_args()
    sys.path[:0] = [str(asked.scorers), str(ROOT)]
    given = Given(asked.data, asked.predictions, asked.cache, asked.stories)
    for task in asked.only:
        written(TASKS[task](given))


if __name__ == "__main__":
    main()
