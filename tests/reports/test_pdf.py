"""PDF without a browser: tagged, the same every time, and no text can stop it or become markup."""

from pathlib import Path

import pytest

from mediakit.errors import ReportError
from mediakit.plots.figure import nothing_to_draw
from mediakit.reports.pdf import write_pdf
from mediakit.reports.pdf_nodes import nodes_of, walk


def words_of(page: str, folder: Path) -> tuple[bytes, list[str]]:
    told = write_pdf(page, folder / "made.pdf", title="Tide")
    return (folder / "made.pdf").read_bytes(), told


def kinds(page: str) -> list[str]:
    return [node["kind"] for node in nodes_of(page)]


def test_it_is_tagged_has_a_title_and_says_so_to_readers(tmp_path: Path) -> None:
    made, told = words_of("<h1>Tide</h1><p>The ferry stopped.</p><table><tr><td>1</td></tr></table>", tmp_path)
    assert made.startswith(b"%PDF-")
    assert b"/MarkInfo" in made
    assert b"/StructTreeRoot" in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert told == []


def test_the_same_page_gives_the_same_bytes(tmp_path: Path) -> None:
    page = "<h1>Tide</h1><p>The ferry <b>stopped</b>."
    assert words_of(page, tmp_path)[0] == words_of(page, tmp_path)[0]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('#import "@preview/evil:1.0.0": * #panic("no")', id="code of the layout"),
        pytest.param("$x^2$ *bold* _em_ = heading <label> @ref `raw` \\ // /* ~ --- [ { #", id="markup of the layout"),
        pytest.param('"}],"nodes":[{"kind":"no such kind"}]', id="the data’s own form"),
        pytest.param("\u202eevil\u202c \u200b \u00ad \ufeff a\u0301\u0302 \u200d\ufe0f", id="marks that cannot be seen"),
        pytest.param("x" * 5_000, id="a word without an end"),
    ],
)
def test_no_text_is_taken_for_markup_and_none_stops_it(text: str, tmp_path: Path) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    made, _ = words_of(
        f"<h1>{escaped}</h1><p>{escaped}</p><table><tr><th>{escaped}</th><td>{escaped}</td></tr></table>", tmp_path
    )
    assert made.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("你好", "U+4F60, U+597D", id="Chinese"),
        pytest.param("ফেরি", "U+09AB", id="Bengali"),
        pytest.param("\U0001f9ff", "U+1F9FF", id="a sign of few fonts"),
        pytest.param("\ue000", "U+E000", id="nobody’s character"),
    ],
)
def test_what_no_font_has_is_a_square_and_named_in_a_note(text: str, named: str, tmp_path: Path) -> None:
    _, told = words_of(f"<p>The ferry {text} stopped.", tmp_path)
    assert [named in remark and remark.startswith("□ stands for") for remark in told] == [True]


@pytest.mark.parametrize("text", ["Łódź, Đà Nẵng, Ärger", "Паром стал", "Το πλοίο", "“–…” → ≤ ½ €", "עברית", "العبارة"])
def test_many_alphabets_are_shown_as_they_are(text: str, tmp_path: Path) -> None:
    assert words_of(f"<p>{text}</p>", tmp_path)[1] == []


def test_a_note_stands_in_the_pdf_too(tmp_path: Path) -> None:
    plain, noted = (len(words_of(f"<p>The ferry {text} stopped.", tmp_path)[0]) for text in ("did", "你好"))
    assert noted > plain


def test_a_figure_keeps_its_alternative_text_and_is_drawn_once() -> None:
    page = nothing_to_draw("No quotation was found.")._repr_html_()
    assert [node["alt"] for node in walk(nodes_of(page)) if node["kind"] == "picture"] == ["No quotation was found."]


def test_a_figure_whose_names_html_has_put_into_small_letters_is_mended() -> None:
    svg = '<svg class="mk-wide" viewbox="0 0 100 50" aria-label="a"><clippath id="c"></clippath><path clip-path="url(#c)"/></svg>'
    (node,) = nodes_of(svg)
    assert 'viewBox="0 0 100 50"' in node["svg"]
    assert "<clipPath" in node["svg"]
    assert "</clipPath>" in node["svg"]


def test_headings_skip_no_level() -> None:
    page = "<h3>Late</h3><h6>Later</h6><h2>Then</h2>"
    assert [node["level"] for node in nodes_of(page)] == [1, 2, 2]


def test_scripts_styles_and_the_code_behind_a_number_are_left_out() -> None:
    code = "<details class='how'><summary>How?</summary><pre>mk.measure</pre></details>"
    page = f"<style>p{{}}</style><script>1</script><p>Tide</p>{code}"
    assert nodes_of(page) == [{"kind": "paragraph", "inner": ["Tide"]}]


def test_a_link_within_leads_there_and_one_to_nowhere_is_words() -> None:
    page = (
        '<p><a href="#there">there</a> <a href="#nowhere">nowhere</a> <a href="javascript:x">script</a></p><p id="there">Here</p>'
    )
    found = [(node["kind"], node.get("to")) for node in walk(nodes_of(page)) if node["kind"] in ("link", "em")]
    assert found == [("link", "#there"), ("em", "#nowhere")]


def test_a_wide_table_becomes_several_that_each_name_the_row() -> None:
    row = "".join(f"<td>{number}</td>" for number in range(15))
    first, second = nodes_of(f"<table><caption>Numbers</caption><tr>{row}</tr></table>")[:2]
    assert [cell["nodes"] for cell in first["rows"][0]] == [["0"], *([str(number)] for number in range(1, 8))]
    assert [cell["nodes"] for cell in second["rows"][0]] == [["0"], *([str(number)] for number in range(8, 15))]
    assert second["caption"] == ["Numbers", ", continued"]


def test_a_worksheet_has_lines_to_write_on_and_pages_of_its_own(tmp_path: Path) -> None:
    page = '<h1>Who says it?</h1><p>Write.</p><div class="answer" data-lines="4"></div><div class="newpage"><p>More.</p></div>'
    assert kinds(page) == ["heading", "paragraph", "answer", "newpage", "paragraph"]
    assert b"/Count 2" in words_of(page, tmp_path)[0]


def test_a_task_stays_on_one_page_with_its_lines() -> None:
    task = '<section class="task"><p>Who?</p><div class="answer" data-lines="4"></div></section>'
    assert kinds(task) == ["together"]
    assert [node["kind"] for node in nodes_of(task)[0]["inner"]] == ["paragraph", "answer"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "made.pdf").mkdir()
    with pytest.raises(ReportError, match="cannot write"):
        write_pdf("<p>Tide", tmp_path / "made.pdf", title="Tide")
