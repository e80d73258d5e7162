"""Every begin and end points to what its row says, in the text as it was read."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mediakit as mk
from mediakit.tables import rows_of
from mediakit.text.words import words_in

PIECES = [
    "The night ferry did not leave.",
    "Nobody knew why",
    "“No,” she said.",
    "U.S. officials met Mr. Obi.",
    "Rs. 500",
    "Related:",
    "- item",
    "By Ada Boyle",
    "3 March 2025",
    "Share",
    "×",
    "0",
    "© 2025",
    "e\u0301",
    "\u0301",
    "\u00ad",
    "👍",
    "👨‍👩‍👧",
    "\u202e",
    "中文",
    "हिन्दी",
    "TERMS!",
    "...",
    "* * *",
    "mother-\nin-law",
    "\ufeff",
    "a" * 200,
]
BETWEEN = [" ", " ", "\n", "\n\n", "\r\n", "\r", "\t", "\u00a0", "\u2028", "\x0b", "\x1c", "\x85", ""]

odd_text = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(BETWEEN)), max_size=25).map(
    lambda pairs: "Ferry" + "".join(between + piece for piece, between in pairs)
)


def check_offsets(corpus: mk.Corpus) -> None:
    """What must hold of lines and sentences of any article."""
    sentences, lines = mk.split_sentences(corpus), corpus.lines
    for article in rows_of(corpus.articles):
        text = article.text
        own_lines = [*rows_of(lines[lines["article_id"] == article.article_id])]
        assert [line.line_no for line in own_lines] == [*range(1, len(own_lines) + 1)]
        assert "".join(text[line.begin : line.end] for line in own_lines) == text
        label_at = {place: line.label for line in own_lines for place in range(line.begin, line.end)}
        own = [*rows_of(sentences[sentences["article_id"] == article.article_id])]
        assert [sentence.sentence_no for sentence in own] == [*range(1, len(own) + 1)]
        for sentence in own:
            words = text[sentence.begin : sentence.end]
            assert words == words.strip()
            assert sentence.n_words == len(words_in(words)) > 0
            assert label_at[sentence.begin] == label_at[sentence.end - 1] == sentence.part
        assert all(before.end <= after.begin for before, after in pairwise(own))
        in_parts = [text[line.begin : line.end] for line in own_lines if line.label in ("title", "dek", "body")]
        assert sum(sentence.n_words for sentence in own) == sum(len(words_in(line)) for line in in_parts)  # no word is lost


def test_the_seeds(corpus: mk.Corpus) -> None:
    check_offsets(corpus)


@given(odd_text)
@settings(deadline=None)
def test_odd_texts(text: str) -> None:
    check_offsets(mk.read_texts({"Harbour Herald": text}))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("One.\r\n\r\nTwo three.\r\n", id="Windows line ends"),
        pytest.param("One.\rTwo three.\r", id="old Macintosh line ends"),
        pytest.param("\n\n  One. Two.  \n\n\n", id="space around"),
        pytest.param("👍🏽 One. 👨‍👩‍👧 Two. 🐟", id="characters beyond the basic plane count as one"),
        pytest.param("Zoe\u0308 said so. Cafe\u0301s were shut.", id="combining accents"),
        pytest.param("THE FERRY IS LATE. NOBODY KNOWS WHY", id="all capitals"),
        pytest.param("ferry " * 3000, id="3,000 words without a full stop"),
        pytest.param("Ferry " + "x" * 100_000, id="an endless word"),
        pytest.param("Ferry halted", id="one line"),
        pytest.param("...", id="no word"),
    ],
)
def test_awkward_texts(text: str) -> None:
    corpus = mk.read_texts({"Harbour Herald": text})
    assert corpus.articles["text"].item() == text
    check_offsets(corpus)


def test_half_a_character_does_not_stop_the_reading() -> None:
    corpus = mk.read_texts({"Harbour Herald": "The ferry \ud800 stopped."})
    assert corpus.articles["text"].item() == "The ferry \ufffd stopped."
    check_offsets(corpus)
