"""fill_speakers(): whom another outlet names as the speaker of the same words."""

from __future__ import annotations

from collections import defaultdict

import pandas as pd

from mediakit.tables import QUOTES, check
from mediakit.tables.reuse import QUOTE_LINKS

OTHER_OUTLET = "other outlet"
_TOO_LOOSE = "possible_paraphrase"

_Key = tuple[object, object]  # article_id and quote_no


def fill_speakers(quotes: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """Quotations without a speaker's name, with the name that another outlet gives for the same words.

    Parameters: quotes, as find_quotes() returns them; links, as link_quotes() returns them. Only names that
    stand in another outlet's own text count, never ones filled in before; links that are no more than a
    possible paraphrase do not count, nor stretches of three words or fewer. Where other outlets name different
    people, nothing is filled in and they are candidates.

    Returns quotes with speaker_name filled in, speaker_basis "other outlet", confidence check and rule
    "named in" with the other article; no other row changes.
    Raises ContractError when a table lacks a column.

    >>> import mediakit as mk
    >>> corpus = mk.read_texts({"Harbour Herald": "“Not one ferry will sail before Friday morning,” said Ama Hill.",
    ...                         "Pier Post": "“Not one ferry will sail before Friday morning,” she said."})
    >>> quotes = mk.find_quotes(corpus)
    >>> filled = mk.fill_speakers(quotes, mk.link_quotes(quotes))
    >>> filled[["speaker", "speaker_name", "speaker_basis"]].values.tolist()
    [['Ama Hill', 'Ama Hill', 'text'], ['she', 'Ama Hill', 'other outlet']]
    """
    quotes = check(quotes, QUOTES)
    named = _names(quotes)
    given = _given_elsewhere(check(links, QUOTE_LINKS), named)
    columns = ("speaker_name", "speaker_basis", "candidates", "rule", "confidence")
    cells = {name: quotes[name].astype(object).tolist() for name in columns}
    for row, (article, number, form) in enumerate(zip(quotes["article_id"], quotes["quote_no"], quotes["form"], strict=True)):
        elsewhere = given.get((article, number))
        if elsewhere is None or form == "word" or not pd.isna(cells["speaker_name"][row]):
            continue
        people = _people(elsewhere)
        if len(people) == 1:
            found: tuple[object, ...] = (
                people[0],
                OTHER_OUTLET,
                cells["candidates"][row],
                f"named in {min(elsewhere[people[0]])}",
                "check",
            )
        else:
            found = (pd.NA, pd.NA, people, cells["rule"][row], cells["confidence"][row])
        for name, value in zip(columns, found, strict=True):
            cells[name][row] = value
    dtypes = {column.name: column.dtype for column in QUOTES.columns}
    return quotes.assign(**{name: pd.Series(cells[name], index=quotes.index, dtype=dtypes[name]) for name in columns})


def _names(quotes: pd.DataFrame) -> dict[_Key, str]:
    """The names that stand in the articles' own text."""
    own = quotes[quotes["speaker_name"].notna() & (quotes["speaker_basis"] != OTHER_OUTLET)]
    return {
        (article, number): name
        for article, number, name in zip(own["article_id"], own["quote_no"], own["speaker_name"], strict=True)
    }


def _given_elsewhere(links: pd.DataFrame, named: dict[_Key, str]) -> dict[_Key, dict[str, set[str]]]:
    """For each quotation, the names that other outlets give, and the articles where they stand; links count both ways."""
    given: dict[_Key, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    close = links[(links["change"] != _TOO_LOOSE) & links["other_quote_no"].notna()]
    for article, outlet, number, other, other_outlet, other_number in zip(
        *(close[name] for name in ("article_id", "outlet", "quote_no", "other_article_id", "other_outlet", "other_quote_no")),
        strict=True,
    ):
        if article == other or (not pd.isna(outlet) and not pd.isna(other_outlet) and outlet == other_outlet):
            continue
        for one, two in (((article, number), (other, other_number)), ((other, other_number), (article, number))):
            if name := named.get(two):
                given[one][name].add(str(two[0]))
    return given


def _people(elsewhere: dict[str, set[str]]) -> list[str]:
    """The names, fullest form and most articles first; a shorter form of a longer name is the same person."""
    names = sorted(elsewhere, key=lambda name: (-len(name.split()), -len(elsewhere[name]), name))
    kept = list[str]()
    for name in names:
        if not any(set(name.split()) <= set(longer.split()) for longer in kept):
            kept.append(name)
    return sorted(kept, key=lambda name: (-len(elsewhere[name]), name))
