"""The list of measures, and what each must say about itself."""

import re

import pytest

import mediakit as mk
from mediakit.errors import MeasureError
from mediakit.measures.catalogue import BUILT_IN, MEASURES, find_measure

NAMES = [
    "character_count",
    "word_count",
    "sentence_count",
    "paragraph_count",
    "mean_sentence_length",
    "median_sentence_length",
    "reading_time",
    "headline_length",
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "automated_readability_index",
    "coleman_liau_index",
    "dale_chall",
    "dale_chall_psk",
    "linsear_write",
    "lix",
    "rix",
    "reading_difficulty",
    "mattr_50",
    "mtld",
    "hd_d",
    "quote_count",
    "quoted_share",
    "mean_quote_length",
    "speaker_count",
    "attributions_per_100_words",
    "named_share",
    "unnamed_share",
    "state_medium_share",
    "document_share",
    "unattributed_figures",
    "non_neutral_cue_share",
    "quotes_found_elsewhere_share",
    "quotes_altered_share",
    "quotes_silently_cut_share",
    "reused_share",
    "uncredited_reuse_share",
    "independent_origins",
]

every_measure = pytest.mark.parametrize("measure", BUILT_IN.values(), ids=BUILT_IN.keys())


def test_these_can_be_measured_in_reading_order() -> None:
    assert [*BUILT_IN] == NAMES


@every_measure
def test_a_measure_says_what_it_is_for_a_reader_and_an_axis(measure: mk.Measure) -> None:
    assert all([measure.label, measure.unit, measure.what, measure.higher_means])


@every_measure
def test_a_measure_cites_where_its_definition_comes_from(measure: mk.Measure) -> None:
    assert re.search(r"\b(19|20)\d\d\b", measure.reference) or measure.reference.startswith("count;")


@every_measure
def test_a_measure_is_made_in_one_way(measure: mk.Measure) -> None:
    assert (measure.formula is None) != (measure.compute is None)


@every_measure
def test_a_measure_knows_the_smallest_text_that_deserves_a_number(measure: mk.Measure) -> None:
    assert measure.counts in ("words", "sentences", "title", *measure.needs)
    assert measure.minimum >= 1


@pytest.mark.parametrize("name", NAMES[NAMES.index("flesch_reading_ease") : NAMES.index("hd_d") + 1])
def test_readability_and_diversity_need_100_words_and_smog_30_sentences(name: str) -> None:
    least = (30, "sentences") if name == "smog_index" else (100, "words")
    assert (MEASURES[name].minimum, MEASURES[name].counts) == least


def test_the_list_has_a_row_a_measure_and_no_empty_cell() -> None:
    listed = mk.list_measures()
    assert listed["measure"].tolist() == NAMES
    assert [*listed.columns] == [
        "measure",
        "label",
        "what",
        "unit",
        "higher_means",
        "minimum",
        "languages",
        "scope",
        "needs",
        "reference",
        "package",
    ]
    assert not listed.isin(["", None]).any(axis=None)


def test_labels_tell_measures_apart() -> None:
    assert mk.list_measures()["label"].is_unique


def test_an_unknown_measure_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(MeasureError, match="no measure is called 'lixx'") as refused:
        find_measure("lixx")
    assert "lix," in refused.value.mend


def test_a_measure_of_ones_own_is_measured_like_any_other() -> None:
    questions = mk.Measure(
        name="question_count",
        label="Questions",
        unit="questions",
        higher_means="more questions",
        what="question marks",
        reference="count",
        compute=lambda document: document.plain.count("?"),
    )
    corpus = mk.read_texts({"Harbour Herald": "Who paid? Nobody knows. Why?"})
    row = mk.measure(corpus, [questions, "word_count"]).iloc[0]
    assert (row["measure"], row["value"], row["status"], row["recipe"].split()[0]) == (
        "question_count",
        2,
        "ok",
        "question_count/1",
    )


def test_one_name_may_be_given_without_a_list() -> None:
    corpus = mk.read_texts({"Harbour Herald": "Who paid?"})
    assert mk.measure(corpus, "word_count")["measure"].tolist() == ["word_count"]
