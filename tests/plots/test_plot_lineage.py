"""When which wording of a quotation was printed where."""

import pytest

import mediakit as mk
from mediakit.errors import MeasureError
from mediakit.plots.figure import ShownAxes
from tests.conftest import Folder

FILES: dict[str, str | bytes] = {
    "a.txt": "“We saw no smoke at all from the mill,” she said.",
    "b.txt": "“We saw no smoke from the mill,” she said.",
    "c.txt": "“We saw no smoke from the mill,” said Hill.",
    "manifest.csv": "path,outlet,published\na.txt,Herald,2025-05-03\nb.txt,Courier,2025-05-05\nc.txt,Times,\n",
}


def drawn(folder: Folder, **options: int) -> ShownAxes:
    corpus = mk.read_corpus(folder(FILES))
    quotes = mk.find_quotes(corpus)
    links = mk.link_quotes(quotes, corpus)
    axes = mk.plot_lineage(mk.list_wordings(links, quotes), mk.wording_members(links, quotes), corpus, **options)
    assert isinstance(axes, ShownAxes)
    return axes


def test_each_article_is_said_with_its_day(folder: Folder) -> None:
    assert drawn(folder).alt == (
        "2 wordings of one quotation, in 3 articles. “We saw no smoke at all from the mill,”: Herald, 2025-05-03. "
        "“We saw no smoke from the mill,”: Courier, 2025-05-05; Times, no day known."
    )


def test_what_has_no_day_stands_apart(folder: Folder) -> None:
    marks = {text.get_text(): text.xy[0] for text in drawn(folder).texts}
    assert marks["Times"] == 0
    assert 0.28 < marks["Herald"] < marks["Courier"]


def test_no_direction_is_claimed(folder: Folder) -> None:
    axes = drawn(folder)
    assert "need not be where the others have it from" in axes.meaning
    assert not axes.patches
    assert "no room" not in axes.caption


def test_an_unknown_group_is_an_error(folder: Folder) -> None:
    with pytest.raises(MeasureError, match="no group 9"):
        drawn(folder, group=9)


def test_nothing_printed_twice_is_said() -> None:
    corpus = mk.read_texts({"Herald": "“Stay here tonight,” she said."})
    quotes = mk.find_quotes(corpus)
    links = mk.link_quotes(quotes, corpus)
    axes = mk.plot_lineage(mk.list_wordings(links, quotes), mk.wording_members(links, quotes), corpus)
    assert isinstance(axes, ShownAxes)
    assert axes.alt == "No quotation is printed more than once."


def test_of_very_many_wordings_those_that_most_print_are_drawn_and_no_name_covers_another(folder: Folder) -> None:
    days = [f"2025-05-{day:02}" for day in range(1, 29)]
    files = {f"w{number:02}.txt": f"“We saw no smoke at all from mill {number} that night,” she said." for number in range(15)}
    files |= {f"x{number:02}.txt": "“We saw no smoke that night,” she said." for number in range(28)}
    files["manifest.csv"] = "path,outlet,published\n" + "".join(
        f"{name},Outlet {name[:3]},{day}\n" for name, day in zip(files, days * 2, strict=False)
    )
    corpus = mk.read_corpus(folder(files))
    quotes = mk.find_quotes(corpus)
    links = mk.link_quotes(quotes)
    axes = mk.plot_lineage(mk.list_wordings(links, quotes), mk.wording_members(links, quotes), corpus)
    assert isinstance(axes, ShownAxes)
    assert "The 12 of 16 wordings that most print; the table holds all." in axes.caption
    assert len(axes.get_yticklabels()) == 12
    shortest = [text for text in axes.texts if text.get_text().startswith("Outlet x")]
    ends: dict[float, float] = {}
    for x, y in (text.xy for text in shortest):
        assert ends.get(y, -1) <= x
        ends[y] = x + 0.04 + 0.02 * len("Outlet x00")
    assert 5 <= len(shortest) < 28
    assert f"{28 - len(shortest)} marks have no room for a name; the table names them." in axes.caption
