"""What the words of a text say about it: cut short, masked, or a notice in place of the article."""

import pytest

import mediakit as mk
from mediakit.loaders.flags import signs_in
from tests.conftest import Folder

STORY = "The ferry did not leave the harbour on Monday. Nobody knew why."


@pytest.mark.parametrize(
    "text, n_words, flags",
    [
        pytest.param(STORY, 12, [], id="an article"),
        pytest.param("The ferry did not leave wh… [+1410 chars]", 6, ["truncated"], id="cut by NewsAPI"),
        pytest.param("The formula [+3 chars] is in the text.", 8, [], id="the same words within a text"),
        pytest.param("The ferry @ @ @ @ @ on Monday.", 9, ["masked"], id="masked"),
        pytest.param("Write to desk@example.org, or @ferry, or come @ 7.", 9, [], id="addresses and a lone @"),
        pytest.param(f"{STORY}\nSubscribe to continue reading", 12, ["stub"], id="a paywall under a teaser"),
        pytest.param(f"{STORY}\nSubscribe to continue reading", 600, [], id="the same line under an article of full length"),
        pytest.param("To continue reading this article, please sign in or create an account.", 12, ["stub"], id="sign in"),
        pytest.param(f"{STORY}\nThis article is for subscribers only.", 18, ["stub"], id="for subscribers only"),
        pytest.param(f"{STORY}\nYou’ve reached your limit of free articles", 18, ["stub"], id="a limit reached"),
        pytest.param("We value your privacy\nWe and our 842 partners store data.\nAccept all", 4, ["stub"], id="a consent page"),
        pytest.param(
            "The firm says: we value your privacy, and sells the data of its passengers.", 14, [], id="privacy in the news"
        ),
        pytest.param("Page not found\nThe page you are looking for has moved.", 11, ["stub"], id="an error page"),
        pytest.param("404\nSorry", 2, ["stub"], id="a bare 404"),
        pytest.param("404 people were rescued from the ferry.", 7, [], id="404 people"),
        pytest.param("Access to this page has been denied", 7, ["stub"], id="denied"),
        pytest.param("Pupils sign up to read more books this summer.", 9, [], id="reading in the news"),
    ],
)
def test_flags_that_words_raise(text, n_words, flags):
    assert [sign.flag for sign in signs_in(text, n_words)] == flags


def test_a_flag_is_a_row_of_problems_and_a_status_of_the_measures(folder: Folder):
    room = folder(
        {"a.txt": "Ferry halted\n\n" + STORY, "b.txt": "Ferry halted\n\n" + STORY + "\nSubscribe to continue reading\n"}
    )
    corpus = mk.read_corpus(room)
    assert [list(flags)[:1] for flags in corpus.articles["flags"]] == [[], ["stub"]]
    assert corpus.problems["what"].tolist() == ["a paywall stands in place of the text: “Subscribe to continue reading”"]
    values = mk.measure(corpus, ["word_count", "headline_length"])
    assert values["status"].tolist() == ["ok", "ok", "stub", "ok"]
    assert values["n"].tolist()[0] == 12


def test_what_is_left_out_can_be_chosen_and_is_said_in_the_recipe(folder: Folder):
    corpus = mk.read_texts({"Harbour Herald": "The ferry stopped, wh… [+1410 chars]"})
    assert mk.measure(corpus, ["word_count"])["status"].tolist() == ["truncated"]
    values = mk.measure(corpus, ["word_count"], leave_out=("stub",))
    assert values["status"].tolist() == ["ok"]
    assert values["recipe"][0].endswith("leave_out=stub")
    with pytest.raises(mk.errors.MeasureError, match="no flag is called 'short'"):
        mk.measure(corpus, leave_out=("short",))


def test_a_long_line_is_looked_through_in_no_time():
    assert [*signs_in("to continue reading " * 200_000, 100)] == []
