"""Bylines: who signed, and never an outlet, an agency, a desk or a role."""

import pytest

import mediakit as mk
from mediakit.identity import read_byline
from tests.conftest import Folder

STORY = "The island ferry did not leave the harbour on Monday. Engineers had found a crack in the ramp, the port office said."


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("By Ama Boyle", ["Ama Boyle"]),
        ("Ama Boyle and Raj Nair", ["Ama Boyle", "Raj Nair"]),
        ("By Ama Boyle, Raj Nair & Chidi Okafor", ["Ama Boyle", "Raj Nair", "Chidi Okafor"]),
        ("By Ama Boyle, Political Editor, and Raj Nair in Lagos", ["Ama Boyle", "Raj Nair"]),
        ("Reporter: Ama Boyle", ["Ama Boyle"]),
        ("Story by Ama Boyle • 3h", ["Ama Boyle"]),
        ("Ama Boyle ama@harbour.example @amaboyle", ["Ama Boyle"]),
        ("By Ama Boyle | Published 3 March 2025", ["Ama Boyle"]),
        ("By Ama Boyle 22 March 2025 08:00", ["Ama Boyle"]),
        ("By Ama Boyle for the Coast Courier", ["Ama Boyle"]),
        ("Von Jörg Müller und Anna Schmidt", ["Jörg Müller", "Anna Schmidt"]),
        ("Par Élodie Martin", ["Élodie Martin"]),
        ("Por José García y Ana Ruiz", ["José García", "Ana Ruiz"]),
        ("Victoria O’Regan", ["Victoria O’Regan"]),
        ("Dr. Lerato van der Merwe", ["Lerato van der Merwe"]),
        ("BY AMA BOYLE", ["AMA BOYLE"]),
        ("牛镛", ["牛镛"]),
    ],
)
def test_people_who_signed(written: str, people: list[str]) -> None:
    assert list(read_byline(written).people) == people


@pytest.mark.parametrize(
    "written",
    ["By Staff", "Staff Reporter", "Web Desk", "By our correspondent", "News Desk", "Redaktion", "Onze redactie", "La rédaction",
     "harbourherald.example", "desk@harbour.example", "Admin", "Harbour Herald", "The Harbour Herald", "HarbourHerald", "ssi",
     "Follow us on @harbour", "BBC News", ""],
)  # fmt: skip
def test_nobody_signed(written: str) -> None:
    assert read_byline(written, "Harbour Herald").names is None


@pytest.mark.parametrize(
    ("written", "people", "agencies"),
    [
        ("Von dpa", [], ["Deutsche Presse-Agentur"]),
        ("dpa/lnw", [], ["Deutsche Presse-Agentur"]),
        ("By The Associated Press", [], ["Associated Press"]),
        ("Reuters Staff", [], ["Reuters"]),
        ("PTI", [], ["Press Trust of India"]),
        ("By Ravi Nair (PTI)", ["Ravi Nair"], ["Press Trust of India"]),
        ("Ama Boyle, Reuters", ["Ama Boyle"], ["Reuters"]),
        ("Ama Boyle with AFP", ["Ama Boyle"], ["Agence France-Presse"]),
    ],
)
def test_an_agency_is_credited_and_is_no_author(written: str, people: list[str], agencies: list[str]) -> None:
    assert read_byline(written) == (tuple(people), tuple(agencies))


def test_an_agency_in_the_byline_is_the_original_source(folder: Folder) -> None:
    rows = '{"text": "' + STORY + '", "byline": "Von dpa"}\n'
    [article] = mk.read_corpus(folder({"rows.jsonl": rows})).articles.to_dict("records")
    assert article["byline"] is None or article["byline"] != article["byline"]
    assert (article["original_source"], article["original_source_basis"]) == ("Deutsche Presse-Agentur", "meta")


def test_what_the_manifest_says_of_the_byline_stands(folder: Folder) -> None:
    corpus = mk.read_corpus(folder({"a.txt": STORY, "manifest.csv": "path,byline\na.txt,Staff Reporter\n"}))
    assert corpus.articles["byline"].tolist() == ["Staff Reporter"]
