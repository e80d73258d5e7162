"""Tables handed to measure(): of this corpus, or refused."""

import pytest

import mediakit as mk
from mediakit.errors import MeasureError

PIER = {"Harbour Herald": "“The pier is shut,” said Ama Hill. She said that the work would take a year."}
MATCH = {"Pitch": "“We lost,” said Bo Lee, the coach. According to the club, he will go."}
RAIN = {"Hill News": "It rained all day. Nobody went out."}


@pytest.mark.parametrize(
    ("name", "measure", "make"),
    [
        pytest.param("quotes", "quote_count", mk.find_quotes, id="quotes"),
        pytest.param("attributions", "attributions_per_100_words", mk.find_attributions, id="attributions"),
    ],
)
def test_tables_of_another_corpus_are_refused(name: str, measure: str, make: object) -> None:
    other = make(mk.read_texts(PIER))  # type: ignore[operator]
    with pytest.raises(MeasureError, match=rf"the table of {name} is not of this corpus[\s\S]*to mend: make it from this corpus"):
        mk.measure(mk.read_texts(MATCH), measure, **{name: other})


def test_a_part_of_a_corpus_in_which_nobody_is_quoted_has_none() -> None:
    whole = mk.find_quotes(mk.read_texts(PIER | RAIN))
    values = mk.measure(mk.read_texts(RAIN), "quote_count", quotes=whole)
    assert values[["value", "status"]].values.tolist() == [[0.0, "ok"]]
