"""How articles without a known outlet are shown."""

import re
from collections import Counter
from collections.abc import Iterable


def unknown_labels(article_ids: Iterable[str], known: Iterable[str] = ()) -> dict[str, str]:
    """How articles without a known outlet are shown, each by the shortest telling start of its name.

    Parameters: article_ids, the articles without an outlet; known, the names of the outlets that are
    known: a label that one of them happens to be spelled like is given to no unknown one.

    >>> unknown_labels(["001_ab", "002_cd"])
    {'001_ab': 'unknown (001…)', '002_cd': 'unknown (002…)'}
    >>> unknown_labels(["001_ab"], known=["unknown (001…)"])
    {'001_ab': 'unknown (001_ab)'}
    """
    ids, taken_names = list(article_ids), {name.casefold() for name in known}
    short = {article_id: re.split(r"[_\s]", article_id, maxsplit=1)[0] for article_id in ids}
    taken = Counter(short.values())
    labels = {}
    for article_id, start in short.items():
        telling = len(start) >= 3 and taken[start] == 1 and start != article_id
        label = f"unknown ({start}…)" if telling else f"unknown ({article_id})"
        if label.casefold() in taken_names:
            label = f"unknown ({article_id})"
        while label.casefold() in taken_names:
            label += "*"
        labels[article_id] = label
    return labels
