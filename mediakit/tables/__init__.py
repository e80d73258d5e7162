"""The contract of every table: its columns, their types, meanings and units, as data.

The checks, the exported files and the generated codebook all read these pages and nothing else.
"""

from mediakit.tables.column import COUNT, FLAG, LEAD, LIST, NUMBER, PART, TEXT, Column, Table
from mediakit.tables.corpus import ARTICLES, CORRECTIONS, LINES, PROBLEMS
from mediakit.tables.frames import check, check_columns, make, missing, named_rows, plain_rows, rows_of
from mediakit.tables.quotes import ATTRIBUTIONS, QUOTES
from mediakit.tables.reuse import ORIGINS, PASSAGES, QUOTE_LINKS, REUSE_MATRIX, WORDING_MEMBERS, WORDINGS
from mediakit.tables.stories import STORIES, STORY_MEMBERS
from mediakit.tables.text import DATES, SENTENCE_SCORES, SENTENCES
from mediakit.tables.values import DIFFERENCES, ENGINES, SUMMARY, VALUES

TABLES = {
    table.name: table
    for table in (
        ARTICLES, LINES, SENTENCES, SENTENCE_SCORES, QUOTES, ATTRIBUTIONS, QUOTE_LINKS, WORDINGS, WORDING_MEMBERS, PASSAGES,
        REUSE_MATRIX, STORY_MEMBERS, STORIES, ORIGINS, DATES, VALUES, SUMMARY, DIFFERENCES, ENGINES, CORRECTIONS, PROBLEMS,
    )
}  # fmt: skip

#: those that a corpus alone gives; the others need a choice: with which outlet to compare, by which engine
EXPORTED = tuple(name for name in TABLES if name not in ("differences", "engines"))

__all__ = [
    "ARTICLES", "ATTRIBUTIONS", "CORRECTIONS", "COUNT", "DATES", "DIFFERENCES", "ENGINES", "EXPORTED", "FLAG", "LEAD",
    "LINES", "LIST",    "NUMBER", "ORIGINS", "PART", "PASSAGES", "PROBLEMS", "QUOTES", "QUOTE_LINKS", "REUSE_MATRIX", "SENTENCES",
    "SENTENCE_SCORES", "STORIES", "STORY_MEMBERS", "SUMMARY", "TABLES", "TEXT", "VALUES", "WORDINGS", "WORDING_MEMBERS",
    "Column", "Table", "check", "check_columns", "make", "missing", "named_rows", "plain_rows", "rows_of",
]  # fmt: skip
