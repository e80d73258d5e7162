"""Who said what: stretches between quotation marks, and statements tied to a source."""

from __future__ import annotations

from mediakit.tables.column import BEGIN, COUNT, END, FLAG, LEAD, LIST, PART, TEXT, Column, Table

_CUE = (
    Column("cue", TEXT, "the words that tie the statement to its source, as printed"),
    Column("cue_begin", COUNT, "first position of the cue", "character"),
    Column("cue_end", COUNT, "just after the cue", "character"),
)
_WAY = (
    Column("carriers", LIST, "the media through which the statement came, outermost first; ? where one is missing"),
    Column("candidates", LIST, "who else it could have been, best first"),
    Column("rule", TEXT, "the rule that decided"),
    Column("confidence", TEXT, "certain, likely or check (worth a look)"),
)

QUOTES = Table(
    "quotes",
    "stretch between one pair of quotation marks in one paragraph",
    (
        *LEAD,
        Column("quote_no", COUNT, "place in the article, from 1"),
        PART,
        Column("begin", COUNT, "first position inside the marks", "character"),
        Column("end", COUNT, "just after the last position inside the marks", "character"),
        Column("text", TEXT, "what stands inside the marks, as printed"),
        Column("form", TEXT, "full (a sentence of its own), partial (part of the article's own sentence) or word"),
        Column("closed", FLAG, "False where no mark closes it; it then ends with its paragraph"),
        Column("attribution_no", COUNT, "the statement it belongs to, in attributions; NA where there is none"),
        Column("speaker", TEXT, "who said it, in the words of the text; NA where the text does not say"),
        Column("speaker_begin", COUNT, "first position of the speaker's mention", "character"),
        Column("speaker_end", COUNT, "just after the speaker's mention", "character"),
        Column("speaker_name", TEXT, "the name the mention stands for; NA where it could not be told"),
        Column("speaker_basis", TEXT, "where speaker_name comes from: text, other outlet or user; NA where it is NA"),
        *_CUE,
        *_WAY,
    ),
)

ATTRIBUTIONS = Table(
    "attributions",
    "statement tied to a source",
    (
        *LEAD,
        Column("attribution_no", COUNT, "place in the article, from 1"),
        PART,
        Column("kind", TEXT, "direct (all inside quotation marks), indirect (none of it) or mixed"),
        BEGIN,
        END,
        Column("spans", LIST, "the pieces of the statement, each as begin:end", "character"),
        Column("source", TEXT, "who or what it is tied to, in the words of the text; NA where the text does not say"),
        Column("source_begin", COUNT, "first position of the source's mention", "character"),
        Column("source_end", COUNT, "just after the source's mention", "character"),
        Column("source_name", TEXT, "the name the mention stands for; NA where it could not be told"),
        Column("identification", TEXT, "how the source is identified: named_person, named_organisation, medium, document, "
               "unnamed_person, unnamed_group, bare (reports, reportedly) or none"),
        Column("role", TEXT, "what it is: government_military, intelligence, politician, business, expert, civil_society, "
               "citizen_witness, state_medium, medium_agency, document or unknown"),
        Column("anonymity_reason", TEXT, "for an unnamed source, whether the text says why: given, generic or none"),
        *_CUE,
        Column("cue_class", TEXT, "neutral, announcing, endorsing, distancing, conceding, intensifying, speculative, "
               "conflict or manner"),
        Column("cue_contested", FLAG, "True where dictionaries and style guides disagree about the class"),
        Column("lexicon_entry", TEXT, "the entry of the lexicon that fired"),
        Column("hedges", LIST, "words that soften the statement, as printed"),
        *_WAY,
    ),
)  # fmt: skip
