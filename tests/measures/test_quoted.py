"""The outlet's own sentences can be measured apart from those it quotes."""

import pytest

import mediakit as mk
from mediakit.errors import MeasureError

STORY = (
    "The ferry did not leave on Monday. “We saw the smoke and ran,” said Captain Adaeze Okafor.\n\n"
    "“Nobody slept.”\n\n"
    "She called the harbour “a mess”. Rain fell all night."
)


def count(measure: str, quoted: str, text: str = STORY, engine: str = "mediakit") -> float:
    (row,) = mk.measure(mk.read_texts({"Harbour Herald": text}), measure, quoted=quoted, engine=engine).itertuples()
    assert row.status == "ok"
    return row.value


@pytest.mark.parametrize(
    ("quoted", "words", "sentences", "paragraphs"),
    [
        # 7 + 10 + 2 + 6 + 4 words in five sentences
        pytest.param("all", 29, 5, 3, id="all"),
        pytest.param("own", 17, 3, 2, id="not mostly inside marks: Monday, a mess, Rain"),
        pytest.param("quoted", 12, 2, 2, id="mostly inside marks: We saw, Nobody"),
    ],
)
def test_whole_sentences_are_chosen_by_whether_more_than_half_is_quoted(quoted, words, sentences, paragraphs) -> None:
    found = tuple(count(measure, quoted) for measure in ("word_count", "sentence_count", "paragraph_count"))
    assert found == (words, sentences, paragraphs)


@pytest.mark.parametrize("engine", ["mediakit", "textstat"])
def test_own_and_quoted_words_add_up_to_all(engine: str) -> None:
    own, quoted, every = (count("word_count", choice, engine=engine) for choice in ("own", "quoted", "all"))
    assert own + quoted == every


def test_characters_are_those_of_the_chosen_sentences() -> None:
    assert count("character_count", "quoted", "It rained. “Nobody slept.”") == len("“Nobodyslept.”")


def test_a_quotation_of_several_paragraphs_is_quoted_throughout() -> None:
    text = "“We waited for hours.\n\n“Nobody came for us,” she said.\n\nThe ferry left."
    assert count("sentence_count", "quoted", text) == 2


def test_the_recipe_says_which_sentences_counted_and_summarize_does_not_mix_them() -> None:
    corpus = mk.read_texts({"Harbour Herald": STORY})
    assert mk.measure(corpus, "lix", quoted="own")["recipe"].item().endswith("parts=body quoted=own")
    assert "quoted" not in mk.measure(corpus, "lix")["recipe"].item()


def test_without_a_quotation_there_is_nothing_to_measure() -> None:
    values = mk.measure(mk.read_texts({"Harbour Herald": "It rained."}), ["word_count", "lix"], quoted="quoted")
    assert (values["status"].tolist(), values["value"].isna().all()) == (["no text", "no text"], True)


def test_only_quotations_leave_nothing_of_the_outlets_own() -> None:
    text = "“We waited.”\n\n“Nobody came.”"
    values = mk.measure(mk.read_texts({"Harbour Herald": text}), "word_count", quoted="own")
    assert values["status"].tolist() == ["no text"]


def test_another_choice_is_refused() -> None:
    with pytest.raises(MeasureError, match="quoted cannot be 'mine'") as refused:
        mk.measure(mk.read_texts({"Harbour Herald": STORY}), quoted="mine")
    assert "all, own, quoted" in refused.value.mend
