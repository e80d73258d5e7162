"""find_quotes: who says what stands between marks, by which words, through whom."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mediakit as mk
from mediakit.tables import QUOTES


def quotes(text: str) -> pd.DataFrame:
    return mk.find_quotes(mk.read_texts({"Harbour Herald": text}))


def said(text: str) -> list[tuple[str, str | None]]:
    """Each quotation's first word or two with its speaker."""
    table = quotes(text).astype(object)
    table = table.where(table.notna(), None)
    return [(" ".join(row.text.split()[:2]), row.speaker) for row in table.itertuples()]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        pytest.param("“The pier is shut,” said Ama Boye.", "Ama Boye", "said", id="behind, verb first"),
        pytest.param("“The pier is shut,” Ama Boye told reporters on Monday.", "Ama Boye", "told", id="behind, name first"),
        pytest.param(
            "“The pier is shut,” Ama Boye, a diver from Lagos, said.",
            "Ama Boye, a diver from Lagos",
            "said",
            id="an apposition between",
        ),
        pytest.param("Ama Boye said: “The pier is shut.”", "Ama Boye", "said", id="before, with a colon"),
        pytest.param(
            'Ama Boye told the court on Monday, "The pier is shut."', "Ama Boye", "told", id="before, with a hearer and a day"
        ),
        pytest.param("Ama Boye: “The pier is shut.”", "Ama Boye", ":", id="a name and a colon"),
        pytest.param("“The pier is shut.” — Ama Boye", "Ama Boye", "—", id="a dash and a name"),
        pytest.param(
            "“The pier is shut,” according to the harbour office.", "the harbour office", "according to", id="according to"
        ),
        pytest.param("‘The pier is shut,’ Ms Boye said in Leeds.", "Ms Boye", "said", id="single marks, British"),
        pytest.param("''We lost the toss,'' the captain admitted.", "the captain", "admitted", id="typewriter marks"),
        pytest.param("“The pier is shut,” she added.", "she", "added", id="a pronoun is the mention"),
        pytest.param("Boye called the budget “a raid on the poor”.", "Boye", "called", id="a part of a sentence"),
        pytest.param("The minister promised to “rebuild every bridge”.", "The minister", "promised", id="a promise"),
        pytest.param("The bridge was, Boye said, “a wreck waiting to fall”.", "Boye", "said", id="a parenthesis"),
        pytest.param("Boye said he wants to “shut the pier for good”.", "Boye", "said", id="a wish is spoken by whoever said so"),
    ],
)
def test_the_speaker_and_the_cue(text: str, speaker: str, cue: str) -> None:
    row = quotes(text).iloc[0]
    assert (row["speaker"], row["cue"]) == (speaker, cue)
    assert text[row["speaker_begin"] : row["speaker_end"]] == speaker
    assert text[row["cue_begin"] : row["cue_end"]] == cue


def test_a_broken_quotation_has_one_speaker_and_is_one_statement() -> None:
    table = quotes("“The tide,” said Ama Boye, “was too strong. We turned back.”")
    assert table["speaker"].tolist() == ["Ama Boye", "Ama Boye"]
    assert table["attribution_no"].tolist() == [1, 1]


def test_a_quotation_goes_on_behind_its_speaker() -> None:
    assert said("“We lost,” said Ama Boye. “We will be back.”") == [("We lost,", "Ama Boye"), ("We will", "Ama Boye")]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "“We lost the boat,” Ama Boye said. “It was dark.\n\n“We swam for hours and nobody came.”\n"
    assert said(text) == [("We lost", "Ama Boye"), ("It was", "Ama Boye"), ("We swam", "Ama Boye")]


def test_a_speaker_named_in_the_last_paragraph_speaks_the_whole_quotation() -> None:
    text = "“We lost the boat. It was dark.\n\n“We swam for hours,” Ama Boye said.\n"
    assert said(text) == [("We lost", "Ama Boye"), ("We swam", "Ama Boye")]


def test_two_speakers_in_a_paragraph_are_kept_apart() -> None:
    text = "“We lost,” said Ama Boye. But Lord Hill said: “They gave up.”"
    assert said(text) == [("We lost,", "Ama Boye"), ("They gave", "Lord Hill")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The so-called “pier” fell into the sea.", id="irony"),
        pytest.param("Ada “Mama Sea” Obi dives at dawn.", id="a nickname"),
        pytest.param("The film “Harbour Lights” opens on Friday.", id="a title"),
    ],
)
def test_irony_nicknames_and_titles_have_no_speaker(text: str) -> None:
    row = quotes(text).iloc[0]
    assert row["form"] == "word"
    assert row[["speaker", "cue", "attribution_no"]].isna().all()


def test_the_innermost_source_speaks_and_the_media_around_it_are_carriers() -> None:
    text = "Reuters reported that Ama Boye said the pier was “rotten from end to end”, according to the BBC."
    row = quotes(text).iloc[0]
    assert row["speaker"] == "Ama Boye"
    assert set(row["carriers"]) == {"Reuters", "the BBC"}


def test_the_mention_and_the_name_are_kept_apart() -> None:
    row = quotes("Ama Boye ran the pier for years.\n\nMs Boye said: “The pier is shut.”").iloc[0]
    assert (row["speaker"], row["speaker_name"], row["speaker_basis"]) == ("Ms Boye", "Ama Boye", "text")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("As Ama Boye put it, the pier was “rotten from end to end”.", "Ama Boye", id="words within what she put"),
        pytest.param("As Ama Boye put it, the pier was “rotten”.", None, id="one word may be irony"),
    ],
)
def test_a_part_in_marks_is_said_by_whoever_says_the_statement_around_it(text: str, speaker: str | None) -> None:
    found = quotes(text)["speaker"].astype(object).where(lambda said: said.notna(), None).tolist()
    assert found == [speaker]


def test_without_a_model_patterns_find_the_speaker_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDIAKIT_MODEL", "none")
    table = quotes("“We lost,” said Ama Boye. “We will be back.” Hill called it “a sad day for us”.")
    assert table["speaker"].tolist() == ["Ama Boye", "Ama Boye", "Hill"]
    assert table["rule"].iloc[0] == "patterns only: verb and name behind"
    assert table["rule"].str.startswith("patterns only: ").all()


def test_the_rule_that_told_the_name_stands_behind_the_rule_that_found_the_mention() -> None:
    table = quotes("“We lost,” said Ama Boye, the captain. “We played badly,” she said.")
    assert table["speaker_name"].tolist() == ["Ama Boye", "Ama Boye"]
    assert table["rule"].tolist() == ["verb behind", "verb behind; name: pronoun"]
    assert table["confidence"].tolist() == ["certain", "likely"]


def test_who_else_a_mention_could_mean_is_a_candidate_and_worth_a_look() -> None:
    row = quotes("Ama Boye met Esi Boye at the pier.\n\n“The pier is shut,” Boye said.").iloc[0]
    assert row["speaker_name"] in ("Ama Boye", "Esi Boye")
    assert [*row["candidates"]] == ["Ama Boye" if row["speaker_name"] == "Esi Boye" else "Esi Boye"]
    assert row["confidence"] == "check"


def test_as_she_put_it_names_the_speaker() -> None:
    row = quotes("Ama Boye lost the match. “It is over,” as she put it.").iloc[0]
    assert (row["speaker"], row["speaker_name"]) == ("she", "Ama Boye")


def test_a_text_without_marks_has_a_table_without_rows() -> None:
    table = quotes("The ferry stopped.")
    assert table.empty
    assert table.columns.tolist() == QUOTES.names


def test_each_row_stands_where_it_says(corpus: mk.Corpus) -> None:
    texts = corpus.articles.set_index("article_id")["text"]
    for row in mk.find_quotes(corpus).itertuples():
        text = texts[row.article_id]
        assert text[row.begin : row.end] == row.text
        if not pd.isna(row.speaker):
            assert text[row.speaker_begin : row.speaker_end] == row.speaker


def test_splitting_the_work_changes_nothing(corpus: mk.Corpus) -> None:
    parts = [mk.find_quotes(corpus.select(ids=[article_id])) for article_id in corpus.articles["article_id"]]
    pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), mk.find_quotes(corpus))


def test_every_quotation_of_the_seeds_has_a_speaker(corpus: mk.Corpus) -> None:
    table = mk.find_quotes(corpus)
    assert len(table) == 6
    assert table["speaker"].notna().all()


@settings(max_examples=25)
@given(st.lists(st.sampled_from([*"“”\"'‘’«»`,.:?!—\n ", " said ", " Hill ", "We ", "left", " he ", " told "]), max_size=30))
def test_no_mix_of_marks_names_and_verbs_is_an_error(pieces: list[str]) -> None:
    corpus = mk.read_texts({"Harbour Herald": f"The ferry stopped. {''.join(pieces)}"})
    held = corpus.articles["text"].iloc[0]
    for row in mk.find_quotes(corpus).itertuples():
        assert held[row.begin : row.end] == row.text
    mk.find_attributions(corpus)
