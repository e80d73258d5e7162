"""What differs between two copies of a quotation, named and shown."""

import pytest

from tests.reuse.made_quotes import link_of


@pytest.mark.parametrize(
    ("one", "other", "changes"),
    [
        pytest.param("The last ferry sails at dusk tonight", "The last ferry sails at dusk tonight", ["same"], id="same"),
        pytest.param(
            "It’s the last ferry to the island,", "It's the last ferry to the island.", ["punct"], id="marks and the last comma"
        ),
        pytest.param("the last ferry sails at dusk", "The last ferry sails at dusk", ["case"], id="a capital at the start"),
        pytest.param(
            "Our harbour neighbours lost colour prints",
            "Our harbor neighbors lost color prints",
            ["spelling"],
            id="British and American spelling",
        ),
        pytest.param(
            "Three boats and twenty-one sailors came home",
            "3 boats and 21 sailors came home",
            ["spelling"],
            id="numbers in words",
        ),
        pytest.param("Ten per cent of the grant was spent", "10 percent of the grant was spent", ["spelling"], id="per cent"),
        pytest.param(
            "The comittee never saw the audit report", "The committee never saw the audit report", ["typo"], id="a slip"
        ),
        pytest.param(
            "We're going to mend the stadium roof",
            "We are gonna mend the stadium roof",
            ["contraction"],
            id="short forms in full",
        ),
        pytest.param(
            "After the match, our keeper was the hero of the night",
            "our keeper was the hero of the night",
            ["truncated_start"],
            id="begins later",
        ),
        pytest.param(
            "The river rose two metres before anyone rang a bell",
            "The river rose two metres",
            ["truncated_end"],
            id="ends earlier",
        ),
        pytest.param(
            "I must say the river rose two metres overnight without any warning",
            "the river rose two metres overnight",
            ["partial"],
            id="cut at both ends",
        ),
        pytest.param(
            "The budget, after months of quarrels in council, was passed",
            "The budget … was passed",
            ["ellipsis"],
            id="an ellipsis for what is left out",
        ),
        pytest.param(
            "He told the whole chamber the truth about the dam",
            "[The minister] told the whole chamber the truth about the dam",
            ["bracket"],
            id="a name in brackets for a pronoun",
        ),
        pytest.param(
            "Nobody checked the old iron gates on Sunday",
            "Nobody checked the iron gates on Sunday",
            ["dropped"],
            id="a word lost inside",
        ),
        pytest.param(
            "The mayor refused the offer on Monday night",
            "The mayor refused the letter on Monday night",
            ["substituted"],
            id="another word",
        ),
        pytest.param(
            "The pumps work and have saved the lower town",
            "The pumps work and had saved the lower town",
            ["tense"],
            id="another tense",
        ),
        pytest.param(
            "At least 40 families left the valley by lorry",
            "At least 60 families left the valley by lorry",
            ["number"],
            id="another number",
        ),
        pytest.param(
            "We will sign the harbour treaty this week",
            "We will not sign the harbour treaty this week",
            ["negated"],
            id="a negation on one side",
        ),
        pytest.param(
            "They do not trust the new umpire", "They trust the new umpire", ["negated"], id="a negation with its helper"
        ),
        pytest.param(
            "The bridge is safe for lorries.",
            "The bridge is safe for lorries. Nobody should worry about the storm.",
            ["merged"],
            id="goes on with another sentence",
        ),
        pytest.param(
            "We closed the school on Friday afternoon, and the clinic was flooded by noon",
            "the clinic was flooded by noon, and we closed the school on Friday afternoon",
            ["reordered"],
            id="the other way round",
        ),
        pytest.param(
            "the ferry is too old for the winter sea",
            "In a statement he said that the ferry was too old for the winter sea",
            ["possible_paraphrase", "tense"],
            id="reported speech",
        ),
    ],
)
def test_each_kind_of_change_is_named(one, other, changes):
    link = link_of(one, other)
    assert set(changes) <= set(link.changes)
    assert link.change == link.changes[0] == changes[0]


def test_the_weightiest_change_comes_first():
    link = link_of("We will sign the old harbour treaty this week,", "we will not sign the harbor treaty this week.")
    assert list(link.changes) == ["negated", "dropped", "spelling", "case", "punct"]


@pytest.mark.parametrize(
    ("one", "other", "lost", "silent"),
    [
        pytest.param(
            "roads, schools and clinics need money now",
            "roads and clinics need money now",
            ["schools"],
            True,
            id="nothing shows it",
        ),
        pytest.param("We need the clean water today", "We need clean water today", ["the"], True, id="an article too"),
        pytest.param("We need clean and safe water today", "We need clean … water today", [], False, id="an ellipsis shows it"),
        pytest.param(
            "We need clean and safe water today", "We need clean [drinking] water today", [], False, id="brackets show it"
        ),
        pytest.param(
            "We need clean water today in every village",
            "We need clean water today",
            [],
            False,
            id="a cut at the end is no silent loss",
        ),
    ],
)
def test_words_lost_inside_the_marks_are_named(one, other, lost, silent):
    for link in (link_of(one, other), link_of(other, one)):
        assert (list(link.lost), link.silent) == (lost, silent)


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        pytest.param(
            "We greased the cranes in spring, and nobody here was ever careless, but the owners deserve an answer",
            "We greased the cranes in spring, but the owners deserve an answer",
            ["dropped"],
            id="a clause of its own",
        ),
        pytest.param(
            "The dam held, though it was not built for this, and the valley was spared",
            "The dam held, and the valley was spared",
            ["dropped"],
            id="an aside between commas",
        ),
        pytest.param(
            "We have not in all these years repaired the cranes",
            "We have repaired the cranes",
            ["negated", "dropped"],
            id="words of a clause that is kept",
        ),
        pytest.param(
            "The cranes are safe, never rusty, and new", "The cranes are safe, rusty, and new", ["negated"], id="the word alone"
        ),
    ],
)
def test_a_clause_that_is_cut_negates_nothing_that_is_kept(one, other, kinds):
    for link in (link_of(one, other), link_of(other, one)):
        assert [kind for kind in link.changes if kind in ("negated", "dropped")] == kinds


@pytest.mark.parametrize(
    ("one", "other", "meaning"),
    [
        pytest.param("We never sold the land to them", "We sold the land to them", ["negation"], id="a negation"),
        pytest.param("We sold 12 hectares to the port", "We sold 20 hectares to the port", ["number"], id="a number"),
        pytest.param(
            "food, shelter and medicine must arrive soon",
            "food and medicine must arrive soon",
            ["dropped item"],
            id="an item of a list",
        ),
        pytest.param("We need the clean water today", "We need clean water today", [], id="an article is none"),
        pytest.param(
            "They said there would be no lunch on Friday",
            "They said there would not be lunch on Friday",
            [],
            id="a negation that stands beside another word",
        ),
        pytest.param(
            "We saw no smoke and fire at the mill",
            "We saw smoke and no fire at the mill",
            ["negation"],
            id="a negation of something else",
        ),
        pytest.param("We are not at war with our phones", "at war with our phones", ["negation"], id="cut right behind a not"),
        pytest.param(
            "It was not easy, but we left the room at noon",
            "we left the room at noon",
            [],
            id="a not in a clause that is cut whole",
        ),
    ],
)
def test_what_can_turn_the_meaning_is_said(one, other, meaning):
    assert list(link_of(one, other).meaning) == meaning


def test_what_reads_otherwise_is_shown_from_here_to_there():
    link = link_of("The mayor refused the offer and three tries", "The mayor refused the letter and 3 tries")
    assert (list(link.changed_from), list(link.changed_to)) == (["offer", "three"], ["letter", "3"])


def test_words_only_the_shorter_copy_has_stand_against_nothing():
    link = link_of("The old harbour wall of the town fell down at dawn", "The old harbour wall fell right down at dawn")
    assert list(link.lost) == ["of the town"]
    assert (list(link.changed_from), list(link.changed_to)) == ([""], ["right"])
