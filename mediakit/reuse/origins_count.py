"""How many independent origins stand behind the articles of a story: at least, and at most."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from mediakit.identity import outlet_key
from mediakit.reuse.origins_evidence import CERTAIN, OWN, Evidence


def count_origins(articles: Mapping[str, str | None], found: Iterable[Evidence]) -> tuple[int, int]:
    """The range of independent origins behind the articles of one story.

    Parameters: articles, each with the key of its outlet or None; found, the evidence about them.

    At most as many as there are groups of articles, where only what is certain joins them: the same outlet,
    the same whole text, the same credit. At least as many as have an origin of their own that is
    known (a credit for the whole text, or their own reporting), where every sign joins them; never less than one.

    >>> credit = Evidence("a", "AP", "dateline", 0, 4, "certain", None, "credits AP")
    >>> count_origins({"a": "herald", "b": "courier", "c": None}, [credit, credit._replace(article_id="b")])
    (1, 2)
    """
    every = [sign for sign in found if sign.evidence is not None]
    certain = [sign for sign in every if sign.strength == CERTAIN]
    high = len({*_groups(articles, certain).values()})
    group = _groups(articles, every)
    anchored = {group[sign.article_id] for sign in every if _anchors(sign)}
    return max(1, len(anchored)), high


def _anchors(sign: Evidence) -> bool:
    return sign.evidence == OWN or (sign.strength == CERTAIN and sign.other_article_id is None)


def _groups(articles: Mapping[str, str | None], signs: Iterable[Evidence]) -> dict[str, Hashable]:
    """For each article the group it falls into when outlets and signs join articles."""
    parent: dict[Hashable, Hashable] = {}

    def root(name: Hashable) -> Hashable:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for article_id, key in articles.items():
        if key is not None:
            parent[root(("article", article_id))] = root(("origin", key))
    for sign in signs:
        if sign.other_article_id is not None:
            parent[root(("article", sign.article_id))] = root(("article", sign.other_article_id))
        elif sign.origin is not None:
            parent[root(("article", sign.article_id))] = root(("origin", outlet_key(sign.origin)))
    return {article_id: root(("article", article_id)) for article_id in articles}
