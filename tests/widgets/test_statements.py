"""Statements as explorers show them; every value can be read off tests/views/said.py."""

import mediakit as mk
from mediakit.widgets.statements import packed_statements, said_in_words
from tests.views.said import attributions, quotes


def test_a_statement_says_who_through_whom_by_which_words_and_rule() -> None:
    second = packed_statements(quotes(), attributions())["Herald"]["statements"][1]
    assert second == {
        "no": 2, "who": "Ada Obi", "how": "mixed", "source": "She", "carriers": ["the port"], "cue": "said",
        "cue_class": "neutral", "contested": False, "hedges": [], "identified": "named_person", "role": "unknown",
        "reason": "", "quotes": [2], "rule": "by hand", "sure": "check", "candidates": ["the port"],
    }  # fmt: skip


def test_who_has_no_name_and_who_is_nobody_are_told_apart() -> None:
    said = packed_statements(quotes(), attributions())["Courier"]["statements"]
    who = [(one["who"], one["source"]) for one in said]
    assert who == [("Ada Obi", "Obi"), ("not named", "A clerk"), ("no source given", "")]


def test_a_stretch_in_marks_that_nobody_is_said_to_speak_stands_apart() -> None:
    packed = packed_statements(quotes(), attributions())
    assert packed["Courier"]["alone"] == [{"no": 4, "form": "word", "rule": "by hand", "sure": "certain", "candidates": []}]
    assert packed["Herald"]["alone"] == []


def test_every_code_of_a_statement_has_words() -> None:
    words = said_in_words(quotes(), attributions())
    for article in packed_statements(quotes(), attributions()).values():
        for one in article["statements"]:
            assert one["how"] in words["how"]
            assert one["identified"] in words["identified"]
            assert one["role"] in words["role"]
            assert one["cue_class"] in words["cue_class"]
            assert one["rule"] in words["rule"]
            assert one["sure"] in words["sure"]
        assert all(one["form"] in words["form"] for one in article["alone"])


def test_control_characters_of_an_article_are_shown() -> None:
    corpus = mk.read_texts({"Herald": "“The pier is shut,” said Ama\u202e Hill."})
    packed = packed_statements(mk.find_quotes(corpus), mk.find_attributions(corpus))
    assert "\u202e" not in str(packed)
