"""Measurements: of articles, of groups, and of the differences between outlets."""

from __future__ import annotations

from mediakit.tables.column import COUNT, LEAD, NUMBER, TEXT, Column, Table

VALUES = Table(
    "values",
    "article and measure",
    (
        *LEAD,
        Column("measure", TEXT, "name of the measure; list_measures() says what it is"),
        Column("value", NUMBER, "the measurement; NA unless status is ok or other event", "as the measure's unit"),
        Column("n", COUNT, "how many words or sentences the value rests on", "words or sentences"),
        Column("status", TEXT, "ok, or why there is no value: no text, too short, other language, language unknown, "
               "no title, sentences unclear, not defined, not in this engine; or the flag of an article left out: truncated, "
               "masked, stub, metadata only; or duplicate, where each text was to count once; or other event: there is a value, "
               "kept out of summaries by outlet and of comparisons, as the article likely reports another event than its story"),
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
        Column("n_dropped", COUNT, "stories that only one of the two reported, or has a value for that counts", "stories"),
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
