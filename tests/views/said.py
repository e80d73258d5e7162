"""Who says what in three short articles, written down by hand: the tables that views and figures of sources are tested on."""

import pandas as pd

import mediakit as mk
from mediakit.tables import ATTRIBUTIONS, QUOTES, make

HERALD = "“The pier is shut,” said Ada Obi. She said “it leaks” and would be closed for a year, according to the port."
COURIER = "“The pier is shut,” Obi claimed. A clerk feared worse. It reportedly cost “a fortune”."

_SAID = pd.DataFrame(
    [
        ("Herald", 1, "direct", ["The pier is shut,"], "Ada Obi", "Ada Obi", "named_person", "said", "neutral", "certain"),
        ("Herald", 2, "mixed", ["it leaks", "would be closed for a year"], "She", "Ada Obi", "named_person", "said", "neutral",
         "check"),
        ("Courier", 1, "direct", ["The pier is shut,"], "Obi", "Ada Obi", "named_person", "claimed", "distancing", "certain"),
        ("Courier", 2, "indirect", ["worse"], "A clerk", None, "unnamed_person", "feared", "speculative", "likely"),
        ("Courier", 3, "indirect", ["cost “a fortune”"], None, None, "bare", "reportedly", "distancing", "certain"),
    ],
    columns=["article_id", "attribution_no", "kind", "words", "source", "source_name", "identification", "cue", "cue_class",
             "confidence"],
)  # fmt: skip
#: article, statement, form, words between marks
_QUOTED = [
    ("Herald", 1, "full", "The pier is shut,"),
    ("Herald", 2, "partial", "it leaks"),
    ("Courier", 1, "full", "The pier is shut,"),
    ("Courier", None, "word", "a fortune"),
]


def corpus() -> mk.Corpus:
    """Herald and Courier on the same pier."""
    return mk.read_texts({"Herald": HERALD, "Courier": COURIER})


def attributions() -> pd.DataFrame:
    """The five statements; the second came through the port, and the cue of the third is contested."""
    rows = []
    for said in _SAID.to_dict("records"):
        text = {"Herald": HERALD, "Courier": COURIER}[said["article_id"]]
        places = [(text.index(piece), text.index(piece) + len(piece)) for piece in said["words"]]
        port = ["the port"] if said["kind"] == "mixed" else []
        row = said | {
            "outlet": said["article_id"], "outlet_key": said["article_id"].casefold(), "part": "body", "begin": places[0][0],
            "end": places[-1][1], "spans": [f"{begin}:{end}" for begin, end in places], "role": "unknown",
            "cue_contested": said["cue"] == "claimed", "lexicon_entry": said["cue"], "hedges": [], "carriers": port,
            "candidates": port, "rule": "by hand",
        }  # fmt: skip
        for what in ("source", "cue"):
            printed = said[what]
            if isinstance(printed, str):
                row |= {f"{what}_begin": text.index(printed), f"{what}_end": text.index(printed) + len(printed)}
        rows.append(tuple(row.get(column) for column in ATTRIBUTIONS.names))
    return make(rows, ATTRIBUTIONS)


def quotes() -> pd.DataFrame:
    """The four stretches between marks."""
    rows = []
    for number, (article, statement, form, words) in enumerate(_QUOTED, start=1):
        begin = {"Herald": HERALD, "Courier": COURIER}[article].index(words)
        row = {
            "article_id": article, "outlet": article, "outlet_key": article.casefold(), "quote_no": number, "part": "body",
            "begin": begin, "end": begin + len(words), "text": words, "form": form, "closed": True, "attribution_no": statement,
            "carriers": [], "candidates": [], "rule": "by hand", "confidence": "certain",
        }  # fmt: skip
        rows.append(tuple(row.get(column) for column in QUOTES.names))
    return make(rows, QUOTES)
