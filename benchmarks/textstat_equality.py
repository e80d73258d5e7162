"""Whether engine="textstat" gives the numbers of textstat's own functions, on any texts: measures equal, measures apart.

Every measure of the engine is compared with its function on every article that gets a value, to 1e-9.
"""

import argparse
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

from made_articles import made_articles
from readability_speed import FUNCTIONS

import mediakit as mk
from mediakit.document import documents
from mediakit.tables import rows_of
from mediakit.text.offline_textstat import offline_textstat

COUNTED = {
    "character_count": "char_count",
    "word_count": "lexicon_count",
    "sentence_count": "sentence_count",
    "mean_sentence_length": "words_per_sentence",
}
COMPARED = COUNTED | FUNCTIONS
SAME = 1e-9


def corpora(paths: list[Path], count: int) -> list[mk.Corpus]:
    if not paths:
        return [mk.read_texts({f"made {number}": text for number, text in enumerate(made_articles(count))})]
    read = [mk.read_corpus(path) for path in paths]
    return [corpus.select(ids=list(islice(corpus.articles["article_id"], count))) for corpus in read]


def compare_with_textstat(corpus: mk.Corpus) -> Counter[str]:
    plain = {document.article_id: document.plain for _, document in documents(corpus, parts=("body",))}
    values = mk.measure(corpus, COMPARED, engine="textstat", leave_out=())
    found = Counter(articles=len(plain))
    for row in rows_of(values[values["status"] == "ok"]):
        theirs = getattr(offline_textstat(), COMPARED[row.measure])(plain[row.article_id])
        same = abs(row.value - theirs) <= SAME
        found["equal" if same else "apart"] += 1
        if not same:
            print(f"{row.article_id}: {row.measure} {row.value!r}, textstat {theirs!r}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, help="folders or files of articles; made ones when left out")
    parser.add_argument("--articles", type=int, default=2000, metavar="N", help="how many of each path at most (2,000)")
    given = parser.parse_args()
    found = sum(map(compare_with_textstat, corpora(given.paths, given.articles)), Counter[str]())
    print(f"{found['articles']:,} texts: {found['equal']:,} values equal to textstat's, {found['apart']:,} apart")
    return 1 if found["apart"] else 0


if __name__ == "__main__":
    sys.exit(main())
