"""Which quotations are taken for copies of the same words."""

import warnings

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.errors import ContractError, ReuseWarning
from mediakit.reuse.candidates import ALL_PAIRS, MOST_ALIGNED
from mediakit.reuse.copies import MOST_COPIES
from mediakit.reuse.link_quotes import link_problems, link_quotes
from mediakit.tables import PROBLEMS, QUOTE_LINKS
from tests.reuse.made_quotes import are_linked, quotes_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("disgraceful", "Disgraceful,", id="one telling word, the same"),
        pytest.param("deeply troubling", "It is a deeply troubling finding for the board", id="a fragment of two telling words"),
        pytest.param("We lost the roof, the pumps and the boats", "We lost the roof and the boats", id="a word lost"),
        pytest.param(
            "Play like you mean it, not like it is Tuesday", "Play like you mean it, lads, and run", id="a clause in common"
        ),
        pytest.param("the flood took our seed store", "took our seed store and both tractors", id="one ends as the other begins"),
    ],
)
def test_copies_are_linked(one, other):
    assert are_linked(one, other)
    assert are_linked(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("…", "…", id="only an ellipsis"),
        pytest.param("the", "the", id="a word that tells nothing"),
        pytest.param("unconditionally", "unconditional support", id="words that only look alike"),
        pytest.param("wholly", "whole support", id="the same root"),
        pytest.param("disgraceful", "a disgraceful day for the club", id="one word of many"),
        pytest.param("We will rebuild the north wharf", "We will cancel the south road", id="the same beginning"),
        pytest.param("I think that it is what they want", "I think that it is what we fear", id="small words in common"),
    ],
)
def test_others_are_not(one, other):
    assert not are_linked(one, other)


def test_a_fragment_is_in_the_group_of_the_longer_one():
    said = {"a": ["We will rebuild the north wharf before the monsoon, whatever it costs"], "b": ["rebuild the north wharf"],
            "c": ["before the monsoon, whatever it costs"]}  # fmt: skip
    links = link_quotes(quotes_of(said))
    assert links[["article_id", "other_article_id", "group_no"]].values.tolist() == [["a", "b", 1], ["a", "c", 1]]


def test_a_quotation_that_joins_two_stands_in_both_groups():
    said = {
        "a": ["The council will open every shelter in the northern districts by six tonight without exception"],
        "b": ["by six tonight without exception. Our nurses sleep in corridors"],
        "c": ["Our nurses sleep in corridors and nobody in the ministry ever answers the telephone at all"],
    }
    links = link_quotes(quotes_of(said))
    assert links[["article_id", "other_article_id"]].values.tolist() == [["a", "b"], ["b", "c"]]
    assert links["group_no"].nunique() == 2


def test_two_quotations_of_one_article_are_a_pair_unless_one_is_inside_the_other():
    quotes = quotes_of({"a": ["We lost the whole harvest", "We lost the whole harvest"]})
    assert len(link_quotes(quotes)) == 1
    inside = pd.concat([quotes.head(1), quotes.head(1).assign(quote_no=3, begin=4, end=22, text="lost the whole har")])
    assert len(link_quotes(inside)) == 0


def test_stories_are_compared_each_by_itself():
    said = {
        "a": ["We lost the whole harvest"],
        "b": ["We lost the whole harvest"],
        "c": ["We lost the whole harvest"],
        "d": ["We lost the whole harvest"],
    }
    links = link_quotes(quotes_of(said, stories={"a": "flood", "b": "flood", "c": "frost"}))
    assert links[["article_id", "other_article_id"]].values.tolist() == [["a", "b"]]


def test_across_a_corpus_set_phrases_are_not_enough():
    long = "The reservoir was emptied two days before anyone downstream heard a single siren"
    said = {"a": ["a state of emergency", long], "b": ["a state of emergency", f"{long}, and that is a crime"]}
    links = link_quotes(quotes_of(said, stories={"a": "dam", "b": "strike"}), scope="corpus")
    assert links[["quote_no", "other_quote_no", "change"]].values.tolist() == [[2, 2, "truncated_end"]]


def test_words_outside_the_marks_are_found_in_the_corpus():
    texts = {
        "Herald": "The minister said: “The dam was inspected twice and found sound by foreign engineers.”",
        "Post": "It rained. Officials insist the dam was inspected twice and found sound by foreign engineers, as planned.",
    }
    corpus = mk.read_texts(texts)
    links = link_quotes(mk.find_quotes(corpus), corpus)
    assert links[["other_outlet", "silent", "change"]].values.tolist() == [["Post", False, "case"]]
    assert links["other_quote_no"].isna().all()
    begin, end = links.loc[0, ["other_begin", "other_end"]]
    assert texts["Post"][begin:end] == "the dam was inspected twice and found sound by foreign engineers"
    assert len(link_quotes(mk.find_quotes(corpus))) == 0


def test_the_seed_sentence_is_one_group_with_each_silent_loss_named(corpus):
    links = link_quotes(mk.find_quotes(corpus), corpus)
    group = links[links["silent"]]
    assert group["group_no"].nunique() == 1
    assert len({*group["article_id"], *group["other_article_id"]}) == 3
    assert {words for lost in group["lost"] for words in lost} == {"the", "territorial integrity"}
    assert "dropped item" in {meaning for meanings in group["meaning"] for meaning in meanings}


def test_another_scope_is_an_error():
    with pytest.raises(ContractError, match="no scope is called 'outlet'"):
        link_quotes(quotes_of({}), scope="outlet")


def test_no_quotations_give_an_empty_table():
    assert [*link_quotes(quotes_of({})).columns] == QUOTE_LINKS.names
    assert [*link_problems(quotes_of({})).columns] == PROBLEMS.names


def test_copies_beyond_the_cap_are_linked_with_the_first_and_said():
    quotes = quotes_of({f"{number:03}": ["The last ferry sails at dusk"] for number in range(MOST_COPIES + 10)})
    with pytest.warns(ReuseWarning, match="link_problems"):
        links = link_quotes(quotes)
    assert len(links) == MOST_COPIES * (MOST_COPIES - 1) // 2 + 10
    assert {*links["article_id"], *links["other_article_id"]} == {*quotes["article_id"]}
    assert "60 copies of “The last ferry sails at dusk”" in link_problems(quotes).loc[0, "what"]


def test_a_wording_that_is_like_very_many_is_compared_with_the_nearest_and_that_is_said():
    said = {f"{number:03}": [f"The last ferry sails at dusk from pier {number}, and nobody will wait"] for number in range(100)}
    quotes = quotes_of(said)
    with pytest.warns(ReuseWarning, match="link_problems"):
        links = link_quotes(quotes)
    assert 100 * MOST_ALIGNED / 2 <= len(links) < 100 * 99 / 2
    assert {*links["article_id"], *links["other_article_id"]} == {*quotes["article_id"]}
    assert "are like more than 60 others" in link_problems(quotes).loc[0, "what"]


@pytest.mark.parametrize(("text", "n_links"), [
    pytest.param("", 0, id="nothing"),
    pytest.param("the", 0, id="a function word"),
    pytest.param("appalling", 3, id="one word"),
    pytest.param("APPALLING", 3, id="one word in capitals"),
])  # fmt: skip
def test_very_short_quotations_are_linked_where_they_are_the_same_telling_word(text, n_links):
    assert len(link_quotes(quotes_of({"a": [text], "b": [text.lower()], "c": [text]}))) == n_links


def test_a_quotation_of_many_thousand_words_is_read_up_to_a_stated_cap():
    words = " ".join(f"river{'x' * (number % 7)} level {number}" for number in range(4_000))
    quotes = quotes_of({"a": [words], "b": [words]})
    with pytest.warns(ReuseWarning):
        links = link_quotes(quotes)
    assert links["change"].tolist() == ["same"]
    assert "longer than 10000 words" in link_problems(quotes).loc[0, "what"]


def test_many_different_wordings_are_looked_up_by_their_rare_words():
    said = {f"{n:04}": [f"Station {n} of the {n * 7} line near village {n * 13} closed for good in spring"] for n in range(1_010)}
    said["zz"] = ["Station 5 of the 35 line near village 65 closed in spring"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ReuseWarning)
        links = link_quotes(quotes_of(said))
    best = links[links["other_article_id"] == "zz"]
    assert best.loc[best["coverage"].idxmax(), "article_id"] == "0005"


def _near_copies(number: int) -> dict[str, list[str]]:
    """A sentence with two words of each copy's own, which few other copies have."""
    sentence = "the council never promised any of the money that the harbor master spent on the old ferry last year"
    said = {}
    for copy in range(number):
        altered = sentence.split()
        altered[copy % 15], altered[copy % 15 + 3] = f"w{copy // 5}", f"v{copy // 7}"
        said[f"{copy:04}"] = [" ".join(altered)]
    return said


def test_more_near_copies_than_are_all_compared_stay_one_quotation():
    quotes = quotes_of(_near_copies(ALL_PAIRS + 1))
    with pytest.warns(ReuseWarning, match="link_problems"):
        links = link_quotes(quotes)
    assert links["group_no"].unique().tolist() == [1]
    assert {*links["article_id"], *links["other_article_id"]} == {*quotes["article_id"]}
    assert "hold mostly pairs of words that more than 60 share" in link_problems(quotes).loc[0, "what"]


def test_the_pairs_of_a_quotation_that_many_print_in_many_ways_are_kept_within_bounds():
    said = {f"{copy:04}": [f"We saw no smoke over mill {copy % 20} that night"] for copy in range(20 * 40)}
    # 20 wordings of 40 copies: all pairs of n of each are n² · 190 + n · (n - 1) / 2 · 20, which 31 keep below 200,000
    what = link_problems(quotes_of(said)).loc[0, "what"]
    assert "of 19 other wordings more than 31: every pair is listed among the first 31 of a wording" in what


HOSTILE = st.lists(st.text(alphabet=st.sampled_from("ab []().…’'\"“-—,%&1½é\n\u200bßİ\0"), max_size=40), max_size=6)


@given(HOSTILE)
def test_whatever_the_quotations_positions_hold_and_nothing_raises(texts):
    quotes = quotes_of({f"{number}": [text, text.upper()] for number, text in enumerate(texts)})
    position_of = {(row.article_id, row.quote_no): (row.begin, row.end) for row in quotes.itertuples()}
    for link in link_quotes(quotes).itertuples():
        assert (link.begin, link.end) == position_of[link.article_id, link.quote_no]
        assert (link.other_begin, link.other_end) == position_of[link.other_article_id, link.other_quote_no]
        assert 0 < link.coverage <= 1
        assert link.change == link.changes[0]
