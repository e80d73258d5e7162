"""The contract of every table, and that every function keeps it."""

import io
import json
from collections.abc import Callable

import pandas as pd
import pytest

import mediakit as mk
from mediakit.comparison.pairs import compare
from mediakit.errors import ContractError
from mediakit.tables import (
    ARTICLES,
    ATTRIBUTIONS,
    CORRECTIONS,
    DATES,
    DIFFERENCES,
    ENGINES,
    LINES,
    LIST,
    ORIGINS,
    PASSAGES,
    PROBLEMS,
    QUOTE_LINKS,
    QUOTES,
    REUSE_MATRIX,
    SENTENCE_SCORES,
    SENTENCES,
    STORIES,
    STORY_MEMBERS,
    SUMMARY,
    TABLES,
    TEXT,
    VALUES,
    WORDING_MEMBERS,
    WORDINGS,
    Table,
    check,
    make,
    missing,
    plain_rows,
    rows_of,
)

LEAD = ["article_id", "story_id", "outlet", "outlet_key"]

# the columns as other programs read them: a later rename is a breaking change
COLUMNS = {
    "articles": "article_id story_id story_basis outlet outlet_key outlet_label outlet_basis outlet_evidence title title_basis "
    "byline byline_basis published published_granularity published_basis url url_basis original_source original_source_basis "
    "language language_basis flags duplicate_group path sha256 text",
    "lines": "article_id story_id outlet outlet_key line_no begin end label rule confidence decided_by why",
    "sentences": "article_id story_id outlet outlet_key sentence_no part begin end n_words",
    "dates": "article_id story_id outlet outlet_key begin end text value granularity base base_basis kind",
    "sentence_scores": "article_id story_id outlet outlet_key sentence_no part begin end n_words n_letters n_long_words "
    "n_syllables n_polysyllables n_complex_words n_hard_words n_new_hard_words hard_words quoted_share quoted status",
    "quotes": "article_id story_id outlet outlet_key "
    "quote_no part begin end text form closed attribution_no speaker speaker_begin "
    "speaker_end speaker_name speaker_basis cue cue_begin cue_end carriers candidates rule confidence",
    "attributions": "article_id story_id outlet outlet_key "
    "attribution_no part kind begin end spans source source_begin source_end "
    "source_name identification role anonymity_reason cue cue_begin cue_end cue_class cue_contested lexicon_entry hedges "
    "carriers candidates rule confidence",
    "quote_links": "article_id story_id outlet outlet_key "
    "group_no quote_no begin end other_article_id other_outlet other_quote_no "
    "other_begin other_end coverage change changes silent lost meaning changed_from changed_to",
    "wordings": "group_no wording_no text n_articles n_outlets first_published is_reference",
    "wording_members": "article_id story_id outlet outlet_key group_no wording_no quote_no",
    "passages": "article_id story_id outlet outlet_key "
    "begin end other_article_id other_outlet other_begin other_end n_words coverage "
    "longest_run credited kind",
    "reuse_matrix": "outlet other_outlet quotes_shared words_shared share_of_words share_uncredited n_stories",
    "story_members": "article_id story_id outlet outlet_key basis similarity warning reason",
    "stories": "story_id label n_articles n_outlets_low n_outlets_high first last related_to reason",
    "origins": "article_id story_id outlet outlet_key origin evidence begin end strength other_article_id reason independent_low "
    "independent_high",
    "engines": "article_id story_id outlet outlet_key measure mediakit textstat difference mediakit_status textstat_status "
    "reason recipe",
    "values": "article_id story_id outlet outlet_key measure value n status low high interval_method recipe",
    "summary": "group measure estimate low high n_stories n_articles n_left_out method recipe",
    "differences": "outlet reference measure estimate low high n_stories n_dropped hedges_g share_same_sign p p_adjusted verdict "
    "recipe",
    "corrections": "table article_id begin end field value reason who when text_sha256",
    "problems": "path line field what mend fate",
}


def _links(corpus: mk.Corpus) -> pd.DataFrame:
    return mk.link_quotes(mk.find_quotes(corpus), corpus)


def _origins(corpus: mk.Corpus) -> pd.DataFrame:
    quotes, attributions = mk.find_quotes(corpus), mk.find_attributions(corpus)
    links, passages = mk.link_quotes(quotes, corpus), mk.find_passages(corpus)
    return mk.trace_origins(corpus, quotes=quotes, attributions=attributions, links=links, passages=passages)


MADE: dict[str, tuple[Table, Callable[[mk.Corpus], pd.DataFrame]]] = {
    "corpus.articles": (ARTICLES, lambda corpus: corpus.articles.drop(columns="rights")),  # a column of the seeds' manifest
    "corpus.lines": (LINES, lambda corpus: corpus.lines),
    "corpus.problems": (PROBLEMS, lambda corpus: corpus.problems),
    "corpus.corrections": (CORRECTIONS, lambda corpus: corpus.corrections),
    "split_sentences": (SENTENCES, mk.split_sentences),
    "find_dates": (DATES, mk.find_dates),
    "score_sentences": (SENTENCE_SCORES, mk.score_sentences),
    "compare_engines": (ENGINES, mk.compare_engines),
    "find_quotes": (QUOTES, mk.find_quotes),
    "find_attributions": (ATTRIBUTIONS, mk.find_attributions),
    "link_quotes": (QUOTE_LINKS, _links),
    "list_wordings": (WORDINGS, lambda corpus: mk.list_wordings(_links(corpus), mk.find_quotes(corpus))),
    "wording_members": (WORDING_MEMBERS, lambda corpus: mk.wording_members(_links(corpus), mk.find_quotes(corpus))),
    "find_passages": (PASSAGES, mk.find_passages),
    "reuse_matrix": (REUSE_MATRIX, lambda corpus: mk.reuse_matrix(_links(corpus), mk.find_passages(corpus), corpus)),
    "trace_origins": (ORIGINS, _origins),
    "group_stories": (STORY_MEMBERS, mk.group_stories),
    "describe_stories": (STORIES, lambda corpus: mk.describe_stories(mk.group_stories(corpus), corpus)),
    "measure": (VALUES, mk.measure),
    "measure of the outlet's own words": (VALUES, lambda corpus: mk.measure(corpus, quoted="own")),
    "measure by textstat": (VALUES, lambda corpus: mk.measure(corpus, engine="textstat")),
    "summarize": (SUMMARY, lambda corpus: mk.summarize(mk.measure(corpus))),
    "compare": (DIFFERENCES, lambda _: _compared()),
    "summarize by article": (SUMMARY, lambda corpus: mk.summarize(mk.measure(corpus), by="article")),
}


def _compared() -> pd.DataFrame:
    """Two invented outlets on one story each: the seeds name no story."""
    values = mk.measure(mk.read_texts({"Herald": "The ferry stopped.", "Courier": "No ferry ran today."}), ["word_count"])
    return compare(values.assign(story_id="ferry"), reference="Herald")


every_table = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
every_function = pytest.mark.parametrize(("table", "function"), MADE.values(), ids=MADE.keys())


def test_these_are_the_tables_and_their_columns() -> None:
    assert {name: table.names for name, table in TABLES.items()} == {name: columns.split() for name, columns in COLUMNS.items()}


@every_table
def test_every_column_says_what_it_means(table: Table) -> None:
    assert all(column.meaning for column in table.columns)
    assert len(set(table.names)) == len(table.names)


@pytest.mark.parametrize(
    "name", ["lines", "sentences", "dates", "values", "quotes", "attributions", "quote_links", "passages", "origins"]
)
def test_tables_made_from_articles_begin_with_article_story_and_outlet(name: str) -> None:
    assert TABLES[name].names[:4] == LEAD


@every_function
def test_a_function_returns_exactly_the_columns_of_its_contract(
    corpus: mk.Corpus, table: Table, function: Callable[[mk.Corpus], pd.DataFrame]
) -> None:
    assert [*function(corpus).columns] == table.names


@every_function
def test_a_function_returns_the_types_of_its_contract_also_for_no_articles(
    corpus: mk.Corpus, table: Table, function: Callable[[mk.Corpus], pd.DataFrame]
) -> None:
    types = make([], table).dtypes
    pd.testing.assert_series_equal(function(corpus).dtypes, types)
    pd.testing.assert_series_equal(function(corpus.select(ids=[])).dtypes, types)


@every_table
def test_make_without_rows_keeps_columns_and_types(table: Table) -> None:
    empty = make([], table)
    assert (len(empty), [*empty.columns]) == (0, table.names)
    assert [str(dtype) for dtype in empty.dtypes] == [str(pd.Series([], dtype=column.dtype).dtype) for column in table.columns]


def test_make_puts_rows_under_their_columns_and_keeps_what_is_missing_missing() -> None:
    made = make(
        [("a.txt", 3, None, "no text", "delete it", "flagged"), ("b.txt", None, "url", "no url", "add it", "skipped")], PROBLEMS
    )
    assert made["path"].tolist() == ["a.txt", "b.txt"]
    assert made["line"].isna().tolist() == [False, True]
    assert made["line"].dtype == "Int64"
    assert made["line"].iat[0] == 3
    assert made["field"].isna().tolist() == [True, False]


def test_make_takes_any_iterable() -> None:
    assert len(make(iter([("a", None, None, "b", "c", "d")]), PROBLEMS)) == 1


@pytest.mark.parametrize(
    "row", [("a.txt",), ("a.txt", 3, None, "no text", "delete it", "flagged", "more")], ids=["too few", "too many"]
)
def test_make_refuses_a_row_of_another_length(row: tuple[object, ...]) -> None:
    with pytest.raises(ValueError, match="zip"):
        make([row], PROBLEMS)


def test_check_says_what_is_missing_where_and_how_to_mend_it() -> None:
    with pytest.raises(ContractError) as refused:
        check(pd.DataFrame({"path": [], "zeile": []}), PROBLEMS)
    assert str(refused.value).splitlines() == [
        "the problems table lacks: line, field, what, mend, fate",
        "  where: columns: path, zeile",
        "  to mend: pass the table as mediakit made it, or rename your columns",
    ]


def test_check_returns_the_table_itself_with_columns_of_ones_own_kept() -> None:
    frame = make([], PROBLEMS).assign(note="mine")
    assert check(frame, PROBLEMS) is frame


def test_check_minds_no_order_of_columns() -> None:
    frame = make([], PROBLEMS)[PROBLEMS.names[::-1]]
    assert check(frame, PROBLEMS) is frame


@pytest.mark.parametrize("value", [None, pd.NA, float("nan"), pd.NaT], ids=repr)
def test_these_cells_are_missing(value: object) -> None:
    assert missing(value)


@pytest.mark.parametrize("value", [0, "", False, "nan", [], ["duplicate"], ["duplicate", "stub"]], ids=repr)
def test_these_cells_are_not_missing(value: object) -> None:
    assert not missing(value)


def test_rows_are_read_by_column_name() -> None:
    (row,) = rows_of(make([("a.txt", 3, None, "no text", "delete it", "flagged")], PROBLEMS))
    assert (row.path, row.line, row.what) == ("a.txt", 3, "no text")


def test_the_cells_of_a_row_are_plain_values_with_lists_as_lists_and_na_where_one_is_missing() -> None:
    cells = {"n": ([1, None], "Int64"), "text": (["a", None], TEXT), "many": ([["x"], None], LIST)}
    frame = pd.DataFrame({name: pd.Series(column, dtype=dtype) for name, (column, dtype) in cells.items()})
    assert [[*row] for row in rows_of(frame)] == [[1, "a", ["x"]], [pd.NA, pd.NA, pd.NA]]
    assert [type(cell) for cell in next(rows_of(frame))] == [int, str, list]


def test_plain_rows_hold_none_where_a_value_is_missing() -> None:
    frame = make([("a.txt", None, None, "no text", "delete it", "flagged")], PROBLEMS)
    assert [*plain_rows(frame)] == [("a.txt", None, None, "no text", "delete it", "flagged")]


@every_function
def test_missing_is_never_an_empty_text(corpus: mk.Corpus, table: Table, function: Callable[[mk.Corpus], pd.DataFrame]) -> None:
    texts = function(corpus).select_dtypes("string")
    assert not (texts == "").any(axis=None)


def test_every_table_is_made_by_a_function() -> None:
    assert {table.name for table, _ in MADE.values()} == set(TABLES)


def test_a_table_read_back_from_csv_is_the_table_that_was_written() -> None:
    read = mk.read_texts(
        {"Herald": "According to AP, Hill said that the pier was “rotten” and may close.", "Post": "No ferry ran."}
    )
    made = mk.find_attributions(read)
    lists = {name: [json.dumps([*cell]) for cell in made[name]] for name in ("spans", "hedges", "carriers", "candidates")}
    again = pd.read_csv(io.StringIO(made.assign(**lists).to_csv(index=False)))
    pd.testing.assert_frame_equal(check(again, ATTRIBUTIONS), made)
    assert repr(mk.show_quotes(read, mk.find_quotes(read), again)) == repr(mk.show_quotes(read, mk.find_quotes(read), made))


def test_a_table_that_keeps_to_the_contract_is_passed_on_as_it_is() -> None:
    quotes = mk.find_quotes(mk.read_texts({"Herald": "“The pier is shut,” said Hill."}))
    assert check(quotes, QUOTES) is quotes


def test_what_is_no_table_and_a_cell_that_is_no_position_are_said() -> None:
    with pytest.raises(ContractError, match="the quotes table is no table"):
        mk.link_quotes([1, 2])  # type: ignore[arg-type]
    quotes = mk.find_quotes(mk.read_texts({"Herald": "“The pier is shut,” said Hill."}))
    with pytest.raises(ContractError, match="begin"):
        mk.link_quotes(quotes.assign(begin="here"))
