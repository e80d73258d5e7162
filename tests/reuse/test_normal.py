"""Words that read alike whatever the print, each with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.reuse.normal import normalize
from mediakit.reuse.rows import rows_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("don’t “go”", 'don\'t "go"', id="curly and straight marks"),
        pytest.param("rain — then wind", "rain -- then wind", id="dashes"),
        pytest.param("THE PIER", "the pier", id="capitals"),
        pytest.param("café", "cafe", id="accents"),
        pytest.param("the U.S. and the I.M.F.", "the US and the IMF", id="initials"),
        pytest.param("we can’t, they’ve", "we can not, they have", id="short forms"),
        pytest.param("organised labour programmes", "organized labor programs", id="British and American spelling"),
        pytest.param("twenty-one of three, the first", "21 of 3, the 1st", id="numbers in words"),
        pytest.param("10,000 rupees", "10000 rupees", id="commas in numbers"),
        pytest.param("bread & 5%", "bread and 5 percent", id="signs for words"),
        pytest.param("wait ... here", "wait […] here", id="ellipses"),
    ],
)
def test_they_have_the_same_keys(one, other):
    assert normalize(one).keys == normalize(other).keys


def test_words_in_brackets_are_known_as_such():
    found = normalize("said [the mayor] and [never closed")
    assert [found.words[place] for place in sorted(found.bracketed)] == ["the", "mayor"]


@given(st.text(alphabet=st.sampled_from("abS'’ .,…[]()-&%½10é\u0301\n"), max_size=60))
def test_every_key_knows_its_place(text):
    found = normalize(text)
    assert [text[begin:end] for begin, end in zip(found.begins, found.ends, strict=True)] == [*found.words]
    rows = rows_of([text, text])
    assert [rows.keys[number] for number in rows.row(1)] == [*found.keys]
