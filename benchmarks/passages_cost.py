"""What find_passages costs: a story of 60 outlets, and how time and memory grow with a corpus of four times the articles.

Made articles; each story has three outlets, of which one copies half of another's paragraphs in another order. CPU time.
"""

import argparse
import random
import time
import tracemalloc

import pandas as pd
from made_articles import made_articles

import mediakit as mk


def corpus_of(stories: int, outlets: int) -> mk.Corpus:
    """Stories that so many outlets report; every second outlet copies from the one before it."""
    draw, texts = random.Random("passages"), made_articles(stories * outlets)
    names, written = [], []
    for story in range(stories):
        for outlet in range(outlets):
            paragraphs = next(texts).strip().split("\n\n")
            if outlet % 2:
                before = written[-1].split("\n\n")
                paragraphs[len(paragraphs) // 2 :] = draw.sample(before, len(before) // 2)
            names.append((f"story {story}", f"Outlet {outlet}"))
            written.append("\n\n".join(paragraphs))
    corpus = mk.read_texts({f"{story} {outlet}": text for (story, outlet), text in zip(names, written, strict=True)})
    corpus.articles["story_id"] = pd.Series([story for story, _ in names], dtype="string[pyarrow]")
    return corpus


def measured(corpus: mk.Corpus, scope: str) -> tuple[float, int]:
    begin = time.process_time()
    passages = mk.find_passages(corpus, scope=scope)
    return time.process_time() - begin, len(passages)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=600, metavar="N", help="of the smaller corpus (600)")
    given = parser.parse_args()
    measured(corpus_of(1, 2), "story")  # rapidfuzz and lexicons are loaded
    took, found = measured(corpus_of(1, 60), "story")
    print(f"one story of 60 outlets: {took:.2f} seconds of CPU, {found} passages")
    for scope in ("story", "corpus"):
        before = None
        for times in (1, 4):
            corpus = corpus_of(given.articles * times // 3, 3)
            took, found = measured(corpus, scope)
            tracemalloc.start()
            mk.find_passages(corpus, scope=scope)
            peak = tracemalloc.get_traced_memory()[1] / 2**20
            tracemalloc.stop()
            grown = f", {took / before:.1f} times as long" if before else ""
            each = 1000 * took / len(corpus.articles)
            print(f"scope={scope!r}, {len(corpus.articles)} articles: {took:.2f} seconds{grown}, {each:.1f} ms an article, "
                  f"{found} passages, {peak:.0f} MB at most")  # fmt: skip
            before = took


if __name__ == "__main__":
    main()
