"""The scores that come with the package, in words; the sentence stands under whatever it concerns."""

import csv
import re

import pytest

import mediakit as mk
from mediakit.errors import ContractError
from mediakit.views.validity import COLUMNS, SCORES_FILE, how_sure, of_100
from tests.views.said import attributions, corpus, quotes

SCORES = mk.list_validity()
each_extractor = pytest.mark.parametrize("extractor", SCORES["extractor"])


def test_the_file_has_the_columns_and_one_row_an_extractor() -> None:
    with SCORES_FILE.open(encoding="utf-8", newline="") as file:
        rows = [*csv.reader(file)]
    assert tuple(rows[0]) == COLUMNS
    assert SCORES["extractor"].is_unique
    assert len(SCORES) == len(rows) - 1


@pytest.mark.parametrize("column", ["things", "right", "texts", "data", "measured", "version"])
def test_every_row_says_what_was_compared_on_what_and_when(column) -> None:
    assert (SCORES[column].str.len() > 0).all()


@pytest.mark.parametrize("column", ["precision", "recall", "f1", "people_f1"])
def test_scores_are_shares(column) -> None:
    assert SCORES[column].dropna().between(0, 1).all()


def test_f1_is_the_harmonic_mean_of_the_other_two() -> None:
    both = SCORES.dropna(subset=["precision", "f1"])
    worked_out = 2 * both["precision"] * both["recall"] / (both["precision"] + both["recall"])
    assert ((worked_out - both["f1"]).abs() <= 0.002).all()  # each is rounded to three places


def test_where_every_thing_gets_an_answer_there_is_no_precision_and_no_f1() -> None:
    assert SCORES["precision"].isna().tolist() == SCORES["f1"].isna().tolist()
    assert SCORES["recall"].notna().all()


def test_what_was_reported_is_said_where_it_was_measured() -> None:
    row = SCORES.set_index("extractor").loc["direct"]
    assert how_sure("direct") == (
        f"Tested on 389 US political articles: {100 * row['recall']:.0f} of 100 direct quotations in them got the right words "
        f"and the right speaker. Of 100 that were shown, {100 * row['precision']:.0f} were right."
    )


@each_extractor
def test_the_sentence_is_one_sentence_with_its_figure(extractor) -> None:
    shown = r"( Of 100 that were shown, (more than )?\d+ were right\.)?"
    assert re.fullmatch(rf"Tested on [^.:]+: (more than )?\d+ of 100 [^.:]+\.{shown}", how_sure(extractor))


def test_an_extractor_that_was_not_scored_is_an_error_with_the_names_there_are() -> None:
    with pytest.raises(ContractError, match="direct, quoted"):
        how_sure("horoscopes")


@pytest.mark.parametrize(
    "share, words",
    [
        pytest.param(0.934, "93", id="a whole number"),
        pytest.param(0.996, "more than 99", id="not all of them where one is wrong"),
        pytest.param(1.0, "100", id="all of them"),
        pytest.param(0.0, "0", id="none"),
    ],
)
def test_a_share_is_said_as_so_many_of_a_hundred(share, words) -> None:
    assert of_100(share) == words


def _shown_quotes() -> str:
    return mk.show_quotes(corpus(), quotes(), attributions())._repr_html_()


def _caption_of_voices() -> str:
    return mk.plot_voices(mk.list_voices(corpus(), quotes(), attributions())).caption


def _caption_of_source_kinds() -> str:
    return mk.plot_source_kinds(mk.list_source_kinds(attributions())).caption


def _copied() -> tuple[mk.Corpus, object]:
    both = mk.read_texts(
        {paper: f"“We saw no smoke{end},” she said on Friday." for paper, end in (("Times", " at all"), ("Post", ""))}
    )
    return both, mk.find_quotes(both)


def _shown_wordings() -> str:
    _, found = _copied()
    return mk.show_wordings(mk.link_quotes(found), found)._repr_html_()


def _caption_of_reuse() -> str:
    both, found = _copied()
    return mk.plot_reuse_matrix(mk.reuse_matrix(mk.link_quotes(found, both), mk.find_passages(both), both)).caption


@pytest.mark.parametrize(
    "shown, extractor",
    [
        pytest.param(_shown_quotes, "direct", id="the marked text"),
        pytest.param(_shown_quotes, "indirect", id="the marked text, told statements"),
        pytest.param(_caption_of_voices, "direct", id="words by speaker, quoted"),
        pytest.param(_caption_of_voices, "indirect", id="words by speaker, told"),
        pytest.param(_caption_of_source_kinds, "identification", id="kinds of source"),
        pytest.param(_shown_wordings, "links", id="wordings"),
        pytest.param(_caption_of_reuse, "passages", id="shared text"),
        pytest.param(_caption_of_reuse, "links", id="shared quotations"),
    ],
)
def test_the_line_that_matters_stands_beside_what_is_shown(shown, extractor) -> None:
    assert how_sure(extractor) in shown()
