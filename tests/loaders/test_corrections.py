"""corrections.csv: what a user decided against the rules, applied on every read."""

from pathlib import Path

import pytest

import mediakit as mk
from mediakit.loaders import Problem
from mediakit.tables import plain_rows
from tests.conftest import Folder

# Its first line stands at 0 to 13.
FERRY = "Ferry halted\n\nThe ferry did not leave the harbour on Monday because of the wind, the port office said.\n"
HEADER = "table,article_id,begin,end,field,value,reason,who,when,text_sha256\n"
ONE_LINE = "lines,ferry,0,13,label,dek,it sums the article up,Ama Boyle,2025-04-01,\n"


def problems(corpus: mk.Corpus) -> list[Problem]:
    return [Problem(*row) for row in plain_rows(corpus.problems)]


def read(folder: Folder, corrections: str | bytes) -> mk.Corpus:
    return mk.read_corpus(folder({"ferry.txt": FERRY, "corrections.csv": corrections}))


def test_a_corrected_label_says_who_decided_and_why(folder: Folder) -> None:
    lines = read(folder, HEADER + ONE_LINE).lines
    told = lines[["label", "rule", "confidence", "decided_by", "why"]].to_numpy().tolist()
    assert told[0] == ["dek", "correction", "certain", "user", "it sums the article up"]
    assert told[2][:1] + told[2][3:4] == ["body", "rule"]


def test_a_corrected_label_counts_from_then_on(folder: Folder) -> None:
    corpus = read(folder, HEADER + ONE_LINE)
    assert corpus.articles["title"].isna().all()
    assert [part for _, _, part in corpus.part_lines("ferry")] == ["dek", "body"]


def test_a_corrected_field_wins_over_the_manifest_and_says_so(folder: Folder) -> None:
    files = {
        "ferry.txt": FERRY,
        "manifest.csv": "path,outlet,published\nferry.txt,Harbour Herald,2025-03-22\n",
        "corrections.csv": HEADER + "articles,ferry,,,outlet,Coast Courier,masthead in the scan,Ama Boyle,,\n"
        "articles,ferry,,,published,,the date is the download's,Ama Boyle,,\n",
    }
    corpus = mk.read_corpus(folder(files))
    assert corpus.articles[["outlet", "outlet_basis"]].to_numpy().tolist() == [["Coast Courier", "user"]]
    assert corpus.articles[["published", "published_granularity", "published_basis"]].isna().all(axis=None)
    assert problems(corpus) == []


def test_evidence_for_an_outlet_goes_when_a_user_names_another(folder: Folder) -> None:
    files = {
        "ferry.txt": FERRY,
        "manifest.csv": "path,outlet,outlet_basis,outlet_evidence\nferry.txt,Harbour Herald,line,the name on line 1\n",
        "corrections.csv": HEADER + "articles,ferry,,,outlet,Coast Courier,masthead in the scan,Ama Boyle,,\n",
    }
    assert "the name on line 1" not in mk.read_corpus(folder(files)).articles["outlet_evidence"].dropna().tolist()


def test_corrections_survive_a_rerun(folder: Folder) -> None:
    room = folder({"ferry.txt": FERRY, "corrections.csv": HEADER + ONE_LINE})
    first, second = mk.read_corpus(room), mk.read_corpus(room)
    assert second.lines["decided_by"].tolist() == ["user", "rule", "rule"]
    assert second.lines.equals(first.lines)
    assert (room / "corrections.csv").read_text() == HEADER + ONE_LINE


def test_every_correction_is_listed_as_it_was_written(folder: Folder) -> None:
    corrections = read(folder, HEADER + ONE_LINE).corrections
    assert corrections.astype(object).where(corrections.notna(), None).to_numpy().tolist() == [
        ["lines", "ferry", 0, 13, "label", "dek", "it sums the article up", "Ama Boyle", "2025-04-01", None]
    ]


def test_a_correction_made_on_this_very_text_is_applied(folder: Folder) -> None:
    text_sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # of abc, as the standard gives it
    files = {"a.txt": "abc", "corrections.csv": HEADER + f"articles,a,,,title,Alphabet,,,,{text_sha256}\n"}
    corpus = mk.read_corpus(folder(files))
    assert corpus.articles[["title", "title_basis"]].to_numpy().tolist() == [["Alphabet", "user"]]


@pytest.mark.parametrize("row", ["articles,ferry,,,title,New title,,,,0123abcd\n", "lines,ferry,0,13,label,dek,,,,0123abcd\n"])
def test_a_stale_correction_is_said_and_not_applied(folder: Folder, row: str) -> None:
    corpus = read(folder, HEADER + row)
    assert corpus.articles["title"].tolist() == ["Ferry halted"]
    assert corpus.lines["decided_by"].tolist() == ["rule", "rule", "rule"]
    [problem] = problems(corpus)
    assert (problem.path, problem.line, problem.fate) == ("corrections.csv", 2, "flagged")
    assert problem.what == "the correction was made on another text of ferry; it is not applied"
    assert "renew text_sha256" in problem.mend


@pytest.mark.parametrize(
    ("row", "field", "what", "mend"),
    [
        ("articles,bus,,,title,Bus,,,,", "article_id", "the correction is about 'bus', which is no article here",
         "correct article_id"),
        ("lines,ferry,0,13,label,heading,,,,", "value", "'heading' is no label", "use one of: title, dek, byline"),
        ("lines,ferry,,,label,dek,,,,", "begin", "begin and end must be whole numbers", "copy them from the lines table"),
        ("lines,ferry,-1,13,label,dek,,,,", "begin", "begin and end must be whole numbers", "copy them from the lines table"),
        ("lines,ferry,0,12,label,dek,,,,", "begin", "no line of ferry stands at 0 to 12", "copy begin and end"),
        ("articles,ferry,,,text,Rewritten,,,,", "field", "nothing to correct is called articles.text", "one of: outlet, title"),
        ("values,ferry,,,value,12,,,,", "field", "nothing to correct is called values.value", "table articles"),
        ("articles,ferry,,,published,03/04/2025,,,,", "value", "'03/04/2025' is no date that can be read in one way",
         "write 2025-03-22"),
        ("articles,ferry,,,language,English,,,,", "value", "'English' is no language code", "write en, de"),
        ("articles,ferry,,,url,somewhere,,,,", "value", "'somewhere' is no address", "write it whole"),
    ],
)  # fmt: skip
def test_a_correction_that_cannot_be_applied_is_said(folder: Folder, row: str, field: str, what: str, mend: str) -> None:
    corpus = read(folder, HEADER + row + "\n")
    assert corpus.articles["article_id"].tolist() == ["ferry"]
    assert corpus.lines["decided_by"].tolist() == ["rule", "rule", "rule"]
    [problem] = problems(corpus)
    assert (problem.path, problem.line, problem.field, problem.fate) == ("corrections.csv", 2, field, "flagged")
    assert problem.what == what
    assert mend in problem.mend


def test_a_position_too_large_for_any_text_is_said(folder: Folder) -> None:
    corpus = read(folder, HEADER + "lines,ferry,0,99999999999999999999,label,dek,,,,\n")
    [problem] = problems(corpus)
    assert (problem.path, problem.line, problem.field, problem.fate) == ("corrections.csv", 2, "begin", "flagged")


@pytest.mark.parametrize(
    ("corrections", "line", "what"),
    [
        pytest.param("article_id,field\nferry,title\n", 1, "columns missing: table, value", id="columns missing"),
        pytest.param(b"\x89PNG" + bytes(90), None, "not readable as text", id="binary"),
        pytest.param(HEADER + '"lines,ferry,0,13,label,dek\n', 2, "the row cannot be read", id="an unclosed quotation mark"),
        pytest.param(HEADER + "articles,ferry,,,title,Late, later,why,who,when,\n", 2, "11 cells", id="a comma too many"),
        pytest.param("table,field,value,article_id\narticles,title,Late\n", 2, "only 3 of 4 cells", id="a cell too few"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_is_said(folder: Folder, corrections: str | bytes, line: int | None, what: str) -> None:
    corpus = read(folder, corrections)
    assert corpus.articles["title"].tolist() == ["Ferry halted"]
    [problem] = problems(corpus)
    assert (problem.path, problem.line, problem.fate) == ("corrections.csv", line, "flagged")
    assert problem.what.startswith(what)
    assert problem.mend


def test_corrections_that_may_not_be_read_are_said(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    room, read_bytes = folder({"ferry.txt": FERRY, "corrections.csv": HEADER + ONE_LINE}), Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "corrections.csv":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    [problem] = problems(mk.read_corpus(room))
    assert (problem.path, problem.fate) == ("corrections.csv", "flagged")
    assert "Permission denied" in problem.what


def test_the_last_of_two_corrections_counts(folder: Folder) -> None:
    corpus = read(folder, HEADER + "articles,ferry,,,title,First,,,,\narticles,ferry,,,title,Second,,,,\n")
    assert corpus.articles["title"].tolist() == ["Second"]


def test_a_name_made_safe_for_spreadsheets_is_still_known(folder: Folder) -> None:
    # mediakit writes the name “-2 degrees” into a CSV as “'-2 degrees”, which no spreadsheet takes for a sum
    corrections = HEADER + "articles,'-2 degrees,,,title,Ice on the pier,,,,\n"
    corpus = mk.read_corpus(folder({"-2 degrees.txt": FERRY, "corrections.csv": corrections}))
    assert corpus.articles["title"].tolist() == ["Ice on the pier"]


def test_a_corrected_field_with_a_position_is_no_label(folder: Folder) -> None:
    corpus = read(folder, HEADER + "articles,ferry,0,13,title,Another title,,,,\n")
    assert corpus.articles["title"].tolist() == ["Another title"]
    assert corpus.lines["decided_by"].tolist() == ["rule", "rule", "rule"]


def test_a_correction_of_each_field_is_applied_and_has_its_basis(folder: Folder) -> None:
    fields = {
        "outlet": "Harbour Herald", "title": "Another title", "published": "2025-03-22", "url": "https://herald.example/1",
        "byline": "Ama Boyle", "story_id": "ramp", "language": "cy", "original_source": "Coast Courier",
    }  # fmt: skip
    corpus = read(folder, HEADER + "".join(f"articles,ferry,,,{name},{value},,,,\n" for name, value in fields.items()))
    [article] = corpus.articles.to_dict("records")
    assert {name: article[name] for name in fields} == fields
    assert {article[f"{name}_basis"] for name in (*fields, "story") if name != "story_id"} == {"user"}


@pytest.mark.parametrize("field", ["outlet", "title", "original_source"])
def test_an_empty_value_says_that_nobody_knows(folder: Folder, field: str) -> None:
    text = f"{FERRY}\n\nOriginal Source: coast.example\n"
    files = {"ferry.txt": text, "manifest.csv": "path,outlet\nferry.txt,Herald\n",
             "corrections.csv": HEADER + f"articles,ferry,,,{field},,,,,\n"}  # fmt: skip
    corpus = mk.read_corpus(folder(files))
    assert corpus.articles[[field, f"{field}_basis"]].isna().all(axis=None)


ROWS = {
    "rows.jsonl": '{"text": "The bus ran."}\n{"text": "The ferry stopped."}\n',
    "rows.csv": "text\nThe bus ran.\nThe ferry stopped.\n",
}


@pytest.mark.parametrize("name", ROWS)
def test_an_article_of_a_file_of_many_is_corrected_by_its_number(folder: Folder, name: str) -> None:
    corrections = HEADER + "articles,rows#2,,,title,Ferry,,,,\nlines,rows#2,0,18,label,caption,,,,\n"
    corpus = mk.read_corpus(folder({name: ROWS[name], "corrections.csv": corrections}))
    assert corpus.articles["title"].fillna("–").tolist() == ["–", "Ferry"]
    assert corpus.lines["label"].tolist() == ["body", "caption"]
