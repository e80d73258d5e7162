"""The same words elsewhere: quotations, their wordings, passages, and where they may come from."""

from __future__ import annotations

from mediakit.tables.column import BEGIN, COUNT, END, FLAG, LEAD, LIST, NUMBER, TEXT, Column, Table

_OTHER = (
    Column("other_article_id", TEXT, "the other article"),
    Column("other_outlet", TEXT, "who published the other article; NA when not known"),
)
_OTHER_PLACE = (
    Column("other_begin", COUNT, "first position in the other article's text", "character"),
    Column("other_end", COUNT, "just after the last position there", "character"),
)

QUOTE_LINKS = Table(
    "quote_links",
    "pair of stretches with the same words",
    (
        *LEAD,
        Column("group_no", COUNT, "the quotation both are a copy of, numbered through the table"),
        Column("quote_no", COUNT, "the stretch, in quotes"),
        BEGIN,
        END,
        *_OTHER,
        Column("other_quote_no", COUNT, "the stretch there; NA where it stands outside quotation marks"),
        *_OTHER_PLACE,
        Column("coverage", NUMBER, "share of the shorter text, its rare words counting more, that stands in the other", "share"),
        Column("change", TEXT, "the weightiest of changes"),
        Column("changes", LIST, "how the two differ: same, punct, case, spelling, typo, contraction, truncated_start, "
               "truncated_end, partial, ellipsis, bracket, dropped, substituted, tense, number, negated, merged, reordered or "
               "possible_paraphrase"),
        Column("silent", FLAG, "True where words are lost inside the marks of one of the two and nothing shows it"),
        Column("lost", LIST, "words inside the longer one that the shorter lacks, run by run; what is cut at either end is not "
               "listed"),
        Column("meaning", LIST, "changes that can turn the meaning: negation, number, dropped item"),
        Column("changed_from", LIST, "words of this stretch that read otherwise there, run by run; empty where only the other, "
               "shorter one has words"),
        Column("changed_to", LIST, "what stands there instead, in the same order"),
    ),
)  # fmt: skip

WORDINGS = Table(
    "wordings",
    "distinct wording in a group of quotations",
    (
        Column("group_no", COUNT, "the quotation it is a wording of"),
        Column("wording_no", COUNT, "place in its group, from 1"),
        Column("text", TEXT, "the wording, as printed where it stands first"),
        Column("n_articles", COUNT, "articles that print it so", "articles"),
        Column("n_outlets", COUNT, "outlets known to print it so, each unknown one counted as one", "outlets"),
        Column("first_published", TEXT, "earliest date among them; NA while none is known"),
        Column("is_reference", FLAG, "True for the wording the user chose to compare with"),
    ),
)

WORDING_MEMBERS = Table(
    "wording_members",
    "quotation in a wording",
    (
        *LEAD,
        Column("group_no", COUNT, "the quotation it is a copy of"),
        Column("wording_no", COUNT, "the wording, in wordings"),
        Column("quote_no", COUNT, "the stretch, in quotes"),
    ),
)

PASSAGES = Table(
    "passages",
    "stretch that two articles share",
    (
        *LEAD,
        BEGIN,
        END,
        *_OTHER,
        *_OTHER_PLACE,
        Column("n_words", COUNT, "words of the stretch", "words"),
        Column("coverage", NUMBER, "share of its words, a function word counting a third, that stand in the other", "share"),
        Column("longest_run", COUNT, "most words in a row that are the same", "words"),
        Column(
            "credited",
            FLAG,
            "True where one article credits the other's outlet, or both credit the same source",
        ),
        Column(
            "kind",
            TEXT,
            "text (copied, whatever its order), or what is no copying by itself: quotation (both quote the same words), names, "
            "boilerplate (in more than 30 % of an outlet's articles) or same outlet",
        ),
    ),
)

REUSE_MATRIX = Table(
    "reuse_matrix",
    "pair of outlets",
    (
        Column("outlet", TEXT, "the outlet, as shown"),
        Column("other_outlet", TEXT, "the other outlet, as shown"),
        Column("quotes_shared", COUNT, "quotations that both print, in whatever wording", "quotations"),
        Column("words_shared", COUNT, "words of outlet that stand in other_outlet too", "words"),
        Column("share_of_words", NUMBER, "words_shared over the words of outlet in these stories", "share"),
        Column("share_uncredited", NUMBER, "share of words_shared without a credit", "share"),
        Column("n_stories", COUNT, "stories that both report", "stories"),
    ),
)

ORIGINS = Table(
    "origins",
    "article and possible origin",
    (
        *LEAD,
        Column("origin", TEXT, "where it may come from: a name in the text, or another article's outlet; NA: cannot tell"),
        Column("evidence", TEXT, "credit line, dateline, according to, own reporting, shared text, shared quotations, shared "
               "numbers and names, or fact order; NA where there is none"),
        BEGIN,
        END,
        Column("strength", TEXT, "certain, likely or check (worth a look)"),
        Column("other_article_id", TEXT, "the article that it shares this with; NA where its own text says so"),
        Column("reason", TEXT, "the evidence in words"),
        Column("independent_low", COUNT, "independent origins behind the articles of the story, at least", "origins"),
        Column("independent_high", COUNT, "independent origins behind the articles of the story, at most", "origins"),
    ),
)  # fmt: skip
