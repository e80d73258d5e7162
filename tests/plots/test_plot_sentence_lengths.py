"""How long sentences are: every sentence a mark, the median marked."""

import pandas as pd
import pytest
from matplotlib.figure import Figure

import mediakit as mk
from mediakit.errors import ContractError, MeasureError
from mediakit.plots.figure import ShownAxes

Lengths = dict[tuple[str, str | None], list[int]]  # of an article of an outlet


def sentences_of(lengths: Lengths, part: str = "body") -> pd.DataFrame:
    rows = [
        (article, None, outlet, outlet and outlet.casefold(), number, part, 0, 1, n_words)
        for (article, outlet), found in lengths.items()
        for number, n_words in enumerate(found, start=1)
    ]
    names = ["article_id", "story_id", "outlet", "outlet_key", "sentence_no", "part", "begin", "end", "n_words"]
    return pd.DataFrame(rows, columns=names)


TWO = sentences_of({("a", "Herald"): [5, 5, 9, 30], ("b", "Courier"): [12, 20, 22]})


def drawn(sentences: pd.DataFrame = TWO, by: str = "outlet") -> ShownAxes:
    axes = mk.plot_sentence_lengths(sentences, by=by)
    assert isinstance(axes, ShownAxes)
    return axes


def marks(axes: ShownAxes) -> list[list[float]]:
    """Where the dots of each row stand."""
    return [sorted(map(float, line.get_xdata())) for line in axes.lines if line.get_marker() == "o"]


def rows(axes: ShownAxes) -> list[str]:
    return [label.get_text() for label in axes.get_yticklabels()]


def test_every_sentence_is_a_dot_at_its_number_of_words() -> None:
    assert marks(drawn()) == [[5, 5, 9, 30], [12, 20, 22]]


def test_sentences_of_one_length_stand_one_above_another() -> None:
    first = next(line for line in drawn().lines if line.get_marker() == "o")
    at_five = [height for words, height in zip(first.get_xdata(), first.get_ydata(), strict=True) if words == 5]
    assert len({*at_five}) == 2


def test_the_median_stands_in_numbers() -> None:
    assert [text.get_text() for text in drawn().texts] == ["7", "20"]


def test_each_row_carries_its_n() -> None:
    assert rows(drawn()) == ["Herald (n = 4)", "Courier (n = 3)"]


def test_articles_of_one_outlet_are_put_together_or_shown_one_by_one() -> None:
    sentences = sentences_of({("a", "Herald"): [5, 9], ("b", "Herald"): [12], ("c", "Courier"): [7]})
    assert rows(drawn(sentences)) == ["Herald (n = 3)", "Courier (n = 1)"]
    assert rows(drawn(sentences, by="article")) == ["Herald · a (n = 2)", "Herald · b (n = 1)", "Courier (n = 1)"]


@pytest.mark.parametrize("by", ["outlet", "article"])
def test_articles_of_unknown_outlet_are_never_put_together(by: str) -> None:
    axes = drawn(sentences_of({("001_x", None): [5], ("002_y", None): [9]}), by)
    assert rows(axes) == ["unknown (001…) (n = 1)", "unknown (002…) (n = 1)"]
    assert "Two unknown outlets may be one and the same, or two." in axes.meaning


def test_only_the_parts_asked_for_are_shown() -> None:
    both = pd.concat([TWO, sentences_of({("a", "Herald"): [99]}, part="title")])
    assert drawn(both).alt == drawn().alt
    title = mk.plot_sentence_lengths(both, parts=("title",))
    assert isinstance(title, ShownAxes)
    assert title.alt == "Words in each sentence. Herald: 1 sentence, median 99 words, from 99 to 99."


def test_the_alternative_text_holds_n_median_and_range_of_each() -> None:
    assert drawn().alt == (
        "Words in each sentence. Herald: 4 sentences, median 7 words, from 5 to 30; Courier: 3 sentences, median 20 words, "
        "from 12 to 22."
    )


def test_the_table_behind_holds_quarters() -> None:
    assert drawn(sentences_of({("a", "Herald"): [*range(1, 10)]})).behind.to_dict("records") == [
        {"group": "Herald", "sentences": 9, "shortest": 1, "a quarter have at most": 3, "median": "5",
         "a quarter have at least": 7, "longest": 9}
    ]  # fmt: skip


def test_one_endless_sentence_does_not_squeeze_the_others() -> None:
    axes = drawn(sentences_of({("a", "Herald"): [20] * 9 + [3000]}))
    assert axes.get_xlim()[1] < 70
    assert "3,000 words →" in [text.get_text() for text in axes.texts]
    assert axes.alt.endswith("median 20 words, from 20 to 3,000.")


@pytest.mark.parametrize(
    ("lengths", "said"),
    [
        pytest.param([7] * 14, "dot: one sentence", id="fourteen of one length are dots"),
        pytest.param([7] * 15, "bar: the share of sentences of that length", id="fifteen are a bar"),
        pytest.param([*range(100)] * 10, "dot: one sentence", id="a thousand are dots"),
        pytest.param([*range(91)] * 11, "bar: the share of sentences of that length", id="more are bars"),
    ],
)
def test_where_dots_would_run_together_there_are_bars(lengths: list[int], said: str) -> None:
    assert said in drawn(sentences_of({("a", "Herald"): lengths})).get_xlabel()


@pytest.mark.parametrize(("groups", "shown"), [(30, 30), (31, 30)])
def test_a_figure_has_an_end_and_the_table_holds_all(groups: int, shown: int) -> None:
    axes = drawn(sentences_of({(f"a{n}", f"Outlet {n:03}"): [7, 9] for n in range(groups)}))
    assert (len(rows(axes)), len(axes.behind)) == (shown, groups)
    said = f"first {shown} of {groups}"
    assert [said in text for text in (axes.get_xlabel(), axes.alt, axes.caption)] == [shown < groups] * 3


def test_it_says_that_sentences_are_not_stories() -> None:
    assert "many sentences are not many stories" in drawn().meaning


def test_axes_given_are_drawn_on_and_returned() -> None:
    axes = Figure().add_subplot()
    assert mk.plot_sentence_lengths(TWO, ax=axes) is axes


@pytest.mark.parametrize("name", ["$\\undefined$", "<script>alert(1)</script>", "abc\u202edef\x00", "x" * 200])
def test_a_hostile_name_is_drawn_as_text(name: str) -> None:
    page = drawn(sentences_of({("a", name): [5, 9], ("b", "Courier"): [7]}))._repr_html_()
    assert "<script" not in page
    assert not {"\u202e", "\x00"} & {*page}


def test_without_a_sentence_it_says_which_parts_there_are() -> None:
    with pytest.raises(MeasureError, match="there is no sentence of dek") as refused:
        mk.plot_sentence_lengths(TWO, parts=("dek",))
    assert refused.value.mend == "parts with sentences: body"


def test_another_way_of_grouping_is_refused() -> None:
    with pytest.raises(MeasureError, match="cannot group by 'story'"):
        mk.plot_sentence_lengths(TWO, by="story")


def test_another_table_is_refused() -> None:
    with pytest.raises(ContractError, match="the sentences table lacks"):
        mk.plot_sentence_lengths(TWO.drop(columns="n_words"))
