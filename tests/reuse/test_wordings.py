"""The ways in which a quotation is printed, and who prints it which way."""

import pytest

import mediakit as mk
from mediakit.errors import ContractError
from mediakit.reuse.link_quotes import link_quotes
from mediakit.reuse.wordings import list_wordings, wording_members
from tests.reuse.made_quotes import quotes_of

SAID = {
    "gazette": ["We lost the roof, the pumps and two boats in one night,"],
    "herald": ["We lost the roof, the pumps and two boats in one night."],
    "post": ["We lost the roof and two boats in one night"],
    "wire": ["Call the engineers before noon"],
}


def test_prints_that_differ_only_at_the_edges_are_one_wording():
    quotes = quotes_of(SAID)
    wordings = list_wordings(link_quotes(quotes), quotes)
    assert wordings[["wording_no", "text", "n_articles", "n_outlets", "is_reference"]].values.tolist() == [
        [1, "We lost the roof, the pumps and two boats in one night,", 2, 2, False],
        [2, "We lost the roof and two boats in one night", 1, 1, False],
    ]


def test_members_say_who_prints_which():
    quotes = quotes_of(SAID)
    members = wording_members(link_quotes(quotes), quotes)
    assert members[["article_id", "wording_no"]].values.tolist() == [["gazette", 1], ["herald", 1], ["post", 2]]


@pytest.mark.parametrize("reference", ["post", ("post", 1)], ids=["an article", "one quotation"])
def test_the_reference_is_the_users_choice(reference):
    quotes = quotes_of(SAID)
    assert list_wordings(link_quotes(quotes), quotes, reference=reference)["is_reference"].tolist() == [False, True]


def test_a_reference_that_stands_nowhere_else_is_an_error():
    quotes = quotes_of(SAID)
    with pytest.raises(ContractError, match="'wire' is no quotation that stands elsewhere too"):
        list_wordings(link_quotes(quotes), quotes, reference="wire")


def test_links_of_other_quotes_are_an_error():
    quotes = quotes_of(SAID)
    with pytest.raises(ContractError, match="quotation 1 of post is in links and not in quotes"):
        list_wordings(link_quotes(quotes), quotes[quotes["article_id"] != "post"])


def test_the_first_date_is_the_earliest_that_is_known(folder):
    page = "{date}\n\nThe mayor spoke. “We lost the roof and two boats in one night,” she said.\n"
    corpus = mk.read_corpus(
        folder(
            {
                "a.txt": page.format(date="By Staff"),
                "b.txt": page.format(date="By Staff"),
                "manifest.csv": "path,outlet,published\na.txt,Gazette,2024-05-03\nb.txt,Herald,2024-05-02\n",
            }
        )
    )
    quotes = quotes_of(
        {article_id: ["We lost the roof and two boats in one night,"] for article_id in corpus.articles["article_id"]}
    )
    assert list_wordings(link_quotes(quotes), quotes, corpus=corpus)["first_published"].tolist() == ["2024-05-02"]


def test_no_links_give_no_wordings():
    quotes = quotes_of({"a": ["Nobody else prints this"]})
    assert len(list_wordings(link_quotes(quotes), quotes)) == 0
