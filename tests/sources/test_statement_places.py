"""Where quotations and parsed sentences stand: what the rules ask an article."""

import pytest

import mediakit as mk
from mediakit.document import documents
from mediakit.sources.lexicons import chosen_cues
from mediakit.sources.sentences import parse_article
from mediakit.sources.statement import Parsed

TEXT = "“Shut it,” said Obi. Lee said the lock was “rotten”.\n\nBello said: “He called it ‘a joke’ twice.” It rained."


@pytest.fixture(scope="module")
def parsed() -> Parsed:
    ((_, document),) = documents(mk.read_texts({"Lagoon Post": TEXT}))
    return parse_article(document, chosen_cues(None))


@pytest.mark.parametrize(
    ("begin", "end", "quoted"),
    [
        pytest.param("said Obi", "said Obi", [], id="none between marks"),
        pytest.param("it,” said", "rotten", ["Shut it,", "rotten"], id="those that are only touched too"),
        pytest.param("a joke", "a joke", ["He called it ‘a joke’ twice."], id="the outer one, not the one inside it"),
    ],
)
def test_the_quotations_in_a_stretch(parsed: Parsed, begin: str, end: str, quoted: list[str]) -> None:
    numbers = parsed.quotes_in(TEXT.index(begin), TEXT.index(end) + len(end))
    assert [TEXT[parsed.quotes[number].begin : parsed.quotes[number].end] for number in numbers] == quoted


def test_the_sentence_around_a_position_and_the_one_before_it(parsed: Parsed) -> None:
    around = parsed.sentence_at(TEXT.index("rotten"))
    assert around is not None
    assert TEXT[around.begin : around.end] == "Lee said the lock was “rotten”."
    before = parsed.sentence_before(around.begin, around.paragraph)
    assert before is not None
    assert TEXT[before.begin : before.end] == "“Shut it,” said Obi."
    assert parsed.sentence_before(TEXT.index("Bello"), around.paragraph + 1) is None


def test_of_a_thousand_quotations_in_one_paragraph_each_has_its_speaker() -> None:
    text = " ".join(f"“Gate {number} is shut,” said {'Obi' if number % 2 else 'Lee'}." for number in range(1000))
    quotes = mk.find_quotes(mk.read_texts({"Lagoon Post": text}))
    assert quotes["speaker"].tolist() == ["Lee", "Obi"] * 500
