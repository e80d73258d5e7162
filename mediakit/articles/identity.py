"""Who published an article, who signed it, whom it credits: from its address, from the lines that say so, from its byline."""

from __future__ import annotations

from mediakit.articles.draft import Draft
from mediakit.identity import credited_source, date_of_line, host_of, outlet_key, read_byline, site_of
from mediakit.identity.credits import credit_name
from mediakit.identity.outlets import another_site, is_aggregator
from mediakit.layout import Line
from mediakit.layout.furniture import LINE_RULES

_PATTERNS = {rule.name: rule.pattern for rule in LINE_RULES}


def take_address(made: Draft) -> None:
    """The site of the address the article was read at, where no outlet is given."""
    url = made.given("url")
    if url is None:
        return
    made.site = site_of(url)
    outlet, basis = made.values.get("outlet", (None, None))
    if outlet and basis == "meta" and is_aggregator(url, outlet):
        del made.values["outlet"]  # a page that shows another's article names itself
    if made.site and "outlet" not in made.values:
        made.take("outlet", made.site.key, "url")
        made.evidence = made.site.evidence


def take_canonical(made: Draft) -> None:
    """The address that a page gives as its own: another site's is where the text came from, never the outlet."""
    canonical, url = made.extras.get("canonical_url"), made.given("url")
    if not canonical:
        return
    if url is None:
        made.take("url", canonical, "meta")
        take_address(made)
        if made.values.get("outlet", ("", ""))[1] == "url":
            made.values["outlet"] = (made.values["outlet"][0], "meta")
    elif came_from := another_site(canonical, url):
        made.take("original_source", came_from, "meta")


def take_line(made: Draft, line: Line) -> None:
    """What a byline, a credit, a date or the name of the site above the headline says."""
    text = made.record.text
    words = text[line.begin : line.end].strip()
    if line.label == "byline":
        made.take("byline", _group(line.rule, "byline", words), "line")
    elif line.label == "source_credit":
        made.take("original_source", credit_name(_group(line.rule, "source", words)), "line")
    elif line.label == "date":
        made.take("published", date_of_line(words), "line")
    elif line.rule == "tagline" and made.evidence is None:
        # the first line is a web address and a second one repeats it: the site names itself
        made.take("outlet", _site_named(text, words), "line")
        if made.values.get("outlet", ("", ""))[1] == "line":
            made.evidence = f"the site's name above the headline: {words}"


def take_credit(made: Draft) -> None:
    """The source that the text credits outside a line of its own."""
    credit = credited_source(made.record.text)
    made.take("original_source", credit.name if credit else None, "line")


def settle_byline(made: Draft) -> None:
    """The people who signed; an agency in the byline is a credit. What the manifest or the user says stands as it is."""
    byline, basis = made.values.get("byline", ("", ""))
    if basis not in ("meta", "line"):
        return
    read = read_byline(byline, made.given("outlet"))
    for agency in read.agencies:
        made.take("original_source", agency, basis)
    if read.names:
        made.values["byline"] = (read.names, basis)
    else:
        del made.values["byline"]


def key_of(made: Draft) -> str | None:
    """What grouping uses: the name that a person gave; else the site of the address; else the name found."""
    outlet, basis = made.values.get("outlet", (None, None))
    if outlet and made.site and basis == "meta":
        return made.site.key
    return outlet_key(outlet) if outlet else None


def _group(rule: str, name: str, words: str) -> str:
    """The part of a line that its rule's pattern calls name, or the whole line."""
    found = _PATTERNS[rule].search(words) if rule in _PATTERNS else None
    return found[name].strip() if found and name in found.groupdict() else words


def _site_named(text: str, tagline: str) -> str | None:
    """The address that stands alone on a line and again in the tagline."""
    for line in text.split("\n"):
        host = host_of(line.strip())
        if host and host in tagline.lower():
            return host
    return None
