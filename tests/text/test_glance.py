"""One look at many texts: what it says no to, the slower rules say no to as well."""

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.articles import may_tell
from mediakit.identity import credited_source
from mediakit.layout.possible import may_hold
from mediakit.loaders.flags import holds_notice
from mediakit.text.glance import may_hold_any

TELLING = (
    "LAGOS (AP) — Floods closed the road.", "(Reuters) - Floods closed the road.", "LONDON – Reuters – Floods closed the road.",
    "AFP", "AP/Reuters", "By AP", "BY Ama Boyle and Reuters", "Von dpa", "Source: Coast Courier",
    "Original Source : www.example.org", "Quelle: dpa", "via: Reuters", "Inputs from: PTI",
    "This article was originally published by the Coast Courier.",
    "First published in the Harbour Herald", "Republished with permission from the Coast Courier.",
    "The post Ferry halted by cracks appeared first on Harbour Herald.", "Subscribe to continue reading", "Log in to read more",
    "This story is for subscribers only", "Already a subscriber?", "You’ve reached your limit of free articles",
    "You have read 3 of 5 free stories", "Get unlimited digital access", "We value your privacy", "Before you continue",
    "Accept all", "Manage cookie settings", "We and our 3 partners store and/or access information on a device",
    "Error 404", "Sorry, page could not be found", "The page you were looking for has gone",
    "Access to this page has been denied", "Verify you are human", "Are you a robot?", "Please enable JavaScript",
)  # fmt: skip
PLAIN = (
    "The ferry did not sail on Monday, and nobody at the port could say why it stayed in the harbor for the whole of the day.",
    "Ama Boyle, who lives by the sea, has seen it all before.",
    "",
)
SPACES = (" ", "\u00a0", "\u2003", "\t", "  ")


def told(text: str) -> bool:
    """What the slower rules say."""
    return credited_source(text) is not None or may_hold(text, {"source_credit"}) or holds_notice(text)


@pytest.mark.parametrize("line", TELLING)
def test_a_line_that_tells_is_let_through(line: str) -> None:
    assert (told(line), may_tell(pa.array([line]))) == (True, [True])


@pytest.mark.parametrize("line", PLAIN)
def test_a_line_that_tells_nothing_is_not(line: str) -> None:
    assert (told(line), may_tell(pa.array([line]))) == (False, [False])


@given(
    lines=st.lists(st.sampled_from(TELLING + PLAIN), min_size=1, max_size=5),
    space=st.sampled_from(SPACES),
    end=st.sampled_from(["\n", "\n\n", "\r\n", "\n \t", "\x0b"]),
    capitals=st.booleans(),
)
def test_no_text_is_held_back_of_which_a_rule_knows_something(lines: list[str], space: str, end: str, capitals: bool) -> None:
    text = end.join(lines).replace(" ", space)
    text = text.upper() if capitals else text
    assert may_tell(pa.array([text]))[0] or not told(text)


def test_any_white_space_is_one_and_a_line_begins_after_a_newline() -> None:
    texts = pa.array(["The ferry.\nSource\u00a0:\u2003Reuters", "re-source: x", "VİA: Reuters"])
    assert may_hold_any(texts, [r"(?i:^\s*source\s*:)"]) == [True, False, True]
