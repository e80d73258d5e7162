"""Figures of sources: words by speaker, and how sources are identified."""

import pytest

import mediakit as mk
from mediakit.plots.figure import ShownAxes
from tests.views.said import attributions, corpus, quotes


def voices() -> ShownAxes:
    axes = mk.plot_voices(mk.list_voices(corpus(), quotes(), attributions()))
    assert isinstance(axes, ShownAxes)
    return axes


def kinds() -> ShownAxes:
    axes = mk.plot_source_kinds(mk.list_source_kinds(attributions()))
    assert isinstance(axes, ShownAxes)
    return axes


def test_each_outlet_has_a_panel_and_each_speaker_a_bar() -> None:
    panels = voices().figure.axes
    assert [panel.get_title(loc="center") for panel in panels] == ["Herald", "Courier"]
    assert [label.get_text() for label in panels[1].get_yticklabels()] == ["Ada Obi", "no source given", "not named"]


def test_a_bar_names_its_quoted_and_its_told_words() -> None:
    assert [text.get_text() for text in voices().figure.axes[1].texts] == ["4 + 0", "0 + 3", "0 + 1"]


def test_told_words_differ_by_pattern_and_not_by_colour_alone() -> None:
    assert {bar.get_hatch() for bar in voices().figure.axes[0].patches} == {None, "////"}


def test_the_alternative_text_of_voices_holds_the_numbers() -> None:
    assert "Courier: Ada Obi 4 quoted and 0 told; no source given 0 quoted and 3 told" in voices().alt


def test_speakers_past_the_eighth_are_counted_together() -> None:
    many = mk.list_voices(corpus(), quotes(), attributions()).iloc[[1] * 12].assign(speaker=[f"S{n}" for n in range(12)])
    labels = [label.get_text() for label in mk.plot_voices(many).get_yticklabels()]
    assert labels == [*(f"S{n}" for n in range(8)), "4 others"]


def test_kinds_of_source_add_up_to_the_whole_bar() -> None:
    ends = [bar.get_x() + bar.get_width() for bar in kinds().patches]
    assert max(ends) == pytest.approx(1)
    assert [label.get_text() for label in kinds().get_yticklabels()] == ["Herald (n = 2)", "Courier (n = 3)"]


def test_the_alternative_text_of_kinds_holds_the_counts() -> None:
    assert kinds().alt.endswith("Courier: a person with a name 1, a person without a name 1, nobody (“reportedly”) 1.")


def test_nothing_to_draw_is_said() -> None:
    kinds = mk.plot_source_kinds(mk.list_source_kinds(attributions().iloc[:0]))
    assert kinds.alt == "No statement is tied to a source."
    voices = mk.plot_voices(mk.list_voices(corpus(), quotes(), attributions().iloc[:0]))
    assert "No words are attributed to anybody." in voices._repr_html_()
