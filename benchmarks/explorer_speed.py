"""How large an explorer's page is, how soon it is alive, and how soon it answers.

    python benchmarks/explorer_speed.py [PATH] [--explorer NAME] [--articles N]

PATH is a corpus (the seeds); --articles N repeats its articles under other names up to N of them. NAME is one of
EXPLORERS. Milliseconds, the middle of five runs, in Chromium without a window: from opening the file to the first
drawing; from each of its answers' clicks or choices to the end of the next frame.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import mediakit as mk
from tests.browser import homes
from tests.conftest import SEEDS

_ANSWER = """([selector, value]) => new Promise((done) => {
  const target = document.querySelectorAll(selector)[value.place], begin = performance.now();
  if (value.option) {
    target.value = value.option;
    target.dispatchEvent(new Event("change"));
  } else target.click();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin))); })"""


class _Timed(NamedTuple):
    """An explorer: how it is made, and what is timed: which element is clicked, or takes which option."""

    make: Callable[[mk.Corpus], Any]
    answers: Mapping[str, tuple[str, dict[str, object]]]


def _measures(corpus: mk.Corpus) -> Any:
    return mk.explore_measures(corpus, values=mk.measure(corpus), sentences=mk.split_sentences(corpus))


def _corpus(corpus: mk.Corpus) -> Any:
    return mk.explore_corpus(corpus, members=mk.group_stories(corpus), values=mk.measure(corpus, ["word_count"]))


def _story(corpus: mk.Corpus) -> Any:
    tables: dict[str, Any] = {"quotes": mk.find_quotes(corpus), "attributions": mk.find_attributions(corpus)}
    tables |= {"links": mk.link_quotes(tables["quotes"], corpus), "passages": mk.find_passages(corpus)}
    return mk.explore_story(corpus, values=mk.measure(corpus, **tables), sentences=mk.split_sentences(corpus), **tables)


EXPLORERS = {
    "measures": _Timed(
        _measures,
        {
            "measure": ("select", {"place": 0, "option": "lix"}),
            "row": (".mk-row", {"place": 3}),
            "sentence": (".mk-bar", {"place": 2}),
        },
    ),
    "story": _Timed(
        _story,
        {
            "text": (".mk-open[data-side=right]", {"place": 3}),
            "number": (".mk-number", {"place": 0}),
            "sentence": (".mk-right .mk-in-sentence", {"place": 9}),
            "source": (".mk-count", {"place": 0}),
            "order": (".mk-sort", {"place": 1}),
            "layer": (".mk-layers input", {"place": 0}),
        },
    ),
    "corpus": _Timed(
        _corpus,
        {
            "article": (".mk-article", {"place": 3}),
            "line": (".mk-in-line", {"place": 2}),
            "order": ("select", {"place": 1, "option": "words"}),
            "show": ("select", {"place": 0, "option": "date"}),
            "search": ("input[type=search]", {"place": 0, "option": "the"}),
            "place": (".mk-place", {"place": 9}),
        },
    ),
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("path", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--explorer", choices=EXPLORERS, default="measures")
    parser.add_argument("--articles", type=int, default=0)
    given = parser.parse_args()
    timed = EXPLORERS[given.explorer]
    corpus = mk.read_corpus(given.path)
    if given.articles:
        texts = [*corpus.articles["text"]]
        corpus = mk.read_texts({f"Outlet {number}": texts[number % len(texts)] for number in range(given.articles)})
    with tempfile.TemporaryDirectory() as room, homes.chromium() as browser:
        file = mk.export_page(timed.make(corpus), Path(room) / "page.html")
        print(f"page: {file.stat().st_size / 1000:.0f} kB, {len(corpus.articles)} articles")
        times: dict[str, list[float]] = {"alive": [], **{name: [] for name in timed.answers}}
        for _ in range(5):
            page = browser.new_page(**homes.DESK)
            page.goto(file.as_uri(), wait_until="commit")
            page.wait_for_selector("[data-drawn]", state="attached", timeout=60_000)
            times["alive"].append(page.evaluate("performance.now()"))
            for name, answer in timed.answers.items():
                times[name].append(page.evaluate(_ANSWER, [*answer]))
            page.close()
    for name, taken in times.items():
        print(f"{name}: {statistics.median(taken):.0f} ms")


if __name__ == "__main__":
    main()
