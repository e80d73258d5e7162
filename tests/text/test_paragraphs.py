"""Which lines are one paragraph."""

import pytest

from mediakit.text.paragraphs import join_wrapped


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param("It rained.\nIt stopped.", [[0], [1]], id="a line that ends a sentence stands alone"),
        pytest.param("It rained.\n\nIt stopped.", [[0], [2]], id="a blank line separates"),
        pytest.param("The night ferry did not\nleave on Monday.", [[0, 1]], id="an open line goes on in lower case"),
        pytest.param("The night ferry did not\n\nleave on Monday.", [[0], [2]], id="never across a blank line"),
        pytest.param("The night ferry to\nLerwick did not leave.", [[0], [1]], id="two lines and a capital: too little to tell"),
        pytest.param("Read more\nferry fares to rise", [[0], [1]], id="a short line is a heading, not an open line"),
        pytest.param("He asked for three things:\nfood, water, fuel.", [[0], [1]], id="a colon closes a line"),
        pytest.param(
            "The council budget passed by a single vote\n"
            "on Tuesday night. It took four hours, and\n"
            "Mayor Ada Boyle did not smile at its end.",
            [[0, 1, 2]],
            id="three lines filled to one width",
        ),
        pytest.param(
            "Rovers had the better of a poor first half.\n"
            "Their keeper had nothing at all to do in it.\n"
            "The second half was played in heavy rain.",
            [[0], [1], [2]],
            id="three sentences of like length, a line each",
        ),
        pytest.param("", [], id="no text"),
        pytest.param(" \n\t\n", [], id="blank lines only"),
    ],
)
def test_lines_of_a_paragraph(text: str, paragraphs: list[list[int]]) -> None:
    assert join_wrapped(text.split("\n")) == paragraphs


@pytest.mark.parametrize(
    ("width", "paragraphs"), [pytest.param(120, [[0, 1]], id="120"), pytest.param(121, [[0], [1]], id="121 characters")]
)
def test_a_line_of_more_than_120_characters_was_not_broken_by_hand(width: int, paragraphs: list[list[int]]) -> None:
    line = ("the ferry did not " * 9)[: width - 1] + "x"
    assert join_wrapped([line, "leave on monday"]) == paragraphs
