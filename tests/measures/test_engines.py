"""Where mediakit and textstat differ, and the reason in words."""

import pytest

import mediakit as mk
from mediakit.measures.engines import DEPARTURES
from mediakit.measures.textstat_engine import TEXTSTAT

TEN_WORDS = "The night ferry did not leave the quay on Monday. "
INFLECTED = "The boats were kicked and flooded by ten men today. "
EASY = "We all went home to eat and to sleep there. "
LAST = "Universities investigate temperatures."


def reason(text: str, measure: str) -> str:
    (row,) = mk.compare_engines(mk.read_texts({"Harbour Herald": text}), measure).itertuples()
    return row.reason


@pytest.mark.parametrize(
    ("text", "measure", "begins"),
    [
        pytest.param("He said no. They left. It rained.", "sentence_count", "3 sentences, textstat 1", id="short sentences"),
        pytest.param("The ferry—the first—left.", "word_count", "5 words, textstat 3", id="dashes"),
        pytest.param(TEN_WORDS * 10, "coleman_liau_index", "textstat has 0.058 where the publication has 0.0588", id="0.058"),
        pytest.param(TEN_WORDS * 11, "automated_readability_index", "429 letters, textstat 440 characters", id="punctuation"),
        pytest.param(TEN_WORDS * 10 + LAST, "linsear_write", "textstat looks at the first 100 words", id="a hundred"),
        pytest.param(INFLECTED * 10, "dale_chall", "0 hard words, textstat 30", id="inflections"),
        pytest.param(EASY * 10, "dale_chall", "textstat leaves out the constant", id="constant"),
    ],
)  # fmt: skip
def test_the_reason_names_the_departure_with_the_counts_of_both(text: str, measure: str, begins: str) -> None:
    assert begins in reason(text, measure)


def test_values_and_statuses_are_those_of_measure(corpus: mk.Corpus) -> None:
    compared = mk.compare_engines(corpus)
    for engine in ("mediakit", "textstat"):
        values = mk.measure(corpus, [*TEXTSTAT], engine=engine)
        assert compared[engine].equals(values["value"])
        assert compared[f"{engine}_status"].equals(values["status"])


def test_every_difference_has_a_reason_and_nothing_else_has(corpus: mk.Corpus) -> None:
    compared = mk.compare_engines(corpus)
    differs = (compared["difference"].abs() > 1e-9).fillna(False)
    assert compared["reason"].notna().tolist() == differs.tolist()
    assert (compared.loc[differs, "reason"].str.len() > 0).all()


def test_every_departure_is_about_measures_that_textstat_has() -> None:
    assert all(departure.measures <= set(TEXTSTAT) for departure in DEPARTURES)


def test_a_measure_textstat_lacks_has_no_difference() -> None:
    (row,) = mk.compare_engines(mk.read_texts({"Harbour Herald": TEN_WORDS * 10}), "mtld").itertuples()
    assert (row.mediakit_status, row.textstat_status) == ("ok", "not in this engine")
    assert mk.tables.missing(row.difference) and mk.tables.missing(row.reason)
