"""What link_quotes() costs on made texts: one large story, and corpora of growing size.

    python benchmarks/quote_reuse_cost.py [--articles 5000 20000]

Prints CPU milliseconds an article, the growth from each size to the next, and the memory at its highest.
"""

import argparse
import random
import resource
import time
from itertools import islice, product

import pandas as pd

from mediakit.lexicons import lexicon_words
from mediakit.reuse.link_quotes import link_quotes
from mediakit.tables import QUOTES, make

QUOTES_AN_ARTICLE = 8
WORDS_A_QUOTE = (6, 36)
REUSED = 0.12  # of the quotations are copies of an earlier one, half of them cut or altered


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, nargs="+", default=[5_000, 20_000])
    sizes = options.parse_args().articles
    link_quotes(made_quotes(20, articles_a_story=20))  # what is loaded on first use is not timed
    print(f"one story of 500 quotations: {cost(made_quotes(62, articles_a_story=62), 'story'):.2f} s")
    before = 0.0
    for size in sizes:
        quotes = made_quotes(size, articles_a_story=3)
        spent = cost(quotes, "corpus")
        growth = f", x{spent / before:.1f} of the size before" if before else ""
        print(f"{size} articles, {len(quotes)} quotations: {spent:.1f} s, {1000 * spent / size:.2f} ms an article{growth}")
        before = spent
    print(f"memory at its highest: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def cost(quotes: pd.DataFrame, scope: str) -> float:
    begin = time.process_time()
    link_quotes(quotes, scope=scope)
    return time.process_time() - begin


def made_quotes(n_articles: int, *, articles_a_story: int) -> pd.DataFrame:
    """Quotations of made words, some common and most rare, as in any language; some are copies of others of their story."""
    draw = random.Random(7)
    small = sorted(lexicon_words("function_words"))
    syllables = [first + second for first in "bcdfglmnprst" for second in "aeiou"]
    telling = ["".join(spelled) for spelled in islice(product(syllables, repeat=3), 40_000)]
    words = small + telling
    weights = [0.45 / len(small)] * len(small) + [0.06 / (rank + 30) for rank in range(len(telling))]
    pool = iter(draw.choices(words, weights=weights, k=n_articles * QUOTES_AN_ARTICLE * WORDS_A_QUOTE[1]))
    rows, said = list[tuple[object, ...]](), list[list[str]]()
    for article in range(n_articles):
        if article % articles_a_story == 0:
            said = []
        for number in range(1, QUOTES_AN_ARTICLE + 1):
            quote = [next(pool) for _ in range(draw.randint(*WORDS_A_QUOTE))]
            if said and draw.random() < REUSED:
                quote = copied(draw.choice(said), draw)
            said.append(quote)
            text = " ".join(quote)
            cells = {
                "article_id": f"{article:06}", "story_id": f"{article // articles_a_story:06}",
                "outlet": f"outlet {article % 40}",
                "outlet_key": f"outlet{article % 40}", "quote_no": number, "part": "body", "begin": number * 1000,
                "end": number * 1000 + len(text), "text": text, "form": "full", "closed": True,
            }  # fmt: skip
            rows.append(tuple(cells.get(name) for name in QUOTES.names))
    return make(rows, QUOTES)


def copied(quote: list[str], draw: random.Random) -> list[str]:
    """A copy: word for word, cut, or with a word lost."""
    way = draw.randrange(4)
    if way == 0:
        return quote[: max(5, len(quote) // 2)]
    if way == 1 and len(quote) > 6:
        lost = draw.randrange(2, len(quote) - 2)
        return quote[:lost] + quote[lost + 1 :]
    return quote


if __name__ == "__main__":
    main()
