"""Which articles report one event, for readers."""

import mediakit as mk

FERRY = "The ferry Dolphin ran onto rocks off Harbour Point on 3 May 2025. All forty aboard were rescued by lifeboats."
AGAIN = (
    "Passengers of the ferry Dolphin were rescued by lifeboats off Harbour Point on 3 May 2025. The Dolphin had hit rocks; all "
    "forty are safe."
)
BUDGET = (
    "The council passed its budget on 9 June 2025. Libraries keep their hours, bus fares rise, and the pool in Wattle Street "
    "closes."
)


def shown() -> mk.views.shown.Shown:  # type: ignore[name-defined]
    corpus = mk.read_texts({"Herald": FERRY, "Courier": AGAIN, "Times": BUDGET})
    members = mk.group_stories(corpus)
    return mk.show_stories(members, mk.describe_stories(members, corpus), corpus)


def test_articles_and_events_are_counted_first() -> None:
    assert repr(shown()).splitlines()[0] == "3 articles, 2 events; 0 articles to look at again."


def test_each_article_stands_beside_its_event_and_how_that_is_known() -> None:
    page = shown()._repr_html_()
    assert page.count("event 1:") == 2
    assert page.count("worked out from the words") == 3


def test_a_warned_article_says_why() -> None:
    corpus = mk.read_texts({"Herald": FERRY, "Times": BUDGET})
    members = mk.group_stories(corpus)
    warned = members.assign(warning=["other_event", None], reason=["other days are named", None])
    page = repr(mk.show_stories(warned, mk.describe_stories(members, corpus), corpus))
    assert page.splitlines()[0] == "2 articles, 2 events; 1 article to look at again."
    assert "likely another event: other days are named" in page
