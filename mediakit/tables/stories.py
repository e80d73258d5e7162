"""Which articles report one event."""

from __future__ import annotations

from mediakit.tables.column import COUNT, LEAD, LIST, NUMBER, TEXT, Column, Table

STORY_MEMBERS = Table(
    "story_members",
    "article",
    (
        LEAD[0],
        LEAD[1],
        Column("outlet", TEXT, "who published the article; NA when not known"),
        Column("outlet_key", TEXT, "what grouping by outlet uses; NA when the outlet is not known"),
        Column("basis", TEXT, "who says so: manifest, user, meta, … where the story was given, or grouped"),
        Column(
            "similarity",
            NUMBER,
            "mean similarity of words to the other articles of its story, from 0 to 1; NA where it stands alone",
        ),
        Column("warning", TEXT, "other_event where the article likely belongs to another event; NA otherwise"),
        Column("reason", TEXT, "what the warning rests on, in words; NA where there is none"),
    ),
)

STORIES = Table(
    "stories",
    "story",
    (
        Column("story_id", TEXT, "the event reported"),
        Column("label", TEXT, "the words that set it apart from the other stories"),
        Column("n_articles", COUNT, "articles that report it", "articles"),
        Column("n_outlets_low", COUNT, "outlets that report it, at least", "outlets"),
        Column("n_outlets_high", COUNT, "outlets that report it, at most", "outlets"),
        Column("first", TEXT, "earliest date of publication; NA while none is known"),
        Column("last", TEXT, "latest date of publication; NA while none is known"),
        Column("related_to", LIST, "stories that look alike but are another event"),
        Column("reason", TEXT, "why they are taken for other events, in words; NA where there is none"),
    ),
)
