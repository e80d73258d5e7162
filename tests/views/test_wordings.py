"""The wordings of a quotation below each other: the same words in the same column, each difference in words."""

import pytest

import mediakit as mk
from mediakit.errors import ContractError
from mediakit.reuse.kinds import Side
from mediakit.reuse.normal import normalize
from mediakit.views.wordings import columns_of
from tests.reuse.made_quotes import quotes_of

SAYS = {
    "Herald": "“We saw no smoke and no fire at the old mill,” she said.",
    "Courier": "“We saw no smoke at the old mill,” she said.",
    "Times": "“We saw no smoke and no flames at the very old mill,” she said.",
}


def shown(**options: object) -> mk.views.shown.Shown:  # type: ignore[name-defined]
    quotes = mk.find_quotes(mk.read_texts(SAYS))
    return mk.show_wordings(mk.link_quotes(quotes), quotes, **options)  # type: ignore[arg-type]


def columns(*texts: str) -> list[list[tuple[str, str]]]:
    return [[(cell.kind, cell.text) for cell in row] for row in columns_of([Side(text, normalize(text)) for text in texts])]


def test_words_left_out_stand_in_the_column_of_the_words() -> None:
    assert columns("We saw no smoke at all", "We saw smoke at all") == [
        [("same", "We saw"), ("same", "no"), ("same", "smoke at all")],
        [("same", "We saw"), ("left out", "no"), ("same", "smoke at all")],
    ]


def test_further_words_have_a_column_of_their_own() -> None:
    assert columns("We saw the old mill burn", "We saw the very old mill burn") == [
        [("same", "We saw the"), ("nothing", ""), ("same", "old mill burn")],
        [("same", "We saw the"), ("added", "very"), ("same", "old mill burn")],
    ]


def test_other_words_stand_below_those_they_replace() -> None:
    assert columns("We left the house at noon", "We left the hotel at noon")[1] == [
        ("same", "We left the"),
        ("changed", "hotel"),
        ("same", "at noon"),
    ]


def test_several_wordings_share_their_columns() -> None:
    rows = columns("We saw no smoke and no fire there", "We saw smoke and no fire there", "We saw no smoke there")
    assert len({len(row) for row in rows}) == 1
    assert [kind for kind, _ in rows[1]] == ["same", "left out", "same", "same", "same"]
    assert [kind for kind, _ in rows[2]] == ["same", "same", "same", "left out", "same"]


def test_each_row_says_who_prints_it_and_how_it_differs() -> None:
    assert repr(shown()).splitlines()[0].startswith("1: We saw no smoke and no flames at the very old mill, (Times)")
    assert "words left out" in repr(shown())


def test_the_copy_a_reader_chose_stands_first() -> None:
    assert repr(shown(reference="Courier")).splitlines()[0] == "1: We saw no smoke at the old mill, (Courier)"
    assert "the copy you chose" in shown(reference="Courier")._repr_html_()


def test_a_reference_that_is_no_quotation_elsewhere_is_an_error() -> None:
    with pytest.raises(ContractError, match="stands elsewhere"):
        shown(reference="Gazette")


def test_nothing_printed_twice_is_said() -> None:
    quotes = mk.find_quotes(mk.read_texts({"Herald": "“Stay here tonight,” she said."}))
    assert repr(mk.show_wordings(mk.link_quotes(quotes), quotes)) == "No quotation is printed more than once."


def test_markup_inside_a_quotation_stays_text() -> None:
    evil = "“We saw <img src=x onerror=alert(1)> no smoke at the old mill,” she said."
    quotes = mk.find_quotes(mk.read_texts({"A<b>": evil, "B": evil.replace("no ", "")}))
    page = mk.show_wordings(mk.link_quotes(quotes), quotes)._repr_html_()
    assert "<img" not in page
    assert "A<b>" not in page


def test_a_copy_that_has_more_words_than_the_one_chosen_is_not_said_to_leave_words_out():
    says = {"A": "“We saw smoke in the hall,” he said.", "B": "“We saw thick smoke in the hall,” he said."}
    quotes = mk.find_quotes(mk.read_texts(says))
    links = mk.link_quotes(quotes)
    chosen = {name: str(mk.show_wordings(links, quotes, reference=name)).splitlines()[-1] for name in quotes["article_id"]}
    assert {name: line.rpartition(": ")[2] for name, line in chosen.items()} == {
        "A": "words that the other lacks; no sign shows it",
        "B": "words left out; no sign shows it",
    }


def test_of_very_many_wordings_and_outlets_the_first_are_shown_and_that_is_said() -> None:
    said = {f"{number:02}": [f"We saw no smoke over mill {number if number < 41 else 1} that night"] for number in range(41 + 21)}
    quotes = quotes_of(said)
    links = mk.link_quotes(quotes)
    text = str(mk.show_wordings(links, quotes))
    assert "40 of 41 wordings" in text
    assert "and 2 more)" in text
