"""News agencies, and the names and short forms they are credited by."""

import re
from functools import cache

from mediakit.lexicons import load_lexicon

_SPACES = re.compile(r"\s+")


def agency_named(words: str) -> str | None:
    """The agency that words name, and nothing else; None where they name none.

    >>> agency_named("AP"), agency_named("dpa/lnw"), agency_named("AP Boyle") is None
    ('Associated Press', 'Deutsche Presse-Agentur', True)
    """
    plain = _SPACES.sub(" ", words).strip(" .,;:()[]–—-")
    found = _aliases().get(plain.casefold())
    if found is None and plain.count("/") == 1:  # dpa/lnw, AP/AFP: the regional service, or a second agency, behind the bar
        first, second = plain.casefold().split("/")
        known = second.strip() in _aliases() or (plain.split("/")[1].islower() and len(second) <= 4)
        found = _aliases().get(first.strip()) if known else None
    return found


@cache
def _aliases() -> dict[str, str]:
    return {row["alias"].casefold(): row["name"] for row in load_lexicon("agencies", "any").rows}


@cache
def agency_pattern(*, short: bool) -> str:
    """The agencies' names as a pattern, the longest first; short: also what has at most four letters, such as AP."""
    aliases = (row["alias"] for row in load_lexicon("agencies", "any").rows)
    kept = sorted({alias for alias in aliases if short or len(alias) > 4}, key=lambda alias: (-len(alias), alias))
    return "|".join(re.escape(alias) for alias in kept)
