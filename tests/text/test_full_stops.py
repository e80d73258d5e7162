"""Which mark ends a sentence: one test a rule, named after it."""

import pytest

from mediakit.text.sentences import sentences_in


def cut(paragraph: str) -> list[str]:
    return [paragraph[begin:end] for begin, end in sentences_in(paragraph)]


def is_one(sentence: str) -> bool:
    return cut(f"{sentence} It rained.") == [sentence, "It rained."]


def test_a_remark_in_brackets_ends_nothing() -> None:
    assert is_one("He called it a triumph (!) Friday night.")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("She wants approx. half of it.", id="an abbreviation"),
        pytest.param("“Are you sure?” she asked.", id="a quoted question"),
        pytest.param("He paused ... and went on.", id="an ellipsis"),
        pytest.param("Yahoo! fell on Friday.", id="a name"),
    ],
)
def test_before_lower_case_a_sentence_goes_on(sentence: str) -> None:
    assert is_one(sentence)


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["the ferry is late.", "nobody says why."], id="a writer without capitals"),
        pytest.param(["who knows ?", "i do not."], id="a writer who is i"),
        pytest.param(["The queue was long.", "iPhones sold out."], id="a brand"),
        pytest.param(["Times are here.", "www.example.org"], id="a web address"),
    ],
)
def test_unless_the_next_sentence_has_no_capital_to_begin_with(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


def test_a_signature_belongs_to_what_is_signed() -> None:
    assert cut("“We lost. We were poor.” — Ann Hill") == ["“We lost.", "We were poor.” — Ann Hill"]


@pytest.mark.parametrize("sentence", ["“Who paid?” Hill asked.", "“Never again!” Mr. Obi shouted at them."])
def test_a_quoted_question_is_asked_by_whom_its_sentence_names(sentence: str) -> None:
    assert is_one(sentence)


def test_a_quoted_question_before_another_sentence_ends() -> None:
    assert cut("“Who paid?” The minister left.") == ["“Who paid?”", "The minister left."]


def test_a_name_with_a_mark_ends_nothing() -> None:
    assert is_one("Shares of Yum! Brands fell.")


def test_more_than_a_full_stop_ends_a_sentence_even_after_an_abbreviation() -> None:
    assert cut("Was it Gen. Bello or Col.? Nobody knew.") == ["Was it Gen. Bello or Col.?", "Nobody knew."]


@pytest.mark.parametrize("sentence", ["1. The budget passed.", "1.) The budget passed.", "b. Fares rose.", "Q. Where was he?"])
def test_numbering_stands_before_its_sentence(sentence: str) -> None:
    assert is_one(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Reps. Ann Hill and Bo Diaz met Maj.-Gen. Bello.", id="never"),
        pytest.param("Apple Inc. Chief Executive Hill spoke.", id="before_opener, before another capital"),
        pytest.param("Since the Oct. 5 flood it is shut.", id="before_opener, before a figure"),
        pytest.param("It weighs 3 kg. net.", id="before_capital, before lower case"),
        pytest.param("See p. 5 and No. 6 of the law.", id="not_before_figure, before figures"),
        pytest.param("THE QUEEN MET MR. OBI AND DR. RAO.", id="never, in capitals"),
    ],
)
def test_after_an_abbreviation_the_lexicon_says_what_ends_nothing(sentence: str) -> None:
    assert is_one(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("She works at Apple Inc.", id="before_opener"),
        pytest.param("It weighs 3 kg.", id="before_capital"),
        pytest.param("They asked and he said no.", id="not_before_figure"),
    ],
)
def test_after_an_abbreviation_the_lexicon_says_what_ends(sentence: str) -> None:
    assert is_one(sentence)


@pytest.mark.parametrize(
    "sentence", ["It sailed at 5 p.m. Friday.", "It sailed at 5 p.m. London time.", "It sails at 5 p.m. GMT."]
)
def test_after_a_time_of_day_a_day_or_zone_goes_on(sentence: str) -> None:
    assert is_one(sentence)


def test_after_a_time_of_day_another_capital_begins() -> None:
    assert cut("It sailed at 5 p.m. Police waited.") == ["It sailed at 5 p.m.", "Police waited."]


@pytest.mark.parametrize(
    "sentence",
    [
        "J. R. R. Hill and W.H.S. Diaz spoke.",
        "The U.S. Army left.",
        "J. “Bob” Hill sang.",
        "Sen. Hill (R-Va.), the chairman, left.",
    ],
)
def test_after_initials_a_capital_is_no_beginning(sentence: str) -> None:
    assert is_one(sentence)


@pytest.mark.parametrize("sentence", ["He lives in the U.S.", "They went for plan B.", "She has a Ph.D."])
def test_after_initials_a_plain_beginning_is_one(sentence: str) -> None:
    assert is_one(sentence)


def test_before_a_dash_initials_belong_to_a_dateline() -> None:
    assert is_one("RALEIGH, N.C. — A ferry stopped.")


def test_a_short_word_without_a_vowel_is_an_abbreviation() -> None:
    assert is_one("He spoke in Bldg. Four of the base.")
