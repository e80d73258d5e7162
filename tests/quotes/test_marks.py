"""Which quotation marks belong together, and what stands inside them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.quotes.marks import pair_marks, stretches_in

MARKS = "\"“”„‟«»'‘’‚`‹›″′「」『』"


def inside(paragraph: str) -> list[tuple[str, int]]:
    """The words inside every pair of marks, with its depth."""
    return [(paragraph[found.begin : found.end], found.depth) for found in stretches_in(paragraph)]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        pytest.param("“Stay inside,” police said.", [("Stay inside,", 1)], id="curly marks"),
        pytest.param('"Stay inside," police said.', [("Stay inside,", 1)], id="straight marks"),
        pytest.param("“Go,” he said. “Now.”", [("Go,", 1), ("Now.", 1)], id="a broken quotation is two"),
        pytest.param("``We lost two boats,'' he said.", [("We lost two boats,", 1)], id="a wire's backticks"),
        pytest.param('""We lost,"" he said.', [("We lost,", 1)], id="marks doubled by a spreadsheet are one"),
        pytest.param("„Wir gehen“, sagte er.", [("Wir gehen", 1)], id="low and high"),
        pytest.param("„Nie idziemy” – odparł.", [("Nie idziemy", 1)], id="low and high, Polish"),
        pytest.param("« Non », dit-il.", [(" Non ", 1)], id="guillemets with spaces"),
        pytest.param("»Nein«, sagte sie.", [("Nein", 1)], id="guillemets pointing inwards"),
        pytest.param("”Vi går”, sa han.", [("Vi går", 1)], id="the same mark on both sides"),
        pytest.param("“We lost“ he said.", [("We lost", 1)], id="an opening mark where one closes"),
        pytest.param("“We lost\" and “won”.", [("We lost", 1), ("won", 1)], id="closed by the other kind of mark"),
        pytest.param('he said:"No,"and left', [("No,", 1)], id="no space around the marks"),
        pytest.param('"I was—" he began.', [("I was—", 1)], id="broken off by a dash"),
        pytest.param('It was—"for now"—shut.', [("for now", 1)], id="between dashes"),
        pytest.param('The ferry ("Isla") sank.', [("Isla", 1)], id="in brackets"),
        pytest.param('Asha "Bobby" Rao and Kemi "the Cat" Ojo', [("Bobby", 1), ("the Cat", 1)], id="nicknames"),
        pytest.param("『船』は「港」に", [("船", 1), ("港", 1)], id="corner marks"),
    ],
)  # fmt: skip
def test_double_marks_are_paired(paragraph: str, expected: list[tuple[str, int]]) -> None:
    assert inside(paragraph) == expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        pytest.param("'We lost two boats,' he said.", [("We lost two boats,", 1)], id="straight"),
        pytest.param("‘We lost two boats,’ he said.", [("We lost two boats,", 1)], id="curly"),
        pytest.param("`We lost two boats,' he said.", [("We lost two boats,", 1)], id="opened by a backtick"),
        pytest.param("‹Non›, dit-il.", [("Non", 1)], id="single guillemets"),
        pytest.param("the 'ghost' ferry", [("ghost", 1)], id="a single word"),
        pytest.param("'We saw the boys' boat,' he said.", [("We saw the boys' boat,", 1)], id="a possessive inside"),
        pytest.param("‘The crews’ pay won’t rise,’ he said.", [("The crews’ pay won’t rise,", 1)], id="a curly possessive"),
        pytest.param("'Get 'em out,' he said.", [("Get 'em out,", 1)], id="a shortened word inside"),
        pytest.param("'It's rock 'n' roll,' he said.", [("It's rock 'n' roll,", 1)], id="a word shortened on both sides"),
        pytest.param("'They were goin' home,' he said.", [("They were goin' home,", 1)], id="a dropped g"),
        pytest.param("'The mast is 6' tall,' he said.", [("The mast is 6' tall,", 1)], id="feet inside"),
        pytest.param("'em all' is no beginning, 'this' is", [("this", 1)], id="a shortened word opens nothing"),
    ],
)  # fmt: skip
def test_single_marks_are_paired(paragraph: str, expected: list[tuple[str, int]]) -> None:
    assert inside(paragraph) == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param("It’s the harbour’s oldest boat, isn't it?", id="contractions and possessives"),
        pytest.param("the boys' boat and the girls' club", id="plural possessives"),
        pytest.param("James’ boat and the crews’ pay", id="curly possessives"),
        pytest.param("In the '90s, the ’80s and the ‘70s", id="decades"),
        pytest.param("the floods of '68", id="a year"),
        pytest.param("Rock 'n' roll, 'til dawn", id="shortened words"),
        pytest.param("He caught ‘em all", id="a shortened word that a word processor marked wrongly"),
        pytest.param("The 6'2\" keeper and the 5'11\" striker", id="feet and inches"),
        pytest.param('A 5" gun and a 4" x 6" print', id="inches"),
        pytest.param("A 5″ gun, 6′ long", id="primes"),
        pytest.param("Hawai‘i and O‘ahu", id="a letter that looks like a mark"),
        pytest.param('He left." Nobody knew.', id="a closing mark that nothing opened"),
        pytest.param('"" and “”', id="nothing inside"),
        pytest.param("No marks at all.", id="none"),
        pytest.param("", id="empty"),
    ],
)
def test_these_are_no_quotations(paragraph: str) -> None:
    assert inside(paragraph) == []


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        pytest.param("“He said ‘no’ to me,” she said.", [("He said ‘no’ to me,", 1), ("no", 2)], id="single in double"),
        pytest.param("‘He said “no” to me,’ she said.", [("He said “no” to me,", 1), ("no", 2)], id="double in single"),
        pytest.param("\"'Go,' he told me,\" she said.", [("'Go,' he told me,", 1), ("Go,", 2)], id="both open at once"),
        pytest.param("\"He told me, 'Go.'\"", [("He told me, 'Go.'", 1), ("Go.", 2)], id="both close at once"),
        pytest.param("“He said “no” to me,” she said.", [("He said “no” to me,", 1), ("no", 2)], id="curly in curly"),
        pytest.param('"He said "no" to me," she said.', [('He said "no" to me,', 1), ("no", 2)], id="straight in straight"),
        pytest.param("„Er sagte ‚nein‘ zu mir“, rief sie.", [("Er sagte ‚nein‘ zu mir", 1), ("nein", 2)], id="low single in low"),
        pytest.param('"The \'boys\' boat\' sank," he said.', [("The 'boys' boat' sank,", 1), ("boys' boat", 2)],
                     id="a possessive inside the inner one"),
        pytest.param('"The 5" gun was found," he said.', [('The 5" gun was found,', 1)], id="inches inside"),
        pytest.param('"He is 20" and "she is 30".', [("He is 20", 1), ("she is 30", 1)], id="a mark after a figure closes"),
    ],
)  # fmt: skip
def test_an_inner_quotation_stands_in_the_outer_one(paragraph: str, expected: list[tuple[str, int]]) -> None:
    assert inside(paragraph) == expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        pytest.param("“No mark follows", [("No mark follows", False)], id="it runs to the end of the paragraph"),
        pytest.param("He left. “We waited.  ", [("We waited.", False)], id="white space at the end is none of it"),
        pytest.param("“We waited. “Nobody came,” he said.", [("We waited. ", False), ("Nobody came,", True)],
                     id="or up to the next opening mark"),
        pytest.param('"We waited. "Nobody came," he said.', [("We waited. ", False), ("Nobody came,", True)],
                     id="straight marks, an odd number"),
        pytest.param("‘We waited", [("We waited", False)], id="a single mark that begins a paragraph"),
        pytest.param("He said: ‘We waited", [("We waited", False)], id="a single mark after a colon"),
        pytest.param("The 'ferry did not leave", [], id="any other single mark is an apostrophe"),
    ],
)  # fmt: skip
def test_a_mark_that_nothing_closes(paragraph: str, expected: list[tuple[str, bool]]) -> None:
    assert [(paragraph[found.begin : found.end], found.closed) for found in stretches_in(paragraph)] == expected


def across(*paragraphs: str) -> list[list[tuple[str, bool, bool]]]:
    """For each paragraph, what stands inside marks, whether it is closed, and whether it goes on in the next."""
    return [
        [(paragraph[found.begin : found.end], found.closed, found.continues) for found in stretches]
        for paragraph, stretches in zip(paragraphs, pair_marks(paragraphs), strict=True)
    ]


def test_the_opening_mark_is_repeated_in_every_paragraph_of_a_long_quotation() -> None:
    assert across("“We waited.", "“Nobody came.", "“It rained,” she said.") == [
        [("We waited.", False, True)],
        [("Nobody came.", False, True)],
        [("It rained,", True, False)],
    ]


def test_single_marks_are_repeated_in_the_same_way() -> None:
    assert across("'We waited.", "'Nobody came,' she said.") == [[("We waited.", False, True)], [("Nobody came,", True, False)]]


def test_a_quotation_goes_on_where_the_next_paragraph_only_closes_it() -> None:
    assert across("She said: “We waited.", "Nobody came.” Then she left.") == [
        [("We waited.", False, True)],
        [("Nobody came.", True, False)],
    ]


def test_an_inner_quotation_may_begin_the_paragraph_it_goes_on_in() -> None:
    assert across("“We waited.", "‘Nobody’ came.” Then she left.") == [
        [("We waited.", False, True)],
        [("‘Nobody’ came.", True, False), ("Nobody", True, False)],
    ]


def test_it_does_not_go_on_where_the_next_paragraph_has_no_mark() -> None:
    assert across("“We waited.", "Nobody came.", "It rained.”") == [[("We waited.", False, False)], [], []]


def test_a_mark_left_open_in_the_middle_does_not_swallow_what_follows() -> None:
    assert across("He “waited and left.", "She saw “nobody” there.") == [
        [("waited and left.", False, False)],
        [("nobody", True, False)],
    ]


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("“a”", "curly"),
        ('"a"', "straight"),
        ("„a“", "low"),
        ("«a»", "guillemets"),
        ("``a''", "backticks"),
        ("‘a’", "single curly"),
    ],
)
def test_a_stretch_says_which_mark_opens_it(paragraph: str, kind: str) -> None:
    assert [found.kind for found in stretches_in(paragraph)] == [kind]


odd_texts = st.text(alphabet=st.sampled_from(MARKS + " .,-—ab5s\n\t“”\"'’"), max_size=60)


@given(st.lists(odd_texts, max_size=4))
def test_whatever_the_mix_stretches_lie_in_their_paragraph_and_in_each_other(paragraphs: list[str]) -> None:
    for paragraph, stretches in zip(paragraphs, pair_marks(paragraphs), strict=True):
        for found in stretches:
            assert 0 <= found.begin < found.end <= len(paragraph)
            assert paragraph[found.begin : found.end].strip()
            around = [other for other in stretches if other.begin <= found.begin and found.end <= other.end]
            assert {other.depth for other in around} >= set(range(1, found.depth + 1))
        outer = [found for found in stretches if found.depth == 1]
        assert all(one.end <= other.begin for one, other in pairwise(outer))


@given(odd_texts)
def test_a_paragraph_alone_is_read_like_one_with_nothing_around_it(paragraph: str) -> None:
    assert pair_marks(["", paragraph, ""])[1] == stretches_in(paragraph)
