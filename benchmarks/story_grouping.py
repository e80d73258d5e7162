"""How well and how fast articles are grouped by event, against the story_id that a corpus gives them.

Takes files or folders that mk.read_corpus reads and whose articles have a story_id. It is hidden from
the grouping and then compared with what was found: B-cubed precision, recall and F1 (Bagga and Baldwin
1998), with dates of publication and without. A second table says how many articles are warned about
when the given stories are taken as they are: every one of those is a false alarm, or a mistake in the
corpus. One threshold holds for all.
"""

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import mediakit as mk


def bcubed(given: Sequence[str], found: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1, each article counted once."""
    in_given, in_found, in_both = Counter(given), Counter(found), Counter(zip(given, found, strict=True))
    pairs = [*zip(given, found, strict=True)]
    precision = sum(in_both[pair] / in_found[pair[1]] for pair in pairs) / len(pairs)
    recall = sum(in_both[pair] / in_given[pair[0]] for pair in pairs) / len(pairs)
    return precision, recall, 2 * precision * recall / (precision + recall)


def without(corpus: mk.Corpus, *columns: str) -> mk.Corpus:
    return replace(corpus, articles=corpus.articles.assign(**dict.fromkeys(columns, None)).astype(corpus.articles.dtypes))


def measure(path: Path) -> None:
    corpus = mk.read_corpus(path)
    corpus = corpus.select(ids=corpus.articles.loc[corpus.articles["story_id"].notna(), "article_id"])
    given = corpus.articles["story_id"].tolist()
    print(f"{path}: {len(given):,} articles in {len(set(given)):,} stories")
    for name, hidden in (("dates known", ()), ("dates hidden", ("published",))):
        blind = without(corpus, "story_id", "story_basis", *hidden)
        begin = time.process_time()
        found = mk.group_stories(blind)["story_id"].tolist()
        took = time.process_time() - begin
        precision, recall, f1 = bcubed(given, found)
        print(
            f"  {name}: B-cubed precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}; {len(set(found)):,} stories; "
            f"{1000 * took / len(given):.1f} ms of CPU an article"
        )
    warned = mk.group_stories(corpus)["warning"].notna().sum()
    print(f"  stories as given: {warned} articles warned about ({warned / len(given):.1%})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, help="files or folders of articles with a story_id")
    mk.group_stories(mk.read_texts({"warm": "The ferry stopped."}))
    for path in parser.parse_args().paths:
        measure(path)


if __name__ == "__main__":
    main()
