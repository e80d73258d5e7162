"""Every score of an article opens into the sentences it is made of."""

import pytest

import mediakit as mk
from mediakit.errors import MeasureError
from mediakit.measures.readability import READABILITY
from mediakit.text.counts import Counts

FERRY = (
    "The harbour authority closed the quay on Monday. The U.S. envoy did not reach the harbour in 2014 either. "
    "“We saw smoke above the quay and ran,” Captain Adaeze Okafor said. She called it “a nightmare”. “Nobody slept.” "
)


def scored(text: str, **options):
    return mk.score_sentences(mk.read_texts({"Harbour Herald": text}), **options)


def test_words_syllables_and_hard_words_are_counted_and_named() -> None:
    rows = scored(FERRY)
    # The har-bour au-thor-i-ty closed the quay on Mon-day: 1 + 2 + 4 + 1 + 1 + 1 + 1 + 2
    first = rows.iloc[0]
    assert (first["n_words"], first["n_syllables"], first["n_letters"]) == (8, 13, 40)
    assert (first["n_long_words"], first["n_polysyllables"], first["n_hard_words"]) == (2, 1, 2)
    assert [*first["hard_words"]] == ["authority", "quay"]


def test_a_hard_word_is_new_once_in_a_hundred_words() -> None:
    rows = scored(FERRY)
    assert [[*words] for words in rows["hard_words"]] == [["authority", "quay"], ["envoy"], ["quay"], ["nightmare"], []]
    assert rows["n_new_hard_words"].tolist() == [2, 1, 0, 1, 0]
    far = scored(FERRY + "We all went home and had tea. " * 15 + "The quay is shut. The quay is open.")
    assert far["n_new_hard_words"].tolist()[-2:] == [1, 0]


def test_the_share_of_words_inside_marks_is_given_and_more_than_half_counts_as_quoted() -> None:
    rows = scored(FERRY)
    # We saw smoke above the quay and ran, of 12 words; a nightmare, of 5
    assert rows["quoted_share"].tolist() == pytest.approx([0, 0, 8 / 12, 2 / 5, 1])
    assert rows["quoted"].tolist() == [False, False, True, False, True]


def test_sentences_are_those_of_split_sentences() -> None:
    corpus = mk.read_texts({"Harbour Herald": "Ferry stays\n\n" + FERRY})
    columns = ["article_id", "sentence_no", "part", "begin", "end", "n_words"]
    assert mk.score_sentences(corpus)[columns].equals(mk.split_sentences(corpus)[columns])


@pytest.mark.parametrize("quoted", ["all", "own", "quoted"])
def test_the_score_of_an_article_is_that_of_the_sums_of_its_sentences(quoted: str, corpus: mk.Corpus) -> None:
    herald = mk.read_texts({"Harbour Herald": FERRY * 8})
    rows = mk.score_sentences(herald, parts=("body",))
    if quoted != "all":
        rows = rows[rows["quoted"] == (quoted == "quoted")]
    fields = [name for name in Counts._fields if name != "sentences" and (name != "new_hard_words" or quoted == "all")]
    sums = Counts(sentences=len(rows), **{name: float(rows[f"n_{name}"].sum()) for name in fields})
    names = [known.name for known in READABILITY if quoted == "all" or known.name != "reading_difficulty"]
    values = mk.measure(herald, names, quoted=quoted)
    by_name = {known.name: known for known in READABILITY}
    for name, value, status in values[["measure", "value", "status"]].itertuples(index=False):
        if status == "ok":
            assert value == pytest.approx(float(by_name[name].formula(sums)))
    assert (values["status"] == "ok").sum() >= 9 or quoted == "quoted"


def test_the_seeds_add_up_too(corpus: mk.Corpus) -> None:
    sums = mk.score_sentences(corpus, parts=("body",)).groupby("article_id")[["n_words", "n_new_hard_words"]].sum()
    counts = mk.score_sentences(corpus, parts=("body",)).groupby("article_id").size()
    values = mk.measure(corpus, "reading_difficulty").set_index("article_id")["value"]
    assert (sums["n_new_hard_words"] / counts).to_dict() == pytest.approx(values.to_dict())


def test_a_language_that_is_not_english_has_no_syllables_and_no_hard_words() -> None:
    rows = scored("Die Nachtfähre ist am Montag wegen des Sturms nicht ausgelaufen, sagte der Hafenmeister. " * 4)
    assert rows["status"].unique().tolist() == ["other language"]
    assert (
        rows[["n_syllables", "n_polysyllables", "n_complex_words", "n_hard_words", "n_new_hard_words", "hard_words"]]
        .isna()
        .all(axis=None)
    )
    assert rows["n_words"].tolist() == [13] * 4


def test_too_little_text_to_tell_the_language_has_none_either() -> None:
    rows = scored("The ferry stopped.")
    assert (rows["status"].tolist(), rows["n_syllables"].isna().all(), rows["n_words"].tolist()) == (
        ["language unknown"],
        True,
        [3],
    )


def test_a_language_without_spaces_has_no_count_at_all() -> None:
    rows = scored(
        "市政府星期一上午宣布，由于连日暴雨，港口的渡轮全部停运。交通局局长在记者会上说，乘客的安全最重要，恢复时间要看天气。" * 3
    )
    assert rows[["n_words", "n_letters", "n_long_words", "n_syllables", "quoted_share", "quoted"]].isna().all(axis=None)


def test_an_unknown_part_is_refused() -> None:
    with pytest.raises(MeasureError, match="no part is called"):
        scored(FERRY, parts=("footer",))
