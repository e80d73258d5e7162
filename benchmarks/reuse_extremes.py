"""What the functions of reuse do with extreme stories: seconds of CPU, rows, groups, and what they say they leave out.

    python benchmarks/reuse_extremes.py [--outlets 500] [--copies 10000] [--identical 1000]

Made texts. Every step is run to its end; the memory at its highest is that of the whole run.
"""

import argparse
import random
import resource
import time
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd
from made_articles import made_articles

import mediakit as mk
from mediakit.errors import ReuseWarning
from mediakit.tables import QUOTES, make

SENTENCE = "the harbor council never promised any of the money that the old ferry master spent on the pier and on nothing else"
SAID = SENTENCE.split()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--outlets", type=int, default=500, metavar="N", help="of one story (500)")
    parser.add_argument("--copies", type=int, default=10_000, metavar="N", help="of one quotation (10000)")
    parser.add_argument("--identical", type=int, default=1_000, metavar="N", help="articles of one text (1000)")
    given = parser.parse_args()
    warnings.simplefilter("ignore", ReuseWarning)
    mk.link_quotes(quotes_of(SAID for _ in range(2)))  # what is loaded on first use is not timed
    for name, said in {
        f"{given.copies} exact copies of a quotation": (SAID for _ in range(given.copies)),
        f"{given.copies} near copies": near_copies(given.copies),
        f"{given.copies} fragments": fragments(given.copies),
        "quotations of no, one and 5,000 words": ([], ["disgraceful"], SAID * 227, ["disgraceful"], SAID * 227),
    }.items():
        quotes = quotes_of(said)
        print(f"\n{name}")
        links = timed("link_quotes", mk.link_quotes, quotes)
        timed("list_wordings", mk.list_wordings, links, quotes)
        timed("show_wordings", lambda *tables: mk.show_wordings(*tables)._repr_html_(), links, quotes)
        print(f"  {links['group_no'].nunique()} groups; left out:", *mk.link_problems(quotes)["what"], sep="\n    ")
    whole_chain(f"{given.outlets} outlets, of which each prints the half of another's text", copying(given.outlets))
    text = next(made_articles(1))
    whole_chain(f"{given.identical} identical articles", {f"Outlet {number}": text for number in range(given.identical)})
    print(f"\nmemory at its highest: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def whole_chain(name: str, texts: dict[str, str]) -> None:
    """Every step from the texts to the figures."""
    print(f"\n{name}")
    corpus = timed("read_texts", mk.read_texts, texts)
    quotes = timed("find_quotes", mk.find_quotes, corpus)
    attributions = timed("find_attributions", mk.find_attributions, corpus)
    links = timed("link_quotes", mk.link_quotes, quotes, corpus)
    passages = timed("find_passages", mk.find_passages, corpus)
    members = timed("group_stories", mk.group_stories, corpus)
    timed("describe_stories", mk.describe_stories, members, corpus)
    tables = {"quotes": quotes, "attributions": attributions, "links": links, "passages": passages}
    origins = timed("trace_origins", lambda: mk.trace_origins(corpus, **tables))
    matrix = timed("reuse_matrix", mk.reuse_matrix, links, passages, corpus)
    wordings, printed = timed("list_wordings", mk.list_wordings, links, quotes), mk.wording_members(links, quotes)
    timed("show_wordings", lambda: mk.show_wordings(links, quotes)._repr_html_())
    if len(wordings):
        timed("plot_lineage", lambda: mk.plot_lineage(wordings, printed, corpus)._repr_html_())
    timed("plot_reuse_matrix", lambda: mk.plot_reuse_matrix(matrix)._repr_html_())
    timed("plot_origins", lambda: mk.plot_origins(origins)._repr_html_())
    left_out = [*mk.link_problems(quotes, corpus)["what"], *mk.passage_problems(corpus)["what"]]
    print(f"  {links['group_no'].nunique()} groups of quotations; left out:", *left_out, sep="\n    ")


def timed(name: str, step: Callable[..., Any], *given: object) -> Any:
    begin = time.process_time()
    found = step(*given)
    many = (
        f", {len(found)} rows"
        if isinstance(found, pd.DataFrame)
        else f", {len(found)} characters"
        if isinstance(found, str)
        else ""
    )
    print(f"  {name}: {time.process_time() - begin:.1f} s{many}", flush=True)
    return found


def near_copies(number: int) -> Iterator[list[str]]:
    """The quotation with one word or two that stand in few other copies."""
    draw = random.Random("near")
    for _ in range(number):
        words = [*SAID]
        for place in draw.sample(range(len(words)), draw.randint(1, 2)):
            words[place] = f"word{draw.randrange(2_000)}"
        yield words


def fragments(number: int) -> Iterator[list[str]]:
    """Six words of the quotation and more."""
    draw = random.Random("fragments")
    for _ in range(number):
        begin = draw.randrange(len(SAID) - 6)
        yield SAID[begin : draw.randint(begin + 6, len(SAID))]


def copying(outlets: int) -> dict[str, str]:
    """An article an outlet, made of half of the one before it and of sentences of its own; all quote one sentence or its end."""
    draw, texts, before, found = random.Random("copying"), made_articles(outlets), list[str](), dict[str, str]()
    for number, text in enumerate(texts):
        paragraphs = text.strip().split("\n\n")
        own = paragraphs[: len(paragraphs) // 2] + before[: len(before) // 2]
        quote = " ".join(SAID[draw.choice((0, 0, 5)) :])
        found[f"Outlet {number}"] = "\n\n".join([*own, f"“{quote},” the harbor master said on Monday."])
        before = paragraphs
    return found


def quotes_of(said: Any) -> pd.DataFrame:
    """A quotes table of quotations, each of an outlet of its own."""
    rows = []
    for number, words in enumerate(said):
        text, name = " ".join(words), f"{number:06}"
        cells = {
            "article_id": name, "story_id": "ferry", "outlet": f"Outlet {name}", "outlet_key": name, "quote_no": 1,
            "part": "body", "begin": 1, "end": 1 + len(text), "text": text, "form": "full", "closed": True,
        }  # fmt: skip
        rows.append(tuple(cells.get(column) for column in QUOTES.names))
    return make(rows, QUOTES)


if __name__ == "__main__":
    main()
