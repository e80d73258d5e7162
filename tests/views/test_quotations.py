"""The article with its quotations and sources marked; behind each mark who says it, through whom, by which rule."""

import re

import mediakit as mk
from tests.views.said import attributions, corpus, quotes


def shown() -> str:
    return mk.show_quotes(corpus(), quotes(), attributions())._repr_html_()


def test_quotations_sources_and_cues_are_marked() -> None:
    assert '<span class="mk-quoted mk-full">The pier is shut,</span>' in shown()
    assert '<span class="mk-source">Ada Obi</span>' in shown()
    assert '<span class="mk-cue">claimed</span>' in shown()


def test_a_stretch_that_nobody_says_is_marked_and_listed_apart() -> None:
    assert '<span class="mk-unsaid mk-told">a fortune</span>' in shown()
    assert "<li>“a fortune”: a word in marks</li>" in shown()


def test_a_number_behind_each_statement_leads_to_its_entry() -> None:
    anchors = re.findall(r'href="#(mk[^"]+)"', shown())
    assert len(anchors) == 6  # one a piece; the mixed statement has two
    assert all(f'<li id="{anchor}"' in shown() for anchor in anchors)


def test_the_entry_says_who_through_whom_and_how_sure_that_is() -> None:
    entry = next(found for found in re.findall(r"<li id=.*?</li>", shown()) if "through" in found)
    words = re.sub(r"<.*?>", "", entry)
    assert words == (
        "Ada Obi, partly quoted; in the text: “She”; through the port; attributed by “said”: neutral; "
        "source: a person with a name; or the port; rule: by hand (worth a look)."
    )


def test_where_html_is_not_shown_the_statements_are_listed() -> None:
    said = repr(mk.show_quotes(corpus(), quotes(), attributions()))
    assert said.splitlines()[:2] == ["Herald", "  1. direct: Ada Obi: The pier is shut,"]


def test_markup_in_text_and_names_stays_text() -> None:
    evil = "<img src=x onerror=alert(1)>"
    hostile = mk.read_texts({"Herald": f"“{evil}” said {evil}."})
    rows = (
        attributions()
        .iloc[[0]]
        .assign(source=evil, source_name=evil, cue=evil, carriers=[[evil]], candidates=[[evil]], rule=evil)
    )
    page = mk.show_quotes(hostile, quotes().iloc[[0]].assign(text=evil), rows)._repr_html_()
    assert "<img" not in page
