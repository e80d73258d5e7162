"""The tables that reading makes: articles, lines, corrections, problems."""

from __future__ import annotations

from mediakit.tables.column import COUNT, LEAD, LIST, TEXT, Column, Table, basis

ARTICLES = Table(
    "articles",
    "article",
    (
        LEAD[0],
        LEAD[1],
        basis("story"),
        LEAD[2],
        LEAD[3],
        Column("outlet_label", TEXT, "the outlet as shown; an article without one stands alone as unknown (…)"),
        basis("outlet"),
        Column("outlet_evidence", TEXT, "the words or the field that the outlet was taken from"),
        Column("title", TEXT, "headline"),
        basis("title"),
        Column("byline", TEXT, "who signed the article, as printed"),
        basis("byline"),
        Column("published", TEXT, "date of publication, ISO 8601, as exact as it is known"),
        Column("published_granularity", TEXT, "how exact published is: day, month or year"),
        basis("published"),
        Column("url", TEXT, "address the article was read at"),
        basis("url"),
        Column("original_source", TEXT, "the source credited by the article itself; a credit, never the outlet"),
        basis("original_source"),
        Column("language", TEXT, "ISO 639-1 code of the body's language; NA when too little text tells"),
        basis("language"),
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

CORRECTIONS = Table(
    "corrections",
    "decision of a user",
    (
        Column("table", TEXT, "lines (for a label), quotes (for a speaker) or articles (for a field)"),
        Column("article_id", TEXT, "the article it is about"),
        Column("begin", COUNT, "begin of the line or quotation, for lines and quotes", "character"),
        Column("end", COUNT, "end of the line or quotation, for lines and quotes", "character"),
        Column("field", TEXT, "label for lines, speaker for quotes; a column of articles otherwise"),
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
