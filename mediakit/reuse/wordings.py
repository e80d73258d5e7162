"""list_wordings(): the ways in which a quotation is printed, and who prints it which way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from mediakit.corpus import Corpus
from mediakit.errors import ContractError
from mediakit.tables import ARTICLES, LEAD, QUOTE_LINKS, QUOTES, WORDING_MEMBERS, WORDINGS, check, make, plain_rows

_Place = tuple[str, int]  # article_id, quote_no


class _Member(NamedTuple):
    """A quotation of a group: its leading columns and its words."""

    lead: tuple[str | None, ...]
    quote_no: int
    text: str

    @property
    def place(self) -> _Place:
        return str(self.lead[0]), self.quote_no


def list_wordings(
    links: pd.DataFrame,
    quotes: pd.DataFrame,
    *,
    corpus: Corpus | None = None,
    reference: str | tuple[str, int] | None = None,
) -> pd.DataFrame:
    """The distinct wordings of every quotation that is printed more than once: the wordings table.

    Two quotations have the same wording where they are printed the same, but for spaces and for the signs and curls
    of marks at either end. A quotation in links that stands in two groups is listed in both.

    Parameters: links and quotes, the tables of link_quotes() and find_quotes(); corpus, for the dates of
    first_published; reference, the copy to compare with: an article_id, or an article_id with a quote_no. Which
    copy that is, is the user's choice; without one only variants are shown.

    Returns one row a wording, the fullest first: group_no, wording_no, text, n_articles, n_outlets, first_published,
    is_reference. Raises ContractError where the reference is no quotation of a group.

    >>> import mediakit as mk
    >>> says = {"A": "“We saw no smoke at all,” he said.", "B": "“We saw no smoke,” he said.", "C": "“We saw no smoke.”"}
    >>> quotes = mk.find_quotes(mk.read_texts(says))
    >>> wordings = mk.list_wordings(mk.link_quotes(quotes), quotes, reference="A")
    >>> wordings[["text", "n_articles", "is_reference"]].values.tolist()
    [['We saw no smoke at all,', 1, True], ['We saw no smoke,', 2, False]]
    """
    published = _published(corpus)
    chosen = (reference,) if isinstance(reference, str) else reference
    rows: list[tuple[object, ...]] = []
    for group_no, wording_no, members in _wordings(links, quotes):
        dates = sorted(date for member in members if (date := published.get(member.place[0])))
        outlets = {member.lead[3] or member.place[0] for member in members}
        rows.append((
            group_no, wording_no, members[0].text, len({member.place[0] for member in members}), len(outlets),
            dates[0] if dates else None, any(chosen == member.place[: len(chosen)] for member in members) if chosen else False,
        ))  # fmt: skip
    if chosen and not any(row[-1] for row in rows):
        raise ContractError(
            f"{reference!r} is no quotation that stands elsewhere too",
            where="reference",
            mend="use an article_id of links, or (article_id, quote_no)",
        )
    return make(rows, WORDINGS)


def wording_members(links: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """Which quotation has which wording: the wording_members table.

    Parameters: the same tables as for list_wordings(). Returns one row a quotation and group: article_id, story_id,
    outlet, outlet_key, group_no, wording_no, quote_no.

    >>> import mediakit as mk
    >>> says = {"A": "“We saw no smoke at all,” he said.", "B": "“We saw no smoke,” he said."}
    >>> quotes = mk.find_quotes(mk.read_texts(says))
    >>> mk.wording_members(mk.link_quotes(quotes), quotes)[["outlet", "wording_no"]].values.tolist()
    [['A', 1], ['B', 2]]
    """
    rows = [
        (*member.lead, group_no, wording_no, member.quote_no)
        for group_no, wording_no, members in _wordings(links, quotes)
        for member in members
    ]
    return make(rows, WORDING_MEMBERS)


def _wordings(links: pd.DataFrame, quotes: pd.DataFrame) -> Iterator[tuple[int, int, list[_Member]]]:
    """Each group's wordings, the fullest first, with the quotations that have them in a fixed order."""
    lead = [column.name for column in LEAD]
    known = {
        (article_id, quote_no): _Member((article_id, *others), quote_no, text or "")
        for article_id, *others, quote_no, text in plain_rows(check(quotes, QUOTES)[[*lead, "quote_no", "text"]])
    }
    groups: dict[int, set[_Place]] = {}
    columns = ["group_no", "article_id", "quote_no", "other_article_id", "other_quote_no"]
    for group_no, article_id, quote_no, other_article_id, other_quote_no in plain_rows(check(links, QUOTE_LINKS)[columns]):
        places = groups.setdefault(group_no, set())
        places.add((article_id, quote_no))
        if other_quote_no is not None:
            places.add((other_article_id, other_quote_no))
    for group_no, places in sorted(groups.items()):
        wordings: dict[str, list[_Member]] = {}
        for place in sorted(places):
            if place not in known:
                raise ContractError(
                    f"quotation {place[1]} of {place[0]} is in links and not in quotes",
                    where="quotes",
                    mend="pass the quotes that link_quotes() was given",
                )
            wordings.setdefault(_same_print(known[place].text), []).append(known[place])
        fullest = sorted(wordings, key=lambda text: (-len(text), text))
        for wording_no, text in enumerate(fullest, start=1):
            yield group_no, wording_no, wordings[text]


def _same_print(text: str) -> str:
    """A wording without what the sentence around it asks for: its last comma, the curls of marks, runs of spaces."""
    plain = " ".join(text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').split())
    return plain.strip(" .,;:—–-")


def _published(corpus: Corpus | None) -> dict[str, str | None]:
    if corpus is None:
        return {}
    return dict(plain_rows(check(corpus.articles, ARTICLES)[["article_id", "published"]]))
