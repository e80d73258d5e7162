"""Too little text, another language, no title: a reason in place of a number."""

import pandas as pd
import pytest

import mediakit as mk

TEN_WORDS = "The night ferry did not leave the quay on Monday."
GERMAN = "Die Nachtfähre ist am Montag wegen des Sturms nicht ausgelaufen, sagte der Hafenmeister. " * 9
CHINESE = (
    "市政府星期一上午宣布，由于连日暴雨，港口的渡轮全部停运。交通局局长在记者会上说，乘客的安全最重要，恢复时间要看天气。"
    "许多居民表示理解，但也有人抱怨通知太晚。一位在码头等了三个小时的老人说，他本来要去对岸看病，现在只好改天再去。"
)
THAI = "เทศบาลประกาศเมื่อวันจันทร์ว่าเรือข้ามฟากจะหยุดให้บริการเนื่องจากฝนตกหนัก นายกเทศมนตรีกล่าวว่าความปลอดภัยของผู้โดยสารสำคัญที่สุด " * 8

LENGTH = ["character_count", "word_count", "sentence_count", "paragraph_count"]
ANY_LANGUAGE = ["lix", "rix", "mattr_50", "mtld", "hd_d"]
ENGLISH_ONLY = [
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "automated_readability_index",
    "coleman_liau_index",
    "dale_chall",
    "linsear_write",
    "dale_chall_psk",
    "reading_difficulty",
]
FROM_100_WORDS = [*ENGLISH_ONLY, *ANY_LANGUAGE]


def statuses(text: str, engine: str = "mediakit") -> dict[str, str]:
    """The status of every measure, each checked to have a number if it is ok and none if not."""
    values = mk.measure(mk.read_texts({"Harbour Herald": text}), engine=engine)
    has_number = values["status"] == "ok"
    assert values["value"].notna().tolist() == has_number.tolist()
    assert values.loc[~has_number, ["low", "high", "interval_method"]].isna().all(axis=None)
    return dict(zip(values["measure"], values["status"], strict=True))


def only(text: str, measures: list[str], engine: str = "mediakit") -> set[str]:
    found = statuses(text, engine)
    return {found[measure] for measure in measures}


@pytest.mark.parametrize("engine", ["mediakit", "textstat"])
def test_readability_and_diversity_begin_at_100_words(engine: str) -> None:
    ninety_nine = " ".join([*[TEN_WORDS] * 9, "The night ferry did not leave the quay today."])
    measures = ENGLISH_ONLY[:-2] if engine == "textstat" else FROM_100_WORDS  # textstat lacks the last two
    assert only(ninety_nine, measures, engine) == {"too short"}
    assert only(" ".join([TEN_WORDS] * 10), measures, engine) == {"ok"}


@pytest.mark.parametrize(("sentences", "status"), [(29, "too short"), (30, "ok")])
def test_smog_begins_at_30_sentences(sentences: int, status: str) -> None:
    assert only(" ".join([TEN_WORDS] * sentences), ["smog_index"]) == {status}


@pytest.mark.parametrize(("sentences", "status"), [(4, "too short"), (5, "ok")])
def test_sentence_lengths_begin_at_5_sentences(sentences: int, status: str) -> None:
    text = " ".join([TEN_WORDS] * sentences)
    assert only(text, ["mean_sentence_length", "median_sentence_length"]) == {status}


def test_one_word_has_a_length_and_no_readability() -> None:
    assert only("Halted", LENGTH) == {"ok"}
    assert only("Halted", [*FROM_100_WORDS, "smog_index", "mean_sentence_length"]) == {"too short"}


@pytest.mark.parametrize("engine", ["mediakit", "textstat"])
@pytest.mark.parametrize(
    "text",
    [pytest.param("...", id="dots"), pytest.param("👍 👍", id="emoji"), pytest.param("Leave a comment", id="furniture only")],
)
def test_a_text_without_a_word_of_body_has_no_number_at_all(text: str, engine: str) -> None:
    found = statuses(text, engine)
    assert set(found.values()) <= {"no text", "no title", "not in this engine"}


def test_formulas_made_for_english_refuse_german() -> None:
    assert only(GERMAN, [*ENGLISH_ONLY, "reading_time"]) == {"other language"}
    assert only(GERMAN, [*LENGTH, *ANY_LANGUAGE]) == {"ok"}


@pytest.mark.parametrize("text", [pytest.param(CHINESE, id="Chinese"), pytest.param(THAI, id="Thai")])
def test_a_language_without_spaces_between_words_gets_no_number(text: str) -> None:
    assert "ok" not in statuses(text).values()


def test_where_the_language_is_unknown_formulas_for_english_give_no_number() -> None:
    unclear = "Foo bar. " * 60
    assert only(unclear, ENGLISH_ONLY) == {"language unknown"}
    assert only(unclear, [*LENGTH, *ANY_LANGUAGE]) == {"ok"}


def test_without_a_headline_its_length_is_missing_and_not_nought() -> None:
    assert only(TEN_WORDS, ["headline_length"]) == {"no title"}


def test_an_engine_says_which_measures_it_lacks() -> None:
    text = " ".join([TEN_WORDS] * 10)
    lacking = ["paragraph_count", "median_sentence_length", "reading_time", "headline_length", "mattr_50", "mtld", "hd_d"]
    lacking.append("reading_difficulty")
    assert only(text, lacking, "textstat") == {"not in this engine"}


def test_a_blank_text_is_no_article() -> None:
    corpus = mk.read_texts({"Harbour Herald": TEN_WORDS, "Coast Courier": " \n"})
    assert mk.measure(corpus, "word_count")["article_id"].tolist() == ["Harbour Herald"]


def test_the_language_given_counts_and_not_the_one_guessed() -> None:
    corpus = mk.read_texts({"Harbour Herald": " ".join([TEN_WORDS] * 10)})
    corpus.articles["language"] = pd.array(["fr"], dtype="string[pyarrow]")
    assert mk.measure(corpus, "flesch_reading_ease")["status"].tolist() == ["other language"]


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(mk.errors.MeasureError, match="mediakit, textstat"):
        mk.measure(mk.read_texts({"Harbour Herald": TEN_WORDS}), engine="spacy")


@pytest.mark.parametrize("engine", ["mediakit", "textstat"])
def test_one_endless_word_breaks_nothing(engine: str) -> None:
    assert only(f"{TEN_WORDS} data:{'x' * 100_000}", ["word_count"], engine) == {"ok"}
