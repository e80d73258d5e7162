"""Every quotation of an article, with its form: full, partial or word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.articles import Span
from mediakit.document import Document
from mediakit.quotes.find import quotes_in


def document(text: str) -> Document:
    """A body of one paragraph a line."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line.rstrip()), "body"))
        at += len(line) + 1
    return Document("a", text, tuple(spans))


def forms(text: str) -> list[tuple[str, str]]:
    return [(quote.form, text[quote.begin : quote.end]) for quote in quotes_in(document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We left,” she said.", [("full", "We left,")], id="it begins the sentence"),
        pytest.param("She said: “We left at dawn.”", [("full", "We left at dawn.")], id="behind a colon"),
        pytest.param('She said, "We left at dawn."', [("full", "We left at dawn.")], id="behind a comma, straight marks"),
        pytest.param(
            "“The tide,” he said, “was too strong for us.”",
            [("full", "The tide,"), ("full", "was too strong for us.")],
            id="the second half of a broken quotation",
        ),
        pytest.param(
            "He called the budget “a raid on the poor”.", [("partial", "a raid on the poor")], id="a part of the sentence"
        ),
        pytest.param("The so-called “pier” fell.", [("word", "pier")], id="irony"),
        pytest.param("Ama “Mama Sea” Boye dives.", [("word", "Mama Sea")], id="a nickname"),
        pytest.param(
            "“Harbour Lights” opened on Friday.", [("word", "Harbour Lights")], id="a title of two words begins the sentence"
        ),
        pytest.param("“Stop!” she shouted.", [("full", "Stop!")], id="one word with its own mark"),
        pytest.param("'We are through,' the coach said.", [("full", "We are through,")], id="single straight marks"),
        pytest.param("``We won,'' he said.", [("full", "We won,")], id="typewriter marks"),
        pytest.param("« Nous partons », dit-elle.", [("full", " Nous partons ")], id="guillemets"),
        pytest.param("The 6' 2\" keeper saved the players’ day.", [], id="feet, inches and a plural possessive"),
    ],
)
def test_forms(text: str, expected: list[tuple[str, str]]) -> None:
    assert forms(text) == expected


def test_a_quotation_inside_another_stands_after_it_and_deeper() -> None:
    text = "“He told me ‘go home’ twice,” said Bello."
    quotes = quotes_in(document(text))
    assert [(text[quote.begin : quote.end], quote.depth) for quote in quotes] == [
        ("He told me ‘go home’ twice,", 1),
        ("go home", 2),
    ]


def test_a_quotation_goes_on_in_the_next_paragraph_and_both_pieces_are_full() -> None:
    text = "“We lost the boat.\n“we swam for hours,” he said."
    quotes = quotes_in(document(text))
    assert [(quote.form, quote.closed, quote.continues, quote.continued) for quote in quotes] == [
        ("full", False, True, False),
        ("full", True, False, True),
    ]


def test_each_quotation_knows_its_paragraph_and_part() -> None:
    text = "“Ferry” sinks\n“We swam,” he said."
    made = Document("a", text, (Span(0, 13, "title"), Span(14, len(text), "body")))
    assert [(quote.part, quote.paragraph) for quote in quotes_in(made)] == [("title", 0), ("body", 1)]


@given(st.text(alphabet="“”\"'‘’«»`,.:?! \nabAB5—", max_size=80))
def test_no_mix_of_marks_is_an_error_and_every_quotation_stands_in_its_paragraph(text: str) -> None:
    made = document(text)
    for quote in quotes_in(made):
        paragraph = made.paragraphs[quote.paragraph]
        assert paragraph.begin <= quote.begin < quote.end <= paragraph.end
        assert quote.form in ("full", "partial", "word")
