"""Where a sentence ends, in the prose of many newsrooms."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mediakit.text.sentences import sentences_in, split_paragraphs


def cut(paragraph: str) -> list[str]:
    return [paragraph[begin:end] for begin, end in sentences_in(paragraph)]


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["The ferry stopped.", "Nobody knew why."], id="full stops"),
        pytest.param(["Who paid?", "Not us!", "Then who?"], id="question and exclamation marks"),
        pytest.param(["It was late…", "Very late."], id="an ellipsis before a capital"),
        pytest.param(["U.S. officials met the U.K. envoy.", "They agreed."], id="initials"),
        pytest.param(["Mr. Obi met Dr. Rao and Mrs. Hill.", "Gov. Bello did not."], id="titles before a name"),
        pytest.param(["The ship left at 3.30 p.m. on Friday.", "It came back."], id="times of day"),
        pytest.param(["Fares rose 3.5 per cent to $1.25 billion.", "That is a record."], id="decimals"),
        pytest.param(["Read it at www.example.org today.", "It is free."], id="a web address"),
        pytest.param(["“Stay inside,” police said.", "“Lock the doors.”"], id="a quotation of two sentences"),
        pytest.param(["“We lost.", "We were poor.”", "The coach left."], id="sentences inside one quotation"),
        pytest.param(["“Are you sure?” she asked.", "He was."], id="a question inside a sentence"),
        pytest.param(["‘It is over.’", "She shut the door."], id="single quotation marks"),
        pytest.param(["She left (he stayed).", "They met later."], id="brackets"),
        pytest.param(["LAGOS, Jan. 5 (Coast Wire) - The ferry stopped.", "It was full."], id="a wire dateline"),
        pytest.param(["ANCHOR: Good evening.", "It is still raining."], id="a broadcast transcript"),
        pytest.param(["WAIT!", "THE FERRY IS LATE.", "NOBODY KNOWS WHY."], id="all capitals"),
        pytest.param(["It cost 50 million naira.", "24 people paid."], id="a sentence that begins with a number"),
        pytest.param(["The Co. and the Corp. merged on Friday.", "Shares fell."], id="companies"),
        pytest.param(["M.K. Nair spoke in Kochi.", "P. Rao did not."], id="South Indian initials"),
        pytest.param(["No full stop at the end"], id="the end of the paragraph ends it"),
        pytest.param(["It rained 👍.", "It stopped."], id="emoji"),
        pytest.param(["It rained. 👍", "It stopped. :-)", "Good."], id="a smiley belongs to what it smiles at"),
        pytest.param(["It rained. [2] [13]", "It stopped."], id="footnotes belong to what they prove"),
        pytest.param(["It rained. [2]"], id="a footnote at the end"),
        pytest.param(["We tried. ...", "We failed."], id="an ellipsis by itself belongs to what it cuts off"),
        pytest.param(["It is called “no”.", "She laughed."], id="a full stop behind a quotation mark"),
        pytest.param(["Write to a.hill@example.org.", "See example.org/News."], id="addresses"),
        pytest.param(["1. The budget", "2. The second reading", "3. The vote"], id="a numbered list in one line"),
        pytest.param(["• Bread", "• Fish"], id="bullets in one line"),
        pytest.param(["Home • News • Sport"], id="bullets that separate a menu"),
        pytest.param(["The new ferry", "Photo: Ann Hill."], id="a picture credit"),
        pytest.param(["Friday, March 7, 2025", "Police closed the road."], id="a dateline at the beginning"),
        pytest.param(["Police close road", "Friday, 7 March 2025"], id="a dateline at the end"),
        pytest.param(["REPORTER: Why now?", "HILL: No comment."], id="speaker labels"),
    ],
)
def test_each_of_these_is_a_sentence(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The fare is Rs. 500 from Monday.", id="rupees"),
        pytest.param("He told Alh. Musa and Engr. Bala to wait.", id="Nigerian titles"),
        pytest.param("Lt. Col. Danladi led the search.", id="two titles"),
        pytest.param("Profits at Yahoo! fell on Friday.", id="a name with an exclamation mark"),
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(sentence: str) -> None:
    assert cut(f"{sentence} Then it rained.") == [sentence, "Then it rained."]


@pytest.mark.parametrize("paragraph", ["", "   ", "\n", "...", "* * *", "—", "👍👍", "!?"])
def test_a_stretch_without_a_word_is_no_sentence(paragraph: str) -> None:
    assert cut(paragraph) == []


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["The ferry stopped.", "Nobody knew why."], id="no space left"),
        pytest.param(["“It stopped.”", "Nobody knew why."], id="no space left behind a quotation"),
        pytest.param(["नाव रुक गई।", "किसी को पता नहीं था।"], id="Hindi"),
        pytest.param(["船は止まった。", "「なぜ？」", "誰も知らない。"], id="Japanese"),
        pytest.param(["渡轮停了。", "没人知道为什么！"], id="Chinese"),
    ],
)
def test_a_sentence_may_begin_without_a_space(sentences: list[str]) -> None:
    assert cut("".join(sentences)) == sentences


@pytest.mark.parametrize("address", ["example.Com", "www.example.org/A.Hill", "Ann@Example.Org"])
def test_an_address_is_not_cut_where_a_space_is_missing(address: str) -> None:
    assert cut(f"Write to {address} today.") == [f"Write to {address} today."]


def test_positions_leave_out_the_white_space_around() -> None:
    assert sentences_in("  It rained.  It stopped. ") == [(2, 12), (14, 25)]


def test_a_line_end_inside_a_wrapped_paragraph_ends_nothing() -> None:
    assert cut("The night ferry\ndid not leave.") == ["The night ferry\ndid not leave."]


def test_three_thousand_words_without_a_full_stop_are_one_sentence() -> None:
    assert sentences_in("ferry " * 3000) == [(0, 17_999)]


PIECES = [
    "The ferry ",
    "stopped. ",
    "“Why?” ",
    "Mr. ",
    "U.S. ",
    "He said ",
    "... ",
    "? ",
    "No. 5 ",
    "p.m. ",
    "(yes.) ",
    "’ ",
    "x. ",
    "\n",
]
PARAGRAPH = st.lists(st.sampled_from(PIECES), max_size=10).map("".join)


@given(st.lists(PARAGRAPH, max_size=4))
@example(["stopped. stopped. ", "’ Rs. 500 "])  # a closing mark may not be fetched from the next paragraph
@settings(deadline=None)
def test_a_paragraph_is_cut_the_same_whatever_stands_around_it(paragraphs: list[str]) -> None:
    assert split_paragraphs(paragraphs) == [sentences_in(paragraph) for paragraph in paragraphs]
