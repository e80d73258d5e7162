"""What the README of the seeds says about them is so."""

from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "kim-shoigu-2025"
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}


def texts_with(words: str) -> list[str]:
    return [name[:3] for name, text in TEXTS.items() if words in text]


@pytest.mark.parametrize(
    "words, where",
    [
        pytest.param("2025", [], id="the year of the folder's name stands in no text"),
        pytest.param("2024", ["004"], id="one names the year before, of an earlier visit"),
        pytest.param("June", [], id="no text names June"),
        pytest.param("visited North Korea in March", ["001"], id="one looks back on March"),
        pytest.param("22 March", ["002"], id="one dates the meeting"),
        pytest.param("March 22", ["003"], id="one dates the report"),
        pytest.param("Original Source: ", ["000", "001", "003"], id="three have a line of credit"),
    ],
)
def test_what_the_texts_say_of_the_time_and_their_sources(words, where):
    assert texts_with(words) == where


def test_four_name_no_outlet_and_no_credit_is_taken_for_one(corpus):
    known = dict(zip(corpus.articles["article_id"].str[:3], corpus.articles["outlet"].fillna("unknown"), strict=True))
    assert known == {"000": "cambarysu.com", "001": "unknown", "002": "unknown", "003": "unknown", "004": "unknown"}


def test_every_file_has_a_row_in_the_readme():
    readme = (SEEDS / "README.md").read_text(encoding="utf-8")
    assert [name for name in TEXTS if f"| `{name}` |" not in readme] == []


def test_the_manifest_gives_no_date_and_no_story(corpus):
    assert corpus.articles["published"].isna().all()
    assert corpus.articles["story_id"].isna().all()
