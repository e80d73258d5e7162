"""Memory and CPU time of reading, labelling and measuring a folder of made articles (Linux and macOS).

Printed is the peak of the whole process less the size of the texts themselves.
"""

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

from made_articles import made_articles

import mediakit as mk

MEGABYTE = 1_000_000


def peak() -> int:
    """Most memory this process has held so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5000, metavar="N", help="how many (5000)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mediakit-") as room:
        size = 0
        for number, text in enumerate(made_articles(given.articles)):
            size += Path(room, f"{number:06}.txt").write_bytes(text.encode())
        before, begin = peak(), time.process_time()
        corpus = mk.read_corpus(room)
        read = time.process_time()
        values = mk.measure(corpus)
        done = time.process_time()
    print(f"{len(corpus.articles)} articles, {size / MEGABYTE:.1f} MB of text; {len(values)} values")
    print(f"peak memory: {(peak() - size) / MEGABYTE:.0f} MB beyond the text, of which {before / MEGABYTE:.0f} MB before reading")
    print(f"CPU seconds: {read - begin:.1f} to read and label, {done - read:.1f} to measure")


if __name__ == "__main__":
    main()
