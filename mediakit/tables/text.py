"""What stands in the texts, sentence by sentence and date by date."""

from __future__ import annotations

from mediakit.tables.column import BEGIN, COUNT, END, FLAG, LEAD, LIST, NUMBER, PART, TEXT, Column, Table

SENTENCES = Table(
    "sentences",
    "sentence",
    (
        *LEAD,
        Column("sentence_no", COUNT, "place in the article, from 1"),
        PART,
        BEGIN,
        END,
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

DATES = Table(
    "dates",
    "date that a text names",
    (
        *LEAD,
        BEGIN,
        END,
        Column("text", TEXT, "the date as printed"),
        Column("value", TEXT, "the date in ISO 8601 (2025-W12 a week, 2025-Q1 a quarter); NA where it cannot be told"),
        Column("granularity", TEXT, "how exact it is worded: day, week, month, quarter, season, year or decade"),
        Column("base", TEXT, "the date that value was counted from; NA where it was not needed or is not known"),
        Column("base_basis", TEXT, "where base comes from: the basis of published, or line for a dateline of the text"),
        Column("kind", TEXT, "event; report (when something was said); page (of the page itself); "
               "other (quoted, or coarser than a day)"),
    ),
)  # fmt: skip
