"""Ten readability numbers: textstat's functions, text by text, against mk.measure with either engine.

CPU time, all in one process, dictionaries loaded beforehand. In the first pass an engine meets every
word for the first time; in the second it knows them. textstat's functions are timed once: they keep
the answers for the last texts, not for words, so a second pass over few texts would only look them up.
"""

import argparse
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from made_articles import made_articles

import mediakit as mk
from mediakit.document import documents
from mediakit.text.offline_textstat import offline_textstat

FUNCTIONS = {
    "flesch_reading_ease": "flesch_reading_ease",
    "flesch_kincaid_grade": "flesch_kincaid_grade",
    "gunning_fog": "gunning_fog",
    "smog_index": "smog_index",
    "automated_readability_index": "automated_readability_index",
    "coleman_liau_index": "coleman_liau_index",
    "dale_chall": "dale_chall_readability_score",
    "linsear_write": "linsear_write_formula",
    "lix": "lix",
    "rix": "rix",
}


def corpus_of(path: Path | None, count: int) -> mk.Corpus:
    if path is None:
        return mk.read_texts({f"made {number}": text for number, text in enumerate(made_articles(count))})
    corpus = mk.read_corpus(path)
    return corpus.select(ids=list(islice(corpus.articles["article_id"], count)))


def warm_up() -> None:
    corpus = mk.read_texts({"warm": "The Zorblatt stopped. Nobody knew why, said Hill. " * 20})
    for engine in ("mediakit", "textstat"):
        mk.measure(corpus, FUNCTIONS, engine=engine)
    for name in FUNCTIONS.values():
        getattr(offline_textstat(), name)("The Zorblatt stopped. Nobody knew why.")


def seconds(run: Callable[[], object]) -> float:
    begin = time.process_time()
    run()
    return time.process_time() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", type=Path, help="a folder or file of articles; made ones when left out")
    parser.add_argument("--articles", type=int, default=500, metavar="N", help="how many at most (500)")
    given = parser.parse_args()
    corpus = corpus_of(given.path, given.articles)
    texts = [document.plain for _, document in documents(corpus, parts=("body",))]
    functions = [getattr(offline_textstat(), name) for name in FUNCTIONS.values()]
    warm_up()
    by_text = seconds(lambda: [function(text) for text in texts for function in functions])
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters; textstat's functions: {by_text:.2f} seconds of CPU")
    for which in ("first pass", "words known"):
        for engine in ("textstat", "mediakit"):
            took = seconds(lambda engine=engine: mk.measure(corpus, FUNCTIONS, engine=engine))
            print(f"{which}, engine={engine!r}: {took:.2f} seconds, {by_text / took:.1f} times faster")


if __name__ == "__main__":
    main()
