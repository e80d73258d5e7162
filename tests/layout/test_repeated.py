"""Which lines the corpus shows to be furniture, and which it does not."""

from collections.abc import Callable
from pathlib import Path

import pytest

import mediakit as mk
from mediakit.layout.repeated import Printed, repeated_lines

FERRY = "The night ferry to Lerwick was cancelled on Monday after a second engine fault left 140 people in Aberdeen.\n"
BUDGET = "The council budget passed by a single vote on Tuesday night after four hours of talk in an empty hall.\n"
POOL = "The swimming pool in Hope Road has been shut since its roof fell in two years ago, and nobody has paid.\n"
SLOGAN = "Your coast, your news\n"


def printed(outlet: str | None, *lines: str) -> Printed:
    """An article of which every line is asked about."""
    places, begin = [], 0
    for line in lines:
        places.append((begin, begin + len(line)))
        begin += len(line)
    return Printed(outlet, "".join(lines), tuple(places))


def found(**articles: Printed) -> dict[str, list[str]]:
    """The words of the repeated lines of each article."""
    begins = repeated_lines(articles)
    return {
        name: [article.text[begin:end] for begin, end in article.asked if begin in begins.get(name, ())]
        for name, article in articles.items()
    }


def test_a_short_line_under_two_articles_of_one_outlet_is_furniture() -> None:
    assert found(a=printed("herald", FERRY, SLOGAN), b=printed("herald", BUDGET, SLOGAN)) == {"a": [SLOGAN], "b": [SLOGAN]}


def test_case_and_white_space_make_no_difference() -> None:
    assert found(a=printed("herald", FERRY, SLOGAN), b=printed("herald", BUDGET, "YOUR COAST,  your news\n"))["a"] == [SLOGAN]


def test_two_outlets_are_not_enough_and_three_are() -> None:
    two = {"a": printed("herald", FERRY, SLOGAN), "b": printed("courier", BUDGET, SLOGAN)}
    assert found(**two) == {"a": [], "b": []}
    assert found(**two, c=printed("mail", POOL, SLOGAN)) == {"a": [SLOGAN], "b": [SLOGAN], "c": [SLOGAN]}


def test_articles_of_unknown_outlet_count_for_nothing() -> None:
    assert found(a=printed(None, FERRY, SLOGAN), b=printed(None, BUDGET, SLOGAN), c=printed(None, POOL, SLOGAN))["a"] == []


def test_a_long_sentence_may_be_wire_copy_and_stays() -> None:
    assert found(a=printed("herald", FERRY, POOL), b=printed("herald", BUDGET, POOL)) == {"a": [], "b": []}


@pytest.mark.parametrize(("n_words", "repeated"), [(59, True), (60, False)])
def test_a_line_of_sixty_words_is_no_furniture(n_words: int, repeated: bool) -> None:
    line = " ".join(["pier"] * n_words) + "\n"
    assert found(a=printed("herald", FERRY, line), b=printed("herald", BUDGET, line))["a"] == ([line] if repeated else [])


def test_two_versions_of_one_text_count_once() -> None:
    assert found(a=printed("herald", FERRY, POOL, SLOGAN), b=printed("herald", FERRY, POOL, BUDGET, SLOGAN)) == {"a": [], "b": []}


def test_wire_copy_in_three_outlets_keeps_its_short_lines() -> None:
    wire = (FERRY, "He declined to comment.\n", BUDGET)
    assert found(a=printed("herald", *wire), b=printed("courier", *wire), c=printed("mail", *wire)) == {"a": [], "b": [], "c": []}


def test_an_article_of_which_nothing_would_be_left_keeps_all() -> None:
    texts = {"a": printed("herald", SLOGAN), "b": printed("herald", BUDGET, SLOGAN), "c": printed("herald", FERRY, SLOGAN)}
    assert found(**texts) == {"a": [], "b": [SLOGAN], "c": [SLOGAN]}


def test_a_line_counts_wherever_it_stands_in_the_other_article() -> None:
    other = Printed("herald", BUDGET + SLOGAN, ())
    assert found(a=printed("herald", FERRY, SLOGAN), b=other) == {"a": [SLOGAN], "b": []}


MANIFEST = "path,outlet\nferry.txt,Harbour Herald\nbudget.txt,Harbour Herald\n"


@pytest.fixture
def herald(folder: Callable[[dict[str, str]], Path]) -> Path:
    """Two articles of one outlet, with its slogan between the paragraphs."""
    return folder(
        {
            "ferry.txt": f"{FERRY}\n{SLOGAN}\nThe operator said that the ship would stay in dock until Thursday.\n",
            "budget.txt": f"{BUDGET}\n{SLOGAN}\nMayor Ada Boyle got one per cent and a promise to look again in May.\n",
            "manifest.csv": MANIFEST,
        }
    )


def slogans(corpus: mk.Corpus) -> list[tuple[str, str, str]]:
    """Label, rule and who decided, of the third line of each article."""
    third = corpus.lines[corpus.lines["line_no"] == 3]
    return list(zip(third["label"], third["rule"], third["decided_by"], strict=True))


def test_a_corpus_is_read_with_its_repeated_lines_labelled(herald: Path) -> None:
    assert slogans(mk.read_corpus(herald)) == [("other", "repeated line", "rule")] * 2


def test_a_part_of_the_corpus_keeps_what_the_whole_showed(herald: Path) -> None:
    part = mk.read_corpus(herald).select(ids=["ferry"])
    assert slogans(part) == [("other", "repeated line", "rule")]
    assert [span.begin for span in part.part_lines("ferry")] == [0, len(FERRY) + 1 + len(SLOGAN) + 1]


def test_what_a_user_decided_stands(herald: Path) -> None:
    begin = len(FERRY) + 1
    row = f"lines,ferry,{begin},{begin + len(SLOGAN)},label,body,it is a quotation,Ada,2025-03-22,\n"
    header = "table,article_id,begin,end,field,value,reason,who,when,text_sha256\n"
    (herald / "corrections.csv").write_text(header + row, encoding="utf-8")
    assert ("body", "correction", "user") in slogans(mk.read_corpus(herald))
