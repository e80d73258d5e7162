"""CPU time of reading made articles from JSONL into the articles table, beside pyarrow's of reading the same file into columns.

Each article has a title, outlet, date, address, byline and language, so that no line need be labelled while reading. The
memory is the peak of the process (Linux and macOS). One thread each.
"""

import argparse
import json
import random
import tempfile
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.json
from loading_memory import MEGABYTE, peak
from made_articles import made_articles

import mediakit as mk

_OUTLETS, _NAMES = 300, ("Ama Boyle", "Raj Nair", "Lin Okafor", "Ines Wood", "Tom Adeyemi")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000, metavar="N", help="how many (20,000)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mediakit-") as room:
        file, few = Path(room, "articles.jsonl"), Path(room, "few.jsonl")
        _write(few, 100)
        mk.read_corpus(few)  # what is loaded once is no part of the time
        _write(file, given.articles)
        before, begin = peak(), time.process_time()
        corpus = mk.read_corpus(file)
        read, most = time.process_time() - begin, peak()
        pa.set_cpu_count(1)
        begin = time.process_time()
        n_rows = pyarrow.json.read_json(file).num_rows
        columns = time.process_time() - begin
        print(f"{n_rows:,} articles, {file.stat().st_size / MEGABYTE:.0f} MB; {len(corpus.problems)} problems")
    print(f"pyarrow: {columns:.1f} s, {columns / n_rows * 1e6:.0f} microseconds an article")
    print(f"mediakit: {read:.1f} s, {read / n_rows * 1e6:.0f} microseconds an article, {read / columns:.1f} times pyarrow")
    print(f"peak memory: {most / MEGABYTE:.0f} MB, {before / MEGABYTE:.0f} MB before mediakit read")


def _write(file: Path, count: int) -> None:
    draw = random.Random("mediakit")
    with file.open("w", encoding="utf-8") as lines:
        for number, text in enumerate(made_articles(count)):
            outlet = draw.randrange(_OUTLETS)
            row = {
                "title": "Council weighs plan for the harbour",
                "outlet": f"Outlet {outlet}",
                "date": f"2025-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
                "url": f"https://www.outlet{outlet}.example.com/news/{number}",
                "byline": f"By {draw.choice(_NAMES)}",
                "language": "en",
                "text": text,
            }
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
