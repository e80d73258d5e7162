"""What the report shows alive: an explorer with the same folded below it, and neither where it would be too much or leak."""

import nbformat
import pytest

import mediakit as mk
from mediakit.reports import alive
from mediakit.reports.alive import Alive, first_texts
from mediakit.reports.notebook_page import notebook_page
from mediakit.reports.parameters import choose
from mediakit.views.shown import Shown, style

STILL = Shown("<p>Who says what, as a list</p>", "Who says what, as a list")


@pytest.fixture(scope="module")
def corpus() -> mk.Corpus:
    """Three articles."""
    return mk.read_texts({name: f"The {name} reports that the ferry stopped." for name in ("Herald", "Courier", "Wire")})


def test_the_explorer_stands_with_the_same_folded_below_it(corpus: mk.Corpus) -> None:
    shown = choose({}).alive(mk.explore_corpus, corpus, still=STILL)
    assert isinstance(shown, Alive)


def test_an_explorer_that_nothing_else_replaces_stands_alone(corpus: mk.Corpus) -> None:
    assert repr(choose({}).alive(mk.explore_corpus, corpus)).startswith("Explorer of what is known about 3 articles")


def test_excerpts_have_no_explorer_and_what_replaces_it_is_open(corpus: mk.Corpus) -> None:
    assert choose({"excerpts": True}).alive(mk.explore_corpus, corpus, still=STILL) is STILL


def test_a_large_corpus_has_no_explorer_but_what_replaces_it_or_where_to_find_it(
    corpus: mk.Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alive, "MOST_ALIVE", 2)
    assert choose({}).alive(mk.explore_corpus, corpus, still=STILL) is STILL
    said = repr(choose({}).alive(mk.explore_corpus, corpus))
    assert said.startswith("With 3 articles the explorer would make this page too large (it stands here for up to 2).")
    assert said.endswith("run explore_corpus() in JupyterLab.")


def test_of_a_large_corpus_the_first_texts_are_shown_and_how_many_is_said(
    corpus: mk.Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert first_texts(mk.show_texts)(corpus).plain.count("body |") == 3
    monkeypatch.setattr(alive, "MOST_TEXTS", 2)
    said = first_texts(mk.show_texts)(corpus)
    assert said.plain.startswith("These are the first 2 of 3 articles; all of them would make this page too large.")
    assert said.plain.count("body |") == 2
    assert "The Wire reports" not in said.body


def test_the_reference_copy_is_the_one_to_compare_with_from_the_start() -> None:
    quotes = mk.find_quotes(mk.read_texts({"A": "“We saw no smoke at all,” he said.", "B": "“We saw no smoke,” he said."}))
    links = mk.link_quotes(quotes)
    assert choose({"reference": "B"}).copy_to_compare(links, quotes) == {"group": 1, "reference": 2}
    assert choose({}).copy_to_compare(links, quotes) == {}


def test_a_link_to_a_text_that_is_left_out_is_words_and_one_style_sheet_serves_all() -> None:
    shown = [
        Shown('<p id="text-1">Herald</p>', "")._repr_html_(),
        Shown('<a href="#text-1">7</a>, <a href="#text-2">9</a>', "")._repr_html_(),
    ]
    outputs = [nbformat.v4.new_output("display_data", {"text/html": html, "text/plain": ""}) for html in shown]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("show", outputs=outputs)])
    page = notebook_page(notebook, title="Tide", about="", stamp="now")
    assert '<a href="#text-1">7</a>, 9' in page
    assert page.count(f"<style>{style()}</style>") == 1
