"""From records to the articles table: every value with where it comes from, and no value without one.

A field is taken from the first of: a user's correction, the manifest, the record's own fields (a
column of its file), the address it was read at, a line of the text that says it in so many words.
What none of them gives stays unknown.
"""

from mediakit.articles.copies import copies_of, say_copies
from mediakit.articles.from_record import article_id_of, draft
from mediakit.articles.labels import Labels
from mediakit.articles.looks import may_tell
from mediakit.articles.parts import BESIDE, PARTS, WHOLE_TEXT, Placed, Span
from mediakit.articles.rows import Rows
from mediakit.articles.table import articles_table
from mediakit.articles.texts import Texts

__all__ = [
    "BESIDE",
    "PARTS",
    "WHOLE_TEXT",
    "Labels",
    "Placed",
    "Rows",
    "Span",
    "Texts",
    "article_id_of",
    "articles_table",
    "copies_of",
    "draft",
    "may_tell",
    "say_copies",
]
