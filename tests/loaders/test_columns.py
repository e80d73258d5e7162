"""Which column of a table holds what: names taken by default, and a mapping of the user's own."""

import pytest

from mediakit.errors import ColumnError
from mediakit.loaders.columns import map_columns


@pytest.mark.parametrize("name", ["text", "body", "content", "story", "article", "Full Text", "article-text", " BODY "])
def test_names_of_the_text_column(name: str) -> None:
    assert map_columns([name], None, where="news.csv") == {"text": name}


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("outlet", "Publisher"),
        ("outlet", "source"),
        ("outlet", "media_name"),
        ("title", "Headline"),
        ("published", "Publish Date"),
        ("published", "publishedAt"),
        ("url", "Link"),
        ("byline", "authors"),
        ("language", "lang"),
        ("story_id", "cluster"),
    ],
)
def test_names_of_the_other_columns(field: str, name: str) -> None:
    assert map_columns(["text", name], None, where="news.csv") == {"text": "text", field: name}


def test_the_likelier_name_wins_wherever_it_stands() -> None:
    assert map_columns(["source", "outlet", "content", "text"], None, where="") == {"text": "text", "outlet": "outlet"}


def test_the_first_of_two_columns_that_differ_only_in_case_wins() -> None:
    assert map_columns(["Text", "TEXT"], None, where="") == {"text": "Text"}


def test_a_mapping_of_ones_own_wins_over_the_usual_names() -> None:
    given = {"text": "Fließtext", "outlet": "Zeitung"}
    assert map_columns(["text", "outlet", "Zeitung", "Fließtext"], given, where="") == given


def test_a_column_given_for_one_field_is_not_taken_for_another() -> None:
    assert map_columns(["body", "source"], {"title": "source"}, where="") == {"text": "body", "title": "source"}


@pytest.mark.parametrize(
    ("available", "given", "what", "mend"),
    [
        pytest.param(
            ["text", "paper"], {"outlet": "Paper"}, "no column is called 'Paper' (for outlet)", "use one of: text, paper",
            id="a column that is not there",
        ),
        pytest.param(
            ["text", "paper"], {"newspaper": "paper"}, "no field is called 'newspaper'",
            "use one of: text, outlet, title, published, url, byline, story_id, language, rights",
            id="a field that does not exist",
        ),
        pytest.param(
            ["headline", "paper"], None, "no column holds the articles' text; there are: headline, paper",
            'say which: columns={"text": "…"} in Python, or --column text=… on the command line',
            id="no text",
        ),
        pytest.param([], None, "no column holds the articles' text; there are: none", "say which", id="no column at all"),
    ],
)  # fmt: skip
def test_a_mapping_that_cannot_be_says_what_where_and_how_to_mend_it(
    available: list[str], given: dict[str, str] | None, what: str, mend: str
) -> None:
    with pytest.raises(ColumnError) as raised:
        map_columns(available, given, where="papers/news.csv")
    assert raised.value.what == what
    assert raised.value.where == "papers/news.csv"
    assert mend in raised.value.mend
