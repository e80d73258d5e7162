"""A beginning of a table of claims and articles: what is printed in the same words, and by whom."""

import mediakit as mk
from tests.conftest import Folder

RIVER = (
    "The river rose by two metres in a single night, and the bridge at Marrow Lane was closed to all traffic until further notice"
)
HERALD = "“We had no warning of the flood at all,” said Ama Hill, the mayor. The “repairs” took a year."
COURIER = "“We had no warning of the flood,” said Ama Hill."
POST = "“Nobody told us to leave the house,” said Tom Uzor, who lives by the bridge."


def claims(**texts: str) -> list[list[str]]:
    corpus = mk.read_texts(texts)
    quotes = mk.find_quotes(corpus)
    links = mk.link_quotes(quotes, corpus)
    return mk.list_claims(corpus, quotes=quotes, links=links, passages=mk.find_passages(corpus)).values.tolist()


def test_a_quotation_is_a_row_in_the_words_that_all_copies_have_whether_others_print_it_or_not() -> None:
    assert claims(Herald=HERALD, Courier=COURIER, Post=POST) == [
        ["We had no warning of the flood,", "told", "told", ""],
        ["Nobody told us to leave the house,", "", "", "told"],
    ]


def test_a_shared_passage_is_a_row() -> None:
    assert claims(Herald=f"{RIVER}.", Courier=f"{RIVER}, police said.", Post="The pier is shut.") == [
        [f"{RIVER}.", "told", "told", ""]
    ]


def test_articles_of_one_outlet_have_columns_of_their_own(folder: Folder) -> None:
    manifest = "path,outlet\nmay.txt,Herald\njune.txt,Herald\n"
    corpus = mk.read_corpus(folder({"may.txt": "The pier is shut.", "june.txt": "The pier is open.", "manifest.csv": manifest}))
    quotes = mk.find_quotes(corpus)
    table = mk.list_claims(corpus, quotes=quotes, links=mk.link_quotes(quotes), passages=mk.find_passages(corpus))
    assert table.columns.tolist() == ["claim", "Herald · june", "Herald · may"]


def test_a_corpus_without_quotations_gives_an_empty_table_with_its_columns() -> None:
    corpus = mk.read_texts({"Herald": "The pier is shut."})
    quotes = mk.find_quotes(corpus)
    table = mk.list_claims(corpus, quotes=quotes, links=mk.link_quotes(quotes), passages=mk.find_passages(corpus))
    assert (len(table), table.columns.tolist()) == (0, ["claim", "Herald"])
