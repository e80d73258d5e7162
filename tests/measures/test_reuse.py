"""Measures that need tables besides the text, and those of reuse: what is found elsewhere, altered, cut, shared, credited."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.errors import MeasureError
from mediakit.measures.catalogue import BUILT_IN
from mediakit.tables import ORIGINS, PASSAGES, QUOTE_LINKS, QUOTES
from tests.conftest import Folder
from tests.reuse.made import table

#: 19 and 13 words
TEXTS = {
    "Coast Courier": "“We shall sail on Monday morning,” she said. “No smoke was seen at all,” he said. “Yes.” It rained.",
    "Harbour Herald": "“We shall sail on Monday,” she said. Nobody saw any smoke at all.",
}
QUOTED = ("We shall sail on Monday morning,", "No smoke was seen at all,", "Yes.")


def quotes() -> pd.DataFrame:
    return table(QUOTES, *(quote("Coast Courier", number, words) for number, words in enumerate(QUOTED, start=1)),
                 quote("Harbour Herald", 1, "We shall sail on Monday,"))  # fmt: skip


def quote(outlet: str, number: int, words: str) -> dict[str, object]:
    begin = TEXTS[outlet].index(words)
    return {"article_id": outlet, "quote_no": number, "begin": begin, "end": begin + len(words), "text": words}


def link(**cells: object) -> dict[str, object]:
    """The first quotation of both, the shorter one second."""
    both = {"article_id": "Coast Courier", "outlet": "Coast Courier", "quote_no": 1, "begin": 1, "end": 33, "group_no": 1,
            "other_article_id": "Harbour Herald", "other_outlet": "Harbour Herald", "other_quote_no": 1, "other_begin": 1,
            "other_end": 25, "changes": ["same"], "silent": False}  # fmt: skip
    return both | cells


def value(name: str, **tables: pd.DataFrame) -> dict[str, tuple[float | None, int, str]]:
    """For each article value, n and status of a measure."""
    values = mk.measure(mk.read_texts(TEXTS), name, **tables)
    shown = values[["article_id", "value", "n", "status"]].astype(object)
    return {row[0]: (None if pd.isna(row[1]) else round(row[1], 4), row[2], row[3]) for row in shown.to_numpy().tolist()}


def test_a_measure_gets_the_rows_of_its_article_as_named_tuples_without_na() -> None:
    speakers = mk.Measure(name="speakers", label="Speakers", unit="speakers", higher_means="more", what="speakers",
                          reference="one's own", needs=("quotes",), counts="quotes",
                          minimum=2, compute=lambda document, rows: sum(row.speaker is None for row in rows))  # fmt: skip
    values = mk.measure(mk.read_texts(TEXTS), [speakers], quotes=quotes())
    assert values["value"].fillna(-1).tolist() == [3, -1]
    assert values[["n", "status"]].values.tolist() == [[3, "ok"], [1, "too short"]]


def test_rows_outside_the_measured_parts_are_left_out(folder: Folder) -> None:
    text = "“Stay at home,” says the port\n\nThe ferry stopped on Monday, and the islanders stayed where they were for the day.\n"
    corpus = mk.read_corpus(folder({"a.txt": text}))
    counted = mk.Measure(name="counted", label="Counted", unit="quotations", higher_means="more", what="quotations",
                         reference="one's own", needs=("quotes",), compute=lambda document, rows: len(rows))  # fmt: skip
    one = table(QUOTES, {"article_id": "a", "quote_no": 1, "begin": 1, "end": 13, "text": "Stay at home,"})
    assert mk.measure(corpus, [counted], quotes=one)["value"].tolist() == [0.0]
    assert mk.measure(corpus, [counted], quotes=one, parts=("title", "body"))["value"].tolist() == [1.0]


def test_a_measure_without_its_table_is_refused_with_the_call_that_makes_it() -> None:
    with pytest.raises(MeasureError, match="'reused_share' needs the table of passages") as refused:
        mk.measure(mk.read_texts(TEXTS), "reused_share")
    assert refused.value.mend == "pass passages=mk.find_passages(corpus)"


def test_all_measures_are_those_whose_tables_are_given() -> None:
    corpus = mk.read_texts(TEXTS)
    without = set(mk.measure(corpus)["measure"])
    assert without == {name for name, known in BUILT_IN.items() if not known.needs}
    assert set(mk.measure(corpus, passages=table(PASSAGES))["measure"]) - without == {"reused_share", "uncredited_reuse_share"}


def test_quotations_of_four_words_and_more_are_looked_for_from_either_side() -> None:
    # two of the three quotations of the first have four words; one is found
    expected = {"Coast Courier": (0.5, 2, "ok"), "Harbour Herald": (1.0, 1, "ok")}
    assert value("quotes_found_elsewhere_share", quotes=quotes(), links=table(QUOTE_LINKS, link())) == expected


def test_a_copy_in_the_same_outlet_is_not_elsewhere() -> None:
    links = table(QUOTE_LINKS, link(other_outlet="Coast Courier"))
    assert value("quotes_found_elsewhere_share", quotes=quotes(), links=links)["Coast Courier"] == (0.0, 2, "ok")


@pytest.mark.parametrize(
    ("changes", "share"),
    [
        pytest.param(["same"], 0.0, id="the same"),
        pytest.param(["punct", "case"], 0.0, id="other marks and capitals"),
        pytest.param(["truncated_end"], 0.0, id="cut at the end"),
        pytest.param(["case", "substituted"], 1.0, id="another word"),
    ],
)
def test_a_quotation_is_altered_where_its_words_differ(changes: list[str], share: float) -> None:
    links = table(QUOTE_LINKS, link(changes=changes))
    expected = {"Coast Courier": (share, 1, "ok"), "Harbour Herald": (share, 1, "ok")}
    assert value("quotes_altered_share", quotes=quotes(), links=links) == expected


def test_only_the_copy_that_lacks_the_words_is_cut() -> None:
    links = table(QUOTE_LINKS, link(changes=["dropped"], silent=True))
    expected = {"Coast Courier": (0.0, 1, "ok"), "Harbour Herald": (1.0, 1, "ok")}
    assert value("quotes_silently_cut_share", quotes=quotes(), links=links) == expected


def test_words_in_copied_passages_count_once_and_those_of_other_kinds_not() -> None:
    begin = TEXTS["Coast Courier"].index("“No smoke")
    shared = {"article_id": "Coast Courier", "begin": 0, "end": begin - 1, "other_article_id": "Harbour Herald", "other_begin": 0,
              "other_end": 36, "kind": "text", "credited": False}  # fmt: skip
    passages = table(PASSAGES, shared, {**shared, "end": 20, "credited": True}, {**shared, "end": 99, "kind": "names"})
    # 8 of 19 words: We shall sail on Monday morning she said; “We shall sail on Mo” is credited: 5 words as counted; 7 of 13
    assert value("reused_share", passages=passages) == {
        "Coast Courier": (0.4211, 19, "ok"),
        "Harbour Herald": (0.5385, 13, "ok"),
    }
    assert value("uncredited_reuse_share", passages=passages)["Coast Courier"] == (0.375, 8, "ok")
    assert value("uncredited_reuse_share", passages=table(PASSAGES))["Coast Courier"] == (None, 0, "no shared text")


def test_origins_are_counted_by_story_as_a_range() -> None:
    origins = table(ORIGINS, *({"article_id": name, "independent_low": 1, "independent_high": 2} for name in TEXTS))
    (row,) = mk.measure(mk.read_texts(TEXTS), "independent_origins", origins=origins).itertuples()
    assert (row.value, row.n, row.low, row.high, row.interval_method) == (1.0, 2, 1.0, 2.0, "range: at least, at most")
    assert pd.isna(row.article_id)
    assert pd.isna(row.outlet)


def test_the_other_engine_has_none_of_them() -> None:
    values = mk.measure(mk.read_texts(TEXTS), "reused_share", engine="textstat", passages=table(PASSAGES))
    assert values["status"].tolist() == ["not in this engine"] * 2


def test_links_of_another_corpus_are_refused_and_a_part_of_the_corpus_may_have_none() -> None:
    elsewhere = table(QUOTE_LINKS, link(article_id="Far Away", other_article_id="Further Off"))
    with pytest.raises(MeasureError, match="the table of links is of another corpus"):
        mk.measure(mk.read_texts(TEXTS), "quotes_found_elsewhere_share", quotes=quotes(), links=elsewhere)
    part = mk.read_texts(TEXTS).select(ids=["Harbour Herald"])
    own = table(QUOTE_LINKS, link(other_article_id="Coast Courier", other_outlet="Coast Courier"))
    found = mk.measure(part, "quotes_found_elsewhere_share", quotes=quotes(), links=own)
    assert found[["value", "status"]].values.tolist() == [[0.0, "ok"]]
