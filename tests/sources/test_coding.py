"""Identification, role, reason of anonymity and hedges, rule by rule."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.errors import LexiconError
from mediakit.sources.coding import anonymity_reason, code_source, hedges_in
from mediakit.sources.lexicons import chosen_coding


@pytest.mark.parametrize(
    "source, cue, identification",
    [
        pytest.param(None, "reportedly", "bare", id="a cue without a source"),
        pytest.param(None, None, "none", id="neither cue nor source"),
        pytest.param("Reports", "suggest", "bare", id="reports of nobody"),
        pytest.param("a report by the auditor", "says", "document", id="a report by somebody is a document"),
        pytest.param("state media", "said", "medium", id="a medium"),
        pytest.param("officials", "said", "unnamed_group", id="several"),
        pytest.param("two officials", "said", "unnamed_group", id="a number of them"),
        pytest.param("one of the officials", "said", "unnamed_person", id="one of them"),
        pytest.param("a senior official", "said", "unnamed_person", id="one"),
        pytest.param("the army", "said", "named_organisation", id="a state has one of it"),
        pytest.param("The state", "says", "named_organisation", id="the state itself"),
        pytest.param("the pensions bureau", "said", "named_organisation", id="a body by its noun"),
        pytest.param("a pensions bureau", "said", "unnamed_group", id="one of several bodies"),
        pytest.param("the zoo", "said", "unnamed_group", id="a body that no state has one of"),
        pytest.param("a plumber beside the zoo", "said", "unnamed_person", id="somebody beside a body"),
        pytest.param("the announcement", "said", "document", id="an announcement"),
        pytest.param("A leaflet", "promised", "document", id="a leaflet"),
        pytest.param("the audited accounts", "show", "document", id="accounts that were audited"),
        pytest.param("Accounts", "differ", "bare", id="accounts of nobody"),
        pytest.param("Estimates from U.S. officials", "indicate", "unnamed_group", id="whose estimates they are"),
    ],
)  # fmt: skip
def test_identification(source, cue, identification):
    assert code_source(source, None, cue=cue, sentence="").identification == identification


@pytest.mark.parametrize(
    "source, role, entry",
    [
        pytest.param("a doctor", "expert", "roles: doctor", id="a trade"),
        pytest.param("a spokeswoman for the bank", "business", "roles: bank", id="a spokeswoman is what she speaks for"),
        pytest.param("a union official", "civil_society", "roles: union official", id="the longest entry"),
        pytest.param("a Kremlin spokesman", "government_military", "organisation_words: Kremlin", id="a seat of government"),
        pytest.param("a former spy chief", "intelligence", "roles: spy chief", id="two words as one entry"),
        pytest.param("lawyers for the company", "expert", "roles: lawyer", id="what they are, not whom they work for"),
        pytest.param("the pensions bureau", "government_military", "organisation_words: Bureau", id="the noun of a body"),
        pytest.param("the wanderer", "unknown", None, id="nothing known"),
    ],
)  # fmt: skip
def test_role_and_the_entry_that_fired(source, role, entry):
    found = code_source(source, None, cue="said", sentence="")
    assert (found.role, found.entry) == (role, entry)


@pytest.mark.parametrize(
    "sentence, reason",
    [
        pytest.param("An aide said so, on condition of anonymity because the talks are private.", "given", id="because"),
        pytest.param("An aide, who declined to be named, citing safety, said so.", "given", id="citing"),
        pytest.param("An aide, speaking on condition of anonymity, said so.", "generic", id="not named, and no word why"),
        pytest.param("An aide said so because it rained.", "none", id="a reason for something else"),
    ],
)
def test_reason_of_anonymity(sentence, reason):
    assert anonymity_reason(sentence) == reason


def test_a_named_source_has_no_reason_of_anonymity():
    named = mk.find_attributions(mk.read_texts({"Pier Post": "Ada Obi said that it rained."}))
    assert named["anonymity_reason"].isna().all()


@pytest.mark.parametrize(
    "text, hedges",
    [
        pytest.param("It may rain in May.", ["may"], id="the modal, not the month"),
        pytest.param("About 300 people came about the ferry.", ["About"], id="about, only before a figure"),
        pytest.param("Between 10,000 and 12,000 men reportedly left.", ["Between", "reportedly"], id="between figures"),
        pytest.param("He stood between the boats.", [], id="between things"),
        pytest.param("It is believed that the king could have left.", ["It is believed", "could have"], id="shields and modals"),
    ],
)  # fmt: skip
def test_hedges(text, hedges):
    assert hedges_in(text) == hedges


OWN = pd.DataFrame([{"word": "lock keeper", "kind": "person", "role": "government_military", "yields": ""}])


def test_own_entries_are_added_and_named():
    found = code_source("a lock keeper", None, cue="said", sentence="", lexicons=chosen_coding({"roles": OWN}))
    assert (found.role, found.entry) == ("government_military", "roles: lock keeper")


def test_own_entries_replace_those_of_the_package():
    own = chosen_coding({"roles": OWN.assign(word="doctor")})
    assert code_source("a doctor", None, cue="said", sentence="", lexicons=own).role == "government_military"
    assert code_source("a lawyer", None, cue="said", sentence="", lexicons=own).role == "expert"


def test_own_entries_may_stand_in_a_file(tmp_path):
    OWN.to_csv(tmp_path / "mine.csv", index=False)
    assert chosen_coding({"roles": tmp_path / "mine.csv"}).roles.find("the lock keeper")[0].role == "government_military"


@pytest.mark.parametrize(
    "lexicons, message",
    [
        pytest.param({"rolls": OWN}, "no lexicon of yours can be called 'rolls'", id="unknown name"),
        pytest.param({"roles": OWN.drop(columns="role")}, "the lexicon roles lacks: role", id="column missing"),
        pytest.param({"roles": OWN.assign(role="keeper")}, "role of 'lock keeper' cannot be 'keeper'", id="unknown role"),
        pytest.param({"roles": OWN.assign(word=pd.NA)}, "an entry of the lexicon roles has no word", id="no word"),
        pytest.param({"roles": "nowhere/mine.csv"}, "the lexicon roles cannot be read", id="no such file"),
        pytest.param({"anonymity": pd.DataFrame({"pattern": ["("], "kind": ["reason"]})}, "is none", id="no pattern"),
        pytest.param({"anonymity": pd.DataFrame({"pattern": ["(?i)lest"], "kind": ["reason"]})}, "is none", id="with flags"),
        pytest.param({"roles": ["keeper"]}, "the lexicon roles cannot be read", id="a list of words"),
        pytest.param([OWN], "lexicons are given by name", id="no names"),
    ],
)  # fmt: skip
def test_a_lexicon_that_cannot_be_used_says_why(lexicons, message):
    with pytest.raises(LexiconError, match=message):
        chosen_coding(lexicons)
