"""Who published an article, who signed it, whom it credits, and when: what was given, put into one form; nothing is guessed."""

from mediakit.identity.addresses import host_of, page_address
from mediakit.identity.bylines import Byline, read_byline
from mediakit.identity.credits import Credit, credited_source, find_credits
from mediakit.identity.labels import unknown_labels
from mediakit.identity.outlets import Site, outlet_key, site_of
from mediakit.identity.published import date_of_line, why_no_date
from mediakit.text.dates import read_date

__all__ = [
    "Byline",
    "Credit",
    "Site",
    "credited_source",
    "date_of_line",
    "find_credits",
    "host_of",
    "outlet_key",
    "page_address",
    "read_byline",
    "read_date",
    "site_of",
    "unknown_labels",
    "why_no_date",
]
