"""The contract of every table: its columns, their types, meanings and units, as data.

The checks, the exported files and the generated codebook all read this page and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa

from mediakit.errors import ContractError

TEXT, COUNT, NUMBER, FLAG = "string[pyarrow]", "Int64", "Float64", "boolean"  # each of them holds NA
LIST = pd.ArrowDtype(pa.list_(pa.string()))


class Column(NamedTuple):
    """One column: its name, type, what it means, and its unit where it has one."""

    name: str
    dtype: str | pd.ArrowDtype
    meaning: str
    unit: str = ""


class Table(NamedTuple):
    """One table: its name, what one row stands for, and its columns in order."""

    name: str
    one_row_per: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """The column names, in order."""
        return [column.name for column in self.columns]


def _basis(of: str) -> Column:
    return Column(
        f"{of}_basis",
        TEXT,
        f"where {of} comes from: manifest, url, meta, line, text, filename, user or grouped; NA where {of} is NA",
    )


LEAD = (
    Column("article_id", TEXT, "stable name of the article: its path below the corpus folder, #n for record n"),
    Column("story_id", TEXT, "the event reported, shared between outlets; NA while nobody has said"),
    Column("outlet", TEXT, "who published the article; NA when not known"),
    Column("outlet_key", TEXT, "what grouping by outlet uses; NA when the outlet is not known"),
)
PART = Column("part", TEXT, "title, dek or body")

ARTICLES = Table(
    "articles",
    "article",
    (
        LEAD[0],
        LEAD[1],
        _basis("story"),
        LEAD[2],
        LEAD[3],
        Column("outlet_label", TEXT, "the outlet as shown; an article without one stands alone as unknown (…)"),
        _basis("outlet"),
        Column("outlet_evidence", TEXT, "the words or the field that the outlet was taken from"),
        Column("title", TEXT, "headline"),
        _basis("title"),
        Column("byline", TEXT, "who signed the article, as printed"),
        _basis("byline"),
        Column("published", TEXT, "date of publication, ISO 8601, as exact as it is known"),
        Column("published_granularity", TEXT, "how exact published is: day, month or year"),
        _basis("published"),
        Column("url", TEXT, "address the article was read at"),
        _basis("url"),
        Column("original_source", TEXT, "the source credited by the article itself; a credit, never the outlet"),
        _basis("original_source"),
        Column("language", TEXT, "ISO 639-1 code of the body's language; NA when too little text tells"),
        _basis("language"),
        Column("flags", LIST, "what a reader should know before using the article, such as duplicate"),
        Column("duplicate_group", COUNT, "articles with the same text share a number; NA when the text stands once"),
        Column("path", TEXT, "file the article was read from, below the corpus folder"),
        Column("sha256", TEXT, "checksum of text, in UTF-8"),
        Column("text", TEXT, "as decoded, never changed; every begin and end points into it"),
    ),
)

LINES = Table(
    "lines",
    "line of an article's text",
    (
        *LEAD,
        Column("line_no", COUNT, "place in the article, from 1"),
        Column("begin", COUNT, "first position of the line in articles.text", "character"),
        Column("end", COUNT, "just after its newline; the lines joined are the text", "character"),
        Column("label", TEXT, "what the line is: title, dek, byline, date, body, subhead, caption, source_credit, bio, "
               "related, comment_form, share, legal, blank or other"),
        Column("rule", TEXT, "the rule that decided"),
        Column("confidence", TEXT, "certain, likely or check (worth a look)"),
        Column("decided_by", TEXT, "rule, or user where a correction was applied"),
        Column("why", TEXT, "the rule in words, or the reason the user gave"),
    ),
)  # fmt: skip

SENTENCES = Table(
    "sentences",
    "sentence",
    (
        *LEAD,
        Column("sentence_no", COUNT, "place in the article, from 1"),
        PART,
        Column("begin", COUNT, "first position in articles.text", "character"),
        Column("end", COUNT, "just after the last position", "character"),
        Column("n_words", COUNT, "words in the sentence", "words"),
    ),
)

SENTENCE_SCORES = Table(
    "sentence_scores",
    "sentence",
    (
        *SENTENCES.columns[:-1],
        Column("n_words", COUNT, "words in the sentence; NA in a language without spaces between words", "words"),
        Column("n_letters", COUNT, "letters and digits", "letters"),
        Column("n_long_words", COUNT, "words of more than six letters", "words"),
        Column("n_syllables", COUNT, "syllables; NA, as all that follow up to hard_words, unless status is ok", "syllables"),
        Column("n_polysyllables", COUNT, "words of three syllables or more", "words"),
        Column("n_complex_words", COUNT, "words of three syllables or more but for names, compounds, -es, -ed, -ing", "words"),
        Column("n_hard_words", COUNT, "words off the Dale–Chall list in every regular form, but for names", "words"),
        Column("n_new_hard_words", COUNT, "hard words that have not stood in the hundred words before", "words"),
        Column("hard_words", LIST, "the hard words, as printed"),
        Column("quoted_share", NUMBER, "share of the sentence's words inside quotation marks", "share"),
        Column("quoted", FLAG, "True where more than half of its words stand inside quotation marks"),
        Column("status", TEXT, "ok, or why syllables and hard words are missing: other language, language unknown"),
    ),
)  # fmt: skip

VALUES = Table(
    "values",
    "article and measure",
    (
        *LEAD,
        Column("measure", TEXT, "name of the measure; list_measures() says what it is"),
        Column("value", NUMBER, "the measurement; NA unless status is ok", "as the measure's unit"),
        Column("n", COUNT, "how many words or sentences the value rests on", "words or sentences"),
        Column("status", TEXT, "ok, or why there is no value: no text, too short, other language, language unknown, "
               "no title, sentences unclear, not defined, not in this engine; or the flag of an article left out: truncated, "
               "masked, stub, metadata only; or duplicate, where each text was to count once"),
        Column("low", NUMBER, "lower end of the interval", "as value"),
        Column("high", NUMBER, "upper end of the interval", "as value"),
        Column("interval_method", TEXT, "how the interval was made; NA where there is none"),
        Column("recipe", TEXT, "measure, version and options in one line"),
    ),
)  # fmt: skip

SUMMARY = Table(
    "summary",
    "group and measure",
    (
        Column("group", TEXT, "the outlet as shown, or the article"),
        Column("measure", TEXT, "name of the measure"),
        Column("estimate", NUMBER, "mean over stories, or over articles while stories are not known", "as the measure's unit"),
        Column("low", NUMBER, "lower end of the interval", "as estimate"),
        Column("high", NUMBER, "upper end of the interval", "as estimate"),
        Column("n_stories", COUNT, "known stories the estimate rests on; NA while no story is known", "stories"),
        Column("n_articles", COUNT, "articles the estimate rests on", "articles"),
        Column("n_left_out", COUNT, "articles of the group whose status is not ok", "articles"),
        Column("method", TEXT, "what the estimate and the interval are"),
        Column("recipe", TEXT, "how the values were made"),
    ),
)

DIFFERENCES = Table(
    "differences",
    "outlet and measure",
    (
        Column("outlet", TEXT, "the outlet compared, as shown"),
        Column("reference", TEXT, "the outlet it is compared with"),
        Column("measure", TEXT, "name of the measure"),
        Column("estimate", NUMBER, "mean over stories of outlet minus reference", "as the measure's unit"),
        Column("low", NUMBER, "lower end of the 95 % t interval over stories; NA below 3 stories", "as estimate"),
        Column("high", NUMBER, "upper end of the interval", "as estimate"),
        Column("n_stories", COUNT, "stories both reported and have a value for", "stories"),
        Column("n_dropped", COUNT, "stories that only one of the two reported, or has a value for", "stories"),
        Column("hedges_g", NUMBER, "difference over the average standard deviation, corrected for few stories"),
        Column("share_same_sign", NUMBER, "share of the stories whose difference has the sign of the estimate", "share"),
        Column("p", NUMBER, "exact sign-flip test of the mean difference; NA below 6 stories", "probability"),
        Column("p_adjusted", NUMBER, "p after Holm's correction over all rows of the table", "probability"),
        Column("verdict", TEXT, "higher, lower, cannot be told apart, or too few stories"),
        Column("recipe", TEXT, "how the values were made"),
    ),
)

ENGINES = Table(
    "engines",
    "article and measure",
    (
        *LEAD,
        Column("measure", TEXT, "name of the measure; list_measures() says what it is"),
        Column("mediakit", NUMBER, "the value by mediakit's counts and the published formula; NA unless its status is ok",
               "as the measure's unit"),
        Column("textstat", NUMBER, "what textstat's function gives on the same text; NA unless its status is ok",
               "as the measure's unit"),
        Column("difference", NUMBER, "textstat minus mediakit", "as the measure's unit"),
        Column("mediakit_status", TEXT, "ok, or why mediakit gives no value"),
        Column("textstat_status", TEXT, "ok, or why there is no value by textstat"),
        Column("reason", TEXT, "what the two do differently in this article; NA where they agree or a value is missing"),
        Column("recipe", TEXT, "measure, version and options in one line"),
    ),
)  # fmt: skip

DATES = Table(
    "dates",
    "date that a text names",
    (
        *LEAD,
        Column("begin", COUNT, "first position in articles.text", "character"),
        Column("end", COUNT, "just after the last position", "character"),
        Column("text", TEXT, "the date as printed"),
        Column("value", TEXT, "the date in ISO 8601 (2025-W12 a week, 2025-Q1 a quarter); NA where it cannot be told"),
        Column("granularity", TEXT, "how exact it is worded: day, week, month, quarter, season, year or decade"),
        Column("base", TEXT, "the date that value was counted from; NA where it was not needed or is not known"),
        Column("base_basis", TEXT, "where base comes from: the basis of published, or line for a dateline of the text"),
        Column("kind", TEXT, "event; report (when something was said); page (of the page itself); "
               "other (quoted, or coarser than a day)"),
    ),
)  # fmt: skip

CORRECTIONS = Table(
    "corrections",
    "decision of a user",
    (
        Column("table", TEXT, "lines (for a label) or articles (for a field)"),
        Column("article_id", TEXT, "the article it is about"),
        Column("begin", COUNT, "begin of the line, for lines", "character"),
        Column("end", COUNT, "end of the line, for lines", "character"),
        Column("field", TEXT, "label for lines; a column of articles otherwise"),
        Column("value", TEXT, "what it should be; empty means not known"),
        Column("reason", TEXT, "why"),
        Column("who", TEXT, "who decided"),
        Column("when", TEXT, "when, as written"),
        Column("text_sha256", TEXT, "checksum of the text it was decided on; a stale one is not applied"),
    ),
)

PROBLEMS = Table(
    "problems",
    "fault in the input",
    (
        Column("path", TEXT, "file, below the corpus folder"),
        Column("line", COUNT, "line or record in the file, where there is one"),
        Column("field", TEXT, "the field at fault, where there is one"),
        Column("what", TEXT, "what is wrong"),
        Column("mend", TEXT, "what to do about it"),
        Column("fate", TEXT, "repaired or flagged (loaded all the same), quarantined or skipped (not loaded)"),
    ),
)

TABLES = {
    table.name: table
    for table in (
        ARTICLES, LINES, SENTENCES, SENTENCE_SCORES, DATES, VALUES, SUMMARY, DIFFERENCES, ENGINES, CORRECTIONS, PROBLEMS,
    )
}  # fmt: skip


def check(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Return frame unchanged, or say exactly how it breaks the contract.

    Raises ContractError when a column of the contract is missing. Further columns are kept.
    """
    missing = [name for name in table.names if name not in frame]
    if missing:
        raise ContractError(
            f"the {table.name} table lacks: {', '.join(missing)}",
            where=f"columns: {', '.join(map(str, frame.columns))}",
            mend="pass the table as mediakit made it, or rename your columns",
        )
    return frame


def make(rows: Iterable[tuple[object, ...]], table: Table) -> pd.DataFrame:
    """A frame with the contract's columns and types, also when there are no rows."""
    columns = list(zip(*rows, strict=True)) or [()] * len(table.columns)
    return pd.DataFrame(
        {column.name: pd.Series(list(cells), dtype=column.dtype) for column, cells in zip(table.columns, columns, strict=True)}
    )


def missing(value: object) -> bool:
    """Whether a cell holds no value.

    >>> missing(pd.NA), missing(0)
    (True, False)
    """
    return pd.api.types.is_scalar(value) and bool(pd.isna(value))  # type: ignore[call-overload]  # a list is never missing


def rows_of(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame, their cells by column name."""
    yield from frame.itertuples(index=False)


def plain_rows(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """The rows of a frame as plain Python values, None where a value is missing."""
    columns = [frame[name].astype(object).where(frame[name].notna(), None) for name in frame]
    return zip(*columns, strict=True)
