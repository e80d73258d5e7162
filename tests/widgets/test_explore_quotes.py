"""The explorer of quotations without a browser: what it hands to the page, and what its state may be."""

import json

import pandas as pd
import pytest

import mediakit as mk
from mediakit.errors import ViewError
from mediakit.tables import PASSAGES, QUOTE_LINKS
from mediakit.widgets.quotes import MOST_QUOTATIONS, MOST_WORDINGS, QuotesExplorer
from tests.conftest import Folder
from tests.reuse.made import table
from tests.reuse.made_quotes import quotes_of

SAID = {
    "Herald": "“We saw no smoke at all on the pier,” said Ama Hill. “Nobody was hurt in the old engine room,” she said.",
    "Courier": "“We saw no smoke at all on the pier,” said Hill.",
    "Post": "“We saw smoke on the pier,” said Hill. “Nobody was hurt in the old engine room,” Hill said.",
    "Gazette": "Hill was asked on Monday. She said we saw no smoke at all on the pier. The pier is shut.",
    "Mail": "The pier is shut.",
}


def copied() -> pd.DataFrame:
    """A passage that Gazette and Mail share, and names that Herald and Post do."""
    begin = SAID["Gazette"].index("The pier is shut")
    text = {"article_id": "Gazette", "begin": begin, "end": begin + 16, "n_words": 4, "kind": "text", "credited": False,
            "other_article_id": "Mail", "other_begin": 0, "other_end": 16}  # fmt: skip
    names = text | {"article_id": "Herald", "begin": 0, "end": 4, "other_article_id": "Post", "other_end": 4, "kind": "names"}
    return table(PASSAGES, text, names)


@pytest.fixture(scope="module")
def told() -> tuple[mk.Corpus, pd.DataFrame, pd.DataFrame]:
    """The corpus, its quotations and the links between them."""
    corpus = mk.read_texts(SAID)
    quotes = mk.find_quotes(corpus)
    return corpus, quotes, mk.link_quotes(quotes, corpus)


def explorer(told, **options: object) -> QuotesExplorer:
    corpus, quotes, links = told
    return mk.explore_quotes(corpus, quotes=quotes, links=links, **options)


def test_quotations_stand_by_the_number_of_their_copies(told) -> None:
    shown = explorer(told).data["quotations"]
    assert [(one["text"], one["copies"], one["n_wordings"]) for one in shown] == [
        ("We saw no smoke at all on the pier,", 3, 2),
        ("Nobody was hurt in the old engine room,", 2, 1),
    ]
    assert shown[1]["outlets"] == ["Herald", "Post"]


def test_every_copy_has_its_place(told) -> None:
    wordings = explorer(told).data["quotations"][0]["wordings"]
    assert [wording["copies"] for wording in wordings] == [
        [["Courier", "quote:1", "Courier"], ["Herald", "quote:1", "Herald"]],
        [["Post", "quote:1", "Post"]],
    ]


def test_where_the_words_stand_without_marks_has_its_place_too(told) -> None:
    data = explorer(told).data
    (echo,) = data["quotations"][0]["echoes"]
    assert (echo[0], echo[2]) == ("Gazette", "Gazette")
    gazette = next(article for article in data["articles"] if article["id"] == "Gazette")
    assert echo[1] in gazette["apart"]


def test_each_wording_is_packed_beside_each(told) -> None:
    fullest, other = explorer(told).data["quotations"][0]["beside"]
    assert (fullest[0]["wording"], fullest[0]["said"]) == (0, "")
    assert [row["wording"] for row in other] == [1, 0]
    cells = [cell for cell in fullest[1]["cells"] if cell[0] != "same"]
    assert cells == [["left out", "no"], ["left out", "at all"]]
    assert [cell for cell in other[1]["cells"] if cell[0] not in ("same", "nothing")] == [["added", "no"], ["added", "at all"]]
    assert "one of the two says not" in fullest[1]["said"]


def test_the_matrix_holds_what_reuse_matrix_counts(told) -> None:
    corpus, _, links = told
    passages = copied()
    shown = explorer(told, passages=passages).data["matrix"]
    rows = mk.reuse_matrix(links, passages, corpus)
    counted = {(row.outlet, row.other_outlet): (row.quotes_shared, row.words_shared) for row in rows.itertuples()}
    names = shown["outlets"]
    assert {(names[one], names[two]): (quotes, words) for one, two, quotes, words, _ in shown["cells"]} == counted
    assert shown["n_outlets"] == 5


def test_without_passages_no_copied_text_is_told_of(told) -> None:
    data = explorer(told).data
    assert data["passages"] is None
    assert {words for *_, words, _ in data["matrix"]["cells"]} == {0}
    assert data["call"] == "mk.explore_quotes(corpus, quotes=quotes, links=links"


def test_only_copied_text_is_listed_as_passages(told) -> None:
    listed = explorer(told, passages=copied()).data["passages"]
    assert listed == [["Gazette", "Mail", 4, False, "The pier is shut"]]


def many_quotations(number: int) -> tuple[mk.Corpus, pd.DataFrame, pd.DataFrame]:
    """Two articles with the same quotations, one to a group; the last of them stands in a third article, too."""
    texts = [f"Pier {place} is shut" for place in range(number)]
    said = {"Herald": texts, "Courier": texts, "Post": texts[-1:]}
    links = [("Herald", group, "Courier", group) for group in range(1, number + 1)] + [("Herald", number, "Post", 1)]
    rows = [
        {"article_id": one, "outlet": one, "outlet_key": one.casefold(), "group_no": quote_no, "quote_no": quote_no,
         "begin": 0, "end": 1, "other_article_id": other, "other_outlet": other, "other_quote_no": other_no,
         "other_begin": 0, "other_end": 1, "coverage": 1.0, "change": "same", "changes": ["same"], "silent": False,
         "lost": [], "meaning": [], "changed_from": [], "changed_to": []}
        for one, quote_no, other, other_no in links
    ]  # fmt: skip
    corpus = mk.read_texts({name: " ".join(f"“{text}”" for text in own) for name, own in said.items()})
    return corpus, quotes_of(said), table(QUOTE_LINKS, *rows)


def test_of_many_quotations_those_with_the_most_copies_are_shown() -> None:
    data = explorer(many_quotations(MOST_QUOTATIONS + 2)).data
    assert (data["n_quotations"], len(data["quotations"])) == (MOST_QUOTATIONS + 2, MOST_QUOTATIONS)
    assert [one["copies"] for one in data["quotations"]][:2] == [3, 2]


def test_of_many_wordings_those_with_the_most_copies_are_shown() -> None:
    names = ("Ann", "Bob", "Cat", "Dan", "Eve", "Fay", "Gil", "Hal", "Ivy", "Ivy")
    said = {f"Paper {place}": [f"We saw no smoke at all on the pier and told {name} so"] for place, name in enumerate(names)}
    quotes = quotes_of(said)
    corpus = mk.read_texts({name: f"“{text}”" for name, (text,) in said.items()})
    (first,) = explorer((corpus, quotes, mk.link_quotes(quotes))).data["quotations"]
    assert (first["n_wordings"], len(first["wordings"]), len(first["beside"][0])) == (9, MOST_WORDINGS, MOST_WORDINGS)
    assert max(len(wording["copies"]) for wording in first["wordings"]) == 2


def test_a_state_is_filled_in_and_can_be_set_and_read(told) -> None:
    shown = explorer(told)
    assert shown.state == {
        "group": shown.data["quotations"][0]["no"], "reference": None, "outlet": "", "other": "", "article": "Courier",
        "mark": "quote:1", "search": "",
    }  # fmt: skip
    shown.state = {"outlet": "Herald", "other": "Post", "reference": 2}
    assert (shown.state["outlet"], shown.state["other"], shown.state["reference"]) == ("Herald", "Post", 2)


def test_of_a_quotation_alone_the_first_copy_is_opened(told) -> None:
    shown = explorer(told)
    for quotation in shown.data["quotations"]:
        shown.state = {"group": quotation["no"]}
        assert [shown.state["article"], shown.state["mark"]] == quotation["wordings"][0]["copies"][0][:2]


def test_of_two_outlets_alone_a_quotation_of_theirs_is_opened(told) -> None:
    shown = explorer(told, state={"outlet": "Post", "other": "Herald"})
    (quotation,) = [one for one in shown.data["quotations"] if one["no"] == shown.state["group"]]
    assert {"Post", "Herald"} <= {*quotation["outlets"]}


@pytest.mark.parametrize(
    ("state", "said"),
    [
        pytest.param({"misquoted": True}, "a state has no 'misquoted'", id="unknown key"),
        pytest.param({"group": 99}, "group cannot be 99", id="no such quotation"),
        pytest.param({"outlet": "Tribune"}, "outlet cannot be 'Tribune'", id="unknown outlet"),
        pytest.param({"article": "nowhere"}, "article cannot be 'nowhere'", id="unknown article"),
    ],
)
def test_a_state_that_is_none_is_refused(told, state: dict[str, object], said: str) -> None:
    with pytest.raises(ViewError, match=said):
        explorer(told, state=state)


def test_a_missing_table_names_the_call_that_makes_it(told) -> None:
    corpus, quotes, links = told
    with pytest.raises(ViewError, match=r"pass quotes=mk\.find_quotes\(corpus\)"):
        mk.explore_quotes(corpus, links=links)
    with pytest.raises(ViewError, match=r"pass links=mk\.link_quotes\(quotes\)"):
        mk.explore_quotes(corpus, quotes=quotes)


def test_articles_that_share_nothing_are_no_error() -> None:
    corpus = mk.read_texts({"Herald": "“Stay,” said Hill.", "Courier": "The pier is shut."})
    quotes = mk.find_quotes(corpus)
    shown = mk.explore_quotes(corpus, quotes=quotes, links=mk.link_quotes(quotes))
    assert shown.data["quotations"] == []
    assert (shown.state["group"], shown.state["mark"]) == (None, None)


def test_links_to_articles_that_are_not_shown_are_left_out(told) -> None:
    _, quotes, links = told
    some = mk.read_texts({name: SAID[name] for name in ("Herald", "Post")})
    shown = mk.explore_quotes(some, quotes=quotes, links=links)
    wordings = [wording for one in shown.data["quotations"] for wording in one["wordings"]]
    assert {article for wording in wordings for article, *_ in wording["copies"]} == {"Herald", "Post"}


def test_nothing_is_called_a_misquotation(told) -> None:
    text = json.dumps(explorer(told).data) + QuotesExplorer._esm
    assert "misquot" not in text.lower()


def test_the_data_is_json(told) -> None:
    data = explorer(told, passages=copied()).data
    assert json.loads(json.dumps(data)) == data


def test_copies_in_texts_of_unknown_outlet_are_not_counted_as_outlets(folder: Folder) -> None:
    says = "“We saw no smoke at all on the pier,” said Ama Hill."
    room = folder(
        {
            "a.txt": says,
            "b.txt": f"Hill spoke. {says}",
            "c.txt": f"It rained. {says}",
            "manifest.csv": "path,outlet\na.txt,Herald\n",
        }
    )
    corpus = mk.read_corpus(room)
    quotes = mk.find_quotes(corpus)
    (quotation,) = mk.explore_quotes(corpus, quotes=quotes, links=mk.link_quotes(quotes, corpus)).data["quotations"]
    assert (len(quotation["outlets"]), quotation["n_unknown"], quotation["copies"]) == (3, 2, 3)
