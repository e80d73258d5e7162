"""Odd texts get a reason or a right number, in every table that is made of counts, and never an exception."""

import pandas as pd
import pytest

import mediakit as mk

FERRY = "The night ferry did not leave the quay on Monday. Nobody was told why the crew had gone home. "  # 10 and 9 words
GERMAN = "Die Nachtfähre ist am Montag wegen des Sturms nicht ausgelaufen, sagte der Hafenmeister am Abend. "
SENTENCE_BOUND = ["flesch_kincaid_grade", "gunning_fog", "dale_chall", "reading_difficulty", "lix", "rix"]
READABILITY = [*SENTENCE_BOUND, "coleman_liau_index", "automated_readability_index", "flesch_reading_ease", "linsear_write"]


def unpunctuated(words: int) -> str:
    return " ".join((FERRY * 200).replace(".", "").split()[:words])


def measured(text: str, **options) -> dict[str, float | str]:
    """The value of every measure, or why there is none."""
    values = mk.measure(mk.read_texts({"Harbour Herald": text}), **options)
    assert values["value"].notna().tolist() == (values["status"] == "ok").tolist()
    return {row.measure: row.value if row.status == "ok" else row.status for row in values.itertuples()}


PLAIN = FERRY * 8

ODD = {
    "only a headline": "Ferry halted as storm hits the coast",
    "one word": "Halted",
    "only quotations": "\n\n".join([f"“{FERRY.strip()}”"] * 8),
    "all in capitals": PLAIN.upper(),
    "no punctuation": unpunctuated(152),
    "one sentence of 3,000 words": unpunctuated(3000) + ".",
    "two languages": FERRY * 4 + GERMAN * 4,
    "German": GERMAN * 9,
    "emoji": f"🚢🚢 {PLAIN} 👍👍",
    "Windows line ends": f"{(FERRY * 4).strip()}\r\n\r\n{(FERRY * 4).strip()}\r\n",
    "a transcript": "\n".join(f"{speaker}: {FERRY}" for speaker in ("REPORTER", "MS OKAFOR") for _ in range(4)),
    "nothing but marks": "“”‘’\"' ... !? «»",
    "marks of every kind": f'“{FERRY} "{FERRY} ‘{FERRY} «{FERRY} „{FERRY}' * 2,
    "addresses": "news@example.org https://example.org/ferry " * 60,
}

every_odd_text = pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())


@every_odd_text
@pytest.mark.parametrize("quoted", ["all", "own", "quoted"])
@pytest.mark.parametrize("engine", ["mediakit", "textstat"])
def test_every_measure_has_a_value_or_a_reason(text: str, quoted: str, engine: str) -> None:
    measured(text, engine=engine, quoted=quoted)


@every_odd_text
def test_sentences_are_scored_and_engines_compared(text: str) -> None:
    corpus = mk.read_texts({"Harbour Herald": text})
    rows = mk.score_sentences(corpus)
    assert rows["quoted_share"].dropna().between(0, 1).all()
    assert (rows["n_new_hard_words"].dropna() <= rows["n_hard_words"].dropna()).all()
    compared = mk.compare_engines(corpus)
    assert compared["difference"].isna().tolist() == [
        "ok" not in pair or pair[0] != pair[1]
        for pair in zip(compared["mediakit_status"], compared["textstat_status"], strict=True)
    ]


@pytest.mark.parametrize("name", ["emoji", "Windows line ends", "only quotations", "all in capitals"])
def test_what_changes_no_word_changes_no_score(name: str) -> None:
    plain, odd = measured(PLAIN), measured(ODD[name])
    assert {measure: odd[measure] for measure in READABILITY} == {measure: plain[measure] for measure in READABILITY}
    assert (odd["word_count"], odd["sentence_count"]) == (152, 16)


@pytest.mark.parametrize("name", ["no punctuation", "one sentence of 3,000 words"])
def test_where_hardly_a_sentence_ends_nothing_that_hangs_on_sentences_has_a_value(name: str) -> None:
    odd = measured(ODD[name])
    assert {odd[measure] for measure in READABILITY} == {"sentences unclear"}
    assert odd["mattr_50"] == pytest.approx(measured(PLAIN)["mattr_50"], abs=0.01)


@pytest.mark.parametrize(("words", "status"), [(100, "ok"), (101, "sentences unclear")])
def test_a_hundred_words_to_a_sentence_are_the_most(words: int, status: str) -> None:
    values = mk.measure(mk.read_texts({"Harbour Herald": unpunctuated(words) + "."}), SENTENCE_BOUND)
    assert set(values["status"]) == {status}


def test_in_a_text_of_two_languages_formulas_made_for_one_have_none() -> None:
    odd = measured(ODD["two languages"])
    assert (odd["flesch_kincaid_grade"], odd["dale_chall"]) == ("language unknown", "language unknown")


@pytest.mark.parametrize("name", ["only a headline", "one word", "nothing but marks"])
def test_too_little_has_no_readability_and_no_diversity(name: str) -> None:
    odd = measured(ODD[name])
    assert {odd[measure] for measure in (*READABILITY, "smog_index", "mattr_50", "mtld", "hd_d")} <= {"too short", "no text"}


def test_each_line_of_a_transcript_is_cut_into_its_sentences() -> None:
    assert measured(ODD["a transcript"])["sentence_count"] == 16


@pytest.mark.parametrize("parts", [("body",), ("whole_text",)])
def test_a_missing_text_is_no_text_and_leaves_its_neighbour_alone(parts: tuple[str, ...]) -> None:
    corpus = mk.read_texts({"Harbour Herald": PLAIN, "Coast Courier": PLAIN})
    alone = mk.measure(corpus.select(ids=["Coast Courier"]), parts=parts)
    corpus.articles["text"] = pd.array([pd.NA, PLAIN], dtype="string[pyarrow]")
    values = mk.measure(corpus, parts=parts)
    gone = values[values["article_id"] == "Harbour Herald"]
    assert set(gone["status"]) <= {"no text", "no title"}
    assert values[values["article_id"] == "Coast Courier"].reset_index(drop=True).equals(alone)
    assert set(mk.score_sentences(corpus, parts=parts)["article_id"]) == {"Coast Courier"}
    assert mk.compare_engines(corpus, "lix", parts=parts)["difference"].isna().tolist() == [True, False]
