"""Words by speaker, kinds of source and the words that attribute, outlet by outlet; every number can be recounted in said.py."""

import mediakit as mk
from tests.views.said import attributions, corpus, quotes


def test_words_are_counted_by_speaker_quoted_and_told_apart() -> None:
    voices = mk.list_voices(corpus(), quotes(), attributions())
    counted = voices[["group", "speaker", "quoted_words", "told_words", "statements"]].values.tolist()
    assert counted == [
        ["Herald", "Ada Obi", 6, 6, 2],  # The pier is shut + it leaks; would be closed for a year
        ["Courier", "Ada Obi", 4, 0, 1],
        ["Courier", "no source given", 0, 3, 1],  # cost “a fortune”: nobody is quoted
        ["Courier", "not named", 0, 1, 1],
    ]


def test_the_share_is_of_all_words_the_outlet_attributes() -> None:
    voices = mk.list_voices(corpus(), quotes(), attributions())
    assert voices["share"].tolist() == [1.0, 0.5, 0.375, 0.125]


def test_a_wording_printed_twice_counts_once() -> None:
    twice = mk.read_texts({"Herald": "“Stay,” said Obi. “Stay,” said Obi."})
    rows = (
        attributions()
        .iloc[[0, 0]]
        .assign(attribution_no=[1, 2], begin=[1, 19], end=[6, 24], spans=[["1:6"], ["19:24"]], article_id="Herald")
    )
    stretches = quotes().iloc[[0, 0]].assign(attribution_no=[1, 2], begin=[1, 19], end=[6, 24], text="Stay,")
    assert mk.list_voices(twice, stretches, rows)["quoted_words"].tolist() == [1]


def test_kinds_of_source_are_counted_from_the_best_identified_to_the_least() -> None:
    kinds = mk.list_source_kinds(attributions())
    assert kinds.round(2).values.tolist() == [
        ["Herald", "named_person", 2, 1.0],
        ["Courier", "named_person", 1, 0.33],
        ["Courier", "unnamed_person", 1, 0.33],
        ["Courier", "bare", 1, 0.33],
    ]


def test_cues_are_listed_by_speaker_outlet_and_class() -> None:
    assert mk.list_cues(attributions()).values.tolist() == [
        ["Ada Obi", "Courier", "distancing", 1, 1, "claimed 1"],
        ["Ada Obi", "Herald", "neutral", 2, 0, "said 2"],
        ["no source given", "Courier", "distancing", 1, 0, "reportedly 1"],
        ["not named", "Courier", "speculative", 1, 0, "feared 1"],
    ]


def test_of_the_tables_of_a_whole_corpus_only_the_articles_given_count() -> None:
    herald = mk.list_voices(corpus().select(outlet="Herald"), quotes(), attributions())
    assert herald[["group", "speaker", "quoted_words", "told_words"]].values.tolist() == [["Herald", "Ada Obi", 6, 6]]
