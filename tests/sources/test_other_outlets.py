"""The same quotation with a named speaker in another outlet fills a gap, and says so."""

import pandas as pd
import pytest

from mediakit.sources.other_outlets import fill_speakers
from mediakit.tables import QUOTES, make
from mediakit.tables.reuse import QUOTE_LINKS


def quote(article: str, name: str | None, form: str = "full", basis: str | None = "text") -> tuple[object, ...]:
    row = dict.fromkeys(QUOTES.names)
    row.update(article_id=article, outlet=article.title(), quote_no=1, text="We will sail.", form=form, speaker_name=name,
               speaker_basis=basis if name else None, rule="", confidence="likely", candidates=[], carriers=[])  # fmt: skip
    return tuple(row.values())


def link(one: str, other: str, change: str = "same") -> tuple[object, ...]:
    row = dict.fromkeys(QUOTE_LINKS.names)
    row.update(
        article_id=one,
        outlet=one.title(),
        quote_no=1,
        other_article_id=other,
        other_outlet=other.title(),
        other_quote_no=1,
        change=change,
    )
    return tuple(row.values())


def filled(quotes: list[tuple[object, ...]], links: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    table = fill_speakers(make(quotes, QUOTES), make(links, QUOTE_LINKS))
    shown = (
        table[["speaker_name", "speaker_basis", "confidence"]]
        .astype(object)
        .where(table[["speaker_name", "speaker_basis", "confidence"]].notna(), None)
    )
    return list(shown.itertuples(index=False, name=None))


NAMED, FILLED = quote("herald", "Ama Hill"), quote("herald", "Ama Hill", basis="other outlet")


@pytest.mark.parametrize(
    "links", [[link("herald", "post")], [link("post", "herald")]], ids=["link one way", "link the other way"]
)
def test_a_gap_is_filled_and_marked(links):
    quotes = [quote("herald", "Ama Hill"), quote("post", None)]
    assert filled(quotes, links) == [("Ama Hill", "text", "likely"), ("Ama Hill", "other outlet", "check")]


@pytest.mark.parametrize(
    "quotes, links",
    [
        pytest.param([NAMED, quote("post", None)], [link("herald", "post", "possible_paraphrase")], id="a paraphrase"),
        pytest.param([NAMED, quote("post", None, form="word")], [link("herald", "post")], id="a few words may be anybody's"),
        pytest.param([FILLED, quote("post", None)], [link("herald", "post")], id="a filled name fills nothing"),
        pytest.param([NAMED, quote("post", None)], [], id="no link"),
    ],
)  # fmt: skip
def test_what_is_not_certain_enough_stays_a_gap(quotes, links):
    assert filled(quotes, links)[1][:2] == (None, None)


def test_two_outlets_that_disagree_give_candidates_and_no_name():
    quotes = [quote("herald", "Ama Hill"), quote("echo", "Bo Lee"), quote("post", None)]
    table = fill_speakers(make(quotes, QUOTES), make([link("herald", "post"), link("echo", "post")], QUOTE_LINKS))
    assert pd.isna(table["speaker_name"][2])
    assert list(table["candidates"][2]) == ["Ama Hill", "Bo Lee"]


def test_a_surname_and_the_full_name_are_one_person():
    quotes = [quote("herald", "Hill"), quote("echo", "Ama Hill"), quote("post", None)]
    assert filled(quotes, [link("herald", "post"), link("echo", "post")])[2][0] == "Ama Hill"


def test_an_unknown_outlet_may_be_another_one():
    quotes = make([quote("herald", "Ama Hill"), quote("post", None)], QUOTES).assign(outlet=pd.NA)
    links = make([link("herald", "post")], QUOTE_LINKS).assign(outlet=pd.NA, other_outlet=pd.NA)
    assert fill_speakers(quotes, links)["speaker_name"].tolist() == ["Ama Hill", "Ama Hill"]
