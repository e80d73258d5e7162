"""How large an explorer's page is, how soon it is alive, and how soon it answers.

    python benchmarks/explorer_speed.py [PATH] [--articles N]

PATH is a corpus (the seeds); --articles N repeats its articles under other names up to N of them.
Milliseconds, the middle of five runs, in Chromium without a window: from opening the file to the first
drawing; from choosing a measure, a row and a sentence to the end of the next frame.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

import mediakit as mk
from tests.browser import homes
from tests.conftest import SEEDS

_ANSWER = """([selector, value]) => new Promise((done) => {
  const target = document.querySelectorAll(selector)[value.place], begin = performance.now();
  if (value.option) { target.value = value.option; target.dispatchEvent(new Event("change")); } else target.click();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin))); })"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("path", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--articles", type=int, default=0)
    given = parser.parse_args()
    corpus = mk.read_corpus(given.path)
    if given.articles:
        texts = [*corpus.articles["text"]]
        corpus = mk.read_texts({f"Outlet {number}": texts[number % len(texts)] for number in range(given.articles)})
    explorer = mk.explore_measures(corpus, values=mk.measure(corpus), sentences=mk.split_sentences(corpus))
    with tempfile.TemporaryDirectory() as room, homes.chromium() as browser:
        file = mk.export_page(explorer, Path(room) / "page.html")
        print(f"page: {file.stat().st_size / 1000:.0f} kB, {len(corpus.articles)} articles")
        times: dict[str, list[float]] = {"alive": [], "measure": [], "row": [], "sentence": []}
        for _ in range(5):
            page = browser.new_page(**homes.DESK)
            page.goto(file.as_uri(), wait_until="commit")
            page.wait_for_selector("[data-drawn]", state="attached", timeout=60_000)
            times["alive"].append(page.evaluate("performance.now()"))
            times["measure"].append(page.evaluate(_ANSWER, ["select", {"place": 0, "option": "lix"}]))
            times["row"].append(page.evaluate(_ANSWER, [".mk-row", {"place": 3}]))
            times["sentence"].append(page.evaluate(_ANSWER, [".mk-bar", {"place": 2}]))
            page.close()
    for name, taken in times.items():
        print(f"{name}: {statistics.median(taken):.0f} ms")


if __name__ == "__main__":
    main()
