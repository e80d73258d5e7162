"""A speaker that a user named in corrections.csv: it wins over the rules."""

from collections.abc import Callable
from pathlib import Path

import mediakit as mk
from mediakit.tables import plain_rows

TEXT = "“The pier is shut,” said Tom Reed. Police said that it was “rotten”.\n"
HEADER = "table,article_id,begin,end,field,value,reason,who\n"


def read(folder: Callable[[dict[str, str]], Path], *rows: str) -> mk.Corpus:
    return mk.read_corpus(folder({"pier.txt": TEXT, "corrections.csv": HEADER + "".join(f"{row}\n" for row in rows)}))


def test_the_name_given_stands_in_place_of_the_mention_found(folder) -> None:
    corpus = read(folder, "quotes,pier,1,18,speaker,Ama Hill,heard the tape,Ola")
    columns = ["speaker", "speaker_name", "speaker_basis", "rule", "confidence"]
    first, second = plain_rows(mk.find_quotes(corpus)[columns])
    assert first == (None, "Ama Hill", "user", "correction", "certain")
    assert second[0] == "Police"


def test_the_statement_around_the_quotation_has_the_same_source(folder) -> None:
    corpus = read(folder, "quotes,pier,1,18,speaker,Ama Hill,heard the tape,Ola")
    first, second = mk.find_attributions(corpus).astype(object).to_dict("records")
    assert (first["source_name"], first["identification"], first["rule"]) == ("Ama Hill", "named_person", "correction")
    assert second["source"] == "Police"
    voices = mk.list_voices(corpus, mk.find_quotes(corpus), mk.find_attributions(corpus))
    assert "Ama Hill" in set(voices["speaker"])
    assert "Tom Reed" not in set(voices["speaker"])


def test_nobody_can_be_named_as_not_known(folder) -> None:
    corpus = read(folder, "quotes,pier,1,18,speaker,,nobody can know,Ola")
    assert mk.find_quotes(corpus)["speaker_name"].isna().tolist()[0]
    assert mk.find_attributions(corpus)["identification"].tolist()[0] == "none"


def test_a_speaker_without_a_place_is_a_problem(folder) -> None:
    [problem] = read(folder, "quotes,pier,,,speaker,Ama Hill,heard the tape,Ola").problems.to_dict("records")
    assert (problem["field"], problem["mend"]) == ("begin", "copy them from the quotes table")
