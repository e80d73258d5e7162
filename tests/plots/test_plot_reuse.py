"""plot_reuse_matrix and plot_origins: what is drawn, what is said, and the table behind."""

import pandas as pd
import pytest

import mediakit as mk
from mediakit.errors import MeasureError
from mediakit.tables import ORIGINS, REUSE_MATRIX
from tests.reuse.made import table

SHARED = {"outlet": "Coast Courier", "other_outlet": "Harbour Herald", "quotes_shared": 2, "words_shared": 30,
          "share_of_words": 0.25, "share_uncredited": 1.0, "n_stories": 1}  # fmt: skip
BACK = SHARED | {"outlet": "Harbour Herald", "other_outlet": "Coast Courier", "share_of_words": 0.5}


def matrix(*rows: dict[str, object]) -> pd.DataFrame:
    return table(REUSE_MATRIX, *rows)


def test_a_square_says_share_and_quotations() -> None:
    axes = mk.plot_reuse_matrix(matrix(SHARED, BACK))
    assert sorted(text.get_text() for text in axes.texts) == ["25 %\n2 “ ”", "50 %\n2 “ ”"]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Coast Courier", "Harbour Herald"]


def test_the_matrix_in_words_and_as_a_table() -> None:
    axes = mk.plot_reuse_matrix(matrix(SHARED, BACK))
    assert axes.alt.startswith(
        "Text and quotations shared between 2 outlets. Coast Courier and Harbour Herald: 30 words (25 %) of the first, "
        "100 % of them without credit; 2 quotations."
    )
    assert axes.behind["% of its words"].tolist() == ["25", "50"]
    assert "<figure" in axes._repr_html_()


def test_what_is_mostly_without_credit_is_hatched_and_not_told_by_color_alone() -> None:
    axes = mk.plot_reuse_matrix(matrix(SHARED, BACK | {"share_uncredited": 0.0}))
    assert [patch.get_hatch() for patch in axes.patches if patch.get_hatch()] == ["/"]


def test_of_more_outlets_than_can_be_drawn_those_that_share_most_are() -> None:
    names = [f"Outlet {number:02d}" for number in range(16)]
    axes = mk.plot_reuse_matrix(
        matrix(*(SHARED | {"outlet": one, "other_outlet": two, "words_shared": names.index(one)}
                 for one in names for two in names if one != two))
    )  # fmt: skip
    assert "The 14 of 16 outlets that share most; the table holds all." in axes.caption
    assert [label.get_text() for label in axes.get_yticklabels()] == names[2:]
    assert len(axes.behind) == 240


def test_an_empty_matrix_says_so() -> None:
    assert mk.plot_reuse_matrix(matrix()).alt == "No two outlets report the same story."


CREDIT = {"article_id": "a", "story_id": "ferry", "outlet": "Harbour Herald", "outlet_key": "harbourherald",
          "origin": "Associated Press", "evidence": "dateline", "strength": "certain",
          "reason": "credits Associated Press (dateline)", "independent_low": 1, "independent_high": 2}  # fmt: skip
OTHER = CREDIT | {"article_id": "b", "outlet": None, "outlet_key": None}
NOTHING = OTHER | {"origin": None, "evidence": None, "strength": None, "reason": "nothing tells"}
TEXT = OTHER | {"origin": "Harbour Herald", "other_article_id": "a", "evidence": "shared text", "strength": "likely",
                "reason": "60 words in common"}  # fmt: skip


def test_origins_stand_left_articles_right_and_a_question_mark_for_what_is_unknown() -> None:
    axes = mk.plot_origins(table(ORIGINS, CREDIT, NOTHING))
    assert [text.get_text() for text in axes.texts] == ["Associated Press", "?", "Harbour Herald", "unknown (b)"]
    assert axes.patches[0].get_linestyle() == "-"


def test_the_range_and_the_reasons_are_said() -> None:
    axes = mk.plot_origins(table(ORIGINS, CREDIT, TEXT))
    assert axes.alt == (
        "2 articles, at least 1 and at most 2 independent origins. Harbour Herald: credits Associated Press (dateline). "
        "unknown (b): 60 words in common with Harbour Herald."
    )
    assert axes.behind["may come from"].tolist() == ["Associated Press", "Harbour Herald"]


def test_one_story_is_drawn_at_a_time() -> None:
    origins = table(ORIGINS, CREDIT, TEXT | {"story_id": "budget"})
    assert len(mk.plot_origins(origins, story="budget").behind) == 1
    assert "This is one of 2 stories." in mk.plot_origins(origins).caption
    with pytest.raises(MeasureError, match="no story 'flood'") as refused:
        mk.plot_origins(origins, story="flood")
    assert refused.value.mend == "name one of: ferry, budget"


def test_without_a_name_the_story_with_most_articles_is_drawn() -> None:
    origins = table(ORIGINS, TEXT | {"story_id": "budget"}, CREDIT, TEXT)
    assert len(mk.plot_origins(origins).behind) == 2


def test_no_origins_are_said() -> None:
    assert mk.plot_origins(table(ORIGINS)).alt == "There is no article to trace."


def test_a_long_table_behind_a_figure_is_cut_and_says_so() -> None:
    names = [f"Outlet {number:02d}" for number in range(30)]
    axes = mk.plot_reuse_matrix(
        matrix(*(SHARED | {"outlet": one, "other_outlet": two} for one in names for two in names if one != two))
    )
    assert "the first 500 of 870 rows, all of them are in .behind" in axes._repr_html_()
    assert len(axes.behind) == 870
